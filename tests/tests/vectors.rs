//! Every vector of `tests/vectors` as a test of its own.

use std::path::Path;
use std::process::ExitCode;

use libtest_mimic::{Arguments, Failed, Trial};
use lvzhi_conformance::search;

fn main() -> ExitCode {
    let arguments = Arguments::from_args();
    let found = search(Path::new(concat!(env!("CARGO_MANIFEST_DIR"), "/vectors")));
    let faults = found
        .faults
        .into_iter()
        .map(|(path, fault)| Trial::test(path.display().to_string(), move || Err(Failed::from(fault))));
    let vectors = found.vectors.into_iter().map(|vector| {
        Trial::test(vector.name.clone(), move || {
            vector.run().map_err(|differences| Failed::from(differences.join("\n")))
        })
    });
    let mut trials: Vec<Trial> = faults.chain(vectors).collect();
    if trials.is_empty() {
        trials.push(Trial::test("vectors", || Err(Failed::from("no vector was found"))));
    }
    libtest_mimic::run(&arguments, trials).exit_code()
}
