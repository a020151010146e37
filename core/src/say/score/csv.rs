use super::board::{categories, standing};
use super::sentence::Word;
use crate::{Board, Lang, Statement};

/// The ranking as RFC 4180 has it, with a heading row.
pub(super) fn ranking(board: &Board, lang: Lang) -> String {
    let mut writer = csv::WriterBuilder::new().terminator(csv::Terminator::CRLF).from_writer(Vec::new());
    let words = [Word::Rank, Word::Id, Word::Name(board.subject), Word::Total, Word::Grade]
        .map(|word| word.said(lang).to_owned());
    let labels = board.statements.first().into_iter().flat_map(categories).map(|(label, _)| label);
    let heading: Vec<String> = words.into_iter().chain(labels).collect();
    let rows = board.ranking().filter_map(|row| board.statement(row.id)).map(|statement| cells(statement, lang));
    // Writing to memory does not fail, and every row has as many cells as the heading.
    let written = std::iter::once(heading).chain(rows).try_for_each(|cells| writer.write_record(cells));
    let bytes = written.ok().and_then(|()| writer.into_inner().ok()).unwrap_or_default();
    String::from_utf8(bytes).unwrap_or_default()
}

fn cells(statement: &Statement, lang: Lang) -> Vec<String> {
    standing(statement, lang).into_iter().chain(categories(statement).map(|(_, figure)| figure)).collect()
}
