"""Places that news happens at, with the names five languages give them, and the zone their clocks follow.

A name stands here if it rarely means anything else, capital letter and all, in any of the languages. What is as often a first name, a club,
another town or a common word (Sofia, Roma, Nice, Essen) is believed only right beside a clock; what is a town in several zones (Portland,
San José, Valencia, Birmingham) or a state as well as a town not at all.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping

PLACES: dict[str, tuple[str, ...]] = {
    # Europe
    "Europe/Berlin": (
        "Berlin", "Berlín", "Berlino", "Hamburg", "Hambourg", "Hamburgo", "Amburgo", "München", "Munich", "Múnich", "Monaco di Baviera",
        "Köln", "Cologne", "Frankfurt", "Francfort", "Fráncfort", "Francoforte", "Leipzig", "Lipsia", "Dresden", "Dresde", "Dresda",
        "Stuttgart", "Stoccarda", "Düsseldorf", "Hannover", "Bonn", "Bremen", "Nürnberg", "Nuremberg", "Norimberga", "Elmau",
        "Heiligendamm",
    ),
    "Europe/Vienna": ("Wien", "Vienna", "Vienne", "Viena", "Salzburg", "Innsbruck", "Alpbach"),
    "Europe/Zurich": (
        "Zürich", "Zurich", "Zúrich", "Zurigo", "Bern", "Berne", "Berna", "Genf", "Geneva", "Genève", "Ginebra", "Ginevra", "Davos",
        "Basel", "Bâle", "Basilea", "Lausanne", "Losanna", "Lugano",
    ),
    "Europe/Paris": (
        "Paris", "París", "Parigi", "Marseille", "Marseilles", "Marsella", "Marsiglia", "Lyon", "Lione", "Straßburg", "Strassburg",
        "Strasbourg", "Estrasburgo", "Strasburgo", "Toulouse", "Bordeaux", "Biarritz", "Cannes", "Versailles",
    ),
    "Europe/Monaco": ("Monte Carlo", "Montecarlo", "Monte-Carlo"),
    "Europe/London": (
        "London", "Londres", "Londra", "Edinburgh", "Édimbourg", "Edimburgo", "Manchester", "Glasgow", "Liverpool", "Belfast", "Cardiff",
        "Leeds", "Sheffield", "Nottingham", "Southampton", "Dundee",
        "Gleneagles", "Carbis Bay", "Westminster",
    ),
    "Europe/Dublin": ("Dublin", "Dublín", "Dublino"),
    "Europe/Brussels": ("Brüssel", "Brussels", "Bruxelles", "Bruselas", "Antwerpen", "Antwerp", "Anvers", "Amberes", "Anversa"),
    "Europe/Luxembourg": ("Luxemburg", "Luxembourg", "Luxemburgo", "Lussemburgo"),
    "Europe/Amsterdam": (
        "Amsterdam", "Ámsterdam", "Den Haag", "The Hague", "La Haye", "La Haya", "L'Aia", "L’Aia", "Rotterdam", "Róterdam", "Maastricht",
    ),
    "Europe/Rome": (
        "Rom", "Rome", "Mailand", "Milano", "Milán", "Neapel", "Naples", "Napoli", "Nápoles", "Venedig", "Venice", "Venise", "Venezia",
        "Venecia", "Turin", "Torino", "Turín", "Florenz", "Firenze", "Palermo", "Genua", "Genova", "Gênes", "Bologna", "Taormina",
        "L'Aquila", "Lampedusa",
    ),
    "Europe/Vatican": ("Vatikanstadt", "Vatican City", "Cité du Vatican", "Ciudad del Vaticano", "Città del Vaticano"),
    "Europe/Madrid": ("Madrid", "Barcelona", "Barcelone", "Barcellona", "Sevilla", "Séville", "Seville", "Siviglia", "Bilbao", "Zaragoza"),
    "Europe/Lisbon": ("Lissabon", "Lisbon", "Lisbonne", "Lisboa", "Lisbona"),
    "Europe/Malta": ("Malta", "Malte", "Valletta", "La Valette", "La Valeta"),
    "Europe/Copenhagen": ("Kopenhagen", "Copenhagen", "Copenhague", "Copenaghen"),
    "Europe/Oslo": ("Oslo",),
    "Europe/Stockholm": ("Stockholm", "Estocolmo", "Stoccolma"),
    "Europe/Helsinki": ("Helsinki",),
    "Atlantic/Reykjavik": ("Reykjavík", "Reykjavik"),
    "Europe/Tallinn": ("Tallinn", "Tallin"),
    "Europe/Riga": ("Riga",),
    "Europe/Vilnius": ("Vilnius", "Wilna", "Vilna"),
    "Europe/Warsaw": (
        "Warschau", "Warsaw", "Varsovie", "Varsovia", "Varsavia", "Krakau", "Kraków", "Krakow", "Cracovie", "Cracovia", "Danzig", "Gdańsk",
    ),
    "Europe/Prague": ("Prag", "Prague", "Praga"),
    "Europe/Bratislava": ("Bratislava",),
    "Europe/Budapest": ("Budapest",),
    "Europe/Bucharest": ("Bukarest", "Bucharest", "Bucarest"),
    "Europe/Chisinau": ("Chișinău", "Chisinau", "Kischinau"),
    "Europe/Belgrade": ("Belgrad", "Belgrade", "Belgrado"),
    "Europe/Zagreb": ("Zagreb", "Zagabria"),
    "Europe/Ljubljana": ("Ljubljana", "Lubiana", "Liubliana"),
    "Europe/Sarajevo": ("Sarajevo",),
    "Europe/Skopje": ("Skopje",),
    "Europe/Tirane": ("Tirana",),
    "Europe/Athens": ("Athen", "Athens", "Athènes", "Atenas", "Atene", "Thessaloniki", "Saloniki"),
    "Asia/Nicosia": ("Nikosia", "Nicosia", "Nicosie"),
    "Europe/Istanbul": ("Istanbul", "Estambul", "Ankara"),
    "Europe/Kyiv": ("Kiew", "Kyjiw", "Kyiv", "Kiev", "Lwiw", "Lviv", "Charkiw", "Kharkiv", "Charkow", "Járkov", "Odesa"),
    "Europe/Minsk": ("Minsk",),
    "Europe/Moscow": (
        "Moskau", "Moscow", "Moscou", "Moscú", "Mosca", "Sankt Petersburg", "St. Petersburg", "Saint-Pétersbourg", "San Petersburgo",
        "San Pietroburgo", "Sotschi", "Sochi", "Sotchi",
    ),
    "Asia/Vladivostok": ("Wladiwostok", "Vladivostok"),
    # Africa
    "Africa/Cairo": ("Kairo", "Cairo", "Le Caire", "El Cairo", "Il Cairo", "Scharm el-Scheich", "Sharm el-Sheikh"),
    "Africa/Tunis": ("Tunis",),
    "Africa/Algiers": ("Algier", "Algiers", "Argel", "Algeri"),
    "Africa/Tripoli": ("Tripolis", "Tripoli", "Trípoli"),
    "Africa/Casablanca": ("Casablanca", "Rabat", "Marrakesch", "Marrakesh", "Marrakech"),
    "Africa/Khartoum": ("Khartum", "Khartoum", "Jartum"),
    "Africa/Addis_Ababa": ("Addis Abeba", "Addis Ababa", "Addis-Abeba", "Adís Abeba"),
    "Africa/Nairobi": ("Nairobi",),
    "Africa/Kampala": ("Kampala",),
    "Africa/Kigali": ("Kigali",),
    "Africa/Mogadishu": ("Mogadischu", "Mogadishu", "Mogadiscio"),
    "Africa/Lagos": ("Lagos", "Abuja"),
    "Africa/Accra": ("Accra",),
    "Africa/Dakar": ("Dakar",),
    "Africa/Bamako": ("Bamako",),
    "Africa/Niamey": ("Niamey",),
    "Africa/Kinshasa": ("Kinshasa",),
    "Africa/Luanda": ("Luanda",),
    "Africa/Harare": ("Harare",),
    "Africa/Johannesburg": (
        "Johannesburg", "Johannesburgo", "Pretoria", "Kapstadt", "Cape Town", "Le Cap", "Ciudad del Cabo", "Città del Capo", "Durban",
    ),
    # Asia
    "Asia/Jerusalem": ("Jerusalem", "Jérusalem", "Jerusalén", "Gerusalemme", "Tel Aviv", "Tel-Aviv", "Haifa"),
    "Asia/Gaza": ("Gaza-Stadt", "Gaza City", "Ciudad de Gaza", "Gaza"),
    "Asia/Hebron": ("Ramallah",),
    "Asia/Beirut": ("Beirut", "Beyrouth"),
    "Asia/Damascus": ("Damaskus", "Damascus", "Damasco", "Aleppo"),
    "Asia/Amman": ("Amman", "Ammán"),
    "Asia/Baghdad": ("Bagdad", "Baghdad"),
    "Asia/Tehran": ("Teheran", "Tehran", "Téhéran", "Teherán"),
    "Asia/Riyadh": ("Riad", "Riyadh", "Riyad", "Dschidda", "Jeddah"),
    "Asia/Qatar": ("Doha",),
    "Asia/Kuwait": ("Kuwait-Stadt", "Kuwait City"),
    "Asia/Dubai": ("Dubai", "Dubái", "Dubaï", "Abu Dhabi", "Abou Dhabi", "Abu Dabi"),
    "Asia/Aden": ("Sanaa", "Sana'a", "Saná"),
    "Asia/Tbilisi": ("Tiflis", "Tbilisi", "Tbilissi"),
    "Asia/Yerevan": ("Eriwan", "Jerewan", "Yerevan", "Erevan", "Ereván"),
    "Asia/Baku": ("Baku", "Bakou", "Bakú"),
    "Asia/Almaty": ("Astana", "Nur-Sultan", "Almaty"),
    "Asia/Tashkent": ("Taschkent", "Tashkent", "Tachkent", "Samarkand"),
    "Asia/Bishkek": ("Bischkek", "Bishkek"),
    "Asia/Kabul": ("Kabul", "Kaboul", "Kandahar"),
    "Asia/Karachi": ("Islamabad", "Karatschi", "Karachi", "Lahore", "Peschawar", "Peshawar"),
    "Asia/Kolkata": (
        "Neu-Delhi", "New Delhi", "Nueva Delhi", "Nuova Delhi", "Delhi", "Mumbai", "Bombay", "Kalkutta", "Kolkata", "Bengaluru", "Chennai",
    ),
    "Asia/Kathmandu": ("Kathmandu", "Katmandu", "Katmandou", "Katmandú"),
    "Asia/Dhaka": ("Dhaka", "Dacca"),
    "Asia/Colombo": ("Colombo",),
    "Asia/Yangon": ("Rangun", "Yangon", "Rangún", "Naypyidaw"),
    "Asia/Bangkok": ("Bangkok",),
    "Asia/Phnom_Penh": ("Phnom Penh",),
    "Asia/Vientiane": ("Vientiane",),
    "Asia/Ho_Chi_Minh": (
        "Hanoi", "Hanoï", "Hanói", "Saigon", "Saïgon", "Saigón", "Ho-Chi-Minh-Stadt", "Ho Chi Minh City", "Hô Chi Minh-Ville",
        "Ciudad Ho Chi Minh", "Dong Dang", "Da Nang",
    ),
    "Asia/Kuala_Lumpur": ("Kuala Lumpur",),
    "Asia/Singapore": ("Singapur", "Singapore", "Singapour"),
    "Asia/Jakarta": ("Jakarta", "Yakarta", "Giacarta"),
    "Asia/Makassar": ("Nusa Dua",),
    "Asia/Manila": ("Manila", "Manille"),
    "Asia/Shanghai": (
        "Peking", "Beijing", "Pékin", "Pekín", "Pechino", "Schanghai", "Shanghai", "Shanghái", "Wuhan", "Shenzhen", "Hangzhou",
    ),
    "Asia/Hong_Kong": ("Hongkong", "Hong Kong", "Hong-Kong"),
    "Asia/Taipei": ("Taipeh", "Taipei", "Taipéi"),
    "Asia/Ulaanbaatar": ("Ulan Bator", "Ulaanbaatar", "Oulan-Bator", "Ulán Bator"),
    "Asia/Pyongyang": ("Pjöngjang", "Pyongyang", "Kaesong"),
    "Asia/Seoul": ("Seoul", "Séoul", "Seúl", "Panmunjom", "Busan"),
    "Asia/Tokyo": ("Tokio", "Tokyo", "Osaka", "Hiroshima", "Fukushima", "Kyoto", "Ise-Shima"),
    # America
    "America/New_York": (
        "Washington", "New York", "Nueva York", "Boston", "Philadelphia", "Filadelfia", "Miami", "Atlanta", "Detroit", "Baltimore",
        "Pittsburgh", "Camp David", "Mar-a-Lago",
    ),
    "America/Chicago": ("Chicago", "Houston", "New Orleans", "La Nouvelle-Orléans", "Nueva Orleans", "Minneapolis", "Milwaukee"),
    "America/Denver": ("Denver", "Salt Lake City"),
    "America/Los_Angeles": ("Los Angeles", "Los Ángeles", "San Francisco", "Seattle", "San Diego", "Las Vegas"),
    "America/Anchorage": ("Anchorage",),
    "Pacific/Honolulu": ("Honolulu",),
    "America/Toronto": ("Toronto", "Ottawa", "Montreal", "Montréal", "Québec-Stadt", "Quebec City", "La Malbaie", "Charlevoix"),
    "America/Edmonton": ("Calgary", "Edmonton", "Kananaskis"),
    "America/Vancouver": ("Vancouver",),
    "America/Halifax": ("Halifax",),
    "America/Mexico_City": ("Mexiko-Stadt", "Mexico City", "Ciudad de México", "Città del Messico", "Acapulco"),
    "America/Guatemala": ("Guatemala-Stadt", "Guatemala City", "Ciudad de Guatemala"),
    "America/Tegucigalpa": ("Tegucigalpa",),
    "America/Managua": ("Managua",),
    "America/Costa_Rica": ("San José de Costa Rica",),
    "America/Panama": ("Panama-Stadt", "Panama City", "Ciudad de Panamá"),
    "America/Havana": ("Havanna", "Havana", "La Havane", "La Habana", "L'Avana", "L’Avana"),
    "America/Port-au-Prince": ("Port-au-Prince", "Puerto Príncipe"),
    "America/Santo_Domingo": ("Santo Domingo",),
    "America/Puerto_Rico": ("Puerto Rico",),
    "America/Bogota": ("Bogotá", "Bogota", "Medellín", "Cartagena de Indias"),
    "America/Caracas": ("Caracas", "Maracaibo"),
    "America/Guayaquil": ("Quito", "Guayaquil"),
    "America/Lima": ("Lima",),
    "America/La_Paz": ("La Paz",),
    "America/Santiago": ("Santiago de Chile", "Santiago du Chili", "Santiago del Cile", "Valparaíso"),
    "America/Argentina/Buenos_Aires": ("Buenos Aires",),
    "America/Montevideo": ("Montevideo", "Punta del Este"),
    "America/Asuncion": ("Asunción", "Asuncion"),
    "America/Sao_Paulo": ("São Paulo", "Sao Paulo", "Rio de Janeiro", "Río de Janeiro", "Brasília", "Brasilia"),
    # Oceania
    "Australia/Sydney": ("Sydney", "Sídney", "Canberra"),
    "Australia/Melbourne": ("Melbourne",),
    "Australia/Brisbane": ("Brisbane",),
    "Pacific/Auckland": ("Auckland", "Christchurch", "Wellington"),
}  # fmt: skip
"""IANA key -> names that mean the place wherever they stand."""

COUNTRIES: dict[str, tuple[str, ...]] = {
    "Europe/Vienna": ("Österreich", "Austria", "Autriche"),
    "Europe/Zurich": ("Schweiz", "Switzerland", "Suisse", "Suiza", "Svizzera"),
    "Europe/Brussels": ("Belgien", "Belgium", "Belgique", "Bélgica", "Belgio"),
    "Europe/Rome": ("Italien", "Italy", "Italie", "Italia"),
    "Europe/Dublin": ("Irland", "Ireland", "Irlande", "Irlanda"),
    "Europe/Copenhagen": ("Dänemark", "Denmark", "Danemark", "Dinamarca", "Danimarca"),
    "Europe/Stockholm": ("Schweden", "Sweden", "Suède", "Suecia", "Svezia"),
    "Europe/Oslo": ("Norwegen", "Norway", "Norvège", "Noruega", "Norvegia"),
    "Europe/Helsinki": ("Finnland", "Finland", "Finlande", "Finlandia"),
    "Europe/Warsaw": ("Polen", "Poland", "Pologne", "Polonia"),
    "Europe/Prague": ("Tschechien", "Czech Republic", "République tchèque", "República Checa", "Repubblica Ceca"),
    "Europe/Budapest": ("Ungarn", "Hungary", "Hongrie", "Hungría", "Ungheria"),
    "Europe/Bucharest": ("Rumänien", "Romania", "Roumanie", "Rumanía"),
    "Europe/Belgrade": ("Serbien", "Serbia", "Serbie"),
    "Europe/Athens": ("Griechenland", "Greece", "Grèce", "Grecia"),
    "Europe/Istanbul": ("Türkei", "Turkey", "Turquie", "Turquía", "Turchia"),
    "Africa/Cairo": ("Ägypten", "Egypt", "Égypte", "Egipto", "Egitto"),
    "Africa/Tunis": ("Tunesien", "Tunisia", "Tunisie"),
    "Africa/Nairobi": ("Kenia", "Kenya"),
    "Africa/Johannesburg": ("Südafrika", "South Africa", "Afrique du Sud", "Sudáfrica", "Sudafrica"),
    "Asia/Jerusalem": ("Israel", "Israël", "Israele"),
    "Asia/Baghdad": ("Irak", "Iraq"),
    "Asia/Tehran": ("Iran", "Irán"),
    "Asia/Kabul": ("Afghanistan", "Afganistán"),
    "Asia/Karachi": ("Pakistan", "Pakistán"),
    "Asia/Kolkata": ("Indien", "India", "Inde"),
    "Asia/Colombo": ("Sri Lanka",),
    "Asia/Bangkok": ("Thailand", "Thaïlande", "Tailandia", "Thailandia"),
    "Asia/Ho_Chi_Minh": ("Vietnam", "Viêt Nam", "Viêtnam"),
    "Asia/Seoul": ("Südkorea", "South Korea", "Corée du Sud", "Corea del Sur", "Corea del Sud"),
    "Asia/Pyongyang": ("Nordkorea", "North Korea", "Corée du Nord", "Corea del Norte", "Corea del Nord"),
    "Asia/Tokyo": ("Japan", "Japon", "Japón", "Giappone"),
    "America/Bogota": ("Kolumbien", "Colombia", "Colombie"),
    "America/Lima": ("Peru", "Pérou", "Perú", "Perù"),
    "America/Caracas": ("Venezuela",),
}  # fmt: skip
"""IANA key -> names of countries with one zone. A country is more often who than where: it counts only behind a word for "in"."""

BESIDE_A_CLOCK: dict[str, tuple[str, ...]] = {
    "Europe/Berlin": ("Essen", "Colonia"),
    "Europe/Paris": ("Nice", "Nizza", "Niza", "Nancy", "Lille", "Tours"),
    "Europe/Rome": ("Roma", "Milan", "Florence", "Florencia", "Bari"),
    "Europe/Monaco": ("Monaco", "Mónaco"),
    "Europe/London": ("Reading", "Bath"),
    "Europe/Lisbon": ("Porto", "Oporto"),
    "Europe/Sofia": ("Sofia", "Sofía"),
    "Europe/Zagreb": ("Split",),
    "Asia/Damascus": ("Damas",),
    "Australia/Perth": ("Perth",),
    "Europe/Vatican": ("Vatikan", "Vatican", "Vaticano"),
    "Africa/Algiers": ("Alger",),
    "Indian/Maldives": ("Malé",),
    "America/New_York": ("Charlotte",),
    "America/Chicago": ("Dallas", "Austin"),
    "America/Phoenix": ("Phoenix",),
    "America/Santiago": ("Santiago",),
}  # fmt: skip
"""IANA key -> names that mean the place only where a clock says so: `15 heures à Nice`."""

NO_PLACE: tuple[str, ...] = (
    "Washington Post", "Washington State", "Washington state", "Washington Irving", "George Washington", "Denzel Washington",
    "Bundesstaat Washington", "US-Staat Washington", "US-Bundesstaat Washington", "state of Washington", "État de Washington",
    "estado de Washington", "Stato di Washington", "New York Times", "New York Post", "Paris Hilton", "Paris Saint-Germain", "Real Madrid",
    "Atlético de Madrid", "Atlético Madrid", "FC Barcelona", "Manchester United", "Manchester City", "FC Liverpool", "Boston Globe",
    "Jack London", "Irving Berlin", "Isaiah Berlin", "Chicago Tribune", "Los Angeles Times", "Vienna, Virginia",
    "Duke of Wellington", "Herzog von Wellington", "Paris, Texas", "Grandes Lagos", "Los Lagos", "Roms",
)  # fmt: skip
"""Longer names that hold the name of a place and mean something else."""

_ZONE_OF = {name: zone for table in (BESIDE_A_CLOCK, COUNTRIES, PLACES) for zone, names in table.items() for name in names}
_COUNTED = {zone: (*PLACES.get(zone, ()), *COUNTRIES.get(zone, ())) for zone in (*PLACES, *COUNTRIES)}
_IN = "|".join(rf"(?<=\b{word}\s)" for word in ("in", "in der", "in the", "en", "au", "nel", "nella"))


def _any_of(names: Iterable[str]) -> str:
    """A pattern for any of some names, the longest first, sorted by their first letters so that most texts are passed over quickly."""
    heads: dict[str, list[str]] = {}
    for name in sorted(names, key=len, reverse=True):
        heads.setdefault(name[0], []).append(re.escape(name[1:]))
    return "(?:" + "|".join(f"{head}(?:{'|'.join(tails)})" for head, tails in heads.items()) + ")"


def _names(table: Mapping[str, Iterable[str]]) -> list[str]:
    return [name for names in table.values() for name in names]


PLACE = rf"(?P<place>{_any_of(_ZONE_OF)})(?!\w)"
"""A pattern for any place right beside a clock, as group `place`; case matters."""
_ANYWHERE = (*_names(PLACES), *NO_PLACE)
_FIRST = "".join(sorted({name[0] for name in (*_ANYWHERE, *_names(COUNTRIES))}))
_ANY = re.compile(rf"(?<!\w)(?=[{_FIRST}])({_any_of(_ANYWHERE)}|(?:{_IN}){_any_of(_names(COUNTRIES))})s?(?!\w)")


def zone_of_place(name: str) -> str:
    """The zone of a place that `PLACE` matched."""
    return _ZONE_OF[name]


def zones_named(text: str, start: int, end: int) -> set[str]:
    """The zones of the places that `text[start:end]` names anywhere, not only beside a clock."""
    return {_ZONE_OF[name] for name in _ANY.findall(text, start, end) if name not in NO_PLACE}


def count_places(text: str) -> list[tuple[str, str, int]]:
    """(zone, the first of its names that `text` has, times any of them occurs), the most frequent first."""
    names = Counter(name for name in _ANY.findall(text) if name not in NO_PLACE)
    zones: Counter[str] = Counter()
    for name, times in names.items():
        zones[_ZONE_OF[name]] += times
    return [(zone, next(name for name in _COUNTED[zone] if names[name]), times) for zone, times in zones.most_common()]
