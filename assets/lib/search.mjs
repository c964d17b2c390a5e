// @ts-check
/** Full-text search and filters, without a page: what a query means, what matches, and how many would. */

import { PARTS_OF_DAY } from "./elapsed.mjs";

/** @typedef {{text: string, starts: Int32Array | null}} Folded starts: the place in the text that each folded letter comes from; null: the same */
/** @typedef {{id: string, event: string, values: Record<string, readonly string[]>}} Fact what one event of an entry can be filtered by */
/** @typedef {Map<string, ReadonlySet<string>>} Chosen facet -> the values ticked; an event has to have one of each facet */

const ACCENTS = /[\u0300-\u036f\u0591-\u05c7\u064b-\u065f\u0670\u0640]/g; // accents, points and stretching; vowels of other scripts stay
const UNSEEN = /[\u00ad\u200b\u2060\ufeff]/g; // where a line may break or may not, and the mark of a file
const LETTERS = { ß: "ss", æ: "ae", œ: "oe", ø: "o", đ: "d", ł: "l", ı: "i", ς: "σ", "’": "'", "‘": "'", "\u2010": "-" }; // a hyphen that does not break is one that may
const LETTER = /[ßæœøđłıς’‘\u2010]/g;
const PHRASE = /["„“”«»]([^"„“”«»]+)["“”«»]|[^\s"„“”«»]+/g;

/** A text as it is compared: without case, accents, kinds of space and of hyphen, and what is not seen. @param {string} text */
export function fold(text) {
  const plain = text.replace(UNSEEN, "").toLowerCase().normalize("NFKD").replace(ACCENTS, "");
  return plain.replace(LETTER, (letter) => LETTERS[/** @type {keyof typeof LETTERS} */ (letter)]).replace(/\s+/g, " ");
}

/** The same, with the way back to the text. @param {string} text @returns {Folded} */
export function foldWithPlaces(text) {
  const whole = fold(text);
  if (whole.length === text.length && /^[ -~]*$/.test(text)) return { text: whole, starts: null };
  /** @type {number[]} */
  const starts = [];
  let place = 0;
  let folded = "";
  for (const letter of text) {
    let part = fold(letter);
    if (part === " " && folded.endsWith(" ")) part = "";
    for (let index = 0; index < part.length; index++) starts.push(place);
    folded += part;
    place += letter.length;
  }
  return { text: folded, starts: Int32Array.from([...starts, place]) };
}

/** The words and quoted phrases of a query, folded, each once. @param {string} query */
export function parseQuery(query) {
  const terms = [...query.replace(UNSEEN, "").matchAll(PHRASE)].map((match) => fold(match[1] ?? match[0]).trim());
  return [...new Set(terms)].filter((term) => term !== "");
}

/** Whether every term is in the folded text. @param {string} text @param {readonly string[]} terms */
export const matches = (text, terms) => terms.every((term) => text.includes(term));

/** Where terms are found, as places of the unfolded text: in order, none over another.
 * @param {Folded} folded @param {readonly string[]} terms @returns {[number, number][]} */
export function placesOf({ text, starts }, terms) {
  /** @type {[number, number][]} */
  const found = [];
  for (const term of terms)
    for (let at = text.indexOf(term); at >= 0; at = text.indexOf(term, at + term.length)) found.push([at, at + term.length]);
  found.sort((a, b) => a[0] - b[0] || b[1] - a[1]);
  /** @type {[number, number][]} */
  const apart = [];
  let end = 0;
  for (const [from, to] of found) {
    if (from < end) continue;
    end = to;
    let next = to; // a letter may fold to several: the place is that of the whole one
    while (starts && next < starts.length - 1 && starts[next] === starts[to - 1]) next++;
    apart.push(starts ? [starts[from] ?? 0, starts[next] ?? 0] : [from, to]);
  }
  return apart;
}

/** What an event can be filtered by.
 * @param {{status: string, lane: string, tags: readonly string[], key?: boolean, start: import("./moments.mjs").Moment | null, end: import("./moments.mjs").Moment | null}} item
 * @returns {Record<string, readonly string[]>} */
export function valuesOf({ status, lane, tags, key, start, end }) {
  const { basis = "", precision = "" } = start ?? end ?? {};
  return { key: key ? ["key"] : [], status: [status], lane: [lane], tag: tags, basis: [basis], precision: [PARTS_OF_DAY.has(precision) ? "part" : precision] };
}

/** Whether an event has one ticked value of each facet but `except`. @param {Fact} fact @param {Chosen} chosen @param {string} [except] */
export function passes(fact, chosen, except) {
  for (const [facet, values] of chosen) if (facet !== except && values.size && !fact.values[facet]?.some((value) => values.has(value))) return false;
  return true;
}

/** How many entries a value would show, were it ticked beside the other facets: facet -> value -> count.
 * @param {readonly Fact[]} facts those whose entry has the words @param {Chosen} chosen @param {readonly string[]} facets */
export function countsOf(facts, chosen, facets) {
  /** @type {Map<string, Map<string, number>>} */
  const counts = new Map();
  for (const facet of facets) {
    /** @type {Map<string, Set<string>>} */
    const entries = new Map();
    for (const fact of facts) {
      if (!passes(fact, chosen, facet)) continue;
      for (const value of fact.values[facet] ?? []) entries.set(value, (entries.get(value) ?? new Set()).add(fact.id));
    }
    counts.set(facet, new Map([...entries].map(([value, ids]) => [value, ids.size])));
  }
  return counts;
}

/** What is ticked as text for an address: `status:planned,cancelled;lane:talks`. Of a value only what stands between values is written in another way: the
 * address encodes all of it once more. @param {Chosen} chosen */
export function writeChosen(chosen) {
  const facets = [...chosen].filter(([, values]) => values.size);
  return facets.map(([facet, values]) => `${facet}:${[...values].map((value) => value.replace(/[%:,;]/g, encodeURIComponent)).join(",")}`).join(";");
}

/** Back from `writeChosen`; other letters may be percent-encoded, too; what cannot be read is left out. @param {string} text @returns {Map<string, Set<string>>} */
export function readChosen(text) {
  const chosen = new Map();
  for (const part of text.split(";")) {
    const [facet, values] = part.split(":");
    try {
      if (facet && values !== undefined) chosen.set(facet, new Set(values.split(",").map(decodeURIComponent)));
    } catch {
      continue;
    }
  }
  return chosen;
}
