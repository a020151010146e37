//! `cargo run -p lvzhi-conformance -- DIR...`: runs every vector below the folders, prints a line for each, and fails if one fails or none is found.

use std::path::PathBuf;
use std::process::ExitCode;

use lvzhi_conformance::search;

fn main() -> ExitCode {
    let folders: Vec<PathBuf> = std::env::args_os().skip(1).map(PathBuf::from).collect();
    if folders.is_empty() {
        eprintln!("usage: lvzhi-conformance DIR...");
        return ExitCode::from(2);
    }
    let (mut passed, mut failed) = (0_u32, 0_u32);
    for folder in &folders {
        let found = search(folder);
        for (path, fault) in found.faults {
            failed += 1;
            println!("FAIL {}: {fault}", path.display());
        }
        for vector in found.vectors {
            match vector.run() {
                Ok(()) => {
                    passed += 1;
                    println!("ok {}", vector.name);
                }
                Err(differences) => {
                    failed += 1;
                    println!("FAIL {}: {}", vector.name, differences.join("; "));
                }
            }
        }
    }
    if passed + failed == 0 {
        println!("no vector was found");
    }
    println!("{passed} passed, {failed} failed");
    if failed == 0 && passed > 0 { ExitCode::SUCCESS } else { ExitCode::FAILURE }
}
