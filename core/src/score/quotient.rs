use crate::{Amount, Decimal, Figure, Rounding};

/// `part ÷ of` as a figure, rounded once: ten-thousandths divided by a count are ten-thousandths. None unless `of` is more than nought.
pub(super) fn quotient(part: i128, of: i128, places: u8, rounding: Rounding) -> Option<Figure> {
    if of <= 0 {
        return None;
    }
    let step = 10_i128.pow(4 - u32::from(places.min(4)));
    let unit = of * step;
    let (whole, rest) = (part / unit, part % unit);
    // However it is rounded, of a rest it matters only whether it is less than a half of the last place, a half or more.
    let quarters = match (rest.unsigned_abs() * 2).cmp(&unit.unsigned_abs()) {
        _ if rest == 0 => 0,
        std::cmp::Ordering::Less => 1,
        std::cmp::Ordering::Equal => 2,
        std::cmp::Ordering::Greater => 3,
    };
    let quarter = Amount::from(Decimal::from_ten_thousandths(1)).ticks() * step / 4;
    Some(Figure::of(Amount::from_ticks((whole * 4 + rest.signum() * quarters) * quarter), places, rounding))
}

/// One number as a part of another, with two places, a half away from zero. None unless the other is more than nought.
pub(super) fn ratio(part: i128, of: i128) -> Option<Figure> {
    quotient(part * 10_000, of, 2, Rounding::HalfUp)
}

#[cfg(test)]
mod tests {
    use super::{quotient, ratio};
    use crate::Rounding;

    #[test]
    fn a_quotient_is_rounded_once() {
        let said = |part, of, places, rounding| quotient(part, of, places, rounding).unwrap().to_string();
        assert_eq!(said(200_000, 3, 2, Rounding::HalfUp), "6.67");
        assert_eq!(said(200_000, 3, 2, Rounding::Down), "6.66");
        assert_eq!(said(-200_000, 3, 4, Rounding::HalfUp), "-6.6667");
        assert_eq!(said(10_000, 2, 0, Rounding::HalfUp), "1");
        assert_eq!(said(10_000, 2, 0, Rounding::HalfEven), "0");
        assert_eq!(said(30_000, 2, 0, Rounding::HalfEven), "2");
        assert_eq!(said(-10_000, 2, 0, Rounding::HalfUp), "-1");
        assert_eq!(said(-10_000, 3, 0, Rounding::Down), "0");
        // Nearer to the half than a tick, on either side of it.
        let crowd = 3_000_000_000;
        assert_eq!(said(50 * crowd - 1, crowd, 2, Rounding::HalfUp), "0.00");
        assert_eq!(said(50 * crowd + 1, crowd, 2, Rounding::HalfEven), "0.01");
        assert_eq!(said(50 * crowd, crowd, 2, Rounding::HalfEven), "0.00");
        assert_eq!(said(100 * crowd - 1, crowd, 2, Rounding::Down), "0.00");
    }

    #[test]
    fn nothing_is_a_part_of_nothing() {
        assert_eq!(quotient(1, 0, 2, Rounding::HalfUp), None);
        assert_eq!(ratio(1, -4), None);
        assert_eq!(ratio(-1, 8).map(|figure| figure.to_string()).as_deref(), Some("-0.13"));
        assert_eq!(ratio(6, 4).map(|figure| figure.to_string()).as_deref(), Some("1.50"));
    }
}
