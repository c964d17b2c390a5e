// @ts-check
/** Where labels stand, in pixels. The arrangement keeps `room` pixels from the left of each mark free for it and its label; a label goes into its bar
 * where it fits, else behind its mark, else before it; it takes what is free there and is cut where that ends. */

/** @typedef {{id: string, text: string, row: number, left: number, right: number, room: number, dot: boolean, forced: boolean, current: boolean}} Box
 * pixels; left may be negative; forced: shown although the view does not reveal it, so that its room is not its own */
/** @typedef {{id: string, text: string, row: number, x: number, width: number, before?: boolean}} Placed width 0: no room for words; before: a leader
 * line runs from its end to its mark */

const MARK = 14; // from a dot to the first letter, as timeline/arrange/width.py counts it
const INSET = 7; // from the end of a bar to a letter in it or behind it
const LEAST = 30; // fewer pixels hold no word worth reading
const GAP = 6; // from the end of a label to what stands behind it

/** Labels of the boxes that reach into a view `width` pixels wide. @param {readonly Box[]} boxes @param {number} width
 * @param {(text: string) => number} measure @returns {Placed[]} */
export function placeLabels(boxes, width, measure) {
  const placed = [];
  /** @type {Map<number, Box[]>} */
  const rows = new Map();
  for (const box of [...boxes].sort((a, b) => a.left - b.left)) rows.set(box.row, [...(rows.get(box.row) ?? []), box]);
  for (const row of rows.values()) {
    let taken = 0;
    for (const [index, box] of row.entries()) {
      const off = box.dot ? box.left < 0 : box.right <= 0;
      if (off || box.left >= width) continue;
      const next = row.slice(index + 1).find((one) => !one.forced && one.left > box.left);
      const end = Math.min(width, Math.max(next ? next.left - (next.dot ? MARK / 2 : 0) : width, box.forced ? box.left + box.room : 0)) - GAP;
      const label = choose(box, measure(box.text), width, taken && taken + 2 * GAP, end);
      if (!box.forced) taken = Math.max(taken, label.x + label.width, box.right + (box.dot ? MARK / 2 : 0));
      placed.push({ rank: Number(box.forced) + 2 * Number(box.current), id: box.id, text: box.text, row: box.row, ...label });
    }
  }
  return giveWay(placed);
}

/** The labels without those that lie under a forced or current one. @param {(Placed & {rank: number})[]} labels @returns {Placed[]} */
function giveWay(labels) {
  /** @type {Placed[]} */
  const kept = [];
  /** @param {Placed} a @param {Placed} b */
  const apart = (a, b) => a.row !== b.row || a.x + a.width < b.x || b.x + b.width < a.x;
  for (const { rank, ...label } of labels.sort((a, b) => b.rank - a.rank)) {
    const covered = label.width > 0 && kept.some((one) => one.width > 0 && !apart(one, label));
    kept.push(covered ? { ...label, width: 0 } : label);
  }
  return kept;
}

/** The first place that holds a whole label, else the one that holds most of it.
 * @param {Box} box @param {number} natural @param {number} width @param {number} taken where what stands before it in its row ends
 * @param {number} end where what stands behind it begins
 * @returns {{x: number, width: number, before?: boolean}} */
function choose(box, natural, width, taken, end) {
  const begin = Math.max(box.left, 0) + INSET;
  const inside = { x: begin, width: box.dot ? 0 : Math.min(box.right, width) - INSET - begin };
  const after = box.dot ? box.left + MARK : Math.max(box.right, box.left + 1) + INSET;
  const behind = { x: after, width: end - after };
  const turned = box.left - MARK - natural;
  for (const place of [inside, behind]) if (place.width >= natural) return { x: place.x, width: natural };
  if (turned >= taken && turned >= 0) return { x: turned, width: natural, before: true };
  const most = inside.width > behind.width ? inside : behind;
  return most.width >= LEAST ? most : { x: begin, width: 0 };
}

/** `text` cut to a width, with an ellipsis; cut between whole characters. @param {string} text @param {number} width @param {(text: string) => number} measure */
export function shortened(text, width, measure) {
  if (measure(text) <= width + 0.5) return text;
  const letters = [...new Intl.Segmenter().segment(text)].map((part) => part.segment);
  let [low, high] = [0, letters.length];
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (measure(letters.slice(0, middle).join("") + "…") <= width) low = middle;
    else high = middle - 1;
  }
  return low ? letters.slice(0, low).join("").trimEnd() + "…" : "";
}
