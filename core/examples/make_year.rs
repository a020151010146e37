//! Makes the bundled year: a roster and a ledger in the shape in which an office keeps them, for the `scoreboard` example.
//!
//! ```text
//! cargo run --example make_year    # writes examples/data/tongcheng-2019; a test says whether that is what stands there
//! ```
//!
//! Every name and every record is made up; the same seed gives the same bytes. Fourteen rows are wrong on purpose, each in a
//! way of its own, so that there is something for the intake to refuse.

#![expect(clippy::indexing_slicing, reason = "tables of known length, and a program that nobody depends on")]

mod made_up;

use std::collections::BTreeSet;

use made_up::{Dice, Files, Result, csv, list, month_and_day, named, roster};
use serde::Serialize;

const FOLDER: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/examples/data/tongcheng-2019");
const MEMBERS: usize = 300;

const SECTORS: [&str; 10] =
    ["中共界", "党派界", "工商联界", "群团界", "科技界", "教育界", "医卫界", "文艺界", "农业界", "经济界"];
const COMMITTEES: [&str; 6] =
    ["提案委员会", "经济委员会", "城建资源环境委员会", "教科文卫体委员会", "社会法制委员会", "文史学习委员会"];
const STUDIOS: [&str; 8] =
    ["城东工作室", "城西工作室", "城南工作室", "城北工作室", "经济工作室", "教育工作室", "医卫工作室", "农业工作室"];
const PARTIES: [&str; 5] = ["中共党员", "中共党员", "民盟盟员", "无党派人士", "群众"];
const ACTIVITIES: [&str; 8] = ["政协活动", "调研", "视察", "民主监督", "座谈交流", "学习培训", "庆祝纪念", "资料征集"];

fn main() -> Result<()> {
    made_up::write(FOLDER, files()?)
}

/// The year: the name and the text of each file.
fn files() -> Result<Files> {
    let mut dice = Dice(2019);
    let roster = Roster::new(&mut dice);
    let ledger = Year { dice, roster: &roster, records: Vec::new() }.ledger();
    let rows = ledger.iter().flat_map(|record| &record.rows);
    Ok(vec![("roster.json", roster.json()?), ("ledger.csv", csv(rows)?)])
}

#[test]
fn the_year_that_stands_there_is_the_one_written_here() {
    made_up::assert_written(FOLDER, files().unwrap(), "make_year");
}

// ---- the roster ----

#[derive(Serialize)]
struct Member {
    id: String,
    name: String,
    sector: String,
    committees: Vec<String>,
    party: &'static str,
    posts: Vec<Post>,
    #[serde(skip_serializing_if = "Option::is_none")]
    joined: Option<&'static str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    left: Option<&'static str>,
    scored: bool,
    /// How often the member's name comes out of the hat.
    #[serde(skip)]
    zeal: usize,
}

#[derive(Serialize)]
#[serde(untagged)]
enum Post {
    Always(&'static str),
    Since { id: &'static str, from: &'static str },
}

struct Roster {
    members: Vec<Member>,
    /// Each member as many times as it has zeal: drawing from it is drawing by zeal.
    hat: Vec<usize>,
}

impl Roster {
    fn new(dice: &mut Dice) -> Self {
        let mut members: Vec<Member> = (0..MEMBERS).map(|n| Member::new(n, dice)).collect();
        // Two members of one name: the ledger has to call them by their ids.
        let name = members[298].name.clone();
        members[299].name = name;
        let hat = members.iter().enumerate().flat_map(|(n, member)| std::iter::repeat_n(n, member.zeal)).collect();
        Roster { members, hat }
    }

    fn json(&self) -> Result<String> {
        let resident = (0..MEMBERS).step_by(2).map(|n| Resident {
            member: format!("M{:03}", n + 1),
            studio: format!("S{}", n / 2 % STUDIOS.len() + 1),
            role: if n < STUDIOS.len() * 2 { "head" } else { "resident" },
            from: "2018-06-01",
        });
        Ok(roster(&[
            list("members", &self.members)?,
            list("sectors", named("J", 1, &SECTORS))?,
            list("committees", named("Z", 1, &COMMITTEES))?,
            list("studios", named("S", 1, &STUDIOS))?,
            list("memberships", resident)?,
        ]))
    }
}

#[derive(Serialize)]
struct Resident {
    member: String,
    studio: String,
    role: &'static str,
    from: &'static str,
}

impl Member {
    fn new(n: usize, dice: &mut Dice) -> Self {
        let mut committees = Vec::new();
        if dice.percent(80) {
            committees.push(format!("Z{}", dice.roll(COMMITTEES.len()) + 1));
        }
        Member {
            id: format!("M{:03}", n + 1),
            name: made_up_name(n),
            sector: format!("J{}", dice.roll(SECTORS.len()) + 1),
            committees,
            party: dice.pick(&PARTIES),
            posts: match n {
                21 | 42 => vec![Post::Since { id: "standing", from: "2019-07-01" }],
                _ if n.is_multiple_of(7) => vec![Post::Always("standing")],
                _ => Vec::new(),
            },
            joined: (n % 97 == 50).then_some("2019-01-10"),
            left: (n % 149 == 60).then_some("2019-08-31"),
            scored: n != 0,
            zeal: dice.pick(&[1, 2, 2, 4, 4, 4, 4, 6, 6, 10]),
        }
    }

    fn standing_on(&self, date: &str) -> bool {
        self.posts.iter().any(|post| match post {
            Post::Always(_) => true,
            Post::Since { from, .. } => *from <= date,
        })
    }
}

/// 甲一, 甲二 … 癸三十: names that nobody bears.
fn made_up_name(n: usize) -> String {
    const STEMS: [char; 10] = ['甲', '乙', '丙', '丁', '戊', '己', '庚', '辛', '壬', '癸'];
    const DIGITS: [&str; 10] = ["", "一", "二", "三", "四", "五", "六", "七", "八", "九"];
    let (tens, ones) = ((n % 30 + 1) / 10, (n % 30 + 1) % 10);
    let tens = ["", "十", "二十", "三十"][tens];
    format!("{}{tens}{}", STEMS[n / 30], DIGITS[ones])
}

// ---- the ledger ----

/// One row, under the headings that a clerk writes.
#[derive(Clone, Default, Serialize)]
struct Row {
    #[serde(rename = "编号")]
    record: String,
    #[serde(rename = "日期")]
    date: String,
    #[serde(rename = "委员")]
    member: String,
    #[serde(rename = "类型")]
    kind: &'static str,
    #[serde(rename = "工作室")]
    studio: &'static str,
    #[serde(rename = "专委会")]
    committee: &'static str,
    #[serde(rename = "成果")]
    work: String,
    #[serde(rename = "数量")]
    quantity: &'static str,
    #[serde(rename = "结果")]
    outcome: &'static str,
    #[serde(rename = "形式")]
    form: &'static str,
    #[serde(rename = "提案类别")]
    authorship: &'static str,
    #[serde(rename = "身份")]
    role: &'static str,
    #[serde(rename = "出席")]
    presence: &'static str,
    #[serde(rename = "状态")]
    status: &'static str,
    #[serde(rename = "备注")]
    note: &'static str,
}

/// The rows of one record, and the day by which the ledger is sorted.
struct Record {
    day: usize,
    rows: Vec<Row>,
}

struct Year<'a> {
    dice: Dice,
    roster: &'a Roster,
    records: Vec<Record>,
}

impl Year<'_> {
    fn ledger(mut self) -> Vec<Record> {
        self.plenary();
        self.standing_meetings();
        (1..=130).for_each(|n| self.proposal(n));
        (1..=240).for_each(|n| self.opinion(n));
        (1..=228).for_each(|n| self.activity(n));
        (1..=24).for_each(|n| self.written_speech(n));
        self.records.sort_by(|a, b| (a.day, &a.rows[0].record).cmp(&(b.day, &b.rows[0].record)));
        self.spoil();
        self.records
    }

    fn plenary(&mut self) {
        let like = Row { record: "全会".into(), kind: "全体会议", ..Row::default() };
        let rows = self.attendance((0..MEMBERS).collect(), [8, 2], &like);
        self.enter(14, rows);
    }

    fn standing_meetings(&mut self) {
        for (n, day) in [(1, 87), (2, 178), (3, 269), (4, 353)] {
            let date = date(day, 0);
            let seats = (0..MEMBERS).filter(|who| self.roster.members[*who].standing_on(&date)).collect();
            let like = Row { record: format!("常委会-{n}"), kind: "常委会", ..Row::default() };
            let rows = self.attendance(seats, [12, 5], &like);
            self.enter(day, rows);
        }
    }

    /// Who came, who asked for leave, who stayed away: the less zeal, the more often. `away`: percent on leave, percent absent.
    fn attendance(&mut self, who: Vec<usize>, away: [usize; 2], like: &Row) -> Vec<Row> {
        let mut rows = Vec::new();
        for n in who {
            let idle = if self.roster.members[n].zeal == 1 { 4 } else { 1 };
            let (presence, note) = match self.dice.roll(100) {
                roll if roll < away[1] * idle => ("无故缺席", ""),
                roll if roll < (away[0] + away[1]) * idle => ("请假", self.dice.pick(&["因公出差", "病假", "事假"])),
                _ => ("出席", ""),
            };
            rows.push(Row { member: self.call(n), presence, note, ..like.clone() });
        }
        rows
    }

    fn proposal(&mut self, n: usize) {
        let day = if self.dice.percent(75) { 10 + self.dice.roll(8) } else { 20 + self.dice.roll(340) };
        let (authorship, first, others, people) = match self.dice.roll(100) {
            0..55 => ("个人提案", "第一提案人", "", 1),
            55..92 => ("联名提案", "第一提案人", "联名人", 2 + self.dice.roll(5)),
            _ => ("集体提案", "主要成员", "主要成员", 1 + self.dice.roll(3)),
        };
        let committee = if authorship == "集体提案" { self.dice.pick(&COMMITTEES) } else { "" };
        let like = Row {
            record: format!("提{n:03}"),
            kind: "提案",
            committee,
            authorship,
            role: others,
            status: self.status(),
            ..Row::default()
        };
        let mut rows = self.drawn(people, &like);
        rows[0].role = first;

        let filed = self.dice.percent(70);
        if filed && self.dice.percent(80) {
            for row in &mut rows {
                row.outcome = "立案";
            }
        } else if filed {
            // Some offices write the filing down when it happens: a second record about the same work.
            let file = |row: &Row| Row {
                record: format!("立{n:03}"),
                work: row.record.clone(),
                outcome: "立案",
                ..row.clone()
            };
            let later = rows.iter().map(file).collect();
            let wait = 15 + self.dice.roll(20);
            self.enter((day + wait).min(364), later);
        }
        self.enter(day, rows);
    }

    fn opinion(&mut self, n: usize) {
        let day = self.dice.roll(365);
        let people = if self.dice.percent(6) { 2 } else { 1 };
        let studio = if self.dice.percent(15) { self.dice.pick(&STUDIOS) } else { "" };
        let outcome = if self.dice.percent(30) { "采用" } else { "" };
        let like = Row {
            record: format!("信{n:03}"),
            kind: "社情民意信息",
            studio,
            outcome,
            status: self.status(),
            ..Row::default()
        };
        let rows = self.drawn(people, &like);
        self.enter(day, rows);
    }

    fn activity(&mut self, n: usize) {
        let day = 25 + self.dice.roll(335);
        let kind = self.dice.pick(&ACTIVITIES);
        let (committee, studio) =
            if self.dice.percent(60) { (self.dice.pick(&COMMITTEES), "") } else { ("", self.dice.pick(&STUDIOS)) };
        let people = 10 + self.dice.roll(24);
        let who = self.draw(people);
        let like = Row { record: format!("活{n:03}"), kind, committee, studio, ..Row::default() };
        let rows = self.attendance(who, [5, 1], &like);
        self.enter(day, rows);
    }

    fn written_speech(&mut self, n: usize) {
        let like = Row { record: format!("言{n:02}"), kind: "会议发言", form: "书面发言", ..Row::default() };
        let rows = self.drawn(1, &like);
        self.enter(15, rows);
    }

    /// Nearly always approved, and then the cell stays blank or says so.
    fn status(&mut self) -> &'static str {
        match self.dice.roll(100) {
            0..3 => "待审核",
            3..6 => "退回",
            6..7 => "作废",
            7..30 => "已审核",
            _ => "",
        }
    }

    /// So many different members, by zeal.
    fn draw(&mut self, people: usize) -> Vec<usize> {
        let mut drawn = BTreeSet::new();
        let mut order = Vec::new();
        while order.len() < people {
            let who = self.dice.pick(&self.roster.hat);
            if drawn.insert(who) {
                order.push(who);
            }
        }
        order
    }

    /// A row for each of so many members.
    fn drawn(&mut self, people: usize, like: &Row) -> Vec<Row> {
        self.draw(people).into_iter().map(|who| Row { member: self.call(who), ..like.clone() }).collect()
    }

    /// What the ledger writes for a member: the name, or the id of those who share one.
    fn call(&self, who: usize) -> String {
        let member = &self.roster.members[who];
        if who >= 298 { member.id.clone() } else { member.name.clone() }
    }

    fn enter(&mut self, day: usize, mut rows: Vec<Row>) {
        // A clerk writes dates in one way for months, then in another.
        let style = if self.dice.percent(80) { 0 } else { 1 + self.dice.roll(3) };
        for row in &mut rows {
            row.date = date(day, style);
        }
        self.records.push(Record { day, rows });
    }

    /// The rows that are wrong on purpose, each in a record of its own.
    fn spoil(&mut self) {
        type Fault = (&'static str, usize, fn(&mut Vec<Row>));
        let faults: [Fault; 14] = [
            ("信", 1, |rows| rows[0].member = "甲三八".into()),
            ("信", 1, |rows| rows[0].member = "癸二十九".into()),
            ("信", 1, |rows| rows[0].date = "2019-02-30".into()),
            ("信", 1, |rows| rows[0].date = String::new()),
            ("信", 1, |rows| rows[0].kind = "倡议书"),
            ("信", 1, |rows| rows[0].outcome = "批示"),
            ("信", 1, |rows| rows[0].studio = "城中工作室"),
            ("信", 1, |rows| rows[0].quantity = "两条"),
            ("信", 1, |rows| rows[0].status = "已办"),
            ("信", 1, |rows| rows[0].record = "row-7".into()),
            ("信", 1, |rows| rows[0].member = String::new()),
            ("提", 3, |rows| rows[2].role = "附议人"),
            ("提", 3, |rows| rows[1].date = "2019-12-31".into()),
            ("提", 3, |rows| rows.push(rows[0].clone())),
        ];
        let mut spoilt = BTreeSet::new();
        for (letter, people, fault) in faults {
            let fits = |record: &Record| {
                record.rows.len() == people
                    && record.rows[0].record.starts_with(letter)
                    && record.rows[0].studio.is_empty()
            };
            let places: Vec<usize> =
                (0..self.records.len()).filter(|n| fits(&self.records[*n]) && !spoilt.contains(n)).collect();
            let place = self.dice.pick(&places);
            spoilt.insert(place);
            fault(&mut self.records[place].rows);
        }
    }
}

/// The date of a day of 2019, counted from 0, in one of the ways in which dates are written.
fn date(day: usize, style: usize) -> String {
    let (month, day) = month_and_day(day);
    let month = month + 1;
    match style {
        1 => format!("2019/{month}/{day}"),
        2 => format!("2019.{month}.{day}"),
        3 => format!("2019年{month}月{day}日"),
        _ => format!("2019-{month:02}-{day:02}"),
    }
}
