use std::fmt;
use std::ops::{Deref, Range};
use std::sync::Arc;

use super::Place;

/// A text that was read, with the starts of its lines, so that a place is found without counting through the text again. Cheap to clone.
#[derive(Clone, PartialEq, Eq)]
pub(crate) struct Source {
    text: Arc<str>,
    line_starts: Arc<[usize]>,
    /// What to call it where faults of two documents stand together.
    name: Option<&'static str>,
}

impl Source {
    /// The same text under a name of its own.
    pub(crate) fn named(self, name: &'static str) -> Self {
        Source { name: Some(name), ..self }
    }

    /// The name that it was given.
    #[cfg(feature = "render")]
    pub(super) fn name(&self) -> Option<&'static str> {
        self.name
    }

    /// The place of a stretch of bytes.
    pub(crate) fn place(&self, path: String, bytes: Range<usize>, text: &str) -> Place {
        let number = |n: usize| u32::try_from(n).unwrap_or(u32::MAX);
        let line = self.line_starts.partition_point(|&start| start <= bytes.start).max(1);
        let start = self.line_starts.get(line - 1).copied().unwrap_or(0);
        let before = self.text.get(start..bytes.start).unwrap_or("");
        let column = before.trim_start_matches('\u{feff}').chars().count();
        Place { path, bytes, line: number(line), column: number(column).saturating_add(1), text: text.to_owned() }
    }
}

impl From<&str> for Source {
    fn from(text: &str) -> Self {
        let starts = std::iter::once(0).chain(text.match_indices('\n').map(|(at, _)| at + 1));
        Source { text: text.into(), line_starts: starts.collect(), name: None }
    }
}

impl Default for Source {
    fn default() -> Self {
        Source::from("")
    }
}

impl Deref for Source {
    type Target = str;
    fn deref(&self) -> &str {
        &self.text
    }
}

impl fmt::Debug for Source {
    /// The length alone: a fault that is printed for a programmer need not bring the whole document.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} bytes", self.text.len())
    }
}
