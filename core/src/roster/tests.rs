use super::{End, Roster, Unresolved};
use crate::{Date, EntityKind};

fn roster() -> Roster {
    let text = r#"{
        "sectors": [{ "id": "economy", "name": "经济界" }, { "id": "art", "name": "文艺界" }],
        "committees": [{ "id": "c1", "name": "一委" }, { "id": "c2", "name": "二委" }],
        "units": [{ "id": "U1", "attrs": { "size": "large" } }],
        "members": [
            { "id": "M1", "name": "甲", "sector": [{ "id": "economy", "to": "2022-12-31" }, { "id": "art", "from": "2023-01-01" }] },
            { "id": "M2", "name": "乙", "sector": "economy", "committees": ["c1", { "id": "c1", "from": "2022-06-01" }, "c2"] },
            { "id": "M3", "name": "甲" },
            { "id": "乙", "name": "丙" }
        ],
        "studios": [{ "id": "S1", "name": "工作室", "sector": "art" }, { "id": "S2" }],
        "memberships": [
            { "member": "M2", "studio": "S2", "role": "head" },
            { "member": "M1", "studio": "S1", "role": "head", "to": "2022-06-30" },
            { "member": "M1", "studio": "S2", "from": "2022-07-01" }
        ],
        "links": [
            { "kind": "committee-studio", "from": "committee:c2", "to": "studio:S1", "since": "2022-05-01", "until": "2022-05-31" },
            { "kind": "other", "from": "committee:c2", "to": "studio:S2" },
            { "kind": "twins", "from": "studio:S1", "to": "studio:S2" },
            { "kind": "committee-studio", "from": "committee:c2", "to": "studio:S2" }
        ]
    }"#;
    Roster::from_json(text).unwrap()
}

fn day(text: &str) -> Date {
    text.parse().unwrap()
}

#[test]
fn a_text_means_an_id_or_the_name_of_one_alone() {
    let roster = roster();
    let resolve = |text| roster.resolve(EntityKind::Member, text).map(|member| roster.id(member).to_string());
    assert_eq!(resolve("M3").as_deref(), Ok("M3"));
    assert_eq!(resolve("丙").as_deref(), Ok("乙"));
    assert_eq!(resolve("乙").as_deref(), Ok("乙"), "an id goes before a name");
    assert_eq!(resolve("甲"), Err(Unresolved::Ambiguous));
    assert_eq!(resolve("M4"), Err(Unresolved::Unknown));
    assert_eq!(roster.find(EntityKind::Member, "丙"), None);
    assert_eq!(roster.nearest(EntityKind::Member, "M33").as_deref(), Some("M3"));
    assert_eq!(roster.resolve(EntityKind::Sector, "M1"), Err(Unresolved::Unknown));
    let unit = roster.find(EntityKind::Unit, "U1").unwrap();
    assert_eq!(
        (
            &**roster.name(unit),
            roster.attrs(unit).get("size").and_then(|size| size.on(day("2022-01-01")).next()).map(AsRef::as_ref)
        ),
        ("U1", Some("large"))
    );
}

#[test]
fn bodies_and_their_members_on_a_day() {
    let roster = roster();
    let of = |kind, id, on| {
        let body = roster.find(kind, id).unwrap();
        roster
            .members_within(body, day(on))
            .map(|member| roster.register().members[member].id.to_string())
            .collect::<Vec<_>>()
    };
    assert_eq!(of(EntityKind::Sector, "economy", "2022-12-31"), ["M1", "M2"]);
    assert_eq!(of(EntityKind::Sector, "economy", "2023-01-01"), ["M2"]);
    assert_eq!(of(EntityKind::Sector, "art", "2023-01-01"), ["M1"], "a studio is no member");
    assert_eq!(of(EntityKind::Committee, "c1", "2023-01-01"), ["M2"], "each once");

    let bodies = |kind, id, of, on| {
        let entity = roster.find(kind, id).unwrap();
        roster.bodies_of(entity, of, day(on)).map(|body| roster.id(body).to_string()).collect::<Vec<_>>()
    };
    assert_eq!(bodies(EntityKind::Member, "M2", EntityKind::Committee, "2022-01-01"), ["c1", "c2"]);
    assert_eq!(bodies(EntityKind::Studio, "S1", EntityKind::Sector, "2022-01-01"), ["art"]);
    assert!(bodies(EntityKind::Studio, "S1", EntityKind::Committee, "2022-01-01").is_empty());
    assert!(bodies(EntityKind::Unit, "U1", EntityKind::Sector, "2022-01-01").is_empty());
}

#[test]
fn memberships_on_a_day() {
    let roster = roster();
    let register = roster.register();
    let studios = |member: &str, on| {
        let (idx, _) = register.members.entries().find(|(_, one)| one.id == *member).unwrap();
        let seats = roster.studios_of(idx, day(on));
        seats.map(|seat| (register.studios[seat.studio].id.to_string(), seat.role.value.as_deref())).collect::<Vec<_>>()
    };
    assert_eq!(studios("M1", "2022-06-30"), [("S1".to_owned(), Some("head"))]);
    assert_eq!(studios("M1", "2022-07-01"), [("S2".to_owned(), None)]);
    assert!(studios("M3", "2022-07-01").is_empty());
    let members = |studio: &str, on| {
        let (idx, _) = register.studios.entries().find(|(_, one)| one.id == *studio).unwrap();
        roster.members_in(idx, day(on)).map(|seat| register.members[seat.member].id.to_string()).collect::<Vec<_>>()
    };
    assert_eq!(members("S2", "2022-06-30"), ["M2"]);
    assert_eq!(members("S2", "2022-07-01"), ["M2", "M1"]);
}

#[test]
fn links_on_a_day() {
    let roster = roster();
    let linked = |kind, id, link, end, on| {
        let entity = roster.find(kind, id).unwrap();
        roster.linked(entity, link, end, day(on)).map(|other| roster.id(other).to_string()).collect::<Vec<_>>()
    };
    assert_eq!(linked(EntityKind::Committee, "c2", "committee-studio", End::From, "2022-05-31"), ["S1", "S2"]);
    assert_eq!(linked(EntityKind::Committee, "c2", "committee-studio", End::From, "2022-06-01"), ["S2"]);
    assert!(linked(EntityKind::Committee, "c2", "committee-studio", End::To, "2022-05-31").is_empty());
    assert_eq!(linked(EntityKind::Studio, "S2", "committee-studio", End::To, "2022-05-31"), ["c2"]);
    assert_eq!(linked(EntityKind::Studio, "S1", "twins", End::From, "2022-05-31"), ["S2"]);
    assert!(linked(EntityKind::Studio, "S1", "twins", End::To, "2022-05-31").is_empty());
    assert!(linked(EntityKind::Committee, "c1", "committee-studio", End::From, "2022-05-31").is_empty());
}

#[test]
fn what_a_rulebook_may_yet_refuse_knows_where_it_stands() {
    let text = "{ \"units\": [{ \"id\": \"U\", \"checks\": [\"s/a\",\n { \"id\": \"b\" }] }],\n \"links\": [{ \"kind\": \"k\", \"from\": \"unit:U\",\n \"to\": \"unit:U\" }] }";
    let roster = Roster::from_json(text).unwrap();
    let unit = roster.find(EntityKind::Unit, "U").unwrap();
    let check = &roster.checks(unit).0[1].value;
    let place = roster.check_place(unit, 1, check);
    assert_eq!((place.line, place.text.as_str(), place.path.as_str()), (2, "b", "units[0].checks[1]"));
    let link = &roster.register().links[0];
    let place = roster.link_kind_place(0, link);
    assert_eq!((place.line, place.text.as_str()), (3, "k"));
    let place = roster.link_end_place(0, link, End::To);
    assert_eq!((place.line, place.text.as_str(), place.path.as_str()), (4, "unit:U", "links[0].to"));
}
