// @ts-check
/** What the clock on the wall shades: the nights of the chosen zone; and, in a story that is running, the line of now. */

import { element, find } from "./chart.mjs";
import { Layer } from "./layer.mjs";
import { fill } from "./moments.mjs";
import { TOP } from "./plot.mjs";
import { DAY, HOUR, MINUTE, floorMod, hasClocks, offsetAt, pad, startOf } from "./zones.mjs";

const [DUSK, DAWN] = [22, 30]; // hours of a day, as PART_HOURS in timeline/date/partial.py has them; dawn is that of the next day
const TELLING = 24; // pixels of a day whose night can be told from it

/** The nights that reach into a range, 22:00 to 06:00 on the wall clock: shorter or longer by an hour where the clock is changed.
 * @param {number} earliest @param {number} latest @param {string} zone @returns {{from: number, to: number}[]} */
export function nightsOf(earliest, latest, zone) {
  const nights = [];
  for (let day = Math.floor((earliest + offsetAt(earliest, zone)) / DAY) - 1; ; day += 1) {
    const from = startOf(day * DAY + DUSK * HOUR, zone);
    if (from >= latest) return nights;
    const to = startOf(day * DAY + DAWN * HOUR, zone);
    if (to > Math.max(earliest, from)) nights.push({ from, to }); // a day that a zone skips has none
  }
}

/** @param {import("./timeline.mjs").Timeline} timeline */
export function bindNights(timeline) {
  const { chart } = timeline;
  const node = element("div", "tl-nights");
  node.setAttribute("aria-hidden", "true");
  find(timeline.root, "[data-bands]").before(node);
  const layer = new Layer(node, "i");
  timeline.on("drawn", () => {
    const { earliest, latest } = chart.view;
    const seen = (DAY / (latest - earliest)) * chart.width < TELLING || !hasClocks(earliest) ? [] : nightsOf(earliest, latest, chart.how().zone);
    layer.show(seen.map(({ from, to }, key) => ({ key, name: "", css: `transform:translateX(${chart.x(from)}px);width:${chart.x(to) - chart.x(from)}px` })));
  });
}

/** @param {import("./timeline.mjs").Timeline} timeline */
export function bindNow(timeline) {
  const { chart, data, ending } = timeline;
  if (!data.running) return;
  const node = element("div", "tl-now");
  node.setAttribute("aria-hidden", "true");
  chart.node.append(node);
  const { earliest, latest } = chart.limits;
  const near = () => Date.now() > earliest - DAY && Date.now() < latest + DAY;
  let timer = 0;
  const tick = () => {
    if (near()) chart.limits = { earliest: Math.min(earliest, Date.now()), latest: Math.max(latest, Date.now() + (latest - earliest) / 20) };
    chart.redraw();
    timer = setTimeout(tick, MINUTE - (Date.now() % MINUTE));
  };
  tick();
  ending.signal.addEventListener("abort", () => clearTimeout(timer));
  timeline.on("drawn", () => {
    const [now, how] = [Date.now(), chart.how()];
    const [x, rest] = [chart.x(now), floorMod(now + offsetAt(now, how.zone), DAY)];
    node.hidden = !near() || x < 0 || x > chart.width;
    node.style.cssText = `left:${x}px;top:${TOP}px`;
    const text = fill(how.words["now"], { clock: `${pad(Math.floor(rest / HOUR))}:${pad(Math.floor(rest / MINUTE) % 60)}` });
    if (node.textContent !== text) node.textContent = text;
  });
}
