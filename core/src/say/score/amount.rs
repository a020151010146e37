use crate::say::sheet::Cell;
use crate::{Amount, Decimal, Figure, Rounding, Statement};

/// An exact amount in a cell: a fraction with its decimal under it.
pub(super) fn cell(amount: Amount, statement: &Statement) -> Cell {
    let text = amount.to_string();
    let detail = if text.contains('/') {
        format!("≈{}", rounded(amount, statement.total.places().max(2)))
    } else {
        String::new()
    };
    Cell::with_detail(text, detail)
}

/// `part ÷ of` in percent with two places, and whether that is exact; none of nothing.
pub(super) fn percent(part: Decimal, of: Decimal) -> Option<(Decimal, bool)> {
    let (part, of) = (i128::from(part.ten_thousandths()), i128::from(of.ten_thousandths()));
    if of == 0 {
        return None;
    }
    let hundredth = Amount::from(Decimal::from_ten_thousandths(100));
    let exact = part * 10_000 % of == 0;
    let percent = rounded(hundredth.shared(part * 10_000, of), 2);
    i64::try_from(percent.ten_thousandths()).ok().map(|count| (Decimal::from_ten_thousandths(count), exact))
}

/// A part of one, as a rule states it, in percent.
pub(super) fn of_hundred(part: Decimal) -> Decimal {
    Decimal::from_ten_thousandths(part.ten_thousandths().saturating_mul(100))
}

/// A published ratio in percent.
pub(super) fn published_percent(ratio: Figure) -> Option<Decimal> {
    i64::try_from(ratio.ten_thousandths()).ok().map(|part| of_hundred(Decimal::from_ten_thousandths(part)))
}

fn rounded(amount: Amount, places: u8) -> Figure {
    Figure::of(amount, places, Rounding::HalfUp)
}
