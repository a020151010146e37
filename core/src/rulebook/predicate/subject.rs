use std::sync::Arc;

use super::mention::mentioned;
use super::{Any, For, Mentions, Presence, Test, text};
use crate::EntityKind;
use crate::arena::Idx;
use crate::diagnostic::{Diagnostics, Fault, Place, Vocable};
use crate::document::{Fields, Spot};
use crate::roster::Mode;
use crate::rulebook::read::Reading;
use crate::rulebook::vocabulary::{Facet, Vocabulary, Word, declared, known_as};

/// One key of a `for`.
#[derive(Debug, Clone)]
pub(crate) enum SubjectTest {
    Post(Test<Idx<Word>>),
    Tag(Test<Idx<Word>>),
    /// Sectors, committees, groups and subjects are named by id and looked up in the roster.
    Sector(Test<Arc<str>>),
    Committee(Test<Arc<str>>),
    Group(Test<Arc<str>>),
    Party(Test<Arc<str>>),
    Region(Test<Arc<str>>),
    /// A word of `studio_types` or `unit_types`, by the subject's kind.
    Type(Test<Idx<Word>>),
    Mode(Test<Mode>),
    Attr(Idx<Facet>, Test<Idx<Word>>),
    Id(Test<Arc<str>>),
}

/// The keys of a `for`, whatever the subject.
const KEYS: [&str; 11] =
    ["post", "tag", "sector", "committee", "group", "party", "region", "type", "mode", "attr", "id"];

/// The keys of a `for` about an entity of that kind.
const fn keys(kind: EntityKind) -> &'static [&'static str] {
    match kind {
        EntityKind::Member => &["post", "tag", "sector", "committee", "group", "party", "attr", "id"],
        EntityKind::Studio => &["sector", "region", "type", "mode", "attr", "id"],
        EntityKind::Unit => &["type", "attr", "id"],
        EntityKind::Sector | EntityKind::Committee | EntityKind::Group => &["attr", "id"],
    }
}

impl For {
    /// Reads a `for` that does not have to stand there; without one every subject will do.
    pub(in crate::rulebook) fn optional(
        spot: Option<Spot<'_>>,
        kind: EntityKind,
        reading: &mut Reading<'_>,
    ) -> Option<For> {
        spot.map_or_else(|| Some(Any::always()), |spot| For::read(spot, kind, reading))
    }

    /// Reads a `for` about subjects of that kind.
    pub(in crate::rulebook) fn read(spot: Spot<'_>, kind: EntityKind, reading: &mut Reading<'_>) -> Option<For> {
        let asked =
            Asked { kind, in_array: spot.is_list(), vocabulary: &reading.vocabulary, mentions: &reading.mentions };
        Any::tables(spot, &mut reading.faults, |fields, faults| asked.tests(fields, faults))
    }
}

/// A `for` being read: of whom it asks, and with which words.
struct Asked<'v> {
    kind: EntityKind,
    in_array: bool,
    vocabulary: &'v Vocabulary,
    mentions: &'v Mentions,
}

impl Asked<'_> {
    fn tests(&self, fields: &Fields<'_>, faults: &mut Diagnostics) -> Vec<SubjectTest> {
        let mut tests = Vec::new();
        for (key, value) in fields.each() {
            let place = || fields.key_place(key);
            if key == "attr" {
                let Some(attrs) = value.fields(faults) else { continue };
                for (name, value) in attrs.each() {
                    tests.extend(self.attr(name, value, || attrs.key_place(name), faults));
                }
            } else if let Some(name) = key.strip_prefix("attr.") {
                tests.extend(self.attr(name, value, place, faults));
            } else if self.in_array && super::ASIDES.contains(&key) {
                value.text(faults);
            } else {
                tests.extend(self.test(key, value, place, faults));
            }
        }
        tests
    }

    fn attr(
        &self,
        name: &str,
        value: Spot<'_>,
        place: impl FnOnce() -> Place,
        faults: &mut Diagnostics,
    ) -> Option<SubjectTest> {
        let (idx, attr) = known_as(name, place, Vocable::Attr, &self.vocabulary.attrs, faults)?;
        let test = Test::read(value, Presence::Asked, faults, |one, faults| {
            declared(one, Vocable::Value, &attr.values, faults)
        });
        test.map(|test| SubjectTest::Attr(idx, test))
    }

    fn test(
        &self,
        key: &str,
        value: Spot<'_>,
        place: impl FnOnce() -> Place,
        faults: &mut Diagnostics,
    ) -> Option<SubjectTest> {
        let own = keys(self.kind);
        if !own.contains(&key) {
            faults.push(
                if KEYS.contains(&key) {
                    Fault::WrongSubject { key: key.to_owned(), subject: self.kind }
                } else {
                    let near = faults.nearest(key, KEYS);
                    Fault::UnknownKey {
                        key: key.to_owned(),
                        near,
                        known: own.iter().map(|&key| key.to_owned()).collect(),
                    }
                },
                place(),
            );
            return None;
        }
        let vocabulary = self.vocabulary;
        let types = if self.kind == EntityKind::Unit { &vocabulary.unit_types } else { &vocabulary.studio_types };
        let mut word =
            |what, words| Test::read(value, Presence::Asked, faults, |one, faults| declared(one, what, words, faults));
        match key {
            "post" => word(Vocable::Post, &vocabulary.posts).map(SubjectTest::Post),
            "tag" => word(Vocable::Tag, &vocabulary.tags).map(SubjectTest::Tag),
            "type" => word(Vocable::Type, types).map(SubjectTest::Type),
            "mode" => Test::read(value, Presence::Asked, faults, |one, faults| one.word(&Mode::WORDS, faults))
                .map(SubjectTest::Mode),
            "party" => Test::read(value, Presence::Asked, faults, text).map(SubjectTest::Party),
            "region" => Test::read(value, Presence::Asked, faults, text).map(SubjectTest::Region),
            "sector" => self.entity(value, EntityKind::Sector, Presence::Asked, faults).map(SubjectTest::Sector),
            "committee" => {
                self.entity(value, EntityKind::Committee, Presence::Asked, faults).map(SubjectTest::Committee)
            }
            "group" => self.entity(value, EntityKind::Group, Presence::Asked, faults).map(SubjectTest::Group),
            "id" => self.entity(value, self.kind, Presence::Never, faults).map(SubjectTest::Id),
            _ => None,
        }
    }

    /// What a roster must have.
    fn entity(
        &self,
        value: Spot<'_>,
        kind: EntityKind,
        presence: Presence,
        faults: &mut Diagnostics,
    ) -> Option<Test<Arc<str>>> {
        Test::read(value, presence, faults, |one, faults| mentioned(one, kind, self.mentions, faults))
    }
}
