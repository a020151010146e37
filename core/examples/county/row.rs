use serde::Serialize;

/// One row of the ledger, under the headings that a clerk writes.
#[derive(Clone, Default, Serialize)]
pub(crate) struct Row {
    #[serde(rename = "编号")]
    pub(crate) record: String,
    #[serde(rename = "日期")]
    pub(crate) date: String,
    #[serde(rename = "委员")]
    pub(crate) member: String,
    #[serde(rename = "类型")]
    pub(crate) kind: &'static str,
    #[serde(rename = "工作室")]
    pub(crate) studio: &'static str,
    #[serde(rename = "单位")]
    pub(crate) unit: &'static str,
    #[serde(rename = "活动组")]
    pub(crate) group: &'static str,
    #[serde(rename = "专委会")]
    pub(crate) committee: &'static str,
    #[serde(rename = "数量")]
    pub(crate) quantity: String,
    #[serde(rename = "结果")]
    pub(crate) outcome: &'static str,
    #[serde(rename = "形式")]
    pub(crate) form: &'static str,
    #[serde(rename = "出席")]
    pub(crate) presence: &'static str,
    #[serde(rename = "身份")]
    pub(crate) role: &'static str,
    #[serde(rename = "状态")]
    pub(crate) status: &'static str,
    #[serde(rename = "备注")]
    pub(crate) note: &'static str,
}

/// The rows of one record, the day by which the ledger is sorted, and the sign with which its number begins.
pub(crate) struct Record {
    pub(crate) day: usize,
    pub(crate) sign: &'static str,
    pub(crate) rows: Vec<Row>,
}
