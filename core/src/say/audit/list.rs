use super::sentence::Sentence;
use crate::say::phrase::enumerated;
use crate::{EntityKind, Lang};

/// How many are named before the rest are only counted.
const NAMED: usize = 20;

/// The first twenty of several, and how many there are; `kind` says what they are, none of matters.
pub(super) fn first(names: &[String], kind: Option<EntityKind>, lang: Lang) -> String {
    match names.get(..NAMED) {
        Some(listed) if names.len() > NAMED => Sentence::AndMore { listed, all: names.len(), kind }.said(lang),
        _ => enumerated(names.iter().cloned(), lang),
    }
}
