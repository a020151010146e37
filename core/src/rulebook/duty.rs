use std::sync::Arc;

use super::read::{CADENCES, COUNTS, Reading, SUBJECTS, rising, text};
use super::{Cite, For, Unit, When};
use crate::document::Spot;
use crate::{Cadence, Decimal, EntityKind, Slug};

/// `[[duty]]` 履职要求: a cadence.
#[derive(Debug, Clone)]
pub(crate) struct Duty {
    pub(crate) id: Slug,
    pub(crate) label: Arc<str>,
    pub(crate) cite: Cite,
    /// Never a unit.
    pub(crate) subject: EntityKind,
    pub(crate) applies: For,
    pub(crate) when: When,
    pub(crate) at_least: Option<Decimal>,
    pub(crate) at_most: Option<Decimal>,
    pub(crate) window: Cadence,
    pub(crate) count: Unit,
}

/// The most that a duty may ask for.
const MOST: i32 = i32::MAX;

impl Duty {
    pub(super) fn read(spot: Spot<'_>, reading: &mut Reading<'_>) -> Option<Duty> {
        let faults = &mut reading.faults;
        let fields = spot.fields(faults)?;
        let (id, label) = (fields.required("id", faults), fields.required("label", faults));
        let (subject, applies) = (fields.required("subject", faults), fields.optional("for"));
        let when = fields.required("when", faults);
        let (least, most) = (fields.optional("at_least"), fields.optional("at_most"));
        if least.is_none() && most.is_none() {
            fields.required("at_least", faults);
        }
        let (window, count) = (fields.optional("window"), fields.optional("count"));
        let cite = Cite::read(&fields, faults);
        fields.finish(faults);

        let (id, label) = (id.and_then(|spot| spot.slug(faults)), text(label, faults));
        let subject = subject.and_then(|spot| spot.word(&SUBJECTS, faults));
        let count = count.map_or(Some(Unit::Records), |spot| spot.word(&COUNTS, faults));
        let mut number = |spot: Option<Spot<'_>>| match count {
            // Half a record is never counted; half a day of work may be.
            Some(Unit::Quantity) | None => spot?.decimal(0, MOST, faults),
            Some(Unit::Records | Unit::Days | Unit::Works) => {
                let whole = spot?.whole(0, MOST.into(), faults)?;
                i32::try_from(whole).ok().map(Decimal::from)
            }
        };
        let (at_least, at_most) = (number(least), number(most));
        rising(at_least, at_most, most, faults);
        let window = window.map_or(Some(Cadence::Year), |spot| reading.cadence(spot, &CADENCES));
        let applies = subject.and_then(|subject| For::optional(applies, subject, reading));
        let when = when.and_then(|spot| When::read(spot, reading));
        Some(Duty {
            id: id?,
            label: label?,
            cite,
            subject: subject?,
            applies: applies?,
            when: when?,
            at_least,
            at_most,
            window: window?,
            count: count?,
        })
    }
}

#[cfg(test)]
mod tests {
    use super::super::trial::{accepted, refused};

    fn duty(lines: &str) -> String {
        format!(
            "[[duty]]\nid = \"d\"\nlabel = \"要求\"\nsubject = \"member\"\nwhen = {{ kind = \"proposal\" }}\n{lines}\n"
        )
    }

    #[test]
    fn a_duty_asks_for_some_number() {
        accepted(&duty("at_most = 0"));
        accepted(&duty("at_least = 0.5\ncount = \"quantity\""));
        accepted(&duty("at_least = \"2\"\nat_most = 2\nclause = \"第三条\"\nnote = \"每年\"\nsource = \"办法\""));
        refused("missing-key", &duty("").replace("[[duty]]", "«[[duty]]»"));
        refused("bad-number", &duty("at_least = «1.5»"));
        refused("bad-number", &duty("at_least = «-1»"));
        refused("bad-number", &duty("at_least = «0.12345»\ncount = \"quantity\""));
        refused("wrong-type", &duty("at_least = \"«two»\""));
        refused("empty-range", &duty("at_least = 3\nat_most = «2»"));
    }

    #[test]
    fn its_words_are_known() {
        refused("bad-value", &duty("at_least = 1\nwindow = \"«week»\""));
        refused("bad-value", &duty("at_least = 1\ncount = \"«people»\""));
        refused("unknown-key", &duty("«atleast» = 1\nat_most = 2"));
        refused("bad-value", &duty("at_least = 1").replace("\"member\"", "\"«unit»\""));
        refused(
            "duplicate-id",
            &format!("{}{}", duty("at_least = 1"), duty("at_least = 1").replace("\"d\"", "\"«d»\"")),
        );
        refused("missing-key", "«[[duty]]»\nid = \"d\"\nlabel = \"要求\"\nsubject = \"member\"\nat_least = 1\n");
    }

    #[test]
    fn every_fault_is_reported_at_once() {
        let faults = super::super::trial::read(&duty("atleast = 1\nwindow = \"week\"")).unwrap_err();
        let codes: Vec<_> = faults.iter().map(|fault| fault.code().as_str()).collect();
        assert_eq!(codes, ["missing-key", "unknown-key", "bad-value"]);
    }
}
