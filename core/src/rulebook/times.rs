use super::read::{Reading, rising};
use super::require::applies_to;
use super::{Cite, For, When, number};
use crate::document::Spot;
use crate::{Date, Decimal, EntityKind};

/// One entry of `times`: a factor.
#[derive(Debug, Clone)]
pub(crate) struct Times {
    pub(crate) when: When,
    pub(crate) applies: For,
    pub(crate) from: Option<Date>,
    pub(crate) until: Option<Date>,
    pub(crate) by: Decimal,
}

/// What an entry may ask.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Place {
    Item,
    /// On a board or a category only the subject is asked.
    Node,
}

impl Times {
    /// Reads the `times` of an item.
    pub(super) fn on_item(
        spot: Option<Spot<'_>>,
        subject: Option<EntityKind>,
        reading: &mut Reading<'_>,
    ) -> Vec<Times> {
        Times::list(spot, Place::Item, subject, reading)
    }

    /// Reads the `times` of a board or a category.
    pub(super) fn on_node(
        spot: Option<Spot<'_>>,
        subject: Option<EntityKind>,
        reading: &mut Reading<'_>,
    ) -> Vec<Times> {
        Times::list(spot, Place::Node, subject, reading)
    }

    fn list(
        spot: Option<Spot<'_>>,
        place: Place,
        subject: Option<EntityKind>,
        reading: &mut Reading<'_>,
    ) -> Vec<Times> {
        let entries = spot.map(Spot::list_or_one).unwrap_or_default();
        entries.into_iter().filter_map(|entry| Times::read(entry, place, subject, reading)).collect()
    }

    fn read(spot: Spot<'_>, place: Place, subject: Option<EntityKind>, reading: &mut Reading<'_>) -> Option<Times> {
        let faults = &mut reading.faults;
        let fields = spot.fields(faults)?;
        let by = number::factor(fields.required("by", faults), faults);
        Cite::read_labelled(&fields, faults);
        let applies = fields.optional("for");
        let [when, from, until] = match place {
            Place::Item => ["when", "from", "until"].map(|key| fields.optional(key)),
            Place::Node => [None; 3],
        };
        fields.finish(faults);
        let from = from.and_then(|day| day.date(faults));
        let last = until.and_then(|day| day.date(faults));
        rising(from, last, until, faults);
        let when = When::optional(when, reading);
        let applies = applies_to(applies, subject, reading);
        Some(Times { when: when?, applies: applies?, from, until: last, by: by? })
    }
}

#[cfg(test)]
mod tests {
    use super::super::trial::{accepted, refused};

    fn item(lines: &str) -> String {
        format!("[[item]]\nid = \"a\"\nlabel = \"甲\"\nwhen = {{ kind = \"proposal\" }}\npoints = 1\n{lines}\n")
    }

    #[test]
    fn a_factor_is_from_nought_to_ten() {
        accepted(&item("times = [{ by = 0 }, { when = { outcome = \"key\" }, by = 10, note = \"重点\" }]"));
        accepted(&item("times = { by = 2 }"));
        refused("bad-number", &item("times = [{ by = «-1» }]"));
        refused("bad-number", &item("times = [{ by = «10.1» }]"));
        refused("missing-key", &item("«times» = [{ for = { post = \"standing\" } }]"));
        refused("missing-key", &item("«[[item.times]]»\nfor = { post = \"standing\" }"));
        refused("unknown-key", &item("times = [{ by = 2, «form» = 2023-01-01 }]"));
    }

    #[test]
    fn its_days_do_not_run_backwards() {
        accepted(&item("times = [{ from = 2023-07-01, until = \"2023-07-01\", by = 2 }]"));
        refused("empty-range", &item("times = [{ from = 2023-07-01, until = «2023-06-30», by = 2 }]"));
        refused("bad-date", &item("times = [{ from = \"«2023-7-1»\", by = 2 }]"));
    }
}
