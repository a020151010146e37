//! The score tree: boards, categories, items, and which hangs where.

use serde_json::Value;

use super::shape::{text, word};
use super::world::World;

/// A board, a category or an item.
#[derive(Clone, Copy)]
pub(super) struct Node<'a> {
    pub(super) level: Level,
    /// The place among the rulebook's tables of the same name.
    pub(super) place: usize,
    pub(super) id: &'a str,
    pub(super) table: &'a Value,
}

/// What a node is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Level {
    Board,
    Category,
    Item,
}

impl<'a> World<'a> {
    fn nodes(&self, level: Level, name: &str) -> Vec<Node<'a>> {
        let tables = self.tables(name).into_iter().enumerate();
        tables.map(|(place, table)| Node { level, place, id: word(table, "id"), table }).collect()
    }

    /// Every board.
    pub(super) fn boards(&self) -> Vec<Node<'a>> {
        self.nodes(Level::Board, "board")
    }

    /// A board by id.
    pub(super) fn board(&self, id: &str) -> Option<Node<'a>> {
        self.boards().into_iter().find(|board| board.id == id)
    }

    /// The id of the node that a category or item hangs on.
    fn parent(&self, node: Node<'a>) -> &'a str {
        text(node.table, "in").unwrap_or(self.only_board())
    }

    /// What hangs directly on a node.
    pub(super) fn children(&self, node: Node<'a>) -> Vec<Node<'a>> {
        let mut all = self.nodes(Level::Category, "category");
        all.extend(self.nodes(Level::Item, "item"));
        all.into_iter().filter(|child| node.level != Level::Item && self.parent(*child) == node.id).collect()
    }

    /// Everything below a node.
    pub(super) fn below(&self, node: Node<'a>) -> Vec<Node<'a>> {
        let children = self.children(node).into_iter();
        children.flat_map(|child| std::iter::once(child).chain(self.below(child))).collect()
    }

    /// The items below a node, in the order of the rulebook; an item's only one is itself.
    pub(super) fn items(&self, node: Node<'a>) -> Vec<Node<'a>> {
        let mut items: Vec<_> = std::iter::once(node).chain(self.below(node)).collect();
        items.retain(|node| node.level == Level::Item);
        items.sort_by_key(|item| item.place);
        items
    }

    /// The months by which a node's branch runs late; the nearest up the tree holds.
    pub(super) fn shift(&self, node: Node<'a>) -> i64 {
        if let Some(months) = node.table.get("shift_months").and_then(Value::as_i64) {
            return months;
        }
        let categories = self.nodes(Level::Category, "category").into_iter();
        let mut up = categories.filter(|up| node.level != Level::Board && up.id == self.parent(node));
        up.next().map_or(0, |up| self.shift(up))
    }
}
