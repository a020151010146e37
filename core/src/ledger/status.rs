/// Whether a record or a participation counts. The milder stands before the graver.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Default)]
pub(crate) enum Status {
    /// 已审核
    #[default]
    Approved,
    /// 待审核
    Pending,
    /// 退回
    Rejected,
    /// 作废
    Void,
}

impl Status {
    /// Every status, with its id and its label.
    const WORDS: [(Status, &str, &str); 4] = [
        (Status::Approved, "approved", "已审核"),
        (Status::Pending, "pending", "待审核"),
        (Status::Rejected, "rejected", "退回"),
        (Status::Void, "void", "作废"),
    ];

    /// The status that a cell names by id or label.
    pub(crate) fn from_cell(text: &str) -> Option<Status> {
        Status::WORDS.iter().find(|(_, id, label)| *id == text || *label == text).map(|(status, ..)| *status)
    }

    /// The label, as ledgers in Chinese write it.
    pub(crate) fn label(self) -> &'static str {
        Status::WORDS.iter().find(|(status, ..)| *status == self).map_or("", |(.., label)| label)
    }
}
