//! The book: `docs/` made into `docs/book`. The binary `book` makes it, since it needs mdBook compiled.

use crate::{Outcome, cargo, links, workspace};

/// Builds the book, then follows every link that stays inside it.
pub(crate) fn build() -> Outcome {
    cargo::cargo("run --quiet --package xtask --features book --bin book")?;
    let docs = workspace::root().join("docs");
    links::check(&docs.join("src"), &docs.join("book"))
}
