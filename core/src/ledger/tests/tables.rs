use super::super::{Cell, Intake, Ledger};
use super::{csv, json, listed, refused, roster, rulebook, written};
use crate::{Date, Diagnostics, Lang};
use proptest::prelude::*;

fn rows(headings: &[&str], rows: Vec<Vec<Cell<'_>>>) -> Result<(Ledger, Intake), Diagnostics> {
    Ledger::from_rows(headings.iter().copied(), rows, &rulebook(), &roster())
}

#[test]
fn typed_cells_mean_what_their_text_means() {
    let day = Cell::Date(Date::new(2023, 3, 1).unwrap());
    let (ledger, intake) = rows(
        &["日期", "委员", "kind", "数量", "编号", "结果"],
        vec![
            vec![
                day,
                "甲".into(),
                "提案".into(),
                Cell::Number("2.5".parse().unwrap()),
                Cell::Number(7.into()),
                None.into(),
            ],
            vec![Cell::from("2023/3/1"), "M2".into(), "proposal".into(), Cell::Blank, "7".into(), " 立案 ".into()],
            vec![],
            vec![day, day],
        ],
    )
    .unwrap();
    assert_eq!(written(ledger.columns()), ["7 2023-03-01 proposal 7; M1 2.5 已审核; M2 1 已审核"]);
    assert_eq!((refused(&intake), intake.rows()), (vec![(3, "missing-value"), (4, "unknown-member")], 4));
    assert_eq!(intake.refused[1].value, "2023-03-01");
}

#[test]
fn faults_of_a_table_have_the_same_codes_as_those_of_csv() {
    let faults = rows(&["date", "委员", " 类形 "], vec![]).unwrap_err();
    assert_eq!(
        listed(&faults),
        [("unknown-column".to_owned(), "类形".to_owned()), ("missing-column".to_owned(), String::new())]
    );
    let faults = rows(&["date", "kind"], vec![vec![Cell::Blank; 2], vec![Cell::Blank; 3]]).unwrap_err();
    assert_eq!(faults.to_string().split(':').next(), Some("[csv-syntax] row 2"));
}

#[test]
fn the_intake_speaks_both_languages_and_strict_mode_lists_every_refusal() {
    let (_, intake) =
        csv("编号,日期,委员,类型\nP,2023-03-01,甲,提案\nP,2023-03-01,丁,提案\nQ,2023-03-01,甲,提案\n").unwrap();
    let text = intake.to_text(Lang::Zh);
    let lines: Vec<_> = text.lines().collect();
    assert_eq!(lines[0], "读入 3 行：收 1 行，退 2 行");
    assert!(lines[1].starts_with("第 1 行：") && lines[1].ends_with("[record-refused]"), "{text}");
    assert!(lines[2].starts_with("第 2 行 委员：") && lines[2].contains("`丁`"), "{text}");
    assert_eq!(intake.to_string(), text, "Chinese is what is printed");
    let english = intake.to_text(Lang::En);
    assert!(english.starts_with("3 rows read: 1 accepted, 2 refused\nrow 1: "), "{english}");
    let strict = intake.strict().unwrap_err();
    assert_eq!(
        strict.iter().map(|fault| fault.place().path.as_str()).collect::<Vec<_>>(),
        ["row 1", "row 2, column 委员"]
    );
    assert_eq!(
        listed(&strict),
        [("record-refused".to_owned(), String::new()), ("unknown-member".to_owned(), "丁".to_owned())]
    );
    let data = serde_json::to_value(&intake).unwrap();
    assert_eq!(
        (&data["accepted"], &data["refused"][1]["column"], &data["refused"][1]["code"]),
        (&1.into(), &"委员".into(), &"unknown-member".into())
    );

    let (_, intake) = csv("日期,委员,类型\n2023-03-01,甲,提案\n").unwrap();
    assert_eq!(intake.strict(), Ok(()));
    assert_eq!(intake.to_text(Lang::Zh), "读入 1 行：收 1 行，退 0 行");
}

/// Cells that mean something in some column, and some that mean nothing anywhere.
fn cell() -> impl Strategy<Value = &'static str> {
    proptest::sample::select(vec![
        "",
        "P",
        "Q",
        "row-1",
        "2023-03-01",
        "2023/3/2",
        "2023-02-30",
        "甲",
        "M2",
        "赵六",
        "提案",
        "opinion",
        "一室",
        "S1",
        "小学",
        "2",
        "-1",
        "void",
        "立案",
        "co",
        " ",
    ])
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn no_bytes_at_all_make_it_panic(bytes: Vec<u8>, heading: bool) {
        let mut table = if heading { "编号,日期,委员,类型,数量\n".as_bytes().to_vec() } else { Vec::new() };
        table.extend(&bytes);
        for encoding in [super::super::Encoding::Utf8, super::super::Encoding::Gb18030] {
            if let Ok((ledger, intake)) = Ledger::from_csv_in(encoding, &table, &rulebook(), &roster()) {
                prop_assert!(ledger.participations() as u64 <= intake.accepted);
            }
        }
        let _ = json(&String::from_utf8_lossy(&bytes));
    }

    #[test]
    fn every_row_is_accepted_or_listed(rows in prop::collection::vec(prop::collection::vec(cell(), 8), 0..30)) {
        let heading = "编号,日期,委员,类型,工作室,单位,数量,结果";
        let lines: Vec<String> = rows.iter().map(|row| row.join(",")).collect();
        let table = format!("{heading}\n{}", lines.join("\n\n"));
        let (ledger, intake) = csv(&table).unwrap();
        prop_assert_eq!(intake.rows(), rows.len() as u64);
        let columns = ledger.columns();
        // A row that is accepted is a participation, or the record's own statement in a record that then has no other.
        prop_assert!(columns.member.len() as u64 <= intake.accepted);
        prop_assert!(intake.accepted >= columns.len() as u64);
        let numbers: Vec<_> = intake.refused.iter().map(|refusal| refusal.row).collect();
        prop_assert!(numbers.is_sorted_by(|a, b| a < b), "{numbers:?}");
        let again = super::Ledger::from_rows(heading.split(','), rows.iter().map(|row| row.iter().map(|&text| Cell::from(text))), &rulebook(), &roster());
        prop_assert_eq!(again.map(|(_, intake)| intake), Ok(intake));
    }

    #[test]
    fn json_counts_its_rows(records in prop::collection::vec((prop::collection::vec(cell(), 4), prop::collection::vec(cell(), 0..4)), 0..12)) {
        let list: Vec<_> = records.iter().map(|(own, by)| {
            let by: Vec<_> = by.iter().map(|member| serde_json::json!({ "member": member })).collect();
            serde_json::json!({ "id": own[0], "date": own[1], "kind": own[2], "studio": own[3], "by": by })
        }).collect();
        let (_, intake) = json(&serde_json::to_string(&list).unwrap()).unwrap();
        prop_assert_eq!(intake.rows(), records.iter().map(|(_, by)| by.len().max(1) as u64).sum::<u64>());
    }
}
