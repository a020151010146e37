//! A half-year of a made-up place in both languages and all forms, as it reads: the files in `golden` are what must come out.

mod golden;
mod hostile;

use std::collections::BTreeSet;

use crate::audit::{Audit, FindingCode};
use crate::{Lang, Ledger, Matters, Roster, Rulebook, Severity};

const LANGS: [Lang; 2] = [Lang::Zh, Lang::En];

/// The place as of a day.
fn audit(day: &str) -> Audit {
    let rulebook = Rulebook::from_toml(include_str!("rulebook.toml")).unwrap();
    let roster = Roster::from_json(include_str!("roster.json")).unwrap();
    let (ledger, intake) = Ledger::from_json(include_str!("ledger.json"), &rulebook, &roster).unwrap();
    intake.strict().unwrap();
    let matters = Matters::from_json(include_str!("matters.json"), &rulebook, &roster).unwrap();
    rulebook.audit(&roster, &ledger, &matters, day.parse().unwrap()).unwrap()
}

/// A place where nothing is asked.
fn bare() -> Audit {
    let head = "rulebook = { format = 1, id = \"bare\", title = \"《试行办法》\" }";
    let (rulebook, roster) = (Rulebook::from_toml(head).unwrap(), Roster::default());
    let (ledger, _) = Ledger::from_json("[]", &rulebook, &roster).unwrap();
    rulebook.audit(&roster, &ledger, &Matters::default(), "2023-07-01".parse().unwrap()).unwrap()
}

#[test]
fn the_place_shows_every_code() {
    let found: BTreeSet<FindingCode> = audit("2023-07-01").findings.iter().map(|finding| finding.code).collect();
    assert_eq!(found.into_iter().collect::<Vec<_>>(), FindingCode::ALL);
}

#[test]
fn every_code_and_weight_has_a_name_in_each_language() {
    for lang in LANGS {
        let names: BTreeSet<&str> = FindingCode::ALL.iter().map(|code| code.name(lang)).collect();
        assert_eq!(names.len(), FindingCode::ALL.len());
        let weights: BTreeSet<&str> = Severity::ALL.into_iter().map(|severity| severity.name(lang)).collect();
        assert_eq!(weights.len(), Severity::ALL.len());
    }
}

#[test]
fn whoever_broke_a_rule_is_named() {
    let audit = audit("2023-12-31");
    let text = audit.to_text(Lang::Zh).replace(['\n', ' '], "");
    let named = |id: &str| text.matches(&format!("（{id}）")).count();
    // Everybody missed the third and the fourth quarter; there is no crowd to hide in.
    assert_eq!(audit.duty("visits").map(|duty| duty.rows.len()), Some(24));
    assert!(audit.duty("visits").is_some_and(|duty| duty.rows.iter().all(|row| named(&row.id) > 0)), "{text}");
}

#[test]
fn a_place_without_rules_has_nothing_to_put_right() {
    let text = bare().to_text(Lang::Zh);
    assert!(text.contains("没有须整改的问题。") && !text.contains("三、"), "{text}");
}

#[test]
fn long_periods_are_told_year_by_year() {
    let rules = r#"
        rulebook = { format = 1, id = "long", title = "试行办法", period = "term", term = { from = 2022-03-01 } }
        kinds = { visit = "走访" }
        duty = [
          { id = "monthly", label = "每月一次", subject = "studio", when = { kind = "visit" }, at_least = 1, window = "month" },
          { id = "yearly", label = "每年一次", subject = "studio", when = { kind = "visit" }, at_least = 1 },
          { id = "term", label = "每届一次", subject = "studio", when = { kind = "visit" }, at_least = 1, window = "term" },
        ]
    "#;
    let rulebook = Rulebook::from_toml(rules).unwrap();
    let roster = Roster::from_json(r#"{ "studios": [{ "id": "S1" }] }"#).unwrap();
    let (ledger, _) = Ledger::from_json("[]", &rulebook, &roster).unwrap();
    let audit = rulebook.audit(&roster, &ledger, &Matters::default(), "2023-07-01".parse().unwrap()).unwrap();
    let text = audit.to_text(Lang::Zh);
    for said in [
        "每月一次，2022年3月1日至12月31日",
        "每月一次，2023年度",
        "每月一次，2027年1月1日至2月28日",
        "每年一次，完成率0%",
        "2022年起",
    ] {
        assert!(text.contains(said), "{said}: {text}");
    }
    let missed = audit.findings.iter().find(|finding| *finding.rule == *"monthly").unwrap();
    assert!(
        missed.message(Lang::Zh).contains("2022年3月、4月、5月、6月、7月、8月、9月、10月、11月、12月、2023年1月、2月")
    );
}

#[test]
fn duties_that_ask_for_the_same_kind_are_told_apart() {
    let rules = r#"
        rulebook = { format = 1, id = "same", title = "试行办法" }
        kinds = { visit = "走访" }
        duty = [
          { id = "monthly", label = "12月走访1次", subject = "studio", when = { kind = "visit" }, at_least = 1 },
          { id = "yearly", label = "全年走访2次", subject = "studio", when = { kind = "visit" }, at_least = 1 },
          { id = "named", label = "走访", subject = "studio", when = { kind = "visit" }, at_least = 1 },
        ]
    "#;
    let rulebook = Rulebook::from_toml(rules).unwrap();
    let roster = Roster::from_json(r#"{ "studios": [{ "id": "S1" }] }"#).unwrap();
    let (ledger, _) = Ledger::from_json("[]", &rulebook, &roster).unwrap();
    let audit = rulebook.audit(&roster, &ledger, &Matters::default(), "2023-07-01".parse().unwrap()).unwrap();
    let said: Vec<String> = audit.todo().iter().map(|todo| todo.sentence(Lang::Zh)).collect();
    assert_eq!(
        said,
        [
            "S1：走访还差1次（12月走访1次），2023年12月31日前。",
            "S1：走访还差1次，2023年12月31日前。",
            "S1：走访还差1次（全年走访2次），2023年12月31日前。",
        ]
    );
    let text = audit.to_text(Lang::Zh);
    assert!(text.contains("走访还差1次（12月走访1次）——S1"), "{text}");
}

#[test]
fn a_limit_is_exceeded_not_left_undone() {
    let rules = r#"
        rulebook = { format = 1, id = "limit", title = "试行办法" }
        kinds = { banquet = "宴请" }
        duty = [{ id = "most", label = "全年宴请不超过1次", subject = "studio", when = { kind = "banquet" }, at_most = 1 }]
    "#;
    let rulebook = Rulebook::from_toml(rules).unwrap();
    let roster = Roster::from_json(r#"{ "studios": [{ "id": "S1" }] }"#).unwrap();
    let records = r#"[
        { "id": "r1", "kind": "banquet", "date": "2023-02-01", "studio": "S1" },
        { "id": "r2", "kind": "banquet", "date": "2023-03-01", "studio": "S1" }
    ]"#;
    let (ledger, intake) = Ledger::from_json(records, &rulebook, &roster).unwrap();
    intake.strict().unwrap();
    let audit = rulebook.audit(&roster, &ledger, &Matters::default(), "2023-07-01".parse().unwrap()).unwrap();
    let missed = audit.findings.iter().find(|finding| finding.code == FindingCode::DutyMissed).unwrap();
    assert_eq!(missed.message(Lang::Zh), "S1超过「全年宴请不超过1次」的限度：2023年度多1次。");
    assert_eq!(missed.message(Lang::En), "S1 exceeded the limit of “全年宴请不超过1次”: 1 too many in 2023.");
}
