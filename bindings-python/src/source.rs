//! What a document is given as: its text, its bytes, or the path of its file; or as lists and dicts.

use std::ffi::OsStr;
use std::path::Path;

use pyo3::prelude::*;
use pyo3::types::{PyBytes, PyString};

use crate::hint::argument;

/// A document as it was given: `str`, `bytes` or a path, whose file is read.
///
/// A `str` is the text itself, unless it is one line that ends as the name of a file does.
pub(crate) struct Document {
    pub(crate) content: Content,
    /// What to call it where its faults are told.
    pub(crate) origin: String,
}

/// What stands in a document.
pub(crate) enum Content {
    Text(String),
    Bytes(Vec<u8>),
}

/// What a document is called that has come without a name.
pub(crate) const NAMELESS: &str = "<text>";

/// The endings that make one line of text the path of a file: no document of ours is a single such line.
const ENDINGS: [&str; 3] = ["toml", "json", "csv"];

impl<'py> FromPyObject<'_, 'py> for Document {
    type Error = PyErr;

    argument!("Document");

    fn extract(document: Borrowed<'_, 'py, PyAny>) -> PyResult<Self> {
        let nameless = |content| Document { content, origin: NAMELESS.to_owned() };
        if let Ok(text) = document.cast::<PyString>() {
            let text = text.to_cow()?;
            if !is_path(&text) {
                return Ok(nameless(Content::Text(text.into_owned())));
            }
        }
        if let Ok(bytes) = document.cast::<PyBytes>() {
            return Ok(nameless(Content::Bytes(bytes.as_bytes().to_vec())));
        }
        // Python opens the file, so that it fails as files fail in Python.
        let file = document.py().import("pathlib")?.getattr("Path")?.call1((&*document,))?;
        let content = file.call_method0("read_bytes")?.extract().map(Content::Bytes)?;
        Ok(Document { content, origin: file.str()?.to_cow()?.into_owned() })
    }
}

impl Document {
    /// The text, and what the document is called; bytes are in UTF-8.
    pub(crate) fn text(self, py: Python<'_>) -> PyResult<(String, String)> {
        let text = match self.content {
            Content::Text(text) => text,
            Content::Bytes(bytes) => match String::from_utf8(bytes) {
                Ok(text) => text,
                // Python says best which byte it is that cannot be read.
                Err(bad) => PyBytes::new(py, bad.as_bytes()).call_method1("decode", ("utf-8",))?.extract()?,
            },
        };
        Ok((text, self.origin))
    }
}

fn is_path(text: &str) -> bool {
    let ending = Path::new(text).extension().and_then(OsStr::to_str);
    !text.contains('\n') && ending.is_some_and(|ending| ENDINGS.iter().any(|known| ending.eq_ignore_ascii_case(known)))
}

/// A document that Python holds as dicts and lists: the JSON that it stands for, with days, decimals and fractions as their text.
pub(crate) struct Dict(pub(crate) String);

/// The same of a list.
pub(crate) struct List(pub(crate) String);

impl<'py> FromPyObject<'_, 'py> for Dict {
    type Error = PyErr;

    argument!("Dict");

    fn extract(document: Borrowed<'_, 'py, PyAny>) -> PyResult<Self> {
        json(&document).map(Dict)
    }
}

impl<'py> FromPyObject<'_, 'py> for List {
    type Error = PyErr;

    argument!("Dicts");

    fn extract(documents: Borrowed<'_, 'py, PyAny>) -> PyResult<Self> {
        json(&documents.py().get_type::<pyo3::types::PyList>().call1((&*documents,))?).map(List)
    }
}

fn json(value: &Bound<'_, PyAny>) -> PyResult<String> {
    value.py().import("lvzhi._json")?.call_method1("written", (value,))?.extract()
}
