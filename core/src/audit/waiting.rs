use crate::arena::Idx;
use crate::facts::{Facts, Involvement};
use crate::ledger::{Part, Record, Status};
use crate::roster::Entity;
use crate::rulebook::Duty;
use crate::{Date, Decimal, EntityKind, Window};

/// 待审核: the records that would count for a duty if they were approved, by the place of the subject: their days.
#[derive(Debug)]
pub(super) struct Waiting(Vec<Vec<Date>>);

impl Waiting {
    /// Those dated by a day.
    pub(super) fn of(facts: &Facts<'_>, duty: &Duty, day: Date) -> Waiting {
        let mut waiting = vec![Vec::new(); facts.roster.count(duty.subject)];
        for record in facts.columns.records() {
            let date = facts.columns.date[record];
            if date > day || !facts.in_sight(date) {
                continue;
            }
            for (subject, parts) in facts.waits_for(duty.subject, record) {
                let approved = as_if_approved(record, parts);
                if facts.matches(&duty.when, &approved) && !facts.counts_for(subject, record) {
                    waiting.get_mut(subject.place).into_iter().for_each(|days| days.push(date));
                }
            }
        }
        Waiting(waiting)
    }

    /// How many there are of a subject in a window.
    pub(super) fn within(&self, subject: Entity, window: Window) -> u32 {
        let days = self.0.get(subject.place).into_iter().flatten();
        u32::try_from(days.filter(|&&day| window.contains(day)).count()).unwrap_or(u32::MAX)
    }
}

fn as_if_approved(record: Idx<Record>, parts: Vec<Idx<Part>>) -> Involvement {
    Involvement { record, parts, status: Status::Approved, quantity: Decimal::ONE, score: None }
}

impl Facts<'_> {
    /// The subjects of a kind whom a record would involve if what is pending in it were approved, with the participations that would.
    fn waits_for(&self, kind: EntityKind, record: Idx<Record>) -> Vec<(Entity, Vec<Idx<Part>>)> {
        let columns = self.columns;
        let all = &columns.parts[record];
        let pending: Vec<Idx<Part>> =
            all.iter().copied().filter(|&part| columns.part_status[part] == Status::Pending).collect();
        let waits = if all.is_empty() { columns.status[record] == Status::Pending } else { !pending.is_empty() };
        if waits { self.involving(kind, record, &pending) } else { Vec::new() }
    }

    /// Whether a record involves the subject already.
    fn counts_for(&self, subject: Entity, record: Idx<Record>) -> bool {
        let (list, date) = (self.involved(subject), self.columns.date[record]);
        let before = list.partition_point(|known| self.columns.date[known.record] < date);
        let same_day = list.iter().skip(before).take_while(|known| self.columns.date[known.record] == date);
        same_day.into_iter().any(|known| known.record == record && known.approved())
    }
}
