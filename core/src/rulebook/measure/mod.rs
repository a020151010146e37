//! What an item makes of its lines or counts: one file a measure that has more than a number.

mod inherit;
mod rate;
mod read;
mod steps;
#[cfg(test)]
mod tests;

pub(crate) use inherit::Inherit;
pub(crate) use rate::Rate;
pub(super) use read::{has_lines, key, reads_records};
pub use steps::Step;
pub(crate) use steps::step_reached;

use serde::{Deserialize, Serialize};

use super::{Duty, Standard};
use crate::arena::Idx;

/// The measure of an item.
#[derive(Debug, Clone)]
pub(crate) enum Measure {
    /// Σ of line values; the first `skip` lines in order are left out, then the `most` best are kept.
    Each { skip: u64, most: Option<u64> },
    /// The best line.
    Once,
    /// `points` from n on.
    Reach { n: u64, count: Unit },
    /// `points` for every k.
    Every { k: u64, count: Unit },
    /// The points of the highest step reached.
    Ladder { steps: Vec<Step>, count: Unit },
    /// `points` for each one that is missing from n.
    Short { n: u64, count: Unit },
    /// `points` × count ÷ count of what it is a rate of.
    Rate { rate: Rate, count: Unit },
    /// `points`, no record needed.
    Base,
    /// `points` × windows in which the duty was met (or missed).
    Duty { duty: Idx<Duty>, missed: bool },
    /// `points` × share of the standard's checks that are met.
    Standard(Idx<Standard>),
    /// `points` for belonging to what got a grade on another board.
    Inherit(Inherit),
}

/// What is counted: by a measure of an item, by a duty.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "lowercase")]
pub enum Unit {
    /// Each record once.
    #[default]
    Records,
    /// The quantities of the records.
    Quantity,
    /// The different days.
    Days,
    /// The different works.
    Works,
}

impl Measure {
    /// Whether each record gives a line of its own (each, once); the others give one line a window or one in all.
    pub(crate) fn by_line(&self) -> bool {
        matches!(self, Measure::Each { .. } | Measure::Once)
    }

    /// Whether it moves with its branch: what duties, standards and grades say does not.
    pub(crate) fn shifts(&self) -> bool {
        !matches!(self, Measure::Duty { .. } | Measure::Standard(_) | Measure::Inherit(_))
    }

    /// Whether it counts records.
    pub(crate) fn counting(&self) -> Option<Unit> {
        match self {
            Measure::Reach { count, .. }
            | Measure::Every { count, .. }
            | Measure::Ladder { count, .. }
            | Measure::Short { count, .. }
            | Measure::Rate { count, .. } => Some(*count),
            _ => None,
        }
    }
}
