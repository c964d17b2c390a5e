// @ts-check
/** What ties a plan to what replaced it, where the two come in different tiles: the twin of `ties_of` in timeline/draw/figure.py. */

/** @typedef {import("./marks.mjs").Trace} Trace */

/** A trace with a line for each pair that is here, once in however many tiles it is; it belongs to the plan.
 * @param {readonly import("./reveal.mjs").Item[]} items each once @param {Trace} empty the trace without a point
 * @param {(at: number) => string | number} value an instant as the axis takes it @returns {Trace} */
export function tied(items, empty, value) {
  const plans = new Map(items.map((item) => [item.id, item]));
  const pairs = items.flatMap((next) => {
    const plan = next.replaces ? plans.get(next.replaces) : undefined;
    return plan ? [{ plan, next }] : [];
  });
  return {
    ...empty,
    x: pairs.flatMap(({ plan, next }) => [value(plan.left), value(next.left), null]),
    y: pairs.flatMap(({ plan, next }) => [plan.row, next.row, next.row]),
    customdata: pairs.flatMap(({ plan }) => [plan.id, plan.id, plan.id]),
  };
}
