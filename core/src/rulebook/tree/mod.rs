//! What hangs on what, found from the ids alone and before any rule is read, so that a rule can ask for its board and a node for its place.

mod climb;
mod line;
mod ring;
#[cfg(test)]
mod tests;

use std::collections::{BTreeMap, BTreeSet};

use climb::Climb;

use super::names::{Named, Names, peek, word};
use super::{Board, Category, Grade, Item, Notice, Veto};
use crate::arena::Idx;
use crate::diagnostic::Diagnostics;
use crate::document::Spot;

/// How many months a branch may be shifted, either way: a hundred years.
const SHIFT: i64 = 1200;

/// How many ids of a circle are shown.
const SHOWN: usize = 8;

/// What a category or an item hangs on.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Parent {
    Board(Idx<Board>),
    Category(Idx<Category>),
}

/// What hangs on a board or a category.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Child {
    Category(Idx<Category>),
    Item(Idx<Item>),
}

/// The score trees of a rulebook. Tables are known by where they start in the text.
#[derive(Debug, Default)]
pub(super) struct Tree<'d> {
    above: BTreeMap<usize, Above>,
    below: BTreeMap<usize, Below>,
    /// The grades of each board, by id.
    grades: BTreeMap<(Idx<Board>, &'d str), Idx<Grade>>,
    /// The grades that the vetoes of each board give, as they write them.
    veto_grades: BTreeSet<(Idx<Board>, &'d str)>,
}

/// What a category or an item hangs on.
#[derive(Debug, Clone, Copy)]
pub(super) struct Above {
    pub(super) parent: Parent,
    /// The board at the top.
    pub(super) board: Idx<Board>,
    /// The nearest `shift_months`, its own included; nought without any.
    pub(super) shift_months: i32,
}

/// What hangs on a board or a category, in the order of the document; on a board also its grades, vetoes and notices.
#[derive(Debug, Clone, Default)]
pub(super) struct Below {
    pub(super) children: Vec<Child>,
    pub(super) grades: Vec<Idx<Grade>>,
    pub(super) vetoes: Vec<Idx<Veto>>,
    pub(super) notices: Vec<Idx<Notice>>,
}

impl<'d> Tree<'d> {
    /// Finds out what hangs on what. Reported are nodes that hang on nothing or on themselves, lines with too many factors, `best` over what
    /// has no lines to choose from, and boards that inherit from each other in a ring.
    pub(super) fn read(names: &Names<'d>, faults: &mut Diagnostics) -> Tree<'d> {
        let climb = Climb::read(names, faults);
        line::check(names, &climb, faults);
        ring::check(names, &climb, faults);
        let mut tree = Tree::default();
        let mut hanging: BTreeMap<Parent, Vec<(usize, Child)>> = BTreeMap::new();
        for (place, spot) in names.categories.spots().into_iter().enumerate() {
            let category: Idx<Category> = Idx::new(place);
            tree.hang(spot, Child::Category(category), climb.category(category), &climb, &mut hanging);
        }
        for (place, spot) in names.items.spots().into_iter().enumerate() {
            let item: Idx<Item> = Idx::new(place);
            tree.hang(spot, Child::Item(item), climb.item(item), &climb, &mut hanging);
        }
        for (parent, mut children) in hanging {
            children.sort_unstable();
            let Some(spot) = climb.spot(parent) else { continue };
            tree.below.entry(spot.start()).or_default().children =
                children.into_iter().map(|(_, child)| child).collect();
        }
        tree.list(names);
        tree
    }

    fn hang(
        &mut self,
        spot: Spot<'d>,
        child: Child,
        parent: Option<Parent>,
        climb: &Climb<'d>,
        hanging: &mut BTreeMap<Parent, Vec<(usize, Child)>>,
    ) {
        let Some((parent, board)) = parent.and_then(|parent| Some((parent, climb.board(parent)?))) else { return };
        hanging.entry(parent).or_default().push((spot.start(), child));
        let mut way = std::iter::once(spot).chain(climb.way(parent));
        // What is no number is reported when the node is read.
        let own_shift = |node| shift(peek(node, "shift_months"), &mut Diagnostics::default());
        let shift_months = way.find_map(own_shift).unwrap_or(0);
        self.above.insert(spot.start(), Above { parent, board, shift_months });
    }

    /// Lists the grades, vetoes and notices of each board.
    fn list(&mut self, names: &Names<'d>) {
        let boards = names.boards.spots();
        let own = |named: &Named<'d>| {
            let rules = named.spots().into_iter().enumerate();
            let own = rules.filter_map(|(place, spot)| Some((place, spot, board_of(spot, names)?)));
            own.filter_map(|(place, spot, board)| Some((place, spot, board, boards.get(board.place())?.start())))
                .collect::<Vec<_>>()
        };
        for (place, spot, board, start) in own(&names.grades) {
            self.below.entry(start).or_default().grades.push(Idx::new(place));
            if let Some(id) = word(spot, "id").or_else(|| word(spot, "label")) {
                self.grades.entry((board, id)).or_insert(Idx::new(place));
            }
        }
        for (place, spot, board, start) in own(&names.vetoes) {
            self.below.entry(start).or_default().vetoes.push(Idx::new(place));
            self.veto_grades.extend(word(spot, "grade").map(|grade| (board, grade)));
        }
        for (place, _, _, start) in own(&names.notices) {
            self.below.entry(start).or_default().notices.push(Idx::new(place));
        }
    }

    /// What a category or an item hangs on; nothing where a fault has been reported.
    pub(super) fn above(&self, node: Spot<'_>) -> Option<Above> {
        self.above.get(&node.start()).copied()
    }

    /// What hangs on a board or a category.
    pub(super) fn below(&self, node: Spot<'_>) -> Below {
        self.below.get(&node.start()).cloned().unwrap_or_default()
    }

    /// The first grade of that id on a board.
    pub(super) fn grade(&self, board: Idx<Board>, id: &str) -> Option<Idx<Grade>> {
        self.grades.get(&(board, id)).copied()
    }

    /// Whether a veto of the board gives a grade of that name.
    pub(super) fn vetoes_to(&self, board: Idx<Board>, grade: &str) -> bool {
        self.veto_grades.contains(&(board, grade))
    }

    /// Every name by which a grade of the board may be referred to.
    pub(super) fn grade_names(&self, board: Idx<Board>) -> impl Iterator<Item = &'d str> {
        let listed = self.grades.keys().chain(&self.veto_grades);
        listed.filter(move |(on, _)| *on == board).map(|(_, name)| *name)
    }
}

/// The board that a rule names, or the only one; reports nothing.
fn board_of(rule: Spot<'_>, names: &Names<'_>) -> Option<Idx<Board>> {
    match peek(rule, "board") {
        Some(board) => names.boards.place(board.as_text()?).map(Idx::new),
        None => only(names),
    }
}

/// The board, where there is but one.
fn only(names: &Names<'_>) -> Option<Idx<Board>> {
    (names.boards.0.len() == 1).then(|| Idx::new(0))
}

/// The ids along a circle, as a fault shows them: of a long one the beginning.
fn circle<'d>(ids: impl Iterator<Item = &'d str>) -> String {
    let mut shown: Vec<_> = ids.take(SHOWN + 1).collect();
    if let Some(one_more) = shown.get_mut(SHOWN) {
        *one_more = "…";
    }
    shown.join(" → ")
}

/// Reads a `shift_months`.
pub(super) fn shift(spot: Option<Spot<'_>>, faults: &mut Diagnostics) -> Option<i32> {
    let months = spot?.whole(-SHIFT, SHIFT, faults)?;
    i32::try_from(months).ok()
}
