//! Whatever a rulebook has become by accident, reading it answers: with the rules, or with faults that have places.

use proptest::prelude::*;

use super::Rulebook;
use crate::document::{Document, Node, Value};

const TEXTS: [&str; 5] = [
    include_str!("../gallery/tongcheng.toml"),
    include_str!("../gallery/minhang.toml"),
    include_str!("../gallery/hefei.toml"),
    include_str!("../gallery/jinan.toml"),
    include_str!("../gallery/xuanwei.toml"),
];

/// What a slip of the hand may leave in the place of a value or of a key.
const SLIPS: [&str; 24] = [
    "0",
    "-1",
    "1e9",
    "99999999999999999999",
    "0.00001",
    "nan",
    "true",
    "\"\"",
    "\"提案\"",
    "\"proposal\"",
    "[]",
    "[[]]",
    "[[1, 2], [1, 3]]",
    "{}",
    "{ not = {} }",
    "[{}, 1]",
    "2023-02-29",
    "1899-01-01",
    "in",
    "when",
    "best = \"work\"",
    "window = \"term\"",
    "[[item]]",
    "«",
];

/// One accident: where (in thousandths of the lines), of what kind, and with what.
type Slip = (usize, u8, usize);

fn mutate(text: &str, slips: &[Slip]) -> String {
    let mut lines: Vec<String> = text.lines().map(str::to_owned).collect();
    for &(at, kind, with) in slips {
        if lines.is_empty() {
            break;
        }
        let (at, other) = (at * lines.len() / 1000, with * 7919 % lines.len());
        let slip = SLIPS[with % SLIPS.len()];
        match kind {
            0 => drop(lines.remove(at)),
            1 => lines.insert(other, lines[at].clone()),
            2 => lines.swap(at, other),
            3 => lines[at] = lines[at].split_once('=').map_or(slip.to_owned(), |(key, _)| format!("{key}= {slip}")),
            4 => lines[at] = lines[at].split_once('=').map_or(slip.to_owned(), |(_, value)| format!("{slip} ={value}")),
            5 => lines[at] = lines[at].chars().enumerate().filter(|(n, _)| *n != with % 40).map(|(_, c)| c).collect(),
            6 => lines[at] = lines[at].replacen(['"', '{', '[', ','], slip, 1),
            _ => {
                lines[at] = lines[at]
                    .replace("member", "studio")
                    .replace("record", "participation")
                    .replace("proposal", "meeting");
            }
        }
    }
    lines.join("\n")
}

/// The same document as JSON, its keys in the same order.
fn json(node: &Node) -> String {
    let quoted = |text: &str| serde_json::Value::from(text).to_string();
    match &node.value {
        Value::Null => "null".to_owned(),
        Value::Boolean(truth) => truth.to_string(),
        Value::Number(text) if serde_json::from_str::<serde_json::Number>(text).is_ok() => text.clone(),
        Value::Number(text) | Value::Text(text) | Value::Date(text) => quoted(text),
        Value::List(items) => format!("[{}]", items.iter().map(json).collect::<Vec<_>>().join(", ")),
        Value::Table(entries) => {
            let entries = entries.iter().map(|entry| format!("{}: {}", quoted(&entry.key), json(&entry.node)));
            format!("{{{}}}", entries.collect::<Vec<_>>().join(", "))
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(600) })]

    #[test]
    fn a_mutated_rulebook_is_read_or_refused(which in 0..TEXTS.len(), slips in prop::collection::vec((0..1000_usize, 0..8_u8, 0..1000_usize), 1..6)) {
        let text = mutate(TEXTS[which], &slips);
        if let Err(faults) = Rulebook::from_toml(&text) {
            prop_assert!(!faults.is_empty());
            for fault in &faults {
                let place = fault.place();
                prop_assert!(place.line > 0 && text.get(place.bytes.clone()).is_some(), "{fault}");
            }
        }
        if let Ok(document) = Document::from_toml(&text) {
            let _ = Rulebook::from_json(&json(&document.root));
        }
    }
}

#[test]
fn toml_and_json_say_the_same() {
    for text in TEXTS {
        let rulebook = Rulebook::from_toml(text).unwrap_or_else(|faults| panic!("{faults}"));
        let again =
            Rulebook::from_json(&json(&rulebook.rules().document.root)).unwrap_or_else(|faults| panic!("{faults}"));
        let rules = |rulebook: &Rulebook| {
            let rules = rulebook.rules();
            format!(
                "{:?}",
                (
                    &rules.head,
                    &rules.vocabulary,
                    &rules.items,
                    &rules.grades,
                    &rules.notices,
                    &rules.duties,
                    &rules.standards
                )
            )
        };
        assert_eq!(rules(&rulebook), rules(&again));
    }
}
