use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use super::{BodyChange, Change, Changes, LinkChange, MemberChange, PostChange, SeatChange, StateChange, StudioChange};
use crate::arena::Idx;
use crate::roster::{Body, Dated, Entity, Member, Named, Roster, Studio, Timeline};
use crate::{Date, EntityKind, Window};

impl Roster {
    /// What is different between two days. In which order they are given does not matter: the later one is held against the earlier.
    /// Between a day and itself nothing is.
    ///
    /// ```
    /// use lvzhi::{Lang, Roster};
    /// let roster = Roster::from_json(
    ///     r#"{
    ///         "members": [{ "id": "M1", "name": "甲" }, { "id": "M2", "name": "乙", "left": "2023-03-31" }],
    ///         "studios": [{ "id": "S1", "name": "经济界委员工作室" }],
    ///         "memberships": [
    ///             { "member": "M1", "studio": "S1", "role": "resident", "to": "2023-04-30" },
    ///             { "member": "M1", "studio": "S1", "role": "head", "from": "2023-05-01" }
    ///         ]
    ///     }"#,
    /// )?;
    /// let changes = roster.changes("2023-01-01".parse()?, "2023-07-01".parse()?);
    /// assert_eq!((changes.members[0].member.name.as_ref(), changes.members[0].on), ("乙", "2023-04-01".parse()?));
    /// let seat = &changes.seats[0];
    /// assert_eq!((seat.before.as_deref(), seat.after.as_deref()), (Some(&["resident".into()][..]), Some(&["head".into()][..])));
    /// assert!(changes.to_text(Lang::Zh).contains("身份变动"));
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub fn changes(&self, a: Date, b: Date) -> Changes {
        let days = Window { from: a.min(b), to: a.max(b) };
        let seats: Vec<SeatChange> =
            sorted(self.register().members.entries().flat_map(|(idx, member)| self.seat_changes(idx, member, days)));
        Changes {
            from: days.from,
            to: days.to,
            members: sorted(self.member_changes(days)),
            studios: sorted(
                self.register().studios.entries().filter_map(|(idx, _)| self.studio_change(idx, &seats, days)),
            ),
            seats,
            bodies: self.body_changes(days),
            posts: self.post_changes(days),
            links: sorted(self.link_changes(days)),
            states: sorted(
                self.register().studios.entries().filter_map(|(idx, studio)| self.state_change(idx, studio, days)),
            ),
        }
    }

    fn member_changes(&self, days: Window) -> impl Iterator<Item = MemberChange> {
        let seats = self.register().members.entries().map(|(idx, member)| member.seat().with(idx));
        turned(seats, days).map(|(member, change, on)| MemberChange { member: self.member(member), change, on })
    }

    /// What is different about one member's seats in studios, while the member sits.
    fn seat_changes(&self, idx: Idx<Member>, member: &Member, days: Window) -> impl Iterator<Item = SeatChange> {
        let sits = member.seat();
        let mut studios: BTreeMap<Idx<Studio>, Timeline<Option<Arc<str>>>> = BTreeMap::new();
        for seat in self.memberships_of(idx) {
            if let Some(span) = seat.role.shared(&sits) {
                studios.entry(seat.studio).or_default().0.push(span.with(seat.role.value.clone()));
            }
        }
        studios.into_iter().filter_map(move |(studio, seats)| {
            let (before, after) = (roles(&seats, days.from), roles(&seats, days.to));
            (before != after).then_some(())?;
            let on =
                seats.since(days.to).into_iter().chain(by_role(&seats).filter_map(|role| role.since(days.to))).max()?;
            Some(SeatChange { studio: self.studio(studio), member: self.member(idx), before, after, on })
        })
    }

    /// Whether nobody had a seat in a studio on one of the days. It was manned when the first came, and left when the last did.
    fn studio_change(&self, idx: Idx<Studio>, seats: &[SeatChange], days: Window) -> Option<StudioChange> {
        let manned = |day| self.members_in(idx, day).any(|seat| self.register().members[seat.member].sits_on(day));
        let change = match (manned(days.from), manned(days.to)) {
            (true, false) => Change::Ended,
            (false, true) => Change::Began,
            _ => return None,
        };
        let studio = self.studio(idx);
        let turns = || seats.iter().filter(|seat| seat.studio == studio).map(|seat| seat.on);
        let on = if change == Change::Began { turns().min() } else { turns().max() };
        let members = u32::try_from(turns().count()).unwrap_or(u32::MAX);
        Some(StudioChange { members, on: on?, studio, change })
    }

    /// The members who sit on both days.
    fn stayed(&self, days: Window) -> impl Iterator<Item = (Idx<Member>, &Member)> {
        self.register().members.entries().filter(move |(_, member)| member.sits_throughout(days))
    }

    fn body_changes(&self, days: Window) -> Vec<BodyChange> {
        let of = |entity: Entity, kind: EntityKind, bodies: &Timeline<Idx<Body>>| {
            turned(bodies.0.iter().cloned(), days)
                .map(|(body, change, on)| BodyChange {
                    entity: self.named(entity),
                    body: self.named(Entity { kind, place: body.place() }),
                    change,
                    on,
                })
                .collect::<Vec<_>>()
        };
        let of_member = |(idx, member): (Idx<Member>, &Member)| {
            let each = |kind| member.bodies(kind).map(|bodies| of(idx.into(), kind, bodies));
            EntityKind::ALL.into_iter().filter_map(each).flatten().collect::<Vec<_>>()
        };
        let of_studio = |(idx, studio): (Idx<Studio>, &Studio)| of(idx.into(), EntityKind::Sector, &studio.sector);
        let of_studios = self.register().studios.entries().flat_map(of_studio);
        let mut changes: Vec<BodyChange> = self.stayed(days).flat_map(of_member).chain(of_studios).collect();
        // Of a move first what was left, then what was joined.
        changes.sort_by(|a, b| {
            (&a.entity, a.body.kind, a.change, &a.body).cmp(&(&b.entity, b.body.kind, b.change, &b.body))
        });
        changes
    }

    fn post_changes(&self, days: Window) -> Vec<PostChange> {
        let each = |(idx, member): (Idx<Member>, &Member)| {
            let posts = turned(member.posts.0.iter().cloned(), days);
            posts
                .map(|(post, change, on)| PostChange { member: self.member(idx), post, change, on })
                .collect::<Vec<_>>()
        };
        let mut changes: Vec<PostChange> = self.stayed(days).flat_map(each).collect();
        changes.sort_by(|a, b| (&a.member, a.change, &a.post).cmp(&(&b.member, b.change, &b.post)));
        changes
    }

    fn link_changes(&self, days: Window) -> impl Iterator<Item = LinkChange> {
        let links =
            self.register().links.iter().map(|link| link.kind.with((link.kind.value.clone(), link.from, link.to)));
        turned(links, days).map(|((kind, from, to), change, on)| LinkChange {
            kind,
            from: self.named(from),
            to: self.named(to),
            change,
            on,
        })
    }

    fn state_change(&self, idx: Idx<Studio>, studio: &Studio, days: Window) -> Option<StateChange> {
        let (before, after) = (studio.state_on(days.from), studio.state_on(days.to));
        (before != after).then_some(())?;
        let (studio, on) = (self.studio(idx), studio.state_since(days.to)?);
        Some(StateChange { studio, before: before.cloned(), after: after?.clone(), on })
    }

    fn member(&self, member: Idx<Member>) -> Named {
        self.named(member.into())
    }

    fn studio(&self, studio: Idx<Studio>) -> Named {
        self.named(studio.into())
    }
}

/// What holds on one of two days alone, and since when that is so. A value may have several spans.
fn turned<V: Ord>(dated: impl Iterator<Item = Dated<V>>, days: Window) -> impl Iterator<Item = (V, Change, Date)> {
    let mut values: BTreeMap<V, Timeline<()>> = BTreeMap::new();
    for one in dated {
        let span = one.with(());
        values.entry(one.value).or_default().0.push(span);
    }
    values.into_iter().filter_map(move |(value, spans)| {
        let holds = |day| spans.on(day).next().is_some();
        let change = match (holds(days.from), holds(days.to)) {
            (true, false) => Change::Ended,
            (false, true) => Change::Began,
            _ => return None,
        };
        Some((value, change, spans.since(days.to)?))
    })
}

/// The roles of the seats that hold on a day, each once; none where no seat does.
fn roles(seats: &Timeline<Option<Arc<str>>>, day: Date) -> Option<Vec<Arc<str>>> {
    seats.on(day).next()?;
    Some(seats.on(day).flatten().cloned().collect::<BTreeSet<_>>().into_iter().collect())
}

/// The days of each role.
fn by_role(seats: &Timeline<Option<Arc<str>>>) -> impl Iterator<Item = Timeline<()>> {
    let mut roles: BTreeMap<&str, Timeline<()>> = BTreeMap::new();
    for seat in &seats.0 {
        if let Some(role) = &seat.value {
            roles.entry(role).or_default().0.push(seat.with(()));
        }
    }
    roles.into_values()
}

fn sorted<T: Ord>(changes: impl Iterator<Item = T>) -> Vec<T> {
    let mut changes: Vec<T> = changes.collect();
    changes.sort();
    changes
}
