// @ts-check
/** Buttons, gestures and keys of the chart. */

import { find } from "./chart.mjs";
import { Gestures } from "./gestures.mjs";

/** @param {import("./timeline.mjs").Timeline} timeline */
export function bindKeys(timeline) {
  const { chart } = timeline;
  const { signal } = timeline.ending;
  new Gestures(chart, { pick: (id) => timeline.select(id, "chart"), hover: (id) => timeline.hover(id, "chart") }, signal);
  const stage = find(timeline.root, "[data-stage]");
  const beside = () => stage.offsetWidth < timeline.root.clientWidth * 0.7;
  const size = new ResizeObserver(() => { // nothing that takes the focus may lie under a chart that stays
    document.documentElement.style.scrollPaddingTop = getComputedStyle(stage).position === "sticky" && !beside() ? `${stage.offsetHeight + 8}px` : "";
  });
  size.observe(stage);
  signal.addEventListener("abort", () => size.disconnect());
  for (const button of timeline.root.querySelectorAll("[data-do]"))
    button.addEventListener("click", () => chart.act(button.getAttribute("data-do") ?? ""), { signal });
  chart.node.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const next = event.key === "ArrowUp" || event.key === "ArrowDown" ? null : timeline.step(event.key);
    const action = { "+": "zoom.in", "-": "zoom.out", 0: "go.first" }[event.key];
    if (next) timeline.select(next, "chart");
    else if (action) chart.act(action);
    else if (event.key === "Enter" && chart.current) timeline.cardOf(chart.current)?.focus({ preventScroll: true });
    else if (next !== "") return;
    event.preventDefault();
  }, { signal });
}
