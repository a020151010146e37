use super::{json, listed, refused, roster, rulebook, written};
use crate::diagnostic::Diagnostics;
use crate::document::{Document, Spot};
use crate::{EntityKind, Ledger};

#[test]
fn a_record_in_full() {
    let (ledger, intake) = json(
        r#"[{ "id": "P", "date": "2023年3月2日", "kind": "提案", "studio": "一室", "unit": "U1", "group": "G1", "committee": "C1", "sector": "J1",
              "work": " W ", "quantity": 0.5, "score": "7.5", "status": "pending", "note": "一", "outcome": "立案",
              "by": [{ "member": "甲", "quantity": 2, "score": 1e1, "status": "作废", "role": "co" }, { "member": "M2", "note": "二" }] },
            { "date": "2023-03-03", "kind": "opinion", "studio": "S1", "by": [] }]"#,
    )
    .unwrap();
    assert_eq!((intake.accepted, refused(&intake)), (3, vec![]));
    assert_eq!(
        written(ledger.columns()),
        ["P 2023-03-02 proposal W; M1 2 10分 作废; M2 0.5 7.5分 待审核", "row-3 2023-03-03 opinion row-3"]
    );
    let columns = ledger.columns();
    let notes: Vec<_> = columns.note.iter().map(Option::as_deref).collect();
    assert_eq!((notes, columns.part_note.iter().flatten().count()), (vec![Some("一"), None], 1));
    let studios: Vec<_> = columns.records().map(|record| columns.named(EntityKind::Studio, record)).collect();
    assert_eq!(
        studios
            .iter()
            .flatten()
            .map(|&studio| columns.bodies[&EntityKind::Studio][studio].as_str())
            .collect::<Vec<_>>(),
        ["S1", "S1"]
    );
}

#[test]
fn every_entry_of_by_is_a_row() {
    let (ledger, intake) = json(
        r#"[{ "id": "A", "date": "2023-03-01", "kind": "提案", "by": [{ "member": "甲" }, { "member": "丙" }, { "member": "甲" }] },
            { "id": "B", "date": "2023-03-01", "kind": "提案" },
            { "id": "C", "date": "2023-02-30", "kind": "提案", "studio": "无", "by": [{ "member": "丙" }, { "member": "甲" }] },
            { "id": "D", "date": "2023-03-01", "kind": "提案", "quantity": -1, "by": [{ "member": "甲", "quantity": 1 }] },
            { "date": "2023-03-01", "kind": "提案", "by": [{ "member": "甲" }, { "member": "乙" }] },
            { "id": "row-8", "date": "2023-03-01", "kind": "提案", "by": [{ "member": "甲" }] },
            { "id": "E", "kind": "提案", "by": [{ "member": "甲" }] },
            { "id": "F", "date": "2023-03-01", "kind": "提案", "by": [{}] }]"#,
    )
    .unwrap();
    let expected = [
        (1, "record-refused"),
        (2, "unknown-member"),
        (3, "duplicate-member"),
        (4, "missing-member"),
        (5, "bad-date"),
        (6, "bad-date"),
        (7, "bad-quantity"),
        (10, "bad-id"),
        (11, "missing-value"),
        (12, "missing-member"),
    ];
    assert_eq!(refused(&intake), expected);
    assert_eq!((intake.accepted, intake.rows()), (2, 12));
    assert_eq!(written(ledger.columns()), ["row-8 2023-03-01 proposal row-8; M1 1 已审核; M2 1 已审核"]);
    assert_eq!(intake.refused[4].column.as_deref(), Some("date"));
}

#[test]
fn a_second_record_of_an_id_refuses_only_itself() {
    let (ledger, intake) = json(
        r#"[{ "id": "A", "date": "2023-03-01", "kind": "提案", "by": [{ "member": "甲" }] },
            { "id": "A", "date": "2023-03-01", "kind": "无", "by": [{ "member": "甲" }, { "member": "乙" }] },
            { "id": "B", "date": "x", "kind": "提案", "studio": "S1" },
            { "id": "B", "date": "2023-03-01", "kind": "提案", "studio": "S1" }]"#,
    )
    .unwrap();
    assert_eq!(
        refused(&intake),
        [(2, "duplicate-record"), (3, "duplicate-record"), (3 + 1, "bad-date"), (5, "duplicate-record")]
    );
    assert_eq!(written(ledger.columns()), ["A 2023-03-01 proposal A; M1 1 已审核"]);
    let refusal = &intake.refused[0];
    assert_eq!((refusal.column.as_deref(), refusal.value.as_str()), (Some("id"), "A"));
}

#[test]
fn faults_of_the_document_refuse_it_whole_and_come_all_at_once() {
    let found = json(
        r#"[{ "id": 5, "date": 2023, "kind": true, "pionts": 3, "role": "co", "member": "甲", "quantity": [], "note": {},
              "by": [{ "member": "甲", "outcome": "立案", "studio": "S1" }, "乙"] },
            7, { "by": { "member": "甲" } }]"#,
    )
    .unwrap_err();
    let wrong = |text: &str| ("wrong-type".to_owned(), text.to_owned());
    let unknown = |text: &str| ("unknown-key".to_owned(), text.to_owned());
    let expected = [
        wrong("5"),
        wrong("2023"),
        wrong("true"),
        unknown("pionts"),
        unknown("role"),
        unknown("member"),
        wrong(""),
        wrong("note"),
        unknown("outcome"),
        unknown("studio"),
        wrong("乙"),
        wrong("7"),
        wrong("by"),
    ];
    assert_eq!(listed(&found), expected);
    assert_eq!(found.iter().next().unwrap().place().path, "[0].id");
    assert_eq!(listed(&json("{}").unwrap_err()), [wrong("")]);
    assert_eq!(listed(&json("[").unwrap_err())[0].0, "json-syntax");
    assert_eq!(json("[]").unwrap().1.rows(), 0);
}

#[test]
fn numbers_keep_their_digits() {
    let (ledger, intake) = json(
        r#"[{ "date": "2023-03-01", "kind": "提案", "by": [{ "member": "甲", "quantity": 999999.9999, "score": -0.0001 }] },
            { "date": "2023-03-01", "kind": "提案", "by": [{ "member": "甲", "quantity": 0.00001 }] }]"#,
    )
    .unwrap();
    assert_eq!(refused(&intake), [(2, "bad-quantity")]);
    assert_eq!(written(ledger.columns()), ["row-1 2023-03-01 proposal row-1; M1 999999.9999 -0.0001分 已审核"]);
}

#[test]
fn a_worked_example_has_dates_and_bare_lists() {
    let document = Document::from_toml(
        "ledger = { date = 2023-03-01, kind = '提案', studio = ' S1 ', by = { member = '甲', role = 'co' } }",
    )
    .unwrap();
    let mut faults = Diagnostics::default();
    let ledger = Spot::top(&document).fields(&mut faults).unwrap().optional("ledger").unwrap();
    assert_eq!(Ledger::named_in_example(ledger), [(EntityKind::Studio, "S1"), (EntityKind::Member, "甲")]);
    let (ledger, intake) = Ledger::of_example(ledger, &rulebook(), &roster(), &mut faults).unwrap();
    assert_eq!(
        (intake.accepted, written(ledger.columns())),
        (1, vec!["row-1 2023-03-01 proposal row-1; M1 1 已审核".to_owned()])
    );
}
