"""The app's door: `python app.py [--host HOST] [--port PORT] [--debug]`, or `app:server` for a WSGI host."""

from __future__ import annotations

import argparse
import os
import time

from timeline.serve import create_app

app = create_app(clock=lambda: time.time_ns() // 1_000_000)
server = app.server


def main() -> None:
    """Serve the samples until interrupted; HOST and PORT of the environment are the defaults."""
    parser = argparse.ArgumentParser(description="Serve the sample stories of Ticker Timeline.")
    parser.add_argument("--host", default=os.environ.get("HOST", "127.0.0.1"))
    parser.add_argument("--port", type=int, default=int(os.environ.get("PORT", "8050")))
    parser.add_argument("--debug", action="store_true", help="reload on change, show errors in the browser")
    options = parser.parse_args()
    app.run(host=options.host, port=options.port, debug=options.debug)


if __name__ == "__main__":
    main()
