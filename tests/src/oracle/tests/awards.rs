//! Ranks, grades, quotas and notices.

use serde_json::{Value, json};

use super::{agrees, rulebook};

/// A record of points given to each member named.
fn marks(id: &str, date: &str, scores: &[(&str, i32)]) -> Value {
    let by: Vec<Value> = scores.iter().map(|(member, score)| json!({ "member": member, "score": score })).collect();
    json!({ "id": id, "date": date, "kind": "meeting", "by": by })
}

fn book(mut tables: Value) -> Value {
    if let Some(tables) = tables.as_object_mut() {
        let item = json!([{ "id": "marks", "label": "评分", "when": { "kind": "meeting" }, "given": {} }]);
        tables.entry("item").or_insert(item);
    }
    rulebook(tables)
}

#[test]
fn ties_and_partitions() {
    let board = |ties: &str| json!([{ "id": "member", "title": "积分", "subject": "member", "rank": { "ties": ties, "among": "committee" } }]);
    for (ties, last, two) in [("skip", 4, 2), ("dense", 3, 2), ("ordinal", 4, 3)] {
        agrees(&json!({
            "rulebook": book(json!({ "board": board(ties) })), "period": "2023",
            "roster": { "members": [
                { "id": "A", "committees": "x" }, { "id": "B", "committees": ["x", "y"] }, { "id": "C", "committees": "x" },
                { "id": "D", "committees": "x" }, { "id": "E" }, { "id": "F", "scored": false },
            ] },
            "ledger": [marks("R", "2023-01-01", &[("A", 9), ("B", 5), ("C", 5), ("D", 1), ("E", 0), ("F", 9)])],
            "expect": { "boards": { "member": {
                "A": { "rank": 1 }, "B": { "rank": { "x": 2, "y": 1 } }, "C": { "rank": two }, "D": { "rank": last },
                "E": { "rank": 1 }, "F": { "rank": null, "total": "9.00", "grade": null },
            } } },
        }));
    }
}

#[test]
fn grades_by_rank_and_quota() {
    let grades = json!([
        { "label": "金", "top_share": 0.3 },
        { "label": "银", "at_least": 2, "quota": { "count": 2, "ties": "in" } },
        { "label": "铜", "at_least": 2, "quota": { "share": 0.4 } },
        { "label": "铁", "band": [4, 5] },
    ]);
    let member = |id: &str| json!({ "id": id });
    let case = |scores: &[(&str, i32)], expect: Value| {
        json!({
            "rulebook": book(json!({ "grade": grades })), "period": "2023",
            "roster": { "members": scores.iter().map(|(id, _)| member(id)).collect::<Vec<_>>() },
            "ledger": [marks("R", "2023-01-01", scores)],
            "expect": { "boards": { "member": expect } },
        })
    };
    // Five: gold ⌊1.5⌋ = 1 seat by rank; silver one of two seats, then a tie of two comes in; bronze two seats.
    agrees(&case(
        &[("A", 9), ("B", 7), ("C", 5), ("D", 5), ("E", 3)],
        json!({
            "A": { "grade": "金" }, "B": { "grade": "银" }, "C": { "grade": "银" }, "D": { "grade": "银", "left_out": [] },
            "E": { "grade": "铜", "left_out": ["银"] },
        }),
    ));
    // A tie of three does not fit into bronze's two seats; the band takes ranks up to 4.
    agrees(&case(
        &[("A", 9), ("B", 7), ("C", 7), ("D", 5), ("E", 5), ("F", 5), ("G", 1)],
        json!({
            "A": { "grade": "金" }, "B": { "grade": "金" }, "C": { "grade": "金" },
            "D": { "grade": "银" }, "E": { "grade": "银" }, "F": { "grade": "银" }, "G": { "grade": null, "left_out": [] },
        }),
    ));
}

#[test]
fn notices_look_back() {
    let tables = json!({
        "grade": [{ "label": "好", "at_least": 6 }, { "id": "weak", "label": "差" }],
        "notice": [
            { "id": "low", "label": "一", "below": 6 },
            { "id": "twice", "label": "二", "grade": "weak", "periods": 2, "instead_of": ["low"] },
            { "id": "thrice", "label": "三", "below": 6, "periods": 3 },
            { "id": "last", "label": "四", "bottom_count": 1 },
            { "id": "often", "label": "五", "count": { "when": { "kind": "proposal" }, "at_least": 2, "window": "term" } },
        ],
    });
    agrees(&json!({
        "rulebook": book(tables), "period": "2023", "history": ["2022"],
        "roster": { "members": [{ "id": "A" }, { "id": "B" }, { "id": "C", "joined": "2022-02-01" }] },
        "ledger": [
            marks("R1", "2022-05-01", &[("A", 9), ("B", 5)]), marks("R2", "2023-05-01", &[("A", 1), ("B", 5)]),
            { "id": "P1", "date": "2022-01-01", "kind": "proposal", "by": [{ "member": "A" }, { "member": "B", "status": "void" }] },
            { "id": "P2", "date": "2023-01-01", "kind": "proposal", "by": [{ "member": "A" }, { "member": "B" }] },
        ],
        "expect": {
            "missing_history": ["thrice"],
            "boards": { "member": {
                "A": { "notices": ["low", "often"], "unscored": { "R1": "outside-period", "P1": "outside-period", "P2": "counted-elsewhere" } },
                "B": { "notices": ["twice"], "unscored": { "R1": "outside-period", "P1": "void", "P2": "counted-elsewhere" } },
                "C": { "notices": ["low", "last"] },
            } },
        },
    }));
}
