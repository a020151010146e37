use std::collections::BTreeMap;
use std::sync::Arc;

use super::{Check, Dated, Timeline};
use crate::arena::Idx;
use crate::{Date, EntityKind, Id, Window};

/// The attributes of an entity: for each name the values it has had; single-valued on any day.
pub(crate) type Attrs = BTreeMap<Arc<str>, Timeline<Arc<str>>>;

/// 委员
#[derive(Debug, Clone)]
pub(crate) struct Member {
    pub(crate) id: Id,
    pub(crate) name: Arc<str>,
    pub(crate) sector: Timeline<Idx<Body>>,
    pub(crate) committees: Timeline<Idx<Body>>,
    pub(crate) groups: Timeline<Idx<Body>>,
    pub(crate) party: Timeline<Arc<str>>,
    pub(crate) posts: Timeline<Arc<str>>,
    pub(crate) tags: Timeline<Arc<str>>,
    pub(crate) joined: Option<Date>,
    pub(crate) left: Option<Date>,
    /// Whether the member is assessed at all.
    pub(crate) scored: bool,
    pub(crate) attrs: Attrs,
    pub(crate) checks: Timeline<Check>,
}

impl Member {
    /// A member of whom the id alone is known.
    pub(crate) fn new(id: Id) -> Self {
        Member {
            name: id.as_str().into(),
            id,
            sector: Timeline::default(),
            committees: Timeline::default(),
            groups: Timeline::default(),
            party: Timeline::default(),
            posts: Timeline::default(),
            tags: Timeline::default(),
            joined: None,
            left: None,
            scored: true,
            attrs: Attrs::default(),
            checks: Timeline::default(),
        }
    }

    /// The bodies of one kind that the member has belonged to; none of a kind that has no members.
    pub(crate) fn bodies(&self, kind: EntityKind) -> Option<&Timeline<Idx<Body>>> {
        match kind {
            EntityKind::Sector => Some(&self.sector),
            EntityKind::Committee => Some(&self.committees),
            EntityKind::Group => Some(&self.groups),
            EntityKind::Member | EntityKind::Unit | EntityKind::Studio => None,
        }
    }

    /// The days on which the member has a seat.
    pub(crate) fn seat(&self) -> Dated<()> {
        Dated { value: (), from: self.joined, to: self.left }
    }

    /// Whether the member has a seat on a day.
    pub(crate) fn sits_on(&self, day: Date) -> bool {
        self.seat().holds_on(day)
    }

    /// Whether the member has a seat on every day of a window.
    pub(crate) fn sits_throughout(&self, window: Window) -> bool {
        self.sits_on(window.from) && self.sits_on(window.to)
    }
}

/// 界别, 专门委员会, 活动组: a body that members belong to.
#[derive(Debug, Clone)]
pub(crate) struct Body {
    pub(crate) id: Id,
    pub(crate) name: Arc<str>,
    pub(crate) attrs: Attrs,
    pub(crate) checks: Timeline<Check>,
}

impl Body {
    /// A body of which the id alone is known.
    pub(crate) fn new(id: Id) -> Self {
        Body { name: id.as_str().into(), id, attrs: Attrs::default(), checks: Timeline::default() }
    }
}

/// 联系单位
#[derive(Debug, Clone)]
pub(crate) struct Unit {
    pub(crate) id: Id,
    pub(crate) name: Arc<str>,
    /// Its type may change in time, as a studio's may.
    pub(crate) kind: Timeline<Arc<str>>,
    pub(crate) attrs: Attrs,
    pub(crate) checks: Timeline<Check>,
}

impl Unit {
    /// A unit of which the id alone is known.
    pub(crate) fn new(id: Id) -> Self {
        Unit {
            name: id.as_str().into(),
            id,
            kind: Timeline::default(),
            attrs: Attrs::default(),
            checks: Timeline::default(),
        }
    }
}

/// 委员工作室
#[derive(Debug, Clone)]
pub(crate) struct Studio {
    pub(crate) id: Id,
    pub(crate) name: Arc<str>,
    /// 界别型, 区域型 …: a word of the rulebook.
    pub(crate) kind: Timeline<Arc<str>>,
    pub(crate) mode: Timeline<Mode>,
    pub(crate) sector: Timeline<Idx<Body>>,
    pub(crate) region: Timeline<Arc<str>>,
    pub(crate) history: Vec<Stage>,
    pub(crate) attrs: Attrs,
    pub(crate) checks: Timeline<Check>,
}

impl Studio {
    /// A studio of which the id alone is known.
    pub(crate) fn new(id: Id) -> Self {
        Studio {
            name: id.as_str().into(),
            id,
            kind: Timeline::default(),
            mode: Timeline::default(),
            sector: Timeline::default(),
            region: Timeline::default(),
            history: Vec::new(),
            attrs: Attrs::default(),
            checks: Timeline::default(),
        }
    }

    /// The state on a day: that of the last entry, as listed, that is dated on or before it.
    pub(crate) fn state_on(&self, day: Date) -> Option<&Arc<str>> {
        self.history.iter().rev().find(|stage| stage.date <= day).map(|stage| &stage.state)
    }

    /// Since which day the studio has been, without a break, in the state that it has on a day.
    pub(crate) fn state_since(&self, day: Date) -> Option<Date> {
        let mut entered = self.history.iter().rev().skip_while(|stage| day < stage.date);
        let last = entered.next()?;
        let mut since = last.date;
        for stage in entered {
            // An entry that is dated no earlier than a later one was never in force.
            if stage.date < since {
                if stage.state != last.state {
                    break;
                }
                since = stage.date;
            }
        }
        Some(since)
    }
}

/// How a studio meets: in a room, online, or both.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Mode {
    Offline,
    Online,
    Both,
}

impl Mode {
    /// The words of rosters and rulebooks.
    pub(crate) const WORDS: [(&'static str, Mode); 3] =
        [("offline", Mode::Offline), ("online", Mode::Online), ("both", Mode::Both)];
}

/// One entry of a studio's history: the state it entered, and when.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Stage {
    pub(crate) state: Arc<str>,
    pub(crate) date: Date,
}
