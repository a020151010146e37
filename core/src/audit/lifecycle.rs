use std::sync::Arc;

use serde::Serialize;

use super::FindingCode;
use crate::facts::Facts;
use crate::roster::{Entity, Stage};
use crate::rulebook::{Lifecycle, Move, Requirement};
use crate::{Date, Id, Slug};

/// A studio's state on the day, and what is wrong with its whole history.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[non_exhaustive]
pub struct StudioState {
    /// The studio's id.
    pub id: Id,
    /// The studio's name.
    pub name: Arc<str>,
    /// The state of the last entry, as listed, that is dated on or before the day.
    pub state: Option<Arc<str>>,
    /// What the rulebook calls the state.
    pub label: Option<Arc<str>>,
    /// What is wrong with the history, entry by entry.
    pub findings: Vec<HistoryFinding>,
}

/// What is wrong with one entry of a studio's history.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[non_exhaustive]
pub struct HistoryFinding {
    /// `unknown-state`, `backwards-date`, `illegal-move` or `unmet-requirement`.
    pub code: FindingCode,
    /// The state of the entry before; none of the first.
    pub from: Option<Arc<str>>,
    /// The state that was entered.
    pub to: Arc<str>,
    /// The day of the entry.
    pub date: Date,
    /// The standards that were not full and the bounds that were not satisfied on that day, by id; in the order of the move.
    pub unmet: Vec<Slug>,
}

impl HistoryFinding {
    /// The move: `from→to`, or the state alone with which the history begins.
    pub(super) fn rule(&self) -> Arc<str> {
        match &self.from {
            Some(from) => format!("{from}→{}", self.to).into(),
            None => self.to.clone(),
        }
    }
}

impl Facts<'_> {
    /// What is wrong with a studio's history, over all its days. A rulebook without a lifecycle has nothing to say about it.
    pub(super) fn history(&self, studio: Entity) -> Vec<HistoryFinding> {
        let (Some(lifecycle), Some(stages)) =
            (&self.rules.lifecycle, self.as_studio(studio).map(|studio| &studio.history))
        else {
            return Vec::new();
        };
        let mut findings = Vec::new();
        let mut before: Option<&Stage> = None;
        for stage in stages {
            let mut found = |code, unmet| {
                let from = before.map(|before| before.state.clone());
                findings.push(HistoryFinding { code, from, to: stage.state.clone(), date: stage.date, unmet });
            };
            let known = lifecycle.knows(&stage.state);
            if !known {
                found(FindingCode::UnknownState, Vec::new());
            }
            if let Some(before) = before {
                if stage.date < before.date {
                    found(FindingCode::BackwardsDate, Vec::new());
                }
                // Where several moves join the two states, the studio took the one whose requirements it meets best.
                let least = lifecycle
                    .moves_between(&before.state, &stage.state)
                    .map(|taken| self.unmet(taken, studio, stage.date))
                    .min_by_key(Vec::len);
                match least {
                    None if known && lifecycle.knows(&before.state) => found(FindingCode::IllegalMove, Vec::new()),
                    Some(unmet) if !unmet.is_empty() => found(FindingCode::UnmetRequirement, unmet),
                    None | Some(_) => {}
                }
            }
            before = Some(stage);
        }
        findings
    }

    /// The standards that are not full and the bounds that are not satisfied on the day of a move.
    fn unmet(&self, taken: &Move, studio: Entity, day: Date) -> Vec<Slug> {
        let unmet = |requirement: &Requirement| match *requirement {
            Requirement::Standard(standard) => {
                let full = self.standard(standard, studio, day).is_none_or(|checks| checks.met == checks.of);
                (!full).then(|| self.rules.standards[standard].id.clone())
            }
            Requirement::Bound(bound) => {
                (!self.satisfies(bound, studio, day)).then(|| self.rules.bounds[bound].id.clone())
            }
        };
        taken.require.iter().filter_map(unmet).collect()
    }
}

impl Lifecycle {
    fn knows(&self, state: &str) -> bool {
        self.states.iter().any(|known| known.id == *state)
    }

    fn moves_between(&self, from: &str, to: &str) -> impl Iterator<Item = &Move> {
        self.moves.iter().filter(move |listed| self.states[listed.from].id == *from && self.states[listed.to].id == *to)
    }
}

impl StudioState {
    pub(super) fn of(facts: &Facts<'_>, studio: Entity, day: Date) -> StudioState {
        let state = facts.as_studio(studio).and_then(|studio| studio.state_on(day)).cloned();
        let states = facts.rules.lifecycle.iter().flat_map(|lifecycle| lifecycle.states.iter());
        let label = state
            .as_ref()
            .and_then(|state| states.into_iter().find(|known| known.id == **state))
            .map(|known| known.label.clone());
        StudioState {
            id: facts.roster.id(studio).clone(),
            name: facts.roster.name(studio).clone(),
            state,
            label,
            findings: facts.history(studio),
        }
    }
}
