//! What a table is made of: columns, each of one kind of value, and rows.

use std::borrow::Cow;
use std::collections::HashMap;
use std::sync::Arc;

use arrow_array::builder::{BooleanBuilder, Date32Builder, Decimal128Builder, Int64Builder, StringBuilder};
use arrow_array::types::Date32Type;
use arrow_array::{ArrayRef, RecordBatch};
use arrow_schema::{ArrowError, DataType, Field, Schema, SchemaRef};
use chrono::NaiveDate;
use lvzhi::{Date, Decimal, Figure};

/// What stands in a column.
#[derive(Debug, Clone, Copy)]
pub(super) enum Kind {
    Text,
    Day,
    Whole,
    Truth,
    /// A number as rulebooks and ledgers write it: with four places.
    Decimal,
    /// A published number, with as many places.
    Figure(u8),
}

/// What stands in one cell.
#[derive(Debug, Clone)]
pub(super) enum Value<'v> {
    Null,
    Text(Cow<'v, str>),
    Day(Date),
    Whole(i64),
    Truth(bool),
    Decimal(Decimal),
    Figure(Figure),
}

/// A column: its name, what stands in it, and what people call it if that is something else.
pub(super) struct Column {
    name: String,
    kind: Kind,
    label: Option<String>,
}

impl Column {
    pub(super) fn labelled(name: impl Into<String>, kind: Kind, label: &str) -> Self {
        Column { name: name.into(), kind, label: Some(label.to_owned()) }
    }

    fn field(&self) -> Field {
        let kind = match self.kind {
            Kind::Text => DataType::Utf8,
            Kind::Day => DataType::Date32,
            Kind::Whole => DataType::Int64,
            Kind::Truth => DataType::Boolean,
            Kind::Decimal => DataType::Decimal128(DIGITS, PLACES.cast_signed()),
            Kind::Figure(places) => DataType::Decimal128(DIGITS, places.min(PLACES).cast_signed()),
        };
        let label = self.label.iter().map(|label| ("label".to_owned(), label.clone()));
        Field::new(&self.name, kind, true).with_metadata(label.collect::<HashMap<_, _>>())
    }
}

impl From<&(&str, Kind)> for Column {
    fn from((name, kind): &(&str, Kind)) -> Self {
        Column { name: (*name).to_owned(), kind: *kind, label: None }
    }
}

/// As many digits as a decimal of 128 bits has.
const DIGITS: u8 = 38;

/// The places of the numbers that rulebooks and ledgers write.
const PLACES: u8 = 4;

pub(super) fn schema(columns: &[Column]) -> SchemaRef {
    Arc::new(Schema::new(columns.iter().map(Column::field).collect::<Vec<_>>()))
}

/// Rows being gathered into a batch.
pub(super) struct Rows(Vec<Cells>);

/// The cells of a column.
enum Cells {
    Text(StringBuilder),
    Day(Date32Builder),
    Whole(Int64Builder),
    Truth(BooleanBuilder),
    /// With what ten-thousandths are divided by to be of the column's places.
    Number(Decimal128Builder, i128),
}

impl Rows {
    pub(super) fn new(columns: &[Column]) -> Self {
        let number = |places: u8| {
            let kind = DataType::Decimal128(DIGITS, places.cast_signed());
            Cells::Number(Decimal128Builder::new().with_data_type(kind), 10_i128.pow((PLACES - places).into()))
        };
        let cells = |column: &Column| match column.kind {
            Kind::Text => Cells::Text(StringBuilder::new()),
            Kind::Day => Cells::Day(Date32Builder::new()),
            Kind::Whole => Cells::Whole(Int64Builder::new()),
            Kind::Truth => Cells::Truth(BooleanBuilder::new()),
            Kind::Decimal => number(PLACES),
            Kind::Figure(places) => number(places.min(PLACES)),
        };
        Rows(columns.iter().map(cells).collect())
    }

    /// Adds a row: a value for each column.
    pub(super) fn push<'v>(&mut self, row: impl IntoIterator<Item = Value<'v>>) -> Result<(), ArrowError> {
        self.0.iter_mut().zip(row).try_for_each(|(cells, value)| cells.push(value))
    }

    pub(super) fn finish(self, schema: SchemaRef) -> Result<RecordBatch, ArrowError> {
        RecordBatch::try_new(schema, self.0.into_iter().map(Cells::finish).collect())
    }
}

impl Cells {
    fn push(&mut self, value: Value<'_>) -> Result<(), ArrowError> {
        match (self, value) {
            (Cells::Text(cells), Value::Text(text)) => cells.append_value(text),
            (Cells::Text(cells), Value::Null) => cells.append_null(),
            (Cells::Day(cells), Value::Day(day)) => cells.append_option(since_1970(day)),
            (Cells::Day(cells), Value::Null) => cells.append_null(),
            (Cells::Whole(cells), Value::Whole(number)) => cells.append_value(number),
            (Cells::Whole(cells), Value::Null) => cells.append_null(),
            (Cells::Truth(cells), Value::Truth(truth)) => cells.append_value(truth),
            (Cells::Truth(cells), Value::Null) => cells.append_null(),
            (Cells::Number(cells, unit), Value::Decimal(number)) => {
                cells.append_value(i128::from(number.ten_thousandths()) / *unit);
            }
            (Cells::Number(cells, unit), Value::Figure(figure)) => {
                cells.append_value(figure.ten_thousandths() / *unit);
            }
            (Cells::Number(cells, _), Value::Null) => cells.append_null(),
            (_, value) => return Err(ArrowError::SchemaError(format!("{value:?} is not what its column is of"))),
        }
        Ok(())
    }

    fn finish(self) -> ArrayRef {
        match self {
            Cells::Text(mut cells) => Arc::new(cells.finish()),
            Cells::Day(mut cells) => Arc::new(cells.finish()),
            Cells::Whole(mut cells) => Arc::new(cells.finish()),
            Cells::Truth(mut cells) => Arc::new(cells.finish()),
            Cells::Number(mut cells, _) => Arc::new(cells.finish()),
        }
    }
}

fn since_1970(day: Date) -> Option<i32> {
    NaiveDate::from_ymd_opt(day.year(), day.month(), day.day()).map(Date32Type::from_naive_date)
}

impl<'v> From<&'v str> for Value<'v> {
    fn from(text: &'v str) -> Self {
        Value::Text(Cow::Borrowed(text))
    }
}

impl From<String> for Value<'_> {
    fn from(text: String) -> Self {
        Value::Text(Cow::Owned(text))
    }
}

macro_rules! values {
    ($($variant:ident: $kind:ty,)*) => {$(
        impl From<$kind> for Value<'_> {
            fn from(value: $kind) -> Self {
                Value::$variant(value.into())
            }
        }
    )*};
}
values! { Day: Date, Whole: u32, Truth: bool, Decimal: Decimal, Figure: Figure, }

impl<'v, V: Into<Value<'v>>> From<Option<V>> for Value<'v> {
    fn from(value: Option<V>) -> Self {
        value.map_or(Value::Null, Into::into)
    }
}
