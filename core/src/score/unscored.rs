use std::collections::BTreeSet;

use super::Unscored;
use super::line::Entry;
use super::scoring::{Asked, Scoring};
use super::standing::Standing;
use crate::arena::Idx;
use crate::facts::Involvement;
use crate::ledger::{Record, Status};
use crate::rulebook::{Board, Condition, Duty, Item, Notice, Veto};

/// A record that gave no line.
pub(crate) struct Left {
    pub(crate) record: Idx<Record>,
    pub(crate) reason: Unscored,
    /// What counted it, where something else did.
    pub(crate) used: Vec<User>,
}

/// A rule that uses records without making lines of them.
#[derive(Debug, Clone, Copy)]
pub(crate) enum User {
    Veto(Idx<Veto>),
    /// The denominator of its rate.
    Rate(Idx<Item>),
    Notice(Idx<Notice>),
    Duty(Idx<Duty>),
}

/// The records in which a subject is involved and that gave it no line, each with the first reason that applies; by date, then id.
pub(crate) fn unscored(scoring: &Scoring<'_>, board: Idx<Board>, asked: &Asked, standing: &Standing) -> Vec<Left> {
    let facts = &scoring.facts;
    let gave: BTreeSet<Idx<Record>> = standing
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
    left.map(|found| left_out(scoring, board, asked, standing, found)).collect()
}

fn left_out(scoring: &Scoring<'_>, board: Idx<Board>, asked: &Asked, standing: &Standing, found: &Involvement) -> Left {
    let facts = &scoring.facts;
    let record = found.record;
    let date = facts.columns.date[record];
    let in_an_account = |set: fn(&super::account::Account) -> &BTreeSet<Idx<Record>>| {
        standing.accounts.iter().any(|account| set(account).contains(&record))
    };
    let in_a_branch = || scoring.in_a_branch(board, asked.period, date);
    let reason = match found.status {
        Status::Pending => Unscored::Pending,
        Status::Rejected => Unscored::Rejected,
        Status::Void => Unscored::Void,
        Status::Approved if !facts.in_sight(date) => Unscored::AfterAsOf,
        Status::Approved if !facts.countable(found) => Unscored::UnscoredKind,
        Status::Approved if in_an_account(|account| &account.no_score) => Unscored::NoScore,
        Status::Approved if in_an_account(|account| &account.outside) || !in_a_branch() => Unscored::OutsidePeriod,
        Status::Approved => {
            let used = users(scoring, board, asked, standing, found);
            let reason = if used.is_empty() { Unscored::NoItem } else { Unscored::CountedElsewhere };
            return Left { record, reason, used };
        }
    };
    Left { record, reason, used: Vec::new() }
}

/// The vetoes, rates and `count` notices of this board that used the record, and the duties that are asked of the subject; each kind in
/// the order of the rulebook.
fn users(
    scoring: &Scoring<'_>,
    board: Idx<Board>,
    asked: &Asked,
    standing: &Standing,
    found: &Involvement,
) -> Vec<User> {
    let facts = &scoring.facts;
    let (subject, record) = (standing.subject, found.record);
    let date = facts.columns.date[record];
    let vetoes = standing.vetoes.iter().filter(|(_, records)| records.contains(&record)).map(|(veto, _)| *veto);
    let rates: BTreeSet<Idx<Item>> = standing
        .accounts
        .iter()
        .flat_map(|account| &account.denominators)
        .filter(|(counted, _)| *counted == record)
        .map(|(_, item)| *item)
        .collect();
    let notices = facts.rules.boards[board].notices.iter().copied().filter(|&notice| {
        let notice = &facts.rules.notices[notice];
        standing.assessed
            && matches!(notice.condition, Condition::Count { .. })
            && facts.applies(&notice.applies, subject, asked.day)
            && facts.noticed(notice, found, asked)
    });
    let duties = facts.rules.duties.entries().filter(|&(idx, duty)| {
        facts.asks(idx, subject, asked.day)
            && date <= asked.day
            && facts.duty_windows(idx, asked.period).iter().any(|window| window.contains(date))
            && facts.matches(&duty.when, found)
    });
    let duties = duties.map(|(duty, _)| User::Duty(duty));
    vetoes
        .map(User::Veto)
        .chain(rates.into_iter().map(User::Rate))
        .chain(notices.map(User::Notice))
        .chain(duties)
        .collect()
}
