use std::sync::Arc;

use serde::{Deserialize, Deserializer, Serialize, Serializer};

use crate::score::Reason;
use crate::{Amount, Window};

/// What took something off a line.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(remote = "Self")]
#[non_exhaustive]
pub struct Cut {
    /// Why.
    pub reason: Reason,
    /// What the node or duty is called that the reason names; none where it names nothing.
    pub label: Option<Arc<str>>,
    /// How much, on the scale on which it was taken: what leaves a line out (best of a work, skipped, not among the most, not the best,
    /// a required duty) takes it before the factors of the nodes above; a cap takes after those of its node and the ones below it.
    pub amount: Amount,
    /// The same on the scale of the total, on which the line's worth is shown.
    pub off: Amount,
    /// The window in which it was taken, where the item's measure is taken window by window.
    pub window: Option<Window>,
    /// How many are left out at first (skipped), or count at most (not among the most).
    pub number: Option<u64>,
}

impl Serialize for Cut {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        Self::serialize(self, serializer)
    }
}

/// A node may be called `points`: its cap prints as what points can hold does, and its label tells them apart.
impl<'de> Deserialize<'de> for Cut {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let mut cut = Self::deserialize(deserializer)?;
        if cut.reason == Reason::CapPoints && cut.label.is_some() {
            cut.reason = Reason::Cap("points".into());
        }
        Ok(cut)
    }
}

#[cfg(test)]
mod tests {
    use super::{Cut, Reason};
    use crate::Amount;

    #[test]
    fn the_cap_of_a_node_called_points_is_read_back_as_that() {
        let cut = |reason, label: Option<&str>| {
            let label = label.map(Into::into);
            Cut { reason, label, amount: Amount::ZERO, off: Amount::ZERO, window: None, number: None }
        };
        for cut in [
            cut(Reason::CapPoints, None),
            cut(Reason::Cap("points".into()), Some("积分")),
            cut(Reason::Cap("meetings".into()), Some("会议")),
            cut(Reason::Veto, None),
        ] {
            let written = serde_json::to_string(&cut).unwrap();
            assert_eq!(serde_json::from_str::<Cut>(&written).unwrap(), cut, "{written}");
        }
    }
}
