//! Subjects other than members, what is inherited, bounds, standards, the lifecycle and matters.

use serde_json::json;

use super::{agrees, rulebook};

#[test]
fn groups_are_involved_through_their_members_on_the_day() {
    let book = rulebook(json!({
        "board": [{ "id": "group", "title": "积分", "subject": "group" }],
        "item": [
            { "id": "each", "label": "一", "when": { "kind": "meeting" }, "points": 1, "per": "quantity" },
            { "id": "same", "label": "二", "when": { "kind": "meeting", "role": "lead", "presence": { "not": "present" } }, "points": 10 },
            { "id": "people", "label": "三", "when": { "kind": "meeting", "people": { "at_least": 2, "facet": "presence", "value": "present" } }, "points": 100 },
        ],
    }));
    agrees(&json!({
        "rulebook": book, "period": "2023",
        "roster": {
            "groups": [{ "id": "g1" }, { "id": "g2" }],
            "members": [
                { "id": "A", "groups": "g1" }, { "id": "B", "groups": ["g1"] },
                { "id": "C", "groups": [{ "id": "g2", "from": "2023-06-01", "to": null }] },
            ],
        },
        "ledger": [
            { "id": "R1", "date": "2023-01-01", "kind": "meeting", "by": [
                { "member": "A", "role": "lead", "presence": "present", "quantity": 2 }, { "member": "B", "quantity": 3 }, { "member": "C", "presence": "present" } ] },
            { "id": "R2", "date": "2023-06-01", "kind": "meeting", "group": "g1", "by": [
                { "member": "A", "status": "pending" }, { "member": "C", "role": "lead" } ] },
            { "id": "R3", "date": "2023-07-01", "kind": "meeting", "group": "g1", "status": "rejected" },
            { "id": "R4", "date": "2023-07-01", "kind": "meeting", "by": [{ "member": "A", "status": "pending" }] },
        ],
        "expect": { "boards": { "group": {
            // R1: the largest quantity is 3; its lead was present. R2 names g1, so C's part in it counts for g1 too.
            "g1": { "nodes": { "each": "4.00", "same": "10.00", "people": "100.00" }, "unscored": { "R3": "rejected" } },
            "g2": { "nodes": { "each": "1.00", "same": "10.00", "people": "0.00" }, "unscored": {} },
        } } },
    }));
}

#[test]
fn heads_inherit_the_grade_of_their_studios() {
    let book = rulebook(json!({
        "board": [{ "id": "member", "title": "积分", "subject": "member" }, { "id": "studio", "title": "积分", "subject": "studio" }],
        "item": [
            { "id": "once", "in": "member", "label": "一", "points": 5,
                "inherit": { "board": "studio", "through": "membership", "role": "head", "grade": "good" } },
            { "id": "each", "in": "member", "label": "二", "points": 5,
                "inherit": { "board": "studio", "through": "membership", "grade": "good", "each": true } },
            { "id": "linked", "in": "member", "label": "三", "points": 5, "inherit": { "board": "studio", "through": "tie", "grade": "good" } },
            { "id": "built", "in": "studio", "label": "四", "points": 3, "standard": "haves" },
        ],
        "standard": [{ "id": "haves", "label": "三有", "subject": "studio", "checks": [
            { "id": "venue", "label": "场地" }, { "id": "sign", "label": "牌" }, { "id": "rules", "label": "制度" } ] }],
        "grade": [{ "id": "good", "label": "优秀", "board": "studio", "at_least": 2 }],
    }));
    agrees(&json!({
        "rulebook": book, "period": "2023",
        "roster": {
            "members": [{ "id": "A" }, { "id": "B" }],
            "studios": [
                { "id": "S1", "checks": ["venue", "haves/sign"] },
                { "id": "S2", "checks": ["venue", { "id": "rules", "from": "2023-12-31" }] },
                { "id": "S3", "checks": ["venue", { "id": "rules", "to": "2023-12-30" }] },
            ],
            "memberships": [
                { "member": "A", "studio": "S1", "role": "head" }, { "member": "A", "studio": "S2", "role": "head" },
                { "member": "A", "studio": "S3", "role": "head" }, { "member": "B", "studio": "S2", "role": "member" },
                { "member": "B", "studio": "S1", "role": "head", "to": "2023-06-01" },
            ],
            "links": [{ "kind": "tie", "from": "studio:S1", "to": "member:B" }],
        },
        "expect": {
            "boards": {
                "studio": { "S1": { "grade": "优秀", "total": "2.00" }, "S3": { "grade": null, "total": "1.00" } },
                "member": {
                    "A": { "nodes": { "once": "5.00", "each": "10.00", "linked": "0.00" } },
                    "B": { "nodes": { "once": "0.00", "each": "5.00", "linked": "5.00" } },
                },
            },
            "standards": { "haves": { "S1": { "met": 2, "of": 3 }, "S3": { "met": 1, "of": 3 } } },
        },
    }));
}

#[test]
fn what_holds_on_a_day() {
    let book = rulebook(json!({
        "lifecycle": {
            "states": [{ "id": "applied", "label": "申报" }, { "id": "running", "label": "运行", "active": true }],
            "moves": [{ "from": "applied", "to": "running", "label": "授牌", "require": ["haves", "size"] }],
        },
        "standard": [{ "id": "haves", "label": "一有", "subject": "studio", "checks": { "id": "venue", "label": "场地" } }],
        "bound": [
            { "id": "size", "label": "人数", "subject": "studio", "relation": "membership", "other": { "post": "standing" }, "at_least": 1, "at_most": 1 },
            { "id": "seat", "label": "界别", "subject": "sector", "relation": "sector", "at_least": 2 },
        ],
        "flow": [{ "id": "hotline", "label": "热线", "steps": [
            { "id": "assign", "label": "交办", "within_days": 2 }, { "id": "reply", "label": "答复", "within_days": 7 }, { "id": "visit", "label": "回访", "must": true } ] }],
    }));
    let matter = |id: &str, steps: serde_json::Value| json!({ "id": id, "flow": "hotline", "opened": "2023-12-01", "steps": steps });
    agrees(&json!({
        "rulebook": book, "period": "2023",
        "roster": {
            "sectors": [{ "id": "econ" }],
            "members": [
                { "id": "A", "posts": "standing", "sector": "econ" }, { "id": "B", "posts": "standing", "left": "2023-05-01", "sector": "econ" }, { "id": "C" },
            ],
            "studios": [
                { "id": "S1", "checks": "venue", "history": [{ "state": "applied", "date": "2023-01-01" }, { "state": "running", "date": "2023-06-01" }] },
                { "id": "S2", "history": [
                    { "state": "running", "date": "2023-02-01" }, { "state": "applied", "date": "2023-01-01" },
                    { "state": "gone", "date": "2023-03-01" }, { "state": "applied", "date": "2023-04-01" }, { "state": "running", "date": "2023-05-01" } ] },
                { "id": "S3", "history": [{ "state": "applied", "date": "2023-01-01" }] },
            ],
            "memberships": [
                { "member": "A", "studio": "S1" }, { "member": "B", "studio": "S1" }, { "member": "C", "studio": "S1" }, { "member": "C", "studio": "S2" },
            ],
        },
        "matters": [
            matter("T1", json!({ "assign": "2023-12-03", "reply": "2023-12-10", "visit": "2023-12-30" })),
            matter("T2", json!({ "assign": "2023-12-04", "visit": "2023-12-30" })),
            matter("T3", json!({ "assign": "2023-12-02" })),
            matter("T4", json!({ "assign": "2023-12-02", "reply": "2023-12-03" })),
        ],
        "expect": {
            "bounds": {
                "size": { "coverage": "0.50", "S1": { "n": 1, "ok": true }, "S2": { "n": 0, "ok": false } },
                "seat": { "coverage": "0.00", "econ": { "n": 1, "ok": false } },
            },
            "lifecycle": {
                "S1": { "state": "running", "findings": [] },
                "S2": { "state": "running", "findings": ["backwards-date", "illegal-move", "unknown-state", "unmet-requirement"] },
                "S3": { "state": "applied", "findings": [] },
            },
            "matters": {
                "T1": { "state": "closed", "step": null }, "T2": { "state": "late", "step": "assign" },
                "T3": { "state": "overdue", "step": "reply" }, "T4": { "state": "open", "step": "visit" },
            },
        },
    }));
}
