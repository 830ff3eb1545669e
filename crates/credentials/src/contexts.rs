//! The closed set of JSON-LD contexts: embedded, never fetched.
//!
//! The files are written to `web/dist/contexts` from the npm packages that publish them
//! (`web/contexts.mjs`); `extensions.json` is the one that defines the type
//! `1EdTechJsonSchemaValidator2019`.

/// What every verifiable credential begins with.
pub(crate) const CREDENTIALS: &str = "https://www.w3.org/ns/credentials/v2";
/// The words of Open Badges 3.0.
pub(crate) const BADGES: &str = "https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json";
/// The type of the schema that a badge names.
pub(crate) const EXTENSIONS: &str = "https://purl.imsglobal.org/spec/ob/v3p0/extensions.json";

/// The text of a context, or `None` for one outside the set.
pub(crate) fn text(url: &str) -> Option<&'static str> {
    match url {
        CREDENTIALS => Some(include_str!(concat!(
            env!("CARGO_MANIFEST_DIR"),
            "/../../web/dist/contexts/credentials-v2.json"
        ))),
        BADGES => Some(include_str!(concat!(
            env!("CARGO_MANIFEST_DIR"),
            "/../../web/dist/contexts/open-badges-3.0.3.json"
        ))),
        EXTENSIONS => Some(include_str!(concat!(
            env!("CARGO_MANIFEST_DIR"),
            "/../../web/dist/contexts/open-badges-extensions.json"
        ))),
        _ => None,
    }
}
