"""The growth curves of docs/scale.md, drawn from what was measured (docs/scale.csv): python -m benchmarks.growth."""

from pathlib import Path

import pandas as pd
import plotly.graph_objects as go
from playwright.sync_api import sync_playwright
from plotly.subplots import make_subplots

from benchmarks.reader import FLAGS, chromium

DOCS = Path(__file__).parent.parent / "docs"
TARGETS = {
    "build, s": 600,
    "view on the server, warm, ms (99 %)": 100,
    "view in the browser, ms (median)": 150,
    "bytes of a view, kB (99 %)": 60,
}


def main() -> None:
    """One small chart for each series over a logarithmic axis of events, with its target where there is one."""
    table = pd.read_csv(DOCS / "scale.csv", comment="#")
    names = list(dict.fromkeys(table["what"]))
    figure = make_subplots(rows=-(-len(names) // 3), cols=3, subplot_titles=names, vertical_spacing=0.16, horizontal_spacing=0.08)
    for number, name in enumerate(names):
        rows = table[table["what"] == name]
        place = {"row": number // 3 + 1, "col": number % 3 + 1}
        figure.add_trace(go.Scatter(x=rows["events"], y=rows["value"], mode="lines+markers", line={"color": "#1f5fa8"}), **place)
        if name in TARGETS:
            figure.add_hline(y=TARGETS[name], line={"dash": "dot", "color": "#a8431f"}, **place)
    figure.update_xaxes(type="log", dtick=1, exponentformat="power")
    figure.update_yaxes(rangemode="tozero")
    figure.update_yaxes(type="log", dtick=1, row=1, col=1)  # building grows with the events, all else should not
    figure.update_layout(
        template="plotly_white", showlegend=False, font={"family": "system-ui, sans-serif", "size": 12}, margin={"t": 40, "b": 40}
    )
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium(), args=[*FLAGS, "--no-sandbox"])
        page = browser.new_page(viewport={"width": 1100, "height": 300 * -(-len(names) // 3)})
        page.set_content(figure.to_html(include_plotlyjs=True, config={"staticPlot": True, "showSendToCloud": False}))
        page.wait_for_selector(".main-svg")
        page.screenshot(path=DOCS / "scale.png")
        browser.close()


if __name__ == "__main__":
    main()
