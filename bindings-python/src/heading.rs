//! Which columns of a table are read, and under which headings.

use std::collections::BTreeMap;

use pyo3::exceptions::PyValueError;
use pyo3::prelude::*;
use pyo3::types::PyDict;

use crate::hint::argument;

/// `columns=`: what to call a table's columns; none where one is to be left out.
#[derive(Debug, Default)]
pub(crate) struct Renamed(BTreeMap<String, Option<String>>);

impl<'py> FromPyObject<'_, 'py> for Renamed {
    type Error = PyErr;

    argument!("Renamed");

    fn extract(names: Borrowed<'_, 'py, PyAny>) -> PyResult<Self> {
        // Any mapping will do.
        let dict = names.py().get_type::<PyDict>().call1((&*names,))?;
        dict.extract().map(Renamed)
    }
}

impl Renamed {
    /// Whether a column is left out.
    pub(crate) fn leaves_out(&self, name: &str) -> bool {
        self.0.get(name).is_some_and(Option::is_none)
    }

    /// The columns that are read: the place of each among all, and its heading.
    pub(crate) fn choose(&self, names: &[String]) -> PyResult<Chosen> {
        if let Some(missing) = self.0.keys().find(|renamed| !names.contains(renamed)) {
            let has = names.join(", ");
            return Err(PyValueError::new_err(format!("columns: the table has no column {missing}; it has {has}")));
        }
        let heading = |name: &String| self.0.get(name).map_or_else(|| Some(name.clone()), Clone::clone);
        let chosen = names.iter().enumerate().filter_map(|(place, name)| Some((place, heading(name)?)));
        Ok(Chosen(chosen.collect()))
    }
}

/// The columns that are read.
#[derive(Debug)]
pub(crate) struct Chosen(Vec<(usize, String)>);

impl Chosen {
    /// Their headings, in the order of the table.
    pub(crate) fn headings(&self) -> impl Iterator<Item = &str> {
        self.0.iter().map(|(_, heading)| heading.as_str())
    }

    /// Their places in the table.
    pub(crate) fn places(&self) -> impl Iterator<Item = usize> {
        self.0.iter().map(|(place, _)| *place)
    }
}
