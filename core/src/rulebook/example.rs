use std::sync::Arc;

use super::Cite;
use super::read::{Reading, text};
use super::vocabulary::Vocabulary;
use crate::diagnostic::Diagnostics;
use crate::document::{Fields, Spot};
use crate::field::Field;
use crate::{Period, Roster};

/// `[[example]]`: a worked example that the rulebook carries as its own proof. Its members, studios, ledger and expectations are read
/// from the document when it is run, at [`place`](Example::place) in the list of examples.
#[derive(Debug, Clone)]
pub(crate) struct Example {
    pub(crate) label: Arc<str>,
    #[expect(dead_code, reason = "checked here, asked for by what writes the rules out")]
    pub(crate) cite: Cite,
    pub(crate) period: Period,
    pub(crate) place: usize,
}

/// What may be expected of a subject: the keys of a row of a board.
const ROW: [&str; 8] = ["total", "rank", "grade", "nodes", "notices", "unscored", "counted", "left_out"];

impl Example {
    pub(super) fn read(spot: Spot<'_>, reading: &mut Reading<'_>) -> Option<Example> {
        let place = reading.names.examples.0.iter().position(|(other, _)| other.start() == spot.start())?;
        let faults = &mut reading.faults;
        let fields = spot.fields(faults)?;
        let (label, period) = (fields.required("label", faults), fields.required("period", faults));
        let (ledger, expect) = (fields.required("ledger", faults), fields.required("expect", faults));
        // The members and studios as far as they can be judged without the records; those that records name are made up when it is run.
        Roster::of_example(&fields, [], faults);
        let cite = Cite::read(&fields, faults);
        fields.finish(faults);

        for entry in ledger.map(Spot::list_or_one).unwrap_or_default() {
            record(entry, &reading.vocabulary, faults);
        }
        for (_, row) in expect.and_then(|spot| spot.fields(faults)).map(|fields| fields.each()).unwrap_or_default() {
            if let Some(row) = row.fields(faults) {
                known(&row, ROW);
                row.finish(faults);
            }
        }
        let label = text(label, faults);
        let period = period.and_then(|spot| spot.period(faults));
        reading.needs_term |= matches!(period, Some(Period::Term));
        Some(Example { label: label?, cite, period: period?, place })
    }
}

/// Reports the keys that no record has; its values are judged when the example is run.
fn record(spot: Spot<'_>, vocabulary: &Vocabulary, faults: &mut Diagnostics) {
    let Some(fields) = spot.fields(faults) else { return };
    let facets = || vocabulary.facets.iter().map(|facet| facet.word.id.as_str());
    known(&fields, facets());
    known(&fields, Field::of_record().map(|(_, key)| key).chain(["by"]));
    for part in fields.optional("by").map(Spot::list_or_one).unwrap_or_default() {
        if let Some(part) = part.fields(faults) {
            known(&part, facets());
            known(&part, Field::OF_PART.map(Field::word));
            part.finish(faults);
        }
    }
    fields.finish(faults);
}

fn known<'d>(fields: &Fields<'d>, keys: impl IntoIterator<Item = &'d str>) {
    for key in keys {
        fields.optional(key);
    }
}

#[cfg(test)]
mod tests {
    use super::super::trial::{accepted, refused};

    fn example(lines: &str) -> String {
        format!("[[example]]\nlabel = \"算例\"\n{lines}\n")
    }

    #[test]
    fn an_example_has_a_ledger_and_expectations() {
        accepted(&example(
            "period = \"2019\"\nledger = []\nexpect = { \"甲\" = { total = \"12.50\", nodes = { proposal = \"12.50\" } } }",
        ));
        accepted(&example("period = { from = 2019-01-01, to = \"2019-06-30\" }\nledger = []\nexpect = {}"));
        refused("missing-key", &example("period = \"2019\"\nledger = []").replace("[[example]]", "«[[example]]»"));
        refused("bad-period", &example("period = \"«2019-13»\"\nledger = []\nexpect = {}"));
        refused("wrong-type", &example("period = «2019»\nledger = []\nexpect = {}"));
        refused("bad-period", &example("period = { from = 2019-01-01, to = «2018-12-31» }\nledger = []\nexpect = {}"));
        refused("wrong-type", &example("period = \"2019\"\nledger = [\"«R1»\"]\nexpect = {}"));
        refused("wrong-type", &example("period = \"2019\"\nledger = \"«R1»\"\nexpect = {}"));
        refused(
            "unknown-key",
            &example("period = \"2019\"\nledger = []\nexpect = { \"甲\" = { «totals» = \"12.50\" } }"),
        );
        refused("wrong-type", &example("period = \"2019\"\nledger = []\nexpect = { \"甲\" = \"«12.50»\" }"));
    }

    #[test]
    fn its_tables_have_known_keys() {
        let example = |members: &str, ledger: &str| {
            format!(
                "[[example]]\nlabel = \"算例\"\nperiod = \"2019\"\nmembers = {members}\nledger = {ledger}\nexpect = {{}}\n"
            )
        };
        accepted(&example(
            "[{ id = \"甲\", sector = \"economy\" }]",
            "[{ date = 2019-03-01, kind = \"proposal\", outcome = \"filed\", by = [{ member = \"甲\", role = \"lead\" }] }]",
        ));
        refused("unknown-key", &example("[{ id = \"甲\", «pots» = [\"standing\"] }]", "[]"));
        refused("missing-key", &example("[]", "[]").replace("members = []", "«members» = [{ name = \"甲\" }]"));
        refused("unknown-key", &example("[]", "[{ date = 2019-03-01, «knid» = \"proposal\" }]"));
        refused(
            "unknown-key",
            &example(
                "[]",
                "[{ date = 2019-03-01, kind = \"proposal\", by = [{ member = \"甲\", «rol» = \"lead\" }] }]",
            ),
        );
    }
}
