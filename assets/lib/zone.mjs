// @ts-check
/** The zone selector: the zones an editor offers, that of the device, and any other one typed. */

import { find } from "./chart.mjs";
import { fill } from "./moments.mjs";
import { findZone, newName } from "./zones.mjs";

/** @param {import("./timeline.mjs").Timeline} timeline */
export function bindZone(timeline) {
  const { signal } = timeline.ending;
  const select = /** @type {HTMLSelectElement} */ (find(timeline.root, "[data-zone]"));
  const other = /** @type {HTMLInputElement} */ (find(timeline.root, "[data-zone-other]"));
  const own = newName(Intl.DateTimeFormat().resolvedOptions().timeZone ?? "");
  /** @param {string} zone @param {string} text */
  const offer = (zone, text) => select.insertBefore(new Option(text, zone), select.querySelector('[value="other"]'));
  /** @param {string} zone */
  const choose = (zone) => {
    if (![...select.options].some((option) => option.value === zone)) offer(zone, zone.replaceAll("_", " "));
    select.value = zone;
    find(timeline.root, "[data-zone-typed]").hidden = true;
    if (zone !== timeline.zone) timeline.setZone(zone);
  };
  if (own) nameDevice(timeline, own, offer(own, ""));
  let keyed = false; // arrow keys pass through every choice: none of them may take the focus away
  select.addEventListener("keydown", () => (keyed = true), { signal });
  select.addEventListener("pointerdown", () => (keyed = false), { signal });
  select.addEventListener("change", () => {
    const typed = find(timeline.root, "[data-zone-typed]");
    typed.hidden = select.value !== "other";
    if (typed.hidden) timeline.setZone(select.value);
    else if (!keyed) other.focus();
  }, { signal });
  other.addEventListener("focus", () => {
    if (other.list && !other.list.childElementCount) other.list.append(...Intl.supportedValuesOf("timeZone").map((name) => new Option(newName(name))));
  }, { signal });
  find(timeline.root, "[data-zone-form]").addEventListener("submit", (event) => {
    event.preventDefault();
    const zone = other.value.trim() && findZone(other.value);
    find(timeline.root, "[data-zone-message]").textContent = zone ? "" : fill(timeline.data.words["zone.unknown"], { zone: other.value });
    other.setAttribute("aria-invalid", String(!zone));
    if (!zone) return;
    choose(zone);
    select.focus();
  }, { signal });
  timeline.keep("zone", () => (timeline.zone === timeline.data.zone ? "" : timeline.zone),
    (value) => choose(value === "written" ? value : ((value && findZone(value)) || timeline.data.zone)));
  if (select.value !== timeline.zone) select.dispatchEvent(new Event("change")); // chosen before this script was there
}

/** The zone of the device, told in the reader's language. @param {import("./timeline.mjs").Timeline} timeline @param {string} own @param {HTMLOptionElement} option */
function nameDevice(timeline, own, option) {
  const name = () => (option.textContent = fill(timeline.data.words["zone.browser"], { zone: own.split("/").at(-1)?.replaceAll("_", " ") ?? own }));
  name();
  timeline.on("language", name);
}
