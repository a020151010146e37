//! The published rulebooks that come with the crate.
//!
//! Each is a TOML file beside this one, made from a text that an office published: it names its source, the clause of every
//! rule where the text has one, and says in a `note` wherever a reading had to be chosen. What the stored text does not say
//! is left out, never guessed; the rulebook's own note tells what is missing. Each carries worked examples that are run by the
//! tests.
//!
//! | id | 地方 | 办法 |
//! | --- | --- | --- |
//! | `tongcheng` | 安徽省桐城市 | 百分制，四类各有封顶，联名提案第一提案人得一半 |
//! | `minhang` | 上海市闵行区 | 积分不封顶，另有四项基本要求 |
//! | `hefei` | 安徽省合肥市 | 基础分、立案提案奖励、无故缺席扣分 |
//! | `jinan` | 山东省济南市 | 120分制，三个一，连续两年不足60分约谈 |
//! | `xuanwei` | 云南省宣威市 | 逐次计分，届内缺席和提案另有后果 |

use crate::rulebook::Rulebook;

/// Every rulebook of the gallery: its id, and the TOML it is written in.
const TEXTS: [(&str, &str); 5] = [
    ("tongcheng", include_str!("tongcheng.toml")),
    ("minhang", include_str!("minhang.toml")),
    ("hefei", include_str!("hefei.toml")),
    ("jinan", include_str!("jinan.toml")),
    ("xuanwei", include_str!("xuanwei.toml")),
];

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
    use super::*;

    #[track_caller]
    fn proved(id: &str) {
        let text = text(id).unwrap_or_default();
        let rulebook = Rulebook::from_toml(text).unwrap_or_else(|faults| panic!("{faults}"));
        assert_eq!(rulebook.id().as_str(), id);
        assert!(rulebook.source().is_some(), "{id} names no source");
        for item in rulebook.rules().items.iter() {
            assert!(
                item.cite.clause.is_some() || item.cite.note.is_some(),
                "{id}: `{}` has neither clause nor note",
                item.id
            );
        }
        let proofs = rulebook.examples();
        assert!(proofs.len() >= 5, "{id} proves too little");
        let failed: Vec<String> = proofs.iter().filter(|proof| !proof.passed()).map(ToString::to_string).collect();
        assert!(failed.is_empty(), "{id}:\n{}", failed.join("\n"));
    }

    #[test]
    fn tongcheng_proves_itself() {
        proved("tongcheng");
    }

    #[test]
    fn minhang_proves_itself() {
        proved("minhang");
    }

    #[test]
    fn hefei_proves_itself() {
        proved("hefei");
    }

    #[test]
    fn jinan_proves_itself() {
        proved("jinan");
    }

    #[test]
    fn xuanwei_proves_itself() {
        proved("xuanwei");
    }

    #[test]
    fn none_of_them_is_left_out() {
        assert_eq!(all().map(|rulebook| rulebook.id().to_string()).collect::<Vec<_>>(), ids().collect::<Vec<_>>());
        assert_eq!(ids().count(), 5);
    }
}
