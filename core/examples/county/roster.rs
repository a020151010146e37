use serde::Serialize;

use super::people::{FIRST, LEADERS, Member};
use super::studios::{STUDIOS, UNITS};
use super::{COMMITTEES, GROUPS, SECTORS, within};
use crate::made_up::{Dice, Result, list, named, roster};

/// In no studio: one of old, and one who was added in April.
const UNPLACED: [usize; 2] = [133, 243];

/// Link no unit; links one more than is allowed.
const UNLINKED: [usize; 3] = [45, 90, 243];
const OVERLINKED: usize = 161;

pub(crate) struct Roster {
    pub(crate) members: Vec<Member>,
    seats: Vec<Seat>,
    links: Vec<Link>,
    /// The units that each member links: places in their list.
    pub(crate) linked: Vec<Vec<usize>>,
}

/// 驻室
#[derive(Serialize)]
struct Seat {
    member: String,
    studio: &'static str,
    role: &'static str,
    from: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    to: Option<&'static str>,
    #[serde(skip)]
    who: usize,
}

/// 联系
#[derive(Serialize)]
struct Link {
    kind: &'static str,
    from: String,
    to: String,
    since: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    until: Option<&'static str>,
}

#[derive(Serialize)]
struct Unit {
    id: String,
    name: &'static str,
    r#type: &'static str,
}

impl Roster {
    pub(crate) fn new(dice: &mut Dice) -> Self {
        let members = Member::all(dice);
        let linked = linked(&members, dice);
        let seats = seats(&members);
        let links = links(&members, &linked);
        Roster { members, seats, links, linked }
    }

    pub(crate) fn json(&self) -> Result<String> {
        let units = UNITS.iter().enumerate().map(|(n, &(name, r#type, _))| Unit { id: unit(n), name, r#type });
        Ok(roster(&[
            list("sectors", named("J", 2, &SECTORS))?,
            list("committees", named("Z", 1, &COMMITTEES))?,
            list("groups", named("G", 1, &GROUPS))?,
            list("units", units)?,
            list("studios", &STUDIOS)?,
            list("members", &self.members)?,
            list("memberships", &self.seats)?,
            list("links", &self.links)?,
        ]))
    }

    /// Who belongs to a studio on a day.
    pub(crate) fn residents(&self, studio: &str, day: &str) -> Vec<usize> {
        let here = self.seats.iter().filter(|seat| seat.studio == studio && within(day, Some(seat.from), seat.to));
        here.map(|seat| seat.who).filter(|who| self.members[*who].sits(day)).collect()
    }

    /// The studios that a committee links on a day.
    pub(crate) fn guided(&self, committee: usize, day: &str) -> Vec<usize> {
        let links = |link: &&Link| {
            link.kind == "committee-studio"
                && link.from == format!("committee:Z{}", committee + 1)
                && within(day, Some(link.since), link.until)
        };
        let studio = |link: &Link| STUDIOS.iter().position(|studio| link.to == format!("studio:{}", studio.id));
        self.links.iter().filter(links).filter_map(studio).collect()
    }
}

pub(crate) fn unit(place: usize) -> String {
    format!("U{:02}", place + 1)
}

/// One to three units each, the first of the member's own town.
fn linked(members: &[Member], dice: &mut Dice) -> Vec<Vec<usize>> {
    let mut units = |who: usize, member: &Member| {
        let own: Vec<usize> = (0..UNITS.len()).filter(|unit| UNITS[*unit].2 == member.drawn.town).collect();
        let wanted = match who {
            OVERLINKED => 4,
            _ if UNLINKED.contains(&who) => 0,
            _ => dice.pick(&[1, 1, 2, 2, 2, 3]),
        };
        let mut units = Vec::new();
        while units.len() < wanted {
            let unit = if units.is_empty() { dice.pick(&own) } else { dice.roll(UNITS.len()) };
            if !units.contains(&unit) {
                units.push(unit);
            }
        }
        units
    };
    members.iter().enumerate().map(|(who, member)| units(who, member)).collect()
}

// ---- who belongs to which studio ----

fn seats(members: &[Member]) -> Vec<Seat> {
    let mut rooms = rooms(members);
    // Who speaks for a studio is none of those who lead the whole committee, and none of those who will leave.
    for room in &mut rooms {
        room.sort_by_key(|who| *who < LEADERS || members[*who].left.is_some());
    }
    let mut seats: Vec<Seat> = Vec::new();
    for (studio, room) in STUDIOS.iter().zip(&rooms) {
        for (place, &who) in room.iter().enumerate() {
            let role = match place {
                0 => "head",
                1 | 2 => "convenor",
                _ => "resident",
            };
            let member = &members[who];
            let id = member.id.clone();
            seats.push(Seat { member: id, studio: studio.id, role, from: studio.staffed, to: member.left, who });
        }
    }
    // A head gave way to a member of the studio, in spring and in autumn.
    trade(&mut seats, &rooms[5], [0, 3], ["head", "resident"], ["2023-02-28", "2023-03-01"]);
    trade(&mut seats, &rooms[2], [0, 4], ["head", "resident"], ["2023-08-31", "2023-09-01"]);
    // A convenor stepped back, and nobody came forward until September.
    trade(&mut seats, &rooms[8], [2], ["convenor", "resident"], ["2023-05-31", "2023-06-01"]);
    trade(&mut seats, &rooms[8], [5], ["resident", "convenor"], ["2023-09-10", "2023-09-11"]);
    // Some moved from one studio to another.
    transfer(&mut seats, rooms[7][6], "S09", ["2023-03-31", "2023-04-01"]);
    transfer(&mut seats, rooms[9][5], "S05", ["2023-05-20", "2023-05-21"]);
    transfer(&mut seats, rooms[9][5], "S10", ["2023-08-31", "2023-09-01"]);
    seats
}

/// Who belongs to each studio to begin with.
fn rooms(members: &[Member]) -> [Vec<usize>; STUDIOS.len()] {
    let mut rooms: [Vec<usize>; STUDIOS.len()] = Default::default();
    let is_party = |who: &usize| members[*who].party == "中共党员";
    let sector = |who: usize| members[who].drawn.sector;
    let placed = |who: &usize| !UNPLACED.contains(who) && members[*who].left.is_none();

    // Three party members and five others, of sectors that have no studio of their own.
    let others = || (LEADERS..FIRST).filter(placed).filter(|who| (4..8).contains(&sector(*who)));
    rooms[9].extend(others().filter(|who| !is_party(who)).take(5));
    rooms[9].extend(others().filter(is_party).take(3));
    rooms[10].extend((LEADERS..FIRST).filter(placed).filter(|who| [8, 9].contains(&sector(*who))).take(16));
    // Those who were added, and six who belong to another studio as well.
    rooms[11].extend((LEADERS..FIRST).filter(placed).filter(|who| sector(*who) == 10).take(6));
    rooms[11].extend((FIRST..members.len()).filter(placed));

    for who in (0..FIRST).filter(|who| !UNPLACED.contains(who)) {
        if rooms[9].contains(&who) || rooms[10].contains(&who) {
            continue;
        }
        let (sector, town) = (sector(who), members[who].drawn.town);
        let wish = if sector < 4 { Some(sector) } else { (town < 5).then_some(4 + town) };
        let fewest = (0..9).min_by_key(|room| rooms[*room].len()).unwrap_or(0);
        let room = wish.filter(|room| rooms[*room].len() < 24).unwrap_or(fewest);
        rooms[room].push(who);
    }
    rooms
}

/// At some places of a room the role becomes the other of the two.
fn trade(
    seats: &mut Vec<Seat>,
    room: &[usize],
    places: impl IntoIterator<Item = usize>,
    roles: [&'static str; 2],
    [last, first]: [&'static str; 2],
) {
    for place in places {
        let who = room[place];
        let Some(seat) = seats.iter_mut().find(|seat| seat.who == who && seat.to.is_none()) else { continue };
        seat.to = Some(last);
        let role = if seat.role == roles[0] { roles[1] } else { roles[0] };
        let next = Seat { member: seat.member.clone(), role, from: first, to: None, ..*seat };
        seats.push(next);
    }
}

fn transfer(seats: &mut Vec<Seat>, who: usize, studio: &'static str, [last, first]: [&'static str; 2]) {
    let Some(seat) = seats.iter_mut().find(|seat| seat.who == who && seat.to.is_none()) else { return };
    seat.to = Some(last);
    let next = Seat { member: seat.member.clone(), studio, role: "resident", from: first, to: None, who };
    seats.push(next);
}

// ---- what is linked to what ----

fn links(members: &[Member], linked: &[Vec<usize>]) -> Vec<Link> {
    let mut links = Vec::new();
    let mut link = |kind, from: String, to: String, since, until| links.push(Link { kind, from, to, since, until });
    for (place, studio) in STUDIOS.iter().enumerate() {
        let begun = studio.history[0].date;
        let to = || format!("studio:{}", studio.id);
        link("leader-studio", format!("member:{}", members[place % LEADERS].id), to(), begun, None);
        for host in studio.hosts {
            link("unit-studio", format!("unit:{}", unit(*host)), to(), begun, None);
        }
        // One committee had three studios until another, which had none, took one over.
        let until = (studio.id == "S11").then_some("2023-08-31");
        if let Some(committee) = studio.committee {
            link("committee-studio", format!("committee:Z{}", committee + 1), to(), begun, until);
        }
    }
    for (studio, since) in [("S11", "2023-09-01"), ("S12", "2023-09-20")] {
        link("committee-studio", "committee:Z6".to_owned(), format!("studio:{studio}"), since, None);
    }
    for (n, (member, units)) in members.iter().zip(linked).enumerate() {
        for place in units {
            let since = if n >= FIRST && member.left.is_none() { "2023-05-10" } else { "2022-03-01" };
            link("member-unit", format!("member:{}", member.id), format!("unit:{}", unit(*place)), since, member.left);
        }
    }
    links
}
