// @ts-check
/** A timeline whose story comes in tiles: its chart, its cards and what is looked for are those of the others; where an event is that is not here, a store says. */

import { bring } from "./cards.mjs";
import { find } from "./chart.mjs";
import { Missing } from "./tiled_fetched.mjs";
import { Shelf } from "./tiled_cards.mjs";
import { TiledChart } from "./tiled_chart.mjs";
import { shareOf } from "./tiled_shares.mjs";
import { Timeline } from "./timeline.mjs";

/** @typedef {import("./tiles.mjs").Event} Event */

const RESTING = 300; // milliseconds a pointer rests on a card before its mark is fetched

export class TiledTimeline extends Timeline {
  /** @param {HTMLElement} root */
  constructor(root) {
    super(root, /** @type {any} */ (TiledChart));
    this.tiled = /** @type {TiledChart} */ (this.chart);
    this.home = this.data.language;
    /** @type {{anchor: string, main: string | null} | null} the current card, in the page or not */
    this.card = null;
    /** @type {Map<string, Event> | null} the events that the story mode goes through */
    this.route = null;
    /** @type {() => boolean} */
    this.seeks = () => false; // whether an answer to a search is waited for
    /** @type {() => void} */
    this.retried = () => {}; // called when what did not come is tried again
    this.asked = this.pinning = 0; // asked: for which card
    this.missing = false; // whether the one that was asked for is not there
    this.shelf = new Shelf(this);
    this.shelf.begin();
    this.tiled.elsewhere = (id) => this.item(id);
    this.tiled.changed = () => this.sync();
    this.tiled.stated = () => this.state();
    this.on("language", () => this.state());
    const { signal } = this.ending;
    find(root, "[data-retry]").addEventListener("click", () => this.again(), { signal });
    addEventListener("online", () => this.again(), { signal });
    find(root, "[data-reload]").addEventListener("click", (event) => {
      event.preventDefault();
      location.reload();
    }, { signal });
    this.state();
  }

  /** An event with a mark that a card tells, or the story mode. @param {string} id @returns {any} */
  item(id) {
    const item = this.items.get(id) ?? this.route?.get(id);
    return item && "left" in item ? item : undefined;
  }

  /** Other events are here, in the chart or on cards. */
  sync() {
    const { shown } = this.tiled;
    this.items = new Map([...this.tiled.tiles.keys, ...this.shelf.items(), ...shown].map((item) => [item.id, item]));
    this.order = [...shown].sort((a, b) => a.left - b.left || a.right - b.right || (a.id < b.id ? -1 : 1)).map((item) => item.id);
  }

  /** @override @param {string} id */
  knows(id) {
    return this.tiled.item(id) !== undefined;
  }

  /** @override @param {string} key */
  step(key) {
    const { order, chart: { current } } = this;
    if (key === "Home" || key === "End") return this.endOf(key === "Home" ? 0 : this.shelf.last(), key);
    if (key !== "ArrowLeft" && key !== "ArrowRight") return null;
    const at = order.indexOf(current ?? "");
    if (current === null) return this.seen()[0]?.id ?? order[0] ?? null;
    const next = order[at + (key === "ArrowRight" ? 1 : -1)];
    if (at >= 0 && next) return next;
    void this.tiled.beyond(this.tiled.item(current), key === "ArrowRight" ? 1 : -1).then((event) => {
      if (!event || this.chart.current !== current) return;
      this.items.set(event.id, event);
      this.select(event.id, "chart");
    }).catch(() => {});
    return "";
  }

  /** The first event of the story, or the last. @param {number} page @param {string} key */
  endOf(page, key) {
    void this.shelf.ask(page).then(({ events }) => {
      const sorted = [...events].sort((a, b) => a.left - b.left);
      const event = key === "Home" ? sorted[0] : sorted.at(-1);
      if (!event) return;
      this.items.set(event.id, event);
      this.select(event.id, "chart");
    }).catch(() => {});
    return "";
  }

  /** @override @param {string} id @param {"chart" | "card"} by @param {HTMLElement | undefined} [card] @param {boolean} [glide] */
  select(id, by, card = this.cardOf(id), glide = false) {
    this.address?.settle(); // before there is another card
    const item = this.item(id);
    this.lacks(false);
    this.card = card ? { anchor: card.id, main: card.getAttribute("data-main") } : item ? { anchor: "", main: null } : null;
    if (this.shelf.aside && card !== this.shelf.aside) this.shelf.letGo();
    super.select(id, by, card, glide);
    if (!card) this.address?.forget(); // it is told with its card: one step of the history, and not two
    this.mark();
    void this.tiled.pin(id);
    const [turn, focus] = [(this.asked += 1), this.holding()];
    if (card || item?.place === undefined) return;
    void this.shelf.reach(item.place, id).then((found) => {
      if (!found || turn !== this.asked) return;
      this.card = { anchor: found.id, main: found.getAttribute("data-main") };
      this.mark();
      bring(this, found);
      focus(found);
      this.emit("select");
    });
  }

  /** Gives the focus to a card: from the list of key events, and from a link that went with the page of cards that it was on. @returns {(card: HTMLElement) => void} */
  holding() {
    const held = this.shelf.list.contains(document.activeElement);
    return (card) => {
      const [now, key] = [document.activeElement, document.activeElement?.closest("[data-keys]")];
      if (key || (held && now === document.body)) card.focus({ preventScroll: true });
    };
  }

  /** Mark what is current, on cards that came later too. */
  mark() {
    const id = this.chart.current ?? "";
    const part = this.parts.get(id);
    const card = part?.closest("[data-entry]") ?? (this.card?.anchor && !id ? this.cards.find((one) => one.id === this.card?.anchor) : undefined);
    for (const node of this.marked) if (node !== part && node !== card) node.removeAttribute("aria-current");
    this.marked = [card, part].filter((node) => node !== undefined && node !== null);
    for (const node of this.marked) node.setAttribute("aria-current", "true");
    if (card) this.card = { anchor: card.id, main: card.getAttribute("data-main") };
  }

  /** @override */
  chosen() {
    return this.card?.anchor ? this.card : null;
  }

  /** @override @param {string | null} id @param {"chart" | "card"} by */
  hover(id, by) {
    super.hover(id, by);
    clearTimeout(this.pinning);
    if (by === "card" && id && this.chart.hovered === id) this.pinning = setTimeout(() => this.chart.hovered === id && this.tiled.pin(id), RESTING);
  }

  /** The events that the view shows, in the order of time. */
  seen() {
    const { earliest, latest } = this.chart.view;
    const seen = this.tiled.revealed().filter((item) => item.left < latest && (item.left >= earliest || item.right > earliest));
    return seen.sort((a, b) => a.left - b.left || a.right - b.right || (a.id < b.id ? -1 : 1));
  }

  /** The story mode goes through what the view shows when it begins: nobody can be shown ten million events. @override */
  tour() {
    if (!this.root.classList.contains("is-story")) this.route = null;
    else this.route ??= new Map(this.seen().map((item) => [item.id, item]));
    return this.route ? [...this.route.keys()] : this.seen().map((item) => item.id);
  }

  /** @override */
  printed() {
    return { events: this.seen().filter((item) => !this.tiled.faint(item.id)), traces: this.tiled.plot.figure().data, numbered: false };
  }

  /** @override @param {string} anchor */
  far(anchor) {
    return anchor !== "" && /^e[\w.-]*$/.test(anchor) && !document.getElementById(anchor);
  }

  /** @override @param {string} anchor @param {(card: HTMLElement) => void} call */
  seek(anchor, call) {
    const [turn, focus] = [(this.asked += 1), this.holding()];
    this.lacks(false);
    void this.placeOf(anchor).then(async (place) => {
      if (turn !== this.asked) return;
      const card = place === null ? null : await this.shelf.reach(place);
      if (card && turn === this.asked) {
        call(card);
        focus(card);
      } else if (place === null && this.tiled.online()) this.lacks(true);
    }).catch(() => {});
  }

  /** Where the card of an anchor is in the list; null where none is called so. @param {string} anchor @returns {Promise<number | null>} */
  async placeOf(anchor) {
    const { fetched, tiles } = this.tiled;
    if (!this.tiled.online()) return null;
    for (const entry of namesOf(anchor)) {
      try {
        const place = tiles.search
          ? (await fetched.ask(`place/${tiles.version}?entry=${encodeURIComponent(entry)}`))?.place
          : (await fetched.ask(`ids/${tiles.version}/${shareOf(entry)}`))[entry];
        if (place !== undefined) return place;
      } catch (reason) {
        if (!(reason instanceof Missing)) throw reason;
      }
    }
    return null;
  }

  /** Whether an address led to an entry that is not there. @param {boolean} missing */
  lacks(missing) {
    if (this.missing === missing) return;
    this.missing = missing;
    this.state();
  }

  /** Say how it goes with the host, else what is not there. */
  state() {
    const { fetched } = this.tiled;
    const { words } = this.data;
    const code = location.protocol === "file:" ? "file" : fetched.state || (this.missing ? "missing" : "");
    const text = code ? (words[`tiles.${code}`] ?? "") : "";
    const node = find(this.root, "[data-state]");
    if (node.textContent !== text) node.textContent = text;
    find(this.root, "[data-retry]").hidden = code !== "failed";
    find(this.root, "[data-reload]").hidden = code !== "gone";
    this.chart.redraw();
  }

  /** Try again what did not come. */
  again() {
    this.tiled.fetched.again();
    this.retried();
    this.chart.redraw();
    this.shelf.later();
  }
}

/** The ids of entries that an anchor may stand for, the likeliest first: `timeline.draw.cards.anchor_of` backwards. @param {string} anchor */
export function namesOf(anchor) {
  if (!anchor.startsWith("e-")) return [anchor];
  let names = [""];
  for (const part of anchor.slice(2).split(/(_[0-9a-f]{2,6})/)) {
    const code = /^_([0-9a-f]{2,6})$/.exec(part)?.[1];
    if (!code) names = names.map((name) => name + part);
    else names = names.flatMap((name) => Array.from({ length: code.length - 1 }, (_, step) => name + letterOf(code.slice(0, step + 2)) + code.slice(step + 2))).slice(0, 12);
  }
  return [...names, anchor];
}

/** @param {string} code */
function letterOf(code) {
  const number = parseInt(code, 16);
  return number <= 0x10ffff ? String.fromCodePoint(number) : "";
}
