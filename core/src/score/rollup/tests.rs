use super::Rollup;
use crate::{Assessment, Board, Grouping, Ledger, Period, Roster, Rulebook, Scorer};

const RULES: &str = r#"
[rulebook]
format = 1
id = "groups"
title = "办法"
[kinds]
visit = "走访"
violation = "通报"
[posts]
chair = "主席"
standing = "常委"
[[board]]
id = "member"
title = "委员积分"
subject = "member"
for = { post = { not = "chair" } }
classes = [{ id = "standing", label = "常委", for = { post = "standing" } }, { id = "ordinary", label = "委员", for = { tag = false } }]
[[board]]
id = "studio"
title = "工作室积分"
subject = "studio"
[[board]]
id = "sector"
title = "界别积分"
subject = "sector"
[[item]]
id = "visit"
in = "member"
label = "走访"
when = { kind = "visit" }
points = 1
per = "quantity"
[[item]]
id = "studio-visit"
in = "studio"
label = "走访"
when = { kind = "visit" }
points = 3
[[grade]]
board = "member"
label = "优秀"
at_least = 10
[[grade]]
board = "member"
id = "good"
label = "称职"
at_least = 5
[[veto]]
board = "member"
label = "通报"
when = { kind = "violation" }
grade = "不称职"
"#;

const ROSTER: &str = r#"{
    "sectors": [{ "id": "art", "name": "文艺界" }, { "id": "farm", "name": "农业界" }, { "id": "law", "name": "法律界" }],
    "committees": [{ "id": "econ", "name": "经济委" }, { "id": "edu", "name": "教科委" }],
    "groups": [{ "id": "g1", "name": "第一组" }],
    "studios": [{ "id": "S1", "name": "城南室", "sector": "art" }, { "id": "S2", "name": "城北室" }],
    "members": [
        { "id": "M1", "sector": "farm", "committees": ["econ", "edu"], "party": "民盟", "posts": "standing" },
        { "id": "M2", "sector": [{ "id": "farm", "to": "2023-12-30" }, { "id": "art", "from": "2023-12-31" }], "committees": "edu", "party": "民建" },
        { "id": "M3", "committees": [{ "id": "econ", "to": "2023-06-30" }], "party": "民建" },
        { "id": "M4", "sector": "art", "posts": "chair" },
        { "id": "M5", "sector": "art", "scored": false },
        { "id": "M6", "sector": "farm", "groups": "g1" }
    ],
    "memberships": [{ "member": "M1", "studio": "S1", "to": "2023-06-30" }, { "member": "M2", "studio": "S1" }, { "member": "M2", "studio": "S2" }]
}"#;

const LEDGER: &str = r#"[
    { "id": "R1", "date": "2023-01-05", "kind": "visit", "studio": "S1", "quantity": 12, "by": [{ "member": "M1" }] },
    { "id": "R2", "date": "2023-01-06", "kind": "visit", "quantity": 5, "by": [{ "member": "M2" }, { "member": "M4" }, { "member": "M5" }] },
    { "id": "R3", "date": "2023-01-07", "kind": "visit", "quantity": 2, "by": [{ "member": "M3" }] },
    { "id": "R4", "date": "2023-01-08", "kind": "violation", "by": [{ "member": "M3" }] }
]"#;

fn scorer() -> (Scorer, Ledger) {
    let rulebook = Rulebook::from_toml(RULES).unwrap();
    let roster = Roster::from_json(ROSTER).unwrap();
    let (ledger, intake) = Ledger::from_json(LEDGER, &rulebook, &roster).unwrap();
    intake.strict().unwrap();
    (rulebook.scorer(&roster).unwrap(), ledger)
}

fn board(id: &str, day: &str) -> (Scorer, Board) {
    let (scorer, ledger) = scorer();
    let asked = Assessment::of("2023".parse::<Period>().unwrap()).as_of(day.parse().unwrap());
    let board = scorer.score(&ledger, asked).unwrap().board(id).unwrap().clone();
    (scorer, board)
}

/// Every row as group, label, count, mean and median; the whole board last.
#[track_caller]
fn rows(rollup: &Rollup) -> Vec<String> {
    let row = |row: &super::RollupRow| {
        let totals = row.totals.map(|totals| format!(" {} {}", totals.mean, totals.median)).unwrap_or_default();
        format!("{} {} {}{totals}", row.group.as_deref().unwrap_or("-"), row.label, row.count)
    };
    rollup.rows.iter().chain([&rollup.whole]).map(row).collect()
}

#[track_caller]
fn by(grouping: Grouping, day: &str, several: u32, expected: &[&str]) {
    let (scorer, board) = board("member", day);
    let rollup = scorer.rollup(&board, grouping).unwrap();
    assert_eq!((rows(&rollup), rollup.several), (expected.iter().map(ToString::to_string).collect(), several));
}

#[test]
fn members_are_in_the_groups_of_the_day() {
    // Neither the chair, who is not assessed, nor who is not scored counts; where nobody is assessed, the group is listed all the same.
    by(
        Grouping::Sector,
        "2023-12-31",
        0,
        &[
            "art 文艺界 1 5.00 5.00",
            "farm 农业界 2 6.00 6.00",
            "law 法律界 0",
            "-  1 2.00 2.00",
            "- 委员积分 4 4.75 3.50",
        ],
    );
    by(
        Grouping::Sector,
        "2023-12-30",
        0,
        &["art 文艺界 0", "farm 农业界 3 5.67 5.00", "law 法律界 0", "-  1 2.00 2.00", "- 委员积分 4 4.75 3.50"],
    );
    by(Grouping::Group, "2023-12-31", 0, &["g1 第一组 1 0.00 0.00", "-  3 6.33 5.00", "- 委员积分 4 4.75 3.50"]);
}

#[test]
fn who_is_in_several_groups_counts_in_each() {
    by(
        Grouping::Committee,
        "2023-12-31",
        1,
        &["econ 经济委 1 12.00 12.00", "edu 教科委 2 8.50 8.50", "-  2 1.00 1.00", "- 委员积分 4 4.75 3.50"],
    );
    by(
        Grouping::Studio,
        "2023-06-30",
        1,
        &["S1 城南室 2 8.50 8.50", "S2 城北室 1 5.00 5.00", "-  2 1.00 1.00", "- 委员积分 4 4.75 3.50"],
    );
}

#[test]
fn classes_stand_as_the_rulebook_has_them_and_parties_by_name() {
    by(
        Grouping::Class,
        "2023-12-31",
        0,
        &["standing 常委 1 12.00 12.00", "ordinary 委员 3 2.33 2.00", "- 委员积分 4 4.75 3.50"],
    );
    by(
        Grouping::Party,
        "2023-12-31",
        0,
        &["民建 民建 2 3.50 3.50", "民盟 民盟 1 12.00 12.00", "-  1 0.00 0.00", "- 委员积分 4 4.75 3.50"],
    );
}

#[test]
fn grades_are_counted_in_the_order_of_the_rulebook() {
    let (scorer, board) = board("member", "2023-12-31");
    let rollup = scorer.rollup(&board, Grouping::Sector).unwrap();
    let counted = |row: &super::RollupRow| -> Vec<String> {
        row.grades.iter().map(|grade| format!("{} {}", grade.label.as_deref().unwrap_or("-"), grade.count)).collect()
    };
    assert_eq!(counted(&rollup.whole), ["优秀 1", "称职 1", "不称职 1", "- 1"]);
    assert_eq!(counted(&rollup.rows[1]), ["优秀 1", "称职 0", "不称职 0", "- 1"]);
    assert_eq!(counted(&rollup.rows[2]), ["优秀 0", "称职 0", "不称职 0", "- 0"]);
}

#[test]
fn studios_have_sectors_and_no_committees() {
    let (scorer, board) = board("studio", "2023-12-31");
    let rollup = scorer.rollup(&board, Grouping::Sector).unwrap();
    assert_eq!(
        rows(&rollup),
        ["art 文艺界 1 3.00 3.00", "farm 农业界 0", "law 法律界 0", "-  1 0.00 0.00", "- 工作室积分 2 1.50 1.50"]
    );
    assert!(rollup.whole.grades.is_empty());
    let faults = scorer.rollup(&board, Grouping::Committee).unwrap_err();
    let said: Vec<String> =
        faults.iter().map(|fault| format!("{} {}", fault.code(), fault.message(crate::Lang::Zh))).collect();
    assert_eq!(said, ["wrong-subject `committee` 不适用于工作室"]);
}

#[test]
fn a_board_of_elsewhere_is_refused() {
    let (scorer, mut board) = board("member", "2023-12-31");
    board.statements[0].id = "M9".into();
    board.statements[1].id = "M8".into();
    let codes = |board: &Board, by| -> Vec<String> {
        scorer.rollup(board, by).unwrap_err().iter().map(|fault| fault.code().to_string()).collect()
    };
    assert_eq!(codes(&board, Grouping::Sector), ["unknown-member", "unknown-member"]);
    board.id = "members".parse().unwrap();
    assert_eq!(codes(&board, Grouping::Sector), ["unknown-reference"]);
}

#[test]
fn a_board_of_nobody_has_empty_rows() {
    let (scorer, mut board) = board("member", "2023-12-31");
    board.statements.clear();
    let rollup = scorer.rollup(&board, Grouping::Group).unwrap();
    assert_eq!(rows(&rollup), ["g1 第一组 0", "- 委员积分 0"]);
}
