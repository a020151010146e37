use std::sync::Arc;

use serde::{Deserialize, Serialize};

use super::detail::short;
use super::{Audit, DutyRow, DutyStatus, DutyTable, DutyWindow, MatterRow, MatterState, StepRow, StepState};
use crate::roster::Named;
use crate::rulebook::Unit;
use crate::{Date, Decimal, EntityKind, Id, Slug, Window};

/// 待办: something that is still to be done, of whom, by which rule, and by when. [`Todo::sentence`] says it in words.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct Todo {
    /// The last day on which it is in time; none of a step that has to be done and has no deadline: as soon as can be.
    pub due: Option<Date>,
    /// The id of the duty or step.
    pub rule: Slug,
    /// What it is called.
    pub label: Arc<str>,
    /// Where the duty or step stands in the published text.
    pub clause: Option<Arc<str>>,
    /// The id of the entity, or of the matter.
    pub subject: Id,
    /// What kind of entity it is; none for a matter.
    pub kind: Option<EntityKind>,
    /// The entity's name; of a matter the id again.
    pub name: Arc<str>,
    /// What is to be done.
    pub task: Task,
}

/// What is to be done.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(tag = "what", rename_all = "lowercase")]
#[non_exhaustive]
pub enum Task {
    /// The rest of what a duty asks for in a window.
    Duty {
        /// What the kinds are called that alone are asked for; none where the duty asks for more than a kind.
        kinds: Vec<Arc<str>>,
        /// How much is wanting.
        short: Decimal,
        /// What is counted.
        unit: Unit,
        /// How many records would count as well if they were approved: 待审核.
        waiting: u32,
        /// The days in which it has to be done.
        window: Window,
    },
    /// The next step of a matter.
    Step {
        /// The flow's id.
        flow: Slug,
        /// What the flow is called.
        flow_label: Arc<str>,
        /// Who does it.
        by: Option<Arc<str>>,
        /// The studio that the matter belongs to, if any.
        studio: Option<Named>,
    },
}

impl Audit {
    /// What is still to be done as of the day: duties that are pending and short of their minimum, steps of matters whose deadline has
    /// not passed, and those that have no deadline, but without which the matter is not closed, once it is their turn. By due day, what
    /// has none at the end; then by rule and subject. What has been missed or is overdue is no longer on this list: it is found.
    ///
    /// Windows that have not begun yet are on it too; [`Todo::begun`] tells them apart.
    pub fn todo(&self) -> Vec<Todo> {
        let mut list: Vec<Todo> = self.duties.iter().flat_map(DutyTable::todo).collect();
        for matter in self.matters.iter().filter(|matter| matter.opened_by(self.as_of)) {
            list.extend(self.steps_of(matter));
        }
        list.sort_by(|a, b| {
            let undated = |todo: &Todo| (todo.due.is_none(), todo.due);
            (undated(a), &a.rule, &a.subject, a.kind).cmp(&(undated(b), &b.rule, &b.subject, b.kind))
        });
        list
    }

    fn steps_of<'a>(&'a self, matter: &'a MatterRow) -> impl Iterator<Item = Todo> + 'a {
        let under_way = matches!(matter.state, MatterState::Open | MatterState::Overdue);
        let flow = self.flow(&matter.flow).filter(|_| under_way);
        flow.into_iter().flat_map(move |flow| {
            let before = std::iter::once(None).chain(matter.steps.iter().map(Some));
            matter.steps.iter().zip(before).filter(|(step, before)| step.is_next(*before)).map(move |(step, _)| Todo {
                due: step.deadline,
                rule: step.step.clone(),
                label: step.label.clone(),
                clause: step.clause.clone(),
                subject: matter.id.clone(),
                kind: None,
                name: matter.id.shared().clone(),
                task: Task::Step {
                    flow: flow.flow.clone(),
                    flow_label: flow.label.clone(),
                    by: step.by.clone(),
                    studio: matter.studio.clone(),
                },
            })
        })
    }
}

impl StepRow {
    /// Whether it can be done, and has to be: it has a deadline that has not passed, or it has none, but must be done and comes right
    /// after what is done.
    fn is_next(&self, before: Option<&StepRow>) -> bool {
        let turn = before.is_none_or(|before| before.done.is_some());
        self.state == StepState::Open && (self.deadline.is_some() || (self.must && turn))
    }
}

impl DutyTable {
    fn todo(&self) -> impl Iterator<Item = Todo> {
        self.rows.iter().flat_map(|row| row.windows.iter().filter_map(|window| self.owed(row, window)))
    }

    /// What a subject owes in a window. A minimum that is reached, and a maximum alone, leave nothing to be done.
    fn owed(&self, row: &DutyRow, window: &DutyWindow) -> Option<Todo> {
        let short = short(self.at_least, window).filter(|_| window.status == DutyStatus::Pending)?;
        Some(Todo {
            due: Some(window.due),
            rule: self.duty.clone(),
            label: self.label.clone(),
            clause: self.clause.clone(),
            subject: row.id.clone(),
            kind: Some(self.subject),
            name: row.name.clone(),
            task: Task::Duty {
                kinds: self.kinds.clone(),
                short,
                unit: self.unit,
                waiting: window.waiting,
                window: window.window,
            },
        })
    }
}

impl Todo {
    /// Whether it can be done on a day already: its window has begun.
    pub fn begun(&self, day: Date) -> bool {
        match &self.task {
            Task::Duty { window, .. } => window.from <= day,
            Task::Step { .. } => true,
        }
    }
}
