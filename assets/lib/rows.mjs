// @ts-check
/** Other rows for the same events: `low`, fewer rows for the labels where a window is low; `rail`, rows for marks alone, without words. */

/** @typedef {import("./reveal.mjs").Item} Item */
/** @typedef {"row" | "low" | "rail"} Rows `row`: as many as the labels of all windows need */

/** @type {WeakMap<readonly Item[], Map<Rows, Item[]>>} */
const made = new WeakMap();

/** The events with the rows and the levels that they have there. @param {readonly Item[]} items as Python sent them @param {Rows} rows @returns {readonly Item[]} */
export function placed(items, rows) {
  if (rows === "row") return items;
  const known = made.get(items) ?? new Map();
  const found = known.get(rows) ?? items.map((item) => ({ ...item, row: item[rows][0], level: item[rows][1] }));
  made.set(items, known.set(rows, found));
  return found;
}

/** The traces of the figure, moved to those rows. @param {readonly import("./marks.mjs").Trace[]} traces @param {readonly Item[]} items @param {Rows} rows */
export function moved(traces, items, rows) {
  const steps = new Map(placed(items, rows).map((item, index) => [item.id, item.row - (items[index]?.row ?? 0)]));
  const outcomes = new Map(items.map((item) => [item.replaces, steps.get(item.id) ?? 0]));
  return traces.map((trace) => {
    /** @param {string} id @param {number} index of a tie only the first of three points is at the plan, the others are at what replaced it */
    const step = (id, index) => (trace["uid"] === "tie" && index % 3 ? outcomes : steps).get(id) ?? 0;
    return { ...trace, y: trace["y"].map((/** @type {number} */ row, /** @type {number} */ index) => row + step(trace.customdata[index] ?? "", index)) };
  });
}
