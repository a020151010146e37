use serde::{Deserialize, Serialize};

use super::measure::reaches_percent;
use crate::Decimal;
use crate::facts::Tally;
use crate::rulebook::measure::{Measure, Step, step_reached};

/// How a count becomes points.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(tag = "what", rename_all = "lowercase")]
#[non_exhaustive]
pub enum Counting {
    /// The points, from n on.
    Reach {
        /// How much is asked for.
        n: u64,
    },
    /// The points for every k.
    Every {
        /// How much makes one.
        k: u64,
    },
    /// The points for each one that is missing from n.
    Short {
        /// How much is asked for.
        n: u64,
    },
    /// The points of the highest step reached.
    Ladder {
        /// Whether the steps are percentages.
        percent: bool,
        /// The step reached, if any.
        reached: Option<Step>,
        /// The step after it, if any.
        next: Option<Step>,
    },
    /// The points in proportion.
    Rate,
}

impl Counting {
    /// How a measure makes points of a count; the measures that do not count are none.
    pub(super) fn of(measure: &Measure, count: Tally, of: Option<Tally>) -> Option<Counting> {
        Some(match measure {
            Measure::Reach { n, .. } => Counting::Reach { n: *n },
            Measure::Every { k, .. } => Counting::Every { k: *k },
            Measure::Short { n, .. } => Counting::Short { n: *n },
            Measure::Ladder { steps, .. } => Counting::ladder(steps, false, |n| count.reaches(n)),
            Measure::Rate { rate, .. } => match &rate.ladder {
                Some(steps) => {
                    Counting::ladder(steps, true, |least| reaches_percent(count, of.unwrap_or_default(), least))
                }
                None => Counting::Rate,
            },
            _ => return None,
        })
    }

    fn ladder(steps: &[Step], percent: bool, holds: impl Fn(Decimal) -> bool) -> Counting {
        Counting::Ladder {
            percent,
            reached: step_reached(steps, &holds).copied(),
            next: steps.iter().find(|step| !holds(step.at_least)).copied(),
        }
    }
}
