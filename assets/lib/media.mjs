// @ts-check
/** Pictures, videos and sounds of other hosts: asked for when the reader says so, one or all of a host, and remembered nowhere. */

/** @typedef {import("./timeline.mjs").Timeline} Timeline */

/** What stands for a medium once it was asked for; nobody is asked before it is in the page.
 * @param {{kind: string, address: string, alt: string}} what @param {Document} page @returns {HTMLElement} */
export function mediumOf({ kind, address, alt }, page) {
  const name = kind === "image" ? "img" : kind === "audio" ? "audio" : "video";
  const node = page.createElement(name);
  const facts = kind === "image" ? { alt, loading: "lazy", decoding: "async" } : { controls: "", preload: "none", "aria-label": alt };
  for (const [key, value] of Object.entries({ ...facts, referrerpolicy: "no-referrer", src: address })) node.setAttribute(key, value);
  return node;
}

/** The figures that a press of a button loads: its own, or all that wait for its host. @param {HTMLElement} own @param {string} load
 * @param {readonly HTMLElement[]} figures */
export const wanted = (own, load, figures) => (load === "all" ? figures.filter((one) => one.dataset["origin"] === own.dataset["origin"]) : [own]);

/** @param {Timeline} timeline */
export function bindMedia(timeline) {
  const { root, ending: { signal } } = timeline;
  root.addEventListener("click", ({ target }) => {
    const button = target instanceof Element ? target.closest("[data-load]") : null;
    const own = button?.closest("[data-origin]");
    if (!(own instanceof HTMLElement)) return;
    const figures = /** @type {HTMLElement[]} */ ([...root.querySelectorAll("[data-origin]")]);
    for (const figure of wanted(own, button?.getAttribute("data-load") ?? "", figures)) load(figure);
    own.tabIndex = -1; // the button is gone: whoever pressed it goes on from here
    own.focus({ preventScroll: true });
  }, { signal });
  root.addEventListener("error", ({ target }) => target instanceof HTMLElement && target.matches(".tl-frame > *") && target.parentElement && failed(timeline, target.parentElement), { capture: true, signal });
}

/** Load what a figure stands for. Its frame keeps its height, so that nothing below moves. @param {HTMLElement} figure */
function load(figure) {
  const frame = /** @type {HTMLElement} */ (figure.querySelector(".tl-frame"));
  if (frame.firstElementChild?.matches("img, video, audio")) return;
  const { media: kind = "", address = "", alt = "" } = figure.dataset;
  const node = mediumOf({ kind, address, alt }, document);
  frame.style.minHeight = `${frame.getBoundingClientRect().height}px`; // offsetHeight is rounded
  frame.classList.add(kind === "image" ? "is-asked" : "is-loaded");
  node.addEventListener("load", () => frame.classList.replace("is-asked", "is-loaded"));
  frame.prepend(node);
}

/** Say in words that nothing came; the button is there again. @param {Timeline} timeline @param {HTMLElement} frame */
function failed(timeline, frame) {
  const message = frame.querySelector("[data-failed]");
  frame.firstElementChild?.remove();
  frame.classList.remove("is-asked", "is-loaded");
  if (!(message instanceof HTMLElement)) return;
  message.hidden = false;
  timeline.announce(message.textContent ?? "");
}
