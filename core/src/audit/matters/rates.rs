use std::sync::Arc;

use serde::{Deserialize, Serialize};

use super::{MatterRow, MatterState};
use crate::audit::Ratio;
use crate::rulebook::Flow;
use crate::{Date, Slug};

/// One flow, and how its matters fare that were opened by the day.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct FlowTable {
    /// The flow's id.
    pub flow: Slug,
    /// What it is called.
    pub label: Arc<str>,
    /// Where it stands in the published text.
    pub clause: Option<Arc<str>>,
    /// How many matters were opened by the day.
    pub matters: u32,
    /// 办结率: those closed, in time or late.
    pub closed: Option<Ratio>,
    /// 按时办结率: those closed with every step in time.
    pub in_time: Option<Ratio>,
    /// The steps, in order.
    pub steps: Vec<StepRate>,
}

/// How often a step was done.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct StepRate {
    /// The step's id.
    pub step: Slug,
    /// What it is called.
    pub label: Arc<str>,
    /// The matters in which it was done, among those in which the step right before it was; of the first step, among all.
    pub done: Option<Ratio>,
}

impl FlowTable {
    pub(in crate::audit) fn of(flow: &Flow, matters: &[MatterRow], day: Date) -> FlowTable {
        let own: Vec<&MatterRow> = matters.iter().filter(|row| row.flow == flow.id && row.opened_by(day)).collect();
        let count = |wanted: &[MatterState]| own.iter().filter(|row| wanted.contains(&row.state)).count();
        let is_done = |row: &MatterRow, place: usize| row.steps.get(place).is_some_and(|step| step.done.is_some());
        let rate = |place: usize| {
            let reached = || own.iter().filter(|row| place.checked_sub(1).is_none_or(|before| is_done(row, before)));
            Ratio::of(reached().filter(|row| is_done(row, place)).count(), reached().count())
        };
        let steps = flow.steps.iter().enumerate();
        FlowTable {
            flow: flow.id.clone(),
            label: flow.label.clone(),
            clause: flow.cite.clause.clone(),
            matters: u32::try_from(own.len()).unwrap_or(u32::MAX),
            closed: Ratio::of(count(&[MatterState::Closed, MatterState::Late]), own.len()),
            in_time: Ratio::of(count(&[MatterState::Closed]), own.len()),
            steps: steps
                .map(|(place, step)| StepRate { step: step.id.clone(), label: step.label.clone(), done: rate(place) })
                .collect(),
        }
    }
}
