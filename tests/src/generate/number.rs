//! Numbers within their ranges: mostly small, sometimes with four places, seldom at the limits.

use serde_json::{Value, json};

use super::dice::Dice;

/// One of some decimals, as a number or as text.
fn written(dice: &mut Dice, from: &[&'static str]) -> Value {
    let text = dice.pick(from);
    match serde_json::from_str(text) {
        Ok(number) if !dice.one_in(8) => number,
        _ => json!(text),
    }
}

/// Points: either sign, seldom very many.
pub(super) fn points(dice: &mut Dice) -> Value {
    if dice.one_in(60) {
        return written(dice, &["100000", "-100000", "99999.9999", "0.0001"]);
    }
    written(dice, &["1", "2", "2", "3", "5", "5", "8", "10", "7.5", "0.3333", "12.3457", "0", "-1", "-2.5", "6", "4"])
}

/// A cap.
pub(super) fn cap(dice: &mut Dice) -> Value {
    written(dice, &["3", "5", "6", "8", "10", "12.5", "20", "15", "30", "0.5", "0", "100000", "4.4444"])
}

/// A floor.
pub(super) fn floor(dice: &mut Dice) -> Value {
    written(dice, &["0", "-1", "-3", "-5", "-2.2222", "-100000"])
}

/// A factor or a weight.
pub(super) fn factor(dice: &mut Dice) -> Value {
    written(dice, &["0.5", "0.5", "1.5", "1.5", "2", "2", "1.2", "1.2", "0.3333", "1", "3", "0.1", "0", "10", "0.7777"])
}

/// A part of a whole.
pub(super) fn part(dice: &mut Dice) -> Value {
    written(dice, &["0.5", "0.6", "0.3333", "1", "0", "0.25", "0.1", "0.9"])
}

/// A quantity.
pub(super) fn quantity(dice: &mut Dice) -> Value {
    if dice.one_in(40) {
        return written(dice, &["1000000", "999999.9999", "0.0001"]);
    }
    written(dice, &["1", "2", "3", "0.5", "1.5", "0", "0.3333", "4", "2.25", "1.3579"])
}

/// An assessor's points.
pub(super) fn score(dice: &mut Dice) -> Value {
    if dice.one_in(40) {
        return written(dice, &["100000", "-100000", "0.0001"]);
    }
    written(dice, &["1", "3", "5", "8", "10", "9.5", "0", "-2", "6.6667", "4.25"])
}

/// A whole number, as a number or as text.
pub(super) fn whole(dice: &mut Dice, low: usize, high: usize) -> Value {
    let number = dice.between(low, high);
    if dice.one_in(12) { json!(number.to_string()) } else { json!(number) }
}

/// Two bounds of which one may be missing and the lower is not above the upper: at least, at most.
pub(super) fn range(dice: &mut Dice, high: usize) -> (Option<Value>, Option<Value>) {
    let (low, over) = (dice.below(high + 1), dice.below(3));
    match dice.below(4) {
        0 => (None, Some(json!(low))),
        1 => (Some(json!(low)), Some(json!(low + over))),
        _ => (Some(json!(low.max(1))), None),
    }
}
