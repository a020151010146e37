use crate::EntityKind;

/// The key of a record's id in a document.
pub(crate) const ID: &str = "id";

/// A built-in column of a ledger's table. The order is that in which a row is looked at for its first fault.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Field {
    /// 编号
    Record,
    /// 日期
    Date,
    /// 委员
    Member,
    /// 类型
    Kind,
    /// 工作室
    Studio,
    /// 单位
    Unit,
    /// 活动组
    Group,
    /// 专委会
    Committee,
    /// 界别
    Sector,
    /// 成果
    Work,
    /// 数量
    Quantity,
    /// 得分
    Score,
    /// 状态
    Status,
    /// 备注
    Note,
}

impl Field {
    /// Every built-in column, with the two words that may head it.
    pub(crate) const ALL: [(Field, &str, &str); 14] = [
        (Field::Record, "record", "编号"),
        (Field::Date, "date", "日期"),
        (Field::Member, "member", "委员"),
        (Field::Kind, "kind", "类型"),
        (Field::Studio, "studio", "工作室"),
        (Field::Unit, "unit", "单位"),
        (Field::Group, "group", "活动组"),
        (Field::Committee, "committee", "专委会"),
        (Field::Sector, "sector", "界别"),
        (Field::Work, "work", "成果"),
        (Field::Quantity, "quantity", "数量"),
        (Field::Score, "score", "得分"),
        (Field::Status, "status", "状态"),
        (Field::Note, "note", "备注"),
    ];

    /// The columns that name whose activity a record was, and where.
    pub(crate) const BODIES: [(Field, EntityKind); 5] = [
        (Field::Studio, EntityKind::Studio),
        (Field::Unit, EntityKind::Unit),
        (Field::Group, EntityKind::Group),
        (Field::Committee, EntityKind::Committee),
        (Field::Sector, EntityKind::Sector),
    ];

    /// What each participant of a record may have of its own.
    pub(crate) const OF_PART: [Field; 5] = [Field::Member, Field::Quantity, Field::Score, Field::Status, Field::Note];

    /// What a record in a document may have, each under its key; the members stand in its `by`.
    pub(crate) fn of_record() -> impl Iterator<Item = (Field, &'static str)> {
        let own = Field::ALL.into_iter().filter(|(field, ..)| *field != Field::Member);
        own.map(|(field, word, _)| (field, if field == Field::Record { ID } else { word }))
    }

    /// The English word, which is the key in JSON too, but for a record's `id`.
    pub(crate) fn word(self) -> &'static str {
        Field::ALL.iter().find(|(field, ..)| *field == self).map_or("", |(_, word, _)| word)
    }
}
