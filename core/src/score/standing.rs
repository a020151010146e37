use std::collections::BTreeMap;
use std::sync::Arc;

use super::account::{Account, account};
use super::rank::{Partitions, rank};
use super::scoring::{Asked, Scoring};
use super::{grade, notice};
use crate::arena::Idx;
use crate::ledger::Record;
use crate::roster::Entity;
use crate::rulebook::{Board, Child, Grade, GradeName, Notice, Veto};
use crate::{Amount, Figure};

/// Where one subject stands on a board: its accounts, its published figures, and what follows from them.
#[derive(Debug)]
pub(crate) struct Standing {
    pub(crate) subject: Entity,
    /// Whether the board assesses it. The others have figures, and no rank, grade or notice.
    pub(crate) assessed: bool,
    /// One a slice.
    pub(crate) accounts: Vec<Account>,
    pub(crate) exact: Amount,
    pub(crate) total: Figure,
    pub(crate) nodes: BTreeMap<Child, (Amount, Figure)>,
    /// The vetoes that struck, with their records, in the order of the rulebook.
    pub(crate) vetoes: Vec<(Idx<Veto>, Vec<Idx<Record>>)>,
    /// The rank in each partition; the partition of a board without any is the empty text.
    pub(crate) ranks: BTreeMap<Arc<str>, u32>,
    pub(crate) grade: Option<GradeName>,
    /// Whether a veto gave the grade.
    pub(crate) by_veto: bool,
    /// Grades whose conditions hold, where no seat was left.
    pub(crate) left_out: Vec<LeftOut>,
    /// Notices whose condition holds in this period alone, in the order of the rulebook.
    pub(crate) holding: Vec<Idx<Notice>>,
}

/// A grade whose conditions hold, but which its quota did not let in.
#[derive(Debug, Clone, Copy)]
pub(crate) struct LeftOut {
    pub(crate) grade: Idx<Grade>,
    /// Whether the quota has any seat where the subject could have had one.
    pub(crate) seats: bool,
}

/// Scores every subject of a board: in the order of ids.
pub(crate) fn standings(scoring: &Scoring<'_>, board: Idx<Board>, asked: &Asked) -> Vec<Standing> {
    let facts = &scoring.facts;
    let subjects = facts.by_id(facts.rules.boards[board].subject).into_iter();
    let mut list: Vec<Standing> = subjects.map(|subject| standing(scoring, board, asked, subject)).collect();
    let partitions = rank(facts, board, asked.day, &mut list);
    grade::award(facts, board, asked, &partitions, &mut list);
    notice::hold(facts, board, asked, &partitions, &mut list);
    list
}

fn standing(scoring: &Scoring<'_>, board: Idx<Board>, asked: &Asked, subject: Entity) -> Standing {
    let facts = &scoring.facts;
    let head = &facts.rules.head;
    let rule = &facts.rules.boards[board];
    let published = |amount: Amount| Figure::of(amount, head.decimals, head.rounding);
    let mut vetoes: BTreeMap<Idx<Veto>, Vec<Idx<Record>>> = BTreeMap::new();
    let mut accounts = Vec::with_capacity(asked.slices.len());
    for &slice in &asked.slices {
        let mut made = account(scoring, board, &scoring.trees[board], subject, slice);
        for &idx in &rule.vetoes {
            let veto = &facts.rules.vetoes[idx];
            let found = facts.involved(subject).iter();
            let struck = found.filter(|found| facts.occurs(found, slice.window) && facts.matches(&veto.when, found));
            let records: Vec<_> = struck.map(|found| found.record).collect();
            if !records.is_empty() && facts.applies(&veto.applies, subject, slice.day) {
                vetoes.entry(idx).or_default().extend(records);
                if veto.zero && !made.vetoed {
                    made.veto();
                }
            }
        }
        accounts.push(made);
    }
    let exact: Amount = accounts.iter().map(|account| Amount::from(account.total())).sum();
    let node = |&(child, _): &(Child, usize)| {
        let value: Amount = accounts
            .iter()
            .filter_map(|account| account.nodes.get(&child))
            .map(|clipped| Amount::from(clipped.value))
            .sum();
        (child, (value, published(value)))
    };
    Standing {
        subject,
        assessed: facts.scored(subject) && facts.applies(&rule.applies, subject, asked.day),
        nodes: scoring.trees[board].downward.iter().map(node).collect(),
        total: published(exact),
        exact,
        vetoes: vetoes.into_iter().collect(),
        accounts,
        ranks: BTreeMap::new(),
        grade: None,
        by_veto: false,
        left_out: Vec::new(),
        holding: Vec::new(),
    }
}

impl Standing {
    /// What standings are ordered by: the total, then the figures of the `break` nodes; all high to low.
    pub(crate) fn key(&self, breaks: &[Child]) -> Vec<Figure> {
        let figure = |child| self.nodes.get(child).map(|(_, figure)| *figure).unwrap_or_default();
        std::iter::once(self.total).chain(breaks.iter().map(figure)).collect()
    }

    /// Whether a condition on rank holds in one of the subject's partitions.
    pub(crate) fn in_some_partition(&self, partitions: &Partitions, holds: impl Fn(u32, usize) -> bool) -> bool {
        self.ranks.iter().any(|(partition, &rank)| holds(rank, partitions.size(partition)))
    }
}
