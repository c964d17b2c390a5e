// @ts-check
/** The list of cards: what a click, a key or a pointer on a card does, and how a card comes into sight. */

import { element, find } from "./chart.mjs";
import { step } from "./link.mjs";

/** @typedef {import("./timeline.mjs").Timeline} Timeline */

const LOOKS = 6;

/** @param {Timeline} timeline */
export function bindCards(timeline) {
  const { signal } = timeline.ending;
  const list = find(timeline.root, "[data-cards]");
  if (timeline.cards[0]) rove(timeline, timeline.cards[0]);
  list.addEventListener("focusin", (event) => touch(timeline, event.target, true), { signal });
  list.addEventListener("click", (event) => {
    const target = event.target instanceof Element ? event.target : null;
    const copy = target?.closest("[data-copy]");
    if (copy) return void copyAddress(timeline, copy);
    if (!go(timeline, event)) touch(timeline, event.target, true);
  }, { signal });
  timeline.root.querySelector("[data-keys]")?.addEventListener("click", (event) => go(timeline, event), { signal });
  list.addEventListener("pointerover", (event) => event.pointerType === "mouse" && touch(timeline, event.target, false), { signal });
  list.addEventListener("pointerleave", () => timeline.hover(null, "card"), { signal });
  list.addEventListener("keydown", (event) => {
    if (!(event.target instanceof HTMLElement) || !timeline.cards.includes(event.target) || event.key === "ArrowLeft" || event.key === "ArrowRight") return;
    const ids = timeline.cards.filter((card) => !card.hidden).map((card) => card.id);
    const next = timeline.cards.find((card) => card.id === step(ids, /** @type {HTMLElement} */ (event.target).id, event.key));
    if (event.key === "Enter" || event.key === "Escape") timeline.chart.node.focus({ preventScroll: true });
    else if (next) next.focus({ preventScroll: true });
    else return;
    if (next) bring(timeline, next);
    event.preventDefault();
  }, { signal });
  timeline.on("filter", () => {
    const first = timeline.cards.find((card) => !card.hidden);
    if (first && !timeline.cards.some((card) => card.tabIndex === 0 && !card.hidden)) rove(timeline, first);
  });
  /** @type {Element[]} the words that date the current event */
  let said = [];
  timeline.on("select", () => {
    for (const node of said) node.classList.remove("is-current");
    const id = timeline.chart.current ?? "";
    said = [...(timeline.cardOf(id)?.querySelectorAll(`mark[data-of="${CSS.escape(id)}"]`) ?? [])];
    for (const node of said) node.classList.add("is-current");
  });
}

/** Follow a link to another event; whether it was one. @param {Timeline} timeline @param {Event} event */
function go(timeline, event) {
  const id = event.target instanceof Element && event.target.closest("[data-go]")?.getAttribute("data-go");
  if (!id) return false;
  if (!timeline.knows(id) && !timeline.cardOf(id)) return true; // its anchor leads there
  event.preventDefault();
  timeline.select(id, "chart");
  timeline.cardOf(id)?.focus({ preventScroll: true });
  return true;
}

/** A card, or one event on it, was touched: show its mark. @param {Timeline} timeline @param {EventTarget | null} target @param {boolean} chosen */
function touch(timeline, target, chosen) {
  if (!(target instanceof Element)) return;
  const card = target.closest("[data-entry]");
  if (!(card instanceof HTMLElement)) return;
  const id = target.closest("[data-event]")?.getAttribute("data-event") ?? card.getAttribute("data-main") ?? "";
  const held = chosen && timeline.chart.current !== null && timeline.cardOf(timeline.chart.current) === card && !target.closest("[data-event]");
  if (chosen && !held) timeline.select(id, "card", card);
  else if (!chosen) timeline.hover(id, "card");
}

/** Copy the address of a card, or have it selected where the page may not copy. @param {Timeline} timeline @param {Element} button */
async function copyAddress(timeline, button) {
  const { words } = timeline.data;
  const address = new URL(`#${button.closest("[data-entry]")?.id}`, document.baseURI).href;
  try {
    await navigator.clipboard.writeText(address);
    timeline.announce(words["copy.done"] ?? "");
    button.classList.add("is-done");
    setTimeout(() => button.classList.remove("is-done"), 2000);
  } catch {
    const field = /** @type {HTMLInputElement} */ (element("input", "tl-address"));
    Object.assign(field, { value: address, readOnly: true, onblur: () => field.remove(), ariaLabel: words["card.permalink"] });
    button.after(field);
    field.select();
    timeline.announce(words["copy.selected"] ?? "");
  }
}

/** The card list where it scrolls by itself, else null: then the page does. @param {Timeline} timeline */
export function scroller(timeline) {
  const node = find(timeline.root, "[data-scroll]");
  return getComputedStyle(node).overflowY === "auto" && node.scrollHeight > node.clientHeight ? node : null;
}

/** Scroll a card into view within its own scroll container. @param {Timeline} timeline @param {HTMLElement} card @param {number} [looks] */
export function bring(timeline, card, looks = 0) {
  const own = scroller(timeline);
  if (card.hidden) card.classList.add("is-aside"); // filtered out, yet asked for: shown until another one is
  card.hidden = false;
  const box = card.getBoundingClientRect();
  if (!box.height) return; // not shown yet, in the story mode
  const frame = own?.getBoundingClientRect() ?? { top: 0, bottom: innerHeight };
  const stage = find(timeline.root, "[data-stage]").getBoundingClientRect();
  const covered = !own && stage.left < box.right && stage.right > box.left; // else the chart stands beside the cards
  const top = frame.top + 8 + (covered ? stage.height : 0);
  const guessed = timeline.root.querySelector(".is-long") !== null; // cards that were never seen: their heights come as one gets there, so look again
  const seen = box.top >= top && box.bottom <= frame.bottom;
  cancelAnimationFrame(timeline.looking);
  if (guessed && looks < LOOKS && (looks || !seen)) timeline.looking = requestAnimationFrame(() => bring(timeline, card, looks + 1));
  if (seen) return;
  const far = guessed || Math.abs(box.top - top) > 3 * innerHeight; // a long way takes seconds, and shows a blur
  const behavior = far || matchMedia("(prefers-reduced-motion: reduce)").matches ? "auto" : "smooth";
  (own ?? window).scrollBy({ top: box.top - top, behavior });
}

/** One card at a time is in the order of the tab key. @param {Timeline} timeline @param {HTMLElement} card */
export function rove(timeline, card) {
  for (const one of timeline.cards) if (one.tabIndex === 0 && one !== card) one.tabIndex = -1;
  card.tabIndex = 0;
}
