use super::line::{Cut, Entry, Line, Order};
use super::tree::Node;
use crate::arena::{Arena, Idx};
use crate::{Amount, Decimal, Points};

/// What a clamp did to a node: its value after it, what the cap took and what the floor added.
#[derive(Debug, Clone, Copy, Default)]
pub(crate) struct Clipped {
    pub(crate) value: Points,
    pub(crate) taken: Amount,
    pub(crate) raised: Amount,
}

/// Where a clamp stands.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Clamp {
    pub(crate) node: Node,
    pub(crate) floor: Option<Decimal>,
    pub(crate) cap: Option<Decimal>,
    /// The cut that a cap makes.
    pub(crate) cut: Cut,
    /// The window of the item that it clamps; 0 for a whole node.
    pub(crate) window: usize,
}

impl Clamp {
    /// Clamps the sum of some lines: a cap takes from the latest line on, a floor adds a line of its own. Gives the value, what was
    /// taken, and what was added.
    pub(crate) fn act_window(self, lines: &mut Arena<Line>, below: &mut Vec<Idx<Line>>) -> (Amount, Amount, Amount) {
        let sum: Amount = below.iter().map(|&line| lines[line].left).sum();
        let (mut taken, mut raised) = (Amount::ZERO, Amount::ZERO);
        let cap = self.cap.map(Amount::from).filter(|&cap| sum > cap);
        let floor = self.floor.map(Amount::from).filter(|&floor| sum < floor);
        if let Some(cap) = cap {
            taken = sum - cap;
            take(lines, below, taken, self.cut);
        } else if let Some(floor) = floor {
            raised = floor - sum;
            self.raise(lines, below, raised, None);
        }
        (cap.or(floor).unwrap_or(sum), taken, raised)
    }

    /// Clamps a node, whose value [`Points`] must be able to hold.
    pub(crate) fn act(self, lines: &mut Arena<Line>, below: &mut Vec<Idx<Line>>) -> Clipped {
        let (value, mut taken, mut raised) = self.act_window(lines, below);
        let held = Amount::from(value.clamped());
        if value > held {
            taken += value - held;
            take(lines, below, value - held, Cut::CapPoints);
        } else if value < held {
            raised += held - value;
            self.raise(lines, below, held - value, Some(Cut::CapPoints));
        }
        Clipped { value: held.clamped(), taken, raised }
    }

    fn raise(self, lines: &mut Arena<Line>, below: &mut Vec<Idx<Line>>, amount: Amount, cut: Option<Cut>) {
        let order = Order::Unrecorded { node: self.node, window: self.window, earned: false };
        let floor = self.floor.filter(|_| cut.is_none());
        let windowed = matches!(self.cut, Cut::WindowCap(_));
        let mut line = Line::new(self.node, Entry::Floor { floor, windowed }, order, self.window, amount);
        if let Some(cut) = cut {
            line.note(cut, -amount);
        }
        below.push(lines.push(line));
    }
}

/// Takes `amount` off the lines, from the latest to the earliest, off each at most its own positive rest.
fn take(lines: &mut Arena<Line>, below: &[Idx<Line>], mut amount: Amount, cut: Cut) {
    let mut latest_first = below.to_vec();
    latest_first.sort_by(|&a, &b| lines[b].order.cmp(&lines[a].order));
    for line in latest_first {
        let line = &mut lines[line];
        let part = line.left.min(amount);
        if part > Amount::ZERO {
            line.take(cut, part);
            amount -= part;
        }
    }
}
