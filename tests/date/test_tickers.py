"""Tickers in the notations of newsrooms: which lines are entries, and when each of them was posted, to the second of UTC.

Invented here, one for each trap; those beside the project are in test_made_tickers.py.
"""

from datetime import UTC, datetime

import pytest

import timeline


def posted(story: timeline.Story) -> list[str]:
    """When each entry was posted: an instant in UTC, a civil date, or nothing."""
    found = []
    for entry in story.entries:
        moment = entry.published
        if moment is not None and moment.instant is not None:
            at = datetime.fromtimestamp(moment.instant / 1000, UTC)
            found.append(at.strftime("%Y-%m-%dT%H:%M:%SZ" if at.second else "%Y-%m-%dT%H:%MZ"))
        else:
            found.append(moment.civil or "" if moment else "")
    return found


def local(story: timeline.Story, zone: str = "Europe/Berlin") -> list[str]:
    """The same on the wall clock of a zone, without the year."""
    from timeline.clock import format_instant

    instants = [entry.published.instant if entry.published else None for entry in story.entries]
    return ["" if instant is None else format_instant(instant, zone)[5:16].replace("T", " ") for instant in instants]


def headlines(story: timeline.Story) -> list[str]:
    """What the entries are called."""
    return [entry.headline for entry in story.entries]


def codes(story: timeline.Story) -> list[str]:
    """The codes of its problems."""
    return [problem.code for problem in story.problems]


BERLIN = {"zone": "Europe/Berlin", "language": "de"}
NEW_YORK = {"zone": "America/New_York", "language": "en"}
LONDON = {"zone": "Europe/London", "language": "en"}


@pytest.mark.parametrize(
    ("line", "stamp", "headline"),
    [
        ("14:39 Kran kippt um", "14:39", "Kran kippt um"),
        ("14.39 Uhr: Kran kippt um", "14.39 Uhr", "Kran kippt um"),
        ("14:39 Uhr | Kran kippt um", "14:39 Uhr", "Kran kippt um"),
        ("14:39 Uhr – Kran kippt um", "14:39 Uhr", "Kran kippt um"),
        ("14h39 : Kran kippt um", "14h39", "Kran kippt um"),
        ("14 h 39 - Kran kippt um", "14 h 39", "Kran kippt um"),
        ("2.39pm BST Kran kippt um", "2.39pm BST", "Kran kippt um"),
        ("2:39 p. m. Kran kippt um", "2:39 p. m.", "Kran kippt um"),
        ("14:39:07 Kran kippt um", "14:39:07", "Kran kippt um"),
        ("## 14:39 Kran kippt um", "14:39", "Kran kippt um"),
        ("**14:39** Kran kippt um", "14:39", "Kran kippt um"),
        ("**14:39 Uhr:** Kran kippt um", "14:39 Uhr", "Kran kippt um"),
        ("[14:39] Kran kippt um", "14:39", "Kran kippt um"),
        ("(14:39) Kran kippt um", "14:39", "Kran kippt um"),
        ("14:39\tKran kippt um", "14:39", "Kran kippt um"),
        ("14.39\u202fUhr:\u00a0Kran kippt um", "14.39\u202fUhr", "Kran kippt um"),
        ("\u200914:39\u2009Kran kippt um", "14:39", "Kran kippt um"),
        ("14:39 Uhr (MEZ): Kran kippt um", "14:39 Uhr (MEZ)", "Kran kippt um"),
        ("Um 14.39 Uhr: Kran kippt um", "Um 14.39 Uhr", "Kran kippt um"),
        ("| 14:39 | Kran kippt um |", "14:39", "Kran kippt um"),
        ("Update, 14.39 Uhr: Kran kippt um", "Update, 14.39 Uhr", "Kran kippt um"),
        ("Kran kippt um (14.39 Uhr)", "14.39 Uhr", "Kran kippt um"),
        ("Kran kippt um | 14:39", "14:39", "Kran kippt um"),
        ("Kran kippt um, 14.39 Uhr", "14.39 Uhr", "Kran kippt um"),
    ],
)
def test_notations_of_one_stamp(line: str, stamp: str, headline: str) -> None:
    story = timeline.load(f"{line}\n\nText.\n", date="2022-02-28", zone="Europe/London", language="en")
    (entry,) = story.entries
    assert (entry.stamp, entry.headline) == (stamp, headline)
    moment = entry.published
    assert moment is not None
    assert moment.precision == ("second" if "07" in stamp else "minute")
    assert posted(story)[0].startswith("2022-02-28T13:39" if "BST" in stamp or "MEZ" in stamp else "2022-02-28T14:39")


@pytest.mark.parametrize(
    "line",
    [
        "2.50 Euro kostet die Fahrt",
        "1:30 Stunden dauert sie",
        "14:00 - 16:00 Uhr: Probe",
        "21,5 Grad im Schatten",
        "2:1 steht es zur Pause",
        "24.12. ist Ruhetag",
        "14:390 zählt das Rad",
        "14:39er Mischung",
    ],
)
def test_what_looks_like_a_stamp_but_is_none(line: str) -> None:
    story = timeline.load(f"14:39 Kran kippt um\n\n{line}\n\n14:10 Kran fährt an\n", date="2022-02-28", **BERLIN)
    assert headlines(story) == ["Kran kippt um", "Kran fährt an"]
    assert story.entries[0].body == line


def test_half_past_midnight_in_twelve_hours() -> None:
    text = "Night of the comet (May 4, 2021)\n\n12:59 am\n\nClouds\n\n12:01 am\n\nFog\n\n"
    text += "11:13 pm\n\nFirst sight\n\n12:15 pm\n\nTelescopes up\n"
    assert posted(timeline.load(text, **NEW_YORK)) == ["2021-05-05T04:59Z", "2021-05-05T04:01Z", "2021-05-05T03:13Z", "2021-05-04T16:15Z"]


def test_twenty_four_o_clock_ends_its_day() -> None:
    text = "Ticker vom 3. Mai 2021\n\n00:20 Ruhe\n\n24:00 Feierabend\n\n23:50 Letzte Runde\n"
    assert local(timeline.load(text, **BERLIN)) == ["05-04 00:20", "05-04 00:00", "05-03 23:50"]


def test_three_days_with_headings_newest_first() -> None:
    text = (
        "Hochwasser\n\nMittwoch, 14. Juli 2021\n\n9.10 Uhr: Pegel fällt\n\n0.05 Uhr: Deich hält\n\n"
        "Dienstag, 13. Juli 2021\n\n23.55 Uhr: Sandsäcke\n\n7 Uhr: Regen\n\nMontag, 12. Juli 2021\n\n7 Uhr: Warnung\n"
    )
    assert local(timeline.load(text, **BERLIN)) == ["07-14 09:10", "07-14 00:05", "07-13 23:55", "07-13 07:00", "07-12 07:00"]


def test_three_days_with_headings_oldest_first() -> None:
    text = "June 3, 2021\n\n9:10 a.m. Gates open\n\n11:40 p.m. Encore\n\nJune 4\n\n8 a.m. Rain\n\nJune 5\n\n8 a.m. Sun\n"
    assert local(timeline.load(text, **LONDON), "Europe/London") == ["06-03 09:10", "06-03 23:40", "06-04 08:00", "06-05 08:00"]


def test_a_single_day_heading_is_of_the_oldest_entry_when_midnight_is_crossed() -> None:
    text = "6 November 2020\n\n12.59am Last call\n\n11.13pm First call\n"
    assert local(timeline.load(text, **LONDON), "Europe/London") == ["11-07 00:59", "11-06 23:13"]


@pytest.mark.parametrize(
    ("above", "first"), [("Liveticker vom 9. März 2022", "03-09 10:00"), ("Liveticker\n\nStand: 11. März 2022", "03-09 10:00")]
)
def test_weekdays_as_headings(above: str, first: str) -> None:
    text = f"{above}\n\nFreitag\n\n8:00 Drei\n\nDonnerstag\n\n9:00 Zwei\n\nMittwoch\n\n10:00 Eins\n"
    assert local(timeline.load(text, **BERLIN)) == ["03-11 08:00", "03-10 09:00", first]


def test_weekdays_as_headings_with_the_date_given() -> None:
    text = "Monday\n\n8:00 a.m. Three\n\nSunday\n\n9:00 a.m. Two\n\nFriday\n\n10:00 a.m. One\n"
    story = timeline.load(text, date="2022-03-14", **LONDON)
    assert posted(story) == ["2022-03-14T08:00Z", "2022-03-13T09:00Z", "2022-03-11T10:00Z"]


def test_today_and_yesterday_as_headings() -> None:
    text = "Heute\n\n8:00 Zwei\n\nGestern\n\n22:00 Eins\n"
    assert local(timeline.load(text, date="2022-03-01", **BERLIN)) == ["03-01 08:00", "02-28 22:00"]


def test_headings_without_a_year_around_new_year() -> None:
    text = "Jahreswechsel, Stand: 2. Januar 2022, 12 Uhr\n\n1. Januar\n\n0:03 Raketen\n\n"
    text += "31. Dezember\n\n23:58 Countdown\n\n30. Dezember\n\n9:00 Kauf\n"
    assert posted(timeline.load(text, **BERLIN)) == ["2021-12-31T23:03Z", "2021-12-31T22:58Z", "2021-12-30T08:00Z"]


def test_days_on_stamps_without_a_year() -> None:
    text = "News, Januar 2022\n\nUpdate vom 1. Januar, 0.03 Uhr: Raketen\n\nUpdate vom 31. Dezember, 23.58 Uhr: Countdown\n"
    assert posted(timeline.load(text, **BERLIN)) == ["2021-12-31T23:03Z", "2021-12-31T22:58Z"]


def test_numeric_days_on_stamps() -> None:
    text = "02.03.2022, 0:10 Uhr: Drei\n\n01.03.2022 – 23:50 Uhr: Zwei\n\n28.02.22, 23:50 Uhr: Eins\n"
    assert local(timeline.load(text, **BERLIN)) == ["03-02 00:10", "03-01 23:50", "02-28 23:50"]


@pytest.mark.parametrize(("zone", "expected"), [("America/Chicago", "03-04"), ("Europe/London", "04-03")])
def test_slashed_days_follow_the_zone_where_no_number_tells(zone: str, expected: str) -> None:
    story = timeline.load("3/4/2022\n\n9:00 a.m. One\n", zone=zone, language="en")
    assert local(story, zone) == [f"{expected} 09:00"]
    told = timeline.load("3/14/2022\n\n9:00 a.m. Two\n\n3/4/2022\n\n9:00 a.m. One\n", zone="Europe/London", language="en")
    assert local(told, "Europe/London") == ["03-14 09:00", "03-04 09:00"]


def test_only_the_first_stamp_of_a_day_has_a_date() -> None:
    text = "2. März 2022, 9:00 Uhr: Vier\n\n8:00 Uhr: Drei\n\n1. März 2022, 23:00 Uhr: Zwei\n\n20:00 Uhr: Eins\n"
    assert local(timeline.load(text, **BERLIN)) == ["03-02 09:00", "03-02 08:00", "03-01 23:00", "03-01 20:00"]


def test_entries_above_the_first_heading_are_of_a_later_day() -> None:
    text = "23:30 Drei\n\nGewitter am Abend.\n\n3. Mai 2021\n\n23:10 Zwei\n\n2. Mai 2021\n\n23:00 Eins\n"
    assert local(timeline.load(text, **BERLIN)) == ["05-04 23:30", "05-03 23:10", "05-02 23:00"]


def test_a_day_heading_dates_entries_without_a_clock() -> None:
    text = "+++ 3. Mai 2021 +++\n\n+++ Brücke offen +++\n\n+++ 2. Mai 2021 +++\n\n+++ Brücke zu +++\n"
    story = timeline.load(text, **BERLIN)
    assert headlines(story) == ["Brücke offen", "Brücke zu"]
    assert posted(story) == ["2021-05-03", "2021-05-02"]


def test_a_date_in_the_introduction_that_is_not_that_of_the_page() -> None:
    text = "Seit dem 24. Februar 2020 wird gebaut.\n\nAktualisiert: 7. März 2022, 14:00 Uhr\n\n13:10 Uhr: Zwei\n\n9:00 Uhr: Eins\n"
    assert local(timeline.load(text, **BERLIN)) == ["03-07 13:10", "03-07 09:00"]


@pytest.mark.parametrize(
    ("page", "expected"),
    [
        ("7. März 2022, 0:45 Uhr", ["03-07 00:40", "03-06 23:10", "03-06 21:00"]),  # the newest entry's day
        ("6. März 2022, 20:45 Uhr", ["03-07 00:40", "03-06 23:10", "03-06 21:00"]),  # the oldest entry's day
        ("Stand: 7. März 2022, 9:00 Uhr", ["03-07 00:40", "03-06 23:10", "03-06 21:00"]),
        ("Stand: 7. März 2022, 0:30 Uhr", ["03-06 00:40", "03-05 23:10", "03-05 21:00"]),  # nothing is newer than the last change
        ("Veröffentlicht am 6. März 2022, 9:00 Uhr", ["03-07 00:40", "03-06 23:10", "03-06 21:00"]),
        ("6. März 2022", ["03-07 00:40", "03-06 23:10", "03-06 21:00"]),
        ("Aktualisiert am 7. März 2022", ["03-07 00:40", "03-06 23:10", "03-06 21:00"]),
    ],
)
def test_which_entry_the_date_of_the_page_is_of(page: str, expected: list[str]) -> None:
    text = f"Ticker aus dem Hafen\n{page}\n\nAlles Wichtige hier.\n\n0:40 Uhr | Drei\n\n23:10 Uhr | Zwei\n\n21:00 Uhr | Eins\n"
    story = timeline.load(text, **BERLIN)
    assert story.title == "Ticker aus dem Hafen"
    assert local(story) == expected


def test_oldest_first_across_midnight_from_the_date_of_the_page() -> None:
    text = "Sitzung am 3. Mai 2021\n\n22:50\n\nBeginn\n\n23:59\n\nPause\n\n0:01\n\nWeiter\n\n0:01\n\nAntrag\n"
    assert local(timeline.load(text, **BERLIN)) == ["05-03 22:50", "05-03 23:59", "05-04 00:01", "05-04 00:01"]


def test_what_closes_in_the_small_hours_began_the_day_before() -> None:
    text = "Direct du mardi 4 mai 2021\n\nCe direct est terminé, merci.\n\n3h10 : Dernier bulletin\n\n2h40 : Dépouillement\n"
    story = timeline.load(text, zone="Europe/Paris")
    assert local(story, "Europe/Paris") == ["05-05 03:10", "05-05 02:40"]
    open_still = timeline.load(text.replace("Ce direct est terminé, merci.", "Suivez-nous."), zone="Europe/Paris")
    assert local(open_still, "Europe/Paris") == ["05-04 03:10", "05-04 02:40"]


def test_two_stamps_of_one_instant_are_one_entry() -> None:
    text = "Vote, 5 July 2021\n\n8.33pm BST\n20:33\nCount begins\nIn the hall.\n\n8.10pm BST\n20:10\n\nPolls close\n"
    story = timeline.load(text)
    assert headlines(story) == ["Count begins", "Polls close"]
    assert posted(story) == ["2021-07-05T19:33Z", "2021-07-05T19:10Z"]
    assert story.entries[0].stamp == "8.33pm BST / 20:33"
    assert codes(story) == []


def test_two_clocks_alone_that_differ_are_two_entries() -> None:
    story = timeline.load("Vote, 5 July 2021\n\n8.33pm\n\n8.10pm\n\nPolls close\n", **LONDON)
    assert headlines(story) == ["8.33pm", "Polls close"]


def test_stamps_in_two_zones_are_checked_against_each_other() -> None:
    text = "Talks, 3 March 2022\n\n9.15am GMT (4.15am ET) Doors close\n\n8.50am GMT (3.50am ET) Cars arrive\n"
    story = timeline.load(text, language="en")
    assert posted(story) == ["2022-03-03T09:15Z", "2022-03-03T08:50Z"]
    assert (story.zone, codes(story)) == ("Europe/London", [])
    assert headlines(story) == ["Doors close", "Cars arrive"]
    wrong = timeline.load(text.replace("(4.15am ET)", "(5.15am ET)"), language="en")
    assert codes(wrong) == ["clocks-disagree"]


def test_all_times_in_a_zone_of_the_wrong_season_are_kept_and_flagged_once() -> None:
    text = "Launch diary, July 12, 2021\n\nAll times EST.\n\n10:30 a.m. Fuelling\n\n9:00 a.m. Weather check\n"
    story = timeline.load(text)
    assert posted(story) == ["2021-07-12T15:30Z", "2021-07-12T14:00Z"]
    assert (story.zone, codes(story)) == ("-05:00", ["zone-season"])
    assert "EST is UTC-05:00, but America/New_York was at UTC-04:00" in story.problems[0].say()
    winter = timeline.load(text.replace("July", "January"))
    assert (winter.zone, codes(winter)) == ("America/New_York", [])
    assert posted(winter)[0] == "2021-01-12T15:30Z"


def test_the_callers_zone_wins_over_the_written_one_and_the_contradiction_is_said() -> None:
    text = "Launch diary, July 12, 2021\n\nAll times EST.\n\n10:30 a.m. Fuelling\n"
    story = timeline.load(text, **NEW_YORK)
    assert (posted(story), codes(story)) == (["2021-07-12T14:30Z"], ["zone-season"])


def test_a_zone_on_the_stamp_wins_over_everything_even_in_the_wrong_season() -> None:
    story = timeline.load("Fest am 12. Juli 2021\n\n10:30 MEZ Umzug\n\n9:00 MEZ Frühstück\n", **BERLIN)
    assert (posted(story), codes(story)) == (["2021-07-12T09:30Z", "2021-07-12T08:00Z"], ["zone-season"])


@pytest.mark.parametrize(
    ("stamp", "date", "zone"),
    [
        ("8.04am GMT", "2022-01-12", "Europe/London"),
        ("8.04am BST", "2022-07-12", "Europe/London"),
        ("8.04am GMT", "2022-07-12", "+00:00"),
        ("8:04 a.m. ET", "2022-07-12", "America/New_York"),
        ("8:04 a.m. EDT", "2022-07-12", "America/New_York"),
        ("8:04 a.m. Eastern", "2022-07-12", "America/New_York"),
        ("08:04 MESZ", "2022-07-12", "Europe/Berlin"),
        ("08:04 UTC+2", "2022-07-12", "UTC+2"),
    ],
)
def test_the_zone_of_the_stamps_is_that_of_the_ticker(stamp: str, date: str, zone: str) -> None:
    story = timeline.load(f"{stamp} The gates are open and the queue is long\n\nA line.\n", date=date, language="en")
    assert (story.zone, codes(story)) == (zone, [])


def test_a_place_can_state_the_zone() -> None:
    story = timeline.load("Diary, 12 July 2021\n\nAll times are in Tokyo.\n\n10:30 Start\n", language="en")
    assert (story.zone, posted(story)) == ("Asia/Tokyo", ["2021-07-12T01:30Z"])


def test_local_time_for_all_clocks_is_that_of_the_place() -> None:
    text = "Besuch in Hanoi am 3. Juli 2021\n\nAlle Zeiten in Ortszeit.\n\n10:30 Uhr: Ankunft im Hafen\n\n9:00 Uhr: Abfahrt aus dem Dorf\n"
    story = timeline.load(text, language="de")
    assert (story.zone, posted(story)) == ("Asia/Ho_Chi_Minh", ["2021-07-03T03:30Z", "2021-07-03T02:00Z"])


def test_a_decoy_with_local_time_in_a_headline() -> None:
    story = timeline.load("March 3, 2022\n\n8:15 a.m. Alarm after 7 a.m. local time\n\n6:00 a.m. Calm\n", **NEW_YORK)
    assert posted(story) == ["2022-03-03T13:15Z", "2022-03-03T11:00Z"]


def test_the_repeated_hour_is_told_apart_by_the_order() -> None:
    text = "Nachtticker vom 30. Oktober 2021\n\n3:05 F\n\n2:40 E\n\n2:10 D\n\n2:40 C\n\n2:10 B\n\n23:50 A\n"
    story = timeline.load(text, **BERLIN)
    day = "2021-10-31T"
    assert posted(story) == [f"{day}02:05Z", f"{day}01:40Z", f"{day}01:10Z", f"{day}00:40Z", f"{day}00:10Z", "2021-10-30T21:50Z"]
    assert codes(story) == []
    alone = timeline.load("Nachtticker vom 30. Oktober 2021\n\n2:40 B\n\n23:50 A\n", **BERLIN)
    assert codes(alone) == ["fold"]
