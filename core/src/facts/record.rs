use super::codes::word;
use super::{Facts, Involvement};
use crate::arena::Idx;
use crate::ledger::{Part, Record, Status};
use crate::rulebook::{People, RecordTest, Test, When, Word, Words};
use crate::{Date, EntityKind};

impl Facts<'_> {
    /// Whether a record matches, for a subject: of participation facets one and the same participation must carry all that a table asks.
    pub(crate) fn matches(&self, when: &When, involvement: &Involvement) -> bool {
        let record = involvement.record;
        when.0.iter().any(|table| {
            let holds = |part: Option<Idx<Part>>| table.iter().all(|test| self.test(test, record, part));
            if involvement.parts.is_empty() {
                holds(None)
            } else {
                involvement.parts.iter().any(|&part| holds(Some(part)))
            }
        })
    }

    /// Whether a record of that date is seen at all, where an `as_of` was given.
    pub(crate) fn in_sight(&self, date: Date) -> bool {
        self.until.is_none_or(|until| date <= until)
    }

    /// The approved participations of a record.
    pub(crate) fn approved_parts(&self, record: Idx<Record>) -> impl Iterator<Item = Idx<Part>> {
        self.columns.parts[record].iter().copied().filter(|&part| self.columns.part_status[part] == Status::Approved)
    }

    /// Whether anybody at all may count the record: an approved participation, or none and itself approved.
    pub(crate) fn approved_by_anyone(&self, record: Idx<Record>) -> bool {
        if self.columns.parts[record].is_empty() {
            self.columns.status[record] == Status::Approved
        } else {
            self.approved_parts(record).next().is_some()
        }
    }

    fn test(&self, test: &RecordTest, record: Idx<Record>, part: Option<Idx<Part>>) -> bool {
        let id = |kind| {
            self.columns.named(kind, record).and_then(|code| Some(self.columns.bodies.get(&kind)?[code].shared()))
        };
        match test {
            RecordTest::Kind(test) => test.holds(self.kind(record).as_ref()),
            RecordTest::Facet(facet, test) => test.holds(self.value(*facet, record, part).as_ref()),
            RecordTest::Studio(test) => test.holds(id(EntityKind::Studio)),
            RecordTest::Unit(test) => test.holds(id(EntityKind::Unit)),
            RecordTest::StudioType(test) => {
                self.has_type(test, EntityKind::Studio, record, &self.rules.vocabulary.studio_types)
            }
            RecordTest::UnitType(test) => {
                self.has_type(test, EntityKind::Unit, record, &self.rules.vocabulary.unit_types)
            }
            RecordTest::People(people) => self.people(people, record),
        }
    }

    fn has_type(&self, test: &Test<Idx<Word>>, kind: EntityKind, record: Idx<Record>, words: &Words) -> bool {
        let types = self.named(kind, record).map(|entity| self.types_of(entity, self.columns.date[record]));
        let types: Vec<_> = types.unwrap_or_default().iter().map(|id| word(words, id)).collect();
        test.holds(&types)
    }

    fn people(&self, people: &People, record: Idx<Record>) -> bool {
        let carries = |part: &Idx<Part>| match people.carrying {
            Some((facet, value)) => self.value(facet, record, Some(*part)) == Some(value),
            None => true,
        };
        let count = self.approved_parts(record).filter(carries).count();
        let within = people.at_least.is_none_or(|least| count >= least as usize)
            && people.at_most.is_none_or(|most| count <= most as usize);
        within != people.not
    }

    /// The day by which a rule's `from` and `until` are asked.
    pub(crate) fn dated(&self, record: Idx<Record>, by_work: bool) -> Date {
        if by_work { self.first_day(record) } else { self.columns.date[record] }
    }
}
