//! What holds of every case there can be: rulebooks, rosters and ledgers made up together, put to the library, and looked at from all sides.
//!
//! `PROPTEST_CASES` says how many cases each property gets; without it there are few, for everyday use. A case that once failed is kept in
//! the file of its property's name and tried before all others.

#![expect(clippy::unwrap_used, clippy::indexing_slicing, reason = "a test that meets what it does not expect fails")]

mod agreement;
mod any_case;
mod conservation;
mod hardiness;
mod quotas;
mod sameness;
mod text;

use lvzhi::{Board, Statement};
use lvzhi_conformance::generate::Run;
use lvzhi_conformance::oracle::Case;
use proptest::prelude::*;
use proptest::test_runner::FileFailurePersistence;

use any_case::{AnyCase, Made};

/// So many cases, unless the environment asks for more or fewer.
fn cases(few: u32) -> ProptestConfig {
    let cases = std::env::var("PROPTEST_CASES").ok().and_then(|cases| cases.parse().ok()).unwrap_or(few);
    let file = FileFailurePersistence::WithSource("proptest-regressions");
    ProptestConfig {
        cases,
        max_shrink_iters: 50_000,
        failure_persistence: Some(Box::new(file)),
        ..ProptestConfig::default()
    }
}

/// What the library makes of a case that it must take, every row of it.
fn run(case: &Case) -> Result<Run, TestCaseError> {
    let run = Run::of(case).map_err(|refused| TestCaseError::fail(format!("refused: {refused}")))?;
    prop_assert!(run.intake.refused.is_empty(), "rows refused: {:?}", run.intake.refused);
    Ok(run)
}

fn statements(run: &Run) -> impl Iterator<Item = (&Board, &Statement)> {
    run.scores.boards.iter().flat_map(|board| board.statements.iter().map(move |statement| (board, statement)))
}
