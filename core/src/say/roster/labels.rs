use crate::Rulebook;
use crate::rulebook::{Rules, Words};

/// What a roster's words for roles, posts, kinds of link and states are called: by a rulebook, or else as they stand. A word that the
/// rulebook does not declare stays.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Labels<'r>(Option<&'r Rules>);

impl<'r> From<&'r Rulebook> for Labels<'r> {
    fn from(rulebook: &'r Rulebook) -> Self {
        Labels(Some(rulebook.rules()))
    }
}

impl<'r> Labels<'r> {
    pub(super) fn role(self, id: &'r str) -> &'r str {
        self.word(id, |rules| &rules.vocabulary.roles)
    }

    pub(super) fn post(self, id: &'r str) -> &'r str {
        self.word(id, |rules| &rules.vocabulary.posts)
    }

    pub(super) fn link(self, id: &'r str) -> &'r str {
        let known = self.0.and_then(|rules| rules.vocabulary.links.iter().find(|known| known.id == *id));
        known.map_or(id, |known| &known.label)
    }

    pub(super) fn state(self, id: &'r str) -> &'r str {
        let lifecycle = self.0.and_then(|rules| rules.lifecycle.as_ref());
        let known = lifecycle.and_then(|lifecycle| lifecycle.states.iter().find(|known| known.id == *id));
        known.map_or(id, |known| &known.label)
    }

    fn word(self, id: &'r str, words: fn(&Rules) -> &Words) -> &'r str {
        let known = self.0.and_then(|rules| words(rules).iter().find(|known| known.id == *id));
        known.map_or(id, |known| &known.label)
    }
}
