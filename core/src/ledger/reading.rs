use std::collections::hash_map::Entry;
use std::collections::{HashMap, HashSet};

use super::draft::{Draft, Row};
use super::flaw::{First, Flaw, Rank};
use super::meaning::Meanings;
use super::written::Written;
use super::{Cell, Field, Heading};
use crate::Id;
use crate::arena::{Arena, Idx};
use crate::diagnostic::Fault;
use crate::roster::Roster;
use crate::rulebook::{Vocabulary, Word};

/// What the ids of rows without one begin with.
const ROW: &str = "row-";

/// The most rows that a ledger may have.
const MOST_ROWS: u64 = 4_000_000_000;

/// A ledger being read, row by row.
#[derive(Debug)]
pub(super) struct Reading<'r> {
    pub(super) meanings: Meanings<'r>,
    pub(super) written: &'r Written,
    pub(super) drafts: Arena<Draft>,
    by_id: HashMap<Id, Idx<Draft>>,
    /// Every row so far; the first is row 1.
    pub(super) rows: Vec<Row>,
    /// The facets of participations: by facet of the rulebook, by row. Those of records stay empty.
    pub(super) facets: Vec<Vec<Option<Idx<Word>>>>,
    /// Who stands in which record.
    pub(super) seen: HashSet<(usize, usize)>,
    /// The rows that have a fault of their own, by their place.
    pub(super) flaws: Vec<(usize, Flaw)>,
    pub(super) most_rows: u64,
    /// Whether there was one row too many.
    pub(super) overfull: bool,
}

impl<'r> Reading<'r> {
    pub(super) fn new(vocabulary: &'r Vocabulary, roster: &'r Roster, written: &'r Written) -> Self {
        Reading {
            meanings: Meanings::new(vocabulary, roster),
            written,
            drafts: Arena::default(),
            by_id: HashMap::new(),
            rows: Vec::new(),
            facets: vec![Vec::new(); vocabulary.facets.len()],
            seen: HashSet::new(),
            flaws: Vec::new(),
            most_rows: MOST_ROWS,
            overfull: false,
        }
    }

    /// The number that the next row will have.
    pub(super) fn next_row(&self) -> u64 {
        self.rows.len() as u64 + 1
    }

    /// Takes in a row of a flat table.
    pub(super) fn row<'t>(&mut self, cell: impl Fn(Heading) -> Cell<'t>) {
        if self.next_row() > self.most_rows {
            self.overfull = true;
            return;
        }
        let mut first = First::default();
        let record = self.record(&cell, &mut first);
        self.about(record, &cell, &mut first);
        self.part(record, &cell, first);
    }

    /// The record that a row belongs to: the one whose id it bears, or one of its own.
    fn record<'t>(&mut self, cell: &impl Fn(Heading) -> Cell<'t>, first: &mut First) -> Idx<Draft> {
        let text = cell(Heading::Field(Field::Record)).text();
        if let Some(&known) = self.by_id.get(&*text) {
            return known;
        }
        self.fresh_record(&text, first)
    }

    /// A new record with the id that is written, or with one made of the row's number if none is written or it will not do.
    pub(super) fn fresh_record(&mut self, text: &str, first: &mut First) -> Idx<Draft> {
        if text.is_empty() || text.starts_with(ROW) {
            if !text.is_empty() {
                first.note(Rank::Cell(Heading::Field(Field::Record)), text, Fault::BadId { value: text.to_owned() });
            }
            let id = format!("{ROW}{}", self.next_row());
            return self.drafts.push(Draft::new(id.into(), self.facets.len()));
        }
        let id = Id::from(text);
        let record = self.drafts.push(Draft::new(id.clone(), self.facets.len()));
        match self.by_id.entry(id) {
            Entry::Vacant(free) => {
                free.insert(record);
            }
            Entry::Occupied(_) => {
                first.note(
                    Rank::Cell(Heading::Field(Field::Record)),
                    text,
                    Fault::DuplicateRecord { record: text.to_owned() },
                );
            }
        }
        record
    }

    /// What a cell means; nothing where it is blank or at fault.
    pub(super) fn look<'t, T>(
        &mut self,
        heading: Heading,
        cell: &impl Fn(Heading) -> Cell<'t>,
        first: &mut First,
        read: impl FnOnce(&mut Meanings<'r>, &str) -> Result<T, Fault>,
    ) -> Option<T> {
        let text = cell(heading).text();
        if text.is_empty() {
            return None;
        }
        read(&mut self.meanings, &text).map_err(|fault| first.note(Rank::Cell(heading), &text, fault)).ok()
    }

    /// Notes that a cell says other than an earlier row of the record.
    pub(super) fn disagreeing<'t>(
        &self,
        heading: Heading,
        cell: &impl Fn(Heading) -> Cell<'t>,
        earlier: &str,
        first: &mut First,
    ) {
        let column = self.written.name(heading, self.meanings.vocabulary());
        first.note(
            Rank::Disagreeing(heading),
            &cell(heading).text(),
            Fault::DisagreeingRows { column, earlier: earlier.to_owned() },
        );
    }
}
