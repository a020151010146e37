use std::sync::Arc;

use super::Cite;
use super::read::{Reading, text};
use crate::diagnostic::{Diagnostics, Expected, Fault};
use crate::document::Spot;
use crate::{Period, Window};

/// `[[example]]`: a worked example that the rulebook carries as its own proof. Its members, studios, ledger and expectations are read
/// from the document when it is run, at [`place`](Example::place) in the list of examples.
#[derive(Debug, Clone)]
pub(crate) struct Example {
    pub(crate) label: Arc<str>,
    pub(crate) cite: Cite,
    pub(crate) period: Period,
    pub(crate) place: usize,
}

/// What may be expected of a subject: the keys of a row of a board.
const ROW: [&str; 8] = ["total", "rank", "grade", "nodes", "notices", "unscored", "counted", "left_out"];

impl Example {
    pub(super) fn read(spot: Spot<'_>, reading: &mut Reading<'_>) -> Option<Example> {
        let place = reading.names.examples.spots().iter().position(|other| other.start() == spot.start())?;
        let faults = &mut reading.faults;
        let fields = spot.fields(faults)?;
        let (label, period) = (fields.required("label", faults), fields.required("period", faults));
        let lists = [fields.optional("members"), fields.optional("studios"), fields.required("ledger", faults)];
        let expect = fields.required("expect", faults);
        let cite = Cite::read(&fields, faults);
        fields.finish(faults);

        for list in lists.into_iter().flatten() {
            for entry in list.list_or_one() {
                if !entry.is_table() {
                    entry.expected::<()>(Expected::Table, faults);
                }
            }
        }
        for (_, row) in expect.and_then(|spot| spot.fields(faults)).map(|fields| fields.each()).unwrap_or_default() {
            if let Some(row) = row.fields(faults) {
                for key in ROW {
                    row.optional(key);
                }
                row.finish(faults);
            }
        }
        let label = text(label, faults);
        let period = period.and_then(|spot| period_of(spot, faults));
        reading.needs_term |= matches!(period, Some(Period::Term));
        Some(Example { label: label?, cite, period: period?, place })
    }
}

/// A period as a text, or as `{ from, to }`.
fn period_of(spot: Spot<'_>, faults: &mut Diagnostics) -> Option<Period> {
    if spot.is_table() {
        let fields = spot.fields(faults)?;
        let (from, to) = (fields.required("from", faults), fields.required("to", faults));
        fields.finish(faults);
        let (first, last) = (from.and_then(|spot| spot.date(faults)), to.and_then(|spot| spot.date(faults)));
        super::read::rising(first, last, to, faults);
        return Some(Window { from: first?, to: last? }.into());
    }
    let text = spot.text(faults)?;
    let period = text.parse().ok();
    if period.is_none() {
        spot.fault(faults, Fault::BadPeriod { value: text.to_owned() });
    }
    period
}

#[cfg(test)]
mod tests {
    use super::super::trial::{accepted, refused};

    fn example(lines: &str) -> String {
        format!("[[example]]\nlabel = \"算例\"\n{lines}\n")
    }

    #[test]
    fn an_example_has_a_ledger_and_expectations() {
        accepted(&example("period = \"2019\"\nledger = []\nexpect = { \"甲\" = { total = \"12.50\", nodes = { proposal = \"12.50\" } } }"));
        accepted(&example("period = { from = 2019-01-01, to = \"2019-06-30\" }\nledger = []\nexpect = {}"));
        refused("missing-key", &example("period = \"2019\"\nledger = []").replace("[[example]]", "«[[example]]»"));
        refused("bad-period", &example("period = \"«2019-13»\"\nledger = []\nexpect = {}"));
        refused("wrong-type", &example("period = «2019»\nledger = []\nexpect = {}"));
        refused("empty-range", &example("period = { from = 2019-01-01, to = «2018-12-31» }\nledger = []\nexpect = {}"));
        refused("wrong-type", &example("period = \"2019\"\nledger = [\"«R1»\"]\nexpect = {}"));
        refused("unknown-key", &example("period = \"2019\"\nledger = []\nexpect = { \"甲\" = { «totals» = \"12.50\" } }"));
        refused("wrong-type", &example("period = \"2019\"\nledger = []\nexpect = { \"甲\" = \"«12.50»\" }"));
    }
}
