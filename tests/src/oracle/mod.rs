//! A second evaluator: the meaning of the documents, transcribed as plainly as it can be said.
//!
//! It shares no line with the library and knows nothing of it: documents go in as JSON, what must come out of them
//! goes out as JSON, and the library is compared with that. It computes everything anew whenever it is asked, keeps
//! nothing, and reports no faults: the documents are taken to be valid.
//!
//! ```
//! use lvzhi_conformance::oracle::Case;
//! use serde_json::json;
//!
//! let case = Case::of(&json!({
//!     "rulebook": {
//!         "rulebook": { "format": 1, "id": "small", "title": "小办法" },
//!         "kinds": { "proposal": "提案" },
//!         "board": [{ "id": "member", "title": "积分", "subject": "member" }],
//!         "item": [{ "id": "filed", "label": "提案", "when": { "kind": "proposal" }, "points": 7.5 }],
//!     },
//!     "roster": { "members": [{ "id": "M1" }] },
//!     "ledger": [{ "id": "R1", "date": "2023-03-02", "kind": "proposal", "by": [{ "member": "M1" }] }],
//!     "period": "2023",
//! }));
//! assert_eq!(case.expectations()["boards"]["member"]["M1"]["total"], "7.50");
//! ```

mod answer;
mod asks;
mod bound;
mod credit;
mod day;
mod duty;
mod grade;
mod judge;
mod ledger;
mod lifecycle;
mod line;
mod measure;
mod notice;
mod number;
mod rank;
mod score;
mod shape;
mod standard;
mod tree;
mod unscored;
mod world;

#[cfg(test)]
mod tests;

use serde_json::{Value, json};

use self::day::{Asking, Day, Span};
use self::ledger::Record;
use self::shape::each;
use self::world::World;

/// One case: the documents, all of them JSON, and the period in question.
#[derive(Clone, Debug, Default)]
pub struct Case {
    /// The rulebook in its JSON form. Decimals are numbers or text, dates are text.
    pub rulebook: Value,
    /// The roster, or null.
    pub roster: Value,
    /// The records, or null.
    pub ledger: Value,
    /// The matters, or null.
    pub matters: Value,
    /// The period as text, or a table of `from` and `to`.
    pub period: Value,
    /// The day on which questions are asked, where one is given.
    pub as_of: Option<String>,
    /// Earlier periods, for notices that look back.
    pub history: Vec<Value>,
}

impl Case {
    /// The case that a vector puts, its documents all inside it.
    pub fn of(vector: &Value) -> Self {
        let part = |key: &str| vector.get(key).cloned().unwrap_or_default();
        Self {
            rulebook: part("rulebook"),
            roster: part("roster"),
            ledger: part("ledger"),
            matters: part("matters"),
            period: part("period"),
            as_of: shape::text(vector, "as_of").map(str::to_owned),
            history: each(vector, "history").into_iter().cloned().collect(),
        }
    }

    /// What must come out of the case, in the shape of a vector's `expect`: every board with every subject of its
    /// kind, the duties, the bounds, the standards, the lifecycle, the matters, and the notices without history.
    pub fn expectations(&self) -> Value {
        let (world, asking) = self.world();
        let earlier = World { cutoff: None, records: self.records(), ..world };
        let history: Vec<Span> = self.history.iter().map(|written| day::period(written, &self.rulebook)).collect();
        let (boards, missing) = answer::boards(&world, &earlier, asking, &history);
        json!({
            "boards": boards,
            "duties": answer::duties(&world, asking),
            "bounds": answer::bounds(&world, asking.day),
            "standards": answer::standards(&world, asking.day),
            "lifecycle": answer::lifecycle(&world, asking.day),
            "matters": answer::matters(&world, &self.matters, asking.day),
            "missing_history": missing,
        })
    }

    /// The exact values behind the published ones, in ticks as text: for every board and subject `total`, `nodes`
    /// and `counted`.
    pub fn ticks(&self) -> Value {
        let (world, asking) = self.world();
        answer::ticks(&world, asking)
    }

    fn records(&self) -> Vec<Record> {
        ledger::read(&self.ledger, &self.rulebook, &self.roster)
    }

    fn world(&self) -> (World<'_>, Asking) {
        let given = self.as_of.as_deref().map(Day::read);
        let span = day::period(&self.period, &self.rulebook);
        let day = given.unwrap_or(span.last);
        let (rulebook, roster, records) = (&self.rulebook, &self.roster, self.records());
        (World { rulebook, roster, records, cutoff: given }, Asking { span, day })
    }
}
