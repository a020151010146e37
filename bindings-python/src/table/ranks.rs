use super::column::{Kind, Value};
use super::{Table, columns};
use crate::board::Board;

/// The ranks: one row for each subject and partition, by subject; the partition is null where there is only one.
pub(crate) fn ranks(board: &Board) -> Table {
    let statements = &board.core().statements;
    let rows = statements.iter().map(|statement| statement.ranks.len()).sum();
    let layout = columns(&[
        ("subject", Kind::Text),
        ("name", Kind::Text),
        ("partition", Kind::Text),
        ("label", Kind::Text),
        ("rank", Kind::Whole),
        ("of", Kind::Whole),
    ]);
    let (things, board) = (statements.len(), board.clone());
    Table::new(layout, rows, things, move |place, rows| {
        let Some(statement) = board.core().statements.get(place) else { return Ok(()) };
        statement.ranks.iter().try_for_each(|rank| {
            let some = |text: &str| (!text.is_empty()).then(|| text.to_owned());
            rows.push([
                statement.id.as_str().into(),
                Value::from(&*statement.name),
                some(&rank.partition).into(),
                some(&rank.label).into(),
                rank.rank.into(),
                rank.of.into(),
            ])
        })
    })
}
