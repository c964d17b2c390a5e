// @ts-check
/** A timeline in the page of somebody else: what it tells that page, and the dialog that hands out a link and a snippet. docs/embedding.md */

import { find } from "./chart.mjs";
import { fill } from "./moments.mjs";

/** @typedef {import("./timeline.mjs").Timeline} Timeline */

const TYPE = "ticker-timeline";
const HEIGHT = 720; // pixels, of a frame without further wishes, and of the story mode, which fills what it is given

/** The lines that show an address in a frame. @param {string} src @param {string} title */
function snippet(src, title) {
  const frame = document.createElement("iframe");
  const wishes = { src, title, width: "100%", height: HEIGHT, loading: "lazy", allow: "fullscreen; clipboard-write", style: "border:0" };
  for (const [name, value] of Object.entries(wishes)) frame.setAttribute(name, String(value));
  return frame.outerHTML;
}

/** @param {Timeline} timeline */
export function bindEmbed(timeline) {
  if (parent !== self && document.querySelector("[data-timeline]") === timeline.root) report(timeline);
  const { signal } = timeline.ending;
  const dialog = /** @type {HTMLDialogElement} */ (find(timeline.root, "[data-share]"));
  find(timeline.root, "[data-share-open]").addEventListener("click", () => open(timeline, dialog), { signal });
  for (const button of dialog.querySelectorAll("[data-copy]"))
    button.addEventListener("click", async () => {
      const field = /** @type {HTMLInputElement} */ (find(dialog, `[data-shared="${button.getAttribute("data-copy")}"]`));
      const { words } = timeline.data;
      find(dialog, "[data-share-note]").textContent = ((await copied(field)) ? words["share.copied"] : words["share.select"]) ?? "";
    }, { signal });
}

/** @param {Timeline} timeline @param {HTMLDialogElement} dialog */
function open(timeline, dialog) {
  const { words } = timeline.data;
  timeline.address?.write();
  const own = timeline.root.closest("[data-private]");
  const online = /^https?:$/.test(location.protocol);
  const here = location.href.split("#", 1)[0] ?? "";
  const address = words["share.address"] ?? "";
  const fragment = timeline.address?.text ? `#${timeline.address.text}` : "";
  const title = find(timeline.root, "h1").textContent ?? "";
  const note = own ? words["share.private"] : online ? "" : fill(words["share.file"], { address });
  find(dialog, "[data-share-hint]").textContent = note ?? "";
  find(dialog, "[data-share-note]").textContent = "";
  find(dialog, "[data-share-fields]").hidden = Boolean(own);
  const shared = { link: (online || location.protocol === "file:" ? here : address) + fragment, frame: snippet((online ? here : address) + fragment, title) };
  for (const [name, value] of Object.entries(shared)) /** @type {HTMLInputElement} */ (find(dialog, `[data-shared="${name}"]`)).value = value;
  dialog.showModal();
  /** @type {HTMLInputElement} */ (find(dialog, '[data-shared="link"]')).select();
}

/** @param {HTMLInputElement} field */
async function copied(field) {
  field.select();
  try {
    await navigator.clipboard.writeText(field.value);
    return true;
  } catch {
    return document.execCommand("copy"); // a frame that may not use the clipboard, or a page without https
  }
}

/** Tell the page around how high this one is and what it shows, and listen to where it wants to go. @param {Timeline} timeline */
function report(timeline) {
  const { signal } = timeline.ending;
  let last = "";
  const tell = () => {
    const height = timeline.root.classList.contains("is-story") ? HEIGHT : Math.ceil(document.body.getBoundingClientRect().height);
    const message = { type: TYPE, height, address: timeline.address?.text ?? "" };
    if (last !== (last = JSON.stringify(message))) parent.postMessage(message, "*");
  };
  const size = new ResizeObserver(tell);
  size.observe(document.body);
  signal.addEventListener("abort", () => size.disconnect());
  timeline.on("address", tell);
  addEventListener("message", ({ data, source }) => {
    if (source !== parent || data?.type !== TYPE || typeof data.address !== "string") return;
    if (data.address.replace(/^#/, "") === timeline.address?.text) return;
    timeline.address?.go(data.address);
    timeline.address?.put(false);
  }, { signal });
}
