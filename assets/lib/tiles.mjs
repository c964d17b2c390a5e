// @ts-check
/** Stories in tiles: which tiles a view needs, what stands in for one that is not here, and how many events lie where. Numbers only; docs/contract.md. */

/** @typedef {import("./reveal.mjs").Item} Item */
/** @typedef {import("./reveal.mjs").View} View */
/** @typedef {Item & {place: number, key: boolean}} Event */
/** @typedef {{octave: number, index: number}} Place */
/** @typedef {Place & {whole: boolean, before: number, counts: Record<string, number[]>, events: Event[], figure: import("./marks.mjs").Trace[],
 *   match?: {ids: string[], counts: number[], before: number}}} Tile */
/** @typedef {{origin: number, octave: number, lowest: number, events: number, most: number, lanes: string[]}} Grid */
/** @typedef {{tile: Tile, exact: boolean}} StandIn exact: it holds all that the place would show */
/** @typedef {{place: Place, from: number, to: number, stand: StandIn | null}} Slot a part of a view, half open */
/** @typedef {{from: number, to: number, count: number, match: number | null}} Atom events of which no more is known than that they begin in `from <= at < to` */
/** @typedef {(tile: Tile, bin: number) => number | null} Match how many of a bin's events match; null: unknown, or no filter */

export const BINS = 16; // equal parts of a tile
const NARROWEST = 36; // pixels of a counter: less has no room for its number
const LARGEST = 10; // a tile of octave m is 2^(m + 10) ms long

/** @param {number} octave */
export const sizeOf = (octave) => 2 ** (octave + LARGEST);

/** The octave of the tiles of a level. @param {number} level @param {Grid} grid */
export const octaveOf = (level, grid) => Math.min(Math.max(Math.ceil(level / 2), grid.lowest), grid.octave);

/** @param {Place} place @param {Grid} grid @returns {View} */
export function spanOf({ octave, index }, { origin }) {
  const earliest = origin + index * sizeOf(octave);
  return { earliest, latest: earliest + sizeOf(octave) };
}

/** The tile of an octave that lies over another one, or is it. @param {Place} place @param {number} octave @returns {Place} */
export const over = (place, octave) => ({ octave, index: Math.floor(place.index / 2 ** (octave - place.octave)) });

/** The tile of an octave with an instant in it; the nearest one where none has. @param {number} at @param {number} octave @param {Grid} grid @returns {Place} */
export function placeAt(at, octave, grid) {
  const last = 2 ** (grid.octave - octave) - 1;
  return { octave, index: Math.min(Math.max(Math.floor((at - grid.origin) / sizeOf(octave)), 0), last) };
}

/** The tiles of a view, from left to right; none where it lies outside of the root. @param {View} view @param {number} octave @param {Grid} grid @returns {Place[]} */
export function placesIn({ earliest, latest }, octave, grid) {
  const end = grid.origin + sizeOf(grid.octave);
  if (latest <= grid.origin || earliest >= end) return [];
  const [first, last] = [placeAt(earliest, octave, grid).index, placeAt(Math.min(latest, end) - sizeOf(octave) * 1e-9, octave, grid).index];
  return Array.from({ length: Math.min(last - first, 63) + 1 }, (_, step) => ({ octave, index: first + step }));
}

/** @param {Place} place */
export const keyOf = ({ octave, index }) => `${octave}/${index}`;

/** What shows a tile's part of the story: the tile, a whole one above it, else the nearest one above it that is here, with fewer events in the same
 * rows. @param {Place} place @param {(key: string) => Tile | undefined} known @param {Grid} grid @returns {StandIn | null} */
export function standIn(place, known, grid) {
  for (let octave = place.octave; octave <= grid.octave; octave += 1) {
    const tile = known(keyOf(over(place, octave)));
    if (tile) return { tile, exact: octave === place.octave || tile.whole };
  }
  return null;
}

/** The next tile to ask for on the way to one, where a host has files alone and nothing lies below a whole tile: the counts of a tile tell of those down to
 * four octaves below it which are whole. @param {Place} place @param {Tile | undefined} above the nearest tile that is here @param {Grid} grid @returns {Place} */
export function stepTo(place, above, grid) {
  if (!above) return over(place, grid.octave);
  for (let octave = above.octave - 1; octave > place.octave && octave >= above.octave - 4; octave -= 1) {
    const below = over(place, octave);
    if (octave === above.octave - 4 || countIn(above, below) <= grid.most) return below;
  }
  return place;
}

/** How many events begin in a tile up to four octaves below another one. @param {Tile} above @param {Place} place */
function countIn(above, place) {
  const wide = BINS / 2 ** (above.octave - place.octave);
  const first = (place.index - above.index * 2 ** (above.octave - place.octave)) * wide;
  return Object.values(above.counts).reduce((sum, counts) => sum + counts.slice(first, first + wide).reduce((a, b) => a + b, 0), 0);
}

/** @param {Tile} tile @param {number} bin */
const inBin = (tile, bin) => Object.values(tile.counts).reduce((sum, counts) => sum + (counts[bin] ?? 0), 0);

/** The parts of a view and what shows them. @param {View} view @param {number} octave @param {(key: string) => Tile | undefined} known @param {Grid} grid
 * @returns {Slot[]} */
export function slotsIn(view, octave, known, grid) {
  return placesIn(view, octave, grid).map((place) => {
    const { earliest, latest } = spanOf(place, grid);
    return { place, from: earliest, to: latest, stand: standIn(place, known, grid) };
  });
}

/** A tile as it comes, its events by columns, with them one by one. @param {any} tile @returns {Tile} */
export function openedTile(tile) {
  const names = Object.keys(tile.events);
  const events = tile.events.id?.map((/** @type {string} */ _, /** @type {number} */ row) => Object.fromEntries(names.map((name) => [name, tile.events[name][row]])));
  return { ...tile, events: events ?? [] };
}

/** The events of some tiles, each once. @param {readonly (Tile | undefined)[]} tiles @returns {Event[]} */
export function eventsOf(tiles) {
  /** @type {Map<string, Event>} */
  const found = new Map();
  for (const tile of new Set(tiles)) for (const event of tile?.events ?? []) if (!found.has(event.id)) found.set(event.id, event);
  return [...found.values()];
}

/** Where the events of a tile begin: of a whole one instants, of another one its bins. @param {Tile} tile @param {Grid} grid @param {Match} match
 * @param {ReadonlySet<string> | null} matching @returns {Atom[]} in the order of time */
export function atomsOf(tile, grid, match, matching) {
  const { earliest, latest } = spanOf(tile, grid);
  const size = sizeOf(tile.octave) / BINS;
  const bins = Array.from({ length: BINS }, (_, bin) => ({ from: earliest + bin * size, to: earliest + (bin + 1) * size, count: inBin(tile, bin), match: match(tile, bin) }));
  if (!tile.whole) return bins.filter((atom) => atom.count);
  /** @type {Map<number, Atom>} */
  const points = new Map();
  /** @param {number} at @param {number} count @param {number | null} matched */
  const add = (at, count, matched) => {
    const atom = points.get(at) ?? { from: at, to: at, count: 0, match: matched === null ? null : 0 };
    points.set(at, { ...atom, count: atom.count + count, match: atom.match === null || matched === null ? null : atom.match + matched });
  };
  const own = tile.events.filter((event) => event.left >= earliest && event.left < latest);
  for (const { id, left } of own) add(left, 1, matching && Number(matching.has(id)));
  for (const bin of bins) { // who found no row at any level: more began at one instant than there are rows
    const here = own.filter(({ left }) => left >= bin.from && left < bin.to);
    if (bin.count > here.length) add(here.at(-1)?.left ?? bin.from, bin.count - here.length, bin.match === null ? null : bin.match - here.filter(({ id }) => matching?.has(id)).length);
  }
  return [...points.values()].sort((a, b) => a.from - b.from);
}

/** @typedef {{hidden: Atom[], before: number, after: number, shown: number, matched: {before: number, after: number} | null}} Tally matched: of those
 * outside, shown or not, how many match */

/** What a view shows, hides and leaves outside; together these are all events of the story, always. @param {readonly Slot[]} slots @param {View} view
 * @param {readonly Item[]} revealed what its level shows, on both sides of its edges too @param {Grid} grid @param {(tile: Tile) => Atom[]} atoms
 * @param {number | null} [matches] how many events of the story match a filter @returns {Tally} */
export function tally(slots, view, revealed, grid, atoms, matches = null) {
  const all = atomsIn(slots, grid, atoms);
  /** @param {Atom} atom */
  const inside = ({ from, to }) => from < view.latest && (from === to ? from >= view.earliest : to > view.earliest);
  const here = all.filter(inside).map((atom) => ({ ...atom }));
  const earlier = all.filter((atom) => !inside(atom) && atom.from < view.latest);
  const first = slots[0]?.stand?.tile;
  const start = first ? first.before : slots.length || view.earliest < grid.origin ? 0 : grid.events;
  let left = earlier.reduce((sum, atom) => sum + atom.count, start);
  let [shown, right] = [0, grid.events - left - here.reduce((sum, atom) => sum + atom.count, 0)];
  const matched = matchedIn(matches, first, earlier, here);
  for (const item of revealed) {
    const atom = atomAt(here, item.left);
    const seen = item.left < view.latest && (item.right > view.earliest || (item.right === view.earliest && item.dot));
    if (atom) atom.count -= 1;
    if (atom && !seen) [left, right] = item.left < view.earliest ? [left + 1, right] : [left, right + 1];
    else if (!atom && seen) left -= 1; // it began before what is counted here, and lasts
    shown += Number(seen);
  }
  return { hidden: here.filter((atom) => atom.count > 0), before: left, after: right, shown, matched };
}

/** @param {number | null} matches @param {Tile | undefined} first @param {Atom[]} earlier @param {Atom[]} here */
function matchedIn(matches, first, earlier, here) {
  if (matches === null || !first?.match) return null;
  const before = earlier.reduce((sum, atom) => sum + (atom.match ?? 0), first.match.before);
  return { before, after: Math.max(matches - before - here.reduce((sum, atom) => sum + (atom.match ?? 0), 0), 0) };
}

/** The atom in which something begins at an instant. @param {Atom[]} atoms in the order of time @param {number} at */
function atomAt(atoms, at) {
  let [low, high] = [0, atoms.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((atoms[middle]?.from ?? 0) <= at) low = middle + 1;
    else high = middle;
  }
  const atom = atoms[low - 1];
  return atom && (atom.from === atom.to ? atom.from === at : at < atom.to) ? atom : null;
}

/** What begins where in the parts of a view, each once; of the first one also what begins before it. @param {readonly Slot[]} slots @param {Grid} grid
 * @param {(tile: Tile) => Atom[]} atoms */
function atomsIn(slots, grid, atoms) {
  /** @type {Map<Tile, {from: number, to: number}>} */
  const used = new Map();
  for (const [index, { stand, from, to }] of slots.entries()) {
    if (!stand) continue;
    const own = spanOf(stand.tile, grid);
    const end = stand.exact || index === slots.length - 1 ? own.latest : to;
    const known = used.get(stand.tile) ?? { from: index === 0 ? own.earliest : Math.max(from, own.earliest), to: end };
    used.set(stand.tile, { from: known.from, to: Math.max(known.to, end) });
  }
  return [...used].flatMap(([tile, { from, to }]) => atoms(tile).filter((atom) => atom.from >= from && atom.from < to));
}

/** Counters of a view: one for each bin of its tiles, as wide as it is seen; what an edge leaves too little of joins its neighbour.
 * @param {readonly Atom[]} hidden @param {View} view @param {number} width @param {number} octave @param {Grid} grid @returns {import("./reveal.mjs").Bin[]} */
export function binsOf(hidden, view, width, octave, grid) {
  const size = sizeOf(octave) / BINS;
  const scale = width / (view.latest - view.earliest);
  /** @param {number} at */
  const x = (at) => Math.min(Math.max((at - view.earliest) * scale, 0), width);
  /** @type {Map<number, {count: number, match: number | null}>} */
  const counts = new Map();
  const [first, last] = [view.earliest, view.latest - 1].map((at) => Math.floor((at - grid.origin) / size));
  for (const { from, to, count, match } of hidden) {
    if (to - from > size) continue; // of a tile that stands in for another one
    let bin = Math.floor((from - grid.origin) / size);
    for (const [edge, way] of [[first, 1], [last, -1]]) {
      const begin = grid.origin + bin * size;
      if (bin === edge && first !== last && x(begin + size) - x(begin) < NARROWEST) bin += way ?? 0;
    }
    const known = counts.get(bin) ?? { count: 0, match: 0 };
    counts.set(bin, { count: known.count + count, match: known.match === null || match === null ? null : known.match + match });
  }
  return [...counts].map(([bin, told]) => {
    const from = grid.origin + bin * size;
    const wide = Math.max(x(from + size) - x(from), Math.min(NARROWEST, width));
    const left = Math.min(x(from), width - wide);
    return { bin, x: left + wide / 2, wide, from, to: from + size, ...told };
  });
}

/** @typedef {{octave: number, first: number, counts: number[]}} Density */

/** The parts of the whole story in an overview. @param {Density} all @param {Density | null} matching @param {View} limits @param {number} width
 * @param {number} least pixels of a part @param {Grid} grid @returns {import("./reveal.mjs").Bin[]} */
export function overall(all, matching, limits, width, least, grid) {
  const [size, parts] = [sizeOf(all.octave) / BINS, Math.max(Math.floor(width / least), 1)];
  const length = (limits.latest - limits.earliest) / parts;
  const sums = Array.from({ length: parts }, () => ({ count: 0, match: 0 }));
  for (const [step, count] of all.counts.entries()) {
    const at = grid.origin + (all.first + step + 0.5) * size;
    const sum = sums[Math.min(Math.max(Math.floor((at - limits.earliest) / length), 0), parts - 1)];
    if (!sum) continue;
    sum.count += count;
    sum.match += matching?.counts[step] ?? 0;
  }
  return sums.map(({ count, match }, part) => {
    const from = limits.earliest + part * length;
    return { x: ((part + 0.5) * width) / parts, wide: width / parts, count, match: matching && match, from, to: from + length };
  }).filter((part) => part.count);
}

/** Traces of several tiles, those of one name as one. @param {readonly import("./marks.mjs").Trace[]} traces @returns {import("./marks.mjs").Trace[]} */
export function joined(traces) {
  /** @type {Map<string, import("./marks.mjs").Trace>} */
  const found = new Map();
  for (const trace of traces) {
    if (!trace.customdata.length) continue;
    const known = found.get(trace["uid"]);
    const [first, second] = [known?.customdata.length, trace.customdata.length];
    /** @param {any} a @param {any} b @returns {any} */
    const both = (a, b) => {
      if (Array.isArray(a)) return Array.isArray(b) && a.length === first && b.length === second ? [...a, ...b] : a;
      return a && typeof a === "object" ? Object.fromEntries(Object.entries(a).map(([key, value]) => [key, both(value, b?.[key])])) : a;
    };
    found.set(trace["uid"], known ? both(known, trace) : trace);
  }
  return [...found.values()];
}
