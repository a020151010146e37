use std::fmt;
use std::str::FromStr;
use std::sync::Arc;

use serde::{Deserialize, Serialize};

use super::Detail;
use crate::{Date, EntityKind, Id, Severity};

macro_rules! codes {
    ($($severity:ident $name:ident = $text:literal,)*) => {
        /// What an audit may find. Part of the interface: kebab-case, stable. Each has a page: what it means, a wrong and a right example.
        ///
        /// ```
        /// use lvzhi::audit::FindingCode;
        /// assert_eq!(FindingCode::BoundBroken.as_str(), "bound-broken");
        /// assert!(FindingCode::UnknownState < FindingCode::NotActive);
        /// ```
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        #[non_exhaustive]
        pub enum FindingCode {
            $(#[doc = include_str!(concat!("codes/", $text, ".md"))] $name,)*
        }

        impl FindingCode {
            /// Every code, in the order in which findings are listed.
            pub const ALL: &'static [FindingCode] = &[$(FindingCode::$name,)*];

            /// The code as text.
            pub const fn as_str(self) -> &'static str {
                match self {
                    $(FindingCode::$name => $text,)*
                }
            }

            /// How much a finding of this code weighs, unless its details make it weigh less: see [`Finding::severity`].
            pub const fn severity(self) -> Severity {
                match self {
                    $(FindingCode::$name => Severity::$severity,)*
                }
            }

            /// The code's page, as Markdown.
            pub const fn page(self) -> &'static str {
                match self {
                    $(FindingCode::$name => include_str!(concat!("codes/", $text, ".md")),)*
                }
            }
        }
    };
}

codes! {
    Error UnknownState = "unknown-state",
    Warning BackwardsDate = "backwards-date",
    Error IllegalMove = "illegal-move",
    Error UnmetRequirement = "unmet-requirement",
    Error BoundBroken = "bound-broken",
    Error StandardIncomplete = "standard-incomplete",
    Error DutyMissed = "duty-missed",
    Note DutyDue = "duty-due",
    Error MatterOverdue = "matter-overdue",
    Warning MatterLate = "matter-late",
    Warning NotSeated = "not-seated",
    Warning NotActive = "not-active",
}

impl fmt::Display for FindingCode {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.as_str())
    }
}

/// A text that is no code of a finding.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("unknown code `{0}`")]
pub struct UnknownFindingCode(String);

impl FromStr for FindingCode {
    type Err = UnknownFindingCode;

    fn from_str(text: &str) -> Result<Self, UnknownFindingCode> {
        let found = FindingCode::ALL.iter().copied().find(|code| code.as_str() == text);
        found.ok_or_else(|| UnknownFindingCode(text.to_owned()))
    }
}

crate::text::as_text!(FindingCode: "The code of a finding, as `bound-broken`.");

/// One thing that an audit found: what, of whom, by which rule, and the facts. [`message`](Finding::message) and [`help`](Finding::help)
/// say it in words. They are listed in the order of their codes, then by rule and subject.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct Finding {
    /// What was found.
    pub code: FindingCode,
    /// How much it weighs: as its code, but an unmet requirement that is met by the day of the audit has only to be checked.
    pub severity: Severity,
    /// The id of the entity, or of the matter.
    pub subject: Id,
    /// What kind of entity it is; none for a matter.
    pub kind: Option<EntityKind>,
    /// The entity's name; of a matter the id again.
    pub name: Arc<str>,
    /// The id of the duty, bound, standard, step or record. A move of a studio has none and is written `from→to`, the state with which
    /// a history begins alone.
    pub rule: Arc<str>,
    /// What the rulebook calls the duty, bound, standard, step or move; none of a record, and of a move that the rulebook has not got.
    pub label: Option<Arc<str>>,
    /// Where it stands in the published text.
    pub clause: Option<Arc<str>>,
    /// The day in question: of the entry or the record, the last of the first window in question, the deadline of the step. None where
    /// the question is asked as of the day of the audit.
    pub date: Option<Date>,
    /// What was asked for, and what is there.
    pub detail: Detail,
}

/// The rule by which something was found.
#[derive(Debug, Default)]
pub(super) struct By {
    pub(super) rule: Arc<str>,
    pub(super) label: Option<Arc<str>>,
    pub(super) clause: Option<Arc<str>>,
}

impl Finding {
    /// Something found of an entity.
    pub(super) fn of(
        kind: EntityKind,
        (id, name): (&Id, &Arc<str>),
        By { rule, label, clause }: By,
        date: Option<Date>,
        detail: Detail,
    ) -> Finding {
        Finding {
            code: detail.code(),
            severity: detail.severity(),
            subject: id.clone(),
            kind: Some(kind),
            name: name.clone(),
            rule,
            label,
            clause,
            date,
            detail,
        }
    }

    /// Brings findings into their order.
    pub(super) fn sort(findings: &mut [Finding]) {
        findings.sort_by(|a, b| {
            (a.code, &a.rule, &a.subject, a.kind, a.date).cmp(&(b.code, &b.rule, &b.subject, b.kind, b.date))
        });
    }
}
