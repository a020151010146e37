//! 分组统计 in words.

mod en;
mod page;
mod table;
#[cfg(test)]
mod tests;
mod words;
mod zh;

use std::fmt;

use super::{csv, html, markdown, text};
use crate::{Lang, Rollup};

impl Rollup {
    /// The roll-up for a terminal: at most 100 columns wide, a Chinese character taking two; without colour.
    pub fn to_text(&self, lang: Lang) -> String {
        text::render(&page::sheet(self, lang))
    }

    /// The roll-up as Markdown with the tables of GitHub's dialect; what others wrote is escaped.
    pub fn to_markdown(&self, lang: Lang) -> String {
        markdown::render(&page::sheet(self, lang))
    }

    /// The roll-up as a page of HTML that stands alone, for the screen and for printing.
    pub fn to_html(&self, lang: Lang) -> String {
        html::render(&[page::sheet(self, lang)], lang)
    }

    /// The roll-up as a table for a spreadsheet: id, name, how many, mean, lowest, quartiles and highest, and how many have each grade; a
    /// row for each group, those who belong to none, and the whole board.
    ///
    /// RFC 4180 without a byte-order mark. Excel takes a file for UTF-8 only if it begins with one: write `"\u{feff}"` before it.
    pub fn to_csv(&self, lang: Lang) -> String {
        csv::written(table::lines(self, lang))
    }
}

/// The roll-up in Chinese, for a terminal.
impl fmt::Display for Rollup {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.to_text(Lang::Zh))
    }
}
