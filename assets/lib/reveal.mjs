// @ts-check
/** What a view shows and what it only counts. Numbers only. */

/** @typedef {{earliest: number, latest: number}} View half open, UTC milliseconds */
/** @typedef {{id: string, entry: string, label: string, status: string, lane: string, tags: string[], replaces: string | null, row: number, level: number | null, low: [number, number | null], rail: [number, number | null], width: number,
 *   left: number, right: number, dot: boolean, start: import("./moments.mjs").Moment | null, end: import("./moments.mjs").Moment | null}} Item */

/** @typedef {{x: number, wide: number, count: number, match: number | null, from: number, to: number, bin?: number}} Bin bin: its number, if it has one */

/** The level of a view: level k means 2^(k/2) milliseconds per pixel, the next one up from its own scale. @param {View} view @param {number} width */
export const levelOf = (view, width) => Math.ceil(2 * Math.log2((view.latest - view.earliest) / Math.max(width, 1)));

/** Events that a level reveals, and the others. @param {readonly Item[]} items @param {number} level @param {ReadonlySet<string>} always */
export function reveal(items, level, always) {
  const [shown, hidden] = part(items, (item) => (item.level !== null && item.level >= level) || always.has(item.id));
  return { shown, hidden };
}

/** Items for which something holds, and the others. @template T @param {readonly T[]} items @param {(item: T) => boolean} holds @returns {[T[], T[]]} */
export function part(items, holds) {
  /** @type {[T[], T[]]} */
  const parts = [[], []];
  for (const item of items) parts[holds(item) ? 0 : 1].push(item);
  return parts;
}

/** Counts per bin of the view, at the middle of each bin; every hidden event that
 * lies in the view is in one: where it begins, or in the first, if it began before. `match`: how many of them a filter
 * lets stand out, null without a filter.
 * @param {readonly Item[]} hidden @param {View} view @param {number} width @param {number} size pixels of a bin, at least
 * @param {ReadonlySet<string> | null} [matching]
 * @returns {Bin[]} */
export function density(hidden, view, width, size, matching = null) {
  const bins = Math.max(Math.floor(width / size), 1);
  const length = (view.latest - view.earliest) / bins;
  /** @type {Map<number, {count: number, match: number}>} */
  const counts = new Map();
  for (const { id, left, right } of hidden) {
    if (left >= view.latest || (left < view.earliest && right <= view.earliest)) continue;
    const bin = Math.min(Math.floor((Math.max(left, view.earliest) - view.earliest) / length), bins - 1);
    const { count, match } = counts.get(bin) ?? { count: 0, match: 0 };
    counts.set(bin, { count: count + 1, match: match + Number(matching?.has(id)) });
  }
  return [...counts].map(([bin, { count, match }]) => {
    const from = view.earliest + bin * length;
    return { x: ((bin + 0.5) * width) / bins, wide: width / bins, count, match: matching && match, from, to: from + length };
  });
}

/** What lies outside of a view: how many on each side, how many of them match a filter, how far they reach, and the last instant in them, which is
 * not yet the end of a bar.
 * @param {readonly Item[]} items @param {View} view @param {ReadonlySet<string> | null} [matching] */
export function edges(items, view, matching = null) {
  const before = items.filter((item) => item.right < view.earliest || (item.right === view.earliest && !item.dot));
  const after = items.filter((item) => item.left >= view.latest);
  /** @param {Item[]} some */
  const told = (some) => ({
    count: some.length, match: matching && some.filter((item) => matching.has(item.id)).length,
    from: Math.min(...some.map((item) => item.left)), to: Math.max(...some.map((item) => item.right)),
    last: Math.max(...some.map((item) => (item.dot ? item.right : item.right - 1))),
  });
  return { before: told(before), after: told(after) };
}

const BUTTONS = 3e14; // milliseconds, ten thousand years: a longer view is changed tenfold by its buttons, and not twofold

/** The shortest view at an instant: a minute; and so long that 4,096 numbers tell its parts from each other, which are 65 seconds apart at the Big
 * Bang. @param {number} instant */
export const leastAt = (instant) => Math.max(60_000, Math.abs(instant) * 2 ** -40);

/** The view that a button leads to. In a story of deep time it comes closer to the current event, or to the one that is nearest to the middle:
 * the middle itself would be nowhere. @param {View} view @param {boolean} closer @param {readonly Item[]} items @param {string | null} current @param {View} limits */
export function stepped(view, closer, items, current, limits) {
  const length = view.latest - view.earliest;
  const middle = view.earliest + length / 2;
  const factor = length > BUTTONS || (!closer && length > BUTTONS / 10) ? 10 : 2;
  if (limits.latest - limits.earliest < BUTTONS) return zoom(view, closer ? 0.5 : 2, middle, limits);
  if (!closer && length * factor >= limits.latest - limits.earliest) return { ...limits };
  /** @param {Item} item the middle of what is seen whole, an end of what is not */
  const places = ({ left, right }) => (left >= view.earliest && right < view.latest ? [left + (right - left) / 2] : [left, right].filter((at) => at >= view.earliest && at < view.latest));
  const own = items.filter((item) => item.id === current).flatMap(places);
  const at = (own.length ? own : items.flatMap(places)).reduce((best, one) => (Math.abs(one - middle) < Math.abs(best - middle) ? one : best), Infinity);
  return zoom(view, closer ? 1 / factor : factor, Number.isFinite(at) ? at : middle, limits);
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
  const wanted = Math.min(Math.max(length * factor, leastAt(at)), Math.max(limits.latest - limits.earliest, length));
  const share = (at - view.earliest) / length;
  return pan({ earliest: at - wanted * share, latest: at + wanted * (1 - share) }, 0, limits);
}

/** A view on the way from one to another: its scale changes by the same factor in the same time, and one instant keeps its place.
 * @param {View} from @param {View} to @param {number} share from 0 to 1 @returns {View} */
export function along(from, to, share) {
  const [first, last] = [from.latest - from.earliest, to.latest - to.earliest];
  const length = first * (last / first) ** share;
  const way = Math.abs(last / first - 1) < 0.01 ? share : (length - first) / (last - first);
  const earliest = from.earliest + (to.earliest - from.earliest) * way;
  return { earliest, latest: earliest + length };
}

/** The view moved as little as makes an event readable; the same one where it is. @param {View} view @param {Item} item @param {View} first that of the
 * story, which a view of its length takes up again @param {View} limits @returns {View} */
export function reached(view, item, first, limits) {
  const length = view.latest - view.earliest;
  const covered = Math.min(item.right, view.latest) - Math.max(item.left, view.earliest);
  const seen = item.left >= view.earliest && item.left <= view.earliest + length * 0.85;
  if (seen || covered >= length / 3) return view;
  const atHome = Math.abs(first.latest - first.earliest - length) < 1 && item.left >= first.earliest && item.left < first.latest;
  return atHome ? { ...first } : pan(view, item.left - view.earliest - length / 3, limits);
}

/** Move a view; it always keeps a tenth of itself over the story. @param {View} view @param {number} by milliseconds @param {View} limits @returns {View} */
export function pan(view, by, limits) {
  const length = view.latest - view.earliest;
  const earliest = Math.min(Math.max(view.earliest + by, limits.earliest - length * 0.9), limits.latest - length * 0.1);
  return { earliest, latest: earliest + length };
}
