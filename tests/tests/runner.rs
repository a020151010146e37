//! What the runner says, and how it ends: a line for each vector, the account, and failure wherever something that should be a vector is none.

use std::error::Error;
use std::path::PathBuf;
use std::process::Command;
use std::{env, fs, process};

type Outcome<T = ()> = Result<T, Box<dyn Error>>;

const RULEBOOK: &str = r#"{ "rulebook": { "format": 1, "id": "runner", "title": "运行" },
    "board": [{ "id": "member", "title": "积分", "subject": "member" }] }"#;

/// A folder of its own, gone with the test.
struct Folder(PathBuf);

impl Folder {
    fn with(name: &str, files: &[(&str, String)]) -> Outcome<Folder> {
        let folder = Folder(env::temp_dir().join(format!("lvzhi-runner-{}-{name}", process::id())));
        for (path, text) in files {
            let path = folder.0.join(path);
            fs::create_dir_all(path.parent().ok_or("a file stands in a folder")?)?;
            fs::write(path, text)?;
        }
        Ok(folder)
    }

    /// What the runner prints for the folder, and whether it ends well.
    fn run(&self) -> Outcome<(String, bool)> {
        let output = Command::new(env!("CARGO_BIN_EXE_lvzhi-conformance")).arg(&self.0).output()?;
        Ok((String::from_utf8(output.stdout)?, output.status.success()))
    }
}

impl Drop for Folder {
    fn drop(&mut self) {
        // A folder that stays behind is no fault of the runner.
        let _ = fs::remove_dir_all(&self.0);
    }
}

fn vector(name: &str, expect: &str) -> String {
    format!(r#"{{ "vector": 1, "name": "{name}", "rulebook": {RULEBOOK}, "period": "2023", "expect": {expect} }}"#)
}

/// The only line before the account, and whether all went well.
fn alone(name: &str, path: &str, text: &str) -> Outcome<(String, bool)> {
    let (said, well) = Folder::with(name, &[(path, text.to_owned())])?.run()?;
    let lines: Vec<_> = said.lines().collect();
    assert_eq!(lines.len(), 2, "{said}");
    Ok((lines.join("\n"), well))
}

#[test]
fn every_vector_has_a_line_and_the_account_is_last() -> Outcome {
    let good = vector("good", r#"{ "boards": { "member": {} } }"#);
    let bad = vector("bad", r#"{ "boards": { "studio": {} } }"#);
    let files = [
        ("a/b/c/vector.json", good),
        ("a/other.json", bad),
        ("a/roster.json", "{ \"members\": [] }".to_owned()),
        ("a/broken.json", "{".to_owned()),
    ];
    let (said, well) = Folder::with("lines", &files)?.run()?;
    let lines: Vec<_> = said.lines().collect();
    assert!(!well);
    assert_eq!(lines.first(), Some(&"ok good"));
    assert!(lines.get(1).is_some_and(|line| line.starts_with("FAIL bad: boards.studio: ")), "{said}");
    assert_eq!(lines.get(2..), Some(["1 passed, 1 failed"].as_slice()));
    Ok(())
}

#[test]
fn a_vector_that_holds_ends_well() -> Outcome {
    let (said, well) = alone("well", "vector.json", &vector("good", r#"{ "boards": { "member": {} } }"#))?;
    assert_eq!((said.as_str(), well), ("ok good\n1 passed, 0 failed", true));
    Ok(())
}

#[test]
fn several_faults_stand_in_one_line() -> Outcome {
    let text = vector("faulty", r#"{ "boards": { "member": {} } }"#)
        .replace("\"format\": 1", "\"format\": 1, \"a\": 1, \"b\": 2");
    let (said, well) = alone("faults", "vector.json", &text)?;
    assert!(
        said.starts_with("FAIL faulty: refused: ") && said.contains("`a`") && said.contains("`b`") && !well,
        "{said}"
    );
    Ok(())
}

#[test]
fn what_should_be_a_vector_must_be_one() -> Outcome {
    let good = vector("good", r#"{ "boards": { "member": {} } }"#);
    let cases = [
        ("no-json", "vector.json", "{".to_owned()),
        ("a-list", "vector.json", "[1]".to_owned()),
        ("no-version", "vector.json", good.replace("\"vector\": 1, ", "")),
        ("version-two", "vector.json", good.replace("\"vector\": 1", "\"vector\": 2")),
        ("no-expect", "vector.json", good.replace("\"expect\"", "\"expected\"")),
        ("empty-expect", "other.json", vector("empty", "{}")),
        ("unknown-expect", "other.json", vector("unknown", r#"{ "board": {} }"#)),
        ("no-file", "vector.json", good.replace(RULEBOOK, "\"rulebook.toml\"")),
    ];
    for (name, path, text) in cases {
        let (said, well) = alone(name, path, &text)?;
        assert!(said.starts_with("FAIL ") && said.ends_with("\n0 passed, 1 failed") && !well, "{name}: {said}");
    }
    Ok(())
}

#[test]
fn no_vector_at_all_is_a_failure() -> Outcome {
    let (said, well) = Folder::with("none", &[("roster.json", "{}".to_owned())])?.run()?;
    assert!(said.ends_with("0 passed, 0 failed\n") && !well, "{said}");
    Ok(())
}
