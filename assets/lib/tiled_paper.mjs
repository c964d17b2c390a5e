// @ts-check
/** Paper of a story in tiles: the cards of what the view shows, in place of those that the list has come to. A button fetches them first, since printing
 * waits for nobody; where it begins in another way, paper has those that are here, and says so. */

import { scroller } from "./cards.mjs";
import { element, find } from "./chart.mjs";
import { fill } from "./moments.mjs";

/** @typedef {import("./tiled.mjs").TiledTimeline} TiledTimeline */
/** @typedef {import("./tiles.mjs").Event} Event */
/** @typedef {import("./tiled_cards.mjs").Answer} Answer */
/** @typedef {{places: number[], between: number[] | null, events: number}} Plan places of the cards whose marks the view shows; `between`: the first and the
 * last of those that begin in it, where all cards there fit; `events`: how many the view has */
/** @typedef {{card: HTMLElement, answer: Answer, events: Event[]}} Printed with its events in the view */

const ON_PAPER = 200; // cards on paper
const ASKED_AT_ONCE = 6;
const TURNS = 3;
const PATIENT = 80; // tenths of a second

/** @param {TiledTimeline} timeline */
export function bindTiledPaper(timeline) {
  const { root, ending: { signal } } = timeline;
  const paper = new TiledPaper(timeline);
  const button = find(root, "[data-print]");
  button.addEventListener("click", () => void paper.print(button), { signal });
  addEventListener("beforeprint", () => paper.begin(), { signal });
  addEventListener("afterprint", () => paper.end(), { signal });
  signal.addEventListener("abort", () => paper.end());
}

class TiledPaper {
  /** @param {TiledTimeline} timeline */
  constructor(timeline) {
    this.timeline = timeline;
    /** @type {Map<number, Answer>} what was fetched for paper, by its page */
    this.fetched = new Map();
    /** @type {(() => void) | null} puts back what the page had */
    this.back = null;
  }

  /** Fetch the cards of the view, then print. @param {HTMLElement} button */
  async print(button) {
    const { timeline } = this;
    if (button.ariaBusy === "true") return;
    button.ariaBusy = "true";
    timeline.announce(timeline.data.words["tiles.paper.wait"] ?? "");
    this.fetched.clear();
    for (let turn = 0; turn < TURNS; turn += 1) { // again, where another view has come meanwhile
      await this.rest();
      const pages = timeline.tiled.online() ? pagesOf(this.plan(), timeline.tiled.tiles).filter((page) => !this.here(page)) : [];
      if (!pages.length) break;
      await Promise.all(Array.from({ length: ASKED_AT_ONCE }, () => this.fetch(pages)));
    }
    button.ariaBusy = null;
    if (!timeline.ending.signal.aborted) print();
  }

  /** Wait until chart and list have what they are to show, but not for ever. */
  async rest() {
    const { timeline, timeline: { shelf, chart: { node: { classList } } } } = this;
    const waits = () => classList.contains("is-waiting") || classList.contains("is-moving") || shelf.turning > 0 || timeline.seeks();
    for (let turn = 0; turn < PATIENT && waits(); turn += 1) await new Promise((resume) => setTimeout(resume, 100));
  }

  /** Fetch one page after the other. @param {number[]} pages what is taken is taken out */
  async fetch(pages) {
    for (let page = pages.shift(); page !== undefined; page = pages.shift()) {
      const answer = await this.timeline.shelf.ask(page, "").catch(() => null);
      if (answer) this.fetched.set(page, answer);
    }
  }

  /** What is to be printed. @returns {Plan} */
  plan() {
    const { tiled } = this.timeline;
    const seen = this.timeline.seen().filter((item) => !tiled.faint(item.id) && item.place !== undefined);
    const revealed = tiled.revealed();
    const hidden = tiled.unseen(tiled.tallied?.hidden ?? [], revealed).reduce((sum, { count, match }) => sum + (tiled.matching ? (match ?? count) : count), 0);
    const [events, inside] = [seen.length + hidden, seen.filter((item) => item.left >= this.timeline.chart.view.earliest).map((item) => item.place)];
    const all = !tiled.matching && hidden > 0 && events <= ON_PAPER && inside.length > 0;
    const places = [...new Set(seen.map((item) => item.place))].sort((a, b) => a - b).slice(0, ON_PAPER);
    return { places, between: all ? [Math.min(...inside), Math.max(...inside)] : null, events };
  }

  /** Where a page of cards is that is here: in the list, or as an answer. @param {number} page */
  here(page) {
    const { shelf, tiled } = this.timeline;
    const shown = shelf.query ? undefined : shelf.pages.get(page);
    const answer = shown?.answer ?? this.fetched.get(page) ?? /** @type {Answer | undefined} */ (tiled.fetched.get(`cards/${tiled.tiles.version}/${page}`));
    return answer && { answer, shown };
  }

  /** The cards of a plan that are here, in their order, in nodes of their own, each with its events in the view. @param {Plan} plan */
  cards(plan) {
    const { shelf, tiled: { tiles } } = this.timeline;
    const wanted = new Set(plan.places);
    /** @type {Map<number, Printed>} */
    const found = new Map();
    for (const page of pagesOf(plan, tiles)) {
      const known = this.here(page);
      if (!known) continue;
      const { answer, shown } = known;
      const cards = shown ? shown.cards.map(copyOf) : shelf.made(answer).cards;
      for (const [index, card] of cards.entries()) {
        const one = this.printed(card, answer, answer.first + index);
        if (wanted.has(answer.first + index) || (plan.between && one.events.length)) found.set(answer.first + index, one);
      }
    }
    for (const { cards, answer } of shelf.query ? shelf.pages.values() : []) {
      for (const [index, card] of cards.entries()) { // these match, and the view may have hidden them
        const [place, one] = [answer.places?.[index] ?? -1, this.printed(card, answer, answer.places?.[index] ?? -1)];
        if (one.events.length && !found.has(place)) found.set(place, { ...one, card: copyOf(card) });
      }
    }
    const cards = [...found].sort(([a], [b]) => a - b).slice(0, ON_PAPER).map(([, one]) => one);
    return { cards, missing: plan.places.filter((place) => !found.has(place)).length };
  }

  /** @param {HTMLElement} card @param {Answer} answer @param {number} place @returns {Printed} */
  printed(card, answer, place) {
    const { earliest, latest } = this.timeline.chart.view;
    return { card, answer, events: answer.events.filter((event) => event.place === place && event.left < latest && (event.left >= earliest || event.right > earliest)) };
  }

  /** Put what is printed into the list. */
  begin() {
    this.end();
    const { timeline } = this;
    const { shelf, root, data } = timeline;
    const plan = this.plan();
    const { cards, missing } = this.cards(plan);
    const [items, published, own] = [timeline.items, data.published, scroller(timeline)];
    const top = own?.scrollTop ?? 0;
    timeline.items = new Map([...items, ...cards.flatMap(({ answer }) => [...answer.unplaced, ...answer.events]).map((item) => /** @type {[string, any]} */ ([item.id, item]))]);
    data.published = Object.assign({}, published, ...cards.map(({ answer }) => answer.published));
    for (const { card } of cards) timeline.retold(card);
    [timeline.items, data.published] = [items, published];
    const [was, aside] = [[...shelf.list.children], shelf.aside];
    shelf.list.replaceChildren(...cards.map(({ card }) => card));
    const left = Math.max(plan.events - missing - cards.reduce((sum, { events }) => sum + events.length, 0), 0);
    const line = element("p", "tl-left-out", this.said(cards.length, missing, left));
    shelf.list.before(line);
    find(root, "[data-reach]").textContent = fill(data.words["tiles.some"], { n: timeline.chart.number(cards.length), all: timeline.chart.number(timeline.tiled.tiles.entries) });
    this.back = () => {
      line.remove();
      shelf.list.replaceChildren(...(aside && aside === shelf.aside ? was : [...shelf.pages.values()].flatMap((page) => page.cards)));
      shelf.head();
      if (own) own.scrollTop = top;
    };
  }

  /** What is not printed, in words. @param {number} n cards @param {number} missing cards that are not here @param {number} left events */
  said(n, missing, left) {
    const { timeline: { chart, data: { words } } } = this;
    const parts = [fill(words["tiles.paper"], { n: chart.number(n) })];
    if (missing) parts.push(fill(words["tiles.paper.missing"], { n: chart.number(missing) }));
    if (left) parts.push(fill(words["tiles.paper.left"], { n: chart.number(left) }));
    return parts.join(" ");
  }

  end() {
    this.back?.();
    this.back = null;
  }
}

/** @param {HTMLElement} card */
const copyOf = (card) => /** @type {HTMLElement} */ (card.cloneNode(true));

/** The pages that have the cards of a plan, in their order. @param {Plan} plan @param {{page: number, entries: number}} tiles @returns {number[]} */
export function pagesOf({ places, between }, { page: size, entries }) {
  const pages = places.map((place) => Math.floor(place / size));
  if (between) {
    const [first, last] = between.map((place) => Math.floor(place / size));
    const end = Math.min((last ?? 0) + 1, (first ?? 0) + ON_PAPER / size + 1, Math.ceil(entries / size) - 1); // one more on both sides: what is hidden there
    for (let page = Math.max((first ?? 0) - 1, 0); page <= end; page += 1) pages.push(page);
  }
  return [...new Set(pages)].sort((a, b) => a - b);
}
