// @ts-check
/** Finding in a story on a host that has files alone: what all cards can be found by lies there too, and is looked through here. The answers are those of a
 * server: the twin of `timeline.store.matches`, and of `Answers.find`, `found` and `tile`. */

import { countsOf, matches, parseQuery, passes, readChosen, valuesOf } from "./search.mjs";
import { ABREAST } from "./tiled_fetched.mjs";
import { BINS, sizeOf, spanOf } from "./tiles.mjs";

/** @typedef {import("./search.mjs").Fact & {place: number, left: number | null}} Fact left: where it begins, null without a mark */
/** @typedef {{place: number[], status: string[], basis: string[], precision: string[], lane: string[], tags: string[][], key: boolean[], left?: number[]}} Columns */
/** @typedef {{words: string[], events: Columns, unplaced: Columns}} File */
/** @typedef {{texts: string[], facts: Fact[], facets: string[]}} Known facets: those that some event has a value of */
/** @typedef {{query: string, chosen: import("./search.mjs").Chosen, worded: boolean[], able: Fact[], places: number[], lefts: Float64Array}} Matches worded:
 * whether each card has the words; able: facts of these; places of the cards that match; lefts: where the events that match begin, in their order */

const FACETS = ["key", "status", "lane", "tag", "basis", "precision"];
const LETTERED = 400; // letters of a query that are looked at, and
const TERMS = 20; // terms in it, as in timeline/store/found.py

export class Words {
  /** @param {import("./tiled_chart.mjs").Tiles} tiles @param {(path: string) => Promise<any>} ask for what the host has */
  constructor(tiles, ask) {
    this.tiles = tiles;
    this.ask = ask;
    /** @type {Promise<Known> | null} */
    this.known = null;
    /** @type {Matches | null} of what was looked for last */
    this.last = null;
  }

  /** The answer to an address that asks for words or filters; null where it asks for none. @param {string} path @returns {Promise<any> | null} */
  answer(path) {
    const [address = "", query] = path.split("?", 2);
    if (!query) return null;
    const [kind, , page] = address.split("/");
    if (kind === "find") return this.matches(query).then((found) => this.find(found));
    if (kind === "found") return this.matches(query).then((found) => this.cards(found, Number(page)));
    return this.matches(query).then((found) => this.tile(found, address));
  }

  /** Several answers, a few at a time. @param {string[]} paths */
  async all(paths) {
    const found = [];
    for (let at = 0; at < paths.length; at += ABREAST) found.push(...(await Promise.all(paths.slice(at, at + ABREAST).map((path) => this.ask(path)))));
    return found;
  }

  /** @returns {Promise<Known>} */
  async load() {
    const { version, words } = this.tiles;
    /** @type {File[]} */
    const files = await this.all(Array.from({ length: words }, (_, number) => `words/${version}/${number}`));
    /** @type {Map<string, Fact["values"]>} each once: most events have the values of another one */
    const seen = new Map();
    const facts = files.flatMap(({ events, unplaced }) => [...factsOf(events, seen), ...factsOf(unplaced, seen)]);
    const facets = FACETS.filter((facet) => [...seen.values()].some((values) => values[facet]?.length));
    return { texts: files.flatMap((file) => file.words), facts, facets };
  }

  /** What matches a query, as an address has it. @param {string} query @returns {Promise<Matches>} */
  async matches(query) {
    this.known ??= this.load().catch((reason) => {
      this.known = null; // to be tried again
      throw reason;
    });
    const { texts, facts, facets } = await this.known;
    if (this.last?.query === query) return this.last;
    const asked = new URLSearchParams(query);
    const terms = parseQuery((asked.get("q") ?? "").slice(0, LETTERED)).slice(0, TERMS);
    const chosen = new Map([...readChosen(asked.get("filter") ?? "")].filter(([facet]) => facets.includes(facet)));
    const worded = texts.map((text) => matches(text, terms));
    const able = facts.filter(({ place }) => worded[place]);
    const passing = able.filter((fact) => passes(fact, chosen));
    const cards = chosen.size ? passing.map(({ place }) => place) : worded.flatMap((has, place) => (has ? [place] : []));
    const lefts = Float64Array.from(passing.flatMap(({ left }) => (left === null ? [] : [left]))).sort();
    this.last = { query, chosen, worded, able, places: [...new Set(cards)].sort((a, b) => a - b), lefts };
    return this.last;
  }

  /** How much matches, and how much each value would show. @param {Matches} found */
  find({ chosen, able, places, lefts }) {
    const { density, origin } = this.tiles;
    const [size, counts] = [sizeOf(density.octave) / BINS, density.counts.map(() => 0)];
    for (const left of lefts) {
      const bin = Math.floor((left - origin) / size) - density.first;
      counts[bin] = (counts[bin] ?? 0) + 1;
    }
    const shown = [...countsOf(able, chosen, FACETS)].map(([facet, values]) => [facet, Object.fromEntries(values)]);
    return { entries: places.length, events: lefts.length, counts: Object.fromEntries(shown), density: { ...density, counts } };
  }

  /** A page of the cards that match, from the pages of all cards. @param {Matches} found @param {number} page */
  async cards({ places }, page) {
    const { version, page: size } = this.tiles;
    const own = places.slice(page * size, (page + 1) * size);
    const numbers = [...new Set(own.map((place) => Math.floor(place / size)))];
    /** @type {import("./tiled_cards.mjs").Answer[]} */
    const answers = await this.all(numbers.map((number) => `cards/${version}/${number}`));
    const parts = answers.map((answer) => picked(answer, new Set(own)));
    return {
      first: page * size,
      html: parts.map(({ html }) => html).join(""),
      events: parts.flatMap(({ events }) => events),
      unplaced: parts.flatMap(({ unplaced }) => unplaced),
      published: Object.assign({}, ...parts.map(({ published }) => published)),
      places: own,
    };
  }

  /** A tile with what of it matches. @param {Matches} found @param {string} address */
  async tile({ chosen, worded, lefts }, address) {
    /** @type {import("./tiles.mjs").Tile} */
    const tile = await this.ask(address);
    const [{ earliest }, size] = [spanOf(tile, this.tiles), sizeOf(tile.octave) / BINS];
    const borders = Array.from({ length: BINS + 1 }, (_, bin) => before(lefts, earliest + bin * size));
    const ids = tile.events.filter((event) => worded[event.place] && passes({ id: "", event: event.id, values: valuesOf(event) }, chosen)).map(({ id }) => id);
    const counts = Array.from({ length: BINS }, (_, bin) => (borders[bin + 1] ?? 0) - (borders[bin] ?? 0));
    return { ...tile, match: { ids, counts, before: borders[0] ?? 0 } };
  }
}

/** @param {Columns} columns @param {Map<string, Fact["values"]>} seen @returns {Fact[]} */
function factsOf(columns, seen) {
  return columns.place.map((place, row) => {
    const told = { key: columns.key[row] ? ["key"] : [], status: [columns.status[row] ?? ""], lane: [columns.lane[row] ?? ""], tag: columns.tags[row] ?? [], basis: [columns.basis[row] ?? ""], precision: [columns.precision[row] ?? ""] };
    const name = JSON.stringify(told);
    const values = seen.get(name) ?? told;
    seen.set(name, values);
    return { id: String(place), event: "", values, place, left: columns.left?.[row] ?? null };
  });
}

/** Those of a page's cards that stand at some places. @param {import("./tiled_cards.mjs").Answer} answer @param {ReadonlySet<number>} places */
function picked({ first, html, events, unplaced, published }, places) {
  const holder = document.createElement("template");
  holder.innerHTML = html;
  const cards = /** @type {HTMLElement[]} */ ([...holder.content.querySelectorAll("[data-entry]")]).filter((_, index) => places.has(first + index));
  const told = new Set(cards.flatMap((card) => [...card.querySelectorAll("[data-event]")].map((node) => node.getAttribute("data-event"))));
  const entries = new Set(cards.map((card) => card.dataset["entry"]));
  return {
    html: cards.map((card) => card.outerHTML).join(""),
    events: events.filter(({ place }) => places.has(place)),
    unplaced: unplaced.filter(({ id }) => told.has(id)),
    published: Object.fromEntries(Object.entries(published).filter(([entry]) => entries.has(entry))),
  };
}

/** How many of some numbers in their order are less than one. @param {Float64Array} sorted @param {number} limit */
function before(sorted, limit) {
  let [low, high] = [0, sorted.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((sorted[middle] ?? 0) < limit) low = middle + 1;
    else high = middle;
  }
  return low;
}
