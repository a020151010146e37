use serde_json::json;

use super::{Place, dated};
use crate::audit::FindingCode;

const RULES: &str = r#"
kinds = { opinion = "社情民意信息", study = "学习" }
lifecycle = { states = [{ id = "applied", label = "申报" }, { id = "running", label = "运行", active = true }], moves = [{ from = "applied", to = "running" }] }
duty = [
  { id = "monthly", label = "每月一条", clause = "第三条", subject = "studio", when = { kind = "opinion" }, at_least = 1, window = "month" },
  { id = "days", label = "全年学习两天半", subject = "member", when = { kind = "study" }, at_least = 2.5, count = "quantity" },
]
"#;

fn place() -> Place {
    let roster = json!({
        "members": [{ "id": "M2", "name": "乙" }, { "id": "M1", "left": "2023-11-30" }],
        "studios": [
            { "id": "S2", "history": [{ "state": "applied", "date": "2022-01-01" }, { "state": "running", "date": "2023-02-01" }] },
            { "id": "S1", "name": "一室" },
        ],
    });
    let ledger = json!([
        { "id": "R1", "date": "2023-01-31", "kind": "opinion", "studio": "S1" },
        { "id": "R2", "date": "2023-03-01", "kind": "opinion", "studio": "S1" },
        { "id": "R3", "date": "2023-03-02", "kind": "opinion", "studio": "S1" },
        { "id": "R4", "date": "2023-04-30", "kind": "opinion", "studio": "S2" },
        { "id": "R5", "date": "2023-01-02", "kind": "study", "by": [{ "member": "M2", "quantity": 1.5 }] },
    ]);
    Place { ledger, ..Place::new(RULES, roster) }
}

#[test]
fn a_table_has_a_row_for_everybody_and_a_window_for_every_month() {
    let audit = place().audit("2023-H1", Some("2023-04-15"));
    let monthly = audit.duty("monthly").unwrap();
    assert_eq!((&*monthly.label, monthly.clause.as_deref()), ("每月一条", Some("第三条")));
    let rows = serde_json::to_value(&monthly.rows).unwrap();
    let statuses = |row: usize| {
        rows[row]["windows"].as_array().unwrap().iter().map(|window| window["status"].clone()).collect::<Vec<_>>()
    };
    assert_eq!((&rows[0]["id"], &rows[0]["name"]), (&json!("S1"), &json!("一室")));
    assert_eq!(statuses(0), ["met", "missed", "met", "pending", "pending", "pending"]);
    assert_eq!(statuses(1), ["exempt", "missed", "missed", "pending", "pending", "pending"]);
    assert_eq!(
        rows[0]["windows"][2],
        json!({ "window": { "from": "2023-03-01", "to": "2023-03-31" }, "status": "met", "count": "2", "due": "2023-03-31", "waiting": 0 })
    );
    assert_eq!(rows[0]["rate"], json!({ "part": 2, "whole": 3, "figure": "0.67" }));
    assert_eq!(rows[1]["rate"], json!({ "part": 0, "whole": 2, "figure": "0.00" }));
    assert_eq!(serde_json::to_value(monthly.rate).unwrap(), json!({ "part": 2, "whole": 5, "figure": "0.40" }));
}

#[test]
fn a_duty_longer_than_the_period_is_asked_whole() {
    let audit = place().audit("2023-H1", None);
    let rows = serde_json::to_value(&audit.duty("days").unwrap().rows).unwrap();
    assert_eq!(
        rows[0]["windows"],
        json!([{ "window": { "from": "2023-01-01", "to": "2023-12-31" }, "status": "exempt", "count": "0", "due": "2023-12-31", "waiting": 0 }])
    );
    assert_eq!((&rows[0]["id"], &rows[0]["rate"]), (&json!("M1"), &json!(null)));
    assert_eq!((&rows[1]["windows"][0]["status"], &rows[1]["windows"][0]["count"]), (&json!("pending"), &json!("1.5")));
}

#[test]
fn a_duty_is_found_once_for_a_subject_with_the_first_window_in_question() {
    let audit = place().audit("2023-H1", Some("2023-04-15"));
    let duties = [FindingCode::DutyMissed, FindingCode::DutyDue];
    let found = [
        "duty-missed monthly S1 2023-02-28",
        "duty-missed monthly S2 2023-02-28",
        "duty-due days M2 2023-12-31",
        "duty-due monthly S1 2023-04-30",
        "duty-due monthly S2 2023-04-30",
    ];
    assert_eq!(dated(&audit, &duties), found);
}
