//! From a document to a roster: first every id, so that references may point forward, then every list.

mod ends;
mod entity;
mod listed;
#[cfg(test)]
mod sound;
#[cfg(test)]
mod tests;
mod values;

use super::lookup::Lookup;
use super::{ByKind, Register, Roster, Unresolved, list_key};
use crate::diagnostic::{Diagnostics, Fault};
use crate::document::{Document, Fields, Spot};
use crate::{EntityKind, Id};

impl Roster {
    /// Reads a roster from JSON.
    ///
    /// # Errors
    ///
    /// Every fault of the text at once, in its order: syntax, unknown and missing keys, values of a wrong type, ids that stand twice, days
    /// that no calendar has, spans that end before they begin, two values on one day where there may be one, references to what is not listed.
    ///
    /// ```
    /// use lvzhi::Roster;
    /// let faults = Roster::from_json(r#"{ "members": [{ "id": "M001", "sector": "economy" }] }"#).unwrap_err();
    /// let codes: Vec<_> = faults.iter().map(|fault| fault.code().to_string()).collect();
    /// assert_eq!(codes, ["unknown-sector"]);
    /// ```
    pub fn from_json(text: &str) -> Result<Roster, Diagnostics> {
        let document = Document::from_json(text)?;
        let mut faults = Diagnostics::new(document.source.clone());
        Roster::read(Spot::top(&document), &mut faults).ok_or_else(|| faults.sorted())
    }

    /// Reads a roster from the table that holds its lists; none if there was a fault.
    pub(crate) fn read(top: Spot<'_>, faults: &mut Diagnostics) -> Option<Roster> {
        let fields = top.fields(faults)?;
        let mut reading = Reading::new(faults, Unlisted::Refused);
        let mut lists = reading.listed(|kind| fields.optional(list_key(kind)));
        let (memberships, links) = (fields.optional("memberships"), fields.optional("links"));
        fields.finish(reading.faults);
        let mut register = reading.entities(&mut lists, []);
        register.memberships = reading.tables(memberships, Reading::membership);
        register.links = reading.tables(links, Reading::link);
        reading.roster(register, top)
    }

    /// Reads the roster of a worked example from the example's table: its members and studios. Whatever they or `named` (the cells of its
    /// records: an id, or the name that one listed entity alone has) name beyond these is made up. None if there was a fault.
    pub(crate) fn of_example<'n>(
        example: &Fields<'_>,
        named: impl IntoIterator<Item = (EntityKind, &'n str)>,
        faults: &mut Diagnostics,
    ) -> Option<Roster> {
        let mut reading = Reading::new(faults, Unlisted::MadeUp);
        let (members, studios) = (example.optional("members"), example.optional("studios"));
        let mut lists = reading.listed(|kind| match kind {
            EntityKind::Member => members,
            EntityKind::Studio => studios,
            _ => None,
        });
        let register = reading.entities(&mut lists, named);
        reading.roster(register, example.spot())
    }
}

/// What becomes of a reference to an entity that is not listed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Unlisted {
    Refused,
    MadeUp,
}

/// A roster being read.
struct Reading<'f> {
    faults: &'f mut Diagnostics,
    /// How many faults there were before.
    before: usize,
    unlisted: Unlisted,
    /// The ids of each kind: the listed ones, then those made up.
    ids: ByKind<Vec<Id>>,
    lookup: Lookup,
    /// Whether the list of a kind is none, so that nobody can say what it should have held.
    unreadable: ByKind<bool>,
}

impl<'f> Reading<'f> {
    fn new(faults: &'f mut Diagnostics, unlisted: Unlisted) -> Self {
        let before = faults.len();
        Reading {
            faults,
            before,
            unlisted,
            ids: ByKind::default(),
            lookup: Lookup::default(),
            unreadable: ByKind::default(),
        }
    }

    /// The place of the entity that has the id; reports one that is not listed, or makes it up.
    fn place(&mut self, kind: EntityKind, id: &str, spot: Spot<'_>) -> Option<usize> {
        let found = self.lookup.find(kind, id);
        match self.unlisted {
            _ if found.is_some() => found,
            Unlisted::MadeUp => Some(self.make_up(kind, id)),
            Unlisted::Refused => {
                if !self.unreadable.of(kind) {
                    let near = self.near(kind, id);
                    spot.fault(self.faults, Fault::UnknownEntity { kind, name: id.to_owned(), near });
                }
                None
            }
        }
    }

    /// The id that was meant: that of the entity whose name was written, else the one that is spelt most like it.
    fn near(&self, kind: EntityKind, text: &str) -> Option<String> {
        let ids = self.ids.of(kind);
        let named = self.lookup.resolve(kind, text).ok().and_then(|place| ids.get(place)).map(ToString::to_string);
        named.or_else(|| self.faults.nearest(text, ids.iter().map(Id::as_str)))
    }

    fn make_up(&mut self, kind: EntityKind, id: &str) -> usize {
        let ids = self.ids.of_mut(kind);
        let place = ids.len();
        ids.push(id.into());
        self.lookup.add_id(kind, id, place);
        place
    }

    /// Makes up those that are named and neither listed nor made up yet.
    fn make_up_named<'n>(&mut self, named: impl IntoIterator<Item = (EntityKind, &'n str)>) {
        for (kind, text) in named {
            if self.lookup.resolve(kind, text) == Err(Unresolved::Unknown) {
                self.make_up(kind, text);
            }
        }
    }

    /// The roster, if all went well.
    fn roster(self, mut register: Register, top: Spot<'_>) -> Option<Roster> {
        (self.faults.len() == self.before).then(|| {
            register.source = top.document().source.clone();
            register.lookup = self.lookup;
            Roster::from(register)
        })
    }
}
