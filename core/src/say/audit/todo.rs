use super::list;
use super::sentence::{Sentence, Word};
use crate::audit::{Audit, Task, Todo};
use crate::say::sheet::Block;
use crate::{Decimal, Lang};

/// The to-do list: what can be done already, by deadline, and how much there is in windows that have not begun. What is to be done by the
/// same day and by the same rule stands in one entry, with everybody who has to do it.
pub(super) fn blocks(audit: &Audit, lang: Lang) -> Vec<Block> {
    let (begun, later): (Vec<Todo>, Vec<Todo>) = audit.todo().into_iter().partition(|todo| todo.begun(audit.as_of));
    let mut shared: Vec<Vec<&Todo>> = Vec::new();
    for todo in &begun {
        match shared.iter_mut().find(|shared| shared.first().is_some_and(|first| together(first, todo))) {
            Some(shared) => shared.push(todo),
            None => shared.push(vec![todo]),
        }
    }
    let mut blocks = if shared.is_empty() {
        vec![Block::Paragraph(Word::NoTodo.said(lang).to_owned())]
    } else {
        let caption = Block::Paragraph(Sentence::Begun(begun.len()).said(lang));
        vec![caption, Block::List(shared.iter().filter_map(|shared| entry(shared, lang)).collect())]
    };
    if !later.is_empty() {
        blocks.push(Block::Paragraph(Sentence::Later(later.len()).said(lang)));
    }
    blocks
}

fn together(one: &Todo, other: &Todo) -> bool {
    let same_task = match (&one.task, &other.task) {
        (Task::Duty { .. }, Task::Duty { .. }) => true,
        (Task::Step { flow, .. }, Task::Step { flow: same, .. }) => flow == same,
        (Task::Duty { .. }, Task::Step { .. }) | (Task::Step { .. }, Task::Duty { .. }) => false,
    };
    same_task && one.due == other.due && one.rule == other.rule
}

fn entry(shared: &[&Todo], lang: Lang) -> Option<String> {
    let first = shared.first()?;
    let shorts = || shared.iter().filter_map(|todo| short(todo));
    let (least, most) = (shorts().min(), shorts().max());
    let alike = least == most;
    let names: Vec<String> = shared.iter().map(|todo| name(todo, alike, lang)).collect();
    let who = list::first(&names, first.kind, lang);
    let owed = least.zip(most);
    Some(Sentence::Owed { due: first.due, label: &first.label, task: &first.task, owed, who: &who }.said(lang))
}

fn short(todo: &Todo) -> Option<Decimal> {
    match todo.task {
        Task::Duty { short, .. } => Some(short),
        Task::Step { .. } => None,
    }
}

/// Who has to do it, and how much if it is not the same for all.
fn name(todo: &Todo, alike: bool, lang: Lang) -> String {
    match &todo.task {
        Task::Duty { short, unit, .. } => {
            let name = Sentence::Named { name: &todo.name, id: &todo.subject }.said(lang);
            if alike { name } else { Sentence::Owes { name: &name, short: *short, unit: *unit }.said(lang) }
        }
        Task::Step { studio, .. } => Sentence::Matter { id: &todo.subject, studio: studio.as_deref() }.said(lang),
    }
}
