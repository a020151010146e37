use std::sync::Arc;

use serde::{Deserialize, Serialize};

use crate::score::Unscored;
use crate::{Date, Id, Slug};

/// A record, as a statement names it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct RecordRef {
    /// The record's id.
    pub id: Id,
    /// The day.
    pub date: Date,
    /// What kind of record, by its label.
    pub kind: Arc<str>,
    /// The values that it and the subject's part in it carry, by their labels.
    pub facets: Vec<Arc<str>>,
}

/// A record that gave no line.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct Unlisted {
    /// The record.
    pub record: RecordRef,
    /// Why not.
    pub reason: Unscored,
    /// What it was counted for elsewhere: vetoes, rates, notices, duties, each in the order of the rulebook.
    pub used: Vec<Used>,
}

/// A rule that used a record without making a line of it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct Used {
    /// What kind of rule.
    pub what: UsedBy,
    /// The item, notice or duty; vetoes have no id.
    pub id: Option<Slug>,
    /// What it is called.
    pub label: Arc<str>,
}

/// The kinds of rule that use records without making lines of them.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "lowercase")]
pub enum UsedBy {
    /// 否决
    Veto,
    /// An item, for what its rate is of.
    Rate,
    /// 提醒
    Notice,
    /// 履职要求
    Duty,
}
