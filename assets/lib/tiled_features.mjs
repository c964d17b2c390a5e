// @ts-check
/** What a timeline in tiles can do: all that the others can, and other ways to find and to print. */

import { FEATURES } from "./features.mjs";
import { bindFind } from "./find.mjs";
import { TiledTimeline } from "./tiled.mjs";
import { bindTiledFind } from "./tiled_find.mjs";
import { bindTiledPaper } from "./tiled_paper.mjs";

/** @param {HTMLElement} root */
export function bindTiled(root) {
  const timeline = new TiledTimeline(root);
  bindTiledPaper(timeline); // before the paper of all: its line is numbered like the cards that are there by then
  for (const feature of FEATURES) if (feature === bindFind) bindTiledFind(timeline);
    else feature(timeline);
  timeline.chart.draw();
  return timeline;
}
