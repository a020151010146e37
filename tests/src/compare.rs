use serde_json::Value;

/// Compares what is named: objects by their named keys (an empty one means empty), lists whole and in order.
pub(crate) fn compare(path: &str, expected: &Value, found: &Value, differences: &mut Vec<String>) {
    match (expected, found) {
        (Value::Object(wanted), Value::Object(there)) if wanted.is_empty() => {
            if !there.is_empty() {
                differences.push(format!("{path}: expected nothing, found {found}"));
            }
        }
        (Value::Object(wanted), Value::Object(there)) => {
            for (key, expected) in wanted {
                match there.get(key) {
                    Some(found) => compare(&format!("{path}.{key}"), expected, found, differences),
                    None => differences.push(format!("{path}.{key}: expected {expected}, found nothing")),
                }
            }
        }
        (Value::Array(wanted), Value::Array(there)) => {
            if wanted.len() != there.len() {
                differences.push(format!("{path}: expected {expected}, found {found}"));
                return;
            }
            for (n, (expected, found)) in wanted.iter().zip(there).enumerate() {
                compare(&format!("{path}[{n}]"), expected, found, differences);
            }
        }
        _ if same(expected, found) => {}
        _ => differences.push(format!("{path}: expected {expected}, found {found}")),
    }
}

/// 1 and 1.0 are the same number.
fn same(a: &Value, b: &Value) -> bool {
    match (a.as_f64(), b.as_f64()) {
        (Some(a), Some(b)) => a.to_bits() == b.to_bits(),
        _ => a == b,
    }
}
