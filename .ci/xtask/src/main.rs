//! The tasks of the workspace: everything a change must pass, each part runnable alone.
//!
//! `cargo xtask help` lists them. This binary needs no more than cargo, so that the cheap checks answer in a second;
//! what has to be compiled first (the generated pages, the book) is a binary of its own behind a feature.

mod arrows;
mod book;
mod cargo;
mod lengths;
mod links;
mod python;
mod source;
mod tools;
mod workspace;

use std::process::ExitCode;
use std::time::{Duration, Instant};

/// What a task comes to: nothing to say, or one sentence on what is wrong and what to do.
type Outcome<T = ()> = Result<T, String>;

/// Something that can be asked for by name.
struct Task {
    name: &'static str,
    about: &'static str,
    run: fn() -> Outcome,
}

const fn task(name: &'static str, about: &'static str, run: fn() -> Outcome) -> Task {
    Task { name, about, run }
}

/// What `test` runs, cheap checks first.
const CHECKS: [Task; 13] = [
    task("fmt", "the code is formatted", cargo::fmt),
    task("arrows", "no module of the core uses one above it", arrows::check),
    task("lengths", "no file is longer than its budget", lengths::check),
    task("typos", "the words are spelt right", tools::typos),
    task("deny", "licences and sources of every dependency are allowed", tools::deny),
    task("clippy", "no lint speaks up, in any target", cargo::clippy),
    task("features", "the core builds with no feature and with each alone", cargo::features),
    task("doc", "the documentation builds without a warning", cargo::doc),
    task("fresh", "the generated files are what the code generates", cargo::fresh),
    task("rust", "unit tests, vectors, properties and documentation examples", cargo::test),
    task("example", "the scoreboard and the audit of the README do their year", cargo::example),
    task("python", "the Python package installs, and its tests pass", python::test),
    task("book", "the book builds into docs/book, and no link in it is dead", book::build),
];

/// What changes files, so that only a person asks for it.
const MAKERS: [Task; 1] = [task("pages", "write the generated files anew", cargo::pages)];

fn main() -> ExitCode {
    let names: Vec<String> = std::env::args().skip(1).collect();
    match plan(&names) {
        Ok(tasks) if tasks.is_empty() => {
            print!("{}", help());
            ExitCode::SUCCESS
        }
        Ok(tasks) => run(&tasks),
        Err(fault) => {
            eprintln!("{fault}");
            ExitCode::from(2)
        }
    }
}

/// The tasks that `names` stand for, in the order asked; none for `help`.
fn plan(names: &[String]) -> Outcome<Vec<&'static Task>> {
    let mut tasks = Vec::new();
    for name in names {
        match name.as_str() {
            "help" | "--help" | "-h" => return Ok(Vec::new()),
            "test" => tasks.extend(&CHECKS),
            name => match CHECKS.iter().chain(&MAKERS).find(|task| task.name == name) {
                Some(task) => tasks.push(task),
                None => {
                    return Err(format!("there is no task `{name}`; `cargo xtask help` lists them"));
                }
            },
        }
    }
    Ok(tasks)
}

/// Runs the tasks one after the other, to the first that fails.
fn run(tasks: &[&Task]) -> ExitCode {
    let start = Instant::now();
    for (passed, task) in tasks.iter().enumerate() {
        let Task { name, about, run } = task;
        println!("── {name}: {about}");
        let step = Instant::now();
        let outcome = run();
        let time = seconds(step.elapsed());
        if let Err(fault) = outcome {
            eprintln!("{fault}");
            eprintln!("   {name} failed after {time}; run it alone with `cargo xtask {name}`");
            println!("steps: {passed} passed, 1 failed");
            return ExitCode::FAILURE;
        }
        println!("   {name} passed in {time}");
    }
    println!("── {} in all", seconds(start.elapsed()));
    println!("steps: {} passed, 0 failed", tasks.len());
    ExitCode::SUCCESS
}

fn seconds(time: Duration) -> String {
    format!("{:.1} s", time.as_secs_f32())
}

fn help() -> String {
    let line = |task: &Task| format!("  {:<10}{}\n", task.name, task.about);
    let checks: String = CHECKS.iter().map(line).collect();
    let makers: String = MAKERS.iter().map(line).collect();
    format!(
        "cargo xtask TASK …\n\n  test      all of these in this order, to the first that fails:\n\n{checks}\n{makers}  help      this list\n"
    )
}

#[cfg(test)]
mod tests {
    use super::{CHECKS, help, plan};

    fn names(words: &[&str]) -> Result<Vec<&'static str>, String> {
        let words: Vec<String> = words.iter().map(ToString::to_string).collect();
        Ok(plan(&words)?.iter().map(|task| task.name).collect())
    }

    #[test]
    fn tasks_run_in_the_order_asked() {
        assert_eq!(names(&["doc", "fmt"]), Ok(vec!["doc", "fmt"]));
    }

    #[test]
    fn test_stands_for_every_check() {
        assert_eq!(names(&["test"]).map(|names| names.len()), Ok(CHECKS.len()));
    }

    #[test]
    fn an_unknown_name_says_where_to_look() {
        assert_eq!(names(&["tset"]), Err("there is no task `tset`; `cargo xtask help` lists them".into()));
    }

    #[test]
    fn help_names_every_check() {
        let help = help();
        assert!(CHECKS.iter().all(|task| help.contains(task.name)));
    }
}
