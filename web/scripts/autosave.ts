// Keeps a form while it is being filled in.
//
//   <form method="post" action="…" data-autosave="/references/…/draft" data-lang="es">
//   <span class="saved" data-saved data-saving="Saving…" data-done="Saved {time}"
//         data-failed="Not saved. Please check your connection."
//         data-away="You are signed out. …" data-gone="This is no longer kept here. …">
import { isKept } from "./guard";

/**
 * What became of an attempt: kept; failed, and worth another try; away, when it was answered by a page to
 * sign in; gone, when it is no longer this person's to fill in.
 */
type Kept = "done" | "failed" | "away" | "gone";

/** How long to wait after the last key, in milliseconds. */
const PAUSE = 800;

/** Starts every form that has a `data-autosave` address. */
export function autosave(): void {
  for (const form of document.querySelectorAll<HTMLFormElement>("form[data-autosave]")) {
    watch(form, form.dataset.autosave ?? "");
  }
}

function watch(form: HTMLFormElement, address: string): void {
  let timer: number | undefined;
  let changes = 0;
  let saved = 0;
  // One request at a time, so that an older state never lands on a newer one.
  let running: Promise<void> | undefined;
  const sending = new AbortController();

  const save = async (last = false): Promise<void> => {
    window.clearTimeout(timer);
    if (running && !last) return running.then(() => save());
    if (saved === changes) return;
    const sent = changes;
    say(form, "saving");
    running = post(form, address, sending.signal).then((kept) => {
      running = undefined;
      if (sending.signal.aborted) return;
      if (kept === "done") {
        saved = sent;
        if (saved === changes && !hasFile(form)) isKept(form);
      } else if (kept !== "gone") {
        timer = window.setTimeout(() => void save(), PAUSE * 10);
      }
      say(form, kept);
    });
    return running;
  };

  form.addEventListener("input", () => {
    changes += 1;
    window.clearTimeout(timer);
    timer = window.setTimeout(() => void save(), PAUSE);
  });
  form.addEventListener("change", () => void save());
  // What is sent is kept by its own answer; a draft must not come after it.
  form.addEventListener("submit", () => {
    window.clearTimeout(timer);
    saved = changes;
    sending.abort();
  });
  document.addEventListener("visibilitychange", () => {
    if (document.visibilityState === "hidden") void save(true);
  });
}

/** A chosen file is only kept when the form is sent. */
function hasFile(form: HTMLFormElement): boolean {
  const inputs = form.querySelectorAll<HTMLInputElement>('input[type="file"]');
  return [...inputs].some((input) => (input.files?.length ?? 0) > 0);
}

async function post(form: HTMLFormElement, address: string, signal: AbortSignal): Promise<Kept> {
  const body = new URLSearchParams();
  for (const [name, value] of new FormData(form)) {
    const isSecret = form.querySelector(`input[type="password"][name="${CSS.escape(name)}"]`);
    if (typeof value === "string" && !isSecret) body.append(name, value);
  }
  try {
    const answer = await fetch(address, {
      method: "POST",
      body,
      headers: { Accept: "application/json" },
      credentials: "same-origin",
      // An answer elsewhere (a sign-in page) is not a save.
      redirect: "manual",
      keepalive: true,
      signal,
    });
    if (answer.type === "opaqueredirect") return "away";
    if ([403, 404, 409, 410].includes(answer.status)) return "gone";
    return answer.ok ? "done" : "failed";
  } catch {
    return "failed";
  }
}

function say(form: HTMLFormElement, state: "saving" | Kept): void {
  const page = document.documentElement;
  // By the clock that the page tells every other time by.
  const time = new Intl.DateTimeFormat(`${page.lang}-US`, {
    hour: "numeric",
    minute: "2-digit",
    timeZone: page.dataset.zone,
    timeZoneName: "short",
  }).format(new Date());
  const places = document.querySelectorAll<HTMLElement>("[data-saved]");
  for (const place of places) {
    const whose = place.closest("form");
    const sentence = place.dataset[state];
    if ((whose && whose !== form) || sentence === undefined) continue;
    place.hidden = false;
    place.dataset.state = state;
    const text = place.querySelector<HTMLElement>("[data-saved-text]") ?? place;
    text.textContent = sentence.replace("{time}", time);
  }
}
