use serde::{Deserialize, Serialize};

use crate::Decimal;
use crate::diagnostic::{Diagnostics, Fault, LadderFault};
use crate::document::Spot;
use crate::rulebook::number;

/// A step of a ladder.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct Step {
    /// The count, or the percentage, from which on it holds.
    pub at_least: Decimal,
    /// Its points.
    pub points: Decimal,
}

impl Step {
    /// Reads `[[n, p], …]`, where each n is more than the one before.
    pub(super) fn ladder(spot: Spot<'_>, faults: &mut Diagnostics) -> Option<Vec<Step>> {
        let list = spot.list(faults)?;
        if list.is_empty() {
            spot.fault(faults, Fault::BadLadder { why: LadderFault::Empty });
        }
        let mut steps: Vec<Step> = Vec::with_capacity(list.len());
        let mut whole = !list.is_empty();
        for spot in list {
            let Some(step) = Step::read(spot, faults) else {
                whole = false;
                continue;
            };
            if steps.last().is_some_and(|last| last.at_least >= step.at_least) {
                spot.fault(faults, Fault::BadLadder { why: LadderFault::NotRising });
            }
            steps.push(step);
        }
        whole.then_some(steps)
    }

    fn read(spot: Spot<'_>, faults: &mut Diagnostics) -> Option<Step> {
        let pair = if spot.is_list() { spot.list_or_one() } else { Vec::new() };
        let [n, points] = pair.as_slice() else {
            spot.fault(faults, Fault::BadLadder { why: LadderFault::Step });
            return None;
        };
        let (at_least, points) = (number::cap(Some(*n), faults), number::points(Some(*points), faults));
        Some(Step { at_least: at_least?, points: points? })
    }
}

/// The highest step for which `reached` holds; steps rise.
pub(crate) fn step_reached(steps: &[Step], reached: impl Fn(Decimal) -> bool) -> Option<&Step> {
    steps.iter().rev().find(|step| reached(step.at_least))
}
