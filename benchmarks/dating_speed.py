"""How long dating takes: tickers of 0.1, 1 and 10 MB, and single entries of 0.1, 1 and 5 MB, beside one pass over the words of the same
text in the same run.

The text is invented German ticker prose: entries of a headline and a few sentences, newest first, a time expression every fifteen words.
Run it with `python benchmarks/dating_speed.py [largest size in MB]`; the last columns are what to compare between two machines.
"""

from __future__ import annotations

import os
import random
import re
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from statistics import median

sys.path.insert(0, str(Path(__file__).parent.parent))

import timeline
from timeline.date.find import find
from timeline.date.language import LANGUAGES

SIZES = {0.1: 7, 1.0: 5, 10.0: 3}
"""Megabytes, and how often the time is taken."""
ENTRIES = {0.1: 7, 1.0: 5, 5.0: 3}
"""The same for a ticker that is one entry, in which everything could be compared with everything."""

WHO = (
    "die Feuerwehr,der Bürgermeister,die Ministerin,ein Sprecher der Stadt,die Polizei,der Reederverband,die Hafenmeisterei,das Bündnis"
    ",die Leitstelle,der Betriebsrat,die Intendantin,das Landesamt,die Delegation aus Übersee,der Trainer,die Opposition"
).split(",")
WHERE = (
    "am Nordkai,vor dem Rathaus,in der Altstadt,auf der Umgehungsstraße,im Plenarsaal,am Stellwerk,in der Messehalle,unter der Brücke"
    ",an der Schleuse,im Stadion,vor der Botschaft,im Klinikum"
).split(",")
WHAT = (
    "eine neue Vereinbarung,den Streit um die Fähre,mehr Geld für die Deiche,ein vorläufiges Ergebnis,die Sperrung der Strecke"
    ",den Abzug der Helfer,ein Papier mit neun Forderungen,den Rücktritt zweier Beiräte,die Räumung des Lagers"
).split(",")
DAY = "Montag,Dienstag,Mittwoch,Donnerstag,Freitag,Samstag,Sonntag".split(",")
MONTH = "Januar,Februar,März,April,Mai,Juni,Juli,August,September,Oktober,November,Dezember".split(",")
PART = "vormittag,nachmittag,abend,morgen".split(",")
DATED = (
    "Um {clock} Uhr meldete {who}, dass {where} wieder gearbeitet wird.",
    "{Who} will am {day}{part} {where} über {what} beraten.",
    "Am {date}. {month} hatte {who} {what} noch abgelehnt, hieß es gestern {where}.",
    "Seit dem frühen Morgen sammeln sich {where} Menschen, einige warten seit {n} Stunden auf Nachricht.",
    "Vor {n} Tagen war {where} noch von einer Einigung die Rede gewesen; inzwischen spricht {who} von einem Fehler.",
    "Die für heute Nachmittag angesetzte Sitzung {where} wurde um zwei Stunden verschoben, teilte {who} mit.",
    "Bis zum Wochenende soll {who} {what} vorlegen, zunächst auf {n} Seiten.",
    "In der Nacht zum {day} rückte {who} zu einem Einsatz {where} aus, verletzt wurde niemand.",
    "{Who} erinnerte an den {month} {year}, als {where} zum ersten Mal {what} verhandelt wurde.",
    "Gegen {clock} Uhr (Ortszeit) verließ {who} den Saal, {n} Minuten später als geplant.",
)
PLAIN = (
    "{Who} sprach von einem guten Zeichen und nannte {what} einen Schritt, den man lange vorbereitet habe.",
    "Ob {where} noch jemand ausharrt, ließ {who} offen; gezählt wurden {price} Menschen, zwei davon aus dem Ausland.",
    "Der Preis für den Liter fiel auf {n},{price} Euro, und {who} nennt das „eine Atempause, mehr nicht“.",
    "Wer {where} steht, hört vor allem Motoren, Rufe und dann wieder lange nichts.",
    "Das Spiel endete {n}:2, {who} will trotzdem {what} fordern.",
    "Auf der Strecke der Linie {n} fahren Busse; {who} verweist auf den Paragrafen {price} der Ordnung.",
    "Nach Angaben der Behörde sind {n} Prozent der Anlagen beschädigt, {where} sieht es besser aus.",
)
HEADLINES = ("{Who}: Kein Wort über {what}", "Streit {where}: {Who} fordert {what}", "{Who} bleibt {where}", "Neue Zahlen {where}")


def ticker(megabytes: float, seed: int = 11) -> str:
    """A ticker of about as many bytes in UTF-8, newest entry first."""
    rng = random.Random(seed)
    entries, size, minute = [], 0, 60 * 24 * 4000
    while size < megabytes * 1_000_000:
        minute -= rng.randrange(2, 30)
        stamp = f"{minute // 60 % 24:02d}:{minute % 60:02d}"
        sentences = [_filled(rng.choice(DATED if rng.random() < 0.7 else PLAIN), rng) for _ in range(rng.randrange(3, 7))]
        entry = f"+++ {stamp} {_filled(rng.choice(HEADLINES), rng)} +++\n\n{' '.join(sentences)}\n\n"
        entries.append(entry)
        size += len(entry.encode())
    return f"---\ndate: 2019-02-28\nzone: Europe/Berlin\n---\n{''.join(entries)}"


def entry(megabytes: float, seed: int = 11) -> str:
    """A ticker of one entry of about as many bytes, in paragraphs."""
    rng = random.Random(seed)
    paragraphs, size = [], 0
    while size < megabytes * 1_000_000:
        sentences = [_filled(rng.choice(DATED if rng.random() < 0.7 else PLAIN), rng) for _ in range(rng.randrange(3, 7))]
        paragraphs.append(" ".join(sentences))
        size += len(paragraphs[-1].encode()) + 2
    body = "\n\n".join(paragraphs)
    return f"---\ndate: 2019-02-28\nzone: Europe/Berlin\n---\n+++ 14:39 Streit am Nordkai +++\n\n{body}\n"


def _filled(template: str, rng: random.Random) -> str:
    who = rng.choice(WHO)
    return template.format(
        who=who,
        Who=who[0].upper() + who[1:],
        where=rng.choice(WHERE),
        what=rng.choice(WHAT),
        day=rng.choice(DAY),
        part=rng.choice(PART),
        month=rng.choice(MONTH),
        date=rng.randrange(1, 29),
        year=rng.randrange(1990, 2019),
        n=rng.randrange(2, 20),
        price=rng.randrange(10, 99),
        clock=f"{rng.randrange(24)}.{rng.randrange(60):02d}",
    )


def seconds(work: Callable[[], object], times: int) -> float:
    """The median time of `work` in seconds of the processor: what others do on the machine counts less."""
    taken = []
    for _ in range(times):
        begin = time.process_time()
        work()
        taken.append(time.process_time() - begin)
    return median(taken)


def measured(text: str, times: int) -> Iterator[tuple[str, float]]:
    """What is timed: the words, the finding in the text as one and in its paragraphs, and the whole way to a story."""
    german, paragraphs = LANGUAGES["de"], text.split("\n\n")
    yield "words", seconds(lambda: re.findall(r"\w+", text), times)
    yield "find", seconds(lambda: find(text, german), times)
    yield "find, by paragraph", seconds(lambda: [find(paragraph, german) for paragraph in paragraphs], times)
    yield "timeline.load", seconds(lambda: timeline.load(text, language="de"), times)


def main(largest: float) -> None:
    """Print one line a size and way, with the ratio to the words and to the size before."""
    if hasattr(os, "sched_setaffinity"):
        os.sched_setaffinity(0, {min(os.sched_getaffinity(0))})  # one core
    print(f"{'MB':>5} {'way':<24} {'seconds':>8} {'MB/s':>6} {'words = 1':>10} {'per MB, smallest = 1':>21}")
    first: dict[str, float] = {}
    for prefix, made, sizes in (("", ticker, SIZES), ("one entry: ", entry, ENTRIES)):
        for megabytes, times in sizes.items():
            if megabytes <= largest:
                _report(prefix, made(megabytes), times, first)


def _report(prefix: str, text: str, times: int, first: dict[str, float]) -> None:
    size = len(text.encode()) / 1_000_000
    base = 0.0
    for way, taken in measured(text, times):
        base = base or taken
        if prefix and way.startswith("find"):
            continue
        smallest = first.setdefault(prefix + way, taken / size)
        line = f"{size:5.1f} {prefix + way:<24} {taken:8.3f} {size / taken:6.2f} {taken / base:10.1f} {taken / size / smallest:21.2f}"
        print(line, flush=True)


if __name__ == "__main__":
    main(float(sys.argv[1]) if len(sys.argv) > 1 else max(SIZES))
