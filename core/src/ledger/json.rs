use super::flaw::First;
use super::intake::Intake;
use super::keyed::{Keyed, Lists};
use super::reading::Reading;
use super::written::Written;
use super::{Field, Heading, Ledger};
use crate::EntityKind;
use crate::diagnostic::Diagnostics;
use crate::document::Spot;
use crate::roster::Roster;
use crate::rulebook::Vocabulary;

/// Reads a list of records; none if there is a fault that refuses all of it.
pub(super) fn read<'d>(
    top: Spot<'d>,
    lists: Lists<'d>,
    vocabulary: &'d Vocabulary,
    roster: &Roster,
    faults: &mut Diagnostics,
) -> Option<(Ledger, Intake)> {
    let before = faults.len();
    let written = Written::keys();
    let mut reading = Reading::new(vocabulary, roster, &written);
    for spot in lists(top, faults)? {
        let record = Keyed::record(spot, vocabulary, lists, faults);
        if let Some((record, by)) = record.filter(|_| faults.len() == before) {
            take(&mut reading, &record, &by);
        }
    }
    if faults.len() > before {
        return None;
    }
    reading.settle().map_err(|found| faults.extend(found)).ok()
}

/// Takes in a record: one row for each entry of `by`, one if there is none.
fn take(reading: &mut Reading<'_>, record: &Keyed<'_>, by: &[Keyed<'_>]) {
    let mut first = First::default();
    let of_record = |heading| record.cell(heading);
    let draft = reading.fresh_record(&record.cell(Heading::Field(Field::Record)).text(), &mut first);
    reading.about(draft, &of_record, &mut first);
    if by.is_empty() {
        return reading.part(draft, &of_record, first);
    }
    let own = reading.own(&of_record, &mut first);
    reading.state(draft, &own, &of_record, &mut first);
    for entry in by {
        let of_part = |heading| match heading {
            // A record's own quantity and score stand for those who have none; so must its status, which no row is without.
            Heading::Field(Field::Status) if entry.cell(heading).is_blank() => record.cell(heading),
            Heading::Field(Field::Studio | Field::Group | Field::Committee | Field::Sector) => record.cell(heading),
            _ => entry.cell(heading),
        };
        reading.part(draft, &of_part, first.clone());
    }
}

/// Every entity that the records of a worked example name, as they write it.
pub(super) fn named(top: Spot<'_>) -> Vec<(EntityKind, &str)> {
    let mut named = Vec::new();
    for record in top.list_or_one() {
        for (key, value) in entries(record) {
            match key {
                "by" => named.extend(
                    value.list_or_one().into_iter().flat_map(entries).filter_map(|(key, value)| entity(key, value)),
                ),
                _ => named.extend(entity(key, value)),
            }
        }
    }
    named
}

/// The keys of a table; what is no table is reported when it is read.
fn entries(spot: Spot<'_>) -> Vec<(&str, Spot<'_>)> {
    spot.as_fields().map(|fields| fields.each()).unwrap_or_default()
}

/// The entity that a value names, if its key is the word for a kind of entity.
fn entity<'d>(key: &str, value: Spot<'d>) -> Option<(EntityKind, &'d str)> {
    let name = value.as_text()?.trim();
    if name.is_empty() { None } else { Some((key.parse().ok()?, name)) }
}
