use std::collections::BTreeSet;

use super::Unscored;
use super::account::Account;
use super::line::Entry;
use super::scoring::{Asked, Scoring};
use super::standing::Standing;
use crate::Window;
use crate::arena::Idx;
use crate::facts::Involvement;
use crate::ledger::{Record, Status};
use crate::rulebook::{Board, Condition, Duty, Item, Notice, Veto};

/// A record that gave no line.
pub(crate) struct Unlisted {
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

/// The search for the records that gave no line, on one board: what is the same for every subject is worked out once.
pub(crate) struct Search<'s, 'a> {
    scoring: &'s Scoring<'a>,
    board: Idx<Board>,
    asked: &'s Asked,
    /// Every duty with the windows in which it is asked.
    duties: Vec<(Idx<Duty>, Vec<Window>)>,
}

impl<'s, 'a> Search<'s, 'a> {
    pub(crate) fn new(scoring: &'s Scoring<'a>, board: Idx<Board>, asked: &'s Asked) -> Self {
        let facts = &scoring.facts;
        let duties = facts.rules.duties.places().map(|duty| (duty, facts.duty_windows(duty, asked.period)));
        Search { scoring, board, asked, duties: duties.collect() }
    }

    /// The records in which a subject is involved and that gave it no line, each with the first reason that applies; by date, then id.
    pub(crate) fn unlisted(&self, standing: &Standing) -> Vec<Unlisted> {
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
        let involved = self.scoring.facts.involved(standing.subject).iter();
        involved.filter(|found| !gave.contains(&found.record)).map(|found| self.reason(standing, found)).collect()
    }

    fn reason(&self, standing: &Standing, found: &Involvement) -> Unlisted {
        let facts = &self.scoring.facts;
        let record = found.record;
        let date = facts.columns.date[record];
        let in_an_account = |set: fn(&Account) -> &BTreeSet<Idx<Record>>| {
            standing.accounts.iter().any(|account| set(account).contains(&record))
        };
        let in_a_branch = || self.scoring.in_a_branch(self.board, self.asked.period, date);
        let reason = match found.status {
            Status::Pending => Unscored::Pending,
            Status::Rejected => Unscored::Rejected,
            Status::Void => Unscored::Void,
            Status::Approved if !facts.in_sight(date) => Unscored::AfterAsOf,
            Status::Approved if !facts.countable(found) => Unscored::UnscoredKind,
            Status::Approved if in_an_account(|account| &account.no_score) => Unscored::NoScore,
            Status::Approved if in_an_account(|account| &account.outside) || !in_a_branch() => Unscored::OutsidePeriod,
            Status::Approved => {
                let used = self.users(standing, found);
                let reason = if used.is_empty() { Unscored::NoItem } else { Unscored::CountedElsewhere };
                return Unlisted { record, reason, used };
            }
        };
        Unlisted { record, reason, used: Vec::new() }
    }

    /// The vetoes, rates and `count` notices of this board that used the record, and the duties that are asked of the subject; each kind
    /// in the order of the rulebook.
    fn users(&self, standing: &Standing, found: &Involvement) -> Vec<User> {
        let (facts, asked) = (&self.scoring.facts, self.asked);
        let (subject, record) = (standing.subject, found.record);
        let date = facts.columns.date[record];
        let vetoes = standing.vetoes.iter().filter(|(_, records)| records.contains(&record)).map(|(veto, _)| *veto);
        let of_rates = standing.accounts.iter().filter_map(|account| account.denominators.get(&record));
        let rates: BTreeSet<Idx<Item>> = of_rates.flatten().copied().collect();
        let notices = facts.rules.boards[self.board].notices.iter().copied().filter(|&notice| {
            let notice = &facts.rules.notices[notice];
            standing.assessed
                && matches!(notice.condition, Condition::Count { .. })
                && facts.applies(&notice.applies, subject, asked.day)
                && facts.noticed(notice, found, asked)
        });
        let duties = self.duties.iter().filter(|(duty, windows)| {
            facts.asks(*duty, subject, asked.day)
                && date <= asked.day
                && windows.iter().any(|window| window.contains(date))
                && facts.matches(&facts.rules.duties[*duty].when, found)
        });
        vetoes
            .map(User::Veto)
            .chain(rates.into_iter().map(User::Rate))
            .chain(notices.map(User::Notice))
            .chain(duties.map(|(duty, _)| User::Duty(*duty)))
            .collect()
    }
}
