//! The Python package: built and installed as a user would, into an environment of its own, and tested there.

use crate::Outcome;
use crate::tools::{Environment, run};

/// The folder of the package.
const PACKAGE: &str = "bindings-python";

pub(crate) fn test() -> Outcome {
    let environment = Environment::at("python");
    environment.create()?;
    run(environment.pip().arg("maturin>=1.16,<2"), "pip install maturin")?;
    // The real way in, but for the optimizer: a test does not wait for it.
    let mut install = environment.pip();
    install.args(["--no-build-isolation", &format!("./{PACKAGE}[test]")]).env("MATURIN_PEP517_ARGS", "--profile dev");
    install.env("PATH", environment.path()?);
    run(&mut install, &format!("pip install ./{PACKAGE}"))?;
    let mut pytest = environment.program("python");
    run(pytest.args(["-m", "pytest", "--quiet", PACKAGE]), &format!("pytest {PACKAGE}"))
}
