// @ts-check
/** Where labels stand, in pixels. The arrangement keeps room from the left of each mark free for it and its label; a label goes into its bar where it
 * fits, else behind its mark, else before it; it takes what is free there and is cut where that ends. */

/** @typedef {{id: string, text: string, row: number, left: number, right: number, dot: boolean, forced: boolean, current: boolean}} Box
 * pixels; left may be negative; forced: shown although the view does not reveal it, so that nothing keeps room for it */
/** @typedef {{id: string, text: string, row: number, x: number, width: number, inside?: boolean, before?: boolean}} Placed width 0: no room for words;
 * inside: in its bar; before: a leader line runs from its end to its mark */
/** @typedef {{id: string, row: number, x: number, width: number}} Span */
/** @typedef {{rank: number}} Ranked what lies over what */

const MARK = 14; // from a dot to the first letter, as timeline/arrange/width.py counts it
const INSET = 7; // from the end of a bar to a letter in it or behind it
const LEAST = 30; // fewer pixels hold no word worth reading
const ENOUGH = 0.6; // of what fits: what a cut at the end of a word leaves at least
const GAP = 6; // from the end of a label to what stands behind it

/** Labels of the boxes that reach into a view `width` pixels wide. @param {readonly Box[]} boxes @param {number} width
 * @param {(text: string) => number} measure @returns {Placed[]} */
export function placeLabels(boxes, width, measure) {
  const [placed, marks] = [/** @type {(Placed & Ranked)[]} */ ([]), /** @type {(Span & Ranked)[]} */ ([])];
  /** @type {Map<number, Box[]>} */
  const rows = new Map();
  for (const box of [...boxes].sort((a, b) => a.left - b.left || Number(a.forced) - Number(b.forced))) rows.set(box.row, [...(rows.get(box.row) ?? []), box]);
  for (const row of rows.values()) {
    let [taken, past] = [0, 0];
    for (const [index, box] of row.entries()) {
      const own = { rank: Number(box.forced) + 2 * Number(box.current), id: box.id, row: box.row };
      if (box.forced) marks.push({ ...own, ...ringOf(box) });
      const off = box.dot ? box.left < 0 : box.right <= 0;
      if (off || box.left >= width) continue;
      const next = row.slice(index + 1).find((one) => !one.forced && one.left > box.left);
      const end = Math.min(width, next ? next.left - (next.dot ? MARK / 2 : 0) : width) - GAP;
      const label = choose(box, measure(box.text), width, { taken: taken && taken + 2 * GAP, past: past && past + GAP, end });
      if (!box.forced) {
        past = Math.max(past, box.right + (box.dot ? MARK / 2 : 0));
        taken = Math.max(taken, label.x + label.width, past);
      }
      placed.push({ ...own, text: box.text, ...label });
    }
  }
  return giveWay(placed, marks);
}

/** The ring around a mark. @param {{left: number, right: number, dot: boolean}} box @returns {{x: number, width: number}} */
export function ringOf({ left, right, dot }) {
  const [from, to] = dot ? [left - 9, left + 9] : [left - 3, right + 3];
  return { x: from, width: Math.max(to - from, 6) };
}

/** The labels, each ended before what it would lie under: a forced or current label, the mark of a forced event. Without those that then are too short.
 * @param {(Placed & Ranked)[]} labels @param {(Span & Ranked)[]} marks @returns {Placed[]} */
function giveWay(labels, marks) {
  const above = [...marks];
  return labels.sort((a, b) => b.rank - a.rank).map(({ rank, ...label }) => {
    const others = above.filter((one) => one.rank > rank && one.row === label.row && one.id !== label.id);
    const over = others.filter(({ x, width }) => x < label.x + label.width + GAP && label.x < x + width + GAP);
    const room = Math.min(...over.map(({ x }) => x)) - GAP - label.x;
    const width = room >= label.width ? label.width : label.before || room < LEAST ? 0 : room;
    if (width) above.push({ ...label, width, rank: Infinity });
    return { ...label, width };
  });
}

/** The first place that holds a whole label, else the one that holds most of it.
 * @param {Box} box @param {number} natural @param {number} width @param {{taken: number, past: number, end: number}} free where what stands before it in
 * its row ends, with its label and without, and where what stands behind it begins
 * @returns {{x: number, width: number, inside?: boolean, before?: boolean}} */
function choose(box, natural, width, { taken, past, end }) {
  const begin = Math.max(box.left + INSET, INSET, past);
  const inside = { x: begin, width: box.dot ? 0 : Math.min(box.right - INSET, width - INSET, end) - begin, inside: true };
  const after = Math.max(box.dot ? box.left + MARK : Math.max(box.right, box.left + 1) + INSET, past);
  const behind = { x: after, width: end - after };
  const turned = box.left - MARK - natural;
  for (const place of [inside, behind]) if (place.width >= natural) return { ...place, width: natural };
  if (turned >= taken && turned >= 0) return { x: turned, width: natural, before: true };
  const most = inside.width > behind.width ? inside : behind;
  return most.width >= LEAST ? most : { x: begin, width: 0 };
}

/** `text` cut to a width, with an ellipsis: at the end of a word where that leaves most of what fits, else between whole characters; as `shorten` in
 * timeline/arrange/width.py. @param {string} text @param {number} width @param {(text: string) => number} measure */
export function shortened(text, width, measure) {
  if (measure(text) <= width + 0.5) return text;
  const letters = [...new Intl.Segmenter().segment(text)].map((part) => part.segment);
  let [low, high] = [0, letters.length];
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (measure(letters.slice(0, middle).join("") + "…") <= width) low = middle;
    else high = middle - 1;
  }
  if (!low) return "";
  const fits = letters.slice(0, low).join("");
  const word = (fits + letters[low]).search(/\s\S*$/); // where what is cut, or comes next, begins
  return (word < ENOUGH * fits.length ? fits : fits.slice(0, word)).replace(/[\s,.;:–—-]+$/, "") + "…";
}
