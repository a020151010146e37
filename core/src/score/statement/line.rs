use std::sync::Arc;

use serde::{Deserialize, Serialize};

use super::{Cut, Entry};
use crate::{Amount, Decimal, Slug};

/// One line: what gave it, what it was worth, what it counts for, and why not more.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct Line {
    /// The item; for a floor the category or board whose floor it is.
    pub node: Slug,
    /// What the item is called.
    pub label: Arc<str>,
    /// The clause it stands on.
    pub clause: Option<Arc<str>>,
    /// What gave the line.
    pub entry: Entry,
    /// What it was worth, before the weights and factors of the nodes above it and before every clamp.
    pub value: Amount,
    /// The weights and factors of the nodes above it, innermost first.
    pub factors: Vec<Decimal>,
    /// What it counts for in the total.
    pub contribution: Amount,
    /// What took something off it, in the order in which it did.
    pub cuts: Vec<Cut>,
}
