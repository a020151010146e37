//! Documents spoilt: what the library must refuse, or bear, but never fall over.

use serde_json::{Value, json};

use super::dice::Dice;
use super::piece::{piece, pieces, remove};

/// Takes out, doubles or replaces a few pieces of a document.
pub fn spoil(dice: &mut Dice, document: &mut Value) {
    for _ in 0..dice.between(1, 3) {
        let all = pieces(document);
        let Some(way) = dice.several(&all, 1, 1).pop() else { return };
        match dice.below(6) {
            0 => remove(document, &way),
            1 => double(document, &way),
            2 => {
                let other = dice.pick(&all);
                let other = piece(document, &other).cloned();
                replace(document, &way, other.unwrap_or_default());
            }
            _ => replace(document, &way, odd(dice)),
        }
    }
}

fn replace(document: &mut Value, way: &[usize], by: Value) {
    if let Some(place) = piece(document, way) {
        *place = by;
    }
}

/// Puts a piece into its own list once more, or where it is.
fn double(document: &mut Value, way: &[usize]) {
    let Some(again) = piece(document, way).cloned() else { return };
    if let Some(Value::Array(list)) = way.split_last().and_then(|(_, holder)| piece(document, holder)) {
        list.push(again);
    }
}

/// A value that seldom fits.
fn odd(dice: &mut Dice) -> Value {
    const WORDS: [&str; 26] = [
        "",
        " ",
        "member",
        "term",
        "works",
        "1e9",
        "-0",
        "0.00005",
        "1e-400",
        "99999999999999999999",
        "2023-02-30",
        "2023-13-01",
        "1899-12-31",
        "2199-12-31",
        "2200-01-01",
        "M1",
        "row-1",
        "甲:乙",
        "member:M1",
        ":",
        "not",
        "i0",
        "c0",
        "board-0",
        "\u{feff}",
        "😀",
    ];
    match dice.below(8) {
        0 => Value::Null,
        1 => json!(dice.one_in(2)),
        2 => json!([]),
        3 => json!({}),
        4 => json!(dice.pick(&[0_i64, -1, 1, 10, 100_001, 1_000_001, i64::MAX, i64::MIN])),
        5 => json!(dice.pick(&[0.5, -0.25, 1e300, 0.000_01, 99_999.999_9])),
        6 => json!([[[{ "not": { "not": dice.pick(&WORDS) } }]]]),
        _ => json!(dice.pick(&WORDS)),
    }
}

/// Spoils single rows of a ledger; the rest of it stays as it is.
pub fn spoil_rows(dice: &mut Dice, ledger: &mut Value) {
    let records = ledger.as_array().map_or(0, Vec::len);
    for _ in 0..dice.between(1, 3) {
        let id = ledger.get(dice.below(records)).and_then(|record| record.get("id")).cloned();
        let Some(record) = ledger.get_mut(dice.below(records)) else { return };
        let parts = record.get("by").and_then(Value::as_array).map_or(0, Vec::len);
        if parts > 0 && dice.one_in(2) {
            let nth = dice.below(parts);
            if let Some(part) = record.get_mut("by").and_then(|by| by.get_mut(nth)) {
                let (key, value) = dice.pick(&[
                    ("member", "nobody"),
                    ("quantity", "-1"),
                    ("score", "many"),
                    ("status", "done"),
                    ("role", "boss"),
                ]);
                super::dice::put(part, key, value);
            }
            if dice.one_in(4) {
                let twice = record.get("by").and_then(|by| by.get(nth)).cloned();
                record.get_mut("by").and_then(Value::as_array_mut).into_iter().for_each(|by| by.extend(twice.clone()));
            }
        } else {
            let (key, value) = dice.pick(&[
                ("date", "2023-02-30"),
                ("kind", "party"),
                ("studio", "nowhere"),
                ("outcome", "lost"),
                ("id", "row-1"),
            ]);
            let value = id.filter(|_| dice.one_in(3)).map_or((key, json!(value)), |id| ("id", id));
            super::dice::put(record, value.0, value.1);
        }
    }
}

/// Changes, drops and adds a few bytes of a text; what is no longer text is made text again.
pub fn garble(dice: &mut Dice, text: &str) -> String {
    let mut bytes = text.as_bytes().to_vec();
    for _ in 0..dice.between(1, 4) {
        let place = dice.below(bytes.len());
        let byte = dice.pick(b"{}[]\",:.-+eE0129\\ntu \n\r=#'\x00\xff");
        match dice.below(4) {
            0 => drop((place < bytes.len()).then(|| bytes.remove(place))),
            1 => bytes.insert(place, byte),
            2 => bytes.truncate(if dice.one_in(8) { place } else { bytes.len() }),
            _ => {
                if let Some(old) = bytes.get_mut(place) {
                    *old = byte;
                }
            }
        }
    }
    String::from_utf8_lossy(&bytes).into_owned()
}
