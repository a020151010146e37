use std::sync::Arc;

use serde::{Deserialize, Serialize};

use crate::{Amount, Cadence, Decimal, Figure, Slug, Window};

/// The figure of a category or an item: its own value after its own clamp, not reduced by outer ones.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct NodeFigure {
    /// The category or item.
    pub id: Slug,
    /// What it is called.
    pub label: Arc<str>,
    /// The clause it stands on.
    pub clause: Option<Arc<str>>,
    /// What the rulebook's author says about it.
    pub note: Option<Arc<str>>,
    /// 0 for what hangs on the board itself.
    pub depth: u32,
    /// Whether it is an item, a leaf.
    pub item: bool,
    /// The published figure.
    pub figure: Figure,
    /// The exact value.
    pub exact: Amount,
    /// What the sum below it is multiplied by: weight and factors; none where they differ between the parts of the period.
    pub factors: Vec<Decimal>,
    /// Its cap, in points.
    pub cap: Option<Decimal>,
    /// Its floor, in points.
    pub floor: Option<Decimal>,
    /// How its measure is taken window by window, if it is.
    pub windows: Option<Windows>,
    /// What its cap took.
    pub taken: Amount,
    /// What its floor added.
    pub raised: Amount,
}

/// An item's measure is taken in each of these windows, and clamped in each.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct Windows {
    /// Which windows.
    pub cadence: Cadence,
    /// The cap of each, in points.
    pub cap: Option<Decimal>,
    /// The floor of each, in points.
    pub floor: Option<Decimal>,
    /// The windows in which the cap took something, or the floor gave, in their order.
    pub clipped: Vec<WindowClip>,
}

/// What the cap or the floor of one window did.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct WindowClip {
    /// The window.
    pub window: Window,
    /// What the cap took.
    pub taken: Amount,
    /// What the floor added.
    pub raised: Amount,
}
