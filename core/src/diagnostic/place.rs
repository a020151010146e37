use std::fmt;
use std::ops::Range;

use serde::Serialize;

/// Where in a document a fault stands.
///
/// `path` is the way from the top, as `item[2].when.kind`; `line` and `column` count from 1, the column in characters; `bytes` is the
/// stretch of the source text that is underlined, and `text` what stands there, a quoted text without its quotes (empty for a list).
/// A document that is not text (a table of rows) has a path alone, and nought for the rest.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct Place {
    /// The way from the top of the document.
    pub path: String,
    /// The underlined bytes of the source.
    pub bytes: Range<usize>,
    /// The line, from 1; 0 without a text.
    pub line: u32,
    /// The column in characters, from 1; 0 without a text.
    pub column: u32,
    /// What is underlined.
    pub text: String,
}

impl Place {
    /// A place that is known by its path alone.
    pub(crate) fn path(path: impl Into<String>) -> Place {
        Place { path: path.into(), ..Place::default() }
    }

    /// What places are sorted by: where they stand in the text, or by path where there is no text.
    pub(super) fn order(&self) -> (usize, usize, &str) {
        (self.bytes.start, self.bytes.end, &self.path)
    }
}

impl fmt::Display for Place {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match (self.line, self.path.as_str()) {
            (0, path) => f.write_str(path),
            (line, "") => write!(f, "{line}:{}", self.column),
            (line, path) => write!(f, "{line}:{} {path}", self.column),
        }
    }
}
