// @ts-check
/** The cards of a story in tiles: a window onto its list. A few pages of them are in the document, others come as one scrolls, and what one reads stays
 * where it is. */

import { bring, rove, scroller } from "./cards.mjs";
import { find } from "./chart.mjs";
import { Missing } from "./tiled_fetched.mjs";
import { fill } from "./moments.mjs";
import { rewrite } from "./speak.mjs";

/** @typedef {import("./tiled.mjs").TiledTimeline} TiledTimeline */
/** @typedef {import("./tiles.mjs").Event} Event */
/** @typedef {{first: number, html: string, events: Event[], unplaced: any[], published: Record<string, import("./moments.mjs").Moment>, places?: number[]}} Answer */
/** @typedef {{cards: HTMLElement[], answer: Answer}} Page */

const PAGES = 5; // pages in the document
const AHEAD_OF = 900; // pixels to an end of the list at which the next page is fetched

export class Shelf {
  /** @param {TiledTimeline} timeline */
  constructor(timeline) {
    const { root, data, ending: { signal } } = timeline;
    this.timeline = timeline;
    this.list = find(root, "[data-cards]");
    this.query = ""; // of what is being looked for; empty: all cards
    this.total = timeline.tiled.tiles.entries;
    const { unplaced, published } = data;
    /** @type {Map<number, Page>} in their order */
    this.pages = new Map([[0, { cards: timeline.cards, answer: { first: 0, html: "", events: timeline.tiled.tiles.cards, unplaced, published } }]]);
    /** @type {HTMLElement | null} a card beside those that match, since its mark was chosen */
    this.aside = null;
    /** @type {any[]} its events */
    this.extra = [];
    /** @type {Record<string, import("./moments.mjs").Moment>} and its stamp */
    this.stamps = {};
    this.busy = false;
    this.turning = 0; // so many changes to other cards are under way
    this.watching = 0;
    const look = () => (this.watching ||= requestAnimationFrame(() => this.look()));
    find(root, "[data-scroll]").addEventListener("scroll", look, { passive: true, signal });
    addEventListener("scroll", look, { passive: true, signal });
    for (const button of this.buttons()) button.addEventListener("click", () => void this.extend(button.dataset["more"] === "before" ? -1 : 1, true), { signal });
    find(root, "[data-here]").addEventListener("click", () => void this.here(), { signal });
    this.list.addEventListener("keydown", (event) => void this.press(event), { capture: true, signal });
    timeline.on("language", () => this.head());
  }

  /** The page that came with the document is the first. */
  begin() {
    this.number(0);
    this.told();
  }

  buttons() {
    return /** @type {HTMLElement[]} */ ([...this.timeline.root.querySelectorAll("[data-more]")]);
  }

  /** How many pages of cards there are to look through. */
  last() {
    return Math.max(Math.ceil(this.total / this.timeline.tiled.tiles.page) - 1, 0);
  }

  ends() {
    const numbers = [...this.pages.keys()];
    return { first: numbers[0] ?? 0, last: numbers.at(-1) ?? 0 };
  }

  /** The answer with a page. @param {number} page @param {string} [query] @returns {Promise<Answer>} */
  ask(page, query = this.query) {
    const { fetched, tiles } = this.timeline.tiled;
    return fetched.ask(query ? `found/${tiles.version}/${page}${query}` : `cards/${tiles.version}/${page}`);
  }

  /** The cards of an answer, told as the page tells now. @param {Answer} answer */
  made(answer) {
    const { timeline } = this;
    const holder = document.createElement("template");
    holder.innerHTML = answer.html;
    const cards = /** @type {HTMLElement[]} */ ([...holder.content.querySelectorAll("[data-entry]")]);
    if (timeline.data.language !== timeline.home) rewrite(holder.content, timeline.data.words);
    return { cards, answer };
  }

  /** Tell what was put in as the page tells now. @param {Page} page */
  tell({ cards }) {
    for (const card of cards) this.timeline.retold(card);
  }

  /** Show one page and, as one scrolls, those around it. @param {number} page @returns {Promise<boolean>} whether it came */
  async show(page) {
    const { query } = this;
    const answer = await this.answer(page);
    if (!answer || query !== this.query) return false;
    this.aside = null;
    const made = this.made(answer);
    this.list.replaceChildren(...made.cards);
    this.pages = new Map([[page, made]]);
    this.number(page);
    this.told();
    return true;
  }

  /** @param {number} page @returns {Promise<Answer | null>} null: it did not come */
  async answer(page) {
    if (!this.timeline.tiled.online()) return null;
    try {
      return await this.ask(page);
    } catch (reason) {
      if (reason instanceof Missing) this.timeline.tiled.fetched.leave();
      return null;
    }
  }

  /** One more page at an end of the window; at the other end one goes, where there are many. @param {1 | -1} way @param {boolean} [byHand] */
  async extend(way, byHand = false) {
    const { first, last } = this.ends();
    const page = way > 0 ? last + 1 : first - 1;
    if (this.busy || page < 0 || page > this.last()) return false;
    this.busy = true;
    const { query } = this;
    const answer = await this.answer(page);
    this.busy = false;
    const ends = this.ends();
    if (!answer || query !== this.query || (way > 0 ? ends.last : ends.first) !== (way > 0 ? last : first)) return false;
    const made = this.made(answer);
    this.steady(() => {
      if (way > 0) this.list.append(...made.cards);
      else this.list.prepend(...made.cards);
      this.pages = new Map([...this.pages, /** @type {[number, Page]} */ ([page, made])].sort(([a], [b]) => a - b));
      if (this.pages.size > PAGES) this.drop(way > 0 ? first : last);
      this.number(page);
      this.told(made);
    });
    if (byHand) (way > 0 ? made.cards[0] : made.cards.at(-1))?.focus({ preventScroll: true });
    this.later();
    return true;
  }

  /** @param {number} page */
  drop(page) {
    for (const card of this.pages.get(page)?.cards ?? []) card.remove();
    this.pages.delete(page);
  }

  /** Change the list, and keep what is read in its place. @param {() => void} change */
  steady(change) {
    const own = scroller(this.timeline);
    const top = own?.getBoundingClientRect().top ?? 0;
    const seen = this.timeline.cards.find((card) => card.getBoundingClientRect().bottom > top);
    const was = seen?.getBoundingClientRect().top ?? 0;
    change();
    if (seen?.isConnected) (own ?? window).scrollBy({ top: seen.getBoundingClientRect().top - was, behavior: "instant" });
  }

  later() {
    this.watching ||= requestAnimationFrame(() => this.look());
  }

  /** Fetch what is scrolled to. Where the page scrolls, and not the list, what lies below it has to be reached: there a full window goes on by hand. */
  look() {
    this.watching = 0;
    const own = scroller(this.timeline);
    const frame = own?.getBoundingClientRect() ?? { top: 0, bottom: innerHeight };
    const box = this.list.getBoundingClientRect();
    if (!box.height || (!own && this.pages.size >= PAGES) || this.timeline.root.classList.contains("is-story")) return;
    const moved = own ? own.scrollTop > 0 : scrollY > 0;
    if (box.bottom < frame.bottom + AHEAD_OF) void this.extend(1);
    else if (moved && box.top > frame.top - AHEAD_OF) void this.extend(-1);
  }

  /** Each card says which of how many it is. @param {number} page */
  number(page) {
    const { cards, answer } = this.pages.get(page) ?? { cards: [], answer: { first: 0 } };
    for (const [index, card] of cards.entries()) {
      card.setAttribute("aria-posinset", String(answer.first + index + 1));
      card.setAttribute("aria-setsize", String(this.total));
    }
  }

  /** Other cards are in the page. @param {Page} [fresh] */
  told(fresh) {
    const { timeline } = this;
    timeline.data.published = Object.assign({}, ...[...this.pages.values()].map(({ answer }) => answer.published), this.stamps);
    timeline.cards = /** @type {HTMLElement[]} */ ([...this.list.children].filter((node) => node.hasAttribute("data-entry")));
    timeline.parts = new Map(timeline.cards.flatMap((card) => [...card.querySelectorAll("[data-event]")].map((node) => /** @type {[string, Element]} */ ([node.getAttribute("data-event") ?? "", node]))));
    timeline.sync();
    for (const page of fresh ? [fresh] : this.pages.values()) this.tell(page);
    if (this.aside) timeline.retold(this.aside);
    const first = timeline.cards[0];
    if (first && !timeline.cards.some((card) => card.tabIndex === 0)) rove(timeline, first);
    timeline.mark();
    this.head();
    timeline.emit("cards");
  }

  /** Which cards these are, and whether there are others. */
  head() {
    const { timeline } = this;
    const { first, last } = this.ends();
    const [{ words }, { tiles }] = [timeline.data, timeline.tiled];
    /** @param {number} n */
    const told = (n) => timeline.chart.number(n);
    const values = { from: told(Math.min(first * tiles.page + 1, this.total)), to: told(Math.min((last + 1) * tiles.page, this.total)), all: told(this.total) };
    find(timeline.root, "[data-reach]").textContent = this.total ? fill(words[this.query ? "tiles.found" : "tiles.reach"], values) : "";
    for (const button of this.buttons()) {
      const end = /** @type {HTMLElement} */ (button.parentElement);
      end.hidden = !this.total || (button.dataset["more"] === "before" ? first === 0 : last >= this.last());
    }
  }

  /** Of what is read now the place in the list of all cards. */
  place() {
    const [number, page] = [...this.pages][0] ?? [0, null];
    const top = scroller(this.timeline)?.getBoundingClientRect().top ?? 0;
    for (const { cards, answer } of this.pages.values())
      for (const [index, card] of cards.entries()) if (card.getBoundingClientRect().bottom > top) return answer.places?.[index] ?? answer.first + index;
    return page?.answer.places?.[0] ?? number * this.timeline.tiled.tiles.page;
  }

  /** The events that the cards in the page tell. @returns {any[]} */
  items() {
    return [...[...this.pages.values()].flatMap(({ answer }) => [...answer.unplaced, ...answer.events]), ...this.extra];
  }

  /** Take back the card that stood beside those that match. */
  letGo() {
    this.aside?.remove();
    [this.aside, this.extra, this.stamps] = [null, [], {}];
    this.told();
  }

  /** Look through other cards from now on. @param {string} query empty: all of them @param {number} total @param {number} [place] of the list of all cards */
  async turn(query, total, place = 0) {
    [this.query, this.total] = [query, total];
    this.pages = new Map();
    const page = query ? 0 : Math.floor(place / this.timeline.tiled.tiles.page);
    this.turning += 1;
    const shown = await this.show(page).finally(() => (this.turning -= 1));
    const card = shown ? this.pages.get(page)?.cards[place % this.timeline.tiled.tiles.page] : null;
    if (card && place) bring(this.timeline, card);
  }

  /** Bring the card at a place of the list into the page and into sight. @param {number} place @param {string} event on it @returns {Promise<HTMLElement | null>} */
  async reach(place, event = "") {
    const page = Math.floor(place / this.timeline.tiled.tiles.page);
    if (this.query) return this.besides(place, event);
    if (!this.pages.has(page) && !(await this.show(page))) return null;
    const index = place - page * this.timeline.tiled.tiles.page;
    const card = (event && this.timeline.cardOf(event)) || this.pages.get(page)?.cards[index] || null;
    if (card) bring(this.timeline, card);
    this.later();
    return card;
  }

  /** A card that is asked for while others are being looked for: it stands beside these, until another one is asked for. @param {number} place
   * @param {string} event @returns {Promise<HTMLElement | null>} */
  async besides(place, event) {
    const known = this.timeline.cardOf(event);
    if (known) return known;
    const size = this.timeline.tiled.tiles.page;
    const answer = await this.ask(Math.floor(place / size), "").catch(() => null);
    if (!answer) return null;
    const card = this.made(answer).cards[place % size];
    if (!card) return null;
    this.aside?.remove();
    this.aside = card;
    card.classList.add("is-aside");
    const places = [...this.pages.values()].flatMap(({ answer: { places = [] }, cards }) => cards.map((one, index) => /** @type {[HTMLElement, number]} */ ([one, places[index] ?? 0])));
    const next = places.find(([, other]) => other > place)?.[0];
    this.list.insertBefore(card, next ?? null);
    [this.extra, this.stamps] = [answer.events, answer.published];
    this.told();
    bring(this.timeline, card);
    return card;
  }

  /** The cards of what the chart shows. */
  async here() {
    const { timeline } = this;
    const { earliest, latest } = timeline.chart.view;
    const seen = timeline.tiled.revealed().filter((item) => item.left >= earliest && item.left < latest && !timeline.chart.faint(item.id));
    const first = seen.sort((a, b) => a.left - b.left)[0];
    const card = first && (await this.reach(first.place, first.id));
    card?.focus({ preventScroll: true });
  }

  /** Keys that lead beyond the cards in the page. @param {KeyboardEvent} event */
  async press(event) {
    const { target, key } = event;
    const cards = this.timeline.cards.filter((card) => !card.hidden);
    if (!(target instanceof HTMLElement) || !cards.includes(target) || event.ctrlKey || event.metaKey || event.altKey) return;
    const { first, last } = this.ends();
    const [down, up] = [key === "ArrowDown" && target === cards.at(-1) && last < this.last(), key === "ArrowUp" && target === cards[0] && first > 0];
    const far = (key === "Home" && first > 0) || (key === "End" && last < this.last());
    if (!down && !up && !far) return;
    event.preventDefault();
    event.stopPropagation();
    if (far ? !(await this.show(key === "Home" ? 0 : this.last())) : !(await this.extend(down ? 1 : -1))) return;
    const now = this.timeline.cards.filter((card) => !card.hidden);
    const next = far ? (key === "Home" ? now[0] : now.at(-1)) : now[now.indexOf(target) + (down ? 1 : -1)];
    next?.focus({ preventScroll: true });
    if (next) bring(this.timeline, next);
  }
}
