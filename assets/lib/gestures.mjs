// @ts-check
/** Mouse, touch, pen and wheel on the chart. Only sideways movement is taken; a plain wheel and a vertical swipe stay with the page. */

import { pan, zoom } from "./reveal.mjs";

/** @typedef {import("./chart.mjs").Chart} Chart */
/** @typedef {{pick: (id: string) => void, hover: (id: string | null) => void}} Answers */

const TWICE = 350; // milliseconds between the taps of a double one
const SLACK = 4; // pixels a hand trembles in a click

export class Gestures {
  /** @param {Chart} chart @param {Answers} on @param {AbortSignal} signal */
  constructor(chart, on, signal) {
    this.chart = chart;
    this.on = on;
    this.node = chart.node;
    /** @type {Map<number, number>} where each finger is */
    this.down = new Map();
    this.moved = false;
    this.start = 0;
    this.spread = 0;
    this.tapped = { at: -TWICE, x: 0, y: 0 };
    this.from = chart.view;
    this.node.addEventListener("pointerdown", (event) => this.press(event), { signal });
    this.node.addEventListener("pointermove", (event) => this.move(event), { signal });
    for (const type of /** @type {const} */ (["pointerup", "pointercancel"])) // of the window: a hand may let go outside of the chart
      addEventListener(type, (event) => this.release(event), { signal });
    this.node.addEventListener("pointerleave", () => on.hover(null), { signal });
    this.node.addEventListener("wheel", (event) => this.wheel(event), { signal, passive: false });
    for (const type of ["gesturestart", "gesturechange"]) this.node.addEventListener(type, (event) => this.pinch(event), { signal });
  }

  /** Where the fingers are on the whole, and how far apart. */
  places() {
    const all = [...this.down.values()];
    return { middle: all.reduce((sum, x) => sum + x, 0) / all.length, wide: Math.max(...all) - Math.min(...all) };
  }

  /** The instant under a place of the window, as it was when the gesture began. @param {number} x */
  instant(x) {
    const box = this.node.getBoundingClientRect();
    return this.from.earliest + ((x - box.left) / box.width) * (this.from.latest - this.from.earliest);
  }

  begin() {
    this.from = this.chart.view;
    [this.start, this.spread] = [this.places().middle, this.places().wide];
  }

  /** @param {PointerEvent} event */
  press(event) {
    if (event.button || (event.target instanceof Element && event.target.closest("button"))) return;
    if (!this.down.size) this.moved = false;
    this.down.set(event.pointerId, event.clientX);
    this.begin();
  }

  /** @param {PointerEvent} event */
  move(event) {
    const { chart, from, node, on } = this;
    if (!this.down.has(event.pointerId)) {
      if (event.pointerType === "mouse") on.hover(chart.at(event));
      return;
    }
    this.down.set(event.pointerId, event.clientX);
    const { middle, wide } = this.places();
    if (!this.moved && this.down.size === 1 && Math.abs(middle - this.start) < SLACK) return;
    if (!this.moved) {
      node.setPointerCapture(event.pointerId);
      node.classList.add("is-dragged");
      on.hover(null);
    }
    this.moved = chart.held = true;
    const scaled = this.spread > 20 && wide > 20 ? zoom(from, this.spread / wide, this.instant(this.start), chart.limits) : from;
    chart.move(pan(scaled, ((this.start - middle) / node.clientWidth) * (scaled.latest - scaled.earliest), chart.limits));
  }

  /** @param {PointerEvent} event */
  release(event) {
    if (!this.down.delete(event.pointerId)) return;
    if (this.down.size) return this.begin();
    this.node.classList.remove("is-dragged");
    if (this.moved) this.chart.halt();
    const inside = event.target instanceof Node && this.node.contains(event.target);
    if (this.moved || !inside || event.type === "pointercancel") return;
    const id = this.chart.at(event);
    const again = event.timeStamp - this.tapped.at < TWICE && Math.hypot(event.clientX - this.tapped.x, event.clientY - this.tapped.y) < 24;
    this.tapped = { at: again ? -TWICE : event.timeStamp, x: event.clientX, y: event.clientY };
    if (again) this.closer(event);
    else if (id) this.on.pick(id);
  }

  /** Two fingers on a trackpad, as Safari tells of them: other browsers make a wheel with Ctrl of it. Fingers on a screen are pointers everywhere.
   * @param {Event & {scale?: number, clientX?: number}} event */
  pinch(event) {
    if (this.down.size) return;
    event.preventDefault();
    this.on.hover(null);
    if (event.type === "gesturestart") this.from = this.chart.view;
    else this.chart.move(zoom(this.from, 1 / (event.scale || 1), this.instant(event.clientX ?? 0), this.chart.limits));
  }

  /** A double click or tap: no browser tells the latter in the same way. @param {MouseEvent} event */
  closer(event) {
    this.from = this.chart.view;
    this.chart.show(zoom(this.from, 0.4, this.instant(event.clientX), this.chart.limits), { glide: true });
  }

  /** @param {WheelEvent} event */
  wheel(event) {
    const { chart } = this;
    this.from = chart.view;
    const sideways = event.shiftKey ? event.deltaX || event.deltaY : Math.abs(event.deltaX) > Math.abs(event.deltaY) ? event.deltaX : 0;
    if (event.ctrlKey) chart.move(zoom(this.from, 2 ** (event.deltaY / 250), this.instant(event.clientX), chart.limits));
    else if (sideways) chart.move(pan(this.from, (sideways / this.node.clientWidth) * (this.from.latest - this.from.earliest), chart.limits));
    else return;
    event.preventDefault();
    this.on.hover(null);
  }
}
