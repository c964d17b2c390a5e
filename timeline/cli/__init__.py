"""The command `timeline`: results on stdout, assumptions and problems on stderr.

Exit codes: 0 fine; 1 nothing could be dated, or something was lost (`check`, `--strict`); 2 a wrong call, or a source that cannot be read.
"""

from __future__ import annotations

import sys

import click

import timeline
from timeline.cli.dates import dates
from timeline.cli.many import pictures, site
from timeline.cli.serve import serve
from timeline.cli.store import append, build
from timeline.cli.stories import check, convert, events, export
from timeline.errors import TimelineError

WRONG_CALL = 2


def main() -> None:
    """The console script: what a caller did wrong is one line on stderr, never a traceback."""
    try:
        cli.main(prog_name="timeline", standalone_mode=True)
    except TimelineError as error:
        click.echo(f"timeline: {error}", err=True)
        sys.exit(WRONG_CALL)


@click.group(context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100})
@click.version_option(timeline.__version__, message="%(version)s")
def cli() -> None:
    """A live ticker in, a time-zone-aware timeline out.

    FILE is a ticker as text or Markdown, a table, a calendar, a feed or another tool's file (docs/formats.md); '-' reads standard input.
    """


for command in (events, check, convert, export, site, pictures, build, append, serve, dates):
    cli.add_command(command)
