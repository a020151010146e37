use std::ops::Range;
use std::sync::Arc;

/// A check of a standard that an entity has passed, written `standard/check`, or by the check alone.
#[derive(Debug, Clone, PartialEq, Eq)]
#[expect(clippy::struct_field_names, reason = "a check is named by its standard and by itself")]
pub(crate) struct Check {
    pub(crate) standard: Option<Arc<str>>,
    pub(crate) check: Arc<str>,
    /// The bytes on which it stands in the roster's text; only a rulebook knows whether there is such a check.
    pub(crate) bytes: Range<usize>,
}

impl Check {
    pub(crate) fn new(text: &str, bytes: Range<usize>) -> Self {
        match text.split_once('/') {
            Some((standard, check)) => Check { standard: Some(standard.into()), check: check.into(), bytes },
            None => Check { standard: None, check: text.into(), bytes },
        }
    }
}
