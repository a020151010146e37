use std::sync::Arc;

use serde::{Deserialize, Serialize};

use crate::Decimal;

/// A subject's part of a shared record: the fraction `part`/`of`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct Share {
    /// The numerator.
    pub part: u32,
    /// The denominator; never 0.
    pub of: u32,
    /// How the record is shared.
    pub split: Split,
}

/// How a record is shared among its approved participants.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(tag = "what", rename_all = "lowercase")]
#[non_exhaustive]
pub enum Split {
    /// In equal parts.
    Equal {
        /// Among how many.
        people: u32,
    },
    /// In two parts, each shared equally.
    Facet {
        /// What those carry who have the first part, by its label.
        value: Arc<str>,
        /// The first part of the whole.
        part: Decimal,
        /// How many share it.
        carrying: u32,
        /// How many there are in all.
        people: u32,
    },
}
