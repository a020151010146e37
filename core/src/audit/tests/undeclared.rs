use serde_json::{Value, json};

use super::Place;

fn found(rules: &'static str, roster: Value) -> Vec<Value> {
    let audit = Place::new(rules, roster).audit("2023", None);
    audit.undeclared.iter().map(|found| serde_json::to_value(found).unwrap()).collect()
}

fn in_words(found: &[Value]) -> Vec<String> {
    let one = |found: &Value| {
        let text = |value: &Value| value.as_str().unwrap_or("-").to_owned();
        format!("{} {} {} {}", text(&found["place"]["what"]), text(&found["word"]), text(&found["near"]), found["ids"])
    };
    found.iter().map(one).collect()
}

const RULES: &str = r#"
posts = { standing = { label = "常委", aliases = ["常务委员"] }, chair = "主席" }
roles = { head = "负责人" }
studio_types = { sector = "界别型" }
unit_types = { village = "村" }
attrs = { level = { label = "级别", values = { county = "县级", town = "镇级" } } }
"#;

#[test]
fn every_vocabulary_is_asked_about() {
    let roster = json!({
        "members": [
            { "id": "b", "posts": ["常委"], "tags": ["expert"], "attrs": { "level2": "county", "phone": "1" } },
            { "id": "a", "posts": ["常委", { "id": "standing2", "to": "2020-12-31" }], "attrs": { "level": ["county"] } },
        ],
        "studios": [{ "id": "S1", "type": "sector2", "attrs": { "level": "区级" } }],
        "units": [{ "id": "U1", "type": "village" }, { "id": "U2", "type": "工厂", "attrs": { "level": "区级" } }],
        "memberships": [{ "member": "a", "studio": "S1", "role": "负责人" }, { "member": "b", "studio": "S1" }],
    });
    let found = found(RULES, roster);
    assert_eq!(
        in_words(&found),
        [
            r#"post standing2 standing ["a"]"#,
            r#"post 常委 standing ["a","b"]"#,
            r#"role 负责人 head ["a"]"#,
            r#"studio-type sector2 sector ["S1"]"#,
            r#"unit-type 工厂 - ["U2"]"#,
            r#"attr level2 level ["b"]"#,
            r#"value 区级 county ["U2"]"#,
            r#"value 区级 county ["S1"]"#,
        ]
    );
    assert_eq!(
        found[1],
        json!({
            "place": { "what": "post" }, "word": "常委", "near": "standing", "near_label": "常委",
            "kind": "member", "ids": ["a", "b"],
        })
    );
    assert_eq!(found[7]["place"], json!({ "what": "value", "attr": "level", "label": "级别" }));
}

#[test]
fn what_a_rulebook_never_speaks_of_is_no_word_of_it() {
    let roster = json!({
        "members": [{ "id": "a", "posts": ["standing"], "tags": ["expert"], "attrs": { "level": "county" } }],
        "studios": [{ "id": "S1", "type": "sector" }],
        "memberships": [{ "member": "a", "studio": "S1", "role": "head" }],
    });
    assert_eq!(found("", roster), [] as [Value; 0]);
}
