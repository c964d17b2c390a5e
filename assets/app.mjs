// @ts-check
// The bar above a story in the Dash app: choose another story, bring one's own, save the page. docs/contract.md
//
// A request goes to the server through Dash's own channel: `set_props` on #request, the answer comes as `data-answer` of #answer.
// What a visitor brought stays in this page alone, and travels again with an export of it.

import { rewrite } from "./lib/speak.mjs";

const LARGEST = 8_000_000;
const PATIENCE = 30_000;

/** @typedef {{ do: "open" | "export", id?: number, story?: string, base64?: string, name?: string, date?: string, zone?: string, language?: string, format?: string, columns?: string, page?: string, to?: string }} Wish */
/** @typedef {{ id: number, fragment?: string, title?: string, note?: string, report?: string, error?: string, field?: string, base64?: string, mime?: string, file?: string }} Answer */

/**
 * The element that `selector` names; the page always has it.
 * @template {HTMLElement} [E=HTMLElement]
 * @param {string} selector
 * @returns {E}
 */
function element(selector) {
  return /** @type {E} */ (document.querySelector(selector));
}

/** @type {Record<string, Record<string, string>>} */
const columns = JSON.parse(element("[data-app-words]").textContent ?? "{}");
let text = columns[document.documentElement.lang] ?? {};

/** A word of the interface, filled. @param {string} code @param {Record<string, string>} [values] */
function say(code, values = {}) {
  return (text[code] ?? code).replace(/\{(\w+)\}/g, (_, name) => values[name] ?? "");
}

const stage = element("[data-stage-of-app]");
const notice = element("[data-notice]");
/** @type {HTMLDialogElement} */
const dialog = element("[data-dialog]");
/** @type {HTMLFormElement} */
const own = element("[data-own]");
const ownMessage = element("[data-own-message]");
/** What became of the visitor's source, to be read before its timeline is shown. @type {HTMLFormElement} */
const report = element("[data-report]");
/** @type {HTMLDialogElement} */
const saving = element("[data-save]");
/** @type {HTMLSelectElement} */
const choice = element("[data-stories] select");

/** What the page shows now, for an export of it. @type {Wish} */
let shown = { do: "open", story: stage.dataset.storyName ?? "" };
let number = 0;
let spoken = ""; // the language that the reader chose

/**
 * Sends a wish to the server.
 * @param {Wish} wish
 * @returns {Promise<Answer>}
 */
function ask(wish) {
  const id = (number += 1);
  const holder = element("#answer");
  return new Promise((resolve) => {
    const done = (/** @type {Answer} */ answer) => {
      observer.disconnect();
      clearTimeout(timer);
      resolve(answer);
    };
    const observer = new MutationObserver(() => {
      /** @type {Answer} */
      const answer = JSON.parse(holder.dataset.answer || "{}");
      if (answer.id === id) done(answer);
    });
    const timer = setTimeout(() => done({ id, error: say("app.failed") }), PATIENCE);
    observer.observe(holder, { attributes: true, attributeFilter: ["data-answer"] });
    // @ts-expect-error: Dash's own global
    window.dash_clientside.set_props("request", { "data-request": JSON.stringify({ ...wish, id, page: document.documentElement.lang }) });
  });
}

/** Until Dash has drawn what takes a request, nothing can be asked. */
async function dashIsThere() {
  // @ts-expect-error: Dash's own global
  while (!(window.dash_clientside?.set_props && document.querySelector("#request") && document.querySelector("#answer"))) {
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

/** What was read and waits for its report to be read. @type {{ wish: Wish, answer: Answer } | null} */
let waiting = null;

/**
 * Has a source read; a message of what is wrong with it goes to `message`, else the report on it takes the place of the form.
 * @param {Wish} wish
 * @param {HTMLElement} message
 */
async function read(wish, message) {
  message.textContent = "";
  for (const field of own.querySelectorAll("[aria-invalid]")) field.removeAttribute("aria-invalid");
  const answer = await ask(wish);
  if (answer.fragment === undefined) {
    message.textContent = answer.error ?? say("app.failed");
    const field = answer.field ? own.elements.namedItem(answer.field) : null;
    if (!(field instanceof HTMLElement) || message !== ownMessage) return;
    field.setAttribute("aria-invalid", "true");
    field.focus();
    return;
  }
  waiting = { wish, answer };
  element("[data-report-body]").innerHTML = answer.report ?? ""; // made by the server's template, which escapes every word of the source
  turn(true);
  element("#app-report").focus();
}

/** Shows the report in the dialog, or the form. @param {boolean} reported */
function turn(reported) {
  report.hidden = !reported;
  own.hidden = reported;
  dialog.setAttribute("aria-labelledby", reported ? "app-report" : "app-own");
  if (!reported) waiting = null;
}

/** Shows what was read; until then the story that was open stays. */
function show() {
  if (!waiting) return;
  const { wish, answer } = waiting;
  shown = wish;
  own.reset(); // else the next file would be told with this one's date, and a text in the form would win over it
  notice.textContent = "";
  stage.setAttribute("data-private", ""); // kept nowhere: no address leads to it, and that of another story does not either
  history.replaceState(history.state, "", location.pathname + location.search);
  stage.dataset.fragment = answer.fragment ?? "";
  document.title = answer.title ?? document.title;
  element("[data-note]").textContent = answer.note ?? "";
  markAsOwn(answer.title ?? "");
  window.scrollTo({ top: 0 });
}

/** The list of stories says that none of them is shown. @param {string} title */
function markAsOwn(title) {
  const option = choice.querySelector("option[data-yours]") ?? choice.insertBefore(document.createElement("option"), choice.firstChild);
  option.setAttribute("data-yours", "");
  option.textContent = say("app.yours", { title });
  /** @type {HTMLOptionElement} */ (option).selected = true;
}

/**
 * The bytes of a file or a text, as base64.
 * @param {Blob} blob
 * @returns {Promise<string>}
 */
async function base64(blob) {
  const bytes = new Uint8Array(await blob.arrayBuffer());
  let binary = "";
  for (let start = 0; start < bytes.length; start += 0x8000) {
    binary += String.fromCharCode(...bytes.subarray(start, start + 0x8000));
  }
  return btoa(binary);
}

/**
 * Opens what a visitor brings, with what the form says of it.
 * @param {Blob} blob
 * @param {string} name
 * @param {HTMLElement} message
 */
async function bring(blob, name, message) {
  if (blob.size > LARGEST) {
    message.textContent = say("app.large", { name });
    return;
  }
  const fields = new FormData(own);
  message.textContent = say("app.reading");
  const said = Object.fromEntries(["date", "zone", "language", "format", "columns"].map((key) => [key, String(fields.get(key) ?? "")]));
  await read({ do: "open", base64: await base64(blob), name, ...said }, message);
}

async function sendForm() {
  const fields = new FormData(own);
  const file = /** @type {File | null} */ (fields.get("file"));
  const pasted = String(fields.get("text") ?? "");
  if (!pasted.trim() && !file?.size) {
    ownMessage.textContent = say("app.empty");
    return;
  }
  await (pasted.trim() ? bring(new Blob([pasted]), "", ownMessage) : bring(/** @type {File} */ (file), file?.name ?? "", ownMessage));
}

/** @param {DragEvent} event */
function carriesTicker(event) {
  const types = [...(event.dataTransfer?.types ?? [])];
  const target = /** @type {Element | null} */ (event.target);
  return (types.includes("Files") || types.includes("text/plain")) && !target?.closest?.("textarea, input");
}

/** A drop anywhere opens the dialog with what was dropped, so that a message has a place. @param {DragEvent} event */
async function drop(event) {
  document.body.removeAttribute("data-dropping");
  if (!carriesTicker(event)) return;
  event.preventDefault();
  const file = event.dataTransfer?.files[0];
  const words = event.dataTransfer?.getData("text/plain") ?? "";
  if (!file && !words.trim()) return;
  if (!dialog.open) dialog.showModal();
  turn(false);
  if (!file) /** @type {HTMLTextAreaElement} */ (own.elements.namedItem("text")).value = words;
  await bring(file ?? new Blob([words]), file?.name ?? "", ownMessage);
}

/** Hands a file to the browser's downloads. @param {string} data base64 @param {string} type @param {string} name */
function save(data, type, name) {
  const link = document.createElement("a");
  const bytes = Uint8Array.from(atob(data), (letter) => letter.charCodeAt(0));
  link.href = URL.createObjectURL(new Blob([bytes], { type }));
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), PATIENCE);
}

/** Saves the story that is shown in the format of a button. @param {HTMLElement} button */
async function saveAs(button) {
  const message = element("[data-save-message]");
  message.textContent = say("app.saving");
  const answer = await ask({ ...shown, do: "export", to: button.dataset.format ?? "html" });
  message.textContent = answer.error ?? "";
  if (answer.base64 === undefined) return;
  save(answer.base64, answer.mime ?? "", answer.file ?? "timeline");
  element("[data-note]").textContent = say("app.saved", { name: answer.file ?? "" });
  saving.close();
}

/** The bar follows the reader's language. @param {string} language */
function follow(language) {
  spoken = language;
  text = columns[language] ?? text;
  for (const part of document.querySelectorAll(".app-bar, [data-dialog], [data-save]")) {
    if (part instanceof HTMLDialogElement) part.lang = language;
    rewrite(part, text);
  }
}

/** Opens the story of the list, in the language the reader chose; without such a choice a story comes in its own. */
function openChosen() {
  const select = document.querySelector("[data-language]"); // a quick hand is there before the scripts
  const asked = select instanceof HTMLSelectElement && !select.selectedOptions[0]?.defaultSelected ? select.value : spoken;
  location.assign(`${location.pathname}?${new URLSearchParams({ story: choice.value })}${asked ? `#language=${asked}` : ""}`);
}

function bindChoice() {
  const first = choice.value;
  choice.addEventListener("change", () => {
    if (!choice.selectedOptions[0]?.hasAttribute("data-yours")) openChosen();
  });
  addEventListener("pageshow", (event) => { // back from another story: the list still stands on that one, or Safari is about to set it to the first
    const yours = choice.querySelector("option[data-yours]");
    if (event.persisted) setTimeout(() => (choice.value = yours instanceof HTMLOptionElement ? yours.value : (stage.dataset.storyName ?? "")));
  });
  if (first && first !== stage.dataset.storyName) openChosen(); // chosen before this script was there
}

function bind() {
  const zone = element("[data-own] [name=zone]");
  zone.addEventListener("focus", () => {
    const list = /** @type {HTMLInputElement} */ (zone).list;
    if (list && !list.childElementCount) list.append(...Intl.supportedValuesOf("timeZone").map((name) => new Option(name)));
  });
  own.addEventListener("submit", (event) => {
    event.preventDefault();
    sendForm();
  });
  element("[data-close]").addEventListener("click", () => dialog.close());
  element("[data-back]").addEventListener("click", () => {
    turn(false);
    element("[data-own] textarea").focus();
  });
  report.addEventListener("submit", show);
  dialog.addEventListener("close", () => turn(false));
  document.addEventListener("dragover", (event) => {
    if (!carriesTicker(event)) return;
    event.preventDefault();
    document.body.setAttribute("data-dropping", say("app.drop"));
  });
  document.addEventListener("dragleave", (event) => {
    if (!event.relatedTarget) document.body.removeAttribute("data-dropping");
  });
  document.addEventListener("drop", drop);
  document.addEventListener("timeline:language", (event) => follow(String(/** @type {CustomEvent} */ (event).detail)));
  if (dialog.lang !== document.documentElement.lang) follow(document.documentElement.lang); // chosen before this script was there
  bindChoice();
}

async function start() {
  bind();
  await dashIsThere();
  for (const button of document.querySelectorAll("[data-open], [data-export]")) button.removeAttribute("disabled");
  element("[data-open]").addEventListener("click", () => {
    ownMessage.textContent = "";
    dialog.showModal();
  });
  element("[data-export]").addEventListener("click", () => {
    element("[data-save-message]").textContent = "";
    saving.showModal();
  });
  for (const button of document.querySelectorAll("[data-format]")) button.addEventListener("click", () => saveAs(/** @type {HTMLElement} */ (button)));
}

start();
