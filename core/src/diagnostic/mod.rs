//! Faults as data: a code, the exact place, what to do next. All of them at once, in source order.

mod code;
mod en;
mod fault;
mod place;
mod quoted;
#[cfg(feature = "render")]
mod render;
mod source;
mod zh;

use std::fmt;

use serde::{Serialize, Serializer};

pub use code::{Code, UnknownCode};
pub(crate) use fault::{CsvFault, Expected, Fault, LadderFault, Limit, Noun, NumberRule, Vocable, nearest};
pub use place::Place;
pub(crate) use source::Source;

use crate::Lang;

/// One fault in a document: what, where, and the way out. Made by reading; never by hand.
///
/// Its [`Display`](fmt::Display) is one English line; [`message`](Diagnostic::message) and [`help`](Diagnostic::help) speak both languages.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(into = "Written")]
pub struct Diagnostic {
    fault: Fault,
    place: Place,
    source: Source,
}

impl Diagnostic {
    pub(crate) fn new(fault: Fault, place: Place, source: Source) -> Self {
        Diagnostic { fault, place, source }
    }

    /// The stable code, as `unknown-key`.
    pub fn code(&self) -> Code {
        self.fault.code()
    }

    /// Where it stands.
    pub fn place(&self) -> &Place {
        &self.place
    }

    /// What is wrong: one line, without a final stop; the author's own words in back-ticks.
    pub fn message(&self, lang: Lang) -> String {
        one_line(match lang {
            Lang::Zh => zh::message(&self.fault),
            Lang::En => en::message(&self.fault),
        })
    }

    /// What to do next.
    pub fn help(&self, lang: Lang) -> String {
        one_line(match lang {
            Lang::Zh => zh::help(&self.fault),
            Lang::En => en::help(&self.fault),
        })
    }

    /// Code, place, message and help in one line.
    pub fn line(&self, lang: Lang) -> String {
        let (message, help) = (self.message(lang), self.help(lang));
        let between = lang.choose("；", "; ");
        match self.place.to_string().as_str() {
            "" => format!("[{}] {message}{between}{help}", self.code()),
            place => one_line(format!("[{}] {place}: {message}{between}{help}", self.code())),
        }
    }
}

/// A sentence stays on its line, whatever stands in the text that it quotes.
fn one_line(sentence: String) -> String {
    if !sentence.contains(char::is_control) {
        return sentence;
    }
    let written = |char: char| if char.is_control() { char.escape_default().to_string() } else { char.to_string() };
    sentence.chars().map(written).collect()
}

impl fmt::Display for Diagnostic {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.line(Lang::En))
    }
}

/// A diagnostic as it is written.
#[derive(Serialize)]
#[serde(rename = "Diagnostic")]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
struct Written {
    /// The stable code.
    code: Code,
    /// Where it stands.
    place: Place,
    /// What is wrong, in English.
    message: String,
    /// What to do next, in English.
    help: String,
    /// What is wrong, in Chinese.
    message_zh: String,
    /// What to do next, in Chinese.
    help_zh: String,
}

#[cfg(feature = "schema")]
crate::text::written_as!(Diagnostic, Written);

impl From<Diagnostic> for Written {
    fn from(diagnostic: Diagnostic) -> Self {
        Written {
            code: diagnostic.code(),
            message: diagnostic.message(Lang::En),
            help: diagnostic.help(Lang::En),
            message_zh: diagnostic.message(Lang::Zh),
            help_zh: diagnostic.help(Lang::Zh),
            place: diagnostic.place,
        }
    }
}

/// How many faults of a document may come with a suggestion: looking for it costs more than reading.
const MOST_SUGGESTIONS: usize = 200;

/// Every fault of one document, in source order, with the text they stand in. Never empty when it is returned as an error.
#[derive(Clone, PartialEq, Eq, Default)]
pub struct Diagnostics {
    source: Source,
    list: Vec<Diagnostic>,
}

impl Diagnostics {
    pub(crate) fn new(source: Source) -> Self {
        Diagnostics { source, list: Vec::new() }
    }

    pub(crate) fn push(&mut self, fault: Fault, place: Place) {
        self.list.push(Diagnostic::new(fault, place, self.source.clone()));
    }

    pub(crate) fn extend(&mut self, other: Diagnostics) {
        self.list.extend(other.list);
    }

    /// Whether there are few enough faults for a suggestion to be looked for: beyond that nobody reads them.
    pub(crate) fn suggests(&self) -> bool {
        self.list.len() < MOST_SUGGESTIONS
    }

    /// The known word that is spelt most like `word`, if one is near enough to be meant, and while there are few faults.
    pub(crate) fn nearest<'w>(&self, word: &str, known: impl IntoIterator<Item = &'w str>) -> Option<String> {
        self.suggests().then(|| nearest(word, known)).flatten()
    }

    /// In source order, and the same fault at the same place once.
    pub(crate) fn sorted(mut self) -> Self {
        self.list.sort_by(|a, b| a.place.order().cmp(&b.place.order()));
        self.list.dedup();
        self
    }

    /// The text that was read; empty where there was none.
    pub fn source(&self) -> &str {
        &self.source
    }

    /// The faults, in source order.
    pub fn iter(&self) -> std::slice::Iter<'_, Diagnostic> {
        self.list.iter()
    }

    /// How many.
    pub fn len(&self) -> usize {
        self.list.len()
    }

    /// Whether there is none.
    pub fn is_empty(&self) -> bool {
        self.list.is_empty()
    }
}

impl fmt::Debug for Diagnostics {
    /// The same lines: what `main` prints of an error that it returns.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, f)
    }
}

impl fmt::Display for Diagnostics {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (place, diagnostic) in self.list.iter().enumerate() {
            if place > 0 {
                f.write_str("\n")?;
            }
            write!(f, "{diagnostic}")?;
        }
        Ok(())
    }
}

impl std::error::Error for Diagnostics {}

impl<'d> IntoIterator for &'d Diagnostics {
    type Item = &'d Diagnostic;
    type IntoIter = std::slice::Iter<'d, Diagnostic>;

    fn into_iter(self) -> Self::IntoIter {
        self.list.iter()
    }
}

#[cfg(feature = "schema")]
crate::text::written_as!(Diagnostics, Vec<Diagnostic>);

impl Serialize for Diagnostics {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_seq(&self.list)
    }
}
