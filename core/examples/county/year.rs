use std::collections::BTreeMap;

use super::people::{FIRST, LEFT};
use super::row::{Record, Row};
use super::studios::{STUDIOS, UNITS};
use super::{COMMITTEES, GROUPS, Roster, date};
use crate::made_up::Dice;

/// What did not happen: the place of the studio, of what, and in which month, quarter or half, counted from 0.
const SKIPPED: [(usize, &str, usize); 13] = [
    (2, "社情民意信息", 1),
    (2, "社情民意信息", 4),
    (9, "社情民意信息", 5),
    (5, "社情民意信息", 9),
    (6, "社情民意信息", 8),
    (7, "读书活动", 1),
    (10, "读书活动", 2),
    (9, "协商活动", 0),
    (1, "协商活动", 3),
    (9, "实事", 0),
    (3, "接待群众", 2),
    (7, "接待群众", 5),
    (4, "接待群众", 10),
];

/// The studio and the month of which the one item still waits for its check.
const UNCHECKED: (usize, usize) = (4, 4);

/// The groups that did not meet, and the committees that went to none of their studios: who, and in which quarter or half.
const NOT_MET: [(usize, usize); 2] = [(6, 1), (7, 3)];
const NOT_GUIDED: [(usize, usize); 1] = [(2, 0)];

/// The first day of every month, and the day after the last.
const MONTHS: [usize; 13] = [0, 31, 59, 90, 120, 151, 181, 212, 243, 273, 304, 334, 365];

pub(crate) struct Year<'a> {
    dice: &'a mut Dice,
    roster: &'a Roster,
    records: Vec<Record>,
}

impl<'a> Year<'a> {
    pub(crate) fn new(dice: &'a mut Dice, roster: &'a Roster) -> Self {
        Year { dice, roster, records: Vec::new() }
    }

    /// The rows of the whole year, by date, numbered kind by kind.
    pub(crate) fn ledger(mut self) -> Vec<Row> {
        self.meetings();
        (0..120).for_each(|_| self.proposal());
        (0..80).for_each(|_| self.own_opinion());
        for studio in 0..STUDIOS.len() {
            (0..12).for_each(|month| self.month_of(studio, month));
            (0..4).for_each(|quarter| self.quarter_of(studio, quarter));
            (0..2).for_each(|half| self.half_of(studio, half));
        }
        for who in 0..self.roster.members.len() {
            (0..4).for_each(|quarter| self.visits(who, quarter));
        }
        for group in 0..GROUPS.len() {
            (0..4).for_each(|quarter| self.gathering(group, quarter));
        }
        for committee in 0..COMMITTEES.len() {
            (0..2).for_each(|half| self.guidance(committee, half));
        }
        self.out_of_place();
        self.numbered()
    }

    fn numbered(mut self) -> Vec<Row> {
        self.records.sort_by_key(|record| (record.day, record.sign));
        let mut count = BTreeMap::new();
        for record in &mut self.records {
            let number = count.entry(record.sign).or_insert(0);
            *number += 1;
            for row in &mut record.rows {
                row.record = format!("{}{number:04}", record.sign);
                row.date = if row.date.is_empty() { date(record.day) } else { row.date.clone() };
            }
        }
        self.records.into_iter().flat_map(|record| record.rows).collect()
    }

    // ---- what members do by themselves ----

    fn meetings(&mut self) {
        self.attendance(9, "全", "全体会议", |_| true);
        for day in [54, 144, 241, 331] {
            self.attendance(day, "常", "常委会会议", |who| self.roster.members[who].is_standing());
        }
    }

    /// Who came, who asked for leave, who stayed away: the less zeal, the more often.
    fn attendance(&mut self, day: usize, sign: &'static str, kind: &'static str, seats: impl Fn(usize) -> bool) {
        let on = date(day);
        let mut rows = Vec::new();
        for who in (0..self.roster.members.len()).filter(|who| self.roster.members[*who].sits(&on) && seats(*who)) {
            let idle = if self.roster.members[who].drawn.zeal == 1 { 3 } else { 1 };
            let (presence, note) = match self.dice.roll(100) {
                roll if roll < idle => ("缺席", ""),
                roll if roll < 7 * idle => ("请假", self.dice.pick(&["因公出差", "病假", "事假"])),
                _ => ("到会", ""),
            };
            rows.push(Row { kind, presence, note, ..self.by(who) });
        }
        self.enter(day, sign, rows);
    }

    /// Most are handed in at the plenary.
    fn proposal(&mut self) {
        let day = if self.dice.percent(70) { 7 + self.dice.roll(4) } else { 20 + self.dice.roll(340) };
        let people = if self.dice.percent(60) { 1 } else { 2 + self.dice.roll(3) };
        let outcome = if self.dice.percent(75) { "立案" } else { "" };
        let status = self.status();
        let mut rows = self.drawn(self.seated(day), people, &Row { kind: "提案", outcome, status, ..Row::default() });
        for (place, row) in rows.iter_mut().enumerate() {
            row.role = if place == 0 { "第一提案人" } else { "联名人" };
        }
        self.enter(day, "提", rows);
    }

    fn own_opinion(&mut self) {
        let day = self.dice.roll(365);
        let (outcome, status) = (self.outcome(), self.status());
        let like = Row { kind: "社情民意信息", outcome, status, ..Row::default() };
        let rows = self.drawn(self.seated(day), 1, &like);
        self.enter(day, "信", rows);
    }

    /// A member's visits to the units that the member links.
    fn visits(&mut self, who: usize, quarter: usize) {
        let zeal = self.roster.members[who].drawn.zeal;
        let units = &self.roster.linked[who];
        let comes = match zeal {
            1 => 70,
            2 => 90,
            _ => 99,
        };
        if units.is_empty() || !self.dice.percent(comes) {
            return;
        }
        for _ in 0..=self.dice.roll(zeal.div_ceil(2)) {
            let day = self.day_in(MONTHS[quarter * 3], MONTHS[quarter * 3 + 3]);
            let (unit, people) = (self.dice.pick(units), 4 + self.dice.roll(14));
            if self.roster.members[who].sits(&date(day)) {
                let quantity = people.to_string();
                let row = Row { kind: "走访联系", unit: UNITS[unit].0, quantity, ..self.by(who) };
                self.enter(day, "访", vec![row]);
            }
        }
    }

    // ---- what studios do ----

    fn month_of(&mut self, studio: usize, month: usize) {
        let online = STUDIOS[studio].mode == "online";
        let span = (MONTHS[month], MONTHS[month + 1]);
        let unchecked = (studio, month) == UNCHECKED;
        let items = if unchecked { 1 } else { 1 + self.dice.roll(3) };
        for _ in 0..unless_skipped(studio, "社情民意信息", month, items, 0) {
            let outcome = if unchecked { "" } else { self.outcome() };
            let status = if unchecked { "待审核" } else { "" };
            let like = Row { kind: "社情民意信息", outcome, status, ..Row::default() };
            let people = if self.dice.percent(12) { 2 } else { 1 };
            self.at_studio(studio, span, "信", people, &like);
        }
        let days = if online { 4 + self.dice.roll(2) } else { 2 + self.dice.roll(2) };
        for _ in 0..unless_skipped(studio, "接待群众", month, days, 1) {
            let like = Row { kind: "接待群众", form: if online { "线上" } else { "线下" }, ..Row::default() };
            let people = 2 + self.dice.roll(2);
            self.at_studio(studio, span, "接", people, &like);
        }
    }

    fn quarter_of(&mut self, studio: usize, quarter: usize) {
        let span = (MONTHS[quarter * 3], MONTHS[quarter * 3 + 3]);
        for (kind, sign) in [("读书活动", "读"), ("协商活动", "商")] {
            let times = 1 + self.dice.roll(2);
            for _ in 0..unless_skipped(studio, kind, quarter, times, 0) {
                let people = 5 + self.dice.roll(6);
                self.at_studio(studio, span, sign, people, &Row { kind, ..Row::default() });
            }
        }
    }

    fn half_of(&mut self, studio: usize, half: usize) {
        let span = (MONTHS[half * 6], MONTHS[half * 6 + 6]);
        let times = 1 + self.dice.roll(3);
        for _ in 0..unless_skipped(studio, "实事", half, times, 0) {
            let kind = self.dice.pick(&["为民办实事", "公益活动"]);
            let people = 3 + self.dice.roll(5);
            self.at_studio(studio, span, "实", people, &Row { kind, ..Row::default() });
        }
    }

    /// A record of a studio on some day of the span on which it runs, if there is one.
    fn at_studio(&mut self, place: usize, (from, to): (usize, usize), sign: &'static str, people: usize, like: &Row) {
        let studio = &STUDIOS[place];
        let open: Vec<usize> = (from..to).filter(|day| studio.runs(&date(*day))).collect();
        if open.is_empty() {
            return;
        }
        let day = self.dice.pick(&open);
        let here = self.roster.residents(studio.id, &date(day));
        let rows = self.drawn(here, people, &Row { studio: studio.name, ..like.clone() });
        self.enter(day, sign, rows);
    }

    // ---- what groups and committees do ----

    fn gathering(&mut self, group: usize, quarter: usize) {
        if NOT_MET.contains(&(group, quarter)) {
            return;
        }
        let day = self.day_in(MONTHS[quarter * 3], MONTHS[quarter * 3 + 3]);
        let here = self.seated(day).into_iter().filter(|who| self.roster.members[*who].drawn.town == group).collect();
        let people = 6 + self.dice.roll(6);
        let rows = self.drawn(here, people, &Row { kind: "联络组活动", group: GROUPS[group], ..Row::default() });
        self.enter(day, "组", rows);
    }

    fn guidance(&mut self, committee: usize, half: usize) {
        if NOT_GUIDED.contains(&(committee, half)) {
            return;
        }
        let last = date(MONTHS[half * 6 + 6] - 1);
        for studio in self.roster.guided(committee, &last) {
            let day = self.day_in(MONTHS[half * 6 + 3], MONTHS[half * 6 + 6]);
            if !STUDIOS[studio].runs(&date(day)) {
                continue;
            }
            let of_it = |who: &usize| self.roster.members[*who].drawn.committee == committee;
            let here = self.seated(day).into_iter().filter(of_it).collect();
            let like = Row {
                kind: "工作室指导",
                committee: COMMITTEES[committee],
                studio: STUDIOS[studio].name,
                ..Row::default()
            };
            let rows = self.drawn(here, 2, &like);
            self.enter(day, "导", rows);
        }
    }

    // ---- what does not fit ----

    /// Two records of members who did not sit, one of a studio that was closed, and two that cannot be read.
    fn out_of_place(&mut self) {
        let visit = |unit| Row { kind: "走访联系", unit, quantity: "6".to_owned(), ..Row::default() };
        let gone = Row { member: self.name(LEFT[0].0), ..visit("东关社区") };
        self.enter(80, "访", vec![gone]);
        let not_yet = Row { kind: "社情民意信息", ..self.by(FIRST + 1) };
        self.enter(88, "信", vec![not_yet]);
        let closed = Row { kind: "接待群众", form: "线下", studio: STUDIOS[6].name, ..Row::default() };
        let here = self.roster.residents(STUDIOS[6].id, &date(114));
        let rows = self.drawn(here, 2, &closed);
        self.enter(114, "接", rows);
        let misspelt = Row { member: "李青禾".to_owned(), ..visit("柏树村") };
        self.enter(101, "访", vec![misspelt]);
        let no_such_day = Row { date: "2023-06-31".to_owned(), member: self.name(77), ..visit("上柳村") };
        self.enter(180, "访", vec![no_such_day]);
    }

    // ---- the draw ----

    fn seated(&self, day: usize) -> Vec<usize> {
        let on = date(day);
        (0..self.roster.members.len()).filter(|who| self.roster.members[*who].sits(&on)).collect()
    }

    /// A row for each of so many different members, or of all there are, drawn by zeal.
    fn drawn(&mut self, from: Vec<usize>, people: usize, like: &Row) -> Vec<Row> {
        let zeal = |who: usize| self.roster.members[who].drawn.zeal;
        let people = people.min(from.len());
        let hat: Vec<usize> = from.into_iter().flat_map(|who| std::iter::repeat_n(who, zeal(who))).collect();
        let mut drawn: Vec<usize> = Vec::new();
        while drawn.len() < people {
            let who = self.dice.pick(&hat);
            if !drawn.contains(&who) {
                drawn.push(who);
            }
        }
        drawn.into_iter().map(|who| Row { member: self.name(who), ..like.clone() }).collect()
    }

    fn day_in(&mut self, from: usize, to: usize) -> usize {
        from + self.dice.roll(to - from)
    }

    fn outcome(&mut self) -> &'static str {
        match self.dice.roll(100) {
            0..22 => "采用",
            22..25 => "批示",
            _ => "",
        }
    }

    /// Nearly always approved, and then the cell stays blank.
    fn status(&mut self) -> &'static str {
        match self.dice.roll(100) {
            0..3 => "待审核",
            3..5 => "退回",
            _ => "",
        }
    }

    fn by(&self, who: usize) -> Row {
        Row { member: self.name(who), ..Row::default() }
    }

    fn name(&self, who: usize) -> String {
        self.roster.members[who].name.clone()
    }

    fn enter(&mut self, day: usize, sign: &'static str, rows: Vec<Row>) {
        self.records.push(Record { day, sign, rows });
    }
}

/// How often, or what little is left of it where the year has a gap.
fn unless_skipped(studio: usize, what: &str, slice: usize, times: usize, left: usize) -> usize {
    if SKIPPED.contains(&(studio, what, slice)) { left } else { times }
}
