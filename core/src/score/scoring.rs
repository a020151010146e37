use std::cell::RefCell;
use std::collections::{BTreeMap, BTreeSet};
use std::rc::Rc;

use super::line::Slice;
use super::standing::standings;
use super::tree::Tree;
use super::worth::in_force;
use crate::arena::{Column, Idx};
use crate::facts::{Facts, Involvement, Tally};
use crate::ledger::Columns;
use crate::roster::{Entity, Roster};
use crate::rulebook::{Board, GradeName, Inherit, Item, Measure, Rate, Rules};
use crate::{Date, EntityKind, Window};

/// What is asked: a period, the day on which it is asked, and the parts into which a long period is cut.
#[derive(Debug, Clone)]
pub(crate) struct Asked {
    pub(crate) period: Window,
    pub(crate) day: Date,
    pub(crate) slices: Vec<Slice>,
}

impl Asked {
    /// A period longer than the rulebook's is cut into the rulebook's, as far as they have begun by the day; each is asked on its own
    /// last day, or on the day if that is earlier.
    pub(crate) fn new(rules: &Rules, period: Window, day: Date) -> Self {
        let (cadence, term) = (rules.head.period, rules.head.term);
        let longer = cadence.months(term).is_some_and(|months| period.months() > months);
        let parts = if longer { period.cut(cadence, term) } else { vec![period] };
        let begun = parts.into_iter().filter(|part| !longer || part.from <= day);
        let slices = begun.map(|window| Slice { window, day: if longer { window.to.min(day) } else { day } }).collect();
        Asked { period, day, slices }
    }

    /// One slice asked by itself.
    fn alone(slice: Slice) -> Self {
        Asked { period: slice.window, day: slice.day, slices: vec![slice] }
    }
}

/// The grades that the assessed subjects of a board got in a slice.
type Grades = Rc<BTreeMap<Entity, GradeName>>;

/// The windows of an item over a period, in their order.
type Windows = Rc<[Window]>;

/// One run of scoring: the facts, and what several subjects ask alike.
#[derive(Debug)]
pub(crate) struct Scoring<'a> {
    pub(crate) facts: Facts<'a>,
    pub(crate) trees: Column<Board, Tree>,
    /// The months by which the branches of each board are shifted, nought among them.
    shifts: Column<Board, BTreeSet<i32>>,
    /// The boards whose grades others inherit, slice by slice.
    inherited: RefCell<BTreeMap<(Idx<Board>, Window), Grades>>,
    /// The windows of items, by item and period.
    windows: RefCell<BTreeMap<(Idx<Item>, Window), Windows>>,
    /// The denominators of rates of all, by item and window.
    denominators: RefCell<BTreeMap<(Idx<Item>, Window), Tally>>,
}

impl<'a> Scoring<'a> {
    pub(crate) fn new(rules: &'a Rules, roster: &'a Roster, columns: &'a Columns, until: Option<Date>) -> Self {
        let trees: Vec<Tree> = rules.boards.entries().map(|(board, _)| Tree::new(rules, board)).collect();
        Scoring {
            facts: Facts::new(rules, roster, columns, until),
            trees: trees.into(),
            shifts: rules.boards.places().map(|board| shifts(rules, board)).collect::<Vec<_>>().into(),
            inherited: RefCell::default(),
            windows: RefCell::default(),
            denominators: RefCell::default(),
        }
    }

    /// What the subject belongs to, on the slice's day, that got the grade on its own board in the slice.
    pub(crate) fn inherited(&self, inherit: &Inherit, subject: Entity, slice: Slice) -> Vec<Entity> {
        let known = self.inherited.borrow().get(&(inherit.board, slice.window)).cloned();
        let grades = known.unwrap_or_else(|| {
            // References between boards go round in no circle: reading a rulebook makes sure of that.
            let standings = standings(self, inherit.board, &Asked::alone(slice));
            let assessed = standings.into_iter().filter(|standing| standing.assessed);
            let made: Grades = Rc::new(assessed.filter_map(|one| Some((one.subject, one.grade?))).collect());
            self.inherited.borrow_mut().insert((inherit.board, slice.window), Rc::clone(&made));
            made
        });
        let mut belongs = self.facts.related(subject, inherit.through, inherit.role.as_deref(), slice.day);
        belongs.retain(|entity| grades.get(entity) == Some(&inherit.grade));
        // A statement names them, and no statement depends on the order of the roster.
        belongs.sort_by(|&a, &b| self.facts.roster.id(a).cmp(self.facts.roster.id(b)));
        belongs
    }

    /// The windows in which an item's measure is taken: those of its branch's period, or that period whole.
    pub(crate) fn windows(&self, idx: Idx<Item>, period: Window) -> Windows {
        let cut = || {
            let item = &self.facts.rules.items[idx];
            let windows = match item.window {
                Some(windowed) => period.cut(windowed.cadence, self.facts.rules.head.term),
                None => vec![period],
            };
            let shift = if item.measure.shifts() { item.shift_months } else { 0 };
            windows.into_iter().map(|window| window.plus_months(shift)).collect()
        };
        Rc::clone(self.windows.borrow_mut().entry((idx, period)).or_insert_with(cut))
    }

    /// Whether a record is one of those that a rate is of, in a window.
    pub(crate) fn in_denominator(&self, item: &Item, rate: &Rate, involvement: &Involvement, window: Window) -> bool {
        let (facts, record) = (&self.facts, involvement.record);
        facts.occurs(involvement, window)
            && in_force(item.from, item.until, facts.dated(record, item.dated_by_work))
            && facts.matches(&rate.of, involvement)
    }

    /// The denominator of a rate of all: the records in which any subject of the kind is involved, each once.
    pub(crate) fn denominator_of_all(&self, idx: Idx<Item>, kind: EntityKind, window: Window) -> Tally {
        if let Some(&known) = self.denominators.borrow().get(&(idx, window)) {
            return known;
        }
        let item = &self.facts.rules.items[idx];
        let Measure::Rate { rate, count } = &item.measure else { return Tally::default() };
        let mut largest = BTreeMap::new();
        for subject in self.facts.roster.entities(kind) {
            for found in
                self.facts.involved(subject).iter().filter(|found| self.in_denominator(item, rate, found, window))
            {
                let quantity = largest.entry(found.record).or_insert(found.quantity);
                *quantity = found.quantity.max(*quantity);
            }
        }
        let tally = self.facts.tally(*count, &largest.into_iter().collect::<Vec<_>>());
        self.denominators.borrow_mut().insert((idx, window), tally);
        tally
    }

    /// Whether a day lies in the period, or in that of a branch of the board.
    pub(crate) fn in_a_branch(&self, board: Idx<Board>, period: Window, day: Date) -> bool {
        self.shifts[board].iter().any(|&months| period.plus_months(months).contains(day))
    }
}

fn shifts(rules: &Rules, board: Idx<Board>) -> BTreeSet<i32> {
    let items = rules.items.iter().filter(|item| item.board == board).map(|item| item.shift_months);
    let categories = rules.categories.iter().filter(|category| category.board == board);
    items.chain(categories.filter_map(|category| category.shift_months)).chain([0]).collect()
}
