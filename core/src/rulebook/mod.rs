//! 办法: the rules as data, read from TOML or JSON and checked whole.
//!
//! [`Rulebook`] is what comes out: every id resolved, every number in range, every word declared. One file a kind of rule, each with its
//! shape and its reading; `names` collects all ids first, so that references may point forward.

mod award;
mod board;
mod bound;
mod category;
mod dimension;
mod duty;
mod example;
mod flow;
mod grade;
mod head;
mod item;
mod lifecycle;
pub(crate) mod measure;
#[cfg(test)]
mod mutated;
mod names;
mod notice;
mod number;
mod predicate;
mod rank;
mod read;
mod relation;
mod require;
mod share;
mod standard;
mod times;
mod tree;
#[cfg(test)]
mod trial;
mod veto;
mod vocabulary;

use std::sync::Arc;

pub(crate) use award::Award;
pub(crate) use board::{Board, Class};
pub(crate) use bound::Bound;
pub(crate) use category::Category;
pub(crate) use dimension::Dimension;
pub(crate) use duty::Duty;
pub(crate) use example::Example;
pub(crate) use flow::{Flow, Step};
pub(crate) use grade::{Grade, GradeName, Quota, Seats};
pub(crate) use head::Head;
pub(crate) use item::Item;
pub(crate) use lifecycle::{Lifecycle, Move, Requirement, State};
pub use measure::Unit;
pub(crate) use measure::{Inherit, Measure, Rate, step_reached};
pub(crate) use notice::{Condition, Notice};
pub(crate) use predicate::{Any, For, Mention, People, RecordTest, SubjectTest, Test, Want, When};
pub use rank::{Grouping, UnknownGrouping};
pub(crate) use rank::{Rank, Ties};
pub(crate) use relation::Relation;
pub(crate) use share::Share;
pub(crate) use standard::{CheckItem, Standard};
pub(crate) use times::Times;
pub(crate) use tree::{Child, Parent};
pub(crate) use veto::Veto;
pub(crate) use vocabulary::{Facet, Kind, LinkKind, Vocabulary, Word, Words};

use crate::arena::Arena;
use crate::diagnostic::Diagnostics;
use crate::document::{Document, Fields};
use crate::{Date, Slug, Term};
use read::text;

/// 办法: the rules of one place, checked. Cheap to clone.
#[derive(Debug, Clone)]
pub struct Rulebook(Arc<Rules>);

/// Everything a rulebook says, each list in the order of the document.
#[derive(Debug)]
pub(crate) struct Rules {
    pub(crate) head: Head,
    pub(crate) vocabulary: Vocabulary,
    /// The entities that rules name by id.
    pub(crate) mentions: Vec<Mention>,
    pub(crate) boards: Arena<Board>,
    pub(crate) categories: Arena<Category>,
    pub(crate) items: Arena<Item>,
    pub(crate) grades: Arena<Grade>,
    pub(crate) vetoes: Arena<Veto>,
    pub(crate) notices: Arena<Notice>,
    pub(crate) duties: Arena<Duty>,
    pub(crate) bounds: Arena<Bound>,
    pub(crate) standards: Arena<Standard>,
    pub(crate) lifecycle: Option<Lifecycle>,
    pub(crate) flows: Arena<Flow>,
    pub(crate) dimensions: Arena<Dimension>,
    pub(crate) examples: Vec<Example>,
    /// The text and its tree: worked examples are read from it, and findings point into it.
    pub(crate) document: Arc<Document>,
}

/// Where a rule stands in the published text, and what its author says about it. May stand in every table of a list.
#[derive(Debug, Clone, Default)]
pub(crate) struct Cite {
    pub(crate) clause: Option<Arc<str>>,
    pub(crate) note: Option<Arc<str>>,
    pub(crate) source: Option<Arc<str>>,
}

impl Cite {
    /// Asks a table for `clause`, `note` and `source`.
    fn read(fields: &Fields<'_>, faults: &mut Diagnostics) -> Cite {
        let mut ask = |key| text(fields.optional(key), faults);
        Cite { clause: ask("clause"), note: ask("note"), source: ask("source") }
    }

    /// The same for a table that may carry a `label` although nothing prints it.
    fn read_labelled(fields: &Fields<'_>, faults: &mut Diagnostics) -> Cite {
        text(fields.optional("label"), faults);
        Cite::read(fields, faults)
    }
}

impl Rulebook {
    /// Reads a rulebook written as TOML and checks it whole. An error lists every fault, each at its exact place.
    ///
    /// ```
    /// use lvzhi::Rulebook;
    /// let text = r#"
    /// [rulebook]
    /// format = 1
    /// id = "somewhere"
    /// title = "委员履职积分办法"
    ///
    /// [kinds]
    /// proposal = "提案"
    ///
    /// [[board]]
    /// id = "member"
    /// title = "委员积分"
    /// subject = "member"
    ///
    /// [[item]]
    /// id = "proposals"
    /// label = "提交提案"
    /// when = { kind = "proposal" }
    /// points = 5
    /// "#;
    /// let rulebook = Rulebook::from_toml(text)?;
    /// assert_eq!(rulebook.title(), "委员履职积分办法");
    ///
    /// let faults = Rulebook::from_toml(&text.replace("points", "pionts")).unwrap_err();
    /// assert!(faults.iter().any(|fault| fault.code().as_str() == "unknown-key" && fault.place().line == 19));
    /// # Ok::<(), lvzhi::Diagnostics>(())
    /// ```
    #[cfg(feature = "toml")]
    pub fn from_toml(text: &str) -> Result<Rulebook, Diagnostics> {
        Rulebook::from_document(Document::from_toml(text)?)
    }

    /// Reads a rulebook written as JSON: the same tables under the same keys, dates as text. An error lists every fault.
    pub fn from_json(text: &str) -> Result<Rulebook, Diagnostics> {
        Rulebook::from_document(Document::from_rulebook_json(text)?)
    }

    /// Checks a document that has been read.
    fn from_document(document: Document) -> Result<Rulebook, Diagnostics> {
        read::rules(document).map(|rules| Rulebook(Arc::new(rules)))
    }

    /// The rulebook's id, unique in a gallery.
    pub fn id(&self) -> &Slug {
        &self.0.head.id
    }

    /// What the rules are called.
    pub fn title(&self) -> &str {
        &self.0.head.title
    }

    /// Where they hold.
    pub fn place(&self) -> Option<&str> {
        self.0.head.place.as_deref()
    }

    /// Which version of them this is.
    pub fn version(&self) -> Option<&str> {
        self.0.head.version.as_deref()
    }

    /// Where their text stands.
    pub fn source(&self) -> Option<&str> {
        self.0.head.source.as_deref()
    }

    /// What their author says about them as a whole: what the source leaves out, how it was read.
    pub fn note(&self) -> Option<&str> {
        self.0.head.note.as_deref()
    }

    /// The clause of the source that they stand on.
    pub fn clause(&self) -> Option<&str> {
        self.0.head.clause.as_deref()
    }

    /// The first and the last day on which they hold; either may be open.
    pub fn in_force(&self) -> (Option<Date>, Option<Date>) {
        (self.0.head.effective, self.0.head.until)
    }

    /// The term of which they speak.
    pub fn term(&self) -> Option<Term> {
        self.0.head.term
    }

    /// The ids of the boards, in the order of the document.
    pub fn boards(&self) -> impl ExactSizeIterator<Item = &Slug> {
        self.0.boards.iter().map(|board| &board.id)
    }

    /// The text that was read.
    pub fn text(&self) -> &str {
        &self.0.document.source
    }

    /// The checked rules.
    pub(crate) fn rules(&self) -> &Rules {
        &self.0
    }
}
