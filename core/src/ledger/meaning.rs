use std::collections::{BTreeMap, HashMap};

use super::{Field, Heading, Status};
use crate::arena::Idx;
use crate::diagnostic::{Fault, Vocable, nearest};
use crate::roster::{Roster, Unresolved};
use crate::rulebook::{Facet, Kind, Vocabulary, Word, Words};
use crate::{Date, Decimal, EntityKind, Id};

/// The largest quantity, and the largest score on either side of nought.
const MOST_QUANTITY: i32 = 1_000_000;
const MOST_SCORE: i32 = 100_000;

/// For how many misspelt words the nearest is looked for: beyond that nobody reads suggestions, and looking for them would cost more than
/// reading the ledger.
const MOST_MISSPELT: usize = 200;

/// What texts mean to a rulebook and a roster: ids, labels, aliases, names.
#[derive(Debug)]
pub(super) struct Meanings<'r> {
    vocabulary: &'r Vocabulary,
    roster: &'r Roster,
    kinds: HashMap<&'r str, Idx<Kind>>,
    /// By facet.
    values: Vec<HashMap<&'r str, Idx<Word>>>,
    /// The nearest known word to each misspelt one so far.
    near: BTreeMap<(Heading, String), Option<String>>,
}

impl<'r> Meanings<'r> {
    pub(super) fn new(vocabulary: &'r Vocabulary, roster: &'r Roster) -> Self {
        let kinds =
            vocabulary.kinds.entries().flat_map(|(idx, kind)| names(&kind.word).map(move |name| (name, idx))).collect();
        let values_of = |words: &'r Words| {
            words.entries().flat_map(|(idx, word)| names(word).map(move |name| (name, idx))).collect()
        };
        let values = vocabulary.facets.iter().map(|facet| values_of(&facet.values)).collect();
        Meanings { vocabulary, roster, kinds, values, near: BTreeMap::new() }
    }

    pub(super) fn vocabulary(&self) -> &'r Vocabulary {
        self.vocabulary
    }

    pub(super) fn roster(&self) -> &'r Roster {
        self.roster
    }

    pub(super) fn kind(&mut self, text: &str) -> Result<Idx<Kind>, Fault> {
        if let Some(&kind) = self.kinds.get(text) {
            return Ok(kind);
        }
        let vocabulary = self.vocabulary;
        let near =
            self.near(Heading::Field(Field::Kind), text, || vocabulary.kinds.iter().flat_map(|kind| names(&kind.word)));
        Err(Fault::Undeclared { what: Vocable::Kind, name: text.to_owned(), near })
    }

    pub(super) fn value(&mut self, facet: Idx<Facet>, text: &str) -> Result<Idx<Word>, Fault> {
        if let Some(&value) = self.values.get(facet.place()).and_then(|values| values.get(text)) {
            return Ok(value);
        }
        let vocabulary = self.vocabulary;
        let near = self.near(Heading::Facet(facet), text, || vocabulary.facets[facet].values.iter().flat_map(names));
        Err(Fault::Undeclared { what: Vocable::Value, name: text.to_owned(), near })
    }

    /// The entity of a kind that stands in a column: its place in the roster's list.
    pub(super) fn entity(&mut self, field: Field, kind: EntityKind, text: &str) -> Result<Idx<Id>, Fault> {
        let roster = self.roster;
        match roster.resolve(kind, text) {
            Ok(entity) => Ok(Idx::new(entity.place)),
            Err(Unresolved::Ambiguous) => Err(Fault::AmbiguousEntity { kind, name: text.to_owned() }),
            Err(Unresolved::Unknown) => {
                let known =
                    || roster.entities(kind).flat_map(|entity| [roster.id(entity).as_str(), &**roster.name(entity)]);
                let near = self.near(Heading::Field(field), text, known);
                Err(Fault::UnknownEntity { kind, name: text.to_owned(), near })
            }
        }
    }

    /// The known word of a column that is spelt most like a text.
    fn near<'w, I: Iterator<Item = &'w str>>(
        &mut self,
        heading: Heading,
        text: &str,
        known: impl FnOnce() -> I,
    ) -> Option<String> {
        let key = (heading, text.to_owned());
        if let Some(found) = self.near.get(&key) {
            return found.clone();
        }
        if self.near.len() >= MOST_MISSPELT {
            return None;
        }
        let found = nearest(text, known());
        self.near.insert(key, found.clone());
        found
    }
}

/// Everything a word may be called.
pub(super) fn names(word: &Word) -> impl Iterator<Item = &str> {
    [word.id.as_str(), &word.label].into_iter().chain(word.aliases.iter().map(|alias| &**alias))
}

pub(super) fn date(text: &str) -> Result<Date, Fault> {
    Date::from_cell(text).map_err(|_| Fault::BadDate { value: text.to_owned() })
}

pub(super) fn quantity(text: &str) -> Result<Decimal, Fault> {
    number(text, 0, MOST_QUANTITY).ok_or_else(|| Fault::BadQuantity { value: text.to_owned() })
}

pub(super) fn score(text: &str) -> Result<Decimal, Fault> {
    number(text, -MOST_SCORE, MOST_SCORE).ok_or_else(|| Fault::BadScore { value: text.to_owned() })
}

fn number(text: &str, least: i32, most: i32) -> Option<Decimal> {
    let allowed = Decimal::from(least)..=Decimal::from(most);
    text.parse().ok().filter(|number| allowed.contains(number))
}

pub(super) fn status(text: &str) -> Result<Status, Fault> {
    Status::from_cell(text).ok_or_else(|| Fault::BadStatus { value: text.to_owned() })
}
