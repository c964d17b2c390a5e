// @ts-check
/** A second zone: one more row of ticks below the axis, with the wall clock of somewhere else. */

import { element, find } from "./chart.mjs";
import { Layer } from "./layer.mjs";
import { centred, rowOf } from "./ticks.mjs";
import { TOP } from "./plot.mjs";
import { findZone } from "./zones.mjs";

const ROW_HEIGHT = 22; // pixels

/** @param {import("./timeline.mjs").Timeline} timeline */
export function bindSecond(timeline) {
  const { chart, root } = timeline;
  const select = /** @type {HTMLSelectElement} */ (find(root, "[data-second]"));
  const first = /** @type {HTMLSelectElement} */ (find(root, "[data-zone]"));
  offer(select, first, timeline);
  const node = element("div", "tl-second");
  node.setAttribute("aria-hidden", "true");
  node.style.cssText = `top:${TOP}px;height:${ROW_HEIGHT}px`;
  chart.node.append(node);
  const layer = new Layer(node, "span");
  const name = element("b", "");
  node.append(name);
  /** @param {string} zone */
  const choose = (zone) => {
    const found = zone && findZone(zone);
    const known = found === chart.how().zone ? "" : found; // the axis tells that one
    if (known && ![...select.options].some((option) => option.value === known)) select.add(new Option(known.replaceAll("_", " "), known));
    select.value = known || "";
    name.textContent = known ? (select.selectedOptions[0]?.text.replace(/ \(UTC.*/, "") ?? known) : "";
    chart.room("second", known ? ROW_HEIGHT : 0);
    chart.redraw();
  };
  select.addEventListener("change", () => {
    choose(select.value);
    timeline.emit("zone");
  }, { signal: timeline.ending.signal });
  timeline.keep("second", () => select.value, choose);
  timeline.on("zone", () => select.value === chart.how().zone && choose(""));
  timeline.on("drawn", () => {
    const { earliest, latest } = chart.view;
    const taken = chart.measure(name.textContent ?? "") + 16;
    const ticks = chart.above.get("second") ? rowOf(earliest, latest, chart.width, { ...chart.how(), zone: select.value }, chart.measure) : [];
    const free = ticks.filter(({ at, text }) => chart.x(at) - chart.measure(text) / 2 > taken && chart.x(at) + chart.measure(text) / 2 < chart.width);
    layer.show(free.map((tick) => centred(tick, chart.x(tick.at))));
  });
  if (select.value) choose(select.value); // chosen before this script was there
}

/** The zones of the first selector; that of the axis cannot be chosen. @param {HTMLSelectElement} select @param {HTMLSelectElement} first
 * @param {import("./timeline.mjs").Timeline} timeline */
function offer(select, first, timeline) {
  const { chart } = timeline;
  for (const own of first.options) if (!["written", "other"].includes(own.value)) select.add(/** @type {HTMLOptionElement} */ (own.cloneNode(true)));
  select.value = "";
  const bar = () => {
    for (const option of select.options) option.disabled = option.value === chart.how().zone;
  };
  bar();
  timeline.on("zone", bar);
  timeline.on("language", () => {
    for (const option of select.options) if (!option.dataset.word) option.text = [...first.options].find((own) => own.value === option.value && !own.dataset.word)?.text ?? option.text;
  });
}
