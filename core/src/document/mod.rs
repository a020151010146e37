//! A document as a tree that knows where everything stands, whether it was written as TOML or as JSON, and a reader that asks it for values
//! and collects every fault on the way.

mod fields;
mod json;
mod spot;
#[cfg(feature = "toml")]
mod toml;

pub(crate) use fields::Fields;
pub(crate) use spot::{Spot, rising, unquoted};

use std::ops::Range;

use crate::diagnostic::{Diagnostics, Fault, Limit, Source};

/// A whole document: its text and its tree.
#[derive(Debug, Clone)]
pub(crate) struct Document {
    pub(crate) source: Source,
    pub(crate) root: Node,
    /// Where days stand that no calendar has.
    impossible: Vec<Range<usize>>,
}

/// A value and the bytes on which it stands.
#[derive(Debug, Clone)]
pub(crate) struct Node {
    pub(crate) value: Value,
    pub(crate) span: Range<usize>,
}

/// A value. Numbers keep their text, so that no digit is lost.
#[derive(Debug, Clone)]
pub(crate) enum Value {
    Null,
    Boolean(bool),
    Number(String),
    Text(String),
    /// A date that TOML wrote as such; a day that does not exist is refused when it is asked for.
    #[cfg_attr(not(feature = "toml"), expect(dead_code, reason = "only TOML has it"))]
    Date(String),
    List(Vec<Node>),
    Table(Vec<Entry>),
}

/// A key of a table, with its value.
#[derive(Debug, Clone)]
pub(crate) struct Entry {
    pub(crate) key: String,
    pub(crate) key_span: Range<usize>,
    pub(crate) node: Node,
}

/// The most that a document may hold.
const BYTES: usize = 16 * 1024 * 1024;
const TABLES: usize = 10_000;
const LEVELS: usize = 64;

impl Document {
    /// Reads a rulebook's TOML, within the limits of a rulebook.
    #[cfg(feature = "toml")]
    pub(crate) fn from_toml(text: &str) -> Result<Document, Diagnostics> {
        Document::limited(text, toml::read)
    }

    /// Reads a rulebook's JSON, within the limits of a rulebook.
    pub(crate) fn from_rulebook_json(text: &str) -> Result<Document, Diagnostics> {
        Document::limited(text, |text| json::read(text, Fault::TooLarge { what: Limit::Levels }))
    }

    /// Reads JSON of any size.
    pub(crate) fn from_json(text: &str) -> Result<Document, Diagnostics> {
        json::read(text, Fault::JsonSyntax { message: "it is nested too deeply".to_owned() })
    }

    /// Reports the days that no calendar has, as far as nobody has asked for them.
    pub(crate) fn impossible_days(&self, faults: &mut Diagnostics) {
        for span in &self.impossible {
            if !faults.iter().any(|fault| fault.place().bytes == *span) {
                let value = self.source.get(span.clone()).unwrap_or("");
                let fault = Fault::BadDate { value: value.to_owned() };
                faults.push(fault, self.source.place(String::new(), span.clone(), value));
            }
        }
    }

    fn limited(text: &str, read: fn(&str) -> Result<Document, Diagnostics>) -> Result<Document, Diagnostics> {
        let too_large = |what, bytes| {
            let source = Source::from(text);
            let mut diagnostics = Diagnostics::new(source.clone());
            diagnostics.push(Fault::TooLarge { what }, source.place(String::new(), bytes, ""));
            diagnostics
        };
        if text.len() > BYTES {
            return Err(too_large(Limit::Bytes, 0..0));
        }
        let document = read(text)?;
        let mut diagnostics = Diagnostics::new(document.source.clone());
        let top = Spot::top(&document);
        if let Some(deep) = top.deeper_than(LEVELS) {
            diagnostics.push(Fault::TooLarge { what: Limit::Levels }, deep.holder_place());
        }
        if let Some(one_more) = top.nth_table(TABLES) {
            diagnostics.push(Fault::TooLarge { what: Limit::Tables }, one_more.holder_place());
        }
        if diagnostics.is_empty() { Ok(document) } else { Err(diagnostics) }
    }
}

impl Node {
    pub(crate) fn entries(&self) -> &[Entry] {
        match &self.value {
            Value::Table(entries) => entries,
            _ => &[],
        }
    }

    pub(crate) fn items(&self) -> &[Node] {
        match &self.value {
            Value::List(items) => items,
            _ => &[],
        }
    }
}
