"""What the page of a large story says beside the words of every page: which cards it shows, and what is still on its way."""

from __future__ import annotations

TILES: dict[str, dict[str, str]] = {
    "tiles.reach": {"en": "{from} to {to} of {all}", "de": "{from} bis {to} von {all}"},
    "tiles.found": {"en": "{from} to {to} of {all} found", "de": "{from} bis {to} von {all} gefundenen"},
    "tiles.before": {"en": "Earlier entries", "de": "Frühere Einträge"},
    "tiles.after": {"en": "Later entries", "de": "Spätere Einträge"},
    "tiles.here": {"en": "Entries of this view", "de": "Einträge zum Ausschnitt"},
    "tiles.slow": {"en": "Still loading. What is here can be used.", "de": "Wird noch geladen. Was da ist, lässt sich schon benutzen."},
    "tiles.failed": {"en": "Part of the story could not be loaded.", "de": "Ein Teil der Geschichte ließ sich nicht laden."},
    "tiles.retry": {"en": "Try again", "de": "Noch einmal versuchen"},
    "tiles.gone": {
        "en": "The story has changed since this page was loaded.",
        "de": "Die Geschichte hat sich geändert, seit diese Seite geladen wurde.",
    },
    "tiles.reload": {"en": "Load the page again", "de": "Seite neu laden"},
    "tiles.file": {
        "en": "Opened as a file, this page has its first view alone; the rest comes once it lies on a web host.",
        "de": "Als Datei geöffnet hat diese Seite nur ihren ersten Ausschnitt; der Rest kommt, sobald sie auf einem Webserver liegt.",
    },
    "tiles.missing": {"en": "This entry is not in the story.", "de": "Diesen Eintrag gibt es in der Geschichte nicht."},
    "tiles.rest.one": {"en": "and {n} more of this kind", "de": "und {n} weiterer dieser Art"},
    "tiles.rest.many": {"en": "and {n} more of this kind", "de": "und {n} weitere dieser Art"},
    "tiles.some": {"en": "{n} of {all}", "de": "{n} von {all}"},
    "tiles.keys.all": {"en": "All {all} key events", "de": "Alle {all} Schlüsselereignisse"},
    "tiles.keys.lead": {"en": "The most important ones, in the order of time.", "de": "Die wichtigsten, in zeitlicher Reihenfolge."},
    "tiles.print": {"en": "Print this view", "de": "Ausschnitt drucken"},
    "tiles.paper.wait": {"en": "Fetching the entries of this view …", "de": "Die Einträge zum Ausschnitt werden geholt …"},
    "tiles.paper": {"en": "Printed entries of this view: {n}.", "de": "Gedruckte Einträge zum Ausschnitt: {n}."},
    "tiles.paper.missing": {
        "en": "Not here, since they were not loaded: {n}. The button “Print this view” fetches them first.",
        "de": "Nicht hier, weil sie nicht geladen waren: {n}. Der Knopf „Ausschnitt drucken“ holt sie zuerst.",
    },
    "tiles.paper.left": {
        "en": "Events of this view that are not printed: {n}. A closer view has them.",
        "de": "Ereignisse im Ausschnitt, die nicht gedruckt sind: {n}. Ein kürzerer Ausschnitt hat sie.",
    },
    "tiles.searching": {"en": "Searching …", "de": "Wird gesucht …"},
    "tiles.loaded": {
        "en": "{n} of the {all} entries that are loaded. This host cannot search the others.",
        "de": "{n} von den {all} geladenen Einträgen. Die übrigen kann dieser Server nicht durchsuchen.",
    },
}
