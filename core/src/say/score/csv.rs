use super::board::{categories, standing};
use super::sentence::Word;
use crate::say::csv::written;
use crate::{Board, Lang, Statement};

/// The ranking, with a heading row.
pub(super) fn ranking(board: &Board, lang: Lang) -> String {
    let words = [Word::Rank, Word::Id, Word::Name(board.subject), Word::Total, Word::Grade]
        .map(|word| word.said(lang).to_owned());
    let labels = board.statements.first().into_iter().flat_map(categories).map(|(label, _)| label);
    let heading: Vec<String> = words.into_iter().chain(labels).collect();
    let rows = board.ranking().map(|statement| cells(statement, lang));
    written(std::iter::once(heading).chain(rows))
}

fn cells(statement: &Statement, lang: Lang) -> Vec<String> {
    standing(statement, lang).into_iter().chain(categories(statement).map(|(_, figure)| figure)).collect()
}
