use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use serde::Deserialize;
use serde_json::Value;
use serde_json::value::RawValue;

use crate::{answer, compare};

/// One case: inputs, and what must come out.
#[derive(Debug)]
pub struct Vector {
    /// What it is called.
    pub name: String,
    /// The folder that its paths start from.
    pub(crate) folder: PathBuf,
    pub(crate) inputs: Inputs,
    /// What must come out. Only what is named is compared.
    pub(crate) expect: BTreeMap<String, Value>,
}

/// What a vector names or holds; text as it stands, so that no digit of a number is lost.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Inputs {
    #[serde(rename = "vector")]
    _version: Value,
    name: String,
    pub(crate) rulebook: Option<Box<RawValue>>,
    pub(crate) roster: Option<Box<RawValue>>,
    pub(crate) ledger: Option<Box<RawValue>>,
    pub(crate) matters: Option<Box<RawValue>>,
    pub(crate) period: Option<Value>,
    pub(crate) as_of: Option<String>,
    #[serde(default)]
    pub(crate) history: Vec<Value>,
    expect: BTreeMap<String, Value>,
}

/// A document, read from a file or held by the vector.
#[derive(Debug)]
pub(crate) enum Document {
    Toml(String),
    Json(String),
    Csv(Vec<u8>),
}

impl Vector {
    /// Reads a file; none where it is JSON without `"vector": 1`.
    pub fn read(path: &Path) -> Result<Option<Vector>, String> {
        let must = path.file_name().is_some_and(|name| name == "vector.json");
        let bytes = fs::read(path).map_err(|error| error.to_string())?;
        let top: Value = match serde_json::from_slice(&bytes) {
            Ok(top) => top,
            Err(error) if must => return Err(format!("it is no JSON: {error}")),
            // A broken roster that a vector names is no vector.
            Err(_) => return Ok(None),
        };
        if top.get("vector").and_then(Value::as_u64) != Some(1) {
            return Ok(None);
        }
        let inputs: Inputs = serde_json::from_slice(&bytes).map_err(|error| format!("it is no vector: {error}"))?;
        if inputs.expect.is_empty() {
            return Err("its `expect` is empty".to_owned());
        }
        let known = |key: &String| answer::KEYS.contains(&key.as_str());
        if let Some(key) = inputs.expect.keys().find(|key| !known(key)) {
            return Err(format!("it expects `{key}`, which no vector can"));
        }
        let folder = path.parent().unwrap_or(Path::new(".")).to_owned();
        Ok(Some(Vector { name: inputs.name.clone(), folder, expect: inputs.expect.clone(), inputs }))
    }

    /// Runs the vector: what differs, if anything does.
    pub fn run(&self) -> Result<(), Vec<String>> {
        let mut differences = Vec::new();
        match answer::answer(self) {
            Ok(answer) => {
                for (key, expected) in &self.expect {
                    compare::compare(key, expected, answer.get(key).unwrap_or(&Value::Null), &mut differences);
                }
            }
            Err(fault) => differences.push(fault),
        }
        if differences.is_empty() { Ok(()) } else { Err(differences) }
    }

    /// The document that stands under a key: a path beside the vector, `{ "toml": … }`, `{ "csv": … }`, or JSON itself.
    pub(crate) fn document(&self, raw: &RawValue) -> Result<Document, String> {
        let value: Value = serde_json::from_str(raw.get()).map_err(|error| error.to_string())?;
        let only = |key: &str| value.as_object().filter(|table| table.len() == 1).and_then(|table| table.get(key)).and_then(Value::as_str);
        if let Some(path) = value.as_str() {
            let file = self.folder.join(path);
            let bytes = fs::read(&file).map_err(|error| format!("{}: {error}", file.display()))?;
            let text = |bytes: Vec<u8>| String::from_utf8(bytes).map_err(|error| format!("{}: {error}", file.display()));
            return match file.extension().and_then(|extension| extension.to_str()) {
                Some("toml") => text(bytes).map(Document::Toml),
                Some("csv") => Ok(Document::Csv(bytes)),
                _ => text(bytes).map(Document::Json),
            };
        }
        if let Some(toml) = only("toml") {
            return Ok(Document::Toml(toml.to_owned()));
        }
        if let Some(csv) = only("csv") {
            return Ok(Document::Csv(csv.as_bytes().to_vec()));
        }
        Ok(Document::Json(raw.get().to_owned()))
    }
}
