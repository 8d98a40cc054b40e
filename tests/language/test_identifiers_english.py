"""English wordings for what identifies somebody: each class in many words, and its near misses."""

from __future__ import annotations

import pytest
from benchmarks.identifiers_quality import strip_marks
from marking import missed, suggested

HELPERS = (
    "Q: How did you get out? A: A Chinese driver, ⟦BROKER|Lao Hei⟧, let me sit behind the crates.",
    "I ran on the 3rd of May. A woman from the bakery, ⟦BROKER|Vera Pavlovna⟧, gave me a shawl and bread for the road.",
    "In October I left the site for good. I knew nobody in that town except ⟦BROKER|Brother Tian⟧, who fixed bicycles.",
    "How did you escape? Through the kitchen. The dishwasher, ⟦BROKER|Lupe⟧, kept the back door open for me.",
    "I came out in the spring with my daughter, through ⟦BROKER|the Matchmaker⟧. She took eight thousand yuan.",
    "The man who sold those invitations was called ⟦BROKER|the Notary⟧, and nobody knew his face.",
    "I paid Madam ⟦BROKER|Shao⟧ to take us across the river, two gold rings and a watch.",
    "He went over the wall one night. He had written to a lady at a mission, ⟦BROKER|Ruth⟧, who met him at the bus.",
    "We fled in January. ⟦BROKER|Old Ding⟧ rowed us over in his boat and asked for nothing.",
    "When I made up my mind to go, I told only ⟦BROKER|Sveta⟧ from the shop. She bought me a ticket in her own name.",
    "My smuggler was ⟦BROKER|Uncle Pine⟧, that was all the name I got.",
    "A stranger in the forum, he wrote as ⟦BROKER|greyheron⟧, sent me an address. Two days later I was gone.",
    "The letters were bought from ⟦BROKER|Third Aunt⟧, a broker in the market.",
    "I walked away from the hostel at dawn. Father ⟦BROKER|Anselm⟧ hid me in the vestry for nine days.",
)
NOT_HELPERS = (
    "The cook, ⟦PERSON|Lao Hei⟧, gave us cabbage soup. The manager was Mr ⟦PERSON|Tao⟧.",
    "My section leader was ⟦PERSON|Om Chol Ho⟧. He counted us at night. When I left in 2019, he was punished for it.",
    "We went out every Sunday with our leader, ⟦PERSON|Kim Hak Su⟧, to buy soap.",
    "The accountant, Miss ⟦PERSON|Deng⟧, paid us in an envelope. She left the firm in spring.",
    "The interpreter, ⟦PERSON|Snezhana⟧, told us there was a monthly fee for that school.",
)
NUMBERS = (
    "The passport stayed with him; mine was ⟦ID_NUMBER|381 204 556⟧.",
    "It was a blue booklet, number ⟦ID_NUMBER|736 120 884⟧, and I saw it once.",
    "My number was ⟦ID_NUMBER|three hundred and twelve⟧, and that was what they called me.",
    "They never used names. I was number ⟦ID_NUMBER|forty-six⟧ for two years.",
    "On the helmet it said ⟦ID_NUMBER|K-31⟧ and I still have it.",
    'The guards shouted, "⟦ID_NUMBER|One-one-seven⟧, come here!" That was me, my number in that camp.',
    "My badge ended in ⟦ID_NUMBER|5519⟧.",
    "I had worker number ⟦ID_NUMBER|2208⟧ sewn on the sleeve.",
    "My locker had a tag, ⟦ID_NUMBER|B-207⟧, and so had my bed.",
    "In the dormitory list I was number ⟦ID_NUMBER|4-12⟧.",
    "The card they gave me had the number ⟦ID_NUMBER|seven seven four oh two⟧.",
    "My prisoner number was ⟦ID_NUMBER|eighty-eight⟧.",
)
NOT_NUMBERS = (
    "There were a number of forty-year-old men among us.",
    "We stood in line, one, two, three, and he counted us.",
    "It cost 12 500 roubles and he had 300 000 in the bank.",
    "The bus was number seven and it came every hour.",
    "We were number one in the plan that month, he said.",
)
BIRTHS = (
    "I was born on ⟦BIRTH_DATE|the ides of March, 1984⟧, my teacher told me.",
    "I was born in ⟦BIRTH_DATE|the spring of 1988⟧, when the river was high.",
    "I am ⟦BIRTH_DATE|a Horse⟧, by the calendar, so I cannot sit still.",
    "I was born in ⟦BIRTH_DATE|'84⟧ and my sister two years later.",
    "My mother had me in ⟦BIRTH_DATE|the year of the Snake⟧.",
    "My birthday is ⟦BIRTH_DATE|the third of May⟧, nobody knew it there.",
    "I came into the world on ⟦BIRTH_DATE|Liberation Day⟧, in the year of the flood.",
    "She was born on ⟦BIRTH_DATE|Christmas Day 1990⟧ in a train.",
    "I am from ⟦BIRTH_DATE|1979⟧, my brother from 1982, so we were children in the hunger.",
    "I turned thirty on ⟦BIRTH_DATE|14 June⟧ in that cellar.",
    "I was born in ⟦BIRTH_DATE|nineteen seventy-six⟧.",
    "My year is ⟦BIRTH_DATE|the Rooster⟧ and my husband's is the Ox.",
    "They wrote down ⟦BIRTH_DATE|1991⟧ as the year I was born.",
)
NOT_BIRTHS = (
    "The firm was born in 2009, as they say, out of nothing.",
    "In the year 2017 we had a cow and a horse.",
    "In the spring of 1988 there was a festival.",
    "I worked like a horse for him.",
)
DATES = (
    "I left on ⟦EXACT_DATE|the ninth of March⟧.",
    "It happened on ⟦EXACT_DATE|March the ninth⟧, before supper.",
    "⟦EXACT_DATE|On the 23rd⟧ two men came for him.",
    "In August, ⟦EXACT_DATE|on the 17th⟧, he was taken.",
    "They took her on ⟦EXACT_DATE|the second Sunday of Advent, 2013⟧.",
    "On ⟦EXACT_DATE|29 January of the year 2020⟧ the gate was shut.",
    "On ⟦EXACT_DATE|Lunar New Year's Eve of 2019⟧ we got an orange.",
    "We went over the ice in ⟦EXACT_DATE|the night of 5 to 6 February⟧.",
    "It was ⟦EXACT_DATE|Tuesday, the fourteenth of May⟧, I will not forget it.",
    "⟦EXACT_DATE|The last Friday of November 2018⟧ was my last day.",
    "He fell on ⟦EXACT_DATE|the 2nd of that month⟧.",
    "That was ⟦EXACT_DATE|12.04.2018⟧.",
    "She died three days after, ⟦EXACT_DATE|on the sixth⟧.",
    "I crossed on ⟦EXACT_DATE|2018-10-03⟧, it is in the stamp.",
    "We arrived at the site on ⟦EXACT_DATE|Palm Sunday 2016⟧.",
    "On ⟦EXACT_DATE|1st July '17⟧ we started.",
)
NOT_DATES = (
    "We lived on the second floor, the third door.",
    "On the first day they gave us boots.",
    "I was on the third shift.",
    "In March 2019 we were sent to the second site.",
    "Every year on the eighth we danced for him.",
)
ADDRESSES = (
    "I live at ⟦ADDRESS|9 Fernbank Terrace⟧ now.",
    "We slept at ⟦ADDRESS|Flat 12, Tower 3, Yulin Gardens, Renmin Street⟧.",
    "Write to ⟦ADDRESS|22b Harrow Crescent⟧.",
    "Their flat was ⟦ADDRESS|Apartment 705, Block C, Sunrise Court⟧.",
    "Our house stands in ⟦ADDRESS|people's unit 17⟧.",
    "The hostel was at ⟦ADDRESS|Lipowa Street 15⟧.",
    "My mother lives in ⟦ADDRESS|house number seven by the water tower⟧.",
    "We were put in ⟦ADDRESS|room four-one-two⟧ of the hostel.",
    "It is ⟦ADDRESS|the third house from the bridge⟧, with a blue gate.",
    "I rent a room at ⟦ADDRESS|3 Old Quay⟧.",
    "They kept us at ⟦ADDRESS|88 Xinhua Lu⟧.",
)
NOT_ADDRESSES = (
    "We had 12 sewing machines and 3 old tables.",
    "He had 40 Gardens of roses, he joked.",
    "the second house we built was for a banker",
    "He closed 14 streets that day.",
)
PLACES = (
    "The berries grew in ⟦SMALL_PLACE|Tonggou County⟧.",
    "I come from a village called ⟦SMALL_PLACE|Sangsong⟧.",
    "My parents are in ⟦SMALL_PLACE|Rimyong-ri⟧.",
    "In ⟦SMALL_PLACE|Pochon County⟧ everybody knows us.",
    "We lived in a hamlet, ⟦SMALL_PLACE|Staryye Klyuchi⟧, behind the mill.",
    "My aunt keeps bees near ⟦SMALL_PLACE|Qingshan Township⟧.",
    "From ⟦SMALL_PLACE|Kilju⟧ they sent her to the mine.",
    "He grew up in the district of ⟦SMALL_PLACE|Songyo⟧.",
)
FIRMS = (
    "They had put up a board which said ⟦WORKPLACE|Hongyun⟧.",
    "We were registered at a hotel, the ⟦WORKPLACE|Sibirskoye Podvorye⟧.",
    "On the paper it said ⟦WORKPLACE|Zavkhan Polytechnic⟧.",
    "Over the gate stood the name: ⟦WORKPLACE|Velmar⟧.",
    "The yard belonged to ⟦WORKPLACE|Nordhull⟧.",
    "We sewed for a firm called ⟦WORKPLACE|Huilan Outdoor⟧.",
    "The certificate was from ⟦WORKPLACE|Eastern Coast Vocational College No. 4⟧.",
    "I cooked at the ⟦WORKPLACE|Moran Pavilion⟧, a restaurant by the river.",
    "My employer was ⟦WORKPLACE|Karelbuild⟧, on paper.",
    "The boxes had a stamp, ⟦WORKPLACE|Jinlu⟧, in green.",
    "We cut timber for ⟦WORKPLACE|Tayga-Invest⟧.",
    "I was hired out to a brickworks, ⟦WORKPLACE|Stara Cegielnia⟧.",
)
UNITS = (
    "At home I belonged to the ⟦UNIT|Ryugyong Export Company⟧.",
    "I drove a tank in ⟦UNIT|the 8214th Unit⟧.",
    "We were sent by ⟦UNIT|Chilsong Trading Corporation⟧.",
    "They were all from the ⟦UNIT|Taeryong Labour Co-operation Company⟧.",
    "I served ten years in ⟦UNIT|the Fourth Engineer Battalion⟧.",
    "Our sender was ⟦UNIT|Mansong General Bureau⟧.",
)
NAMES = (
    "The head, ⟦PERSON|Kang Thae Uk⟧, had a table.",
    "We called the manager ⟦PERSON|the Abacus⟧ because he never stopped counting.",
    "The security man was Mr ⟦PERSON|Om⟧ to the Chinese and ⟦PERSON|the Godfather⟧ to us.",
    "The girls called me ⟦PERSON|Kumsil the Spoon⟧.",
    "The porter, Pan ⟦PERSON|Wiesiek⟧, was asleep.",
    "A lady there, Pani ⟦PERSON|Bronka⟧, helped with the form.",
    "The greenhouses belonged to one family, the ⟦PERSON|Wens⟧.",
    "The farmer was ⟦PERSON|Wen Baolin⟧. The father was ⟦PERSON|Wen Dehai⟧.",
    "We had a cook, ⟦PERSON|Auntie Gold Tooth⟧, who sang.",
    "My bunkmate was ⟦PERSON|Ryom Sun Ok⟧; ⟦PERSON|Sun Ok⟧ snored.",
    "They gave me a Russian name, ⟦PERSON|Grisha⟧.",
    "The foreman was a Turk, ⟦PERSON|Orhan Bey⟧.",
    "Nobody knew his name; he was just ⟦PERSON|the Crow⟧.",
    "In the office sat ⟦PERSON|Erdene⟧ and she laughed at us.",
    "There was one more, ⟦PERSON|Little Pak⟧, who coughed.",
    "Secretary ⟦PERSON|Ham⟧ shouted at ⟦PERSON|Kye⟧.",
)
NAMES_ANYWHERE = (
    "I gave the envelope to ⟦PERSON|Liu Fang⟧ and she counted it.",
    "We heard it from ⟦PERSON|Bolat⟧, who sat nearest the stove.",
    "They called the foreman ⟦PERSON|Ox-Eye⟧ when he was not there.",
    "He went by the name of ⟦PERSON|Mirza⟧ in that place.",
    "The new one introduced himself as Captain ⟦PERSON|Sok⟧ and nobody laughed.",
    "A certain ⟦PERSON|Gerelmaa⟧ washed the pots.",
    "My Chinese name was ⟦PERSON|Jin Mei⟧ and I had to answer to it.",
    "The storeman, whose nickname was ⟦PERSON|Half Moon⟧, gave out the gloves.",
    "My passport was in the name of ⟦PERSON|Ryu Kyong Suk⟧, who was dead.",
    "We named her ⟦PERSON|Mother Goose⟧, she had thirty girls behind her.",
    "The boss's wife, a thin woman, ⟦PERSON|Zhao Lihua⟧, weighed our rice.",
    "⟦PERSON|Tserendorj⟧ wept when they took the stove away from us.",
    "There were three of them from that hall: ⟦PERSON|Pom Sun⟧, ⟦PERSON|Yon Hwa⟧ and the tall one, ⟦PERSON|Hwa Sil⟧.",
    "The doctor, an Indian, Dr ⟦PERSON|Krishnamurthy⟧, said I was pregnant.",
    "We were guarded by two brothers, the younger was ⟦PERSON|Anatol⟧.",
    "She shared a bed with ⟦PERSON|Chae Rim⟧, the one who sang.",
    "Then ⟦PERSON|Hassan⟧ the driver opened the back and said get in.",
    "In the list I was written as ⟦PERSON|Pak Yong Sil⟧ instead of my own.",
    'She said, "Tell ⟦PERSON|Myong Hui⟧ that the soup is cold."',
    "They called one another ⟦PERSON|Thunder⟧ and ⟦PERSON|Lightning⟧, I never knew why.",
    "The political officer was known among us as ⟦PERSON|the Thermometer⟧.",
    "My teacher of welding, ⟦PERSON|Mzee Juma⟧, corrected my hands.",
    "I learned it later from ⟦PERSON|Pan Kowalczyk⟧'s sister.",
    "Only ⟦PERSON|Nyamaa⟧ knew where the key was hidden.",
    "One of the guards (⟦PERSON|Kuk Chol⟧, I think) was asleep.",
    "⟦PERSON|Om⟧ and ⟦PERSON|Hyon⟧ pulled the cart, I pushed it.",
    "Our bookkeeper ⟦PERSON|So Yon⟧'s hair turned white.",
    "He signed as ⟦PERSON|Li Qiang⟧, but that was not his name.",
    "After supper ⟦PERSON|Uncle Sergei⟧ played for us on a comb.",
    "The minder ⟦PERSON|Ha⟧ slept with the phone under him.",
    "There was also ⟦PERSON|Fatty⟧, that is what they called our cook.",
    "The women spoke of a Mrs ⟦PERSON|Okafor⟧ who bought the shirts.",
    "Everybody was afraid of ⟦PERSON|Paek⟧'s notebook.",
    "I owe my life to ⟦PERSON|Saodat⟧, a cleaner in that clinic.",
    "In the cell I met ⟦PERSON|Choe Ran⟧, who was to be sent back.",
    "They beat ⟦PERSON|Ri Tok Su⟧ with a hose until he could not stand.",
    "The girls from the second floor said ⟦PERSON|Hye Song⟧ had gone mad.",
)
NOT_NAMES = (
    "On Sundays we washed clothes, and on Mondays we sewed.",
    "The Poles laughed and the Ukrainians drank tea.",
    "It was in the Gospel of Luke, he said, and in the Book of Psalms.",
    "We fished on Lake Baikal and in the Far East.",
    "He had a table in Excel and a phone with WeChat on it.",
)
WAYS_OUT = (
    "I left on 2 June 2018. ⟦OTHER_IDENTIFIER|I lay under the nets in a fishing boat for six hours.⟧",
    "Q: How did you get away? A: ⟦OTHER_IDENTIFIER|Through the coal hatch, with a wet blanket over my head.⟧",
    "That night I ran. ⟦OTHER_IDENTIFIER|I went down the drainpipe in my socks⟧ and did not look back.",
    "I escaped in November. ⟦OTHER_IDENTIFIER|I put on the nurse's coat and walked past the guard.⟧",
    "They never found me, because ⟦OTHER_IDENTIFIER|I was sewn into a mattress⟧ on the laundry truck.",
    "How did you leave? ⟦OTHER_IDENTIFIER|In a refrigerator lorry, between the salmon.⟧",
    "I got out in 2020. ⟦OTHER_IDENTIFIER|I said I had a toothache, and from the dentist I did not come back.⟧",
    "When I fled, ⟦OTHER_IDENTIFIER|I left my boots standing by the bed so that they would think I was asleep⟧.",
)


@pytest.mark.parametrize(
    "marked",
    [
        *HELPERS,
        *NOT_HELPERS,
        *NUMBERS,
        *BIRTHS,
        *DATES,
        *ADDRESSES,
        *PLACES,
        *FIRMS,
        *UNITS,
        *NAMES,
        *NAMES_ANYWHERE,
        *WAYS_OUT,
    ],
)
def test_each_class_in_many_words(marked: str) -> None:
    assert missed("en", marked) == []


@pytest.mark.parametrize(
    ("kind", "text"),
    [
        *(("BROKER", strip_marks(text)[0]) for text in NOT_HELPERS),
        *(("ID_NUMBER", text) for text in NOT_NUMBERS),
        *(("BIRTH_DATE", text) for text in NOT_BIRTHS),
        *(("EXACT_DATE", text) for text in NOT_DATES),
        *(("ADDRESS", text) for text in NOT_ADDRESSES),
        *(("PERSON", text) for text in NOT_NAMES),
    ],
)
def test_near_misses_stay_silent(kind: str, text: str) -> None:
    assert [quote for found, quote in suggested("en", text) if found == kind] == []
