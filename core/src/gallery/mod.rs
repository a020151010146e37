//! The rulebooks that come with the crate.
//!
//! Each is a TOML file beside this one, made from a text that an office published or spoke in public. It names its source, and says in
//! a `note` wherever a reading had to be chosen. What the text does not say is left out, never guessed: no number, no item of a
//! checklist, no deadline.
//!
//! Two kinds stand here. The scoring rules of five places carry worked examples that are run by the tests. The others say what a place asks
//! of its studios, its links and its cadence; their elements cite the numbered facts of the book's page 做法一览 as `scheme N`, and what no
//! rulebook can carry stands in `coverage.toml` with the reason.

use crate::rulebook::Rulebook;

/// Every rulebook of the gallery: its id, and the TOML it is written in.
macro_rules! texts {
    ($($id:literal)*) => {
        const TEXTS: &[(&str, &str)] = &[$(($id, include_str!(concat!($id, ".toml"))),)*];
    };
}

texts! {
    // 履职计分
    "tongcheng" "minhang" "hefei" "jinan" "xuanwei"
    // 工作室建设与联系群众：浙江
    "hangzhou" "ningbo" "wenzhou" "huzhou" "jiaxing" "shaoxing" "jinhua" "quzhou" "zhoushan" "lishui"
    // 陕西
    "xian" "yanan" "shaanxi-economy" "tongchuan" "ankang" "jintai"
    "binzhou" "fuping" "dingbian" "yangxian" "pingli" "zhashui" "qinshangliang"
    // 重庆、甘肃、湖北、广东
    "banan" "gansu" "wuhan" "shenzhen"
}

/// The ids of the gallery, in the order in which [`all`] gives the rulebooks.
pub fn ids() -> impl Iterator<Item = &'static str> {
    TEXTS.iter().map(|(id, _)| *id)
}

/// The TOML of a rulebook, to read, to copy or to begin one's own from; `None` for an id that is not in the gallery.
///
/// ```
/// let text = lvzhi::gallery::text("tongcheng").unwrap_or_default();
/// assert!(text.contains("合格"));
/// ```
pub fn text(id: &str) -> Option<&'static str> {
    TEXTS.iter().find(|(known, _)| *known == id).map(|(_, text)| *text)
}

/// The rulebook with this id, read and checked; `None` for an id that is not in the gallery.
///
/// ```
/// assert!(lvzhi::gallery::get("jinan").is_some());
/// assert!(lvzhi::gallery::get("nowhere").is_none());
/// ```
pub fn get(id: &str) -> Option<Rulebook> {
    // The tests read every text of the gallery, so that a text which is there can be read.
    text(id).and_then(|text| Rulebook::from_toml(text).ok())
}

/// Every rulebook of the gallery, read and checked.
///
/// ```
/// assert_eq!(lvzhi::gallery::all().count(), lvzhi::gallery::ids().count());
/// ```
pub fn all() -> impl Iterator<Item = Rulebook> {
    ids().filter_map(get)
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;
    use std::path::Path;

    use super::*;

    #[test]
    fn every_text_is_a_rulebook_that_names_its_source() {
        for (id, text) in TEXTS {
            let rulebook = Rulebook::from_toml(text).unwrap_or_else(|faults| panic!("{id}:\n{faults}"));
            assert_eq!(rulebook.id().as_str(), *id);
            assert!(rulebook.source().is_some(), "{id} names no source");
            assert!(rulebook.place().is_some(), "{id} names no place");
        }
    }

    #[test]
    fn none_is_left_out() {
        let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("src/gallery");
        let files = folder.read_dir().unwrap().map(|entry| entry.unwrap().path());
        let tables = files.filter(|file| file.extension().is_some_and(|end| end == "toml"));
        let names = tables.map(|file| file.file_name().unwrap().to_str().unwrap().to_owned());
        let texts: BTreeSet<String> = names.filter(|name| name != "coverage.toml").collect();
        assert_eq!(texts, ids().map(|id| format!("{id}.toml")).collect());
        assert_eq!(texts.len(), ids().count(), "an id stands twice");
    }

    #[test]
    fn rules_that_score_prove_themselves() {
        for rulebook in all().filter(|rulebook| rulebook.boards().len() > 0) {
            let id = rulebook.id();
            for item in rulebook.rules().items.iter() {
                let cite = &item.cite;
                assert!(
                    cite.clause.is_some() || cite.note.is_some(),
                    "{id}: `{}` has neither clause nor note",
                    item.id
                );
            }
            let proofs = rulebook.examples();
            assert!(!proofs.is_empty(), "{id} proves nothing");
            let failed: Vec<String> = proofs.iter().filter(|proof| !proof.passed()).map(ToString::to_string).collect();
            assert!(failed.is_empty(), "{id}:\n{}", failed.join("\n"));
        }
    }
}
