//! Duties: what was asked in each window, and how it stands.

use std::collections::BTreeSet;

use serde_json::Value;

use super::asks::{matches, passes};
use super::day::{Asking, Day, Span, calendar};
use super::ledger::Record;
use super::number::{ONE, figure, many};
use super::shape::{text, word};
use super::world::{Subject, World};

/// What is counted: a date, a work, a quantity.
pub(super) type Counted<'r> = (&'r Record, i128);

/// How many records, days or works, or how much, in ten-thousandths.
pub(super) fn count(kind: Option<&str>, counted: &[Counted]) -> i128 {
    match kind {
        Some("quantity") => counted.iter().map(|(_, quantity)| quantity).sum(),
        Some("days") => many(counted.iter().map(|(record, _)| record.date).collect::<BTreeSet<_>>().len()) * ONE,
        Some("works") => many(counted.iter().map(|(record, _)| &record.work).collect::<BTreeSet<_>>().len()) * ONE,
        _ => many(counted.len()) * ONE,
    }
}

/// The windows in which a duty is asked: those of the period, or the whole one in which the period ends.
pub(super) fn windows(world: &World, duty: &Value, span: Span) -> Vec<Span> {
    let kind = text(duty, "window").unwrap_or("year");
    let whole = calendar(kind, span.last, world.rulebook);
    if whole.months() > span.months() {
        return vec![whole];
    }
    span.windows(kind, world.rulebook)
}

/// Whether a duty is asked of a subject on a day.
pub(super) fn asked(duty: &Value, subject: Subject, day: Day) -> bool {
    word(duty, "subject") == subject.kind && passes(duty.get("for"), subject, day)
}

/// Whether a duty takes a record of the subject's, its date aside.
pub(super) fn takes(world: &World, duty: &Value, subject: Subject, record: &Record) -> Option<i128> {
    let involved = record.involves(world, subject)?;
    matches(world, duty.get("when"), &involved).then_some(involved.quantity)
}

/// The status of each window of a duty; none where it is not asked of the subject.
pub(super) fn statuses(world: &World, duty: &Value, subject: Subject, asking: Asking) -> Vec<&'static str> {
    if !asked(duty, subject, asking.day) {
        return Vec::new();
    }
    let windows = windows(world, duty, asking.span).into_iter();
    windows.map(|window| status(world, duty, subject, window, asking.day)).collect()
}

fn status(world: &World, duty: &Value, subject: Subject, window: Span, day: Day) -> &'static str {
    if !window.days().all(|day| world.active(subject, day)) {
        return "exempt";
    }
    let records = world.seen().filter(|record| window.has(record.date) && record.date <= day);
    let counted: Vec<Counted> =
        records.filter_map(|record| Some((record, takes(world, duty, subject, record)?))).collect();
    let count = count(text(duty, "count"), &counted);
    let most = figure(duty, "at_most");
    let enough = figure(duty, "at_least").is_none_or(|least| least <= count);
    let passed = most.is_some_and(|most| most < count);
    let early = day < window.last;
    match (enough, passed) {
        (_, true) => "missed",
        (true, false) if !early || most.is_none() => "met",
        _ if early => "pending",
        _ => "missed",
    }
}

/// Whether no window of a duty, by id, was missed or is pending.
pub(super) fn met(world: &World, id: &str, subject: Subject, asking: Asking) -> bool {
    let Some(duty) = world.table("duty", id) else {
        return true;
    };
    statuses(world, duty, subject, asking).iter().all(|status| !["missed", "pending"].contains(status))
}
