//! Exact numbers: decimals in ten-thousandths, points in ticks, each product rounded once.

use serde_json::Value;

use super::shape::{field, text};

/// Ten-thousandths in one: every decimal has four places.
pub(super) const ONE: i128 = 10_000;
/// Ticks in one ten-thousandth of a point; the least common multiple of 1 to 16.
const FINE: i128 = 720_720;
/// The largest number of ticks a node may be worth.
pub(super) const LIMIT: i128 = (1 << 63) - 1;

/// A decimal, read from its text, in ten-thousandths.
pub(super) fn decimal(value: &Value) -> i128 {
    match value {
        Value::Number(number) => parse(&number.to_string()),
        Value::String(text) => parse(text.trim()),
        _ => 0,
    }
}

fn parse(text: &str) -> i128 {
    let (digits, exponent) = text.split_once(['e', 'E']).unwrap_or((text, "0"));
    let (whole, part) = digits.split_once('.').unwrap_or((digits, ""));
    let number: i128 = format!("{whole}{part}").parse().unwrap_or(0);
    let places = exponent.parse::<i64>().unwrap_or(0) + 4 - part.chars().map(|_| 1).sum::<i64>();
    let scale = 10_i128.pow(u32::try_from(places.abs()).unwrap_or(0));
    if places < 0 { number / scale } else { number * scale }
}

/// The decimal of a key, in ten-thousandths.
pub(super) fn figure(table: &Value, key: &str) -> Option<i128> {
    field(table, key).map(decimal)
}

/// The points of a key, in ticks.
pub(super) fn points(table: &Value, key: &str) -> Option<i128> {
    figure(table, key).map(ticks)
}

/// The whole number of a key.
pub(super) fn whole(table: &Value, key: &str) -> Option<i128> {
    figure(table, key).map(|number| number / ONE)
}

/// A decimal number of points, in ticks; always exact.
pub(super) fn ticks(decimal: i128) -> i128 {
    decimal * FINE
}

/// The length of a list, as a number to reckon with.
pub(super) fn many(length: usize) -> i128 {
    i128::try_from(length).unwrap_or(0)
}

/// `above ÷ below`, rounded half away from zero. `below` is positive.
pub(super) fn ratio(above: i128, below: i128) -> i128 {
    let half = (2 * above.abs() + below) / (2 * below);
    half * above.signum()
}

/// Ticks times a decimal, rounded to a tick.
pub(super) fn product(ticks: i128, decimal: i128) -> i128 {
    ratio(ticks * decimal, ONE)
}

/// The places of published figures.
pub(super) fn places(rulebook: &Value) -> u32 {
    field(rulebook, "rulebook")
        .and_then(|head| whole(head, "decimals"))
        .and_then(|places| u32::try_from(places).ok())
        .unwrap_or(2)
}

/// Ticks in one unit of the last published place.
fn unit(rulebook: &Value) -> i128 {
    ONE * FINE / 10_i128.pow(places(rulebook))
}

/// Ticks as published: a whole number of units of the last place.
pub(super) fn publish(rulebook: &Value, ticks: i128) -> i128 {
    let unit = unit(rulebook);
    match field(rulebook, "rulebook").and_then(|head| text(head, "rounding")) {
        Some("down") => ticks / unit,
        Some("half-even") => {
            let (low, rest) = (ticks.div_euclid(unit), ticks.rem_euclid(unit));
            let up = 2 * rest > unit || (2 * rest == unit && low % 2 != 0);
            low + i128::from(up)
        }
        _ => ratio(ticks, unit),
    }
}

/// What a published figure is worth, in ticks.
pub(super) fn worth(rulebook: &Value, published: i128) -> i128 {
    published * unit(rulebook)
}

/// A published figure as text, with exactly the places asked for.
pub(super) fn print(places: u32, published: i128) -> String {
    let scale = 10_i128.pow(places);
    let sign = if published < 0 { "-" } else { "" };
    let (whole, part) = (published.abs() / scale, published.abs() % scale);
    match usize::try_from(places).unwrap_or(0) {
        0 => format!("{sign}{whole}"),
        width => format!("{sign}{whole}.{part:0width$}"),
    }
}
