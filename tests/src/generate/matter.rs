//! Flows, and the matters that go through them.

use serde_json::{Map, Value, json};

use super::day::day;
use super::dice::{Dice, put, table};
use super::words::{Cast, Kind};

/// What a step may be called.
const STEPS: [&str; 4] = ["assign", "reply", "visit", "file"];

/// Puts flows into a rulebook, seldom more than one.
pub(super) fn flows(dice: &mut Dice, rulebook: &mut Value) {
    let step = |dice: &mut Dice, id: &str| {
        table([
            ("id", Some(json!(id))),
            ("label", Some(json!(format!("步{id}")))),
            ("within_days", (!dice.one_in(3)).then(|| json!(dice.pick(&[0, 2, 7, 30])))),
            ("by", dice.some(4, |_| json!("办公室"))),
            ("must", dice.some(3, |dice| json!(!dice.one_in(4)))),
        ])
    };
    let flow = |dice: &mut Dice, nth: usize| {
        let steps: Vec<Value> = dice.several(&STEPS, 1, STEPS.len()).into_iter().map(|id| step(dice, id)).collect();
        json!({ "id": format!("flow-{nth}"), "label": format!("流程{nth}"), "steps": steps })
    };
    let flows: Vec<Value> = (0..dice.pick(&[0, 0, 1, 2])).map(|nth| flow(dice, nth)).collect();
    if !flows.is_empty() {
        put(rulebook, "flow", flows);
    }
}

/// Matters of the rulebook's flows.
pub(super) fn matters(dice: &mut Dice, cast: &Cast, rulebook: &Value) -> Value {
    let flows = rulebook.get("flow").and_then(Value::as_array).cloned().unwrap_or_default();
    if flows.is_empty() {
        return Value::Null;
    }
    let matter = |dice: &mut Dice, nth: usize| {
        let flow = dice.pick(&flows);
        let steps = flow.get("steps").and_then(Value::as_array).into_iter().flatten();
        let ids: Vec<&str> = steps.filter_map(|step| step.get("id").and_then(Value::as_str)).collect();
        let done: Map<_, _> = ids.into_iter().filter_map(|id| Some((id.to_owned(), dice.some(2, near)?))).collect();
        table([
            ("id", Some(json!(format!("T{nth}")))),
            ("flow", flow.get("id").cloned()),
            ("studio", dice.some(2, |dice| json!(dice.pick(cast.of(Kind::Studio))))),
            ("opened", Some(near(dice))),
            ("steps", Some(Value::Object(done))),
        ])
    };
    (0..dice.below(5)).map(|nth| matter(dice, nth)).collect()
}

/// A day close to others of its sort, so that a few days make a difference.
fn near(dice: &mut Dice) -> Value {
    if dice.one_in(4) { json!(day(dice)) } else { json!(format!("2023-12-{:02}", dice.between(1, 31))) }
}
