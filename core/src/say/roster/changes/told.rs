//! Members who came or went and studios that were manned or left, each with what follows from it.

use std::collections::BTreeMap;

use super::super::words::{Sentence, Word};
use super::{Laying, SeatTurn, told_day, turned};
use crate::roster::{Change, Changes, LinkChange, MemberChange, Named, SeatChange, StudioChange};
use crate::say::phrase::{enumerated, list};
use crate::say::sheet::{Cell, Table};
use crate::{Date, EntityKind};

/// Whether what is different about a seat is told where the member came or left, or the studio was manned or left.
pub(super) fn is_seat_told(changes: &Changes, seat: &SeatChange) -> bool {
    has_turned(changes, &seat.member) || changes.studios.iter().any(|row| row.studio == seat.studio)
}

/// Whether a link is told where a member at one of its ends came or left.
pub(super) fn is_link_told(changes: &Changes, link: &LinkChange) -> bool {
    has_turned(changes, &link.from) || has_turned(changes, &link.to)
}

fn has_turned(changes: &Changes, end: &Named) -> bool {
    changes.members.iter().any(|row| row.member == *end)
}

pub(super) fn members(changes: &Changes, laying: &Laying<'_>) -> Table {
    let counted = |change| changes.members.iter().filter(|row| row.change == change).count();
    let caption = Sentence::MembersCounted { came: counted(Change::Began), left: counted(Change::Ended) };
    let rows = changes.members.iter().map(|row| {
        [
            laying.named(&row.member),
            laying.word(Word::Membership(row.change)),
            laying.turn(row.change, row.on),
            along(changes, row, laying).into(),
        ]
    });
    laying.table(caption, [Word::Kind(EntityKind::Member), Word::Change, Word::On, Word::Along], rows)
}

/// The studios and links that a member brought or took along.
fn along(changes: &Changes, of: &MemberChange, laying: &Laying<'_>) -> String {
    let mut along: Vec<(Word, &str, Vec<&Named>)> = Vec::new();
    let mut add = |word, kind, other| match along.iter_mut().find(|(known, link, _)| (*known, *link) == (word, kind)) {
        Some((_, _, others)) => others.push(other),
        None => along.push((word, kind, vec![other])),
    };
    for seat in changes.seats.iter().filter(|seat| seat.member == of.member) {
        add(Word::Seat(turned(seat)), "", &seat.studio);
    }
    for link in &changes.links {
        for (end, other) in [(&link.from, &link.to), (&link.to, &link.from)] {
            if *end == of.member {
                add(Word::Joined(link.change), &link.kind, other);
            }
        }
    }
    let said = |(word, link, others): &(Word, &str, Vec<&Named>)| {
        let others = laying.all(others.iter().copied());
        Sentence::Along { word: *word, link: laying.labels.link(link), others: &others }.said(laying.lang)
    };
    list(along.iter().map(said), laying.lang.choose("；", "; "))
}

pub(super) fn studios(changes: &Changes, laying: &Laying<'_>) -> Table {
    let rows = changes.studios.iter().map(|row| {
        let turn = Sentence::StudioTurned { change: row.change, members: row.members };
        [
            laying.named(&row.studio),
            turn.said(laying.lang).into(),
            if at_once(changes, row) { laying.turn(row.change, row.on) } else { Cell::default() },
            who(changes, row, laying).into(),
        ]
    });
    let columns = [Word::Kind(EntityKind::Studio), Word::Change, Word::On, Word::Who];
    laying.table(Sentence::Counted(changes.studios.len()), columns, rows)
}

fn seats_of<'c>(changes: &'c Changes, of: &'c StudioChange) -> impl Iterator<Item = &'c SeatChange> {
    changes.seats.iter().filter(|seat| seat.studio == of.studio)
}

/// Whether all of a studio's members came, or left, on the same day.
fn at_once(changes: &Changes, of: &StudioChange) -> bool {
    seats_of(changes, of).all(|seat| seat.on == of.on)
}

/// What a role is called, and the day on which it was taken or laid down, where that is to be said.
type Role = (String, Option<Date>);

/// The members by their roles, the role of the fewest first; and by the day, where it is not the same for all.
fn who(changes: &Changes, of: &StudioChange, laying: &Laying<'_>) -> String {
    let at_once = at_once(changes, of);
    let mut by_role: BTreeMap<Role, Vec<&Named>> = BTreeMap::new();
    for seat in seats_of(changes, of) {
        let (held, turn) = match turned(seat) {
            SeatTurn::Left => (&seat.before, Change::Ended),
            SeatTurn::Came | SeatTurn::Roles => (&seat.after, Change::Began),
        };
        let day = (!at_once).then(|| told_day(turn, seat.on));
        by_role.entry((laying.roles(held.as_deref()).text, day)).or_default().push(&seat.member);
    }
    let mut roles: Vec<(Role, Vec<&Named>)> = by_role.into_iter().collect();
    roles.sort_by_key(|(_, members)| members.len());
    let said = |((role, day), members): &(Role, Vec<&Named>)| {
        Sentence::InRole { role, day: *day, members: &laying.all(members.iter().copied()) }.said(laying.lang)
    };
    list(roles.iter().map(said), laying.lang.choose("；", "; "))
}

impl Laying<'_> {
    fn all<'n>(&self, named: impl Iterator<Item = &'n Named>) -> String {
        enumerated(named.map(|named| Sentence::Named(named).said(self.lang)), self.lang)
    }
}
