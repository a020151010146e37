use crate::diagnostic::Diagnostics;
use crate::document::{Document, Spot};
use crate::roster::{Mode, Roster};
use crate::{Date, EntityKind};

fn roster(text: &str) -> Roster {
    Roster::from_json(text).unwrap_or_else(|faults| panic!("{faults}"))
}

fn day(text: &str) -> Date {
    text.parse().unwrap()
}

/// Code, line and text of every fault.
fn listed(faults: &Diagnostics) -> Vec<(String, u32, &str)> {
    faults.iter().map(|fault| (fault.code().to_string(), fault.place().line, fault.place().text.as_str())).collect()
}

macro_rules! refused {
    ($text:expr, $($code:literal $line:literal $word:literal),+) => {
        let faults = Roster::from_json($text).unwrap_err();
        assert_eq!(listed(&faults), [$(($code.to_owned(), $line, $word)),+], "{faults}");
    };
}

pub(super) const WHOLE: &str = r#"{
  "members": [{ "id": "M001", "name": "甲", "sector": "economy", "committees": ["economic"], "groups": [],
                "party": "中共党员", "posts": ["standing"], "tags": [], "attrs": {},
                "joined": "2022-01-10", "left": null, "scored": true }],
  "sectors": [{ "id": "economy", "name": "经济界" }],
  "committees": [{ "id": "economic", "name": "经济委员会" }],
  "groups": [],
  "units": [{ "id": "U1", "name": "某社区", "type": "community" }],
  "studios": [{ "id": "S1", "name": "经济界委员工作室", "type": "sector", "mode": "offline", "sector": "economy",
                "region": null, "attrs": {}, "checks": ["venue", "six-haves/sign"],
                "history": [{ "state": "applied", "date": "2022-03-01" }, { "state": "running", "date": "2022-05-01" }] }],
  "memberships": [{ "member": "M001", "studio": "S1", "role": "head", "from": "2022-05-01", "to": null }],
  "links": [{ "kind": "committee-studio", "from": "committee:economic", "to": "studio:S1", "since": "2022-05-01", "until": null }]
}"#;

#[test]
fn every_key_is_read() {
    let roster = roster(WHOLE);
    let register = roster.register();
    let counts = EntityKind::ALL.map(|kind| roster.count(kind));
    assert_eq!(counts, [1, 1, 1, 0, 1, 1]);

    let member = register.members.nth(0).unwrap();
    assert_eq!((&*member.id, &*member.name, member.scored), ("M001", "甲", true));
    assert_eq!((member.joined, member.left), (Some(day("2022-01-10")), None));
    assert_eq!(member.party.on(day("1990-01-01")).next().unwrap().as_ref(), "中共党员");
    assert_eq!(member.posts.on(day("1990-01-01")).next().unwrap().as_ref(), "standing");
    assert!(!member.sits_on(day("2022-01-09")) && member.sits_on(day("2022-01-10")));

    let studio = register.studios.nth(0).unwrap();
    assert_eq!(studio.mode.on(day("2022-01-01")).next(), Some(&Mode::Offline));
    assert_eq!(studio.state_on(day("2022-04-30")).map(AsRef::as_ref), Some("applied"));
    assert_eq!(studio.state_on(day("2022-02-28")), None);
    let checks: Vec<_> =
        studio.checks.0.iter().map(|check| (check.value.standard.as_deref(), &*check.value.check)).collect();
    assert_eq!(checks, [(None, "venue"), (Some("six-haves"), "sign")]);
    assert_eq!(register.units.nth(0).unwrap().kind.on(day("2022-01-01")).next().unwrap().as_ref(), "community");
}

#[test]
fn lists_names_and_most_keys_may_be_missing_or_null() {
    for text in ["{}", r#"{ "members": null, "links": null }"#] {
        assert_eq!(roster(text).count(EntityKind::Member), 0);
    }
    let one = roster(
        r#"{ "members": [{ "id": "M1", "name": null, "sector": null, "scored": null, "attrs": null, "checks": null }] }"#,
    );
    let member = one.register().members.nth(0).unwrap();
    assert_eq!(&*member.name, "M1");
    assert!(member.scored && member.sector.0.is_empty() && member.sits_on(day("1900-01-01")));
}

#[test]
fn values_hold_always_or_on_their_days() {
    let roster = roster(
        r#"{
            "sectors": [{ "id": "a", "checks": { "id": "s/c", "from": "2023-05-01" } }, { "id": "b" }],
            "members": [{
                "id": "M1",
                "sector": [{ "id": "a", "to": "2022-12-31" }, { "id": "b", "from": "2023-01-01", "to": null }],
                "committees": "x",
                "posts": ["standing", { "id": "head", "from": "2023-02-01", "to": "2023-02-28" }, null],
                "attrs": { "level": [{ "id": "low", "to": "2022-06-30" }, { "id": "high", "from": "2022-07-01" }] }
            }],
            "committees": [{ "id": "x" }]
        }"#,
    );
    let member = roster.find(EntityKind::Member, "M1").unwrap();
    let sector_on = |text| {
        roster
            .bodies_of(member, EntityKind::Sector, day(text))
            .map(|body| roster.id(body).to_string())
            .collect::<Vec<_>>()
    };
    assert_eq!(sector_on("2022-12-31"), ["a"]);
    assert_eq!(sector_on("2023-01-01"), ["b"]);
    let attr = |text| roster.attrs(member).get("level").unwrap().on(day(text)).next().map(AsRef::as_ref);
    assert_eq!((attr("2022-06-30"), attr("2022-07-01")), (Some("low"), Some("high")));
    let posts = |text| roster.register().members.nth(0).unwrap().posts.on(day(text)).count();
    assert_eq!((posts("2023-01-31"), posts("2023-02-28"), posts("2023-03-01")), (1, 2, 1));
    let sector = roster.find(EntityKind::Sector, "a").unwrap();
    let checks = |text| roster.checks(sector).on(day(text)).count();
    assert_eq!((checks("2023-04-30"), checks("2023-05-01")), (0, 1));
}

#[test]
fn json_that_is_none() {
    refused!("{ \"members\": [\n }", "json-syntax" 2 "}");
    assert_eq!(listed(&Roster::from_json("").unwrap_err())[0].0, "json-syntax");
    assert_eq!(listed(&Roster::from_json("[]").unwrap_err())[0].0, "wrong-type");
    refused!("{ \"groups\": [],\n \"groups\": [] }", "json-syntax" 2 "groups");
}

#[test]
fn values_of_a_wrong_type() {
    refused!(
        r#"{
            "members": [{ "id": 7, "name": true, "joined": 2022,
                          "scored": "yes", "posts": [1], "party": 2,
                          "attrs": [] }],
            "sectors": {},
            "studios": [{ "id": "S1", "history": [3], "mode": 1 }],
            "links": ["x"]
        }"#,
        "wrong-type" 2 "7",
        "wrong-type" 2 "true",
        "wrong-type" 2 "2022",
        "wrong-type" 3 "yes",
        "wrong-type" 3 "1",
        "wrong-type" 3 "2",
        "wrong-type" 4 "",
        "wrong-type" 5 "sectors",
        "wrong-type" 6 "3",
        "wrong-type" 6 "1",
        "wrong-type" 7 "x"
    );
}

#[test]
fn keys_that_nobody_knows() {
    refused!(
        r#"{
            "member": [],
            "sectors": [{ "id": "a", "type": "x" }],
            "members": [{ "id": "M1", "pots": ["x"],
                          "posts": [{ "id": "x", "since": "2022-01-01" }] }],
            "studios": [{ "id": "S1", "history": [{ "state": "x", "date": "2022-01-01", "note": "y" }] }],
            "memberships": [{ "member": "M1", "studio": "S1", "until": null }]
        }"#,
        "unknown-key" 2 "member",
        "unknown-key" 3 "type",
        "unknown-key" 4 "pots",
        "unknown-key" 5 "since",
        "unknown-key" 6 "note",
        "unknown-key" 7 "until"
    );
    let faults = Roster::from_json(r#"{ "members": [{ "id": "M1", "pots": [] }] }"#).unwrap_err();
    assert!(faults.to_string().contains("`posts`"), "{faults}");
}

#[test]
fn keys_that_must_stand() {
    let text = r#"{
        "members": [{ "name": "甲" }, { "id": "M1", "posts": [{ "from": "2022-01-01" }] }, { "id": null }],
        "studios": [{ "id": "S1", "history": [{}] }],
        "memberships": [{}],
        "links": [{}]
    }"#;
    let faults = Roster::from_json(text).unwrap_err();
    let found: Vec<_> = faults.iter().map(|fault| (fault.code().to_string(), fault.place().path.as_str())).collect();
    let paths = [
        "members[0]",
        "members[2]",
        "members[1].posts[0]",
        "studios[0].history[0]",
        "studios[0].history[0]",
        "memberships[0]",
        "memberships[0]",
    ];
    for path in paths.into_iter().chain(["links[0]"; 3]) {
        assert!(found.contains(&("missing-key".to_owned(), path)), "{path} in {found:?}");
    }
    assert_eq!(found.len(), 10);
}

#[test]
fn ids_that_stand_twice() {
    refused!(
        "{ \"members\": [{ \"id\": \"M1\" },\n { \"id\": \"M1\" }],\n \"units\": [{ \"id\": \"M1\" }] }",
        "duplicate-id" 2 "M1"
    );
}

#[test]
fn texts_that_are_empty_and_words_that_are_none() {
    refused!(
        r#"{ "members": [{ "id": "", "party": "" }],
             "studios": [{ "id": "S1", "mode": "on-line" }] }"#,
        "bad-value" 1 "",
        "bad-value" 1 "",
        "bad-value" 2 "on-line"
    );
}

#[test]
fn days_and_spans() {
    refused!(
        r#"{ "members": [{ "id": "M1", "joined": "2022-02-30" },
                         { "id": "M2", "joined": "2022-02-02", "left": "2022-02-01" },
                         { "id": "M3", "posts": [{ "id": "x", "from": "2023-01-02", "to": "2023-01-01" }], "joined": "2022/1/1" }],
             "studios": [{ "id": "S1", "history": [{ "state": "x", "date": "" }] }],
             "memberships": [{ "member": "M1", "studio": "S1", "from": "2022-01-01", "to": "2021-12-31" }],
             "links": [{ "kind": "k", "from": "member:M1", "to": "studio:S1", "since": "2022-01-01", "until": "2021-01-01" }] }"#,
        "bad-date" 1 "2022-02-30",
        "empty-range" 2 "2022-02-01",
        "empty-range" 3 "2023-01-01",
        "bad-date" 3 "2022/1/1",
        "bad-date" 4 "",
        "empty-range" 5 "2021-12-31",
        "empty-range" 6 "2021-01-01"
    );
}

#[test]
fn two_values_on_one_day() {
    refused!(
        r#"{ "sectors": [{ "id": "a" }, { "id": "b" }],
             "members": [{ "id": "M1", "sector": ["a",
                            "b"] },
                         { "id": "M2", "sector": [{ "id": "a", "to": "2023-01-01" },
                            { "id": "b", "from": "2023-01-01" }] },
                         { "id": "M3", "party": ["x", { "id": "x", "from": "2023-01-01" }] },
                         { "id": "M4", "attrs": { "k": ["u", "v"] } }],
             "units": [{ "id": "U1", "type": ["u", "v"] }],
             "studios": [{ "id": "S1", "region": ["r", "s"] },
                         { "id": "S2", "mode": ["online", "offline"], "type": ["u", "v"] }] }"#,
        "overlapping-values" 3 "b",
        "overlapping-values" 5 "b",
        "overlapping-values" 6 "x",
        "overlapping-values" 7 "v",
        "overlapping-values" 8 "v",
        "overlapping-values" 9 "s",
        "overlapping-values" 10 "offline",
        "overlapping-values" 10 "v"
    );
    let faults = Roster::from_json(
        r#"{ "members": [{ "id": "M", "party": [{ "id": "x", "from": "2022-03-04" }, { "id": "y", "to": "2022-05-06" }] }] }"#,
    );
    assert!(faults.unwrap_err().to_string().contains("2022-03-04"));
    // What may have several values on a day, and single values that follow one another, are well.
    roster(
        r#"{ "members": [{ "id": "M", "posts": ["x", "y", "x"], "tags": ["t", { "id": "t", "from": "2022-01-01" }],
             "party": [{ "id": "x", "to": "2022-12-31" }, { "id": "y", "from": "2023-01-01" }] }] }"#,
    );
}

#[test]
fn references_to_what_is_not_listed() {
    refused!(
        r#"{ "members": [{ "id": "M001", "sector": "econmy",
                           "committees": ["nope"],
                           "groups": { "id": "g", "from": "2022-01-01" } }],
             "sectors": [{ "id": "economy", "name": "经济界" }],
             "memberships": [{ "member": "M0O1",
                               "studio": "S9" }],
             "links": [{ "kind": "k", "from": "unit:U1",
                         "to": "committee-economic" },
                       { "kind": "k", "from": "village:V1", "to": "unit:" }] }"#,
        "unknown-sector" 1 "econmy",
        "unknown-committee" 2 "nope",
        "unknown-group" 3 "g",
        "unknown-member" 5 "M0O1",
        "unknown-studio" 6 "S9",
        "unknown-unit" 7 "unit:U1",
        "bad-reference" 8 "committee-economic",
        "bad-reference" 9 "village:V1",
        "bad-reference" 9 "unit:"
    );
    let faults = Roster::from_json(
        r#"{ "members": [{ "id": "M", "sector": "经济界" }], "sectors": [{ "id": "economy", "name": "经济界" }] }"#,
    )
    .unwrap_err();
    assert!(faults.to_string().contains("`economy`"), "{faults}");
}

#[test]
fn a_roster_in_toml_takes_dates_as_such() {
    let text = r#"
        sectors = [{ id = "a" }]
        [[members]]
        id = "M1"
        joined = 2022-01-10
        left = "2023-01-10"
        sector = [{ id = "a", from = 2022-01-10 }]
        [[members]]
        id = "M2"
        joined = 2022-01-10
        left = 2022-01-09
        [[members]]
        id = "M1"
    "#;
    let document = Document::from_toml(text).unwrap();
    let mut faults = Diagnostics::new(document.source.clone());
    assert!(Roster::read(Spot::top(&document), &mut faults).is_none());
    assert_eq!(
        listed(&faults.sorted()),
        [("empty-range".to_owned(), 11, "2022-01-09"), ("duplicate-id".to_owned(), 13, "M1")]
    );

    let well =
        Document::from_toml(text.get(..text.find("[[members]]\n        id = \"M2\"").unwrap()).unwrap()).unwrap();
    let mut faults = Diagnostics::new(well.source.clone());
    let roster = Roster::read(Spot::top(&well), &mut faults).unwrap();
    assert_eq!(roster.register().members.nth(0).unwrap().joined, Some(day("2022-01-10")));
}

#[test]
fn an_example_makes_up_what_it_does_not_list() {
    let text = r#"
        [[example]]
        members = [{ id = "甲", sector = "economy", committees = ["c"] }, { id = "M2", name = "乙" }]
        studios = { id = "S1", sector = "economy" }
    "#;
    let document = Document::from_toml(text).unwrap();
    let mut faults = Diagnostics::new(document.source.clone());
    let example = Spot::top(&document).fields(&mut faults).unwrap().optional("example").unwrap().list_or_one()[0];
    let fields = example.fields(&mut faults).unwrap();
    let named = [
        (EntityKind::Member, "乙"),
        (EntityKind::Member, "丙"),
        (EntityKind::Unit, "U1"),
        (EntityKind::Sector, "economy"),
    ];
    let roster = Roster::of_example(&fields, named, &mut faults).unwrap();
    fields.finish(&mut faults);
    assert!(faults.is_empty());
    let ids = |kind| roster.ids(kind).map(ToString::to_string).collect::<Vec<_>>();
    assert_eq!(ids(EntityKind::Member), ["甲", "M2", "丙"]);
    assert_eq!(ids(EntityKind::Sector), ["economy"]);
    assert_eq!(ids(EntityKind::Committee), ["c"]);
    assert_eq!(ids(EntityKind::Unit), ["U1"]);
    assert_eq!(ids(EntityKind::Studio), ["S1"]);
    let economy = roster.find(EntityKind::Sector, "economy").unwrap();
    assert_eq!(roster.members_within(economy, day("2022-01-01")).count(), 1);
}
