//! The documents at hand, and the questions that are asked of them everywhere.

use std::collections::BTreeSet;

use serde_json::Value;

use super::day::{Day, Span};
use super::ledger::Record;
use super::shape::{each, entries, field, list, text, word, yes};

/// The documents.
pub(super) struct World<'a> {
    pub(super) rulebook: &'a Value,
    pub(super) roster: &'a Value,
    pub(super) records: Vec<Record>,
    /// The day that was given as the last to be looked at: later records are left out everywhere.
    pub(super) cutoff: Option<Day>,
}

/// One member, studio, sector, committee, group or unit.
#[derive(Clone, Copy)]
pub(super) struct Subject<'a> {
    pub(super) kind: &'a str,
    pub(super) id: &'a str,
    pub(super) table: &'a Value,
}

impl<'a> World<'a> {
    /// Everybody of a kind, in the order of the roster.
    pub(super) fn subjects(&self, kind: &'a str) -> Vec<Subject<'a>> {
        let tables = each(self.roster, &format!("{kind}s"));
        tables.into_iter().map(|table| Subject { kind, id: word(table, "id"), table }).collect()
    }

    /// One of a kind, by id.
    pub(super) fn subject(&self, kind: &'a str, id: &str) -> Option<Subject<'a>> {
        self.subjects(kind).into_iter().find(|subject| subject.id == id)
    }

    /// The records that are looked at.
    pub(super) fn seen(&self) -> impl Iterator<Item = &Record> {
        self.records.iter().filter(|record| self.cutoff.is_none_or(|day| record.date <= day))
    }

    /// The tables of a name in the rulebook, in its order.
    pub(super) fn tables(&self, name: &str) -> Vec<&'a Value> {
        each(self.rulebook, name)
    }

    /// A table of the rulebook by id.
    pub(super) fn table(&self, name: &str, id: &str) -> Option<&'a Value> {
        self.tables(name).into_iter().find(|table| word(table, "id") == id)
    }

    /// The tables of a name that belong to a board, named or the only one.
    pub(super) fn of_board(&self, name: &str, board: &str) -> Vec<&'a Value> {
        let tables = self.tables(name).into_iter();
        tables.filter(|table| text(table, "board").unwrap_or(self.only_board()) == board).collect()
    }

    /// The board that is meant where none is named.
    pub(super) fn only_board(&self) -> &'a str {
        self.tables("board").first().map(|board| word(board, "id")).unwrap_or_default()
    }

    /// Whether records of the kind may score.
    pub(super) fn may_score(&self, kind: &str) -> bool {
        let entry = field(self.rulebook, "kinds").and_then(|kinds| kinds.get(kind));
        entry.and_then(|entry| entry.get("scored")) != Some(&Value::Bool(false))
    }

    /// Whether a facet stands at participations.
    pub(super) fn personal(&self, facet: &str) -> bool {
        let entry = field(self.rulebook, "facets").and_then(|facets| facets.get(facet));
        entry.and_then(|entry| text(entry, "on")) == Some("participation")
    }

    /// Every link of a kind in force on a day, as its two ends (`kind:id`).
    pub(super) fn links(&self, kind: &str, day: Day) -> Vec<(&'a str, &'a str)> {
        let links = each(self.roster, "links").into_iter();
        let links = links.filter(|link| word(link, "kind") == kind && Span::between(link, "since", "until").has(day));
        links.map(|link| (word(link, "from"), word(link, "to"))).collect()
    }

    /// Every membership in force on a day: member, studio, in the role if one is asked for.
    pub(super) fn memberships(&self, role: Option<&str>, day: Day) -> Vec<(&'a str, &'a str)> {
        let all = each(self.roster, "memberships").into_iter();
        let all = all.filter(|one| Span::between(one, "from", "to").has(day));
        let all = all.filter(|one| role.is_none() || text(one, "role") == role);
        all.map(|one| (word(one, "member"), word(one, "studio"))).collect()
    }

    /// Whether a member sits, a studio is active, on a day; all others always are.
    pub(super) fn active(&self, subject: Subject<'a>, day: Day) -> bool {
        match (subject.kind, field(self.rulebook, "lifecycle")) {
            ("member", _) => subject.seat().has(day),
            ("studio", Some(lifecycle)) if !each(subject.table, "history").is_empty() => {
                let state = subject.state(day);
                let states = each(lifecycle, "states").into_iter();
                states.filter(|entry| text(entry, "id") == state).any(|entry| yes(entry, "active"))
            }
            _ => true,
        }
    }
}

impl<'a> Subject<'a> {
    /// The days a member sits.
    pub(super) fn seat(self) -> Span {
        Span::between(self.table, "joined", "left")
    }

    /// The state of a studio on a day: the last entry, as listed, dated on or before it.
    pub(super) fn state(self, day: Day) -> Option<&'a str> {
        let history = each(self.table, "history").into_iter().rev();
        let mut past = history.filter(|entry| Day::of(entry, "date").is_some_and(|date| date <= day));
        past.next().and_then(|entry| text(entry, "state"))
    }

    /// What a `for` may ask: the values of a key on a day, none where there is none.
    pub(super) fn values(self, key: &str, day: Day) -> Vec<&'a str> {
        let key = match (self.kind, key) {
            (_, "id") => return vec![self.id],
            (_, "post") => "posts",
            (_, "tag") => "tags",
            ("member", "committee") => "committees",
            ("member", "group") => "groups",
            _ => key,
        };
        match key.strip_prefix("attr.") {
            Some(name) => dated(field(self.table, "attrs").and_then(|attrs| attrs.get(name)), day),
            None => dated(self.table.get(key), day),
        }
    }

    /// The groups, committees, sectors … a subject belongs to on a day.
    pub(super) fn belongs(self, world: &World<'a>, kind: &str, day: Day) -> BTreeSet<&'a str> {
        if kind == "studio" {
            let studios = world.memberships(None, day).into_iter();
            return studios
                .filter(|(member, _)| self.kind == "member" && *member == self.id)
                .map(|pair| pair.1)
                .collect();
        }
        self.values(kind, day).into_iter().collect()
    }
}

/// The values in force on a day: bare ones always are.
pub(super) fn dated(value: Option<&Value>, day: Day) -> Vec<&str> {
    let values = list(value).into_iter();
    let values = values.filter(|value| !value.is_object() || Span::between(value, "from", "to").has(day));
    values.filter_map(|value| value.as_str().or_else(|| text(value, "id"))).collect()
}

/// The id that a vocabulary knows a word by: itself, or the one whose label or alias it is.
pub(super) fn known<'a>(vocabulary: Option<&'a Value>, written: &'a str) -> &'a str {
    let all = entries(vocabulary);
    let names = |entry: &'a Value| {
        let mut names = list(entry.get("aliases"));
        names.push(entry.get("label").unwrap_or(entry));
        names.into_iter().any(|name| name.as_str() == Some(written))
    };
    let exact = all.iter().find(|(id, _)| *id == written);
    exact.or_else(|| all.iter().find(|(_, entry)| names(entry))).map_or(written, |(id, _)| id)
}
