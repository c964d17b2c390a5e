// @ts-check
/** Where labels stand, in pixels. The arrangement keeps boxes of `room` pixels apart; here a label slides, is cut or turns round within that,
 * and takes what is free behind it. */

/** @typedef {{id: string, text: string, row: number, left: number, right: number, room: number, dot: boolean, forced: boolean, current: boolean}} Box
 * pixels; left may be negative; forced: shown although the view does not reveal it, so that its room is not its own */
/** @typedef {{id: string, text: string, row: number, x: number, width: number}} Placed width 0: no room for words */

const MARK = 14; // from the mark to the first letter, as timeline/arrange/width.py counts it
const LEAST = 30; // fewer pixels hold no word worth reading
const GAP = 6; // from the end of a label to what stands behind it

/** Labels of the boxes that reach into a view `width` pixels wide. @param {readonly Box[]} boxes @param {number} width
 * @param {(text: string) => number} measure @returns {Placed[]} */
export function placeLabels(boxes, width, measure) {
  const placed = [];
  /** @type {Map<number, number>} */
  const ends = new Map();
  for (const box of [...boxes].sort((a, b) => a.left - b.left)) {
    const off = box.dot ? box.left < 0 : box.right <= 0;
    if (off || box.left >= width) continue;
    const natural = Math.min(measure(box.text), box.room - MARK);
    const label = inView(box, natural, width, ends.get(box.row) ?? 0);
    if (!box.forced) ends.set(box.row, Math.max(label.x + label.width, box.right, box.left + 8));
    placed.push({ rank: Number(box.forced) + 2 * Number(box.current), id: box.id, text: box.text, row: box.row, ...label });
  }
  return widen(giveWay(placed), boxes, width, measure);
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

/** Labels that were cut to their room get what is free up to the next mark or label of their row. @param {Placed[]} labels @param {readonly Box[]} boxes
 * @param {number} width @param {(text: string) => number} measure @returns {Placed[]} */
function widen(labels, boxes, width, measure) {
  return labels.map((label) => {
    const natural = measure(label.text);
    if (!label.width || label.width >= natural) return label;
    const marks = boxes.filter((box) => box.row === label.row && box.left > label.x).map((box) => box.left - (box.dot ? MARK / 2 : 0));
    const words = labels.filter((one) => one.row === label.row && one.x > label.x && one.width).map((one) => one.x);
    const free = Math.min(...marks, ...words, width) - GAP - label.x;
    return { ...label, width: Math.max(label.width, Math.min(natural, free)) };
  });
}

/** @param {Box} box @param {number} natural @param {number} width @param {number} taken right end of what stands before it in its row */
function inView(box, natural, width, taken) {
  const begin = box.dot ? box.left + MARK : box.left + MARK / 2;
  if (begin < MARK / 2) { // a bar that begins left of the view: its label slides along it, and is cut where its own room ends
    const free = Math.min(Math.max(box.left + box.room, box.right), width) - MARK;
    return { x: MARK / 2, width: free >= LEAST ? Math.min(natural, free) : 0 };
  }
  const free = width - begin - 4;
  if (free >= natural || free >= LEAST * 3) return { x: begin, width: Math.min(natural, free) };
  const turned = box.left - MARK - natural;
  if (turned >= taken + 4) return { x: turned, width: natural };
  return { x: begin, width: free >= LEAST ? free : 0 };
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
