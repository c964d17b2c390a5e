// @ts-check
/** The chart of a story in tiles: what a view shows comes from the tiles that are here, and what it hides from their counts. */

import { Chart } from "./chart.mjs";
import { Fetched, Missing } from "./tiled_fetched.mjs";
import { pick } from "./marks.mjs";
import { shapesOf } from "./paint.mjs";
import { fit, leastAt } from "./reveal.mjs";
import { atomsOf, binsOf, eventsOf, joined, keyOf, octaveOf, openedTile, overall, placeAt, placesIn, slotsIn, spanOf, standIn, stepTo, tally } from "./tiles.mjs";
import { tied } from "./tiled_ties.mjs";
import { Words } from "./tiled_words.mjs";
import { axisText } from "./zones.mjs";

/** @typedef {import("./tiles.mjs").Event} Event */
/** @typedef {import("./tiles.mjs").Place} Place */
/** @typedef {import("./tiles.mjs").Slot} Slot */
/** @typedef {import("./tiles.mjs").Tile} Tile */
/** @typedef {import("./reveal.mjs").Item} Item */
/** @typedef {import("./tiles.mjs").Grid & {version: string, base: string, suffix: string, search: boolean, words: number, entries: number, page: number, earliest: number,
 *   latest: number, density: import("./tiles.mjs").Density, first: Record<string, any[]>, cards: Event[], keys: Event[]}} Tiles `tiles` of the payload */
/** @typedef {{tile: Tile, event: Event}} Pin an event that is shown although no tile of the view has it */

const AHEAD = 350; // milliseconds that a view rests before what lies around it is fetched
const FAR_OFF = 40; // tiles on the way to the next event

export class TiledChart extends Chart {
  /** @param {HTMLElement} root @param {import("./chart.mjs").ChartData & {tiles: Tiles}} data @param {() => import("./ticks.mjs").Zoned} how */
  constructor(root, data, how) {
    super(root, data, how);
    this.tiles = data.tiles;
    this.limits = limitsIn(this.tiles, data.window);
    this.ending = new AbortController();
    this.fetched = new Fetched(this.tiles, this.ending.signal, () => this.stated());
    this.fetched.arrived = () => this.redraw();
    if (this.tiles.words) this.fetched.answered = searching(this);
    this.numbers = this.compacts = new Intl.NumberFormat("en");
    this.language = this.key = "";
    this.query = ""; // of what is being looked for, as an address has it
    /** @type {import("./tiles.mjs").Density | null} */
    this.found = null;
    /** @type {number | null} how many events match */
    this.matches = null;
    /** @type {ReadonlySet<string> | null} lanes that alone are looked for: these are counted everywhere */
    this.lanes = null;
    /** @type {((item: Event) => boolean) | null} what lets an event stand out, where no server tells */
    this.passes = null;
    /** @type {Slot[]} */
    this.slots = [];
    /** @type {Event[]} */
    this.shown = [];
    /** @type {Map<string, Event>} */
    this.byId = new Map();
    /** @type {Map<string, Pin>} */
    this.pins = new Map();
    /** @type {Map<string, Tile>} those that the page brought */
    this.brought = broughtBy(this.tiles.first);
    this.octave = this.ahead = 0;
    /** @type {WeakMap<Tile, {key: string, atoms: import("./tiles.mjs").Atom[]}>} */
    this.atoms = new WeakMap();
    /** @type {import("./tiles.mjs").Tally | null} */
    this.tallied = null;
    /** @type {{data: import("./marks.mjs").Trace[], shapes: import("./paint.mjs").Shape[]} | null} */
    this.merged = null;
    /** @type {WeakMap<Tile, import("./paint.mjs").Shape[]>} */
    this.shapes = new WeakMap();
    this.plot.figure = () => (this.merged ??= this.figure());
  }

  /** Called when the host is slow, fails, or is well again. */
  stated = () => {};

  /** Called when other events are here than before. */
  changed = () => {};

  /** Whether all of the story can be looked through, by a server or in files. */
  searches() {
    return this.tiles.search || this.tiles.words > 0;
  }

  /** Where a tile is asked for. @param {Place} place @param {string} [query] */
  path(place, query = this.query) {
    return `tiles/${this.tiles.version}/${this.lay}/${keyOf(place)}${query}`;
  }

  /** A tile that is here, with what of it matches if that is known. @param {string} key @returns {Tile | undefined} */
  known(key) {
    const path = `tiles/${this.tiles.version}/${this.lay}/${key}`;
    const told = this.query && this.searches() ? this.fetched.get(path + this.query) : undefined;
    return told ?? this.fetched.get(path) ?? this.brought.get(`${this.lay}/${key}`);
  }

  /** A tile of a place may answer for a longer one that it lies in. @param {Place} place @param {any} tile */
  take(place, tile) {
    if (tile.octave !== place.octave) this.fetched.keep(this.path(tile, ""), tile);
    if (tile.octave !== place.octave && tile.match) this.fetched.keep(this.path(tile), tile);
  }

  /** @override */
  items() {
    const octave = octaveOf(this.level(this.width), this.tiles);
    /** @param {string} key */
    const known = (key) => this.known(key);
    for (const place of placesIn(this.view, octave, this.tiles)) {
      const tile = this.known(keyOf(place));
      if (tile) this.take(place, tile);
    }
    this.slots = slotsIn(this.view, octave, known, this.tiles);
    this.octave = octave;
    this.want();
    const tiles = this.slots.flatMap(({ stand }) => (stand ? [stand.tile] : []));
    const pins = [...this.pins].filter(([id]) => id.startsWith(`${this.lay}/`)).map(([, pin]) => pin);
    const key = [this.lay, this.query, ...tiles.map((tile) => `${keyOf(tile)}${tile.match ? "?" : ""}`), ...pins.map((pin) => pin.event.id)].join();
    if (key !== this.key) this.renew(key, tiles, pins);
    return this.shown;
  }

  /** Other tiles are here than before. @param {string} key @param {Tile[]} tiles @param {Pin[]} pins */
  renew(key, tiles, pins) {
    this.key = key;
    this.merged = null;
    this.shown = eventsOf([...tiles, ...pins.map(({ tile, event }) => ({ ...tile, events: [event] }))]);
    this.byId = new Map(this.shown.map((event) => [event.id, event]));
    this.match(tiles);
    this.changed();
  }

  /** Which of the events that are here match. @param {Tile[]} tiles */
  match(tiles) {
    const { passes } = this;
    if (passes) this.matching = new Set(this.shown.filter(passes).map((event) => event.id));
    else if (!this.query) this.matching = null;
    else {
      const told = new Set(tiles.flatMap((tile) => (tile.match ? tile.events.map((event) => event.id) : [])));
      const matching = new Set(tiles.flatMap((tile) => tile.match?.ids ?? []));
      this.matching = new Set(this.shown.filter((event) => matching.has(event.id) || !told.has(event.id)).map((event) => event.id));
    }
  }

  /** Another filter, or another search. */
  refilter() {
    this.key = "";
    this.redraw();
  }

  /** @override @param {string | null} id @returns {Item | undefined} */
  item(id) {
    return this.byId.get(id ?? "") ?? this.elsewhere(id ?? "");
  }

  /** An event that no tile of the view has, as a card tells it; set by the timeline. @type {(id: string) => Item | undefined} */
  elsewhere = () => undefined;

  /** @override @param {number} width */
  level(width) {
    return Math.min(super.level(width), 2 * this.tiles.octave);
  }

  /** Ask for what the view, or the one it glides to, does not have yet; and for what lies around it, once it rests. */
  want() {
    clearTimeout(this.ahead);
    if (!this.online()) return;
    const view = this.goal ?? this.view;
    const octave = this.goal ? octaveOf(Math.min(Math.ceil(2 * Math.log2((view.latest - view.earliest) / this.width)), 2 * this.tiles.octave), this.tiles) : this.octave;
    const urgent = this.missing(placesIn(view, octave, this.tiles));
    this.fetched.want(urgent);
    this.node.classList.toggle("is-waiting", urgent.some((path) => !this.fetched.lost.has(path)) && this.fetched.state !== "gone");
    if (urgent.length || this.query) return;
    this.ahead = setTimeout(() => {
      const length = this.view.latest - this.view.earliest;
      const around = placesIn({ earliest: this.view.earliest - length, latest: this.view.latest + length }, this.octave, this.tiles);
      const above = this.octave < this.tiles.octave ? placesIn(this.view, this.octave + 1, this.tiles) : [];
      this.fetched.want(this.missing([...around, ...above]));
    }, AHEAD);
  }

  /** Whether there is a host to ask. */
  online() {
    return location.protocol !== "file:" && this.fetched.state !== "gone";
  }

  /** The addresses of tiles that are not here, and of those on the way to them. @param {Place[]} places */
  missing(places) {
    /** @param {string} key */
    const known = (key) => this.known(key);
    const asked = places.flatMap((place) => {
      const stand = standIn(place, known, this.tiles);
      const unmatched = stand && this.query && this.searches() && !stand.tile.match;
      if (stand?.exact) return unmatched ? [this.path(stand.tile)] : [];
      return [this.tiles.search ? this.path(place) : this.path(stepTo(place, stand?.tile, this.tiles), "")];
    });
    return [...new Set(asked)];
  }

  /** The tile that holds all of a place, fetched if need be. @param {Place} place @returns {Promise<Tile>} */
  async reachTile(place) {
    for (;;) {
      const stand = standIn(place, (key) => this.known(key), this.tiles);
      if (stand?.exact) return stand.tile;
      const next = this.tiles.search ? place : stepTo(place, stand?.tile, this.tiles);
      const tile = await this.fetched.ask(this.path(next, ""));
      if (tile.octave !== next.octave) this.fetched.keep(this.path(tile, ""), tile);
    }
  }

  /** Show an event that the view does not reveal, in the row that it has further down. @param {string} id */
  async pin(id) {
    const [item, key] = [this.item(id), `${this.lay}/${id}`];
    if (!item || this.byId.has(id) || this.pins.has(key) || !this.online()) return;
    const tile = await this.reachTile(placeAt(item.left, this.tiles.lowest, this.tiles)).catch(() => null);
    const event = tile?.events.find((one) => one.id === id);
    if (!tile || (this.current !== id && this.hovered !== id)) return;
    this.pins.set(key, { tile, event: event ?? /** @type {Event} */ ({ ...item, row: 0, level: null, width: 0 }) });
    for (const old of this.pins.keys()) if (this.pins.size > 6) this.pins.delete(old);
    this.key = "";
    this.redraw();
  }

  /** The event after the last one that is here, or before the first. @param {Item | undefined} item @param {1 | -1} way @returns {Promise<Event | null>} */
  async beyond(item, way) {
    let octave = this.octave;
    const ends = this.slots.flatMap(({ from, to, stand }) => (stand?.exact ? [from, to] : []));
    let at = ends.length ? (way > 0 ? Math.max(...ends) : Math.min(...ends)) : (item?.left ?? this.view.earliest);
    for (let turn = 0; turn < FAR_OFF && (way > 0 ? at <= this.tiles.latest : at > this.tiles.earliest); turn += 1) {
      const tile = await this.reachTile(placeAt(way > 0 ? at : at - 1, octave, this.tiles));
      const { earliest, latest } = spanOf(tile, this.tiles);
      const near = tile.events.filter(({ id, left }) => id !== item?.id && left >= earliest && left < latest && (way > 0 ? left >= at : left < at));
      const next = near.sort((a, b) => way * (a.left - b.left || (a.id < b.id ? -1 : 1)))[0];
      if (next) return next;
      at = way > 0 ? latest : earliest;
      octave = Math.min(octave + 1, this.tiles.octave);
    }
    return null;
  }

  /** @override @param {Item[]} hidden @param {number} width */
  hidden(hidden, width) {
    void hidden;
    const revealed = this.revealed();
    this.tallied = tally(this.slots, this.view, revealed, this.tiles, (tile) => this.atomsIn(tile), this.matches);
    return binsOf(this.unseen(this.tallied.hidden, revealed), this.view, width, this.octave, this.tiles);
  }

  /** What the level of the view shows, on both sides of its edges too. */
  revealed() {
    const level = this.level(this.width);
    return this.shown.filter((item) => (item.level !== null && item.level >= level) || item.id === this.current || item.id === this.hovered);
  }

  /** What is hidden, without those matching events that are shown. @param {import("./tiles.mjs").Atom[]} hidden @param {Item[]} revealed */
  unseen(hidden, revealed) {
    if (this.matching === null) return hidden;
    const lefts = revealed.filter((item) => this.matching?.has(item.id)).map((item) => item.left);
    return hidden.map((atom) => {
      const shown = lefts.filter((left) => left >= atom.from && (atom.from === atom.to ? left === atom.from : left < atom.to)).length;
      return atom.match === null ? atom : { ...atom, match: Math.min(Math.max(atom.match - shown, 0), atom.count) };
    });
  }

  /** Where the events of a tile begin, and how many of them match. @param {Tile} tile */
  atomsIn(tile) {
    const key = `${this.key} ${this.query}`;
    const kept = this.atoms.get(tile);
    if (kept && (kept.key === key || (!this.query && !this.passes && kept.key === ""))) return kept.atoms;
    const filtered = this.query || this.passes;
    const told = filtered && this.matching && (tile.match || this.passes) ? this.matching : null;
    const atoms = atomsOf(tile, this.tiles, (one, bin) => (filtered ? this.matchIn(one, bin) : null), told);
    this.atoms.set(tile, { key: filtered ? key : "", atoms });
    return atoms;
  }

  /** How many events of a bin match; null where nobody tells. @param {Tile} tile @param {number} bin */
  matchIn(tile, bin) {
    const { lanes, tiles } = this;
    if (!lanes) return tile.match?.counts[bin] ?? null;
    return Object.entries(tile.counts).reduce((sum, [lane, counts]) => sum + (lanes.has(tiles.lanes[Number(lane)] ?? "") ? (counts[bin] ?? 0) : 0), 0);
  }

  /** @override */
  outside() {
    const { before, after, matched } = this.tallied ?? { before: 0, after: 0, matched: null };
    return {
      before: { count: before, match: matched && Math.min(matched.before, before), from: this.tiles.earliest, to: this.view.earliest, last: this.view.earliest },
      after: { count: after, match: matched && Math.min(matched.after, after), from: this.view.latest, to: this.tiles.latest, last: this.tiles.latest - 1 },
    };
  }

  /** @override @param {number} width @param {number} size */
  whole(width, size) {
    return overall(this.tiles.density, this.found, this.limits, width, size, this.tiles);
  }

  /** @override @param {number} count */
  number(count) {
    this.speak();
    return this.numbers.format(count);
  }

  /** @override @param {number} count */
  brief(count) {
    return count < 10_000 ? this.number(count) : this.compact(count);
  }

  /** @override @param {number} count @param {number | null} match */
  forms(count, match) {
    const [all, some] = [this.compact(count), match === null ? "" : this.compact(match)];
    return [super.forms(count, match)[0] ?? "", match === null ? `+${all}` : `${some}/${all}`, some || all];
  }

  /** A number in as few letters as a language has for it. @param {number} count */
  compact(count) {
    this.speak();
    return this.compacts.format(count);
  }

  /** Numbers in the language of the moment: a formatter a call would take most of the time of a frame. */
  speak() {
    const { language } = this.how();
    if (this.language === language) return;
    [this.language, this.numbers] = [language, new Intl.NumberFormat(language)];
    this.compacts = new Intl.NumberFormat(language, { notation: "compact" });
  }

  /** The traces and shapes of all tiles of the view, each event once. */
  figure() {
    /** @type {Set<string>} */
    const seen = new Set();
    /** @type {import("./marks.mjs").Trace[]} */
    const traces = [];
    /** @type {import("./paint.mjs").Shape[]} */
    const shapes = [];
    const tiles = this.slots.flatMap(({ stand }) => (stand ? [stand.tile] : []));
    const pinned = [...this.pins.values()].filter(({ event }) => this.byId.get(event.id) === event);
    for (const { tile, ids } of [...[...new Set(tiles)].map((tile) => ({ tile, ids: tile.events.map((event) => event.id) })), ...pinned.map(({ tile, event }) => ({ tile, ids: [event.id] }))]) {
      const fresh = new Set(ids.filter((id) => !seen.has(id)));
      traces.push(...tile.figure.map((trace) => pick(trace, fresh)));
      if (!this.shapes.has(tile)) this.shapes.set(tile, shapesOf(tile.figure));
      shapes.push(...(this.shapes.get(tile) ?? []).filter((shape) => fresh.has(shape.id)));
      for (const id of fresh) seen.add(id);
    }
    const ties = this.ties();
    return { data: [...ties, ...joined(traces)], shapes: [...shapesOf(ties), ...shapes] };
  }

  /** The ties of all that is here, behind the marks: an empty one came with the page. */
  ties() {
    const { data, layout } = this.data.figure;
    return data.map((trace) => tied(this.shown, trace, layout.xaxis.type === "date" ? axisText : Number));
  }

  /** Whether an answer was refused because the story is another one now. @param {unknown} reason */
  refused(reason) {
    if (reason instanceof Missing) this.fetched.leave();
  }

  /** @override */
  remove() {
    clearTimeout(this.ahead);
    this.ending.abort();
    super.remove();
  }
}

/** What answers words and filters of what the host and the page have. @param {TiledChart} chart @returns {(path: string) => Promise<any> | null} */
function searching(chart) {
  const words = new Words(chart.tiles, async (path) => chart.brought.get(path.split("/").slice(2).join("/")) ?? chart.fetched.ask(path));
  return (path) => words.answer(path);
}

/** The whole story and the first view, which no view leaves. @param {Tiles} tiles @param {[number, number]} window */
function limitsIn(tiles, [first, last]) {
  const whole = fit(Math.min(tiles.earliest, first), Math.max(tiles.latest, first + 1), leastAt(first));
  return { earliest: Math.min(whole.earliest, first), latest: Math.max(whole.latest, last) };
}

/** @param {Record<string, any[]>} first as they come @returns {Map<string, Tile>} by lay, octave and index */
function broughtBy(first) {
  return new Map(Object.entries(first).flatMap(([lay, tiles]) => tiles.map((tile) => /** @type {[string, Tile]} */ ([`${lay}/${keyOf(tile)}`, openedTile(tile)]))));
}
