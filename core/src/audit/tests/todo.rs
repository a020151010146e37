use serde_json::json;

use super::Place;
use crate::audit::{Audit, Task, Todo};
use crate::{Ledger, Matters};

const RULES: &str = r#"
kinds = { opinion = "社情民意信息", study = "学习", deed = "为民办实事", benefit = "公益活动" }
facets = { outcome = { label = "结果", values = { filed = "立案" } } }
duty = [
  { id = "monthly", label = "每月一条", clause = "第三条", subject = "studio", when = { kind = "opinion" }, at_least = 1, window = "month" },
  { id = "deed", label = "半年一件", subject = "studio", when = [{ kind = "deed" }, { kind = "benefit" }], at_least = 1, window = "half" },
  { id = "study", label = "学习两天半", subject = "member", when = { kind = { not = ["opinion"] } }, at_least = 2.5, count = "quantity" },
  { id = "few", label = "至多三条", subject = "studio", when = { kind = "opinion" }, at_most = 3, window = "month" },
  { id = "filed", label = "立案一至二条", subject = "studio", when = { kind = "opinion", outcome = "filed" }, at_least = 1, at_most = 2, window = "quarter" },
]
flow = [{ id = "hotline", label = "直通车", steps = [{ id = "assign", label = "交办", within_days = 2, by = "办公室" }, { id = "reply", label = "答复", within_days = 7 }] }]
"#;

fn place() -> Place {
    let roster = json!({ "members": [{ "id": "M1", "name": "甲" }], "studios": [{ "id": "S2" }, { "id": "S1", "name": "一室" }] });
    let ledger = json!([
        { "id": "R1", "date": "2023-05-02", "kind": "opinion", "studio": "S1", "outcome": "filed" },
        { "id": "R2", "date": "2023-02-02", "kind": "study", "by": [{ "member": "M1", "quantity": 1 }] },
    ]);
    let matter = |id: &str, opened: &str, steps: serde_json::Value| json!({ "id": id, "flow": "hotline", "opened": opened, "steps": steps });
    let matters = json!([
        matter("T1", "2023-05-14", json!({})),
        matter("T2", "2023-05-01", json!({})),
        matter("T3", "2023-05-10", json!({ "assign": "2023-05-11" })),
        matter("T4", "2023-05-16", json!({})),
        matter("T5", "2023-05-10", json!({ "assign": "2023-05-11", "reply": "2023-05-12" })),
    ]);
    Place { ledger, matters, ..Place::new(RULES, roster) }
}

fn said(todo: &Todo) -> String {
    let what = match &todo.task {
        Task::Duty { short, kinds, .. } => format!("{short} {}", kinds.join("/")),
        Task::Step { by, .. } => by.as_deref().unwrap_or("-").to_owned(),
    };
    let due = todo.due.map_or("-".to_owned(), |day| day.to_string());
    format!("{due} {} {} {what}", todo.rule, todo.subject)
}

#[test]
fn what_is_owed_is_listed_by_day_then_rule_then_subject() {
    let audit = place().audit("2023-H1", Some("2023-05-15"));
    assert_eq!(
        audit.todo().iter().map(said).collect::<Vec<_>>(),
        [
            "2023-05-16 assign T1 办公室",
            "2023-05-18 reply T3 -",
            "2023-05-31 monthly S2 1 社情民意信息",
            "2023-06-30 deed S1 1 为民办实事/公益活动",
            "2023-06-30 deed S2 1 为民办实事/公益活动",
            "2023-06-30 filed S2 1 ",
            "2023-06-30 monthly S1 1 社情民意信息",
            "2023-06-30 monthly S2 1 社情民意信息",
            "2023-12-31 study M1 1.5 ",
        ]
    );
    let begun: Vec<bool> = audit.todo().iter().map(|todo| todo.begun(audit.as_of)).collect();
    assert_eq!(begun, [true, true, true, true, true, true, false, false, true]);
    assert_eq!(
        serde_json::to_value(&audit.todo()[2]).unwrap(),
        json!({
            "due": "2023-05-31", "rule": "monthly", "label": "每月一条", "clause": "第三条", "subject": "S2",
            "kind": "studio", "name": "S2",
            "task": { "what": "duty", "kinds": ["社情民意信息"], "short": "1", "unit": "records", "waiting": 0,
                      "window": { "from": "2023-05-01", "to": "2023-05-31" } },
        })
    );
}

#[test]
fn a_day_lies_in_a_period_of_the_rulebook() {
    let audit = |period: &str, day: &str| -> Audit {
        let text = format!(
            "[rulebook]\nformat = 1\nid = \"trial\"\ntitle = \"试行办法\"\nperiod = \"{period}\"\nterm = {{ from = 2022-03-01 }}\n"
        );
        let rulebook = crate::Rulebook::from_toml(&text).unwrap();
        let roster = crate::Roster::default();
        let (ledger, _) = Ledger::from_json("[]", &rulebook, &roster).unwrap();
        rulebook.audit(&roster, &ledger, &Matters::default(), day.parse().unwrap()).unwrap()
    };
    let asked = |period, day| audit(period, day).period.to_string();
    assert_eq!(asked("year", "2023-11-15"), "2023-01-01..2023-12-31");
    assert_eq!(asked("half", "2023-11-15"), "2023-07-01..2023-12-31");
    assert_eq!(asked("quarter", "2023-11-15"), "2023-10-01..2023-12-31");
    assert_eq!(asked("month", "2023-11-15"), "2023-11-01..2023-11-30");
    assert_eq!(asked("term", "2023-11-15"), "2022-03-01..2027-02-28");
    assert_eq!(asked("term", "2022-02-28"), "2017-03-01..2022-02-28");
    assert_eq!(audit("year", "2023-11-15").as_of.to_string(), "2023-11-15");
}

#[test]
fn a_step_without_a_deadline_is_to_be_done_once_it_is_its_turn() {
    const RULES: &str = r#"
flow = [{ id = "hotline", label = "直通车", steps = [
  { id = "assign", label = "交办", within_days = 2 }, { id = "reply", label = "答复", within_days = 7 },
  { id = "visit", label = "回访", must = true, by = "委员" }, { id = "note", label = "记事" }, { id = "file", label = "归档" },
] }]
"#;
    let matter = |id: &str, steps: serde_json::Value| json!({ "id": id, "flow": "hotline", "opened": "2023-05-10", "steps": steps });
    let matters = json!([
        matter("T1", json!({})),
        matter("T2", json!({ "assign": "2023-05-11", "reply": "2023-05-12" })),
        matter("T3", json!({ "assign": "2023-05-11", "reply": "2023-05-12", "visit": "2023-05-13" })),
        matter(
            "T4",
            json!({ "assign": "2023-05-11", "reply": "2023-05-12", "visit": "2023-05-13", "note": "2023-05-13" })
        ),
        matter("T5", json!({ "assign": "2023-05-11", "visit": "2023-05-13", "note": "2023-05-13" })),
    ]);
    let audit = Place { matters, ..Place::new(RULES, json!({})) }.audit("2023-H1", Some("2023-05-12"));
    assert_eq!(
        audit.todo().iter().map(said).collect::<Vec<_>>(),
        ["2023-05-12 assign T1 -", "2023-05-18 reply T5 -", "- visit T2 委员", "- visit T3 委员", "- visit T4 委员",],
        "what is done later is not known yet"
    );
    let audit = Place { matters: audit_matters(), ..Place::new(RULES, json!({})) }.audit("2023-H1", Some("2023-05-20"));
    assert_eq!(
        audit.todo().iter().map(said).collect::<Vec<_>>(),
        ["- file T4 -"],
        "the last step is what closes a matter; `note` may be left out, but then `file` waits for it"
    );
    assert!(audit.todo()[0].begun(audit.as_of));
}

fn audit_matters() -> serde_json::Value {
    let done = json!({ "assign": "2023-05-11", "reply": "2023-05-12", "visit": "2023-05-13" });
    let mut noted = done.clone();
    noted["note"] = json!("2023-05-13");
    json!([
        { "id": "T3", "flow": "hotline", "opened": "2023-05-10", "steps": done },
        { "id": "T4", "flow": "hotline", "opened": "2023-05-10", "steps": noted },
    ])
}
