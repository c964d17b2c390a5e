// @ts-check
/** What a timeline can do, each part in a file of its own name: bound in this order, after the timeline is there and before it is first drawn. The address
 * comes last, since the others tell it what to keep. */

import { bindAddress } from "./address.mjs";
import { bindCards } from "./cards.mjs";
import { bindEmbed } from "./embed.mjs";
import { bindEras } from "./eras.mjs";
import { bindFind } from "./find.mjs";
import { bindKeys } from "./keys.mjs";
import { bindMedia } from "./media.mjs";
import { bindNights, bindNow } from "./nights.mjs";
import { bindOverview } from "./overview.mjs";
import { bindPaper } from "./paper.mjs";
import { bindPlay } from "./play.mjs";
import { bindSecond } from "./second.mjs";
import { bindShifts } from "./shifts.mjs";
import { bindSpeech } from "./speak.mjs";
import { Timeline } from "./timeline.mjs";
import { bindZone } from "./zone.mjs";

/** @type {((timeline: Timeline) => void)[]} */
export const FEATURES = [
  bindZone, bindKeys, bindCards, bindMedia, bindNights, bindNow, bindSecond, bindEras, bindOverview, bindFind, bindSpeech, bindPaper, bindShifts, bindPlay, bindEmbed, bindAddress,
];

/** @param {HTMLElement} root */
export function bindAll(root) {
  const timeline = new Timeline(root);
  for (const feature of FEATURES) feature(timeline);
  timeline.chart.draw();
  return timeline;
}
