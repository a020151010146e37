use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use serde::{Deserialize, Serialize};

use crate::arena::Arena;
use crate::diagnostic::nearest;
use crate::roster::{Attrs, Entity, Roster, Timeline};
use crate::rulebook::{Facet, Rules, Word, Words};
use crate::{EntityKind, Id, Slug};

/// A word that the roster uses and the rulebook does not declare. No rule can match it: nobody is told, and totals change.
///
/// A vocabulary of which the rulebook declares nothing is not asked about: it has no quarrel with what it never speaks of. For the same
/// reason the name of an attribute is listed only where it is spelt much like one that is declared.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct Undeclared {
    /// The vocabulary in which it was looked for.
    pub place: WordPlace,
    /// The word, as the roster has it.
    pub word: Arc<str>,
    /// The id of the declared word that may have been meant: the one that has this word for its label or alias, or is spelt most like it.
    pub near: Option<Slug>,
    /// What the declared word is called.
    pub near_label: Option<Arc<str>>,
    /// The kind of the entities that have it.
    pub kind: EntityKind,
    /// The entities, by id; for a role the members.
    pub ids: Vec<Id>,
}

/// Where a word of the roster stands.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(tag = "what", rename_all = "kebab-case")]
#[non_exhaustive]
pub enum WordPlace {
    /// 职务: a member's post.
    Post,
    /// 标签: a member's tag.
    Tag,
    /// 驻室身份: the role of a membership.
    Role,
    /// 工作室类型: a studio's type.
    StudioType,
    /// 单位类型: a unit's type.
    UnitType,
    /// 属性: the name of an attribute.
    Attr,
    /// The value of an attribute.
    Value {
        /// The attribute's id.
        attr: Slug,
        /// What it is called.
        label: Arc<str>,
    },
}

/// Every word of the roster that the rulebook does not declare, on whatever days it holds: by vocabulary, then word, then kind of entity.
pub(super) fn undeclared(rules: &Rules, roster: &Roster) -> Vec<Undeclared> {
    let (words, register) = (&rules.vocabulary, roster.register());
    let mut found = Found { roster, known: BTreeMap::new(), users: BTreeMap::new() };
    for (member, idx) in register.members.iter().zip(roster.entities(EntityKind::Member)) {
        found.timeline(&WordPlace::Post, &words.posts, idx, &member.posts);
        found.timeline(&WordPlace::Tag, &words.tags, idx, &member.tags);
    }
    for seat in &register.memberships {
        found.words(&WordPlace::Role, &words.roles, seat.member.into(), seat.role.value.iter());
    }
    for (studio, idx) in register.studios.iter().zip(roster.entities(EntityKind::Studio)) {
        found.timeline(&WordPlace::StudioType, &words.studio_types, idx, &studio.kind);
    }
    for (unit, idx) in register.units.iter().zip(roster.entities(EntityKind::Unit)) {
        found.timeline(&WordPlace::UnitType, &words.unit_types, idx, &unit.kind);
    }
    for entity in EntityKind::ALL.into_iter().flat_map(|kind| roster.entities(kind)) {
        found.attrs(&words.attrs, entity, roster.attrs(entity));
    }
    found.listed()
}

/// Words being found.
struct Found<'r> {
    roster: &'r Roster,
    /// Of each word that was looked up, whether it is declared; if it is not, what may have been meant.
    known: BTreeMap<(WordPlace, Arc<str>), Known<'r>>,
    /// Who has each undeclared word.
    users: BTreeMap<(WordPlace, Arc<str>, EntityKind), BTreeSet<&'r Id>>,
}

/// What is known of a word.
#[derive(Clone, Copy)]
enum Known<'r> {
    Declared,
    Undeclared(Option<&'r Word>),
}

impl<'r> Found<'r> {
    fn timeline(&mut self, place: &WordPlace, words: &'r Words, entity: Entity, timeline: &'r Timeline<Arc<str>>) {
        self.words(place, words, entity, timeline.0.iter().map(|dated| &dated.value));
    }

    /// Looks up words that an entity has.
    fn words(&mut self, place: &WordPlace, words: &'r Words, entity: Entity, held: impl Iterator<Item = &'r Arc<str>>) {
        if words.is_empty() {
            return;
        }
        for word in held {
            let known = self.known.entry((place.clone(), word.clone())).or_insert_with(|| look_up(&words.iter(), word));
            if matches!(known, Known::Undeclared(_)) {
                self.used(place.clone(), word, entity);
            }
        }
    }

    /// Looks up the attributes of an entity: the values of those that are declared, the names of those that are not but nearly.
    fn attrs(&mut self, declared: &'r Arena<Facet>, entity: Entity, attrs: &'r Attrs) {
        for (name, timeline) in attrs {
            if let Some(attr) = declared.iter().find(|attr| attr.word.id == **name) {
                let place = WordPlace::Value { attr: attr.word.id.clone(), label: attr.word.label.clone() };
                self.timeline(&place, &attr.values, entity, timeline);
                continue;
            }
            let look_up = || look_up(&declared.iter().map(|attr| &attr.word), name);
            let known = self.known.entry((WordPlace::Attr, name.clone())).or_insert_with(look_up);
            if matches!(known, Known::Undeclared(Some(_))) {
                self.used(WordPlace::Attr, name, entity);
            }
        }
    }

    fn used(&mut self, place: WordPlace, word: &Arc<str>, entity: Entity) {
        let roster = self.roster;
        self.users.entry((place, word.clone(), entity.kind)).or_default().insert(roster.id(entity));
    }

    fn listed(self) -> Vec<Undeclared> {
        let Found { known, users, .. } = self;
        let entry = |((place, word, kind), ids): ((WordPlace, Arc<str>, EntityKind), BTreeSet<&Id>)| {
            let key = (place, word);
            let near = match known.get(&key) {
                Some(&Known::Undeclared(near)) => near,
                Some(Known::Declared) | None => None,
            };
            let (place, word) = key;
            Undeclared {
                place,
                word,
                near: near.map(|near| near.id.clone()),
                near_label: near.map(|near| near.label.clone()),
                kind,
                ids: ids.into_iter().cloned().collect(),
            }
        };
        users.into_iter().map(entry).collect()
    }
}

/// Rosters name words by their ids: a label in their place is as unknown as a misspelling, but it is known what was meant.
fn look_up<'r>(words: &(impl Iterator<Item = &'r Word> + Clone), held: &str) -> Known<'r> {
    if words.clone().any(|word| word.id == *held) {
        return Known::Declared;
    }
    let names = |word: &'r Word| {
        let others = word.aliases.iter().map(|alias| &**alias);
        [word.id.as_str(), &*word.label].into_iter().chain(others)
    };
    let near = nearest(held, words.clone().flat_map(names));
    let meant = near.and_then(|near| words.clone().find(|&word| names(word).any(|name| name == near)));
    Known::Undeclared(meant)
}
