use std::sync::Arc;

use lvzhi::{Assessment, Date, Slug, Window};
use pyo3::exceptions::{PyKeyError, PyTypeError, PyValueError};
use pyo3::prelude::*;
use pyo3::types::{PyTuple, PyType};

use crate::board::Board;
use crate::hint::{Each, argument};
use crate::object::Plain;
use crate::scorer::Scorer;
use crate::source::Document;

/// The result of scoring: a board for each that the rulebook has, in its order.
///
/// It is a collection of `Board`s, each also found by its id: `scores["studio"]`.
#[pyclass(module = "lvzhi", frozen)]
pub(crate) struct Scores(Arc<Scored>);

/// Scores, with the scorer that made them, which roll-ups ask.
pub(crate) struct Scored {
    pub(crate) scores: Arc<lvzhi::Scores>,
    pub(crate) scorer: Scorer,
}

impl Scores {
    pub(crate) fn new(scores: lvzhi::Scores, scorer: Scorer) -> Self {
        Scores(Arc::new(Scored { scores: scores.into(), scorer }))
    }

    /// All the boards that one of them was made with.
    pub(crate) fn with(board: &Board) -> Self {
        Scores(board.scored.clone())
    }

    /// The place of the board that is meant: the one of that id, or the only one.
    pub(crate) fn place<'b>(boards: impl Iterator<Item = &'b Slug>, id: Option<&str>) -> PyResult<usize> {
        let ids: Vec<&str> = boards.map(Slug::as_str).collect();
        match id {
            Some(id) => ids
                .iter()
                .position(|known| *known == id)
                .ok_or_else(|| PyKeyError::new_err(format!("no board {id}: the rulebook has {}", ids.join(", ")))),
            None if ids.len() == 1 => Ok(0),
            None if ids.is_empty() => Err(PyValueError::new_err("the rulebook has no board: it scores nobody")),
            None => Err(PyValueError::new_err(format!(
                "the rulebook has several boards: name one, as board=\"{}\" (it has {}), or ask for all of them with scores()",
                ids.first().copied().unwrap_or_default(),
                ids.join(", ")
            ))),
        }
    }

    fn ids(&self) -> impl Iterator<Item = &Slug> {
        self.0.scores.boards.iter().map(|board| &board.id)
    }

    /// The board in that place.
    pub(crate) fn nth(&self, place: usize) -> Board {
        Board::new(self.0.clone(), place)
    }
}

#[pymethods]
impl Scores {
    /// The rulebook's id.
    #[getter]
    fn rulebook(&self) -> &str {
        &self.0.scores.rulebook
    }

    /// The rulebook's title.
    #[getter]
    fn rulebook_title(&self) -> &str {
        &self.0.scores.rulebook_title
    }

    /// The days that were scored.
    #[getter]
    fn period(&self) -> Plain<Window> {
        Plain(self.0.scores.period)
    }

    /// The day on which questions were asked.
    #[getter]
    fn as_of(&self) -> Plain<Date> {
        Plain(self.0.scores.as_of)
    }

    /// The notices that could not be decided, for the boards of earlier periods were not given.
    #[getter]
    fn missing_history(&self) -> Plain<&Vec<Slug>> {
        Plain(&self.0.scores.missing_history)
    }

    /// The ids of the boards, in the order of the rulebook.
    fn keys(&self) -> Plain<Vec<&Slug>> {
        Plain(self.ids().collect())
    }

    /// The scores as JSON, to be kept: the history of the years to come.
    ///
    /// >>> kept = rulebook.scores(roster, ledger, "2023").to_json()
    /// >>> history = [lvzhi.Scores.from_json(kept, rulebook.scorer(roster))]
    /// >>> rulebook.score(roster, ledger, "2024", history=history).period.from_
    /// datetime.date(2024, 1, 1)
    fn to_json(&self, py: Python<'_>) -> PyResult<String> {
        py.detach(|| serde_json::to_string(&self.0.scores)).map_err(|bad| PyValueError::new_err(bad.to_string()))
    }

    /// Reads scores that were kept. The scorer is that of their rulebook and roster: roll-ups ask it.
    #[classmethod]
    fn from_json(_: &Bound<'_, PyType>, py: Python<'_>, document: Document, scorer: &Scorer) -> PyResult<Self> {
        let (text, origin) = document.text(py)?;
        let scores = py.detach(|| serde_json::from_str(&text));
        let scores = scores.map_err(|bad| PyValueError::new_err(format!("{origin} has no scores in it: {bad}")))?;
        Ok(Scores::new(scores, scorer.clone()))
    }

    fn __len__(&self) -> usize {
        self.0.scores.boards.len()
    }

    fn __iter__<'py>(&self, py: Python<'py>) -> PyResult<Each<'py, Board>> {
        PyTuple::new(py, (0..self.__len__()).map(|place| self.nth(place)))?.try_iter().map(Each::from)
    }

    fn __contains__(&self, id: &str) -> bool {
        self.0.scores.board(id).is_some()
    }

    fn __getitem__(&self, id: &str) -> PyResult<Board> {
        Scores::place(self.ids(), Some(id)).map(|place| self.nth(place))
    }

    fn __eq__(&self, other: &Self) -> bool {
        Arc::ptr_eq(&self.0, &other.0) || self.0.scores == other.0.scores
    }

    fn __repr__(&self) -> String {
        let boards: Vec<&str> = self.ids().map(Slug::as_str).collect();
        format!("<lvzhi.Scores {} {}: {}>", self.0.scores.rulebook, self.0.scores.period, boards.join(", "))
    }

    fn __reduce__<'py>(slf: &Bound<'py, Self>) -> PyResult<(Bound<'py, PyAny>, (String, Scorer))> {
        let this = slf.get();
        Ok((slf.get_type().getattr("from_json")?, (this.to_json(slf.py())?, this.0.scorer.clone())))
    }
}

/// The scores of earlier periods.
#[derive(Default)]
pub(crate) struct History(Vec<Arc<Scored>>);

impl History {
    /// What is asked, with the scores that went before.
    pub(crate) fn before(self, asked: Assessment) -> Assessment {
        self.0.into_iter().fold(asked, |asked, earlier| asked.after(earlier.scores.clone()))
    }
}

impl<'py> FromPyObject<'_, 'py> for History {
    type Error = PyErr;

    argument!("History");

    fn extract(history: Borrowed<'_, 'py, PyAny>) -> PyResult<Self> {
        let scored = |earlier: PyResult<Bound<'py, PyAny>>| {
            let earlier = earlier?;
            if let Ok(board) = earlier.cast::<Board>() {
                return Ok(board.get().scored.clone());
            }
            match earlier.cast::<Scores>() {
                Ok(scores) => Ok(scores.get().0.clone()),
                Err(_) => Err(PyTypeError::new_err(format!(
                    "history holds the boards (or scores) of earlier periods, not {}",
                    earlier.get_type().qualname()?
                ))),
            }
        };
        history.try_iter()?.map(scored).collect::<PyResult<_>>().map(History)
    }
}
