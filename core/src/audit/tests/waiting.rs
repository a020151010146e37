use serde_json::{Value, json};

use super::Place;
use crate::audit::{Audit, Task};

const RULES: &str = r#"
kinds = { opinion = "社情民意信息", meeting = "会议" }
facets = { role = { label = "身份", on = "participation", values = { host = "主持", guest = "列席" } } }
duty = [
  { id = "opinion", label = "每季度一条", subject = "studio", when = { kind = "opinion" }, at_least = 1, window = "quarter" },
  { id = "host", label = "每季度主持一次", subject = "member", when = { kind = "meeting", role = "host" }, at_least = 1, window = "quarter" },
  { id = "sector", label = "每季度一次会议", subject = "sector", when = { kind = "meeting" }, at_least = 1, window = "quarter" },
  { id = "few", label = "每季度至多一条", subject = "studio", when = { kind = "opinion" }, at_most = 1, window = "quarter" },
]
"#;

fn audit(ledger: Value) -> Audit {
    let roster = json!({
        "members": [{ "id": "M1", "sector": "a" }, { "id": "M2", "sector": "a" }, { "id": "M3", "sector": "b" }],
        "sectors": [{ "id": "a" }, { "id": "b" }],
        "studios": [{ "id": "S1" }, { "id": "S2" }],
    });
    Place { ledger, ..Place::new(RULES, roster) }.audit("2023-H1", Some("2023-05-15"))
}

/// What waits in each window of a subject.
fn waiting(audit: &Audit, duty: &str, subject: &str) -> Vec<u32> {
    let row = audit.duty(duty).and_then(|duty| duty.rows.iter().find(|row| row.id == *subject)).unwrap();
    row.windows.iter().map(|window| window.waiting).collect()
}

#[test]
fn a_record_that_waits_for_approval_is_counted_in_its_window() {
    let opinion = |id: &str, date: &str, studio: &str, status: &str| json!({ "id": id, "date": date, "kind": "opinion", "studio": studio, "status": status });
    let audit = audit(json!([
        opinion("R1", "2023-02-01", "S1", "pending"),
        opinion("R2", "2023-02-02", "S1", "rejected"),
        opinion("R3", "2023-05-15", "S1", "pending"),
        opinion("R4", "2023-05-15", "S1", "pending"),
        opinion("R5", "2023-05-16", "S1", "pending"),
        opinion("R6", "2023-02-03", "S2", "approved"),
        opinion("R7", "2023-02-03", "S2", "pending"),
        { "id": "R8", "date": "2023-04-03", "kind": "meeting", "studio": "S2", "status": "pending" },
    ]));
    assert_eq!(waiting(&audit, "opinion", "S1"), [1, 2], "of the one that is dated later nothing is known yet");
    assert_eq!(waiting(&audit, "opinion", "S2"), [0, 0], "where enough was done nothing waits");
    assert_eq!(waiting(&audit, "few", "S1"), [0, 0], "where nothing is wanting nothing waits");
    let todo = audit.todo().into_iter().find(|todo| todo.rule == *"opinion" && todo.subject == *"S1").unwrap();
    assert!(matches!(todo.task, Task::Duty { waiting: 2, .. }));
}

#[test]
fn a_participation_that_waits_is_asked_as_if_it_were_approved() {
    let audit = audit(json!([
        { "id": "R1", "date": "2023-02-01", "kind": "meeting", "by": [
            { "member": "M1", "role": "host", "status": "pending" }, { "member": "M3", "role": "guest", "status": "pending" },
        ] },
        { "id": "R2", "date": "2023-05-01", "kind": "meeting", "by": [
            { "member": "M1", "role": "host" }, { "member": "M2", "role": "host", "status": "pending" }, { "member": "M3", "status": "rejected" },
        ] },
    ]));
    let member = |id| waiting(&audit, "host", id);
    assert_eq!((member("M1"), member("M2"), member("M3")), (vec![1, 0], vec![0, 1], vec![0, 0]));
    let sector = |id| waiting(&audit, "sector", id);
    assert_eq!((sector("a"), sector("b")), (vec![1, 0], vec![1, 0]), "the members' sectors wait with them");
}
