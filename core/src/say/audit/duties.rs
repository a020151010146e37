use std::ops::Range;

use super::matrix::{Line, Mark, Matrix, Sign};
use super::sentence::{Sentence, Tally, Word};
use crate::audit::{Audit, DutyRow, DutyStatus, DutyTable, DutyWindow};
use crate::say::sheet::{Block, Column};
use crate::{Lang, Window};

/// How many windows stand side by side.
const WINDOWS: usize = 12;

/// Every duty: subjects against windows.
pub(super) fn blocks(audit: &Audit, lang: Lang) -> Vec<Block> {
    let legend = Block::Paragraph(Word::Legend.said(lang).to_owned());
    let duties = audit.duties.iter().flat_map(|duty| of_duty(duty, lang));
    std::iter::once(legend).chain(duties).collect()
}

fn of_duty(duty: &DutyTable, lang: Lang) -> Vec<Block> {
    let Some(first) = duty.rows.first() else {
        return vec![Block::Paragraph(Sentence::NobodyAsked { label: &duty.label }.said(lang))];
    };
    let parts = parts(&first.windows);
    let whole = parts.len() == 1;
    let table = |part: &Range<usize>| {
        let shown = |row: &DutyRow| row.windows.get(part.clone()).unwrap_or_default().to_vec();
        let windows = shown(first);
        let span = windows.first().zip(windows.last());
        let caption = Sentence::Caption {
            label: &duty.label,
            clause: duty.clause.as_deref(),
            tally: Some(tally(duty)),
            part: span.filter(|_| !whole).map(|(a, b)| Window { from: a.window.from, to: b.window.to }),
        };
        let rate = Column::right(Word::Rate.said(lang));
        let line = |row: &DutyRow| {
            let rate = row.rate.map(|rate| Sentence::Ratio { part: rate.part, whole: rate.whole }.said(lang));
            Line {
                name: Sentence::Named { name: &row.name, id: &row.id }.said(lang),
                marks: shown(row).iter().map(mark).collect(),
                last: whole.then(|| rate.unwrap_or_default()),
            }
        };
        let matrix = Matrix {
            caption: caption.said(lang),
            kind: duty.subject,
            columns: windows.iter().map(|window| column(window, lang)).chain(whole.then_some(rate)).collect(),
            lines: duty.rows.iter().map(line).collect(),
            sum: None,
        };
        matrix.table(lang)
    };
    parts.iter().map(table).collect()
}

/// What is counted where each has one window are the subjects.
fn tally(duty: &DutyTable) -> Tally {
    let single = duty.rows.iter().all(|row| row.windows.len() == 1);
    let mut tally = Tally { of: single.then_some(duty.subject), ..Tally::default() };
    for window in duty.rows.iter().flat_map(|row| &row.windows) {
        match window.status {
            DutyStatus::Met => tally.met += 1,
            DutyStatus::Missed => tally.missed += 1,
            DutyStatus::Pending => tally.pending += 1,
            DutyStatus::Exempt => {}
        }
    }
    tally
}

/// Which windows stand side by side: where a year has several, not beside those of another year.
fn parts(windows: &[DutyWindow]) -> Vec<Range<usize>> {
    let year = |window: &DutyWindow| window.window.from.year();
    let several = windows.iter().zip(windows.iter().skip(1)).any(|(one, next)| year(one) == year(next));
    let mut parts: Vec<Range<usize>> = Vec::new();
    let mut before = None;
    for (nth, window) in windows.iter().enumerate() {
        let same_year = before.replace(year(window)) == Some(year(window));
        match parts.last_mut() {
            Some(part) if part.len() < WINDOWS && (same_year || !several) => part.end = nth + 1,
            _ => parts.push(nth..nth + 1),
        }
    }
    parts
}

fn column(DutyWindow { window, due, .. }: &DutyWindow, lang: Lang) -> Column {
    Column {
        detail: Sentence::DueDay { due: *due, window: *window }.said(lang),
        ..Column::right(Sentence::WindowTitle(*window).said(lang))
    }
}

fn mark(window: &DutyWindow) -> Mark {
    let sign = match window.status {
        DutyStatus::Met => Sign::Kept,
        DutyStatus::Missed => Sign::Broken,
        DutyStatus::Pending => Sign::Pending,
        DutyStatus::Exempt => Sign::NotAsked,
    };
    Mark { sign, count: window.count }
}
