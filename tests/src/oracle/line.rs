//! Lines: what one record is worth to one subject under one item.

use std::collections::{BTreeMap, BTreeSet};

use serde_json::Value;

use super::asks::{matches, passes};
use super::day::{Asking, Day, Span};
use super::ledger::{Involved, Record};
use super::number::{ONE, figure, many, points, product, ratio, ticks};
use super::shape::{each, field, text, word, yes};
use super::tree::{Level, Node};
use super::world::{Subject, World};

/// One line.
pub(super) struct Line<'r> {
    pub(super) item: usize,
    pub(super) record: &'r Record,
    pub(super) quantity: i128,
    pub(super) value: i128,
    /// A better line on the same work stands in its way.
    pub(super) beaten: bool,
}

/// Whether an item takes a record, the period aside.
pub(super) enum Taken {
    No,
    /// It would, but there is no score to give.
    NoScore,
    Yes(i128),
}

/// Whether the item is of the measures each and `once`, whose lines have values.
pub(super) fn valued(item: &Value) -> bool {
    let others = ["reach", "every", "ladder", "short", "rate", "duty", "standard", "inherit"];
    !yes(item, "base") && others.iter().all(|key| field(item, key).is_none())
}

/// Whether records give lines to the item at all.
pub(super) fn reads_records(item: &Value) -> bool {
    !yes(item, "base") && ["duty", "standard", "inherit"].iter().all(|key| field(item, key).is_none())
}

/// The day to which `from` and `until` look: the record's, or that of its work's first record.
pub(super) fn dated_by(world: &World, item: &Value, record: &Record) -> Day {
    match text(item, "dated_by") {
        Some("work") => {
            let work = world.records.iter().filter(|other| other.work == record.work);
            work.map(|other| other.date).min().unwrap_or(record.date)
        }
        _ => record.date,
    }
}

/// The points of an item that are not asked of a record but once, on a day: none where no case is the subject's.
pub(super) fn flat_points(item: &Value, subject: Subject, day: Day) -> Option<i128> {
    if !passes(item.get("for"), subject, day) {
        return None;
    }
    let cases = each(item, "cases");
    if cases.is_empty() {
        return Some(points(item, "points").unwrap_or(0));
    }
    let mut cases = cases.into_iter().filter(|case| passes(case.get("for"), subject, day));
    cases.next().and_then(|case| points(case, "points"))
}

/// Whether the item takes a record that involves the subject, asked on `day` where it is not asked on the record's.
pub(super) fn taken(world: &World, item: &Value, subject: Subject, involved: &Involved, day: Day) -> Taken {
    let record = involved.record;
    let dated = dated_by(world, item, record);
    let reads = reads_records(item) && world.may_score(&record.kind);
    if !reads || !Span::between(item, "from", "until").has(dated) || !matches(world, item.get("when"), involved) {
        return Taken::No;
    }
    if !valued(item) {
        return flat_points(item, subject, day).map_or(Taken::No, |_| Taken::Yes(0));
    }
    if !passes(item.get("for"), subject, record.date) {
        return Taken::No;
    }
    let fits =
        |entry: &Value| passes(entry.get("for"), subject, record.date) && matches(world, entry.get("when"), involved);
    let cases = each(item, "cases");
    let mut value = match (field(item, "given"), involved.score) {
        (Some(_), None) => return Taken::NoScore,
        (Some(given), Some(score)) => {
            let score = figure(given, "min").map_or(score, |least| score.max(least));
            ticks(figure(given, "max").map_or(score, |most| score.min(most)))
        }
        (None, _) if cases.is_empty() => points(item, "points").unwrap_or(0),
        (None, _) => match cases.into_iter().find(|case| fits(case)) {
            Some(case) => points(case, "points").unwrap_or(0),
            None => return Taken::No,
        },
    };
    if text(item, "per") == Some("quantity") {
        value = product(value, involved.quantity);
    }
    for entry in each(item, "times") {
        if fits(entry) && Span::between(entry, "from", "until").has(dated) {
            value = product(value, figure(entry, "by").unwrap_or(ONE));
        }
    }
    let (above, below) = if subject.kind == "member" { share(item, subject, record) } else { (1, 1) };
    Taken::Yes(ratio(value * above, below))
}

/// The subject's share of a record, as a fraction.
fn share(item: &Value, subject: Subject, record: &Record) -> (i128, i128) {
    let approved = record.approved();
    let n = many(approved.len());
    let share = match field(item, "share") {
        Some(Value::String(equal)) if equal == "equal" => return (1, n),
        Some(share) if share.is_object() => share,
        _ => return (1, 1),
    };
    let value = text(share, "value");
    let carries = |facets: &BTreeMap<String, String>| facets.get(word(share, "facet")).map(String::as_str) == value;
    let k = many(approved.iter().filter(|part| carries(&part.facets)).count());
    let part = figure(share, "part").unwrap_or(ONE);
    let own = approved.iter().any(|one| one.member == subject.id && carries(&one.facets));
    match (k, own) {
        _ if n == 1 => (1, 1),
        _ if k == 0 || k == n => (1, n),
        (_, true) => (part, ONE * k),
        (_, false) => (ONE - part, ONE * (n - k)),
    }
}

/// The lines of one item in the branch's period, unordered.
fn of_item<'r>(world: &'r World, item: Node, subject: Subject, slice: Asking) -> Vec<Line<'r>> {
    let span = slice.span.shift(world.shift(item));
    let records = world.seen().filter(|record| span.has(record.date));
    let lines = records.filter_map(|record| {
        let involved = record.involves(world, subject)?;
        let Taken::Yes(value) = taken(world, item.table, subject, &involved, slice.day) else {
            return None;
        };
        Some(Line { item: item.place, record, quantity: involved.quantity, value, beaten: false })
    });
    lines.collect()
}

/// Every line of a board, in line order: date, record, item.
pub(super) fn lines<'r>(world: &'r World, board: Node, subject: Subject, slice: Asking) -> Vec<Line<'r>> {
    let items = world.items(board).into_iter();
    let mut lines: Vec<_> = items.flat_map(|item| of_item(world, item, subject, slice)).collect();
    lines.sort_by(|a, b| order(a).cmp(&order(b)));
    contest(world, board, &mut lines);
    lines
}

fn order<'r>(line: &'r Line) -> (Day, &'r str, usize) {
    (line.record.date, &line.record.id, line.item)
}

/// Where only the best line on one work counts, the others are beaten; inner nodes before outer ones.
fn contest(world: &World, node: Node, lines: &mut [Line]) {
    for child in world.children(node) {
        contest(world, child, lines);
    }
    if node.level == Level::Board || text(node.table, "best") != Some("work") {
        return;
    }
    let below: BTreeSet<usize> = world.items(node).iter().map(|item| item.place).collect();
    let standing: Vec<usize> = (0..lines.len())
        .filter(|at| lines.get(*at).is_some_and(|line| !line.beaten && below.contains(&line.item)))
        .collect();
    for at in &standing {
        let beaten = lines.get(*at).is_some_and(|line| {
            let rivals =
                standing.iter().filter(|rival| *rival != at).filter_map(|rival| Some((rival, lines.get(*rival)?)));
            let mut rivals = rivals.filter(|(_, rival)| rival.record.work == line.record.work);
            rivals.any(|(place, rival)| rival.value > line.value || rival.value == line.value && place < at)
        });
        if let Some(line) = lines.get_mut(*at) {
            line.beaten = beaten;
        }
    }
}
