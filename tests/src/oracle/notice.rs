//! Notices: consequences of a score, a rank, a streak or a counter.

use serde_json::Value;

use super::asks::{matches, passes};
use super::day::{Asking, Span, calendar};
use super::duty::statuses;
use super::judge::{Row, judge};
use super::ledger::Record;
use super::number::{ONE, figure, many, points, whole, worth};
use super::rank::partitions;
use super::shape::{field, text, word, words};
use super::tree::Node;
use super::world::{Subject, World};

/// The notices that fire for each row, by id, and those that could not for want of history.
pub(super) struct Fired<'a> {
    pub(super) rows: Vec<Vec<&'a str>>,
    pub(super) missing: Vec<&'a str>,
}

/// The notices of a board. `earlier` looks at the same documents without a last day, `history` are the periods known.
pub(super) fn notices<'a>(
    world: &World<'a>,
    earlier: &World<'a>,
    board: Node<'a>,
    rows: &[Row<'a>],
    asking: Asking,
    history: &[Span],
) -> Fired<'a> {
    let mut fired: Vec<Vec<&Value>> = rows.iter().map(|_| Vec::new()).collect();
    let mut missing = Vec::new();
    for notice in world.of_board("notice", board.id) {
        let Some(past) = past(notice, asking.span, history) else {
            missing.push(word(notice, "id"));
            continue;
        };
        let now = holding(world, board, notice, rows, asking);
        let then: Vec<Vec<bool>> = past
            .into_iter()
            .map(|span| {
                let asking = Asking { span, day: span.last };
                let rows = judge(earlier, board, asking);
                let held = holding(earlier, board, notice, &rows, asking).into_iter().zip(&rows);
                held.map(|(holds, row)| holds && (row.subject.kind != "member" || row.subject.seat().covers(span)))
                    .collect()
            })
            .collect();
        for (place, fired) in fired.iter_mut().enumerate() {
            let always = then.iter().all(|held| held.get(place) == Some(&true));
            if always && now.get(place) == Some(&true) {
                fired.push(notice);
            }
        }
    }
    let kept = |fired: &Vec<&'a Value>| {
        let replaced: Vec<&str> = fired.iter().flat_map(|notice| words(notice, "instead_of")).collect();
        fired.iter().map(|notice| word(notice, "id")).filter(|id| !replaced.contains(id)).collect()
    };
    Fired { rows: fired.iter().map(kept).collect(), missing }
}

/// The earlier periods that a notice asks about; none if one of them is not known.
fn past(notice: &Value, span: Span, history: &[Span]) -> Option<Vec<Span>> {
    let mut past = Vec::new();
    let mut next = span;
    for _ in 1..whole(notice, "periods").unwrap_or(1) {
        next = *history.iter().find(|earlier| earlier.last == next.first.plus(-1))?;
        past.push(next);
    }
    Some(past)
}

/// For each row, whether the condition of a notice holds in one period.
fn holding(world: &World, board: Node, notice: &Value, rows: &[Row], asking: Asking) -> Vec<bool> {
    let holds = |(place, row): (usize, &Row)| {
        row.ranked
            && passes(notice.get("for"), row.subject, asking.day)
            && holds(world, board, notice, rows, place, row, asking)
    };
    rows.iter().enumerate().map(holds).collect()
}

fn holds(world: &World, board: Node, notice: &Value, rows: &[Row], place: usize, row: &Row, asking: Asking) -> bool {
    if let Some(below) = points(notice, "below") {
        return worth(world.rulebook, row.total) < below;
    }
    if let Some(grade) = text(notice, "grade") {
        return row.grade.is_some_and(|own| own.id == grade);
    }
    if let Some(duty) = text(notice, "duty").and_then(|id| world.table("duty", id)) {
        return statuses(world, duty, row.subject, asking).contains(&"missed");
    }
    if let Some(count) = field(notice, "count") {
        let records = world.seen().filter(|record| counts(world, count, row.subject, record, asking));
        return whole(count, "at_least").unwrap_or(0) <= many(records.count());
    }
    let among = field(board.table, "rank").and_then(|rank| rank.get("among"));
    partitions(board, among, rows, asking.day, world).values().filter(|group| group.contains(&place)).any(|group| {
        let seats = match figure(notice, "bottom_share") {
            Some(share) => share * many(group.len()) / ONE,
            None => whole(notice, "bottom_count").unwrap_or(0),
        };
        let below = group.iter().filter_map(|other| rows.get(*other)).filter(|other| other.standing < row.standing);
        many(below.count()) < seats
    })
}

/// Whether a counter takes a record of the subject's.
pub(super) fn counts(world: &World, count: &Value, subject: Subject, record: &Record, asking: Asking) -> bool {
    let kind = text(count, "window").unwrap_or("year");
    let from = calendar(kind, asking.span.last, world.rulebook).first;
    let involved = record.involves(world, subject);
    from <= record.date
        && record.date <= asking.span.last
        && involved.is_some_and(|involved| matches(world, field(count, "when"), &involved))
}
