use lvzhi::{Cell, Diagnostics, Encoding, Intake};
use pyo3::prelude::*;
use pyo3::types::PyType;

use crate::arrow;
use crate::choice::Choice;
use crate::dicts;
use crate::error::OrRaise;
use crate::heading::Renamed;
use crate::hint::argument;
use crate::object::Plain;
use crate::roster::Roster;
use crate::rulebook::Rulebook;
use crate::source::{Content, Document, List, NAMELESS};

/// 履职台账: who did what on which day, read and checked.
///
/// Each way in gives the ledger and the intake, in which every row is accepted, or listed with its row, column, value and reason.
///
/// It is immutable and safe to share between threads.
#[pyclass(module = "lvzhi", frozen)]
pub(crate) struct Ledger {
    pub(crate) core: lvzhi::Ledger,
}

/// What reading gives: the ledger, and what became of every row.
type Read = PyResult<(Ledger, Plain<Intake>)>;

#[pymethods]
impl Ledger {
    /// Reads a flat table, one row for each record and member: a data frame, a query, a list of dicts.
    ///
    /// `table` is anything that gives an Arrow stream (pyarrow, polars, pandas from 2.2 on, a relation of duckdb …), which is read without
    /// making a Python object for any cell, or an iterable of dicts.
    ///
    /// Columns may be of texts, dates, timestamps (the day that they show, in their own time zone if they have one), whole numbers and
    /// decimals. A float counts as the decimal that it prints as, if that has at most four places; a row with any other is refused, as
    /// every row is that cannot be understood. Columns of other types raise `TypeError`.
    ///
    /// `columns` says how the table's headings are to be understood: `{"姓名": "member", "活动日期": "date"}`. A column that is renamed
    /// to `None` is left out. Raises `LvzhiError` where a heading is unknown, or doubled, or `date` or `kind` is missing; with
    /// `strict=True` also where any row is refused.
    ///
    /// >>> ledger, intake = lvzhi.Ledger.from_table(
    /// ...     [{"日期": "2023-03-02", "委员": "甲", "类型": "提案"}, {"日期": "2023-03-02", "委员": "戊", "类型": "提案"}],
    /// ...     rulebook, roster)
    /// >>> intake.accepted, [(no.row, no.column, no.value, no.code) for no in intake.refused]
    /// (1, [(2, '委员', '戊', 'unknown-member')])
    #[classmethod]
    #[pyo3(signature = (table, rulebook, roster, *, columns=None, strict=false))]
    fn from_table(
        _: &Bound<'_, PyType>,
        py: Python<'_>,
        table: TableLike<'_>,
        rulebook: &Rulebook,
        roster: &Roster,
        columns: Option<Renamed>,
        strict: bool,
    ) -> Read {
        let (TableLike(table), renamed) = (table, columns.unwrap_or_default());
        let read = if table.hasattr("__arrow_c_stream__")? {
            let batches = arrow::batches(&table)?;
            let chosen = renamed.choose(&batches.names())?;
            py.detach(|| match batches.columns(&chosen) {
                Ok(columns) => {
                    Ok(lvzhi::Ledger::from_rows(chosen.headings(), columns.rows(), &rulebook.core, &roster.core))
                }
                // Where a heading is wrong, that says more than the type of what stands below it.
                Err(unreadable) => {
                    let none: [[Cell<'_>; 0]; 0] = [];
                    let read = lvzhi::Ledger::from_rows(chosen.headings(), none, &rulebook.core, &roster.core);
                    read.err().map(Err).ok_or(unreadable)
                }
            })?
        } else {
            let dicts = dicts::read(&table, &renamed)?;
            py.detach(|| lvzhi::Ledger::from_rows(dicts.headings(), dicts.rows(), &rulebook.core, &roster.core))
        };
        given(py, read, NAMELESS, strict)
    }

    /// Reads a CSV table: RFC 4180, with or without a byte-order mark.
    ///
    /// `table` is the text, its bytes, or a path. (A `str` of one line that ends in `.csv` is a path.) `encoding` is that of bytes and
    /// files, `"utf-8"` or `"gb18030"`, as which Excel writes in China unless it is told to write CSV UTF-8; it is never guessed.
    #[classmethod]
    #[pyo3(
        signature = (table, rulebook, roster, *, encoding=Choice::default(), strict=false),
        text_signature = "(table, rulebook, roster, *, encoding='utf-8', strict=False)"
    )]
    fn from_csv(
        _: &Bound<'_, PyType>,
        py: Python<'_>,
        table: Document,
        rulebook: &Rulebook,
        roster: &Roster,
        encoding: Choice<Encoding>,
        strict: bool,
    ) -> Read {
        let (bytes, encoding) = match table.content {
            Content::Text(text) => (text.into_bytes(), Encoding::Utf8),
            Content::Bytes(bytes) => (bytes, encoding.0),
        };
        let read = py.detach(|| lvzhi::Ledger::from_csv_in(encoding, bytes, &rulebook.core, &roster.core));
        given(py, read, &table.origin, strict)
    }

    /// Reads a list of records from JSON: `[{"id": "R1", "date": "2023-03-02", "kind": "proposal", "by": [{"member": "M1"}]}]`.
    ///
    /// `document` is the text, its bytes, or a path. In the intake a record is one row for each entry of its `by`, or one where nobody
    /// took part.
    #[classmethod]
    #[pyo3(signature = (document, rulebook, roster, *, strict=false))]
    fn from_json(
        _: &Bound<'_, PyType>,
        py: Python<'_>,
        document: Document,
        rulebook: &Rulebook,
        roster: &Roster,
        strict: bool,
    ) -> Read {
        let (text, origin) = document.text(py)?;
        let read = py.detach(|| lvzhi::Ledger::from_json(&text, &rulebook.core, &roster.core));
        given(py, read, &origin, strict)
    }

    /// Reads a list of such records that is in lists and dicts already; days may be `datetime.date`, numbers `int`, `Decimal` or `float`.
    #[classmethod]
    #[pyo3(signature = (records, rulebook, roster, *, strict=false))]
    fn from_list(
        _: &Bound<'_, PyType>,
        py: Python<'_>,
        records: List,
        rulebook: &Rulebook,
        roster: &Roster,
        strict: bool,
    ) -> Read {
        let List(text) = records;
        let read = py.detach(|| lvzhi::Ledger::from_json(&text, &rulebook.core, &roster.core));
        given(py, read, NAMELESS, strict)
    }

    /// How many records it holds.
    fn __len__(&self) -> usize {
        self.core.records()
    }

    /// How many records it holds.
    #[getter]
    fn records(&self) -> usize {
        self.core.records()
    }

    /// How many participations it holds: members in records.
    #[getter]
    fn participations(&self) -> usize {
        self.core.participations()
    }

    fn __repr__(&self) -> String {
        format!("<lvzhi.Ledger: {} records, {} participations>", self.core.records(), self.core.participations())
    }
}

/// The ledger and the intake; in strict mode any refusal is an error.
fn given(py: Python<'_>, read: Result<(lvzhi::Ledger, Intake), Diagnostics>, origin: &str, strict: bool) -> Read {
    let (core, intake) = read.or_raise_of(py, origin)?;
    if strict {
        intake.strict().or_raise_of(py, origin)?;
    }
    Ok((Ledger { core }, Plain(intake)))
}

/// A table as it was given.
struct TableLike<'py>(Bound<'py, PyAny>);

impl<'py> FromPyObject<'_, 'py> for TableLike<'py> {
    type Error = PyErr;

    argument!("TableLike");

    fn extract(table: Borrowed<'_, 'py, PyAny>) -> PyResult<Self> {
        Ok(TableLike(table.to_owned()))
    }
}
