//! What the commands for an office share: their options, the documents on the desk, the page that is printed.

use std::error::Error;
use std::fmt::{Display, Write as _};
use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::{fs, io};

use lexopt::{Arg, Parser, ValueExt};
use lvzhi::{Diagnostics, Encoding, Intake, Lang, Ledger, Roster, Rulebook};

pub(crate) type Result<T> = std::result::Result<T, Box<dyn Error>>;

/// Prints what a command answers, or its help page where it is given nothing to do.
pub(crate) fn serve(help: &str, answer: impl FnOnce(Parser) -> Result<Option<String>>) -> ExitCode {
    match answer(Parser::from_env()) {
        // Whoever reads only the first lines (`| head`) closes the pipe: that is no failure.
        Ok(text) => match io::Write::write_all(&mut io::stdout(), text.as_deref().unwrap_or(help).as_bytes()) {
            Err(error) if error.kind() != io::ErrorKind::BrokenPipe => refuse(error),
            _ => ExitCode::SUCCESS,
        },
        Err(error) => refuse(error),
    }
}

fn refuse(error: impl Display) -> ExitCode {
    eprintln!("{error}");
    ExitCode::from(2)
}

/// The options of every command.
#[derive(Default)]
pub(crate) struct Desk {
    rulebook: Option<PathBuf>,
    roster: Option<PathBuf>,
    ledger: Option<PathBuf>,
    encoding: Encoding,
    html: Option<PathBuf>,
    pub(crate) lang: Lang,
}

/// The documents to work on: the user's own, or the bundled ones.
pub(crate) struct Documents {
    pub(crate) rulebook: Rulebook,
    pub(crate) roster: Roster,
    pub(crate) ledger: Ledger,
    pub(crate) intake: Intake,
}

impl Desk {
    /// Reads the command line. `own` takes the options that the command alone has, and says whether it has one of that name. Nothing
    /// comes of it if the help page is asked for.
    pub(crate) fn from_arguments(
        mut arguments: Parser,
        mut own: impl FnMut(&str, &mut Parser) -> Result<bool>,
    ) -> Result<Option<Desk>> {
        let mut desk = Desk::default();
        while let Some(argument) = arguments.next().map_err(usage)? {
            let name = match argument {
                Arg::Long("help") | Arg::Short('h') => return Ok(None),
                Arg::Long(name) => name.to_owned(),
                unknown => return Err(usage(unknown.unexpected())),
            };
            match name.as_str() {
                "rulebook" => desk.rulebook = Some(path(&mut arguments)?),
                "roster" => desk.roster = Some(path(&mut arguments)?),
                "ledger" => desk.ledger = Some(path(&mut arguments)?),
                "encoding" => desk.encoding = parsed(&mut arguments)?,
                "html" => desk.html = Some(path(&mut arguments)?),
                "lang" => desk.lang = parsed(&mut arguments)?,
                name if own(name, &mut arguments)? => {}
                name => return Err(usage(lexopt::Error::UnexpectedOption(format!("--{name}")))),
            }
        }
        Ok(Some(desk))
    }

    /// The user's own documents, or none where no file was named. They belong together, and so does what says of which time they are.
    pub(crate) fn documents(&self, time: (&'static str, bool)) -> Result<Option<Documents>> {
        if let (Some(rulebook), Some(roster), Some(ledger), true) = (&self.rulebook, &self.roster, &self.ledger, time.1)
        {
            return self.read(rulebook, roster, ledger).map(Some);
        }
        let files = [("--rulebook", &self.rulebook), ("--roster", &self.roster), ("--ledger", &self.ledger)];
        let files = files.map(|(name, path)| (name, path.is_some()));
        if files.iter().all(|(_, given)| !given) {
            return Ok(None);
        }
        let missing = files.iter().chain([&time]).filter(|(_, given)| !given).map(|(name, _)| *name);
        let missing: Vec<&str> = missing.collect();
        Err(self
            .say(
                &format!("还缺 {}：要用自己的文件，这几项都要给", missing.join("、")),
                &format!("{} missing: your own files belong together", missing.join(", ")),
            )
            .into())
    }

    /// Documents that come with a command.
    pub(crate) fn bundled(&self, rulebook: Rulebook, roster: &str, ledger: &[u8]) -> Result<Documents> {
        let roster = Roster::from_json(roster).map_err(|faults| self.drawn(&faults, "roster.json"))?;
        let (ledger, intake) =
            Ledger::from_csv(ledger, &rulebook, &roster).map_err(|faults| self.drawn(&faults, "ledger.csv"))?;
        Ok(Documents { rulebook, roster, ledger, intake })
    }

    fn read(&self, rulebook: &Path, roster: &Path, ledger: &Path) -> Result<Documents> {
        let is_json = |path: &Path| path.extension().is_some_and(|end| end.eq_ignore_ascii_case("json"));
        let rulebook_text = self.text(rulebook)?;
        let read =
            if is_json(rulebook) { Rulebook::from_json(&rulebook_text) } else { Rulebook::from_toml(&rulebook_text) };
        // The rulebook and the roster do not depend on each other: the faults of both are shown in one go.
        let (rulebook, roster) = match (read, Roster::from_json(&self.text(roster)?)) {
            (Ok(read), Ok(members)) => (read, members),
            (rules, members) => {
                let drawings = [(rules.err(), rulebook), (members.err(), roster)];
                let drawings = drawings.iter().filter_map(|(faults, path)| Some(self.drawn(faults.as_ref()?, path)));
                return Err(drawings.collect::<Vec<_>>().join("\n\n").into());
            }
        };
        let read = if is_json(ledger) {
            Ledger::from_json(&self.text(ledger)?, &rulebook, &roster)
        } else {
            let bytes = fs::read(ledger).map_err(|error| self.unusable(ledger, &error))?;
            Ledger::from_csv_in(self.encoding, &bytes, &rulebook, &roster)
        };
        let (ledger, intake) = read.map_err(|faults| self.drawn(&faults, ledger))?;
        Ok(Documents { rulebook, roster, ledger, intake })
    }

    pub(crate) fn text(&self, path: &Path) -> Result<String> {
        Ok(fs::read_to_string(path).map_err(|error| self.unusable(path, &error))?)
    }

    /// Where to look in case of faults that no file alone is to blame for.
    pub(crate) fn roster_path(&self) -> &Path {
        self.roster.as_deref().unwrap_or(Path::new("roster.json"))
    }

    /// Writes the page that is asked for with `--html`, and says so.
    pub(crate) fn write(&self, page: &mut Page, html: impl FnOnce(Lang) -> String) -> Result<()> {
        if let Some(path) = &self.html {
            fs::write(path, html(self.lang)).map_err(|error| self.unusable(path, &error))?;
            let path = path.display();
            page.line(self.say(&format!("\n网页已写到 {path}"), &format!("\npage written to {path}")));
        }
        Ok(())
    }

    pub(crate) fn drawn(&self, faults: &Diagnostics, origin: impl AsRef<Path>) -> String {
        faults.render(self.lang, &origin.as_ref().display().to_string())
    }

    fn unusable(&self, path: &Path, error: &io::Error) -> String {
        self.say(&format!("{} 打不开或写不了：{error}", path.display()), &format!("{}: {error}", path.display()))
    }

    pub(crate) fn say(&self, zh: &str, en: &str) -> String {
        choose(self.lang, zh, en).to_owned()
    }
}

pub(crate) fn path(arguments: &mut Parser) -> Result<PathBuf> {
    arguments.value().map(PathBuf::from).map_err(usage)
}

pub(crate) fn parsed<T: std::str::FromStr<Err: Display + Send + Sync + Error + 'static>>(
    arguments: &mut Parser,
) -> Result<T> {
    arguments.value().and_then(|value| value.parse()).map_err(usage)
}

#[expect(clippy::needless_pass_by_value, reason = "it stands in `map_err`")]
fn usage(error: lexopt::Error) -> Box<dyn Error> {
    format!("{error}\n--help 看用法 / see --help").into()
}

/// The page that grows line by line.
pub(crate) struct Page {
    pub(crate) lang: Lang,
    pub(crate) text: String,
}

impl Page {
    pub(crate) fn new(lang: Lang) -> Self {
        Page { lang, text: String::new() }
    }

    pub(crate) fn line(&mut self, line: impl Display) {
        // Writing to a text cannot fail.
        let _ = writeln!(self.text, "{line}");
    }
}

pub(crate) fn choose<'t>(lang: Lang, zh: &'t str, en: &'t str) -> &'t str {
    match lang {
        Lang::Zh => zh,
        Lang::En => en,
    }
}
