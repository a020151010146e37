use std::collections::BTreeMap;

use super::Facts;
use crate::arena::{Column, Idx};
use crate::ledger::{Columns, Part, Record};
use crate::roster::{Entity, Roster};
use crate::rulebook::{Facet, Kind, Rules, Word, Words};
use crate::{Date, EntityKind, Id, Slug};

/// What the ids of a ledger are to a rulebook and a roster. The ledger may have been read with another version of either.
#[derive(Debug)]
pub(crate) struct Codes {
    kinds: Column<Slug, Option<Idx<Kind>>>,
    facets: Column<Facet, Option<FacetCodes>>,
    members: Column<Id, Option<Entity>>,
    bodies: BTreeMap<EntityKind, Column<Id, Option<Entity>>>,
    first_days: Column<Id, Option<Date>>,
}

/// Where the ledger holds a facet's values, and which words of the rulebook they are.
#[derive(Debug)]
struct FacetCodes {
    column: usize,
    words: Column<Slug, Idx<Word>>,
}

/// A value that the rulebook does not declare: it is there, and it is none of the declared ones.
fn undeclared() -> Idx<Word> {
    Idx::new(usize::MAX)
}

/// The word of that id.
pub(super) fn word(words: &Words, id: &str) -> Idx<Word> {
    words.entries().find(|(_, word)| word.id == *id).map_or_else(undeclared, |(idx, _)| idx)
}

impl Codes {
    pub(super) fn new(rules: &Rules, roster: &Roster, columns: &Columns) -> Self {
        let kind =
            |id: &Slug| rules.vocabulary.kinds.entries().find(|(_, kind)| kind.word.id == *id).map(|(idx, _)| idx);
        let facet = |facet: &Facet| {
            let column = columns.facets.iter().position(|column| column.id == facet.word.id)?;
            let values = columns.facets.get(column).map(|column| column.values.iter());
            let words = values.into_iter().flatten().map(|value| word(&facet.values, value)).collect::<Vec<_>>();
            Some(FacetCodes { column, words: words.into() })
        };
        let find = |kind, ids: &Column<Id, Id>| ids.iter().map(|id| roster.find(kind, id)).collect::<Vec<_>>().into();
        let mut first_days: Column<Id, Option<Date>> = vec![None; columns.works.len()].into();
        for record in columns.records() {
            let first = &mut first_days[columns.work[record]];
            let day = columns.date[record];
            *first = Some(first.map_or(day, |first| first.min(day)));
        }
        Codes {
            kinds: columns.kinds.iter().map(kind).collect::<Vec<_>>().into(),
            facets: rules.vocabulary.facets.iter().map(facet).collect::<Vec<_>>().into(),
            members: find(EntityKind::Member, &columns.members),
            bodies: columns.bodies.iter().map(|(&kind, ids)| (kind, find(kind, ids))).collect(),
            first_days,
        }
    }
}

impl Facts<'_> {
    /// The rulebook's kind of a record; none where this rulebook does not declare it.
    pub(crate) fn kind(&self, record: Idx<Record>) -> Option<Idx<Kind>> {
        self.codes.kinds[self.columns.kind[record]]
    }

    /// The member that an id of the ledger is; none where this roster has not got it.
    pub(crate) fn member_of(&self, member: Idx<Id>) -> Option<Entity> {
        self.codes.members[member]
    }

    /// The member of a participation; none where this roster has not got the member.
    pub(crate) fn member(&self, part: Idx<Part>) -> Option<Entity> {
        self.member_of(self.columns.member[part])
    }

    /// The studio, unit, group, committee or sector that a record names.
    pub(crate) fn named(&self, kind: EntityKind, record: Idx<Record>) -> Option<Entity> {
        let code = self.columns.named(kind, record)?;
        self.codes.bodies.get(&kind).and_then(|column| column[code])
    }

    /// The value of a facet: the record's, or that of one participation in it.
    pub(crate) fn value(&self, facet: Idx<Facet>, record: Idx<Record>, part: Option<Idx<Part>>) -> Option<Idx<Word>> {
        let codes = self.codes.facets[facet].as_ref()?;
        let column = self.columns.facets.get(codes.column)?;
        let value = if self.rules.vocabulary.facets[facet].participation {
            if column.of_part.is_empty() { None } else { column.of_part[part?] }
        } else if column.of_record.is_empty() {
            None
        } else {
            column.of_record[record]
        };
        value.map(|value| codes.words[value])
    }

    /// The date of the first record in the ledger about a record's work.
    pub(crate) fn first_day(&self, record: Idx<Record>) -> Date {
        self.codes.first_days[self.columns.work[record]].unwrap_or(self.columns.date[record])
    }
}
