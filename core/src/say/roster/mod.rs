//! 名册变动 and 委员驻室情况 in words.

mod changes;
mod coverage;
mod en;
mod labels;
#[cfg(test)]
mod tests;
mod words;
mod zh;

use std::fmt;

use super::{html, markdown, text};
use crate::Lang;
use crate::roster::{Changes, Coverage};

impl Changes {
    /// The changes for a terminal: at most 100 columns wide, a Chinese character taking two; without colour.
    pub fn to_text(&self, lang: Lang) -> String {
        text::render(&changes::sheet(self, lang))
    }

    /// The changes as Markdown with the tables of GitHub's dialect; what others wrote is escaped.
    pub fn to_markdown(&self, lang: Lang) -> String {
        markdown::render(&changes::sheet(self, lang))
    }

    /// The changes as a page of HTML that stands alone, for the screen and for printing.
    pub fn to_html(&self, lang: Lang) -> String {
        html::render(&[changes::sheet(self, lang)], lang)
    }
}

impl Coverage {
    /// The figures for a terminal: at most 100 columns wide, a Chinese character taking two; without colour.
    pub fn to_text(&self, lang: Lang) -> String {
        text::render(&coverage::sheet(self, lang))
    }

    /// The figures as Markdown with the tables of GitHub's dialect; what others wrote is escaped.
    pub fn to_markdown(&self, lang: Lang) -> String {
        markdown::render(&coverage::sheet(self, lang))
    }

    /// The figures as a page of HTML that stands alone, for the screen and for printing.
    pub fn to_html(&self, lang: Lang) -> String {
        html::render(&[coverage::sheet(self, lang)], lang)
    }
}

/// The changes in Chinese, for a terminal.
impl fmt::Display for Changes {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.to_text(Lang::Zh))
    }
}

/// The figures in Chinese, for a terminal.
impl fmt::Display for Coverage {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.to_text(Lang::Zh))
    }
}
