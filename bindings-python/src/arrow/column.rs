use arrow_array::cast::AsArray;
use arrow_array::{Array, ArrayRef, LargeStringArray, StringArray, StringViewArray};
use arrow_schema::DataType;
use lvzhi::Cell;

use super::typed;
use crate::cell::Held;

/// One column of a batch: texts stay where they are, what has another type is made a cell once.
pub(super) enum Column {
    Blank,
    Text(StringArray),
    LargeText(LargeStringArray),
    TextView(StringViewArray),
    /// Texts, or anything else, written once and named by place.
    Coded {
        places: Vec<Option<usize>>,
        values: Box<Column>,
    },
    Held(Vec<Held>),
}

impl Column {
    /// The column of an array; an error names the type that cannot be read.
    pub(super) fn new(array: &ArrayRef) -> Result<Column, String> {
        Ok(match array.data_type() {
            DataType::Null => Column::Blank,
            DataType::Utf8 => Column::Text(array.as_string().clone()),
            DataType::LargeUtf8 => Column::LargeText(array.as_string().clone()),
            DataType::Utf8View => Column::TextView(array.as_string_view().clone()),
            DataType::Dictionary(_, kind) => {
                let coded = array.as_any_dictionary();
                let values = Column::new(coded.values()).map_err(|_| format!("Dictionary of {kind}"))?;
                // Of nothing there are no places.
                if coded.values().is_empty() {
                    return Ok(Column::Blank);
                }
                let places = coded.normalized_keys().into_iter().enumerate();
                let places = places.map(|(row, place)| coded.keys().is_valid(row).then_some(place)).collect();
                Column::Coded { places, values: Box::new(values) }
            }
            kind => Column::Held(typed::read(array).ok_or_else(|| kind.to_string())?),
        })
    }

    /// What stands in a row.
    pub(super) fn cell(&self, row: usize) -> Cell<'_> {
        match self {
            Column::Blank => Cell::Blank,
            Column::Text(texts) => texts.is_valid(row).then(|| texts.value(row)).into(),
            Column::LargeText(texts) => texts.is_valid(row).then(|| texts.value(row)).into(),
            Column::TextView(texts) => texts.is_valid(row).then(|| texts.value(row)).into(),
            Column::Coded { places, values } => {
                places.get(row).copied().flatten().map_or(Cell::Blank, |place| values.cell(place))
            }
            Column::Held(cells) => cells.get(row).map_or(Cell::Blank, Held::cell),
        }
    }
}
