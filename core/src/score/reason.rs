use std::fmt;
use std::str::FromStr;
use std::sync::Arc;

use serde::{Deserialize, Serialize};

/// Why a line counts for less than it was worth. It prints, and is written, as its code: `cap:meetings`.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
#[non_exhaustive]
pub enum Reason {
    /// Another line on the same work is worth more.
    BestOfWork,
    /// The first ones do not count.
    Skipped,
    /// Better ones fill the number that counts.
    NotAmongMost,
    /// It counts once, and another is better.
    NotBest,
    /// The cap of a node, by its id.
    Cap(Arc<str>),
    /// The cap of a window of an item, by its id.
    WindowCap(Arc<str>),
    /// A required duty, by its id, was missed or is pending.
    Require(Arc<str>),
    /// A veto made the total nought.
    Veto,
    /// The node is larger than points can be.
    CapPoints,
}

impl fmt::Display for Reason {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Reason::BestOfWork => f.write_str("best-of-work"),
            Reason::Skipped => f.write_str("skipped"),
            Reason::NotAmongMost => f.write_str("not-among-most"),
            Reason::NotBest => f.write_str("not-best"),
            Reason::Cap(node) => write!(f, "cap:{node}"),
            Reason::WindowCap(item) => write!(f, "window-cap:{item}"),
            Reason::Require(duty) => write!(f, "require:{duty}"),
            Reason::Veto => f.write_str("veto"),
            Reason::CapPoints => f.write_str("cap:points"),
        }
    }
}

impl FromStr for Reason {
    type Err = UnknownReason;

    /// Reads the code as it prints. `cap:points` is [`Reason::CapPoints`], although the cap of a node called `points` prints so too: only
    /// the label of a [`Cut`](super::Cut) tells them apart, and a cut is read back exactly.
    fn from_str(text: &str) -> Result<Self, UnknownReason> {
        let reason = match text.split_once(':') {
            None => match text {
                "best-of-work" => Reason::BestOfWork,
                "skipped" => Reason::Skipped,
                "not-among-most" => Reason::NotAmongMost,
                "not-best" => Reason::NotBest,
                "veto" => Reason::Veto,
                _ => return Err(UnknownReason(text.to_owned())),
            },
            Some(("cap", "points")) => Reason::CapPoints,
            Some(("cap", node)) => Reason::Cap(node.into()),
            Some(("window-cap", item)) => Reason::WindowCap(item.into()),
            Some(("require", duty)) => Reason::Require(duty.into()),
            Some(_) => return Err(UnknownReason(text.to_owned())),
        };
        Ok(reason)
    }
}

/// A text that is not the code of a reason.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("`{0}` is no reason for which a line is cut")]
pub struct UnknownReason(String);

crate::text::as_text!(Reason: "Why a line counts for less than it was worth, as a code: `best-of-work`, `cap:meetings` …");

/// Why a record gave no line. The first that applies is said.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case")]
#[non_exhaustive]
pub enum Unscored {
    /// 待审核
    Pending,
    /// 退回
    Rejected,
    /// 作废
    Void,
    /// It is later than the day that was given.
    AfterAsOf,
    /// Its kind never scores.
    UnscoredKind,
    /// An item takes it, but it has no score of its own.
    NoScore,
    /// It lies outside the period.
    OutsidePeriod,
    /// A veto, a notice, a rate or a duty used it.
    CountedElsewhere,
    /// No item takes it.
    NoItem,
}

impl Unscored {
    /// The reason's code.
    pub const fn as_str(self) -> &'static str {
        match self {
            Unscored::Pending => "pending",
            Unscored::Rejected => "rejected",
            Unscored::Void => "void",
            Unscored::AfterAsOf => "after-as-of",
            Unscored::UnscoredKind => "unscored-kind",
            Unscored::NoScore => "no-score",
            Unscored::OutsidePeriod => "outside-period",
            Unscored::CountedElsewhere => "counted-elsewhere",
            Unscored::NoItem => "no-item",
        }
    }
}

impl fmt::Display for Unscored {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.as_str())
    }
}
