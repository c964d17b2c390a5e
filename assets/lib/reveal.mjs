// @ts-check
/** What a view shows and what it only counts. Numbers only. */

/** @typedef {{earliest: number, latest: number}} View half open, UTC milliseconds */
/** @typedef {{id: string, entry: string, label: string, status: string, lane: string, tags: string[], replaces: string | null, row: number, level: number | null, width: number,
 *   left: number, right: number, dot: boolean, start: import("./moments.mjs").Moment | null, end: import("./moments.mjs").Moment | null}} Item */

/** The level of a view: level k means 2^(k/2) milliseconds per pixel, the next one up from its own scale. @param {View} view @param {number} width */
export const levelOf = (view, width) => Math.ceil(2 * Math.log2((view.latest - view.earliest) / Math.max(width, 1)));

/** Events that a level reveals, and the others. @param {readonly Item[]} items @param {number} level @param {ReadonlySet<string>} always */
export function reveal(items, level, always) {
  /** @type {{shown: Item[], hidden: Item[]}} */
  const result = { shown: [], hidden: [] };
  for (const item of items) ((item.level !== null && item.level >= level) || always.has(item.id) ? result.shown : result.hidden).push(item);
  return result;
}

/** Counts per bin of the view, at the middle of each bin; every hidden event that begins in the view is in one.
 * @param {readonly Item[]} hidden @param {View} view @param {number} width @param {number} size pixels of a bin
 * @returns {{x: number, count: number, from: number, to: number}[]} */
export function density(hidden, view, width, size) {
  const bins = Math.max(Math.floor(width / size), 1);
  const length = (view.latest - view.earliest) / bins;
  /** @type {Map<number, number>} */
  const counts = new Map();
  for (const { left } of hidden) {
    if (left < view.earliest || left >= view.latest) continue;
    const bin = Math.min(Math.floor((left - view.earliest) / length), bins - 1);
    counts.set(bin, (counts.get(bin) ?? 0) + 1);
  }
  return [...counts].map(([bin, count]) => {
    const from = view.earliest + bin * length;
    return { x: ((bin + 0.5) * width) / bins, count, from, to: from + length };
  });
}

/** What lies outside of a view: how many on each side, and how far they reach. @param {readonly Item[]} items @param {View} view */
export function edges(items, view) {
  const before = items.filter((item) => item.right < view.earliest || (item.right === view.earliest && !item.dot));
  const after = items.filter((item) => item.left >= view.latest);
  return {
    before: { count: before.length, from: Math.min(...before.map((item) => item.left)), to: Math.max(...before.map((item) => item.right)) },
    after: { count: after.length, from: Math.min(...after.map((item) => item.left)), to: Math.max(...after.map((item) => item.right)) },
  };
}

/** The view around a range, with room for the last label. @param {number} from @param {number} to @param {number} least shortest view */
export function fit(from, to, least) {
  const length = Math.max(to - from, least);
  return { earliest: from - length / 20, latest: from + length * 1.25 };
}

/** @param {View} view @param {number} factor below 1 zooms in @param {number} at the instant that stays in its place
 * @param {View} limits @returns {View} */
export function zoom(view, factor, at, limits) {
  const length = view.latest - view.earliest;
  const wanted = Math.min(Math.max(length * factor, 60_000), Math.max(limits.latest - limits.earliest, length));
  const share = (at - view.earliest) / length;
  return pan({ earliest: at - wanted * share, latest: at + wanted * (1 - share) }, 0, limits);
}

/** Move a view; it always keeps a tenth of itself over the story. @param {View} view @param {number} by milliseconds @param {View} limits @returns {View} */
export function pan(view, by, limits) {
  const length = view.latest - view.earliest;
  const earliest = Math.min(Math.max(view.earliest + by, limits.earliest - length * 0.9), limits.latest - length * 0.1);
  return { earliest, latest: earliest + length };
}
