//! A roll-up as it reads: the files in `golden` are what must come out.

use crate::say::golden;
use crate::{Grouping, Lang, Ledger, Period, Rollup, Roster, Rulebook};

const RULES: &str = r#"
[rulebook]
format = 1
id = "lantian"
title = "蓝田市政协委员履职积分办法"
[kinds]
visit = "走访"
[[board]]
id = "member"
title = "委员履职积分"
subject = "member"
[[item]]
id = "visit"
label = "走访"
when = { kind = "visit" }
points = 1
per = "quantity"
[[grade]]
label = "优秀"
at_least = 80
[[grade]]
label = "称职"
at_least = 60
"#;

const ROSTER: &str = r#"{
    "committees": [{ "id": "econ", "name": "经济委|员会" }, { "id": "edu", "name": "教科卫体委员会" }, { "id": "law", "name": "社会法制委员会" }],
    "members": [
        { "id": "M1", "committees": ["econ", "edu"] }, { "id": "M2", "committees": "econ" }, { "id": "M3", "committees": "edu" },
        { "id": "M4" }, { "id": "M5", "committees": "econ" }, { "id": "M6", "scored": false }
    ]
}"#;

fn rollup(by: Grouping) -> Rollup {
    let rulebook = Rulebook::from_toml(RULES).unwrap();
    let roster = Roster::from_json(ROSTER).unwrap();
    let rows = [("M1", "91.5"), ("M2", "60"), ("M3", "78.25"), ("M4", "12"), ("M5", "83.3")];
    let row = |(member, quantity): &(&str, &str)| format!("2023-03-01,{member},visit,{quantity}\n");
    let table = format!("日期,委员,类型,数量\n{}", rows.iter().map(row).collect::<Vec<_>>().concat());
    let (ledger, _) = Ledger::from_csv(table, &rulebook, &roster).unwrap();
    let scorer = rulebook.scorer(&roster).unwrap();
    let scores = scorer.score(&ledger, "2023".parse::<Period>().unwrap()).unwrap();
    scorer.rollup(scores.board("member").unwrap(), by).unwrap()
}

fn same(file: &str, found: &str) {
    golden::same("rollup", file, found);
}

#[test]
fn rollups_read_as_they_did() {
    let rollup = rollup(Grouping::Committee);
    same("committees.zh.txt", &rollup.to_text(Lang::Zh));
    same("committees.en.txt", &rollup.to_text(Lang::En));
    same("committees.zh.md", &rollup.to_markdown(Lang::Zh));
    same("committees.zh.csv", &rollup.to_csv(Lang::Zh).replace("\r\n", "\n"));
    assert_eq!(rollup.to_string(), rollup.to_text(Lang::Zh));
    let page = rollup.to_html(Lang::Zh);
    assert!(page.contains("<h1>委员履职积分（按专委会统计）</h1>") && page.contains("<td>经济委|员会</td>"));
}

#[test]
fn every_grouping_has_words_in_each_language() {
    for by in Grouping::ALL {
        for lang in [Lang::Zh, Lang::En] {
            let text = rollup(by).to_text(lang);
            let none = super::words::Word::InNone(by).said(lang);
            assert!(by == Grouping::Committee || text.contains(none), "{text}");
        }
    }
}
