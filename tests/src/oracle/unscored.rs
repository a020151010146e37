//! Records that gave no line, each with the first reason that applies.

use super::asks::passes;
use super::day::Asking;
use super::duty;
use super::judge::Row;
use super::ledger::{Involved, Record};
use super::line::{Taken, flat_points, taken};
use super::measure::in_denominator;
use super::notice::counts;
use super::score::strikes;
use super::shape::field;
use super::tree::Node;
use super::world::World;

/// Why a record is not scored for a row: none where it gave a line, or is not the subject's concern.
pub(super) fn reason(world: &World, board: Node, row: &Row, record: &Record, asking: Asking) -> Option<&'static str> {
    if !record.concerns(world, row.subject) {
        return None;
    }
    let Some(involved) = record.involves(world, row.subject) else {
        let statuses = record.statuses(row.subject);
        return ["pending", "rejected", "void"].into_iter().find(|status| statuses.contains(status));
    };
    if world.cutoff.is_some_and(|day| day < record.date) {
        return Some("after-as-of");
    }
    if !world.may_score(&record.kind) {
        return Some("unscored-kind");
    }
    let slices = asking.slices(world.rulebook);
    let (mut unscored, mut outside) = (false, false);
    for slice in &slices {
        for item in world.items(board) {
            let within = slice.span.shift(world.shift(item)).has(record.date);
            match taken(world, item.table, row.subject, &involved, slice.day) {
                Taken::Yes(_) if within => return None,
                Taken::Yes(_) => outside = true,
                Taken::NoScore if within => unscored = true,
                Taken::NoScore | Taken::No => {}
            }
        }
    }
    let branches = std::iter::once(0).chain(world.below(board).into_iter().map(|node| world.shift(node)));
    let nowhere = branches.into_iter().all(|months| !asking.span.shift(months).has(record.date));
    if unscored {
        return Some("no-score");
    }
    if outside || nowhere {
        return Some("outside-period");
    }
    let elsewhere = slices.iter().any(|slice| in_slice(world, board, row, &involved, *slice))
        || in_counter(world, board, row, record, asking)
        || in_duty(world, row, record, asking);
    Some(if elsewhere { "counted-elsewhere" } else { "no-item" })
}

/// Whether a veto or the denominator of a rate used it.
fn in_slice(world: &World, board: Node, row: &Row, involved: &Involved, slice: Asking) -> bool {
    let record = involved.record;
    let vetoes = world.of_board("veto", board.id);
    let rated = |item: Node| {
        let span = slice.span.shift(world.shift(item));
        let asked = flat_points(item.table, row.subject, slice.day).is_some();
        asked && span.has(record.date) && in_denominator(world, item.table, row.subject, record).is_some()
    };
    vetoes.iter().any(|veto| strikes(world, veto, row.subject, record, slice))
        || world.items(board).into_iter().any(rated)
}

/// Whether a counter of a notice used it.
fn in_counter(world: &World, board: Node, row: &Row, record: &Record, asking: Asking) -> bool {
    let notices = world.of_board("notice", board.id).into_iter();
    let mut asked = notices.filter(|notice| row.ranked && passes(notice.get("for"), row.subject, asking.day));
    asked.any(|notice| field(notice, "count").is_some_and(|count| counts(world, count, row.subject, record, asking)))
}

/// Whether a duty asked of the subject used it.
fn in_duty(world: &World, row: &Row, record: &Record, asking: Asking) -> bool {
    let duties = world.tables("duty").into_iter();
    let mut asked = duties.filter(|duty| duty::asked(duty, row.subject, asking.day) && record.date <= asking.day);
    asked.any(|duty| {
        duty::windows(world, duty, asking.span).iter().any(|window| window.has(record.date))
            && duty::takes(world, duty, row.subject, record).is_some()
    })
}
