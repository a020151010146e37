use super::list;
use super::sentence::{Due, Sentence, Word};
use crate::audit::{Audit, Task, Todo};
use crate::say::sheet::Block;
use crate::{Decimal, Lang};

/// The to-do list: what can be done now, by deadline, and what is in windows that have not begun.
pub(super) struct List {
    pub(super) now: Vec<Todo>,
    pub(super) later: Vec<Todo>,
}

impl List {
    pub(super) fn of(audit: &Audit) -> List {
        let (now, later) = audit.todo().into_iter().partition(|todo| todo.begun(audit.as_of));
        List { now, later }
    }

    /// What is to be done by the same day and by the same rule stands in one entry, with everybody who has to do it.
    pub(super) fn blocks(&self, audit: &Audit, lang: Lang) -> Vec<Block> {
        let mut shared: Vec<Vec<&Todo>> = Vec::new();
        for todo in &self.now {
            match shared.iter_mut().find(|shared| shared.first().is_some_and(|first| together(first, todo))) {
                Some(shared) => shared.push(todo),
                None => shared.push(vec![todo]),
            }
        }
        let mut blocks = if shared.is_empty() {
            vec![Block::Paragraph(Word::NoTodo.said(lang).to_owned())]
        } else {
            let undated = self.now.iter().any(|todo| todo.due.is_none());
            let caption = Sentence::Now { number: self.now.len(), undated }.said(lang);
            let entries = shared.into_iter().filter_map(|shared| entry(shared, audit, lang)).collect();
            vec![Block::Paragraph(caption), Block::List(entries)]
        };
        if !self.later.is_empty() {
            blocks.push(Block::Paragraph(Sentence::Later(self.later.len()).said(lang)));
        }
        blocks
    }
}

fn together(one: &Todo, other: &Todo) -> bool {
    let same_task = match (&one.task, &other.task) {
        (Task::Duty { .. }, Task::Duty { .. }) => true,
        (Task::Step { flow, .. }, Task::Step { flow: same, .. }) => flow == same,
        (Task::Duty { .. }, Task::Step { .. }) | (Task::Step { .. }, Task::Duty { .. }) => false,
    };
    same_task && one.due == other.due && one.rule == other.rule
}

fn entry(mut shared: Vec<&Todo>, audit: &Audit, lang: Lang) -> Option<String> {
    let shorts = || shared.iter().filter_map(|todo| short(todo));
    let (least, most) = (shorts().min(), shorts().max());
    let alike = least == most;
    // Only the first are named: those who owe most.
    shared.sort_by_key(|todo| std::cmp::Reverse(short(todo)));
    let first = shared.first()?;
    let names: Vec<String> = shared.iter().map(|todo| name(todo, alike, lang)).collect();
    let said = Sentence::Owed {
        due: match first.due {
            None => Due::Soon,
            Some(day) if day == audit.as_of => Due::Today,
            Some(day) => Due::By(day),
        },
        label: &first.label,
        task: &first.task,
        owed: least.zip(most),
        flow: audit.flows.len() > 1,
        who: &list::first(&names, first.kind, lang),
    };
    Some(said.said(lang))
}

fn short(todo: &Todo) -> Option<Decimal> {
    match todo.task {
        Task::Duty { short, .. } => Some(short),
        Task::Step { .. } => None,
    }
}

/// Who has to do it, how much if it is not the same for all, and what of it waits for approval.
fn name(todo: &Todo, alike: bool, lang: Lang) -> String {
    match todo.task {
        Task::Duty { short, unit, waiting, .. } => {
            let name = Sentence::Named { name: &todo.name, id: &todo.subject }.said(lang);
            Sentence::Owes { name: &name, short: (!alike).then_some((short, unit)), waiting }.said(lang)
        }
        Task::Step { ref studio, .. } => Sentence::Matter { id: &todo.subject, studio: studio.as_ref() }.said(lang),
    }
}
