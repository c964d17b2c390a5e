// @ts-check
/** Finding in the cards: words, filters and the order of the list. The chart fades what does not match, the list hides it and says how many. */

import { find } from "./chart.mjs";
import { elapsed } from "./elapsed.mjs";
import { fill } from "./moments.mjs";
import { countsOf, fold, foldWithPlaces, matches, parseQuery, passes, placesOf, readChosen, valuesOf, writeChosen } from "./search.mjs";

/** @typedef {import("./timeline.mjs").Timeline} Timeline */
/** @typedef {import("./search.mjs").Fact} Fact */
/** @typedef {{nodes: Text[], ends: number[], text: string}} Block a headline, label or paragraph: its text nodes and where each ends */

const HIGHLIGHT = "tl-found"; // of the highlight, in styles/find.css
const MOST_RANGES = 2000; // highlights: beyond, nobody looks at each
const AT_ONCE = 40; // cards that come back, and whose words are highlighted, before the page is painted; the others follow
const SETTLED = 500; // milliseconds without a change after which the result is announced

/** @param {Timeline} timeline */
export function bindFind(timeline) {
  if (timeline.root.querySelector("[data-find]")) new Finder(timeline);
}

export class Finder {
  /** @param {Timeline} timeline */
  constructor(timeline) {
    this.timeline = timeline;
    this.form = /** @type {HTMLFormElement} */ (find(timeline.root, "[data-find]"));
    this.query = /** @type {HTMLInputElement} */ (find(this.form, "[data-query]"));
    this.boxes = /** @type {HTMLInputElement[]} */ ([...this.form.querySelectorAll("[type=checkbox]")]);
    this.facets = [...new Set(this.boxes.map((box) => box.name))];
    /** @type {Map<string, string> | null} */
    this.index = null;
    /** @type {StaticRange[]} */
    this.ranges = [];
    this.timer = 0;
    this.painting = 0;
    this.line = () => ""; // the result in words
    this.turn = 0; // counts what cards were asked to come back, since only the last ones shall
    this.inTime = timeline.cards;
    /** @type {Fact[]} */
    this.facts = timeline.cards.flatMap((card) => this.factsOf(card));
    const { signal } = timeline.ending;
    this.form.addEventListener("submit", (event) => event.preventDefault(), { signal });
    this.form.addEventListener("input", (event) => this.changed(event.target), { signal });
    this.query.addEventListener("focus", () => setTimeout(() => this.words()), { signal, once: true }); // while the first word is being typed
    this.form.addEventListener("keydown", (event) => this.escape(event), { signal });
    find(this.form, "[data-all]").addEventListener("click", () => this.clear(), { signal });
    timeline.root.addEventListener("keydown", (event) => this.slash(event), { signal });
    timeline.on("select", () => this.putAside());
    signal.addEventListener("abort", () => this.highlight([]));
    this.keep();
    timeline.on("language", () => (this.query.value || this.boxes.some((box) => box.checked) ? this.apply() : this.gaps()));
    this.restore();
  }

  /** @param {HTMLElement} card @returns {Fact[]} */
  factsOf(card) {
    const ids = [...card.querySelectorAll("[data-event]")].map((node) => node.getAttribute("data-event") ?? "");
    return ids.flatMap((event) => {
      const item = this.timeline.items.get(event);
      return item ? [{ id: card.id, event, values: valuesOf(item) }] : [];
    });
  }

  /** Parts of the address. */
  keep() {
    const { timeline } = this;
    timeline.keep("q", () => this.query.value.trim(), (text) => {
      this.query.value = text;
      this.apply(Infinity);
    });
    timeline.keep("filter", () => writeChosen(this.chosen()), (text) => {
      const chosen = readChosen(text);
      for (const box of this.boxes) box.checked = chosen.get(box.name)?.has(box.value) ?? false;
      this.apply(Infinity);
    });
    timeline.keep("order", () => (this.order() === "time" ? "" : this.order()), (order) => {
      const radios = this.radios();
      const known = radios.some((radio) => radio.value === order) ? order : "time";
      for (const radio of radios) radio.checked = radio.value === known;
      this.sort();
    });
  }

  /** What a browser kept in the form of a page that was loaded again, or was typed before this script was there. */
  restore() {
    if (this.query.value || this.boxes.some((box) => box.checked)) this.apply();
    if (this.order() !== "time") this.sort();
  }

  /** @param {EventTarget | null} target */
  changed(target) {
    if (target instanceof HTMLInputElement && target.name === "order") this.sort(true);
    else this.apply();
  }

  /** Ticked values by facet. */
  chosen() {
    /** @type {Map<string, Set<string>>} */
    const chosen = new Map();
    for (const box of this.boxes) if (box.checked) chosen.set(box.name, (chosen.get(box.name) ?? new Set()).add(box.value));
    return chosen;
  }

  /** Show what matches the words and filters as they stand. @param {number} [most] how many cards come back before the page is painted */
  apply(most = AT_ONCE) {
    const { timeline } = this;
    const [terms, chosen] = [parseQuery(this.query.value), this.chosen()];
    const worded = terms.length ? this.entriesWith(terms) : null;
    const facts = worded ? this.facts.filter((fact) => worded.has(fact.id)) : this.facts;
    const passing = facts.filter((fact) => passes(fact, chosen));
    const shown = chosen.size ? new Set(passing.map((fact) => fact.id)) : worded;
    /** @param {HTMLElement} card */
    const holds = (card) => !shown || shown.has(card.id);
    for (const card of timeline.cards) {
      card.classList.remove("is-aside");
      if (!holds(card)) card.hidden = true;
    }
    this.uncover(holds, most);
    timeline.chart.matching = shown ? new Set(passing.map((fact) => fact.event)) : null;
    timeline.chart.redraw();
    this.count(facts, chosen);
    this.say(shown, worded, chosen.size > 0);
    this.highlight(shown ? timeline.cards.filter(holds) : [], terms);
    timeline.emit("filter");
  }

  /** Show cards again, the first `most` of them now and the others behind the next frame: laying out a thousand takes as long as all the rest.
   * @param {(card: HTMLElement) => boolean} holds @param {number} [most] */
  uncover(holds, most = Infinity) {
    const turn = ++this.turn;
    const cards = this.timeline.cards.filter(holds);
    for (const card of cards.slice(0, most)) {
      card.classList.remove("is-aside"); // chosen before its turn
      card.hidden = false;
    }
    if (cards.length <= most) return this.gaps();
    this.gaps(cards.slice(0, most));
    requestAnimationFrame(() => setTimeout(() => turn === this.turn && this.uncover(holds)));
  }

  /** The folded words of each card, read when first needed. */
  words() {
    this.index ??= new Map(this.timeline.cards.map((card) => [card.id, blocksOf(card).map((block) => fold(block.text)).join("\n")]));
    return this.index;
  }

  /** Ids of the cards with all terms in them. @param {string[]} terms */
  entriesWith(terms) {
    return new Set([...this.words()].filter(([, text]) => matches(text, terms)).map(([id]) => id));
  }

  /** @param {Fact[]} facts @param {Map<string, Set<string>>} chosen */
  count(facts, chosen) {
    const counts = countsOf(facts, chosen, this.facets);
    for (const box of this.boxes) {
      const count = counts.get(box.name)?.get(box.value) ?? 0;
      const chip = /** @type {HTMLElement} */ (box.parentElement);
      find(chip, "[data-number]").textContent = String(count);
      chip.classList.toggle("is-empty", !count && !box.checked);
    }
    const chosenNode = this.form.querySelector("[data-chosen]");
    const ticked = this.boxes.filter((box) => box.checked).length;
    if (chosenNode) chosenNode.textContent = ticked ? String(ticked) : "";
  }

  /** The result in words: beside the form at once, aloud after a pause.
   * @param {Set<string> | null} shown @param {Set<string> | null} worded @param {boolean} filtered */
  say(shown, worded, filtered) {
    this.line = () => this.outcome(shown, worded, filtered);
    const text = this.line();
    find(this.form, "[data-found]").hidden = shown === null;
    find(this.form, "[data-found-text]").textContent = text;
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.timeline.ending.signal.aborted || this.timeline.announce(text), SETTLED);
  }

  /** @param {Set<string> | null} shown @param {Set<string> | null} worded @param {boolean} filtered */
  outcome(shown, worded, filtered) {
    const { cards, data: { words } } = this.timeline;
    const [n, all, aside] = [shown?.size ?? cards.length, cards.length, this.aside().length];
    const parts = [fill(words["find.count"], { n, all })];
    if (aside) parts.push(words["find.aside"] ?? "");
    if (n + aside < all) parts.push(fill(words["find.hidden"], { n: all - n - aside }));
    if (n) return parts.join(" · ");
    const hints = [words["find.none"] ?? ""];
    if (filtered && worded?.size) hints.push(fill(words["find.unfiltered"], { n: worded.size }));
    else if (filtered) hints.push(words["find.wider"] ?? "");
    if (worded && !worded.size) hints.push(words["find.fewer"] ?? "");
    return hints.join(" ");
  }

  /** @param {HTMLElement[]} cards @param {string[]} [terms] */
  highlight(cards, terms = []) {
    const registry = "highlights" in CSS ? CSS.highlights : null;
    if (!registry) return;
    const highlight = registry.get(HIGHLIGHT) ?? new Highlight();
    registry.set(HIGHLIGHT, highlight);
    for (const range of this.ranges) highlight.delete(range);
    this.ranges = [];
    clearTimeout(this.painting);
    /** @param {number} first */
    const paint = (first) => {
      const found = cards.slice(first, first + AT_ONCE).flatMap(blocksOf).flatMap((block) => placesOf(foldWithPlaces(block.text), terms).map(([from, to]) => rangeOf(block, from, to)));
      for (const range of found) highlight.add(range);
      this.ranges.push(...found);
      if (first + AT_ONCE < cards.length && this.ranges.length < MOST_RANGES) this.painting = setTimeout(() => paint(first + AT_ONCE));
    };
    if (terms.length) paint(0);
  }

  /** How long after the one before it each card is that is shown in the order of time; nothing where the first date that a reader meets on it
   * lies before that. @param {HTMLElement[]} [cards] */
  gaps(cards = this.timeline.cards.filter((card) => !card.hidden)) {
    const { timeline } = this;
    /** @type {import("./moments.mjs").Moment | null} */
    let before = null;
    const timed = this.order() === "time";
    for (const card of cards) {
      const moment = momentOf(timeline.items.get(card.dataset.main ?? ""));
      const first = momentOf(timeline.items.get(card.querySelector("[data-event]")?.getAttribute("data-event") ?? ""))?.latest ?? Infinity;
      const text = before && moment && timed && first > (before.earliest ?? -Infinity) ? elapsed(before, moment, timeline.data.words, timeline.data.language) : "";
      const node = find(card, "[data-gap]");
      if (node.textContent !== text) node.textContent = text;
      before = moment;
    }
  }

  radios() {
    return /** @type {HTMLInputElement[]} */ ([...this.form.querySelectorAll("[name=order]")]);
  }

  order() {
    return this.radios().find((radio) => radio.checked)?.value ?? "time";
  }

  /** Put the cards into the order that is chosen; who reads with the keyboard or the ears meets them in it too. @param {boolean} [aloud] */
  sort(aloud = false) {
    const { timeline } = this;
    const order = this.order();
    const cards = order === "time" ? this.inTime : [...this.inTime].sort((a, b) => Number(a.dataset.place) - Number(b.dataset.place));
    if (cards.every((card, index) => card === timeline.cards[index])) return;
    const focused = document.activeElement;
    timeline.cards = [...cards];
    find(timeline.root, "[data-cards]").append(...cards);
    if (focused instanceof HTMLElement && focused !== document.activeElement) focused.focus({ preventScroll: true });
    this.gaps();
    if (aloud) timeline.announce(timeline.data.words[`order.${order}.done`] ?? "");
    timeline.emit("filter");
  }

  /** All words and filters gone. */
  clear() {
    this.query.value = "";
    for (const box of this.boxes) box.checked = false;
    this.apply();
    this.query.focus({ preventScroll: true });
  }

  /** Escape takes back the words first, then the filters. @param {KeyboardEvent} event */
  escape(event) {
    const searching = event.target === this.query && this.query.value !== "";
    if (event.key !== "Escape" || (!searching && !this.chosen().size)) return;
    event.preventDefault();
    if (!searching) return this.clear();
    this.query.value = "";
    this.apply();
  }

  /** A slash leads to the search while the focus is in this timeline, and not in a field. @param {KeyboardEvent} event */
  slash(event) {
    const typing = event.target instanceof Element && event.target.closest("input:not([type=checkbox], [type=radio]), select, textarea, [contenteditable]");
    if (event.key !== "/" || event.ctrlKey || event.metaKey || event.altKey || typing) return;
    event.preventDefault();
    this.query.focus();
    this.query.select();
  }

  /** Cards that are filtered out, and shown since they were asked for. */
  aside() {
    return this.timeline.cards.filter((card) => card.classList.contains("is-aside"));
  }

  /** Hide a card again that was shown only because its mark was chosen, and count again what is hidden. */
  putAside() {
    const aside = this.aside();
    for (const card of aside) {
      if (card.hasAttribute("aria-current")) continue;
      card.classList.remove("is-aside");
      card.hidden = true;
    }
    if (!aside.length) return;
    this.gaps();
    find(this.form, "[data-found-text]").textContent = this.line();
  }
}

/** What an event goes by. @param {{start: import("./moments.mjs").Moment | null, end: import("./moments.mjs").Moment | null} | undefined} item */
const momentOf = (item) => item?.start ?? item?.end ?? null;

/** @param {HTMLElement} card @returns {Block[]} */
function blocksOf(card) {
  return [...card.querySelectorAll("h3, .tl-label, .tl-body > p, .tl-media :is(figcaption, blockquote > p, .tl-alt), p.tl-media, .tl-where")].map((node) => {
    const walker = document.createTreeWalker(node, NodeFilter.SHOW_TEXT);
    /** @type {Block} */
    const block = { nodes: [], ends: [], text: "" };
    for (let text = walker.nextNode(); text; text = walker.nextNode()) {
      block.text += text.nodeValue ?? "";
      block.nodes.push(/** @type {Text} */ (text));
      block.ends.push(block.text.length);
    }
    return block;
  });
}

/** A static range: each live one, until it is collected, would be looked at with every change of the page.
 * @param {Block} block @param {number} from @param {number} to */
function rangeOf({ nodes, ends }, from, to) {
  const [first, last] = [ends.findIndex((end) => end > from), ends.findIndex((end) => end >= to)];
  return new StaticRange({
    startContainer: /** @type {Text} */ (nodes[first]), startOffset: from - (ends[first - 1] ?? 0),
    endContainer: /** @type {Text} */ (nodes[last]), endOffset: to - (ends[last - 1] ?? 0),
  });
}
