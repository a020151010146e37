use super::rulebook;
use crate::audit::Matters;
use crate::{Diagnostics, Roster};

const RULES: &str = r#"flow = [{ id = "hotline", label = "直通车", steps = [{ id = "assign", label = "交办" }, { id = "reply", label = "答复" }] }]"#;

fn read(text: &str) -> Result<Matters, Diagnostics> {
    Matters::from_json(
        text,
        &rulebook(RULES),
        &Roster::from_json(r#"{ "studios": [{ "id": "S1", "name": "一室" }] }"#).unwrap(),
    )
}

/// The faults of a text: code, line, underlined text.
fn faults(text: &str) -> Vec<(String, u32, String)> {
    let faults = read(text).unwrap_err();
    faults.iter().map(|fault| (fault.code().to_string(), fault.place().line, fault.place().text.clone())).collect()
}

fn is(code: &str, line: u32, text: &str) -> (String, u32, String) {
    (code.to_owned(), line, text.to_owned())
}

#[test]
fn matters_that_are_well() {
    assert!(read("[]").unwrap().is_empty());
    assert!(Matters::default().is_empty());
    let text = r#"[
        { "id": "T2", "flow": "hotline", "studio": "S1", "opened": "2023-03-01", "steps": { "reply": null, "assign": "2023-03-02" } },
        { "id": "T1", "flow": "hotline", "studio": null, "opened": "2023-03-01", "steps": {} }
    ]"#;
    assert_eq!(read(text).unwrap().len(), 2);
}

#[test]
fn every_fault_at_once_in_the_order_of_the_text() {
    let text = r#"[
        { "id": "T1", "flow": "hotlin", "opened": "2023-02-30", "steps": { "nobody": "2023-03-02", "asks": "soon" } },
        { "id": "T1", "flow": "hotline", "studio": "一室", "opened": 20230301, "steps": { "asign": "2023-13-01" }, "closed": true },
        { "id": "", "opened": "2023-03-01", "steps": null },
        { "id": 7, "flow": 7, "studio": [], "opened": "2023/3/1", "steps": ["assign"] },
        "T9"
    ]"#;
    let found = faults(text);
    let expected = [
        is("unknown-flow", 2, "hotlin"),
        is("bad-date", 2, "2023-02-30"),
        is("bad-date", 2, "soon"),
        is("duplicate-id", 3, "T1"),
        is("unknown-studio", 3, "一室"),
        is("wrong-type", 3, "20230301"),
        is("unknown-step", 3, "asign"),
        is("bad-date", 3, "2023-13-01"),
        is("unknown-key", 3, "closed"),
        is("wrong-type", 5, "7"),
        is("wrong-type", 5, "7"),
        is("wrong-type", 5, ""),
        is("bad-date", 5, "2023/3/1"),
        is("wrong-type", 5, ""),
        is("wrong-type", 6, "T9"),
    ];
    let missing: Vec<_> = found.iter().filter(|(code, ..)| code == "missing-key").collect();
    assert_eq!(missing.len(), 3, "{found:?}");
    let rest: Vec<_> = found.iter().filter(|(code, ..)| code != "missing-key").cloned().collect();
    assert_eq!(rest, expected);
    let sentences = read(text).unwrap_err().to_string();
    for near in ["`hotline`", "`assign`", "`S1`"] {
        assert!(sentences.contains(&format!("did you mean {near}?")), "{sentences}");
    }
}

#[test]
fn what_is_no_list() {
    assert_eq!(faults("{}"), [is("wrong-type", 1, "")]);
    assert_eq!(faults("null"), [is("wrong-type", 1, "null")]);
    assert_eq!(faults("[{]")[0].0, "json-syntax");
}
