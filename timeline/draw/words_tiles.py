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
    "tiles.searching": {"en": "Searching …", "de": "Wird gesucht …"},
    "tiles.loaded": {
        "en": "{n} of the {all} entries that are loaded. This host cannot search the others.",
        "de": "{n} von den {all} geladenen Einträgen. Die übrigen kann dieser Server nicht durchsuchen.",
    },
}
