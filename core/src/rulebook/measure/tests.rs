use crate::rulebook::trial::{accepted, refused};

use super::{Measure, Unit};

/// An item that reads records.
fn item(lines: &str) -> String {
    format!("[[item]]\nid = \"a\"\nlabel = \"甲\"\nwhen = {{ kind = \"proposal\" }}\n{lines}\n")
}

/// An item that reads none.
fn bare(lines: &str) -> String {
    format!("[[item]]\nid = \"a\"\nlabel = \"甲\"\n{lines}\n")
}

fn measure(piece: &str) -> Option<Measure> {
    accepted(piece).rules().items.iter().map(|item| item.measure.clone()).next()
}

#[test]
fn none_means_each() {
    assert!(matches!(measure(&item("points = 1")), Some(Measure::Each { skip: 0, most: None })));
    assert!(matches!(measure(&item("points = 1\nskip = 1\nmost = 3")), Some(Measure::Each { skip: 1, most: Some(3) })));
    assert!(matches!(measure(&item("points = 1\nonce = false")), Some(Measure::Each { .. })));
    assert!(matches!(measure(&item("points = 1\nonce = true")), Some(Measure::Once)));
}

#[test]
fn two_are_one_too_many() {
    refused("two-measures", &item("points = 1\nreach = 2\n«every» = 3"));
    refused("two-measures", &item("points = 1\nonce = true\n«short» = 3"));
    refused("two-measures", &item("reach = 2\n«ladder» = [[1, 5]]"));
    refused("two-measures", &item("points = 1\nreach = 2\n«every» = 3\n«short» = 3"));
    assert!(matches!(
        measure(&item("points = 1\nonce = false\nreach = 3")),
        Some(Measure::Reach { n: 3, count: Unit::Records })
    ));
}

#[test]
fn what_is_counted_to_is_whole_and_above_nought() {
    for key in ["reach", "every", "short"] {
        refused("bad-number", &item(&format!("points = 1\n{key} = «0»")));
        refused("bad-number", &item(&format!("points = 1\n{key} = «1.5»")));
        refused("bad-number", &item(&format!("points = 1\n{key} = «-2»")));
        refused("wrong-type", &item(&format!("points = 1\n{key} = «true»")));
    }
    refused("bad-number", &item("points = 1\nskip = «-1»"));
    refused("bad-number", &item("points = 1\nmost = «0.5»"));
    refused("wrong-type", &item("points = 1\nonce = «1»"));
    refused("bad-value", &item("points = 1\nreach = 2\ncount = \"«record»\""));
}

#[test]
fn what_belongs_to_another_measure_is_refused() {
    refused("conflicting-keys", &item("points = 1\nreach = 2\n«skip» = 1"));
    refused("conflicting-keys", &item("points = 1\nmost = 1\n«once» = true"));
    refused("conflicting-keys", &item("points = 1\nonce = true\n«count» = \"days\""));
    refused("conflicting-keys", &item("points = 1\nreach = 2\n«missed» = true"));
    refused("missing-key", &item("points = 1\ncount = \"days\"").replace("[[item]]", "«[[item]]»"));
    refused("missing-key", &item("points = 1\nmissed = true").replace("[[item]]", "«[[item]]»"));
}

#[test]
fn records_are_asked_for_where_they_are_read() {
    refused("missing-key", &bare("points = 1").replace("[[item]]", "«[[item]]»"));
    refused("missing-key", &bare("points = 1\nreach = 2").replace("[[item]]", "«[[item]]»"));
    accepted(&bare("points = 70\nbase = true"));
    refused("conflicting-keys", &item("points = 70\n«base» = true"));
}

#[test]
fn the_steps_of_a_ladder_rise() {
    assert!(
        matches!(measure(&item("ladder = [[1, 5], [3, 10.5]]")), Some(Measure::Ladder { steps, .. }) if steps.len() == 2)
    );
    accepted(&item("ladder = [[0, -5], [0.5, 0]]\ncount = \"quantity\""));
    refused("bad-ladder", &item("ladder = [[1, 5], «»[1, 10]]"));
    refused("bad-ladder", &item("ladder = [\n  [3, 5],\n  «»[1, 10],\n]"));
    refused("bad-ladder", &item("ladder = «»[]"));
    refused("bad-ladder", &item("ladder = [«»[1]]"));
    refused("bad-ladder", &item("ladder = [«1», «5»]"));
    refused("bad-number", &item("ladder = [[1, «100001»]]"));
    refused("bad-number", &item("ladder = [[«-1», 5]]"));
    refused("wrong-type", &item("ladder = «5»"));
}

#[test]
fn a_rate_is_of_something() {
    accepted(&item("points = 10\nrate = { of = { kind = \"meeting\" }, all = true }\ncount = \"days\""));
    assert!(matches!(
        measure(&item("rate = { of = [{ kind = \"meeting\" }] }\nladder = [[50, 5], [100, 10]]")),
        Some(Measure::Rate { rate, .. }) if !rate.all && rate.ladder.is_some()
    ));
    refused("missing-key", &item("points = 10\n«rate» = { all = true }"));
    refused("unknown-key", &item("points = 10\nrate = { of = { kind = \"meeting\" }, «each» = true }"));
    refused("undeclared-kind", &item("points = 10\nrate = { of = { kind = \"«meetings»\" } }"));
    refused("missing-key", &item("rate = { of = { kind = \"meeting\" } }").replace("[[item]]", "«[[item]]»"));
}

#[test]
fn duties_and_standards_are_the_subjects_own() {
    let duty =
        "[[duty]]\nid = \"d\"\nlabel = \"甲\"\nsubject = \"member\"\nwhen = { kind = \"meeting\" }\nat_least = 1\n";
    let standard = "[[standard]]\nid = \"s\"\nlabel = \"六有\"\nsubject = \"member\"\nchecks = [{ id = \"venue\", label = \"场地\" }]\n";
    let with = |lines: &str| format!("{duty}{standard}{}", bare(lines));
    let alien = |lines: &str| with(lines).replace("\"member\"", "\"studio\"");
    assert!(matches!(
        measure(&with("points = 1\nduty = \"d\"\nmissed = true")),
        Some(Measure::Duty { missed: true, .. })
    ));
    assert!(matches!(measure(&with("points = 1\nstandard = \"s\"")), Some(Measure::Standard(_))));
    accepted(&with("points = 1\nbase = true\nrequire = \"d\""));
    refused("unknown-reference", &with("points = 1\nduty = \"«s»\""));
    refused("unknown-reference", &with("points = 1\nstandard = \"«d»\""));
    refused("unknown-reference", &with("points = 1\nbase = true\nrequire = [\"«s»\"]"));
    refused("wrong-subject", &alien("points = 1\nduty = \"«d»\""));
    refused("wrong-subject", &alien("points = 1\n«standard» = \"s\""));
    refused("wrong-subject", &alien("points = 1\nbase = true\nrequire = [\"«d»\"]"));
}

#[test]
fn what_is_inherited_comes_from_another_board() {
    let studio = "[[board]]\nid = \"studio\"\ntitle = \"乙\"\nsubject = \"studio\"\n[[grade]]\nboard = \"studio\"\nlabel = \"五星\"\n";
    let with =
        |inherit: &str| format!("{studio}{}", bare(&format!("in = \"member\"\npoints = 5\ninherit = {inherit}")));
    accepted(&with("{ board = \"studio\", through = \"membership\", role = \"head\", grade = \"五星\", each = true }"));
    refused("unknown-reference", &with("{ board = \"«studios»\", through = \"membership\", grade = \"五星\" }"));
    refused("unknown-reference", &with("{ board = \"studio\", through = \"«member»\", grade = \"五星\" }"));
    refused("unknown-reference", &with("{ board = \"studio\", through = \"membership\", grade = \"«四星»\" }"));
    refused(
        "undeclared-role",
        &with("{ board = \"studio\", through = \"membership\", role = \"«lead»\", grade = \"五星\" }"),
    );
    refused("wrong-subject", &with("{ board = \"studio\", through = \"«sector»\", grade = \"五星\" }"));
    refused("wrong-subject", &with("{ board = \"studio\", through = \"«liaison»\", grade = \"五星\" }"));
    refused("missing-key", &with("{ through = \"membership\", grade = \"五星\" }").replace("inherit", "«inherit»"));
    refused("wrong-type", &with("«true»"));
}

#[test]
fn boards_do_not_inherit_in_a_ring() {
    let item = |id: &str, on: &str, from: &str| {
        format!(
            "[[item]]\nid = \"{id}\"\nin = \"{on}\"\nlabel = \"甲\"\npoints = 5\n«inherit» = {{ board = \"{from}\", through = \"membership\", grade = \"五星\" }}\n"
        )
    };
    let boards = "[[board]]\nid = \"studio\"\ntitle = \"乙\"\nsubject = \"studio\"\n[[grade]]\nboard = \"studio\"\nlabel = \"五星\"\n[[grade]]\nboard = \"member\"\nlabel = \"五星\"\n";
    refused("cycle", &format!("{boards}{}{}", item("a", "member", "studio"), item("b", "studio", "member")));
    accepted(&format!("{boards}{}", item("a", "member", "studio")).replace(['«', '»'], ""));
}
