//! The three handles and what comes of them: shared between threads, and never brought together wrongly in silence.

#![expect(clippy::unwrap_used, reason = "a test may fail by panicking")]

use lvzhi::{
    Assessment, Audit, Diagnostics, Intake, Ledger, Matters, Period, Roster, Rulebook, Scorer, Scores, Statement,
};

const RULEBOOK: &str = r#"
[rulebook]
format = 1
id = "somewhere"
title = "办法"
effective = 2020-01-01
until = 2025-12-31

[kinds]
meeting = "会议"

[[board]]
id = "member"
title = "积分"
subject = "member"

[[item]]
id = "meeting"
label = "会议"
when = { kind = "meeting" }
points = 5
"#;

fn rulebook() -> Rulebook {
    Rulebook::from_toml(RULEBOOK).unwrap()
}

fn roster(ids: &[&str]) -> Roster {
    let members: Vec<String> = ids.iter().map(|id| format!("{{ \"id\": \"{id}\" }}")).collect();
    Roster::from_json(&format!("{{ \"members\": [{}] }}", members.join(", "))).unwrap()
}

/// One record in which A took part, read with a roster of A and B.
fn ledger() -> Ledger {
    let text = r#"[{ "id": "R1", "date": "2023-03-01", "kind": "meeting", "by": [{ "member": "A" }] }]"#;
    Ledger::from_json(text, &rulebook(), &roster(&["A", "B"])).unwrap().0
}

fn year(text: &str) -> Assessment {
    Assessment::of(text.parse::<Period>().unwrap())
}

fn codes(refused: &Diagnostics) -> Vec<&str> {
    refused.iter().map(|fault| fault.code().as_str()).collect()
}

#[test]
fn everything_may_be_shared_between_threads() {
    fn shared<T: Send + Sync + Clone>() {}
    shared::<Rulebook>();
    shared::<Roster>();
    shared::<Ledger>();
    shared::<Matters>();
    shared::<Scorer>();
    shared::<Assessment>();
    shared::<Intake>();
    shared::<Scores>();
    shared::<Statement>();
    shared::<Audit>();
    shared::<Diagnostics>();
}

#[test]
fn a_ledger_may_meet_another_roster_that_has_whom_it_names() {
    let scorer = rulebook().scorer(&roster(&["C", "A"])).unwrap();
    let scores = scorer.score(&ledger(), year("2023")).unwrap();
    let totals: Vec<_> = scores.boards[0].ranking().map(|one| (one.id.to_string(), one.total.to_string())).collect();
    assert_eq!(totals, [("A".to_owned(), "5.00".to_owned()), ("C".to_owned(), "0.00".to_owned())]);
}

#[test]
fn a_ledger_is_refused_by_a_roster_that_has_not_got_whom_it_names() {
    let scorer = rulebook().scorer(&roster(&["B", "C"])).unwrap();
    assert_eq!(codes(&scorer.score(&ledger(), year("2023")).unwrap_err()), ["unknown-member"]);
}

#[test]
fn a_rulebook_is_asked_only_about_days_on_which_it_holds() {
    let scorer = rulebook().scorer(&roster(&["A", "B"])).unwrap();
    for (period, holds) in [("2019", false), ("2020", true), ("2025", true), ("2026", false)] {
        assert_eq!(scorer.score(&ledger(), year(period)).is_ok(), holds, "{period}");
    }
    assert_eq!(codes(&scorer.score(&ledger(), year("2019")).unwrap_err()), ["not-in-force"]);
    assert_eq!(codes(&scorer.score(&ledger(), year("term")).unwrap_err()), ["bad-period"]);
}

#[test]
fn a_ledger_may_meet_another_version_of_the_rulebook() {
    let other = Rulebook::from_toml(&RULEBOOK.replace("meeting", "proposal").replace("会议", "提案")).unwrap();
    let scores = other.scorer(&roster(&["A"])).unwrap().score(&ledger(), year("2023")).unwrap();
    let statement = scores.boards[0].statement("A").unwrap();
    assert_eq!(statement.total.to_string(), "0.00");
    assert_eq!(statement.unscored.len(), 1, "a record of a kind that is not declared is listed, not lost");
}
