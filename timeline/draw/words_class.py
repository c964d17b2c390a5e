"""What a worksheet says: the tasks of a class and their answers."""

from __future__ import annotations

CLASS: dict[str, dict[str, str]] = {
    "class.name": {"en": "Name", "de": "Name"},
    "class.group": {"en": "Class", "de": "Klasse"},
    "class.date": {"en": "Date", "de": "Datum"},
    "class.sheet": {"en": "Worksheet", "de": "Arbeitsblatt"},
    "class.zone": {
        "en": "Times in {place} ({offset}), unless another place is named.",
        "de": "Uhrzeiten in {place} ({offset}), wenn kein anderer Ort genannt ist.",
    },
    "class.answers": {"en": "Answers", "de": "Lösungen"},
    "class.task": {"en": "{n}. {title}", "de": "{n}. {title}"},
    "class.nothing": {
        "en": "Nothing in this story is known exactly enough to be asked: three events need a clock or a date.",
        "de": "Nichts in dieser Geschichte ist genau genug bekannt, um danach zu fragen: Drei Ereignisse brauchen Uhrzeit oder Datum.",
    },
    "class.order": {"en": "What came first?", "de": "Was war zuerst?"},
    "class.order.lead": {
        "en": "Number the events, the earliest first. Then write each letter where it belongs on the line.",
        "de": "Die Ereignisse nummerieren, das früheste zuerst. Dann jeden Buchstaben dorthin auf die Linie schreiben, wo es hingehört.",
    },
    "class.order.sure": {
        "en": "Each was certainly over before the next one began; what is not known exactly enough for that was not asked.",
        "de": "Jedes war sicher vorbei, bevor das nächste begann; was dafür nicht genau genug bekannt ist, wurde nicht gefragt.",
    },
    "class.clocks": {"en": "Clocks elsewhere", "de": "Uhren anderswo"},
    "class.clocks.lead": {
        "en": "What did clocks show in the other place at that moment, and on which day?",
        "de": "Was zeigten die Uhren in diesem Augenblick am anderen Ort, und an welchem Tag?",
    },
    "class.words": {"en": "Words that say when", "de": "Wörter, die sagen, wann"},
    "class.words.lead": {
        "en": "Underline the words that say when. Which date and which clock follow from them?",
        "de": "Die Wörter unterstreichen, die sagen, wann. Welches Datum und welche Uhrzeit folgen daraus?",
    },
    "class.words.quoted": {"en": "“{words}”", "de": "„{words}“"},
    "class.known": {"en": "How do we know?", "de": "Woher wissen wir das?"},
    "class.known.lead": {
        "en": "Find the events on the timeline. How is the time of each one known? Tick one box a line.",
        "de": "Die Ereignisse in der Zeitachse suchen. Woher ist ihre Zeit bekannt? In jeder Zeile ein Kreuz.",
    },
    "class.reported": {"en": "Happened, then reported", "de": "Geschehen, dann gemeldet"},
    "class.reported.lead": {
        "en": "How long after it happened was it reported?",
        "de": "Wie lange nach dem Geschehen wurde es gemeldet?",
    },
    "class.reported.row": {"en": "happened: {when}; reported: {published}", "de": "geschehen: {when}; gemeldet: {published}"},
    "class.plans": {"en": "What became of the plan?", "de": "Was wurde aus dem Plan?"},
    "class.plans.lead": {
        "en": "Find these plans on the timeline. Were they cancelled, or moved, and to when?",
        "de": "Diese Pläne in der Zeitachse suchen. Wurden sie abgesagt, oder verlegt, und auf wann?",
    },
    "class.plans.row": {"en": "planned: {when}", "de": "geplant: {when}"},
    "class.plans.moved": {"en": "replaced by: {when}", "de": "ersetzt durch: {when}"},
}
