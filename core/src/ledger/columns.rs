use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use super::Status;
use crate::arena::{Arena, Column, Idx};
use crate::{Date, Decimal, EntityKind, Id, Slug};

/// 履职记录: one activity or one stage of a work. Only its place exists; what it says stands in columns.
#[derive(Debug)]
pub(crate) enum Record {}

/// 参与: one member's part in a record. Only its place exists; what it says stands in columns.
#[derive(Debug)]
pub(crate) enum Part {}

/// A ledger in columns: records in the order in which they were read, participations in member order (then in record order).
///
/// Ids, kinds, works and values are written once, in dictionaries, and held by place.
#[derive(Debug, Default)]
pub(crate) struct Columns {
    pub(crate) members: Arena<Id>,
    pub(crate) kinds: Arena<Slug>,
    pub(crate) works: Arena<Id>,
    /// The studios, units, groups, committees and sectors that records name.
    pub(crate) bodies: BTreeMap<EntityKind, Arena<Id>>,

    pub(crate) id: Column<Record, Id>,
    pub(crate) date: Column<Record, Date>,
    pub(crate) kind: Column<Record, Idx<Slug>>,
    pub(crate) work: Column<Record, Idx<Id>>,
    /// Whose activity it was: by kind of entity, a place in that kind's dictionary. A kind that no record names may be missing.
    pub(crate) named: BTreeMap<EntityKind, Column<Record, Option<Idx<Id>>>>,
    /// The record's own, where stated.
    pub(crate) quantity: Column<Record, Option<Decimal>>,
    pub(crate) score: Column<Record, Option<Decimal>>,
    /// The record's own: what holds where there is no participant.
    pub(crate) status: Column<Record, Status>,
    pub(crate) note: Column<Record, Option<Arc<str>>>,
    /// The record's participations.
    pub(crate) parts: Column<Record, Vec<Idx<Part>>>,

    pub(crate) record: Column<Part, Idx<Record>>,
    pub(crate) member: Column<Part, Idx<Id>>,
    /// The member's own, else the record's own, else 1.
    pub(crate) part_quantity: Column<Part, Decimal>,
    /// The member's own, else the record's own.
    pub(crate) part_score: Column<Part, Option<Decimal>>,
    /// The member's own, else approved. (In JSON a record's status is that of every entry of `by` that has none.)
    pub(crate) part_status: Column<Part, Status>,
    pub(crate) part_note: Column<Part, Option<Arc<str>>>,
    /// The participations of each member: from this place on, up to the next member's.
    pub(crate) first_part: Vec<u32>,

    /// One for each facet that the rulebook declares.
    pub(crate) facets: Vec<FacetColumn>,
}

/// The values of one facet.
#[derive(Debug)]
pub(crate) struct FacetColumn {
    pub(crate) id: Slug,
    /// The facet's values, as the rulebook declares them.
    pub(crate) values: Arena<Slug>,
    /// For a record's facet: by record; else empty.
    pub(crate) of_record: Column<Record, Option<Idx<Slug>>>,
    /// For a participation's facet: by participation; else empty.
    pub(crate) of_part: Column<Part, Option<Idx<Slug>>>,
}

impl Columns {
    /// How many records.
    pub(crate) fn len(&self) -> usize {
        self.id.len()
    }

    /// Every record.
    pub(crate) fn records(&self) -> impl DoubleEndedIterator<Item = Idx<Record>> + use<> {
        self.id.places()
    }

    /// The participations of a member, in record order.
    pub(crate) fn parts_of(&self, member: Idx<Id>) -> impl Iterator<Item = Idx<Part>> + use<> {
        let from = self.first_part.get(member.place()).copied().unwrap_or(0) as usize;
        let to = self.first_part.get(member.place() + 1).map_or(self.record.len(), |&first| first as usize);
        (from..to).map(Idx::new)
    }

    /// The entities of a kind that records name or members take part as, each once, in the order of the dictionary.
    pub(crate) fn names(&self, kind: EntityKind) -> Vec<&Id> {
        let (ids, used): (_, BTreeSet<Idx<Id>>) = match kind {
            EntityKind::Member => (Some(&self.members), self.member.iter().copied().collect()),
            _ => (
                self.bodies.get(&kind),
                self.named.get(&kind).into_iter().flat_map(Column::iter).flatten().copied().collect(),
            ),
        };
        ids.map_or_else(Vec::new, |ids| used.into_iter().map(|idx| &ids[idx]).collect())
    }

    /// The place, in the dictionary of its kind, of the studio, unit, group, committee or sector that the record names.
    pub(crate) fn named(&self, kind: EntityKind, record: Idx<Record>) -> Option<Idx<Id>> {
        self.named.get(&kind).and_then(|column| column[record])
    }
}
