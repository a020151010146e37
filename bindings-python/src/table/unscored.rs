use super::column::{Kind, Value};
use super::{Table, columns};
use crate::board::Board;

/// The records in which a subject is involved and that gave it no line, each with the reason.
pub(crate) fn unscored(board: &Board) -> Table {
    let statements = &board.core().statements;
    let rows = statements.iter().map(|statement| statement.unscored.len()).sum();
    let layout = columns(&[
        ("subject", Kind::Text),
        ("name", Kind::Text),
        ("record", Kind::Text),
        ("date", Kind::Day),
        ("kind", Kind::Text),
        ("reason", Kind::Text),
    ]);
    let (things, board) = (statements.len(), board.clone());
    Table::new(layout, rows, things, move |place, rows| {
        let Some(statement) = board.core().statements.get(place) else { return Ok(()) };
        statement.unscored.iter().try_for_each(|unlisted| {
            rows.push([
                statement.id.as_str().into(),
                Value::from(&*statement.name),
                unlisted.record.id.as_str().into(),
                unlisted.record.date.into(),
                Value::from(&*unlisted.record.kind),
                unlisted.reason.as_str().into(),
            ])
        })
    })
}
