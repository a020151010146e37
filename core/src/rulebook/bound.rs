use std::sync::Arc;

use super::read::{ENTITIES, Reading, apart, count, rising, text};
use super::vocabulary::declared;
use super::{Cite, For, Relation};
use crate::diagnostic::{Diagnostics, Vocable};
use crate::document::{Fields, Spot};
use crate::{EntityKind, Slug};

/// `[[bound]]` 配置要求: how many relations an entity must have.
#[derive(Debug, Clone)]
pub(crate) struct Bound {
    pub(crate) id: Slug,
    pub(crate) label: Arc<str>,
    pub(crate) cite: Cite,
    pub(crate) subject: EntityKind,
    pub(crate) applies: For,
    pub(crate) relation: Relation,
    /// Memberships only.
    pub(crate) role: Option<Arc<str>>,
    /// On the entity at the other end.
    pub(crate) other: For,
    pub(crate) at_least: Option<u32>,
    pub(crate) at_most: Option<u32>,
}

impl Bound {
    pub(super) fn read(spot: Spot<'_>, reading: &mut Reading<'_>) -> Option<Bound> {
        let faults = &mut reading.faults;
        let fields = spot.fields(faults)?;
        let (id, label) = (fields.required("id", faults), fields.required("label", faults));
        let (subject, applies) = (fields.required("subject", faults), fields.optional("for"));
        let (relation, end) = (fields.required("relation", faults), fields.optional("end"));
        let (role, other) = (fields.optional("role"), fields.optional("other"));
        let (least, most) = (fields.optional("at_least"), fields.optional("at_most"));
        if least.is_none() && most.is_none() {
            fields.required("at_least", faults);
        }
        let cite = Cite::read(&fields, faults);
        fields.finish(faults);

        let (id, label) = (id.and_then(|spot| spot.slug(faults)), text(label, faults));
        let subject = subject.and_then(|spot| spot.word(&ENTITIES, faults));
        let (at_least, at_most) =
            (least.and_then(|spot| count(spot, 0, faults)), most.and_then(|spot| count(spot, 0, faults)));
        rising(at_least, at_most, most, faults);
        let role = role.and_then(|spot| declared(spot, Vocable::Role, &reading.vocabulary.roles, faults));
        let role = role.map(|idx| reading.vocabulary.roles[idx].id.as_str().into());
        let applies = subject.and_then(|subject| For::optional(applies, subject, reading));
        let relation = relation.zip(subject).and_then(|(spot, subject)| {
            Relation::read_at(spot, || fields.key_place("relation"), end, subject, reading)
        });
        fits(relation, &fields, &mut reading.faults);
        let far = relation.zip(subject).and_then(|(relation, subject)| relation.other(subject, &reading.vocabulary));
        let other = far.and_then(|kind| For::optional(other, kind, reading));
        Some(Bound {
            id: id?,
            label: label?,
            cite,
            subject: subject?,
            applies: applies?,
            relation: relation?,
            role,
            other: other?,
            at_least,
            at_most,
        })
    }
}

/// A role is a membership's, an end is a link's.
fn fits(relation: Option<Relation>, fields: &Fields<'_>, faults: &mut Diagnostics) {
    if relation.is_some_and(|relation| relation != Relation::Membership) {
        apart(fields, &["relation", "role"], faults);
    }
    if relation.is_some_and(|relation| !matches!(relation, Relation::Link(..))) {
        apart(fields, &["relation", "end"], faults);
    }
}

#[cfg(test)]
mod tests {
    use super::super::trial::{accepted, refused};

    fn bound(lines: &str) -> String {
        format!("[[bound]]\nid = \"b\"\nlabel = \"配置\"\nsubject = \"studio\"\n{lines}\n")
    }

    #[test]
    fn a_bound_counts_from_or_to() {
        accepted(&bound(
            "relation = \"membership\"\nat_least = 8\nat_most = 10\nrole = \"head\"\nother = { party = \"中共党员\" }\nfor = { type = \"regional\" }",
        ));
        refused("missing-key", &bound("relation = \"membership\"").replace("[[bound]]", "«[[bound]]»"));
        refused("missing-key", &bound("at_least = 1").replace("[[bound]]", "«[[bound]]»"));
        refused("bad-number", &bound("relation = \"membership\"\nat_most = «0.5»"));
        refused("empty-range", &bound("relation = \"membership\"\nat_most = «8»\nat_least = 10"));
        refused("unknown-key", &bound("relation = \"membership\"\nat_least = 1\n«roles» = \"head\""));
    }

    #[test]
    fn the_other_end_is_asked_what_it_has() {
        refused("wrong-subject", &bound("relation = \"membership\"\nat_least = 1\nother = { «type» = \"regional\" }"));
        refused("wrong-subject", &bound("relation = \"membership\"\nat_least = 1\nfor = { «post» = \"standing\" }"));
        refused("undeclared-post", &bound("relation = \"membership\"\nat_least = 1\nother = { post = \"«head»\" }"));
        refused("undeclared-role", &bound("relation = \"membership\"\nat_least = 1\nrole = \"«standing»\""));
    }

    #[test]
    fn a_role_is_a_memberships_and_an_end_a_links() {
        refused("conflicting-keys", &bound("relation = \"sector\"\nat_least = 1\n«role» = \"head\""));
        refused("conflicting-keys", &bound("role = \"head\"\n«relation» = \"sector\"\nat_least = 1"));
        refused("conflicting-keys", &bound("relation = \"membership\"\nat_least = 1\n«end» = \"to\""));
    }

    #[test]
    fn bounds_and_standards_share_their_ids() {
        let standard = "[[standard]]\nid = \"«b»\"\nlabel = \"六有\"\nsubject = \"studio\"\nchecks = []\n";
        refused("duplicate-id", &format!("{}{standard}", bound("relation = \"membership\"\nat_least = 1")));
    }
}
