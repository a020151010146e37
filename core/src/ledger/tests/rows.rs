use super::{csv, refused, written};
use crate::Lang;

const HEADING: &str = "编号,日期,委员,类型,工作室,单位,活动组,专委会,界别,成果,数量,得分,状态,备注,结果,身份\n";

/// The code of a row alone in a table with every column; none if it is accepted.
fn code(row: &str) -> Option<&'static str> {
    let (_, intake) = csv(format!("{HEADING}{row}\n")).unwrap();
    assert_eq!(intake.rows(), 1, "{row}");
    intake.refused.first().map(|refusal| refusal.code().as_str())
}

#[test]
fn every_fault_of_a_cell_has_its_code() {
    for (row, expected) in [
        ("row-1,2023-03-02,甲,提案", "bad-id"),
        ("P,,甲,提案", "missing-value"),
        ("P,2023-02-29,甲,提案", "bad-date"),
        ("P,1899-12-31,甲,提案", "bad-date"),
        ("P,2023-3-2日,甲,提案", "bad-date"),
        ("P,2023-03-02,,提案", "missing-member"),
        ("P,2023-03-02,,提案,,U1", "missing-member"),
        ("P,2023-03-02,丙,提案", "unknown-member"),
        ("P,2023-03-02,赵六,提案", "ambiguous-member"),
        ("P,2023-03-02,甲,", "missing-value"),
        ("P,2023-03-02,甲,倡议", "undeclared-kind"),
        ("P,2023-03-02,甲,提案,无", "unknown-studio"),
        ("P,2023-03-02,甲,提案,重名室", "ambiguous-studio"),
        ("P,2023-03-02,甲,提案,,无", "unknown-unit"),
        ("P,2023-03-02,甲,提案,,小学", "ambiguous-unit"),
        ("P,2023-03-02,甲,提案,,,无", "unknown-group"),
        ("P,2023-03-02,甲,提案,,,组", "ambiguous-group"),
        ("P,2023-03-02,甲,提案,,,,无", "unknown-committee"),
        ("P,2023-03-02,甲,提案,,,,委", "ambiguous-committee"),
        ("P,2023-03-02,甲,提案,,,,,无", "unknown-sector"),
        ("P,2023-03-02,甲,提案,,,,,界", "ambiguous-sector"),
        ("P,2023-03-02,甲,提案,,,,,,,-0.5", "bad-quantity"),
        ("P,2023-03-02,甲,提案,,,,,,,1.00001", "bad-quantity"),
        ("P,2023-03-02,甲,提案,,,,,,,1000000.5", "bad-quantity"),
        ("P,2023-03-02,甲,提案,,,,,,,两件", "bad-quantity"),
        ("P,2023-03-02,甲,提案,,,,,,,,100000.0001", "bad-score"),
        ("P,2023-03-02,甲,提案,,,,,,,,-100001", "bad-score"),
        ("P,2023-03-02,甲,提案,,,,,,,,优", "bad-score"),
        ("P,2023-03-02,甲,提案,,,,,,,,,通过", "bad-status"),
        ("P,2023-03-02,甲,提案,,,,,,,,,,,不立案", "undeclared-value"),
        ("P,2023-03-02,甲,提案,,,,,,,,,,,,牵头人", "undeclared-value"),
    ] {
        assert_eq!(code(row), Some(expected), "{row}");
    }
}

#[test]
fn what_is_written_in_any_of_its_ways_is_accepted() {
    for row in [
        "P,2023-03-02,M1,proposal,S1,U1,G1,C1,J1,W,1,1,approved,note,filed,lead",
        "P,2023/3/2,甲,提案,一室,某社区,一组,一委,经济界,成果,1000000,-100000,已审核,备注,立案,第一提案人",
        "P,2023.3.2, 乙 ,　建议提案　,,,,,,,0,100000,待审核,,重点,co",
        "P,2023年03月02日,M3,社情民意信息,,,,,,,0.0001,0.5,退回",
        "P,2199-12-31,M4,opinion,,,,,,,1.50000,,作废",
        ",1900-01-01,,opinion,一室",
        "P,2023-03-02,,opinion,,,一组",
        "P,2023-03-02,,opinion,,,,一委",
        "P,2023-03-02,,opinion,,,,,经济界",
    ] {
        assert_eq!(code(row), None, "{row}");
    }
}

#[test]
fn a_row_has_the_first_code_in_the_order_of_the_columns() {
    let mut cells = ["row-1", "x", "", "x", "", "x", "", "", "", "", "x", "x", "x", "", "x", "x"];
    let mended = ["P", "2023-03-02", "甲", "提案", "", "U1", "", "", "", "", "1", "1", "void", "", "立案", "co"];
    let codes = [
        "bad-id",
        "bad-date",
        "missing-member",
        "undeclared-kind",
        "",
        "unknown-unit",
        "",
        "",
        "",
        "",
        "bad-quantity",
        "bad-score",
    ];
    let codes = codes.into_iter().chain(["bad-status", "", "undeclared-value", "undeclared-value"]);
    for (place, expected) in codes.enumerate().filter(|(_, expected)| !expected.is_empty()) {
        assert_eq!(code(&cells.join(",")), Some(expected));
        cells[place] = mended[place];
    }
    assert_eq!(code(&cells.join(",")), None);
}

#[test]
fn a_refused_row_refuses_its_record_and_the_others_keep_their_own_codes() {
    let (ledger, intake) = csv(
        "编号,日期,委员,类型,结果\nP1,2023-03-01,甲,提案,立案\nP1,2023-03-01,M2,proposal,filed\nP2,2023-03-02,甲,提案,\n\
         P1,2023-03-01,M3,提案,重点\nP1,2023-03-01,甲,提案,立案\nP1,2023-03-01,M4,提案,\n",
    )
    .unwrap();
    let expected = [
        (1, "record-refused"),
        (2, "record-refused"),
        (4, "disagreeing-rows"),
        (5, "duplicate-member"),
        (6, "record-refused"),
    ];
    assert_eq!(refused(&intake), expected);
    assert_eq!((intake.accepted, intake.rows()), (1, 6));
    assert_eq!(written(ledger.columns()), ["P2 2023-03-02 proposal P2; M1 1 已审核"]);
    let refusal = &intake.refused[2];
    assert_eq!((refusal.column.as_deref(), refusal.value.as_str()), (Some("结果"), "重点"));
    assert!(refusal.message(Lang::Zh).contains("`立案`"), "{refusal}");
    let refusal = &intake.refused[0];
    assert_eq!((refusal.column.as_deref(), refusal.value.as_str()), (None, ""));
}

#[test]
fn rows_of_a_record_agree_in_every_shared_column() {
    let first =
        ["P", "2023-03-02", "甲", "提案", "S1", "U1", "G1", "C1", "J1", "W", "2", "3", "void", "一", "立案", "lead"];
    let other = [
        "P",
        "2023-03-03",
        "乙",
        "opinion",
        "S2",
        "U2",
        "G2",
        "C2",
        "J2",
        "V",
        "1",
        "1",
        "pending",
        "二",
        "重点",
        "co",
    ];
    for place in 1..16 {
        let mut second = ["P", "2023-03-02", "乙", "提案", "", "", "", "", "", "", "", "", "", "", "", ""];
        second[place] = other[place];
        let (_, intake) = csv(format!("{HEADING}{}\n{}\n", first.join(","), second.join(","))).unwrap();
        let own = [2, 10, 11, 12, 13, 15].contains(&place);
        let expected: &[_] = if own { &[] } else { &[(1, "record-refused"), (2, "disagreeing-rows")] };
        assert_eq!(refused(&intake), expected, "{}", other[place]);
    }
}

#[test]
fn a_blank_agrees_with_anything_and_a_name_with_its_id() {
    let (ledger, intake) = csv(
        "record,date,member,kind,studio,work\nP,2023-03-01,甲,提案,,\nP,2023/3/1,乙,proposal,一室,W\nP,2023-03-01,M3,建议提案,S1,\nP,2023-03-01,M4,提案,,W\n",
    )
    .unwrap();
    assert_eq!(refused(&intake), []);
    assert_eq!(
        written(ledger.columns()),
        ["P 2023-03-01 proposal W; M1 1 已审核; M2 1 已审核; M3 1 已审核; M4 1 已审核"]
    );
}

#[test]
fn what_a_refused_row_says_is_said() {
    let table = "编号,日期,委员,类型,数量\nP,2023-03-01,甲,提案,x\nP,2023-03-02,乙,提案,\nP,2023-03-01,甲,提案,\nP,2023-03-01,丙,提案,\nP,2023-03-01,M4,提案,\n";
    let (_, intake) = csv(table).unwrap();
    let expected = [
        (1, "bad-quantity"),
        (2, "disagreeing-rows"),
        (3, "duplicate-member"),
        (4, "unknown-member"),
        (5, "record-refused"),
    ];
    assert_eq!(refused(&intake), expected);
}

#[test]
fn rows_without_a_record_are_records_of_their_own() {
    let (ledger, intake) =
        csv("编号,日期,委员,类型\nP,2023-03-01,甲,提案\n,2023-03-01,甲,提案\n\n ,2023-03-01,甲,提案\nrow-3,2023-03-01,甲,提案\n").unwrap();
    assert_eq!(refused(&intake), [(4, "bad-id")]);
    let ids: Vec<_> = ledger.columns().id.iter().map(ToString::to_string).collect();
    assert_eq!(ids, ["P", "row-2", "row-3"]);
    let (ledger, _) = csv("日期,委员,类型\n2023-03-01,甲,提案\n2023-03-01,甲,提案\n").unwrap();
    assert_eq!((ledger.records(), ledger.participations()), (2, 2));
}

#[test]
fn a_row_without_a_member_states_what_is_the_records_own() {
    let heading = "编号,日期,委员,类型,工作室,数量,得分,状态\n";
    let table = format!(
        "{heading}P,2023-03-01,,提案,S1,3,4,pending\nP,2023-03-01,甲,提案,,,,\nP,2023-03-01,乙,提案,,2,5,void\n"
    );
    let (ledger, intake) = csv(table).unwrap();
    assert_eq!(intake.accepted, 3);
    assert_eq!(written(ledger.columns()), ["P 2023-03-01 proposal P; M1 3 4分 已审核; M2 2 5分 作废"]);
    let columns = ledger.columns();
    let record = columns.records().next().unwrap();
    let own = (columns.quantity[record], columns.score[record], columns.status[record]);
    assert_eq!(own, (Some(3.into()), Some(4.into()), super::super::Status::Pending));

    let twice = |second: &str| {
        let (_, intake) = csv(format!("{heading}P,2023-03-01,,提案,S1,3,,\nP,2023-03-01,,提案,S1,{second}\n")).unwrap();
        refused(&intake)
    };
    assert_eq!(twice("3.0,,"), []);
    assert_eq!(twice(",1,void"), []);
    assert_eq!(twice("2,,"), [(1, "record-refused"), (2, "disagreeing-rows")]);
}

#[test]
fn short_rows_are_filled_up_with_blanks() {
    let (ledger, intake) = csv("日期,类型,委员,状态,备注\n2023-03-01,提案,甲\n2023-03-01\n").unwrap();
    assert_eq!((ledger.records(), refused(&intake)), (1, vec![(2, "missing-member")]));
}

#[test]
fn the_nearest_word_is_named() {
    let help = |row: &str| {
        let (_, intake) = csv(format!("日期,委员,类型,工作室,结果\n{row}\n")).unwrap();
        intake.refused[0].help(Lang::En)
    };
    assert_eq!(help("2023-03-01,M11,提案"), "did you mean `M1`?");
    assert_eq!(help("2023-03-01,甲,propsal"), "did you mean `proposal`?");
    assert_eq!(help("2023-03-01,甲,提案,,fild"), "did you mean `filed`?");
}
