//! What goes out as a table: Arrow batches, made when they are asked for.

mod audit;
mod column;
mod dicts;
mod lines;
mod look;
mod nodes;
mod ranking;
mod ranks;
mod unscored;

use std::sync::Arc;

use arrow_array::{ArrayRef, RecordBatch, StructArray};
use arrow_schema::{ArrowError, Field, SchemaRef};
use pyo3::prelude::*;
use pyo3::types::PyList;
use pyo3_arrow::error::{PyArrowError, PyArrowResult};
use pyo3_arrow::ffi::{ArrayIterator, to_schema_pycapsule, to_stream_pycapsule};

use crate::hint::Capsule;
use crate::object::Plain;
pub(crate) use audit::{bounds, duties, findings, standards, todo};
use column::{Column, Kind, Rows};
pub(crate) use lines::lines;
pub(crate) use nodes::nodes;
pub(crate) use ranking::ranking;
pub(crate) use ranks::ranks;
pub(crate) use unscored::unscored;

/// A table that any data frame library reads as it is, for it gives an Arrow stream: `polars.DataFrame(table)`, `pyarrow.table(table)`,
/// `pandas.DataFrame.from_arrow(table)`, `duckdb.sql("from table")`.
///
/// Points and quantities are decimals, never floats; days are dates. Where nothing is to be said a cell is null.
///
/// >>> board.lines().columns[:4]
/// ('subject', 'name', 'node', 'label')
#[pyclass(module = "lvzhi", frozen)]
pub(crate) struct Table {
    schema: SchemaRef,
    rows: usize,
    parts: usize,
    part: Arc<dyn Fn(usize) -> Result<RecordBatch, ArrowError> + Send + Sync>,
}

/// How many things (subjects, findings …) are made one batch of, so that no more than a part of a long table is held at a time.
const PART: usize = 1024;

impl Table {
    /// A table of so many rows, some for each of so many things: `fill` adds the rows of the thing in that place.
    fn new<F>(columns: Vec<Column>, rows: usize, things: usize, fill: F) -> Self
    where
        F: Fn(usize, &mut Rows) -> Result<(), ArrowError> + Send + Sync + 'static,
    {
        let schema = column::schema(&columns);
        let layout = schema.clone();
        let part = move |nth: usize| {
            let mut rows = Rows::new(&columns);
            let from = nth * PART;
            (from..things.min(from + PART)).try_for_each(|thing| fill(thing, &mut rows))?;
            rows.finish(layout.clone())
        };
        Table { schema, rows, parts: things.div_ceil(PART), part: Arc::new(part) }
    }

    fn batches(&self) -> impl Iterator<Item = Result<RecordBatch, ArrowError>> + Send + use<> {
        let part = self.part.clone();
        (0..self.parts).map(move |nth| part(nth))
    }

    /// The first rows, that many or as many as there are.
    fn head(&self, mut rows: usize) -> Result<Vec<RecordBatch>, ArrowError> {
        let mut head = Vec::new();
        for batch in self.batches() {
            let batch = batch?;
            let batch = batch.slice(0, rows.min(batch.num_rows()));
            rows -= batch.num_rows();
            head.push(batch);
            if rows == 0 {
                break;
            }
        }
        Ok(head)
    }
}

#[pymethods]
impl Table {
    /// The names of the columns.
    #[getter]
    fn columns(&self) -> Plain<Vec<&str>> {
        Plain(self.schema.fields().iter().map(|field| field.name().as_str()).collect())
    }

    /// The rows, each a dict: texts as `str`, points as `decimal.Decimal`, days as `datetime.date`.
    #[pyo3(signature = () -> "list[dict[str, Any]]")]
    pub(crate) fn to_dicts<'py>(&self, py: Python<'py>) -> PyArrowResult<Bound<'py, PyList>> {
        let dicts = PyList::empty(py);
        for batch in self.batches() {
            dicts::add(&dicts, &batch?)?;
        }
        Ok(dicts)
    }

    /// The schema of the stream, as other libraries ask for it.
    pub(crate) fn __arrow_c_schema__<'py>(&self, py: Python<'py>) -> PyArrowResult<Capsule<'py>> {
        to_schema_pycapsule(py, self.schema.as_ref()).map(Capsule)
    }

    /// The stream of the table's batches, as other libraries ask for it.
    #[pyo3(signature = (requested_schema=None))]
    pub(crate) fn __arrow_c_stream__<'py>(
        &self,
        py: Python<'py>,
        requested_schema: Option<Capsule<'py>>,
    ) -> PyArrowResult<Capsule<'py>> {
        let field = Field::new_struct("", self.schema.fields().clone(), false);
        let structs = self.batches().map(|batch| Ok(Arc::new(StructArray::from(batch?)) as ArrayRef));
        let requested = requested_schema.map(|capsule| capsule.0);
        to_stream_pycapsule(py, Box::new(ArrayIterator::new(structs, field.into())), requested).map(Capsule)
    }

    fn __len__(&self) -> usize {
        self.rows
    }

    fn __repr__(&self) -> PyArrowResult<String> {
        let shape = format!("<lvzhi.Table: {} rows, {} columns>", self.rows, self.schema.fields().len());
        Ok(format!("{shape}\n{}", look::text(self).map_err(PyArrowError::from)?))
    }

    fn _repr_html_(&self) -> PyArrowResult<String> {
        look::html(self, "").map_err(PyArrowError::from)
    }
}

/// The columns of a list of names and kinds.
fn columns(list: &[(&str, Kind)]) -> Vec<Column> {
    list.iter().map(Column::from).collect()
}

/// A table as a person first sees it.
pub(crate) fn text(table: &Table) -> PyArrowResult<String> {
    look::text(table).map_err(PyArrowError::from)
}

/// The same for a notebook, under a caption.
pub(crate) fn html(table: &Table, caption: &str) -> PyArrowResult<String> {
    look::html(table, caption).map_err(PyArrowError::from)
}
