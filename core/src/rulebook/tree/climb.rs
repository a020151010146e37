use std::collections::BTreeMap;

use super::{circle, only};
use crate::arena::Idx;
use crate::diagnostic::{Diagnostics, Fault, Limit, Noun};
use crate::document::Spot;
use crate::rulebook::names::{Names, peek, word};
use crate::rulebook::{Board, Category, Item, Parent};

/// The most levels of categories on a board.
const LEVELS: usize = 64;

/// What each node says it hangs on, and the way up to its board.
pub(super) struct Climb<'d> {
    boards: Vec<Spot<'d>>,
    categories: Vec<Spot<'d>>,
    over_category: Vec<Option<Parent>>,
    over_item: Vec<Option<Parent>>,
    /// The board at the top of each category that has one.
    tops: BTreeMap<Idx<Category>, Idx<Board>>,
}

impl<'d> Climb<'d> {
    pub(super) fn read(names: &Names<'d>, faults: &mut Diagnostics) -> Climb<'d> {
        let ids = Ids::of(names);
        let (boards, categories) = (names.boards.spots(), names.categories.spots());
        let mut over = |node: &Spot<'d>| ids.parent(*node, names, faults);
        let over_category = categories.iter().map(&mut over).collect();
        let over_item = names.items.spots().iter().map(&mut over).collect();
        let mut climb = Climb { boards, categories, over_category, over_item, tops: BTreeMap::new() };
        climb.reach_the_tops(faults);
        climb
    }

    /// What a category says it hangs on.
    pub(super) fn category(&self, category: Idx<Category>) -> Option<Parent> {
        self.over_category.get(category.place()).copied().flatten()
    }

    /// What an item says it hangs on.
    pub(super) fn item(&self, item: Idx<Item>) -> Option<Parent> {
        self.over_item.get(item.place()).copied().flatten()
    }

    /// The board at the top; none where the way does not lead to one.
    pub(super) fn board(&self, parent: Parent) -> Option<Idx<Board>> {
        match parent {
            Parent::Board(board) => Some(board),
            Parent::Category(category) => self.tops.get(&category).copied(),
        }
    }

    pub(super) fn spot(&self, node: Parent) -> Option<Spot<'d>> {
        match node {
            Parent::Board(board) => self.boards.get(board.place()).copied(),
            Parent::Category(category) => self.categories.get(category.place()).copied(),
        }
    }

    /// The tables from a node that has a board at the top up to that board, both included.
    pub(super) fn way(&self, from: Parent) -> impl Iterator<Item = Spot<'d>> {
        let up = |node: &Parent| match node {
            Parent::Board(_) => None,
            Parent::Category(category) => self.category(*category),
        };
        std::iter::successors(Some(from), up).filter_map(|node| self.spot(node))
    }

    /// Follows every category up to its board. A ring is reported at each of its members, a branch that is too deep where it becomes so.
    fn reach_the_tops(&mut self, faults: &mut Diagnostics) {
        let mut ends: BTreeMap<Idx<Category>, Option<(Idx<Board>, usize)>> = BTreeMap::new();
        for first in (0..self.categories.len()).map(Idx::new) {
            let mut way: Vec<Idx<Category>> = Vec::new();
            let mut here = first;
            let mut end = loop {
                if let Some(end) = ends.get(&here) {
                    break *end;
                }
                if let Some(from) = way.iter().position(|passed| *passed == here) {
                    self.report_ring(way.get(from..).unwrap_or_default(), faults);
                    break None;
                }
                way.push(here);
                match self.category(here) {
                    Some(Parent::Board(board)) => break Some((board, 0)),
                    Some(Parent::Category(above)) => here = above,
                    None => break None,
                }
            };
            for category in way.into_iter().rev() {
                end = end.map(|(board, levels)| (board, levels + 1));
                if end.is_some_and(|(_, levels)| levels > LEVELS) {
                    if let Some(spot) = self.spot(Parent::Category(category)) {
                        spot.holder_fault(faults, Fault::TooLarge { what: Limit::Levels });
                    }
                    end = None;
                }
                ends.insert(category, end);
            }
        }
        self.tops = ends.into_iter().filter_map(|(category, end)| Some((category, end?.0))).collect();
    }

    fn report_ring(&self, ring: &[Idx<Category>], faults: &mut Diagnostics) {
        let id = |category: &Idx<Category>| {
            self.spot(Parent::Category(*category)).and_then(|spot| word(spot, "id")).unwrap_or("")
        };
        for (place, member) in ring.iter().enumerate() {
            let round = ring.iter().cycle().skip(place).take(ring.len() + 1);
            let path = circle(round.map(id));
            if let Some(spot) = self.spot(Parent::Category(*member)) {
                spot.holder_fault(faults, Fault::Cycle { path });
            }
        }
    }
}

/// The ids that an `in` may name; of a doubled one the first.
struct Ids<'d>(BTreeMap<&'d str, Parent>);

impl<'d> Ids<'d> {
    fn of(names: &Names<'d>) -> Ids<'d> {
        let mut ids = BTreeMap::new();
        for (place, spot) in names.boards.spots().into_iter().enumerate() {
            ids.extend(
                word(spot, "id").filter(|id| !ids.contains_key(id)).map(|id| (id, Parent::Board(Idx::new(place)))),
            );
        }
        for (place, spot) in names.categories.spots().into_iter().enumerate() {
            ids.extend(
                word(spot, "id").filter(|id| !ids.contains_key(id)).map(|id| (id, Parent::Category(Idx::new(place)))),
            );
        }
        Ids(ids)
    }

    fn parent(&self, node: Spot<'d>, names: &Names<'d>, faults: &mut Diagnostics) -> Option<Parent> {
        if !node.is_table() {
            return None;
        }
        let Some(parent) = peek(node, "in") else {
            let board = only(names);
            if board.is_none() {
                node.holder_fault(faults, Fault::MissingBoard);
            }
            return board.map(Parent::Board);
        };
        let id = parent.text(faults)?;
        let known = self.0.get(id).copied();
        if known.is_none() {
            let near = faults.nearest(id, self.0.keys().copied());
            parent.fault(faults, Fault::UnknownReference { what: Noun::Parent, name: id.to_owned(), near });
        }
        known
    }
}
