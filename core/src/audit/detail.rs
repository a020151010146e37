use std::sync::Arc;

use serde::{Deserialize, Serialize};

use super::{Counted, DutyWindow, FindingCode, Missing, StepRow};
use crate::roster::Named;
use crate::rulebook::Unit;
use crate::{Date, Decimal, Id, Severity, Slug};

/// What was asked for, and what is there: for each code the facts that its sentences need. In JSON a table of these facts, with the
/// code again as `what`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(tag = "what", rename_all = "kebab-case")]
#[non_exhaustive]
pub enum Detail {
    /// `unknown-state`
    UnknownState {
        /// The state that the history names.
        state: Arc<str>,
        /// The states that the rulebook has.
        known: Vec<StateName>,
        /// The one that is spelt most like it, if one is near enough to be meant.
        near: Option<StateName>,
    },
    /// `backwards-date`
    BackwardsDate {
        /// The state that was entered.
        state: StateName,
        /// The state of the entry before.
        before: StateName,
        /// The day of the entry before, which is later.
        since: Date,
    },
    /// `illegal-move`
    IllegalMove {
        /// The state that was left.
        from: StateName,
        /// The state that was entered.
        to: StateName,
        /// The states that could have been entered.
        allowed: Vec<StateName>,
    },
    /// `unmet-requirement`
    UnmetRequirement {
        /// The state that was left.
        from: StateName,
        /// The state that was entered.
        to: StateName,
        /// What was wanting on that day, in the order of the move.
        unmet: Vec<Unmet>,
    },
    /// `bound-broken`
    BoundBroken(Counted),
    /// `standard-incomplete`
    StandardIncomplete {
        /// How many checks are met.
        met: u32,
        /// How many there are.
        of: u32,
        /// Those that are not met, in the order of the standard.
        missing: Vec<Missing>,
    },
    /// `duty-missed`: the windows that were missed.
    DutyMissed(DutyWindows),
    /// `duty-due`: the windows that are pending.
    DutyDue(DutyWindows),
    /// `matter-overdue`
    MatterOverdue(MatterStep),
    /// `matter-late`
    MatterLate(MatterStep),
    /// `not-seated`
    NotSeated {
        /// The record.
        record: RecordName,
        /// The member's first day, if it is known.
        joined: Option<Date>,
        /// The member's last day, if there is one.
        left: Option<Date>,
    },
    /// `not-active`
    NotActive {
        /// The record.
        record: RecordName,
        /// The studio's state on that day; none before its history begins.
        state: Option<StateName>,
    },
}

/// A state of a studio and what the rulebook calls it; a state that the rulebook has not got is called by its id.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct StateName {
    /// The state's id.
    pub state: Arc<str>,
    /// What it is called.
    pub label: Arc<str>,
}

/// A standard that was not full, or a bound that was not satisfied, when a studio made a move.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct Unmet {
    /// The id of the standard or bound.
    pub rule: Slug,
    /// What it is called.
    pub label: Arc<str>,
    /// Where it stands in the published text.
    pub clause: Option<Arc<str>>,
    /// What was wanting on that day.
    pub lack: Lack,
    /// Whether nothing of it is wanting any more on the day of the audit, which is later.
    pub met_now: bool,
}

/// What is wanting.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(tag = "what", rename_all = "kebab-case")]
#[non_exhaustive]
pub enum Lack {
    /// Checks of a standard.
    Checks {
        /// Those that were not met.
        missing: Vec<Missing>,
    },
    /// There were too few or too many relations.
    Count(Counted),
}

/// Windows of a duty, and what it asks for in each.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct DutyWindows {
    /// The least that is asked in a window.
    pub at_least: Option<Decimal>,
    /// The most that is allowed in a window.
    pub at_most: Option<Decimal>,
    /// What is counted.
    pub unit: Unit,
    /// What the kinds are called that alone are asked for; none where the duty asks for more than a kind.
    pub kinds: Vec<Arc<str>>,
    /// The windows, in order; never none.
    pub windows: Vec<DutyWindow>,
}

/// The step at which a matter was not in time.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct MatterStep {
    /// The flow's id.
    pub flow: Slug,
    /// What it is called.
    pub flow_label: Arc<str>,
    /// The studio that the matter belongs to, if any.
    pub studio: Option<Named>,
    /// The day on which the matter was opened.
    pub opened: Date,
    /// The step: who does it, its deadline, when it was done.
    pub step: StepRow,
    /// How many days after the deadline it was done, or the day of the audit is.
    pub days: u32,
}

/// A record, by its id and what its kind is called.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct RecordName {
    /// The record's id.
    pub record: Id,
    /// What the rulebook calls its kind.
    pub kind: Arc<str>,
}

impl Detail {
    /// The code of a finding with these facts.
    pub(super) fn code(&self) -> FindingCode {
        match self {
            Detail::UnknownState { .. } => FindingCode::UnknownState,
            Detail::BackwardsDate { .. } => FindingCode::BackwardsDate,
            Detail::IllegalMove { .. } => FindingCode::IllegalMove,
            Detail::UnmetRequirement { .. } => FindingCode::UnmetRequirement,
            Detail::BoundBroken(_) => FindingCode::BoundBroken,
            Detail::StandardIncomplete { .. } => FindingCode::StandardIncomplete,
            Detail::DutyMissed(_) => FindingCode::DutyMissed,
            Detail::DutyDue(_) => FindingCode::DutyDue,
            Detail::MatterOverdue(_) => FindingCode::MatterOverdue,
            Detail::MatterLate(_) => FindingCode::MatterLate,
            Detail::NotSeated { .. } => FindingCode::NotSeated,
            Detail::NotActive { .. } => FindingCode::NotActive,
        }
    }

    /// How much a finding with these facts weighs: as its code does, but a requirement that was unmet and is met by now is over and done
    /// with.
    pub(super) fn severity(&self) -> Severity {
        match self {
            Detail::UnmetRequirement { unmet, .. } if unmet.iter().all(|unmet| unmet.met_now) => Severity::Warning,
            _ => self.code().severity(),
        }
    }
}

impl DutyWindows {
    /// How much of the least that is asked is still wanting in a window; none where nothing is.
    pub fn short(&self, window: &DutyWindow) -> Option<Decimal> {
        short(self.at_least, window)
    }

    /// How many records wait for approval in these windows.
    pub fn waiting(&self) -> u32 {
        self.windows.iter().map(|window| window.waiting).fold(0, u32::saturating_add)
    }

    /// By how much a window has more than is allowed; none where it has not.
    pub fn over(&self, window: &DutyWindow) -> Option<Decimal> {
        less(window.count, self.at_most?)
    }
}

/// How much of the least that is asked is still wanting.
pub(super) fn short(at_least: Option<Decimal>, window: &DutyWindow) -> Option<Decimal> {
    less(at_least?, window.count)
}

/// The difference, where there is one.
fn less(more: Decimal, less: Decimal) -> Option<Decimal> {
    let left = more.ten_thousandths().saturating_sub(less.ten_thousandths());
    (left > 0).then(|| Decimal::from_ten_thousandths(left))
}
