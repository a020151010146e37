use super::column::{Kind, Value};
use super::{Table, columns};
use crate::board::Board;

/// The figures of every category and item of every subject: published, and as the exact value.
pub(crate) fn nodes(board: &Board) -> Table {
    let statements = &board.core().statements;
    let rows = statements.iter().map(|statement| statement.nodes.len()).sum();
    let places = statements.first().map_or(0, |statement| statement.total.places());
    let layout = columns(&[
        ("subject", Kind::Text),
        ("name", Kind::Text),
        ("node", Kind::Text),
        ("label", Kind::Text),
        ("clause", Kind::Text),
        ("depth", Kind::Whole),
        ("item", Kind::Truth),
        ("figure", Kind::Figure(places)),
        ("exact", Kind::Text),
        ("cap", Kind::Decimal),
        ("floor", Kind::Decimal),
        ("taken", Kind::Figure(places)),
        ("raised", Kind::Figure(places)),
    ]);
    let (things, board) = (statements.len(), board.clone());
    Table::new(layout, rows, things, move |place, rows| {
        let Some(statement) = board.core().statements.get(place) else { return Ok(()) };
        statement.nodes.iter().try_for_each(|node| {
            rows.push([
                statement.id.as_str().into(),
                Value::from(&*statement.name),
                node.id.as_str().into(),
                Value::from(&*node.label),
                node.clause.as_deref().into(),
                node.depth.into(),
                node.item.into(),
                node.figure.into(),
                node.exact.to_string().into(),
                node.cap.into(),
                node.floor.into(),
                statement.published(node.taken).into(),
                statement.published(node.raised).into(),
            ])
        })
    })
}
