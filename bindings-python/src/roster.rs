use std::hash::{DefaultHasher, Hash, Hasher};
use std::sync::Arc;

use lvzhi::roster::{Changes, Coverage, Linked, Named, Seat};
use lvzhi::{EntityKind, EntityRef, Id};
use pyo3::exceptions::PyValueError;
use pyo3::prelude::*;
use pyo3::types::PyType;

use crate::choice::Choice;
use crate::day::Day;
use crate::error::OrRaise;
use crate::object::Plain;
use crate::source::{Dict, Document, NAMELESS};

/// 名册: members, sectors, committees, groups, units, studios, and how they belong together, every relation dated.
///
/// It is immutable, safe to share between threads, and pickles by its text.
///
/// >>> roster = lvzhi.Roster.from_dict({"members": [{"id": "M001", "name": "甲"}], "studios": [{"id": "S1"}]})
/// >>> roster.count("member")
/// 1
#[pyclass(module = "lvzhi", frozen)]
#[derive(Clone)]
pub(crate) struct Roster {
    pub(crate) core: lvzhi::Roster,
}

impl Roster {
    fn read(py: Python<'_>, text: &str, origin: &str) -> PyResult<Self> {
        let core = py.detach(|| lvzhi::Roster::from_json(text)).or_raise_of(py, origin)?;
        Ok(Roster { core })
    }
}

#[pymethods]
impl Roster {
    /// Reads a roster from JSON.
    ///
    /// `document` is the text, its bytes, or a path. (A `str` of one line that ends in `.json` is a path.)
    ///
    /// Raises `LvzhiError` with every fault, each at its line and column.
    #[classmethod]
    #[pyo3(signature = (document, /))]
    fn from_json(_: &Bound<'_, PyType>, py: Python<'_>, document: Document) -> PyResult<Self> {
        let (text, origin) = document.text(py)?;
        Roster::read(py, &text, &origin)
    }

    /// Checks a roster that is in dicts and lists already; days may be `datetime.date`.
    ///
    /// >>> lvzhi.Roster.from_dict({"members": [{"id": "M1", "sector": "economy"}]})
    /// Traceback (most recent call last):
    /// ...
    /// lvzhi.errors.LvzhiError: ...
    #[classmethod]
    #[pyo3(signature = (document, /))]
    fn from_dict(_: &Bound<'_, PyType>, py: Python<'_>, document: Dict) -> PyResult<Self> {
        let Dict(text) = document;
        Roster::read(py, &text, NAMELESS)
    }

    /// The text that was read; of a dict the JSON that it stands for.
    #[getter]
    fn text(&self) -> &str {
        self.core.text()
    }

    /// How many entities of a kind there are.
    #[pyo3(signature = (kind, /))]
    fn count(&self, kind: Choice<EntityKind>) -> usize {
        self.core.count(kind.0)
    }

    /// The ids of the entities of a kind, in the order of the document.
    #[pyo3(signature = (kind, /))]
    fn ids(&self, kind: Choice<EntityKind>) -> Plain<Vec<&Id>> {
        Plain(self.core.ids(kind.0).collect())
    }

    /// The members who sit on a day, by id.
    #[pyo3(signature = (day, /))]
    fn seated(&self, day: Day) -> Plain<Vec<Named>> {
        Plain(self.core.as_of(day.0).seated())
    }

    /// Whether a member sits on a day: neither before `joined` nor after `left`.
    fn sits(&self, py: Python<'_>, member: &str, day: Day) -> PyResult<bool> {
        self.core.as_of(day.0).sits(member).or_raise(py)
    }

    /// The sector of a member on a day, whether the member sits or not.
    fn sector_of(&self, py: Python<'_>, member: &str, day: Day) -> PyResult<Plain<Option<Named>>> {
        self.core.as_of(day.0).sector_of(member).or_raise(py).map(Plain)
    }

    /// The committees of a member on a day, by id, whether the member sits or not.
    fn committees_of(&self, py: Python<'_>, member: &str, day: Day) -> PyResult<Plain<Vec<Named>>> {
        self.core.as_of(day.0).committees_of(member).or_raise(py).map(Plain)
    }

    /// The groups of a member on a day, by id, whether the member sits or not.
    fn groups_of(&self, py: Python<'_>, member: &str, day: Day) -> PyResult<Plain<Vec<Named>>> {
        self.core.as_of(day.0).groups_of(member).or_raise(py).map(Plain)
    }

    /// The members of a sector who sit on a day, by id.
    fn sector_members(&self, py: Python<'_>, sector: &str, day: Day) -> PyResult<Plain<Vec<Named>>> {
        self.core.as_of(day.0).sector_members(sector).or_raise(py).map(Plain)
    }

    /// The members of a committee who sit on a day, by id.
    fn committee_members(&self, py: Python<'_>, committee: &str, day: Day) -> PyResult<Plain<Vec<Named>>> {
        self.core.as_of(day.0).committee_members(committee).or_raise(py).map(Plain)
    }

    /// The members of a group who sit on a day, by id.
    fn group_members(&self, py: Python<'_>, group: &str, day: Day) -> PyResult<Plain<Vec<Named>>> {
        self.core.as_of(day.0).group_members(group).or_raise(py).map(Plain)
    }

    /// In which studios a member has a seat on a day, by studio id. A member who does not sit on the day has none.
    ///
    /// >>> [(seat.studio.name, seat.role) for seat in roster.studios_of("M001", "2023-07-01")]
    /// [('经济界委员工作室', 'head')]
    fn studios_of(&self, py: Python<'_>, member: &str, day: Day) -> PyResult<Plain<Vec<Seat>>> {
        self.core.as_of(day.0).studios_of(member).or_raise(py).map(Plain)
    }

    /// Who has a seat in a studio on a day, by member id: in that role, or in any. Those who do not sit on the day have none.
    #[pyo3(signature = (studio, day, *, role=None))]
    fn members_of(&self, py: Python<'_>, studio: &str, day: Day, role: Option<&str>) -> PyResult<Plain<Vec<Seat>>> {
        self.core.as_of(day.0).members_of(studio, role).or_raise(py).map(Plain)
    }

    /// The state of a studio on a day, in the word of its history.
    fn state_of(&self, py: Python<'_>, studio: &str, day: Day) -> PyResult<Plain<Option<Arc<str>>>> {
        self.core.as_of(day.0).state_of(studio).or_raise(py).map(Plain)
    }

    /// The links of a kind at an entity that hold on a day, whichever end it stands at. An entity is written as `"studio:S1"`.
    fn linked(&self, py: Python<'_>, entity: &str, kind: &str, day: Day) -> PyResult<Plain<Vec<Linked>>> {
        let entity: EntityRef = entity.parse().map_err(|bad| PyValueError::new_err(format!("{bad}")))?;
        self.core.as_of(day.0).linked(&entity, kind).or_raise(py).map(Plain)
    }

    /// 委员驻室情况: how many of the members are placed in studios on a day, sector by sector.
    #[pyo3(signature = (day, /))]
    fn coverage(&self, py: Python<'_>, day: Day) -> Plain<Coverage> {
        Plain(py.detach(|| self.core.coverage(day.0)))
    }

    /// 名册变动: what is different on the later of two days: who came, who left, who has another role, post or place.
    fn changes(&self, py: Python<'_>, since: Day, until: Day) -> Plain<Changes> {
        Plain(py.detach(|| self.core.changes(since.0, until.0)))
    }

    fn __eq__(&self, other: &Self) -> bool {
        self.text() == other.text()
    }

    fn __hash__(&self) -> u64 {
        let mut hasher = DefaultHasher::new();
        self.text().hash(&mut hasher);
        hasher.finish()
    }

    fn __repr__(&self) -> String {
        let count = |kind: EntityKind| (self.core.count(kind), kind);
        let counts = EntityKind::ALL.into_iter().map(count).filter(|(count, _)| *count > 0);
        let counts: Vec<String> = counts.map(|(count, kind)| format!("{count} {}", kind.word())).collect();
        format!("<lvzhi.Roster: {}>", if counts.is_empty() { "nobody".to_owned() } else { counts.join(", ") })
    }

    fn __reduce__<'py>(slf: &Bound<'py, Self>) -> PyResult<(Bound<'py, PyAny>, (String,))> {
        Ok((slf.get_type().getattr("from_json")?, (slf.get().core.text().to_owned(),)))
    }
}
