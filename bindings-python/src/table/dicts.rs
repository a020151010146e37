//! The rows of a batch as dicts.

use arrow_array::cast::AsArray;
use arrow_array::types::{Date32Type, Decimal128Type, Int64Type};
use arrow_array::{Array, ArrayRef, RecordBatch};
use arrow_schema::DataType;
use pyo3::prelude::*;
use pyo3::sync::PyOnceLock;
use pyo3::types::{PyBool, PyDict, PyInt, PyList, PyString};

/// Adds a dict for each row.
pub(super) fn add(dicts: &Bound<'_, PyList>, batch: &RecordBatch) -> PyResult<()> {
    let py = dicts.py();
    let schema = batch.schema();
    let names: Vec<Bound<'_, PyString>> = schema.fields().iter().map(|field| PyString::new(py, field.name())).collect();
    for row in 0..batch.num_rows() {
        let dict = PyDict::new(py);
        for (name, column) in names.iter().zip(batch.columns()) {
            dict.set_item(name, cell(py, column, row)?)?;
        }
        dicts.append(dict)?;
    }
    Ok(())
}

/// What stands in a cell, as a Python object.
fn cell<'py>(py: Python<'py>, column: &ArrayRef, row: usize) -> PyResult<Bound<'py, PyAny>> {
    static DECIMAL: PyOnceLock<Py<PyAny>> = PyOnceLock::new();
    if column.is_null(row) {
        return Ok(py.None().into_bound(py));
    }
    Ok(match column.data_type() {
        DataType::Int64 => PyInt::new(py, column.as_primitive::<Int64Type>().value(row)).into_any(),
        DataType::Boolean => PyBool::new(py, column.as_boolean().value(row)).to_owned().into_any(),
        DataType::Date32 => column.as_primitive::<Date32Type>().value_as_date(row).into_pyobject(py)?.into_any(),
        DataType::Decimal128(..) => {
            let text = column.as_primitive::<Decimal128Type>().value_as_string(row);
            DECIMAL.import(py, "decimal", "Decimal")?.call1((text,))?
        }
        _ => PyString::new(py, column.as_string::<i32>().value(row)).into_any(),
    })
}
