//! What is asked beside points: duties, bounds, standards, the lifecycle of studios.

use serde_json::{Value, json};

use super::ask::{when, whom};
use super::dice::{Dice, put, table};
use super::number;
use super::plan::{Plan, Standard};
use super::words::{Cast, Kind, LINKS, ROLES, STATES};

/// Puts the duties, bounds, standards and, perhaps, a lifecycle into a rulebook.
pub(super) fn norms(dice: &mut Dice, cast: &Cast, plan: &Plan, rulebook: &mut Value) {
    let duties: Vec<Value> = plan.duties.iter().map(|(id, subject)| duty(dice, cast, plan, id, *subject)).collect();
    let standards: Vec<Value> = plan.standards.iter().map(|one| standard(dice, cast, one)).collect();
    let bounds: Vec<Value> = (0..dice.below(3)).map(|nth| bound(dice, cast, nth)).collect();
    if dice.one_in(2) {
        put(rulebook, "lifecycle", lifecycle(dice, plan, &bounds));
    }
    for (key, tables) in [("duty", duties), ("standard", standards), ("bound", bounds)] {
        if !tables.is_empty() {
            put(rulebook, key, tables);
        }
    }
}

fn duty(dice: &mut Dice, cast: &Cast, plan: &Plan, id: &str, subject: Kind) -> Value {
    let (at_least, at_most) = number::range(dice, 3);
    let longest = if plan.term { "term" } else { "year" };
    table([
        ("id", Some(json!(id))),
        ("label", Some(json!(format!("要求{id}")))),
        ("subject", Some(json!(subject.word()))),
        ("for", dice.some(4, |dice| whom(dice, cast, subject))),
        ("when", Some(when(dice, cast))),
        ("at_least", at_least),
        ("at_most", at_most),
        ("window", dice.some(2, |dice| json!(dice.pick(&["month", "quarter", "half", "year", longest])))),
        ("count", dice.some(2, |dice| json!(dice.pick(&["records", "quantity", "days", "works"])))),
    ])
}

fn standard(dice: &mut Dice, cast: &Cast, standard: &Standard) -> Value {
    let check = |id: &String| json!({ "id": id, "label": format!("检查{id}") });
    table([
        ("id", Some(json!(standard.id))),
        ("label", Some(json!(format!("标准{}", standard.id)))),
        ("subject", Some(json!(standard.subject.word()))),
        ("for", dice.some(3, |dice| whom(dice, cast, standard.subject))),
        ("checks", Some(json!(standard.checks.iter().map(check).collect::<Vec<_>>()))),
    ])
}

/// The relations that need no link: of whom, and to whom.
const RELATIONS: [(&str, Kind, Kind); 10] = [
    ("membership", Kind::Studio, Kind::Member),
    ("membership", Kind::Studio, Kind::Member),
    ("membership", Kind::Member, Kind::Studio),
    ("sector", Kind::Member, Kind::Sector),
    ("sector", Kind::Studio, Kind::Sector),
    ("sector", Kind::Sector, Kind::Member),
    ("committee", Kind::Member, Kind::Committee),
    ("committee", Kind::Committee, Kind::Member),
    ("group", Kind::Member, Kind::Group),
    ("group", Kind::Group, Kind::Member),
];

fn bound(dice: &mut Dice, cast: &Cast, nth: usize) -> Value {
    let (relation, from, to) = if dice.one_in(2) { dice.pick(&LINKS) } else { dice.pick(&RELATIONS) };
    let linked = LINKS.iter().any(|(link, ..)| *link == relation);
    let turned = linked && dice.one_in(2);
    let (subject, other) = if turned { (to, from) } else { (from, to) };
    let end = (linked && (from == to || dice.one_in(4))).then(|| json!(if turned { "to" } else { "from" }));
    let (at_least, at_most) = number::range(dice, 2);
    table([
        ("id", Some(json!(format!("bound-{nth}")))),
        ("label", Some(json!(format!("配置{nth}")))),
        ("subject", Some(json!(subject.word()))),
        ("for", dice.some(4, |dice| whom(dice, cast, subject))),
        ("relation", Some(json!(relation))),
        ("end", end),
        ("role", dice.some(3, |dice| json!(dice.pick(&ROLES))).filter(|_| relation == "membership")),
        ("other", dice.some(3, |dice| whom(dice, cast, other))),
        ("at_least", at_least),
        ("at_most", at_most),
    ])
}

fn lifecycle(dice: &mut Dice, plan: &Plan, bounds: &[Value]) -> Value {
    let state = |dice: &mut Dice, id: &str| {
        table([
            ("id", Some(json!(id))),
            ("label", Some(json!(format!("态{id}")))),
            ("active", dice.some(2, |_| json!(true))),
        ])
    };
    // A history may name states that the rulebook does not.
    let ids = dice.several(&STATES, 1, STATES.len());
    let states: Vec<Value> = ids.iter().map(|id| state(dice, id)).collect();
    let of_studios = |bound: &&Value| bound.get("subject") == Some(&json!("studio"));
    let bounds = bounds.iter().filter(of_studios).filter_map(|bound| bound.get("id").cloned());
    let requirements: Vec<Value> = plan.standards_of(Kind::Studio).into_iter().map(Value::from).chain(bounds).collect();
    let one = |dice: &mut Dice| {
        let require = dice.several(&requirements, 0, 2);
        table([
            ("from", Some(json!(dice.pick(&ids)))),
            ("to", Some(json!(dice.pick(&ids)))),
            ("require", (!require.is_empty()).then(|| json!(require))),
        ])
    };
    let moves: Vec<Value> = (0..dice.below(4)).map(|_| one(dice)).collect();
    json!({ "states": states, "moves": moves })
}
