//! The lifecycle of studios, and the steps of matters.

use serde_json::Value;

use super::bound;
use super::day::Day;
use super::shape::{each, field, list, text, word, words, yes};
use super::standard;
use super::world::{Subject, World};

/// What is wrong with a studio's history, entry by entry.
pub(super) fn findings(world: &World, studio: Subject) -> Vec<&'static str> {
    let Some(lifecycle) = field(world.rulebook, "lifecycle") else {
        return Vec::new();
    };
    let known = |entry: &Value| each(lifecycle, "states").iter().any(|state| word(state, "id") == word(entry, "state"));
    let mut findings = Vec::new();
    let mut before: Option<&Value> = None;
    for entry in each(studio.table, "history") {
        if !known(entry) {
            findings.push("unknown-state");
        }
        if let Some(before) = before {
            if Day::of(entry, "date") < Day::of(before, "date") {
                findings.push("backwards-date");
            }
            let moves = each(lifecycle, "moves").into_iter();
            let ends = (word(before, "state"), word(entry, "state"));
            let moves: Vec<&Value> = moves.filter(|one| (word(one, "from"), word(one, "to")) == ends).collect();
            if moves.is_empty() && known(before) && known(entry) {
                findings.push("illegal-move");
            }
            let day = Day::read(word(entry, "date"));
            // Where several moves join the two states, one whose requirements are met will do.
            let open = |one: &&Value| words(one, "require").into_iter().all(|id| satisfied(world, id, studio, day));
            if !moves.is_empty() && !moves.iter().any(open) {
                findings.push("unmet-requirement");
            }
        }
        before = Some(entry);
    }
    findings
}

/// Whether a standard is full, or a bound satisfied, or neither is asked of the studio.
fn satisfied(world: &World, id: &str, studio: Subject, day: Day) -> bool {
    if let Some(standard) = world.table("standard", id) {
        return standard::met(world, standard, studio, day).is_none_or(|(met, of)| met == of);
    }
    world
        .table("bound", id)
        .is_none_or(|one| !bound::asked(one, studio, day) || bound::counted(world, one, studio, day).1)
}

/// The state of a matter on a day, and the step it is about.
pub(super) fn matter<'a>(world: &World<'a>, matter: &Value, day: Day) -> (&'static str, Option<&'a str>) {
    let steps = world.table("flow", word(matter, "flow")).map(|flow| each(flow, "steps")).unwrap_or_default();
    let done: Vec<Option<Day>> = steps
        .iter()
        .map(|step| {
            field(matter, "steps").and_then(|dates| Day::of(dates, word(step, "id"))).filter(|date| *date <= day)
        })
        .collect();
    let mut forerunner = Day::of(matter, "opened");
    let mut direct = true;
    let (mut late, mut overdue, mut open, mut must) = (None, None, None, true);
    for (step, done) in steps.iter().zip(&done) {
        let id = word(step, "id");
        let within = step.get("within_days").and_then(Value::as_i64);
        let deadline = forerunner.zip(within).map(|(from, days)| from.plus(days));
        match done {
            Some(date) if deadline.is_some_and(|deadline| deadline < *date) => {
                late = late.or(Some(id));
            }
            Some(_) => {}
            None => {
                open = open.or(Some(id));
                must = must && !yes(step, "must");
                if direct && deadline.is_some_and(|deadline| deadline < day) {
                    overdue = overdue.or(Some(id));
                }
            }
        }
        forerunner = done.or(forerunner);
        direct = done.is_some();
    }
    let finished = must && done.last().is_none_or(Option::is_some);
    match (finished, late, overdue) {
        (true, None, _) => ("closed", None),
        (true, late, _) => ("late", late),
        (false, _, Some(step)) => ("overdue", Some(step)),
        (false, _, None) => ("open", open),
    }
}

/// The matters of a case.
pub(super) fn matters(matters: &Value) -> Vec<&Value> {
    list(Some(matters)).into_iter().filter(|matter| text(matter, "id").is_some()).collect()
}
