use std::sync::Arc;

use serde::{Deserialize, Serialize};

use super::finding::By;
use super::{Detail, Finding, Lack, Missing, StateName, Unmet};
use crate::diagnostic::nearest;
use crate::facts::Facts;
use crate::roster::{Entity, Named, Stage};
use crate::rulebook::{Lifecycle, Move, Requirement, State};
use crate::{Date, EntityKind, Id};

/// A studio's state on the day, and what is wrong with its whole history.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
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
    /// Whether the studio is active.
    pub active: bool,
    /// What is wrong with the history, entry by entry.
    pub findings: Vec<Finding>,
}

/// One state, and which studios are in it on the day.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct StateRow {
    /// The state; none of studios that have no history, which are active, or whose history begins later, which are not.
    pub state: Option<StateName>,
    /// Whether the studios are active.
    pub active: bool,
    /// The studios, by id.
    pub studios: Vec<Named>,
}

impl Facts<'_> {
    /// What is wrong with a studio's history, over all its days, as it is known on a day. A rulebook without a lifecycle has nothing to say about it.
    pub(super) fn history(&self, studio: Entity, now: Date) -> Vec<Finding> {
        let (Some(lifecycle), Some(stages)) =
            (&self.rules.lifecycle, self.as_studio(studio).map(|studio| &studio.history))
        else {
            return Vec::new();
        };
        let about = (self.roster.id(studio), self.roster.name(studio));
        let mut findings = Vec::new();
        let mut before: Option<&Stage> = None;
        for stage in stages {
            // Where several moves join the two states, the studio took the one whose requirements it meets best.
            let taken = before.and_then(|before| {
                let moves = lifecycle.moves_between(&before.state, &stage.state);
                moves
                    .map(|taken| (taken, self.unmet(taken, studio, stage.date, now)))
                    .min_by_key(|(_, unmet)| unmet.len())
            });
            let mut found = |detail| {
                let by = By {
                    rule: before.map_or_else(|| stage.state.clone(), |from| arrow(&from.state, &stage.state)),
                    label: taken.as_ref().and_then(|(taken, _)| taken.label.clone()),
                    clause: taken.as_ref().and_then(|(taken, _)| taken.cite.clause.clone()),
                };
                findings.push(Finding::of(EntityKind::Studio, about, by, Some(stage.date), detail));
            };
            let to = lifecycle.name(&stage.state);
            let known = lifecycle.find(&stage.state).is_some();
            if !known {
                found(Detail::UnknownState {
                    state: stage.state.clone(),
                    known: lifecycle.states.iter().map(State::name).collect(),
                    near: lifecycle.nearest(&stage.state),
                });
            }
            if let Some(last) = before {
                let from = lifecycle.name(&last.state);
                if stage.date < last.date {
                    found(Detail::BackwardsDate { state: to.clone(), before: from.clone(), since: last.date });
                }
                match &taken {
                    None if known && lifecycle.find(&last.state).is_some() => {
                        found(Detail::IllegalMove { from, to, allowed: lifecycle.after(&last.state) });
                    }
                    Some((_, unmet)) if !unmet.is_empty() => {
                        found(Detail::UnmetRequirement { from, to, unmet: unmet.clone() });
                    }
                    None | Some(_) => {}
                }
            }
            before = Some(stage);
        }
        findings
    }

    /// The standards that were not full and the bounds that were not satisfied on the day of a move, and whether they are by now.
    fn unmet(&self, taken: &Move, studio: Entity, on: Date, now: Date) -> Vec<Unmet> {
        let unmet = |&requirement: &Requirement| {
            let lack = self.lack(requirement, studio, on)?;
            let (rule, label, cite) = match requirement {
                Requirement::Standard(standard) => {
                    let rule = &self.rules.standards[standard];
                    (&rule.id, &rule.label, &rule.cite)
                }
                Requirement::Bound(bound) => {
                    let rule = &self.rules.bounds[bound];
                    (&rule.id, &rule.label, &rule.cite)
                }
            };
            Some(Unmet {
                rule: rule.clone(),
                label: label.clone(),
                clause: cite.clause.clone(),
                lack,
                met_now: on < now && self.lack(requirement, studio, now).is_none(),
            })
        };
        taken.require.iter().filter_map(unmet).collect()
    }

    /// What is wanting of a requirement on a day.
    fn lack(&self, requirement: Requirement, studio: Entity, day: Date) -> Option<Lack> {
        match requirement {
            Requirement::Standard(standard) => {
                let missing = self.missing(&self.rules.standards[standard], studio, day)?;
                let missing: Vec<Missing> = missing.into_iter().map(Missing::of).collect();
                (!missing.is_empty()).then_some(Lack::Checks { missing })
            }
            Requirement::Bound(bound) => self.out_of_bound(bound, studio, day).map(Lack::Count),
        }
    }

    /// A state as it is called; by its id where the rulebook has not got it.
    pub(super) fn state_name(&self, state: &Arc<str>) -> StateName {
        let known = self.rules.lifecycle.as_ref().map(|lifecycle| lifecycle.name(state));
        known.unwrap_or_else(|| StateName { state: state.clone(), label: state.clone() })
    }
}

/// A move as it is written: from a state to a state.
fn arrow(from: &str, to: &str) -> Arc<str> {
    format!("{from}→{to}").into()
}

impl State {
    fn name(&self) -> StateName {
        StateName { state: self.id.as_str().into(), label: self.label.clone() }
    }
}

impl Lifecycle {
    fn find(&self, state: &str) -> Option<&State> {
        self.states.iter().find(|known| known.id == *state)
    }

    fn name(&self, state: &Arc<str>) -> StateName {
        self.find(state).map_or_else(|| StateName { state: state.clone(), label: state.clone() }, State::name)
    }

    /// The state whose id or label is spelt most like a text.
    fn nearest(&self, text: &str) -> Option<StateName> {
        let names = self.states.iter().flat_map(|state| [state.id.as_str(), &state.label]);
        let near = nearest(text, names)?;
        self.states.iter().find(|state| state.id == *near || *state.label == *near).map(State::name)
    }

    fn moves_between(&self, from: &str, to: &str) -> impl Iterator<Item = &Move> {
        self.moves.iter().filter(move |listed| self.states[listed.from].id == *from && self.states[listed.to].id == *to)
    }

    /// The states that may come after a state, each once, in the order of the moves.
    fn after(&self, state: &str) -> Vec<StateName> {
        let mut after: Vec<StateName> = Vec::new();
        for listed in self.moves.iter().filter(|listed| self.states[listed.from].id == *state) {
            let next = self.states[listed.to].name();
            if !after.contains(&next) {
                after.push(next);
            }
        }
        after
    }
}

impl StudioState {
    pub(super) fn of(facts: &Facts<'_>, studio: Entity, day: Date) -> StudioState {
        let state = facts.as_studio(studio).and_then(|studio| studio.state_on(day)).cloned();
        let known = |state: &Arc<str>| facts.rules.lifecycle.as_ref()?.find(state);
        StudioState {
            id: facts.roster.id(studio).clone(),
            name: facts.roster.name(studio).clone(),
            label: state.as_ref().and_then(known).map(|known| known.label.clone()),
            state,
            active: facts.active_on(studio, day),
            findings: facts.history(studio, day),
        }
    }

    fn named(&self) -> Named {
        Named { kind: EntityKind::Studio, id: self.id.clone(), name: self.name.clone() }
    }

    fn standing(&self) -> (Option<&Arc<str>>, bool) {
        (self.state.as_ref(), self.active)
    }
}

impl StateRow {
    /// The studios by state: first the states of the rulebook, in its order, then others by id, then no state at all. States in which
    /// there is no studio are left out, and a rulebook without a lifecycle asks for none.
    pub(super) fn all(facts: &Facts<'_>, studios: &[StudioState]) -> Vec<StateRow> {
        let Some(lifecycle) = &facts.rules.lifecycle else { return Vec::new() };
        let place = |state: &str| lifecycle.states.iter().position(|known| known.id == *state).unwrap_or(usize::MAX);
        let mut states: Vec<(Option<&Arc<str>>, bool)> = studios.iter().map(StudioState::standing).collect();
        states.sort_by_key(|&(state, active)| (state.is_none(), state.map(|state| place(state)), state, active));
        states.dedup();
        let row = |standing: (Option<&Arc<str>>, bool)| {
            let here = studios.iter().filter(|studio| studio.standing() == standing);
            StateRow {
                state: standing.0.map(|state| lifecycle.name(state)),
                active: standing.1,
                studios: here.map(StudioState::named).collect(),
            }
        };
        states.into_iter().map(row).collect()
    }
}
