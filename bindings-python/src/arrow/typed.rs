//! Columns of days and of numbers.

use arrow_array::cast::AsArray;
use arrow_array::timezone::Tz;
use arrow_array::types::{
    ArrowPrimitiveType, ArrowTemporalType, ArrowTimestampType, Date32Type, Date64Type, Decimal32Type, Decimal64Type,
    Decimal128Type, Decimal256Type, DecimalType, Float16Type, Float32Type, Float64Type, Int8Type, Int16Type, Int32Type,
    Int64Type, TimestampMicrosecondType, TimestampMillisecondType, TimestampNanosecondType, TimestampSecondType,
    UInt8Type, UInt16Type, UInt32Type, UInt64Type,
};
use arrow_array::{Array, ArrayRef, PrimitiveArray};
use arrow_schema::{DataType, TimeUnit};

use crate::cell::Held;

/// The cells of a column of days or numbers; none if it is of another type.
pub(super) fn read(array: &ArrayRef) -> Option<Vec<Held>> {
    Some(match array.data_type() {
        DataType::Date32 => days::<Date32Type>(array),
        DataType::Date64 => days::<Date64Type>(array),
        DataType::Timestamp(unit, zone) => {
            let zone = zone.as_ref().map(|zone| zone.parse::<Tz>()).transpose().ok()?;
            match unit {
                TimeUnit::Second => moments::<TimestampSecondType>(array, zone),
                TimeUnit::Millisecond => moments::<TimestampMillisecondType>(array, zone),
                TimeUnit::Microsecond => moments::<TimestampMicrosecondType>(array, zone),
                TimeUnit::Nanosecond => moments::<TimestampNanosecondType>(array, zone),
            }
        }
        DataType::Int8 => numbers::<Int8Type>(array),
        DataType::Int16 => numbers::<Int16Type>(array),
        DataType::Int32 => numbers::<Int32Type>(array),
        DataType::Int64 => numbers::<Int64Type>(array),
        DataType::UInt8 => numbers::<UInt8Type>(array),
        DataType::UInt16 => numbers::<UInt16Type>(array),
        DataType::UInt32 => numbers::<UInt32Type>(array),
        DataType::UInt64 => numbers::<UInt64Type>(array),
        // A float prints as the shortest decimal that it is read back from.
        DataType::Float16 => numbers::<Float16Type>(array),
        DataType::Float32 => numbers::<Float32Type>(array),
        DataType::Float64 => numbers::<Float64Type>(array),
        DataType::Decimal32(..) => decimals::<Decimal32Type>(array),
        DataType::Decimal64(..) => decimals::<Decimal64Type>(array),
        DataType::Decimal128(..) => decimals::<Decimal128Type>(array),
        DataType::Decimal256(..) => decimals::<Decimal256Type>(array),
        _ => return None,
    })
}

fn cells<T: ArrowPrimitiveType>(array: &ArrayRef, held: impl Fn(&PrimitiveArray<T>, usize) -> Held) -> Vec<Held> {
    let array = array.as_primitive::<T>();
    let cell = |row| if array.is_valid(row) { held(array, row) } else { Held::Blank };
    (0..array.len()).map(cell).collect()
}

fn numbers<T: ArrowPrimitiveType<Native: ToString>>(array: &ArrayRef) -> Vec<Held> {
    cells::<T>(array, |array, row| Held::number(array.value(row).to_string()))
}

fn decimals<T: DecimalType>(array: &ArrayRef) -> Vec<Held> {
    cells::<T>(array, |array, row| Held::number(array.value_as_string(row)))
}

fn days<T: ArrowTemporalType<Native: ToString>>(array: &ArrayRef) -> Vec<Held>
where
    i64: From<T::Native>,
{
    cells::<T>(array, |array, row| {
        array.value_as_date(row).map_or_else(|| Held::Text(array.value(row).to_string()), Held::day)
    })
}

/// Moments in time: the days that they show, in their own zone if they have one.
fn moments<T: ArrowTimestampType>(array: &ArrayRef, zone: Option<Tz>) -> Vec<Held> {
    cells::<T>(array, |array, row| {
        let day = match zone {
            Some(zone) => array.value_as_datetime_with_tz(row, zone).map(|moment| moment.date_naive()),
            None => array.value_as_date(row),
        };
        day.map_or_else(|| Held::Text(array.value(row).to_string()), Held::day)
    })
}
