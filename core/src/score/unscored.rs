use super::line::Entry;
use super::scoring::{Asked, Scoring};
use super::standing::Standing;
use crate::arena::Idx;
use crate::facts::Involvement;
use crate::ledger::{Record, Status};
use crate::rulebook::{Board, Condition};

use super::Unscored;

/// The records in which a subject is involved and that gave it no line, each with the first reason that applies; by date, then id.
pub(crate) fn unscored(
    scoring: &Scoring<'_>,
    board: Idx<Board>,
    asked: &Asked,
    standing: &Standing,
) -> Vec<(Idx<Record>, Unscored)> {
    let facts = &scoring.facts;
    let gave: std::collections::BTreeSet<Idx<Record>> = standing
        .accounts
        .iter()
        .flat_map(|account| account.lines.iter())
        .flat_map(|line| match &line.entry {
            Entry::Record(worth) => std::slice::from_ref(&worth.record),
            Entry::Counted { records, .. } => records,
            _ => &[],
        })
        .copied()
        .collect();
    let left = facts.involved(standing.subject).iter().filter(|found| !gave.contains(&found.record));
    left.map(|found| (found.record, reason(scoring, board, asked, standing, found))).collect()
}

fn reason(
    scoring: &Scoring<'_>,
    board: Idx<Board>,
    asked: &Asked,
    standing: &Standing,
    found: &Involvement,
) -> Unscored {
    let facts = &scoring.facts;
    let record = found.record;
    let date = facts.columns.date[record];
    let in_an_account = |set: fn(&super::account::Account) -> &std::collections::BTreeSet<Idx<Record>>| {
        standing.accounts.iter().any(|account| set(account).contains(&record))
    };
    let in_a_branch = || scoring.in_a_branch(board, asked.period, date);
    match found.status {
        Status::Pending => Unscored::Pending,
        Status::Rejected => Unscored::Rejected,
        Status::Void => Unscored::Void,
        Status::Approved if !facts.in_sight(date) => Unscored::AfterAsOf,
        Status::Approved if !facts.countable(found) => Unscored::UnscoredKind,
        Status::Approved if in_an_account(|account| &account.no_score) => Unscored::NoScore,
        Status::Approved if in_an_account(|account| &account.outside) || !in_a_branch() => Unscored::OutsidePeriod,
        Status::Approved if counted_elsewhere(scoring, board, asked, standing, found) => Unscored::CountedElsewhere,
        Status::Approved => Unscored::NoItem,
    }
}

/// Whether a veto, a `count` notice or a rate's denominator of this board used the record, or a duty that is asked of the subject.
fn counted_elsewhere(
    scoring: &Scoring<'_>,
    board: Idx<Board>,
    asked: &Asked,
    standing: &Standing,
    found: &Involvement,
) -> bool {
    let facts = &scoring.facts;
    let (subject, record) = (standing.subject, found.record);
    let date = facts.columns.date[record];
    let by_veto = || standing.vetoes.iter().any(|(_, records)| records.contains(&record));
    let by_rate = || standing.accounts.iter().any(|account| account.denominators.contains(&record));
    let by_notice = || {
        standing.assessed
            && facts.rules.boards[board].notices.iter().map(|&notice| &facts.rules.notices[notice]).any(|notice| {
                matches!(notice.condition, Condition::Count { .. })
                    && facts.applies(&notice.applies, subject, asked.day)
                    && facts.noticed(notice, found, asked)
            })
    };
    let by_duty = || {
        facts.rules.duties.entries().any(|(idx, duty)| {
            let windows = || facts.duty_windows(idx, asked.period);
            facts.asks(idx, subject, asked.day)
                && date <= asked.day
                && windows().iter().any(|window| window.contains(date))
                && facts.matches(&duty.when, found)
        })
    };
    by_veto() || by_rate() || by_notice() || by_duty()
}
