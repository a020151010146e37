use super::line::{Share, Split, Worth};
use crate::arena::Idx;
use crate::facts::{Facts, Involvement};
use crate::ledger::Record;
use crate::points::common_divisor;
use crate::roster::Entity;
use crate::rulebook::{self, Award, Item, Times};
use crate::{Amount, Date, Decimal, EntityKind};

/// What an item makes of one record, its period apart.
#[derive(Debug)]
pub(crate) enum Taking {
    /// It is not this item's record.
    None,
    /// It would be, but it has no score of its own.
    NoScore,
    Line(Amount, Worth),
}

impl Facts<'_> {
    /// Whether a record meets everything that an item asks of it but the period and the subject: kind, dates, `when`.
    pub(crate) fn meets(&self, item: &Item, involvement: &Involvement) -> bool {
        let record = involvement.record;
        self.countable(involvement)
            && in_force(item.from, item.until, self.dated(record, item.dated_by_work))
            && self.matches(&item.when, involvement)
    }

    /// Whether a record may count at all: approved, seen, and of a kind that scores.
    pub(crate) fn countable(&self, involvement: &Involvement) -> bool {
        let scored = self.kind(involvement.record).is_none_or(|kind| self.rules.vocabulary.kinds[kind].scored);
        involvement.approved() && self.in_sight(self.columns.date[involvement.record]) && scored
    }

    /// What an item of the measure each or once makes of a record for a subject.
    pub(crate) fn taking(&self, item: &Item, subject: Entity, involvement: &Involvement) -> Taking {
        let record = involvement.record;
        let day = self.columns.date[record];
        if !self.meets(item, involvement) || !self.applies(&item.applies, subject, day) {
            return Taking::None;
        }
        let (points, score) = match &item.award {
            Award::Points(points) => (*points, None),
            Award::Cases(cases) => {
                match cases
                    .iter()
                    .find(|case| self.applies(&case.applies, subject, day) && self.matches(&case.when, involvement))
                {
                    Some(case) => (case.points, None),
                    None => return Taking::None,
                }
            }
            Award::Given { min, max } => match involvement.score {
                Some(score) => {
                    let most = max.unwrap_or(Decimal::from_ten_thousandths(i64::MAX));
                    (score.max(min.unwrap_or(score)).min(most), Some(score))
                }
                None => return Taking::NoScore,
            },
            Award::Ladder => return Taking::None,
        };
        let quantity = item.per_quantity.then_some(involvement.quantity);
        let dated = self.dated(record, item.dated_by_work);
        let factor = |times: &&Times| {
            in_force(times.from, times.until, dated)
                && self.applies(&times.applies, subject, day)
                && self.matches(&times.when, involvement)
        };
        let times: Vec<Decimal> = item.times.iter().filter(factor).map(|times| times.by).collect();
        let shared = subject.kind == EntityKind::Member;
        let share = shared.then(|| self.share(item.share, record, involvement)).flatten();

        let mut value = Amount::from(points);
        if let Some(quantity) = quantity {
            value = value.times(quantity);
        }
        for &factor in &times {
            value = value.times(factor);
        }
        if let Some(Share { part, of, .. }) = share {
            value = value.shared(part.into(), of.into());
        }
        Taking::Line(value, Worth { record, points, score, quantity, times, share })
    }

    /// What the sum of a node is multiplied by: its weight, unless that is one, and the factors that are for the subject.
    pub(crate) fn node_factors(&self, weight: Decimal, times: &[Times], subject: Entity, day: Date) -> Vec<Decimal> {
        let matching = times.iter().filter(|times| self.applies(&times.applies, subject, day)).map(|times| times.by);
        std::iter::once(weight).filter(|&weight| weight != Decimal::ONE).chain(matching).collect()
    }

    /// A member's part of a record, where it is not the whole.
    fn share(&self, rule: rulebook::Share, record: Idx<Record>, involvement: &Involvement) -> Option<Share> {
        let count = |n: usize| u32::try_from(n).unwrap_or(u32::MAX);
        let all = count(self.approved_parts(record).count());
        let equal = Share { part: 1, of: all, split: Split::Equal { people: all } };
        match rule {
            rulebook::Share::Full => None,
            _ if all <= 1 => None,
            rulebook::Share::Equal => Some(equal),
            rulebook::Share::Facet { facet, value, part } => {
                let carries = |of| self.value(facet, record, Some(of)) == Some(value);
                let carrying = count(self.approved_parts(record).filter(|&part| carries(part)).count());
                if carrying == 0 || carrying == all {
                    return Some(equal);
                }
                let split = Split::Facet { facet, value, part, carrying, people: all };
                let part = u32::try_from(part.ten_thousandths()).unwrap_or(10_000).min(10_000);
                let own = involvement.parts.first().is_some_and(|&part| carries(part));
                let (part, of) = if own { reduced(part, carrying) } else { reduced(10_000 - part, all - carrying) };
                Some(Share { part, of, split })
            }
        }
    }
}

/// Whether a day lies within a rule's own dates.
pub(crate) fn in_force(from: Option<Date>, until: Option<Date>, day: Date) -> bool {
    from.is_none_or(|from| from <= day) && until.is_none_or(|until| day <= until)
}

/// `part` ten-thousandths among `people`, as a fraction in lowest terms.
fn reduced(part: u32, people: u32) -> (u32, u32) {
    let of = 10_000_u32.saturating_mul(people);
    let common = u32::try_from(common_divisor(part.into(), of.into())).unwrap_or(1);
    (part / common, of / common)
}
