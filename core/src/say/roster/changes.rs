use std::sync::Arc;

use super::words::{SeatTurn, Sentence, Word};
use crate::roster::{Change, Changes, Named, SeatChange};
use crate::say::phrase::list;
use crate::say::sheet::{Block, Cell, Column, Row, Sheet, Table};
use crate::{Date, EntityKind, Lang};

/// Lays out what is different between two days: a table for everything of which something is.
pub(super) fn sheet(changes: &Changes, lang: Lang) -> Sheet {
    let paragraph = |sentence: Sentence<'_>| Block::Paragraph(sentence.said(lang));
    let mut blocks = vec![paragraph(if changes.is_empty() { Sentence::Nothing } else { Sentence::FirstDays })];
    for (heading, table) in tables(changes, &Laying { lang }) {
        if !table.rows.is_empty() {
            blocks.extend([Block::Heading(heading.said(lang).to_owned()), Block::Table(table)]);
        }
    }
    Sheet {
        lang,
        title: Word::Changes.said(lang).to_owned(),
        subtitle: Sentence::Between(changes.from, changes.to).said(lang),
        blocks,
    }
}

fn tables(changes: &Changes, laying: &Laying) -> [(Word, Table); 6] {
    [
        (Word::Members, members(changes, laying)),
        (Word::Seats, seats(changes, laying)),
        (Word::Bodies, bodies(changes, laying)),
        (Word::Posts, posts(changes, laying)),
        (Word::Links, links(changes, laying)),
        (Word::States, states(changes, laying)),
    ]
}

fn members(changes: &Changes, laying: &Laying) -> Table {
    let counted = |change| changes.members.iter().filter(|row| row.change == change).count();
    let caption = Sentence::MembersCounted { came: counted(Change::Began), left: counted(Change::Ended) };
    let rows = changes
        .members
        .iter()
        .map(|row| [laying.named(&row.member), laying.word(Word::Membership(row.change)), laying.day(row.on)]);
    laying.table(caption, [Word::Kind(EntityKind::Member), Word::Change, Word::On], rows)
}

fn seats(changes: &Changes, laying: &Laying) -> Table {
    let counted = |turn| changes.seats.iter().filter(|row| turned(row) == turn).count();
    let caption = Sentence::SeatsCounted {
        came: counted(SeatTurn::Came),
        left: counted(SeatTurn::Left),
        roles: counted(SeatTurn::Roles),
    };
    let rows = changes.seats.iter().map(|row| {
        [
            laying.named(&row.studio),
            laying.named(&row.member),
            laying.word(Word::Seat(turned(row))),
            laying.roles(row.before.as_deref()),
            laying.roles(row.after.as_deref()),
            laying.day(row.on),
        ]
    });
    let [studio, member] = [EntityKind::Studio, EntityKind::Member].map(Word::Kind);
    laying.table(caption, [studio, member, Word::Change, Word::Before, Word::After, Word::On], rows)
}

fn turned(row: &SeatChange) -> SeatTurn {
    match (&row.before, &row.after) {
        (None, _) => SeatTurn::Came,
        (_, None) => SeatTurn::Left,
        _ => SeatTurn::Roles,
    }
}

fn bodies(changes: &Changes, laying: &Laying) -> Table {
    let rows = changes.bodies.iter().map(|row| {
        [
            laying.named(&row.member),
            laying.word(Word::Belonging(row.change)),
            laying.word(Word::Kind(row.body.kind)),
            laying.named(&row.body),
            laying.day(row.on),
        ]
    });
    let columns = [Word::Kind(EntityKind::Member), Word::Change, Word::BodyKind, Word::Body, Word::On];
    laying.table(Sentence::Counted(changes.bodies.len()), columns, rows)
}

fn posts(changes: &Changes, laying: &Laying) -> Table {
    let rows = changes.posts.iter().map(|row| {
        [
            laying.named(&row.member),
            laying.word(Word::Holding(row.change)),
            row.post.to_string().into(),
            laying.day(row.on),
        ]
    });
    let columns = [Word::Kind(EntityKind::Member), Word::Change, Word::Post, Word::On];
    laying.table(Sentence::Counted(changes.posts.len()), columns, rows)
}

fn links(changes: &Changes, laying: &Laying) -> Table {
    let rows = changes.links.iter().map(|row| {
        [
            row.kind.to_string().into(),
            laying.named(&row.from),
            laying.named(&row.to),
            laying.word(Word::Joined(row.change)),
            laying.day(row.on),
        ]
    });
    let columns = [Word::Link, Word::FromEnd, Word::ToEnd, Word::Change, Word::On];
    laying.table(Sentence::Counted(changes.links.len()), columns, rows)
}

fn states(changes: &Changes, laying: &Laying) -> Table {
    let rows = changes.states.iter().map(|row| {
        [
            laying.named(&row.studio),
            row.before.as_deref().unwrap_or_default().into(),
            row.after.to_string().into(),
            laying.day(row.on),
        ]
    });
    let columns = [Word::Kind(EntityKind::Studio), Word::Before, Word::After, Word::On];
    laying.table(Sentence::Counted(changes.states.len()), columns, rows)
}

/// What stands in cells, in a language.
struct Laying {
    lang: Lang,
}

impl Laying {
    fn table<const N: usize>(
        &self,
        caption: Sentence<'_>,
        columns: [Word; N],
        rows: impl Iterator<Item = [Cell; N]>,
    ) -> Table {
        Table {
            caption: caption.said(self.lang),
            columns: columns.into_iter().map(|word| Column::left(word.said(self.lang))).collect(),
            rows: rows.map(|cells| Row::plain(cells.into())).collect(),
            notes: Word::Remarks.said(self.lang),
        }
        .without_empty_columns()
    }

    fn named(&self, named: &Named) -> Cell {
        Sentence::Named(named).said(self.lang).into()
    }

    fn word(&self, word: Word) -> Cell {
        word.said(self.lang).into()
    }

    fn day(&self, day: Date) -> Cell {
        Sentence::Day(day).said(self.lang).into()
    }

    fn roles(&self, roles: Option<&[Arc<str>]>) -> Cell {
        match roles {
            None => Cell::default(),
            Some([]) => self.word(Word::NoRole),
            Some(roles) => list(roles.iter().map(ToString::to_string), self.lang.choose("、", ", ")).into(),
        }
    }
}
