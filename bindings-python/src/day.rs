//! Days and periods, as Python writes them.

use lvzhi::{Date, Period};
use pyo3::exceptions::{PyTypeError, PyValueError};
use pyo3::prelude::*;
use pyo3::types::{PyDate, PyDateAccess, PyInt, PyString, PyTuple};

use crate::error::OrRaise;
use crate::hint::argument;

/// A day: a `datetime.date`, or a text as `2023-03-02`.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Day(pub(crate) Date);

impl<'py> FromPyObject<'_, 'py> for Day {
    type Error = PyErr;

    argument!("Day");

    fn extract(day: Borrowed<'_, 'py, PyAny>) -> PyResult<Self> {
        if let Ok(text) = day.cast::<PyString>() {
            let day = text.to_cow()?.parse::<Date>().map_err(|bad| PyValueError::new_err(bad.to_string()))?;
            return Ok(Day(day));
        }
        let Ok(date) = day.cast::<PyDate>() else {
            let found = day.get_type().qualname()?;
            return Err(PyTypeError::new_err(format!("a day is a datetime.date or a text as 2023-03-02, not {found}")));
        };
        let known = Date::new(date.get_year(), date.get_month().into(), date.get_day().into());
        known
            .map(Day)
            .ok_or_else(|| PyValueError::new_err(format!("{} is not between 1900-01-01 and 2199-12-31", date.as_any())))
    }
}

/// A period: a text as `2023`, `2023-Q2`, `term`, a year as a number, or a first and a last day.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Asked(pub(crate) Period);

impl<'py> FromPyObject<'_, 'py> for Asked {
    type Error = PyErr;

    argument!("Period");

    fn extract(period: Borrowed<'_, 'py, PyAny>) -> PyResult<Self> {
        let py = period.py();
        let written = if period.is_instance_of::<PyString>() || period.is_instance_of::<PyInt>() {
            serde_json::Value::String(period.str()?.to_cow()?.into_owned())
        } else if let Some((from, to)) = ends(&period)? {
            serde_json::json!({ "from": from, "to": to })
        } else {
            let found = period.get_type().qualname()?;
            return Err(PyTypeError::new_err(format!(
                "a period is a text as 2023, 2023-Q2, 2023-05 or term, or a first and a last day, not {found}"
            )));
        };
        Period::from_json(&written.to_string()).or_raise(py).map(Asked)
    }
}

/// The two days of a pair, or of a `lvzhi.data.Window`, as texts.
fn ends(span: &Bound<'_, PyAny>) -> PyResult<Option<(String, String)>> {
    let (from, to) = if let Ok(pair) = span.cast::<PyTuple>() {
        (pair.get_item(0)?, pair.get_item(1)?)
    } else if span.hasattr("from_")? && span.hasattr("to")? {
        (span.getattr("from_")?, span.getattr("to")?)
    } else {
        return Ok(None);
    };
    Ok(Some((written(&from)?, written(&to)?)))
}

/// A day as a text; one that is written as text stays as it is, for the core says what is wrong with it.
fn written(day: &Bound<'_, PyAny>) -> PyResult<String> {
    match day.cast::<PyString>() {
        Ok(text) => Ok(text.to_cow()?.into_owned()),
        Err(_) => Ok(day.extract::<Day>()?.0.to_string()),
    }
}

/// When an audit is asked: as of a day, or over a period.
#[derive(Debug, Clone, Copy)]
pub(crate) enum When {
    Day(Date),
    Period(Period),
}

impl<'py> FromPyObject<'_, 'py> for When {
    type Error = PyErr;

    argument!("When");

    fn extract(when: Borrowed<'_, 'py, PyAny>) -> PyResult<Self> {
        let day = match when.cast::<PyString>() {
            Ok(text) => text.to_cow()?.parse().ok(),
            Err(_) if when.is_instance_of::<PyDate>() => Some(when.extract::<Day>()?.0),
            Err(_) => None,
        };
        match day {
            Some(day) => Ok(When::Day(day)),
            None => when.extract::<Asked>().map(|asked| When::Period(asked.0)),
        }
    }
}
