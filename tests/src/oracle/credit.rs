//! Credits: what lines, and what is paid without a record, count for; and what clamps take of them.

use super::day::Day;
use super::number::{LIMIT, product};
use super::tree::{Level, Node};

/// Where a credit stands among the others: the last are cut first.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Place {
    /// Without a record: in the order of the rulebook, then of the windows, floors first.
    Bare { level: Level, node: usize, window: Option<usize>, earned: bool },
    /// A line of a record.
    Line { date: Day, record: String, item: usize },
}

impl Place {
    /// The place of a node's own floor, or of that of one of its windows.
    pub(super) fn floor(node: Node, window: Option<usize>) -> Self {
        Self::Bare { level: node.level, node: node.place, window, earned: false }
    }

    /// The place of what an item pays in a window without a record of its own.
    pub(super) fn paid(node: Node, window: usize) -> Self {
        Self::Bare { level: node.level, node: node.place, window: Some(window), earned: true }
    }
}

/// What one line, or one payment without a record, counts for.
#[derive(Clone)]
pub(super) struct Credit {
    pub(super) place: Place,
    pub(super) ticks: i128,
}

/// The value of a node: the sum of what is left.
pub(super) fn sum(credits: &[Credit]) -> i128 {
    credits.iter().map(|credit| credit.ticks).sum()
}

/// A cap takes what is above it from the latest to the earliest, of each at most what it has above nought. A floor
/// adds a credit of its own.
pub(super) fn clamp(credits: &mut Vec<Credit>, floor: Option<i128>, cap: Option<i128>, place: &Place) {
    credits.sort_by(|a, b| a.place.cmp(&b.place));
    let total = sum(credits);
    let mut excess = cap.map_or(0, |cap| (total - cap).max(0));
    for credit in credits.iter_mut().rev() {
        let taken = credit.ticks.max(0).min(excess);
        credit.ticks -= taken;
        excess -= taken;
    }
    if let Some(floor) = floor.filter(|floor| total < *floor) {
        credits.push(Credit { place: place.clone(), ticks: floor - total });
    }
}

/// No node is worth more than a point count can hold.
pub(super) fn limit(credits: &mut Vec<Credit>, place: &Place) {
    clamp(credits, Some(-LIMIT), Some(LIMIT), place);
}

/// Each credit times a factor, rounded on its own.
pub(super) fn scale(credits: &mut [Credit], factor: i128) {
    for credit in credits {
        credit.ticks = product(credit.ticks, factor);
    }
}
