use serde_json::{Value, json};

use super::{Place, dated, rulebook};
use crate::audit::{Audit, FindingCode, Matters};
use crate::{Ledger, Period, Roster};

const RULES: &str = r#"
[[flow]]
id = "hotline"
label = "直通车"
steps = [
  { id = "assign", label = "交办", within_days = 2, by = "办公室" },
  { id = "reply", label = "答复", within_days = 7 },
  { id = "visit", label = "回访", must = true },
  { id = "file", label = "归档" },
]
"#;

fn matter(id: &str, opened: &str, steps: &Value) -> Value {
    json!({ "id": id, "flow": "hotline", "studio": null, "opened": opened, "steps": steps })
}

fn audit(matters: &[Value], as_of: &str) -> Audit {
    Place { matters: json!(matters), ..Place::new(RULES, json!({})) }.audit("2023", Some(as_of))
}

#[test]
fn a_deadline_runs_from_the_nearest_step_that_is_done() {
    let steps = |done: Value, as_of: &str| {
        let audit = audit(&[matter("T1", "2023-03-01", &done)], as_of);
        let row = audit.matter("T1").unwrap();
        let steps: Vec<_> = row
            .steps
            .iter()
            .map(|step| serde_json::to_value((step.state, step.deadline, step.done)).unwrap())
            .collect();
        (serde_json::to_value(row.state).unwrap(), row.step.as_deref().map(str::to_owned), steps)
    };
    // Nothing is done: the first step alone has a deadline, and the day itself is still in time.
    let (state, step, rows) = steps(json!({}), "2023-03-03");
    assert_eq!((state, step.as_deref()), (json!("open"), Some("assign")));
    assert_eq!(rows[..2], [json!(["open", "2023-03-03", null]), json!(["open", null, null])]);
    let (state, step, _) = steps(json!({}), "2023-03-04");
    assert_eq!((state, step.as_deref()), (json!("overdue"), Some("assign")));
    // A step that was left out is overdue while the matter is open; the next one runs from the opening.
    let (state, step, rows) = steps(json!({ "reply": "2023-03-09" }), "2023-03-20");
    assert_eq!((state, step.as_deref()), (json!("overdue"), Some("assign")));
    assert_eq!(
        rows[..3],
        [
            json!(["overdue", "2023-03-03", null]),
            json!(["late", "2023-03-08", "2023-03-09"]),
            json!(["open", null, null])
        ]
    );
    // What will be done later is not known yet.
    let (state, step, rows) = steps(json!({ "assign": "2023-03-05" }), "2023-03-04");
    assert_eq!(
        (state, step.as_deref(), &rows[0]),
        (json!("overdue"), Some("assign"), &json!(["overdue", "2023-03-03", null]))
    );
}

#[test]
fn a_matter_is_closed_by_its_last_step_and_those_that_must_be() {
    let state = |done: Value| {
        let audit = audit(&[matter("T1", "2023-03-01", &done)], "2023-12-31");
        let row = audit.matter("T1").unwrap();
        (serde_json::to_value(row.state).unwrap(), row.step.as_deref().map(str::to_owned))
    };
    let is = |state: &str, step: Option<&str>| (json!(state), step.map(str::to_owned));
    assert_eq!(state(json!({ "visit": "2023-05-01", "file": "2023-05-01" })), is("closed", None));
    assert_eq!(state(json!({ "assign": "2023-03-02", "file": "2023-05-01" })), is("overdue", Some("reply")));
    assert_eq!(
        state(json!({ "assign": "2023-03-02", "reply": "2023-03-03", "file": "2023-05-01" })),
        is("open", Some("visit"))
    );
    assert_eq!(
        state(json!({ "assign": "2023-03-04", "reply": "2023-05-01", "visit": "2023-05-01", "file": "2023-05-01" })),
        is("late", Some("assign"))
    );
}

#[test]
fn rates_look_at_what_was_opened_by_the_day() {
    let matters = [
        matter(
            "T1",
            "2023-03-01",
            &json!({ "assign": "2023-03-02", "reply": "2023-03-03", "visit": "2023-03-04", "file": "2023-03-05" }),
        ),
        matter(
            "T2",
            "2023-03-01",
            &json!({ "assign": "2023-03-09", "reply": "2023-03-10", "visit": "2023-03-11", "file": "2023-03-12" }),
        ),
        matter("T3", "2023-03-01", &json!({ "assign": "2023-03-02", "reply": "2023-03-03" })),
        matter("T4", "2023-03-01", &json!({ "visit": "2023-03-02" })),
        matter("T5", "2023-07-01", &json!({ "assign": "2023-07-02" })),
    ];
    let rates = |as_of| {
        let audit = audit(&matters, as_of);
        assert_eq!(audit.matters.len(), 5);
        serde_json::to_value(audit.flow("hotline").unwrap()).unwrap()
    };
    let ratio = |part: u32, whole: u32, figure: &str| json!({ "part": part, "whole": whole, "figure": figure });
    let flow = rates("2023-06-30");
    assert_eq!(
        (&flow["matters"], &flow["closed"], &flow["in_time"]),
        (&json!(4), &ratio(2, 4, "0.50"), &ratio(1, 4, "0.25"))
    );
    // The visit of T4 went before its reply, so it is not one of those that could be visited.
    let steps: Vec<_> = flow["steps"].as_array().unwrap().iter().map(|step| &step["done"]).collect();
    assert_eq!(steps, [&ratio(3, 4, "0.75"), &ratio(3, 3, "1.00"), &ratio(2, 3, "0.67"), &ratio(2, 3, "0.67")]);
    let before = rates("2023-02-28");
    assert_eq!(
        (&before["matters"], &before["closed"], &before["steps"][0]["done"]),
        (&json!(0), &json!(null), &json!(null))
    );
}

#[test]
fn a_matter_is_found_at_the_step_in_question() {
    let matters = [
        matter("T2", "2023-03-01", &json!({ "assign": "2023-03-02" })),
        matter("T1", "2023-03-01", &json!({ "visit": "2023-03-02", "reply": "2023-03-20", "file": "2023-03-20" })),
        matter("T3", "2023-12-30", &json!({})),
    ];
    let audit = audit(&matters, "2023-12-31");
    let found = dated(&audit, &[FindingCode::MatterOverdue, FindingCode::MatterLate]);
    assert_eq!(found, ["matter-overdue reply T2 2023-03-09", "matter-late reply T1 2023-03-08"]);
    assert!(audit.findings.iter().all(|finding| finding.kind.is_none()));
}

#[test]
fn a_deadline_may_lie_beyond_every_calendar() {
    let rules = "[[flow]]\nid = \"hotline\"\nlabel = \"直通车\"\nsteps = [{ id = \"assign\", label = \"交办\", within_days = 4294967295 }]\n";
    let place = Place { matters: json!([matter("T1", "2199-12-31", &json!({}))]), ..Place::new(rules, json!({})) };
    assert!(place.audit("2199", None).findings.is_empty());
}

#[test]
fn matters_may_have_been_read_with_another_rulebook() {
    let text = json!([{ "id": "T1", "flow": "hotline", "studio": "S1", "opened": "2023-03-01", "steps": { "assign": "2023-03-02" } }]).to_string();
    let roster = Roster::from_json(r#"{ "studios": [{ "id": "S1" }] }"#).unwrap();
    let matters = Matters::from_json(&text, &rulebook(RULES), &roster).unwrap();
    let codes = |rules: &str, roster: &Roster| {
        let rulebook = rulebook(rules);
        let (ledger, _) = Ledger::from_json("[]", &rulebook, roster).unwrap();
        let year: Period = "2023".parse().unwrap();
        let faults = rulebook.scorer(roster).unwrap().audit(&ledger, &matters, year).unwrap_err();
        faults.iter().map(|fault| format!("{} {}", fault.code(), fault.place())).collect::<Vec<_>>()
    };
    assert_eq!(codes("", &Roster::default()), ["unknown-studio matters: T1.studio", "unknown-flow matters: T1.flow"]);
    assert_eq!(codes(&RULES.replace("\"assign\"", "\"hand-over\""), &roster), ["unknown-step matters: T1.steps"]);
}

#[test]
fn a_finding_and_a_task_cite_the_same_clause_and_name_the_studio() {
    const CITED: &str = r#"
flow = [{ id = "hotline", label = "直通车", clause = "第五条", steps = [
  { id = "assign", label = "交办", within_days = 2, clause = "第六条" }, { id = "reply", label = "答复", within_days = 7 },
] }]
"#;
    let matter =
        |id, opened, steps| json!({ "id": id, "flow": "hotline", "studio": "S1", "opened": opened, "steps": steps });
    let matters = json!([
        matter("T1", "2023-03-01", json!({})),
        matter("T2", "2023-03-01", json!({ "assign": "2023-03-02" })),
        matter("T3", "2023-03-19", json!({})),
        matter("T4", "2023-03-19", json!({ "assign": "2023-03-19" })),
        matter("T5", "2023-03-21", json!({})),
    ]);
    let roster = json!({ "studios": [{ "id": "S1", "name": "经济界委员工作室" }] });
    let audit = Place { matters, ..Place::new(CITED, roster) }.audit("2023", Some("2023-03-20"));
    let clause = |clause: &Option<std::sync::Arc<str>>| clause.as_deref().unwrap_or("-").to_owned();
    let found: Vec<_> = audit.findings.iter().map(|found| (found.subject.to_string(), clause(&found.clause))).collect();
    let to_do: Vec<_> = audit.todo().iter().map(|todo| (todo.subject.to_string(), clause(&todo.clause))).collect();
    let cited = |subject: &str, clause: &str| (subject.to_owned(), clause.to_owned());
    assert_eq!(found, [cited("T1", "第六条"), cited("T2", "第五条")]);
    assert_eq!(to_do, [cited("T3", "第六条"), cited("T4", "第五条")], "T5 is not opened yet");
    assert!(!audit.matters[4].opened_by(audit.as_of) && audit.flows[0].matters == 4);
    let named = json!({ "kind": "studio", "id": "S1", "name": "经济界委员工作室" });
    assert_eq!(serde_json::to_value(&audit.matters[0].studio).unwrap(), named);
    assert_eq!(serde_json::to_value(&audit.findings[0].detail).unwrap()["studio"], named);
    assert_eq!(serde_json::to_value(&audit.todo()[0].task).unwrap()["studio"], named);
}
