// @ts-check
/** From the one figure that Python built to what a view draws: pick the points it shows, resolve the names of colours. */

export const FAINT = 0.18; // what is left of a mark that a filter leaves out

/** @typedef {{customdata: string[], [field: string]: any}} Trace */

/** A trace with only the points of `keep`; every array as long as `customdata` is one value a point. @param {Trace} trace @param {ReadonlySet<string>} keep */
export function pick(trace, keep) {
  const size = trace.customdata.length;
  const kept = trace.customdata.map((id) => keep.has(id));
  /** @param {any} value @returns {any} */
  const filtered = (value) => {
    if (Array.isArray(value)) return value.length === size ? value.filter((_, index) => kept[index]) : value;
    return value && typeof value === "object" ? Object.fromEntries(Object.entries(value).map(([key, part]) => [key, filtered(part)])) : value;
  };
  return /** @type {Trace} */ (filtered(trace));
}

/** A trace of numbers with what lies far outside of a view cut off: a bar of 13.8 billion years in a view of a day is longer than a drawing can be,
 * whose places are 32 bit floats. @param {Trace} trace @param {{earliest: number, latest: number}} view @returns {Trace} */
export function clipped(trace, { earliest, latest }) {
  const [from, to] = [2 * earliest - latest, 2 * latest - earliest];
  /** @param {number | null} at */
  const cut = (at) => (at === null ? null : Math.min(Math.max(at, from), to));
  if (trace["type"] !== "bar") return { ...trace, x: trace["x"].map(cut) };
  const base = trace["base"].map(cut);
  return { ...trace, base, x: trace["x"].map((/** @type {number} */ length, /** @type {number} */ index) => Number(cut(trace["base"][index] + length)) - base[index]) };
}

/** A trace as a filter leaves it that lets it not stand out; under a name of its own, since Plotly knows traces by it. @param {Trace} trace @returns {Trace} */
export const faded = (trace) => ({ ...trace, uid: `${trace["uid"]}-faint`, opacity: FAINT });

/** The same value with every name of a custom property (`--ink`) resolved. @param {any} value @param {(name: string) => string} resolve @returns {any} */
export function recolour(value, resolve) {
  if (typeof value === "string") return value.startsWith("--") ? resolve(value) : value;
  if (Array.isArray(value)) return value.map((part) => recolour(part, resolve));
  return value && typeof value === "object" ? Object.fromEntries(Object.entries(value).map(([key, part]) => [key, recolour(part, resolve)])) : value;
}

/** Resolve custom properties as `element` sees them to what Plotly can read: it knows no oklch and no system colours, a canvas does.
 * @param {Element} element @returns {(name: string) => string} */
export function colourReader(element) {
  const style = getComputedStyle(element);
  const paint = Object.assign(document.createElement("canvas"), { width: 1, height: 1 }).getContext("2d", { willReadFrequently: true });
  /** @type {Map<string, string>} */
  const known = new Map();
  return (name) => {
    let colour = known.get(name);
    if (colour === undefined) {
      colour = "#777";
      if (paint) {
        paint.fillStyle = style.getPropertyValue(name).trim();
        paint.fillRect(0, 0, 1, 1);
        colour = `rgb(${[...paint.getImageData(0, 0, 1, 1).data].slice(0, 3).join(",")})`;
      }
      known.set(name, colour);
    }
    return colour;
  };
}
