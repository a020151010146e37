//! The page of every code of an audit keeps its word: its wrong example gives that finding and no other, its right one gives none.
//!
//! On a page stand a rulebook (the fenced block `toml`) and examples (`json audit wrong`, `json audit right`): what is audited by it.

use std::error::Error;
use std::fs;
use std::path::Path;

use lvzhi::audit::FindingCode;
use lvzhi::{Date, Lang, Ledger, Matters, Roster, Rulebook};
use serde::Deserialize;
use serde_json::value::RawValue;

type Outcome<T = ()> = Result<T, Box<dyn Error>>;

/// What is audited, and on which day.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Example<'p> {
    as_of: Date,
    #[serde(borrow)]
    roster: &'p RawValue,
    #[serde(borrow)]
    ledger: Option<&'p RawValue>,
    #[serde(borrow)]
    matters: Option<&'p RawValue>,
}

#[test]
fn every_example_keeps_its_word() -> Outcome {
    let mut faults = Vec::new();
    for &code in FindingCode::ALL {
        let expected = [("json audit wrong", vec![code]), ("json audit right", Vec::new())];
        for (what, expected) in expected {
            let found = found(code, what).map_err(|fault| format!("{code}: {what}: {fault}"))?;
            if found != expected {
                faults.push(format!("{code}: `{what}` gives {found:?}"));
            }
        }
    }
    assert!(faults.is_empty(), "{}", faults.join("\n"));
    Ok(())
}

#[test]
fn every_page_begins_with_its_code_and_its_weight() {
    let begins = |code: FindingCode| {
        let weight = code.severity().name(Lang::Zh);
        code.page().starts_with(&format!("# {code}\n\n{weight}。"))
    };
    let wrong: Vec<_> = FindingCode::ALL.iter().filter(|&&code| !begins(code)).collect();
    assert_eq!(wrong, [] as [&FindingCode; 0]);
}

#[test]
fn the_book_has_every_page() -> Outcome {
    let book = Path::new(env!("CARGO_MANIFEST_DIR")).join("../docs/src");
    let index = fs::read_to_string(book.join("codes.md"))?;
    for code in FindingCode::ALL {
        assert!(index.contains(&format!("\n| [`{code}`](codes/{code}.md) | ")), "the list of codes lacks `{code}`");
        let page = fs::read_to_string(book.join(format!("codes/{code}.md")))?;
        assert_eq!(page, format!("{{{{#include ../../../core/src/audit/codes/{code}.md}}}}\n"));
    }
    Ok(())
}

/// The codes that an audit of an example finds.
fn found(code: FindingCode, what: &str) -> Outcome<Vec<FindingCode>> {
    let rulebook = Rulebook::from_toml(fenced(code, "toml")?)?;
    let example: Example<'_> = serde_json::from_str(fenced(code, what)?)?;
    let json = |text: Option<&RawValue>| text.map_or("[]".to_owned(), |text| text.get().to_owned());
    let roster = Roster::from_json(example.roster.get())?;
    let (ledger, intake) = Ledger::from_json(&json(example.ledger), &rulebook, &roster)?;
    intake.strict()?;
    let matters = Matters::from_json(&json(example.matters), &rulebook, &roster)?;
    let audit = rulebook.audit(&roster, &ledger, &matters, example.as_of)?;
    assert_eq!(audit.undeclared, [], "{code}");
    Ok(audit.findings.iter().map(|finding| finding.code).collect())
}

/// The block of a page under that info string.
fn fenced(code: FindingCode, info: &str) -> Result<&'static str, String> {
    let mut blocks = code.page().split("\n```").skip(1).step_by(2).filter_map(|block| block.split_once('\n'));
    blocks.find(|(found, _)| *found == info).map(|(_, text)| text).ok_or_else(|| format!("the page has no `{info}`"))
}
