//! What the pages of the book show is one rulebook, one roster, one ledger and one list of matters, and they fit together.

use lvzhi::{Ledger, Matters, Period, Roster, Rulebook};

/// The pages of one language on how the inputs are written.
struct Pages {
    rulebook: &'static str,
    roster: &'static str,
    ledger: &'static str,
    audit: &'static str,
}

/// What stands in the blocks of that language, one after another.
fn blocks(page: &str, language: &str) -> String {
    let (mut text, mut inside) = (String::new(), false);
    for line in page.lines() {
        match line.strip_prefix("```") {
            Some(opened) => inside = opened == language,
            None if inside => text.extend([line, "\n"]),
            None => {}
        }
    }
    text
}

fn fit(pages: &Pages) -> Result<(), Box<dyn std::error::Error>> {
    let rulebook = Rulebook::from_toml(&blocks(pages.rulebook, "toml"))?;
    let failed: Vec<String> =
        rulebook.examples().iter().filter(|proof| !proof.passed()).map(ToString::to_string).collect();
    assert!(failed.is_empty(), "{}", failed.join("\n"));
    let roster = Roster::from_json(&blocks(pages.roster, "json"))?;
    let (ledger, intake) = Ledger::from_json(&blocks(pages.ledger, "json"), &rulebook, &roster)?;
    intake.strict()?;
    let matters = Matters::from_json(&blocks(pages.audit, "json"), &rulebook, &roster)?;
    let (scorer, year) = (rulebook.scorer(&roster)?, "2023".parse::<Period>()?);
    assert_eq!((rulebook.examples().len(), ledger.records(), matters.len()), (1, 1, 1));
    scorer.score(&ledger, year)?;
    scorer.audit(&ledger, &matters, year)?;
    Ok(())
}

#[test]
fn the_chinese_pages_fit_together() -> Result<(), Box<dyn std::error::Error>> {
    fit(&Pages {
        rulebook: include_str!("../../docs/src/rulebook.md"),
        roster: include_str!("../../docs/src/roster.md"),
        ledger: include_str!("../../docs/src/ledger.md"),
        audit: include_str!("../../docs/src/audit.md"),
    })
}

#[test]
fn the_english_pages_fit_together() -> Result<(), Box<dyn std::error::Error>> {
    fit(&Pages {
        rulebook: include_str!("../../docs/src/en/rulebook.md"),
        roster: include_str!("../../docs/src/en/roster.md"),
        ledger: include_str!("../../docs/src/en/ledger.md"),
        audit: include_str!("../../docs/src/en/audit.md"),
    })
}

#[test]
fn both_languages_have_every_page() {
    let contents = include_str!("../../docs/src/SUMMARY.md");
    for page in ["index", "rulebook", "decides", "audit", "roster", "ledger", "statement", "rust", "vectors", "design"]
    {
        for path in [format!("]({page}.md)"), format!("](en/{page}.md)")] {
            assert!(contents.contains(&path), "the contents of the book have no `{path}`");
        }
    }
}
