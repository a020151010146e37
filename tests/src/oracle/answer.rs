//! What came out, in the words of a vector's `expect`.

use serde_json::{Map, Value, json};

use super::bound;
use super::day::{Asking, Day, Span};
use super::duty;
use super::judge::{Row, judge};
use super::lifecycle;
use super::notice::notices;
use super::number::{many, places, print, publish, ratio};
use super::shape::word;
use super::standard;
use super::tree::Node;
use super::unscored;
use super::world::World;

/// Every board, and the notices that could not fire for want of history.
pub(super) fn boards<'a>(
    world: &World<'a>,
    earlier: &World<'a>,
    asking: Asking,
    history: &[Span],
) -> (Value, Vec<&'a str>) {
    let (mut boards, mut missing) = (Map::new(), Vec::new());
    for board in world.boards() {
        let rows = judge(world, board, asking);
        let fired = notices(world, earlier, board, &rows, asking, history);
        missing.extend(fired.missing);
        let rows = rows.iter().zip(fired.rows);
        let rows = rows.map(|(row, notices)| (row.id.to_owned(), table(world, board, row, &notices, asking)));
        boards.insert(board.id.to_owned(), Value::Object(rows.collect()));
    }
    let order = world.tables("notice");
    missing.sort_by_key(|id| order.iter().position(|notice| word(notice, "id") == *id));
    (Value::Object(boards), missing)
}

/// The exact values of every board.
pub(super) fn ticks(world: &World, asking: Asking) -> Value {
    let boards = world.boards().into_iter().map(|board| {
        let rows = judge(world, board, asking).into_iter().map(|row| {
            let nodes = row.exact.nodes.iter().map(|(id, ticks)| ((*id).to_owned(), json!(ticks.to_string())));
            let counted = row.exact.counted.iter().map(|(id, ticks)| (id.clone(), json!(ticks.to_string())));
            let (nodes, counted): (Map<_, _>, Map<_, _>) = (nodes.collect(), counted.collect());
            let total = row.exact.total.to_string();
            (row.id.to_owned(), json!({ "total": total, "nodes": nodes, "counted": counted }))
        });
        (board.id.to_owned(), Value::Object(rows.collect()))
    });
    Value::Object(boards.collect())
}

/// One subject's row of a board.
pub(super) fn table(world: &World, board: Node, row: &Row, notices: &[&str], asking: Asking) -> Value {
    let places = places(world.rulebook);
    let nodes: Map<_, _> =
        row.nodes.iter().map(|(id, figure)| ((*id).to_owned(), json!(print(places, *figure)))).collect();
    let counted = row
        .exact
        .counted
        .iter()
        .map(|(record, ticks)| (record.clone(), json!(print(places, publish(world.rulebook, *ticks)))));
    let unscored = world.records.iter().filter_map(|record| {
        let reason = unscored::reason(world, board, row, record, asking)?;
        Some((record.id.clone(), json!(reason)))
    });
    let mut ranks = row.ranks.iter().map(|(name, (rank, _))| (name.clone(), json!(rank)));
    let rank = match row.ranks.len() {
        0 => Value::Null,
        1 => ranks.next().map(|(_, rank)| rank).unwrap_or_default(),
        _ => Value::Object(ranks.collect()),
    };
    json!({
        "total": print(places, row.total),
        "rank": rank,
        "grade": row.grade.map(|grade| grade.label),
        "nodes": nodes,
        "notices": notices,
        "unscored": unscored.collect::<Map<_, _>>(),
        "counted": counted.collect::<Map<_, _>>(),
        "left_out": row.left_out,
    })
}

/// The duties of a period: the status of every window, of everybody they are asked of.
pub(super) fn duties(world: &World, asking: Asking) -> Value {
    let duties = world.tables("duty").into_iter().map(|duty| {
        let subjects = world.subjects(word(duty, "subject")).into_iter();
        let asked = subjects.filter(|subject| duty::asked(duty, *subject, asking.day));
        let statuses =
            asked.map(|subject| (subject.id.to_owned(), json!(duty::statuses(world, duty, subject, asking))));
        (word(duty, "id").to_owned(), Value::Object(statuses.collect()))
    });
    Value::Object(duties.collect())
}

/// The bounds on a day.
pub(super) fn bounds(world: &World, day: Day) -> Value {
    let bounds = world.tables("bound").into_iter().map(|bound| {
        let subjects = bound::subjects(world, bound, day);
        let counted: Vec<_> =
            subjects.iter().map(|subject| (subject.id, bound::counted(world, bound, *subject, day))).collect();
        let satisfied = many(counted.iter().filter(|(_, (_, ok))| *ok).count());
        let mut table: Map<_, _> =
            counted.iter().map(|(id, (n, ok))| ((*id).to_owned(), json!({ "n": n, "ok": ok }))).collect();
        let coverage = (!counted.is_empty()).then(|| print(2, ratio(100 * satisfied, many(counted.len()))));
        table.insert("coverage".to_owned(), json!(coverage));
        (word(bound, "id").to_owned(), Value::Object(table))
    });
    Value::Object(bounds.collect())
}

/// The standards on a day.
pub(super) fn standards(world: &World, day: Day) -> Value {
    let standards = world.tables("standard").into_iter().map(|standard| {
        let subjects = world.subjects(word(standard, "subject")).into_iter();
        let met = subjects.filter_map(|subject| {
            let (met, of) = standard::met(world, standard, subject, day)?;
            Some((subject.id.to_owned(), json!({ "met": met, "of": of })))
        });
        (word(standard, "id").to_owned(), Value::Object(met.collect()))
    });
    Value::Object(standards.collect())
}

/// The studios on a day, and what is wrong with their histories.
pub(super) fn lifecycle(world: &World, day: Day) -> Value {
    let studios = world.subjects("studio").into_iter();
    let studios = studios.map(|studio| {
        let (state, findings) = (studio.state(day), lifecycle::findings(world, studio));
        (studio.id.to_owned(), json!({ "state": state, "findings": findings }))
    });
    Value::Object(studios.collect())
}

/// The matters on a day.
pub(super) fn matters(world: &World, matters: &Value, day: Day) -> Value {
    let matters = lifecycle::matters(matters).into_iter().map(|matter| {
        let (state, step) = lifecycle::matter(world, matter, day);
        (word(matter, "id").to_owned(), json!({ "state": state, "step": step }))
    });
    Value::Object(matters.collect())
}
