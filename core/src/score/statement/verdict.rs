use std::fmt;
use std::sync::Arc;

use serde::{Deserialize, Serialize};

use crate::{Id, Slug};

/// A grade that was given.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct Graded {
    /// What is printed: 优秀.
    pub label: Arc<str>,
    /// The colour that the rulebook gives it.
    pub color: Option<Arc<str>>,
    /// Whether a veto gave it.
    pub by_veto: bool,
}

/// A grade prints as its label.
impl fmt::Display for Graded {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(&self.label)
    }
}

/// A grade whose conditions hold, but which its quota did not let in.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct LeftOut {
    /// The grade.
    pub label: Arc<str>,
    /// Whether the quota comes to any seat where the subject could have had one.
    pub seats: bool,
}

/// A notice that is given.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct Given {
    /// The notice.
    pub id: Slug,
    /// What it says.
    pub label: Arc<str>,
    /// Who gives it.
    pub by: Option<Arc<str>>,
    /// The clause it stands on.
    pub clause: Option<Arc<str>>,
}

/// A veto that struck.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct Struck {
    /// What it is.
    pub label: Arc<str>,
    /// The clause it stands on.
    pub clause: Option<Arc<str>>,
    /// The grade that it decides.
    pub grade: Option<Arc<str>>,
    /// Whether it makes the total nought.
    pub zero: bool,
    /// The records that matched.
    pub records: Vec<Id>,
}
