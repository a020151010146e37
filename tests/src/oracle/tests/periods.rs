//! Periods, slices, shifts, and the day on which questions are asked.

use serde_json::{Value, json};

use super::{agrees, record, rulebook, single};

fn meetings(more: &Value) -> Value {
    let mut item = json!({ "id": "meeting", "label": "会", "when": { "kind": "meeting" }, "points": 3, "cap": 5 });
    if let (Some(item), Some(more)) = (item.as_object_mut(), more.as_object()) {
        item.extend(more.clone());
    }
    json!({ "item": [item] })
}

#[test]
fn a_shifted_branch_takes_december() {
    let ledger = json!([
        record("R1", "2022-11-30", "meeting", "M"),
        record("R2", "2022-12-01", "meeting", "M"),
        record("R3", "2023-11-30", "meeting", "M"),
        record("R4", "2023-12-01", "meeting", "M"),
        record("R5", "2024-01-01", "proposal", "M"),
        record("R6", "2023-12-02", "proposal", "M"),
        record("R7", "2023-12-02", "party", "M"),
    ]);
    let expect = json!({ "total": "5.00", "counted": { "R2": "3.00", "R3": "2.00" }, "unscored": {
        "R1": "outside-period", "R4": "outside-period", "R5": "outside-period", "R6": "no-item", "R7": "unscored-kind",
    } });
    agrees(&single(meetings(&json!({ "shift_months": -1 })), &ledger, &expect));
}

#[test]
fn a_long_period_is_the_sum_of_its_years() {
    let ledger = json!([
        record("R1", "2021-03-01", "meeting", "M"),
        record("R2", "2021-03-02", "meeting", "M"),
        record("R3", "2022-03-01", "meeting", "M"),
        record("R4", "2022-03-02", "meeting", "M"),
        record("V", "2022-06-01", "proposal", "M"),
        record("R5", "2023-03-02", "meeting", "M"),
    ]);
    let mut tables = meetings(&json!({}));
    if let Some(tables) = tables.as_object_mut() {
        tables.insert(
            "veto".to_owned(),
            json!([{ "label": "违纪", "when": { "kind": "proposal" }, "grade": "不称职", "zero": true }]),
        );
        tables.insert("grade".to_owned(), json!([{ "label": "称职" }]));
    }
    let mut case = single(
        tables,
        &ledger,
        &json!({
            "total": "8.00", "grade": "不称职", "nodes": { "meeting": "13.00" }, "unscored": { "V": "counted-elsewhere" },
            "counted": { "R1": "3.00", "R2": "2.00", "R3": "0.00", "R4": "0.00", "R5": "3.00" },
        }),
    );
    if let Some(period) = case.get_mut("period") {
        *period = json!({ "from": "2021-01-01", "to": "2023-06-30" });
    }
    agrees(&case);
}

#[test]
fn a_given_day_leaves_out_what_is_later() {
    let ledger = json!([
        record("R1", "2023-05-01", "meeting", "M"), record("R2", "2023-07-01", "meeting", "M"),
        { "id": "R3", "date": "2023-07-01", "kind": "meeting", "status": "void", "by": [{ "member": "M" }] },
    ]);
    let expect = json!({ "total": "3.00", "unscored": { "R2": "after-as-of", "R3": "void" } });
    let mut case = single(meetings(&json!({})), &ledger, &expect);
    if let Some(case) = case.as_object_mut() {
        case.insert("as_of".to_owned(), json!("2023-06-30"));
    }
    agrees(&case);
}

#[test]
fn a_duty_longer_than_the_period_is_asked_over_the_whole_of_its_own() {
    let mut tables = meetings(&json!({}));
    if let Some(tables) = tables.as_object_mut() {
        let duty = |id: &str, window: &str| {
            json!({
                "id": id, "label": id, "subject": "member", "when": { "kind": "meeting" }, "at_least": 2, "window": window,
            })
        };
        tables.insert("duty".to_owned(), json!([duty("y", "year"), duty("t", "term"), duty("m", "month")]));
    }
    let ledger = [record("R1", "2023-02-01", "meeting", "M"), record("R2", "2023-05-01", "meeting", "M")];
    agrees(&json!({
        "rulebook": rulebook(tables), "roster": { "members": [{ "id": "M", "joined": "2022-06-01" }] }, "ledger": ledger,
        "period": "2023-Q2",
        "expect": {
            "duties": { "y": { "M": ["met"] }, "t": { "M": ["exempt"] }, "m": { "M": ["missed", "missed", "missed"] } },
            "boards": { "member": { "M": { "unscored": { "R1": "outside-period" } } } },
        },
    }));
}

#[test]
fn rules_that_changed_look_at_the_first_record_of_the_work() {
    let ledger = json!([
        record("P1", "2022-12-01", "proposal", "M"),
        { "id": "R1", "date": "2023-02-01", "kind": "meeting", "work": "P1", "by": [{ "member": "M" }] },
        record("R2", "2023-02-02", "meeting", "M"),
    ]);
    let rule = json!({ "from": "2023-01-01", "dated_by": "work" });
    let expect = json!({ "total": "3.00", "counted": { "R2": "3.00" }, "unscored": { "P1": "outside-period", "R1": "no-item" } });
    agrees(&single(meetings(&rule), &ledger, &expect));
}
