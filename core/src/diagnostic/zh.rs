//! Every fault in Chinese: what is wrong, and what to write instead.

use super::quoted::{listed, quoted};
use super::{CsvFault, Expected, Fault, LadderFault, Limit, Noun, NumberRule, Vocable};
use crate::{EntityKind, Lang};

/// What is wrong.
pub(super) fn message(fault: &Fault) -> String {
    match fault {
        Fault::TomlSyntax { message } => format!("不合 TOML 的写法：{}", syntax(message)),
        Fault::JsonSyntax { message } => format!("不合 JSON 的写法：{}", syntax(message)),
        Fault::UnknownKey { key, .. } => format!("没有 {} 这个键", quoted(key)),
        Fault::MissingKey { key } => format!("缺少 {}", quoted(key)),
        Fault::WrongType { expected, found } => format!("此处应为{}，写的却是{}", value(*expected), value(*found)),
        Fault::BadValue { value, .. } if value.is_empty() => "此处不能空着".to_owned(),
        Fault::BadValue { value, .. } => format!("此处不能写 {}", quoted(value)),
        Fault::BadNumber { value, rule } => format!("{} {}", quoted(value), broken(rule)),
        Fault::BadDate { value } => format!("{} 不是日期", quoted(value)),
        Fault::BadId { value } if value.is_empty() => "编号不能为空".to_owned(),
        Fault::BadId { value } if value.starts_with("row-") => format!("{} 不能用作记录的编号", quoted(value)),
        Fault::BadId { value } => format!("{} 不能用作编号", quoted(value)),
        Fault::EmptyRange { low, high } => format!("从 {} 到 {} 的区间是空的", quoted(low), quoted(high)),
        Fault::DuplicateId { id } => format!("编号 {} 重复", quoted(id)),
        Fault::TooLarge { what } => grown(*what).to_owned(),

        Fault::UnsupportedFormat { found } => format!("不认识第 {} 版的格式", quoted(found)),
        Fault::BadLadder { why: LadderFault::Empty } => "阶梯一档也没有".to_owned(),
        Fault::BadLadder { why: LadderFault::Step } => "阶梯的每一档是一个件数和一个分数".to_owned(),
        Fault::BadLadder { why: LadderFault::NotRising } => "阶梯各档的件数没有逐档增加".to_owned(),
        Fault::DuplicateName { name } => format!("同一词汇里 {} 出现了两次", quoted(name)),
        Fault::ReservedName { name } => format!("{} 是保留的名称", quoted(name)),
        Fault::Undeclared { what, name, .. } => format!("没有声明过{} {}", vocable(*what), quoted(name)),
        Fault::UnknownReference { what, name, .. } => format!("办法里没有{} {}", noun(*what), quoted(name)),
        Fault::MissingBoard => "没有写明属于哪个积分榜，办法里又不是恰好只有一个".to_owned(),
        Fault::WrongSubject { key, subject } => format!("{} 不适用于{}", quoted(key), kind(*subject)),
        Fault::WrongFacet { facet } => format!("方面 {} 说的是整条记录，不是每一位参与人", quoted(facet)),
        Fault::TwoMeasures { first, second } => {
            format!("一个项目里写了 {} 和 {} 两种计分方式", quoted(first), quoted(second))
        }
        Fault::ConflictingKeys { first, second } => format!("{} 和 {} 不能同时写", quoted(first), quoted(second)),
        Fault::BestOverCounting { item } => {
            format!("`best` 之下的项目 {} 是按数量计分的，没有可供择优的明细", quoted(item))
        }
        Fault::Cycle { path } => format!("{} 绕成了一圈", quoted(path)),

        Fault::OverlappingValues { key, day } => format!("{} 在 {} 这天有两个值", quoted(key), quoted(day)),
        Fault::BadReference { value } => format!("{} 没有写明指的是哪一种", quoted(value)),
        Fault::UnknownEntity { kind: of, name, .. } => format!("名册里没有{} {}", kind(*of), quoted(name)),
        Fault::UnknownCheck { name, .. } => format!("{} 对不上唯一一项建设标准的条目", quoted(name)),
        Fault::UndeclaredLink { name, .. } => format!("没有声明过联系 {}", quoted(name)),
        Fault::WrongEnd { link, expected, found } => {
            format!("联系 {} 的这一端应为{}，写的却是{}", quoted(link), kind(*expected), kind(*found))
        }

        Fault::Encoding { name, row: None } => format!("文字不是 {name} 编码"),
        Fault::Encoding { name, row: Some(at) } => format!("{}的文字不是 {name} 编码", row(*at)),
        Fault::CsvSyntax { why: CsvFault::TooManyCells { row: at, cells, headings } } => {
            format!("{}有 {cells} 格，表头却只有 {headings} 列", row(*at))
        }
        Fault::CsvSyntax { why: CsvFault::OpenQuote { row: at } } => format!("{}的引号没有闭合", row(*at)),
        Fault::CsvSyntax { why: CsvFault::StrayQuote { row: at } } => format!("{}有一个多出来的引号", row(*at)),
        Fault::UnknownColumn { name, .. } => format!("没有 {} 这一列", quoted(name)),
        Fault::DuplicateColumn { name } => format!("{} 这一列重复", quoted(name)),
        Fault::MissingColumn { name } => format!("缺少 {} 这一列", heading(name)),

        Fault::MissingValue { column } => format!("没有填写 {}", quoted(column)),
        Fault::MissingMember => "没有填写委员，也没有填写工作室、活动组、专委会或界别".to_owned(),
        Fault::AmbiguousEntity { kind: of, name } => {
            format!("名册里叫 {} 的{}不止一{}", quoted(name), kind(*of), counted(*of))
        }
        Fault::BadQuantity { value } => format!("{} 不能用作数量", quoted(value)),
        Fault::BadScore { value } => format!("{} 不能用作得分", quoted(value)),
        Fault::BadStatus { value } => format!("没有 {} 这种状态", quoted(value)),
        Fault::DisagreeingRows { column, earlier } => {
            format!("同一条记录前面的行里，{} 写的是 {}", quoted(column), quoted(earlier))
        }
        Fault::DuplicateMember { member } => format!("委员 {} 在这条记录里已经有一行", quoted(member)),
        Fault::DuplicateRecord { record } => format!("台账里前面已有编号为 {} 的记录", quoted(record)),
        Fault::RecordRefused { record } => format!("记录 {} 另有一行被退回", quoted(record)),

        Fault::BadPeriod { value } => format!("{} 不是考核期", quoted(value)),
        Fault::NotInForce { period, .. } => format!("办法在 {} 期间没有一天施行", quoted(period)),
        Fault::UnknownFlow { name, .. } => format!("办法里没有办理流程 {}", quoted(name)),
        Fault::UnknownStep { name, .. } => format!("这个办理流程里没有步骤 {}", quoted(name)),
    }
}

/// What to do next.
pub(super) fn help(fault: &Fault) -> String {
    match fault {
        Fault::UnknownKey { near: Some(near), .. }
        | Fault::BadValue { near: Some(near), .. }
        | Fault::Undeclared { near: Some(near), .. }
        | Fault::UnknownReference { near: Some(near), .. }
        | Fault::UnknownEntity { near: Some(near), .. }
        | Fault::UnknownCheck { near: Some(near), .. }
        | Fault::UndeclaredLink { near: Some(near), .. }
        | Fault::UnknownColumn { near: Some(near), .. }
        | Fault::UnknownFlow { near: Some(near), .. }
        | Fault::UnknownStep { near: Some(near), .. } => format!("是否想写 {}？", quoted(near)),

        Fault::TomlSyntax { .. } => "文字要放在半角引号里，引号和括号要成对，等号和逗号也用半角".to_owned(),
        Fault::JsonSyntax { .. } => {
            "键和文字都放在半角双引号里，各项之间用逗号隔开，最后一项之后不加逗号，也不能写注释".to_owned()
        }
        Fault::UnknownKey { known, .. } if known.is_empty() => "请删去，此处不能写任何键".to_owned(),
        Fault::UnknownKey { known, .. } => format!("此处可以写 {}", listed(known, "、", "和")),
        Fault::MissingKey { key } => format!("请在这张表里补上 {}", quoted(key)),
        Fault::WrongType { expected, .. } => written(*expected).to_owned(),
        Fault::BadValue { allowed, .. } if allowed.is_empty() => "请另写一个值，或删去这个键".to_owned(),
        Fault::BadValue { allowed, .. } => format!("请写 {}", listed(allowed, "、", "或")),
        Fault::BadNumber { rule, .. } => mended(rule),
        Fault::BadDate { .. } => "请写 1900-01-01 至 2199-12-31 之间确有的一天，如 `2023-03-01`".to_owned(),
        Fault::BadId { value } if value.starts_with("row-") => {
            "`row-` 开头的编号留给没有编号的行，请另取编号，或把这一格空着".to_owned()
        }
        Fault::BadId { .. } => "请用小写字母和数字，中间可用单个连字符或下划线隔开，如 `proposal-filed`".to_owned(),
        Fault::EmptyRange { .. } => "请让前一个不大于后一个".to_owned(),
        Fault::DuplicateId { .. } => "请给其中一个另取编号".to_owned(),
        Fault::TooLarge { what } => shrunk(*what).to_owned(),

        Fault::UnsupportedFormat { .. } => "请写 1，本版只认第 1 版的格式".to_owned(),
        Fault::BadLadder { why: LadderFault::NotRising } => "请把各档按件数从少到多排列，同一件数只写一档".to_owned(),
        Fault::BadLadder { .. } => "请把每一档写成 `[件数, 分数]`，如 `[[1, 5], [3, 10]]`".to_owned(),
        Fault::DuplicateName { .. } => "请改掉其中一个：同一词汇里，编号、名称和别名互不相同".to_owned(),
        Fault::ReservedName { .. } => "请另取名称：这是台账自带的列名，或是条件、记录里的键".to_owned(),
        Fault::Undeclared { what, .. } => format!("请改用声明过的，或在{}声明", declared(*what)),
        Fault::UnknownReference { what: Noun::Relation, .. } => {
            "请写 `membership`、`sector`、`committee`、`group`，或 `[links.ID]` 声明过的联系".to_owned()
        }
        Fault::UnknownReference { what, .. } => format!("请写本办法里某个{}的编号", noun(*what)),
        Fault::MissingBoard => "请写明：类别和项目里写 `in = \"…\"`，别处写 `board = \"…\"`".to_owned(),
        Fault::WrongSubject { subject, .. } => format!("请删去，或改用适用于{}的写法", kind(*subject)),
        Fault::WrongFacet { .. } => "请改用声明时写了 `on = \"participation\"` 的方面".to_owned(),
        Fault::TwoMeasures { .. } => "请只留一种，另一种另立一个项目".to_owned(),
        Fault::ConflictingKeys { .. } => "请只留一个".to_owned(),
        Fault::BestOverCounting { .. } => "请把这个项目移到 `best` 之外，或不写计分方式，或只写 `once`".to_owned(),
        Fault::Cycle { .. } => "请去掉其中一环".to_owned(),

        Fault::OverlappingValues { .. } => "请用 `to` 和 `from` 写明日期，让前一个值止于后一个值开始之前".to_owned(),
        Fault::BadReference { .. } => "请写成“种类:编号”，中间用半角冒号，如 `committee:economic`".to_owned(),
        Fault::UnknownEntity { kind: of, .. } => format!("请核对写法，或先把这{}{}写进名册", counted(*of), kind(*of)),
        Fault::UnknownCheck { .. } => "请按办法写成 `标准/条目`；只有一项标准有这一条时，可以只写条目".to_owned(),
        Fault::UndeclaredLink { .. } => "请改用声明过的联系，或在办法的 `[links.ID]` 里声明".to_owned(),
        Fault::WrongEnd { expected, .. } => {
            format!("请在此处写一{}{}，或把两端对调", counted(*expected), kind(*expected))
        }

        Fault::Encoding { name: "UTF-8", .. } => {
            "请把表格另存为“CSV UTF-8”，或按 GB18030 读入（中文版 Excel 存出的 CSV 多为此种）".to_owned()
        }
        Fault::Encoding { .. } => "请把表格另存为“CSV UTF-8”，再按 UTF-8 读入".to_owned(),
        Fault::CsvSyntax { why: CsvFault::TooManyCells { .. } } => {
            "格内有逗号的，整格放进半角双引号；超出表头的格请删去".to_owned()
        }
        Fault::CsvSyntax { .. } => "请把整格放进一对半角双引号，格内的每个双引号连写两个".to_owned(),
        Fault::UnknownColumn { .. } => "请删去这一列，或在办法里把它声明为方面".to_owned(),
        Fault::DuplicateColumn { .. } => "请只留一列：编号和名称指的是同一列".to_owned(),
        Fault::MissingColumn { .. } => "每一行都要有，请补上这一列".to_owned(),

        Fault::MissingValue { .. } => "每条记录都要有，请补上".to_owned(),
        Fault::MissingMember => "请填写参与的委员；若是工作室、活动组、专委会或界别自己的记录，请填写它".to_owned(),
        Fault::AmbiguousEntity { .. } => "请改填编号".to_owned(),
        Fault::BadQuantity { .. } => "请填 0 至 1000000 的数，最多四位小数".to_owned(),
        Fault::BadScore { .. } => "请填 -100000 至 100000 的数，最多四位小数".to_owned(),
        Fault::BadStatus { .. } => "请填“已审核”“待审核”“退回”或“作废”，空着即为已审核".to_owned(),
        Fault::DisagreeingRows { .. } => "请改成一致；若本是另一条记录，请另填编号".to_owned(),
        Fault::DuplicateMember { .. } => "一条记录里每位委员只留一行".to_owned(),
        Fault::DuplicateRecord { .. } => "请给这条记录另取编号".to_owned(),
        Fault::RecordRefused { .. } => "请改正那一行，本行没有错".to_owned(),

        Fault::BadPeriod { .. } => {
            "请写 `2023`、`2023-H1`、`2023-Q2`、`2023-05`、`2023-01-01..2023-06-30`；办法写有届期的，可以写 `term`"
                .to_owned()
        }
        Fault::NotInForce { from, until, .. } => match (from, until) {
            (Some(from), Some(until)) => format!("办法自 {from} 至 {until} 施行，请改选其间的考核期"),
            (Some(from), None) => format!("办法自 {from} 起施行，请改选此后的考核期"),
            (None, Some(until)) => format!("办法施行至 {until}，请改选此前的考核期"),
            (None, None) => "请改选考核期".to_owned(),
        },
        Fault::UnknownFlow { .. } => "请写办法里某个办理流程的编号".to_owned(),
        Fault::UnknownStep { .. } => "请写这个办理流程里某个步骤的编号".to_owned(),
    }
}

/// What a parser says in English, by the words it is known by; the first that fits holds.
const SYNTAX: [(&str, &str); 31] = [
    ("duplicate key", "这个键重复"),
    ("stands twice", "这个键重复"),
    ("the text is empty", "什么也没有写"),
    ("more than one json value", "后面还有多余的内容"),
    ("missing opening quote", "文字没有放在引号里"),
    ("invalid unquoted key", "这样的键要放在引号里"),
    ("expected string for object property", "键要放在双引号里"),
    ("single-quoted", "要用双引号，不能用单引号"),
    ("missing comma", "缺少逗号"),
    ("expected comma", "缺少逗号"),
    ("extra comma", "多了一个逗号"),
    ("trailing comma", "最后一项之后多了一个逗号"),
    ("missing assignment", "缺少等号"),
    ("missing value", "等号后面没有值"),
    ("expected value after colon", "冒号后面没有值"),
    ("expected colon", "缺少冒号"),
    ("extra `=`", "多了一个等号"),
    ("extra assignment", "多了一个等号"),
    ("missing key", "缺少键"),
    ("comments are not allowed", "不能写注释"),
    ("invalid comment", "注释里有不能用的字符"),
    ("unclosed", "括号没有闭合"),
    ("unterminated string", "引号没有闭合"),
    ("unterminated", "括号没有闭合"),
    ("escape", "反斜杠后面的写法不对"),
    ("string", "引号没有闭合，或文字里有不能用的字符"),
    ("date", "日期写得不对"),
    ("time", "日期写得不对"),
    ("number", "数字写得不对"),
    ("digit", "数字写得不对"),
    ("unexpected", "此处不应有这样的内容"),
];

/// What a parser says, in Chinese where its words are known.
fn syntax(message: &str) -> String {
    let lower = message.to_lowercase();
    let known = SYNTAX.iter().find(|(words, _)| lower.contains(words));
    known.map_or_else(|| message.to_owned(), |(_, sentence)| (*sentence).to_owned())
}

fn row(number: u64) -> String {
    if number == 0 { "表头".to_owned() } else { format!("第 {number} 行") }
}

/// A column that must stand there, by its Chinese heading.
fn heading(column: &str) -> String {
    quoted(match column {
        "date" => "日期",
        "kind" => "类型",
        other => other,
    })
}

fn kind(kind: EntityKind) -> &'static str {
    kind.name(Lang::Zh)
}

/// The word that counts them.
fn counted(kind: EntityKind) -> &'static str {
    if kind == EntityKind::Member { "位" } else { "个" }
}

fn value(value: Expected) -> &'static str {
    match value {
        Expected::Nothing => "空",
        Expected::Boolean => "是非值",
        Expected::Number => "数字",
        Expected::Whole => "整数",
        Expected::Text => "文字",
        Expected::Date => "日期",
        Expected::List => "列表",
        Expected::Pair => "两个整数的列表",
        Expected::Table => "表",
    }
}

/// How to write a value of that type.
fn written(value: Expected) -> &'static str {
    match value {
        Expected::Nothing => "请删去",
        Expected::Boolean => "请写 `true` 或 `false`，不加引号",
        Expected::Number => "请写数字，如 `2.5`",
        Expected::Whole => "请写整数，如 `3`",
        Expected::Text => "请把文字放在半角引号里，如 `\"proposal\"`",
        Expected::Date => "请写日期，如 `2023-03-01`",
        Expected::List => "请写成方括号里的列表，如 `[\"a\", \"b\"]`",
        Expected::Pair => "请在方括号里写两个整数，如 `[1, 7]`",
        Expected::Table => "请把键和值写在花括号里，或另起表头",
    }
}

fn broken(rule: &NumberRule) -> &'static str {
    match rule {
        NumberRule::Places => "的小数超过四位",
        NumberRule::Whole => "不是整数",
        NumberRule::Range { .. } => "超出范围",
        NumberRule::Finite => "不是普通的十进制数",
    }
}

fn mended(rule: &NumberRule) -> String {
    match rule {
        NumberRule::Places => "至多写四位小数".to_owned(),
        NumberRule::Whole => "请写整数，如 `3`".to_owned(),
        NumberRule::Range { low, high } => format!("请写 {low} 至 {high} 之间的数"),
        NumberRule::Finite => "请只用数字和至多一个小数点，如 `12.5`".to_owned(),
    }
}

fn grown(what: Limit) -> &'static str {
    match what {
        Limit::Bytes => "办法超过 16 MiB",
        Limit::Tables => "办法里的表超过 10000 张",
        Limit::Levels => "层层嵌套超过 64 层",
        Limit::Factors => "从此处到积分榜，同一条明细要乘的系数超过六个",
        Limit::Rows => "台账超过 4000000000 行",
    }
}

fn shrunk(what: Limit) -> &'static str {
    match what {
        Limit::Bytes | Limit::Tables => "请精简：一份办法只写一地的规则",
        Limit::Levels => "请减少嵌套的层数",
        Limit::Factors => "请去掉一个 `weight` 或 `times`，或把其中两个先乘好",
        Limit::Rows => "请分几次读入",
    }
}

fn vocable(vocable: Vocable) -> &'static str {
    match vocable {
        Vocable::Kind => "类型",
        Vocable::Facet => "方面",
        Vocable::Value => "取值",
        Vocable::Post => "职务",
        Vocable::Tag => "标签",
        Vocable::Role => "驻室身份",
        Vocable::Type => "工作室类型或单位类型",
        Vocable::Attr => "属性",
    }
}

/// Where the rulebook declares a word.
fn declared(vocable: Vocable) -> &'static str {
    match vocable {
        Vocable::Kind => "办法的 `[kinds]` 里",
        Vocable::Facet => "办法的 `[facets.ID]` 里",
        Vocable::Value => "所属方面或属性的 `values` 里",
        Vocable::Post => "办法的 `[posts]` 里",
        Vocable::Tag => "办法的 `[tags]` 里",
        Vocable::Role => "办法的 `[roles]` 里",
        Vocable::Type => "办法的 `[studio_types]` 或 `[unit_types]` 里",
        Vocable::Attr => "办法的 `[attrs.ID]` 里",
    }
}

fn noun(noun: Noun) -> &'static str {
    match noun {
        Noun::Board => "积分榜",
        Noun::Parent => "积分榜或类别",
        Noun::Category => "类别",
        Noun::Node => "积分榜、类别或项目",
        Noun::Duty => "履职要求",
        Noun::Standard => "建设标准",
        Noun::StandardOrBound => "建设标准或配置要求",
        Noun::Grade => "等次",
        Noun::Relation => "关系",
        Noun::Notice => "提醒",
        Noun::State => "建设状态",
    }
}
