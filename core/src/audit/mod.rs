//! 对照检查: what the rules ask of a structure and of a cadence, and where it falls short, as of a day.
//!
//! An [`Audit`] is plain data: for each duty, bound, standard and flow a table with a row for everybody of whom it is asked, the state of
//! every studio and every matter, and all that was found amiss, in order.
//!
//! | File | What it asks |
//! | --- | --- |
//! | `activity` | whether a member sat, a studio was active |
//! | `duties` | window by window, what was met, missed, is pending |
//! | `waiting` | which records would count if they were approved |
//! | `bounds`, `standards` | how many relations there are; which checks are met |
//! | `lifecycle` | a studio's state, and what is wrong with its history |
//! | `matters` | how far each case has come through the steps of its flow |
//! | `finding`, `detail`, `found` | what an audit may find, with which facts, and all that it found |
//! | `todo` | what is still to be done, and by when |
//! | `undeclared` | words of the roster that the rulebook does not know |

mod activity;
mod bounds;
mod detail;
mod duties;
mod finding;
mod found;
mod lifecycle;
mod matters;
mod standards;
#[cfg(test)]
mod tests;
mod todo;
mod undeclared;
mod waiting;

use std::sync::Arc;

use serde::{Deserialize, Serialize};

pub use bounds::{BoundRow, BoundTable, Counted, OtherEnd};
pub use detail::{Detail, DutyWindows, Lack, MatterStep, RecordName, StateName, Unmet};
pub use duties::{DutyRow, DutyStatus, DutyTable, DutyWindow};
pub use finding::{Finding, FindingCode, UnknownFindingCode};
pub use lifecycle::{StateRow, StudioState};
pub use matters::{FlowTable, MatterRow, MatterState, Matters, StepRate, StepRow, StepState};
pub(crate) use standards::ChecksMet;
pub use standards::{Missing, StandardRow, StandardTable};
pub use todo::{Task, Todo};
pub use undeclared::{Undeclared, WordPlace};

use crate::facts::Facts;
pub use crate::ratio::Ratio;
pub use crate::rulebook::Unit;
use crate::{Date, EntityKind, Severity, Slug, Window};

/// 对照检查: how everything stands on a day. Tables are in the order of the rulebook, their rows by id.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct Audit {
    /// The rulebook's id.
    pub rulebook: Slug,
    /// The rulebook's title.
    pub rulebook_title: Arc<str>,
    /// The days over which duties are asked.
    pub period: Window,
    /// The day on which everything is asked.
    pub as_of: Date,
    /// 履职要求
    pub duties: Vec<DutyTable>,
    /// 配置要求
    pub bounds: Vec<BoundTable>,
    /// 建设标准
    pub standards: Vec<StandardTable>,
    /// 建设流程: every studio, by id.
    pub lifecycle: Vec<StudioState>,
    /// How many studios are in which state, in the order of the lifecycle; none without one.
    pub states: Vec<StateRow>,
    /// 事项: every matter, by id; also those opened after the day, which are not counted in [`flows`](Audit::flows) and of which nothing
    /// is to be done yet.
    pub matters: Vec<MatterRow>,
    /// 办理流程: how the matters of each flow fare.
    pub flows: Vec<FlowTable>,
    /// All that is amiss: in the order of the codes, then by rule and subject.
    pub findings: Vec<Finding>,
    /// The words of the roster that the rulebook does not declare.
    pub undeclared: Vec<Undeclared>,
}

impl Audit {
    /// Asks everything as of a day. The matters fit the rulebook.
    pub(crate) fn of(facts: &Facts<'_>, matters: &Matters, period: Window, as_of: Date) -> Audit {
        let rules = facts.rules;
        let matters = matters.rows(facts, as_of);
        let mut audit = Audit {
            rulebook: rules.head.id.clone(),
            rulebook_title: rules.head.title.clone(),
            period,
            as_of,
            duties: rules.duties.places().map(|duty| DutyTable::of(facts, duty, period, as_of)).collect(),
            bounds: rules.bounds.iter().map(|bound| BoundTable::of(facts, bound, as_of)).collect(),
            standards: rules.standards.iter().map(|standard| StandardTable::of(facts, standard, as_of)).collect(),
            lifecycle: facts
                .by_id(EntityKind::Studio)
                .into_iter()
                .map(|studio| StudioState::of(facts, studio, as_of))
                .collect(),
            flows: rules.flows.iter().map(|flow| FlowTable::of(flow, &matters, as_of)).collect(),
            matters,
            states: Vec::new(),
            findings: Vec::new(),
            undeclared: undeclared::undeclared(rules, facts.roster),
        };
        audit.states = StateRow::all(facts, &audit.lifecycle);
        audit.findings = found::found(facts, &audit);
        audit
    }

    /// What was found, the gravest first; of equal weight in the order of [`findings`](Audit::findings).
    pub fn by_severity(&self) -> impl Iterator<Item = &Finding> {
        Severity::ALL.into_iter().flat_map(|severity| self.of_severity(severity))
    }

    /// What was found that weighs so much, in order.
    pub fn of_severity(&self, severity: Severity) -> impl Iterator<Item = &Finding> {
        self.findings.iter().filter(move |finding| finding.severity == severity)
    }

    /// The duty of that id.
    pub fn duty(&self, id: &str) -> Option<&DutyTable> {
        self.duties.iter().find(|table| table.duty == *id)
    }

    /// The bound of that id.
    pub fn bound(&self, id: &str) -> Option<&BoundTable> {
        self.bounds.iter().find(|table| table.bound == *id)
    }

    /// The standard of that id.
    pub fn standard(&self, id: &str) -> Option<&StandardTable> {
        self.standards.iter().find(|table| table.standard == *id)
    }

    /// The studio of that id.
    pub fn studio(&self, id: &str) -> Option<&StudioState> {
        self.lifecycle.iter().find(|studio| studio.id == *id)
    }

    /// The matter of that id.
    pub fn matter(&self, id: &str) -> Option<&MatterRow> {
        self.matters.iter().find(|row| row.id == *id)
    }

    /// The flow of that id.
    pub fn flow(&self, id: &str) -> Option<&FlowTable> {
        self.flows.iter().find(|table| table.flow == *id)
    }
}
