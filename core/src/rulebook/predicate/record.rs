use std::sync::Arc;

use super::mention::mentioned;
use super::{Any, Mentions, People, Presence, Test, When};
use crate::EntityKind;
use crate::arena::Idx;
use crate::diagnostic::{Diagnostics, Fault, Place, Vocable};
use crate::document::{Fields, Spot};
use crate::rulebook::read::Reading;
use crate::rulebook::vocabulary::{Facet, Kind, Vocabulary, Word, declared};

/// One key of a `when`.
#[derive(Debug, Clone)]
pub(crate) enum RecordTest {
    Kind(Test<Idx<Kind>>),
    Facet(Idx<Facet>, Test<Idx<Word>>),
    /// The record's studio, by id.
    Studio(Test<Arc<str>>),
    /// The record's unit, by id.
    Unit(Test<Arc<str>>),
    /// The type of the record's studio on the record's date: a word of `studio_types`.
    StudioType(Test<Idx<Word>>),
    UnitType(Test<Idx<Word>>),
    People(People),
}

/// The keys of a `when`, besides the facets.
pub(in crate::rulebook) const WHEN_KEYS: [&str; 6] = ["kind", "studio", "unit", "studio_type", "unit_type", "people"];

impl When {
    /// Reads a `when` that does not have to stand there; without one every record will do.
    pub(in crate::rulebook) fn optional(spot: Option<Spot<'_>>, reading: &mut Reading<'_>) -> Option<When> {
        spot.map_or_else(|| Some(Any::always()), |spot| When::read(spot, reading))
    }

    /// Reads a `when`.
    pub(in crate::rulebook) fn read(spot: Spot<'_>, reading: &mut Reading<'_>) -> Option<When> {
        let (vocabulary, mentions) = (&reading.vocabulary, &reading.mentions);
        let in_array = spot.is_list();
        Any::tables(spot, &mut reading.faults, |fields, faults| tests(fields, in_array, vocabulary, mentions, faults))
    }
}

fn tests(
    fields: &Fields<'_>,
    in_array: bool,
    vocabulary: &Vocabulary,
    mentions: &Mentions,
    faults: &mut Diagnostics,
) -> Vec<RecordTest> {
    let mut tests = Vec::new();
    for (key, value) in fields.each() {
        let facet = vocabulary.facets.entries().find(|(_, facet)| facet.word.id == *key);
        if facet.is_none() && in_array && super::ASIDES.contains(&key) {
            value.text(faults);
            continue;
        }
        tests.extend(test(key, value, || fields.key_place(key), vocabulary, mentions, faults));
    }
    tests
}

fn test(
    key: &str,
    value: Spot<'_>,
    place: impl FnOnce() -> Place,
    vocabulary: &Vocabulary,
    mentions: &Mentions,
    faults: &mut Diagnostics,
) -> Option<RecordTest> {
    use Presence::{Asked, Never};
    match key {
        "kind" => {
            Test::read(value, Never, faults, |one, faults| declared(one, Vocable::Kind, &vocabulary.kinds, faults))
                .map(RecordTest::Kind)
        }
        "studio" => {
            Test::read(value, Asked, faults, |one, faults| mentioned(one, EntityKind::Studio, mentions, faults))
                .map(RecordTest::Studio)
        }
        "unit" => Test::read(value, Asked, faults, |one, faults| mentioned(one, EntityKind::Unit, mentions, faults))
            .map(RecordTest::Unit),
        "studio_type" => {
            let types = &vocabulary.studio_types;
            Test::read(value, Never, faults, |one, faults| declared(one, Vocable::Type, types, faults))
                .map(RecordTest::StudioType)
        }
        "unit_type" => {
            let types = &vocabulary.unit_types;
            Test::read(value, Never, faults, |one, faults| declared(one, Vocable::Type, types, faults))
                .map(RecordTest::UnitType)
        }
        "people" => People::read(value, vocabulary, faults).map(RecordTest::People),
        _ => {
            let Some((idx, facet)) = vocabulary.facets.entries().find(|(_, facet)| facet.word.id == *key) else {
                let known: Vec<_> =
                    WHEN_KEYS.into_iter().chain(vocabulary.facets.iter().map(|facet| facet.word.id.as_str())).collect();
                let near = faults.nearest(key, known.iter().copied());
                faults.push(
                    Fault::UnknownKey {
                        key: key.to_owned(),
                        near,
                        known: known.into_iter().map(str::to_owned).collect(),
                    },
                    place(),
                );
                return None;
            };
            let value =
                Test::read(value, Asked, faults, |one, faults| declared(one, Vocable::Value, &facet.values, faults));
            value.map(|test| RecordTest::Facet(idx, test))
        }
    }
}
