use std::collections::{BTreeMap, BTreeSet};

use super::amount;
use super::entry;
use super::sentence::{Sentence, Word};
use crate::say::phrase::list;
use crate::say::sheet::{Block, Cell, Row, RowKind, Table};
use crate::score::{Entry, Line, Unlisted};
use crate::{Amount, Lang, Statement};

/// The lines of a statement, by the topmost category or item that they belong to; what belongs to none, by the board itself.
pub(super) struct Group<'s> {
    label: &'s str,
    lines: Vec<&'s Line>,
}

impl Group<'_> {
    fn contribution(&self) -> Amount {
        self.lines.iter().map(|line| line.contribution).sum()
    }
}

/// Puts the lines under their topmost nodes, in the order of the rulebook; each group keeps the order of the lines.
pub(super) fn groups(statement: &Statement) -> Vec<Group<'_>> {
    let mut groups: Vec<Group<'_>> = Vec::new();
    let mut of_node: BTreeMap<&str, usize> = BTreeMap::new();
    for node in &statement.nodes {
        if node.depth == 0 {
            groups.push(Group { label: &node.label, lines: Vec::new() });
        }
        of_node.insert(&node.id, groups.len().saturating_sub(1));
    }
    groups.push(Group { label: &statement.board_title, lines: Vec::new() });
    let board = groups.len().saturating_sub(1);
    for line in &statement.lines {
        let place = of_node.get(&*line.node).copied().unwrap_or(board);
        if let Some(group) = groups.get_mut(place) {
            group.lines.push(line);
        }
    }
    groups.retain(|group| !group.lines.is_empty());
    groups
}

/// A table of lines a group.
pub(super) fn details(groups: &[Group<'_>], statement: &Statement, lang: Lang) -> Vec<Block> {
    if groups.is_empty() {
        return vec![Block::Paragraph(Sentence::NoLines.said(lang))];
    }
    let tables = groups.iter().map(|group| Block::Table(table(group, statement, lang)));
    std::iter::once(Block::Paragraph(Sentence::HowToRead.said(lang))).chain(tables).collect()
}

fn table(group: &Group<'_>, statement: &Statement, lang: Lang) -> Table {
    let runs = group.lines.chunk_by(|a, b| entry::alike(a, b));
    let counted =
        runs.flat_map(|run| run.iter().enumerate().map(|(nth, line)| (line, if nth == 0 { run.len() } else { 0 })));
    let mut rows: Vec<Row> = counted.map(|(line, alike)| entry::row(line, alike, statement, lang)).collect();
    let columns = entry::columns(lang);
    if rows.len() > 1 {
        let mut cells: Vec<Cell> = columns.iter().map(|_| Cell::default()).collect();
        if let Some(first) = cells.first_mut() {
            *first = Word::Subtotal.said(lang).into();
        }
        if let Some(last) = cells.last_mut() {
            *last = amount::cell(group.contribution(), statement);
        }
        rows.push(Row { kind: RowKind::Sum, ..Row::plain(cells) });
    }
    let caption = Sentence::Caption { label: group.label, contribution: group.contribution() }.said(lang);
    Table { caption, columns, rows }.without_empty_columns()
}

/// The records that gave no line, each with its reason.
pub(super) fn unscored(statement: &Statement, lang: Lang) -> Block {
    if statement.unscored.is_empty() {
        return Block::Paragraph(Sentence::NoneUnscored.said(lang));
    }
    let row = |unlisted: &Unlisted| {
        let record = &unlisted.record;
        let day = record.date.to_string();
        Row::plain(vec![day.into(), record.id.as_str().into(), entry::what(record, lang), why(unlisted, lang).into()])
    };
    let columns =
        [Word::Day, Word::Record, Word::What, Word::Why].map(|word| crate::say::sheet::Column::left(word.said(lang)));
    Block::Table(Table {
        caption: Word::UnscoredRecords.said(lang).to_owned(),
        columns: columns.into(),
        rows: statement.unscored.iter().map(row).collect(),
    })
}

/// Why a record gave no line; where something else counted it, what that was.
fn why(unlisted: &Unlisted, lang: Lang) -> String {
    if unlisted.used.is_empty() {
        unlisted.reason.sentence(lang).to_owned()
    } else {
        Sentence::Used(&unlisted.used).said(lang)
    }
}

/// How the lines add up to the total, and how the records to all of them.
pub(super) fn closing(groups: &[Group<'_>], statement: &Statement, lang: Lang) -> Block {
    let parts: Vec<Amount> = groups.iter().map(Group::contribution).collect();
    let sum: Amount = parts.iter().copied().sum();
    let counting: Vec<Amount> = parts.iter().copied().filter(|&part| part != Amount::ZERO).collect();
    let added = Sentence::Sum { parts: &counting, sum }.said(lang);
    let published =
        Sentence::Published { exact: statement.exact, total: statement.total, rounding: statement.rounding }.said(lang);
    let scored: BTreeSet<&str> = statement.lines.iter().flat_map(records).collect();
    let records = Sentence::Records { scored: scored.len(), unscored: statement.unscored.len() }.said(lang);
    let apart = statement.rounded_apart.then(|| Sentence::RoundedApart.said(lang));
    let account = list([added, published], lang.choose("", " "));
    Block::List(std::iter::once(account).chain(apart).chain([records]).collect())
}

/// The records behind a line.
fn records(line: &Line) -> Vec<&str> {
    match &line.entry {
        Entry::Record { record, .. } => vec![record.id.as_str()],
        Entry::Count { records, .. } => records.iter().map(|record| record.id.as_str()).collect(),
        Entry::Base { .. }
        | Entry::Duty { .. }
        | Entry::Standard { .. }
        | Entry::Inherited { .. }
        | Entry::Floor { .. } => Vec::new(),
    }
}
