use unicode_width::UnicodeWidthStr;

use super::super::sheet::{Align, Cell, Column, Row, RowKind, Table, plain};
use super::wrap::wrapped;
use super::{WIDTH, hanging};

/// Between two columns.
const GAP: usize = 2;
/// What the table is set in by.
const INDENT: usize = 2;
/// A column of words is not made narrower, unless there is no other way.
const NARROW: usize = 8;
/// A heading over numbers makes its column no wider.
const WIDE: usize = 16;

/// A table with rules above and below its headings, cells of several lines, and notes under their rows.
pub(super) fn drawn(table: &Table) -> Vec<String> {
    let aligns: Vec<Align> = table.columns.iter().map(|column| column.align).collect();
    let widths = widths(table);
    let draw = |cells: &[Vec<String>]| drawn_row(cells, &widths, &aligns);
    let rule = || draw(&widths.iter().map(|&width| vec!["-".repeat(width)]).collect::<Vec<_>>());
    let headings: Vec<Vec<String>> =
        table.columns.iter().zip(&widths).map(|(column, &width)| heading(column, width)).collect();
    let mut lines = wrapped(&plain(&table.caption), WIDTH);
    lines.extend([draw(&headings), rule()].concat());
    for row in &table.rows {
        if row.kind == RowKind::Sum {
            lines.extend(rule());
        }
        let cells: Vec<Vec<String>> = row
            .cells
            .iter()
            .enumerate()
            .zip(&widths)
            .map(|((nth, cell), &width)| laid(cell, row, nth, width))
            .collect();
        lines.extend(draw(&cells));
        if !row.note.is_empty() {
            lines.extend(hanging(&format!("{}* ", " ".repeat(INDENT + 2 + 2 * row.depth)), &plain(&row.note)));
        }
    }
    lines
}

fn heading(column: &Column, width: usize) -> Vec<String> {
    let mut lines = wrapped(&plain(&column.title), width);
    if !column.detail.is_empty() {
        lines.extend(wrapped(&plain(&column.detail), width));
    }
    lines
}

fn laid(cell: &Cell, row: &Row, nth: usize, width: usize) -> Vec<String> {
    let indent = if nth == 0 { (2 * row.depth).min(width / 2) } else { 0 };
    let within = |text: &str| {
        wrapped(&plain(text), width - indent).into_iter().map(move |line| format!("{}{line}", " ".repeat(indent)))
    };
    let mut lines: Vec<String> = within(&cell.text).collect();
    if !cell.detail.is_empty() {
        lines.extend(within(&cell.detail));
    }
    lines
}

fn drawn_row(cells: &[Vec<String>], widths: &[usize], aligns: &[Align]) -> Vec<String> {
    let height = cells.iter().map(Vec::len).max().unwrap_or_default();
    let line = |nth: usize| {
        let mut line = " ".repeat(INDENT);
        for ((cell, &width), &align) in cells.iter().zip(widths).zip(aligns) {
            let text = cell.get(nth).map_or("", String::as_str);
            let pad = " ".repeat(width.saturating_sub(text.width()));
            let (before, after) = if align == Align::Right { (pad.as_str(), "") } else { ("", pad.as_str()) };
            line.extend([before, text, after, &" ".repeat(GAP)]);
        }
        line
    };
    (0..height).map(line).collect()
}

/// How wide each column is: as wide as what stands in it, unless the table would grow too wide; then the widest give way.
fn widths(table: &Table) -> Vec<usize> {
    let natural = |nth: usize| {
        let cells = table.rows.iter().filter_map(|row| row.cells.get(nth).map(|cell| (row, cell)));
        let width = |(row, cell): (&Row, &Cell)| {
            let indent = if nth == 0 { 2 * row.depth } else { 0 };
            indent + plain(&cell.text).width().max(plain(&cell.detail).width())
        };
        cells.map(width).max().unwrap_or_default()
    };
    let mut widths: Vec<usize> = Vec::with_capacity(table.columns.len());
    for (nth, column) in table.columns.iter().enumerate() {
        let heading = plain(&column.title).width().max(plain(&column.detail).width());
        // A long heading over short cells is written in several lines.
        widths.push(natural(nth).max(heading.min(NARROW)).max(2));
    }
    let room = (WIDTH - INDENT).saturating_sub(GAP * widths.len().saturating_sub(1));
    // Where there is room, a heading with something below it is written in fewer lines.
    let ragged = |nth: usize, width: usize| {
        let tall = table.columns.get(nth).filter(|column| !column.detail.is_empty());
        width < WIDE && tall.is_some_and(|column| plain(&column.title).width() > width)
    };
    while widths.iter().sum::<usize>() < room {
        let narrowest =
            widths.iter_mut().enumerate().filter(|(nth, width)| ragged(*nth, **width)).min_by_key(|(_, width)| **width);
        match narrowest {
            Some((_, width)) => *width += 1,
            None => break,
        }
    }
    let words = |nth: usize| table.columns.get(nth).is_some_and(|column| column.align != Align::Right);
    while widths.iter().sum::<usize>() > room {
        let widest = |least: usize, any: bool| {
            let candidates = widths.iter().enumerate().filter(|&(nth, &width)| width > least && (any || words(nth)));
            candidates.max_by_key(|&(_, &width)| width).map(|(nth, _)| nth)
        };
        match widest(NARROW, false).or_else(|| widest(2, true)).and_then(|nth| widths.get_mut(nth)) {
            Some(width) => *width -= 1,
            None => break,
        }
    }
    widths
}
