//! What a `when` asks of a record and a `for` of a subject.

use std::collections::BTreeMap;

use serde_json::Value;

use super::day::Day;
use super::ledger::Involved;
use super::number::{ONE, decimal, figure, many};
use super::shape::{entries, field, list};
use super::world::{Subject, World};

/// Whether one asked-for value holds of the values there are.
fn holds(asked: &Value, there: &[&str]) -> bool {
    match asked {
        Value::Bool(present) => *present != there.is_empty(),
        Value::String(value) => there.contains(&value.as_str()),
        Value::Array(any) => any.iter().any(|one| holds(one, there)),
        Value::Object(table) => table.get("not").is_some_and(|not| !holds(not, there)),
        _ => false,
    }
}

/// Whether a subject passes a `for` on a day. No `for` is passed by all.
pub(super) fn passes(asked: Option<&Value>, subject: Subject, day: Day) -> bool {
    let any = list(asked);
    any.is_empty() && !asked.is_some_and(Value::is_array) || any.iter().any(|table| fits(table, subject, day))
}

fn fits(table: &Value, subject: Subject, day: Day) -> bool {
    entries(Some(table)).iter().all(|(key, asked)| match *key {
        "attr" => {
            entries(Some(asked)).iter().all(|(name, asked)| holds(asked, &subject.values(&format!("attr.{name}"), day)))
        }
        key => holds(asked, &subject.values(key, day)),
    })
}

/// Whether an involvement matches a `when`. No `when` is matched by all.
pub(super) fn matches(world: &World, asked: Option<&Value>, involved: &Involved) -> bool {
    let any = list(asked);
    any.is_empty() && !asked.is_some_and(Value::is_array) || any.iter().any(|table| agrees(world, table, involved))
}

fn agrees(world: &World, table: &Value, involved: &Involved) -> bool {
    let (personal, shared): (Vec<_>, Vec<_>) =
        entries(Some(table)).into_iter().partition(|(key, _)| world.personal(key));
    // One and the same participation carries all that is asked of participations.
    let carries = |facets: &BTreeMap<String, String>| {
        let mut keys = personal.iter();
        keys.all(|(key, asked)| holds(asked, &own(facets, key)))
    };
    let one = match involved.parts.as_slice() {
        [] => carries(&BTreeMap::new()),
        parts => parts.iter().any(|part| carries(&part.facets)),
    };
    one && shared.iter().all(|(key, asked)| answers(world, key, asked, involved))
}

/// The value of a facet, where there is one.
fn own<'f>(facets: &'f BTreeMap<String, String>, facet: &str) -> Vec<&'f str> {
    facets.get(facet).map(String::as_str).into_iter().collect()
}

/// Whether the record answers one key that is not about a single participation.
fn answers(world: &World, key: &str, asked: &Value, involved: &Involved) -> bool {
    let record = involved.record;
    let named = |kind: &str| record.named.get(kind).map(String::as_str);
    let typed = |kind: &'static str| {
        let entity = world.subject(kind, named(kind).unwrap_or_default());
        entity.map(|entity| entity.values("type", record.date)).unwrap_or_default()
    };
    match key {
        "kind" => holds(asked, &[record.kind.as_str()]),
        "studio" | "unit" => holds(asked, &named(key).into_iter().collect::<Vec<_>>()),
        "studio_type" => holds(asked, &typed("studio")),
        "unit_type" => holds(asked, &typed("unit")),
        "people" => people(asked, involved),
        facet => holds(asked, &own(&record.facets, facet)),
    }
}

/// Whether the record has so many approved participants.
fn people(asked: &Value, involved: &Involved) -> bool {
    match asked {
        Value::Array(any) => any.iter().any(|one| people(one, involved)),
        Value::Object(table) if table.contains_key("not") => table.get("not").is_some_and(|not| !people(not, involved)),
        Value::Object(_) => {
            let value = field(asked, "value").unwrap_or(&Value::Bool(true));
            let facet = field(asked, "facet").and_then(Value::as_str);
            let carries = |facets| facet.is_none_or(|facet| holds(value, &own(facets, facet)));
            let approved = involved.record.approved();
            let count = many(approved.iter().filter(|part| carries(&part.facets)).count()) * ONE;
            figure(asked, "at_least").is_none_or(|least| least <= count)
                && figure(asked, "at_most").is_none_or(|most| count <= most)
        }
        number => decimal(number) == many(involved.record.approved().len()) * ONE,
    }
}
