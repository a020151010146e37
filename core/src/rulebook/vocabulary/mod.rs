//! 词汇: the words that a rulebook declares, and finding one by its id.

mod read;
#[cfg(test)]
mod tests;

use std::sync::Arc;

use crate::arena::{Arena, Idx};
use crate::diagnostic::{Diagnostics, Fault, Place, Vocable};
use crate::document::Spot;
use crate::{EntityKind, Slug};

/// The words that a rulebook declares.
#[derive(Debug, Clone, Default)]
pub(crate) struct Vocabulary {
    pub(crate) kinds: Arena<Kind>,
    pub(crate) facets: Arena<Facet>,
    pub(crate) posts: Words,
    pub(crate) tags: Words,
    pub(crate) roles: Words,
    pub(crate) studio_types: Words,
    pub(crate) unit_types: Words,
    /// Attributes are declared like facets (`participation` is never set).
    pub(crate) attrs: Arena<Facet>,
    pub(crate) links: Arena<LinkKind>,
}

/// A word: its id, its label, and other ways to write it.
#[derive(Debug, Clone)]
pub(crate) struct Word {
    pub(crate) id: Slug,
    pub(crate) label: Arc<str>,
    pub(crate) aliases: Vec<Arc<str>>,
}

/// A list of words.
pub(crate) type Words = Arena<Word>;

/// A kind of record.
#[derive(Debug, Clone)]
pub(crate) struct Kind {
    pub(crate) word: Word,
    /// Whether records of this kind may score.
    pub(crate) scored: bool,
}

/// A facet of records or of participations, or an attribute of entities: a name and its values.
#[derive(Debug, Clone)]
pub(crate) struct Facet {
    pub(crate) word: Word,
    /// Whether it is a participation's, not a record's.
    pub(crate) participation: bool,
    pub(crate) values: Words,
}

/// A kind of link between two entities.
#[derive(Debug, Clone)]
pub(crate) struct LinkKind {
    pub(crate) id: Slug,
    pub(crate) label: Arc<str>,
    pub(crate) from: EntityKind,
    pub(crate) to: EntityKind,
}

/// What is declared under an id.
pub(super) trait Declared {
    fn id(&self) -> &Slug;
}

impl Declared for Word {
    fn id(&self) -> &Slug {
        &self.id
    }
}
impl Declared for Kind {
    fn id(&self) -> &Slug {
        &self.word.id
    }
}
impl Declared for Facet {
    fn id(&self) -> &Slug {
        &self.word.id
    }
}
impl Declared for LinkKind {
    fn id(&self) -> &Slug {
        &self.id
    }
}

/// Reads the id of something declared in a vocabulary.
pub(super) fn declared<T: Declared>(
    spot: Spot<'_>,
    what: Vocable,
    words: &Arena<T>,
    faults: &mut Diagnostics,
) -> Option<Idx<T>> {
    let name = spot.text(faults)?;
    known_as(name, || spot.place(), what, words, faults).map(|(idx, _)| idx)
}

/// What is declared under an id that was read at `place`.
pub(super) fn known_as<'v, T: Declared>(
    name: &str,
    place: impl FnOnce() -> Place,
    what: Vocable,
    words: &'v Arena<T>,
    faults: &mut Diagnostics,
) -> Option<(Idx<T>, &'v T)> {
    let found = words.entries().find(|(_, word)| *word.id() == *name);
    if found.is_none() {
        let near = faults.nearest(name, words.iter().map(|word| word.id().as_str()));
        faults.push(Fault::Undeclared { what, name: name.to_owned(), near }, place());
    }
    found
}

/// Reads the `facet` of a participation and a `value` of it, as a share and a count of people name them.
pub(super) fn carried(
    facet: Option<Spot<'_>>,
    value: Option<Spot<'_>>,
    vocabulary: &Vocabulary,
    faults: &mut Diagnostics,
) -> Option<(Idx<Facet>, Idx<Word>)> {
    let facet = facet?;
    let idx = declared(facet, Vocable::Facet, &vocabulary.facets, faults)?;
    let Facet { word, participation, values } = &vocabulary.facets[idx];
    if !participation {
        facet.fault(faults, Fault::WrongFacet { facet: word.id.to_string() });
    }
    let value = declared(value?, Vocable::Value, values, faults)?;
    Some((idx, value))
}
