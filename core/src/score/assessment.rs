use std::sync::Arc;

use super::Scores;
use crate::diagnostic::Diagnostics;
use crate::document::{Document, Spot};
use crate::{Date, Period};

/// 考核: what is asked of a scorer. A period alone will do.
///
/// ```
/// use lvzhi::{Assessment, Period};
/// let year: Period = "2023".parse()?;
/// let in_august = Assessment::of(year).as_of("2023-08-15".parse()?);
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Debug, Clone)]
pub struct Assessment {
    pub(crate) period: Period,
    pub(crate) as_of: Option<Date>,
    pub(crate) history: Vec<Arc<Scores>>,
}

impl Assessment {
    /// Asks about a whole period, on its last day, without looking at earlier ones.
    pub fn of(period: Period) -> Self {
        Assessment { period, as_of: None, history: Vec::new() }
    }

    /// Asks on this day: what is later is left out, and duties may still be pending.
    #[must_use]
    pub fn as_of(mut self, day: Date) -> Self {
        self.as_of = Some(day);
        self
    }

    /// Gives the scores of an earlier period, for notices that look at several periods running.
    #[must_use]
    pub fn after(mut self, earlier: impl Into<Arc<Scores>>) -> Self {
        self.history.push(earlier.into());
        self
    }
}

impl Period {
    /// Reads a period from JSON: a text, or a table of `from` and `to`.
    ///
    /// ```
    /// use lvzhi::Period;
    /// let half = Period::from_json(r#"{ "from": "2023-01-01", "to": "2023-06-30" }"#)?;
    /// assert_eq!(half.to_string(), "2023-01-01..2023-06-30");
    /// # Ok::<(), lvzhi::Diagnostics>(())
    /// ```
    pub fn from_json(text: &str) -> Result<Period, Diagnostics> {
        let document = Document::from_json(text)?;
        let mut faults = Diagnostics::new(document.source.clone());
        let period = Spot::top(&document).period(&mut faults).filter(|_| faults.is_empty());
        period.ok_or_else(|| faults.sorted())
    }
}

impl From<Period> for Assessment {
    fn from(period: Period) -> Self {
        Assessment::of(period)
    }
}
