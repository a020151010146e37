use lvzhi::{Assessment, Audit};
use pyo3::exceptions::PyValueError;
use pyo3::prelude::*;

use crate::board::Board;
use crate::day::{Asked, Day, When};
use crate::error::OrRaise;
use crate::ledger::Ledger;
use crate::matters::Matters;
use crate::object::Plain;
use crate::roster::Roster;
use crate::rulebook::Rulebook;
use crate::scores::{History, Scores};

/// A rulebook and a roster that were found to fit together: made once by `rulebook.scorer(roster)`, used for many ledgers and periods.
///
/// It is immutable, safe to share between threads, and pickles as its rulebook and its roster.
#[pyclass(module = "lvzhi", frozen)]
#[derive(Clone)]
pub(crate) struct Scorer {
    pub(crate) core: lvzhi::Scorer,
    rulebook: Rulebook,
    roster: Roster,
}

impl Scorer {
    pub(crate) fn new(py: Python<'_>, rulebook: &Rulebook, roster: &Roster) -> PyResult<Self> {
        let core = py.detach(|| rulebook.core.scorer(&roster.core)).or_raise(py)?;
        Ok(Scorer { core, rulebook: rulebook.clone(), roster: roster.clone() })
    }
}

#[pymethods]
impl Scorer {
    /// The rulebook.
    #[getter]
    fn rulebook(&self) -> Rulebook {
        self.rulebook.clone()
    }

    /// The roster.
    #[getter]
    fn roster(&self) -> Roster {
        self.roster.clone()
    }

    /// Scores a ledger over a period, and gives one board: see `Rulebook.score`.
    #[pyo3(
        signature = (ledger, period, *, board=None, as_of=None, history=History::default()),
        text_signature = "($self, ledger, period, *, board=None, as_of=None, history=())"
    )]
    pub(crate) fn score(
        &self,
        py: Python<'_>,
        ledger: &Ledger,
        period: Asked,
        board: Option<&str>,
        as_of: Option<Day>,
        history: History,
    ) -> PyResult<Board> {
        // Asked before anything is scored, which may take long.
        let place = Scores::place(self.rulebook.core.boards(), board)?;
        Ok(self.scores(py, ledger, period, as_of, history)?.nth(place))
    }

    /// Scores a ledger over a period, and gives every board of the rulebook: see `Rulebook.score`.
    #[pyo3(
        signature = (ledger, period, *, as_of=None, history=History::default()),
        text_signature = "($self, ledger, period, *, as_of=None, history=())"
    )]
    pub(crate) fn scores(
        &self,
        py: Python<'_>,
        ledger: &Ledger,
        period: Asked,
        as_of: Option<Day>,
        history: History,
    ) -> PyResult<Scores> {
        let asked = assessment(period.0, as_of);
        let scores = py.detach(|| self.core.score(&ledger.core, history.before(asked))).or_raise(py)?;
        Ok(Scores::new(scores, self.clone()))
    }

    /// 对照检查: see `Rulebook.audit`.
    #[pyo3(signature = (ledger, when, *, as_of=None, matters=None))]
    pub(crate) fn audit(
        &self,
        py: Python<'_>,
        ledger: &Ledger,
        when: When,
        as_of: Option<Day>,
        matters: Option<&Matters>,
    ) -> PyResult<Plain<Audit>> {
        if let (When::Day(_), Some(_)) = (when, as_of) {
            return Err(PyValueError::new_err("as_of goes with a period: an audit of a day is asked as of that day"));
        }
        let none = lvzhi::Matters::default();
        let matters = matters.map_or(&none, |matters| &matters.core);
        let audit = py.detach(|| match when {
            When::Day(day) => self.rulebook.core.audit(&self.roster.core, &ledger.core, matters, day),
            When::Period(period) => self.core.audit(&ledger.core, matters, assessment(period, as_of)),
        });
        audit.or_raise(py).map(Plain)
    }

    fn __repr__(&self) -> String {
        format!("<lvzhi.Scorer of {}>", self.rulebook.core.id())
    }

    fn __reduce__<'py>(slf: &Bound<'py, Self>) -> PyResult<(Bound<'py, PyAny>, (Roster,))> {
        let this = slf.get();
        let rulebook = Bound::new(slf.py(), this.rulebook.clone())?;
        Ok((rulebook.getattr("scorer")?, (this.roster.clone(),)))
    }
}

fn assessment(period: lvzhi::Period, as_of: Option<Day>) -> Assessment {
    let asked = Assessment::of(period);
    match as_of {
        Some(day) => asked.as_of(day.0),
        None => asked,
    }
}
