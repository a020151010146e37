use super::read::{Reading, apart, rising};
use super::require::applies_to;
use super::{Cite, For, When, measure, number};
use crate::diagnostic::Fault;
use crate::document::{Fields, Spot};
use crate::{Decimal, EntityKind};

/// What a line is worth before quantity, factors and share.
#[derive(Debug, Clone)]
pub(crate) enum Award {
    Points(Decimal),
    /// The first that matches.
    Cases(Vec<Case>),
    /// The record's own score, clamped.
    Given {
        min: Option<Decimal>,
        max: Option<Decimal>,
    },
    /// The measure is a ladder, which has its own points.
    Ladder,
}

/// One entry of `cases`.
#[derive(Debug, Clone)]
pub(crate) struct Case {
    pub(crate) when: When,
    pub(crate) applies: For,
    pub(crate) points: Decimal,
}

impl Award {
    /// Reads the one of `points`, `cases`, `given` and `ladder` that an item has; the steps of a ladder belong to the measure.
    pub(super) fn read(fields: &Fields<'_>, subject: Option<EntityKind>, reading: &mut Reading<'_>) -> Option<Award> {
        let faults = &mut reading.faults;
        apart(fields, &["points", "cases", "given", "ladder"], faults);
        let [points, cases, given, ladder] = ["points", "cases", "given", "ladder"].map(|key| fields.optional(key));
        let of_lines = measure::has_lines(fields.spot());
        if let Some(key) = measure::key(fields.spot()).filter(|_| !of_lines) {
            // Only a record has a score of its own.
            apart(fields, &["given", key], faults);
        }
        let points = points.map(|points| number::points(Some(points), faults).map(Award::Points));
        let given = given.map(|given| Award::given(given, reading));
        let cases = cases.map(|cases| Award::cases(cases, of_lines, fields, subject, reading));
        if let Some(award) = points.or(cases).or(given) {
            return award;
        }
        if ladder.is_none() {
            fields.required("points", &mut reading.faults);
        }
        ladder.map(|_| Award::Ladder)
    }

    fn given(spot: Spot<'_>, reading: &mut Reading<'_>) -> Option<Award> {
        let faults = &mut reading.faults;
        let fields = spot.fields(faults)?;
        let (min, upper) = (number::points(fields.optional("min"), faults), fields.optional("max"));
        fields.finish(faults);
        let max = number::points(upper, faults);
        rising(min, max, upper, faults);
        Some(Award::Given { min, max })
    }

    fn cases(
        spot: Spot<'_>,
        of_lines: bool,
        item: &Fields<'_>,
        subject: Option<EntityKind>,
        reading: &mut Reading<'_>,
    ) -> Option<Award> {
        let read = |case| Case::read(case, of_lines, item, subject, reading);
        let cases: Vec<_> = spot.list_or_one().into_iter().map(read).collect();
        cases.into_iter().collect::<Option<_>>().map(Award::Cases)
    }
}

impl Case {
    fn read(
        spot: Spot<'_>,
        of_lines: bool,
        item: &Fields<'_>,
        subject: Option<EntityKind>,
        reading: &mut Reading<'_>,
    ) -> Option<Case> {
        let faults = &mut reading.faults;
        let fields = spot.fields(faults)?;
        let points = number::points(fields.required("points", faults), faults);
        Cite::read_labelled(&fields, faults);
        let [when, applies] = ["when", "for"].map(|key| fields.optional(key));
        fields.finish(faults);
        if when.is_some()
            && let Some(key) = measure::key(item.spot()).filter(|_| !of_lines)
        {
            // What is not made of lines has its points once for the subject, whatever the records say.
            let (case, measure) = (fields.key_place("when"), item.key_place(key));
            let (first, second, later) =
                if case.bytes.start < measure.bytes.start { ("when", key, measure) } else { (key, "when", case) };
            faults.push(Fault::ConflictingKeys { first: first.to_owned(), second: second.to_owned() }, later);
        }
        let when = When::optional(when, reading);
        let applies = applies_to(applies, subject, reading);
        Some(Case { when: when?, applies: applies?, points: points? })
    }
}

#[cfg(test)]
mod tests {
    use super::super::trial::{accepted, refused};
    use super::Award;

    fn item(lines: &str) -> String {
        format!("[[item]]\nid = \"a\"\nlabel = \"甲\"\nwhen = {{ kind = \"proposal\" }}\n{lines}\n")
    }

    #[test]
    fn one_award_and_no_more() {
        refused("missing-key", &item("").replace("[[item]]", "«[[item]]»"));
        refused("conflicting-keys", &item("points = 1\n«cases» = [{ points = 1 }]"));
        refused("conflicting-keys", &item("given = { max = 1 }\n«points» = 1"));
        refused("conflicting-keys", &item("ladder = [[1, 2]]\n«points» = 1"));
        refused("conflicting-keys", &item("points = 1\nrate = { of = { kind = \"meeting\" } }\n«ladder» = [[50, 2]]"));
        refused("conflicting-keys", &item("points = 1\n«cases» = []\n«given» = {}"));
    }

    #[test]
    fn points_have_a_range_and_four_places() {
        refused("bad-number", &item("points = «100000.0001»"));
        refused("bad-number", &item("points = «-100001»"));
        refused("bad-number", &item("points = «0.00001»"));
        refused("bad-number", &item("points = \"«1.23456»\""));
        refused("wrong-type", &item("points = \"«五»\""));
        refused("wrong-type", &item("points = «true»"));
        accepted(&item("points = \"7.5\""));
        accepted(&item("points = -100000"));
    }

    #[test]
    fn cases_are_read_in_order() {
        let rulebook = accepted(&item(
            "cases = [{ when = { role = \"lead\" }, for = { post = \"standing\" }, points = 2 }, { points = 1, label = \"其余\" }]",
        ));
        let cases =
            rulebook.rules().items.iter().map(|item| matches!(&item.award, Award::Cases(cases) if cases.len() == 2));
        assert_eq!(cases.collect::<Vec<_>>(), [true]);
        refused("missing-key", &item("«cases» = [{ when = { role = \"lead\" } }]"));
        refused("undeclared-value", &item("cases = [\n  { when = { role = \"«led»\" }, points = 1 },\n]"));
        refused("unknown-key", &item("cases = [{ «point» = 2, points = 1 }]"));
        refused("wrong-subject", &item("cases = [{ for = { «mode» = \"online\" }, points = 1 }]"));
        refused("wrong-type", &item("cases = [«1»]"));
    }

    #[test]
    fn cases_of_what_is_counted_ask_only_the_subject() {
        accepted(&item("reach = 2\ncases = [{ for = { post = \"standing\" }, points = 2 }, { points = 1 }]"));
        refused("conflicting-keys", &item("reach = 2\ncases = [{ «when» = { role = \"lead\" }, points = 2 }]"));
        refused("conflicting-keys", &item("cases = [{ when = { role = \"lead\" }, points = 2 }]\n«reach» = 2"));
    }

    #[test]
    fn a_score_is_clamped_between_two_ends() {
        accepted(&item("given = {}"));
        accepted(&item("once = true\ngiven = { min = 0, max = 10 }"));
        refused("empty-range", &item("given = { min = 10, max = «5» }"));
        refused("empty-range", &item("given = { max = «5.5», min = \"10\" }"));
        refused("unknown-key", &item("given = { «maximum» = 5 }"));
        refused("wrong-type", &item("given = «5»"));
        refused("conflicting-keys", &item("reach = 2\n«given» = { max = 5 }"));
    }
}
