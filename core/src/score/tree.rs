use crate::arena::{Column, Idx};
use crate::rulebook::{Board, Category, Child, Item, Parent, Rules};

/// A node of a score tree. Nodes are ordered as boards, categories, items, each in the order of the rulebook.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Node {
    Board(Idx<Board>),
    Category(Idx<Category>),
    Item(Idx<Item>),
}

impl From<Child> for Node {
    fn from(child: Child) -> Self {
        match child {
            Child::Category(category) => Node::Category(category),
            Child::Item(item) => Node::Item(item),
        }
    }
}

/// The score tree of one board, laid out flat: a tree may be as deep as a rulebook is long, so nothing walks it by recursion.
#[derive(Debug)]
pub(crate) struct Tree {
    /// Every node with its depth, a node before what hangs on it, in the order of the document.
    pub(crate) downward: Vec<(Child, usize)>,
}

impl Tree {
    pub(crate) fn new(rules: &Rules, board: Idx<Board>) -> Self {
        let mut downward = Vec::new();
        let mut open: Vec<(Child, usize)> =
            rules.boards[board].children.iter().rev().map(|&child| (child, 0)).collect();
        while let Some((child, depth)) = open.pop() {
            downward.push((child, depth));
            if let Child::Category(category) = child {
                open.extend(rules.categories[category].children.iter().rev().map(|&child| (child, depth + 1)));
            }
        }
        Tree { downward }
    }

    /// Every node after what hangs on it.
    pub(crate) fn upward(&self) -> impl Iterator<Item = Child> {
        self.downward.iter().rev().map(|(child, _)| *child)
    }
}

/// Something gathered at every node on its way up to the board.
#[derive(Debug)]
pub(crate) struct Rising<T> {
    at_board: Vec<T>,
    at_category: Column<Category, Vec<T>>,
}

impl<T> Rising<T> {
    pub(crate) fn new(rules: &Rules) -> Self {
        let empty: Vec<Vec<T>> = rules.categories.iter().map(|_| Vec::new()).collect();
        Rising { at_board: Vec::new(), at_category: empty.into() }
    }

    /// Hands on to the parent.
    pub(crate) fn rise(&mut self, to: Parent, things: impl IntoIterator<Item = T>) {
        match to {
            Parent::Board(_) => self.at_board.extend(things),
            Parent::Category(category) => self.at_category[category].extend(things),
        }
    }

    /// Takes what has come up to a category.
    pub(crate) fn take(&mut self, category: Idx<Category>) -> Vec<T> {
        std::mem::take(&mut self.at_category[category])
    }

    /// Takes what has come up to the board.
    pub(crate) fn top(self) -> Vec<T> {
        self.at_board
    }
}
