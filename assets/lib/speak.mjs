// @ts-check
/** The reader's language: a page starts in the one it was made in and carries the words of the others. Texts of the story stay what they are. */

/** @typedef {import("./timeline.mjs").Timeline} Timeline */

/** @param {Timeline} timeline */
export function bindSpeech(timeline) {
  const { data, root } = timeline;
  const select = root.querySelector("[data-language]");
  if (!(select instanceof HTMLSelectElement)) return;
  const home = data.language;
  const columns = new Map([...Object.entries(data.tongues), [home, data.words]]);
  /** @param {string} language */
  const speak = (language) => {
    const words = columns.get(language);
    if (!words || language === data.language) return;
    [data.language, data.words, select.value] = [language, words, language];
    root.lang = language;
    root.dir = directionOf(language);
    if (root.closest(".tl-page")) document.documentElement.lang = language;
    rewrite(root, words);
    timeline.emit("language");
    timeline.retell();
    root.dispatchEvent(new CustomEvent("timeline:language", { bubbles: true, detail: language })); // for what a host has around the timeline
  };
  select.addEventListener("change", () => speak(select.value), { signal: timeline.ending.signal });
  timeline.keep("language", () => (data.language === home ? "" : data.language), (value) => speak(value || home));
  if (select.value !== home) speak(select.value); // chosen before this script was there
}

/** Every static word below `root`: `data-word` for a text, `data-word-name` for names, titles and hints, `data-word-role` for the role of the chart.
 * @param {ParentNode} root @param {Record<string, string>} words */
export function rewrite(root, words) {
  for (const node of root.querySelectorAll("[data-word]")) {
    const [code, said] = [node.getAttribute("data-word") ?? "", words[node.getAttribute("data-word") ?? ""] ?? ""];
    node.textContent = code.startsWith("story.") ? said : (said.split("{")[0] ?? ""); // what is said of the story has no gaps, and may quote a brace
  }
  for (const node of root.querySelectorAll("[data-word-name]"))
    for (const name of ["aria-label", "title", "placeholder"])
      if (node.hasAttribute(name)) node.setAttribute(name, words[node.getAttribute("data-word-name") ?? ""] ?? "");
  for (const node of root.querySelectorAll("[data-word-role]")) node.setAttribute("aria-roledescription", words[node.getAttribute("data-word-role") ?? ""] ?? "");
}

/** @param {string} language */
function directionOf(language) {
  const locale = /** @type {any} */ (new Intl.Locale(language));
  return (locale.getTextInfo?.() ?? locale.textInfo)?.direction ?? "ltr";
}
