//! The list of what is wrong with a form names each field as its label does.
//!
//! A label is written once, beside its field. The list stands above it on the page, so it is filled
//! in when the whole page is there; without a script, and in the page's own words.

/// How a line of the list begins, in `layout/field.html`.
const LINE: &str = "<li><a href=\"#";
const LIST: &str = "govuk-error-summary__list\">";

/// Puts the name of its field before each sentence of the lists of problems on a page.
pub(super) fn name_fields(page: &str) -> String {
    let mut named = String::with_capacity(page.len() + 200);
    let mut rest = page;
    while let Some(start) = rest.find(LIST) {
        let end = rest[start..].find("</ul>").map_or(rest.len(), |end| start + end);
        let (before, list) = (&rest[..start], &rest[start..end]);
        named.push_str(before);
        name_lines(page, list, &mut named);
        rest = &rest[end..];
    }
    named.push_str(rest);
    named
}

fn name_lines(page: &str, list: &str, named: &mut String) {
    let mut lines = list.split_inclusive(LINE);
    named.push_str(lines.next().unwrap_or_default());
    for line in lines {
        let id = line.split('"').next().unwrap_or_default();
        let opened = line.find('>').map_or(line.len(), |at| at + 1);
        named.push_str(&line[..opened]);
        if let Some(label) = label_of(page, id) {
            named.push_str(label);
            named.push_str(if label.ends_with('?') { " " } else { ": " });
        }
        named.push_str(&line[opened..]);
    }
}

/// What a field, or a group of choices, is called; already written as HTML, without "(optional)".
fn label_of<'page>(page: &'page str, id: &str) -> Option<&'page str> {
    let label = page.find(&format!(" for=\"{id}\">"));
    let legend = || {
        let group = page.find(&format!(" id=\"{id}\""))?;
        let tag = page[..group].rfind('<')?;
        if !page[tag..].starts_with("<fieldset") {
            return None;
        }
        page[group..].find("<legend").map(|at| group + at)
    };
    let text = &page[label.or_else(legend)?..];
    let text = text.split_once('>')?.1.split('<').next()?.trim();
    let text = text.trim_end_matches(['.', ':']);
    (!text.is_empty()).then_some(text)
}

#[cfg(test)]
mod tests {
    use super::*;

    const PAGE: &str = "<ul class=\"govuk-list govuk-error-summary__list\">\n\
        <li><a href=\"#name\">Please fill this in.</a></li>\n\
        <li><a href=\"#why\">Please choose one.</a></li>\n\
        <li><a href=\"#gone\">Something else.</a></li>\n</ul>\
        <label class=\"govuk-label\" for=\"name\">Your name <span>(optional)</span></label>\
        <fieldset class=\"q\" id=\"why\"><legend class=\"l\">Why &amp; when?</legend></fieldset>\
        <div id=\"gone\"></div><legend>Another</legend>";

    #[test]
    fn each_line_names_its_field() {
        let page = name_fields(PAGE);

        assert!(page.contains("<a href=\"#name\">Your name: Please fill this in.</a>"), "{page}");
        assert!(page.contains("<a href=\"#why\">Why &amp; when? Please choose one.</a>"), "{page}");
        assert!(page.contains("<a href=\"#gone\">Something else.</a>"), "{page}");
        assert!(page.ends_with("<legend>Another</legend>"), "{page}");
    }

    #[test]
    fn a_page_without_a_list_stays_as_it_is() {
        assert_eq!(name_fields("<h1>Hello</h1>"), "<h1>Hello</h1>");
    }
}
