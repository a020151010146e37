use super::Reading;
use crate::diagnostic::Fault;
use crate::document::Spot;
use crate::roster::{Entity, Link, LinkBytes, Membership};
use crate::{EntityKind, EntityRef};

impl Reading<'_> {
    /// Reads every table of a list.
    pub(super) fn tables<'d, T>(
        &mut self,
        list: Option<Spot<'d>>,
        read: impl Fn(&mut Self, Spot<'d>) -> Option<T>,
    ) -> Vec<T> {
        let items = list.and_then(|list| list.list(self.faults));
        items.into_iter().flatten().filter_map(|item| read(self, item)).collect()
    }

    pub(super) fn membership(&mut self, spot: Spot<'_>) -> Option<Membership> {
        let fields = spot.fields(self.faults)?;
        let member = fields.required("member", self.faults).and_then(|spot| self.reference(EntityKind::Member, spot));
        let studio = fields.required("studio", self.faults).and_then(|spot| self.reference(EntityKind::Studio, spot));
        let role = fields.optional("role").and_then(|spot| self.word(spot));
        let days = self.days(fields.optional("from"), fields.optional("to"));
        fields.finish(self.faults);
        Some(Membership { member: member?, studio: studio?, role: days?.with(role) })
    }

    pub(super) fn link(&mut self, spot: Spot<'_>) -> Option<Link> {
        let fields = spot.fields(self.faults)?;
        let [kind, from, to] = ["kind", "from", "to"].map(|key| fields.required(key, self.faults));
        let days = self.days(fields.optional("since"), fields.optional("until"));
        let word = kind.and_then(|spot| self.word(spot));
        let ends = [from, to].map(|end| end.and_then(|spot| self.end(spot)));
        fields.finish(self.faults);
        let bytes = |spot: Spot<'_>| spot.node().span.clone();
        let bytes = LinkBytes { kind: bytes(kind?), from: bytes(from?), to: bytes(to?) };
        let [from, to] = ends;
        Some(Link { kind: days?.with(word?), from: from?, to: to?, bytes })
    }

    /// An end of a link, written as kind and id with a colon between them.
    fn end(&mut self, spot: Spot<'_>) -> Option<Entity> {
        let text = spot.text(self.faults)?;
        let Ok(EntityRef { kind, id }) = text.parse() else {
            spot.fault(self.faults, Fault::BadReference { value: text.to_owned() });
            return None;
        };
        self.place(kind, &id, spot).map(|place| Entity { kind, place })
    }
}
