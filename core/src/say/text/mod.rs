//! Plain text of fixed width, in which a Chinese character is as wide as two letters.

mod table;
mod wrap;

use unicode_width::UnicodeWidthStr;

use super::sheet::{Block, Fact, Sheet, plain};
use wrap::wrapped;

/// No line is wider.
pub(super) const WIDTH: usize = 100;

pub(super) fn render(sheet: &Sheet) -> String {
    let mut lines: Vec<String> = Vec::new();
    lines.extend([centred(&plain(&sheet.title)), centred(&plain(&sheet.subtitle))].concat());
    lines.push("=".repeat(WIDTH));
    for block in &sheet.blocks {
        lines.push(String::new());
        match block {
            Block::Heading(text) => {
                let text = plain(text);
                lines.push(text.clone());
                lines.push("-".repeat(text.width().min(WIDTH)));
            }
            Block::Facts(facts) => lines.extend(described(facts, sheet)),
            Block::Paragraph(text) => lines.extend(wrapped(&plain(text), WIDTH)),
            Block::List(entries) => lines.extend(entries.iter().flat_map(|entry| hanging("- ", &plain(entry)))),
            Block::Table(table) => lines.extend(table::drawn(table)),
            Block::Signature(names) => {
                let blanks: Vec<String> =
                    names.iter().map(|name| format!("{name}{} ________________", colon(sheet))).collect();
                lines.push(blanks.join("    "));
            }
        }
    }
    let mut text = String::new();
    let mut blank = false;
    for line in lines.iter().map(|line| line.trim_end()) {
        // Nowhere are two empty lines.
        if !(blank && line.is_empty()) {
            text.push_str(line);
            text.push('\n');
        }
        blank = line.is_empty();
    }
    text
}

fn colon(sheet: &Sheet) -> &'static str {
    sheet.lang.choose("：", ":")
}

fn centred(text: &str) -> Vec<String> {
    let indent = |line: String| format!("{}{line}", " ".repeat((WIDTH.saturating_sub(line.width())) / 2));
    wrapped(text, WIDTH).into_iter().map(indent).collect()
}

/// Names on the left, what they are beside them.
fn described(facts: &[Fact], sheet: &Sheet) -> Vec<String> {
    let widest = facts.iter().map(|fact| fact.name.width()).max().unwrap_or_default();
    let line = |fact: &Fact| {
        let pad = " ".repeat(widest.saturating_sub(fact.name.width()));
        hanging(&format!("{}{}{pad} ", fact.name, colon(sheet)), &plain(&fact.value))
    };
    facts.iter().flat_map(line).collect()
}

/// A text after a mark, its further lines as far in as the first.
fn hanging(mark: &str, text: &str) -> Vec<String> {
    let indent = mark.width();
    let first = |(nth, line): (usize, String)| {
        if nth == 0 { format!("{mark}{line}") } else { format!("{}{line}", " ".repeat(indent)) }
    };
    wrapped(text, WIDTH.saturating_sub(indent)).into_iter().enumerate().map(first).collect()
}
