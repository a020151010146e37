//! Markdown in GitHub's dialect.

use super::phrase::remarks;
use super::sheet::{Align, Block, Cell, Column, Row, RowKind, Sheet, Table, plain};
use crate::Lang;

pub(super) fn render(sheet: &Sheet) -> String {
    let mut parts = vec![format!("# {}", escaped(&sheet.title))];
    if !sheet.subtitle.is_empty() {
        parts.push(escaped(&sheet.subtitle));
    }
    for block in &sheet.blocks {
        let colon = sheet.lang.choose("：", ":");
        parts.push(match block {
            Block::Heading(text) => format!("## {}", escaped(text)),
            Block::Facts(facts) => {
                let fact = |fact: &super::sheet::Fact| {
                    let value = escaped(&fact.value);
                    let value = if fact.main { format!("**{value}**") } else { value };
                    format!("- {}{colon}{}{value}", fact.name, sheet.lang.choose("", " "))
                };
                lines(facts.iter().map(fact))
            }
            Block::Paragraph(text) => escaped(text),
            Block::List(entries) => lines(entries.iter().map(|entry| format!("* {}", escaped(entry)))),
            Block::Table(table) => drawn(table, sheet.lang),
            Block::Signature(names) => {
                names.iter().map(|name| format!("{name}{colon}\\_\\_\\_\\_\\_\\_\\_\\_")).collect::<Vec<_>>().join("　")
            }
        });
    }
    let mut text = parts.join("\n\n");
    text.push('\n');
    text
}

fn lines(lines: impl Iterator<Item = String>) -> String {
    lines.collect::<Vec<_>>().join("\n")
}

/// The caption in bold, then the table; notes in a last column.
fn drawn(table: &Table, lang: Lang) -> String {
    let notes = table.has_notes();
    let mut titles: Vec<String> = table.columns.iter().map(titled).collect();
    let mut aligns: Vec<&str> =
        table.columns.iter().map(|column| if column.align == Align::Right { "---:" } else { "---" }).collect();
    if notes {
        titles.push(remarks(lang).to_owned());
        aligns.push("---");
    }
    let row = |row: &Row| {
        let mut cells: Vec<String> = row.cells.iter().map(|cell| joined(cell, lang)).collect();
        if let Some(first) = cells.first_mut() {
            // Indented as far as a table can be: by wide spaces.
            *first = format!("{}{first}", "\u{3000}".repeat(row.depth));
        }
        if matches!(row.kind, RowKind::Group | RowKind::Sum) {
            cells = cells.into_iter().map(|cell| if cell.is_empty() { cell } else { bold(&cell) }).collect();
        }
        if notes {
            cells.push(escaped(&row.note));
        }
        piped(&cells)
    };
    let head = [format!("**{}**\n", escaped(&table.caption)), piped(&titles), piped(&aligns)];
    lines(head.into_iter().chain(table.rows.iter().map(row)))
}

fn titled(column: &Column) -> String {
    let between = if column.detail.is_empty() { "" } else { " " };
    format!("{}{between}{}", escaped(&column.title), escaped(&column.detail))
}

fn bold(text: &str) -> String {
    let inner = text.trim_start_matches('\u{3000}');
    let indent = text.get(..text.len().saturating_sub(inner.len())).unwrap_or_default();
    format!("{indent}**{inner}**")
}

fn joined(cell: &Cell, lang: Lang) -> String {
    let between = if cell.text.is_empty() || cell.detail.is_empty() { "" } else { lang.choose("，", ", ") };
    let text = escaped(&cell.text);
    let text = if cell.strong { bold(&text) } else { text };
    format!("{text}{between}{}", escaped(&cell.detail))
}

fn piped<T: AsRef<str>>(cells: &[T]) -> String {
    let cells: Vec<&str> = cells.iter().map(AsRef::as_ref).collect();
    format!("| {} |", cells.join(" | "))
}

/// Text that stands for itself: neither mark-up, nor a table's edge, nor HTML.
fn escaped(text: &str) -> String {
    let text = plain(text);
    let mut escaped = String::with_capacity(text.len());
    for (at, c) in text.char_indices() {
        let numbered =
            || text.get(..at).is_some_and(|before| !before.is_empty() && before.bytes().all(|b| b.is_ascii_digit()));
        let opens = match c {
            '#' | '+' | '-' | '=' => at == 0 && !text.chars().nth(1).is_some_and(|next| next.is_ascii_digit()),
            '.' | ')' => text.get(at + 1..).is_some_and(|after| after.starts_with(' ')) && numbered(),
            _ => false,
        };
        if opens || matches!(c, '\\' | '`' | '*' | '_' | '[' | ']' | '<' | '>' | '|' | '~' | '&' | '$') {
            escaped.push('\\');
        }
        escaped.push(c);
    }
    escaped
}
