// @ts-check
/** From a place or a key to an event. Pure, so that mouse, touch and keyboard share it. */

/** @typedef {{id: string, x0: number, x1: number, y0: number, y1: number}} Target pixels */

const REACH = 12; // half of the least target, WCAG 2.2 success criterion 2.5.8

/** The target under a point, the smallest where several are; else the nearest within reach of a finger.
 * @param {readonly Target[]} targets @param {number} x @param {number} y */
export function hit(targets, x, y) {
  /** @type {Target | null} */
  let best = null;
  let least = Infinity;
  for (const target of targets) {
    const dx = Math.max(target.x0 - x, 0, x - target.x1);
    const dy = Math.max(target.y0 - y, 0, y - target.y1);
    const score = Math.hypot(dx, dy) * 1e5 + (target.x1 - target.x0);
    if (Math.hypot(dx, dy) <= REACH && score < least) [best, least] = [target, score];
  }
  return best?.id ?? null;
}

/** Where a key leads in a list; null where it leads nowhere. @param {readonly string[]} order @param {string | null} current @param {string} key */
export function step(order, current, key) {
  const at = current === null ? -1 : order.indexOf(current);
  if (key === "Home") return order[0] ?? null;
  if (key === "End") return order.at(-1) ?? null;
  if (key === "ArrowRight" || key === "ArrowDown") return order[Math.min(at + 1, order.length - 1)] ?? null;
  if (key === "ArrowLeft" || key === "ArrowUp") return order[Math.max(at - 1, 0)] ?? null;
  return null;
}
