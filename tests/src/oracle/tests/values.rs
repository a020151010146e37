//! What lines are worth, and what is left of them.

use serde_json::json;

use super::{Case, agrees, record, single};

#[test]
fn clamps_take_from_the_latest_and_weights_act_line_by_line() {
    // 6 and 6 under a cap of 10: 6 and 4; halved: 3 and 2; under the board's cap of 4: 3 and 1.
    let tables = json!({
        "board": [{ "id": "member", "title": "积分", "subject": "member", "cap": 4 }],
        "category": [{ "id": "half", "label": "半", "weight": 0.5 }],
        "item": [{ "id": "six", "in": "half", "label": "六", "when": { "kind": "meeting" }, "points": 6, "cap": 10 }],
    });
    let ledger = json!([record("R2", "2023-02-01", "meeting", "M"), record("R1", "2023-01-01", "meeting", "M")]);
    let expect = json!({ "total": "4.00", "nodes": { "six": "10.00", "half": "5.00" }, "counted": { "R1": "3.00", "R2": "1.00" } });
    agrees(&single(tables, &ledger, &expect));
}

#[test]
fn a_deduction_is_never_given_back() {
    // 5 − 3 + 5 under a cap of 4: 3 comes off the last line.
    let tables = json!({
        "item": [{ "id": "all", "label": "全", "when": { "kind": "meeting" }, "cap": 4,
            "cases": [{ "when": { "presence": "absent" }, "points": -3 }, { "points": 5 }] }],
    });
    let ledger = json!([
        record("R1", "2023-01-01", "meeting", "M"),
        { "id": "R2", "date": "2023-02-01", "kind": "meeting", "by": [{ "member": "M", "presence": "absent" }] },
        record("R3", "2023-03-01", "meeting", "M"),
    ]);
    let expect = json!({ "total": "4.00", "counted": { "R1": "5.00", "R2": "-3.00", "R3": "2.00" } });
    agrees(&single(tables, &ledger, &expect));
}

#[test]
fn quantity_times_and_given_points() {
    // 2 × 1.5 × 1.2 × 0.5 = 1.8; a score of 12 clamped to 10.
    let tables = json!({
        "item": [
            { "id": "days", "label": "天", "when": { "kind": "meeting" }, "points": "2", "per": "quantity",
                "times": [{ "by": 1.2 }, { "when": { "presence": "present" }, "by": 0.5 }, { "from": "2023-07-01", "by": 9 }] },
            { "id": "marks", "label": "评分", "when": { "kind": "proposal" }, "given": { "min": 0, "max": 10 } },
        ],
    });
    let ledger = json!([
        { "id": "R1", "date": "2023-01-01", "kind": "meeting", "quantity": 9, "by": [{ "member": "M", "presence": "present", "quantity": 1.5 }] },
        { "id": "R2", "date": "2023-02-01", "kind": "proposal", "by": [{ "member": "M", "score": 12 }] },
        { "id": "R3", "date": "2023-02-01", "kind": "proposal", "by": [{ "member": "M" }] },
    ]);
    let expect =
        json!({ "total": "11.80", "nodes": { "days": "1.80", "marks": "10.00" }, "unscored": { "R3": "no-score" } });
    agrees(&single(tables, &ledger, &expect));
}

#[test]
fn best_of_a_work_inner_before_outer() {
    // Inner: of 3 and 5 on one work, 5. Outer: of that 5 and an 8 on the same work, 8; the other work keeps its 3.
    let tables = json!({
        "category": [{ "id": "outer", "label": "外", "best": "work" }, { "id": "inner", "in": "outer", "label": "内", "best": "work" }],
        "item": [
            { "id": "three", "in": "inner", "label": "三", "when": { "kind": "proposal", "outcome": false }, "points": 3 },
            { "id": "five", "in": "inner", "label": "五", "when": { "kind": "proposal", "outcome": "filed" }, "points": 5 },
            { "id": "eight", "in": "outer", "label": "八", "when": { "kind": "meeting" }, "points": 8 },
        ],
    });
    let ledger = json!([
        record("P1", "2023-01-01", "proposal", "M"),
        record("P2", "2023-01-02", "proposal", "M"),
        { "id": "P3", "date": "2023-02-01", "kind": "proposal", "outcome": "filed", "work": "P1", "by": [{ "member": "M" }] },
        { "id": "P4", "date": "2023-03-01", "kind": "meeting", "work": "P1", "by": [{ "member": "M" }] },
    ]);
    let expect = json!({
        "total": "11.00", "nodes": { "inner": "3.00", "outer": "11.00" },
        "counted": { "P1": "0.00", "P2": "3.00", "P3": "0.00", "P4": "8.00" },
    });
    agrees(&single(tables, &ledger, &expect));
}

#[test]
fn windows_skip_most_and_once() {
    let item = |id: &str, more: &serde_json::Value| {
        let mut item = json!({ "id": id, "label": id, "when": { "kind": "meeting" }, "points": 2, "per": "quantity" });
        if let (Some(item), Some(more)) = (item.as_object_mut(), more.as_object()) {
            item.extend(more.clone());
        }
        item
    };
    let tables = json!({ "item": [
        item("window", &json!({ "window": "month", "window_cap": 5 })),
        item("skip", &json!({ "skip": 1, "most": 1 })),
        item("skip-month", &json!({ "skip": 1, "window": "month" })),
        item("once", &json!({ "once": true })),
    ] });
    let held = |id: &str, date: &str, quantity: i32| json!({ "id": id, "date": date, "kind": "meeting", "quantity": quantity, "by": [{ "member": "M" }] });
    // Worth 6, 2 in January, 4 in February.
    let ledger = json!([held("R1", "2023-01-01", 3), held("R2", "2023-01-31", 1), held("R3", "2023-02-01", 2)]);
    let expect = json!({
        "nodes": { "window": "9.00", "skip": "4.00", "skip-month": "2.00", "once": "6.00" },
        "counted": { "R1": "11.00", "R2": "2.00", "R3": "8.00" },
    });
    agrees(&single(tables, &ledger, &expect));
}

#[test]
fn counting_measures() {
    let meeting = json!({ "kind": "meeting" });
    let tables = json!({ "item": [
        { "id": "reach", "label": "一", "when": meeting, "points": 30, "reach": 3 },
        { "id": "reach-days", "label": "二", "when": meeting, "points": 30, "reach": 3, "count": "days" },
        { "id": "every", "label": "三", "when": meeting, "points": 1, "every": 2, "count": "quantity" },
        { "id": "ladder", "label": "四", "when": meeting, "ladder": [[1, 5], [3, 10], [4, 20]] },
        { "id": "short", "label": "五", "when": meeting, "points": -2, "short": 5 },
        { "id": "rate", "label": "六", "when": { "kind": "meeting", "presence": "present" }, "points": 10, "rate": { "of": meeting } },
        { "id": "rate-all", "label": "七", "when": { "kind": "meeting", "presence": "present" },
            "ladder": [[25, 1], [26, 2]], "rate": { "of": meeting, "all": true } },
        { "id": "works", "label": "八", "when": meeting, "points": 1, "every": 1, "count": "works" },
        { "id": "base", "label": "九", "base": true, "points": 1, "window": "quarter" },
    ] });
    let held = |id: &str, date: &str, member: &str, presence: &str| json!({ "id": id, "date": date, "kind": "meeting", "work": "W", "quantity": 1.7, "by": [{ "member": member, "presence": presence }] });
    let ledger = json!([
        held("R1", "2023-01-01", "M", "present"),
        held("R2", "2023-01-01", "M", "absent"),
        held("R3", "2023-02-01", "M", "absent"),
        held("R4", "2023-03-01", "N", "present"),
    ]);
    let mut case = single(
        tables,
        &ledger,
        &json!({ "counted": {}, "unscored": {}, "nodes": {
            "reach": "30.00", "reach-days": "0.00", "every": "2.00", "ladder": "10.00", "short": "-4.00",
            "rate": "3.33", "rate-all": "1.00", "works": "1.00", "base": "4.00",
        } }),
    );
    if let Some(roster) = case.get_mut("roster") {
        *roster = json!({ "members": [{ "id": "M" }, { "id": "N" }] });
    }
    agrees(&case);
}

#[test]
fn rounding_modes() {
    for (mode, total) in [("half-up", "-0.13"), ("half-even", "-0.12"), ("down", "-0.12")] {
        let tables = json!({
            "rulebook": { "format": 1, "id": "small", "title": "小办法", "rounding": mode },
            "item": [{ "id": "base", "label": "一", "base": true, "points": -0.125 }],
        });
        agrees(&single(tables, &json!([]), &json!({ "total": total })));
    }
    let tables = json!({
        "rulebook": { "format": 1, "id": "small", "title": "小办法", "decimals": 0 },
        "item": [{ "id": "base", "label": "一", "base": true, "points": -0.4 }],
    });
    agrees(&single(tables, &json!([]), &json!({ "total": "0" })));
}

#[test]
fn a_missed_duty_leaves_nothing_not_even_a_floor() {
    let tables = json!({
        "item": [{ "id": "meeting", "label": "会", "when": { "kind": "meeting" }, "points": -5, "floor": -3, "require": "voice" }],
        "duty": [{ "id": "voice", "label": "言", "subject": "member", "when": { "kind": "proposal" }, "at_least": 1 }],
    });
    let ledger = json!([record("R1", "2023-01-01", "meeting", "M")]);
    agrees(&single(tables, &ledger, &json!({ "total": "0.00", "counted": { "R1": "0.00" }, "unscored": {} })));
}

#[test]
fn a_node_is_never_worth_more_than_can_be_held() {
    let tables = json!({
        "item": [{ "id": "much", "label": "多", "when": { "kind": "meeting" }, "points": 100_000, "per": "quantity" }],
    });
    let ledger = json!([{ "id": "R1", "date": "2023-01-01", "kind": "meeting", "quantity": 1_000_000, "by": [{ "member": "M" }] }]);
    agrees(&single(tables, &ledger, &json!({ "total": "1279744149.86" })));
}

#[test]
fn exact_values_are_kept_to_the_tick() {
    // A point among seventeen: 423 952 941.17… ticks; times 0.3333: 141 303 515.2…; each rounded once.
    let tables = json!({
        "category": [{ "id": "third", "label": "三", "weight": 0.3333 }],
        "item": [{ "id": "one", "in": "third", "label": "一", "when": { "kind": "meeting" }, "points": 1, "share": "equal" }],
    });
    let by: Vec<_> =
        (0..17).map(|n| json!({ "member": if n == 0 { "M".to_owned() } else { format!("N{n}") } })).collect();
    let ledger = json!([{ "id": "R1", "date": "2023-01-01", "kind": "meeting", "by": by }]);
    let case = Case::of(&single(tables, &ledger, &json!({})));
    let exact = json!({ "member": { "M": {
        "total": "141303515", "nodes": { "one": "423952941", "third": "141303515" }, "counted": { "R1": "141303515" },
    } } });
    assert_eq!(case.ticks(), exact);
}
