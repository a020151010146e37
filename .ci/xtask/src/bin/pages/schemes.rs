//! 做法一览: the numbered facts that the gallery draws on, and where each stands. An element of a rulebook carries a fact that it cites as
//! `scheme N`; what none can carry stands in the gallery's `coverage.toml`, with the reason. A fact in neither, or in both, is a fault.

use std::collections::BTreeMap;
use std::fmt::Write;
use std::{fs, io};

use lvzhi::{Lang, gallery};
use toml::{Table, Value};

use super::{Page, file};

/// The facts.
const FACTS: &str = "docs/schemes.toml";
/// What no rulebook carries.
const COVERAGE: &str = "core/src/gallery/coverage.toml";

/// By number, the elements that cite a fact: a rulebook and what the element is called.
type Carriers = BTreeMap<i64, Vec<(&'static str, String)>>;

/// The pages in both languages.
pub(super) fn pages() -> io::Result<Vec<Page>> {
    let facts = read(FACTS)?;
    let coverage = read(COVERAGE)?;
    let row = |row: &Table| Some((row.get("scheme")?.as_integer()?, row.get("reason")?.as_str()?.to_owned()));
    let reasons: BTreeMap<i64, String> = tables(&coverage, "row").filter_map(row).collect();
    let carriers = carriers()?;
    let numbers: Vec<i64> = tables(&facts, "scheme").map(|scheme| number(scheme, "number")).collect();
    let documents: Vec<i64> = tables(&facts, "document").map(|document| number(document, "number")).collect();
    if let Some(stray) = tables(&facts, "scheme").find(|scheme| !documents.contains(&number(scheme, "document"))) {
        return Err(io::Error::other(format!("scheme {} comes from no document", number(stray, "number"))));
    }
    settled(&numbers, &carriers, &reasons).map_err(io::Error::other)?;
    let page = |path: &str, lang| Page { path: path.to_owned(), text: written(&facts, &carriers, &reasons, lang) };
    Ok(vec![page("docs/src/schemes.md", Lang::Zh), page("docs/src/en/schemes.md", Lang::En)])
}

/// Says which facts are neither carried nor explained, or both; which stand twice, and which that are cited or explained there are not.
fn settled(numbers: &[i64], carriers: &Carriers, reasons: &BTreeMap<i64, String>) -> Result<(), String> {
    let mut faults = Vec::new();
    for (number, next) in numbers.iter().zip(1..) {
        if *number != next {
            faults.push(format!("{FACTS}: {number} stands where {next} should"));
        }
        match (carriers.contains_key(number), reasons.contains_key(number)) {
            (false, false) => {
                faults.push(format!("scheme {number} is cited by no rulebook, and {COVERAGE} does not say why"));
            }
            (true, true) => {
                faults.push(format!("scheme {number} is cited by a rulebook, and stands in {COVERAGE} too"));
            }
            _ => {}
        }
    }
    let unknown = carriers.keys().chain(reasons.keys()).filter(|number| !numbers.contains(number));
    faults.extend(unknown.map(|number| format!("there is no scheme {number}")));
    if faults.is_empty() { Ok(()) } else { Err(faults.join("\n")) }
}

fn carriers() -> io::Result<Carriers> {
    let mut carriers = Carriers::new();
    for id in gallery::ids() {
        let text = gallery::text(id).unwrap_or_default();
        let rulebook: Table = text.parse().map_err(|fault| io::Error::other(format!("{id}: {fault}")))?;
        // What a rulebook says about itself carries nothing.
        rulebook.iter().filter(|(key, _)| *key != "rulebook").for_each(|(_, value)| cite(value, id, &mut carriers));
    }
    Ok(carriers)
}

/// Gathers what the tables in a value cite.
fn cite(value: &Value, id: &'static str, carriers: &mut Carriers) {
    match value {
        Value::Array(values) => values.iter().for_each(|value| cite(value, id, carriers)),
        Value::Table(table) => {
            let text = |key| table.get(key).and_then(Value::as_str);
            let name = text("label").or(text("title")).or(text("id")).unwrap_or_default();
            for number in ["clause", "note", "source"].into_iter().filter_map(text).flat_map(cited) {
                let elements = carriers.entry(number).or_default();
                if !elements.contains(&(id, name.to_owned())) {
                    elements.push((id, name.to_owned()));
                }
            }
            table.values().for_each(|value| cite(value, id, carriers));
        }
        _ => {}
    }
}

/// The numbers N of every `scheme N` in a text.
fn cited(text: &str) -> impl Iterator<Item = i64> {
    let digits = |after: &str| after.chars().take_while(char::is_ascii_digit).collect::<String>();
    text.split("scheme ").skip(1).filter_map(move |after| digits(after).parse().ok())
}

fn written(facts: &Table, carriers: &Carriers, reasons: &BTreeMap<i64, String>, lang: Lang) -> String {
    let zh = lang == Lang::Zh;
    let mut page = (if zh { ZH } else { EN }).to_owned();
    for document in tables(facts, "document") {
        let nth = number(document, "number");
        // Writing to a `String` cannot fail.
        let _ = write!(
            page,
            "\n## {}\n\n{}",
            text(document, if zh { "title" } else { "en" }),
            if zh { ZH_HEAD } else { EN_HEAD }
        );
        for scheme in tables(facts, "scheme").filter(|scheme| number(scheme, "document") == nth) {
            let whither = match (carriers.get(&number(scheme, "number")), reasons.get(&number(scheme, "number"))) {
                (Some(elements), _) => elements
                    .iter()
                    .map(|(id, name)| format!("[{id}](gallery.md#{id}) {name}"))
                    .collect::<Vec<_>>()
                    .join("；"),
                (None, Some(reason)) if zh => format!("未载入：{reason}"),
                (None, _) => "not carried: [why](../schemes.md)".to_owned(),
            };
            let kind = text(scheme, "kind");
            let _ = writeln!(
                page,
                "| {} | {} | {} | {} | {whither} |",
                number(scheme, "number"),
                text(scheme, "place"),
                if zh { kind } else { english(kind) },
                text(scheme, if zh { "fact" } else { "en" }),
            );
        }
    }
    page
}

const ZH: &str = "\
# 做法一览

随库的工作室办法取材于下面几份公开的交流材料。材料里写明的做法逐条编号，办法里的条目用 `scheme N` 引用；\
不能写成条目的（只有成果数字、只有名称没有内容……）写明缘由。每一条不是由条目载入，就是写明缘由，二者必居其一，由测试看着。\
事实用自己的话转述，以原文为准。
";
const ZH_HEAD: &str = "| 号 | 地方 | 种类 | 做法 | 在哪里 |\n| ---: | --- | --- | --- | --- |\n";
const EN: &str = "\
# Schemes

The gallery's rulebooks for studios are made from the public reports below. Each practice that they state has a number, which elements of rulebooks cite as `scheme N`; \
of what cannot be an element (a bare outcome figure, a name without contents …) the reason is given. Every one is either carried by an element or has its reason; a test watches over it. \
The facts are retold in our own words; the originals hold.
";
const EN_HEAD: &str = "| No. | Place | Kind | Practice | Where |\n| ---: | --- | --- | --- | --- |\n";

/// What the kinds of practices are called in English.
fn english(kind: &str) -> &str {
    match kind {
        "建设标准" => "standard",
        "履职要求" => "duty",
        "联系结构" => "links",
        "计分考核" => "scoring",
        "建设流程" => "lifecycle",
        "办理流程" => "workflow",
        "平台" => "platform",
        "激励" => "incentive",
        "数量" => "figure",
        other => other,
    }
}

fn read(path: &str) -> io::Result<Table> {
    fs::read_to_string(file(path))?.parse().map_err(|fault| io::Error::other(format!("{path}: {fault}")))
}

fn tables<'t>(table: &'t Table, key: &str) -> impl Iterator<Item = &'t Table> {
    table.get(key).and_then(Value::as_array).into_iter().flatten().filter_map(Value::as_table)
}

fn text<'t>(table: &'t Table, key: &str) -> &'t str {
    table.get(key).and_then(Value::as_str).unwrap_or_default()
}

fn number(table: &Table, key: &str) -> i64 {
    table.get(key).and_then(Value::as_integer).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::{Carriers, cited, pages, settled};

    #[test]
    fn every_fact_of_ours_is_carried_or_explained() {
        assert_eq!(pages().map(|pages| pages.len()).map_err(|fault| fault.to_string()), Ok(2));
    }

    #[test]
    fn a_citation_is_a_number_after_the_word() {
        assert_eq!(cited("scheme 29, scheme 31：三有").collect::<Vec<_>>(), [29, 31]);
        assert_eq!(cited("a scheme of ours").count(), 0);
    }

    #[test]
    fn a_fact_is_carried_or_explained_and_never_both() {
        let carriers = Carriers::from([(1, Vec::new()), (3, Vec::new())]);
        let reasons = [(2, "成果数字".to_owned())].into();
        assert_eq!(settled(&[1, 2, 3], &carriers, &reasons), Ok(()));
        assert!(settled(&[1, 2, 3, 4], &carriers, &reasons).unwrap_err().contains("scheme 4 is cited by no rulebook"));
        assert!(settled(&[1, 2], &carriers, &reasons).unwrap_err().contains("there is no scheme 3"));
        let both = [(2, "成果数字".to_owned()), (3, "成果数字".to_owned())].into();
        assert!(
            settled(&[1, 2, 3], &carriers, &both)
                .unwrap_err()
                .contains("scheme 3 is cited by a rulebook, and stands in")
        );
    }
}
