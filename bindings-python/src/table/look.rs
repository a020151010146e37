//! A table as a person first sees it: its first rows, and as many columns as fit.

use std::fmt::Write;

use arrow_array::RecordBatch;
use arrow_cast::display::{ArrayFormatter, FormatOptions};
use arrow_schema::{ArrowError, Field};
use unicode_width::UnicodeWidthStr;

use super::Table;

/// How many rows are shown.
const ROWS: usize = 12;
/// How wide the rows are shown in a terminal, in which a Chinese character is as wide as two letters.
const WIDTH: usize = 100;
/// How wide a column is shown.
const CELL: usize = 24;

/// A column of what is shown.
struct Shown<'t> {
    field: &'t Field,
    cells: Vec<String>,
}

/// The columns of the first rows; and how many rows there are besides.
fn shown(table: &Table) -> Result<(Vec<Shown<'_>>, usize), ArrowError> {
    let mut columns: Vec<Shown<'_>> =
        table.schema.fields().iter().map(|field| Shown { field, cells: Vec::new() }).collect();
    for head in table.head(ROWS)? {
        add(&mut columns, &head)?;
    }
    Ok((columns, table.rows.saturating_sub(ROWS)))
}

fn add(columns: &mut [Shown<'_>], head: &RecordBatch) -> Result<(), ArrowError> {
    let options = FormatOptions::new().with_null("");
    for (shown, column) in columns.iter_mut().zip(head.columns()) {
        let cells = ArrayFormatter::try_new(column, &options)?;
        shown.cells.extend((0..head.num_rows()).map(|row| cells.value(row).to_string()));
    }
    Ok(())
}

/// For a terminal.
pub(super) fn text(table: &Table) -> Result<String, ArrowError> {
    let (columns, more) = shown(table)?;
    let mut lines = vec![String::new(); table.rows.min(ROWS) + 1];
    let mut room = WIDTH;
    let mut left_out = 0;
    for Shown { field, cells } in &columns {
        let cells: Vec<String> = std::iter::once(field.name()).chain(cells).map(|cell| cut(cell)).collect();
        let width = cells.iter().map(|cell| cell.width()).max().unwrap_or(0);
        if width + 2 > room || left_out > 0 {
            left_out += 1;
            continue;
        }
        room -= width + 2;
        for (line, cell) in lines.iter_mut().zip(cells) {
            let space = " ".repeat(width - cell.width());
            let gap = if line.is_empty() { "" } else { "  " };
            let _ = if field.data_type().is_numeric() {
                write!(line, "{gap}{space}{cell}")
            } else {
                write!(line, "{gap}{cell}{space}")
            };
        }
    }
    let mut text = lines.iter().map(|line| line.trim_end()).collect::<Vec<_>>().join("\n");
    if more > 0 {
        let _ = write!(text, "\n… {more} more rows");
    }
    if left_out > 0 {
        let _ = write!(text, "\n… {left_out} more columns");
    }
    Ok(text)
}

/// A cell on one line, no wider than a column is shown.
fn cut(cell: &str) -> String {
    let mut text: String = cell.chars().map(|char| if char.is_control() { ' ' } else { char }).collect();
    if text.width() > CELL {
        while text.width() >= CELL {
            text.pop();
        }
        text.push('…');
    }
    text
}

/// For a notebook, with the names that people know the columns by.
pub(super) fn html(table: &Table, caption: &str) -> Result<String, ArrowError> {
    let (columns, more) = shown(table)?;
    let mut page = format!("<table><caption>{}</caption><thead><tr>", escaped(caption));
    for Shown { field, .. } in &columns {
        let name = field.metadata().get("label").unwrap_or(field.name());
        let _ = write!(page, "<th>{}</th>", escaped(name));
    }
    page.push_str("</tr></thead><tbody>");
    for row in 0..table.rows.min(ROWS) {
        page.push_str("<tr>");
        for cell in columns.iter().filter_map(|column| column.cells.get(row)) {
            let _ = write!(page, "<td>{}</td>", escaped(cell));
        }
        page.push_str("</tr>");
    }
    page.push_str("</tbody></table>");
    if more > 0 {
        let _ = write!(page, "<p>… {more}</p>");
    }
    Ok(page)
}

fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;").replace('"', "&quot;")
}
