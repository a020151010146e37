use std::collections::{BTreeMap, BTreeSet};

use super::clip::{Clamp, Clipped};
use super::line::{Cut, Entry, Line, Order, Slice};
use super::measure;
use super::scoring::Scoring;
use super::tree::{Node, Rising, Tree};
use super::worth::Taking;
use crate::arena::{Arena, Idx};
use crate::audit::{ChecksMet, DutyStatus};
use crate::facts::Involvement;
use crate::ledger::Record;
use crate::roster::Entity;
use crate::rulebook::{Board, Child, Item, Measure, Times};
use crate::{Amount, Decimal, Points, Window};

/// One subject's score on one board in one slice, line by line.
#[derive(Debug, Default)]
pub(crate) struct Account {
    pub(crate) lines: Arena<Line>,
    /// The value of every node below the board, and what its clamp did.
    pub(crate) nodes: BTreeMap<Child, Clipped>,
    /// What the clamps of an item's windows did, where they did anything.
    pub(crate) windows: BTreeMap<Idx<Item>, Vec<WindowClip>>,
    /// The board's own value, and what its clamp did.
    pub(crate) board: Clipped,
    /// Whether a veto made the total nought.
    pub(crate) vetoed: bool,
    /// Records that an item took but for a score, or but for the branch's period.
    pub(crate) no_score: BTreeSet<Idx<Record>>,
    pub(crate) outside: BTreeSet<Idx<Record>>,
    /// Records that the rates of some items were of.
    pub(crate) denominators: BTreeMap<Idx<Record>, BTreeSet<Idx<Item>>>,
}

/// What the clamp of one window of an item did.
#[derive(Debug, Clone, Copy)]
pub(crate) struct WindowClip {
    pub(crate) window: usize,
    pub(crate) taken: Amount,
    pub(crate) raised: Amount,
}

impl Account {
    /// What counts: nought under a veto that says so.
    pub(crate) fn total(&self) -> Points {
        if self.vetoed { Points::ZERO } else { self.board.value }
    }

    /// Makes the total nought: every line loses what it had left.
    pub(crate) fn veto(&mut self) {
        self.vetoed = true;
        let places: Vec<_> = self.lines.places().collect();
        for line in places {
            self.lines[line].drop_all(Cut::Veto);
        }
    }
}

/// An account in the making.
struct Sheet<'s, 'a> {
    scoring: &'s Scoring<'a>,
    subject: Entity,
    slice: Slice,
    account: Account,
    /// The kept lines of each item of the measures each and once.
    kept: BTreeMap<Idx<Item>, Vec<Idx<Line>>>,
}

/// Scores one subject on one board in one slice.
pub(crate) fn account(scoring: &Scoring<'_>, board: Idx<Board>, tree: &Tree, subject: Entity, slice: Slice) -> Account {
    let mut sheet = Sheet { scoring, subject, slice, account: Account::default(), kept: BTreeMap::new() };
    sheet.lines_of_records(tree);
    sheet.best_of_works(tree);
    let rules = scoring.facts.rules;
    let mut rising: Rising<Idx<Line>> = Rising::new(rules);
    for child in tree.upward() {
        match child {
            Child::Item(idx) => {
                let (clipped, lines) = sheet.item(idx);
                sheet.account.nodes.insert(child, clipped);
                rising.rise(rules.items[idx].parent, lines);
            }
            Child::Category(idx) => {
                let category = &rules.categories[idx];
                let mut lines = rising.take(idx);
                sheet.scale(&lines, category.weight, &category.times);
                let node = Node::Category(idx);
                let clamp = Clamp { node, floor: category.floor, cap: category.cap, cut: Cut::Cap(node), window: 0 };
                let clipped = clamp.act(&mut sheet.account.lines, &mut lines);
                sheet.account.nodes.insert(child, clipped);
                rising.rise(category.parent, lines);
            }
        }
    }
    let rule = &rules.boards[board];
    let mut lines = rising.top();
    sheet.scale(&lines, Decimal::ONE, &rule.times);
    let node = Node::Board(board);
    let clamp = Clamp { node, floor: rule.floor, cap: rule.cap, cut: Cut::Cap(node), window: 0 };
    sheet.account.board = clamp.act(&mut sheet.account.lines, &mut lines);
    sheet.account
}

impl Sheet<'_, '_> {
    /// The lines that records give to items of the measures each and once.
    fn lines_of_records(&mut self, tree: &Tree) {
        let facts = &self.scoring.facts;
        for &(child, _) in &tree.downward {
            let Child::Item(idx) = child else { continue };
            let item = &facts.rules.items[idx];
            if !item.measure.by_line() {
                continue;
            }
            let windows = self.scoring.windows(idx, self.slice.window);
            let branch = self.slice.window.plus_months(item.shift_months);
            for involvement in facts.involved(self.subject) {
                let record = involvement.record;
                let date = facts.columns.date[record];
                let inside = branch.contains(date);
                match facts.taking(item, self.subject, involvement) {
                    Taking::NoScore if inside => {
                        self.account.no_score.insert(record);
                    }
                    Taking::None | Taking::NoScore => {}
                    Taking::Line(..) if !inside => {
                        self.account.outside.insert(record);
                    }
                    Taking::Line(value, worth) => {
                        let window = windows.iter().position(|window| window.contains(date)).unwrap_or(0);
                        let order = Order::Recorded { date, id: facts.columns.id[record].clone(), item: idx };
                        let line = Line::new(Node::Item(idx), Entry::Record(worth), order, window, value);
                        let line = self.account.lines.push(line);
                        self.kept.entry(idx).or_default().push(line);
                    }
                }
            }
        }
        // Involvements come by date and id, and items in the order of the tree, so each list is in line order.
    }

    /// `best = "work"`: of all lines on one work, the best is kept, at inner nodes before outer ones.
    fn best_of_works(&mut self, tree: &Tree) {
        let facts = &self.scoring.facts;
        let rules = facts.rules;
        let mut rising: Rising<Idx<Line>> = Rising::new(rules);
        for child in tree.upward() {
            let (best, parent, mut lines) = match child {
                Child::Item(idx) => {
                    (rules.items[idx].best, rules.items[idx].parent, self.kept.get(&idx).cloned().unwrap_or_default())
                }
                Child::Category(idx) => (rules.categories[idx].best, rules.categories[idx].parent, rising.take(idx)),
            };
            if best {
                lines = self.best_of_each_work(lines);
            }
            rising.rise(parent, lines);
        }
        let lines = &self.account.lines;
        for kept in self.kept.values_mut() {
            kept.retain(|&line| lines[line].cuts.is_empty());
        }
    }

    fn best_of_each_work(&mut self, lines: Vec<Idx<Line>>) -> Vec<Idx<Line>> {
        let columns = self.scoring.facts.columns;
        let mut by_work: BTreeMap<_, Vec<Idx<Line>>> = BTreeMap::new();
        for line in lines {
            if let Some(record) = self.account.lines[line].record() {
                by_work.entry(columns.work[record]).or_default().push(line);
            }
        }
        let mut best = Vec::with_capacity(by_work.len());
        for mut rivals in by_work.into_values() {
            self.best_first(&mut rivals);
            if let Some((first, rest)) = rivals.split_first() {
                best.push(*first);
                for &line in rest {
                    self.account.lines[line].drop_all(Cut::BestOfWork);
                }
            }
        }
        best
    }

    /// The highest value first; of equals the first in line order.
    fn best_first(&self, lines: &mut [Idx<Line>]) {
        let lines_of = &self.account.lines;
        lines.sort_by(|&a, &b| {
            let (a, b) = (&lines_of[a], &lines_of[b]);
            b.value.cmp(&a.value).then_with(|| a.order.cmp(&b.order))
        });
    }

    /// The value of an item and the lines that stand for it.
    fn item(&mut self, idx: Idx<Item>) -> (Clipped, Vec<Idx<Line>>) {
        let facts = &self.scoring.facts;
        let item = &facts.rules.items[idx];
        let mut lines = if item.measure.by_line() {
            self.kept.remove(&idx).unwrap_or_default()
        } else {
            self.lines_without_records(idx, item)
        };
        let stopping =
            item.require.iter().find(|&&duty| !facts.duty_met(duty, self.subject, self.slice.window, self.slice.day));
        if let Some(&duty) = stopping {
            for &line in &lines {
                self.account.lines[line].drop_all(Cut::Require(duty));
            }
            return (Clipped::default(), lines);
        }
        if let Measure::Each { skip, most } = item.measure {
            self.skip_and_keep(&lines, skip, most);
        }
        if matches!(item.measure, Measure::Once) {
            self.keep(&lines, 1, Cut::NotBest);
        }
        let node = Node::Item(idx);
        if let Some(windowed) = item.window {
            for window in 0..self.scoring.windows(idx, self.slice.window).len() {
                let mut inside: Vec<_> =
                    lines.iter().copied().filter(|&line| self.account.lines[line].window == window).collect();
                let before = inside.len();
                let clamp = Clamp { node, floor: windowed.floor, cap: windowed.cap, cut: Cut::WindowCap(idx), window };
                let (_, taken, raised) = clamp.act_window(&mut self.account.lines, &mut inside);
                if [taken, raised] != [Amount::ZERO; 2] {
                    self.account.windows.entry(idx).or_default().push(WindowClip { window, taken, raised });
                }
                lines.extend(inside.into_iter().skip(before));
            }
        }
        let clamp = Clamp { node, floor: item.floor, cap: item.cap, cut: Cut::Cap(node), window: 0 };
        let clipped = clamp.act(&mut self.account.lines, &mut lines);
        (clipped, lines)
    }

    fn skip_and_keep(&mut self, lines: &[Idx<Line>], skip: u64, most: Option<u64>) {
        for mut inside in self.by_window(lines) {
            inside.sort_by(|&a, &b| self.account.lines[a].order.cmp(&self.account.lines[b].order));
            let skipped = usize::try_from(skip).unwrap_or(usize::MAX).min(inside.len());
            let rest = inside.split_off(skipped);
            for line in inside {
                self.account.lines[line].drop_all(Cut::Skipped);
            }
            if let Some(most) = most {
                self.keep_in_window(rest, most, Cut::NotAmongMost);
            }
        }
    }

    fn keep(&mut self, lines: &[Idx<Line>], most: u64, cut: Cut) {
        for inside in self.by_window(lines) {
            self.keep_in_window(inside, most, cut);
        }
    }

    fn keep_in_window(&mut self, mut lines: Vec<Idx<Line>>, most: u64, cut: Cut) {
        self.best_first(&mut lines);
        for line in lines.into_iter().skip(usize::try_from(most).unwrap_or(usize::MAX)) {
            self.account.lines[line].drop_all(cut);
        }
    }

    fn by_window(&self, lines: &[Idx<Line>]) -> Vec<Vec<Idx<Line>>> {
        let mut windows: BTreeMap<usize, Vec<Idx<Line>>> = BTreeMap::new();
        for &line in lines {
            windows.entry(self.account.lines[line].window).or_default().push(line);
        }
        windows.into_values().collect()
    }

    /// Multiplies every line by a weight and by the factors that are for the subject.
    fn scale(&mut self, lines: &[Idx<Line>], weight: Decimal, times: &[Times]) {
        let facts = &self.scoring.facts;
        let factors = facts.node_factors(weight, times, self.subject, self.slice.day);
        for &line in lines {
            let line = &mut self.account.lines[line];
            for &factor in &factors {
                line.left = line.left.times(factor);
                line.scaled.push(factor);
            }
        }
    }

    /// The lines of an item that counts records, or needs none.
    fn lines_without_records(&mut self, idx: Idx<Item>, item: &Item) -> Vec<Idx<Line>> {
        let facts = &self.scoring.facts;
        let (subject, slice) = (self.subject, self.slice);
        if !facts.applies(&item.applies, subject, slice.day) {
            return Vec::new();
        }
        let Some(points) = facts.points_once(item, subject, slice.day) else { return Vec::new() };
        let windows = self.scoring.windows(idx, self.slice.window);
        let worth = Amount::from(points);
        let entries: Vec<(Entry, Amount)> = match &item.measure {
            Measure::Each { .. } | Measure::Once => Vec::new(),
            Measure::Base => windows.iter().map(|_| (Entry::Base, worth)).collect(),
            Measure::Duty { duty, missed } => {
                let wanted = if *missed { DutyStatus::Missed } else { DutyStatus::Met };
                let asked = facts.asks(*duty, subject, slice.day);
                let entry = |&window: &Window| {
                    let statuses = if asked { facts.duty(*duty, subject, window, slice.day) } else { Vec::new() };
                    let windows = statuses.iter().filter(|window| window.status == wanted).count();
                    let windows = u32::try_from(windows).unwrap_or(u32::MAX);
                    (Entry::Duty { points, duty: *duty, windows }, worth.shared(windows.into(), 1))
                };
                windows.iter().map(entry).collect()
            }
            Measure::Standard(standard) => {
                let checks = facts.standard(*standard, subject, slice.day);
                let entry = |checks: ChecksMet| {
                    (Entry::Standard { points, checks }, worth.shared(checks.met.into(), checks.of.into()))
                };
                windows.iter().filter_map(|_| checks.map(entry)).collect()
            }
            Measure::Inherit(inherit) => {
                let from = self.scoring.inherited(inherit, subject, slice);
                let times = if inherit.each { from.len() } else { from.len().min(1) };
                let value = worth.shared(times as i128, 1);
                windows.iter().map(|_| (Entry::Inherited { points, from: from.clone() }, value)).collect()
            }
            _ => windows.iter().map(|&window| self.count(idx, item, points, window)).collect(),
        };
        let line = |(window, (entry, value)): (usize, (Entry, Amount))| {
            let order = Order::Unrecorded { node: Node::Item(idx), window, earned: true };
            Line::new(Node::Item(idx), entry, order, window, value)
        };
        entries.into_iter().enumerate().map(line).map(|line| self.account.lines.push(line)).collect()
    }

    /// The line of a counting measure in one window.
    fn count(&mut self, idx: Idx<Item>, item: &Item, points: Decimal, window: Window) -> (Entry, Amount) {
        let facts = &self.scoring.facts;
        let count = item.measure.counting().unwrap_or_default();
        let branch = self.slice.window.plus_months(item.shift_months);
        let mut records = Vec::new();
        for involvement in facts.involved(self.subject).iter().filter(|involvement| facts.meets(item, involvement)) {
            let date = facts.columns.date[involvement.record];
            if window.contains(date) {
                records.push((involvement.record, involvement.quantity));
            } else if !branch.contains(date) {
                self.account.outside.insert(involvement.record);
            }
        }
        let counted = facts.tally(count, &records);
        let of = match &item.measure {
            Measure::Rate { rate, .. } => {
                let own = |involvement: &&Involvement| self.scoring.in_denominator(item, rate, involvement, window);
                let own: Vec<_> = facts
                    .involved(self.subject)
                    .iter()
                    .filter(own)
                    .map(|found| (found.record, found.quantity))
                    .collect();
                for (record, _) in &own {
                    self.account.denominators.entry(*record).or_default().insert(idx);
                }
                Some(if rate.all {
                    self.scoring.denominator_of_all(idx, self.subject.kind, window)
                } else {
                    facts.tally(count, &own)
                })
            }
            _ => None,
        };
        let value = measure::counted(&item.measure, points, counted, of);
        let records = records.into_iter().map(|(record, _)| record).collect();
        (measure::entry(&item.measure, points, counted, of, records), value)
    }
}
