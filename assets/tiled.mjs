// @ts-check
/** The script of a page that is one file and shows a story in tiles: assets/timeline.mjs with all that it would load later. */

import { start } from "./lib/begin.mjs";
import { bindTiled } from "./lib/tiled_features.mjs";

start(bindTiled);
