// Single keys for people who work here all day: desk, files, reviews.
//
//   [data-rows]            a list; its .row elements are walked with j and k
//   a[data-open]           in a row: what Enter opens
//   .act a, .act button    in a row: what "a" does; its checkbox is what "x" chooses
//   [data-key="n"]         any link, button, choice or field: that key clicks or focuses it
//   [data-search]          what "/" goes to
//   dialog#keys            the list of keys, opened by "?"; a [data-keys-off] checkbox in it turns
//                          single keys off (WCAG 2.1.4) and is remembered on this device

const STORE = "endorse-keys-off";

/** Listens for single keys on pages that have something to do with them. */
export function keyboard(): void {
  const dialog = document.querySelector<HTMLDialogElement>("dialog#keys");
  if (!dialog && !document.querySelector("[data-rows], [data-key], [data-search]")) return;
  const off = dialog?.querySelector<HTMLInputElement>("[data-keys-off]");
  if (off) {
    off.checked = isOff();
    off.addEventListener("change", () => localStorage.setItem(STORE, off.checked ? "1" : ""));
  }
  for (const button of document.querySelectorAll<HTMLElement>("[data-keys-help]")) {
    button.hidden = false;
    button.addEventListener("click", () => dialog?.showModal());
  }
  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || typing(event.target)) return;
    if (dialog?.open || isOff()) return;
    if (act(event.key, dialog)) event.preventDefault();
  });
}

function isOff(): boolean {
  return localStorage.getItem(STORE) === "1";
}

function typing(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement &&
    (target.isContentEditable ||
      target.matches('textarea, select, input:not([type="checkbox"], [type="radio"])'))
  );
}

function act(key: string, dialog: HTMLDialogElement | null): boolean {
  if (key === "?" && dialog) {
    dialog.showModal();
    return true;
  }
  if (key === "/") return focus(document.querySelector<HTMLElement>("[data-search]"));
  const direct = document.querySelector<HTMLElement>(`[data-key="${CSS.escape(key)}"]`);
  if (direct) {
    if (direct.matches("textarea, select, input:not([type=checkbox], [type=radio])")) return focus(direct);
    direct.focus();
    direct.click();
    return true;
  }
  return rowKey(key);
}

function focus(element: HTMLElement | null): boolean {
  element?.focus();
  return element !== null;
}

function rowKey(key: string): boolean {
  const rows = [...document.querySelectorAll<HTMLElement>("[data-rows] .row")];
  const here = rows.findIndex((row) => row.classList.contains("row--here"));
  const row = rows[here];
  switch (key) {
    case "j":
      return go(rows, Math.min(here + 1, rows.length - 1));
    case "k":
      return go(rows, Math.max(here - 1, 0));
    case "Enter":
      // A link or a button that has the focus is answered by the browser itself.
      return document.activeElement === document.body || document.activeElement === row
        ? click(row?.querySelector<HTMLElement>("a[data-open], a"))
        : false;
    case "a":
      return click(row?.querySelector<HTMLElement>(".act a, .act button"));
    case "x":
      return click(row?.querySelector<HTMLElement>('input[type="checkbox"]'));
    default:
      return false;
  }
}

function go(rows: HTMLElement[], to: number): boolean {
  const row = rows[to];
  if (!row) return false;
  for (const other of rows) other.classList.toggle("row--here", other === row);
  row.tabIndex = -1;
  row.focus({ preventScroll: true });
  row.scrollIntoView({ block: "nearest" });
  return true;
}

function click(element: HTMLElement | null | undefined): boolean {
  element?.click();
  return element != null;
}
