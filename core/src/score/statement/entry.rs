use std::sync::Arc;

use serde::{Deserialize, Serialize};

use super::{RecordRef, Share};
use crate::score::{Counting, Unit};
use crate::{Decimal, Window};

/// What gave a line.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(tag = "what", rename_all = "lowercase")]
#[non_exhaustive]
pub enum Entry {
    /// A record: points × quantity × factors × share.
    Record {
        /// The record.
        record: RecordRef,
        /// The rule's points, or the assessor's.
        points: Decimal,
        /// The assessor's own score, where the rule leaves the points to the assessor: the points are that, within the rule's limits.
        score: Option<Decimal>,
        /// The quantity, where the rule multiplies by it.
        quantity: Option<Decimal>,
        /// The item's factors that matched.
        times: Vec<Decimal>,
        /// The subject's part of a shared record, where it is not the whole.
        share: Option<Share>,
    },
    /// Points that need no record.
    Base {
        /// The window it is paid for, or the whole period.
        window: Window,
    },
    /// A count of records.
    Count {
        /// The window in which was counted.
        window: Window,
        /// The points of the rule, unless they stand in steps.
        points: Option<Decimal>,
        /// What was counted.
        unit: Unit,
        /// How the count becomes points.
        rule: Counting,
        /// How much was counted.
        count: Decimal,
        /// Of how much, for a rate.
        of: Option<Decimal>,
        /// The records counted.
        records: Vec<RecordRef>,
    },
    /// Windows in which a duty was met, or missed.
    Duty {
        /// The window of the item in which they were counted, or the whole period.
        window: Window,
        /// The points for each window.
        points: Decimal,
        /// The duty.
        duty: Arc<str>,
        /// Whether windows are counted in which it was missed, not met.
        missed: bool,
        /// How many windows.
        windows: u32,
    },
    /// Checks of a standard.
    Standard {
        /// The window that they are paid for, or the whole period.
        window: Window,
        /// The standard.
        standard: Arc<str>,
        /// The points for all of them.
        points: Decimal,
        /// How many are met.
        met: u32,
        /// How many there are.
        of: u32,
    },
    /// A grade that something got to which the subject belongs.
    Inherited {
        /// The window that it is paid for, or the whole period.
        window: Window,
        /// The points.
        points: Decimal,
        /// The grade.
        grade: Arc<str>,
        /// Whether the points are given once for each, not once in all.
        each: bool,
        /// Who or what got it, by name.
        from: Vec<Arc<str>>,
    },
    /// A floor.
    Floor {
        /// The floor, in points; none where it is the least that points can hold.
        floor: Option<Decimal>,
        /// The window of the item whose floor it is; none for the floor of a whole node.
        window: Option<Window>,
    },
}
