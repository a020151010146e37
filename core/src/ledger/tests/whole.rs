use encoding_rs::GB18030;

use super::super::reading::Reading;
use super::super::written::Written;
use super::super::{Cell, Encoding, Field, Heading, Ledger};
use super::{csv, faults, listed, refused, roster, rulebook, written};
use crate::Lang;

const TABLE: &str =
    "编号,日期,委员,类型\r\nP,2023-03-01,甲,提案\r\n\r\nP,2023-03-01,赵六,提案\r\nQ,2023-03-02,乙,建议提案";

#[test]
fn the_same_table_in_either_encoding() {
    let (bytes, ..) = GB18030.encode(TABLE);
    let (ledger, intake) = Ledger::from_csv_in(Encoding::Gb18030, &bytes, &rulebook(), &roster()).unwrap();
    assert_eq!(written(ledger.columns()), ["Q 2023-03-02 proposal Q; M2 1 已审核"]);
    assert_eq!((refused(&intake), intake.rows()), (vec![(1, "record-refused"), (2, "ambiguous-member")], 3));
    let (other, same) = csv(TABLE).unwrap();
    assert_eq!((written(other.columns()), same), (written(ledger.columns()), intake));
}

#[test]
fn a_text_in_another_encoding_is_refused_with_its_row() {
    let refusal = |encoding, bytes: &[u8]| {
        let faults = Ledger::from_csv_in(encoding, bytes, &rulebook(), &roster()).unwrap_err();
        let fault = faults.iter().next().unwrap();
        assert_eq!((fault.code().as_str(), faults.len()), ("encoding", 1));
        (fault.place().path.clone(), fault.help(Lang::En))
    };
    let (bytes, ..) = GB18030.encode(TABLE);
    let (row, help) = refusal(Encoding::Utf8, &bytes);
    assert!(row == "heading" && help.contains("GB18030"), "{row}: {help}");
    let (bytes, ..) = GB18030.encode("date,kind,member\n2023-03-01,proposal,M1\n\n2023-03-01,proposal,甲\n");
    assert_eq!(refusal(Encoding::Utf8, &bytes).0, "row 2");
    let (row, help) = refusal(Encoding::Gb18030, b"date,kind,member\n2023-03-01,proposal,\xb0\n");
    assert!(row == "row 1" && help.contains("UTF-8"), "{row}: {help}");
    let (_, help) = refusal(Encoding::Gb18030, format!("\u{feff}{TABLE}").as_bytes());
    assert!(help.contains("UTF-8"), "{help}");
}

#[test]
fn quotation_marks_as_rfc_4180_has_them() {
    let (ledger, intake) = csv(
        "编号,日期,委员,类型,备注\n\"P\",2023-03-01,\"甲\",提案,\"一,二\r\n\"\"三\"\"\"\n\"Q\",2023-03-01,甲,提案\n",
    )
    .unwrap();
    assert_eq!(refused(&intake), []);
    let notes: Vec<_> =
        ledger.columns().part_note.iter().map(|note| note.as_deref().unwrap_or_default().to_owned()).collect();
    assert_eq!(notes, ["一,二\r\n\"三\"", ""]);
}

#[test]
fn a_table_that_is_not_csv_is_refused_whole() {
    let heading = "日期,类型,委员\n";
    let found = |rows: &str| {
        let faults = csv(format!("{heading}{rows}")).unwrap_err();
        let of = |fault: &crate::Diagnostic| {
            (fault.place().path.clone(), fault.place().line, fault.place().column, fault.place().text.clone())
        };
        assert!(faults.iter().all(|fault| fault.code().as_str() == "csv-syntax"), "{faults}");
        faults.iter().map(of).collect::<Vec<_>>()
    };
    let at = |row: &str, line, column, text: &str| (row.to_owned(), line, column, text.to_owned());
    assert_eq!(
        found("\n2023-03-01,提案,甲,\n2023-03-01,提案,甲\n1,2,3,4\n"),
        [at("row 1", 3, 1, "2023-03-01,提案,甲,"), at("row 3", 5, 1, "1,2,3,4")]
    );
    assert_eq!(found("2023-03-01,提案,甲\n2023-03-01,\"提案\n,甲\n"), [at("row 2", 3, 12, "\"")]);
    assert_eq!(found("2023-03-01,提\"案,甲\n"), [at("row 1", 2, 13, "\"")]);
    assert_eq!(found("2023-03-01, \"提案\",甲\n"), [at("row 1", 2, 13, "\"")]);
    assert_eq!(found("2023-03-01,\"提\n案\" ,甲\n"), [at("row 1", 3, 3, " ")]);
    assert_eq!(found("2023-03-01,提案,甲\r\n\""), [at("row 2", 3, 1, "\"")]);
    assert_eq!(faults("日期,类\"型\n"), [("csv-syntax".to_owned(), "\"".to_owned())]);
    assert_eq!(csv("日期,类\"型\n").unwrap_err().iter().next().unwrap().place().path, "heading");
}

#[test]
fn one_row_too_many_is_too_large() {
    let (rulebook, roster, written) = (rulebook(), roster(), Written::default());
    let mut reading = Reading::new(&rulebook.rules().vocabulary, &roster, &written);
    reading.most_rows = 2;
    let cell = |heading| match heading {
        Heading::Field(Field::Date) => Cell::Text("2023-03-01"),
        Heading::Field(Field::Kind) => Cell::Text("提案"),
        Heading::Field(Field::Member) => Cell::Text("甲"),
        _ => Cell::Blank,
    };
    for _ in 0..3 {
        reading.row(cell);
    }
    let faults = reading.settle().unwrap_err();
    assert_eq!(
        (listed(&faults), faults.iter().next().unwrap().place().path.as_str()),
        (vec![("too-large".to_owned(), String::new())], "row 3")
    );
}
