"""A source as the parts that a store is built of: a long table piece by piece, everything else as one story."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from functools import partial
from pathlib import Path

from timeline import no_search_for_cycles
from timeline.clock import find_zone
from timeline.date import Among, Names, date_source, language_in
from timeline.date.cell import Cells
from timeline.date.language import find_language
from timeline.model import Assumption, Source
from timeline.read.long import ROWS, Long, Piece, Shape, Span, open_long, read_piece
from timeline.store.build import Told, silent
from timeline.store.rows import Batch, batch_of
from timeline.store.survey import NOBODY, Hashed, combine, survey
from timeline.store.team import Team


@dataclass(frozen=True, slots=True)
class Options:
    """What a source leaves unsaid, as in `timeline.load`. For what is appended: `known` are the ids of the store's events, and positions
    of entries are counted on from `after`."""

    zone: str | None = None
    language: str | None = None
    title: str | None = None
    format: str | None = None
    columns: Mapping[str, str] = field(default_factory=dict)
    after: int = 0
    known: Hashed = NOBODY


@dataclass
class Reader:
    """Reads and dates pieces of one table, one after another."""

    long: Long
    shape: Shape
    texts: tuple[str, ...]
    options: Options
    cells: Cells | None = None

    def __call__(self, task: tuple[Piece, Names]) -> Batch:
        """The rows of a piece."""
        piece, names = task
        with no_search_for_cycles():
            source = read_piece(self.long, piece, self.shape, after=self.options.after)
            options = self.options
            if self.cells is None:  # made here, where its memory of cells is used
                language = find_language(options.language) if options.language else language_in(source)
                self.cells = Cells(self.texts, options.zone or "UTC", language)
            among = Among(self.cells, names)
            story = date_source(source, zone=options.zone, language=options.language, title=options.title, among=among)
            split = [entry.id for entry in source.entries if entry.id in names.again]
            return batch_of(story, part=True, zones=not piece.span.first, split=split)


def parts_of(
    path: Path, options: Options, *, workers: int = 0, rows: int = ROWS, least: int = 2, told: Told = silent
) -> Iterator[Batch] | None:
    """The parts of a long table, in its order; None for what is none, or makes less than so many pieces.

    With more than one worker, processes do the reading and dating. Raises `SourceError` and `OptionError` as `timeline.load` does.
    """
    if options.zone:
        find_zone(options.zone)
    long = open_long(path, format=options.format, columns=options.columns)
    if long is None or len(spans := long.cut(rows)) < least:
        return None
    return _parts(long, spans, options, min(workers, len(spans)), told)


def _parts(long: Long, spans: list[Span], options: Options, workers: int, told: Told) -> Iterator[Batch]:
    with Team(workers) as team:
        surveys = []
        for found in team.each(partial(survey, long), long.pieces(spans)):
            surveys.append(found)
            told("looking", len(surveys), len(spans))
        known = combine(surveys, [span.first for span in spans], known=options.known, after=options.after)
        del surveys
        long.with_clocks(known.shape.clocks)
        first = read_piece(long, next(long.pieces(spans[:1])), known.shape)
        options, assumed = _with_language(first, options)
        reader = Reader(long, known.shape, known.texts, options)
        tasks = zip(long.pieces(spans), known.names, strict=True)
        for number, batch in enumerate(team.each(reader, tasks), start=1):
            told("reading", number, len(spans))
            yield batch if number > 1 else replace(batch, head=replace(batch.head, assumptions=(*assumed, *batch.head.assumptions)))


def _with_language(first: Source, options: Options) -> tuple[Options, list[Assumption]]:
    """The language of the first piece is that of all."""
    if options.language:
        return options, []
    language = language_in(first)
    return replace(options, language=language.code), [Assumption("language", {"language": language.code})]
