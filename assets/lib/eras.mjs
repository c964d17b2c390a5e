// @ts-check
/** What lies behind the marks: eras, as soft bands with their names above the rows. HTML, as the nights are, so that it moves with both drawings. */

import { element, find } from "./chart.mjs";
import { Layer } from "./layer.mjs";
import { TOP } from "./plot.mjs";

/** @typedef {{id: string, label: string, left: number, right: number, row: number, start: import("./moments.mjs").Moment, end: import("./moments.mjs").Moment}} Band */

const NAMED = 14; // pixels: a lower row has no room for a name

/** What is seen of bands: their places in pixels, cut to the view. @param {readonly Band[]} bands @param {(at: number) => number} x @param {number} width */
export function seen(bands, x, width) {
  return bands.flatMap((band) => {
    const [from, to] = [Math.max(x(band.left), -2), Math.min(x(band.right), width + 2)];
    return to > 0 && from < width ? [{ band, from, wide: Math.max(to - from, 1) }] : [];
  });
}

/** How many rows bands have. @param {readonly Band[]} bands */
export const rowsOf = (bands) => bands.reduce((most, band) => Math.max(most, band.row + 1), 0);

/** @param {import("./timeline.mjs").Timeline} timeline */
export function bindEras(timeline) {
  const { chart, data, root } = timeline;
  const { bands, high } = data.eras;
  if (!bands.length) return;
  const rows = rowsOf(bands);
  const [behind, names] = [element("div", "tl-eras"), element("div", "tl-era-names")];
  for (const node of [behind, names]) node.setAttribute("aria-hidden", "true");
  behind.style.setProperty("--share", String(1 / rows));
  find(root, "[data-bands]").before(behind);
  find(root, "[data-labels]").before(names); // over the lines of the ticks
  const [tints, chips] = [new Layer(behind, "i"), new Layer(names, "span")];
  chart.room("eras", rows * high);
  timeline.on("drawn", () => {
    const shown = seen(bands, (at) => chart.x(at), chart.width);
    tints.show(shown.map(({ band, from, wide }) => ({ key: band.id, name: "", css: `transform:translateX(${from}px);width:${wide}px` })));
    names.style.top = `${TOP + chart.second - rows * high}px`;
    chips.show(shown.map(({ band, from, wide }) => {
      const css = `transform:translate(${from}px,${band.row * high}px);width:${wide}px;height:${high - 1}px;line-height:${high - 3}px`;
      return { key: band.id, name: "", css, text: high < NAMED || wide < 24 ? "" : band.label };
    }));
  });
  const { earliest, latest } = chart.limits;
  /** @param {number} at the share of the whole story that is over by then */
  const share = (at) => Math.min(Math.max((at - earliest) / (latest - earliest), 0), 1);
  for (const { left, right } of bands) {
    const node = element("i", "tl-era-strip");
    node.style.cssText = `--from:${share(left)};--to:${share(right)};--share:${1 / rows}`;
    if (right > earliest && left < latest) find(root, "[data-overview]").prepend(node);
  }
}
