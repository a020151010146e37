use serde_json::{Value, json};

use super::Place;
use crate::Severity;
use crate::audit::{Audit, Detail, FindingCode};

const RULES: &str = r#"
kinds = { opinion = "社情民意信息", meeting = "会议" }
roles = { head = "负责人" }
links = { committee-studio = { label = "专委会联系工作室", from = "committee", to = "studio" } }
lifecycle = { states = [
  { id = "applied", label = "申报" }, { id = "running", label = "运行", active = true }, { id = "closed", label = "撤销" },
], moves = [
  { from = "applied", to = "running", label = "授牌", clause = "第六条", require = ["haves", "heads"] },
  { from = "running", to = "closed" }, { from = "closed", to = "running", require = ["haves"] },
  { from = "running", to = "closed", label = "整改后撤销" },
] }
standard = [{ id = "haves", label = "两有", clause = "第五条", subject = "studio", checks = [{ id = "venue", label = "场地" }, { id = "sign", label = "牌子" }] }]
bound = [
  { id = "heads", label = "一名负责人", subject = "studio", relation = "membership", role = "head", other = { party = "中共党员" }, at_least = 1, at_most = 1 },
  { id = "linked", label = "有专委会联系", subject = "studio", relation = "committee-studio", at_least = 1 },
]
duty = [{ id = "monthly", label = "每月两条", clause = "第三条", subject = "studio", when = { kind = "opinion" }, at_least = 2, window = "month" }]
flow = [{ id = "hotline", label = "直通车", clause = "第九条", steps = [{ id = "assign", label = "交办", within_days = 2, by = "办公室", clause = "第九条第1款" }, { id = "reply", label = "答复", within_days = 7 }] }]
"#;

fn audit(studio: &Value, matters: Value, as_of: &str) -> Audit {
    let roster = json!({
        "members": [{ "id": "M1", "joined": "2023-02-01", "left": "2023-02-28" }],
        "studios": [studio],
        "memberships": [{ "member": "M1", "studio": "S1", "role": "head" }],
    });
    let ledger = json!([
        { "id": "R1", "date": "2023-01-31", "kind": "opinion", "studio": "S1", "by": [{ "member": "M1" }] },
        { "id": "R2", "date": "2023-03-02", "kind": "opinion", "studio": "S1" },
    ]);
    Place { ledger, matters, ..Place::new(RULES, roster) }.audit("2023-H1", Some(as_of))
}

/// The facts of the first finding of a code, with its label and clause.
fn facts(audit: &Audit, code: FindingCode) -> Value {
    let found = audit.findings.iter().find(|found| found.code == code).unwrap();
    serde_json::to_value((&found.label, &found.clause, &found.detail)).unwrap()
}

fn studio(states: &[(&str, &str)]) -> Value {
    let history: Vec<Value> = states.iter().map(|(state, date)| json!({ "state": state, "date": date })).collect();
    json!({ "id": "S1", "checks": ["venue"], "history": history })
}

#[test]
fn a_history_tells_what_could_have_been() {
    let studio = studio(&[("running2", "2022-01-01"), ("applied", "2022-05-01"), ("closed", "2022-04-01")]);
    let audit = audit(&studio, json!([]), "2023-04-15");
    let (applied, running, closed) = (
        json!({ "state": "applied", "label": "申报" }),
        json!({ "state": "running", "label": "运行" }),
        json!({ "state": "closed", "label": "撤销" }),
    );
    assert_eq!(
        facts(&audit, FindingCode::UnknownState),
        json!([null, null, { "what": "unknown-state", "state": "running2", "known": [applied, running, closed], "near": running }])
    );
    assert_eq!(
        facts(&audit, FindingCode::BackwardsDate),
        json!([null, null, { "what": "backwards-date", "state": closed, "before": applied, "since": "2022-05-01" }])
    );
    assert_eq!(
        facts(&audit, FindingCode::IllegalMove),
        json!([null, null, { "what": "illegal-move", "from": applied, "to": closed, "allowed": [running] }])
    );
    assert_eq!(
        facts(&audit, FindingCode::NotActive)[2],
        json!({ "what": "not-active", "record": { "record": "R1", "kind": "社情民意信息" }, "state": closed })
    );
}

#[test]
fn a_move_tells_what_was_wanting() {
    let audit = audit(&studio(&[("applied", "2022-01-01"), ("running", "2022-05-01")]), json!([]), "2023-04-15");
    assert_eq!(
        facts(&audit, FindingCode::UnmetRequirement),
        json!(["授牌", "第六条", {
            "what": "unmet-requirement",
            "from": { "state": "applied", "label": "申报" },
            "to": { "state": "running", "label": "运行" },
            "unmet": [
                { "rule": "haves", "label": "两有", "clause": "第五条",
                  "lack": { "what": "checks", "missing": [{ "check": "sign", "label": "牌子" }] }, "met_now": false },
                { "rule": "heads", "label": "一名负责人", "clause": null, "lack": { "what": "count", "n": 0, "at_least": 1, "at_most": 1,
                  "other": { "kind": "member", "role": "负责人", "link": null, "some": true } }, "met_now": false },
            ],
        }])
    );
    assert_eq!(
        facts(&audit, FindingCode::StandardIncomplete),
        json!(["两有", "第五条", { "what": "standard-incomplete", "met": 1, "of": 2, "missing": [{ "check": "sign", "label": "牌子" }] }])
    );
    let linked = audit.findings.iter().find(|found| *found.rule == *"linked").unwrap();
    assert_eq!(
        serde_json::to_value(&linked.detail).unwrap(),
        json!({
            "what": "bound-broken", "n": 0, "at_least": 1, "at_most": null,
            "other": { "kind": "committee", "role": null, "link": "专委会联系工作室", "some": false },
        })
    );
}

#[test]
fn a_duty_tells_every_window() {
    let audit = audit(&studio(&[("running", "2022-05-01")]), json!([]), "2023-04-15");
    let windows = |code: FindingCode| {
        let facts = facts(&audit, code);
        let windows = facts[2]["windows"].as_array().unwrap().iter();
        let window =
            |window: &Value| format!("{} {}", window["due"].as_str().unwrap(), window["count"].as_str().unwrap());
        (facts[1].clone(), facts[2]["kinds"].clone(), windows.map(window).collect::<Vec<_>>())
    };
    let kinds = json!(["社情民意信息"]);
    assert_eq!(
        windows(FindingCode::DutyMissed),
        (json!("第三条"), kinds.clone(), vec!["2023-01-31 1".into(), "2023-02-28 0".into(), "2023-03-31 1".into()])
    );
    assert_eq!(
        windows(FindingCode::DutyDue),
        (json!("第三条"), kinds, vec!["2023-04-30 0".into(), "2023-05-31 0".into(), "2023-06-30 0".into()])
    );
    assert_eq!(
        facts(&audit, FindingCode::NotSeated)[2],
        json!({
            "what": "not-seated", "record": { "record": "R1", "kind": "社情民意信息" }, "joined": "2023-02-01", "left": "2023-02-28",
        })
    );
}

#[test]
fn a_matter_tells_how_late_it_is() {
    let matter = |id: &str, steps: Value| json!({ "id": id, "flow": "hotline", "studio": "S1", "opened": "2023-03-01", "steps": steps });
    let matters =
        json!([matter("T1", json!({})), matter("T2", json!({ "assign": "2023-03-02", "reply": "2023-03-12" })),]);
    let audit = audit(&studio(&[("running", "2022-05-01")]), matters, "2023-04-15");
    assert_eq!(
        facts(&audit, FindingCode::MatterOverdue),
        json!(["交办", "第九条第1款", {
            "what": "matter-overdue", "flow": "hotline", "flow_label": "直通车", "opened": "2023-03-01",
            "studio": { "kind": "studio", "id": "S1", "name": "S1" },
            "step": { "step": "assign", "label": "交办", "clause": "第九条第1款", "by": "办公室", "state": "overdue", "deadline": "2023-03-03", "must": false, "done": null },
            "days": 43,
        }])
    );
    let late = facts(&audit, FindingCode::MatterLate);
    assert_eq!(
        (&late[1], &late[2]["step"]["done"], &late[2]["days"]),
        (&json!("第九条"), &json!("2023-03-12"), &json!(3))
    );
}

#[test]
fn a_requirement_that_is_met_by_now_has_only_to_be_checked() {
    let mut studio = studio(&[("applied", "2022-01-01"), ("running", "2022-05-01")]);
    let found = |studio: &Value, day: &str| {
        let audit = audit(studio, json!([]), day);
        let found = audit.findings.iter().find(|found| found.code == FindingCode::UnmetRequirement).unwrap();
        let Detail::UnmetRequirement { unmet, .. } = &found.detail else { panic!("{found:?}") };
        (found.severity, unmet.iter().map(|unmet| unmet.met_now).collect::<Vec<_>>())
    };
    studio["checks"] = json!(["venue", { "id": "sign", "from": "2023-02-10" }]);
    assert_eq!(found(&studio, "2023-02-09"), (Severity::Error, vec![false, false]));
    // M1, its head, sits in February alone, and is of no party; the bound asks for one.
    assert_eq!(found(&studio, "2023-02-10"), (Severity::Error, vec![true, false]));
    // Without the bound nothing is wanting any more.
    let rules = r#"
lifecycle = { states = [{ id = "applied", label = "申报" }, { id = "running", label = "运行", active = true }], moves = [{ from = "applied", to = "running", require = ["haves"] }] }
standard = [{ id = "haves", label = "两有", subject = "studio", checks = [{ id = "venue", label = "场地" }, { id = "sign", label = "牌子" }] }]
"#;
    let place = Place::new(rules, json!({ "studios": [studio] }));
    let weight =
        |day: &str| place.audit("2023-H1", Some(day)).findings.first().map(|found| (found.code, found.severity));
    assert_eq!(weight("2023-02-09"), Some((FindingCode::UnmetRequirement, Severity::Error)));
    assert_eq!(weight("2023-02-10"), Some((FindingCode::UnmetRequirement, Severity::Warning)));
    assert_eq!(FindingCode::UnmetRequirement.severity(), Severity::Error);
}
