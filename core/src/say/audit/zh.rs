//! Every word and sentence of an audit in Chinese.

use std::sync::Arc;

use super::sentence::{Sentence, Word, percent};
use crate::audit::{FindingCode, Task, Todo, Unit, WordPlace};
use crate::say::phrase::zh::{cited, classifier, date, days, titled, window};
use crate::say::phrase::{calendar, list};
use crate::{Cadence, Date, Decimal, EntityKind, Lang, Severity, Window};

pub(super) fn word(word: Word) -> &'static str {
    match word {
        Word::Title => "对照检查报告",
        Word::Overview => "概况",
        Word::Problems => "须整改的问题",
        Word::Todo => "待办",
        Word::Checks => "须核对的情况",
        Word::Duties => "履职要求",
        Word::Bounds => "配置要求",
        Word::Standards => "建设标准",
        Word::States => "工作室状态",
        Word::Flows => "办理流程",
        Word::Undeclared => "名册里办法没有声明的词",
        Word::Rulebook => "依据",
        Word::Period => "考核期",
        Word::AsOf => "截至",
        Word::Severity(Severity::Error) => "须整改",
        Word::Severity(Severity::Warning) => "须核对",
        Word::Severity(Severity::Note) => "待完成",
        Word::Unknown => "未声明的词",
        Word::Subject | Word::Users => "对象",
        Word::Fact => "情况",
        Word::Repair => "怎么办",
        Word::Due => "期限",
        Word::Rate => "完成",
        Word::State => "状态",
        Word::Active => "是否运行",
        Word::Number => "个数",
        Word::Studios => "工作室",
        Word::Flow => "流程",
        Word::Matters => "件数",
        Word::Closed => "办结",
        Word::InTime => "按时办结",
        Word::Matter => "事项",
        Word::Opened => "受理",
        Word::Step => "停在",
        Word::By => "由谁办",
        Word::Overdue => "逾期",
        Word::Vocabulary => "词汇",
        Word::Written => "名册写的",
        Word::Meant => "可能是",
        Word::Remarks => "说明",
        Word::Code(code) => code_name(code),
        Word::Legend => "✓ 已完成，✗ 未完成，… 待完成，– 不作要求；符号后面是完成的数量，时段下面是最后一天。",
        Word::BoundLegend => "✓ 符合，✗ 不符合，– 不作要求；符号后面是实有的数量，要求下面是应有的数量。",
        Word::StandardLegend => "✓ 全部达到，✗ 没有全部达到，– 不作要求；符号后面是达到的项数，标准下面是应有的项数。",
        Word::Satisfied => "符合",
        Word::Full => "全部达到",
        Word::Running => "是",
        Word::NotRunning => "否",
        Word::NoHistory => "没有登记状态",
        Word::HistoryLater => "还没有登记状态",
        Word::NoProblems => "没有须整改的问题。",
        Word::NoTodo => "眼下没有待办的事。",
        Word::StatesCaption => "各状态的工作室",
        Word::FlowsCaption => "各流程的办理情况",
        Word::OpenCaption => "没有办结的事项，按期限先后排列",
        Word::UndeclaredCaption => "办法的规定认不出这些词，写错了也不会有人发觉",
    }
}

/// How chapters are numbered.
const CHAPTERS: [&str; 10] = ["一", "二", "三", "四", "五", "六", "七", "八", "九", "十"];

/// A code in a word or two.
fn code_name(code: FindingCode) -> &'static str {
    match code {
        FindingCode::UnknownState => "状态不明",
        FindingCode::BackwardsDate => "日期倒退",
        FindingCode::IllegalMove => "流程不合",
        FindingCode::UnmetRequirement => "条件不足",
        FindingCode::BoundBroken => "配置不符",
        FindingCode::StandardIncomplete => "建设未达标",
        FindingCode::DutyMissed => "履职未完成",
        FindingCode::DutyDue => "履职待完成",
        FindingCode::MatterOverdue => "逾期未办",
        FindingCode::MatterLate => "逾期办结",
        FindingCode::NotSeated => "不在任",
        FindingCode::NotActive => "未运行",
    }
}

pub(super) fn sentence(sentence: &Sentence<'_>) -> String {
    match *sentence {
        Sentence::Todo(todo) => to_do(todo),
        Sentence::Owed { due, label, task, owed, who } => {
            format!("{}前：{}——{who}。", date(due), self::task(label, task, owed))
        }
        Sentence::Owes { name, short, unit } => format!("{name}差{}", amount(short, unit)),
        Sentence::Begun(number) => format!("时段已经开始的共{number}项，按期限先后排列。"),

        Sentence::Subtitle { rulebook, as_of } => format!("{}　截至{}", titled(rulebook), date(as_of)),
        Sentence::Rulebook(title) => titled(title),
        Sentence::Window(span) if calendar(span).is_some() => format!("{}（{}）", window(span), days(span)),
        Sentence::Window(span) => days(span),
        Sentence::Day(day) => date(day),
        Sentence::Findings(number) => format!("{number}项"),
        Sentence::Words(number) => format!("{number}个"),
        Sentence::Chapter { nth, title } => match CHAPTERS.get(nth) {
            Some(number) => format!("{number}、{title}"),
            None => title.to_owned(),
        },
        Sentence::Users { kind, users } => format!("{}：{users}", kind.name(Lang::Zh)),
        Sentence::Named { name, id } => named(name, id),
        Sentence::Matter { id, studio: None } => id.to_owned(),
        Sentence::Matter { id, studio: Some(studio) } => format!("{id}（{studio}）"),
        Sentence::AndMore { listed, all, kind } => format!("{}等{all}{}", listed.join("、"), counter(kind)),
        Sentence::Group { code, label, clause, of, kind } => {
            let rule = label.map(|label| format!("：{label}{}", cited(clause))).unwrap_or_default();
            format!("{}{rule}，{of}{}", code_name(code), kind.map_or("项".to_owned(), counted))
        }
        Sentence::Later(number) => format!("时段还没有开始的另有{number}项，见「履职要求」各表。"),
        Sentence::Caption { label, clause, rate, part } => {
            let part = part.map(|part| format!("，{}", window(part))).unwrap_or_default();
            let rate = rate
                .map(|(part, whole)| format!("，完成率{}%（{whole}个时段中完成{part}个）", percent(part, whole)))
                .unwrap_or_default();
            format!("{label}{}{part}{rate}", cited(clause))
        }
        Sentence::Of(kind) => kind.name(Lang::Zh).to_owned(),
        Sentence::Each(kind) => format!("各{}", kind.name(Lang::Zh)),
        Sentence::Others { number, kind } => format!("其余{number}{}", counted(kind)),
        Sentence::All { number, kind } => format!("全部{number}{}", counted(kind)),
        Sentence::NobodyAsked { label } => format!("「{label}」：没有要问的对象。"),
        Sentence::NoChecks { label } => format!("「{label}」：办法没有列出条目，不作检查。"),
        Sentence::WindowTitle(span) => title(span),
        Sentence::DueDay { due, window } => due_day(due, window),
        Sentence::Range { at_least, at_most } => range(at_least, at_most),
        Sentence::CheckCount(number) => format!("{number}项"),
        Sentence::Ratio { part, whole } => format!("{part}/{whole}"),
        Sentence::Percent { part, whole } => format!("{}%", percent(part, whole)),
        Sentence::StepRates(steps) => {
            let step = |&(label, rate): &(&str, Option<(u32, u32)>)| match rate {
                Some((part, whole)) => format!("{label}{part}/{whole}"),
                None => format!("{label}–"),
            };
            format!("各步的办理率：{}。", list(steps.iter().map(step), "，"))
        }
        Sentence::Days(days) => format!("{days}天"),
        Sentence::Place(place) => self::place(place),
        Sentence::Meant { id, label } if id == label => id.to_owned(),
        Sentence::Meant { id, label } => format!("{id}（{label}）"),
    }
}

pub(super) fn named(name: &str, id: &str) -> String {
    if name == id || name.is_empty() { id.to_owned() } else { format!("{name}（{id}）") }
}

/// How subjects of a kind are counted.
fn counter(kind: Option<EntityKind>) -> &'static str {
    match kind {
        Some(EntityKind::Member) => "人",
        Some(_) => "个",
        None => "件",
    }
}

fn counted(kind: EntityKind) -> String {
    format!("{}{}", classifier(kind), kind.name(Lang::Zh))
}

pub(super) fn range(at_least: Option<u32>, at_most: Option<u32>) -> String {
    match (at_least, at_most) {
        (Some(least), Some(most)) if least == most => format!("{least}"),
        (Some(least), Some(most)) => format!("{least}至{most}"),
        (Some(least), None) => format!("至少{least}"),
        (None, Some(most)) => format!("最多{most}"),
        (None, None) => String::new(),
    }
}

/// A quantity with what it counts.
pub(super) fn amount(count: Decimal, unit: Unit) -> String {
    match unit {
        Unit::Records => format!("{count}次"),
        Unit::Days => format!("{count}天"),
        Unit::Works => format!("{count}项"),
        Unit::Quantity => count.to_string(),
    }
}

pub(super) fn kinds(kinds: &[Arc<str>]) -> String {
    list(kinds.iter().map(ToString::to_string), "或")
}

// What is to be done.

fn to_do(todo: &Todo) -> String {
    let (task, due) = (task(&todo.label, &todo.task, None), date(todo.due));
    match &todo.task {
        Task::Duty { .. } => format!("{}：{task}，{due}前。", named(&todo.name, &todo.subject)),
        Task::Step { .. } => format!("事项{}：{task}，{due}前。", todo.subject),
    }
}

/// `owed` is the least and the most, where it is not the same for all.
fn task(label: &str, task: &Task, owed: Option<(Decimal, Decimal)>) -> String {
    match task {
        Task::Duty { kinds, short, unit, .. } => {
            let what = if kinds.is_empty() { format!("「{label}」") } else { self::kinds(kinds) };
            let (least, most) = owed.unwrap_or((*short, *short));
            let range = if least == most { String::new() } else { format!("{least}至") };
            format!("{what}还差{range}{}", amount(most, *unit))
        }
        Task::Step { flow_label, by: Some(by), .. } => format!("办理「{label}」（{flow_label}），由{by}办"),
        Task::Step { flow_label, by: None, .. } => format!("办理「{label}」（{flow_label}）"),
    }
}

// The report.

/// A window over its column.
fn title(span: Window) -> String {
    match calendar(span) {
        Some(Cadence::Year) => format!("{}年", span.from.year()),
        Some(Cadence::Half) => if span.from.month() == 1 { "上半年" } else { "下半年" }.to_owned(),
        Some(Cadence::Quarter) => match span.from.month() {
            1 => "一季度",
            4 => "二季度",
            7 => "三季度",
            _ => "四季度",
        }
        .to_owned(),
        Some(Cadence::Month) => format!("{}月", span.from.month()),
        Some(Cadence::Term) | None if span.months() > 12 => format!("{}年起", span.from.year()),
        Some(Cadence::Term) | None => format!("{}月{}日起", span.from.month(), span.from.day()),
    }
}

fn due_day(due: Date, span: Window) -> String {
    match calendar(span) {
        Some(Cadence::Month) => format!("{}日", due.day()),
        _ if span.months() > 12 => date(due),
        _ => format!("{}月{}日", due.month(), due.day()),
    }
}

fn place(place: &WordPlace) -> String {
    match place {
        WordPlace::Post => "职务".to_owned(),
        WordPlace::Tag => "标签".to_owned(),
        WordPlace::Role => "驻室身份".to_owned(),
        WordPlace::StudioType => "工作室类型".to_owned(),
        WordPlace::UnitType => "单位类型".to_owned(),
        WordPlace::Attr => "属性".to_owned(),
        WordPlace::Value { label, .. } => format!("属性「{label}」的值"),
    }
}
