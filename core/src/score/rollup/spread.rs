use serde::{Deserialize, Serialize};

use crate::{Figure, Rounding};

/// 分布: where published totals lie. Each figure is exact, then rounded once, as the rulebook publishes.
///
/// A quartile lies between two totals where it must: at (n − 1) × k ÷ 4 of the n totals in order, counted from nought, as spreadsheets
/// have it that call it inclusive. The median is the middle one, or half-way between the two in the middle.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct Spread {
    /// 平均分
    pub mean: Figure,
    /// 最低分
    pub lowest: Figure,
    /// 下四分位数
    pub lower_quartile: Figure,
    /// 中位数
    pub median: Figure,
    /// 上四分位数
    pub upper_quartile: Figure,
    /// 最高分
    pub highest: Figure,
}

impl Spread {
    /// Of some totals; none of none.
    pub(super) fn of(mut totals: Vec<Figure>, places: u8, rounding: Rounding) -> Option<Spread> {
        totals.sort_unstable();
        let published = |ten_thousandths, of: i128| Figure::quotient(ten_thousandths, of * 10_000, places, rounding);
        let quartile = |k: usize| {
            let way = totals.len().checked_sub(1)? * k;
            let (low, beyond) = (totals.get(way / 4)?, i128::try_from(way % 4).ok()?);
            // At the end, nothing lies beyond.
            let high = totals.get(way / 4 + 1).unwrap_or(low);
            published(low.ten_thousandths() * (4 - beyond) + high.ten_thousandths() * beyond, 4)
        };
        let sum = totals.iter().map(|total| total.ten_thousandths()).sum();
        Some(Spread {
            mean: published(sum, i128::try_from(totals.len()).ok()?)?,
            lowest: quartile(0)?,
            lower_quartile: quartile(1)?,
            median: quartile(2)?,
            upper_quartile: quartile(3)?,
            highest: quartile(4)?,
        })
    }
}

#[cfg(test)]
mod tests {
    use super::Spread;
    use crate::{Figure, Rounding};

    /// Mean, lowest, lower quartile, median, upper quartile, highest.
    fn spread(totals: &[&str], places: u8, rounding: Rounding) -> Option<[String; 6]> {
        let totals: Vec<Figure> = totals.iter().map(|total| total.parse().unwrap()).collect();
        let of = Spread::of(totals, places, rounding)?;
        Some(
            [of.mean, of.lowest, of.lower_quartile, of.median, of.upper_quartile, of.highest]
                .map(|figure| figure.to_string()),
        )
    }

    #[track_caller]
    fn lies(totals: &[&str], expected: [&str; 6]) {
        let found = spread(totals, 2, Rounding::HalfUp).unwrap();
        assert_eq!(found, expected, "{totals:?}");
    }

    #[test]
    fn quartiles_lie_between_the_totals() {
        assert_eq!(spread(&[], 2, Rounding::HalfUp), None);
        lies(&["7.25"], ["7.25", "7.25", "7.25", "7.25", "7.25", "7.25"]);
        lies(&["10.00", "0.00"], ["5.00", "0.00", "2.50", "5.00", "7.50", "10.00"]);
        lies(&["1.00", "3.00", "2.00"], ["2.00", "1.00", "1.50", "2.00", "2.50", "3.00"]);
        // Positions 0.75, 1.5 and 2.25.
        lies(&["10.00", "20.00", "40.00", "80.00"], ["37.50", "10.00", "17.50", "30.00", "50.00", "80.00"]);
        lies(&["5.00", "1.00", "4.00", "2.00", "3.00"], ["3.00", "1.00", "2.00", "3.00", "4.00", "5.00"]);
    }

    #[test]
    fn equals_and_totals_below_nought() {
        lies(&["60.00", "60.00", "60.00", "90.00"], ["67.50", "60.00", "60.00", "60.00", "67.50", "90.00"]);
        lies(&["-5.00", "-5.00", "10.00"], ["0.00", "-5.00", "-5.00", "-5.00", "2.50", "10.00"]);
        lies(&["-0.01", "0.00"], ["-0.01", "-0.01", "-0.01", "-0.01", "0.00", "0.00"]);
    }

    #[test]
    fn each_figure_is_rounded_once_as_the_rulebook_says() {
        let thirds = ["0.01", "0.00", "0.01"];
        assert_eq!(spread(&thirds, 2, Rounding::HalfUp).unwrap(), ["0.01", "0.00", "0.01", "0.01", "0.01", "0.01"]);
        assert_eq!(spread(&thirds, 2, Rounding::HalfEven).unwrap(), ["0.01", "0.00", "0.00", "0.01", "0.01", "0.01"]);
        assert_eq!(spread(&thirds, 2, Rounding::Down).unwrap(), ["0.00", "0.00", "0.00", "0.01", "0.01", "0.01"]);
        assert_eq!(spread(&["1", "2"], 0, Rounding::HalfUp).unwrap(), ["2", "1", "1", "2", "2", "2"]);
    }
}
