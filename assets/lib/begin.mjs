// @ts-check
/** A page and its timelines: finds [data-timeline] roots, whenever they appear, has them bound, and lets go of those that are gone. */

/** Run the Plotly that the page carries as inert text, unpacked where it is packed: in slices, and running it is a task of its own. */
async function startPlotly() {
  /** @type {(HTMLScriptElement & {unpack?: (text: string) => Promise<string>}) | null} */
  const inert = document.querySelector("script[data-plotly]");
  if (!inert) return;
  if (document.readyState === "loading") return addEventListener("DOMContentLoaded", startPlotly, { once: true }); // a part of it, or what opens it, is still on its way
  inert.removeAttribute("data-plotly"); // a second touch finds none
  const script = document.createElement("script");
  script.text = inert.unpack ? await inert.unpack(inert.text) : inert.text;
  await new Promise((resume) => setTimeout(resume));
  inert.replaceWith(script);
  document.dispatchEvent(new Event("timeline:plotly"));
}

/** @typedef {import("./timeline.mjs").Timeline} Timeline */

/** @type {Map<HTMLElement, Timeline | null>} null: its script is on its way */
const bound = new Map();
/** @type {(root: HTMLElement) => Timeline | Promise<Timeline>} */
let make;
/** @type {WeakMap<Element, string>} */
const filled = new WeakMap();

/** @param {HTMLElement} root */
function bind(root) {
  const made = make(root);
  bound.set(root, made instanceof Promise ? null : made);
  if (made instanceof Promise)
    void made.then((timeline) => {
      if (root.isConnected) bound.set(root, timeline);
      else timeline.remove();
    });
}

/** Bring the page and what is bound into line: called at the start and after each change of the document. */
function update() {
  for (const host of document.querySelectorAll("[data-fragment]")) {
    const html = host.getAttribute("data-fragment") ?? "";
    if (filled.get(host) === html) continue;
    filled.set(host, html);
    host.innerHTML = html;
  }
  for (const [root, timeline] of bound) {
    if (root.isConnected) continue;
    timeline?.remove();
    bound.delete(root);
  }
  for (const root of document.querySelectorAll("[data-timeline]")) {
    const whole = document.readyState !== "loading" || root.querySelector("[data-story]")?.nextSibling; // else it is still arriving
    if (whole && root instanceof HTMLElement && !bound.has(root)) bind(root);
  }
}

/** Bind what is there, and from now on what comes. */
function begin() {
  new MutationObserver((changes) => {
    const loading = document.readyState === "loading";
    const matters = changes.some(({ type, target, addedNodes, removedNodes }) => // texts change with each click, a chart in every frame
      (loading || type === "attributes" || [...addedNodes, ...removedNodes].some((node) => node instanceof Element)) && target instanceof Element && !target.closest("[data-stage]"));
    if (matters) update();
  }).observe(document, { subtree: true, childList: true, attributeFilter: ["data-fragment"] });
  addEventListener("DOMContentLoaded", update); // its last change may be told of only when nothing is loading any more, and then look like another's
  update();
}

/** Begin with a root whose rest is still to come: watching it arrive would cost more than the wait. Its masthead is painted first, by itself,
 * a hundred events after 92 ms: with chart and cards in it that frame came after 156, and with all of them bound before it after 220.
 * @param {Element} root */
async function arrive(root) {
  const arrived = new Promise((resume) => document.addEventListener("timeline:arrived", resume, { once: true }));
  if (!document.hidden) { // a hidden page has no frames
    root.classList.add("is-arriving");
    await new Promise((resume) => requestAnimationFrame(() => setTimeout(resume)));
    root.classList.remove("is-arriving");
  }
  await arrived;
  begin();
}

/** Begin with a page. @param {(root: HTMLElement) => Timeline | Promise<Timeline>} how makes a timeline of its root */
export function start(how) {
  make = how;
  const root = document.currentScript?.closest("[data-timeline]"); // an exported page has its script below the masthead
  if (root) void arrive(root);
  else begin();
  // A canvas has drawn the marks already. A finger may never need more, and a phone pays dearly for running a megabyte: there Plotly starts with the first touch.
  if (matchMedia("(hover: none)").matches) for (const type of ["pointerdown", "keydown"]) addEventListener(type, startPlotly, { once: true, capture: true });
  else if (document.readyState === "loading") addEventListener("DOMContentLoaded", () => requestAnimationFrame(() => setTimeout(startPlotly)), { once: true });
  else startPlotly();
}
