//! What is wrong, and what would put it right: a closed match over every kind of detail, once a language.

mod en;
mod zh;

use crate::Lang;
use crate::audit::{DutyWindows, Finding};

/// What is wrong, of whom, by which rule.
pub(super) fn message(finding: &Finding, lang: Lang) -> String {
    match lang {
        Lang::Zh => zh::message(finding),
        Lang::En => en::message(finding),
    }
}

/// What is wrong, where it is known of whom.
pub(super) fn fact(finding: &Finding, lang: Lang) -> String {
    match lang {
        Lang::Zh => zh::fact(finding),
        Lang::En => super::en::capital(&en::fact(finding)),
    }
}

/// What would put it right.
pub(super) fn help(finding: &Finding, lang: Lang) -> String {
    match lang {
        Lang::Zh => zh::help(finding),
        Lang::En => en::help(finding),
    }
}

/// Whether nothing is wanting: in every window more was done than is allowed.
fn exceeded(windows: &DutyWindows) -> bool {
    windows.windows.iter().all(|window| windows.over(window).is_some())
}
