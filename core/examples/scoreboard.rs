//! The main job: a ledger and a rulebook in; the intake report, the ranking, the grades, one full statement and the closing account out.
//!
//! ```text
//! cargo run --release --example scoreboard
//! cargo run --release --example scoreboard -- --help
//! ```
//!
//! Without files it scores the bundled year of 桐城, of which every name and record is made up.

use std::collections::BTreeSet;
use std::error::Error;
use std::fmt::{Display, Write as _};
use std::io::Write as _;
use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::{fs, io};

use lexopt::{Arg, ValueExt};
use lvzhi::score::Entry;
use lvzhi::{
    Board, Diagnostics, Encoding, EntityKind, Intake, Lang, Ledger, Period, Roster, Rulebook, Statement, Window,
    gallery,
};
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

前四项要么都给，要么都不给。

Scores a ledger by a rulebook and prints the intake report, the ranking, the grades, one statement and the
closing account. `--rulebook`, `--roster`, `--ledger` and `--period` belong together; without them the bundled
year is scored. `--lang en` prints in English.
";

const BUNDLED_ROSTER: &str = include_str!("data/tongcheng-2019/roster.json");
const BUNDLED_LEDGER: &[u8] = include_bytes!("data/tongcheng-2019/ledger.csv");
const BUNDLED_PERIOD: &str = "2019";

/// How many of the ranking are printed.
const TOP: usize = 20;

fn main() -> ExitCode {
    match Wish::from_arguments(lexopt::Parser::from_env())
        .and_then(|wish| wish.map_or_else(|| Ok(HELP.to_owned()), |wish| wish.fulfil()))
    {
        // Whoever reads only the first lines (`| head`) closes the pipe: that is no failure.
        Ok(text) => match io::stdout().write_all(text.as_bytes()) {
            Err(error) if error.kind() != io::ErrorKind::BrokenPipe => refuse(error),
            _ => ExitCode::SUCCESS,
        },
        Err(error) => refuse(error),
    }
}

fn refuse(error: impl Display) -> ExitCode {
    eprintln!("{error}");
    ExitCode::from(2)
}

// ---- what is asked for ----

type Result<T> = std::result::Result<T, Box<dyn Error>>;

#[derive(Default)]
struct Wish {
    rulebook: Option<PathBuf>,
    roster: Option<PathBuf>,
    ledger: Option<PathBuf>,
    period: Option<Period>,
    statement: Option<String>,
    html: Option<PathBuf>,
    encoding: Encoding,
    lang: Lang,
}

/// The texts to work on: the user's own, or the bundled ones.
struct Inputs {
    rulebook: Rulebook,
    roster: Roster,
    ledger: Ledger,
    intake: Intake,
    period: Period,
}

impl Wish {
    /// Nothing if the help page is asked for.
    fn from_arguments(mut arguments: lexopt::Parser) -> Result<Option<Wish>> {
        let mut wish = Wish::default();
        while let Some(argument) = arguments.next().map_err(usage)? {
            match argument {
                Arg::Long("rulebook") => wish.rulebook = Some(path(&mut arguments)?),
                Arg::Long("roster") => wish.roster = Some(path(&mut arguments)?),
                Arg::Long("ledger") => wish.ledger = Some(path(&mut arguments)?),
                Arg::Long("period") => wish.period = Some(parsed(&mut arguments)?),
                Arg::Long("statement") => {
                    wish.statement = Some(arguments.value().and_then(ValueExt::string).map_err(usage)?);
                }
                Arg::Long("html") => wish.html = Some(path(&mut arguments)?),
                Arg::Long("encoding") => wish.encoding = parsed(&mut arguments)?,
                Arg::Long("lang") => wish.lang = parsed(&mut arguments)?,
                Arg::Long("help") | Arg::Short('h') => return Ok(None),
                unknown => return Err(usage(unknown.unexpected())),
            }
        }
        Ok(Some(wish))
    }

    fn fulfil(&self) -> Result<String> {
        let inputs = self.inputs()?;
        let roster = self.roster.as_deref().unwrap_or(Path::new("roster.json"));
        let scorer = inputs.rulebook.scorer(&inputs.roster).map_err(|faults| self.drawn(&faults, roster))?;
        let outcome = scorer.score(&inputs.ledger, inputs.period).map_err(|faults| self.drawn(&faults, "--period"))?;
        let board = outcome.boards.iter().find(|board| board.subject == EntityKind::Member).or(outcome.boards.first());
        let board = board.ok_or_else(|| {
            self.say("办法里没有积分榜，无从打分", "the rulebook has no board, so there is nothing to score")
        })?;
        let statement = self.statement_on(board)?;

        let mut page = Page { lang: self.lang, text: String::new() };
        page.title(&inputs.rulebook, outcome.period);
        page.intake(&inputs.intake);
        page.ranking(board);
        page.grades(board);
        page.statement(statement);
        page.account(&inputs.intake, board);

        if let (Some(path), Some(statement)) = (&self.html, statement) {
            fs::write(path, statement.to_html(self.lang)).map_err(|error| self.unusable(path, &error))?;
            page.line(
                self.say(&format!("\n网页已写到 {}", path.display()), &format!("\npage written to {}", path.display())),
            );
        }
        Ok(page.text)
    }

    fn inputs(&self) -> Result<Inputs> {
        match (&self.rulebook, &self.roster, &self.ledger, self.period) {
            (None, None, None, None) => self.bundled(),
            (Some(rulebook), Some(roster), Some(ledger), Some(period)) => self.own(rulebook, roster, ledger, period),
            (rulebook, roster, ledger, period) => {
                let given = [
                    ("--rulebook", rulebook.is_some()),
                    ("--roster", roster.is_some()),
                    ("--ledger", ledger.is_some()),
                    ("--period", period.is_some()),
                ];
                let missing: Vec<&str> = given.iter().filter(|(_, given)| !given).map(|(name, _)| *name).collect();
                Err(self
                    .say(
                        &format!("还缺 {}：这四项要么都给，要么都不给", missing.join("、")),
                        &format!("{} missing: the four belong together", missing.join(", ")),
                    )
                    .into())
            }
        }
    }

    fn bundled(&self) -> Result<Inputs> {
        let rulebook = gallery::get("tongcheng").ok_or("the gallery has no `tongcheng`")?;
        let roster = Roster::from_json(BUNDLED_ROSTER).map_err(|faults| self.drawn(&faults, "roster.json"))?;
        let (ledger, intake) =
            Ledger::from_csv(BUNDLED_LEDGER, &rulebook, &roster).map_err(|faults| self.drawn(&faults, "ledger.csv"))?;
        Ok(Inputs { rulebook, roster, ledger, intake, period: BUNDLED_PERIOD.parse()? })
    }

    fn own(&self, rulebook: &Path, roster: &Path, ledger: &Path, period: Period) -> Result<Inputs> {
        let is_json = |path: &Path| path.extension().is_some_and(|end| end.eq_ignore_ascii_case("json"));
        let text = |path: &Path| fs::read_to_string(path).map_err(|error| self.unusable(path, &error));

        let rulebook_text = text(rulebook)?;
        let read =
            if is_json(rulebook) { Rulebook::from_json(&rulebook_text) } else { Rulebook::from_toml(&rulebook_text) };
        // The rulebook and the roster do not depend on each other: the faults of both are shown in one go.
        let (rulebook, roster) = match (read, Roster::from_json(&text(roster)?)) {
            (Ok(read), Ok(members)) => (read, members),
            (rules, members) => {
                let drawings = [(rules.err(), rulebook), (members.err(), roster)];
                let drawings = drawings.iter().filter_map(|(faults, path)| Some(self.drawn(faults.as_ref()?, path)));
                return Err(drawings.collect::<Vec<_>>().join("\n\n").into());
            }
        };

        let read = if is_json(ledger) {
            Ledger::from_json(&text(ledger)?, &rulebook, &roster)
        } else {
            let bytes = fs::read(ledger).map_err(|error| self.unusable(ledger, &error))?;
            Ledger::from_csv_in(self.encoding, &bytes, &rulebook, &roster)
        };
        let (ledger, intake) = read.map_err(|faults| self.drawn(&faults, ledger))?;
        Ok(Inputs { rulebook, roster, ledger, intake, period })
    }

    /// The statement that is asked for, else that of the first of the ranking.
    fn statement_on<'b>(&self, board: &'b Board) -> Result<Option<&'b Statement>> {
        let Some(id) = &self.statement else {
            return Ok(board.ranking().next().and_then(|row| board.statement(row.id)));
        };
        // An office knows its members by name: a name that one alone bears will do.
        let mut named = board.statements.iter().filter(|statement| &*statement.name == id.as_str());
        let by_name = match (named.next(), named.next()) {
            (Some(only), None) => Some(only),
            _ => None,
        };
        let found = board.statement(id).or(by_name);
        let refusal = || {
            self.say(
                &format!("`{id}` 不是名册里的编号，也不是只有一人用的名称"),
                &format!("`{id}` is neither an id of the roster nor a name that one alone bears"),
            )
        };
        found.map(Some).ok_or_else(|| refusal().into())
    }

    fn drawn(&self, faults: &Diagnostics, origin: impl AsRef<Path>) -> String {
        faults.render(self.lang, &origin.as_ref().display().to_string())
    }

    fn unusable(&self, path: &Path, error: &io::Error) -> String {
        self.say(&format!("{} 打不开或写不了：{error}", path.display()), &format!("{}: {error}", path.display()))
    }

    fn say(&self, zh: &str, en: &str) -> String {
        choose(self.lang, zh, en).to_owned()
    }
}

fn path(arguments: &mut lexopt::Parser) -> Result<PathBuf> {
    arguments.value().map(PathBuf::from).map_err(usage)
}

fn parsed<T: std::str::FromStr<Err: Display + Send + Sync + Error + 'static>>(
    arguments: &mut lexopt::Parser,
) -> Result<T> {
    arguments.value().and_then(|value| value.parse()).map_err(usage)
}

#[expect(clippy::needless_pass_by_value, reason = "it stands in `map_err`")]
fn usage(error: lexopt::Error) -> Box<dyn Error> {
    format!("{error}\n--help 看用法 / see --help").into()
}

fn choose<'t>(lang: Lang, zh: &'t str, en: &'t str) -> &'t str {
    match lang {
        Lang::Zh => zh,
        Lang::En => en,
    }
}

// ---- what is printed ----

/// The page that grows section by section.
struct Page {
    lang: Lang,
    text: String,
}

impl Page {
    fn line(&mut self, line: impl Display) {
        // Writing to a text cannot fail.
        let _ = writeln!(self.text, "{line}");
    }

    fn section(&mut self, heading: &str) {
        self.line("");
        self.line(heading);
        self.line("═".repeat(80));
    }

    fn heading(&mut self, zh: &str, en: &str) {
        self.section(choose(self.lang, zh, en));
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
        rows.extend(board.ranking().take(TOP).map(|row| {
            let grade = row.grade.unwrap_or("—").to_owned();
            vec![row.rank.to_string(), row.id.to_string(), row.name.to_owned(), row.total.to_string(), grade]
        }));
        self.table(&rows, &[true, false, false, true, false]);
    }

    fn grades(&mut self, board: &Board) {
        self.heading("等次分布", "Grades");
        let distribution = board.distribution();
        let all: usize = distribution.iter().map(|(_, count)| count).sum();
        let none = choose(self.lang, "无等次", "no grade");
        let mut rows: Vec<Vec<String>> = Vec::new();
        for (grade, count) in &distribution {
            // At most forty marks for the whole board.
            let bar = "█".repeat((count * 40).div_ceil(all.max(1)));
            rows.push(vec![grade.as_deref().unwrap_or(none).to_owned(), count.to_string(), bar]);
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
