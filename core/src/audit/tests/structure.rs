use serde_json::json;

use super::{Place, dated, in_words, said};
use crate::audit::{Detail, Finding, FindingCode};

const RULES: &str = r#"
roles = { head = "负责人", member = "驻室委员" }
studio_types = { area = "区域型" }
lifecycle = { states = [
  { id = "applied", label = "申报" }, { id = "running", label = "运行", active = true }, { id = "closed", label = "撤销" },
], moves = [
  { from = "applied", to = "running", label = "授牌", require = ["haves", "size", "area-only"] },
  { from = "running", to = "closed" },
  { from = "closed", to = "running", require = ["haves"] },
  { from = "closed", to = "running", label = "恢复" },
] }
bound = [
  { id = "size", label = "一至二人", subject = "studio", relation = "membership", role = "member", other = { party = "中共党员" }, at_least = 1, at_most = 2 },
  { id = "area-only", label = "区域型三人", subject = "studio", for = { type = "area" }, relation = "membership", at_least = 3 },
  { id = "placed", label = "人人进室", clause = "第四条", subject = "member", relation = "membership", at_least = 1 },
]
standard = [
  { id = "haves", label = "两有", subject = "studio", checks = [{ id = "venue", label = "场地" }, { id = "sign", label = "牌子" }] },
  { id = "unnamed", label = "六上墙", subject = "studio", for = { type = "area" }, checks = [] },
]
"#;

fn place(studio: &serde_json::Value) -> Place {
    let member = |id: &str, left: Option<&str>| json!({ "id": id, "party": "中共党员", "left": left });
    Place::new(
        RULES,
        json!({
            "members": [member("M1", None), member("M2", Some("2022-12-31")), { "id": "M3" }],
            "studios": [studio],
            "memberships": [
                { "member": "M1", "studio": "S1", "role": "member", "from": "2022-03-01", "to": "2022-12-31" },
                { "member": "M1", "studio": "S1", "role": "member", "from": "2023-01-01" },
                { "member": "M2", "studio": "S1", "role": "member" },
                { "member": "M3", "studio": "S1", "role": "head" },
            ],
        }),
    )
}

#[test]
fn a_bound_counts_who_sits_that_day_each_once() {
    let rows = |as_of| {
        let audit = place(&json!({ "id": "S1" })).audit("2023", Some(as_of));
        serde_json::to_value(&audit.bound("size").unwrap().rows).unwrap()
    };
    assert_eq!(rows("2023-06-30"), json!([{ "id": "S1", "name": "S1", "n": 1, "ok": true }]));
    assert_eq!(rows("2022-12-31")[0]["n"], 2);
    assert_eq!(rows("2022-02-28")[0]["n"], 1);

    let audit = place(&json!({ "id": "S1", "type": "area" })).audit("2023", None);
    assert_eq!(audit.bound("area-only").unwrap().rows[0].n, 2);
    assert!(!audit.bound("area-only").unwrap().rows[0].ok);
    let placed = audit.bound("placed").unwrap();
    assert_eq!(placed.clause.as_deref(), Some("第四条"));
    assert_eq!(placed.rows.iter().map(|row| row.id.as_str()).collect::<Vec<_>>(), ["M1", "M3"]);
    assert_eq!(placed.coverage.unwrap().figure.to_string(), "1.00");
}

#[test]
fn a_bound_is_not_asked_of_a_studio_that_does_not_run() {
    let audit =
        place(&json!({ "id": "S1", "history": [{ "state": "applied", "date": "2022-01-01" }] })).audit("2023", None);
    assert!(audit.bound("size").unwrap().rows.is_empty());
    assert_eq!(audit.bound("size").unwrap().coverage, None);
    assert_eq!(audit.standard("haves").unwrap().rows.len(), 1);
}

#[test]
fn a_standard_says_what_is_missing() {
    let audit =
        place(&json!({ "id": "S1", "type": "area", "checks": [{ "id": "haves/venue", "to": "2023-06-30" }, "sign"] }))
            .audit("2023", None);
    assert_eq!(
        serde_json::to_value(&audit.standard("haves").unwrap().rows).unwrap(),
        json!([{
            "id": "S1", "name": "S1", "met": 1, "of": 2, "share": { "part": 1, "whole": 2, "figure": "0.50" },
            "missing": [{ "check": "venue", "label": "场地" }],
        }])
    );
    let empty = &audit.standard("unnamed").unwrap().rows[0];
    assert_eq!((empty.met, empty.of, empty.share), (0, 0, None));
    assert_eq!(said(&audit.findings), [("bound-broken", "area-only", "S1"), ("standard-incomplete", "haves", "S1")]);
}

#[test]
fn a_history_is_looked_at_whole() {
    let history = json!([
        { "state": "试点", "date": "2022-01-01" },
        { "state": "running", "date": "2022-02-01" },
        { "state": "applied", "date": "2021-12-01" },
        { "state": "running", "date": "2022-02-01" },
        { "state": "running", "date": "2022-05-01" },
        { "state": "closed", "date": "2022-06-01" },
        { "state": "running", "date": "2030-06-01" },
    ]);
    let audit = place(&json!({ "id": "S1", "checks": "venue", "history": history })).audit("2023", None);
    let studio = audit.studio("S1").unwrap();
    assert_eq!((studio.state.as_deref(), studio.label.as_deref()), (Some("closed"), Some("撤销")));
    assert_eq!(
        studio.findings.iter().map(in_words).collect::<Vec<_>>(),
        [
            "unknown-state 试点 S1 2022-01-01",
            "backwards-date running→applied S1 2021-12-01",
            "illegal-move running→applied S1 2021-12-01",
            "unmet-requirement applied→running S1 2022-02-01",
            "illegal-move running→running S1 2022-05-01",
        ]
    );
    // M1 had not come yet; M2 alone is enough. The third bound is for another type of studio.
    assert_eq!(unmet(&studio.findings), ["haves"]);
    let moves = [FindingCode::UnmetRequirement, FindingCode::UnknownState];
    assert_eq!(
        dated(&audit, &moves),
        ["unknown-state 试点 S1 2022-01-01", "unmet-requirement applied→running S1 2022-02-01"]
    );
}

/// The rules that moves required in vain.
fn unmet(findings: &[Finding]) -> Vec<String> {
    let rules = |finding: &Finding| match &finding.detail {
        Detail::UnmetRequirement { unmet, .. } => unmet.iter().map(|unmet| unmet.rule.to_string()).collect(),
        _ => Vec::new(),
    };
    findings.iter().flat_map(rules).collect()
}

#[test]
fn studios_are_counted_by_state() {
    let studio = |id: &str, history: &serde_json::Value| json!({ "id": id, "history": history });
    let mut place = place(&studio("S1", &json!([{ "state": "running", "date": "2022-02-01" }])));
    for more in [
        studio("S2", &json!([{ "state": "running", "date": "2022-02-01" }])),
        studio("S3", &json!([{ "state": "applied", "date": "2022-02-01" }])),
        studio("S4", &json!([{ "state": "试点", "date": "2022-02-01" }])),
        studio("S5", &json!([{ "state": "applied", "date": "2030-01-01" }])),
        studio("S6", &json!([])),
    ] {
        place.roster["studios"].as_array_mut().unwrap().push(more);
    }
    let named = |id: &str| json!({ "kind": "studio", "id": id, "name": id });
    assert_eq!(
        serde_json::to_value(place.audit("2023", None).states).unwrap(),
        json!([
            { "state": { "state": "applied", "label": "申报" }, "active": false, "studios": [named("S3")] },
            { "state": { "state": "running", "label": "运行" }, "active": true, "studios": [named("S1"), named("S2")] },
            { "state": { "state": "试点", "label": "试点" }, "active": false, "studios": [named("S4")] },
            { "state": null, "active": false, "studios": [named("S5")] },
            { "state": null, "active": true, "studios": [named("S6")] },
        ])
    );
}

#[test]
fn a_bound_is_required_on_the_day_of_the_move() {
    let on = |day: &str, kind: Option<&str>| {
        let history = json!([{ "state": "applied", "date": "2020-01-01" }, { "state": "running", "date": day }]);
        let place = place(&json!({ "id": "S1", "type": kind, "checks": ["venue", "sign"], "history": history }));
        let findings = &place.audit("2023", None).lifecycle[0].findings;
        unmet(findings)
    };
    assert!(on("2022-03-01", None).is_empty());
    assert!(on("2022-03-01", Some("area")).is_empty());
    assert_eq!(on("2022-02-28", Some("area")), ["area-only"]);
}

#[test]
fn without_a_lifecycle_every_state_will_do() {
    let place = Place::new(
        "",
        json!({ "studios": [{ "id": "S1", "history": [{ "state": "x", "date": "2022-02-01" }, { "state": "y", "date": "2022-01-01" }] }] }),
    );
    let audit = place.audit("2023", None);
    assert_eq!(audit.studio("S1").unwrap().state.as_deref(), Some("y"));
    assert!(audit.findings.is_empty());
    assert_eq!(place.audit("2021", None).studio("S1").unwrap().state, None);
}
