"""Where the places of `timeline.date.places` lie, by every name they have there: degrees north and east, to a tenth, good for a map.

A country has none: a point in its middle would say more than is known.
"""

from __future__ import annotations

from timeline.date.places import NO_PLACE

_TABLE = """
52.5 13.4 Berlin|Berlín|Berlino
53.6 10.0 Hamburg|Hambourg|Hamburgo|Amburgo
48.1 11.6 München|Munich|Múnich|Monaco di Baviera
50.9 7.0 Köln|Cologne|Colonia
50.1 8.7 Frankfurt|Francfort|Fráncfort|Francoforte
51.3 12.4 Leipzig|Lipsia
51.1 13.7 Dresden|Dresde|Dresda
48.8 9.2 Stuttgart|Stoccarda
51.2 6.8 Düsseldorf
52.4 9.7 Hannover
50.7 7.1 Bonn
53.1 8.8 Bremen
49.5 11.1 Nürnberg|Nuremberg|Norimberga
47.5 11.2 Elmau
54.1 11.8 Heiligendamm
51.5 7.0 Essen
48.2 16.4 Wien|Vienna|Vienne|Viena
47.8 13.0 Salzburg
47.3 11.4 Innsbruck
47.4 11.9 Alpbach
47.4 8.5 Zürich|Zurich|Zúrich|Zurigo
46.9 7.4 Bern|Berne|Berna
46.2 6.1 Genf|Geneva|Genève|Ginebra|Ginevra
46.8 9.8 Davos
47.6 7.6 Basel|Bâle|Basilea
46.5 6.6 Lausanne|Losanna
46.0 9.0 Lugano
48.9 2.4 Paris|París|Parigi
43.3 5.4 Marseille|Marseilles|Marsella|Marsiglia
45.8 4.8 Lyon|Lione
48.6 7.8 Straßburg|Strassburg|Strasbourg|Estrasburgo|Strasburgo
43.6 1.4 Toulouse
44.8 -0.6 Bordeaux
43.5 -1.6 Biarritz
43.6 7.0 Cannes
48.8 2.1 Versailles
43.7 7.3 Nice|Nizza|Niza
48.7 6.2 Nancy
50.6 3.1 Lille
47.4 0.7 Tours
43.7 7.4 Monte Carlo|Montecarlo|Monte-Carlo|Monaco|Mónaco
51.5 -0.1 London|Londres|Londra|Westminster
56.0 -3.2 Edinburgh|Édimbourg|Edimburgo
53.5 -2.2 Manchester
55.9 -4.3 Glasgow
53.4 -3.0 Liverpool
54.6 -5.9 Belfast
51.5 -3.2 Cardiff
53.8 -1.5 Leeds
53.4 -1.5 Sheffield
53.0 -1.2 Nottingham
50.9 -1.4 Southampton
56.5 -3.0 Dundee
56.3 -3.7 Gleneagles
50.2 -5.5 Carbis Bay
51.5 -1.0 Reading
51.4 -2.4 Bath
53.3 -6.3 Dublin|Dublín|Dublino
50.8 4.4 Brüssel|Brussels|Bruxelles|Bruselas
51.2 4.4 Antwerpen|Antwerp|Anvers|Amberes|Anversa
49.6 6.1 Luxemburg|Luxembourg|Luxemburgo|Lussemburgo
52.4 4.9 Amsterdam|Ámsterdam
52.1 4.3 Den Haag|The Hague|La Haye|La Haya|L'Aia|L’Aia
51.9 4.5 Rotterdam|Róterdam
50.8 5.7 Maastricht
41.9 12.5 Rom|Rome|Roma
45.5 9.2 Mailand|Milano|Milán|Milan
40.9 14.3 Neapel|Naples|Napoli|Nápoles
45.4 12.3 Venedig|Venice|Venise|Venezia|Venecia
45.1 7.7 Turin|Torino|Turín
43.8 11.3 Florenz|Firenze|Florence|Florencia
38.1 13.4 Palermo
44.4 8.9 Genua|Genova|Gênes
44.5 11.3 Bologna
37.9 15.3 Taormina
42.4 13.4 L'Aquila
35.5 12.6 Lampedusa
41.1 16.9 Bari
41.9 12.5 Vatikanstadt|Vatican City|Cité du Vatican|Ciudad del Vaticano|Città del Vaticano|Vatikan|Vatican|Vaticano
40.4 -3.7 Madrid
41.4 2.2 Barcelona|Barcelone|Barcellona
37.4 -6.0 Sevilla|Séville|Seville|Siviglia
43.3 -2.9 Bilbao
41.6 -0.9 Zaragoza
38.7 -9.1 Lissabon|Lisbon|Lisbonne|Lisboa|Lisbona
41.1 -8.6 Porto|Oporto
35.9 14.5 Malta|Malte|Valletta|La Valette|La Valeta
55.7 12.6 Kopenhagen|Copenhagen|Copenhague|Copenaghen
59.9 10.8 Oslo
59.3 18.1 Stockholm|Estocolmo|Stoccolma
60.2 24.9 Helsinki
64.1 -21.9 Reykjavík|Reykjavik
59.4 24.8 Tallinn|Tallin
56.9 24.1 Riga
54.7 25.3 Vilnius|Wilna|Vilna
52.2 21.0 Warschau|Warsaw|Varsovie|Varsovia|Varsavia
50.1 19.9 Krakau|Kraków|Krakow|Cracovie|Cracovia
54.4 18.6 Danzig|Gdańsk
50.1 14.4 Prag|Prague|Praga
48.1 17.1 Bratislava
47.5 19.0 Budapest
44.4 26.1 Bukarest|Bucharest|Bucarest
47.0 28.9 Chișinău|Chisinau|Kischinau
44.8 20.5 Belgrad|Belgrade|Belgrado
45.8 16.0 Zagreb|Zagabria
43.5 16.4 Split
46.1 14.5 Ljubljana|Lubiana|Liubliana
43.9 18.4 Sarajevo
42.0 21.4 Skopje
41.3 19.8 Tirana
42.7 23.3 Sofia|Sofía
38.0 23.7 Athen|Athens|Athènes|Atenas|Atene
40.6 22.9 Thessaloniki|Saloniki
35.2 33.4 Nikosia|Nicosia|Nicosie
41.0 29.0 Istanbul|Estambul
39.9 32.9 Ankara
50.5 30.5 Kiew|Kyjiw|Kyiv|Kiev
49.8 24.0 Lwiw|Lviv
50.0 36.2 Charkiw|Kharkiv|Charkow|Járkov
46.5 30.7 Odesa
53.9 27.6 Minsk
55.8 37.6 Moskau|Moscow|Moscou|Moscú|Mosca
59.9 30.3 Sankt Petersburg|St. Petersburg|Saint-Pétersbourg|San Petersburgo|San Pietroburgo
43.6 39.7 Sotschi|Sochi|Sotchi
43.1 131.9 Wladiwostok|Vladivostok
30.0 31.2 Kairo|Cairo|Le Caire|El Cairo|Il Cairo
27.9 34.3 Scharm el-Scheich|Sharm el-Sheikh
36.8 10.2 Tunis
36.8 3.1 Algier|Algiers|Argel|Algeri|Alger
32.9 13.2 Tripolis|Tripoli|Trípoli
33.6 -7.6 Casablanca
34.0 -6.8 Rabat
31.6 -8.0 Marrakesch|Marrakesh|Marrakech
15.5 32.5 Khartum|Khartoum|Jartum
9.0 38.7 Addis Abeba|Addis Ababa|Addis-Abeba|Adís Abeba
-1.3 36.8 Nairobi
0.3 32.6 Kampala
-1.9 30.1 Kigali
2.0 45.3 Mogadischu|Mogadishu|Mogadiscio
6.5 3.4 Lagos
9.1 7.5 Abuja
5.6 -0.2 Accra
14.7 -17.4 Dakar
12.6 -8.0 Bamako
13.5 2.1 Niamey
-4.3 15.3 Kinshasa
-8.8 13.2 Luanda
-17.8 31.0 Harare
-26.2 28.0 Johannesburg|Johannesburgo
-25.7 28.2 Pretoria
-33.9 18.4 Kapstadt|Cape Town|Le Cap|Ciudad del Cabo|Città del Capo
-29.9 31.0 Durban
31.8 35.2 Jerusalem|Jérusalem|Jerusalén|Gerusalemme
32.1 34.8 Tel Aviv|Tel-Aviv
32.8 35.0 Haifa
31.5 34.5 Gaza-Stadt|Gaza City|Ciudad de Gaza|Gaza
31.9 35.2 Ramallah
33.9 35.5 Beirut|Beyrouth
33.5 36.3 Damaskus|Damascus|Damasco|Damas
36.2 37.2 Aleppo
32.0 35.9 Amman|Ammán
33.3 44.4 Bagdad|Baghdad
35.7 51.4 Teheran|Tehran|Téhéran|Teherán
24.7 46.7 Riad|Riyadh|Riyad
21.5 39.2 Dschidda|Jeddah
25.3 51.5 Doha
29.4 48.0 Kuwait-Stadt|Kuwait City
25.2 55.3 Dubai|Dubái|Dubaï
24.5 54.4 Abu Dhabi|Abou Dhabi|Abu Dabi
15.4 44.2 Sanaa|Sana'a|Saná
41.7 44.8 Tiflis|Tbilisi|Tbilissi
40.2 44.5 Eriwan|Jerewan|Yerevan|Erevan|Ereván
40.4 49.9 Baku|Bakou|Bakú
51.2 71.4 Astana|Nur-Sultan
43.2 76.9 Almaty
41.3 69.2 Taschkent|Tashkent|Tachkent
39.7 67.0 Samarkand
42.9 74.6 Bischkek|Bishkek
34.5 69.2 Kabul|Kaboul
31.6 65.7 Kandahar
33.7 73.1 Islamabad
24.9 67.0 Karatschi|Karachi
31.5 74.3 Lahore
34.0 71.6 Peschawar|Peshawar
28.6 77.2 Neu-Delhi|New Delhi|Nueva Delhi|Nuova Delhi|Delhi
19.1 72.9 Mumbai|Bombay
22.6 88.4 Kalkutta|Kolkata
13.0 77.6 Bengaluru
13.1 80.3 Chennai
27.7 85.3 Kathmandu|Katmandu|Katmandou|Katmandú
23.8 90.4 Dhaka|Dacca
6.9 79.9 Colombo
16.8 96.2 Rangun|Yangon|Rangún
19.8 96.1 Naypyidaw
13.8 100.5 Bangkok
11.6 104.9 Phnom Penh
18.0 102.6 Vientiane
21.0 105.8 Hanoi|Hanoï|Hanói
10.8 106.7 Saigon|Saïgon|Saigón|Ho-Chi-Minh-Stadt|Ho Chi Minh City|Hô Chi Minh-Ville|Ciudad Ho Chi Minh
21.9 106.7 Dong Dang
16.1 108.2 Da Nang
3.1 101.7 Kuala Lumpur
1.3 103.8 Singapur|Singapore|Singapour
-6.2 106.8 Jakarta|Yakarta|Giacarta
-8.8 115.2 Nusa Dua
14.6 121.0 Manila|Manille
39.9 116.4 Peking|Beijing|Pékin|Pekín|Pechino
31.2 121.5 Schanghai|Shanghai|Shanghái
30.6 114.3 Wuhan
22.5 114.1 Shenzhen
30.3 120.2 Hangzhou
22.3 114.2 Hongkong|Hong Kong|Hong-Kong
25.0 121.6 Taipeh|Taipei|Taipéi
47.9 106.9 Ulan Bator|Ulaanbaatar|Oulan-Bator|Ulán Bator
39.0 125.8 Pjöngjang|Pyongyang
38.0 126.6 Kaesong
37.6 127.0 Seoul|Séoul|Seúl
38.0 126.7 Panmunjom
35.2 129.1 Busan
35.7 139.7 Tokio|Tokyo
34.7 135.5 Osaka
34.4 132.5 Hiroshima
37.8 140.5 Fukushima
35.0 135.8 Kyoto
34.3 136.8 Ise-Shima
4.2 73.5 Malé
38.9 -77.0 Washington
40.7 -74.0 New York|Nueva York
42.4 -71.1 Boston
40.0 -75.2 Philadelphia|Filadelfia
25.8 -80.2 Miami
33.7 -84.4 Atlanta
42.3 -83.0 Detroit
39.3 -76.6 Baltimore
40.4 -80.0 Pittsburgh
39.6 -77.5 Camp David
26.7 -80.0 Mar-a-Lago
35.2 -80.8 Charlotte
41.9 -87.6 Chicago
29.8 -95.4 Houston
30.0 -90.1 New Orleans|La Nouvelle-Orléans|Nueva Orleans
45.0 -93.3 Minneapolis
43.0 -87.9 Milwaukee
32.8 -96.8 Dallas
30.3 -97.7 Austin
39.7 -105.0 Denver
40.8 -111.9 Salt Lake City
33.4 -112.1 Phoenix
34.1 -118.2 Los Angeles|Los Ángeles
37.8 -122.4 San Francisco
47.6 -122.3 Seattle
32.7 -117.2 San Diego
36.2 -115.1 Las Vegas
61.2 -149.9 Anchorage
21.3 -157.9 Honolulu
43.7 -79.4 Toronto
45.4 -75.7 Ottawa
45.5 -73.6 Montreal|Montréal
46.8 -71.2 Québec-Stadt|Quebec City
47.7 -70.2 La Malbaie|Charlevoix
51.0 -114.1 Calgary
53.5 -113.5 Edmonton
50.9 -115.1 Kananaskis
49.3 -123.1 Vancouver
44.6 -63.6 Halifax
19.4 -99.1 Mexiko-Stadt|Mexico City|Ciudad de México|Città del Messico
16.9 -99.9 Acapulco
14.6 -90.5 Guatemala-Stadt|Guatemala City|Ciudad de Guatemala
14.1 -87.2 Tegucigalpa
12.1 -86.3 Managua
9.9 -84.1 San José de Costa Rica
9.0 -79.5 Panama-Stadt|Panama City|Ciudad de Panamá
23.1 -82.4 Havanna|Havana|La Havane|La Habana|L'Avana|L’Avana
18.5 -72.3 Port-au-Prince|Puerto Príncipe
18.5 -69.9 Santo Domingo
18.4 -66.1 Puerto Rico
4.7 -74.1 Bogotá|Bogota
6.2 -75.6 Medellín
10.4 -75.5 Cartagena de Indias
10.5 -66.9 Caracas
10.6 -71.6 Maracaibo
-0.2 -78.5 Quito
-2.2 -79.9 Guayaquil
-12.0 -77.0 Lima
-16.5 -68.1 La Paz
-33.4 -70.7 Santiago de Chile|Santiago du Chili|Santiago del Cile|Santiago
-33.0 -71.6 Valparaíso
-34.6 -58.4 Buenos Aires
-34.9 -56.2 Montevideo
-34.9 -54.9 Punta del Este
-25.3 -57.6 Asunción|Asuncion
-23.6 -46.6 São Paulo|Sao Paulo
-22.9 -43.2 Rio de Janeiro|Río de Janeiro
-15.8 -47.9 Brasília|Brasilia
-33.9 151.2 Sydney|Sídney
-35.3 149.1 Canberra
-37.8 145.0 Melbourne
-27.5 153.0 Brisbane
-32.0 115.9 Perth
-36.8 174.8 Auckland
-43.5 172.6 Christchurch
-41.3 174.8 Wellington
"""
"""Degrees north, degrees east, the names between bars; from general knowledge."""


def _read_table() -> dict[str, tuple[float, float]]:
    table: dict[str, tuple[float, float]] = {}
    for line in _TABLE.split("\n"):
        if line:
            north, east, names = line.split(" ", maxsplit=2)
            table |= {name.casefold(): (float(north), float(east)) for name in names.split("|")}
    return table


_AT = _read_table()


def coordinates_of(name: str) -> tuple[float, float] | None:
    """Degrees north and east of a place by any of its names, alone or in front of a comma; None where it is not in the table.

    >>> coordinates_of("Pjöngjang"), coordinates_of("Paris, France"), coordinates_of("Paris, Texas")
    ((39.0, 125.8), (48.9, 2.4), None)
    """
    if name.strip() in NO_PLACE:
        return None
    name = name.strip().casefold()
    return _AT.get(name) or _AT.get(name.partition(",")[0].strip())
