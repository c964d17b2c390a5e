// @ts-check
/** The rail: a chart without words, whose marks stand in rows of their own, fewer and higher than those that labels need. */

/** @typedef {import("./reveal.mjs").Item} Item */

/** @type {WeakMap<readonly Item[], Item[]>} */
const railedItems = new WeakMap();

/** The events with the rows and the levels they have on the rail. @param {readonly Item[]} items as Python sent them @returns {Item[]} */
export function onRail(items) {
  const found = railedItems.get(items) ?? items.map((item) => ({ ...item, row: item.rail[0], level: item.rail[1] }));
  railedItems.set(items, found);
  return found;
}

/** The traces of the figure, moved to those rows. @param {readonly import("./marks.mjs").Trace[]} traces @param {readonly Item[]} items */
export function railed(traces, items) {
  const steps = new Map(items.map((item) => [item.id, item.rail[0] - item.row]));
  const outcomes = new Map(items.map((item) => [item.replaces, steps.get(item.id) ?? 0]));
  return traces.map((trace) => {
    /** @param {string} id @param {number} index of a tie only the first of three points is at the plan, the others are at what replaced it */
    const step = (id, index) => (trace["uid"] === "tie" && index % 3 ? outcomes : steps).get(id) ?? 0;
    return { ...trace, y: trace["y"].map((/** @type {number} */ row, /** @type {number} */ index) => row + step(trace.customdata[index] ?? "", index)) };
  });
}
