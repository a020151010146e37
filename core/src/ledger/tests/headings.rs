use super::{csv, faults, written};
use crate::Lang;

#[test]
fn columns_are_headed_by_id_label_or_alias() {
    let (ledger, intake) = csv("\u{feff} 编号 ,date,委员,kind,办理结果,role\nP,2023-03-01,甲,提案,重点,co\n").unwrap();
    assert_eq!(intake.accepted, 1);
    assert_eq!(written(ledger.columns()), ["P 2023-03-01 proposal P; M1 1 已审核"]);
    let columns = ledger.columns();
    let values = columns.facets.iter().map(|facet| {
        let of_record = facet.of_record.iter().flatten().map(|&value| facet.values[value].to_string());
        (
            facet.id.to_string(),
            of_record.chain(facet.of_part.iter().flatten().map(|&value| facet.values[value].to_string())).collect(),
        )
    });
    assert_eq!(
        values.collect::<Vec<(String, Vec<String>)>>(),
        [("outcome".into(), vec!["key".into()]), ("role".into(), vec!["co".into()])]
    );
}

#[test]
fn all_faults_of_a_heading_come_at_once() {
    let expected = [
        ("unknown-column", "日 期"),
        ("duplicate-column", "member"),
        ("unknown-column", "结菓"),
        ("duplicate-column", "outcome"),
    ];
    let mut expected: Vec<_> = expected.into_iter().map(|(code, text)| (code.to_owned(), text.to_owned())).collect();
    let heading = "日 期,委员,\"member\",结果,结菓,outcome";
    expected.extend(["missing-column", "missing-column"].map(|code| (code.to_owned(), heading.to_owned())));
    assert_eq!(faults(format!("{heading}\n甲\n")), expected);

    let found = csv(format!("\r\n{heading}\n甲\n")).unwrap_err();
    let places: Vec<_> = found.iter().map(|fault| (fault.place().line, fault.place().column)).collect();
    assert_eq!(places, [(2, 1), (2, 9), (2, 20), (2, 23), (2, 1), (2, 1)]);
    let helps: Vec<_> = found.iter().map(|fault| fault.help(Lang::En)).collect();
    assert_eq!(helps[2], "did you mean `结果`?");
    assert!(helps[5].contains("`kind`"), "{helps:?}");
}

#[test]
fn a_blank_heading_is_no_column() {
    assert_eq!(faults("日期,委员,类型,\n"), [("unknown-column".to_owned(), String::new())]);
}

#[test]
fn a_heading_alone_is_an_empty_ledger_and_nothing_at_all_is_no_table() {
    for table in ["日期,类型", "日期,类型\n", "\u{feff}日期,类型\r\n\r\n  \n"] {
        let (ledger, intake) = csv(table).unwrap();
        assert_eq!((ledger.records(), intake.rows()), (0, 0));
    }
    for table in ["", "\u{feff}", "\n \n"] {
        let codes: Vec<_> = faults(table).into_iter().map(|(code, _)| code).collect();
        assert_eq!(codes, ["missing-column", "missing-column"]);
    }
}
