//! The ledger: records, their participations, and who is involved in them.

use std::collections::BTreeMap;

use serde_json::Value;

use super::day::Day;
use super::number::{ONE, figure};
use super::shape::{each, entries, field, text, word};
use super::world::{Subject, World, known};

/// The entities a record may name.
const NAMED: [&str; 5] = ["studio", "unit", "group", "committee", "sector"];

/// One record, its words brought to ids.
pub(super) struct Record {
    pub(super) id: String,
    pub(super) date: Day,
    pub(super) kind: String,
    pub(super) work: String,
    pub(super) quantity: Option<i128>,
    pub(super) score: Option<i128>,
    pub(super) status: String,
    /// The studio, unit, group, committee, sector whose activity it was.
    pub(super) named: BTreeMap<String, String>,
    pub(super) facets: BTreeMap<String, String>,
    pub(super) by: Vec<Part>,
}

/// One participation.
#[derive(Clone)]
pub(super) struct Part {
    pub(super) member: String,
    pub(super) quantity: Option<i128>,
    pub(super) score: Option<i128>,
    pub(super) status: String,
    pub(super) facets: BTreeMap<String, String>,
}

/// How a record involves a subject: through which approved participations, and with what figures.
pub(super) struct Involved<'r> {
    pub(super) record: &'r Record,
    pub(super) parts: Vec<&'r Part>,
    pub(super) quantity: i128,
    pub(super) score: Option<i128>,
}

/// The records of a ledger.
pub(super) fn read(ledger: &Value, rulebook: &Value, roster: &Value) -> Vec<Record> {
    let entity = |kind: &str, written: &str| -> String {
        let all = each(roster, &format!("{kind}s"));
        let named = all.iter().find(|one| word(one, "id") == written);
        let named = named.or_else(|| all.iter().find(|one| word(one, "name") == written));
        named.map_or(written, |one| word(one, "id")).to_owned()
    };
    let facets = |table: &Value, personal: bool| -> BTreeMap<String, String> {
        let all = entries(field(rulebook, "facets")).into_iter();
        let all = all.filter(|(_, facet)| (text(facet, "on") == Some("participation")) == personal);
        let all = all.filter_map(|(id, facet)| Some((id, known(facet.get("values"), text(table, id)?))));
        all.map(|(id, value)| (id.to_owned(), value.to_owned())).collect()
    };
    let record = |(row, table): (usize, &Value)| -> Record {
        // A record without an id is called by the row with which it begins.
        let id = text(table, "id").map_or_else(|| format!("row-{row}"), str::to_owned);
        let own = status(table).unwrap_or("approved");
        let part = |entry: &Value| Part {
            member: entity("member", word(entry, "member")),
            quantity: figure(entry, "quantity"),
            score: figure(entry, "score"),
            status: status(entry).unwrap_or(own).to_owned(),
            facets: facets(entry, true),
        };
        let named = NAMED.iter().filter_map(|kind| Some(((*kind).to_owned(), entity(kind, text(table, kind)?))));
        Record {
            date: Day::read(word(table, "date")),
            kind: known(rulebook.get("kinds"), word(table, "kind")).to_owned(),
            work: text(table, "work").unwrap_or(&id).to_owned(),
            quantity: figure(table, "quantity"),
            score: figure(table, "score"),
            status: own.to_owned(),
            named: named.collect(),
            facets: facets(table, false),
            by: each(table, "by").into_iter().map(part).collect(),
            id,
        }
    };
    let mut row = 1;
    let mut first_row = |table: &Value| {
        let first = row;
        row += each(table, "by").len().max(1);
        first
    };
    super::shape::list(Some(ledger)).into_iter().map(|table| record((first_row(table), table))).collect()
}

fn status(table: &Value) -> Option<&str> {
    Some(match text(table, "status")? {
        "已审核" => "approved",
        "待审核" => "pending",
        "退回" => "rejected",
        "作废" => "void",
        other => other,
    })
}

impl Record {
    /// The approved participations: one for each member.
    pub(super) fn approved(&self) -> Vec<&Part> {
        self.by.iter().filter(|part| part.status == "approved").collect()
    }

    /// Whether the record names the subject.
    pub(super) fn names(&self, subject: Subject) -> bool {
        self.named.get(subject.kind).is_some_and(|id| id == subject.id)
    }

    /// The approved participations through which the record involves the subject.
    fn through(&self, world: &World, subject: Subject) -> Vec<&Part> {
        let belongs = |part: &Part| match subject.kind {
            "member" => part.member == subject.id,
            "group" | "committee" | "sector" => world
                .subject("member", &part.member)
                .is_some_and(|member| member.belongs(world, subject.kind, self.date).contains(subject.id)),
            _ => false,
        };
        self.approved().into_iter().filter(|part| self.names(subject) || belongs(part)).collect()
    }

    /// Whether the record is the subject's own concern, approved or not.
    pub(super) fn concerns(&self, world: &World, subject: Subject) -> bool {
        let takes_part = subject.kind == "member" && self.by.iter().any(|part| part.member == subject.id);
        takes_part || self.names(subject) || !self.through(world, subject).is_empty()
    }

    /// How the record, approved for the subject, involves it; none if it does not.
    pub(super) fn involves(&self, world: &World, subject: Subject) -> Option<Involved<'_>> {
        let parts = self.through(world, subject);
        let alone = self.by.is_empty() && self.names(subject) && self.status == "approved";
        if parts.is_empty() && !alone {
            return None;
        }
        let quantities = parts.iter().map(|part| part.quantity.or(self.quantity).unwrap_or(ONE));
        let scores = parts.iter().filter_map(|part| part.score.or(self.score));
        let (quantity, score) = match (subject.kind, parts.first()) {
            ("member", Some(part)) => (part.quantity.or(self.quantity), part.score.or(self.score)),
            _ => (quantities.chain(self.quantity).max(), scores.chain(self.score).max()),
        };
        Some(Involved { record: self, parts, quantity: quantity.unwrap_or(ONE), score })
    }

    /// The statuses that keep a record from being approved for the subject.
    pub(super) fn statuses(&self, subject: Subject) -> Vec<&str> {
        let own = |part: &&Part| subject.kind != "member" || part.member == subject.id;
        if self.by.is_empty() {
            return vec![self.status.as_str()];
        }
        self.by.iter().filter(own).map(|part| part.status.as_str()).collect()
    }
}
