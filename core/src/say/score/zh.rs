//! Every word and sentence of statements and rankings in Chinese.

use std::cmp::Ordering;

use super::amount;
use super::sentence::{Cause, Sentence, Word};
use crate::say::phrase::list;
use crate::say::phrase::zh::{cited, classifier, date, named, span, titled, window};
use crate::score::{Counting, Reason, Split, Unit, Unscored, Used, UsedBy, WindowClip, Windows};
use crate::{Amount, Cadence, Decimal, EntityKind, Lang, Rounding};

pub(super) fn word(word: Word) -> &'static str {
    match word {
        Word::Results => "一、考核结果",
        Word::ByCategory => "二、各类得分",
        Word::Details => "三、逐条明细",
        Word::Unscored => "四、未计分的记录",
        Word::Closing => "五、结算",
        Word::Profile => "六、履职画像",
        Word::Subject(kind) => kind.name(Lang::Zh),
        Word::Rulebook => "依据",
        Word::Period => "考核期",
        Word::AsOf => "截至",
        Word::Total => "总分",
        Word::Grade => "等次",
        Word::Rank => "名次",
        Word::Node => "类别与项目",
        Word::Clause => "条款",
        Word::Figure => "得分",
        Word::Day | Word::SignedOn => "日期",
        Word::Record => "记录",
        Word::What => "内容",
        Word::Item => "项目",
        Word::Working => "计算",
        Word::Worth => "应得",
        Word::Counts => "计入",
        Word::Why => "未计分的原因",
        Word::Id => "编号",
        Word::Name(EntityKind::Member) => "姓名",
        Word::Name(_) => "名称",
        Word::Number(EntityKind::Member) => "人数",
        Word::Number(_) => "个数",
        Word::Share => "占比",
        Word::Dimension => "维度",
        Word::ShareOfTotal => "占总分",
        Word::Caps => "上限合计",
        Word::ShareOfCaps => "占上限",
        Word::Percentile => "百分位",
        Word::Subtotal => "小计",
        Word::WholePeriod => "全期",
        Word::Base => "基础分",
        Word::Floor => "补足下限",
        Word::NoGrade => "未评等次",
        Word::Unclassed => "未分组",
        Word::UnscoredRecords => "涉及本账而没有计分的记录",
        Word::Readings => "办法中对这些项目另有说明：",
        Word::GradesCounted => "各等次的数目和占比",
        Word::OnlyPoints => "只列得分，不排名次，不评等次",
        Word::Ranking => "积分排名",
        Word::Grades => "等次分布",
        Word::Notices => "提醒",
        Word::NotAssessed => "不参加考核",
        Word::Signature => "签字",
    }
}

pub(super) fn sentence(sentence: &Sentence<'_>) -> String {
    match *sentence {
        Sentence::Title(board) => format!("{board}明白账"),
        Sentence::Subtitle { rulebook, period } => format!("{}　{}", titled(rulebook), window(period)),
        Sentence::Named { name, id } => named(name, id),
        Sentence::Rulebook(title) => titled(title),
        Sentence::Window(days) => span(days),
        Sentence::Span(span) => window(span),
        Sentence::Day(day) => date(day),
        Sentence::Total { total, exact } if exact == total.amount() => format!("{total}分"),
        Sentence::Total { total, exact } => format!("{total}分（精确值{exact}）"),
        Sentence::Ranked { rank, of, kind, among: None } => {
            format!("第{rank}名（参加排名的{}共{of}{}）", kind.name(Lang::Zh), classifier(kind))
        }
        Sentence::Ranked { rank, of, kind, among: Some(among) } => {
            format!("第{rank}名（「{among}」中参加排名的{}共{of}{}）", kind.name(Lang::Zh), classifier(kind))
        }

        Sentence::NotAssessed => "本榜不作考核：只列得分，不排名次，不评等次，不发提醒。".to_owned(),
        Sentence::ByVeto { grade } => format!("等次「{grade}」由否决事项决定，与总分高低无关。"),
        Sentence::LeftOut { grade, seats: true } => format!("「{grade}」的条件已经达到，因名额不足，未能评入。"),
        Sentence::LeftOut { grade, seats: false } => {
            format!("「{grade}」的条件已经达到，但按办法算下来没有名额，未能评入。")
        }
        Sentence::Veto { label, clause, records, grade, zero, sliced } => {
            let grade = grade.map(|grade| format!("，等次定为「{grade}」")).unwrap_or_default();
            let zero = match (zero, sliced) {
                (false, _) => "",
                (true, false) => "，总分归零",
                (true, true) => "，所在的那一段不得分",
            };
            format!("否决事项「{label}」{}：见记录{records}{grade}{zero}。", cited(clause))
        }
        Sentence::Notice { label, clause, by } => {
            let by = by.map(|by| format!("由{by}办理。")).unwrap_or_default();
            format!("提醒：{label}{}。{by}", cited(clause))
        }
        Sentence::Sliced { windows } => {
            let windows_named = list(windows.iter().map(|&span| window(span)), "、");
            format!(
                "考核期分为{}段（{windows_named}）逐段计分，各段相加为总分；上限和下限在每一段里各算各的。",
                windows.len()
            )
        }

        Sentence::Multiplied { factors } => {
            format!("各项相加后乘以{}。", list(factors.iter().map(ToString::to_string), " × "))
        }
        Sentence::Cap { cap } => format!("上限{cap}分。"),
        Sentence::CapTook { cap: Some(cap), taken } => format!("上限{cap}分，超出{taken}分不计。"),
        Sentence::CapTook { cap: None, taken } => format!("超出可记的最大数，超出{taken}分不计。"),
        Sentence::FloorGave { floor: Some(floor), raised } => format!("最低{floor}分，补回{raised}分。"),
        Sentence::FloorGave { floor: None, raised } => format!("低于可记的最小数，补回{raised}分。"),
        Sentence::EachWindow(windows) => each_window(windows),
        Sentence::ZeroByVeto { sliced: false } => "因否决事项，总分归零。".to_owned(),
        Sentence::ZeroByVeto { sliced: true } => "有否决事项的那一段不得分。".to_owned(),
        Sentence::Omitted { items } => format!("其余{items}个项目没有记录，也没有得分，不再列出。"),
        Sentence::AuthorsNote { label, note } => format!("「{label}」：{note}"),
        Sentence::RoundedApart => "各类得分是各自取舍的，相加与总分在末位略有出入，以总分为准。".to_owned(),

        Sentence::Caption { label, contribution } => format!("{label}：{}", counts(contribution)),
        Sentence::Assessed { score, points } => match score.cmp(&points) {
            Ordering::Less => format!("评分{score}（至少{points}）"),
            Ordering::Equal => format!("评分{score}"),
            Ordering::Greater => format!("评分{score}（至多{points}）"),
        },
        Sentence::Quantity(quantity) => format!("数量{quantity}"),
        Sentence::Times(factor) => format!("系数{factor}"),
        Sentence::Part(part, of) => format!("份额{part}/{of}"),
        Sentence::Shared(split) => shared(split),
        Sentence::Factor(factor) => format!("类别系数{factor}"),
        Sentence::Counted { count, of: None, unit } => format!("计有{}", counted(&count.to_string(), unit)),
        Sentence::Counted { count, of: Some(of), unit } => {
            format!("{}中计有{}", counted(&of.to_string(), unit), counted(&count.to_string(), unit))
        }
        Sentence::Rule { rule, unit, points, count, percent } => rule_said(rule, unit, points, count, percent),
        Sentence::CountedRecord { id, date, kind } => format!("{id}（{date} {kind}）"),
        Sentence::CountedRecords(records) => format!("计数的记录：{}。", records.join("、")),
        Sentence::Duty { duty, missed: false, windows } => format!("「{duty}」完成{windows}次"),
        Sentence::Duty { duty, missed: true, windows } => format!("「{duty}」有{windows}次未完成"),
        Sentence::Standard { standard, met, of } => format!("「{standard}」{of}项中达到{met}项"),
        Sentence::Inherited { grade, none: false } => format!("所在集体评为「{grade}」"),
        Sentence::Inherited { grade, none: true } => format!("没有以办法所要求的身份，属于评为「{grade}」的集体"),
        Sentence::FloorOf(floor) => format!("最低{floor}分"),
        Sentence::Less { causes, lines, .. } if lines > 1 => {
            format!("自此行起的{lines}行都不计分：{}。", list(causes.iter().map(cause), "；"))
        }
        Sentence::Less { causes, left, .. } => {
            let outcome = if left == Amount::ZERO { "不计分".to_owned() } else { counts(left) };
            let then = if causes.iter().any(|cause| cause.took.is_some()) { "；" } else { "，" };
            format!("{}{then}此行{outcome}。", list(causes.iter().map(cause), "；"))
        }
        Sentence::HowToRead => {
            "「应得」是按办法算出的分，「计入」是进入总分的分；计入少于应得的，都写明原因。".to_owned()
        }
        Sentence::NoLines => "没有计分的记录。".to_owned(),

        Sentence::NoneUnscored => "没有未计分的记录。".to_owned(),
        Sentence::Sum { parts, sum } => match parts {
            [] => "各行合计计入0分。".to_owned(),
            [one] => format!("各行合计{}。", counts(*one)),
            parts => format!("各类计入之和：{} = {sum}分。", added(parts)),
        },
        Sentence::Published { exact, total, .. } if exact == total.amount() => format!("这就是总分：{total}分。"),
        Sentence::Published { exact, total, rounding } => {
            let places = match total.places() {
                0 => "取整数".to_owned(),
                places => format!("取{places}位小数"),
            };
            format!("{exact}是总分的精确值，{}{places}，公布为{total}分。", rounded(rounding))
        }
        Sentence::Records { scored: 0, unscored: 0 } => "没有涉及本账的记录。".to_owned(),
        Sentence::Records { scored, unscored } => {
            format!(
                "涉及本账的记录共{}条：进入明细的{scored}条，未计分的{unscored}条，都已列出，没有遗漏。",
                scored + unscored
            )
        }

        Sentence::Used(used) => format!("不单独计分，已用于{}", list(used.iter().map(used_for), "、")),

        Sentence::ProfileOf { ranked: None, .. } => "各维度得分".to_owned(),
        Sentence::ProfileOf { kind, ranked: Some(ranked) } => {
            format!("各维度得分，及其在{ranked}{}参加排名的{}中的位置", classifier(kind), kind.name(Lang::Zh))
        }
        Sentence::HowToCompare { kind, assessed } => {
            let percentile = if assessed {
                format!(
                    "「百分位」指参加排名的{}中，这一维度得分不高于本账的所占比例，本账计算在内。",
                    kind.name(Lang::Zh)
                )
            } else {
                String::new()
            };
            format!("得分、总分都按公布的数。各维度不一定包括全部类别，也可能有重叠，相加不一定等于总分。{percentile}")
        }
        Sentence::Of(part, of) => format!("{part}/{of}"),

        Sentence::Ranking { assessed: 0, kind } => format!("没有参加考核的{}。", kind.name(Lang::Zh)),
        Sentence::Ranking { assessed, kind } => {
            format!("参加考核的{}共{assessed}{}，按总分从高到低排列", kind.name(Lang::Zh), classifier(kind))
        }
        Sentence::NoticeTo { label, clause, by, to } => {
            let by = by.map(|by| format!("由{by}办理"));
            let about = list(clause.map(str::to_owned).into_iter().chain(by), "，");
            let about = if about.is_empty() { about } else { format!("（{about}）") };
            format!("{label}{about}：{}。", to.join("、"))
        }
        Sentence::RankIn { rank, among } => format!("{among}第{rank}"),
        Sentence::Percent(percent) => format!("{percent}%"),
        Sentence::Undecided { label } => format!("「{label}」要看以前各期的积分榜；没有这些积分榜，未能判定。"),
        Sentence::MoreCategories => "其余类别的得分见各自的明白账。".to_owned(),
    }
}

/// Why a record gave no line.
pub(super) fn unscored(reason: Unscored) -> &'static str {
    match reason {
        Unscored::Pending => "待审核，通过以后才计分",
        Unscored::Rejected => "已退回",
        Unscored::Void => "已作废",
        Unscored::AfterAsOf => "日期在截至日之后",
        Unscored::UnscoredKind => "这一类记录按办法不计分",
        Unscored::NoScore => "该项目由考核方评分，这条记录还没有评分",
        Unscored::OutsidePeriod => "日期不在考核期之内",
        Unscored::CountedElsewhere => "不单独计分，已用于统计出席率、履职要求、提醒或否决事项",
        Unscored::NoItem => "办法里没有可以计这条记录的项目",
    }
}

/// What took something off a line, and how much where that is to be said.
fn cause(cause: &Cause<'_>) -> String {
    let took = cause.took.map(|took| format!("，减{took}分")).unwrap_or_default();
    format!("{}{took}", reason(cause))
}

fn reason(cause: &Cause<'_>) -> String {
    let label = cause.label;
    let sliced = if cause.sliced { "在本段" } else { "" };
    let within = cause.cadence.map_or(sliced, each);
    let number = cause.number.unwrap_or(1);
    match cause.reason {
        Reason::BestOfWork => "同一成果只计得分最高的一行".to_owned(),
        Reason::Skipped if number == 1 => format!("本项目{within}的第1次按办法不计分"),
        Reason::Skipped => format!("本项目{within}的前{number}次按办法不计分"),
        Reason::NotAmongMost => format!("本项目{within}只计得分最高的{number}次，此次不在其内"),
        Reason::NotBest => format!("本项目{within}只计一次，另有一次得分更高或在先"),
        Reason::Cap(_) => match cause.cap {
            Some(cap) => format!("「{label}」{sliced}已满{cap}分"),
            None => format!("「{label}」{sliced}已到上限"),
        },
        Reason::WindowCap(_) => {
            let when = cause.window.map(window).unwrap_or_default();
            match cause.cap {
                Some(cap) => format!("「{label}」{when}已满{cap}分"),
                None => format!("「{label}」{when}已到上限"),
            }
        }
        Reason::Require(_) => format!("履职要求「{label}」没有完成或尚未到期"),
        Reason::Veto if cause.sliced => "因否决事项，本段不得分".to_owned(),
        Reason::Veto => "因否决事项，总分归零".to_owned(),
        Reason::CapPoints => "分数超出可记的范围".to_owned(),
    }
}

/// How a count became points.
fn rule_said(
    rule: &Counting,
    unit: Unit,
    points: Option<Decimal>,
    count: Decimal,
    percent: Option<(Decimal, bool)>,
) -> String {
    let amount = |n: &dyn std::fmt::Display| counted(&n.to_string(), unit);
    let points = points.map(given).unwrap_or_default();
    match *rule {
        Counting::Reach { n } => {
            let reached = i128::from(count.ten_thousandths()) >= i128::from(n) * 10_000;
            format!("需要{}，{}", amount(&n), if reached { "已达到" } else { "未达到" })
        }
        Counting::Every { k } => format!("每{}{points}", amount(&k)),
        Counting::Short { n } => format!("应有{}，每少1{}{points}", amount(&n), counter(unit)),
        Counting::Ladder { percent: false, reached, next } => {
            let reached = reached
                .map_or_else(|| "未达到最低一档".to_owned(), |step| format!("达到「{}」一档", amount(&step.at_least)));
            let next = next
                .map(|step| format!("，下一档为{}{}", amount(&step.at_least), given(step.points)))
                .unwrap_or_default();
            format!("{reached}{next}")
        }
        Counting::Ladder { percent: true, reached, next } => {
            let Some((percent, exact)) = percent else { return "没有可作比较的记录".to_owned() };
            let about = if exact { "" } else { "约" };
            let reached =
                reached.map_or_else(|| "未达到最低一档".to_owned(), |step| format!("达到「{}%」一档", step.at_least));
            let next =
                next.map(|step| format!("，下一档为{}%{}", step.at_least, given(step.points))).unwrap_or_default();
            format!("占{about}{percent}%，{reached}{next}")
        }
        Counting::Rate => match percent {
            Some((percent, true)) => format!("占{percent}%，满额{}", points.trim_start_matches('计')),
            Some((percent, false)) => format!("占约{percent}%，满额{}", points.trim_start_matches('计')),
            None => "没有可作比较的记录".to_owned(),
        },
    }
}

fn counted(count: &str, unit: Unit) -> String {
    match unit {
        Unit::Quantity => format!("数量{count}"),
        Unit::Records | Unit::Days | Unit::Works => format!("{count}{}", counter(unit)),
    }
}

fn counter(unit: Unit) -> &'static str {
    match unit {
        Unit::Records => "条",
        Unit::Quantity => "",
        Unit::Days => "天",
        Unit::Works => "项成果",
    }
}

fn rounded(rounding: Rounding) -> &'static str {
    match rounding {
        Rounding::HalfUp => "四舍五入",
        Rounding::HalfEven => "四舍六入五成双",
        Rounding::Down => "去尾",
    }
}

fn each(cadence: Cadence) -> &'static str {
    match cadence {
        Cadence::Month => "每月",
        Cadence::Quarter => "每季度",
        Cadence::Half => "每半年",
        Cadence::Year => "每年",
        Cadence::Term => "每届",
    }
}

/// How an item is clamped window by window, and in which of them that did something.
fn each_window(windows: &Windows) -> String {
    let each = each(windows.cadence);
    let limits = match (windows.cap, windows.floor) {
        (None, None) => format!("{each}分别计算"),
        (Some(cap), None) => format!("{each}至多{cap}分"),
        (None, Some(floor)) => format!("{each}最低{floor}分"),
        (Some(cap), Some(floor)) => format!("{each}至多{cap}分、最低{floor}分"),
    };
    let clip = |clip: &WindowClip| match clip.taken {
        Amount::ZERO => format!("{}补回{}分", window(clip.window), clip.raised),
        taken => format!("{}超出{taken}分不计", window(clip.window)),
    };
    let colon = if windows.clipped.is_empty() { "" } else { "：" };
    format!("{limits}{colon}{}。", list(windows.clipped.iter().map(clip), "，"))
}

/// How a record is shared among those who took part.
fn shared(split: &Split) -> String {
    let (value, part, carrying, people) = match split {
        Split::Equal { people } => return format!("{people}人均分"),
        Split::Facet { value, part, carrying, people } => (value, *part, *carrying, *people),
    };
    let rest = Decimal::from_ten_thousandths(10_000 - part.ten_thousandths());
    let get = |people: u32, part: Decimal| match (people, amount::of_hundred(part)) {
        (_, Decimal::ZERO) => "不得分".to_owned(),
        (1, percent) => format!("得{percent}%"),
        (_, percent) => format!("均分{percent}%"),
    };
    let first = if carrying == 1 { String::new() } else { format!("{carrying}人") };
    let others = people.saturating_sub(carrying);
    format!("「{value}」{first}{}，其余{others}人{}", get(carrying, part), get(others, rest))
}

/// What a record without points was used for.
fn used_for(used: &Used) -> String {
    let label = &used.label;
    match used.what {
        UsedBy::Veto => format!("否决事项「{label}」"),
        UsedBy::Rate => format!("计算「{label}」"),
        UsedBy::Notice => format!("提醒「{label}」"),
        UsedBy::Duty => format!("履职要求「{label}」"),
    }
}

/// What a line or several together count for.
fn counts(contribution: Amount) -> String {
    if contribution.is_negative() { format!("扣{}分", -contribution) } else { format!("计入{contribution}分") }
}

/// What a rule gives, or takes.
fn given(points: Decimal) -> String {
    let points = Amount::from(points);
    if points.is_negative() { format!("扣{}分", -points) } else { format!("计{points}分") }
}

/// Amounts added up; a negative one stands in brackets.
fn added(parts: &[Amount]) -> String {
    list(parts.iter().map(|part| if part.is_negative() { format!("({part})") } else { part.to_string() }), " + ")
}
