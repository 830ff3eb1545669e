// Says which file was chosen and how large it is, before it is sent.
//
//   <input type="file" id="certificate" data-most="10485760">
//   <output for="certificate" data-too-large="This file is {size}. At most {most} is possible."></output>

/** Watches every file control that has an `<output for="…">`. */
export function fileNames(): void {
  for (const input of document.querySelectorAll<HTMLInputElement>('input[type="file"]')) {
    const output = document.querySelector<HTMLOutputElement>(`output[for="${CSS.escape(input.id)}"]`);
    if (output) input.addEventListener("change", () => tell(input, output));
  }
}

function tell(input: HTMLInputElement, output: HTMLOutputElement): void {
  const files = [...(input.files ?? [])];
  const most = Number(input.dataset.most ?? Number.POSITIVE_INFINITY);
  const large = files.find((file) => file.size > most);
  output.classList.toggle("danger", large !== undefined);
  output.textContent = large
    ? (output.dataset.tooLarge ?? "{size}").replace("{size}", size(large.size)).replace("{most}", size(most))
    : files.map((file) => `${file.name} (${size(file.size)})`).join(", ");
}

function size(bytes: number): string {
  const [value, unit] = bytes < 1e6 ? [bytes / 1e3, "kilobyte"] : [bytes / 1e6, "megabyte"];
  return new Intl.NumberFormat(document.documentElement.lang, {
    style: "unit",
    unit,
    maximumFractionDigits: value < 10 ? 1 : 0,
  }).format(value);
}
