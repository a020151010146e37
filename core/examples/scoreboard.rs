//! The main job: a ledger and a rulebook in; the intake report, the ranking, the grades, one full statement and the closing account out.
//!
//! ```text
//! cargo run --release --example scoreboard
//! cargo run --release --example scoreboard -- --help
//! ```
//!
//! Without files it scores the bundled year of 桐城, of which every name and record is made up.

mod desk;

use std::collections::BTreeSet;
use std::process::ExitCode;

use desk::{Desk, Documents, Page, Result, choose, parsed};
use lexopt::Parser;
use lvzhi::score::Entry;
use lvzhi::{Board, EntityKind, Intake, Lang, Period, Rulebook, Statement, Window, gallery};
use unicode_width::UnicodeWidthStr;

const HELP: &str = "\
用法：cargo run --release --example scoreboard -- [选项]

不带文件时，给自带的一年台账打分（桐城办法，人名和记录全是编造的）。

  --rulebook 文件    办法（.toml 或 .json）
  --roster 文件      名册（.json）
  --ledger 文件      台账（.csv 或 .json）
  --period 时段      考核期：2023、2023-H1、2023-Q2、2023-05、term
  --statement 编号   打印谁的明白账（默认是榜首）
  --html 文件        把这份明白账另存为网页
  --encoding 编码    台账的编码：utf-8（默认）或 gb18030
  --lang 语言        zh（默认）或 en
  --help             打印本页

用自己的文件，前四项都要给；只给 --period，就给自带的一年里的那一段打分。

Scores a ledger by a rulebook and prints the intake report, the ranking, the grades, one statement and the
closing account. Your own `--rulebook`, `--roster`, `--ledger` and `--period` belong together; without files the
bundled year is scored. `--lang en` prints in English.
";

const BUNDLED_ROSTER: &str = include_str!("data/tongcheng-2019/roster.json");
const BUNDLED_LEDGER: &[u8] = include_bytes!("data/tongcheng-2019/ledger.csv");
const BUNDLED_PERIOD: &str = "2019";

/// How many of the ranking are printed.
const TOP: usize = 20;

fn main() -> ExitCode {
    desk::serve(HELP, |arguments| Wish::from_arguments(arguments)?.map(|wish| wish.fulfil()).transpose())
}

// ---- what is asked for ----

struct Wish {
    desk: Desk,
    period: Option<Period>,
    statement: Option<String>,
}

impl Wish {
    /// Nothing if the help page is asked for.
    fn from_arguments(arguments: Parser) -> Result<Option<Wish>> {
        let (mut period, mut statement) = (None, None);
        let desk = Desk::from_arguments(arguments, |name, arguments| {
            match name {
                "period" => period = Some(parsed(arguments)?),
                "statement" => statement = Some(parsed(arguments)?),
                _ => return Ok(false),
            }
            Ok(true)
        })?;
        Ok(desk.map(|desk| Wish { desk, period, statement }))
    }

    fn fulfil(&self) -> Result<String> {
        let desk = &self.desk;
        let documents = match desk.documents(("--period", self.period.is_some()))? {
            Some(own) => own,
            None => self.bundled()?,
        };
        let period = self.period.map_or_else(|| BUNDLED_PERIOD.parse(), Ok)?;
        let scorer =
            documents.rulebook.scorer(&documents.roster).map_err(|faults| desk.drawn(&faults, desk.roster_path()))?;
        let scores = scorer.score(&documents.ledger, period).map_err(|faults| desk.drawn(&faults, "--period"))?;
        let board = scores.boards.iter().find(|board| board.subject == EntityKind::Member).or(scores.boards.first());
        let board = board.ok_or_else(|| {
            desk.say("办法里没有积分榜，无从打分", "the rulebook has no board, so there is nothing to score")
        })?;
        let statement = self.statement_on(board)?;

        let mut page = Page::new(desk.lang);
        page.title(&documents.rulebook, scores.period);
        page.intake(&documents.intake);
        page.ranking(board);
        page.grades(board);
        page.statement(statement);
        page.account(&documents.intake, board);
        if let Some(statement) = statement {
            desk.write(&mut page, |lang| statement.to_html(lang))?;
        }
        Ok(page.text)
    }

    fn bundled(&self) -> Result<Documents> {
        let rulebook = gallery::get("tongcheng").ok_or("the gallery has no `tongcheng`")?;
        self.desk.bundled(rulebook, BUNDLED_ROSTER, BUNDLED_LEDGER)
    }

    /// The statement that is asked for, else that of the first of the ranking.
    fn statement_on<'b>(&self, board: &'b Board) -> Result<Option<&'b Statement>> {
        let Some(id) = &self.statement else {
            return Ok(board.ranking().next());
        };
        // An office knows its members by name: a name that one alone bears will do.
        let mut named = board.statements.iter().filter(|statement| &*statement.name == id.as_str());
        let by_name = match (named.next(), named.next()) {
            (Some(only), None) => Some(only),
            _ => None,
        };
        let found = board.statement(id).or(by_name);
        let refusal = || {
            self.desk.say(
                &format!("`{id}` 不是名册里的编号，也不是只有一人用的名称"),
                &format!("`{id}` is neither an id of the roster nor a name that one alone bears"),
            )
        };
        found.map(Some).ok_or_else(|| refusal().into())
    }
}

// ---- what is printed ----

impl Page {
    fn heading(&mut self, zh: &str, en: &str) {
        self.line("");
        self.line(choose(self.lang, zh, en));
        self.line("═".repeat(80));
    }

    fn title(&mut self, rulebook: &Rulebook, period: Window) {
        self.line(format!("{}  {}..{}", rulebook.title(), period.from, period.to));
        if let Some(source) = rulebook.source() {
            self.line(source);
        }
    }

    fn intake(&mut self, intake: &Intake) {
        self.heading("收件报告", "Intake");
        self.line(intake.to_text(self.lang));
    }

    fn ranking(&mut self, board: &Board) {
        self.heading(&format!("排名（前{TOP}名）"), &format!("Ranking (first {TOP})"));
        let lang = self.lang;
        let headings =
            ["名次", "编号", "姓名", "总分", "等次"].into_iter().zip(["rank", "id", "name", "total", "grade"]);
        let mut rows = vec![headings.map(|(zh, en)| choose(lang, zh, en).to_owned()).collect()];
        rows.extend(board.ranking().take(TOP).map(|statement| {
            let grade = statement.grade.as_ref().map_or_else(|| "—".to_owned(), ToString::to_string);
            let Statement { rank, id, name, total, .. } = statement;
            vec![rank.to_string(), id.to_string(), name.to_string(), total.to_string(), grade]
        }));
        self.table(&rows, &[true, false, false, true, false]);
    }

    fn grades(&mut self, board: &Board) {
        self.heading("等次分布", "Grades");
        let distribution = board.distribution();
        let all: u32 = distribution.iter().map(|grade| grade.count).sum();
        let none = choose(self.lang, "无等次", "no grade");
        let mut rows: Vec<Vec<String>> = Vec::new();
        for grade in &distribution {
            // At most forty marks for the whole board.
            let bar = "█".repeat((grade.count * 40).div_ceil(all.max(1)) as usize);
            rows.push(vec![grade.label.as_deref().unwrap_or(none).to_owned(), grade.count.to_string(), bar]);
        }
        rows.push(vec![choose(self.lang, "合计", "all").to_owned(), all.to_string(), String::new()]);
        self.table(&rows, &[false, true, false]);
    }

    fn statement(&mut self, statement: Option<&Statement>) {
        self.heading("明白账", "Statement");
        match statement {
            Some(statement) => self.line(statement.to_text(self.lang).trim_end()),
            None => self.line(choose(self.lang, "榜上无人", "nobody is on the board")),
        }
    }

    /// Rows read = accepted + refused; accepted = scored + unscored.
    fn account(&mut self, intake: &Intake, board: &Board) {
        self.heading("收支相抵", "Closing account");
        let (read, accepted, refused) = (intake.rows(), intake.accepted, intake.refused.len());
        self.line(choose(
            self.lang,
            &format!("读入 {read} = 收 {accepted} + 退 {refused}"),
            &format!("rows read {read} = accepted {accepted} + refused {refused}"),
        ));
        if board.subject != EntityKind::Member {
            return;
        }
        let scored: usize = board.statements.iter().map(|statement| scored_records(statement).len()).sum();
        let mut reasons = std::collections::BTreeMap::new();
        for unscored in board.statements.iter().flat_map(|statement| &statement.unscored) {
            *reasons.entry(unscored.reason).or_insert(0_usize) += 1;
        }
        let unscored: usize = reasons.values().sum();
        // A row without a member is the record of a studio, a committee …: it is no participation, and not of this board.
        let others = accepted.saturating_sub((scored + unscored) as u64);
        let zh = format!("收 {accepted} = 计分 {scored} + 未计分 {unscored}");
        let en = format!("accepted {accepted} = scored {scored} + unscored {unscored}");
        self.line(match (others, self.lang) {
            (0, Lang::Zh) => zh,
            (0, Lang::En) => en,
            (_, Lang::Zh) => format!("{zh} + 没有委员的行 {others}"),
            (_, Lang::En) => format!("{en} + rows without a member {others}"),
        });
        for (reason, count) in reasons {
            self.line(format!("{count:8}  {}", reason.sentence(self.lang)));
        }
    }

    /// Aligns columns by what a terminal shows: a Chinese character is as wide as two letters.
    fn table(&mut self, rows: &[Vec<String>], to_the_right: &[bool]) {
        let widths: Vec<usize> = (0..to_the_right.len())
            .map(|column| rows.iter().filter_map(|row| row.get(column)).map(|cell| cell.width()).max().unwrap_or(0))
            .collect();
        for row in rows {
            let cells = row.iter().zip(&widths).zip(to_the_right).map(|((cell, width), right)| {
                let space = " ".repeat(width - cell.width());
                if *right { format!("{space}{cell}") } else { format!("{cell}{space}") }
            });
            let line = cells.collect::<Vec<_>>().join("  ");
            self.line(line.trim_end());
        }
    }
}

/// The records that gave a statement at least one line.
fn scored_records(statement: &Statement) -> BTreeSet<&str> {
    let records = statement.lines.iter().flat_map(|line| match &line.entry {
        Entry::Record { record, .. } => std::slice::from_ref(record),
        Entry::Count { records, .. } => records,
        _ => &[],
    });
    records.map(|record| record.id.as_str()).collect()
}
