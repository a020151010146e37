//! The words of every generated rulebook, and whom and what it is about.

use serde_json::{Map, Value, json};

use super::dice::{Dice, put};

/// What a subject, or the end of a link, can be.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) enum Kind {
    #[default]
    Member,
    Studio,
    Sector,
    Committee,
    Group,
    Unit,
}

impl Kind {
    pub(super) fn word(self) -> &'static str {
        match self {
            Kind::Member => "member",
            Kind::Studio => "studio",
            Kind::Sector => "sector",
            Kind::Committee => "committee",
            Kind::Group => "group",
            Kind::Unit => "unit",
        }
    }
}

pub(super) const KINDS: [&str; 4] = ["meeting", "proposal", "visit", "violation"];
/// Facets with their values; the first two stand at records, the others at participations.
pub(super) const FACETS: [(&str, [&str; 3]); 4] = [
    ("outcome", ["filed", "key", "done"]),
    ("level", ["city", "province", "state"]),
    ("role", ["lead", "co", "guest"]),
    ("turnout", ["late", "early", "full"]),
];
pub(super) const POSTS: [&str; 3] = ["standing", "chair", "secretary"];
pub(super) const TAGS: [&str; 2] = ["fresh", "expert"];
pub(super) const ROLES: [&str; 2] = ["head", "deputy"];
pub(super) const TYPES: [&str; 2] = ["by-sector", "by-area"];
pub(super) const UNIT_TYPES: [&str; 2] = ["village", "firm"];
pub(super) const MODES: [&str; 3] = ["offline", "online", "both"];
pub(super) const ATTRS: [(&str, [&str; 2]); 2] = [("field", ["law", "health"]), ("tier", ["one", "two"])];
pub(super) const PARTIES: [&str; 2] = ["民盟", "九三学社"];
/// A word that no rulebook declares: a roster may say more than one rulebook asks.
pub(super) const UNDECLARED: &str = "undeclared";
pub(super) const REGIONS: [&str; 2] = ["城东", "城西"];
pub(super) const STATES: [&str; 3] = ["applied", "running", "closed"];
/// Kinds of links with their ends.
pub(super) const LINKS: [(&str, Kind, Kind); 6] = [
    ("committee-studio", Kind::Committee, Kind::Studio),
    ("studio-sector", Kind::Studio, Kind::Sector),
    ("member-unit", Kind::Member, Kind::Unit),
    ("member-group", Kind::Member, Kind::Group),
    ("mentor", Kind::Member, Kind::Member),
    ("sister", Kind::Studio, Kind::Studio),
];

/// Puts the vocabulary into a rulebook.
pub(super) fn vocabulary(dice: &mut Dice, rulebook: &mut Value) {
    let mut kinds = Map::new();
    for kind in KINDS {
        let mut word = word(dice, kind);
        if word.is_object() && dice.one_in(3) {
            put(&mut word, "scored", kind != "visit");
        }
        kinds.insert(kind.to_owned(), word);
    }
    put(rulebook, "kinds", kinds);
    let facet = |dice: &mut Dice, nth: usize, (id, values): (&str, [&str; 3])| {
        let mut facet = json!({ "label": label(id), "values": words(dice, &values) });
        if nth > 1 {
            put(&mut facet, "on", "participation");
        } else if dice.one_in(3) {
            put(&mut facet, "on", "record");
        }
        (id.to_owned(), facet)
    };
    let facets: Map<_, _> = FACETS.into_iter().enumerate().map(|(nth, one)| facet(dice, nth, one)).collect();
    put(rulebook, "facets", facets);
    for (key, ids) in [
        ("posts", POSTS.as_slice()),
        ("tags", &TAGS),
        ("roles", &ROLES),
        ("studio_types", &TYPES),
        ("unit_types", &UNIT_TYPES),
    ] {
        put(rulebook, key, words(dice, ids));
    }
    let attr = |(id, values): (&str, [&str; 2])| {
        (id.to_owned(), json!({ "label": label(id), "values": words(dice, &values) }))
    };
    put(rulebook, "attrs", ATTRS.into_iter().map(attr).collect::<Map<_, _>>());
    let link = |(id, from, to): (&str, Kind, Kind)| {
        (id.to_owned(), json!({ "label": label(id), "from": from.word(), "to": to.word() }))
    };
    put(rulebook, "links", LINKS.into_iter().map(link).collect::<Map<_, _>>());
}

fn words(dice: &mut Dice, ids: &[&str]) -> Value {
    Value::Object(ids.iter().map(|id| ((*id).to_owned(), word(dice, id))).collect())
}

fn word(dice: &mut Dice, id: &str) -> Value {
    match dice.below(3) {
        0 => json!({ "label": label(id), "aliases": [alias(id)] }),
        1 => json!({ "label": label(id), "aliases": alias(id) }),
        _ => json!(label(id)),
    }
}

/// What a word is called.
fn label(id: &str) -> String {
    format!("名{id}")
}

/// What else a word may be called; whether it may is for the rulebook to say.
fn alias(id: &str) -> String {
    format!("又{id}")
}

/// A word of a vocabulary as a clerk may write it.
pub(super) fn spelt(dice: &mut Dice, vocabulary: Option<&Value>, id: &str) -> String {
    let entry = vocabulary.and_then(|words| words.get(id));
    let aliased = entry.is_some_and(|entry| entry.get("aliases").is_some());
    match dice.below(6) {
        0 => label(id),
        1 if aliased => alias(id),
        _ => id.to_owned(),
    }
}

/// The ids of everybody and everything.
#[derive(Clone, Debug, Default)]
pub(super) struct Cast {
    members: Vec<String>,
    studios: Vec<String>,
    sectors: Vec<String>,
    committees: Vec<String>,
    groups: Vec<String>,
    units: Vec<String>,
}

/// Ids that stand in another order as text than they do here.
const IDS: [&str; 8] = ["2", "10", "1", "b", "A", "甲", "é", "1a"];

impl Cast {
    pub(super) fn made_up(dice: &mut Dice) -> Self {
        let mut some = |initial: &str, most: usize| -> Vec<String> {
            let ids = dice.several(&IDS, 1, most).into_iter();
            ids.map(|id| format!("{initial}{id}")).collect()
        };
        Self {
            members: some("M", 8),
            studios: some("S", 3),
            sectors: some("C", 3),
            committees: some("K", 3),
            groups: some("G", 3),
            units: some("U", 2),
        }
    }

    /// The ids of a kind; never none.
    pub(super) fn of(&self, kind: Kind) -> &[String] {
        match kind {
            Kind::Member => &self.members,
            Kind::Studio => &self.studios,
            Kind::Sector => &self.sectors,
            Kind::Committee => &self.committees,
            Kind::Group => &self.groups,
            Kind::Unit => &self.units,
        }
    }
}
