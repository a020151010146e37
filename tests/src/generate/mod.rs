//! Cases made up: a rulebook, a roster and a ledger that belong together, with a period in which to ask about them.
//!
//! Every document is valid, so the library must take it; small, so that what goes wrong can be seen; and crowded: every measure, every key
//! and every seam of the calendar comes up within a few hundred cases. The same seed makes the same case.
//!
//! ```
//! use lvzhi_conformance::generate;
//!
//! let case = generate::case(7);
//! assert_eq!(case.ledger, generate::case(7).ledger);
//! assert!(case.expectations()["boards"].is_object());
//! ```

mod ask;
mod award;
mod csv;
mod day;
mod dice;
mod item;
mod ledger;
mod matter;
mod norm;
mod number;
mod piece;
mod plan;
mod reduce;
mod roster;
mod run;
mod spoil;
mod toml;
mod tree;
mod words;

use serde_json::{Value, json};

pub use self::csv::{csv, flatten};
pub use self::dice::Dice;
use self::dice::{put, table};
use self::ledger::Clerk;
use self::plan::Plan;
pub use self::reduce::{Reduction, written};
pub use self::run::{Run, differences};
pub use self::spoil::{garble, spoil, spoil_rows};
pub use self::toml::toml;
use self::tree::Trees;
use self::words::Cast;
use crate::oracle::Case;

/// The case of a seed.
pub fn case(seed: u64) -> Case {
    let dice = &mut Dice::new(seed);
    let cast = Cast::made_up(dice);
    let plan = Plan::made_up(dice);
    let rulebook = rulebook(dice, &cast, &plan);
    let roster = roster::roster(dice, &cast, &plan);
    let clerk = Clerk { cast: &cast, rulebook: &rulebook, roster: &roster, dense: plan.dense };
    let ledger = clerk.ledger(dice);
    let matters = matter::matters(dice, &cast, &rulebook);
    let day::Asked { period, history, as_of } = day::asked(dice, plan.term);
    Case { rulebook, roster, ledger, matters, period, as_of, history }
}

fn rulebook(dice: &mut Dice, cast: &Cast, plan: &Plan) -> Value {
    let mut rulebook = json!({ "rulebook": head(dice, plan) });
    words::vocabulary(dice, &mut rulebook);
    let Trees { boards, categories, items } = Trees::grow(dice, cast, plan);
    for (key, tables) in [("board", boards), ("category", categories), ("item", items)] {
        if !tables.is_empty() {
            put(&mut rulebook, key, tables);
        }
    }
    award::awards(dice, cast, plan, &mut rulebook);
    norm::norms(dice, cast, plan, &mut rulebook);
    matter::flows(dice, &mut rulebook);
    rulebook
}

fn head(dice: &mut Dice, plan: &Plan) -> Value {
    let longest = if plan.term { "term" } else { "year" };
    let term = |dice: &mut Dice| {
        let from = dice.pick(&["2022-01-01", "2023-01-01", "2021-07-01", "2022-03-15"]);
        table([("from", Some(json!(from))), ("years", Some(json!(dice.pick(&[1, 2, 2, 3]))))])
    };
    table([
        ("format", Some(json!(1))),
        ("id", Some(json!("made-up"))),
        ("title", Some(json!("办法"))),
        ("effective", dice.some(6, |_| json!("2020-01-01"))),
        ("until", dice.some(6, |_| json!("2025-12-31"))),
        ("period", dice.some(2, |dice| json!(dice.pick(&["year", "half", "quarter", "quarter", "month", longest])))),
        ("term", plan.term.then(|| term(dice))),
        ("decimals", dice.some(2, |dice| json!(dice.below(5)))),
        ("rounding", dice.some(2, |dice| json!(dice.pick(&["half-up", "half-even", "down"])))),
    ])
}
