// @ts-check
/** Mouse, touch, pen and wheel on the chart. Only sideways movement is taken; a plain wheel and a vertical swipe stay with the page. */

import { pan, zoom } from "./reveal.mjs";

/** @typedef {import("./chart.mjs").Chart} Chart */

const SLACK = 4; // pixels a hand trembles in a click

/** @param {Chart} chart @param {{pick: (id: string) => void, hover: (id: string | null) => void}} on @param {AbortSignal} signal */
export function bindGestures(chart, on, signal) {
  /** @type {Map<number, number>} */
  const down = new Map();
  let [moved, start, spread] = [false, 0, 0];
  let from = chart.view;
  const node = chart.node;
  const scale = () => (from.latest - from.earliest) / node.clientWidth;
  /** @param {number} x */
  const instant = (x) => from.earliest + (x - node.getBoundingClientRect().left) * scale();
  const begin = () => {
    const places = [...down.values()];
    from = chart.view;
    start = places.reduce((sum, x) => sum + x, 0) / places.length;
    spread = Math.max(...places) - Math.min(...places);
  };
  /** @param {PointerEvent} event */
  const end = (event) => {
    if (!down.delete(event.pointerId)) return;
    if (!down.size && !moved && event.type === "pointerup") {
      const id = chart.at(event);
      if (id) on.pick(id);
    }
    if (down.size) begin();
    else node.classList.remove("is-dragged");
  };
  node.addEventListener("pointerdown", (event) => {
    if (event.button || (event.target instanceof Element && event.target.closest("button"))) return;
    if (!down.size) moved = false;
    down.set(event.pointerId, event.clientX);
    begin();
  }, { signal });
  node.addEventListener("pointermove", (event) => {
    if (!down.has(event.pointerId)) {
      if (event.pointerType === "mouse") on.hover(chart.at(event));
      return;
    }
    down.set(event.pointerId, event.clientX);
    const places = [...down.values()];
    const middle = places.reduce((sum, x) => sum + x, 0) / places.length;
    if (!moved && Math.abs(middle - start) < SLACK && places.length === 1) return;
    if (!moved) node.setPointerCapture(event.pointerId);
    moved = true;
    node.classList.add("is-dragged");
    const wide = Math.max(...places) - Math.min(...places);
    const scaled = spread > 20 && wide > 20 ? zoom(from, spread / wide, instant(start), chart.limits) : from;
    chart.view = pan(scaled, (start - middle) * ((scaled.latest - scaled.earliest) / node.clientWidth), chart.limits);
    chart.redraw();
  }, { signal });
  for (const name of /** @type {const} */ (["pointerup", "pointercancel"])) node.addEventListener(name, end, { signal });
  node.addEventListener("pointerleave", () => on.hover(null), { signal });
  node.addEventListener("dblclick", (event) => {
    from = chart.view;
    chart.view = zoom(chart.view, 0.4, instant(event.clientX), chart.limits);
    chart.redraw();
  }, { signal });
  node.addEventListener("wheel", (event) => {
    from = chart.view;
    const sideways = event.shiftKey ? event.deltaX || event.deltaY : Math.abs(event.deltaX) > Math.abs(event.deltaY) ? event.deltaX : 0;
    if (event.ctrlKey) chart.view = zoom(from, 2 ** (event.deltaY / 250), instant(event.clientX), chart.limits);
    else if (sideways) chart.view = pan(from, sideways * scale(), chart.limits);
    else return;
    event.preventDefault();
    chart.redraw();
  }, { signal, passive: false });
}
