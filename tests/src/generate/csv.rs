//! A ledger as a flat table: the same records, one row for each member.

use serde_json::{Map, Value, json};

use super::dice::Dice;

/// The built-in columns of a table, with the words that may head them.
const COLUMNS: [(&str, &str); 14] = [
    ("record", "编号"),
    ("date", "日期"),
    ("member", "委员"),
    ("kind", "类型"),
    ("studio", "工作室"),
    ("unit", "单位"),
    ("group", "活动组"),
    ("committee", "专委会"),
    ("sector", "界别"),
    ("work", "成果"),
    ("quantity", "数量"),
    ("score", "得分"),
    ("status", "状态"),
    ("note", "备注"),
];

/// What a row has of its own.
const OWN: [&str; 3] = ["quantity", "score", "status"];

/// Makes of a ledger one that a table can say as well: every record has an id, and every participant figures of its own; those of the
/// record itself stay where it may have a row without a member.
pub fn flatten(ledger: &mut Value) {
    for (nth, record) in (0..).zip(ledger.as_array_mut().into_iter().flatten()) {
        let Value::Object(record) = record else { continue };
        record.entry("id").or_insert_with(|| json!(format!("X{nth}")));
        let own = OWN.map(|key| (key, record.get(key).cloned().filter(|value| !value.is_null())));
        let parts: Vec<&mut Value> = record.get_mut("by").and_then(Value::as_array_mut).into_iter().flatten().collect();
        if parts.is_empty() {
            continue;
        }
        for part in parts.into_iter().filter_map(Value::as_object_mut) {
            for (key, value) in own.iter().filter_map(|(key, value)| Some((*key, value.clone()?))) {
                let there = part.get(key).is_some_and(|own| !own.is_null());
                if !there {
                    part.insert(key.to_owned(), value);
                }
            }
        }
        if !owned(record) {
            for key in OWN {
                record.shift_remove(key);
            }
        }
    }
}

/// Whether it may stand without a member.
fn owned(record: &Map<String, Value>) -> bool {
    ["studio", "group", "committee", "sector"].iter().any(|key| record.get(*key).is_some_and(|value| !value.is_null()))
}

/// Writes a flattened ledger as CSV, its columns in any order, headed by any of their names.
pub fn csv(dice: &mut Dice, ledger: &Value, rulebook: &Value) -> String {
    let facets = rulebook.get("facets").and_then(Value::as_object).into_iter().flatten();
    let labels = facets.filter_map(|(id, facet)| Some((id.as_str(), facet.get("label")?.as_str()?)));
    let mut columns: Vec<(&str, &str)> = COLUMNS.into_iter().chain(labels).collect();
    dice.shuffle(&mut columns);
    let headings: Vec<Value> =
        columns.iter().map(|(id, heading)| json!(if dice.one_in(2) { id } else { heading })).collect();
    let mut text = String::from(if dice.one_in(2) { "\u{feff}" } else { "" });
    line(dice, &mut text, &headings);
    for record in ledger.as_array().into_iter().flatten().filter_map(Value::as_object) {
        let mut parts: Vec<&Map<String, Value>> =
            record.get("by").and_then(Value::as_array).into_iter().flatten().filter_map(Value::as_object).collect();
        let alone = Map::new();
        // What is the record's own has a row without a member.
        if parts.is_empty() || OWN.iter().any(|key| record.contains_key(*key)) {
            parts.push(&alone);
        }
        dice.shuffle(&mut parts);
        for (nth, part) in parts.iter().enumerate() {
            let cell = |(id, _): &(&str, &str)| {
                let own = if part.is_empty() { record } else { part };
                let value = match *id {
                    "record" => record.get("id"),
                    id if OWN.contains(&id) => own.get(id),
                    "date" | "kind" => record.get(*id),
                    "member" | "role" | "turnout" => part.get(*id),
                    // What belongs to the whole record may be said once; a row without a member says whose it is.
                    id if nth == 0 || part.is_empty() || dice.one_in(2) => record.get(id),
                    _ => None,
                };
                value.cloned().unwrap_or_default()
            };
            let cells: Vec<Value> = columns.iter().map(cell).collect();
            line(dice, &mut text, &cells);
        }
    }
    text
}

fn line(dice: &mut Dice, text: &mut String, cells: &[Value]) {
    let written = |cell: &Value| match cell {
        Value::Null => String::new(),
        Value::String(word) => word.clone(),
        number => number.to_string(),
    };
    let mut cells: Vec<String> = cells.iter().map(written).collect();
    // Blank cells at the end need not be there; the first says that the line is no empty one.
    while cells.len() > 1 && cells.last().is_some_and(String::is_empty) && dice.one_in(2) {
        cells.pop();
    }
    for cell in &mut cells {
        match dice.below(8) {
            0 => *cell = format!("\"{}\"", cell.replace('"', "\"\"")),
            1 => *cell = format!(" {cell} "),
            _ => {}
        }
    }
    text.push_str(&cells.join(","));
    text.push_str(dice.pick(&["\n", "\n", "\r\n", "\n\n"]));
}
