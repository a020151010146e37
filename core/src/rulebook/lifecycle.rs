use std::sync::Arc;

use super::names::reference;
use super::read::{Reading, text};
use super::{Bound, Cite, Standard};
use crate::arena::{Arena, Idx};
use crate::diagnostic::{Diagnostics, Fault, Noun};
use crate::document::Spot;
use crate::{EntityKind, Slug};

/// `[lifecycle]` 建设流程: the states of a studio and the moves between them.
#[derive(Debug, Clone)]
pub(crate) struct Lifecycle {
    pub(crate) states: Arena<State>,
    pub(crate) moves: Vec<Move>,
}

/// A state; in an active one a studio owes its duties.
#[derive(Debug, Clone)]
pub(crate) struct State {
    pub(crate) id: Slug,
    pub(crate) label: Arc<str>,
    #[expect(dead_code, reason = "checked here, asked for by what writes the rules out")]
    pub(crate) cite: Cite,
    pub(crate) active: bool,
}

/// A move from one state to another, and what it requires.
#[derive(Debug, Clone)]
pub(crate) struct Move {
    pub(crate) from: Idx<State>,
    pub(crate) to: Idx<State>,
    pub(crate) label: Option<Arc<str>>,
    pub(crate) cite: Cite,
    pub(crate) require: Vec<Requirement>,
}

/// A standard that must be full, or a bound that must be satisfied.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Requirement {
    Standard(Idx<Standard>),
    Bound(Idx<Bound>),
}

impl Lifecycle {
    pub(super) fn read(spot: Spot<'_>, reading: &mut Reading<'_>) -> Option<Lifecycle> {
        let faults = &mut reading.faults;
        let fields = spot.fields(faults)?;
        let (states, moves) = (fields.required("states", faults), fields.required("moves", faults));
        fields.finish(faults);
        let states = states?.list_or_one().into_iter().map(|spot| State::read(spot, faults)).collect::<Vec<_>>();
        let moves = moves?.list_or_one().into_iter().map(|spot| Move::read(spot, reading)).collect::<Vec<_>>();
        let states = states.into_iter().collect::<Option<Vec<_>>>()?;
        Some(Lifecycle { states: Arena::from(states), moves: moves.into_iter().collect::<Option<_>>()? })
    }
}

impl State {
    fn read(spot: Spot<'_>, faults: &mut Diagnostics) -> Option<State> {
        let fields = spot.fields(faults)?;
        let (id, label) = (fields.required("id", faults), fields.required("label", faults));
        let active = fields.optional("active");
        let cite = Cite::read(&fields, faults);
        fields.finish(faults);
        let (id, label) = (id.and_then(|spot| spot.slug(faults)), text(label, faults));
        Some(State {
            id: id?,
            label: label?,
            cite,
            active: active.and_then(|spot| spot.boolean(faults)).unwrap_or(false),
        })
    }
}

impl Move {
    fn read(spot: Spot<'_>, reading: &mut Reading<'_>) -> Option<Move> {
        let faults = &mut reading.faults;
        let fields = spot.fields(faults)?;
        let (from, to) = (fields.required("from", faults), fields.required("to", faults));
        let require = fields.optional("require");
        let label = text(fields.optional("label"), faults);
        let cite = Cite::read(&fields, faults);
        fields.finish(faults);
        let states = &reading.names.states;
        let mut state = |spot: Option<Spot<'_>>| reference(spot?, Noun::State, states, faults).map(Idx::new);
        let (from, to) = (state(from), state(to));
        let require = require.map(Spot::list_or_one).unwrap_or_default();
        let require = require.into_iter().map(|spot| Requirement::read(spot, reading)).collect::<Vec<_>>();
        Some(Move { from: from?, to: to?, label, cite, require: require.into_iter().collect::<Option<_>>()? })
    }
}

impl Requirement {
    /// Reads the id of a standard or a bound of studios.
    fn read(spot: Spot<'_>, reading: &mut Reading<'_>) -> Option<Requirement> {
        let id = spot.text(&mut reading.faults)?;
        let (standards, bounds) = (&reading.names.standards, &reading.names.bounds);
        let standard =
            standards.place(id).map(|place| (Requirement::Standard(Idx::new(place)), standards.subject(place)));
        let bound = || bounds.place(id).map(|place| (Requirement::Bound(Idx::new(place)), bounds.subject(place)));
        let Some((requirement, subject)) = standard.or_else(bound) else {
            let near = reading.faults.nearest(id, standards.ids().chain(bounds.ids()));
            spot.fault(
                &mut reading.faults,
                Fault::UnknownReference { what: Noun::StandardOrBound, name: id.to_owned(), near },
            );
            return None;
        };
        if subject.is_some_and(|subject| subject != EntityKind::Studio) {
            spot.fault(&mut reading.faults, Fault::WrongSubject { key: id.to_owned(), subject: EntityKind::Studio });
        }
        Some(requirement)
    }
}

#[cfg(test)]
mod tests {
    use super::super::trial::{accepted, refused};

    fn lifecycle(moves: &str) -> String {
        let states =
            "states = [{ id = \"applied\", label = \"申报\" }, { id = \"running\", label = \"运行\", active = true }]";
        let standard = "[[standard]]\nid = \"six-haves\"\nlabel = \"六有\"\nsubject = \"studio\"\nchecks = []\n";
        let bound = "[[bound]]\nid = \"seats\"\nlabel = \"配置\"\nsubject = \"member\"\nrelation = \"membership\"\nat_least = 1\n";
        format!("{standard}{bound}[lifecycle]\n{states}\nmoves = {moves}\n")
    }

    #[test]
    fn moves_join_states() {
        accepted(&lifecycle(
            "[{ from = \"applied\", to = \"running\", label = \"授牌\", require = \"six-haves\", clause = \"第六条\" }]",
        ));
        accepted(&lifecycle("[]"));
        refused("unknown-reference", &lifecycle("[{ from = \"«aplied»\", to = \"running\" }]"));
        refused("unknown-reference", &lifecycle("[{ from = \"applied\", to = \"«运行»\" }]"));
        refused("missing-key", &lifecycle("[{ from = \"applied\" }]").replace("moves", "«moves»"));
        refused("unknown-key", &lifecycle("[{ from = \"applied\", to = \"running\", «requires» = [] }]"));
    }

    #[test]
    fn a_move_requires_what_a_studio_can_have() {
        refused(
            "unknown-reference",
            &lifecycle("[{ from = \"applied\", to = \"running\", require = [\"six-haves\", \"«six-have»\"] }]"),
        );
        refused("wrong-subject", &lifecycle("[{ from = \"applied\", to = \"running\", require = [\"«seats»\"] }]"));
    }

    #[test]
    fn states_are_told_apart() {
        refused(
            "duplicate-id",
            "[lifecycle]\nmoves = []\nstates = [{ id = \"a\", label = \"申报\" }, { id = \"«a»\", label = \"运行\" }]\n",
        );
        refused("missing-key", "«[lifecycle]»\nstates = []\n");
        refused("wrong-type", "[lifecycle]\nmoves = []\nstates = [{ id = \"a\", label = \"申报\", active = «1» }]\n");
    }
}
