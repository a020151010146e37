use super::line::Entry;
use crate::facts::{Facts, Tally};
use crate::roster::Entity;
use crate::rulebook::{Award, Item, Measure, step_reached};
use crate::{Amount, Date, Decimal};

impl Facts<'_> {
    /// The points of an item that does not look at single records: read once for the subject; none where no case is for it.
    pub(crate) fn points_once(&self, item: &Item, subject: Entity, day: Date) -> Option<Decimal> {
        match &item.award {
            Award::Points(points) => Some(*points),
            Award::Cases(cases) => {
                cases.iter().find(|case| self.applies(&case.applies, subject, day)).map(|case| case.points)
            }
            Award::Given { .. } | Award::Ladder => Some(Decimal::ZERO),
        }
    }
}

/// The value of a counting measure in one window: how much was counted, and for a rate, of how much.
pub(crate) fn counted(measure: &Measure, points: Decimal, count: Tally, of: Option<Tally>) -> Amount {
    let worth = Amount::from(points);
    match measure {
        Measure::Reach { n, .. } => {
            if count >= Tally::from(*n) {
                worth
            } else {
                Amount::ZERO
            }
        }
        Measure::Every { k, .. } => {
            worth.shared(count.ten_thousandths() / Tally::from((*k).max(1)).ten_thousandths(), 1)
        }
        Measure::Ladder { steps, .. } => {
            step_reached(steps, |n| count.reaches(n)).map_or(Amount::ZERO, |step| step.points.into())
        }
        Measure::Short { n, .. } => {
            worth.shared((Tally::from(*n).ten_thousandths() - count.ten_thousandths()).max(0), 10_000)
        }
        Measure::Rate { rate, .. } => {
            let of = of.unwrap_or_default();
            match &rate.ladder {
                _ if of.is_zero() => Amount::ZERO,
                Some(steps) => {
                    let reached = step_reached(steps, |least| reaches_percent(count, of, least));
                    reached.map_or(Amount::ZERO, |step| step.points.into())
                }
                None => worth.shared(count.ten_thousandths(), of.ten_thousandths()),
            }
        }
        _ => Amount::ZERO,
    }
}

/// Whether a count is at least so many percent of another; of nothing it is none.
pub(super) fn reaches_percent(count: Tally, of: Tally, least: Decimal) -> bool {
    !of.is_zero()
        && count.ten_thousandths() * 100 * 10_000 >= i128::from(least.ten_thousandths()) * of.ten_thousandths()
}

/// Whether the points of an item stand in its steps.
pub(crate) fn has_steps(measure: &Measure) -> bool {
    matches!(measure, Measure::Ladder { .. }) || matches!(measure, Measure::Rate { rate, .. } if rate.ladder.is_some())
}

/// The entry of a counting line.
pub(crate) fn entry(
    measure: &Measure,
    points: Decimal,
    count: Tally,
    of: Option<Tally>,
    records: Vec<crate::arena::Idx<crate::ledger::Record>>,
) -> Entry {
    Entry::Counted { points: (!has_steps(measure)).then_some(points), count, of, records }
}
