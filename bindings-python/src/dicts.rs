//! A table that is a list of dicts.

use std::collections::HashMap;

use lvzhi::Cell;
use pyo3::exceptions::PyTypeError;
use pyo3::prelude::*;
use pyo3::types::{PyBool, PyDate, PyDateAccess, PyDict, PyFloat, PyInt, PyString};

use crate::cell::Held;
use crate::heading::{Chosen, Renamed};

/// The rows of a list of dicts; the columns are their keys, in the order in which they are first met.
pub(crate) struct Dicts {
    rows: Vec<Vec<Held>>,
    chosen: Chosen,
}

/// Reads every dict of an iterable.
pub(crate) fn read(table: &Bound<'_, PyAny>, renamed: &Renamed) -> PyResult<Dicts> {
    let (mut names, mut places) = (Vec::new(), HashMap::new());
    let mut rows = Vec::new();
    for (row, number) in table.try_iter()?.zip(1_u64..) {
        let row = row?;
        let dict = match row.cast::<PyDict>() {
            Ok(dict) => dict.clone(),
            Err(_) if row.hasattr("keys")? => row.py().get_type::<PyDict>().call1((&row,))?.cast_into()?,
            Err(_) => return Err(no_dict(table, &row, number)),
        };
        let mut cells = vec![Held::Blank; names.len()];
        for (key, value) in dict {
            let Ok(key) = key.cast::<PyString>() else {
                let found = key.get_type().qualname()?;
                return Err(PyTypeError::new_err(format!("row {number}: a key of a row is a str, not {found}")));
            };
            let key = key.to_cow()?;
            let place = *places.entry(key.to_string()).or_insert_with(|| {
                names.push(key.to_string());
                cells.push(Held::Blank);
                names.len() - 1
            });
            if renamed.leaves_out(&key) {
                continue;
            }
            let held = held(&value, &|| format!("row {number}, column {key}"))?;
            if let Some(cell) = cells.get_mut(place) {
                *cell = held;
            }
        }
        rows.push(cells);
    }
    Ok(Dicts { rows, chosen: renamed.choose(&names)? })
}

impl Dicts {
    pub(crate) fn headings(&self) -> impl Iterator<Item = &str> {
        self.chosen.headings()
    }

    pub(crate) fn rows(&self) -> impl Iterator<Item: Iterator<Item = Cell<'_>>> {
        self.rows.iter().map(|row| self.chosen.places().map(|place| row.get(place).map_or(Cell::Blank, Held::cell)))
    }
}

/// What a Python object is as a cell.
fn held(value: &Bound<'_, PyAny>, place: &dyn Fn() -> String) -> PyResult<Held> {
    let kind = value.get_type();
    if value.is_none() {
        return Ok(Held::Blank);
    }
    if let Ok(text) = value.cast::<PyString>() {
        return Ok(Held::Text(text.to_cow()?.into_owned()));
    }
    let name = kind.name()?;
    match name.to_cow()?.as_ref() {
        // What pandas has where there is nothing; the former passes for a day.
        "NaTType" | "NAType" => return Ok(Held::Blank),
        "Decimal" => return Ok(Held::number(value.str()?.to_cow()?.into_owned())),
        _ => {}
    }
    if value.is_instance_of::<PyBool>() {
        return Err(PyTypeError::new_err(format!("{}: {value} is no value of a ledger", place())));
    }
    if value.is_instance_of::<PyInt>() {
        return Ok(Held::number(value.str()?.to_cow()?.into_owned()));
    }
    if let Ok(float) = value.cast::<PyFloat>() {
        let float = float.value();
        // So pandas has it where there is nothing among numbers.
        return Ok(if float.is_nan() { Held::Blank } else { Held::float(float) });
    }
    if let Ok(day) = value.cast::<PyDate>() {
        let day = chrono::NaiveDate::from_ymd_opt(day.get_year(), day.get_month().into(), day.get_day().into());
        return Ok(day.map_or(Held::Blank, Held::day));
    }
    // A number or day of numpy.
    if value.hasattr("dtype")? && value.hasattr("item")? {
        let item = value.call_method0("item")?;
        if !item.get_type().is(&kind) {
            return held(&item, place);
        }
    }
    Err(PyTypeError::new_err(format!("{}: a {name} is no value of a ledger", place())))
}

fn no_dict(table: &Bound<'_, PyAny>, row: &Bound<'_, PyAny>, number: u64) -> PyErr {
    let name =
        |object: &Bound<'_, PyAny>| object.get_type().qualname().map_or_else(|_| "?".to_owned(), |n| n.to_string());
    let (table, row) = (name(table), name(row));
    PyTypeError::new_err(format!(
        "a table is a data frame with __arrow_c_stream__ or an iterable of dicts: row {number} of this {table} is a {row}"
    ))
}
