//! 青禾县, a county that is not: who sits there, what its studios are, and what they did in 2023.
//!
//! | File | What it holds |
//! | --- | --- |
//! | `people` | the members: names, sectors, towns, when they came and went |
//! | `studios` | the twelve studios, and the history of each |
//! | `roster` | who sits in which studio, what is linked to what |
//! | `year`, `row` | the ledger, and one row of it |

mod people;
mod roster;
mod row;
mod studios;
mod year;

pub(crate) use roster::Roster;
pub(crate) use year::Year;

use crate::made_up::month_and_day;

pub(crate) const SECTORS: [&str; 12] = [
    "经济界",
    "教育界",
    "医药卫生界",
    "农业和环境资源界",
    "中共界",
    "党派和无党派界",
    "工会和共青团界",
    "妇联界",
    "工商联界",
    "科学技术界",
    "文化艺术和新闻界",
    "社会福利和民族宗教界",
];
pub(crate) const COMMITTEES: [&str; 6] = [
    "提案委员会",
    "经济和农业委员会",
    "人口资源环境委员会",
    "社会法制和民族宗教委员会",
    "教科卫体和文化文史委员会",
    "委员工作委员会",
];
/// Of each town one; towns go by the places of their groups.
pub(crate) const GROUPS: [&str; 8] = [
    "城关镇联络组",
    "河西镇联络组",
    "石桥镇联络组",
    "柳林镇联络组",
    "云台镇联络组",
    "白果乡联络组",
    "松岗乡联络组",
    "大坪乡联络组",
];

/// A day of 2023, counted from 0, as it is written.
pub(crate) fn date(day: usize) -> String {
    let (month, day) = month_and_day(day);
    format!("2023-{:02}-{day:02}", month + 1)
}

/// Whether a day, as it is written, lies between two others; nothing stands for no end.
pub(crate) fn within(day: &str, from: Option<&str>, to: Option<&str>) -> bool {
    from.is_none_or(|from| from <= day) && to.is_none_or(|to| day <= to)
}
