use super::list;
use super::sentence::{Sentence, Word};
use crate::Lang;
use crate::audit::{Audit, Undeclared};
use crate::say::sheet::{Block, Column, Row, Table};

/// The words that no rule can match.
pub(super) fn block(audit: &Audit, lang: Lang) -> Block {
    let row = |found: &Undeclared| {
        let meant = found.near.as_deref().zip(found.near_label.as_deref());
        let meant = meant.map(|(id, label)| Sentence::Meant { id, label }.said(lang));
        let users: Vec<String> = found.ids.iter().map(ToString::to_string).collect();
        let users = list::first(&users, Some(found.kind), lang);
        Row::plain(vec![
            Sentence::Place(&found.place).said(lang).into(),
            found.word.to_string().into(),
            meant.unwrap_or_default().into(),
            Sentence::Users { kind: found.kind, users: &users }.said(lang).into(),
        ])
    };
    let table = Table {
        caption: Word::UndeclaredCaption.said(lang).to_owned(),
        columns: vec![
            Column::left(Word::Vocabulary.said(lang)),
            Column::words(Word::Written.said(lang)),
            Column::words(Word::Meant.said(lang)),
            Column::words(Word::Users.said(lang)),
        ],
        rows: audit.undeclared.iter().map(row).collect(),
    };
    Block::Table(table.without_empty_columns())
}
