//! The sentences of findings in Chinese.

use crate::audit::{
    Counted, Detail, DutyWindow, DutyWindows, Finding, Lack, MatterStep, Missing, OtherEnd, RecordName, StateName,
    Unit, Unmet,
};
use crate::say::audit::finding::exceeded;
use crate::say::audit::zh::{amount, kinds, range, waiting};
use crate::say::phrase::list;
use crate::say::phrase::zh::{cited, classifier, date, named, window};
use crate::{Decimal, Lang, Window};

// What is wrong.

pub(super) fn message(finding: &Finding) -> String {
    let (who, fact) = (named(&finding.name, &finding.subject), fact(finding));
    let rule = || {
        let label = finding.label.as_deref().unwrap_or(&finding.rule);
        format!("「{label}」{}", cited(finding.clause.as_deref()))
    };
    match &finding.detail {
        Detail::BoundBroken(_) => format!("{who}不合{}：{fact}", rule()),
        Detail::StandardIncomplete { .. } => format!("{who}没有达到{}：{fact}", rule()),
        Detail::DutyMissed(windows) if exceeded(windows) => format!("{who}超过{}的限度：{fact}", rule()),
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
    let about = list(
        std::iter::once(step.flow_label.to_string()).chain(step.studio.as_ref().map(|studio| studio.name.to_string())),
        "，",
    );
    format!("事项{id}（{about}）")
}

pub(super) fn fact(finding: &Finding) -> String {
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
        Detail::BoundBroken(counted) => format!("{}。", out_of_bound(counted, "现有")),
        Detail::StandardIncomplete { met, of, missing } => format!("{of}项中达到{met}项，缺{}。", labels(missing)),
        Detail::DutyMissed(windows) => format!("{}。", missed(windows)),
        Detail::DutyDue(windows) => due(windows),
        Detail::MatterOverdue(step) => {
            let by = step.step.by.as_deref().map(|by| format!("（承办：{by}）")).unwrap_or_default();
            format!("「{}」{by}{day}到期，已逾期{}天。", step.step.label, step.days)
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
        Lack::Checks { missing } => {
            let now = if unmet.met_now { "（现已达到）" } else { "" };
            format!("「{}」缺{}{now}", unmet.label, labels(missing))
        }
        Lack::Count(counted) => {
            let now = if unmet.met_now { "（现已符合）" } else { "" };
            format!("「{}」{}{now}", unmet.label, out_of_bound(counted, "当时有"))
        }
    }
}

fn out_of_bound(counted: &Counted, had: &str) -> String {
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
    format!("{had}{}，{should}，{wrong}", so_many(counted.n, &counted.other))
}

/// So many of what stands at the other end.
fn so_many(n: u32, other: &OtherEnd) -> String {
    let some = if other.some { "符合条件的" } else { "" };
    let what = other.role.as_deref().unwrap_or_else(|| other.kind.name(Lang::Zh));
    let link = other.link.as_deref().map(|link| format!("（{link}）")).unwrap_or_default();
    format!("{n}{}{some}{what}{link}", classifier(other.kind))
}

/// Windows that lack or exceed the same are named together.
fn missed(windows: &DutyWindows) -> String {
    let wrong = |window: &DutyWindow| match (windows.over(window), windows.short(window)) {
        (Some(over), _) => format!("多{}", amount(over, windows.unit)),
        (None, Some(short)) if windows.unit == Unit::Quantity => format!("完成{}，缺{short}", window.count),
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
    let also = match windows.waiting() {
        0 => String::new(),
        records => format!("；另有{records}条待审核"),
    };
    format!("{}{also}", list(groups.iter().map(group), "；"))
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
            let (span, short) = (window(first.window), amount(short, windows.unit));
            format!("{span}还差{short}{}，{}前", waiting(first.waiting), date(first.due))
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

pub(super) fn help(finding: &Finding) -> String {
    match &finding.detail {
        Detail::UnknownState { near: Some(near), .. } => format!("改为{}。", named(&near.label, &near.state)),
        Detail::UnknownState { known, near: None, .. } => {
            let known = list(known.iter().map(|state| named(&state.label, &state.state)), "、");
            format!("改为办法里的一个状态：{known}。")
        }
        Detail::BackwardsDate { .. } => "核对这两条的日期；日期没有错的，按先后重新排列。".to_owned(),
        Detail::IllegalMove { from, allowed, .. } if allowed.is_empty() => {
            format!("改正登记的状态：办法里「{}」之后没有下一步。", from.label)
        }
        Detail::IllegalMove { from, allowed, .. } => {
            format!("补登漏掉的步骤，或者改正登记的状态：「{}」之后只能是{}。", from.label, states(allowed, "或"))
        }
        Detail::UnmetRequirement { unmet, .. } if unmet.iter().all(|unmet| unmet.met_now) => {
            "现已达到要求；当时就具备的，在名册里补登日期；当时不具备的，写明原因。".to_owned()
        }
        Detail::UnmetRequirement { unmet, .. } => {
            let repairs = list(unmet.iter().filter(|unmet| !unmet.met_now).map(repair), "，");
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
    let missing = (short > 0).then(|| match (windows.waiting(), windows.unit) {
        (0, Unit::Quantity) => "时段已过，做过而没有登记的补登，登记少了的改正；确实没有做够的，写明原因。".to_owned(),
        (0, unit) => {
            let short = amount(Decimal::from_ten_thousandths(short), unit);
            format!("时段已过，做过而没有登记的，补登{}{short}；确实没有做的，写明原因。", kinds(&windows.kinds))
        }
        (records, _) => {
            format!("先审核待审核的{records}条；还不够的，做过而没有登记的补登，确实没有做的写明原因。")
        }
    });
    let doubled = over.then(|| "核对有没有重复登记；确实超过的，写明原因。".to_owned());
    missing.into_iter().chain(doubled).collect()
}

fn still_to_do(windows: &DutyWindows) -> String {
    let Some(first) = windows.windows.first() else { return String::new() };
    let (due, what) = (date(first.due), kinds(&windows.kinds));
    let most = windows.at_most.map(|most| amount(most, windows.unit));
    if first.waiting > 0 {
        return format!("先审核待审核的{}条；还不够的，{due}前补足。", first.waiting);
    }
    match (windows.short(first).map(|short| amount(short, windows.unit)), most) {
        (Some(short), None) if windows.unit == Unit::Quantity => format!("{due}前补足还差的{short}。"),
        (Some(short), None) => format!("{due}前再完成{what}{short}。"),
        (Some(short), Some(most)) => format!("{due}前再完成{what}{short}，但总共不超过{most}。"),
        (None, Some(most)) => format!("到{due}为止，不超过{most}。"),
        (None, None) => String::new(),
    }
}
