use std::hash::{DefaultHasher, Hash, Hasher};

use lvzhi::{Audit, Date, Proof, Slug, Term, Window, gallery};
use pyo3::exceptions::PyKeyError;
use pyo3::prelude::*;
use pyo3::types::PyType;

use crate::board::Board;
use crate::day::{Asked, Day, When};
use crate::error::OrRaise;
use crate::ledger::Ledger;
use crate::matters::Matters;
use crate::object::Plain;
use crate::roster::Roster;
use crate::scorer::Scorer;
use crate::scores::{History, Scores};
use crate::source::{Dict, Document};

/// 办法: the rules of one place, read and checked whole.
///
/// It is immutable, cheap to copy, safe to share between threads, and pickles by its text.
///
/// >>> rulebook = lvzhi.Rulebook.gallery("tongcheng")
/// >>> rulebook.title
/// '政协桐城市委员会委员履职考核暂行办法'
/// >>> rulebook.boards
/// ('member',)
#[pyclass(module = "lvzhi", frozen)]
#[derive(Clone)]
pub(crate) struct Rulebook {
    pub(crate) core: lvzhi::Rulebook,
    form: Form,
}

/// The language that a rulebook is written in.
#[derive(Clone, Copy, PartialEq, Eq, Hash)]
enum Form {
    Toml,
    Json,
}

#[pymethods]
impl Rulebook {
    /// Reads a rulebook written as TOML.
    ///
    /// `document` is the text, its bytes, or a path. (A `str` of one line that ends in `.toml` is a path.)
    ///
    /// Raises `LvzhiError` with every fault, each at its line and column.
    ///
    /// >>> lvzhi.Rulebook.from_toml("[rulebok]")
    /// Traceback (most recent call last):
    /// ...
    /// lvzhi.errors.LvzhiError: ...
    #[classmethod]
    #[pyo3(signature = (document, /))]
    fn from_toml(_: &Bound<'_, PyType>, py: Python<'_>, document: Document) -> PyResult<Self> {
        let (text, origin) = document.text(py)?;
        let core = py.detach(|| lvzhi::Rulebook::from_toml(&text)).or_raise_of(py, &origin)?;
        Ok(Rulebook { core, form: Form::Toml })
    }

    /// Reads a rulebook written as JSON: the same tables under the same keys, dates as text. Otherwise as `from_toml`.
    #[classmethod]
    #[pyo3(signature = (document, /))]
    fn from_json(_: &Bound<'_, PyType>, py: Python<'_>, document: Document) -> PyResult<Self> {
        let (text, origin) = document.text(py)?;
        let core = py.detach(|| lvzhi::Rulebook::from_json(&text)).or_raise_of(py, &origin)?;
        Ok(Rulebook { core, form: Form::Json })
    }

    /// Checks a rulebook that is in dicts and lists already: what `tomllib` or `json` make of its text, or what a program made up.
    ///
    /// Days may be `datetime.date`, numbers `int`, `Decimal` or `float` (which counts as the shortest decimal that it prints as).
    ///
    /// >>> head = {"format": 1, "id": "somewhere", "title": "委员履职积分办法"}
    /// >>> lvzhi.Rulebook.from_dict({"rulebook": head}).title
    /// '委员履职积分办法'
    #[classmethod]
    #[pyo3(signature = (document, /))]
    fn from_dict(_: &Bound<'_, PyType>, py: Python<'_>, document: Dict) -> PyResult<Self> {
        let Dict(text) = document;
        let core = py.detach(|| lvzhi::Rulebook::from_json(&text)).or_raise(py)?;
        Ok(Rulebook { core, form: Form::Json })
    }

    /// A rulebook that comes with the package, by its id; `lvzhi.gallery()` lists them. Raises `KeyError` for any other.
    ///
    /// >>> lvzhi.Rulebook.gallery("hefei").place
    /// '安徽省合肥市'
    #[classmethod]
    #[pyo3(signature = (id, /))]
    fn gallery(_: &Bound<'_, PyType>, id: &str) -> PyResult<Self> {
        gallery::get(id)
            .map(|core| Rulebook { core, form: Form::Toml })
            .ok_or_else(|| PyKeyError::new_err(format!("{id} is not in the gallery: lvzhi.gallery() lists what is")))
    }

    /// The rulebook's id, unique in a gallery.
    #[getter]
    fn id(&self) -> &str {
        self.core.id()
    }

    /// What the rules are called.
    #[getter]
    fn title(&self) -> &str {
        self.core.title()
    }

    /// Where they hold.
    #[getter]
    fn place(&self) -> Option<&str> {
        self.core.place()
    }

    /// Which version of them this is.
    #[getter]
    fn version(&self) -> Option<&str> {
        self.core.version()
    }

    /// Where their text stands.
    #[getter]
    fn source(&self) -> Option<&str> {
        self.core.source()
    }

    /// What their author says about them as a whole.
    #[getter]
    fn note(&self) -> Option<&str> {
        self.core.note()
    }

    /// The clause of the source that they stand on.
    #[getter]
    fn clause(&self) -> Option<&str> {
        self.core.clause()
    }

    /// The first and the last day on which they hold, either of which may be `None`.
    #[getter]
    fn in_force(&self) -> Plain<(Option<Date>, Option<Date>)> {
        Plain(self.core.in_force())
    }

    /// The days of the term that they name, if they name one.
    #[getter]
    fn term(&self) -> Plain<Option<Window>> {
        Plain(self.core.term().map(Term::window))
    }

    /// The ids of the boards, in the order of the document.
    #[getter]
    fn boards(&self) -> Plain<Vec<&Slug>> {
        Plain(self.core.boards().collect())
    }

    /// The text that was read; of a dict the JSON that it stands for.
    #[getter]
    fn text(&self) -> &str {
        self.core.text()
    }

    /// Runs the worked examples that the rulebook carries, in its order.
    ///
    /// >>> all(not proof.differences for proof in lvzhi.Rulebook.gallery("minhang").examples())
    /// True
    fn examples(&self, py: Python<'_>) -> Plain<Vec<Proof>> {
        Plain(py.detach(|| self.core.examples()))
    }

    /// Brings the rulebook together with a roster: made once, used for many ledgers and periods.
    ///
    /// Raises `LvzhiError` with all that the one names and the other has not got.
    fn scorer(&self, py: Python<'_>, roster: &Roster) -> PyResult<Scorer> {
        Scorer::new(py, self, roster)
    }

    /// Scores a ledger over a period, and gives the board of that id, which may be left out where there is only one.
    ///
    /// `period` is a text as `"2023"`, `"2023-H1"`, `"2023-Q2"`, `"2023-05"` or `"term"`, or a first and a last day. `as_of` is the day on
    /// which is asked, else the last of the period; what is later is left out. `history` are the boards of earlier periods, for notices
    /// that look at several. The interpreter is not held meanwhile.
    ///
    /// Raises `LvzhiError` where roster or ledger do not fit the rulebook, or it is not in force; `ValueError` where the board must be
    /// named, and `KeyError` where there is none of that id.
    #[pyo3(
        signature = (roster, ledger, period, *, board=None, as_of=None, history=History::default()),
        text_signature = "($self, roster, ledger, period, *, board=None, as_of=None, history=())"
    )]
    #[expect(clippy::too_many_arguments, reason = "all but three go by name and have defaults")]
    fn score(
        &self,
        py: Python<'_>,
        roster: &Roster,
        ledger: &Ledger,
        period: Asked,
        board: Option<&str>,
        as_of: Option<Day>,
        history: History,
    ) -> PyResult<Board> {
        self.scorer(py, roster)?.score(py, ledger, period, board, as_of, history)
    }

    /// The same for every board of the rulebook.
    #[pyo3(
        signature = (roster, ledger, period, *, as_of=None, history=History::default()),
        text_signature = "($self, roster, ledger, period, *, as_of=None, history=())"
    )]
    fn scores(
        &self,
        py: Python<'_>,
        roster: &Roster,
        ledger: &Ledger,
        period: Asked,
        as_of: Option<Day>,
        history: History,
    ) -> PyResult<Scores> {
        self.scorer(py, roster)?.scores(py, ledger, period, as_of, history)
    }

    /// 对照检查: what the rules ask of the structure and of the cadence, and where it falls short.
    ///
    /// `when` is a day, a `date` or a text as `"2023-07-01"`: it is asked as of that day, over the rulebook's own period (year, quarter …)
    /// in which it lies, as far as it has come. Or it is a period as for `score`: it is asked as of its last day, or of `as_of`.
    #[pyo3(signature = (roster, ledger, when, *, as_of=None, matters=None))]
    fn audit(
        &self,
        py: Python<'_>,
        roster: &Roster,
        ledger: &Ledger,
        when: When,
        as_of: Option<Day>,
        matters: Option<&Matters>,
    ) -> PyResult<Plain<Audit>> {
        self.scorer(py, roster)?.audit(py, ledger, when, as_of, matters)
    }

    fn __eq__(&self, other: &Self) -> bool {
        self.form == other.form && self.core.text() == other.core.text()
    }

    fn __hash__(&self) -> u64 {
        let mut hasher = DefaultHasher::new();
        self.core.text().hash(&mut hasher);
        hasher.finish()
    }

    fn __repr__(&self) -> String {
        format!("<lvzhi.Rulebook {}: {}>", self.core.id(), self.core.title())
    }

    fn __reduce__<'py>(slf: &Bound<'py, Self>) -> PyResult<(Bound<'py, PyAny>, (String,))> {
        let this = slf.get();
        let read = match this.form {
            Form::Toml => "from_toml",
            Form::Json => "from_json",
        };
        Ok((slf.get_type().getattr(read)?, (this.core.text().to_owned(),)))
    }
}
