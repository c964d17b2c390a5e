"""English templates of numbers that are no times."""

from tests.date.numbers import row

ROWS = (
    row(
        "price",
        """
        A loaf now costs ${2-9}.{02:10-99}.
        Diesel stands at {1-2}.{02:10-59} euros a litre.
        The rent rises from {1100-1990} to {2000-2049} dollars.
        Tickets cost between £{5-12} and £{13-24}.
        The damage came to {1200-1990} francs.
        The painting sold for {1-20} million dollars (about {1-20}.{1-9} million euros).
        It fell by {10-23} cents to {1-3}.{02:10-59} a pound.
        They paid {1500-1999} USD in {2-6} parts of ${200-400}.
        """,
    ),
    row(
        "score",
        """
        The match ended {0-5}-{0-5}.
        The hosts won {20-23}:{15-19}.
        They lead {10-23}:{10-19} at half-time.
        She took the first set {6-7}-{0-5} and the second {25-29}-{10-23}.
        At a score of {10-22}:{10-22} the lights went out.
        The final score was {20-23}:{10-19}.
        With the game at {1-9}-{1-9}, the coach made a change.
        """,
    ),
    row(
        "percentage",
        """
        Turnout stands at {10-99}.{1-9} per cent.
        The index rose {1-9}.{1-9}% to {10-24},{100-999}.{02:10-99} points.
        About {10-24} percent of the trains were cancelled.
        Support fell from {20-31} to {1-19} percent.
        """,
    ),
    row(
        "aircraft and car",
        """
        The airline buys {100-200} Boeing {737|747|777|787} jets.
        An Airbus A{319-321} and a Boeing {707-787}-{100-900} collided on the taxiway.
        The convoy had {2-20} Mercedes {200-500}s and a BMW {3-7}{18-30}i.
        A Peugeot {1007|2008|3008} was stolen.
        A Tupolev Tu-{104-204} stands beside an Antonov An-{12-225}.
        """,
    ),
    row(
        "law",
        """
        Article {1-24}.{02:10-59} of the charter forbids it.
        Section {1000-2049} of the code covers the case.
        Under § {1000-2049} this is void.
        Rule {1-12}.{1-12} and Clause {1-31}({1-9}) do not apply.
        Resolution {1000-2049} was not mentioned.
        Case No. {1000-2049} is pending.
        """,
    ),
    row(
        "version",
        """
        Version {3-12}.{1-12}.{1-20} runs on every machine.
        Windows {10-11} and Android {4-14} are affected, iOS {11-17}.{1-6} is not.
        Office {2003|2010|2016|2019} is no longer maintained.
        Firmware {1-9}.{02:10-59}.{1-31} repairs the fault.
        """,
    ),
    row(
        "telephone and address of a machine",
        """
        Call 0{201-999} {100-999} {1000-2030} with information.
        Phone: +44 {20-99} {1900-2040} {1000-2030}.
        The hotline, 1-800-{100-999}-{1900-2040}, is busy.
        The server at {10-20}.{20-30}.{30-40}.{40-50} does not answer.
        The service listens on port {1024-2048}.
        """,
    ),
    row(
        "chapter and verse",
        """
        See page {1000-2049} and chapter {1-12}.{1-12}.
        The sermon was on Matthew {1-23}:{10-59}.
        He read from John {3-20}:{11-30} and Psalm {1-23}.
        Figure {1-12}.{1-12} shows a section, table {10-24} the sums.
        """,
    ),
    row(
        "measure",
        """
        It stays dry at {9-11} to {12-24} degrees.
        The thermometer shows {10-23}.{1-9} degrees Celsius.
        The detour is {1000-2049} metres long and {2-12} kilometres wide.
        The parcel weighs {1-23},{100-999} grams.
        The peak is {1500-2049} m high, the pass {1500-2049} feet.
        The waves were {2-9} to {10-12} feet high.
        The tank holds {1200-2000} litres.
        He is {4-6}ft {1-11}in tall and weighs {10-14}st {1-13}lb.
        """,
    ),
    row(
        "count",
        """
        On the bank {1900-2049} people were waiting.
        Some {1500-2040} protesters marched through the streets.
        In {1900-2040} cases nothing was found.
        By {1500-1999} votes to {1000-1400} the motion was lost.
        Of {1800-1999} people asked, {1000-1700} answered.
        The town has {1500-2049} inhabitants.
        More than {1900-2040} signatures were handed in.
        The number of cases rose to {1900-2049}.
        In {10-24} of the {25-40} districts they are counting.
        A crowd of {1900-2049} was there.
        """,
    ),
    row(
        "vehicle by number",
        """
        Flight BA {1000-2049} has landed.
        Flight {1000-2049} to Oslo is late.
        Train {1500-2049} is stuck in a tunnel.
        Routes {10-12}, {13-18} and {19-31} are diverted.
        There are queues on the M{1-24} and the A{1-31}.
        Bus {100-300} stops at bay {1-24}.
        """,
    ),
    row(
        "house and postcode",
        """
        The office is at {1-24} Long Street.
        A roof is on fire at {1900-2049} Main Street.
        Write to {1900-2049} Elm Avenue, Springfield, IL {60000-62999}.
        Room {1100-2020} is on the {second|third|fourth|fifth} floor.
        They live on {2-31}th Street.
        """,
    ),
    row(
        "key",
        """
        The book has the ISBN 978-{3-4}-{10-99}-{100000-200000}-{1-9}.
        The account number ends in {1900-2049}.
        The wreck lies at {50-54}°{10-59}'N {8-14}°{10-59}'E.
        The frequency {88-107}.{1-9} megahertz is jammed.
        Ticket number {1000-2049} wins.
        Runner {1900-2049} is ahead.
        """,
    ),
    row(
        "age",
        """
        The driver, aged {18-99}, was unhurt.
        A woman, {18-99}, was honoured.
        She is in her {20|30|40|50|60}s.
        The {eldest|youngest} child is {2-12}.
        """,
    ),
    row(
        "name and verb",
        """
        They may {come|go|stay}, and {10-24} may not.
        It may be {3-12} or {13-31} of them.
        Protesters march {10-24} miles to the {capital|coast|border}.
        The march drew {1900-2049} people.
        {April|June|May|Summer|August} {Kern|Reed|Moss} plays the part.
        Theresa May spoke to Jan {Kern|Moss|Reed}.
        Mr {Friday|Sunday|Monday|March|May|Winter} nods, and Ms {Summer|Spring|August} smiles.
        Soldiers march; ranks {2-12} and {13-30} halt.
        She sat {second|third} in the {second|third} row, and the {second|first} one left.
        The second {man|woman|boat|door} and the third were {green|red|blue}.
        They spring to their feet and fall silent, {2-12} of them.
        Good {morning|evening|afternoon|night}, {everybody|ladies and gentlemen|friends}.
        They set {2-12} traps and sat down.
        The sun is a star, and {2-12} moons are known.
        """,
    ),
    row(
        "idiom",
        """
        It is a piece of cake, {10-31} times over.
        He was {two|three|ten} sheets to the wind.
        She is on cloud nine, one of {10-24}.
        The {Sunday roast|Morning Star|Evening Standard|Night Watch} was on the list.
        Second to none, and one in {10-31}.
        At the eleventh hour he gave way.
        """,
    ),
    row(
        "ordinal and share",
        """
        She came {22nd|23rd|4th|12th} of {40-90} starters.
        The {2-3}{rd|th} edition is sold out.
        Every {second|third|fourth|fifth} one is against it.
        It passed by {10-23} to {2-9}, with {1-12} abstaining.
        Mix them {1-2}:{10-50} by weight.
        A 1:{10-50} scale model stands in the hall.
        Five to {ten|twelve|eleven} of them were empty.
        """,
    ),
    row(
        "recipe",
        """
        Take {100-500} g of flour, {2-12} eggs and {1-3}/{2-4} pint of milk.
        Bake at {150-220} degrees until brown.
        Add {2-12} tbsp of sugar and {1-9} tsp of salt.
        """,
    ),
    row(
        "length",
        """
        The film is {90-180} minutes long.
        Let the dough rest for {20-50} minutes, then bake it for {2-12} minutes.
        She ran it in {2-3} hours and {2-50} minutes.
        He was given {2-12} years and {2-11} months.
        A {20-80}-year-old man called.
        """,
        "duration",
    ),
    row(
        "bare amount",
        """
        She paid {1100-2040} for it.
        The stove weighs {1100-2040}.
        More than {1100-2040} marched and only {1100-2040} stayed.
        There were {100-900} instead of the expected {1100-2040}.
        The index closed at {1100-2040}, shares stood at {1100-2040}.
        """,
    ),
    row(
        "code and firm",
        """
        The pin is {1100-2040}, the code was {1100-2040}.
        Lot {1100-2040} wins, asteroid {1100-2040} is bright.
        Dial {1100-2040}.
        {Friday|May|Summer} Ltd sues {Monday|March|Winter} Inc over {2-9} patents.
        """,
    ),
)
