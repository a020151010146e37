use std::collections::BTreeSet;

use super::Facts;
use crate::Decimal;
use crate::arena::Idx;
use crate::ledger::Record;
use crate::rulebook::Unit;

/// How much there is of something, in ten-thousandths: a count of records, a sum of quantities.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Default)]
pub(crate) struct Tally(i128);

impl Tally {
    /// In ten-thousandths.
    pub(crate) fn ten_thousandths(self) -> i128 {
        self.0
    }

    /// Whether it is at least `n`.
    pub(crate) fn reaches(self, n: Decimal) -> bool {
        self.0 >= i128::from(n.ten_thousandths())
    }

    /// Whether it is more than `n`.
    pub(crate) fn exceeds(self, n: Decimal) -> bool {
        self.0 > i128::from(n.ten_thousandths())
    }

    pub(crate) fn is_zero(self) -> bool {
        self.0 == 0
    }

    /// As it is published; more than a decimal holds is the most that it holds.
    pub(crate) fn decimal(self) -> Decimal {
        Decimal::from_ten_thousandths(i64::try_from(self.0).unwrap_or(i64::MAX))
    }
}

impl From<u64> for Tally {
    fn from(count: u64) -> Self {
        Tally(i128::from(count) * 10_000)
    }
}

impl Facts<'_> {
    /// Counts records, each with the quantity that is the subject's own.
    pub(crate) fn tally(&self, unit: Unit, records: &[(Idx<Record>, Decimal)]) -> Tally {
        let distinct = |size: usize| Tally::from(size as u64);
        match unit {
            Unit::Records => distinct(records.len()),
            Unit::Quantity => Tally(records.iter().map(|(_, quantity)| i128::from(quantity.ten_thousandths())).sum()),
            Unit::Days => {
                distinct(records.iter().map(|&(record, _)| self.columns.date[record]).collect::<BTreeSet<_>>().len())
            }
            Unit::Works => {
                distinct(records.iter().map(|&(record, _)| self.columns.work[record]).collect::<BTreeSet<_>>().len())
            }
        }
    }
}
