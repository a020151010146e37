use std::ops::Range;

use csv::{ByteRecord, Reader, ReaderBuilder, StringRecord};

use super::Encoding;
use crate::diagnostic::{CsvFault, Place};

/// The rows of a CSV text, without those that hold nothing. Row 0 is the heading.
///
/// The reader of the crate `csv` forgives anything; what RFC 4180 does not allow is found beside it, on the text of each row.
pub(super) struct Lines<'t> {
    text: &'t str,
    reader: Reader<&'t [u8]>,
    cells: StringRecord,
    next: u64,
}

/// A row of a CSV text.
pub(super) struct Line<'l> {
    pub(super) number: u64,
    pub(super) cells: &'l StringRecord,
    /// Where it stands: its bytes without the line break, and its first line, from 1.
    pub(super) bytes: Range<usize>,
    pub(super) top: u32,
    text: &'l str,
}

fn reader(text: &[u8]) -> Reader<&[u8]> {
    ReaderBuilder::new().has_headers(false).flexible(true).from_reader(text)
}

impl<'t> Lines<'t> {
    pub(super) fn new(text: &'t str) -> Self {
        Lines { text, reader: reader(text.as_bytes()), cells: StringRecord::new(), next: 0 }
    }

    /// The next row, if there is one.
    pub(super) fn next(&mut self) -> Option<Line<'_>> {
        loop {
            let (from, line) = (self.reader.position().byte(), self.reader.position().line());
            // A text in memory, flexible and already known to be text, has no fault that this reader would report.
            if !self.reader.read_record(&mut self.cells).unwrap_or(false) {
                return None;
            }
            let [from, to] = [from, self.reader.position().byte()].map(|at| usize::try_from(at).unwrap_or(usize::MAX));
            let raw = self.text.get(from..to).unwrap_or("");
            let begun = raw.trim_start_matches(['\r', '\n']);
            let text = begun.trim_end_matches(['\r', '\n']);
            let nothing = self.cells.len() == 1 && text.trim().is_empty();
            if nothing {
                continue;
            }
            let before = raw.get(..raw.len() - begun.len()).unwrap_or("");
            let line = line + before.bytes().filter(|&b| b == b'\n').count() as u64;
            let from = from + before.len();
            let number = self.next;
            self.next += 1;
            let line = u32::try_from(line).unwrap_or(u32::MAX);
            return Some(Line { number, cells: &self.cells, bytes: from..from + text.len(), top: line, text });
        }
    }
}

impl Line<'_> {
    /// What the row breaks, and the bytes that break it.
    pub(super) fn fault(&self, headings: usize) -> Option<(CsvFault, Range<usize>)> {
        let (row, cells) = (self.number, self.cells.len());
        if let Some((fault, at)) = bad_quote(self.text, row) {
            let at = self.bytes.start + at;
            return Some((fault, at..at + 1));
        }
        (cells > headings).then(|| (CsvFault::TooManyCells { row, cells, headings }, self.bytes.clone()))
    }

    /// The place of some bytes of the row, without counting the lines of the whole text.
    pub(super) fn place(&self, bytes: Range<usize>) -> Place {
        let within = |bytes: Range<usize>| {
            self.text.get(bytes.start.saturating_sub(self.bytes.start)..bytes.end.saturating_sub(self.bytes.start))
        };
        let before = within(self.bytes.start..bytes.start).unwrap_or("");
        let breaks = before.bytes().filter(|&b| b == b'\n').count();
        let column = before.rsplit('\n').next().unwrap_or("").chars().count();
        let [breaks, column] = [breaks, column].map(|n| u32::try_from(n).unwrap_or(u32::MAX));
        Place {
            path: path(self.number),
            text: within(bytes.clone()).unwrap_or("").to_owned(),
            bytes,
            line: self.top.saturating_add(breaks),
            column: column.saturating_add(1),
        }
    }

    /// Where each cell stands; a cell in which quotation marks are doubled is not found, and is where the row is.
    pub(super) fn cell_bytes(&self) -> Vec<Range<usize>> {
        let mut from = 0;
        let mut find = |cell: &str| {
            let start = from + self.text.get(from..)?.find(cell)?;
            from = start + cell.len();
            Some(self.bytes.start + start..self.bytes.start + from)
        };
        self.cells.iter().map(|cell| find(cell.trim()).unwrap_or_else(|| self.bytes.clone())).collect()
    }
}

/// What a row is called in the place of a fault.
pub(super) fn path(row: u64) -> String {
    if row == 0 { "heading".to_owned() } else { format!("row {row}") }
}

/// The first quotation mark that stands where none may, or that is never closed: what it is, and where.
fn bad_quote(text: &str, row: u64) -> Option<(CsvFault, usize)> {
    enum Cell {
        Begins,
        Plain,
        Quoted { from: usize },
        Closed { from: usize },
    }
    if !text.contains('"') {
        return None;
    }
    let mut cell = Cell::Begins;
    for (at, byte) in text.bytes().enumerate() {
        cell = match (cell, byte) {
            (Cell::Quoted { from }, b'"') => Cell::Closed { from },
            // Two of them inside a quoted cell stand for one.
            (Cell::Closed { from }, b'"') | (Cell::Quoted { from }, _) => Cell::Quoted { from },
            (_, b',') => Cell::Begins,
            (Cell::Begins, b'"') => Cell::Quoted { from: at },
            (Cell::Closed { .. }, _) | (Cell::Plain, b'"') => return Some((CsvFault::StrayQuote { row }, at)),
            (Cell::Begins | Cell::Plain, _) => Cell::Plain,
        };
    }
    match cell {
        Cell::Quoted { from } => Some((CsvFault::OpenQuote { row }, from)),
        _ => None,
    }
}

/// The first row of a table that is not in its encoding; the heading, if it cannot be told.
pub(super) fn first_undecodable(bytes: &[u8], encoding: Encoding) -> u64 {
    let (mut reader, mut cells, mut row) = (reader(bytes), ByteRecord::new(), 0);
    while reader.read_byte_record(&mut cells).unwrap_or(false) {
        if cells.iter().any(|cell| encoding.decode(cell).is_none()) {
            return row;
        }
        let nothing = cells.len() == 1
            && cells.iter().all(|cell| encoding.decode(cell).is_some_and(|text| text.trim().is_empty()));
        row += u64::from(!nothing);
    }
    0
}
