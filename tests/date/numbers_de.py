"""German templates of numbers that are no times."""

from tests.date.numbers import row

ROWS = (
    row(
        "price",
        """
        Das Brot kostet jetzt {2-9},{02:10-99} Euro.
        Der Liter Diesel liegt bei {1-2}.{02:10-59} Euro.
        Für {10-24}.{02:10-59} Euro ist das Rad zu haben.
        Die Miete steigt von {1100-1990} auf {2000-2049} Euro.
        Die Karten kosten von {5-12} bis {13-24} Euro.
        Zwischen {9-11} und {12-24} Euro liegt der Eintritt.
        Der Schaden beträgt {1200-1990} Franken, mindestens aber {100-900}.
        Verkauft wurde das Bild für {1-20} Millionen Dollar (umgerechnet {1-20},{1-9} Millionen Euro).
        Das macht {1500-1999} EUR, zahlbar in {2-6} Raten zu je {200-400} €.
        Der Preis fiel um {10-23} Cent auf {1-3},{02:0-59} Euro je Kilo.
        """,
    ),
    row(
        "score",
        """
        Das Spiel endete {0-5}:{0-5}.
        Die Hausherren siegten {0-6}:{0-6} ({0-3}:{0-3}).
        Die Handballer gewannen mit {20-23}:{15-19}.
        Die Füchse führen {10-23}:{10-19} zur Halbzeit.
        Den ersten Satz holte sie {21-23}:{10-19}, den zweiten {25-29}:{10-23}.
        Beim Stand von {10-22}:{10-22} fiel das Licht aus.
        Nach dem {12-23}:{10-19} im Hinspiel reicht ein Unentschieden.
        Endstand {20-23}:{10-19}, die Halle tobt.
        Im Tiebreak hieß es {10-15}:{10-13}.
        Es steht {1-9}:{1-9}, und der Trainer wechselt.
        """,
    ),
    row(
        "percentage",
        """
        Die Beteiligung liegt bei {10-99},{1-9} Prozent.
        Der Kurs steigt um {1-9},{1-9} Prozent auf {10-24}.{100-999},{02:0-99} Punkte.
        Rund {10-24} Prozent der Züge fielen aus, {1-9} % fuhren später ab.
        Die Zustimmung sank von {20-31} auf {1-19} Prozent.
        Das Plus von {2-12}.{02:10-59} Prozent überrascht Fachleute.
        """,
    ),
    row(
        "aircraft and car",
        """
        Der Billigflieger kauft {100-200} Boeing {737|747|777|787} Max.
        Ein Airbus A{319-321} und eine Boeing {707-787}-{100-900} stießen auf dem Rollfeld zusammen.
        Der Konvoi bestand aus {2-20} Mercedes {200-500} und einem BMW {3-7}{18-30}i.
        Gestohlen wurde ein Peugeot {1007|2008|3008}.
        Die Tupolew Tu-{104-204} und die Antonow An-{12-225} sind Museumsstücke.
        Der Porsche {911|924|944} und ein Opel {1900-1904} standen in der Garage.
        Ein Hubschrauber vom Typ Mi-{8-28} kreist über der Stadt.
        """,
    ),
    row(
        "law",
        """
        Nach Artikel {1-24}.{02:0-59} der Charta ist das verboten.
        Paragraf {100-2010} des Bürgerlichen Gesetzbuchs regelt den Fall.
        Das Gericht stützt sich auf § {1000-2049} BGB.
        Gemäß Art. {1-31} Abs. {1-12} Satz {1-4} der Verfassung gilt das nicht.
        Verstöße gegen Ziffer {1-24}.{02:0-59} der Ordnung kosten {50-500} Euro.
        Unter Nummer {1-12}.{1-12}. der Satzung steht nichts davon.
        Die Resolution {1000-2049} wurde nicht erwähnt.
        Az. {1-12} K {1000-2020}/{10-19} ist beim Gericht anhängig.
        """,
    ),
    row(
        "version",
        """
        Version {3-12}.{1-12}.{1-20} läuft auf allen Rechnern.
        Windows {10-11} und Android {4-14} sind betroffen, iOS {11-17}.{1-6} nicht.
        Das Modul in Fassung {1-12}.{1-12} stürzt ab.
        Firmware {1-9}.{02:0-59}.{1-31} behebt den Fehler.
        Office {2003|2010|2016|2019} wird nicht mehr gepflegt.
        """,
    ),
    row(
        "telephone and address of a machine",
        """
        Hinweise an Telefon 030 {10000000-99999999}.
        Telefon: 0{201-999}/{10-99} {10-99} {02:0-99}.
        Die Hotline 0800 {100-999} {1000-2030} ist besetzt.
        Unter +49 {30-89} {1900-2040} {10-99} meldet sich niemand.
        Der Server mit der IP {10-20}.{20-30}.{30-40}.{40-50} antwortet nicht.
        Der Dienst lauscht an Port {1024-2048}.
        """,
    ),
    row(
        "chapter and verse",
        """
        Auf Seite {1-24}.{02:0-59} steht nichts.
        Siehe Kapitel {1-12}.{1-12} und Seite {1000-2049}.
        Er las Psalm {1-23},{1-9} und Johannes {3-20},{11-30} vor.
        Die Predigt ging über Matthäus {1-23}:{10-59}.
        Vers {10-23} aus Kapitel {1-9} wird oft zitiert.
        Abbildung {1-12}.{1-12} zeigt den Querschnitt.
        """,
    ),
    row(
        "measure",
        """
        Bei {9-11} bis {12-24} Grad bleibt es trocken.
        Zwischen {9-11} und {12-24} Grad sind zu erwarten.
        Das Thermometer zeigt {10-23},{1-9} Grad Celsius.
        Der Umweg ist {1000-2049} Meter lang und {2-12} Kilometer breit.
        Das Paket wiegt {1-23}.{100-999} Gramm.
        Der Gipfel ist {1500-2049} m hoch.
        Die Wellen waren {2-9} bis {10-12} Meter hoch.
        Der Tank fasst {1200-2000} Liter.
        Das Becken ist {1-12},{02:5-59} Meter tief, und der Pegel steht bei {10-99} cm.
        Auf {1100-1999} Quadratmetern stehen {20-49} Zelte.
        """,
    ),
    row(
        "count",
        """
        Am Ufer warteten {1900-2049} Menschen.
        Rund {1500-2040} Demonstranten zogen durch die Straßen.
        Etwa {1100-1990} seien verletzt worden, sagte der Arzt.
        Von {1800-1999} Befragten antworteten {1000-1700}.
        Der Ort hat {1500-2049} Einwohner.
        Mehr als {1900-2040} Unterschriften liegen vor.
        Die Zahl der Fälle stieg auf {1900-2049}.
        Insgesamt {1200-2020} Betten, {10-24} davon leer.
        In {10-24} der {25-40} Bezirke wird gezählt.
        Knapp {1900-2040} kamen, {10-31} blieben.
        Das Regiment zählte {1600-2000} Mann.
        Bis zu {1900-2040} Gäste passen hinein.
        """,
    ),
    row(
        "vehicle by number",
        """
        Der ICE {1500-2049} bleibt auf freier Strecke liegen.
        Im ICE {1602-1999} nach Köln fiel der Strom aus.
        Flug LH {1000-2049} ist gelandet.
        Der Zug RE {1-12} und die S{1-9} fahren nicht.
        Die Linien {10-12}, {13-18} und {19-31} werden umgeleitet.
        Auf der A{1-24} und der B{1-31} staut es sich.
        Der Bus {100-300} hält in Bucht {1-24}.
        """,
    ),
    row(
        "house and postcode",
        """
        Das Büro liegt in der Langen Straße {1-24}.
        Am Markt {1-31} brennt ein Dachstuhl.
        Treffpunkt ist die Straße des {17|8|20}er Regiments {1-24}.
        Die Anschrift lautet Hafenweg {1-99}, {10100-20490} Neustadt.
        In {1010-1230} Wien ist kein Zimmer frei.
        Zimmer {1100-2020} ist im {2-12}. Stock.
        """,
    ),
    row(
        "key",
        """
        Das Buch hat die ISBN 978-{3-4}-{10-99}-{100000-200000}-{1-9}.
        Die Kontonummer endet auf {1900-2049}.
        Bei {50-54}°{10-59}' Nord, {8-14}°{10-59}' Ost liegt das Wrack.
        Die Koordinaten {10-23}.{1000-9999}, {10-23}.{1000-9999} stimmen nicht.
        Die Losnummer {1000-2049} gewinnt.
        Frequenz {88-107},{1-9} Megahertz ist gestört.
        Das Kennzeichen B-XY {1000-2049} war gestohlen.
        Startnummer {1900-2049} liegt vorn.
        """,
    ),
    row(
        "age",
        """
        Der {18-99}-jährige Fahrer blieb unverletzt.
        Die {18-99}-Jährige wurde geehrt.
        Ein {20-80} Jahre alter Mann meldete sich.
        Das Kind ist {2-12} Jahre jung.
        Kinder ab {3-16} Jahren zahlen die Hälfte.
        Ein Zweijähriger und eine {13-19}jährige fanden das Tier.
        """,
    ),
    row(
        "name",
        """
        Das sagt Frau Mai, und Herr {März|Sommer|Winter|Sonntag|Freitag|Montag} nickt.
        Herr {Morgen|Abend|Herbst|Frühling|Lenz} von der {Linde|Heide|Aue} schweigt.
        {Theresa|Karl|Ernst} May sprach mit Jan {Böhm|Kern|Vogt}.
        Dr. {Mai|August|Juli|März} leitet die Klinik.
        {August|Augusta|Julia|April} {Kern|Vogt|Böhm} spielt die Rolle.
        Ihre Tochter heißt {April|June|Juni|Summer}.
        Die Firma {Sommer|Winter|Freitag|Sonntag} GmbH zahlt.
        """,
    ),
    row(
        "idiom",
        """
        Guten {Morgen|Abend|Tag}, sagte {sie|er} auf den letzten Drücker.
        Gute Nacht, {meine Damen und Herren|liebe Leute|Freunde}!
        Das ist {nicht mein Bier|ein alter Hut|Schnee}, und er wäscht seine Hände in Unschuld.
        Der {Abendstern|Morgenstern|Mittagstisch|Nachtfalter|Sommerreifen|Wintermantel|Tageslichtprojektor} war zu sehen.
        Im {Morgenland|Abendland|Sommerloch|Winterschlaf|Mittelfeld} war Ruhe.
        Sie fiel aus allen Wolken und stand {zwei|drei|vier} Mal auf.
        Ein {Sekundenkleber|Minutensteak|Stundenhotel|Jahrmarkt|Wochenmarkt|Monatshygieneartikel} genügte.
        Jetzt schlägt’s dreizehn, und zwar {doppelt|dreifach|vierfach}.
        Das {Jahrbuch|Tagebuch|Wochenblatt|Monatsheft} kostet {2-20} Euro.
        """,
    ),
    row(
        "ordinal and share",
        """
        Sie wurde {2-31}. von {40-90} Teilnehmern.
        Die {2-31}. Auflage ist vergriffen.
        Im {2-24}. Bezirk fehlt Wasser.
        Jeder {zweite|dritte|vierte|fünfte|zehnte} ist dagegen.
        Die {erste|zweite|dritte} von {4-9} Bohrungen war trocken.
        Auf Platz {1-31}. folgt der Verein, auf {1-12}. der Nachbar.
        {2-9} zu {10-23} Stimmen, bei {1-12} Enthaltungen.
        Im Verhältnis {1-2}:{10-50} wird gemischt.
        Das Modell im Maßstab 1:{10-50} steht im Foyer.
        """,
    ),
    row(
        "recipe",
        """
        Man nehme {100-500} g Mehl, {2-12} Eier und {1-3}/{2-4} Liter Milch.
        Bei {150-220} Grad backen, bis der Rand braun ist.
        {2-12} EL Zucker, {1-9} TL Salz, {10-24}.{10-59} Gramm Hefe.
        """,
    ),
    row(
        "length",
        """
        Der Film dauert {90-180} Minuten.
        Den Teig {20-50} Minuten ruhen lassen, dann {2-12} Minuten backen.
        Sie lief die Strecke in {2-3} Stunden und {2-50} Minuten.
        Der {10-90}-minütige Vortrag handelte von {10-24} Arten.
        Die Haft beträgt {2-12} Jahre und {2-11} Monate.
        """,
        "duration",
    ),
    row(
        "bare amount",
        """
        Für den Schrank zahlte er {1100-2040}.
        Das Rad kostet {1100-2040}, die Lampe {10-90}.
        Der Ofen wiegt {1100-2040}, sagt der Händler.
        Mehr als {1100-2040} marschierten, weniger als {1000-1099} blieben.
        Es kamen {100-900} statt der erwarteten {1100-2040}.
        Nur {1100-2040} kamen.
        """,
    ),
    row(
        "code and firm",
        """
        Die PIN ist {1100-2040}, das Kennwort lautet {1100-2040}.
        Das Los {1100-2040} gewinnt, das Modell {1100-2040} gefällt.
        Wählen Sie {1100-2040}.
        Gesperrt ist die B {10-2040} zwischen Kreuz und Brücke.
        Sie wohnen in der Straße des {1-30}. {Juni|Mai|Oktober} am Platz des {1-30}. {März|Juli}.
        Die {Samstag|Freitag|Mai|Sommer} GmbH klagt gegen die {März|Winter|Montag} AG.
        Die Kirche Mariä Himmelfahrt hat {2-9} Glocken.
        """,
    ),
)
