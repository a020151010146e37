//! Every word and sentence of an audit in Chinese.

use std::sync::Arc;

use super::sentence::{Due, Sentence, Tally, Word};
use crate::audit::{FindingCode, Task, Todo, Unit, WordPlace};
use crate::say::phrase::zh::{cited, classifier, date, named, span, titled, window};
use crate::say::phrase::{calendar, list, percent};
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
        Word::TodoNow => "现在待办",
        Word::TodoLater => "以后待办",
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
        Word::Code(code) => code_name(code),
        Word::Legend => {
            "✓ 已完成，✗ 未完成，… 未到期，– 不作要求；符号后面是完成的数量，时段下面是最后一天。完成率只算已完成和未完成的，未到期的不算。"
        }
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
        Word::DueToday => "今天到期",
        Word::SameAsAbove => "同上。",
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
        Sentence::Owed { due, label, task, owed, flow, who } => {
            let due = match due {
                Due::Today => "今天到期".to_owned(),
                Due::By(day) => by(Some(day)),
                Due::Soon => by(None),
            };
            let (task, notes) = self::task(label, task, owed, flow);
            format!("{due}：{task}{}——{who}。", noted(&notes))
        }
        Sentence::Owes { name, short, waiting } => {
            let short = short.map(|(short, unit)| format!("差{}", amount(short, unit))).unwrap_or_default();
            format!("{name}{short}{}", self::waiting(waiting))
        }
        Sentence::Now { number, undated: false } => format!("现在待办的共{number}项，按期限先后排列。"),
        Sentence::Now { number, undated: true } => {
            format!("现在待办的共{number}项，按期限先后排列，没有定期限的列在最后。")
        }

        Sentence::Subtitle { rulebook, as_of } => format!("{}　截至{}", titled(rulebook), date(as_of)),
        Sentence::Rulebook(title) => titled(title),
        Sentence::Window(days) => span(days),
        Sentence::Day(day) => date(day),
        Sentence::Items(number) => format!("{number}项"),
        Sentence::Words(number) => format!("{number}个"),
        Sentence::Chapter { nth, title } => match CHAPTERS.get(nth) {
            Some(number) => format!("{number}、{title}"),
            None => title.to_owned(),
        },
        Sentence::Users { kind, users } => format!("{}：{users}", kind.name(Lang::Zh)),
        Sentence::Named { name, id } => named(name, id),
        Sentence::Matter { id, studio: None } => id.to_owned(),
        Sentence::Matter { id, studio: Some(studio) } => format!("{id}（{}）", studio.name),
        Sentence::AndMore { listed, all, kind } => format!("{}等{all}{}", listed.join("、"), counter(kind)),
        Sentence::Group { code, label, clause, of, kind } => {
            let rule = label.map(|label| format!("：{label}{}", cited(clause))).unwrap_or_default();
            format!("{}{rule}，{of}{}", code_name(code), kind.map_or("项".to_owned(), counted))
        }
        Sentence::Later(number) => format!("以后待办的另有{number}项，时段还没有开始，见「履职要求」各表。"),
        Sentence::Caption { label, clause, part, tally } => {
            let part = part.map(|part| format!("，{}", window(part))).unwrap_or_default();
            format!("{label}{}{part}{}", cited(clause), tally.map(self::tally).unwrap_or_default())
        }
        Sentence::Of(kind) => kind.name(Lang::Zh).to_owned(),
        Sentence::Each(kind) => format!("各{}", kind.name(Lang::Zh)),
        Sentence::Some { number, kind } => format!("{number}{}", counted(kind)),
        Sentence::Others { number, kind } => format!("其余{number}{}", counted(kind)),
        Sentence::All { number, kind } => format!("全部{number}{}", counted(kind)),
        Sentence::NobodyAsked { label } => format!("「{label}」：没有适用对象。"),
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
    let (task, mut notes) = task(&todo.label, &todo.task, None, true);
    let due = by(todo.due);
    match &todo.task {
        Task::Duty { waiting, .. } => {
            notes.extend(also_waiting(*waiting));
            format!("{}：{task}{}，{due}。", named(&todo.name, &todo.subject), noted(&notes))
        }
        Task::Step { .. } => format!("事项{}：{task}{}，{due}。", todo.subject, noted(&notes)),
    }
}

fn by(due: Option<Date>) -> String {
    due.map_or_else(|| "尽快".to_owned(), |day| format!("{}前", date(day)))
}

/// Records that wait for approval.
pub(super) fn waiting(records: u32) -> String {
    noted(also_waiting(records).as_slice())
}

fn also_waiting(records: u32) -> Option<String> {
    (records > 0).then(|| format!("另有{records}条待审核"))
}

/// What is added in brackets.
fn noted(notes: &[String]) -> String {
    if notes.is_empty() { String::new() } else { format!("（{}）", notes.join("；")) }
}

/// What is to be done, and what is to be added in brackets. `owed` is the least and the most, where it is not the same for all. The kinds
/// do not say what a quantity is of, nor by which of several duties it is owed: the duty's label does.
fn task(label: &str, task: &Task, owed: Option<(Decimal, Decimal)>, flow: bool) -> (String, Vec<String>) {
    match task {
        Task::Duty { kinds, short, unit, .. } => {
            let by_kind = (!kinds.is_empty() && *unit != Unit::Quantity).then(|| self::kinds(kinds));
            let rule = by_kind.as_deref().filter(|kinds| *kinds != label).map(|_| label.to_owned());
            let what = by_kind.unwrap_or_else(|| format!("「{label}」"));
            let (least, most) = owed.unwrap_or((*short, *short));
            let range = if least == most { String::new() } else { format!("{least}至") };
            (format!("{what}还差{range}{}", amount(most, *unit)), rule.into_iter().collect())
        }
        Task::Step { flow_label, by, .. } => {
            let flow = flow.then(|| flow_label.to_string());
            let by = by.as_deref().map(|by| format!("承办：{by}"));
            (format!("办理「{label}」"), flow.into_iter().chain(by).collect())
        }
    }
}

// The report.

/// How often a duty was kept, and how often there is still time.
fn tally(Tally { met, missed, pending, of }: Tally) -> String {
    let unit = of.map_or("个时段", classifier);
    let pending = |also: &str| if pending > 0 { format!("，{also}{pending}{unit}未到期") } else { String::new() };
    match met.saturating_add(missed) {
        0 => pending("有"),
        decided => {
            let percent = percent(met, decided);
            format!("，完成率{percent}%（{met}/{decided}）{}", pending("另有"))
        }
    }
}

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
