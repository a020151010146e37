//! Items: every measure, and every key that goes with it.

use serde_json::{Value, json};

use super::ask::{when, when_kind, whom};
use super::day::days;
use super::dice::{Dice, join, put, table};
use super::number::{self, factor, points};
use super::plan::Plan;
use super::tree::{one_or_all, shift};
use super::words::{Cast, FACETS, Kind, ROLES};

/// Where an item hangs.
#[derive(Clone, Copy)]
pub(super) struct Place<'p> {
    pub(super) cast: &'p Cast,
    pub(super) plan: &'p Plan,
    /// The place of the board.
    pub(super) board: usize,
    /// How many factors there is room for.
    pub(super) factors: usize,
    /// Whether the best of a work is looked for above it.
    pub(super) best: bool,
}

impl Place<'_> {
    fn when(self, dice: &mut Dice) -> Value {
        if self.plan.dense && !dice.one_in(4) { when_kind(dice) } else { when(dice, self.cast) }
    }

    /// A key that narrows an item down, rarer where items are to meet many records.
    fn narrowed<T>(self, dice: &mut Dice, make: impl FnOnce(&mut Dice) -> T) -> Option<T> {
        dice.some(if self.plan.dense { 24 } else { 8 }, make)
    }

    fn subject(self) -> Kind {
        self.plan.boards.get(self.board).map(|board| board.subject).unwrap_or_default()
    }
}

/// The keys of an item besides its id, its label and what it hangs on.
pub(super) fn item(dice: &mut Dice, place: Place) -> Value {
    let subject = place.subject();
    let (from, until) = place.narrowed(dice, days).unwrap_or_default();
    let times = times(dice, place);
    let require =
        dice.some(8, |dice| dice.several(&place.plan.duties_of(subject), 0, 2)).filter(|duties| !duties.is_empty());
    let mut item = table([
        ("for", place.narrowed(dice, |dice| whom(dice, place.cast, subject))),
        ("from", from),
        ("until", until),
        ("dated_by", dice.some(4, |dice| json!(dice.pick(&["record", "work", "work"])))),
        ("times", (!times.is_empty()).then(|| json!(times))),
        ("per", dice.some(3, |dice| json!(dice.pick(&["record", "quantity", "quantity"])))),
        ("share", dice.some(3, share)),
        ("require", require.map(|duties| one_or_all(dice, &duties))),
        ("cap", dice.some(4, number::cap)),
        ("floor", dice.some(6, number::floor)),
        ("shift_months", dice.some(8, shift)),
        ("adds", dice.some(12, |_| json!(true))),
    ]);
    join(&mut item, measure(dice, place));
    item
}

/// The measure with what belongs to it.
fn measure(dice: &mut Dice, place: Place) -> Value {
    let subject = place.subject();
    let (duties, standards) = (place.plan.duties_of(subject), place.plan.standards_of(subject));
    let ancestors = place.plan.ancestors(place.board);
    let mut measure = match dice.below(if place.best { 11 } else { 24 }) {
        0..=8 => each(dice, place),
        9 | 10 => once(dice, place),
        11 => counting(dice, place, "reach"),
        12 => counting(dice, place, "every"),
        13 => counting(dice, place, "short"),
        14 | 15 => ladder(dice, place),
        16 | 17 => rate(dice, place),
        18 | 19 if !duties.is_empty() => join_to(
            json!({ "duty": dice.pick(&duties) }),
            table([("missed", dice.some(2, |dice| json!(dice.one_in(2))))]),
        ),
        20 if !standards.is_empty() => json!({ "standard": dice.pick(&standards) }),
        21 | 22 if !ancestors.is_empty() => inherit(dice, place),
        _ => json!({ "base": true }),
    };
    let without_records = ["base", "duty", "standard", "inherit"].iter().any(|key| measure.get(key).is_some());
    if without_records {
        join(&mut measure, flat(dice, place));
    } else if measure.get("when").is_none() {
        let when = place.when(dice);
        put(&mut measure, "when", when);
    }
    if dice.one_in(3) {
        join(&mut measure, windows(dice));
    }
    measure
}

fn join_to(mut table: Value, other: Value) -> Value {
    join(&mut table, other);
    table
}

fn windows(dice: &mut Dice) -> Value {
    table([
        ("window", Some(json!(dice.pick(&["month", "quarter", "half", "year"])))),
        ("window_cap", dice.some(2, number::cap)),
        ("window_floor", dice.some(4, number::floor)),
    ])
}

fn each(dice: &mut Dice, place: Place) -> Value {
    let limits = table([
        ("skip", dice.some(4, |dice| number::whole(dice, 0, 2))),
        ("most", dice.some(4, |dice| number::whole(dice, 1, 3))),
        ("best", dice.some(6, |_| json!("work"))),
    ]);
    join_to(award(dice, place), limits)
}

fn once(dice: &mut Dice, place: Place) -> Value {
    let best = table([("once", Some(json!(true))), ("best", dice.some(8, |_| json!("work")))]);
    join_to(award(dice, place), best)
}

/// Points, cases or an assessor's points.
fn award(dice: &mut Dice, place: Place) -> Value {
    let case = |dice: &mut Dice| {
        table([
            ("when", dice.some(2, |dice| when(dice, place.cast))),
            ("for", dice.some(3, |dice| whom(dice, place.cast, place.subject()))),
            ("points", Some(points(dice))),
        ])
    };
    match dice.below(6) {
        0 => json!({ "cases": (0..dice.between(1, 3)).map(|_| case(dice)).collect::<Vec<_>>() }),
        1 => {
            json!({ "given": dice.pick(&[json!({}), json!({ "min": 0, "max": 8 }), json!({ "max": 5.5 }), json!({ "min": "-1" })]) })
        }
        _ => json!({ "points": points(dice) }),
    }
}

/// Points, or cases by subject: what is read once.
fn flat(dice: &mut Dice, place: Place) -> Value {
    let case = |dice: &mut Dice| {
        table([("for", dice.some(2, |dice| whom(dice, place.cast, place.subject()))), ("points", Some(points(dice)))])
    };
    match dice.below(6) {
        0 => json!({ "cases": (0..dice.between(1, 3)).map(|_| case(dice)).collect::<Vec<_>>() }),
        _ => json!({ "points": points(dice) }),
    }
}

fn counted(dice: &mut Dice) -> Value {
    table([("count", dice.some(2, |dice| json!(dice.pick(&["records", "quantity", "days", "works"]))))])
}

fn counting(dice: &mut Dice, place: Place, key: &str) -> Value {
    let mut measure = join_to(flat(dice, place), counted(dice));
    put(&mut measure, key, number::whole(dice, 1, 4));
    measure
}

fn ladder(dice: &mut Dice, place: Place) -> Value {
    if dice.one_in(3) {
        return rate(dice, place);
    }
    let steps = steps(dice, &[["0", "1"], ["1.5", "2"], ["3", "4"]]);
    join_to(json!({ "ladder": steps }), counted(dice))
}

fn rate(dice: &mut Dice, place: Place) -> Value {
    let rate = table([("of", Some(when(dice, place.cast))), ("all", dice.some(2, |dice| json!(dice.one_in(2))))]);
    let worth = if dice.one_in(2) {
        json!({ "ladder": steps(dice, &[["0", "20"], ["33.3333", "50"], ["100", "100.0001"]]) })
    } else {
        flat(dice, place)
    };
    join_to(join_to(json!({ "rate": rate }), worth), counted(dice))
}

/// Steps that rise: one of each pair, from any pair on.
fn steps(dice: &mut Dice, rungs: &[[&'static str; 2]]) -> Vec<Value> {
    let from = dice.below(rungs.len());
    let step = |rung: &[&'static str; 2]| json!([dice.pick(rung), points(dice)]);
    rungs.iter().skip(from).map(step).collect()
}

fn inherit(dice: &mut Dice, place: Place) -> Value {
    let (board, through) = dice.pick(&place.plan.ancestors(place.board));
    let grades: Vec<String> = board.grades.iter().chain(&board.vetoed).cloned().collect();
    if grades.is_empty() {
        return json!({ "base": true });
    }
    let role = dice.some(2, |dice| json!(dice.pick(&ROLES))).filter(|_| through == "membership");
    json!({ "inherit": table([
        ("board", Some(json!(board.id))),
        ("through", Some(json!(through))),
        ("role", role),
        ("grade", Some(json!(dice.pick(&grades)))),
        ("each", dice.some(2, |_| json!(true))),
    ]) })
}

fn share(dice: &mut Dice) -> Value {
    let (facet, values) = dice.pick(FACETS.get(2..).unwrap_or_default());
    match dice.below(4) {
        0 => json!("full"),
        1 => json!("equal"),
        _ => json!({ "facet": facet, "value": dice.pick(&values), "part": number::part(dice) }),
    }
}

fn times(dice: &mut Dice, place: Place) -> Vec<Value> {
    let entry = |dice: &mut Dice| {
        let (from, until) = dice.some(3, days).unwrap_or_default();
        table([
            ("when", dice.some(2, |dice| when(dice, place.cast))),
            ("for", dice.some(3, |dice| whom(dice, place.cast, place.subject()))),
            ("from", from),
            ("until", until),
            ("by", Some(factor(dice))),
        ])
    };
    let n = if dice.one_in(3) { dice.between(1, 3).min(place.factors) } else { 0 };
    (0..n).map(|_| entry(dice)).collect()
}
