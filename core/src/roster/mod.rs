//! 名册: who and what there is, every relation dated, so that it can be asked "as of" a day.
//!
//! | File | What it holds |
//! | --- | --- |
//! | `entity`, `ends`, `checks` | the nouns: members, bodies, units, studios; memberships and links; checks passed |
//! | `dated` | a value with its days, and the values that one thing has had |
//! | `read` | from a document to a roster, every fault at once |
//! | `lookup`, `index` | from a text to an entity, and from an entity to all that speaks of it |
//! | `ask` | the questions that the rules ask |
//! | `as_of` | the questions that people ask of one day: who is where, what is linked to what |
//! | `changes` | what is different between two days |
//! | `coverage` | how many members are placed in studios |
//! | `named` | how an answer names an entity, and what it says where there is none |

mod as_of;
mod ask;
mod by_kind;
mod changes;
mod checks;
mod coverage;
mod dated;
mod ends;
mod entity;
mod index;
mod lookup;
mod named;
mod read;
#[cfg(test)]
mod tests;

use std::sync::Arc;

pub use as_of::{AsOf, Linked, Seat};
pub(crate) use by_kind::ByKind;
pub use changes::{
    BodyChange, Change, Changes, LinkChange, MemberChange, PostChange, SeatChange, StateChange, StudioChange,
};
pub(crate) use checks::Check;
pub use coverage::{Coverage, SectorCoverage, StudioSize, Unplaced};
pub(crate) use dated::{Dated, Timeline};
pub use ends::End;
pub(crate) use ends::{Link, LinkBytes, Membership};
pub(crate) use entity::{Attrs, Body, Member, Mode, Stage, Studio, Unit};
pub(crate) use lookup::Unresolved;
pub use named::Named;

use crate::arena::{Arena, Idx};
use crate::diagnostic::Source;
use crate::{EntityKind, Id};
use index::Index;
use lookup::Lookup;

/// 名册: members, sectors, committees, groups, units, studios, and how they belong together. Checked when it is read; cheap to clone.
///
/// ```
/// use lvzhi::{EntityKind, Roster};
/// let roster = Roster::from_json(
///     r#"{
///         "sectors": [{ "id": "economy", "name": "经济界" }],
///         "members": [{ "id": "M001", "name": "甲", "sector": "economy", "joined": "2022-01-10" }]
///     }"#,
/// )?;
/// assert_eq!(roster.count(EntityKind::Member), 1);
/// # Ok::<(), lvzhi::Diagnostics>(())
/// ```
#[derive(Debug, Clone, Default)]
pub struct Roster(Arc<Register>);

impl Roster {
    /// How many entities of a kind there are.
    pub fn count(&self, kind: EntityKind) -> usize {
        self.0.count(kind)
    }

    /// The ids of the entities of a kind, in the order of the document.
    pub fn ids(&self, kind: EntityKind) -> impl Iterator<Item = &Id> {
        self.entities(kind).map(|entity| self.id(entity))
    }

    /// The text that was read; empty of the default.
    pub fn text(&self) -> &str {
        &self.0.source
    }

    /// The lists themselves.
    pub(crate) fn register(&self) -> &Register {
        &self.0
    }
}

impl From<Register> for Roster {
    fn from(mut register: Register) -> Self {
        register.index = Index::new(&register);
        Roster(Arc::new(register))
    }
}

/// The lists of a roster, with what finds an entity by its id or name, and what speaks of it. Entities are held in the order of the document.
#[derive(Debug, Default)]
pub(crate) struct Register {
    /// The text that the roster was read from.
    pub(crate) source: Source,
    pub(crate) members: Arena<Member>,
    pub(crate) sectors: Arena<Body>,
    pub(crate) committees: Arena<Body>,
    pub(crate) groups: Arena<Body>,
    pub(crate) units: Arena<Unit>,
    pub(crate) studios: Arena<Studio>,
    pub(crate) memberships: Vec<Membership>,
    pub(crate) links: Vec<Link>,
    lookup: Lookup,
    index: Index,
}

impl Register {
    fn count(&self, kind: EntityKind) -> usize {
        match kind {
            EntityKind::Member => self.members.len(),
            EntityKind::Sector => self.sectors.len(),
            EntityKind::Committee => self.committees.len(),
            EntityKind::Group => self.groups.len(),
            EntityKind::Unit => self.units.len(),
            EntityKind::Studio => self.studios.len(),
        }
    }
}

/// One entity: its kind and its place in that kind's list.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(crate) struct Entity {
    pub(crate) kind: EntityKind,
    pub(crate) place: usize,
}

impl From<Idx<Member>> for Entity {
    fn from(member: Idx<Member>) -> Self {
        Entity { kind: EntityKind::Member, place: member.place() }
    }
}

impl From<Idx<Studio>> for Entity {
    fn from(studio: Idx<Studio>) -> Self {
        Entity { kind: EntityKind::Studio, place: studio.place() }
    }
}

/// The key under which a document lists the entities of a kind.
fn list_key(kind: EntityKind) -> &'static str {
    match kind {
        EntityKind::Member => "members",
        EntityKind::Sector => "sectors",
        EntityKind::Committee => "committees",
        EntityKind::Group => "groups",
        EntityKind::Unit => "units",
        EntityKind::Studio => "studios",
    }
}
