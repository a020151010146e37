//! The checks that cargo does. They share one target folder and name the same features, so that a dependency is
//! compiled once to be checked and once to be run, not anew for every step.

use toml::de::DeValue;

use crate::{Outcome, tools, workspace};

/// Every feature of the core at once: what the lints, the documentation and the tests see.
pub(crate) fn all_features() -> Outcome<String> {
    let core = core_features()?;
    let mut features: Vec<String> = core.iter().map(|name| format!("lvzhi/{name}")).collect();
    features.push("xtask/pages".to_owned());
    Ok(features.join(","))
}

/// The core's features, as its manifest names them.
fn core_features() -> Outcome<Vec<String>> {
    const MANIFEST: &str = "core/Cargo.toml";
    let text = workspace::text(MANIFEST)?;
    let manifest = workspace::table(MANIFEST, &text)?;
    let features = workspace::value(&manifest, &["features"]).and_then(DeValue::as_table);
    let names = features.into_iter().flatten().map(|(name, _)| name.get_ref().to_string());
    Ok(names.filter(|name| name != "default").collect())
}

pub(crate) fn fmt() -> Outcome {
    tools::component("rustfmt", "fmt")?;
    let outcome = cargo("fmt --all --check");
    outcome.map_err(|fault| format!("{fault}; `cargo fmt --all` formats the code"))
}

pub(crate) fn clippy() -> Outcome {
    tools::component("clippy", "clippy")?;
    let features = all_features()?;
    cargo(&format!("clippy --workspace --all-targets --features {features} -- --deny warnings"))
}

/// The core alone, as those build it who leave features out.
pub(crate) fn features() -> Outcome {
    tools::component("clippy", "clippy")?;
    let bare = "clippy --quiet --package lvzhi --lib --no-default-features";
    println!("   with none");
    cargo(&format!("{bare} -- --deny warnings"))?;
    for feature in core_features()? {
        println!("   with {feature}");
        cargo(&format!("{bare} --features {feature} -- --deny warnings"))?;
    }
    Ok(())
}

pub(crate) fn doc() -> Outcome {
    let features = all_features()?;
    // Rustdoc takes its flags from the environment alone, since cargo hands it several packages at once.
    let line = format!("doc --workspace --no-deps --features {features}");
    tools::run(tools::cargo(&line).env("RUSTDOCFLAGS", "--deny warnings"), &format!("cargo {line}"))
}

/// Runs the test of the binary `pages`, compiled as all the others are.
pub(crate) fn fresh() -> Outcome {
    let features = all_features()?;
    cargo(&format!("test --quiet --workspace --features {features} --bin pages"))
}

/// Writes every generated file anew.
pub(crate) fn pages() -> Outcome {
    cargo("run --quiet --package xtask --features pages --bin pages")
}

pub(crate) fn test() -> Outcome {
    let features = all_features()?;
    cargo(&format!("test --workspace --no-fail-fast --features {features}"))
}

/// The main jobs, by the commands that the README gives.
pub(crate) fn example() -> Outcome {
    cargo("run --release --example scoreboard")?;
    cargo("run --release --example audit")
}

/// Runs cargo with the words of a line.
pub(crate) fn cargo(line: &str) -> Outcome {
    tools::run(&mut tools::cargo(line), &format!("cargo {line}"))
}
