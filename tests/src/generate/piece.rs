//! The pieces of a document: elements of lists and values of keys, each with the way to it.

use std::collections::VecDeque;

use serde_json::Value;

/// The ways to all pieces, the outer ones first.
pub(super) fn pieces(whole: &Value) -> Vec<Vec<usize>> {
    let mut found = Vec::new();
    let mut open = VecDeque::from([(Vec::new(), whole)]);
    while let Some((way, value)) = open.pop_front() {
        let inside: Vec<&Value> = match value {
            Value::Array(list) => list.iter().collect(),
            Value::Object(table) => table.values().collect(),
            _ => Vec::new(),
        };
        for (place, value) in inside.into_iter().enumerate() {
            let way: Vec<usize> = way.iter().copied().chain([place]).collect();
            found.push(way.clone());
            open.push_back((way, value));
        }
    }
    found
}

/// The piece at the end of a way.
pub(super) fn piece<'v>(value: &'v mut Value, way: &[usize]) -> Option<&'v mut Value> {
    let Some((&place, rest)) = way.split_first() else { return Some(value) };
    let inside = match value {
        Value::Array(list) => list.get_mut(place),
        Value::Object(table) => table.values_mut().nth(place),
        _ => None,
    };
    inside.and_then(|inside| piece(inside, rest))
}

/// Takes a piece out.
pub(super) fn remove(value: &mut Value, way: &[usize]) {
    let Some((&place, holder)) = way.split_last() else { return };
    match piece(value, holder) {
        Some(Value::Array(list)) if place < list.len() => drop(list.remove(place)),
        Some(Value::Object(table)) => {
            if let Some(key) = table.keys().nth(place).cloned() {
                table.shift_remove(&key);
            }
        }
        _ => {}
    }
}
