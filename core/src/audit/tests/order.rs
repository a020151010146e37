use serde_json::json;

use super::{Place, dated, said};
use crate::Severity;
use crate::audit::FindingCode;

const RULES: &str = r#"
kinds = { meeting = "会议" }
lifecycle = { states = [{ id = "applied", label = "申报" }, { id = "running", label = "运行", active = true }], moves = [{ from = "applied", to = "running" }] }
duty = [{ id = "meeting", label = "一次会议", subject = "member", when = { kind = "meeting" }, at_least = 1 }]
bound = [
  { id = "size", label = "每室一人", subject = "studio", relation = "membership", at_least = 1 },
  { id = "placed", label = "人人进室", subject = "member", relation = "membership", at_least = 1 },
]
"#;

fn place() -> Place {
    let roster = json!({
        "members": [{ "id": "b", "left": "2023-06-30" }, { "id": "a", "name": "甲" }],
        "studios": [
            { "id": "a", "history": [{ "state": "applied", "date": "2023-01-01" }, { "state": "running", "date": "2023-03-01" }, { "state": "stopped", "date": "2023-04-01" }] },
            { "id": "b" },
        ],
    });
    let ledger = json!([
        { "id": "R4", "date": "2023-05-01", "kind": "meeting", "studio": "a", "status": "void", "by": [{ "member": "a" }] },
        { "id": "R3", "date": "2023-03-31", "kind": "meeting", "studio": "a" },
        { "id": "R2", "date": "2023-02-28", "kind": "meeting", "studio": "a", "by": [{ "member": "b", "status": "pending" }, { "member": "a" }] },
        { "id": "R1", "date": "2023-07-01", "kind": "meeting", "studio": "b", "by": [{ "member": "b" }, { "member": "a" }] },
        { "id": "R0", "date": "2023-08-01", "kind": "meeting", "by": [{ "member": "b", "status": "rejected" }] },
    ]);
    Place { ledger, ..Place::new(RULES, roster) }
}

#[test]
fn findings_are_listed_by_code_then_rule_then_subject() {
    let audit = place().audit("2023", None);
    assert_eq!(
        said(&audit.findings),
        [
            ("unknown-state", "running→stopped", "a"),
            ("bound-broken", "placed", "a"),
            ("bound-broken", "size", "b"),
            ("not-seated", "R1", "b"),
            ("not-active", "R2", "a"),
        ]
    );
    let first = serde_json::to_value(&audit.findings[1]).unwrap();
    assert_eq!(
        first,
        json!({
            "code": "bound-broken", "severity": "error", "subject": "a", "kind": "member", "name": "甲",
            "rule": "placed", "label": "人人进室", "clause": null, "date": null,
            "detail": {
                "what": "bound-broken", "n": 0, "at_least": 1, "at_most": null,
                "other": { "kind": "studio", "role": null, "link": null, "some": false },
            },
        })
    );
}

#[test]
fn the_gravest_comes_first() {
    let audit = place().audit("2023", Some("2023-02-27"));
    let weights: Vec<_> = audit.by_severity().map(|found| (found.severity, found.code)).collect();
    assert!(weights.is_sorted() && weights.len() == audit.findings.len(), "{weights:?}");
    assert_eq!(audit.of_severity(Severity::Note).count(), 1);
    assert!(FindingCode::ALL.iter().all(|code| Severity::ALL.contains(&code.severity())));
}

#[test]
fn what_comes_after_the_day_is_left_out() {
    let records = [FindingCode::NotSeated, FindingCode::NotActive, FindingCode::DutyDue];
    assert_eq!(
        dated(&place().audit("2023", None), &records),
        ["not-seated R1 b 2023-07-01", "not-active R2 a 2023-02-28"]
    );
    assert_eq!(dated(&place().audit("2023", Some("2023-02-27")), &records), ["duty-due meeting a 2023-12-31"]);
}

#[test]
fn the_order_of_the_documents_never_shows() {
    let forward = place();
    let mut backward = place();
    backward.ledger.as_array_mut().unwrap().reverse();
    for list in ["members", "studios"] {
        backward.roster[list].as_array_mut().unwrap().reverse();
    }
    let text = |place: &Place| serde_json::to_string(&place.audit("2023", None)).unwrap();
    assert_eq!(text(&forward), text(&backward));
}

#[test]
fn every_code_is_a_word_of_its_own() {
    let words: std::collections::BTreeSet<_> = FindingCode::ALL.iter().map(|code| code.as_str()).collect();
    assert_eq!(words.len(), 12);
    assert!(FindingCode::ALL.is_sorted());
}
