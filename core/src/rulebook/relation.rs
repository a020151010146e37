use super::LinkKind;
use super::read::Reading;
use super::vocabulary::Vocabulary;
use crate::EntityKind;
use crate::arena::Idx;
use crate::diagnostic::{Fault, Noun, Place};
use crate::document::Spot;
use crate::roster::End;

/// A relation between entities, seen from one of them.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Relation {
    Membership,
    Sector,
    Committee,
    Group,
    /// A kind of link, and the end at which the subject stands.
    Link(Idx<LinkKind>, End),
}

/// The relations that need no link.
const BUILT_IN: [(&str, Relation); 4] = [
    ("membership", Relation::Membership),
    ("sector", Relation::Sector),
    ("committee", Relation::Committee),
    ("group", Relation::Group),
];

/// The ends of a link.
const ENDS: [(&str, End); 2] = [("from", End::From), ("to", End::To)];

impl Relation {
    /// Reads the name of a relation that entities of the kind `subject` have. `end` says at which end the subject stands, where links of
    /// the kind join two alike. That the subject has no such relation is reported at the name.
    pub(super) fn read(
        spot: Spot<'_>,
        end: Option<Spot<'_>>,
        subject: EntityKind,
        reading: &mut Reading<'_>,
    ) -> Option<Relation> {
        Relation::read_at(spot, || spot.place(), end, subject, reading)
    }

    /// The same, but a relation that the subject has not is reported at `wrong`.
    pub(super) fn read_at(
        spot: Spot<'_>,
        wrong: impl FnOnce() -> Place,
        end: Option<Spot<'_>>,
        subject: EntityKind,
        reading: &mut Reading<'_>,
    ) -> Option<Relation> {
        let faults = &mut reading.faults;
        let written = end.map(|spot| (spot, spot.word(&ENDS, faults)));
        let name = spot.text(faults)?;
        let links = &reading.vocabulary.links;
        let relation = if let Some((_, relation)) = BUILT_IN.into_iter().find(|(word, _)| *word == name) {
            relation
        } else if let Some((idx, kind)) = links.entries().find(|(_, kind)| kind.id == *name) {
            let own = if kind.from == subject { End::From } else { End::To };
            Relation::Link(idx, written.map_or(Some(own), |(_, end)| end)?)
        } else {
            let known = BUILT_IN.iter().map(|(word, _)| *word).chain(links.iter().map(|kind| kind.id.as_str()));
            let near = faults.nearest(name, known);
            spot.fault(faults, Fault::UnknownReference { what: Noun::Relation, name: name.to_owned(), near });
            return None;
        };
        let relation = Some(relation).filter(|relation| relation.other(subject, &reading.vocabulary).is_some());
        if relation.is_none() {
            // The wrong end of a right kind of link is the end's fault.
            let link = links.iter().find(|kind| kind.id == *name && (kind.from == subject || kind.to == subject));
            let (key, place) = match (written, link) {
                (Some((end, _)), Some(_)) => ("end", end.holder_place()),
                _ => (name, wrong()),
            };
            faults.push(Fault::WrongSubject { key: key.to_owned(), subject }, place);
        }
        relation
    }

    /// What stands at the other end, seen from an entity of that kind; none where it has no such relation.
    pub(crate) fn other(self, subject: EntityKind, vocabulary: &Vocabulary) -> Option<EntityKind> {
        use EntityKind::{Committee, Group, Member, Sector, Studio};
        match (self, subject) {
            (Relation::Membership, Member) => Some(Studio),
            (Relation::Membership, Studio)
            | (Relation::Sector, Sector)
            | (Relation::Committee, Committee)
            | (Relation::Group, Group) => Some(Member),
            (Relation::Sector, Member | Studio) => Some(Sector),
            (Relation::Committee, Member) => Some(Committee),
            (Relation::Group, Member) => Some(Group),
            (Relation::Link(kind, end), _) => {
                let kind = &vocabulary.links[kind];
                let (own, other) = if end == End::From { (kind.from, kind.to) } else { (kind.to, kind.from) };
                (own == subject).then_some(other)
            }
            _ => None,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::super::trial::{accepted, refused};
    use super::Relation;
    use crate::roster::End;

    fn bound(subject: &str, lines: &str) -> String {
        format!("[[bound]]\nid = \"b\"\nlabel = \"配置\"\nsubject = \"{subject}\"\nat_least = 1\n{lines}\n")
    }

    #[track_caller]
    fn relation(subject: &str, lines: &str) -> Relation {
        let rulebook = accepted(&bound(subject, lines));
        rulebook.rules().bounds.iter().next().map(|bound| bound.relation).unwrap()
    }

    #[test]
    fn every_kind_has_relations_of_its_own() {
        assert_eq!(relation("studio", "relation = \"membership\""), Relation::Membership);
        assert_eq!(relation("sector", "relation = \"sector\""), Relation::Sector);
        assert_eq!(relation("studio", "relation = \"sector\""), Relation::Sector);
        refused("wrong-subject", &bound("committee", "«relation» = \"membership\""));
        refused("wrong-subject", &bound("studio", "«relation» = \"committee\""));
        refused("wrong-subject", &bound("unit", "«relation» = \"sector\""));
        refused("unknown-reference", &bound("studio", "relation = \"«memberships»\""));
        refused("unknown-reference", &bound("studio", "relation = \"«联系»\""));
    }

    #[test]
    fn a_link_is_seen_from_the_end_of_the_subject() {
        let end = |relation| match relation {
            Relation::Link(_, end) => Some(end),
            _ => None,
        };
        assert_eq!(end(relation("committee", "relation = \"liaison\"")), Some(End::From));
        assert_eq!(end(relation("studio", "relation = \"liaison\"")), Some(End::To));
        assert_eq!(end(relation("studio", "relation = \"liaison\"\nend = \"to\"")), Some(End::To));
        assert_eq!(end(relation("member", "relation = \"mentor\"")), Some(End::From));
        assert_eq!(end(relation("member", "relation = \"mentor\"\nend = \"to\"")), Some(End::To));
        refused("wrong-subject", &bound("member", "«relation» = \"liaison\""));
        refused("wrong-subject", &bound("studio", "relation = \"liaison\"\n«end» = \"from\""));
        refused("bad-value", &bound("member", "relation = \"mentor\"\nend = \"«left»\""));
    }
}
