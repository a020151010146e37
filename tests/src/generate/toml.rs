//! A rulebook in its JSON form, written as TOML: every section a table, and all in it on one line a key.

use std::fmt::Write;

use serde_json::Value;

use super::dice::Dice;

/// Writes a rulebook as TOML. Dates stand as dates or as text, and keys as bare words where they can.
pub fn toml(dice: &mut Dice, rulebook: &Value) -> String {
    let mut text = String::new();
    for (section, value) in rulebook.as_object().into_iter().flatten() {
        match value {
            Value::Array(tables) => {
                for table in tables {
                    section_of(dice, &mut text, &format!("[[{section}]]"), table);
                }
            }
            table => section_of(dice, &mut text, &format!("[{section}]"), table),
        }
    }
    text
}

fn section_of(dice: &mut Dice, text: &mut String, header: &str, table: &Value) {
    // A text takes whatever is written to it.
    let _ = writeln!(text, "{header}");
    for (key, value) in table.as_object().into_iter().flatten() {
        let _ = writeln!(text, "{} = {}", bare(key), inline(dice, value));
    }
}

fn inline(dice: &mut Dice, value: &Value) -> String {
    match value {
        Value::Array(list) => {
            let list: Vec<String> = list.iter().map(|one| inline(dice, one)).collect();
            format!("[{}]", list.join(", "))
        }
        Value::Object(table) => {
            let keys: Vec<String> =
                table.iter().map(|(key, value)| format!("{} = {}", bare(key), inline(dice, value))).collect();
            format!("{{ {} }}", keys.join(", "))
        }
        Value::String(text) if is_day(text) && dice.one_in(2) => text.clone(),
        // What is text to JSON is text to TOML, escapes and all.
        other => other.to_string(),
    }
}

fn is_day(text: &str) -> bool {
    text.len() == 10
        && text
            .bytes()
            .enumerate()
            .all(|(place, byte)| if place == 4 || place == 7 { byte == b'-' } else { byte.is_ascii_digit() })
}

/// A key, in quotes where it must be.
fn bare(key: &str) -> String {
    let plain = !key.is_empty() && key.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'-' || byte == b'_');
    if plain { key.to_owned() } else { Value::from(key).to_string() }
}
