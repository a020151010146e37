//! Every word and sentence of roll-ups in Chinese.

use super::words::{Sentence, Word};
use crate::say::phrase::zh::{classifier, date, span, titled, window};
use crate::{EntityKind, Grouping, Lang};

pub(super) fn word(word: Word) -> &'static str {
    match word {
        Word::Totals => "得分情况",
        Word::Grades => "等次情况",
        Word::Period => "考核期",
        Word::AsOf => "截至",
        Word::Assessed => "参加考核",
        Word::Id => "编号",
        Word::Group(by) => group(by),
        Word::Number(EntityKind::Member) => "人数",
        Word::Number(_) => "个数",
        Word::Mean => "平均分",
        Word::Lowest => "最低分",
        Word::LowerQuartile => "下四分位",
        Word::Median => "中位数",
        Word::UpperQuartile => "上四分位",
        Word::Highest => "最高分",
        Word::NoGrade => "未评等次",
        Word::InNone(Grouping::Class) => "未列分类",
        Word::InNone(Grouping::Sector) => "未列界别",
        Word::InNone(Grouping::Committee) => "未列专委会",
        Word::InNone(Grouping::Group) => "未列活动组",
        Word::InNone(Grouping::Studio) => "未列工作室",
        Word::InNone(Grouping::Party) => "未列党派",
        Word::Whole => "全榜",
    }
}

pub(super) fn sentence(sentence: &Sentence<'_>) -> String {
    match *sentence {
        Sentence::Title { board, by } => format!("{board}（按{}统计）", group(by)),
        Sentence::Subtitle { rulebook, period } => format!("{}　{}", titled(rulebook), window(period)),
        Sentence::Window(days) => span(days),
        Sentence::Day(day) => date(day),
        Sentence::Many(count, kind) => format!("{count}{}", classifier(kind)),
        Sentence::TotalsOf(kind) => format!("{}总分的分布", kind.name(Lang::Zh)),
        Sentence::GradesOf(EntityKind::Member) => "各等次的人数".to_owned(),
        Sentence::GradesOf(_) => "各等次的个数".to_owned(),
        Sentence::Nobody(kind) => format!("没有参加考核的{}。", kind.name(Lang::Zh)),
        Sentence::WhoCounts { kind, by, day } => {
            format!("只统计参加考核的{}，以{}所属的{}为准。", kind.name(Lang::Zh), date(day), group(by))
        }
        Sentence::Several { many, kind, by } => {
            let (classifier, kind, by) = (classifier(kind), kind.name(Lang::Zh), group(by));
            format!("有{many}{classifier}{kind}同属几个{by}，在每个{by}里都计入，各行相加因此多于全榜。")
        }
        Sentence::HowToRead => {
            "中位数和上、下四分位把从低到高排列的总分分成数目相等的四份，落在两个总分之间的按比例折算。".to_owned()
        }
    }
}

fn group(by: Grouping) -> &'static str {
    match by {
        Grouping::Class => "分类",
        Grouping::Sector => "界别",
        Grouping::Committee => "专委会",
        Grouping::Group => "活动组",
        Grouping::Studio => "工作室",
        Grouping::Party => "党派",
    }
}
