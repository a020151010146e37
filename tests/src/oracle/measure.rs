//! Measures: what an item is worth in each window.

use std::collections::BTreeSet;

use serde_json::Value;

use super::asks::matches;
use super::credit::{Credit, Place, clamp, limit};
use super::day::{Asking, Span};
use super::duty::{Counted, count, met, statuses};
use super::judge::judge;
use super::ledger::Record;
use super::line::{Line, dated_by, flat_points, valued};
use super::number::{ONE, decimal, figure, many, points, ratio, ticks, whole};
use super::shape::{field, list, text, word, words, yes};
use super::standard;
use super::tree::Node;
use super::world::{Subject, World};

/// What an item's lines, or the item itself, count for, after its own clamps.
pub(super) fn item(world: &World, item: Node, subject: Subject, slice: Asking, lines: &[Line]) -> Vec<Credit> {
    let own: Vec<&Line> = lines.iter().filter(|line| line.item == item.place).collect();
    if words(item.table, "require").iter().any(|duty| !met(world, duty, subject, slice)) {
        return if valued(item.table) { own.iter().map(|line| credit(line, 0)).collect() } else { Vec::new() };
    }
    let mut credits = Vec::new();
    for (place, window) in windows(world, item, slice).into_iter().enumerate() {
        let (there, beaten): (Vec<&Line>, Vec<&Line>) =
            own.iter().filter(|line| window.has(line.record.date)).partition(|line| !line.beaten);
        let mut paid = if valued(item.table) {
            kept(item.table, &there)
        } else {
            let ticks = without_lines(world, item, subject, slice, window, &there);
            vec![Credit { place: Place::paid(item, place), ticks }]
        };
        paid.extend(beaten.into_iter().map(|line| credit(line, 0)));
        let (floor, cap) = (points(item.table, "window_floor"), points(item.table, "window_cap"));
        clamp(&mut paid, floor, cap, &Place::floor(item, Some(place)));
        credits.extend(paid);
    }
    let floor = Place::floor(item, None);
    clamp(&mut credits, points(item.table, "floor"), points(item.table, "cap"), &floor);
    limit(&mut credits, &floor);
    credits
}

/// The windows of an item, shifted with its branch, unless it asks duties, standards or grades.
fn windows(world: &World, item: Node, slice: Asking) -> Vec<Span> {
    let still = ["duty", "standard", "inherit"].iter().any(|key| field(item.table, key).is_some());
    let shift = if still { 0 } else { world.shift(item) };
    let windows = match text(item.table, "window") {
        Some(kind) => slice.span.windows(kind, world.rulebook),
        None => vec![slice.span],
    };
    windows.into_iter().map(|window| window.shift(shift)).collect()
}

fn credit(line: &Line, ticks: i128) -> Credit {
    let (date, record) = (line.record.date, line.record.id.clone());
    Credit { place: Place::Line { date, record, item: line.item }, ticks }
}

/// Which lines of a window count: all, the best, or the best few after the first few.
fn kept(item: &Value, lines: &[&Line]) -> Vec<Credit> {
    let once = yes(item, "once");
    let skip = whole(item, "skip").filter(|_| !once).unwrap_or(0);
    let most = if once { Some(1) } else { whole(item, "most") };
    let numbered: Vec<(i128, &&Line)> = lines.iter().enumerate().map(|(at, line)| (many(at), line)).collect();
    let better = |at: i128, line: &Line| {
        let rivals = numbered.iter().filter(|(other, _)| *other >= skip && *other != at);
        rivals.filter(|(other, rival)| rival.value > line.value || rival.value == line.value && *other < at).count()
    };
    let counts = |at: i128, line: &Line| at >= skip && most.is_none_or(|most| many(better(at, line)) < most);
    numbered.iter().map(|(at, line)| credit(line, if counts(*at, line) { line.value } else { 0 })).collect()
}

/// What an item pays in a window otherwise than line by line.
fn without_lines(world: &World, node: Node, subject: Subject, slice: Asking, window: Span, lines: &[&Line]) -> i128 {
    let item = node.table;
    let Some(points) = flat_points(item, subject, slice.day) else {
        return 0;
    };
    let kind = text(item, "count");
    let counted: Vec<Counted> = lines.iter().map(|line| (line.record, line.quantity)).collect();
    let n = count(kind, &counted);
    if let Some(rate) = field(item, "rate") {
        let of = denominator(world, node, rate, subject, window);
        return match field(item, "ladder") {
            _ if of == 0 => 0,
            Some(steps) => step(steps, 100 * n, of),
            None => ratio(points * n, of),
        };
    }
    if let Some(steps) = field(item, "ladder") {
        return step(steps, n, ONE);
    }
    if let Some(least) = figure(item, "reach") {
        return if n >= least { points } else { 0 };
    }
    if let Some(every) = figure(item, "every") {
        return points * (n / every);
    }
    if let Some(short) = figure(item, "short") {
        return ratio(points * (short - n).max(0), ONE);
    }
    if let Some(duty) = text(item, "duty").and_then(|id| world.table("duty", id)) {
        let asked = if yes(item, "missed") { "missed" } else { "met" };
        let statuses = statuses(world, duty, subject, Asking { span: window, ..slice });
        return points * many(statuses.iter().filter(|status| **status == asked).count());
    }
    if let Some(standard) = text(item, "standard").and_then(|id| world.table("standard", id)) {
        return match standard::met(world, standard, subject, slice.day) {
            None | Some((_, 0)) => 0,
            Some((met, of)) => ratio(points * many(met), many(of)),
        };
    }
    if let Some(inherit) = field(item, "inherit") {
        let good = many(inherited(world, inherit, subject, slice));
        return points * if yes(inherit, "each") { good } else { good.min(1) };
    }
    points
}

/// The points of the highest step that `above ÷ below` reaches.
fn step(steps: &Value, above: i128, below: i128) -> i128 {
    let pair = |step: &Value| Some((decimal(step.get(0)?), decimal(step.get(1)?)));
    let steps = list(Some(steps)).into_iter().filter_map(pair);
    let reached = steps.filter(|(least, _)| least * below <= above * ONE);
    reached.max_by_key(|(least, _)| *least).map_or(0, |(_, points)| ticks(points))
}

/// Whether a record stands in the denominator of a rate for a subject it involves: with what quantity.
pub(super) fn in_denominator(world: &World, item: &Value, subject: Subject, record: &Record) -> Option<i128> {
    let rate = field(item, "rate")?;
    let dated = dated_by(world, item, record);
    let involved = record.involves(world, subject)?;
    let of = Span::between(item, "from", "until").has(dated) && matches(world, rate.get("of"), &involved);
    of.then_some(involved.quantity)
}

/// What a rate is taken of in a window.
fn denominator(world: &World, item: Node, rate: &Value, subject: Subject, window: Span) -> i128 {
    let anyone = if yes(rate, "all") { world.subjects(subject.kind) } else { vec![subject] };
    let records = world.seen().filter(|record| window.has(record.date));
    let counted: Vec<Counted> = records
        .filter_map(|record| {
            let quantities = anyone.iter().filter_map(|one| in_denominator(world, item.table, *one, record));
            quantities.max().map(|quantity| (record, quantity))
        })
        .collect();
    count(text(item.table, "count"), &counted)
}

/// How many of those the subject belongs to got the grade on their board.
fn inherited(world: &World, inherit: &Value, subject: Subject, slice: Asking) -> usize {
    let Some(board) = world.board(word(inherit, "board")) else {
        return 0;
    };
    let belongs = through(world, inherit, subject, word(board.table, "subject"), slice);
    let rows = judge(world, board, slice).into_iter();
    let good = rows.filter(|row| row.grade.as_ref().is_some_and(|grade| grade.id == word(inherit, "grade")));
    good.filter(|row| belongs.contains(row.id)).count()
}

/// Those of a kind that a subject belongs to, through memberships, a relation of its own or a link.
fn through<'a>(
    world: &World<'a>,
    inherit: &Value,
    subject: Subject<'a>,
    kind: &str,
    slice: Asking,
) -> BTreeSet<&'a str> {
    match word(inherit, "through") {
        "membership" => {
            let memberships = world.memberships(text(inherit, "role"), slice.day).into_iter();
            memberships.filter(|(member, _)| *member == subject.id).map(|(_, studio)| studio).collect()
        }
        relation @ ("sector" | "committee" | "group") => subject.belongs(world, relation, slice.day),
        link => {
            let own = format!("{}:{}", subject.kind, subject.id);
            let ends = world.links(link, slice.day).into_iter();
            let ends = ends.flat_map(|(from, to)| [(from, to), (to, from)]).filter(|(here, _)| *here == own);
            ends.filter_map(|(_, there)| there.split_once(':')).filter(|end| end.0 == kind).map(|end| end.1).collect()
        }
    }
}
