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

use labels::Labels;

use super::{html, markdown, text};
use crate::roster::{Changes, Coverage};
use crate::{Lang, Rulebook};

/// Written out in the words of the roster (`to_text` …), or with the labels that a rulebook gives them (`to_text_with` …).
impl Changes {
    /// The changes for a terminal: at most 100 columns wide, a Chinese character taking two; without colour.
    pub fn to_text(&self, lang: Lang) -> String {
        text::render(&changes::sheet(self, Labels::default(), lang))
    }

    /// Like [`to_text`](Changes::to_text), with the rulebook's labels for roles, posts, kinds of link and states; a word that it does not
    /// declare stays.
    ///
    /// ```
    /// use lvzhi::{Lang, Roster, Rulebook};
    /// let rulebook = Rulebook::from_json(
    ///     r#"{
    ///         "rulebook": { "format": 1, "id": "somewhere", "title": "委员工作室管理办法" },
    ///         "roles": { "head": "负责人" },
    ///         "bound": [{ "id": "placed", "label": "人人进室", "subject": "member", "relation": "membership", "at_least": 1 }]
    ///     }"#,
    /// )?;
    /// let roster = Roster::from_json(
    ///     r#"{
    ///         "members": [{ "id": "M1" }], "studios": [{ "id": "S1" }],
    ///         "memberships": [{ "member": "M1", "studio": "S1", "role": "head", "from": "2023-05-01" }]
    ///     }"#,
    /// )?;
    /// let changes = roster.changes("2023-01-01".parse()?, "2023-07-01".parse()?);
    /// assert!(changes.to_text(Lang::Zh).contains("head"));
    /// assert!(changes.to_text_with(&rulebook, Lang::Zh).contains("负责人"));
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub fn to_text_with(&self, rulebook: &Rulebook, lang: Lang) -> String {
        text::render(&changes::sheet(self, rulebook.into(), lang))
    }

    /// The changes as Markdown with the tables of GitHub's dialect; what others wrote is escaped.
    pub fn to_markdown(&self, lang: Lang) -> String {
        markdown::render(&changes::sheet(self, Labels::default(), lang))
    }

    /// Like [`to_markdown`](Changes::to_markdown), with the rulebook's labels.
    pub fn to_markdown_with(&self, rulebook: &Rulebook, lang: Lang) -> String {
        markdown::render(&changes::sheet(self, rulebook.into(), lang))
    }

    /// The changes as a page of HTML that stands alone, for the screen and for printing.
    pub fn to_html(&self, lang: Lang) -> String {
        html::render(&[changes::sheet(self, Labels::default(), lang)], lang)
    }

    /// Like [`to_html`](Changes::to_html), with the rulebook's labels.
    pub fn to_html_with(&self, rulebook: &Rulebook, lang: Lang) -> String {
        html::render(&[changes::sheet(self, rulebook.into(), lang)], lang)
    }
}

/// Written out in the words of the roster (`to_text` …), or with the labels that a rulebook gives them (`to_text_with` …).
impl Coverage {
    /// The figures for a terminal: at most 100 columns wide, a Chinese character taking two; without colour.
    pub fn to_text(&self, lang: Lang) -> String {
        text::render(&coverage::sheet(self, Labels::default(), lang))
    }

    /// Like [`to_text`](Coverage::to_text), with the rulebook's labels for the states of studios; a state that it does not declare stays.
    pub fn to_text_with(&self, rulebook: &Rulebook, lang: Lang) -> String {
        text::render(&coverage::sheet(self, rulebook.into(), lang))
    }

    /// The figures as Markdown with the tables of GitHub's dialect; what others wrote is escaped.
    pub fn to_markdown(&self, lang: Lang) -> String {
        markdown::render(&coverage::sheet(self, Labels::default(), lang))
    }

    /// Like [`to_markdown`](Coverage::to_markdown), with the rulebook's labels.
    pub fn to_markdown_with(&self, rulebook: &Rulebook, lang: Lang) -> String {
        markdown::render(&coverage::sheet(self, rulebook.into(), lang))
    }

    /// The figures as a page of HTML that stands alone, for the screen and for printing.
    pub fn to_html(&self, lang: Lang) -> String {
        html::render(&[coverage::sheet(self, Labels::default(), lang)], lang)
    }

    /// Like [`to_html`](Coverage::to_html), with the rulebook's labels.
    pub fn to_html_with(&self, rulebook: &Rulebook, lang: Lang) -> String {
        html::render(&[coverage::sheet(self, rulebook.into(), lang)], lang)
    }
}

/// The changes in Chinese, in the words of the roster, for a terminal.
impl fmt::Display for Changes {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.to_text(Lang::Zh))
    }
}

/// The figures in Chinese, in the words of the roster, for a terminal.
impl fmt::Display for Coverage {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.to_text(Lang::Zh))
    }
}
