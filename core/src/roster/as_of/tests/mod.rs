use super::{AsOf, Linked, Named, Seat};
use crate::roster::{End, Roster};
use crate::{Date, Diagnostics, EntityRef, Lang};

fn day(text: &str) -> Date {
    text.parse().unwrap()
}

fn roster() -> Roster {
    Roster::from_json(include_str!("roster.json")).unwrap_or_else(|faults| panic!("{faults}"))
}

fn ids(named: &[Named]) -> Vec<&str> {
    named.iter().map(|named| named.id.as_str()).collect()
}

fn members(seats: &[Seat]) -> Vec<(&str, Option<&str>)> {
    seats.iter().map(|seat| (seat.member.id.as_str(), seat.role.as_deref())).collect()
}

fn studios(seats: &[Seat]) -> Vec<(&str, Option<&str>)> {
    seats.iter().map(|seat| (seat.studio.id.as_str(), seat.role.as_deref())).collect()
}

/// What is linked to an entity: at which end that stands, and until when.
fn linked(on: AsOf<'_>, entity: &str, kind: &str) -> Vec<(String, End, Option<Date>)> {
    let entity: EntityRef = entity.parse().unwrap();
    let said = |link: Linked| (link.other.entity().to_string(), link.end, link.until);
    on.linked(&entity, kind).unwrap().into_iter().map(said).collect()
}

#[test]
fn seats_hold_from_their_first_day_to_their_last() {
    let roster = roster();
    let studios_of = |text| roster.as_of(day(text)).studios_of("M1").unwrap();
    assert!(studios_of("2022-02-28").is_empty());
    assert_eq!(studios(&studios_of("2022-03-01")), [("S1", Some("resident"))], "the first day");
    assert_eq!(studios(&studios_of("2022-06-30")), [("S1", Some("resident"))], "the last day");
    assert_eq!(
        studios(&studios_of("2022-07-01")),
        [("S1", Some("convenor")), ("S1", Some("head")), ("S2", None)],
        "several roles at once, by studio and role, and an open end"
    );
    assert_eq!(studios_of("2199-12-31").len(), 3);
    let seat = &studios_of("2022-06-30")[0];
    assert_eq!((&*seat.member.name, &*seat.studio.name), ("甲", "经济界委员工作室"));
    assert_eq!((seat.from, seat.to), (Some(day("2022-03-01")), Some(day("2022-06-30"))));
}

#[test]
fn members_of_a_studio_by_id_in_a_role_or_in_any() {
    let roster = roster();
    let members_of = |text, role| roster.as_of(day(text)).members_of("S1", role).unwrap();
    assert_eq!(
        members(&members_of("2022-07-01", None)),
        [("M1", Some("convenor")), ("M1", Some("head")), ("M2", None), ("M3", Some("resident"))]
    );
    assert_eq!(members(&members_of("2022-07-01", Some("resident"))), [("M3", Some("resident"))]);
    assert!(members_of("2022-07-01", Some("guest")).is_empty());
}

#[test]
fn who_does_not_sit_has_no_seat() {
    let roster = roster();
    let on = |text| roster.as_of(day(text));
    assert_eq!(members(&on("2022-12-31").members_of("S1", Some("resident")).unwrap()), [("M3", Some("resident"))]);
    assert!(on("2023-01-01").members_of("S1", Some("resident")).unwrap().is_empty(), "M3 has left");
    assert!(on("2023-01-01").studios_of("M3").unwrap().is_empty());
    assert_eq!((on("2022-12-31").sits("M3"), on("2023-01-01").sits("M3")), (Ok(true), Ok(false)));
    assert_eq!((on("2022-01-09").sits("M3"), on("2022-01-10").sits("M3")), (Ok(false), Ok(true)));
    assert_eq!(ids(&on("2022-12-31").seated()), ["M1", "M2", "M3"], "by id, not as listed");
    assert_eq!(ids(&on("2023-01-01").seated()), ["M1", "M2"]);
}

#[test]
fn groupings_stand_side_by_side_and_are_asked_both_ways() {
    let roster = roster();
    let on = |text| roster.as_of(day(text));
    let july = on("2022-07-01");
    assert_eq!(july.sector_of("M1").unwrap().map(|sector| sector.entity().to_string()).as_deref(), Some("sector:art"));
    assert_eq!(
        on("2022-06-30").sector_of("M1").unwrap().map(|sector| sector.id.to_string()).as_deref(),
        Some("economy")
    );
    assert_eq!(july.sector_of("M2"), Ok(None));
    assert_eq!(ids(&july.committees_of("M1").unwrap()), ["c1", "c2"], "each once, by id");
    assert_eq!(ids(&july.groups_of("M1").unwrap()), ["g1", "g2"]);

    assert_eq!(ids(&on("2022-06-30").sector_members("economy").unwrap()), ["M1", "M3"]);
    assert_eq!(ids(&july.sector_members("economy").unwrap()), ["M3"]);
    assert_eq!(ids(&july.committee_members("c1").unwrap()), ["M1", "M3"]);
    assert_eq!(ids(&on("2023-01-01").committee_members("c1").unwrap()), ["M1"], "M3 has left");
    assert_eq!(ids(&july.group_members("g2").unwrap()), ["M1"]);
}

#[test]
fn a_studio_may_have_several_hosts_and_a_host_several_studios() {
    let roster = roster();
    let on = |text| roster.as_of(day(text));
    let host = |id: &str| (format!("committee:{id}"), End::To, None);
    assert_eq!(linked(on("2022-06-01"), "studio:S1", "committee-studio"), [host("c1"), host("c2")]);
    assert_eq!(
        linked(on("2022-06-01"), "committee:c1", "committee-studio"),
        [("studio:S1".to_owned(), End::From, None), ("studio:S2".to_owned(), End::From, None)]
    );
    assert!(linked(on("2022-06-01"), "studio:S1", "nothing").is_empty());
}

#[test]
fn several_links_of_one_kind_between_the_same_two() {
    let roster = roster();
    let on = |text| roster.as_of(day(text));
    let unit = |until: &str| ("unit:U1".to_owned(), End::From, Some(day(until)));
    assert!(linked(on("2022-01-31"), "member:M2", "contact").is_empty());
    assert_eq!(linked(on("2022-02-01"), "member:M2", "contact"), [unit("2022-12-31")], "the first day");
    assert_eq!(linked(on("2022-12-31"), "member:M2", "contact"), [unit("2022-12-31"), unit("2023-06-30")]);
    assert_eq!(linked(on("2023-01-01"), "member:M2", "contact"), [unit("2023-06-30")], "the day after");
    assert_eq!(linked(on("2022-12-31"), "unit:U1", "contact").len(), 2);
}

#[test]
fn a_link_between_members_is_seen_from_both() {
    let roster = roster();
    let june = roster.as_of(day("2022-06-01"));
    let to = |id: &str, end| (format!("member:{id}"), end, None);
    assert_eq!(linked(june, "member:M1", "mentor"), [to("M3", End::From)]);
    assert_eq!(linked(june, "member:M3", "mentor"), [to("M1", End::To), to("M2", End::From)]);
    assert_eq!(linked(june, "member:M2", "mentor"), [to("M2", End::From), to("M2", End::To), to("M3", End::To)]);
    let later = roster.as_of(day("2023-06-01"));
    assert_eq!(linked(later, "member:M1", "mentor"), [to("M3", End::From)], "also where the other sits no longer");
}

#[test]
fn a_studio_is_in_the_state_of_its_history() {
    let roster = roster();
    let state = |text| roster.as_of(day(text)).state_of("S1").unwrap();
    assert_eq!(state("2022-02-28"), None);
    assert_eq!(state("2022-03-01").as_deref(), Some("applied"));
    assert_eq!(state("2022-05-01").as_deref(), Some("running"));
    assert_eq!(roster.as_of(day("2022-05-01")).state_of("S2"), Ok(None));
}

#[test]
fn an_id_that_the_roster_has_not_got_is_an_error() {
    let roster = roster();
    let on = roster.as_of(day("2022-06-01"));
    let said = |faults: Diagnostics, lang| faults.iter().map(|fault| fault.line(lang)).collect::<Vec<_>>();
    let unknown = on.members_of("S11", None).unwrap_err();
    assert_eq!(
        said(unknown.clone(), Lang::En),
        ["[unknown-studio] the roster has no studio `S11`; did you mean `S1`?"]
    );
    assert_eq!(said(unknown, Lang::Zh), ["[unknown-studio] 名册里没有工作室 `S11`；是否想写 `S1`？"]);
    let named = on.studios_of("甲").unwrap_err();
    assert_eq!(said(named, Lang::En), ["[unknown-member] the roster has no member `甲`; did you mean `M1`?"]);

    let codes = [
        on.sits("x").err(),
        on.studios_of("x").err(),
        on.members_of("x", Some("head")).err(),
        on.linked(&"unit:x".parse().unwrap(), "contact").err(),
        on.sector_of("x").err(),
        on.committees_of("x").err(),
        on.groups_of("x").err(),
        on.sector_members("x").err(),
        on.committee_members("x").err(),
        on.group_members("x").err(),
        on.state_of("x").err(),
    ]
    .map(|faults| faults.unwrap().iter().map(|fault| fault.code().to_string()).collect::<String>());
    assert_eq!(
        codes,
        [
            "unknown-member",
            "unknown-member",
            "unknown-studio",
            "unknown-unit",
            "unknown-member",
            "unknown-member",
            "unknown-member",
            "unknown-sector",
            "unknown-committee",
            "unknown-group",
            "unknown-studio"
        ]
    );
}

#[test]
fn answers_are_plain_data() {
    let roster = roster();
    let on = roster.as_of(day("2022-06-01"));
    assert_eq!(
        serde_json::to_value(on.studios_of("M1").unwrap()).unwrap(),
        serde_json::json!([{
            "member": { "kind": "member", "id": "M1", "name": "甲" },
            "studio": { "kind": "studio", "id": "S1", "name": "经济界委员工作室" },
            "role": "resident", "from": "2022-03-01", "to": "2022-06-30"
        }])
    );
    assert_eq!(
        serde_json::to_value(on.linked(&"member:M2".parse().unwrap(), "contact").unwrap()).unwrap(),
        serde_json::json!([{
            "other": { "kind": "unit", "id": "U1", "name": "U1" },
            "end": "from", "since": "2022-02-01", "until": "2022-12-31"
        }])
    );
}

#[test]
fn an_empty_roster_has_nobody() {
    let roster = Roster::default();
    let on = roster.as_of(day("2022-06-01"));
    assert!(on.seated().is_empty());
    assert_eq!(on.day(), day("2022-06-01"));
    assert_eq!(
        on.studios_of("M1").unwrap_err().to_string(),
        "[unknown-member] the roster has no member `M1`; check the spelling, or add the member to the roster"
    );
}
