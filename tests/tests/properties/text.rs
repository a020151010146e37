//! Numbers, days and periods are what their text says.

use std::fmt;

use lvzhi::{Amount, Date, Decimal, Figure, Period, Points, Rounding, Window};
use proptest::prelude::*;

use crate::cases;

proptest! {
    #![proptest_config(cases(1000))]

    #[test]
    fn numbers_read_as_they_print(count in -9_000_000_000_000_000_000_i64.., ticks: i128, places in 0_u8..5) {
        let decimal = Decimal::from_ten_thousandths(count);
        let amount = Amount::from_ticks(ticks >> 20);
        same(decimal)?;
        same(amount)?;
        same(Amount::from(decimal))?;
        same::<Points>(amount.clamped())?;
        for rounding in [Rounding::HalfUp, Rounding::HalfEven, Rounding::Down] {
            // As large as points can be, and then some.
            same(Figure::of(Amount::from_ticks(i128::from(count)), places, rounding))?;
            same(Figure::of(Amount::from_ticks(ticks >> 40), places, rounding))?;
        }
    }

    #[test]
    fn days_and_periods_read_as_they_print(year in 1900_i32..2200, month in 1_u32..13, day in 1_u32..32, later in 0_u32..4000) {
        let Some(day) = Date::new(year, month, day) else { return Ok(()) };
        same(day)?;
        let quarter = month.div_ceil(3);
        for text in [format!("{year}"), format!("{year}-H{}", month.div_ceil(6)), format!("{year}-Q{quarter}"), format!("{year}-{month:02}")] {
            let period: Period = text.parse().unwrap();
            prop_assert_eq!(period.to_string(), text);
            same(period)?;
            let window = period.window(None).unwrap();
            prop_assert!(window.contains(Date::new(year, month, 1).unwrap()));
            same(Period::from(window))?;
        }
        same(Period::Term)?;
        let last = Date::new(2199, 12, 31).unwrap();
        same(Period::from(Window { from: day, to: day.plus_days(later).min(last) }))?;
    }
}

/// A value is what its text says, bare and in JSON.
fn same<T>(value: T) -> Result<(), TestCaseError>
where
    T: std::str::FromStr + fmt::Display + fmt::Debug + PartialEq + serde::Serialize + serde::de::DeserializeOwned,
    T::Err: fmt::Debug,
{
    let text = value.to_string();
    prop_assert_eq!(&text.parse::<T>().unwrap(), &value, "{}", text);
    let json = serde_json::to_string(&value).unwrap();
    prop_assert_eq!(&json, &format!("\"{text}\""));
    prop_assert_eq!(serde_json::from_str::<T>(&json).unwrap(), value);
    Ok(())
}
