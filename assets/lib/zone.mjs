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
  const another = select.querySelector('[value="other"]');
  const own = newName(Intl.DateTimeFormat().resolvedOptions().timeZone ?? "");
  /** @param {string} zone @param {string} text */
  const offer = (zone, text) => select.insertBefore(new Option(text, zone), another);
  const device = () => fill(timeline.data.words["zone.browser"], { zone: own.split("/").at(-1)?.replaceAll("_", " ") ?? own });
  const mine = own ? offer(own, device()) : null;
  timeline.on("language", () => mine && (mine.textContent = device()));
  select.addEventListener("change", () => {
    const typed = find(timeline.root, "[data-zone-typed]");
    typed.hidden = select.value !== "other";
    if (typed.hidden) timeline.setZone(select.value);
    else other.focus();
  }, { signal });
  other.addEventListener("focus", () => {
    if (other.list && !other.list.childElementCount) other.list.append(...Intl.supportedValuesOf("timeZone").map((name) => new Option(newName(name))));
  }, { signal });
  find(timeline.root, "[data-zone-form]").addEventListener("submit", (event) => {
    event.preventDefault();
    const zone = findZone(other.value);
    const known = other.value.trim() && zone;
    find(timeline.root, "[data-zone-message]").textContent = known ? "" : fill(timeline.data.words["zone.unknown"], { zone: other.value });
    other.setAttribute("aria-invalid", String(!known));
    if (!known) return;
    if (![...select.options].some((option) => option.value === zone)) offer(zone, zone.replaceAll("_", " "));
    select.value = zone;
    find(timeline.root, "[data-zone-typed]").hidden = true;
    select.focus();
    timeline.setZone(zone);
  }, { signal });
  if (select.value !== timeline.zone) select.dispatchEvent(new Event("change")); // chosen before this script was there
}
