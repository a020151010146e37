use std::collections::BTreeSet;

use serde::Serialize;

use super::{COMMITTEES, SECTORS, within};
use crate::made_up::Dice;

/// The members who took their seats when the term began; those who were added to them in 2023 come after.
pub(crate) const FIRST: usize = 240;
const ADDED: usize = 4;

/// 主席会议成员: they are the first of the list.
pub(crate) const LEADERS: usize = 6;

/// Who left when.
pub(crate) const LEFT: [(usize, &str); 5] =
    [(57, "2023-02-28"), (118, "2023-03-15"), (31, "2023-04-30"), (171, "2023-05-31"), (203, "2023-09-30")];

/// Who changed the sector in mid-year: the last day in the one, the first in the other, and which that is.
const CHANGED: [(usize, &str, &str, usize); 2] =
    [(88, "2023-04-30", "2023-05-01", 9), (152, "2023-09-30", "2023-10-01", 3)];

const PARTIES: [&str; 8] = ["中共党员", "中共党员", "中共党员", "群众", "群众", "无党派人士", "民盟盟员", "民建会员"];

#[derive(Serialize)]
pub(crate) struct Member {
    pub(crate) id: String,
    pub(crate) name: String,
    sector: Vec<Since>,
    committees: [String; 1],
    groups: [String; 1],
    pub(crate) party: &'static str,
    posts: Vec<&'static str>,
    joined: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) left: Option<&'static str>,
    /// What the year is drawn from: the places of sector, committee and town, and how often the member turns up.
    #[serde(skip)]
    pub(crate) drawn: Drawn,
}

/// A sector, and from when to when.
#[derive(Serialize)]
struct Since {
    id: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    from: Option<&'static str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    to: Option<&'static str>,
}

pub(crate) struct Drawn {
    pub(crate) sector: usize,
    pub(crate) committee: usize,
    pub(crate) town: usize,
    pub(crate) zeal: usize,
}

impl Member {
    pub(crate) fn all(dice: &mut Dice) -> Vec<Member> {
        let mut names = Names::default();
        (0..FIRST + ADDED).map(|n| Member::new(n, names.next(dice), dice)).collect()
    }

    fn new(n: usize, name: String, dice: &mut Dice) -> Self {
        let drawn = Drawn {
            sector: n % SECTORS.len(),
            committee: dice.roll(COMMITTEES.len()),
            town: dice.pick(&[0, 0, 0, 1, 1, 2, 2, 3, 3, 4, 4, 5, 6, 7]),
            zeal: dice.pick(&[1, 2, 3, 3, 4, 4, 4, 5, 6, 8]),
        };
        let party =
            if SECTORS[drawn.sector] == "中共界" || n < LEADERS { "中共党员" } else { dice.pick(&PARTIES) };
        let posts = match n {
            0..LEADERS => vec!["leader"],
            _ if n < FIRST && n.is_multiple_of(7) => vec!["standing"],
            _ => Vec::new(),
        };
        let left = LEFT.iter().find(|(who, _)| *who == n).map(|(_, day)| *day);
        let sector = |place: usize, from, to| Since { id: format!("J{:02}", place + 1), from, to };
        Member {
            id: format!("M{:03}", n + 1),
            name,
            // Who has left belongs to no sector any longer.
            sector: match CHANGED.iter().find(|(who, ..)| *who == n) {
                Some((_, last, first, after)) => {
                    vec![sector(drawn.sector, None, Some(*last)), sector(*after, Some(*first), left)]
                }
                None => vec![sector(drawn.sector, None, left)],
            },
            committees: [format!("Z{}", drawn.committee + 1)],
            groups: [format!("G{}", drawn.town + 1)],
            party,
            posts,
            joined: if n < FIRST { "2022-01-08" } else { "2023-04-18" },
            left,
            drawn,
        }
    }

    pub(crate) fn sits(&self, day: &str) -> bool {
        within(day, Some(self.joined), self.left)
    }

    /// Whether the member sits on the standing committee: those who lead it do, too.
    pub(crate) fn is_standing(&self) -> bool {
        !self.posts.is_empty()
    }
}

/// Names that are drawn, each once.
#[derive(Default)]
struct Names(BTreeSet<String>);

impl Names {
    fn next(&mut self, dice: &mut Dice) -> String {
        const FAMILY: &str = "赵钱孙李周吴郑王冯陈褚卫蒋沈韩杨朱秦许何吕张孔曹严华金魏陶姜谢邹苏潘葛范";
        const FIRST: &str = "志建文晓国明海春玉秀立永德家思雨振庆丽桂";
        const SECOND: &str = "华军平兰英伟强芳林波霞峰敏杰梅涛云生宁洁";
        loop {
            let name: String = [FAMILY, FIRST, SECOND]
                .iter()
                .filter_map(|letters| letters.chars().nth(dice.roll(letters.chars().count())))
                .collect();
            if self.0.insert(name.clone()) {
                return name;
            }
        }
    }
}
