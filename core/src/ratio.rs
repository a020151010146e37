use serde::{Deserialize, Serialize};

use crate::{Figure, Rounding};

/// 比率: so many of so many, exactly; nothing of nothing is no ratio.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct Ratio {
    /// How many.
    pub part: u32,
    /// Of how many; never 0.
    pub whole: u32,
    /// The ratio as it is published: with two places, a half away from zero.
    pub figure: Figure,
}

/// The places of a published ratio.
const PLACES: u8 = 2;

impl Ratio {
    /// So many of so many; none where there is nothing to be a part of.
    pub(crate) fn of(part: usize, whole: usize) -> Option<Ratio> {
        let (part, whole) = (u32::try_from(part).unwrap_or(u32::MAX), u32::try_from(whole).unwrap_or(u32::MAX));
        Ratio::published(part.into(), whole.into()).map(|figure| Ratio { part, whole, figure })
    }

    /// One number as a part of another as it is published, also where it is more than the whole, or less than nothing; none unless the
    /// other is more than nought.
    pub(crate) fn published(part: i128, whole: i128) -> Option<Figure> {
        Figure::quotient(part, whole, PLACES, Rounding::HalfUp)
    }
}

#[cfg(test)]
mod tests {
    use super::Ratio;

    #[test]
    fn two_places_a_half_up_and_nothing_of_nothing() {
        let figure = |part, whole| Ratio::of(part, whole).map(|ratio| ratio.figure.to_string());
        assert_eq!(figure(1, 3).as_deref(), Some("0.33"));
        assert_eq!(figure(1, 200).as_deref(), Some("0.01"));
        assert_eq!(figure(199, 200).as_deref(), Some("1.00"));
        assert_eq!(figure(0, 4).as_deref(), Some("0.00"));
        assert_eq!(figure(0, 0), None);
    }
}
