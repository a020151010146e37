//! 明白账 and 积分榜 in words.

mod account;
mod amount;
mod board;
mod csv;
mod en;
mod entry;
mod profile;
mod sentence;
mod statement;
#[cfg(test)]
mod tests;
mod zh;

use std::fmt;

use super::{html, markdown, text};
use crate::Lang;
use crate::score::{Board, Statement};

impl Statement {
    /// The statement for a terminal: at most 100 columns wide, a Chinese character taking two; without colour.
    ///
    /// ```
    /// # use lvzhi::{Lang, Ledger, Period, Roster, Rulebook};
    /// let rulebook = Rulebook::from_toml(r#"
    ///     [rulebook]
    ///     format = 1
    ///     id = "demo"
    ///     title = "示范办法"
    ///     [kinds]
    ///     proposal = "提案"
    ///     [[board]]
    ///     id = "member"
    ///     title = "委员履职积分"
    ///     subject = "member"
    ///     [[item]]
    ///     id = "proposal"
    ///     label = "提案"
    ///     when = { kind = "proposal" }
    ///     points = 25
    ///     share = "equal"
    /// "#)?;
    /// let roster = Roster::from_json(r#"{ "members": [{ "id": "甲" }, { "id": "乙" }, { "id": "丙" }] }"#)?;
    /// let table = "编号,日期,委员,类型\nR1,2023-03-02,甲,提案\nR1,2023-03-02,乙,提案\nR1,2023-03-02,丙,提案\n";
    /// let (ledger, _) = Ledger::from_csv(table, &rulebook, &roster)?;
    /// let scores = rulebook.scorer(&roster)?.score(&ledger, "2023".parse::<Period>()?)?;
    /// let statement = scores.board("member").and_then(|board| board.statement("甲")).ok_or("no such member")?;
    /// let text = statement.to_text(Lang::Zh);
    /// assert!(text.contains("25/3是总分的精确值，四舍五入取2位小数，公布为8.33分。"));
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub fn to_text(&self, lang: Lang) -> String {
        text::render(&statement::sheet(self, lang))
    }

    /// The statement as Markdown with the tables of GitHub's dialect; what others wrote is escaped.
    pub fn to_markdown(&self, lang: Lang) -> String {
        markdown::render(&statement::sheet(self, lang))
    }

    /// The statement as a page of HTML that stands alone: for the screen, light and dark, and for printing on A4, with a line to sign.
    pub fn to_html(&self, lang: Lang) -> String {
        html::render(&[statement::sheet(self, lang)], lang)
    }
}

/// The statement in Chinese, for a terminal.
impl fmt::Display for Statement {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.to_text(Lang::Zh))
    }
}

impl Board {
    /// The ranking for a terminal: at most 100 columns wide, a Chinese character taking two; without colour.
    pub fn to_text(&self, lang: Lang) -> String {
        text::render(&board::sheet(self, lang))
    }

    /// The ranking as Markdown with the tables of GitHub's dialect; what others wrote is escaped.
    pub fn to_markdown(&self, lang: Lang) -> String {
        markdown::render(&board::sheet(self, lang))
    }

    /// The ranking as a page of HTML that stands alone, for the screen and for printing.
    pub fn to_html(&self, lang: Lang) -> String {
        html::render(&[board::sheet(self, lang)], lang)
    }

    /// Every statement of the board in one page of HTML, by subject id: printed, each begins on a sheet of its own.
    pub fn statements_to_html(&self, lang: Lang) -> String {
        let sheets: Vec<_> = self.statements.iter().map(|statement| statement::sheet(statement, lang)).collect();
        html::render(&sheets, lang)
    }

    /// The ranking as a table for a spreadsheet: rank, id, name, total, grade, and the figures of the topmost categories; best first.
    ///
    /// RFC 4180 without a byte-order mark. Excel takes a file for UTF-8 only if it begins with one: write `"\u{feff}"` before it.
    pub fn to_csv(&self, lang: Lang) -> String {
        csv::ranking(self, lang)
    }
}
