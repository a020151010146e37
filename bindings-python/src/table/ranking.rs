use lvzhi::Statement;
use lvzhi::score::{NodeFigure, Rank};

use super::column::{Column, Kind, Value};
use super::{Table, columns};
use crate::board::Board;

/// 积分榜: the assessed subjects, best first, with a column for each category or item that hangs on the board itself, by its id.
///
/// The rank is null where a subject is ranked in several partitions: they have a table of their own.
pub(crate) fn ranking(board: &Board) -> Table {
    let places = board.core().statements.first().map_or(0, |statement| statement.total.places());
    let mut layout = columns(&[
        ("rank", Kind::Whole),
        ("id", Kind::Text),
        ("name", Kind::Text),
        ("total", Kind::Figure(places)),
        ("grade", Kind::Text),
    ]);
    let fixed = ["rank", "id", "name", "total", "grade"];
    for node in board.core().statements.first().into_iter().flat_map(top) {
        // A category may bear the name of a column.
        let name = if fixed.contains(&node.id.as_str()) { format!("{}_", node.id) } else { node.id.to_string() };
        layout.push(Column::labelled(name, Kind::Figure(places), &node.label));
    }
    let ids: Vec<lvzhi::Id> = board.core().ranking().map(|statement| statement.id.clone()).collect();
    let board = board.clone();
    Table::new(layout, ids.len(), ids.len(), move |place, rows| {
        let statement = ids.get(place).and_then(|id| board.core().statement(id));
        statement.map_or(Ok(()), |statement| rows.push(row(statement)))
    })
}

fn row(statement: &Statement) -> impl Iterator<Item = Value<'_>> {
    let rank = if let Rank::One(rank) = statement.rank { Some(rank) } else { None };
    let fixed = [
        rank.into(),
        statement.id.as_str().into(),
        Value::from(&*statement.name),
        statement.total.into(),
        statement.grade.as_ref().map(|grade| &*grade.label).into(),
    ];
    fixed.into_iter().chain(top(statement).map(|node| node.figure.into()))
}

/// What hangs on the board itself.
fn top(statement: &Statement) -> impl Iterator<Item = &NodeFigure> {
    statement.nodes.iter().filter(|node| node.depth == 0)
}
