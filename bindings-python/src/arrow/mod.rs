//! A table that comes as an Arrow stream: read where it lies, without a Python object for any cell.

mod column;
mod typed;

use arrow_array::{RecordBatch, RecordBatchReader};
use arrow_schema::{ArrowError, SchemaRef};
use lvzhi::Cell;
use pyo3::exceptions::PyTypeError;
use pyo3::prelude::*;
use pyo3_arrow::PyRecordBatchReader;
use pyo3_arrow::error::PyArrowError;

use crate::heading::Chosen;
use column::Column;

/// The batches of a stream.
pub(crate) struct Batches {
    schema: SchemaRef,
    batches: Vec<RecordBatch>,
}

/// The columns of a table that are read, batch by batch.
pub(crate) struct Columns(Vec<(usize, Vec<Column>)>);

/// A column of a type of which no column of a ledger can be.
#[derive(Debug)]
pub(crate) struct Unreadable {
    column: String,
    kind: String,
}

/// Takes every batch of the stream that an object gives. The interpreter is not held meanwhile.
pub(crate) fn batches(table: &Bound<'_, PyAny>) -> PyResult<Batches> {
    let reader = table.extract::<PyRecordBatchReader>()?.into_reader()?;
    let schema = reader.schema();
    let batches: Result<Vec<RecordBatch>, ArrowError> = table.py().detach(|| reader.collect());
    Ok(Batches { schema, batches: batches.map_err(PyArrowError::from)? })
}

impl Batches {
    /// The headings of the table.
    pub(crate) fn names(&self) -> Vec<String> {
        self.schema.fields().iter().map(|field| field.name().clone()).collect()
    }

    /// The columns that are read.
    pub(crate) fn columns(&self, chosen: &Chosen) -> Result<Columns, Unreadable> {
        let column = |batch: &RecordBatch, place: usize| {
            let array = batch.columns().get(place)?;
            Some(Column::new(array).map_err(|kind| Unreadable { column: self.name(place), kind }))
        };
        let columns = |batch: &RecordBatch| {
            let columns: Result<Vec<Column>, Unreadable> =
                chosen.places().filter_map(|place| column(batch, place)).collect();
            Ok((batch.num_rows(), columns?))
        };
        self.batches.iter().map(columns).collect::<Result<_, _>>().map(Columns)
    }

    fn name(&self, place: usize) -> String {
        self.schema.fields().get(place).map(|field| field.name().clone()).unwrap_or_default()
    }
}

impl Columns {
    /// Row by row.
    pub(crate) fn rows(&self) -> impl Iterator<Item: Iterator<Item = Cell<'_>>> {
        self.0
            .iter()
            .flat_map(|(rows, columns)| (0..*rows).map(|row| columns.iter().map(move |column| column.cell(row))))
    }
}

impl From<Unreadable> for PyErr {
    fn from(Unreadable { column, kind }: Unreadable) -> PyErr {
        PyTypeError::new_err(format!(
            "column {column} is of type {kind}: texts, dates, timestamps, whole numbers, decimals and floats can be read"
        ))
    }
}
