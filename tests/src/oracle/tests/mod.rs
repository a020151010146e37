//! Cases worked by hand.

mod awards;
mod periods;
mod published;
mod relations;
mod values;

use serde_json::{Value, json};

use super::Case;

/// Where what came out lacks something that was expected.
fn missing(path: &str, expected: &Value, found: &Value) -> Vec<String> {
    match (expected, found) {
        (Value::Object(table), Value::Object(there)) if !table.is_empty() => table
            .iter()
            .flat_map(|(key, value)| {
                let there = there.get(key).unwrap_or(&Value::Null);
                missing(&format!("{path}/{key}"), value, there)
            })
            .collect(),
        _ if expected == found => Vec::new(),
        _ => vec![format!("{path}: expected {expected}, found {found}")],
    }
}

/// Every figure that a vector expects comes out.
#[track_caller]
fn agrees(vector: &Value) {
    let expected = vector.get("expect").unwrap_or(&Value::Null);
    assert!(expected.is_object(), "a case that expects nothing");
    let faults = missing("", expected, &Case::of(vector).expectations());
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}

/// A rulebook with a few words, a board of members, and the tables given.
fn rulebook(tables: Value) -> Value {
    let mut book = json!({
        "rulebook": { "format": 1, "id": "small", "title": "小办法", "term": { "from": "2022-01-01" } },
        "kinds": { "proposal": "提案", "meeting": "会议", "party": { "label": "党组会议", "scored": false } },
        "facets": {
            "outcome": { "label": "结果", "values": { "filed": "立案" } },
            "role": { "label": "身份", "on": "participation", "values": { "lead": "第一提案人", "co": "联名人" } },
            "presence": { "label": "出席", "on": "participation", "values": { "present": "出席", "absent": "缺席" } },
        },
        "posts": { "standing": "常委" },
        "board": [{ "id": "member", "title": "积分", "subject": "member" }],
    });
    if let (Some(book), Value::Object(tables)) = (book.as_object_mut(), tables) {
        book.extend(tables);
    }
    book
}

/// A record of one member's.
fn record(id: &str, date: &str, kind: &str, member: &str) -> Value {
    json!({ "id": id, "date": date, "kind": kind, "by": [{ "member": member }] })
}

/// A case for one member, `M`, in 2023.
fn single(tables: Value, ledger: &Value, expect: &Value) -> Value {
    json!({
        "rulebook": rulebook(tables),
        "roster": { "members": [{ "id": "M" }] },
        "ledger": ledger,
        "period": "2023",
        "expect": { "boards": { "member": { "M": expect } } },
    })
}
