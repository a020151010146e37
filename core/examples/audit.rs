//! What a committee's office wants on its desk on 1 July: who is placed where, what has changed since New Year, what must be put right
//! and what is still to be done, how the studios stand, and how the members' totals lie.
//!
//! ```text
//! cargo run --release --example audit
//! cargo run --release --example audit -- --as-of 2023-12-31
//! cargo run --release --example audit -- --help
//! ```
//!
//! Without files it audits the bundled year of 青禾, a county that is made up, with everybody and everything in it.

mod desk;

use std::path::PathBuf;
use std::process::ExitCode;

use desk::{Desk, Documents, Page, Result, parsed, path};
use lexopt::Parser;
use lvzhi::{Assessment, Audit, Date, EntityKind, Grouping, Intake, Matters, Rulebook, Scorer};

const HELP: &str = "\
用法：cargo run --release --example audit -- [选项]

不带文件时，检查自带的青禾县（县、办法、人名和记录全是编造的）2023年7月1日的情况。

  --rulebook 文件    办法（.toml 或 .json）
  --roster 文件      名册（.json）
  --ledger 文件      台账（.csv 或 .json）
  --as-of 日期       检查哪一天，如 2023-07-01；那天以后的记录不算
  --matters 文件     事项（.json）；可以没有
  --html 文件        把对照检查报告另存为网页
  --encoding 编码    台账的编码：utf-8（默认）或 gb18030
  --lang 语言        zh（默认）或 en
  --help             打印本页

用自己的文件，前四项都要给；只给 --as-of，就检查青禾县的那一天。

Audits a roster and a ledger by a rulebook as of a day: coverage, changes since the period began, the report, the
rankings, and the members' totals by sector and studio. Your own `--rulebook`, `--roster`, `--ledger` and `--as-of`
belong together, `--matters` may be added; without files the bundled county is audited. `--lang en` prints in English.
";

const BUNDLED_RULEBOOK: &str = include_str!("data/qinghe-2023/rulebook.toml");
const BUNDLED_ROSTER: &str = include_str!("data/qinghe-2023/roster.json");
const BUNDLED_LEDGER: &[u8] = include_bytes!("data/qinghe-2023/ledger.csv");
const BUNDLED_MATTERS: &str = include_str!("data/qinghe-2023/matters.json");
const BUNDLED_DAY: &str = "2023-07-01";

fn main() -> ExitCode {
    desk::serve(HELP, |arguments| Wish::from_arguments(arguments)?.map(|wish| wish.fulfil()).transpose())
}

struct Wish {
    desk: Desk,
    matters: Option<PathBuf>,
    as_of: Option<Date>,
}

impl Wish {
    /// Nothing if the help page is asked for.
    fn from_arguments(arguments: Parser) -> Result<Option<Wish>> {
        let (mut matters, mut as_of) = (None, None);
        let desk = Desk::from_arguments(arguments, |name, arguments| {
            match name {
                "matters" => matters = Some(path(arguments)?),
                "as-of" => as_of = Some(parsed(arguments)?),
                _ => return Ok(false),
            }
            Ok(true)
        })?;
        Ok(desk.map(|desk| Wish { desk, matters, as_of }))
    }

    fn fulfil(&self) -> Result<String> {
        let desk = &self.desk;
        let own = desk.documents(("--as-of", self.as_of.is_some()))?;
        let bundled = own.is_none();
        let documents = own.map_or_else(|| self.bundled(), Ok)?;
        let matters = self.matters(&documents, bundled)?;
        let as_of = self.as_of.map_or_else(|| BUNDLED_DAY.parse(), Ok)?;
        let Documents { rulebook, roster, ledger, intake } = &documents;
        let scorer = rulebook.scorer(roster).map_err(|faults| desk.drawn(&faults, desk.roster_path()))?;
        let audit = rulebook.audit(roster, ledger, &matters, as_of).map_err(|faults| desk.drawn(&faults, "--as-of"))?;

        let mut page = Page::new(desk.lang);
        page.refusals(intake);
        page.line(roster.coverage(as_of).to_text_with(rulebook, desk.lang));
        page.line(roster.changes(audit.period.from, as_of).to_text_with(rulebook, desk.lang));
        page.line(audit.to_text(desk.lang));
        self.standings(&mut page, &scorer, &documents, &audit)?;
        desk.write(&mut page, |lang| audit.to_html(lang))?;
        Ok(page.text)
    }

    /// How all stand so far: members are too many to be named, so it is said of their sectors and studios.
    fn standings(&self, page: &mut Page, scorer: &Scorer, documents: &Documents, audit: &Audit) -> Result<()> {
        let desk = &self.desk;
        let assessment = Assessment::of(audit.period.into()).as_of(audit.as_of);
        let unfit = |faults| desk.drawn(&faults, "--as-of");
        let scores = scorer.score(&documents.ledger, assessment).map_err(unfit)?;
        for board in &scores.boards {
            if board.subject != EntityKind::Member {
                page.line(board.to_text(desk.lang));
                continue;
            }
            for by in [Grouping::Sector, Grouping::Studio] {
                page.line(scorer.rollup(board, by).map_err(unfit)?.to_text(desk.lang));
            }
        }
        Ok(())
    }

    fn bundled(&self) -> Result<Documents> {
        let rulebook =
            Rulebook::from_toml(BUNDLED_RULEBOOK).map_err(|faults| self.desk.drawn(&faults, "rulebook.toml"))?;
        self.desk.bundled(rulebook, BUNDLED_ROSTER, BUNDLED_LEDGER)
    }

    /// The matters that are named; else the bundled ones with the bundled county, and none with files of one's own.
    fn matters(&self, documents: &Documents, bundled: bool) -> Result<Matters> {
        let (text, origin) = match &self.matters {
            Some(path) => (self.desk.text(path)?, path.clone()),
            None if bundled => (BUNDLED_MATTERS.to_owned(), "matters.json".into()),
            None => return Ok(Matters::default()),
        };
        let read = Matters::from_json(&text, &documents.rulebook, &documents.roster);
        Ok(read.map_err(|faults| self.desk.drawn(&faults, &origin))?)
    }
}

impl Page {
    /// What the ledger could not take in, and what the report therefore does not know of.
    fn refusals(&mut self, intake: &Intake) {
        if !intake.refused.is_empty() {
            self.line(intake.to_text(self.lang));
            self.line("");
        }
    }
}
