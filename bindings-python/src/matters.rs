use std::sync::Arc;

use pyo3::prelude::*;
use pyo3::types::PyType;

use crate::error::OrRaise;
use crate::roster::Roster;
use crate::rulebook::Rulebook;
use crate::source::{Document, List, NAMELESS};

/// 事项: cases going through the steps of a flow, for an audit.
///
/// They are immutable, safe to share between threads, and pickle by their text.
#[pyclass(module = "lvzhi", frozen)]
pub(crate) struct Matters {
    pub(crate) core: lvzhi::Matters,
    text: Arc<str>,
    rulebook: Rulebook,
    roster: Roster,
}

impl Matters {
    fn read(py: Python<'_>, text: String, origin: &str, rulebook: &Rulebook, roster: &Roster) -> PyResult<Self> {
        let core = py.detach(|| lvzhi::Matters::from_json(&text, &rulebook.core, &roster.core));
        let core = core.or_raise_of(py, origin)?;
        Ok(Matters { core, text: text.into(), rulebook: rulebook.clone(), roster: roster.clone() })
    }
}

#[pymethods]
impl Matters {
    /// Reads a list of matters from JSON: `[{"id": "T1", "flow": "hotline", "opened": "2023-03-01", "steps": {"assign": "2023-03-02"}}]`.
    ///
    /// `document` is the text, its bytes, or a path. Raises `LvzhiError` with every fault.
    #[classmethod]
    fn from_json(
        _: &Bound<'_, PyType>,
        py: Python<'_>,
        document: Document,
        rulebook: &Rulebook,
        roster: &Roster,
    ) -> PyResult<Self> {
        let (text, origin) = document.text(py)?;
        Matters::read(py, text, &origin, rulebook, roster)
    }

    /// Reads a list of matters that is in lists and dicts already; days may be `datetime.date`.
    #[classmethod]
    fn from_list(
        _: &Bound<'_, PyType>,
        py: Python<'_>,
        matters: List,
        rulebook: &Rulebook,
        roster: &Roster,
    ) -> PyResult<Self> {
        Matters::read(py, matters.0, NAMELESS, rulebook, roster)
    }

    fn __len__(&self) -> usize {
        self.core.len()
    }

    fn __repr__(&self) -> String {
        format!("<lvzhi.Matters: {}>", self.core.len())
    }

    fn __reduce__<'py>(slf: &Bound<'py, Self>) -> PyResult<(Bound<'py, PyAny>, (String, Rulebook, Roster))> {
        let this = slf.get();
        let text = this.text.to_string();
        Ok((slf.get_type().getattr("from_json")?, (text, this.rulebook.clone(), this.roster.clone())))
    }
}
