use std::fmt;
use std::sync::Arc;

use serde::{Serialize, Serializer};

use crate::{Date, EntityKind, Id};

macro_rules! codes {
    ($($(#[doc = $doc:literal])+ $name:ident = $text:literal,)*) => {
        /// What an audit may find. Part of the interface: kebab-case, stable.
        ///
        /// ```
        /// use lvzhi::audit::FindingCode;
        /// assert_eq!(FindingCode::BoundBroken.as_str(), "bound-broken");
        /// assert!(FindingCode::UnknownState < FindingCode::NotActive);
        /// ```
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        #[non_exhaustive]
        pub enum FindingCode {
            $($(#[doc = $doc])+ $name,)*
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
        }
    };
}

codes! {
    /// 状态不明: a studio's history names a state that the lifecycle has not got.
    UnknownState = "unknown-state",
    /// 日期倒退: an entry of a studio's history is dated before the one before it.
    BackwardsDate = "backwards-date",
    /// 流程不合: a studio went from one state to another, and the lifecycle has no such move.
    IllegalMove = "illegal-move",
    /// 条件不足: a studio made a move on a day on which it did not have all that the move requires.
    UnmetRequirement = "unmet-requirement",
    /// 配置不符: too few or too many relations.
    BoundBroken = "bound-broken",
    /// 建设未达标: not every check of a standard is met.
    StandardIncomplete = "standard-incomplete",
    /// 履职未完成: a duty was missed in some window.
    DutyMissed = "duty-missed",
    /// 履职待完成: a duty is not met in some window, and there is time.
    DutyDue = "duty-due",
    /// 逾期未办: the deadline of a matter's step has passed, and the step is not done.
    MatterOverdue = "matter-overdue",
    /// 逾期办结: a matter is closed, but a step of it was late.
    MatterLate = "matter-late",
    /// 不在任: a record names a member on a day on which the member did not sit.
    NotSeated = "not-seated",
    /// 未运行: a record names a studio on a day on which the studio was not active.
    NotActive = "not-active",
}

impl fmt::Display for FindingCode {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.as_str())
    }
}

impl Serialize for FindingCode {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self.as_str())
    }
}

/// One thing that an audit found: what, of whom, by which rule. They are listed in the order of their codes, then by rule and subject.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[non_exhaustive]
pub struct Finding {
    /// What was found.
    pub code: FindingCode,
    /// The id of the entity, or of the matter.
    pub subject: Id,
    /// What kind of entity it is; none for a matter.
    pub kind: Option<EntityKind>,
    /// The entity's name; of a matter the id again.
    pub name: Arc<str>,
    /// The id of the duty, bound, standard, step or record. A move of a studio has none and is written `from→to`, the state with which
    /// a history begins alone.
    pub rule: Arc<str>,
    /// The day in question: of the entry or the record, the last of the first window in question, the deadline of the step. None where
    /// the question is asked as of the day of the audit.
    pub date: Option<Date>,
}

impl Finding {
    /// Brings findings into their order.
    pub(super) fn sort(findings: &mut [Finding]) {
        findings.sort_by(|a, b| {
            (a.code, &a.rule, &a.subject, a.kind, a.date).cmp(&(b.code, &b.rule, &b.subject, b.kind, b.date))
        });
    }
}
