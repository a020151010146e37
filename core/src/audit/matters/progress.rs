use std::sync::Arc;

use serde::{Deserialize, Serialize};

use super::Matter;
use crate::roster::Named;
use crate::rulebook::{Flow, Step};
use crate::{Date, Id, Slug};

/// How a step stands on a day.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case")]
pub enum StepState {
    /// 按时办结: done, not after its deadline.
    InTime,
    /// 逾期办结: done after its deadline.
    Late,
    /// 待办: not done, and no deadline has passed.
    Open,
    /// 逾期未办: not done, and its deadline has passed.
    Overdue,
}

/// How a matter stands on a day.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case")]
pub enum MatterState {
    /// 按时办结: every step that must be done and the last one are, and whatever was done was done in time.
    Closed,
    /// 逾期办结: closed, but some step was done late.
    Late,
    /// 逾期未办: not closed, and the deadline of a step has passed.
    Overdue,
    /// 办理中: not closed, and no deadline has passed.
    Open,
}

/// One matter and how far it has come.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct MatterRow {
    /// The matter's id.
    pub id: Id,
    /// The flow it goes through.
    pub flow: Slug,
    /// The studio that it belongs to, if any.
    pub studio: Option<Named>,
    /// The day on which it was opened, which may be after the day of the audit: see [`opened_by`](MatterRow::opened_by).
    pub opened: Date,
    /// How it stands.
    pub state: MatterState,
    /// Of a late matter the first late step, of an overdue one the first overdue step, of an open one the first that is not done.
    pub step: Option<Slug>,
    /// The steps of the flow, in order.
    pub steps: Vec<StepRow>,
}

/// One step of a matter.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct StepRow {
    /// The step's id.
    pub step: Slug,
    /// What it is called.
    pub label: Arc<str>,
    /// Where it stands in the published text: the step itself, else the flow.
    pub clause: Option<Arc<str>>,
    /// Who does it.
    pub by: Option<Arc<str>>,
    /// How it stands.
    pub state: StepState,
    /// Its last day, if it has one; a step that is not done has none before the step right before it is done.
    pub deadline: Option<Date>,
    /// Whether the matter is not closed without it: a step that must be done, or the last one.
    pub must: bool,
    /// The day on which it was done, as far as is known on the day.
    pub done: Option<Date>,
}

/// No calendar here is longer; a deadline so many days away is never passed.
const FOR_EVER: u32 = 200_000;

impl StepRow {
    /// How many days after its deadline it was done, or a day is on which it is still not done; 0 where it is in time.
    pub(crate) fn days_late(&self, day: Date) -> u32 {
        let late = matches!(self.state, StepState::Late | StepState::Overdue);
        let Some(deadline) = self.deadline.filter(|_| late) else { return 0 };
        self.done.unwrap_or(day).days_after(deadline)
    }
}

impl MatterRow {
    pub(super) fn of(matter: &Matter, flow: &Flow, studio: Option<Named>, day: Date) -> MatterRow {
        // What a deadline runs from, and whether the step right before is done: before the first one, the opening is.
        let (mut from, mut direct) = (matter.opened, true);
        let last = flow.steps.last().map(|step| &step.id);
        let row = |step: &Step| {
            let done = matter.done.get(&step.id).copied().filter(|&done| done <= day);
            let runs = done.is_some() || direct;
            let deadline = step.within_days.filter(|_| runs).map(|days| from.plus_days(days.min(FOR_EVER)));
            let passed = |by: Date| deadline.is_some_and(|deadline| deadline < by);
            let state = match done {
                Some(done) if passed(done) => StepState::Late,
                Some(_) => StepState::InTime,
                None if passed(day) => StepState::Overdue,
                None => StepState::Open,
            };
            (from, direct) = (done.unwrap_or(from), done.is_some());
            StepRow {
                step: step.id.clone(),
                label: step.label.clone(),
                clause: step.cite.clause.clone().or_else(|| flow.cite.clause.clone()),
                by: step.by.clone(),
                state,
                deadline,
                must: step.must || Some(&step.id) == last,
                done,
            }
        };
        let steps: Vec<StepRow> = flow.steps.iter().map(row).collect();
        let first = |wanted: fn(&StepRow) -> bool| steps.iter().find(|step| wanted(step)).map(|step| step.step.clone());
        let closed = steps.iter().all(|step| !step.must || step.done.is_some());
        let late = first(|step| step.state == StepState::Late);
        let overdue = first(|step| step.state == StepState::Overdue);
        let (state, step) = match (closed, late, overdue) {
            (true, None, _) => (MatterState::Closed, None),
            (true, late, _) => (MatterState::Late, late),
            (false, _, None) => (MatterState::Open, first(|step| step.done.is_none())),
            (false, _, overdue) => (MatterState::Overdue, overdue),
        };
        MatterRow { id: matter.id.clone(), flow: flow.id.clone(), studio, opened: matter.opened, state, step, steps }
    }

    /// Whether it was opened by a day. Before that it is no matter yet: it is none of its flow's, and nothing of it has to be done.
    pub fn opened_by(&self, day: Date) -> bool {
        self.opened <= day
    }

    /// The step that the state is about.
    pub fn stuck_at(&self) -> Option<&StepRow> {
        self.steps.iter().find(|row| Some(&row.step) == self.step.as_ref())
    }
}
