//! Reading plain JSON: a missing key and null are the same, a list of one may stand bare.

use serde_json::Value;

/// The value of a key, where there is one that is not null.
pub(super) fn field<'a>(table: &'a Value, key: &str) -> Option<&'a Value> {
    table.get(key).filter(|value| !value.is_null())
}

/// The text of a key.
pub(super) fn text<'a>(table: &'a Value, key: &str) -> Option<&'a str> {
    field(table, key).and_then(Value::as_str)
}

/// The text of a key, empty where there is none.
pub(super) fn word<'a>(table: &'a Value, key: &str) -> &'a str {
    text(table, key).unwrap_or_default()
}

/// Whether a key is `true`.
pub(super) fn yes(table: &Value, key: &str) -> bool {
    field(table, key) == Some(&Value::Bool(true))
}

/// The elements of a value that may be missing, bare or a list.
pub(super) fn list(value: Option<&Value>) -> Vec<&Value> {
    match value {
        None | Some(Value::Null) => Vec::new(),
        Some(Value::Array(all)) => all.iter().collect(),
        Some(one) => vec![one],
    }
}

/// The elements of a key.
pub(super) fn each<'a>(table: &'a Value, key: &str) -> Vec<&'a Value> {
    list(table.get(key))
}

/// The texts of a key.
pub(super) fn words<'a>(table: &'a Value, key: &str) -> Vec<&'a str> {
    each(table, key).into_iter().filter_map(Value::as_str).collect()
}

/// The keys and values of a table, none where there is no table.
pub(super) fn entries(value: Option<&Value>) -> Vec<(&str, &Value)> {
    value
        .and_then(Value::as_object)
        .map(|table| table.iter().map(|(key, value)| (key.as_str(), value)).collect())
        .unwrap_or_default()
}
