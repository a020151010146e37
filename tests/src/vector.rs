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
    /// The file it was read from; its paths start from the folder of that.
    pub(crate) file: PathBuf,
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
        // Only the top level is looked into: what it holds may be deeper, or its numbers larger, than this reader takes.
        let top: Top = match serde_json::from_slice(&bytes) {
            Ok(top) => top,
            Err(error) if must => return Err(format!("it is no JSON object: {error}")),
            // A broken roster that a vector names is no vector.
            Err(_) => return Ok(None),
        };
        if top.get("vector").is_none_or(|version| version.get() != "1") {
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
        Ok(Some(Vector { name: inputs.name.clone(), file: path.to_owned(), expect: inputs.expect.clone(), inputs }))
    }

    /// The files that it names: rulebooks, rosters, ledgers, which are no vectors themselves.
    pub(crate) fn named(&self) -> impl Iterator<Item = PathBuf> {
        let Inputs { rulebook, roster, ledger, matters, .. } = &self.inputs;
        [rulebook, roster, ledger, matters].into_iter().flatten().filter_map(|raw| Some(self.beside(&text(raw)?)))
    }

    fn beside(&self, path: &str) -> PathBuf {
        self.file.parent().unwrap_or(Path::new(".")).join(path)
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
        if let Some(path) = text(raw) {
            let file = self.beside(&path);
            let bytes = fs::read(&file).map_err(|error| format!("{}: {error}", file.display()))?;
            let utf8 =
                |bytes: Vec<u8>| String::from_utf8(bytes).map_err(|error| format!("{}: {error}", file.display()));
            return match file.extension().and_then(|extension| extension.to_str()) {
                Some("toml") => utf8(bytes).map(Document::Toml),
                Some("csv") => Ok(Document::Csv(bytes)),
                _ => utf8(bytes).map(Document::Json),
            };
        }
        let only = |key: &str| {
            let table: Top = serde_json::from_str(raw.get()).ok()?;
            if table.len() == 1 { text(table.get(key)?) } else { None }
        };
        Ok(match (only("toml"), only("csv")) {
            (Some(toml), _) => Document::Toml(toml),
            (_, Some(csv)) => Document::Csv(csv.into_bytes()),
            _ => Document::Json(raw.get().to_owned()),
        })
    }
}

/// The keys of a JSON object, with what stands under each as it stands there.
type Top = BTreeMap<String, Box<RawValue>>;

/// The text, if it is one.
fn text(raw: &RawValue) -> Option<String> {
    serde_json::from_str(raw.get()).ok()
}
