//! Makes the bundled county: a roster and a year's ledger in the shape in which an office keeps them, for the `audit` example.
//!
//! ```text
//! cargo run --example make_county    # writes examples/data/qinghe-2023; a test says whether that is what stands there
//! ```
//!
//! Every name and every record is made up; the same seed gives the same bytes. The rulebook and the matters beside them are written by
//! hand. Where the county falls short of its rules, it does so on purpose: `county` has it in tables.

#![expect(clippy::indexing_slicing, reason = "tables of known length, and a program that nobody depends on")]

mod county;
mod made_up;

use county::{Roster, Year};
use made_up::{Dice, Files, Result, csv};

const FOLDER: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/examples/data/qinghe-2023");

fn main() -> Result<()> {
    made_up::write(FOLDER, files()?)
}

/// The county: the name and the text of each file that is made.
fn files() -> Result<Files> {
    let mut dice = Dice(2023);
    let roster = Roster::new(&mut dice);
    let ledger = Year::new(&mut dice, &roster).ledger();
    Ok(vec![("roster.json", roster.json()?), ("ledger.csv", csv(ledger)?)])
}

#[test]
fn the_county_that_stands_there_is_the_one_written_here() {
    made_up::assert_written(FOLDER, files().unwrap(), "make_county");
}

#[test]
fn the_rulebook_beside_it_proves_itself_and_takes_in_all_of_it() {
    let text = |name: &str| std::fs::read_to_string(std::path::Path::new(FOLDER).join(name)).unwrap();
    let rulebook = lvzhi::Rulebook::from_toml(&text("rulebook.toml")).unwrap();
    assert!(rulebook.examples().iter().all(lvzhi::Proof::passed));
    let roster = lvzhi::Roster::from_json(&text("roster.json")).unwrap();
    let (_, intake) = lvzhi::Ledger::from_csv(text("ledger.csv"), &rulebook, &roster).unwrap();
    assert_eq!(intake.refused.len(), 2, "two rows cannot be read, on purpose: {intake}");
    assert_eq!(lvzhi::Matters::from_json(&text("matters.json"), &rulebook, &roster).unwrap().len(), 31);
}
