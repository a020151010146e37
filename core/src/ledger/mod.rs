//! 履职台账: who did what on which day.
//!
//! Two ways in, JSON and flat tables; nothing is lost on either: every row is accepted, or listed with its code in the [`Intake`].
//!
//! | File | What it holds |
//! | --- | --- |
//! | `csv` with `lines` and `encoding`, `rows` with `cell`, `json` with `keyed` | the doors: each asks of a row what stands under a heading |
//! | `heading`, `written`, `status` | what a column is of, and how a table heads it; the words for a status |
//! | `meaning` | from a text to what it means in the rulebook and the roster |
//! | `reading` with `about` and `part` | a row taken in: what it says of its record, and what is its own |
//! | `draft`, `flaw` | a record while its rows come in; the first fault of a row |
//! | `settle` with `build` | from all rows to the ledger and the intake |
//! | `columns`, `intake` | what comes out |

mod about;
mod build;
mod cell;
mod columns;
mod csv;
mod draft;
mod encoding;
mod flaw;
mod heading;
mod intake;
mod json;
mod keyed;
mod lines;
mod meaning;
mod part;
mod reading;
mod rows;
mod settle;
mod status;
#[cfg(test)]
mod tests;
mod written;

use std::sync::Arc;

pub use cell::Cell;
pub(crate) use columns::{Columns, FacetColumn, Part, Record};
pub use encoding::{Encoding, UnknownEncoding};
use heading::Heading;
pub use intake::{Intake, Refusal};
pub(crate) use status::Status;

use crate::diagnostic::Diagnostics;
use crate::document::{Document, Spot};
use crate::field::Field;
use crate::{EntityKind, Roster, Rulebook};

/// 履职台账: the records and participations of some span of time, read and checked. Cheap to clone.
///
/// It names members, kinds and values by id, so that it may be scored by another version of the rulebook it was read with.
///
/// ```
/// use lvzhi::{Ledger, Roster, Rulebook};
/// # let rulebook = Rulebook::from_json(r#"{ "rulebook": { "format": 1, "id": "a", "title": "办法" }, "kinds": { "proposal": "提案" },
/// #     "board": [{ "id": "member", "title": "积分", "subject": "member" }] }"#)?;
/// # let roster = Roster::from_json(r#"{ "members": [{ "id": "M1", "name": "甲" }, { "id": "M2", "name": "乙" }] }"#)?;
/// let table = "编号,日期,委员,类型\nP1,2023-03-02,甲,提案\nP1,2023年3月2日,M2,proposal\nP2,2023-03-09,丙,提案\n";
/// let (ledger, intake) = Ledger::from_csv(table, &rulebook, &roster)?;
/// assert_eq!((ledger.records(), intake.accepted), (1, 2));
/// assert_eq!(intake.refused[0].code().as_str(), "unknown-member");
/// # Ok::<(), lvzhi::Diagnostics>(())
/// ```
#[derive(Debug, Clone)]
pub struct Ledger(Arc<Columns>);

impl Ledger {
    /// Reads a CSV table in UTF-8, with or without a byte-order mark; for GB18030 see [`from_csv_in`](Ledger::from_csv_in).
    ///
    /// A row is one member's part in a record. Headings and cells may be written as id, label or alias; entities also by a name that one
    /// alone has. Lines that hold nothing are skipped and not counted.
    ///
    /// # Errors
    ///
    /// What is wrong with the table as a whole: `encoding`, `csv-syntax`, `unknown-column`, `duplicate-column`, `missing-column`,
    /// `too-large`. What is wrong with a row refuses that row and its record, and is listed in the [`Intake`].
    pub fn from_csv(
        table: impl AsRef<[u8]>,
        rulebook: &Rulebook,
        roster: &Roster,
    ) -> Result<(Ledger, Intake), Diagnostics> {
        Ledger::from_csv_in(Encoding::Utf8, table, rulebook, roster)
    }

    /// Reads a CSV table in a named encoding; otherwise as [`from_csv`](Ledger::from_csv).
    ///
    /// ```
    /// # use lvzhi::{Encoding, Ledger, Roster, Rulebook};
    /// # let rulebook = Rulebook::from_json(r#"{ "rulebook": { "format": 1, "id": "a", "title": "办法" }, "kinds": { "proposal": "提案" },
    /// #     "board": [{ "id": "member", "title": "积分", "subject": "member" }] }"#)?;
    /// # let roster = Roster::from_json(r#"{ "members": [{ "id": "M1", "name": "甲" }] }"#)?;
    /// // 日期,委员,kind / 2023-03-02,甲,proposal
    /// let table = b"\xc8\xd5\xc6\xda,\xce\xaf\xd4\xb1,kind\r\n2023-03-02,\xbc\xd7,proposal\r\n";
    /// let (ledger, _) = Ledger::from_csv_in(Encoding::Gb18030, table, &rulebook, &roster)?;
    /// assert_eq!(ledger.records(), 1);
    /// assert_eq!(Ledger::from_csv(table, &rulebook, &roster).unwrap_err().iter().next().unwrap().code().as_str(), "encoding");
    /// # Ok::<(), lvzhi::Diagnostics>(())
    /// ```
    pub fn from_csv_in(
        encoding: Encoding,
        table: impl AsRef<[u8]>,
        rulebook: &Rulebook,
        roster: &Roster,
    ) -> Result<(Ledger, Intake), Diagnostics> {
        csv::read(table.as_ref(), encoding, &rulebook.rules().vocabulary, roster)
    }

    /// Reads a table that is in rows of cells already: a data frame, a sheet, a query. Every row counts, also one that is blank; cells
    /// missing at its end are blank. Otherwise as [`from_csv`](Ledger::from_csv).
    ///
    /// ```
    /// # use lvzhi::{Cell, Date, Ledger, Roster, Rulebook};
    /// # let rulebook = Rulebook::from_json(r#"{ "rulebook": { "format": 1, "id": "a", "title": "办法" }, "kinds": { "proposal": "提案" },
    /// #     "board": [{ "id": "member", "title": "积分", "subject": "member" }] }"#)?;
    /// # let roster = Roster::from_json(r#"{ "members": [{ "id": "M1", "name": "甲" }] }"#)?;
    /// let day = Date::new(2023, 3, 2).unwrap();
    /// let rows = [vec![Cell::Date(day), Cell::Text("proposal"), Cell::Text("甲")], vec![Cell::Date(day)]];
    /// let (ledger, intake) = Ledger::from_rows(["date", "kind", "member"], rows, &rulebook, &roster)?;
    /// assert_eq!((ledger.records(), intake.rows()), (1, 2));
    /// # Ok::<(), lvzhi::Diagnostics>(())
    /// ```
    pub fn from_rows<'t, R>(
        headings: impl IntoIterator<Item = &'t str>,
        rows: R,
        rulebook: &Rulebook,
        roster: &Roster,
    ) -> Result<(Ledger, Intake), Diagnostics>
    where
        R: IntoIterator<Item: IntoIterator<Item = Cell<'t>>>,
    {
        rows::read(headings, rows, &rulebook.rules().vocabulary, roster)
    }

    /// Reads a list of records from JSON: `[{ "id": "R1", "date": "2023-03-02", "kind": "proposal", "by": [{ "member": "M1" }] }]`.
    ///
    /// In the intake a record is one row for each entry of its `by`, or one where nobody took part.
    ///
    /// # Errors
    ///
    /// What is wrong with the document: `json-syntax`, `unknown-key`, `wrong-type`, all at once, in its order. What is wrong with a value
    /// refuses the record, and is listed in the [`Intake`].
    pub fn from_json(text: &str, rulebook: &Rulebook, roster: &Roster) -> Result<(Ledger, Intake), Diagnostics> {
        let document = Document::from_json(text)?;
        let mut faults = Diagnostics::new(document.source.clone());
        let read = json::read(Spot::top(&document), Spot::list, &rulebook.rules().vocabulary, roster, &mut faults);
        read.ok_or_else(|| faults.sorted())
    }

    /// Reads the records of a worked example in a rulebook, where a list of one may be written bare; none if there was a fault.
    pub(crate) fn of_example(
        ledger: Spot<'_>,
        rulebook: &Rulebook,
        roster: &Roster,
        faults: &mut Diagnostics,
    ) -> Option<(Ledger, Intake)> {
        json::read(ledger, |spot, _| Some(spot.list_or_one()), &rulebook.rules().vocabulary, roster, faults)
    }

    /// Every entity that the records of a worked example name, as they write it: an id or a name.
    pub(crate) fn named_in_example(ledger: Spot<'_>) -> Vec<(EntityKind, &str)> {
        json::named(ledger)
    }

    /// How many records it holds.
    pub fn records(&self) -> usize {
        self.0.len()
    }

    /// How many participations it holds: members in records.
    pub fn participations(&self) -> usize {
        self.0.member.len()
    }

    pub(crate) fn columns(&self) -> &Columns {
        &self.0
    }
}
