//! 对照检查 in words: what is found, what is to be done, and the report of it all.

mod duties;
mod en;
mod finding;
mod flows;
mod list;
mod matrix;
mod problems;
mod report;
mod rules;
mod sentence;
mod states;
#[cfg(test)]
mod tests;
mod todo;
mod undeclared;
mod zh;

use std::fmt;

use super::sheet::plain;
use super::{html, markdown, text};
use crate::audit::{Audit, Finding, FindingCode, Todo};
use crate::{Lang, Severity};
use sentence::{Sentence, Word};

impl Audit {
    /// The report for a terminal: at most 100 columns wide, a Chinese character taking two; without colour.
    pub fn to_text(&self, lang: Lang) -> String {
        text::render(&report::sheet(self, lang))
    }

    /// The report as Markdown with the tables of GitHub's dialect; what others wrote is escaped.
    pub fn to_markdown(&self, lang: Lang) -> String {
        markdown::render(&report::sheet(self, lang))
    }

    /// The report as a page of HTML that stands alone: for the screen, light and dark, and for printing on A4. Nothing is said by colour
    /// alone.
    pub fn to_html(&self, lang: Lang) -> String {
        html::render(&[report::sheet(self, lang)], lang)
    }
}

/// The report in Chinese, for a terminal.
impl fmt::Display for Audit {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.to_text(Lang::Zh))
    }
}

impl Finding {
    /// What is wrong, of whom, and by which rule: one sentence.
    ///
    /// ```
    /// use lvzhi::{Lang, Ledger, Matters, Roster, Rulebook};
    /// let rulebook = Rulebook::from_json(
    ///     r#"{
    ///         "rulebook": { "format": 1, "id": "somewhere", "title": "委员工作室管理办法" },
    ///         "bound": [{ "id": "size", "label": "每个工作室8至10名成员", "clause": "第四条", "subject": "studio",
    ///                     "relation": "membership", "at_least": 8, "at_most": 10 }]
    ///     }"#,
    /// )?;
    /// let roster = Roster::from_json(r#"{ "studios": [{ "id": "S1", "name": "经济界委员工作室" }] }"#)?;
    /// let (ledger, _) = Ledger::from_json("[]", &rulebook, &roster)?;
    /// let audit = rulebook.audit(&roster, &ledger, &Matters::default(), "2023-07-01".parse()?)?;
    /// let found = &audit.findings[0];
    /// assert_eq!(
    ///     found.message(Lang::Zh),
    ///     "经济界委员工作室（S1）不合「每个工作室8至10名成员」（第四条）：现有0名委员，应有8至10名，还差8名。"
    /// );
    /// assert_eq!(found.help(Lang::Zh), "再补8名委员；已经有而没有登记的，补登名册。");
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub fn message(&self, lang: Lang) -> String {
        plain(&finding::message(self, lang))
    }

    /// What would put it right: one sentence.
    pub fn help(&self, lang: Lang) -> String {
        plain(&finding::help(self, lang))
    }
}

impl FindingCode {
    /// The code in a word or two, as 配置不符.
    pub fn name(self, lang: Lang) -> &'static str {
        Word::Code(self).said(lang)
    }
}

impl Severity {
    /// What a finding of this weight asks of people, as 须整改.
    pub fn name(self, lang: Lang) -> &'static str {
        Word::Severity(self).said(lang)
    }
}

impl Todo {
    /// What is still to be done, of whom, and by when: one sentence.
    pub fn sentence(&self, lang: Lang) -> String {
        plain(&Sentence::Todo(self).said(lang))
    }
}
