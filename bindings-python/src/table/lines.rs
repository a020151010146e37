use lvzhi::score::{Entry, Line};
use lvzhi::{Decimal, Statement, Window};

use super::column::{Kind, Value};
use super::{Table, columns};
use crate::board::Board;

/// Every line of every statement, by subject, then in line order.
///
/// What a line was worth and what it counts for are exact fractions of points, so each stands twice: as it is published, rounded by
/// itself, and as the text of the exact number (`4.5`, `25/6`). The exact contributions of a subject add up to the exact total; the
/// published ones need not.
pub(crate) fn lines(board: &Board) -> Table {
    let statements = &board.core().statements;
    let rows = statements.iter().map(|statement| statement.lines.len()).sum();
    let places = statements.first().map_or(0, |statement| statement.total.places());
    let layout = columns(&[
        ("subject", Kind::Text),
        ("name", Kind::Text),
        ("node", Kind::Text),
        ("label", Kind::Text),
        ("clause", Kind::Text),
        ("what", Kind::Text),
        ("record", Kind::Text),
        ("date", Kind::Day),
        ("kind", Kind::Text),
        ("from", Kind::Day),
        ("to", Kind::Day),
        ("points", Kind::Decimal),
        ("quantity", Kind::Decimal),
        ("share", Kind::Text),
        ("count", Kind::Decimal),
        ("of", Kind::Decimal),
        ("value", Kind::Figure(places)),
        ("contribution", Kind::Figure(places)),
        ("exact_value", Kind::Text),
        ("exact_contribution", Kind::Text),
        ("reasons", Kind::Text),
    ]);
    let (things, board) = (statements.len(), board.clone());
    Table::new(layout, rows, things, move |place, rows| {
        let Some(statement) = board.core().statements.get(place) else { return Ok(()) };
        statement.lines.iter().try_for_each(|line| rows.push(row(statement, line)))
    })
}

fn row<'s>(statement: &'s Statement, line: &'s Line) -> [Value<'s>; 21] {
    let entry = Columns::from(&line.entry);
    let reasons: Vec<String> = line.cuts.iter().map(|cut| cut.reason.to_string()).collect();
    [
        statement.id.as_str().into(),
        Value::from(&*statement.name),
        line.node.as_str().into(),
        Value::from(&*line.label),
        line.clause.as_deref().into(),
        entry.what.into(),
        entry.record.map(|record| record.id.as_str()).into(),
        entry.record.map(|record| record.date).into(),
        entry.record.map(|record| &*record.kind).into(),
        entry.window.map(|window| window.from).into(),
        entry.window.map(|window| window.to).into(),
        entry.points.into(),
        entry.quantity.into(),
        entry.share.map(|share| format!("{}/{}", share.part, share.of)).into(),
        entry.count.into(),
        entry.of.into(),
        statement.published(line.value).into(),
        statement.published(line.contribution).into(),
        line.value.to_string().into(),
        line.contribution.to_string().into(),
        (!reasons.is_empty()).then(|| reasons.join(", ")).into(),
    ]
}

/// What a line is made of, in columns that all kinds of lines share.
#[derive(Default)]
struct Columns<'e> {
    what: &'static str,
    record: Option<&'e lvzhi::score::RecordRef>,
    window: Option<Window>,
    points: Option<Decimal>,
    quantity: Option<Decimal>,
    share: Option<&'e lvzhi::score::Share>,
    count: Option<Decimal>,
    of: Option<Decimal>,
}

impl<'e> From<&'e Entry> for Columns<'e> {
    fn from(entry: &'e Entry) -> Self {
        let whole = |count: u32| i64::from(count).checked_mul(10_000).map(Decimal::from_ten_thousandths);
        match entry {
            Entry::Record { record, points, quantity, share, .. } => Columns {
                what: "record",
                record: Some(record),
                points: Some(*points),
                quantity: *quantity,
                share: share.as_ref(),
                ..Columns::default()
            },
            Entry::Base { window } => Columns { what: "base", window: Some(*window), ..Columns::default() },
            Entry::Count { window, points, count, of, .. } => Columns {
                what: "count",
                window: Some(*window),
                points: *points,
                count: Some(*count),
                of: *of,
                ..Columns::default()
            },
            Entry::Duty { window, points, windows, .. } => Columns {
                what: "duty",
                window: Some(*window),
                points: Some(*points),
                count: whole(*windows),
                ..Columns::default()
            },
            Entry::Standard { window, points, met, of, .. } => Columns {
                what: "standard",
                window: Some(*window),
                points: Some(*points),
                count: whole(*met),
                of: whole(*of),
                ..Columns::default()
            },
            Entry::Inherited { window, points, .. } => {
                Columns { what: "inherited", window: Some(*window), points: Some(*points), ..Columns::default() }
            }
            Entry::Floor { floor, window } => {
                Columns { what: "floor", window: *window, points: *floor, ..Columns::default() }
            }
            _ => Columns::default(),
        }
    }
}
