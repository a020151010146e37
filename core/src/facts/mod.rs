//! A rulebook, a roster and a ledger, brought together: every question that a rule asks about a record or a subject is answered here.
//!
//! A ledger names things by id; [`Codes`] says once what each id is to this rulebook and this roster.

mod codes;
mod count;
mod involved;
mod record;
mod subject;

use std::collections::BTreeMap;

pub(crate) use count::Tally;
pub(crate) use involved::Involvement;

use crate::ledger::Columns;
use crate::roster::{Entity, Register, Roster};
use crate::rulebook::Rules;
use crate::{Date, EntityKind, Window};
use codes::Codes;

/// What is known while scoring. Made for one ledger; nothing in it changes.
#[derive(Debug)]
pub(crate) struct Facts<'a> {
    pub(crate) rules: &'a Rules,
    pub(crate) roster: &'a Roster,
    pub(crate) columns: &'a Columns,
    /// An `as_of` that was given: later records are left out, everywhere.
    until: Option<Date>,
    codes: Codes,
    /// By kind of subject and its place: the records it is involved in, by date, then id.
    involved: BTreeMap<EntityKind, Vec<Vec<Involvement>>>,
}

impl<'a> Facts<'a> {
    pub(crate) fn new(rules: &'a Rules, roster: &'a Roster, columns: &'a Columns, until: Option<Date>) -> Self {
        let codes = Codes::new(rules, roster, columns);
        let mut facts = Facts { rules, roster, columns, until, codes, involved: BTreeMap::new() };
        let asked = rules.boards.iter().map(|board| board.subject).chain(rules.duties.iter().map(|duty| duty.subject));
        for kind in asked {
            if !facts.involved.contains_key(&kind) {
                let table = involved::table(&facts, kind);
                facts.involved.insert(kind, table);
            }
        }
        facts
    }

    /// The lists of the roster.
    pub(crate) fn register(&self) -> &'a Register {
        self.roster.register()
    }

    /// Whether a record is approved for the subject, seen, and dated in a window.
    pub(crate) fn occurs(&self, involvement: &Involvement, window: Window) -> bool {
        let date = self.columns.date[involvement.record];
        involvement.approved() && window.contains(date) && self.in_sight(date)
    }

    /// The records in which the subject is involved, or would be if they were approved; by date, then id.
    pub(crate) fn involved(&self, subject: Entity) -> &[Involvement] {
        self.involved.get(&subject.kind).and_then(|table| table.get(subject.place)).map_or(&[], Vec::as_slice)
    }
}
