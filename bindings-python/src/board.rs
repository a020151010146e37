use std::sync::Arc;

use lvzhi::score::{Given, Rank};
use lvzhi::{Date, EntityKind, Grouping, Id, Lang, Rollup, Slug, Statement, Window};
use pyo3::exceptions::PyKeyError;
use pyo3::prelude::*;
use pyo3::sync::PyOnceLock;
use pyo3::types::{PyDict, PyList, PyTuple};
use pyo3_arrow::error::PyArrowResult;

use crate::choice::Choice;
use crate::error::OrRaise;
use crate::hint::{Capsule, Each, Row};
use crate::object::Plain;
use crate::scores::{Scored, Scores};
use crate::table::{self, Table};

/// 积分榜: the result for one kind of subject.
///
/// It is the collection of its ranking's rows, best first. `board["M001"]` is the 明白账 of one subject; `polars.DataFrame(board)` (or
/// pyarrow, pandas, duckdb) is the ranking as a data frame, with a column for each topmost category.
///
/// >>> board = rulebook.score(roster, ledger, "2023")
/// >>> [(row.rank, row.name, row.total) for row in board]
/// [(1, '甲', Decimal('14.50')), (2, '乙', Decimal('7.17')), (3, '丙', Decimal('4.17')), (3, '丁', Decimal('4.17'))]
/// >>> board["M001"].exact
/// Fraction(29, 2)
#[pyclass(module = "lvzhi", frozen)]
#[derive(Clone)]
pub(crate) struct Board {
    pub(crate) scored: Arc<Scored>,
    place: usize,
}

impl Board {
    /// The board in that place; `Scores` knows how many there are.
    pub(crate) fn new(scored: Arc<Scored>, place: usize) -> Self {
        Board { scored, place }
    }

    #[expect(clippy::indexing_slicing, reason = "a board is made in a place that its scores have")]
    pub(crate) fn core(&self) -> &lvzhi::Board {
        &self.scored.scores.boards[self.place]
    }

    fn caption(&self) -> String {
        let (board, ranked) = (self.core(), self.__len__());
        format!("{} {} {}: {ranked}", board.rulebook_title, board.title, board.period)
    }
}

#[pymethods]
impl Board {
    /// The rulebook's id.
    #[getter]
    fn rulebook(&self) -> &str {
        &self.core().rulebook
    }

    /// The rulebook's title.
    #[getter]
    fn rulebook_title(&self) -> &str {
        &self.core().rulebook_title
    }

    /// The board's id in the rulebook.
    #[getter]
    fn id(&self) -> &str {
        &self.core().id
    }

    /// Its title.
    #[getter]
    fn title(&self) -> &str {
        &self.core().title
    }

    /// What kind of subject it assesses.
    #[getter]
    fn subject(&self) -> Plain<EntityKind> {
        Plain(self.core().subject)
    }

    /// The days that it covers.
    #[getter]
    fn period(&self) -> Plain<Window> {
        Plain(self.core().period)
    }

    /// The day on which questions were asked.
    #[getter]
    fn as_of(&self) -> Plain<Date> {
        Plain(self.core().as_of)
    }

    /// The notices that could not be decided, for the boards of earlier periods were not given.
    #[getter]
    fn missing_history(&self) -> Plain<&Vec<Slug>> {
        Plain(&self.core().missing_history)
    }

    /// The board's notices, in the order of the rulebook.
    #[getter]
    fn notices(&self) -> Plain<&Vec<Given>> {
        Plain(&self.core().notices)
    }

    /// The labels of the board's grades, in the order of the rulebook.
    #[getter]
    fn grades(&self) -> Plain<&Vec<Arc<str>>> {
        Plain(&self.core().grades)
    }

    /// The ids of all subjects that have a statement, also of those who are not assessed.
    #[getter]
    fn ids(&self) -> Plain<Vec<&Id>> {
        Plain(self.core().statements.iter().map(|statement| &statement.id).collect())
    }

    /// The assessed subjects, best first.
    #[pyo3(signature = () -> "tuple[Row, ...]")]
    fn ranking<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyTuple>> {
        let rows: PyResult<Vec<_>> = self.core().ranking().map(|statement| row(py, statement)).collect();
        PyTuple::new(py, rows?)
    }

    /// 明白账: the account of one subject, line by line; `board["M001"]` is the same. Raises `KeyError` where there is no such subject.
    #[pyo3(signature = (id, /))]
    fn statement(&self, id: &str) -> PyResult<Plain<&Statement>> {
        let missing = || PyKeyError::new_err(format!("the board has no {} {id}", self.core().subject.word()));
        self.core().statement(id).map(Plain).ok_or_else(missing)
    }

    /// How many subjects have each grade, in the order of the rulebook; under `None` those whom no grade fits.
    ///
    /// >>> board.distribution()
    /// {'优秀': 1, '合格': 3, None: 0}
    #[pyo3(signature = () -> "dict[str | None, int]")]
    fn distribution<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyDict>> {
        let counts = PyDict::new(py);
        for grade in self.core().distribution() {
            counts.set_item(grade.label.as_deref(), grade.count)?;
        }
        Ok(counts)
    }

    /// 分组统计: the totals by sector, studio, committee, group, party or class: how many, mean, median, quartiles, and grades.
    #[pyo3(signature = (by, /))]
    fn rollup(&self, py: Python<'_>, by: Choice<Grouping>) -> PyResult<Plain<Rollup>> {
        py.detach(|| self.scored.scorer.core.rollup(self.core(), by.0)).or_raise(py).map(Plain)
    }

    /// Every line of every statement, as a table.
    ///
    /// What a line was worth and what it counts for are exact fractions of points, so each stands twice: as it is published, rounded by
    /// itself (`value`, `contribution`), and as the text of the exact number (`exact_value`, `exact_contribution`: `4.5`, `25/6`). The
    /// exact contributions of a subject add up to the exact total; the published ones need not.
    fn lines(&self) -> Table {
        table::lines(self)
    }

    /// The figures of every category and item of every subject, as a table.
    fn nodes(&self) -> Table {
        table::nodes(self)
    }

    /// The ranks as a table: a row for each subject and partition in which it is ranked, and among how many.
    fn ranks(&self) -> Table {
        table::ranks(self)
    }

    /// The records that gave a subject no line, each with the reason, as a table.
    fn unscored(&self) -> Table {
        table::unscored(self)
    }

    /// The ranking as a list of dicts: `rank`, `id`, `name`, `total`, `grade`, and a figure for each topmost category under its id.
    ///
    /// `rank` is `None` for a subject that is ranked in several partitions: `ranks()` has them all.
    #[pyo3(signature = () -> "list[dict[str, Any]]")]
    fn to_dicts<'py>(&self, py: Python<'py>) -> PyArrowResult<Bound<'py, PyList>> {
        table::ranking(self).to_dicts(py)
    }

    /// The schema of the ranking's stream, as other libraries ask for it.
    fn __arrow_c_schema__<'py>(&self, py: Python<'py>) -> PyArrowResult<Capsule<'py>> {
        table::ranking(self).__arrow_c_schema__(py)
    }

    /// The ranking as an Arrow stream, as other libraries ask for it.
    #[pyo3(signature = (requested_schema=None))]
    fn __arrow_c_stream__<'py>(
        &self,
        py: Python<'py>,
        requested_schema: Option<Capsule<'py>>,
    ) -> PyArrowResult<Capsule<'py>> {
        table::ranking(self).__arrow_c_stream__(py, requested_schema)
    }

    /// The board in words, for a terminal; `lang` is `"zh"` or `"en"`.
    #[pyo3(signature = (lang=Choice::default()), text_signature = "($self, lang='zh')")]
    fn to_text(&self, py: Python<'_>, lang: Choice<Lang>) -> String {
        py.detach(|| self.core().to_text(lang.0))
    }

    /// The same as Markdown.
    #[pyo3(signature = (lang=Choice::default()), text_signature = "($self, lang='zh')")]
    fn to_markdown(&self, py: Python<'_>, lang: Choice<Lang>) -> String {
        py.detach(|| self.core().to_markdown(lang.0))
    }

    /// The same as a page of HTML that stands alone, for the screen and for printing.
    #[pyo3(signature = (lang=Choice::default()), text_signature = "($self, lang='zh')")]
    fn to_html(&self, py: Python<'_>, lang: Choice<Lang>) -> String {
        py.detach(|| self.core().to_html(lang.0))
    }

    /// The ranking as CSV for a spreadsheet. Excel takes a file for UTF-8 only with a byte-order mark: write it with `utf-8-sig`.
    #[pyo3(signature = (lang=Choice::default()), text_signature = "($self, lang='zh')")]
    fn to_csv(&self, py: Python<'_>, lang: Choice<Lang>) -> String {
        py.detach(|| self.core().to_csv(lang.0))
    }

    /// Every statement in one page of HTML: printed, each begins on a sheet of its own.
    #[pyo3(signature = (lang=Choice::default()), text_signature = "($self, lang='zh')")]
    fn statements_to_html(&self, py: Python<'_>, lang: Choice<Lang>) -> String {
        py.detach(|| self.core().statements_to_html(lang.0))
    }

    /// How many subjects are ranked.
    fn __len__(&self) -> usize {
        self.core().statements.iter().filter(|statement| statement.assessed).count()
    }

    fn __iter__<'py>(&self, py: Python<'py>) -> PyResult<Each<'py, Row>> {
        self.ranking(py)?.try_iter().map(Each::from)
    }

    fn __contains__(&self, id: &str) -> bool {
        self.core().statement(id).is_some()
    }

    fn __getitem__(&self, id: &str) -> PyResult<Plain<&Statement>> {
        self.statement(id)
    }

    fn __eq__(&self, other: &Self) -> bool {
        (Arc::ptr_eq(&self.scored, &other.scored) && self.place == other.place) || self.core() == other.core()
    }

    fn __str__(&self, py: Python<'_>) -> String {
        self.to_text(py, Choice::default())
    }

    fn __repr__(&self) -> PyArrowResult<String> {
        Ok(format!("<lvzhi.Board {}>\n{}", self.caption(), table::text(&table::ranking(self))?))
    }

    fn __reduce__<'py>(slf: &Bound<'py, Self>) -> PyResult<(Bound<'py, PyAny>, (Scores, String))> {
        let board = slf.get();
        let item = slf.py().import("operator")?.getattr("getitem")?;
        Ok((item, (Scores::with(board), board.core().id.to_string())))
    }

    fn _repr_html_(&self) -> PyArrowResult<String> {
        table::html(&table::ranking(self), &self.caption())
    }
}

/// A row of a ranking, which is a class of the package's own: the core's ranking is of whole statements.
fn row<'py>(py: Python<'py>, statement: &Statement) -> PyResult<Bound<'py, PyAny>> {
    static CLASS: PyOnceLock<Py<PyAny>> = PyOnceLock::new();
    let rank: Plain<&Rank> = Plain(&statement.rank);
    let grade = statement.grade.as_ref().map(|grade| &*grade.label);
    let cells = (rank, statement.id.as_str(), &*statement.name, Plain(statement.total), grade);
    CLASS.import(py, "lvzhi._row", "Row")?.call1(cells)
}
