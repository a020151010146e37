//! Whatever the text, reading either gives a roster that finds its own entities, or faults in the order of the text.

use proptest::prelude::*;

use super::tests::WHOLE;
use crate::EntityKind;
use crate::roster::Roster;

/// Rosters that are nearly well: the right keys, mostly, with values that are sometimes right.
fn almost_a_roster() -> impl Strategy<Value = String> {
    const KEYS: [&str; 34] = [
        "members",
        "sectors",
        "committees",
        "groups",
        "units",
        "studios",
        "memberships",
        "links",
        "id",
        "name",
        "sector",
        "party",
        "posts",
        "tags",
        "attrs",
        "checks",
        "joined",
        "left",
        "scored",
        "type",
        "mode",
        "region",
        "history",
        "state",
        "date",
        "member",
        "studio",
        "role",
        "from",
        "to",
        "kind",
        "since",
        "until",
        "x",
    ];
    const LEAVES: [&str; 16] = [
        "null",
        "true",
        "7",
        "1e999",
        "\"\"",
        "\"a\"",
        "\"b\"",
        "\"甲\"",
        "\"online\"",
        "\"2022-01-01\"",
        "\"2021-12-31\"",
        "\"2022-02-30\"",
        "\"member:a\"",
        "\"sector:b\"",
        "\":\"",
        "\"\\ud83d\\ude00\\\"\"",
    ];
    let leaf = proptest::sample::select(LEAVES.to_vec()).prop_map(str::to_owned);
    leaf.prop_recursive(5, 60, 6, |inner| {
        let entry = (proptest::sample::select(KEYS.to_vec()), inner.clone())
            .prop_map(|(key, value)| format!("\"{key}\": {value}"));
        prop_oneof![
            prop::collection::vec(inner, 0..4).prop_map(|items| format!("[{}]", items.join(","))),
            prop::collection::vec(entry, 0..6).prop_map(|entries| format!("{{{}}}", entries.join(",\n"))),
        ]
    })
}

fn sound(text: &str) {
    match Roster::from_json(text) {
        Ok(roster) => {
            for kind in EntityKind::ALL {
                for entity in roster.entities(kind) {
                    assert_eq!(roster.find(kind, roster.id(entity)), Some(entity));
                }
            }
        }
        Err(faults) => {
            assert!(!faults.is_empty());
            assert!(faults.iter().map(|fault| fault.place().bytes.start).is_sorted());
        }
    }
}

proptest! {
    #[test]
    fn reading_never_panics(text in almost_a_roster()) {
        sound(&text);
    }

    #[test]
    fn reading_a_mutilated_roster_never_panics(at in 0..WHOLE.len(), length in 0_usize..40, with in "[\\[\\]{}\",:a0-]{0,4}") {
        let mut text = WHOLE.as_bytes().to_vec();
        text.splice(at..(at + length).min(WHOLE.len()), with.bytes());
        sound(&String::from_utf8_lossy(&text));
    }
}
