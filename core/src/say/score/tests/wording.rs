//! What a sentence says of numbers, windows and rules, on a rulebook of small rules.

use crate::{Board, Lang, Ledger, Period, Roster, Rulebook, Statement};

const HEAD: &str = r#"
[rulebook]
format = 1
id = "wording"
title = "办法"
[kinds]
visit = "走访"
report = "信息"
meeting = "会议"
violation = "通报"
[facets.role]
label = "身份"
on = "participation"
values = { lead = "执笔人", co = "参与人" }
[roles]
head = "负责人"
[[board]]
id = "member"
title = "积分"
subject = "member"
"#;

const ROSTER: &str = r#"{
    "members": [{ "id": "M1", "name": "甲", "checks": ["venue"] }, { "id": "M2", "name": "乙" }, { "id": "M3", "name": "丙" }, { "id": "M4", "name": "丁" }],
    "studios": [{ "id": "S1", "name": "城南工作室" }],
    "memberships": [{ "member": "M1", "studio": "S1", "role": "head" }]
}"#;

/// The board of members, over 2023.
#[track_caller]
fn board(rules: &str, ledger: &str) -> Board {
    let rulebook = Rulebook::from_toml(&format!("{HEAD}{rules}")).unwrap();
    let roster = Roster::from_json(ROSTER).unwrap();
    let (ledger, intake) = Ledger::from_json(ledger, &rulebook, &roster).unwrap();
    intake.strict().unwrap();
    let scores = rulebook.scorer(&roster).unwrap().score(&ledger, "2023".parse::<Period>().unwrap()).unwrap();
    scores.board("member").unwrap().clone()
}

fn of_first(rules: &str, ledger: &str) -> Statement {
    board(rules, ledger).statement("M1").unwrap().clone()
}

/// What is on the page in either language, on one line, so that no break stands in the way.
#[track_caller]
fn says(statement: &Statement, expected: &[(Lang, &str)]) {
    for (lang, expected) in expected {
        let page = statement.to_markdown(*lang);
        assert!(page.contains(expected), "{expected}\n{page}");
    }
}

/// Records of one member, each with its day and kind.
fn ledger(records: &[(&str, &str)]) -> String {
    let record = |(n, (day, kind)): (usize, &(&str, &str))| {
        format!(r#"{{ "id": "R{n}", "date": "{day}", "kind": "{kind}", "by": [{{ "member": "M1" }}] }}"#)
    };
    format!("[{}]", (1..).zip(records).map(record).collect::<Vec<_>>().join(","))
}

#[test]
fn a_window_that_is_full_is_named() {
    let rules = r#"
        cap = 9
        [[category]]
        id = "voice"
        label = "建言"
        cap = 20
        weight = 0.5
        [[item]]
        id = "report"
        in = "voice"
        label = "信息"
        when = { kind = "report" }
        points = 6
        window = "month"
        window_cap = 10
    "#;
    let days = ["2023-01-03", "2023-01-05", "2023-02-01", "2023-02-09", "2023-02-10", "2023-03-01"];
    let statement = of_first(rules, &ledger(&days.map(|day| (day, "report"))));
    says(
        &statement,
        &[
            (Lang::Zh, "每月至多10分：2023年1月超出2分不计，2023年2月超出8分不计。"),
            (
                Lang::En,
                "At most 10 points in each month: 2 above it do not count in January 2023, 8 above it do not count in February 2023.",
            ),
            // 6 × 0.5, of which the month took 2 × 0.5 and the board 1.
            (Lang::Zh, "「信息」2023年1月已满10分，此行计入2分。"),
            (Lang::Zh, "「信息」2023年2月已满10分，减1分；「积分」已满9分，减1分；此行计入1分。"),
            (
                Lang::En,
                "“信息” has reached its cap of 10 points in February 2023, 1 less; “积分” has reached its cap of 9 points, 1 less: this line counts 1.",
            ),
        ],
    );
}

#[test]
fn lines_without_records_name_their_window() {
    let rules = r#"
        [[board]]
        id = "studio"
        title = "工作室"
        subject = "studio"
        [[grade]]
        board = "studio"
        label = "达标"
        [[duty]]
        id = "reports"
        label = "每月一条信息"
        subject = "member"
        when = { kind = "report" }
        at_least = 1
        window = "month"
        [[standard]]
        id = "site"
        label = "建设"
        subject = "member"
        checks = [{ id = "venue", label = "场地" }, { id = "sign", label = "标牌" }]
        [[item]]
        id = "base"
        in = "member"
        label = "基础"
        base = true
        points = 1
        window = "half"
        [[item]]
        id = "duty"
        in = "member"
        label = "按月报送"
        duty = "reports"
        points = -2
        missed = true
        window = "half"
        window_floor = -7
        floor = -10
        [[item]]
        id = "site"
        in = "member"
        label = "建设情况"
        standard = "site"
        points = 4
        window = "half"
        [[item]]
        id = "honour"
        in = "member"
        label = "评优"
        inherit = { board = "studio", through = "membership", role = "head", grade = "达标" }
        points = 3
        window = "half"
    "#;
    let statement = of_first(rules, &ledger(&[("2023-01-03", "report")]));
    says(
        &statement,
        &[
            (Lang::Zh, "| 2023年上半年 | 基础分 |"),
            (Lang::Zh, "| 2023年下半年 | 「每月一条信息」有6次未完成 |"),
            (Lang::Zh, "| 2023年下半年 | 「建设」2项中达到1项 |"),
            (Lang::Zh, "| 2023年上半年 | 补足下限，最低-7分 |"),
            (Lang::Zh, "|  | 补足下限，最低-10分 |"),
            (Lang::Zh, "| 2023年下半年 | 所在集体评为「达标」，城南工作室 |"),
            (Lang::Zh, "每半年最低-7分：2023年上半年补回3分，2023年下半年补回5分。"),
            (Lang::En, "| second half of 2023 | belongs to what got “达标”, 城南工作室 |"),
            (Lang::Zh, "**按月报送：扣10分**"),
            (Lang::En, "**按月报送: takes off 10**"),
        ],
    );
}

#[test]
fn how_many_are_skipped_and_how_many_count() {
    let rules = |keys: &str| {
        format!("[[item]]\nid = \"a\"\nlabel = \"信息\"\nwhen = {{ kind = \"report\" }}\npoints = 2\n{keys}\n")
    };
    let three = ledger(&[("2023-01-03", "report"), ("2023-01-04", "report"), ("2023-03-05", "report")]);
    let said =
        |keys: &str, zh: &str, en: &str| says(&of_first(&rules(keys), &three), &[(Lang::Zh, zh), (Lang::En, en)]);
    said("skip = 1", "本项目的第1次按办法不计分，此行不计分。", "The first one of this item does not count");
    said(
        "skip = 2\nwindow = \"quarter\"",
        "自此行起的2行都不计分：本项目每季度的前2次按办法不计分。",
        "The first 2 of this item in each quarter do not count: this line and the next count nothing.",
    );
    said(
        "most = 2",
        "本项目只计得分最高的2次，此次不在其内，此行不计分。",
        "Only the best 2 of this item count, and this is not among them",
    );
    said(
        "most = 1\nwindow = \"month\"",
        "本项目每月只计得分最高的1次",
        "Only the best one of this item counts in each month, and this is not it",
    );
    said("once = true\nwindow = \"month\"", "本项目每月只计一次", "This item counts once in each month");
}

#[test]
fn an_assessors_score_is_called_one() {
    let rules = "[[item]]\nid = \"a\"\nlabel = \"信息\"\nwhen = { kind = \"report\" }\ngiven = { min = 1, max = 8 }\n";
    let scored = |score: &str| {
        let ledger = format!(
            r#"[{{ "id": "R1", "date": "2023-01-03", "kind": "report", "score": {score}, "by": [{{ "member": "M1" }}] }}]"#
        );
        of_first(rules, &ledger)
    };
    says(&scored("7.5"), &[(Lang::Zh, "| 评分7.5 |"), (Lang::En, "| score 7.5 |")]);
    says(&scored("12"), &[(Lang::Zh, "| 评分12（至多8） |"), (Lang::En, "| score 12 (at most 8) |")]);
    says(&scored("-2"), &[(Lang::Zh, "| 评分-2（至少1） |"), (Lang::En, "| score -2 (at least 1) |")]);
}

#[test]
fn where_a_share_comes_from() {
    let rules = |share: &str| {
        format!(
            "[[item]]\nid = \"a\"\nlabel = \"信息\"\nwhen = {{ kind = \"report\" }}\npoints = 12\nshare = {share}\n"
        )
    };
    let together = |roles: &[&str]| {
        let by = roles.iter().enumerate().map(|(n, role)| format!(r#"{{ "member": "M{}", "role": "{role}" }}"#, n + 1));
        let by = by.collect::<Vec<_>>().join(",");
        format!(r#"[{{ "id": "R1", "date": "2023-01-03", "kind": "report", "by": [{by}] }}]"#)
    };
    let lead = rules("{ facet = \"role\", value = \"lead\", part = 0.5 }");
    let said = |rules: &str, roles: &[&str], zh: &str, en: &str| {
        says(&of_first(rules, &together(roles)), &[(Lang::Zh, zh), (Lang::En, en)]);
    };
    said(&rules("\"equal\""), &["co", "co", "co"], "12 × 份额1/3，3人均分", "12 × share 1/3, equally among 3");
    said(
        &lead,
        &["lead", "co", "co", "co"],
        "12 × 份额1/2，「执笔人」得50%，其余3人均分50%",
        "12 × share 1/2, “执笔人” gets 50%, the other 3 share 50%",
    );
    said(
        &lead,
        &["co", "lead", "lead", "co"],
        "12 × 份额1/4，「执笔人」2人均分50%，其余2人均分50%",
        "12 × share 1/4, 2 × “执笔人” share 50%, the other 2 share 50%",
    );
    said(
        &lead,
        &["co", "lead"],
        "12 × 份额1/2，「执笔人」得50%，其余1人得50%",
        "“执笔人” gets 50%, the other one gets 50%",
    );
    // Where nobody carries the value, or everybody does, it is shared alike.
    said(&lead, &["co", "co"], "12 × 份额1/2，2人均分", "equally among 2");
    said(
        &rules("{ facet = \"role\", value = \"lead\", part = 1 }"),
        &["co", "lead", "co"],
        "12 × 份额0/1，「执笔人」得100%，其余2人不得分",
        "“执笔人” gets 100%, the other 2 get nothing",
    );
}

#[test]
fn a_quota_without_a_seat_is_said_to_have_none() {
    let rules = |quota: &str| {
        format!(
            "[[item]]\nid = \"a\"\nlabel = \"基础\"\nbase = true\npoints = 5\n\
             [[grade]]\nlabel = \"优秀\"\nat_least = 5\nquota = {quota}\n[[grade]]\nlabel = \"称职\"\n"
        )
    };
    let none = of_first(&rules("{ share = 0.2 }"), "[]");
    let left_out = |statement: &Statement| -> Vec<(String, bool)> {
        statement.left_out.iter().map(|grade| (grade.label.to_string(), grade.seats)).collect()
    };
    assert_eq!(left_out(&none), [("优秀".to_owned(), false)]);
    says(
        &none,
        &[
            (Lang::Zh, "「优秀」的条件已经达到，但按办法算下来没有名额，未能评入。"),
            (Lang::En, "The conditions of “优秀” are met, but its quota comes to no seat at all."),
        ],
    );
    let few = of_first(&rules("{ share = 0.5 }"), "[]");
    assert_eq!(left_out(&few), [("优秀".to_owned(), true)]);
    says(&few, &[(Lang::Zh, "「优秀」的条件已经达到，因名额不足，未能评入。")]);
}

#[test]
fn what_used_a_record_without_points_is_named() {
    let rules = r#"
        [[item]]
        id = "rate"
        label = "出席率"
        when = { kind = "meeting", role = "lead" }
        rate = { of = { kind = "meeting" } }
        points = 10
        [[veto]]
        label = "受到通报"
        when = { kind = ["violation", "visit"] }
        [[notice]]
        id = "often"
        label = "频繁走访提醒"
        count = { when = { kind = "visit" }, at_least = 9 }
        [[duty]]
        id = "visits"
        label = "每年走访"
        subject = "member"
        when = { kind = "visit" }
        at_least = 1
    "#;
    let statement =
        of_first(rules, &ledger(&[("2023-01-03", "visit"), ("2023-01-04", "meeting"), ("2023-01-05", "report")]));
    says(
        &statement,
        &[
            (Lang::Zh, "| 不单独计分，已用于否决事项「受到通报」、提醒「频繁走访提醒」、履职要求「每年走访」 |"),
            (Lang::Zh, "| 不单独计分，已用于计算「出席率」 |"),
            (Lang::Zh, "| 办法里没有可以计这条记录的项目 |"),
            (Lang::En, "it was used for the veto “受到通报”, the notice “频繁走访提醒”, the duty “每年走访”"),
            (Lang::En, "it was used for the rate “出席率”"),
        ],
    );
}

#[test]
fn what_is_taken_off_is_said_without_a_sign() {
    let rules = "[[item]]\nid = \"a\"\nlabel = \"缺席\"\nwhen = { kind = \"meeting\" }\npoints = -1.25\n";
    let statement = of_first(rules, &ledger(&[("2023-01-03", "meeting")]));
    says(
        &statement,
        &[
            (Lang::Zh, "**缺席：扣1.25分**"),
            (Lang::Zh, "各行合计扣1.25分。这就是总分：-1.25分。"),
            (Lang::Zh, "| -1.25 | -1.25 |"),
            (Lang::En, "**缺席: takes off 1.25**"),
            (Lang::En, "The lines together take off 1.25."),
        ],
    );
}

#[test]
fn a_percentile_is_said_of_the_counts_themselves() {
    let rules = r#"
        for = { id = ["M1", "M2", "M3"] }
        [[item]]
        id = "a"
        label = "信息"
        when = { kind = "report" }
        points = 2
        [[dimension]]
        id = "voice"
        label = "建言"
        categories = "a"
    "#;
    let board = board(rules, &ledger(&[("2023-01-03", "report")]));
    says(board.statement("M1").unwrap(), &[(Lang::Zh, "| 100%，3/3 |"), (Lang::En, "| 100%, 3 of 3 |")]);
    says(board.statement("M2").unwrap(), &[(Lang::Zh, "| 66.67%，2/3 |"), (Lang::En, "| 66.67%, 2 of 3 |")]);
}
