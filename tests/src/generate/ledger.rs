//! Ledgers: records with their participants, and others' own.

use serde_json::{Map, Value, json};

use super::day;
use super::dice::{Dice, join, put, table};
use super::number;
use super::roster::name;
use super::words::{Cast, FACETS, KINDS, Kind, spelt};

/// The kinds of entities of whose own activity a record may be.
const OWNERS: [Kind; 4] = [Kind::Studio, Kind::Group, Kind::Committee, Kind::Sector];

/// What makes the id of a record: their order as text is not their order in the ledger.
const IDS: [&str; 5] = ["R", "r", "记", "A-", "é"];

/// A writer of records, who knows the words of the rulebook and the names of the roster.
pub(super) struct Clerk<'c> {
    pub(super) cast: &'c Cast,
    pub(super) rulebook: &'c Value,
    pub(super) roster: &'c Value,
    /// Whether many take part in a record, and few records wait for approval.
    pub(super) dense: bool,
}

impl Clerk<'_> {
    /// Some records.
    pub(super) fn ledger(&self, dice: &mut Dice) -> Value {
        let most = dice.pick(&[3, 10, 20, 30]);
        let mut records: Vec<Value> = (0..dice.between(1, most)).map(|nth| self.record(dice, nth)).collect();
        dice.shuffle(&mut records);
        Value::Array(records)
    }

    fn record(&self, dice: &mut Dice, nth: usize) -> Value {
        let (least, most) = if self.dense { (1, 7) } else { (0, 4) };
        let members = dice.several(self.cast.of(Kind::Member), least, most);
        let kind = dice.pick(&KINDS);
        let kind = spelt(dice, self.rulebook.get("kinds"), kind);
        let id = format!("{}{}", dice.pick(&IDS), dice.pick(&[nth, nth + 100]));
        let mut record = table([
            ("id", (!dice.one_in(15)).then(|| json!(id))),
            ("date", Some(json!(day::spelt(dice)))),
            ("kind", Some(json!(kind))),
        ]);
        if dice.one_in(4) {
            put(&mut record, "work", format!("P{}", dice.below(3)));
        }
        for kind in OWNERS.into_iter().chain([Kind::Unit]) {
            if dice.one_in(5) {
                put(&mut record, kind.word(), self.entity(dice, kind));
            }
        }
        // A record that has no participants is somebody's own.
        if members.is_empty() && OWNERS.iter().all(|kind| record.get(kind.word()).is_none()) {
            let kind = dice.pick(&OWNERS);
            put(&mut record, kind.word(), self.entity(dice, kind));
        }
        join(&mut record, self.own(dice));
        join(&mut record, self.facets(dice, FACETS.get(..2).unwrap_or_default()));
        if members.is_empty() {
            if dice.one_in(3) {
                put(&mut record, "by", json!([]));
            }
            return record;
        }
        let part = |id: &String| {
            let mut part = json!({ "member": self.called(dice, Kind::Member, id) });
            join(&mut part, self.own(dice));
            join(&mut part, self.facets(dice, FACETS.get(2..).unwrap_or_default()));
            part
        };
        let by: Vec<Value> = members.iter().map(part).collect();
        put(&mut record, "by", by);
        record
    }

    fn entity(&self, dice: &mut Dice, kind: Kind) -> String {
        let id = dice.pick(self.cast.of(kind));
        self.called(dice, kind, &id)
    }

    /// An id, or the name where there is one.
    fn called(&self, dice: &mut Dice, kind: Kind, id: &str) -> String {
        let all = self.roster.get(format!("{}s", kind.word())).and_then(Value::as_array);
        let named = |entity: &Value| entity.get("id") == Some(&json!(id)) && entity.get("name").is_some();
        if dice.one_in(6) && all.into_iter().flatten().any(named) { name(id) } else { id.to_owned() }
    }

    /// Values of facets, some missing and some null.
    fn facets(&self, dice: &mut Dice, facets: &[(&str, [&str; 3])]) -> Value {
        let mut table = Map::new();
        for (facet, values) in facets {
            let vocabulary =
                self.rulebook.get("facets").and_then(|all| all.get(facet)).and_then(|facet| facet.get("values"));
            let one = dice.pick(values);
            let value = match dice.below(8) {
                0 => Some(Value::Null),
                1..=4 => Some(json!(spelt(dice, vocabulary, one))),
                _ => None,
            };
            table.extend(value.map(|value| ((*facet).to_owned(), value)));
        }
        Value::Object(table)
    }

    /// What a record and a participation may both have.
    fn own(&self, dice: &mut Dice) -> Value {
        let status = ["approved", "approved", "已审核", "pending", "rejected", "void", "待审核", "退回", "作废"];
        table([
            ("quantity", dice.some(3, number::quantity)),
            ("score", dice.some(3, number::score)),
            ("status", dice.some(if self.dense { 15 } else { 5 }, |dice| json!(dice.pick(&status)))),
        ])
    }
}
