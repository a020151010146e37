mod line;

use std::collections::BTreeMap;
use std::sync::Arc;

use crate::arena::Idx;
use crate::facts::Facts;
use crate::rulebook::{self, Child, GradeName, Grouping, Notice, Times};
use crate::score::account::{self, Account};
use crate::score::board::Board;
use crate::score::grouping::label;
use crate::score::line::{Order, Slice};
use crate::score::profile::Profiles;
use crate::score::scoring::{Asked, Scoring};
use crate::score::standing::Standing;
use crate::score::statement::{
    Given, Graded, LeftOut, Line, NodeFigure, Rank, RankIn, Statement, Struck, Unlisted, Used, UsedBy, WindowClip,
    Windows,
};
use crate::score::unscored::{Search, User};
use crate::{Amount, Decimal, Slug};

/// Turns the standings of a board into plain data: statements by subject id.
pub(crate) struct Publisher<'s, 'a> {
    scoring: &'s Scoring<'a>,
    board: Idx<rulebook::Board>,
    asked: &'s Asked,
    /// Which of the notices that hold are given, for each standing.
    given: Vec<Vec<Idx<Notice>>>,
}

/// What the statements of a board have in common.
struct Common<'s, 'a> {
    /// How many are ranked on the whole board, and in each partition.
    ranked: u32,
    sizes: BTreeMap<&'s str, u32>,
    profiles: Profiles<'s>,
    search: Search<'s, 'a>,
}

impl<'s, 'a> Publisher<'s, 'a> {
    pub(crate) fn new(
        scoring: &'s Scoring<'a>,
        board: Idx<rulebook::Board>,
        asked: &'s Asked,
        given: Vec<Vec<Idx<Notice>>>,
    ) -> Self {
        Publisher { scoring, board, asked, given }
    }

    fn facts(&self) -> &'s Facts<'a> {
        &self.scoring.facts
    }

    pub(crate) fn board(&self, standings: &[Standing], missing_history: Vec<Slug>) -> Board {
        let rules = self.facts().rules;
        let rule = &rules.boards[self.board];
        let ranked = u32::try_from(standings.iter().filter(|standing| standing.assessed).count()).unwrap_or(u32::MAX);
        let mut sizes: BTreeMap<&str, u32> = BTreeMap::new();
        for partition in standings.iter().flat_map(|standing| standing.ranks.keys()) {
            *sizes.entry(partition).or_default() += 1;
        }
        let common = Common {
            ranked,
            sizes,
            profiles: Profiles::new(self.facts(), self.board, self.asked.slices.len(), standings),
            search: Search::new(self.scoring, self.board, self.asked),
        };
        let statement = |(standing, given): (&Standing, &Vec<Idx<Notice>>)| self.statement(standing, given, &common);
        Board {
            rulebook: rules.head.id.clone(),
            rulebook_title: rules.head.title.clone(),
            id: rule.id.clone(),
            title: rule.title.clone(),
            subject: rule.subject,
            period: self.asked.period,
            as_of: self.asked.day,
            missing_history,
            statements: standings.iter().zip(&self.given).map(statement).collect(),
            notices: rule.notices.iter().map(|&notice| self.given(notice)).collect(),
            grades: rule.grades.iter().map(|&grade| rules.grades[grade].label.clone()).collect(),
        }
    }

    fn statement(&self, standing: &Standing, given: &[Idx<Notice>], common: &Common<'_, '_>) -> Statement {
        let facts = self.facts();
        let rules = facts.rules;
        let rule = &rules.boards[self.board];
        let graded = |grade: &GradeName| self.grade(grade);
        let color = |grade: &GradeName| match grade {
            GradeName::Listed(grade) => rules.grades[*grade].color.clone(),
            GradeName::Veto(_) => None,
        };
        let nodes: Vec<NodeFigure> = self.nodes(standing);
        let mut lines: Vec<(&Order, Line)> = Vec::new();
        for (account, &slice) in standing.accounts.iter().zip(&self.asked.slices) {
            lines.extend(account.lines.iter().map(|line| (&line.order, self.line(line, slice, standing))));
        }
        lines.sort_by_key(|(order, _)| *order);
        let tops: Amount = nodes.iter().filter(|node| node.depth == 0).map(|node| node.figure.amount()).sum();
        let clips = standing.accounts.iter().map(|account| &account.board);
        let taken: Amount = clips.clone().map(|clipped| clipped.taken).sum();
        let raised: Amount = clips.map(|clipped| clipped.raised).sum();
        let unclipped = [taken, raised] == [Amount::ZERO; 2];
        let vetoed = standing.accounts.iter().any(|account| account.vetoed);
        Statement {
            rulebook: rules.head.id.clone(),
            rulebook_title: rules.head.title.clone(),
            board: rule.id.clone(),
            board_title: rule.title.clone(),
            period: self.asked.period,
            slices: self.asked.slices.iter().map(|slice| slice.window).collect(),
            as_of: self.asked.day,
            kind: rule.subject,
            id: facts.roster.id(standing.subject).clone(),
            name: facts.roster.name(standing.subject).clone(),
            assessed: standing.assessed,
            total: standing.total,
            exact: standing.exact,
            rounding: rules.head.rounding,
            rank: published_rank(standing),
            ranks: self.ranks(standing, &common.sizes),
            ranked: common.ranked,
            grade: standing.grade.as_ref().map(|grade| Graded {
                label: graded(grade),
                color: color(grade),
                by_veto: standing.by_veto,
            }),
            left_out: standing
                .left_out
                .iter()
                .map(|left| LeftOut { label: rules.grades[left.grade].label.clone(), seats: left.seats })
                .collect(),
            notices: given.iter().map(|&notice| self.given(notice)).collect(),
            holding: standing.holding.iter().map(|&notice| rules.notices[notice].id.clone()).collect(),
            vetoes: standing
                .vetoes
                .iter()
                .map(|(veto, records)| {
                    let veto = &rules.vetoes[*veto];
                    let records = records.iter().map(|&record| facts.columns.id[record].clone()).collect();
                    Struck {
                        label: veto.label.clone(),
                        clause: veto.cite.clause.clone(),
                        grade: veto.grade.as_ref().map(graded),
                        zero: veto.zero,
                        records,
                    }
                })
                .collect(),
            factors: self.factors(Decimal::ONE, &rule.times, standing),
            cap: rule.cap,
            floor: rule.floor,
            taken,
            raised,
            rounded_apart: unclipped && !vetoed && rule.times.is_empty() && tops != standing.total.amount(),
            nodes,
            lines: lines.into_iter().map(|(_, line)| line).collect(),
            unscored: common
                .search
                .unlisted(standing)
                .into_iter()
                .map(|unlisted| Unlisted {
                    record: self.record(unlisted.record, standing),
                    reason: unlisted.reason,
                    used: unlisted.used.into_iter().map(|user| self.used(user)).collect(),
                })
                .collect(),
            profile: common.profiles.of(standing),
        }
    }

    fn given(&self, notice: Idx<Notice>) -> Given {
        let notice = &self.facts().rules.notices[notice];
        Given {
            id: notice.id.clone(),
            label: notice.label.clone(),
            by: notice.by.clone(),
            clause: notice.cite.clause.clone(),
        }
    }

    fn used(&self, user: User) -> Used {
        let rules = self.facts().rules;
        let (what, id, label) = match user {
            User::Veto(veto) => (UsedBy::Veto, None, &rules.vetoes[veto].label),
            User::Rate(item) => (UsedBy::Rate, Some(&rules.items[item].id), &rules.items[item].label),
            User::Notice(notice) => (UsedBy::Notice, Some(&rules.notices[notice].id), &rules.notices[notice].label),
            User::Duty(duty) => (UsedBy::Duty, Some(&rules.duties[duty].id), &rules.duties[duty].label),
        };
        Used { what, id: id.cloned(), label: label.clone() }
    }

    fn grade(&self, grade: &GradeName) -> Arc<str> {
        match grade {
            GradeName::Listed(grade) => self.facts().rules.grades[*grade].label.clone(),
            GradeName::Veto(label) => label.clone(),
        }
    }

    fn ranks(&self, standing: &Standing, sizes: &BTreeMap<&str, u32>) -> Vec<RankIn> {
        let rank = |(partition, &rank): (&Arc<str>, &u32)| RankIn {
            partition: partition.clone(),
            label: self.partition(partition),
            rank,
            of: sizes.get(&**partition).copied().unwrap_or_default(),
        };
        standing.ranks.iter().map(rank).collect()
    }

    /// What a partition is called: its parts by their names, joined as its id joins theirs.
    fn partition(&self, partition: &Arc<str>) -> Arc<str> {
        let among = &self.facts().rules.boards[self.board].rank.among;
        let parts: Vec<&str> = if among.len() == 1 { vec![partition] } else { partition.split('/').collect() };
        if parts.len() != among.len() {
            return partition.clone();
        }
        let name = |(part, by): (&str, &Grouping)| label(self.facts(), self.board, *by, part);
        let names: Vec<Arc<str>> = parts.into_iter().zip(among).map(name).collect();
        names.join("/").into()
    }

    /// What a node's sum is multiplied by, where that is the same in every slice.
    fn factors(&self, weight: Decimal, times: &[Times], standing: &Standing) -> Vec<Decimal> {
        let mut slices =
            self.asked.slices.iter().map(|slice| self.facts().node_factors(weight, times, standing.subject, slice.day));
        let first = slices.next().unwrap_or_default();
        if slices.all(|other| other == first) { first } else { Vec::new() }
    }

    fn nodes(&self, standing: &Standing) -> Vec<NodeFigure> {
        let rules = self.facts().rules;
        let node = |&(child, depth): &(Child, usize)| {
            let (id, label, cite, cap, floor, windowed, factors) = match child {
                Child::Category(category) => {
                    let category = &rules.categories[category];
                    let factors = self.factors(category.weight, &category.times, standing);
                    (&category.id, &category.label, &category.cite, category.cap, category.floor, None, factors)
                }
                Child::Item(item) => {
                    let item = &rules.items[item];
                    (&item.id, &item.label, &item.cite, item.cap, item.floor, item.window, Vec::new())
                }
            };
            let (exact, figure) = standing.nodes.get(&child).copied().unwrap_or_default();
            let clipped = standing.accounts.iter().filter_map(|account| account.nodes.get(&child));
            let (taken, raised) = clipped.fold((Amount::ZERO, Amount::ZERO), |(taken, raised), clipped| {
                (taken + clipped.taken, raised + clipped.raised)
            });
            NodeFigure {
                id: id.clone(),
                label: label.clone(),
                clause: cite.clause.clone(),
                note: cite.note.clone(),
                depth: u32::try_from(depth).unwrap_or(u32::MAX),
                item: matches!(child, Child::Item(_)),
                figure,
                exact,
                factors,
                cap,
                floor,
                windows: windowed.map(|windowed| Windows {
                    cadence: windowed.cadence,
                    cap: windowed.cap,
                    floor: windowed.floor,
                    clipped: self.clipped(child, standing),
                }),
                taken,
                raised,
            }
        };
        self.scoring.trees[self.board].downward.iter().map(node).collect()
    }

    /// What the clamps of an item's windows did, slice by slice.
    fn clipped(&self, child: Child, standing: &Standing) -> Vec<WindowClip> {
        let Child::Item(item) = child else { return Vec::new() };
        let of_slice = |(account, slice): (&Account, &Slice)| -> Vec<WindowClip> {
            let windows = self.scoring.windows(item, slice.window);
            let clip = |clip: &account::WindowClip| {
                let window = *windows.get(clip.window)?;
                Some(WindowClip { window, taken: clip.taken, raised: clip.raised })
            };
            account.windows.get(&item).into_iter().flatten().filter_map(clip).collect()
        };
        standing.accounts.iter().zip(&self.asked.slices).flat_map(of_slice).collect()
    }
}

fn published_rank(standing: &Standing) -> Rank {
    let mut ranks = standing.ranks.iter();
    match (ranks.next(), ranks.next()) {
        (None, _) => Rank::None,
        (Some((_, &rank)), None) => Rank::One(rank),
        (Some(_), Some(_)) => Rank::Several(standing.ranks.clone()),
    }
}
