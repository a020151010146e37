use std::sync::Arc;

use serde::{Deserialize, Serialize};

use super::{Entity, Member, Named, Roster, Studio};
use crate::arena::Idx;
use crate::ratio::Ratio;
use crate::{Date, EntityKind};

/// 委员驻室情况: how many of the members are placed in studios on a day.
///
/// Members are counted who sit on the day; placed are those with a seat in any studio. Whether a studio is active only a rulebook knows:
/// all are counted.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct Coverage {
    /// The day.
    pub day: Date,
    /// How many members sit.
    pub seated: u32,
    /// How many of them are placed in a studio; none where nobody sits.
    pub placed: Option<Ratio>,
    /// Those who are not, by id.
    pub unplaced: Vec<Unplaced>,
    /// Every studio, by id.
    pub studios: Vec<StudioSize>,
    /// Every sector, by id.
    pub sectors: Vec<SectorCoverage>,
    /// How many of the sectors have a studio of their own; none where there are no sectors.
    pub sectors_with_studio: Option<Ratio>,
}

/// A member who has no seat in any studio.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct Unplaced {
    /// Who.
    pub member: Named,
    /// The member's sector on the day.
    pub sector: Option<Named>,
}

/// How large a studio is.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct StudioSize {
    /// Which studio.
    pub studio: Named,
    /// Its state on the day, in the roster's word.
    pub state: Option<Arc<str>>,
    /// How many members have a seat there, each counted once.
    pub members: u32,
}

/// How many of a sector's members are placed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct SectorCoverage {
    /// Which sector.
    pub sector: Named,
    /// How many of its members are placed in a studio; none where it has no members who sit.
    pub placed: Option<Ratio>,
    /// The studios of its own, by id: those whose `sector` it is on the day.
    pub studios: Vec<Named>,
}

impl Roster {
    /// How many of the members are placed in studios on a day, sector by sector.
    ///
    /// ```
    /// use lvzhi::Roster;
    /// let roster = Roster::from_json(
    ///     r#"{
    ///         "members": [{ "id": "M1" }, { "id": "M2" }, { "id": "M3", "name": "丙" }], "studios": [{ "id": "S1" }],
    ///         "memberships": [{ "member": "M1", "studio": "S1" }, { "member": "M2", "studio": "S1" }]
    ///     }"#,
    /// )?;
    /// let coverage = roster.coverage("2023-07-01".parse()?);
    /// assert_eq!(coverage.placed.map(|ratio| (ratio.part, ratio.whole)), Some((2, 3)));
    /// assert_eq!(coverage.unplaced[0].member.name.as_ref(), "丙");
    /// assert_eq!(coverage.studios[0].members, 2);
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub fn coverage(&self, day: Date) -> Coverage {
        let seated: Vec<Idx<Member>> =
            self.register().members.entries().filter(|(_, member)| member.sits_on(day)).map(|(idx, _)| idx).collect();
        let mut unplaced: Vec<Unplaced> =
            seated.iter().filter(|&&idx| !self.is_placed(idx, day)).map(|&idx| self.unplaced(idx, day)).collect();
        unplaced.sort();
        let mut studios: Vec<StudioSize> =
            self.register().studios.entries().map(|(idx, studio)| self.size(idx, studio, day)).collect();
        studios.sort();
        let sectors = self.sectors(day);
        let own = sectors.iter().filter(|sector| !sector.studios.is_empty()).count();
        Coverage {
            day,
            seated: count(seated.len()),
            placed: Ratio::of(seated.len() - unplaced.len(), seated.len()),
            unplaced,
            studios,
            sectors_with_studio: Ratio::of(own, sectors.len()),
            sectors,
        }
    }

    fn is_placed(&self, member: Idx<Member>, day: Date) -> bool {
        self.studios_of(member, day).next().is_some()
    }

    fn unplaced(&self, member: Idx<Member>, day: Date) -> Unplaced {
        let sector = self.bodies_of(member.into(), EntityKind::Sector, day).next();
        Unplaced { member: self.named(member.into()), sector: sector.map(|sector| self.named(sector)) }
    }

    fn size(&self, idx: Idx<Studio>, studio: &Studio, day: Date) -> StudioSize {
        let seats = self.members_in(idx, day).map(|seat| seat.member);
        let mut members: Vec<Idx<Member>> =
            seats.filter(|&member| self.register().members[member].sits_on(day)).collect();
        members.sort();
        members.dedup();
        StudioSize {
            studio: self.named(idx.into()),
            state: studio.state_on(day).cloned(),
            members: count(members.len()),
        }
    }

    fn sectors(&self, day: Date) -> Vec<SectorCoverage> {
        let mut own: Vec<Vec<Named>> = vec![Vec::new(); self.count(EntityKind::Sector)];
        for studio in self.entities(EntityKind::Studio) {
            let sector = self.bodies_of(studio, EntityKind::Sector, day).next();
            if let Some(own) = sector.and_then(|sector| own.get_mut(sector.place)) {
                own.push(self.named(studio));
            }
        }
        let cover = |(sector, mut studios): (Entity, Vec<Named>)| {
            studios.sort();
            let members =
                self.members_within(sector, day).filter(|&member| self.register().members[member].sits_on(day));
            let members: Vec<Idx<Member>> = members.collect();
            let placed = members.iter().filter(|&&member| self.is_placed(member, day)).count();
            SectorCoverage { sector: self.named(sector), placed: Ratio::of(placed, members.len()), studios }
        };
        let mut sectors: Vec<SectorCoverage> = self.entities(EntityKind::Sector).zip(own).map(cover).collect();
        sectors.sort_by(|a, b| a.sector.cmp(&b.sector));
        sectors
    }
}

fn count(many: usize) -> u32 {
    u32::try_from(many).unwrap_or(u32::MAX)
}

#[cfg(test)]
mod tests {
    use super::{Coverage, Ratio, Roster};

    fn coverage(roster: &str, day: &str) -> Coverage {
        Roster::from_json(roster).unwrap_or_else(|faults| panic!("{faults}")).coverage(day.parse().unwrap())
    }

    fn parts(ratio: Option<Ratio>) -> Option<(u32, u32)> {
        ratio.map(|ratio| (ratio.part, ratio.whole))
    }

    const COUNTY: &str = r#"{
        "sectors": [{ "id": "economy" }, { "id": "art" }, { "id": "youth" }],
        "members": [
            { "id": "M4", "sector": "art" },
            { "id": "M1", "sector": "economy" },
            { "id": "M2", "sector": [{ "id": "economy", "to": "2023-06-30" }, { "id": "art", "from": "2023-07-01" }] },
            { "id": "M3", "sector": "economy", "left": "2023-06-30" },
            { "id": "M5" }
        ],
        "studios": [
            { "id": "S2", "sector": "economy", "history": [{ "state": "running", "date": "2022-05-01" }] },
            { "id": "S1", "sector": [{ "id": "economy", "to": "2023-06-30" }] },
            { "id": "S3" }
        ],
        "memberships": [
            { "member": "M1", "studio": "S1", "role": "head" }, { "member": "M1", "studio": "S1", "role": "convenor" },
            { "member": "M1", "studio": "S2" }, { "member": "M3", "studio": "S1" },
            { "member": "M2", "studio": "S1", "from": "2023-07-01" }
        ]
    }"#;

    #[test]
    fn who_is_placed_and_who_is_not() {
        let june = coverage(COUNTY, "2023-06-30");
        assert_eq!((june.seated, parts(june.placed)), (5, Some((2, 5))));
        let unplaced = |coverage: &Coverage| {
            let said = |row: &super::Unplaced| {
                (row.member.id.to_string(), row.sector.as_ref().map(|sector| sector.id.to_string()))
            };
            coverage.unplaced.iter().map(said).collect::<Vec<_>>()
        };
        let one = |member: &str, sector: Option<&str>| (member.to_owned(), sector.map(str::to_owned));
        assert_eq!(unplaced(&june), [one("M2", Some("economy")), one("M4", Some("art")), one("M5", None)]);
        let july = coverage(COUNTY, "2023-07-01");
        assert_eq!((july.seated, parts(july.placed)), (4, Some((2, 4))), "M3 left, M2 came to a studio");
        assert_eq!(unplaced(&july), [one("M4", Some("art")), one("M5", None)]);
    }

    #[test]
    fn studios_by_id_with_each_member_once() {
        let sizes = |day| {
            let studios = coverage(COUNTY, day).studios;
            studios.into_iter().map(|row| (row.studio.id.to_string(), row.state, row.members)).collect::<Vec<_>>()
        };
        let one = |id: &str, state: Option<&str>, members| (id.to_owned(), state.map(Into::into), members);
        assert_eq!(sizes("2023-06-30"), [one("S1", None, 2), one("S2", Some("running"), 1), one("S3", None, 0)]);
        assert_eq!(sizes("2023-07-01"), [one("S1", None, 2), one("S2", Some("running"), 1), one("S3", None, 0)]);
        assert_eq!(sizes("2022-04-30")[1], one("S2", None, 1));
    }

    #[test]
    fn sectors_by_id_with_their_members_and_studios() {
        let sectors = |day| {
            let coverage = coverage(COUNTY, day);
            let said = |row: &super::SectorCoverage| {
                let studios: Vec<_> = row.studios.iter().map(|studio| studio.id.as_str()).collect();
                (row.sector.id.to_string(), parts(row.placed), studios.join(" "))
            };
            (coverage.sectors.iter().map(said).collect::<Vec<_>>(), parts(coverage.sectors_with_studio))
        };
        let one = |id: &str, placed, studios: &str| (id.to_owned(), placed, studios.to_owned());
        let june = vec![one("art", Some((0, 1)), ""), one("economy", Some((2, 3)), "S1 S2"), one("youth", None, "")];
        assert_eq!(sectors("2023-06-30"), (june, Some((1, 3))));
        let july = vec![one("art", Some((1, 2)), ""), one("economy", Some((1, 1)), "S2"), one("youth", None, "")];
        assert_eq!(sectors("2023-07-01"), (july, Some((1, 3))));
    }

    #[test]
    fn nothing_of_nothing_is_no_ratio() {
        let none = coverage("{}", "2023-07-01");
        assert_eq!((none.seated, none.placed, none.sectors_with_studio), (0, None, None));
        assert!(none.unplaced.is_empty() && none.studios.is_empty() && none.sectors.is_empty());
    }

    #[test]
    fn coverage_is_plain_data() {
        let roster = r#"{ "sectors": [{ "id": "a" }], "members": [{ "id": "M", "sector": "a" }], "studios": [{ "id": "S", "sector": "a" }] }"#;
        let named = |kind, id| serde_json::json!({ "kind": kind, "id": id, "name": id });
        let (member, sector, studio) = (named("member", "M"), named("sector", "a"), named("studio", "S"));
        assert_eq!(
            serde_json::to_value(coverage(roster, "2023-07-01")).unwrap(),
            serde_json::json!({
                "day": "2023-07-01", "seated": 1,
                "placed": { "part": 0, "whole": 1, "figure": "0.00" },
                "unplaced": [{ "member": member, "sector": sector }],
                "studios": [{ "studio": studio, "state": null, "members": 0 }],
                "sectors": [{ "sector": sector, "placed": { "part": 0, "whole": 1, "figure": "0.00" }, "studios": [studio] }],
                "sectors_with_studio": { "part": 1, "whole": 1, "figure": "1.00" }
            })
        );
    }
}
