//! Looks whether the JSON-LD contexts are there to be embedded, and says how to get them if not.

use std::path::Path;

const CONTEXTS: [&str; 3] =
    ["credentials-v2.json", "open-badges-3.0.3.json", "open-badges-extensions.json"];

fn main() {
    let folder = Path::new("../../web/dist/contexts");
    for file in CONTEXTS {
        let path = folder.join(file);
        println!("cargo::rerun-if-changed={}", path.display());
        if !path.is_file() {
            println!(
                "cargo::error=web/dist/contexts/{file} is missing: run `make web`, which copies \
                 the JSON-LD contexts of badges there from their npm packages."
            );
        }
    }
}
