// @ts-check
/** What a timeline can do, each part in a file of its own name: bound in this order, after the timeline is there and before it is first drawn. */

import { bindCards } from "./cards.mjs";
import { bindKeys } from "./keys.mjs";
import { bindPaper } from "./paper.mjs";
import { bindShifts } from "./shifts.mjs";
import { bindSpeech } from "./speak.mjs";
import { bindZone } from "./zone.mjs";

/** @type {((timeline: import("./timeline.mjs").Timeline) => void)[]} */
export const FEATURES = [bindZone, bindKeys, bindCards, bindSpeech, bindPaper, bindShifts];
