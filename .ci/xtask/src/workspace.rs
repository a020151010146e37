//! Where things stand in the checkout, and its data files.

use std::env;
use std::fs;
use std::path::{Path, PathBuf};

use toml::de::{DeTable, DeValue};

use crate::Outcome;

/// The top of the checkout: two floors above this crate.
pub(crate) fn root() -> PathBuf {
    let here = Path::new(env!("CARGO_MANIFEST_DIR"));
    here.ancestors().nth(2).unwrap_or(here).to_path_buf()
}

/// Cargo's target folder, which every task shares.
pub(crate) fn target() -> PathBuf {
    env::var_os("CARGO_TARGET_DIR").map_or_else(|| root().join("target"), PathBuf::from)
}

/// Every file under `folder`, in the order of their paths. What is built or hidden is left out, `.ci` is not.
pub(crate) fn files(folder: &Path) -> Outcome<Vec<PathBuf>> {
    let fault = |fault| format!("cannot list `{}`: {fault}", folder.display());
    let mut found = Vec::new();
    for entry in fs::read_dir(folder).map_err(fault)? {
        let entry = entry.map_err(fault)?;
        let (path, name) = (entry.path(), entry.file_name());
        let hidden = name.to_string_lossy().starts_with('.') && name != ".ci";
        if hidden || name == "target" || name == "node_modules" {
            continue;
        }
        if path.is_dir() {
            found.extend(files(&path)?);
        } else {
            found.push(path);
        }
    }
    found.sort();
    Ok(found)
}

/// The end of a check that collected what is wrong: all of it, a line each.
pub(crate) fn none(faults: &[String]) -> Outcome {
    if faults.is_empty() { Ok(()) } else { Err(faults.join("\n")) }
}

/// The text of a file, named from the top of the checkout.
pub(crate) fn text(path: &str) -> Outcome<String> {
    fs::read_to_string(root().join(path)).map_err(|fault| format!("cannot read `{path}`: {fault}"))
}

/// A TOML file's text, read as a tree; `path` is for the message.
pub(crate) fn table<'text>(path: &str, text: &'text str) -> Outcome<DeTable<'text>> {
    DeTable::parse(text).map(toml::Spanned::into_inner).map_err(|fault| format!("`{path}`: {fault}"))
}

/// The value at a path of keys, if it is there.
pub(crate) fn value<'tree, 'text>(table: &'tree DeTable<'text>, keys: &[&str]) -> Option<&'tree DeValue<'text>> {
    let (last, folders) = keys.split_last()?;
    let mut table = table;
    for key in folders {
        table = table.get(*key)?.get_ref().as_table()?;
    }
    table.get(*last).map(toml::Spanned::get_ref)
}
