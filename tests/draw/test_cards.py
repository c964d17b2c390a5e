from html.parser import HTMLParser

from tests.draw.stories import ENTRIES, EVENTS, STORY
from timeline.clock import DAY
from timeline.draw.cards import anchor_of, cards, in_order
from timeline.model import Entry, Event, Evidence, Moment, Story


def test_cards_are_in_the_order_of_time_and_none_is_missing() -> None:
    order = [entry.id for entry in in_order(STORY)]
    assert sorted(order) == sorted(entry.id for entry in ENTRIES)
    assert order == ["e10", "e9", "e8", "e7", "e5", "e4", "e6", "e3", "e2", "e1"] or order.index("e10") < order.index("e8") < order.index(
        "e1"
    )


def test_an_entry_without_an_event_stays_between_its_neighbours() -> None:
    order = [entry.id for entry in in_order(STORY)]
    assert order.index("e10") < order.index("e9") < order.index("e8")
    (card,) = (card for card in cards(STORY, "en") if card.entry == "e9")
    assert card.events == ()


def test_dating_words_are_marked_where_the_evidence_says_and_everything_is_escaped() -> None:
    by_entry = {card.entry: card for card in cards(STORY, "en")}
    assert str(by_entry["e2"].headline) == "&lt;script&gt;alert(1)&lt;/script&gt; stays text"
    assert "&lt;b&gt;anything&lt;/b&gt; &amp; more" in by_entry["e2"].paragraphs[0]
    assert "<mark data-of='e1.1'>13.25 local time</mark>" in by_entry["e1"].paragraphs[0]
    assert "<mark data-of='e1.3'>14.00</mark>" in by_entry["e1"].paragraphs[1]


def test_words_that_date_two_events_are_marked_once() -> None:
    entry = Entry("e1", "Soon at 14.00 sharp", "", 1)
    moment = Moment(0, 60_000, "minute", "UTC")
    spans = ((5, 13), (8, 19))
    events = tuple(
        Event(f"e1.{number}", "e1", "x", moment, evidence=(Evidence(entry.headline[a:b], "headline", a, b, "test"),))
        for number, (a, b) in enumerate(spans)
    )
    (card,) = cards(Story("t", "en", "UTC", (entry,), events), "en")
    assert card.headline == "Soon <mark data-of='e1.0'>at 14.00</mark><mark data-of='e1.1'> sharp</mark>"


def test_plan_and_replacement_know_each_other() -> None:
    told = {event.id: event for card in cards(STORY, "en") for event in card.events}
    assert told["e4.1"].plan is not None
    assert told["e4.1"].plan.event == "e4.2"
    assert told["e4.2"].outcome is not None
    assert told["e4.2"].outcome.event == "e4.1"
    assert len(told) == len(EVENTS)


def test_only_web_addresses_become_links() -> None:
    (card,) = (card for card in cards(STORY, "en") if card.entry == "e1")
    assert card.links == (("https://example.org/lunch", "example.org"),)


def test_ids_are_safe_in_an_address() -> None:
    assert anchor_of("e8") == "e8"
    assert anchor_of("12") == "e-12"
    assert anchor_of('"><script>') == "e-_22_3e_3cscript_3e"
    assert len({anchor_of(name) for name in ("a b", "a_b", "a-b")}) == 3


def test_inferred_moments_say_so_in_words() -> None:
    told = {event.id: event for card in cards(STORY, "en") for event in card.events}
    assert told["e5.1"].when.endswith("between 18:30 and 20:47 (UTC+7), inferred from the order of the ticker")
    assert told["e3.2"].when == "until the weekend of 2 March 2019"
    assert told["e5.1"].machine == "2019-02-27"


def test_no_time_later_is_said_where_a_card_begins_with_what_was_earlier() -> None:
    entries = (Entry("e1", "Talks", "", 1), Entry("e2", "Talks go on", "", 2), Entry("e3", "Signed", "", 3))
    days = (("e1.1", 25), ("e2.1", 23), ("e2.2", 26), ("e3.1", 26), ("e3.2", 27))
    events = (
        Event(name, name[:2], "x", Moment(day * DAY, (day + 1) * DAY, "day", "UTC", f"1970-01-{day + 1}"))
        for name, day in sorted(days, key=lambda one: one[1])
    )
    assert [card.gap for card in cards(Story("t", "en", "UTC", entries, tuple(events)), "en")] == ["", "", "1 day later"]


class Scripts(HTMLParser):
    """Counts the elements that would run something."""

    def __init__(self) -> None:
        super().__init__()
        self.found: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag == "script" or any(name.startswith("on") for name, _ in attrs):
            self.found.append(f"{tag} {dict(attrs).get('type')}")


def test_a_fragment_holds_no_script_but_its_data() -> None:
    from timeline.draw.page import fragment

    parser = Scripts()
    parser.feed(fragment(STORY))
    assert parser.found == ["script application/json"]
