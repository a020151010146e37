//! What rules ask: `when` of records, `for` of subjects.

use serde_json::{Map, Value, json};

use super::dice::{Dice, table};
use super::number;
use super::words::{ATTRS, Cast, FACETS, KINDS, Kind, MODES, PARTIES, POSTS, REGIONS, TAGS, TYPES, UNIT_TYPES};

/// A `when`: a table, or several of which one must hold.
pub(super) fn when(dice: &mut Dice, cast: &Cast) -> Value {
    any(dice, |dice| records(dice, cast))
}

/// A `when` that asks no more than the kind.
pub(super) fn when_kind(dice: &mut Dice) -> Value {
    if dice.one_in(3) { json!({}) } else { json!({ "kind": kinds(dice) }) }
}

/// A `for` about subjects of a kind.
pub(super) fn whom(dice: &mut Dice, cast: &Cast, kind: Kind) -> Value {
    any(dice, |dice| subjects(dice, cast, kind))
}

fn any(dice: &mut Dice, mut one: impl FnMut(&mut Dice) -> Value) -> Value {
    match dice.below(8) {
        0 => json!([one(dice), one(dice)]),
        1 => json!([one(dice)]),
        _ => one(dice),
    }
}

fn records(dice: &mut Dice, cast: &Cast) -> Value {
    let mut asked = Map::new();
    if !dice.one_in(5) {
        asked.insert("kind".to_owned(), kinds(dice));
    }
    for _ in 0..dice.pick(&[0, 0, 0, 1, 1, 2]) {
        let (facet, values) = dice.pick(&FACETS);
        let (key, value) = match dice.below(12) {
            0 => ("studio", named(dice, cast.of(Kind::Studio))),
            1 => ("unit", named(dice, cast.of(Kind::Unit))),
            2 => ("studio_type", value(dice, &TYPES, false)),
            3 => ("unit_type", value(dice, &UNIT_TYPES, false)),
            4 | 5 => ("people", people(dice)),
            _ => (facet, value(dice, &values, true)),
        };
        asked.insert(key.to_owned(), value);
    }
    Value::Object(asked)
}

fn subjects(dice: &mut Dice, cast: &Cast, kind: Kind) -> Value {
    let keys: &[&str] = match kind {
        Kind::Member => &["post", "post", "post", "tag", "sector", "committee", "group", "party", "attr", "id"],
        Kind::Studio => &["sector", "region", "type", "mode", "attr", "id"],
        Kind::Unit => &["type", "attr", "id"],
        Kind::Sector | Kind::Committee | Kind::Group => &["attr", "id"],
    };
    let mut asked = Map::new();
    for _ in 0..dice.between(1, 2) {
        let (attr, values) = dice.pick(&ATTRS);
        let key = dice.pick(keys);
        let value = match key {
            "post" => value(dice, &POSTS, true),
            "tag" => value(dice, &TAGS, true),
            "sector" => named(dice, cast.of(Kind::Sector)),
            "committee" => named(dice, cast.of(Kind::Committee)),
            "group" => named(dice, cast.of(Kind::Group)),
            "party" => value(dice, &PARTIES, true),
            "region" => value(dice, &REGIONS, true),
            "mode" => value(dice, &MODES, true),
            "type" if kind == Kind::Unit => value(dice, &UNIT_TYPES, true),
            "type" => value(dice, &TYPES, true),
            "attr" if dice.one_in(3) => json!({ attr: value(dice, &values, true) }),
            "attr" => value(dice, &values, true),
            _ => value(dice, cast.of(kind), false),
        };
        let key = if key == "attr" && value.get(attr).is_none() { format!("attr.{attr}") } else { key.to_owned() };
        asked.insert(key, value);
    }
    Value::Object(asked)
}

/// An id, a list of ids, perhaps `true` or `false`, perhaps turned round.
fn value<T: AsRef<str> + Clone>(dice: &mut Dice, ids: &[T], presence: bool) -> Value {
    let one = |dice: &mut Dice| json!(dice.several(ids, 1, 1).first().map(AsRef::as_ref).unwrap_or_default());
    match dice.below(12) {
        0 => json!({ "not": value(dice, ids, presence) }),
        1 if presence => json!(true),
        2 if presence => json!(false),
        3 | 4 => json!(dice.several(ids, 1, 2).iter().map(AsRef::as_ref).collect::<Vec<&str>>()),
        _ => one(dice),
    }
}

/// Kinds of records, all of them often enough asked for.
fn kinds(dice: &mut Dice) -> Value {
    if dice.one_in(3) { json!(dice.several(&KINDS, 2, 3)) } else { value(dice, &KINDS, false) }
}

fn named(dice: &mut Dice, ids: &[String]) -> Value {
    value(dice, ids, true)
}

/// How many approved participants.
fn people(dice: &mut Dice) -> Value {
    let (facet, values) = dice.pick(FACETS.get(2..).unwrap_or_default());
    let (least, most) = number::range(dice, 3);
    let carrying = dice.one_in(2).then(|| (json!(facet), json!(dice.pick(&values))));
    let (facet, value) = carrying.unzip();
    match dice.below(6) {
        0 => json!({ "not": people(dice) }),
        1 => json!(dice.between(1, 3)),
        _ => table([("at_least", least), ("at_most", most), ("facet", facet), ("value", value)]),
    }
}
