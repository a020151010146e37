mod told;

use std::sync::Arc;

use told::{is_link_told, is_seat_told, members, studios};

use super::labels::Labels;
use super::words::{SeatTurn, Sentence, Word};
use crate::roster::{Change, Changes, Named, SeatChange};
use crate::say::phrase::enumerated;
use crate::say::sheet::{Block, Cell, Column, Row, Sheet, Table};
use crate::{Date, EntityKind, Lang};

/// Lays out what is different between two days: a table for everything of which something is. The seats and links of a
/// member who came or left, and the members of a studio that was manned or left, are told in that row alone.
pub(super) fn sheet(changes: &Changes, labels: Labels<'_>, lang: Lang) -> Sheet {
    let paragraph = |sentence: Sentence<'_>| Block::Paragraph(sentence.said(lang));
    let folded = !(changes.members.is_empty() && changes.studios.is_empty());
    let mut blocks =
        vec![paragraph(if changes.is_empty() { Sentence::Nothing } else { Sentence::HowToRead { folded } })];
    for (heading, table) in tables(changes, &Laying { labels, lang }) {
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

fn tables(changes: &Changes, laying: &Laying<'_>) -> [(Word, Table); 7] {
    [
        (Word::Members, members(changes, laying)),
        (Word::NewStudios, studios(changes, laying)),
        (Word::Seats, seats(changes, laying)),
        (Word::Bodies, bodies(changes, laying)),
        (Word::Posts, posts(changes, laying)),
        (Word::Links, links(changes, laying)),
        (Word::States, states(changes, laying)),
    ]
}

fn seats(changes: &Changes, laying: &Laying<'_>) -> Table {
    let shown = || changes.seats.iter().filter(|row| !is_seat_told(changes, row));
    let counted = |turn| shown().filter(|row| turned(row) == turn).count();
    let caption = Sentence::SeatsCounted {
        came: counted(SeatTurn::Came),
        left: counted(SeatTurn::Left),
        roles: counted(SeatTurn::Roles),
    };
    let rows = shown().map(|row| {
        let turn = turned(row);
        [
            laying.named(&row.studio),
            laying.named(&row.member),
            laying.word(Word::Seat(turn)),
            laying.roles(row.before.as_deref()),
            laying.roles(row.after.as_deref()),
            if turn == SeatTurn::Left { laying.turn(Change::Ended, row.on) } else { laying.day(row.on) },
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

fn bodies(changes: &Changes, laying: &Laying<'_>) -> Table {
    let rows = changes.bodies.iter().map(|row| {
        [
            laying.named(&row.entity),
            laying.word(Word::Belonging(row.change)),
            laying.word(Word::Kind(row.body.kind)),
            laying.named(&row.body),
            laying.turn(row.change, row.on),
        ]
    });
    let columns = [Word::Whose, Word::Change, Word::BodyKind, Word::Body, Word::On];
    laying.table(Sentence::Counted(changes.bodies.len()), columns, rows)
}

fn posts(changes: &Changes, laying: &Laying<'_>) -> Table {
    let rows = changes.posts.iter().map(|row| {
        [
            laying.named(&row.member),
            laying.word(Word::Holding(row.change)),
            laying.labels.post(&row.post).into(),
            laying.turn(row.change, row.on),
        ]
    });
    let columns = [Word::Kind(EntityKind::Member), Word::Change, Word::Post, Word::On];
    laying.table(Sentence::Counted(changes.posts.len()), columns, rows)
}

fn links(changes: &Changes, laying: &Laying<'_>) -> Table {
    let shown = || changes.links.iter().filter(|row| !is_link_told(changes, row));
    let rows = shown().map(|row| {
        [
            laying.labels.link(&row.kind).into(),
            laying.named(&row.from),
            laying.named(&row.to),
            laying.word(Word::Joined(row.change)),
            laying.turn(row.change, row.on),
        ]
    });
    let columns = [Word::Link, Word::FromEnd, Word::ToEnd, Word::Change, Word::On];
    laying.table(Sentence::Counted(shown().count()), columns, rows)
}

fn states(changes: &Changes, laying: &Laying<'_>) -> Table {
    let rows = changes.states.iter().map(|row| {
        [
            laying.named(&row.studio),
            row.before.as_deref().map_or("", |state| laying.labels.state(state)).into(),
            laying.labels.state(&row.after).into(),
            laying.day(row.on),
        ]
    });
    let columns = [Word::Kind(EntityKind::Studio), Word::Before, Word::After, Word::On];
    laying.table(Sentence::Counted(changes.states.len()), columns, rows)
}

/// Of what began the first day, of what ended the last.
fn told_day(change: Change, on: Date) -> Date {
    if change == Change::Began { on } else { on.previous() }
}

/// What stands in cells, with the labels of a rulebook and in a language.
struct Laying<'r> {
    labels: Labels<'r>,
    lang: Lang,
}

impl Laying<'_> {
    fn table<const N: usize>(
        &self,
        caption: Sentence<'_>,
        columns: [Word; N],
        rows: impl Iterator<Item = [Cell; N]>,
    ) -> Table {
        Table {
            caption: caption.said(self.lang),
            columns: columns.into_iter().map(|word| self.column(word)).collect(),
            rows: rows.map(|cells| Row::plain(cells.into())).collect(),
        }
        .without_empty_columns()
    }

    fn column(&self, word: Word) -> Column {
        let title = word.said(self.lang);
        if matches!(word, Word::Along | Word::Who) { Column::words(title) } else { Column::left(title) }
    }

    fn turn(&self, change: Change, on: Date) -> Cell {
        self.day(told_day(change, on))
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
            Some(roles) => enumerated(roles.iter().map(|role| self.labels.role(role).to_owned()), self.lang).into(),
        }
    }
}
