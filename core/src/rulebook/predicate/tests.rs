use crate::rulebook::trial::{accepted, refused, refused_whole};

fn when(test: &str) -> String {
    format!("[[duty]]\nid = \"d\"\nlabel = \"要求\"\nsubject = \"member\"\nat_least = 1\nwhen = {test}\n")
}

fn about(subject: &str, test: &str) -> String {
    format!(
        "[[duty]]\nid = \"d\"\nlabel = \"要求\"\nsubject = \"{subject}\"\nat_least = 1\nwhen = {{ kind = \"proposal\" }}\nfor = {test}\n"
    )
}

#[test]
fn what_a_when_names_is_declared() {
    accepted(&when(
        "{ kind = [\"proposal\", \"meeting\"], outcome = \"filed\", role = { not = [\"lead\"] }, studio = true, unit = [\"U1\"] }",
    ));
    accepted(&when(
        "[{ kind = \"proposal\", outcome = false }, { studio_type = \"regional\", unit_type = { not = \"village\" } }]",
    ));
    refused("undeclared-kind", &when("{ kind = \"«propsal»\" }"));
    refused("undeclared-kind", &when("{ kind = [\"proposal\", \"«提案»\"] }"));
    refused("undeclared-value", &when("{ role = { not = [\"lead\", \"«主笔»\"] } }"));
    refused("undeclared-type", &when("{ studio_type = \"«village»\" }"));
    refused("undeclared-type", &when("{ unit_type = \"«regional»\" }"));
    refused("unknown-key", &when("{ kind = \"proposal\", «outcom» = \"filed\" }"));
    refused("unknown-key", &when("{ «post» = \"standing\" }"));
    refused("undeclared-kind", &when("[{ kind = \"proposal\" }, { kind = \"«visit»\" }]"));
}

#[test]
fn values_are_ids_lists_or_truths() {
    refused("wrong-type", &when("{ kind = «true» }"));
    refused("wrong-type", &when("{ kind = «5» }"));
    refused("wrong-type", &when("{ studio_type = «false» }"));
    refused("wrong-type", &when("{ outcome = [«true»] }"));
    refused("wrong-type", &when("{ studio = «1» }"));
    refused("wrong-type", &when("\"«proposal»\""));
    refused("wrong-type", &when("[\"«proposal»\"]"));
    refused("missing-key", &when("{ «outcome» = { } }"));
    refused("unknown-key", &when("{ outcome = { not = \"filed\", «and» = \"key\" } }"));
    accepted(&when("{ outcome = { not = true }, role = { not = { not = \"lead\" } } }"));
}

#[test]
fn people_are_counted() {
    accepted(&when("{ people = 3 }"));
    accepted(&when("{ people = { not = { at_least = 2, at_most = 3, facet = \"role\", value = \"lead\" } } }"));
    refused("bad-number", &when("{ people = «-1» }"));
    refused("bad-number", &when("{ people = «1.5» }"));
    refused("wrong-type", &when("{ people = «true» }"));
    refused("missing-key", &when("{ «people» = { facet = \"role\", value = \"lead\" } }"));
    refused("missing-key", &when("{ «people» = { at_least = 1, facet = \"role\" } }"));
    refused("missing-key", &when("{ «people» = { at_least = 1, value = \"lead\" } }"));
    refused("empty-range", &when("{ people = { at_least = 3, at_most = «2» } }"));
    refused("empty-range", &when("{ people = { at_most = «2», at_least = 3 } }"));
    refused("undeclared-facet", &when("{ people = { at_least = 1, facet = \"«rol»\", value = \"lead\" } }"));
    refused("undeclared-value", &when("{ people = { at_least = 1, facet = \"role\", value = \"«leed»\" } }"));
    refused("wrong-facet", &when("{ people = { at_least = 1, facet = \"«outcome»\", value = \"filed\" } }"));
    refused("unknown-key", &when("{ people = { at_least = 1, «most» = 2 } }"));
}

#[test]
fn what_a_for_names_is_declared() {
    accepted(&about(
        "member",
        "{ post = [\"standing\"], tag = false, sector = \"economy\", committee = true, party = { not = \"x\" }, id = \"M1\" }",
    ));
    accepted(&about("member", "{ attr.degree = \"doctor\" }"));
    accepted(&about("member", "{ \"attr.degree\" = true }"));
    accepted(&about(
        "studio",
        "{ type = \"regional\", mode = [\"online\", \"both\"], region = \"x\", sector = \"economy\" }",
    ));
    refused("undeclared-post", &about("member", "{ post = \"«chair»\" }"));
    refused("undeclared-tag", &about("member", "{ tag = { not = \"«old»\" } }"));
    refused("undeclared-type", &about("studio", "{ type = \"«village»\" }"));
    refused("undeclared-attr", &about("member", "{ attr.«degre» = \"doctor\" }"));
    refused("undeclared-attr", &about("member", "{ \"«attr.degre»\" = \"doctor\" }"));
    refused("undeclared-value", &about("member", "{ attr.degree = \"«master»\" }"));
    refused("undeclared-value", &about("sector", "{ attr = { degree = [\"doctor\", \"«博士»\"] } }"));
    refused("bad-value", &about("studio", "{ mode = \"«remote»\" }"));
    refused("wrong-type", &about("member", "{ attr = \"«degree»\" }"));
    refused("wrong-type", &about("member", "{ id = «true» }"));
    refused("unknown-key", &about("member", "{ «posts» = \"standing\" }"));
    refused("unknown-key", &about("member", "{ «kind» = \"proposal\" }"));
}

#[test]
fn a_for_asks_what_its_subject_has() {
    refused("wrong-subject", &about("studio", "{ «post» = \"standing\" }"));
    refused("wrong-subject", &about("member", "{ «type» = \"regional\" }"));
    refused("wrong-subject", &about("member", "{ «region» = \"x\" }"));
    refused("wrong-subject", &about("committee", "[{ id = \"C1\" }, { «sector» = \"economy\" }]"));
    refused("wrong-subject", &about("group", "{ «mode» = { not = \"online\" } }"));
}

#[test]
fn tables_of_an_array_may_cite() {
    accepted(&when("[{ kind = \"proposal\", clause = \"第二条\", note = \"如此\" }]"));
    refused("unknown-key", &when("{ kind = \"proposal\", «clause» = \"第二条\" }"));
    refused("wrong-type", &when("[{ kind = \"proposal\", clause = «2» }]"));
    accepted(&about("member", "[{ post = \"standing\", source = \"办法\" }]"));
    refused("unknown-key", &about("member", "{ «label» = \"常委\" }"));
}

#[test]
fn a_missing_value_in_the_middle_of_chinese_has_its_exact_place() {
    let head = "[rulebook]\nformat = 1\nid = \"a\"\ntitle = \"错误\"\n[kinds]\nproposal = \"提案\"\n[facets.role]\nlabel = \"身份\"\non = \"participation\"\nvalues = { lead = \"第一提案人\" }\n";
    let duty = when("{ kind = \"proposal\", role = [\"lead\", '''«主笔»'''] } # 提案第一提案人");
    refused_whole("undeclared-value", &format!("{head}{duty}"));
}
