use std::fmt;
use std::ops::{Deref, Range};
use std::sync::Arc;

use super::Place;

/// A text that was read, with the starts of its lines, so that a place is found without counting through the text again. Cheap to clone.
#[derive(Clone, PartialEq, Eq)]
pub(crate) struct Source {
    text: Arc<str>,
    line_starts: Arc<[usize]>,
    /// How many characters stand before each block of bytes: a line may be as long as the text.
    blocks: Arc<[usize]>,
    /// What to call it where faults of two documents stand together.
    name: Option<&'static str>,
}

impl Source {
    /// The same text under a name of its own.
    pub(crate) fn named(self, name: &'static str) -> Self {
        Source { name: Some(name), ..self }
    }

    fn characters_before(&self, at: usize) -> usize {
        let block = at / BLOCK;
        let Some(before) = self.blocks.get(block) else {
            return self.blocks.last().map_or(0, |before| {
                before + characters(self.text.as_bytes().get((self.blocks.len() - 1) * BLOCK..).unwrap_or(&[]))
            });
        };
        before + characters(self.text.as_bytes().get(block * BLOCK..at).unwrap_or(&[]))
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
        let mark = usize::from(start == 0 && self.text.starts_with('\u{feff}') && bytes.start > 0);
        let column = self.characters_before(bytes.start).saturating_sub(self.characters_before(start) + mark);
        Place { path, bytes, line: number(line), column: number(column).saturating_add(1), text: text.to_owned() }
    }
}

/// How many bytes are counted through at most to find a column.
const BLOCK: usize = 4096;

/// How many characters begin in some bytes of UTF-8.
fn characters(bytes: &[u8]) -> usize {
    bytes.iter().filter(|&&byte| byte & 0b1100_0000 != 0b1000_0000).count()
}

impl From<&str> for Source {
    fn from(text: &str) -> Self {
        let starts = std::iter::once(0).chain(text.match_indices('\n').map(|(at, _)| at + 1));
        let blocks = text.as_bytes().chunks(BLOCK).scan(0, |sum, block| {
            let before = *sum;
            *sum += characters(block);
            Some(before)
        });
        Source { text: text.into(), line_starts: starts.collect(), blocks: blocks.collect(), name: None }
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
