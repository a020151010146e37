use super::Step;
use crate::document::Spot;
use crate::rulebook::When;
use crate::rulebook::read::Reading;

/// `rate`: a count in proportion to another, as of meetings attended to meetings held.
#[derive(Debug, Clone)]
pub(crate) struct Rate {
    /// What is divided by.
    pub(crate) of: When,
    /// Whether records of any subject count in the denominator, not only those in which the subject is involved.
    pub(crate) all: bool,
    /// Steps in percent, instead of points in proportion.
    pub(crate) ladder: Option<Vec<Step>>,
}

impl Rate {
    /// Reads `{ of, all }`; the ladder, if there is one, stands beside it.
    pub(super) fn read(spot: Spot<'_>, ladder: Option<Vec<Step>>, reading: &mut Reading<'_>) -> Option<Rate> {
        let faults = &mut reading.faults;
        let fields = spot.fields(faults)?;
        let of = fields.required("of", faults);
        let all = fields.optional("all").and_then(|all| all.boolean(faults)).unwrap_or_default();
        fields.finish(faults);
        let of = When::read(of?, reading)?;
        Some(Rate { of, all, ladder })
    }
}
