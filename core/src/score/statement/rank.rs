use std::collections::BTreeMap;
use std::fmt;
use std::sync::Arc;

use serde::{Deserialize, Serialize};

/// A rank: a number, or where a subject is ranked in several partitions, one in each.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(untagged)]
#[non_exhaustive]
pub enum Rank {
    /// Not ranked.
    None,
    /// The rank in the one partition.
    One(u32),
    /// The rank in each partition, by its name.
    Several(BTreeMap<Arc<str>, u32>),
}

/// A rank in one partition.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct RankIn {
    /// The partition: empty where there is only one, `none` for those who belong to no other.
    pub partition: Arc<str>,
    /// What it is called.
    pub label: Arc<str>,
    /// The rank.
    pub rank: u32,
    /// How many are ranked in it.
    pub of: u32,
}

impl fmt::Display for Rank {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Rank::None => f.pad("–"),
            Rank::One(rank) => f.pad(&rank.to_string()),
            Rank::Several(ranks) => {
                let each: Vec<String> = ranks.iter().map(|(partition, rank)| format!("{partition} {rank}")).collect();
                f.pad(&each.join(", "))
            }
        }
    }
}
