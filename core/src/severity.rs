use std::fmt;

use serde::{Deserialize, Serialize};

/// 轻重: how much a finding weighs, be it about a structure or about a rulebook. The gravest comes first.
///
/// ```
/// use lvzhi::Severity;
/// assert_eq!(Severity::Warning.as_str(), "warning");
/// assert!(Severity::Error < Severity::Note);
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "lowercase")]
pub enum Severity {
    /// 须整改: it is wrong, and what is to be done about it is known.
    Error,
    /// 须核对: what is written does not fit together, or is over and done with; somebody has to look.
    Warning,
    /// 待完成: nothing is wrong; it says what is still to be done, or good to know.
    Note,
}

impl Severity {
    /// Every severity, the gravest first.
    pub const ALL: [Severity; 3] = [Severity::Error, Severity::Warning, Severity::Note];

    /// The severity as text.
    pub const fn as_str(self) -> &'static str {
        match self {
            Severity::Error => "error",
            Severity::Warning => "warning",
            Severity::Note => "note",
        }
    }
}

impl fmt::Display for Severity {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.as_str())
    }
}
