use std::sync::Arc;

use super::{Change, Changes, SeatChange};
use crate::Date;
use crate::roster::Roster;

fn day(text: &str) -> Date {
    text.parse().unwrap()
}

fn changes(roster: &str, a: &str, b: &str) -> Changes {
    Roster::from_json(roster).unwrap_or_else(|faults| panic!("{faults}")).changes(day(a), day(b))
}

/// What is different about the seats of a member M in a studio S: the roles before and after (`-` for no seat), and since when.
fn seats(memberships: &str, a: &str, b: &str) -> Vec<String> {
    let roster = format!(
        r#"{{ "members": [{{ "id": "M", "joined": "2022-01-10", "left": "2023-12-31" }}], "studios": [{{ "id": "S" }}], "memberships": [{memberships}] }}"#
    );
    let roles = |roles: &Option<Vec<Arc<str>>>| roles.as_ref().map_or("-".to_owned(), |roles| roles.join("+"));
    let said = |seat: &SeatChange| format!("{} > {} {}", roles(&seat.before), roles(&seat.after), seat.on);
    changes(&roster, a, b).seats.iter().map(said).collect()
}

#[test]
fn members_come_and_go_at_the_ends_of_their_days() {
    let roster = r#"{ "members": [{ "id": "M2", "joined": "2023-02-01" }, { "id": "M1", "left": "2023-06-30" },
                                  { "id": "M3", "joined": "2023-02-01", "left": "2023-03-01" }, { "id": "M4" }] }"#;
    let said = |a, b| {
        let rows = changes(roster, a, b).members;
        rows.into_iter().map(|row| (row.member.id.to_string(), row.change, row.on.to_string())).collect::<Vec<_>>()
    };
    let came = |id: &str| (id.to_owned(), Change::Began, "2023-02-01".to_owned());
    assert_eq!(said("2023-01-31", "2023-02-01"), [came("M2"), came("M3")]);
    assert!(said("2023-02-01", "2023-03-01").is_empty(), "both days included");
    assert!(said("2023-06-29", "2023-06-30").is_empty(), "the last day is still one");
    let left = ("M1".to_owned(), Change::Ended, "2023-07-01".to_owned());
    assert_eq!(said("2023-06-30", "2023-07-01"), std::slice::from_ref(&left));
    assert_eq!(said("2023-01-01", "2023-12-31"), [left, came("M2")], "M3 came and went in between");
}

#[test]
fn seats_are_taken_left_and_changed() {
    let head = r#"{ "member": "M", "studio": "S", "role": "head", "from": "2023-05-01" }"#;
    let resident = r#"{ "member": "M", "studio": "S", "role": "resident", "from": "2022-05-01", "to": "2023-04-30" }"#;
    assert_eq!(seats(head, "2023-01-01", "2023-07-01"), ["- > head 2023-05-01"]);
    assert_eq!(seats(resident, "2023-01-01", "2023-07-01"), ["resident > - 2023-05-01"]);
    let both = format!("{head}, {resident}");
    assert_eq!(seats(&both, "2023-01-01", "2023-07-01"), ["resident > head 2023-05-01"]);
    assert_eq!(seats(&both, "2023-04-30", "2023-05-01").len(), 1);
    assert!(seats(&both, "2023-05-01", "2023-07-01").is_empty());
    let bare = r#"{ "member": "M", "studio": "S", "to": "2023-04-30" }"#;
    assert_eq!(
        seats(&format!("{head}, {bare}"), "2023-01-01", "2023-07-01"),
        [" > head 2023-05-01"],
        "a seat without a role is one"
    );
}

#[test]
fn several_roles_at_once() {
    let head = r#"{ "member": "M", "studio": "S", "role": "head" }"#;
    let more = r#"{ "member": "M", "studio": "S", "role": "convenor", "from": "2023-03-01" },
                  { "member": "M", "studio": "S", "role": "guide", "from": "2023-02-01", "to": "2023-03-31" }"#;
    assert_eq!(
        seats(&format!("{head}, {more}"), "2023-01-01", "2023-07-01"),
        ["head > convenor+head 2023-04-01"],
        "the roles are what they are since the last of them changed"
    );
    assert_eq!(
        seats(&format!("{head}, {more}"), "2023-03-01", "2023-07-01"),
        ["convenor+guide+head > convenor+head 2023-04-01"]
    );
}

#[test]
fn a_seat_that_is_renewed_is_no_change_and_one_that_was_given_up_is_taken_anew() {
    let old = r#"{ "member": "M", "studio": "S", "role": "head", "to": "2023-03-31" }"#;
    let next = |from| format!(r#"{old}, {{ "member": "M", "studio": "S", "role": "head", "from": "{from}" }}"#);
    assert!(seats(&next("2023-04-01"), "2023-01-01", "2023-07-01").is_empty());
    assert!(seats(&next("2023-05-01"), "2023-01-01", "2023-07-01").is_empty(), "a gap in between does not show");
    let taken = |from| seats(&next(from), "2022-01-01", "2023-07-01");
    assert_eq!(taken("2023-04-01"), ["- > head 2022-01-10"], "since the member sits");
    assert_eq!(taken("2023-05-01"), ["- > head 2023-05-01"], "since it was taken anew");
}

#[test]
fn who_sits_no_longer_has_left_the_studio() {
    let head = r#"{ "member": "M", "studio": "S", "role": "head" }"#;
    assert_eq!(seats(head, "2022-01-09", "2022-01-10"), ["- > head 2022-01-10"]);
    assert_eq!(seats(head, "2023-12-31", "2024-01-01"), ["head > - 2024-01-01"]);
    let never = r#"{ "member": "M", "studio": "S", "role": "head", "from": "2024-01-01" }"#;
    assert!(seats(never, "2023-12-31", "2024-01-01").is_empty());
}

#[test]
fn a_studio_is_manned_by_the_first_and_left_by_the_last() {
    let roster = r#"{
        "members": [{ "id": "M1" }, { "id": "M2" }, { "id": "M3", "left": "2023-06-30" }],
        "studios": [{ "id": "S2" }, { "id": "S1" }, { "id": "S3" }, { "id": "S4" }],
        "memberships": [
            { "member": "M1", "studio": "S1", "from": "2023-03-10" }, { "member": "M2", "studio": "S1", "from": "2023-04-10" },
            { "member": "M1", "studio": "S2", "to": "2023-05-31" }, { "member": "M3", "studio": "S2" },
            { "member": "M1", "studio": "S3", "to": "2023-05-31" }, { "member": "M2", "studio": "S3", "from": "2023-06-01" }
        ]
    }"#;
    let said = |a, b| {
        let rows = changes(roster, a, b).studios;
        let said = |row: super::StudioChange| (row.studio.id.to_string(), row.change, row.members, row.on.to_string());
        rows.into_iter().map(said).collect::<Vec<_>>()
    };
    let row = |id: &str, change, members, on: &str| (id.to_owned(), change, members, on.to_owned());
    assert_eq!(
        said("2023-01-01", "2023-12-31"),
        [row("S1", Change::Began, 2, "2023-03-10"), row("S2", Change::Ended, 2, "2023-07-01")],
        "one who sits no longer has left; S3 passed from one to another, in S4 nobody ever was"
    );
    assert!(said("2023-03-10", "2023-06-30").is_empty());
}

const MOVES: &str = r#"{
    "sectors": [{ "id": "a" }, { "id": "b" }], "committees": [{ "id": "c" }, { "id": "d" }], "groups": [{ "id": "g" }],
    "members": [
        { "id": "M2", "groups": [{ "id": "g", "from": "2023-02-01", "to": "2023-02-28" }, { "id": "g", "from": "2023-03-01" }] },
        { "id": "M1", "sector": [{ "id": "b", "to": "2023-03-31" }, { "id": "a", "from": "2023-04-01" }],
          "committees": ["c", { "id": "d", "to": "2023-05-31" }],
          "posts": [{ "id": "standing", "to": "2023-06-30" }, { "id": "vice-chair", "from": "2023-06-15" }, "x"] },
        { "id": "M3", "sector": "a", "posts": "standing", "left": "2023-06-30" }
    ],
    "studios": [{ "id": "A1", "sector": [{ "id": "b", "to": "2023-03-31" }, { "id": "a", "from": "2023-04-01" }] }]
}"#;

#[test]
fn members_move_and_hold_several_bodies_and_posts_and_studios_change_sector() {
    let changes = changes(MOVES, "2023-01-01", "2023-12-31");
    let bodies: Vec<_> = changes
        .bodies
        .iter()
        .map(|row| (row.entity.id.as_str(), row.change, row.body.entity().to_string(), row.on.to_string()))
        .collect();
    let row = |member, change, body: &str, on: &str| (member, change, body.to_owned(), on.to_owned());
    assert_eq!(
        bodies,
        [
            row("M1", Change::Ended, "sector:b", "2023-04-01"),
            row("M1", Change::Began, "sector:a", "2023-04-01"),
            row("M1", Change::Ended, "committee:d", "2023-06-01"),
            row("M2", Change::Began, "group:g", "2023-02-01"),
            row("A1", Change::Ended, "sector:b", "2023-04-01"),
            row("A1", Change::Began, "sector:a", "2023-04-01"),
        ]
    );
    let posts: Vec<_> =
        changes.posts.iter().map(|row| (row.member.id.as_str(), row.change, &*row.post, row.on.to_string())).collect();
    assert_eq!(
        posts,
        [
            ("M1", Change::Ended, "standing", "2023-07-01".to_owned()),
            ("M1", Change::Began, "vice-chair", "2023-06-15".to_owned())
        ],
        "M3, who left, is among the members alone"
    );
    assert_eq!(changes.members.len(), 1);
}

#[test]
fn links_begin_and_end() {
    let roster = r#"{
        "members": [{ "id": "M1" }, { "id": "M2" }], "units": [{ "id": "U" }], "committees": [{ "id": "c" }, { "id": "d" }], "studios": [{ "id": "S" }],
        "links": [
            { "kind": "mentor", "from": "member:M2", "to": "member:M1", "since": "2023-02-01" },
            { "kind": "mentor", "from": "member:M1", "to": "member:M2", "until": "2023-05-31" },
            { "kind": "contact", "from": "member:M1", "to": "unit:U", "until": "2023-03-31" },
            { "kind": "contact", "from": "member:M1", "to": "unit:U", "since": "2023-03-01" },
            { "kind": "host", "from": "committee:c", "to": "studio:S" },
            { "kind": "host", "from": "committee:d", "to": "studio:S", "since": "2023-04-01" }
        ]
    }"#;
    let changes = changes(roster, "2023-01-01", "2023-12-31");
    let said: Vec<_> = changes
        .links
        .iter()
        .map(|row| {
            let [from, to] = [&row.from, &row.to].map(|end| end.entity().to_string());
            (&*row.kind, from, to, row.change, row.on.to_string())
        })
        .collect();
    let row =
        |kind, from: &str, to: &str, change, on: &str| (kind, from.to_owned(), to.to_owned(), change, on.to_owned());
    assert_eq!(
        said,
        [
            row("host", "committee:d", "studio:S", Change::Began, "2023-04-01"),
            row("mentor", "member:M1", "member:M2", Change::Ended, "2023-06-01"),
            row("mentor", "member:M2", "member:M1", Change::Began, "2023-02-01"),
        ],
        "one of several links between the same two may end"
    );
}

#[test]
fn studios_change_state() {
    let roster = |history: &str| format!(r#"{{ "studios": [{{ "id": "S", "history": [{history}] }}] }}"#);
    let said = |history: &str, a, b| {
        let rows = changes(&roster(history), a, b).states;
        rows.into_iter().map(|row| (row.before, row.after, row.on.to_string())).collect::<Vec<_>>()
    };
    let stage = |state: &str, date: &str| format!(r#"{{ "state": "{state}", "date": "{date}" }}"#);
    let applied = stage("applied", "2023-01-01");
    let running = format!("{applied}, {}, {}", stage("running", "2023-03-01"), stage("running", "2023-04-01"));
    let since = |on: &str| vec![(Some("applied".into()), "running".into(), on.to_owned())];
    assert_eq!(said(&running, "2023-02-28", "2023-12-31"), since("2023-03-01"));
    assert!(said(&running, "2023-03-01", "2023-12-31").is_empty());
    assert_eq!(
        said(&applied, "2022-12-31", "2023-01-01"),
        [(None, "applied".into(), "2023-01-01".to_owned())],
        "before its history a studio has no state"
    );
    let backwards = format!("{applied}, {}, {}", stage("paused", "2023-06-01"), stage("running", "2023-05-01"));
    assert_eq!(said(&backwards, "2023-02-01", "2023-12-31"), since("2023-05-01"), "it was never paused");
}

#[test]
fn the_order_of_the_days_does_not_matter_and_a_day_is_like_itself() {
    let forth = changes(MOVES, "2023-01-01", "2023-12-31");
    assert_eq!(changes(MOVES, "2023-12-31", "2023-01-01"), forth);
    assert_eq!((forth.from, forth.to), (day("2023-01-01"), day("2023-12-31")));
    assert!(!forth.is_empty());
    let same = changes(MOVES, "2023-04-01", "2023-04-01");
    assert!(same.is_empty() && same.from == same.to);
    assert!(changes("{}", "2023-01-01", "2023-12-31").is_empty());
}

#[test]
fn changes_are_plain_data() {
    let roster = r#"{ "members": [{ "id": "M", "name": "甲" }], "studios": [{ "id": "S" }],
                      "memberships": [{ "member": "M", "studio": "S", "from": "2023-05-01" }] }"#;
    assert_eq!(
        serde_json::to_value(changes(roster, "2023-01-01", "2023-12-31")).unwrap(),
        serde_json::json!({
            "from": "2023-01-01", "to": "2023-12-31", "members": [],
            "studios": [{
                "studio": { "kind": "studio", "id": "S", "name": "S" }, "change": "began", "members": 1, "on": "2023-05-01"
            }],
            "seats": [{
                "studio": { "kind": "studio", "id": "S", "name": "S" },
                "member": { "kind": "member", "id": "M", "name": "甲" },
                "before": null, "after": [], "on": "2023-05-01"
            }],
            "bodies": [], "posts": [], "links": [], "states": []
        })
    );
}
