//! Every word and sentence of changes and coverage in Chinese.

use super::words::{SeatTurn, Sentence, Word};
use crate::roster::Change;
use crate::say::phrase::percent;
use crate::say::phrase::zh::{classifier, date, named};
use crate::{EntityKind, Lang};

pub(super) fn word(word: Word) -> &'static str {
    match word {
        Word::Changes => "名册变动",
        Word::Coverage => "委员驻室情况",
        Word::Members => "委员增减",
        Word::NewStudios => "工作室的新设和停用",
        Word::Seats => "驻室变动",
        Word::Bodies => "界别、专委会、活动组变动",
        Word::Posts => "职务变动",
        Word::Links => "联系变动",
        Word::States => "工作室状态变动",
        Word::Studios => "各工作室人数",
        Word::Sectors => "各界别驻室情况",
        Word::Unplaced => "未驻室的委员",
        Word::Kind(kind) => kind.name(Lang::Zh),
        Word::Id => "编号",
        Word::Name(EntityKind::Member) => "姓名",
        Word::Name(_) | Word::Body => "名称",
        Word::Whose => "委员、工作室",
        Word::BodyKind => "类别",
        Word::Change => "变动",
        Word::Post => "职务",
        Word::Link => "联系",
        Word::FromEnd => "一端",
        Word::ToEnd => "另一端",
        Word::Before => "原为",
        Word::After => "现为",
        Word::On => "日期",
        Word::Along => "随之变动",
        Word::Who => "委员",
        Word::State => "状态",
        Word::Seated => "在任委员",
        Word::Placed => "已驻室",
        Word::NotPlaced => "未驻室",
        Word::Share => "占比",
        Word::Size => "人数",
        Word::StudioCount => "工作室",
        Word::OwnStudios => "本界别的工作室",
        Word::SectorsWithStudio => "有工作室的界别",
        Word::Membership(Change::Began) | Word::Holding(Change::Began) => "新任",
        Word::Membership(Change::Ended) => "离任",
        Word::Seat(SeatTurn::Came) => "进驻",
        Word::Seat(SeatTurn::Left) => "退出",
        Word::Seat(SeatTurn::Roles) => "身份变动",
        Word::Belonging(Change::Began) => "加入",
        Word::Belonging(Change::Ended) => "离开",
        Word::Holding(Change::Ended) => "不再担任",
        Word::Joined(Change::Began) => "建立",
        Word::Joined(Change::Ended) => "终止",
        Word::NoRole => "未写身份",
    }
}

pub(super) fn sentence(sentence: &Sentence<'_>) -> String {
    match *sentence {
        Sentence::Between(from, to) => format!("{}与{}相比", date(from), date(to)),
        Sentence::Day(day) => date(day),
        Sentence::Named(one) => named(&one.name, &one.id),
        Sentence::Many(count, kind) => format!("{count}{}", classifier(kind)),
        Sentence::Of(ratio, kind) => {
            let classifier = classifier(kind);
            format!("{}{classifier}，占{}{classifier}的{}%", ratio.part, ratio.whole, percent(ratio.part, ratio.whole))
        }
        Sentence::Percent(ratio) => format!("{}%", percent(ratio.part, ratio.whole)),
        Sentence::Nothing => "没有变动。".to_owned(),
        Sentence::HowToRead { folded } => {
            let told = if folded {
                "新任、离任委员的驻室和联系，新设、停用工作室的委员，都写在本行，不另列。"
            } else {
                ""
            };
            format!("日期一栏，开始的写第一天，结束的写最后一天；期间变动而又复原的，不列。{told}")
        }
        Sentence::Along { word, link: "", others } => format!("{}{others}", self::word(word)),
        Sentence::Along { word, link, others } => format!("{}「{link}」：{others}", self::word(word)),
        Sentence::StudioTurned { change: Change::Began, members } => format!("新设，{members}名委员进驻"),
        Sentence::StudioTurned { change: Change::Ended, members } => format!("停用，{members}名委员全部退出"),
        Sentence::InRole { role, day: None, members } => format!("{role}：{members}"),
        Sentence::InRole { role, day: Some(day), members } => format!("{role}（{}）：{members}", date(day)),
        Sentence::MembersCounted { came, left } => format!("新任{came}名，离任{left}名"),
        Sentence::SeatsCounted { came, left, roles } => {
            format!("进驻{came}人次，退出{left}人次，身份变动{roles}人次")
        }
        Sentence::Counted(count) => format!("共{count}项"),
        Sentence::StudiosCounted(count) => format!("共{count}个工作室"),
        Sentence::SectorsCounted(count) => format!("共{count}个界别"),
        Sentence::UnplacedCounted(count) => format!("共{count}名"),
        Sentence::AllPlaced => "在任委员全部驻室。".to_owned(),
    }
}
