//! Every word and sentence of an audit in Chinese.

use super::sentence::{Sentence, Word, percent};
use crate::audit::{
    Counted, Detail, DutyWindow, DutyWindows, Finding, FindingCode, Lack, MatterStep, Missing, OtherEnd, RecordName,
    StateName, Task, Todo, Unit, Unmet, WordPlace,
};
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
        Word::Step => "停在哪一步",
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
        Word::Running => "运行",
        Word::NotRunning => "不运行",
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
        Sentence::Message(finding) => message(finding),
        Sentence::Fact(finding) => fact(finding),
        Sentence::Help(finding) => help(finding),
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

fn named(name: &str, id: &str) -> String {
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

// What is wrong.

fn message(finding: &Finding) -> String {
    let (who, fact) = (named(&finding.name, &finding.subject), fact(finding));
    let rule = || {
        let label = finding.label.as_deref().unwrap_or(&finding.rule);
        format!("「{label}」{}", cited(finding.clause.as_deref()))
    };
    match &finding.detail {
        Detail::BoundBroken(_) => format!("{who}不合{}：{fact}", rule()),
        Detail::StandardIncomplete { .. } => format!("{who}没有达到{}：{fact}", rule()),
        Detail::DutyMissed(_) => format!("{who}没有完成{}：{fact}", rule()),
        Detail::DutyDue(_) => format!("{who}待完成{}：{fact}", rule()),
        Detail::MatterOverdue(step) | Detail::MatterLate(step) => format!("{}：{fact}", matter(&finding.subject, step)),
        Detail::UnknownState { .. }
        | Detail::BackwardsDate { .. }
        | Detail::IllegalMove { .. }
        | Detail::UnmetRequirement { .. }
        | Detail::NotSeated { .. }
        | Detail::NotActive { .. } => format!("{who}：{fact}"),
    }
}

fn matter(id: &str, step: &MatterStep) -> String {
    let about =
        list(std::iter::once(step.flow_label.to_string()).chain(step.studio.as_ref().map(ToString::to_string)), "，");
    format!("事项{id}（{about}）")
}

fn fact(finding: &Finding) -> String {
    let day = finding.date.map(date).unwrap_or_default();
    match &finding.detail {
        Detail::UnknownState { state, .. } => format!("{day}登记的状态「{state}」，办法里没有。"),
        Detail::BackwardsDate { state, before, since } => {
            format!("「{}」登记在{day}，早于前一条「{}」的{}。", state.label, before.label, date(*since))
        }
        Detail::IllegalMove { from, to, .. } if from == to => {
            format!("「{}」之后，{day}又登记了一次「{}」，办法里没有这一步。", from.label, to.label)
        }
        Detail::IllegalMove { from, to, .. } => {
            format!("{day}由「{}」转为「{}」，办法里没有这一步。", from.label, to.label)
        }
        Detail::UnmetRequirement { from, to, unmet } => {
            let move_label = finding.label.as_deref().map(|label| format!("（{label}）")).unwrap_or_default();
            let unmet = list(unmet.iter().map(self::unmet), "；");
            format!("{day}由「{}」转为「{}」{move_label}，条件不足：{unmet}。", from.label, to.label)
        }
        Detail::BoundBroken(counted) => format!("{}。", out_of_bound(counted)),
        Detail::StandardIncomplete { met, of, missing } => format!("{of}项中达到{met}项，缺{}。", labels(missing)),
        Detail::DutyMissed(windows) => format!("{}。", missed(windows)),
        Detail::DutyDue(windows) => due(windows),
        Detail::MatterOverdue(step) => {
            let by = step.step.by.as_deref().map(|by| format!("由{by}办的")).unwrap_or_default();
            format!("{by}「{}」{day}到期，已逾期{}天。", step.step.label, step.days)
        }
        Detail::MatterLate(step) => {
            let done = step.step.done.map(date).unwrap_or_default();
            format!("「{}」{day}到期，{done}才办，迟了{}天。", step.step.label, step.days)
        }
        Detail::NotSeated { record, joined, left } => {
            let seat = match (joined, left) {
                (Some(joined), _) if finding.date.is_some_and(|day| day < *joined) => {
                    format!("委员{}才到任", date(*joined))
                }
                (_, Some(left)) => format!("委员{}已离任", date(*left)),
                (_, None) => "委员那天不在任".to_owned(),
            };
            format!("{}的日期是{day}，{seat}。", self::record(record))
        }
        Detail::NotActive { record, state } => {
            let state = match state {
                Some(state) => format!("工作室那天是「{}」，不在运行", state.label),
                None => "工作室那天还没有登记状态".to_owned(),
            };
            format!("{}的日期是{day}，{state}。", self::record(record))
        }
    }
}

fn record(record: &RecordName) -> String {
    format!("记录{}（{}）", record.record, record.kind)
}

fn labels(missing: &[Missing]) -> String {
    list(missing.iter().map(|check| format!("「{}」", check.label)), "、")
}

fn unmet(unmet: &Unmet) -> String {
    match &unmet.lack {
        Lack::Checks { missing } => format!("「{}」缺{}", unmet.label, labels(missing)),
        Lack::Count(counted) => format!("「{}」{}", unmet.label, out_of_bound(counted)),
    }
}

fn out_of_bound(counted: &Counted) -> String {
    let unit = classifier(counted.other.kind);
    let wrong = match (counted.short(), counted.over()) {
        (0, over) => format!("多{over}{unit}"),
        (short, _) => format!("还差{short}{unit}"),
    };
    let should = match (counted.at_least, counted.at_most) {
        (_, Some(0)) => "不应有".to_owned(),
        (Some(least), None) => format!("至少应有{least}{unit}"),
        (least, most) => format!("应有{}{unit}", range(least, most)),
    };
    format!("现有{}，{should}，{wrong}", so_many(counted.n, &counted.other))
}

/// So many of what stands at the other end.
fn so_many(n: u32, other: &OtherEnd) -> String {
    let some = if other.some { "符合条件的" } else { "" };
    let what = other.role.as_deref().unwrap_or_else(|| other.kind.name(Lang::Zh));
    let link = other.link.as_deref().map(|link| format!("（{link}）")).unwrap_or_default();
    format!("{n}{}{some}{what}{link}", classifier(other.kind))
}

fn range(at_least: Option<u32>, at_most: Option<u32>) -> String {
    match (at_least, at_most) {
        (Some(least), Some(most)) if least == most => format!("{least}"),
        (Some(least), Some(most)) => format!("{least}至{most}"),
        (Some(least), None) => format!("至少{least}"),
        (None, Some(most)) => format!("最多{most}"),
        (None, None) => String::new(),
    }
}

/// A quantity with what it counts.
fn amount(count: Decimal, unit: Unit) -> String {
    match unit {
        Unit::Records => format!("{count}次"),
        Unit::Days => format!("{count}天"),
        Unit::Works => format!("{count}项"),
        Unit::Quantity => count.to_string(),
    }
}

/// Windows that lack or exceed the same are named together.
fn missed(windows: &DutyWindows) -> String {
    let wrong = |window: &DutyWindow| match (windows.over(window), windows.short(window)) {
        (Some(over), _) => format!("多{}", amount(over, windows.unit)),
        (None, Some(short)) => format!("缺{}", amount(short, windows.unit)),
        (None, None) => String::new(),
    };
    let mut groups: Vec<(String, Vec<Window>)> = Vec::new();
    for window in &windows.windows {
        let wrong = wrong(window);
        match groups.iter_mut().find(|(known, _)| *known == wrong) {
            Some((_, spans)) => spans.push(window.window),
            None => groups.push((wrong, vec![window.window])),
        }
    }
    let group = |(wrong, spans): &(String, Vec<Window>)| {
        let each = if spans.len() > 1 { "各" } else { "" };
        format!("{}{each}{wrong}", spans_named(spans))
    };
    list(groups.iter().map(group), "；")
}

/// Several windows; the year is said once.
fn spans_named(spans: &[Window]) -> String {
    let mut year = None;
    let name = |span: &Window| {
        let name = window(*span);
        let known = year.replace(span.from.year()) == Some(span.from.year());
        let short =
            name.strip_prefix(&format!("{}年", span.from.year())).filter(|rest| known && !rest.starts_with('度'));
        short.map_or_else(|| name.clone(), str::to_owned)
    };
    list(spans.iter().map(name).collect::<Vec<_>>(), "、")
}

fn due(windows: &DutyWindows) -> String {
    let Some((first, later)) = windows.windows.split_first() else { return String::new() };
    let later = match later.len() {
        0 => String::new(),
        number => format!("；以后还有{number}个时段"),
    };
    let first = match (windows.short(first), windows.at_most) {
        (Some(short), _) => {
            format!("{}还差{}，{}前", window(first.window), amount(short, windows.unit), date(first.due))
        }
        (None, Some(most)) => {
            format!(
                "{}已有{}，到{}为止不得超过{}",
                window(first.window),
                amount(first.count, windows.unit),
                date(first.due),
                amount(most, windows.unit)
            )
        }
        (None, None) => window(first.window),
    };
    format!("{first}{later}。")
}

// What would put it right.

fn help(finding: &Finding) -> String {
    match &finding.detail {
        Detail::UnknownState { near: Some(near), .. } => format!("改为「{}」（{}）。", near.label, near.state),
        Detail::UnknownState { known, near: None, .. } => {
            format!("改为办法里的一个状态：{}。", states(known, "、"))
        }
        Detail::BackwardsDate { .. } => "核对这两条的日期；日期没有错的，按先后重新排列。".to_owned(),
        Detail::IllegalMove { from, allowed, .. } if allowed.is_empty() => {
            format!("改正登记的状态：办法里「{}」之后没有下一步。", from.label)
        }
        Detail::IllegalMove { from, allowed, .. } => {
            format!("补登漏掉的步骤，或者改正登记的状态：「{}」之后只能是{}。", from.label, states(allowed, "或"))
        }
        Detail::UnmetRequirement { unmet, .. } => {
            let repairs = list(unmet.iter().map(repair), "，");
            format!("{repairs}；当时已经具备的，在名册里补登日期。")
        }
        Detail::BoundBroken(counted) => {
            let known = if counted.short() > 0 {
                "已经有而没有登记的，补登名册"
            } else {
                "已经不在的，在名册里写明截止的日期"
            };
            format!("{}；{known}。", put_in_bound(counted))
        }
        Detail::StandardIncomplete { missing, .. } => {
            format!("补齐{}；已经具备的，在名册里登记达到。", labels(missing))
        }
        Detail::DutyMissed(windows) => make_up(windows),
        Detail::DutyDue(windows) => still_to_do(windows),
        Detail::MatterOverdue(step) => {
            let by = step.step.by.as_deref().map(|by| format!("请{by}")).unwrap_or_default();
            format!("{by}立即办理「{}」；已经办了的，补登办理的日期。", step.step.label)
        }
        Detail::MatterLate(_) => "核对办理的日期；日期没有错的，写明迟办的原因。".to_owned(),
        Detail::NotSeated { .. } => "核对记录的日期和参与的委员；没有错的，改正名册里任职的起止日期。".to_owned(),
        Detail::NotActive { .. } => "核对记录的日期和工作室；没有错的，改正名册里工作室的历史。".to_owned(),
    }
}

fn states(states: &[StateName], mark: &str) -> String {
    list(states.iter().map(|state| format!("「{}」", state.label)), mark)
}

fn repair(unmet: &Unmet) -> String {
    match &unmet.lack {
        Lack::Checks { missing } => format!("补齐{}", labels(missing)),
        Lack::Count(counted) => put_in_bound(counted),
    }
}

fn put_in_bound(counted: &Counted) -> String {
    match (counted.short(), counted.over()) {
        (0, over) => format!("减去{}", so_many(over, &counted.other)),
        (short, _) => format!("再补{}", so_many(short, &counted.other)),
    }
}

/// A window that has passed cannot be made up for; what was done in it can still be written down.
fn make_up(windows: &DutyWindows) -> String {
    let short = windows
        .windows
        .iter()
        .filter(|window| windows.over(window).is_none())
        .filter_map(|window| windows.short(window));
    let short: i64 = short.map(Decimal::ten_thousandths).fold(0, i64::saturating_add);
    let over = windows.windows.iter().any(|window| windows.over(window).is_some());
    let missing = (short > 0).then(|| {
        let short = amount(Decimal::from_ten_thousandths(short), windows.unit);
        format!("时段已过，做过而没有登记的，补登{short}{}；确实没有做的，写明原因。", kinds(&windows.kinds))
    });
    let doubled = over.then(|| "核对有没有重复登记；确实超过的，写明原因。".to_owned());
    missing.into_iter().chain(doubled).collect()
}

fn still_to_do(windows: &DutyWindows) -> String {
    let Some(first) = windows.windows.first() else { return String::new() };
    match (windows.short(first), windows.at_most) {
        (Some(short), None) => {
            format!("{}前再完成{}{}。", date(first.due), amount(short, windows.unit), kinds(&windows.kinds))
        }
        (Some(short), Some(most)) => format!(
            "{}前再完成{}{}，但总共不超过{}。",
            date(first.due),
            amount(short, windows.unit),
            kinds(&windows.kinds),
            amount(most, windows.unit)
        ),
        (None, Some(most)) => format!("到{}为止，不超过{}。", date(first.due), amount(most, windows.unit)),
        (None, None) => String::new(),
    }
}

fn kinds(kinds: &[std::sync::Arc<str>]) -> String {
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
