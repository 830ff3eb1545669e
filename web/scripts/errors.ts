// After a form came back with problems, the reader starts at their list.

/** Moves the focus to the list of problems, if there is one, and from its lines to their fields. */
export function errorSummary(): void {
  const summary = document.querySelector<HTMLElement>(".govuk-error-summary");
  if (!summary) return;
  summary.focus();
  summary.addEventListener("click", (event) => {
    const link = (event.target as Element).closest<HTMLAnchorElement>('a[href^="#"]');
    const field = link && document.getElementById(link.hash.slice(1));
    if (!field) return;
    event.preventDefault();
    // For a group of choices, the first of them.
    const control = field.matches("input, select, textarea")
      ? field
      : field.querySelector<HTMLElement>("input, select, textarea");
    const group = field.closest(".govuk-form-group") ?? field;
    group.scrollIntoView({ block: "start" });
    (control ?? field).focus({ preventScroll: true });
  });
}
