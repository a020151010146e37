//! A year of a made-up place in both languages and all forms, as it reads: the files in `golden` are what must come out.

mod golden;
mod hostile;
mod wording;

use super::sentence::{Cause, Sentence};
use crate::score::{Counting, Reason, Step, Unit, Unscored};
use crate::{Amount, Board, Decimal, Lang, Ledger, Period, Roster, Rulebook, Statement};

const LANGS: [Lang; 2] = [Lang::Zh, Lang::En];

/// The board of that id over a period.
fn board(id: &str, period: &str) -> Board {
    let rulebook = Rulebook::from_toml(include_str!("rulebook.toml")).unwrap();
    let roster = Roster::from_json(include_str!("roster.json")).unwrap();
    let (ledger, intake) = Ledger::from_json(include_str!("ledger.json"), &rulebook, &roster).unwrap();
    intake.strict().unwrap();
    let scores = rulebook.scorer(&roster).unwrap().score(&ledger, period.parse::<Period>().unwrap()).unwrap();
    scores.board(id).unwrap().clone()
}

fn statement(id: &str) -> Statement {
    board("member", "2023").statement(id).unwrap().clone()
}

#[test]
fn every_reason_has_a_sentence_in_each_language() {
    let id = || "meetings".into();
    let reasons = [
        Reason::BestOfWork,
        Reason::Skipped,
        Reason::NotAmongMost,
        Reason::NotBest,
        Reason::Cap(id()),
        Reason::WindowCap(id()),
        Reason::Require(id()),
        Reason::Veto,
        Reason::CapPoints,
    ];
    let said = |reason: &Reason, lang| {
        let cause = Cause {
            reason,
            label: "会议",
            cap: Some(Decimal::from(50)),
            cadence: None,
            window: Some(crate::Window { from: "2023-03-01".parse().unwrap(), to: "2023-03-31".parse().unwrap() }),
            number: Some(2),
            took: None,
            sliced: false,
        };
        Sentence::Less { causes: &[cause], left: Amount::ZERO, lines: 1 }.said(lang)
    };
    for lang in LANGS {
        let sentences: std::collections::BTreeSet<String> = reasons.iter().map(|reason| said(reason, lang)).collect();
        assert_eq!(sentences.len(), reasons.len(), "{sentences:?}");
    }
    assert_eq!(said(&Reason::Cap(id()), Lang::Zh), "「会议」已满50分，此行不计分。");
    assert_eq!(
        said(&Reason::Cap(id()), Lang::En),
        "“会议” has reached its cap of 50 points: this line counts nothing."
    );
}

#[test]
fn every_unscored_record_has_a_reason_in_each_language() {
    let reasons = [
        Unscored::Pending,
        Unscored::Rejected,
        Unscored::Void,
        Unscored::AfterAsOf,
        Unscored::UnscoredKind,
        Unscored::NoScore,
        Unscored::OutsidePeriod,
        Unscored::CountedElsewhere,
        Unscored::NoItem,
    ];
    for lang in LANGS {
        let sentences: std::collections::BTreeSet<&str> = reasons.iter().map(|reason| reason.sentence(lang)).collect();
        assert_eq!(sentences.len(), reasons.len());
    }
}

#[test]
fn counts_say_how_they_became_points() {
    let said = |rule: Counting, count: i32, percent| {
        let count = Decimal::from(count);
        Sentence::Rule { rule: &rule, unit: Unit::Records, points: Some(Decimal::from(5)), count, percent }
            .said(Lang::Zh)
    };
    assert_eq!(said(Counting::Reach { n: 2 }, 3, None), "需要2条，已达到");
    assert_eq!(said(Counting::Reach { n: 2 }, 1, None), "需要2条，未达到");
    assert_eq!(said(Counting::Every { k: 2 }, 1, None), "每2条计5分");
    assert_eq!(said(Counting::Short { n: 4 }, 1, None), "应有4条，每少1条计5分");
    let taken = Sentence::Rule {
        rule: &Counting::Short { n: 4 },
        unit: Unit::Records,
        points: Some(Decimal::from(-2)),
        count: Decimal::ONE,
        percent: None,
    };
    assert_eq!(taken.said(Lang::Zh), "应有4条，每少1条扣2分");
    assert_eq!(taken.said(Lang::En), "4 records asked for, 2 points off for each missing");
    let step = |n: i32, p: i32| Some(Step { at_least: n.into(), points: p.into() });
    assert_eq!(
        said(Counting::Ladder { percent: false, reached: None, next: step(2, 3) }, 1, None),
        "未达到最低一档，下一档为2条计3分"
    );
    assert_eq!(said(Counting::Ladder { percent: false, reached: step(2, 3), next: None }, 2, None), "达到「2条」一档");
    let two_thirds = super::amount::percent(2.into(), 3.into());
    assert_eq!(
        said(Counting::Ladder { percent: true, reached: step(60, 3), next: None }, 2, two_thirds),
        "占约66.67%，达到「60%」一档"
    );
    assert_eq!(said(Counting::Rate, 2, two_thirds), "占约66.67%，满额5分");
    assert_eq!(said(Counting::Rate, 0, None), "没有可作比较的记录");
}

#[test]
fn a_period_in_parts_is_said_to_be() {
    let board = board("member", "2022-06-01..2023-09-30");
    let text = board.statement("M001").unwrap().to_text(Lang::Zh);
    assert!(text.contains("考核期分为2段（2022年6月1日至12月31日、2023年1月1日至9月30日）"), "{text}");
    assert!(text.contains("「会议活动」在本段已满30分"), "{text}");
}

#[test]
fn the_statement_prints_in_chinese() {
    let statement = statement("M002");
    assert_eq!(statement.to_string(), statement.to_text(Lang::Zh));
}
