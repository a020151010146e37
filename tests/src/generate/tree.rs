//! Score trees: boards, categories up to four deep, and the items that hang on them.

use serde_json::{Value, json};

use super::ask::whom;
use super::dice::{Dice, table};
use super::item::{self, Place};
use super::number;
use super::plan::{Board, Plan};
use super::words::{Cast, Kind};

/// The most factors along one line.
const FACTORS: usize = 6;

/// The tables of every board.
#[derive(Default)]
pub(super) struct Trees {
    pub(super) boards: Vec<Value>,
    pub(super) categories: Vec<Value>,
    pub(super) items: Vec<Value>,
}

impl Trees {
    pub(super) fn grow(dice: &mut Dice, cast: &Cast, plan: &Plan) -> Self {
        let mut trees = Self::default();
        for (place, board) in plan.boards.iter().enumerate() {
            let times = times(dice, cast, board.subject, FACTORS);
            let mut growing = Growing { trees: &mut trees, dice, cast, plan, place, nodes: Vec::new() };
            let (factors, deepest) = (FACTORS - times.len(), growing.dice.between(0, 4));
            growing.branch(&board.id, factors, deepest, false);
            let nodes = growing.nodes;
            trees.boards.push(root(dice, cast, board, &times, &nodes));
        }
        dice.shuffle(&mut trees.items);
        trees
    }
}

/// A tree while it grows.
struct Growing<'g> {
    trees: &'g mut Trees,
    dice: &'g mut Dice,
    cast: &'g Cast,
    plan: &'g Plan,
    /// The place of the board.
    place: usize,
    /// The ids of its nodes.
    nodes: Vec<String>,
}

impl Growing<'_> {
    /// Hangs items, and categories with what hangs on them, on a node.
    fn branch(&mut self, on: &str, factors: usize, deepest: usize, best: bool) {
        for _ in 0..self.dice.between(usize::from(deepest == 0), 3) {
            self.item(on, factors, best);
        }
        for _ in 0..if deepest == 0 { 0 } else { self.dice.pick(&[1, 1, 1, 2]) } {
            self.category(on, factors, deepest - 1, best);
        }
    }

    fn category(&mut self, on: &str, factors: usize, deepest: usize, best: bool) {
        let dice = &mut *self.dice;
        let subject = self.plan.boards.get(self.place).map(|board| board.subject).unwrap_or_default();
        let weight = dice.some(3, number::factor).filter(|_| factors > 0);
        let times = times(dice, self.cast, subject, factors - usize::from(weight.is_some()));
        let factors = factors - usize::from(weight.is_some()) - times.len();
        let own_best = dice.one_in(5);
        let id = format!("c{}", self.trees.categories.len());
        let category = table([
            ("id", Some(json!(id))),
            ("in", hanging(dice, self.plan, on)),
            ("label", Some(json!(format!("类别{id}")))),
            ("cap", dice.some(3, number::cap)),
            ("floor", dice.some(4, number::floor)),
            ("weight", weight),
            ("times", (!times.is_empty()).then(|| json!(times))),
            ("best", own_best.then(|| json!("work"))),
            ("shift_months", dice.some(6, shift)),
        ]);
        self.trees.categories.push(category);
        self.nodes.push(id.clone());
        self.branch(&id, factors, deepest, best || own_best);
    }

    fn item(&mut self, on: &str, factors: usize, best: bool) {
        let id = format!("i{}", self.trees.items.len());
        let place = Place { cast: self.cast, plan: self.plan, board: self.place, factors, best };
        let mut item = table([
            ("id", Some(json!(id))),
            ("in", hanging(self.dice, self.plan, on)),
            ("label", Some(json!(format!("项目{id}")))),
        ]);
        super::dice::join(&mut item, item::item(self.dice, place));
        self.trees.items.push(item);
        self.nodes.push(id);
    }
}

/// Months by which a branch runs late or early.
pub(super) fn shift(dice: &mut Dice) -> Value {
    json!(dice.pick(&[-1, 1, -2, 3, 0, -6]))
}

/// What a node hangs on; where there is one board, what hangs on it need not say so.
fn hanging(dice: &mut Dice, plan: &Plan, on: &str) -> Option<Value> {
    let obvious = plan.boards.len() == 1 && plan.boards.iter().any(|board| board.id == on);
    (!obvious || dice.one_in(2)).then(|| json!(on))
}

/// Factors by subject, `most` at the most.
fn times(dice: &mut Dice, cast: &Cast, subject: Kind, most: usize) -> Vec<Value> {
    let entry = |dice: &mut Dice| {
        table([("for", dice.some(2, |dice| whom(dice, cast, subject))), ("by", Some(number::factor(dice)))])
    };
    let n = if dice.one_in(4) { dice.between(1, 2).min(most) } else { 0 };
    (0..n).map(|_| entry(dice)).collect()
}

fn root(dice: &mut Dice, cast: &Cast, board: &Board, times: &[Value], nodes: &[String]) -> Value {
    let subject = board.subject;
    let class = |dice: &mut Dice, nth: usize| {
        table([
            ("id", Some(json!(format!("class-{nth}")))),
            ("label", Some(json!(format!("类{nth}")))),
            ("for", (!dice.one_in(4)).then(|| whom(dice, cast, subject))),
        ])
    };
    let classes: Vec<Value> = (0..dice.below(4)).map(|nth| class(dice, nth)).collect();
    table([
        ("id", Some(json!(board.id))),
        ("title", Some(json!(format!("榜{}", board.id)))),
        ("subject", Some(json!(subject.word()))),
        ("for", dice.some(4, |dice| whom(dice, cast, subject))),
        ("cap", dice.some(4, number::cap)),
        ("floor", dice.some(5, number::floor)),
        ("times", (!times.is_empty()).then(|| json!(times))),
        ("rank", dice.some(2, |dice| rank(dice, subject, nodes))),
        ("classes", (!classes.is_empty()).then(|| json!(classes))),
    ])
}

fn rank(dice: &mut Dice, subject: Kind, nodes: &[String]) -> Value {
    let breaks = dice.several(nodes, 0, 2);
    table([
        ("ties", dice.some(2, |dice| json!(dice.pick(&["skip", "dense", "ordinal"])))),
        ("break", (!breaks.is_empty()).then(|| one_or_all(dice, &breaks))),
        ("among", (!dice.one_in(3)).then(|| among(dice, subject))),
    ])
}

/// What the subjects of a kind may be split by.
pub(super) fn among(dice: &mut Dice, subject: Kind) -> Value {
    let words: &[&str] = match subject {
        Kind::Member => &["class", "sector", "committee", "committee", "group", "group", "studio", "party"],
        Kind::Studio => &["class", "sector"],
        _ => &["class"],
    };
    let some = dice.several(words, 1, 2);
    one_or_all(dice, &some)
}

/// A list, which where it has one value may take it bare.
pub(super) fn one_or_all<T: Into<Value> + Clone>(dice: &mut Dice, list: &[T]) -> Value {
    match list {
        [one] if dice.one_in(2) => one.clone().into(),
        all => all.iter().cloned().map(Into::into).collect::<Vec<Value>>().into(),
    }
}
