//! Makes the book out of `docs/`. A warning of mdBook's is a fault: it stands for text that a reader would not see.

use std::error::Error;
use std::fmt::{self, Write};
use std::process::ExitCode;
use std::sync::atomic::{AtomicUsize, Ordering};

use mdbook_driver::MDBook;
use tracing::field::{Field, Visit};
use tracing::span::{Attributes, Id, Record};
use tracing::{Event, Level, Metadata, Subscriber};

static WARNINGS: AtomicUsize = AtomicUsize::new(0);

fn main() -> ExitCode {
    match build() {
        Ok(()) => ExitCode::SUCCESS,
        Err(fault) => {
            let causes = std::iter::successors(fault.source(), |&cause| cause.source());
            eprintln!("{fault}");
            causes.for_each(|cause| eprintln!("because: {cause}"));
            ExitCode::FAILURE
        }
    }
}

fn build() -> Result<(), Box<dyn Error>> {
    tracing::subscriber::set_global_default(Warnings)?;
    MDBook::load(concat!(env!("CARGO_MANIFEST_DIR"), "/../../docs"))?.build()?;
    match WARNINGS.load(Ordering::Relaxed) {
        0 => Ok(()),
        count => Err(format!("the book has {count} warnings; each is printed above").into()),
    }
}

/// Prints the warnings among what mdBook logs, and counts them.
struct Warnings;

impl Subscriber for Warnings {
    fn enabled(&self, metadata: &Metadata<'_>) -> bool {
        *metadata.level() <= Level::WARN
    }

    fn event(&self, event: &Event<'_>) {
        let mut message = Message(String::new());
        event.record(&mut message);
        eprintln!("{}", message.0);
        WARNINGS.fetch_add(1, Ordering::Relaxed);
    }

    fn new_span(&self, _: &Attributes<'_>) -> Id {
        Id::from_u64(1)
    }

    fn record(&self, _: &Id, _: &Record<'_>) {}

    fn record_follows_from(&self, _: &Id, _: &Id) {}

    fn enter(&self, _: &Id) {}

    fn exit(&self, _: &Id) {}
}

/// The text of one event.
struct Message(String);

impl Visit for Message {
    fn record_debug(&mut self, field: &Field, value: &dyn fmt::Debug) {
        let name = if field.name() == "message" { "" } else { field.name() };
        // Writing to a `String` cannot fail.
        let _ = write!(self.0, "{name}{value:?} ");
    }
}
