use super::list;
use super::sentence::{Sentence, Word};
use crate::audit::{Audit, StateRow};
use crate::roster::Named;
use crate::say::sheet::{Block, Column, Row, Table};
use crate::{EntityKind, Lang};

/// The studios by state.
pub(super) fn block(audit: &Audit, lang: Lang) -> Block {
    let name = |studio: &Named| Sentence::Named { name: &studio.name, id: &studio.id }.said(lang);
    let row = |row: &StateRow| {
        let state = match (&row.state, row.active) {
            (Some(state), _) => state.label.to_string(),
            (None, true) => Word::NoHistory.said(lang).to_owned(),
            (None, false) => Word::HistoryLater.said(lang).to_owned(),
        };
        let active = if row.active { Word::Running } else { Word::NotRunning };
        let names: Vec<String> = row.studios.iter().map(name).collect();
        Row::plain(vec![
            state.into(),
            active.said(lang).into(),
            names.len().to_string().into(),
            list::first(&names, Some(EntityKind::Studio), lang).into(),
        ])
    };
    Block::Table(Table {
        caption: Word::StatesCaption.said(lang).to_owned(),
        columns: vec![
            Column::left(Word::State.said(lang)),
            Column::left(Word::Active.said(lang)),
            Column::right(Word::Number.said(lang)),
            Column::words(Word::Studios.said(lang)),
        ],
        rows: audit.states.iter().map(row).collect(),
    })
}
