use super::Reading;
use super::listed::Listed;
use crate::EntityKind;
use crate::document::Spot;
use crate::roster::{Body, ByKind, Member, Mode, Register, Stage, Studio, Unit};

impl Reading<'_> {
    /// Reads every list, and makes up what is still to be made up.
    pub(super) fn entities<'d, 'n>(
        &mut self,
        lists: &mut ByKind<Vec<Listed<'d>>>,
        named: impl IntoIterator<Item = (EntityKind, &'n str)>,
    ) -> Register {
        let mut take = |kind| std::mem::take(lists.of_mut(kind)).into_iter();
        let mut members: Vec<_> = take(EntityKind::Member).filter_map(|listed| self.member(listed)).collect();
        let mut sectors: Vec<_> = take(EntityKind::Sector).filter_map(|listed| self.body(listed)).collect();
        let mut committees: Vec<_> = take(EntityKind::Committee).filter_map(|listed| self.body(listed)).collect();
        let mut groups: Vec<_> = take(EntityKind::Group).filter_map(|listed| self.body(listed)).collect();
        let mut units: Vec<_> = take(EntityKind::Unit).filter_map(|listed| self.unit(listed)).collect();
        let mut studios: Vec<_> = take(EntityKind::Studio).filter_map(|listed| self.studio(listed)).collect();
        self.make_up_named(named);
        let made_up = |kind, listed: usize| self.ids.of(kind).iter().skip(listed).cloned();
        members.extend(made_up(EntityKind::Member, members.len()).map(Member::new));
        sectors.extend(made_up(EntityKind::Sector, sectors.len()).map(Body::new));
        committees.extend(made_up(EntityKind::Committee, committees.len()).map(Body::new));
        groups.extend(made_up(EntityKind::Group, groups.len()).map(Body::new));
        units.extend(made_up(EntityKind::Unit, units.len()).map(Unit::new));
        studios.extend(made_up(EntityKind::Studio, studios.len()).map(Studio::new));
        Register {
            members: members.into(),
            sectors: sectors.into(),
            committees: committees.into(),
            groups: groups.into(),
            units: units.into(),
            studios: studios.into(),
            ..Register::default()
        }
    }

    fn member(&mut self, listed: Listed<'_>) -> Option<Member> {
        let Listed { fields, id, name, attrs, checks } = listed;
        let sector = self
            .single("sector", fields.optional("sector"), |reading, spot| reading.reference(EntityKind::Sector, spot));
        let committees =
            self.many(fields.optional("committees"), |reading, spot| reading.reference(EntityKind::Committee, spot));
        let groups = self.many(fields.optional("groups"), |reading, spot| reading.reference(EntityKind::Group, spot));
        let party = self.single("party", fields.optional("party"), Reading::word);
        let posts = self.many(fields.optional("posts"), Reading::word);
        let tags = self.many(fields.optional("tags"), Reading::word);
        let seat = self.days(fields.optional("joined"), fields.optional("left"));
        let scored = fields.optional("scored").map_or(Some(true), |spot| spot.boolean(self.faults));
        fields.finish(self.faults);
        let (seat, scored) = (seat?, scored?);
        Some(Member {
            id: id?,
            name: name?,
            sector,
            committees,
            groups,
            party,
            posts,
            tags,
            joined: seat.from,
            left: seat.to,
            scored,
            attrs,
            checks,
        })
    }

    fn body(&mut self, listed: Listed<'_>) -> Option<Body> {
        let Listed { fields, id, name, attrs, checks } = listed;
        fields.finish(self.faults);
        Some(Body { id: id?, name: name?, attrs, checks })
    }

    fn unit(&mut self, listed: Listed<'_>) -> Option<Unit> {
        let Listed { fields, id, name, attrs, checks } = listed;
        let kind = self.single("type", fields.optional("type"), Reading::word);
        fields.finish(self.faults);
        Some(Unit { id: id?, name: name?, kind, attrs, checks })
    }

    fn studio(&mut self, listed: Listed<'_>) -> Option<Studio> {
        let Listed { fields, id, name, attrs, checks } = listed;
        let kind = self.single("type", fields.optional("type"), Reading::word);
        let mode =
            self.single("mode", fields.optional("mode"), |reading, spot| spot.word(&Mode::WORDS, reading.faults));
        let sector = self
            .single("sector", fields.optional("sector"), |reading, spot| reading.reference(EntityKind::Sector, spot));
        let region = self.single("region", fields.optional("region"), Reading::word);
        let history = self.tables(fields.optional("history"), Reading::stage);
        fields.finish(self.faults);
        Some(Studio { id: id?, name: name?, kind, mode, sector, region, history, attrs, checks })
    }

    fn stage(&mut self, spot: Spot<'_>) -> Option<Stage> {
        let fields = spot.fields(self.faults)?;
        let state = fields.required("state", self.faults).and_then(|spot| self.word(spot));
        let date = fields.required("date", self.faults).and_then(|spot| spot.date(self.faults));
        fields.finish(self.faults);
        Some(Stage { state: state?, date: date? })
    }
}
