use crate::rulebook::trial::{accepted, refused, refused_whole};

const HEAD: &str = "[rulebook]\nformat = 1\nid = \"a\"\ntitle = \"t\"\n";

#[track_caller]
fn refused_words(code: &str, text: &str) {
    refused_whole(code, &format!("{HEAD}{text}"));
}

#[test]
fn a_word_is_a_label_or_a_table() {
    refused_words("wrong-type", "[kinds]\nproposal = «5»\n");
    refused_words("missing-key", "[kinds]\n«proposal» = { scored = true }\n");
    refused_words("missing-key", "«[kinds.proposal]»\nscored = true\n");
    refused_words("unknown-key", "[kinds]\nproposal = { label = \"提案\", «alias» = \"建议\" }\n");
    refused_words("wrong-type", "[kinds]\nproposal = { label = \"提案\", scored = \"«no»\" }\n");
    refused_words("wrong-type", "[kinds]\nproposal = { label = \"提案\", aliases = [«1»] }\n");
    refused_words("bad-id", "[posts]\n«Standing» = \"常委\"\n");
    refused_words("bad-id", "[posts]\n\"«常委»\" = \"常务委员\"\n");
}

#[test]
fn names_are_unique_in_a_vocabulary() {
    refused_words("duplicate-name", "[kinds]\na = \"提案\"\nb = \"«提案»\"\n");
    refused_words("duplicate-name", "[kinds]\na = { label = \"提案\", aliases = [\"建议\"] }\nb = \"«建议»\"\n");
    refused_words("duplicate-name", "[kinds]\na = \"a\"\nb = \"«a»\"\n");
    refused_words("duplicate-name", "[kinds]\na = \"b\"\n«b» = \"会议\"\n");
    refused_words("duplicate-name", "[kinds]\na = \"会议\"\nb = \"«a»\"\n");
    refused_words("duplicate-name", "[kinds]\na = { label = \"提案\", aliases = [\"«提案»\"] }\n");
    refused_words("duplicate-name", "[facets.a]\nlabel = \"甲\"\nvalues = { x = \"一\", y = \"«一»\" }\n");
    refused_words(
        "duplicate-name",
        "[facets.a]\nlabel = \"甲\"\nvalues = {}\n[facets.b]\nlabel = \"«甲»\"\nvalues = {}\n",
    );
    refused_words(
        "duplicate-name",
        "[attrs.a]\nlabel = \"甲\"\nvalues = {}\n[attrs.b]\nlabel = \"«甲»\"\nvalues = {}\n",
    );
    let link = "from = \"member\"\nto = \"unit\"\n";
    refused_words("duplicate-name", &format!("[links.a]\nlabel = \"甲\"\n{link}[links.b]\nlabel = \"«甲»\"\n{link}"));
}

#[test]
fn a_word_may_be_its_own_label_and_stand_in_two_vocabularies() {
    accepted("[facets.note-kind]\nlabel = \"note-kind\"\nvalues = { standing = \"常委\", lead = \"第一提案人\" }\n");
}

#[test]
fn facets_do_not_hide_columns() {
    for id in ["kind", "date", "member", "record", "people", "studio_type", "by", "id", "note"] {
        refused_words("reserved-name", &format!("[facets.«{id}»]\nlabel = \"甲\"\nvalues = {{}}\n"));
    }
    for label in ["日期", "备注", "status"] {
        refused_words("reserved-name", &format!("[facets.a]\nlabel = \"«{label}»\"\nvalues = {{}}\n"));
        refused_words(
            "reserved-name",
            &format!("[facets.a]\nlabel = \"甲\"\naliases = [\"«{label}»\"]\nvalues = {{}}\n"),
        );
    }
    // An attribute stands in no heading.
    accepted("[attrs.status]\nlabel = \"状态\"\nvalues = {}\n");
}

#[test]
fn a_facet_has_values_and_stands_on_something() {
    refused_words("missing-key", "«[facets.a]»\nlabel = \"甲\"\n");
    refused_words("wrong-type", "[facets]\na = \"«甲»\"\n");
    refused_words("bad-value", "[facets.a]\nlabel = \"甲\"\non = \"«member»\"\nvalues = {}\n");
    refused_words("unknown-key", "[attrs.a]\nlabel = \"甲\"\n«on» = \"record\"\nvalues = {}\n");
    refused_words("wrong-type", "[facets.a]\nlabel = \"甲\"\nvalues = «»[\"x\"]\n");
}

#[test]
fn a_link_has_two_ends() {
    refused_words("missing-key", "«[links.a]»\nlabel = \"甲\"\nfrom = \"member\"\n");
    refused_words("bad-value", "[links.a]\nlabel = \"甲\"\nfrom = \"member\"\nto = \"«village»\"\n");
    refused_words("unknown-key", "[links.a]\nlabel = \"甲\"\nfrom = \"member\"\nto = \"unit\"\n«aliases» = []\n");
}

#[test]
fn what_is_declared_once_wrongly_is_reported_once() {
    refused(
        "wrong-type",
        "[facets.extra]\nlabel = «5»\nvalues = { x = \"一\" }\n[[duty]]\nid = \"d\"\nlabel = \"d\"\nsubject = \"member\"\nwhen = { extra = \"x\" }\nat_least = 1\n",
    );
}
