//! The page of every code keeps its word: its wrong examples give the code, its right ones are accepted.
//!
//! An example is a fenced block whose info string says what its text is, and ends with `wrong` or `right`:
//!
//! | Info string | The text |
//! | --- | --- |
//! | `toml` | a rulebook |
//! | `json roster` | a roster, brought together with `codes/rulebook.toml` |
//! | `csv ledger`, `json ledger` | a ledger, read strictly beside `codes/rulebook.toml` and `codes/roster.json` |
//! | `csv ledger gb18030` | the same, read as GB18030 |
//! | `json period` | a period, for which that rulebook scores |
//! | `json matters` | the matters of that rulebook |

use std::error::Error;
use std::fs;
use std::path::Path;

use lvzhi::diagnostic::Code;
use lvzhi::{Diagnostic, Diagnostics, Encoding, Intake, Ledger, Matters, Period, Roster, Rulebook};

type Outcome = Result<(), Box<dyn Error>>;

/// An example on the page of a code.
struct Example {
    code: Code,
    what: &'static str,
    wrong: bool,
    text: &'static str,
}

/// What most examples stand beside.
struct Beside {
    rulebook: Rulebook,
    roster: Roster,
}

#[test]
fn every_example_keeps_its_word() -> Outcome {
    let beside = Beside {
        rulebook: Rulebook::from_toml(include_str!("codes/rulebook.toml"))?,
        roster: Roster::from_json(include_str!("codes/roster.json"))?,
    };
    let mut faults = Vec::new();
    for example in Code::ALL.iter().flat_map(|code| examples(*code)) {
        let Example { code, what, wrong, .. } = example;
        match (beside.read(&example)?, wrong) {
            (Ok(()), true) => faults.push(format!("{code}: the wrong {what} is accepted")),
            (Err(found), false) => faults.push(format!("{code}: the right {what} is refused: {found}")),
            (Err(found), true) if !gives(&found, code) => {
                faults.push(format!("{code}: the wrong {what} is refused for another reason: {found}"));
            }
            _ => {}
        }
    }
    assert!(faults.is_empty(), "{}", faults.join("\n"));
    Ok(())
}

#[test]
fn every_page_has_a_wrong_and_a_right_example() {
    let lacking = |wrong| move |code: &&Code| !examples(**code).iter().any(|example| example.wrong == wrong);
    assert_eq!(Code::ALL.iter().filter(lacking(true)).collect::<Vec<_>>(), [] as [&Code; 0]);
    assert_eq!(Code::ALL.iter().filter(lacking(false)).collect::<Vec<_>>(), [] as [&Code; 0]);
}

#[test]
fn every_page_begins_with_its_code() {
    let wrong: Vec<_> = Code::ALL.iter().filter(|code| !code.page().starts_with(&format!("# {code}\n\n"))).collect();
    assert_eq!(wrong, [] as [&Code; 0]);
}

#[test]
fn the_book_has_every_page() -> Outcome {
    let book = Path::new(env!("CARGO_MANIFEST_DIR")).join("../docs/src");
    let index = fs::read_to_string(book.join("codes.md"))?;
    for code in Code::ALL {
        assert!(index.contains(&format!("\n| [`{code}`](codes/{code}.md) | ")), "the list of codes lacks `{code}`");
        let page = fs::read_to_string(book.join(format!("codes/{code}.md")))?;
        assert_eq!(page, format!("{{{{#include ../../../core/src/diagnostic/codes/{code}.md}}}}\n"));
    }
    Ok(())
}

/// The code is among them, and nothing else but what it brings with it: a row that is refused refuses the others of its record.
fn gives(found: &Diagnostics, code: Code) -> bool {
    let codes: Vec<Code> = found.iter().map(Diagnostic::code).collect();
    codes.contains(&code)
        && (code == Code::RecordRefused || codes.iter().all(|other| [code, Code::RecordRefused].contains(other)))
}

/// The examples of a page.
fn examples(code: Code) -> Vec<Example> {
    let fenced = code.page().split("\n```").skip(1).step_by(2);
    let example = |block: &'static str| {
        let (info, text) = block.split_once('\n')?;
        let (what, verdict) = info.rsplit_once(' ')?;
        Some(Example { code, what, wrong: verdict == "wrong", text })
    };
    fenced.filter_map(example).collect()
}

impl Beside {
    /// What comes of reading an example.
    fn read(&self, example: &Example) -> Result<Result<(), Diagnostics>, String> {
        let Beside { rulebook, roster } = self;
        let text = example.text;
        Ok(match example.what {
            "toml" => Rulebook::from_toml(text).map(drop),
            "json roster" => Roster::from_json(text).and_then(|roster| rulebook.scorer(&roster)).map(drop),
            "csv ledger" => strictly(Ledger::from_csv(text, rulebook, roster)),
            "csv ledger gb18030" => strictly(Ledger::from_csv_in(Encoding::Gb18030, text, rulebook, roster)),
            "json ledger" => strictly(Ledger::from_json(text, rulebook, roster)),
            "json period" => self.scores(text),
            "json matters" => Matters::from_json(text, rulebook, roster).map(drop),
            other => return Err(format!("{}: an example of a `{other}` cannot be read", example.code)),
        })
    }

    fn scores(&self, period: &str) -> Result<(), Diagnostics> {
        let period = Period::from_json(period)?;
        let (empty, _) = Ledger::from_json("[]", &self.rulebook, &self.roster)?;
        self.rulebook.scorer(&self.roster)?.score(&empty, period).map(drop)
    }
}

fn strictly(read: Result<(Ledger, Intake), Diagnostics>) -> Result<(), Diagnostics> {
    let (_, intake) = read?;
    intake.strict()
}
