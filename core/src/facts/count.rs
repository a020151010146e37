use std::collections::BTreeSet;
use std::fmt;

use serde::{Deserialize, Serialize};

use super::Facts;
use crate::Decimal;
use crate::arena::Idx;
use crate::ledger::Record;
use crate::points::pad_ten_thousandths;
use crate::rulebook::Count;

/// What is counted: by a measure of an item, by a duty.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "lowercase")]
pub enum Unit {
    /// Each record once.
    Records,
    /// The quantities of the records.
    Quantity,
    /// The different days.
    Days,
    /// The different works.
    Works,
}

impl From<Count> for Unit {
    fn from(count: Count) -> Self {
        match count {
            Count::Records => Unit::Records,
            Count::Quantity => Unit::Quantity,
            Count::Days => Unit::Days,
            Count::Works => Unit::Works,
        }
    }
}

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
}

impl From<u64> for Tally {
    fn from(count: u64) -> Self {
        Tally(i128::from(count) * 10_000)
    }
}

impl fmt::Display for Tally {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        pad_ten_thousandths(self.0, f)
    }
}

impl Facts<'_> {
    /// Counts records, each with the quantity that is the subject's own.
    pub(crate) fn tally(&self, count: Count, records: &[(Idx<Record>, Decimal)]) -> Tally {
        let distinct = |size: usize| Tally::from(size as u64);
        match count {
            Count::Records => distinct(records.len()),
            Count::Quantity => Tally(records.iter().map(|(_, quantity)| i128::from(quantity.ten_thousandths())).sum()),
            Count::Days => {
                distinct(records.iter().map(|&(record, _)| self.columns.date[record]).collect::<BTreeSet<_>>().len())
            }
            Count::Works => {
                distinct(records.iter().map(|&(record, _)| self.columns.work[record]).collect::<BTreeSet<_>>().len())
            }
        }
    }
}
