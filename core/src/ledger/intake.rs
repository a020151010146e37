use std::fmt;

use serde::Serialize;

use crate::Lang;
use crate::diagnostic::{Code, Diagnostic, Diagnostics, Fault, Place, Source};

/// 收件报告: what became of every row that was read. Nothing is lost: `accepted + refused.len()` is the number of rows, always.
///
/// ```
/// # use lvzhi::{Ledger, Roster, Rulebook};
/// # let rulebook = Rulebook::from_json(r#"{ "rulebook": { "format": 1, "id": "a", "title": "办法" }, "kinds": { "proposal": "提案" },
/// #     "board": [{ "id": "member", "title": "积分", "subject": "member" }] }"#)?;
/// # let roster = Roster::from_json(r#"{ "members": [{ "id": "M1", "name": "甲" }] }"#)?;
/// let table = "日期,委员,类型\n2023-03-02,甲,提案\n2023-02-30,甲,提案\n";
/// let (_, intake) = Ledger::from_csv(table, &rulebook, &roster)?;
/// assert_eq!((intake.rows(), intake.accepted), (2, 1));
/// let refusal = &intake.refused[0];
/// assert_eq!((refusal.row, refusal.column.as_deref(), refusal.value.as_str()), (2, Some("日期"), "2023-02-30"));
/// assert_eq!(refusal.code().as_str(), "bad-date");
/// # Ok::<(), lvzhi::Diagnostics>(())
/// ```
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct Intake {
    /// How many rows the ledger holds.
    pub accepted: u64,
    /// The others, each with its reason, by row.
    pub refused: Vec<Refusal>,
}

/// A row that is not in the ledger, and why.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(into = "Written")]
#[non_exhaustive]
pub struct Refusal {
    /// The number of the row: from 1, without the heading and empty lines. In JSON one for each entry of `by`, one for a record without.
    pub row: u64,
    /// The column as the table heads it; none where the row itself is without fault.
    pub column: Option<String>,
    /// What stands in that column, without white space around it.
    pub value: String,
    fault: Fault,
}

impl Intake {
    /// How many rows were read.
    pub fn rows(&self) -> u64 {
        self.accepted + self.refused.len() as u64
    }

    /// Strict mode: any refusal is an error, and the error lists all of them.
    ///
    /// ```
    /// # use lvzhi::{Ledger, Roster, Rulebook};
    /// # let rulebook = Rulebook::from_json(r#"{ "rulebook": { "format": 1, "id": "a", "title": "办法" }, "kinds": { "proposal": "提案" },
    /// #     "board": [{ "id": "member", "title": "积分", "subject": "member" }] }"#)?;
    /// # let roster = Roster::from_json(r#"{ "members": [{ "id": "M1", "name": "甲" }] }"#)?;
    /// let (_, intake) = Ledger::from_csv("日期,委员,类型\n2023-03-02,甲甲,提案\n", &rulebook, &roster)?;
    /// let faults = intake.strict().unwrap_err();
    /// assert_eq!(faults.iter().map(|fault| fault.place().path.as_str()).collect::<Vec<_>>(), ["row 1, column 委员"]);
    /// # Ok::<(), lvzhi::Diagnostics>(())
    /// ```
    pub fn strict(&self) -> Result<(), Diagnostics> {
        let mut faults = Diagnostics::default();
        for refusal in &self.refused {
            faults.push(refusal.fault.clone(), refusal.place());
        }
        if faults.is_empty() { Ok(()) } else { Err(faults) }
    }

    /// The report for people: the account first, then a line for each refusal.
    pub fn to_text(&self, lang: Lang) -> String {
        let (rows, accepted, refused) = (self.rows(), self.accepted, self.refused.len());
        let account = lang.choose(
            format!("读入 {rows} 行：收 {accepted} 行，退 {refused} 行"),
            format!("{rows} rows read: {accepted} accepted, {refused} refused"),
        );
        let lines = self.refused.iter().map(|refusal| refusal.line(lang));
        std::iter::once(account).chain(lines).collect::<Vec<_>>().join("\n")
    }
}

impl fmt::Display for Intake {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.to_text(Lang::default()))
    }
}

impl Refusal {
    pub(super) fn new(row: u64, column: Option<String>, value: String, fault: Fault) -> Self {
        Refusal { row, column, value, fault }
    }

    /// The stable code, as `unknown-member`.
    pub fn code(&self) -> Code {
        self.fault.code()
    }

    /// What is wrong: one line, without a final stop.
    pub fn message(&self, lang: Lang) -> String {
        self.diagnostic().message(lang)
    }

    /// What to do next.
    pub fn help(&self, lang: Lang) -> String {
        self.diagnostic().help(lang)
    }

    /// Row, column, message, help and code in one line.
    pub fn line(&self, lang: Lang) -> String {
        let (row, message, help, code) = (self.row, self.message(lang), self.help(lang), self.code());
        match (lang, &self.column) {
            (Lang::Zh, Some(column)) => format!("第 {row} 行 {column}：{message}；{help} [{code}]"),
            (Lang::Zh, None) => format!("第 {row} 行：{message}；{help} [{code}]"),
            (Lang::En, Some(column)) => format!("row {row}, {column}: {message}; {help} [{code}]"),
            (Lang::En, None) => format!("row {row}: {message}; {help} [{code}]"),
        }
    }

    fn diagnostic(&self) -> Diagnostic {
        Diagnostic::new(self.fault.clone(), self.place(), Source::default())
    }

    fn place(&self) -> Place {
        let path = match &self.column {
            Some(column) => format!("row {}, column {column}", self.row),
            None => format!("row {}", self.row),
        };
        Place { path, text: self.value.clone(), ..Place::default() }
    }
}

impl fmt::Display for Refusal {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.line(Lang::default()))
    }
}

/// A refusal as it is written.
#[derive(Serialize)]
#[serde(rename = "Refusal")]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
struct Written {
    /// The number of the row, from 1.
    row: u64,
    /// The column as the table heads it; none where the row itself is without fault.
    column: Option<String>,
    /// What stands in that column.
    value: String,
    /// The stable code.
    code: Code,
    /// What is wrong, in English.
    message: String,
    /// What to do next, in English.
    help: String,
    /// What is wrong, in Chinese.
    message_zh: String,
    /// What to do next, in Chinese.
    help_zh: String,
}

#[cfg(feature = "schema")]
crate::text::written_as!(Refusal, Written);

impl From<Refusal> for Written {
    fn from(refusal: Refusal) -> Self {
        Written {
            code: refusal.code(),
            message: refusal.message(Lang::En),
            help: refusal.help(Lang::En),
            message_zh: refusal.message(Lang::Zh),
            help_zh: refusal.help(Lang::Zh),
            row: refusal.row,
            column: refusal.column,
            value: refusal.value,
        }
    }
}
