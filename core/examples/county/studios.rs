use serde::Serialize;

/// A studio as the roster has it, and what the year needs to know of it.
#[derive(Serialize)]
pub(crate) struct Studio {
    pub(crate) id: &'static str,
    pub(crate) name: &'static str,
    r#type: &'static str,
    pub(crate) mode: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    sector: Option<&'static str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    region: Option<&'static str>,
    checks: &'static [Check],
    pub(crate) history: &'static [Stage],
    /// The day on which its members took their places.
    #[serde(skip)]
    pub(crate) staffed: &'static str,
    /// Which committee links it, which units house it: places in their lists.
    #[serde(skip)]
    pub(crate) committee: Option<usize>,
    #[serde(skip)]
    pub(crate) hosts: &'static [usize],
}

/// A check that was passed, always or since a day.
#[derive(Serialize)]
#[serde(untagged)]
enum Check {
    Always(&'static str),
    Since { id: &'static str, from: &'static str },
}

#[derive(Serialize)]
pub(crate) struct Stage {
    pub(crate) state: &'static str,
    pub(crate) date: &'static str,
}

impl Studio {
    /// Whether it runs on a day.
    pub(crate) fn runs(&self, day: &str) -> bool {
        self.history.iter().rev().find(|stage| stage.date <= day).is_some_and(|stage| stage.state == "running")
    }
}

const fn stage(state: &'static str, date: &'static str) -> Stage {
    Stage { state, date }
}

const fn since(id: &'static str, from: &'static str) -> Check {
    Check::Since { id, from }
}

// The three batches in which studios were set up.
const SUMMER: &[Stage] = &[
    stage("applied", "2022-03-15"),
    stage("approved", "2022-03-31"),
    stage("building", "2022-04-10"),
    stage("plaqued", "2022-06-20"),
    stage("running", "2022-07-01"),
];
const AUTUMN: &[Stage] = &[
    stage("applied", "2022-06-10"),
    stage("approved", "2022-06-28"),
    stage("building", "2022-07-05"),
    stage("plaqued", "2022-09-15"),
    stage("running", "2022-10-01"),
];
const WINTER: &[Stage] = &[
    stage("applied", "2022-09-05"),
    stage("approved", "2022-09-20"),
    stage("building", "2022-10-08"),
    stage("plaqued", "2022-12-09"),
    stage("running", "2023-01-01"),
];

/// Of every check there is.
const FULL: &[Check] = &[
    Check::Always("name"),
    Check::Always("plaque"),
    Check::Always("wall"),
    Check::Always("venue"),
    Check::Always("sign"),
    Check::Always("rules"),
    Check::Always("feature"),
    Check::Always("files"),
    Check::Always("results"),
];

const fn sector(
    id: &'static str,
    name: &'static str,
    sector: &'static str,
    committee: usize,
    hosts: &'static [usize],
) -> Studio {
    Studio {
        id,
        name,
        r#type: "sector",
        mode: "offline",
        sector: Some(sector),
        region: None,
        checks: FULL,
        history: SUMMER,
        staffed: "2022-06-01",
        committee: Some(committee),
        hosts,
    }
}

const fn area(
    id: &'static str,
    name: &'static str,
    region: &'static str,
    committee: usize,
    hosts: &'static [usize],
) -> Studio {
    Studio {
        id,
        name,
        r#type: "area",
        mode: "both",
        sector: None,
        region: Some(region),
        checks: FULL,
        history: AUTUMN,
        staffed: "2022-08-20",
        committee: Some(committee),
        hosts,
    }
}

/// The twelve studios: four of sectors, five of towns, three of their own kind.
pub(crate) const STUDIOS: [Studio; 12] = [
    sector("S01", "经济界委员工作室", "J01", 1, &[0]),
    sector("S02", "教育界委员工作室", "J02", 4, &[7]),
    sector("S03", "医药卫生界委员工作室", "J03", 4, &[9]),
    sector("S04", "农业和环境资源界委员工作室", "J04", 1, &[15]),
    area("S05", "城关镇委员工作室", "城关镇", 0, &[1]),
    area("S06", "河西镇委员工作室", "河西镇", 0, &[13]),
    // Closed for six weeks while its rooms were put right.
    Studio {
        history: &[
            stage("applied", "2022-06-10"),
            stage("approved", "2022-06-28"),
            stage("building", "2022-07-05"),
            stage("plaqued", "2022-09-15"),
            stage("running", "2022-10-01"),
            stage("paused", "2023-04-10"),
            stage("running", "2023-05-22"),
        ],
        ..area("S07", "石桥镇委员工作室", "石桥镇", 2, &[19])
    },
    // Keeps no files yet.
    Studio {
        checks: &[
            Check::Always("name"),
            Check::Always("plaque"),
            Check::Always("wall"),
            Check::Always("venue"),
            Check::Always("sign"),
            Check::Always("rules"),
            Check::Always("feature"),
            since("files", "2023-08-15"),
            Check::Always("results"),
        ],
        ..area("S08", "柳林镇委员工作室", "柳林镇", 2, &[24])
    },
    area("S09", "云台镇委员工作室", "云台镇", 3, &[29]),
    // Two units house it; one of its eight members went elsewhere in May.
    Studio {
        id: "S10",
        name: "法润青禾委员工作室",
        r#type: "feature",
        mode: "both",
        sector: None,
        region: Some("城关镇"),
        checks: FULL,
        history: WINTER,
        staffed: "2022-11-20",
        committee: Some(3),
        hosts: &[2, 6],
    },
    // It got its plaque in March, before the sign was up on the wall; it meets online.
    Studio {
        id: "S11",
        name: "青企同行网络委员工作室",
        r#type: "feature",
        mode: "online",
        sector: None,
        region: None,
        checks: &[
            since("name", "2023-03-01"),
            since("plaque", "2023-03-16"),
            since("wall", "2023-04-06"),
            since("venue", "2023-03-01"),
            since("sign", "2023-04-06"),
            since("rules", "2023-03-10"),
            since("feature", "2023-05-30"),
            since("files", "2023-03-20"),
            since("results", "2023-10-20"),
        ],
        history: &[
            stage("applied", "2022-12-05"),
            stage("approved", "2022-12-22"),
            stage("building", "2023-01-05"),
            stage("plaqued", "2023-03-16"),
            stage("running", "2023-03-20"),
        ],
        staffed: "2023-03-10",
        committee: Some(3),
        hosts: &[5],
    },
    // Being built, though nobody has approved it.
    Studio {
        id: "S12",
        name: "文润青禾委员工作室",
        r#type: "feature",
        mode: "offline",
        sector: Some("J11"),
        region: None,
        checks: &[
            since("name", "2023-06-20"),
            since("plaque", "2023-09-18"),
            since("wall", "2023-09-18"),
            since("venue", "2023-06-10"),
            since("sign", "2023-09-18"),
            since("rules", "2023-09-10"),
            since("feature", "2023-09-10"),
            since("files", "2023-10-10"),
        ],
        history: &[
            stage("applied", "2023-04-26"),
            stage("building", "2023-05-22"),
            stage("plaqued", "2023-09-20"),
            stage("running", "2023-10-01"),
        ],
        staffed: "2023-05-25",
        committee: None,
        hosts: &[8],
    },
];

/// The units that members link to and that house studios: the name, the type, the place of its town.
pub(crate) const UNITS: [(&str, &str, usize); 48] = [
    ("青禾县工业园服务中心", "firm", 0),
    ("东关社区", "community", 0),
    ("文庙社区", "community", 0),
    ("北门社区", "community", 0),
    ("南桥社区", "community", 0),
    ("禾川商贸公司", "firm", 0),
    ("青禾法律服务所", "firm", 0),
    ("青禾县第一小学", "school", 0),
    ("青禾县文化馆", "community", 0),
    ("青禾县人民医院", "hospital", 0),
    ("青禾县中学", "school", 0),
    ("禾丰食品厂", "firm", 0),
    ("柏树村", "village", 1),
    ("河西社区", "community", 1),
    ("渡口村", "village", 1),
    ("河西果业合作社", "firm", 1),
    ("河西中心小学", "school", 1),
    ("沙湾村", "village", 1),
    ("石桥村", "village", 2),
    ("石桥社区", "community", 2),
    ("磨坊村", "village", 2),
    ("石桥建材公司", "firm", 2),
    ("石桥卫生院", "hospital", 2),
    ("上柳村", "village", 3),
    ("柳林社区", "community", 3),
    ("下柳村", "village", 3),
    ("柳林编织厂", "firm", 3),
    ("柳林中心小学", "school", 3),
    ("云台村", "village", 4),
    ("云台社区", "community", 4),
    ("茶园村", "village", 4),
    ("云台茶业公司", "firm", 4),
    ("云台卫生院", "hospital", 4),
    ("白果村", "village", 5),
    ("银杏村", "village", 5),
    ("白果养殖合作社", "firm", 5),
    ("白果小学", "school", 5),
    ("松岗村", "village", 6),
    ("松林村", "village", 6),
    ("松岗药材公司", "firm", 6),
    ("松岗卫生院", "hospital", 6),
    ("大坪村", "village", 7),
    ("坪上村", "village", 7),
    ("坪下村", "village", 7),
    ("大坪菌业公司", "firm", 7),
    ("大坪小学", "school", 7),
    ("大坪卫生院", "hospital", 7),
    ("大坪社区", "community", 7),
];
