//! The numbers of rules, each with its range: no value can overflow that is made of them.

use crate::Decimal;
use crate::diagnostic::Diagnostics;
use crate::document::Spot;

/// The most that a number of points may be, either way.
const POINTS: i32 = 100_000;

/// The most that a factor or a weight may be.
const FACTOR: i32 = 10;

/// Points, or a score.
pub(super) fn points(spot: Option<Spot<'_>>, faults: &mut Diagnostics) -> Option<Decimal> {
    spot?.decimal(-POINTS, POINTS, faults)
}

/// A cap, or a step of a ladder: never negative.
pub(super) fn cap(spot: Option<Spot<'_>>, faults: &mut Diagnostics) -> Option<Decimal> {
    spot?.decimal(0, POINTS, faults)
}

/// A floor: never positive.
pub(super) fn floor(spot: Option<Spot<'_>>, faults: &mut Diagnostics) -> Option<Decimal> {
    spot?.decimal(-POINTS, 0, faults)
}

/// A factor or a weight.
pub(super) fn factor(spot: Option<Spot<'_>>, faults: &mut Diagnostics) -> Option<Decimal> {
    spot?.decimal(0, FACTOR, faults)
}

/// A part of a whole.
pub(super) fn part(spot: Option<Spot<'_>>, faults: &mut Diagnostics) -> Option<Decimal> {
    spot?.decimal(0, 1, faults)
}
