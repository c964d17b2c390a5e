// @ts-check
/** What a timeline in tiles can do: all that the others can, and another way to find. */

import { FEATURES } from "./features.mjs";
import { bindFind } from "./find.mjs";
import { TiledTimeline } from "./tiled.mjs";
import { bindTiledFind } from "./tiled_find.mjs";

/** @param {HTMLElement} root */
export function bindTiled(root) {
  const timeline = new TiledTimeline(root);
  for (const feature of FEATURES) if (feature === bindFind) bindTiledFind(timeline);
    else feature(timeline);
  timeline.chart.draw();
  return timeline;
}
