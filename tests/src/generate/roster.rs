//! Rosters: everybody with what they were, when.

use serde_json::{Map, Value, json};

use super::day::{day, days};
use super::dice::{Dice, put, table};
use super::plan::Plan;
use super::words::{
    ATTRS, Cast, Kind, LINKS, MODES, PARTIES, POSTS, REGIONS, ROLES, STATES, TAGS, TYPES, UNDECLARED, UNIT_TYPES,
};

/// What entities of one kind have, besides what those of every kind have.
type Own = fn(&mut Dice, &Cast) -> Value;

/// The roster of a cast; checks are those of the plan's standards.
pub(super) fn roster(dice: &mut Dice, cast: &Cast, plan: &Plan) -> Value {
    let mut roster = json!({});
    let lists: [(&str, Kind, Own); 6] = [
        ("members", Kind::Member, member),
        ("studios", Kind::Studio, studio),
        ("sectors", Kind::Sector, body),
        ("committees", Kind::Committee, body),
        ("groups", Kind::Group, body),
        ("units", Kind::Unit, unit),
    ];
    for (key, kind, own) in lists {
        let one = |id: &String| {
            let mut entity = json!({ "id": id });
            if dice.one_in(2) {
                put(&mut entity, "name", name(id));
            }
            super::dice::join(&mut entity, own(dice, cast));
            let attrs: Map<_, _> = ATTRS
                .into_iter()
                .filter_map(|(attr, values)| Some((attr.to_owned(), single(dice, &and_more(&values))?)))
                .collect();
            if !attrs.is_empty() {
                put(&mut entity, "attrs", attrs);
            }
            let checks = checks(dice, plan);
            if !checks.is_empty() {
                put(&mut entity, "checks", checks);
            }
            entity
        };
        put(&mut roster, key, cast.of(kind).iter().map(one).collect::<Vec<_>>());
    }
    put(&mut roster, "memberships", memberships(dice, cast));
    put(&mut roster, "links", links(dice, cast));
    roster
}

/// What somebody or something is called, where it has a name of its own.
pub(super) fn name(id: &str) -> String {
    format!("名{id}")
}

fn member(dice: &mut Dice, cast: &Cast) -> Value {
    let seat = dice.some(3, days).unwrap_or_default();
    table([
        ("sector", single(dice, cast.of(Kind::Sector))),
        ("party", single(dice, &PARTIES)),
        ("committees", many(dice, cast.of(Kind::Committee))),
        ("groups", many(dice, cast.of(Kind::Group))),
        ("posts", many(dice, &and_more(&POSTS))),
        ("tags", many(dice, &and_more(&TAGS))),
        ("joined", seat.0),
        ("left", seat.1.or(dice.some(6, |_| Value::Null))),
        ("scored", dice.some(6, |dice| json!(dice.one_in(2)))),
    ])
}

fn studio(dice: &mut Dice, cast: &Cast) -> Value {
    let stage = |dice: &mut Dice| json!({ "state": dice.pick(&and_more(&STATES)), "date": day(dice) });
    let history: Vec<Value> = (0..dice.below(4)).map(|_| stage(dice)).collect();
    table([
        ("type", single(dice, &and_more(&TYPES))),
        ("mode", single(dice, &MODES)),
        ("sector", single(dice, cast.of(Kind::Sector))),
        ("region", single(dice, &REGIONS)),
        ("history", dice.some(2, |_| json!(history))),
    ])
}

fn unit(dice: &mut Dice, _: &Cast) -> Value {
    table([("type", single(dice, &and_more(&UNIT_TYPES)))])
}

/// The words, and one that no rulebook declares.
fn and_more(words: &[&'static str]) -> Vec<&'static str> {
    words.iter().copied().chain([UNDECLARED]).collect()
}

fn body(_: &mut Dice, _: &Cast) -> Value {
    json!({})
}

/// A value that there is but one of on any day: bare, or one with its days, or two one after the other.
fn single<T: AsRef<str> + Clone>(dice: &mut Dice, values: &[T]) -> Option<Value> {
    let mut one = || dice.several(values, 1, 1).first().map(|value| value.as_ref().to_owned()).unwrap_or_default();
    let (first, second) = (one(), one());
    Some(match dice.below(8) {
        0 => return None,
        1 => Value::Null,
        2 => with_days(dice, &first),
        3 => json!([{ "id": first, "to": "2023-03-31" }, { "id": second, "from": "2023-04-01" }]),
        4 => {
            json!([{ "id": first, "from": "2022-12-01", "to": "2023-06-30" }, { "id": second, "from": "2023-09-01", "to": null }])
        }
        _ => json!(first),
    })
}

/// Values that there may be several of.
fn many<T: AsRef<str> + Clone>(dice: &mut Dice, values: &[T]) -> Option<Value> {
    let mut all: Vec<String> = dice.several(values, 0, 3).iter().map(|value| value.as_ref().to_owned()).collect();
    if dice.one_in(6) {
        // The same once more, then or now.
        all.extend(all.first().cloned());
    }
    let mut one = |value: &String| if dice.one_in(3) { with_days(dice, value) } else { json!(value) };
    let listed: Vec<Value> = all.iter().map(&mut one).collect();
    match (listed.len(), dice.below(4)) {
        (0, 0) => None,
        (1, 1) => listed.into_iter().next(),
        _ => Some(json!(listed)),
    }
}

fn with_days(dice: &mut Dice, value: &str) -> Value {
    let (from, to) = days(dice);
    table([("id", Some(json!(value))), ("from", from), ("to", to)])
}

fn checks(dice: &mut Dice, plan: &Plan) -> Vec<Value> {
    let all = plan.standards.iter().flat_map(|standard| standard.checks.iter().map(move |check| (standard, check)));
    let all: Vec<(String, String)> = all.map(|(standard, check)| (standard.id.clone(), check.clone())).collect();
    let alone = |check: &String| all.iter().filter(|(_, other)| other == check).count() == 1;
    let passed = dice.several(&all, 0, all.len()).into_iter();
    passed
        .map(|(standard, check)| {
            let short = alone(&check) && dice.one_in(2);
            let written = if short { check } else { format!("{standard}/{check}") };
            if dice.one_in(3) { with_days(dice, &written) } else { json!(written) }
        })
        .collect()
}

fn memberships(dice: &mut Dice, cast: &Cast) -> Vec<Value> {
    let one = |dice: &mut Dice| {
        let (from, to) = dice.some(2, days).unwrap_or_default();
        table([
            ("member", Some(json!(dice.pick(cast.of(Kind::Member))))),
            ("studio", Some(json!(dice.pick(cast.of(Kind::Studio))))),
            ("role", dice.some(2, |dice| json!(dice.pick(&and_more(&ROLES))))),
            ("from", from),
            ("to", to),
        ])
    };
    (0..dice.below(6)).map(|_| one(dice)).collect()
}

fn links(dice: &mut Dice, cast: &Cast) -> Vec<Value> {
    let one = |dice: &mut Dice| {
        let (kind, from, to) = dice.pick(&LINKS);
        let mut end = |kind: Kind| json!(format!("{}:{}", kind.word(), dice.pick(cast.of(kind))));
        let (from, to) = (end(from), end(to));
        let (since, until) = dice.some(2, days).unwrap_or_default();
        table([("kind", Some(json!(kind))), ("from", Some(from)), ("to", Some(to)), ("since", since), ("until", until)])
    };
    (0..dice.below(7)).map(|_| one(dice)).collect()
}
