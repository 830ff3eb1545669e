// How many questions are answered, while they are being answered.
//
//   <form data-counted> with <details class="part"> in it, each with fieldset.q
//   <span data-count="{n} of {of}">        in each part
//   <span data-count-all="{n} of {of}">    anywhere; beside it the line of a .progress
//   <div data-warns-from="4" data-warns-at="unknown" hidden><p data-warning="{n} times…"></div>
//                                          shown while so many questions have that answer

/** Counts in every form that has `data-counted`. */
export function counting(): void {
  for (const form of document.querySelectorAll<HTMLFormElement>("form[data-counted]")) {
    form.addEventListener("change", () => count(form));
  }
}

function count(form: HTMLFormElement): void {
  let all = 0;
  let of = 0;
  for (const part of form.querySelectorAll("details.part")) {
    const items = [...part.querySelectorAll("fieldset.q")];
    const done = items.filter((it) => it.querySelector("input:checked")).length;
    say(part.querySelector<HTMLElement>("[data-count]"), "count", done, items.length);
    all += done;
    of += items.length;
  }
  say(document.querySelector<HTMLElement>("[data-count-all]"), "countAll", all, of);
  const line = document.querySelector(".progress .bar-acc");
  line?.setAttribute("x2", String(all));
  const label = document.querySelector<HTMLElement>("[data-count-all]")?.textContent ?? "";
  line?.closest("svg")?.setAttribute("aria-label", label);
  warn(form);
}

/** Shows the warning while an answer is given too often, and takes it back when it is not. */
function warn(form: HTMLFormElement): void {
  const note = document.querySelector<HTMLElement>("[data-warns-from]");
  const text = note?.querySelector<HTMLElement>("[data-warning]");
  if (!note || !text) return;
  const chosen = form.querySelectorAll<HTMLInputElement>("fieldset.q input:checked");
  const n = [...chosen].filter((it) => it.value === note.dataset.warnsAt).length;
  note.hidden = n < Number(note.dataset.warnsFrom);
  const sentence = (text.dataset.warning ?? "").replace("{n}", String(n));
  if (text.textContent !== sentence) text.textContent = sentence;
}

function say(place: HTMLElement | null, key: "count" | "countAll", n: number, of: number): void {
  const sentence = place?.dataset[key];
  if (!place || sentence === undefined) return;
  place.textContent = sentence.replace("{n}", String(n)).replace("{of}", String(of));
}
