//! Builds again when words, programs or the built styles change, and says what to do when the
//! styles were never built.

use std::path::Path;

fn main() {
    for folder in ["src", "../../programs", "../../web/dist"] {
        println!("cargo:rerun-if-changed={folder}");
    }
    if !Path::new("../../web/dist/manifest.json").exists() {
        println!("cargo:warning=The styles are not built yet: run `make web` first.");
    }
}
