// @ts-check
/** The one script of a page: finds [data-timeline] roots, whenever they appear, and binds chart, cards and zone together. See docs/contract.md. */

import { FEATURES } from "./lib/features.mjs";
import { Timeline } from "./lib/timeline.mjs";

function startPlotly() {
  /** @type {(HTMLScriptElement & {unpack?: (text: string) => string}) | null} */
  const inert = document.querySelector("script[data-plotly]");
  if (!inert) return;
  const script = document.createElement("script");
  script.text = inert.unpack?.(inert.text) ?? inert.text;
  inert.replaceWith(script);
  document.dispatchEvent(new Event("timeline:plotly"));
}

/** @type {Map<HTMLElement, Timeline>} */
const bound = new Map();
/** @type {WeakMap<Element, string>} */
const filled = new WeakMap();

/** @param {HTMLElement} root */
function bind(root) {
  const timeline = new Timeline(root);
  bound.set(root, timeline);
  for (const feature of FEATURES) feature(timeline);
  timeline.chart.draw();
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
    timeline.remove();
    bound.delete(root);
  }
  for (const root of document.querySelectorAll("[data-timeline]")) {
    const whole = document.readyState !== "loading" || root.querySelector("[data-story]")?.nextSibling; // else it is still arriving
    if (whole && root instanceof HTMLElement && !bound.has(root)) bind(root);
  }
}

new MutationObserver((changes) => {
  const matters = changes.some(({ target }) => target instanceof Element && !target.closest("[data-stage]")); // a chart changes in every frame
  if (matters) update();
}).observe(document, { subtree: true, childList: true, attributeFilter: ["data-fragment"] });
update();
// A canvas has drawn the marks already. A finger may never need more, and a phone pays dearly for running a megabyte: there Plotly starts with the first touch.
if (matchMedia("(hover: none)").matches) for (const type of ["pointerdown", "keydown"]) addEventListener(type, startPlotly, { once: true, capture: true });
else if (document.readyState === "loading") addEventListener("DOMContentLoaded", () => requestAnimationFrame(() => setTimeout(startPlotly)), { once: true });
else startPlotly();
