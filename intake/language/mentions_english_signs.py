"""English signs of a practice: small things told beside it, each too little to mean it alone.

They are read apart from the cues of `mentions_english`, so that neither takes words from the other, and count only
in company (`mentions_signs`). Whoever tells by hearsay, takes a tale back or tells of earlier times is here too.
"""

from __future__ import annotations

_WHO = r"(?:i|we|she|he|they|you|one|any of us|most of us|anyone|anybody|the girls|the men)"
_FETCHER = r"""(?:cook|driver|caretaker|porter|leader|manager|foreman|interpreter|deputy|watchman|guard|boss|\
        cleaner|janitor|boy|child|woman|grandmother|grandfather|auntie|nephew|wife|neighbou?r|he|she|somebody|someone)"""
_GOODS = r"""(?:soap|thread|needles?|bread|noodles|shampoo|cigarettes|tobacco|ointment|medicines?|pills|paper|pads|\
        toothpaste|sugar|matches|sweets|shopping|food|things|apples?|socks|batteries|envelopes)"""
_PLACE = r"""(?:streets?|roads?|town|city|sea|beach|market|shops?|river|park|square|pavement|harbou?r|village|world|\
        port|coast|lake|country|outside|mountains?|bridge)"""
_NUMBER = r"""(?:[0-9]+|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|\
        seventeen|eighteen|nineteen|twenty|thirty|forty|fifty|sixty|seventy|\
        (?:twenty|thirty|forty)[ -](?:one|two|three|four|five|six|seven|eight|nine))"""
_BARRIER = r"(?:fence|gate|bars|wire|wall|grille|grating|hatch|mesh|hole|gap|netting|railings|bar|window)"
_SCHOOL = r"(?:college|school|university|institute|polytechnic|academy|faculty|lyceum|technical school|training centre)"
_SIGHT = r"""(?:lake|palace|museum|fortress|castle|zoo|aquarium|waterfalls?|cathedral|dolphin show|beach|sea|temple|tower|\
        old town|monument|park|cable car|boat trip|shopping|departure|baikal|mountain|gardens?|theatre|circus|opera)"""
_OFFICIAL = (
    r"""(?:officers?|man|woman|girl|clerk|soldier|lady|guard|conductress|conductor|customs \w+|border \w+|official)"""
)

CUES: dict[str, str] = {
    "INSIGN": rf"""
        (?:farthest|furthest)(?: place)?(?: that)? {_WHO}(?: ever| had| have| could| has){{0,2}} (?:went|got|get|go|came|come|\
        walked|walk|reached|been)
        (?:all|what|everything|the (?:one|only) thing)(?: that)? (?:i|we) (?:ever )?(?:know|knew|learned|learnt|remember|saw)(?: \w+)? \
        (?:of|about) (?:the |that |this |its |a )?(?:{_PLACE}|it|whole \w+|place)
        {_NUMBER} (?:steps|paces|metres|meters|yards)(?: \w+){{0,2}} (?:between|from|to)|(?:steps|paces) (?:between|from) (?:my|our|the)
        (?:the |our )?{_FETCHER}(?: \w+){{0,2}} (?:went|ran|drove|shopped|bought|fetched|brought|carried|got)(?: \w+){{0,3}} {_GOODS}
        (?:gave|give|handed|left)(?: \w+){{1,2}} (?:a |our |the )?(?:list|scrap|slip|note)(?: of \w+)?|scraps? of paper
        {_GOODS}(?: and \w+)? (?:came|arrived|was sent|were sent)(?: \w+)? (?:in|up|down|by|on|over|through)
        (?:basket|bucket|tin|bag) on a (?:rope|string|cord|line)|let down (?:a|the) (?:basket|bucket|string|rope)
        (?:push(?:ed|ing)?|pass(?:ed|ing)?|threw|throw|thrown|hand(?:ed|ing)?|slip(?:ped)?|put|sold us)(?: \w+){{0,4}} (?:under|through|over|between|across) (?:it |the |a )?(?:\w+ )?{_BARRIER}s?
        (?:pushing|passing|pushed|passed) (?:them|it|things) (?:under|over|through)
        (?:far|other) side of (?:the|our|a) (?:\w+ )?(?:wall|fence|gate|wire|railings)
        (?:doctor|dentist|nurse|ambulance|medic)(?: \w+){{0,3}} not (?:let|allowed|called|admitted|come)|not let (?:up|down|in|out)
        (?:sent for|called|fetched|got|brought) (?:a|the) (?:vet|veterinary|retired \w+|animal doctor|quack)|a vet they knew
        (?:not|never|without|instead of|nobody)(?: \w+)? (?:taken|let|sent|driven|brought|took|taking|driving|bringing)(?: \w+){{0,2}} to (?:the |a |any )?(?:hospital|clinic|doctor|dentist|pharmacy|chemist)
        (?:mechanic|cook|foreman|leader|carpenter|welder|boss|interpreter|manager|guard)(?: \w+)? (?:pulled|drew|took out|sewed|stitched) (?:it|the tooth|her|his|my)(?: \w+)?
        (?:tak(?:e|en|ing)|led|lead|past|get)(?: \w+){{0,3}} past the (?:gate|barrier|guard|porter|watchman|lodge)
        windows?(?: \w+){{0,4}} (?:screwed|nailed|painted over|papered|bricked|sealed|welded|boarded|wired|whitewashed|frosted)(?: \w+)?
        (?:opened|open) only (?:the|as|a|so)(?: \w+){{0,3}}|width of a (?:hand|fist|finger)
        (?:shoes|boots|coats|jackets)(?: \w+){{0,4}} (?:cupboard|locked|collected|taken away|office|keeping)
        (?:kept|keeps|locked|collected|took)(?: up| away)? (?:our|all|their|the) (?:\w+ )?(?:shoes|boots|coats)|(?:in|wore|with)(?: \w+)? slippers
        (?:saw|seen|heard|smelt|smelled) (?:it|the {_PLACE})(?:,? \w+){{0,3}} (?:twice|three times|four times|five times|once|every night)
        only (?:sky|street|sun|view|tree|bird|landscape|piece of)(?: \w+)? (?:i|we|that)|(?:square|piece|strip|patch) of sky|square over the yard
        what(?: the| that)? {_PLACE}(?: in \w+ \w+)? (?:is|was|looks|looked) like|{_PLACE} (?:is|was|looks|looked) like(?: \w+){{0,3}} (?:ask|asked)
        (?:described|told|tell|tells|explained) (?:it|him|her|me|us)?(?: \w+)? ?(?:to (?:me|us)|what (?:it|the \w+) looked)
        never (?:once )?(?:held|had|spent|touched|saw|seen)(?: \w+){{0,3}} (?:coins?|money|banknotes?|shop|street|tram|bus)
        looked at the (?:city|town|street|sea|river|people|cars|lights)|looked down (?:at|on|into)
        as far away as|(?:my|our|the) (?:very )?first time (?:in|on|outside|since|out)|for the first time (?:since|in|i|we)(?: \w+)?
        first time (?:that )?(?:i|we) (?:had )?(?:ever )?(?:stood|walked|touched|breathed|smelt|felt|saw)(?: \w+){{0,3}}
        (?:had|has|have|ever) been (?:outside|out there)|never (?:seen|saw|noticed|met) (?:a|any|one) (?:face|soul|of us|one of us)
        thought (?:that )?(?:the|it|our|this)(?: \w+){{0,4}} (?:was|were|stood) (?:empty|deserted|abandoned)
        snow(?: \w+){{0,5}} (?:clean|white|untouched|unbroken|unmarked)|no foot(?:prints?|steps)? (?:had|on|in)?|no footprints?
        not (?:met|been introduced)(?: \w+){{0,2}} yet|had not met it
        (?:count(?:ed|s|ing)?) (?:us|them|heads|our heads|the girls|the heads)(?: \w+)?|read out our (?:numbers|names)|came out one short
        one (?:short|too few)|touch(?:ed|ing) each (?:girl|of us|one|man|head)|counted (?:in|out|back)
        stairs? (?:inside|indoors|within|from the beds)|corridor (?:between|joined|led|from)|a corridor
        (?:hoist|lift|ladder|elevator|goods lift) (?:man|operator|key|came|was locked|was switched|stood|stopped|did not)
        (?:only|single|one) key|took (?:the|his|her|all)(?: \w+){{0,3}} keys?(?: with \w+)?|turned it twice
        (?:firemen|firefighters|police|neighbou?rs) (?:had to|broke|opened|cut)(?: \w+){{0,3}}|had to break (?:down |open )?the (?:door|lock|gate)
        (?:stood|sat|waited|knelt|crowded) behind the (?:\w+ )?(?:door|window|glass|gate|bars)
        until the (?:hoist|lift|guard|watchman|porter) (?:came|woke|returned|was back)(?: \w+)?
        breath(?:ed|e|ing)(?: \w+){{0,3}} air|only time (?:that )?(?:i|we) (?:ever )?(?:breathed|left|saw|went|was|were|got)
        dog(?: \w+){{0,3}} (?:at|by) the gate(?! of)|(?:dog|alsatian|mastiff)(?: \w+){{0,4}} chain|beyond (?:that|the) dog
        (?:white|painted|chalk|yellow|red) line|(?:to|beyond|over|as far as|behind) the line
        (?:round|around) the roof|walk(?:ed)? on the roof|up (?:on|to) the roof for|church bell|(?:town|city)(?: \w+)? bells?
        (?:pale|white) as|let out on(?:to)? the|like sheep through|scratched(?: \w+){{0,5}} (?:wall|bunk|bedpost)
        (?:hear|heard|smell|smelled|smelt|imagine|imagined)(?: \w+){{0,2}} the {_PLACE}|(?:hear|heard) it (?:behind|over|through|beyond|but)|not in it|knew? (?:it|the \w+) (?:only )?(?:by|from) (?:its |the )?(?:sounds?|noise|smells?|stories|hearsay|window)
        (?:guests?|customers|drivers?|others|cook) (?:had )?told me|from the (?:stories|tales) of|(?:in|from|on) (?:a )?(?:postcards?|pictures?|photographs?) (?:of|i)|on a (?:map|calendar)
        (?:walked|went|stood|came|followed)(?: \w+)? (?:behind|in front of|beside|after|close behind) (?:the girl|her|him|us|me|each|every|whoever)|(?:followed|accompanied|escorted|led) (?:us|me|her|them) (?:to|everywhere|even)
        (?:shop|market|barber|hairdresser|doctor|dentist|seller|vendor|tailor|priest|photographer) (?:came|comes|was brought) (?:to us|in to us|inside|into the yard)|(?:water|food|goods|things) (?:in a tank|in by|in a truck|to the gate)|loading (?:ramp|bay)
        rather than (?:let|allow|send|have) (?:us|her|him|me|anyone)|(?:so that|lest) (?:we|nobody|no one|she|they) (?:need|would|should|could|might)?(?: not)? (?:go|have|walk|run|wander|see|be|leave|need)|across the (?:road|street)
        that was (?:the|our|my|her) (?:present|holiday|outing|treat|reward|feast|freedom|excursion|trip)|stand in the (?:doorway|door|gateway|sun)|(?:was|were) envied(?: for)?|envied (?:her|him) for
        (?:dog|cat|bird|hens?|rat|mouse|sparrows?|geese|pigs?|goat|chickens?)s?(?: \w+){{0,6}} (?:more (?:often|of)|further|freer|better|farther|oftener) than
        (?:ball|cap|hat|shirt|sock|kite|shuttlecock|shoe)s?(?: \w+){{0,4}} (?:over|beyond|past|behind) the (?:wall|fence|gate|wire|line)
        (?:learned|learnt|knew|know|noticed|told|guessed)(?: that)? (?:it was |the )?(?:spring|summer|autumn|winter|season|weather|snow|rain|time of year)(?: \w+)? (?:from|by)|(?:thick|frosted|milky|opaque|painted|dirty) (?:glass|panes)|glass (?:that )?you (?:can't|cannot|could not)
        ask(?:s|ed)? (?:me|us)?(?: \w+)? ?about the (?:{_PLACE}|promenade|embankment|food|people|sights|weather)|(?:can|could|can only|could only) tell (?:you|them) about the (?:ceiling|wall|floor|machine|bunk|yard|stairs|corridor|gate|door)
        (?:held|had|touched|carried|saw)(?: \w+){{0,3}} (?:local|their|chinese|russian|foreign|mongolian) (?:money|coins|notes)|(?:iron|steel|roller|metal) (?:shutter|grille|gate|door)s? (?:came|went|was|were|rolled)(?: down)?
        up to the dormitory|(?:twelve|forty|twenty|thirty|ten|fifty|sixty|hundred) (?:steps|metres|meters|paces|yards)|months (?:later|after)(?: \w+){{0,3}} (?:street|sky|grass|sun)
        (?:forgot(?:ten)?|forget) (?:how|what)(?: \w+){{0,5}} (?:street|road|grass|crowd|bus|shop|cross)|(?:eyes|legs|feet|skin)(?: \w+){{0,4}} (?:sun|daylight|unused|weak|white|hurt)
        go for months|for months in|months without (?:going|seeing|a step)|without (?:a|one) step
        click(?:ed|s|ing)?(?: \w+){{0,3}} (?:counter|clicker)|clicked(?: \w+)? for (?:every|each)|with (?:a|the|his|her) (?:same )?clicker
        what (?:town|city|street|sea|streets)\?|(?:let|lets|allowed|passed)(?: \w+)? (?:only|nothing but|none but) (?:lorries|trucks|cars|vans|carts)(?: \w+)?|(?:brought|fetched) (?:a|the|us a) (?:pharmacist|doctor|dentist|barber|chemist|nurse)(?: \w+)? (?:to us|in|inside|to the)|to be driven to (?:the|a)
        (?:counted|counts|counting|count) (?:them|us|her|the girls|the men|every \w+|each \w+)(?: \w+)? (?:on|onto|off|out|in|into|back|through)(?: \w+)?|(?:was|were|be|being) counted (?:on|onto|off|out|in|into|back|through)
        (?:nobody|no one|none|no girl|no man|no woman)(?:'s| of us| of them)? (?:\w+ )?(?:was|were|should|might|must|could) (?:to |ever )?(?:touch|set|step|tread|put)(?: a| one)?(?: foot)?|not (?:a|one) (?:foot|shoe|sole)
        (?:windows?|panes?|glass)(?: \w+){{0,7}} (?:painted|whitewashed|limewashed|chalked|smeared|daubed|pasted|covered)(?: \w+){{0,2}} (?:over|white|grey|blue|black|from|on the|to above|higher|up to|above)(?: \w+)?
        (?:asked|asks|wanted to know|wondered)(?: me| us| him| her)?(?: \w+)? what (?:one|you|people|there|lies|lay|is|was|can|could)(?: \w+){{0,2}} (?:sees?|seen|saw|behind|beyond|up there|from there|from up)(?: \w+)?
        i (?:locked|shut|bolted|padlocked|chained) (?:them|the girls|the women|the men|the door|the floor|it|us)(?: \w+){{0,2}}|at \w+ i (?:locked|shut|closed|bolted|unlocked|opened)(?: \w+)?|i turned the key(?: \w+)?|i opened (?:again|up again)
        """,
    "PUPILSIGN": rf"""
        (?:white|clean) (?:coats?|blouses?|shirts?|caps?|aprons?)|(?:in front of|at|before) (?:a|the) (?:blackboard|board|diagram|lectern)
        (?:photographed|filmed) us(?: \w+){{0,2}}|took (?:a |our |my )(?:picture|photo|photograph)s?(?: of us)?(?: \w+)?
        (?:camera|photographer)|photograph from that day
        (?:certificates?|diplomas?|booklets?|parcel of \w+)(?: \w+){{0,2}} (?:from|came|hung|said|with|that i|with my)(?: \w+){{0,3}}
        (?:mine|it|the card|the paper|card|paper) (?:said|read|stated)(?: that)?(?: \w+){{0,4}} (?:first|second|third|year|passed|four|five|excellent|good|completed)(?: \w+)?
        has completed|completed the (?:first|second|third|\w+) (?:level|stage|course|grade)|passed (?:in|with) \w+|with (?:a )?(?:four|five|distinction|good success)
        (?:first|second|third|fourth)[ -]year (?:pupils?|students?|trainees?|faculty|of)|in the (?:first|second|third|fourth) year (?:of a|of the|at)|second year, |{_SCHOOL} no(?:\.)? ?[0-9]*
        (?:faculty|department) of (?:\w+)|(?:processing|building|language|preparatory|engineering|industry|forestry|fishery) faculty|(?:far|shore|building|industrial|agricultural|textile|forestry|fishery) (?:technical )?{_SCHOOL}
        (?:exercise books?|notebooks?|copybooks?)(?: \w+){{0,4}}|pencil on a string|(?:a|the|and a) (?:pen|pencil)(?! \w+ name)
        (?:old |a |the )?(?:lecturer|professor|teacher|lady|man)(?: \w+){{0,4}} (?:came|come|comes|visited|appeared)(?: \w+)? (?:once|twice|three times|two times|every (?:three|six|few)|a year|one time)(?: \w+)?
        signed for (?:\w+ )?(?:lessons?|hours|classes|lectures|attendance)|(?:signed|marked|entered|filled in)(?: \w+){{0,3}} (?:attendance|lessons|hours|marks|register|journal)
        (?:entered|wrote|invented|put down) (?:the |our |their )?(?:marks|grades)|class register|(?:register|list|book)(?: \w+){{0,4}} (?:never absent|were present|as present|were marked)
        marked as (?:present|attending)|never absent|fours and fives
        (?:asked|ask|asks|wanted to know)(?: \w+){{0,3}} what (?:i|we|she|he|they|you) (?:had|have|was|were|are|is)?(?: \w+)? ?(?:learned|learnt|learning|studying|been taught|studied)(?: \w+)?
        what (?:she|i|we|he|they|you) (?:was|were|am|are|had|have) (?:learning|learned|learnt|studying|been taught)
        (?:the )?whole process of|the (?:chinese|russian|new|modern) method|learning a (?:trade|craft|skill|profession)
        (?:monthly |yearly |annual )?fee for (?:us|each)|so much a (?:head|girl|man)|paid (?:a|the|some|that) {_SCHOOL}(?: \w+){{0,3}}
        never (?:learned|learnt|knew|saw|found out|been told|been)(?: \w+){{0,2}} where(?: \w+){{0,3}}|do not know the street
        (?:i|we) (?:have |had )?never (?:welded|sewn|cooked|painted|drawn|cut|built|driven)(?: \w+){{0,3}}
        (?:ended|finished) by teaching|taught (?:them|the others|their people|his people|the teachers?)|teach(?:ing)? (?:them|their people|the teachers?)
        (?:who|that) (?:were|was) to teach (?:me|us|them)|(?:to be|would be|was to be) (?:my|our) (?:teacher|mentor|instructor)
        now you have (?:graduated|finished|passed|completed)|you have graduated|when you(?: are|'re) finished|they had made of him
        (?:apprenticeship|training|course|study|studies|school)(?: \w+)? (?:it was to be|so they told|they told|they called|they said)
        believed (?:that )?(?:i|we) (?:was|were) (?:learning|studying|at school|a student|students|trainees)
        (?:mask|goggles|helmet|apron|hat|coat|coats|notebooks?|pencils?|books|pens|mask up)(?: \w+){{0,4}} (?:went to the next|collected|taken back|back in the box|gathered|handed back)
        (?:collected|gathered|took)(?: \w+)? (?:the|our|all)? ?(?:exercise books|notebooks|cards|coats|pens|pencils|books)(?: again| back)?
        mask (?:up|down)|put it on one after another|one after another
        (?:forty|fifty|thirty|sixty)[ -]?(?:one|two|three|four|five|six|seven|eight|nine)?(?: years old)?, (?:a )?(?:grandfather|grandmother|stove|bricklayer|tiler|mason|father)
        (?:student|trainee|pupil|college|library) cards?|blue card|plastic card|student card|card with (?:my|her|his|our) (?:photo|photograph|picture)
        {_NUMBER} (?:students|trainees|interns|apprentices) from|(?:on )?(?:the )?opening day|room was given (?:to|back)|went away to the sites
        gold letters|frame on the (?:office )?wall|poster of
        (?:a|the|my|our) (?:diploma|dean|scholarship|curriculum|syllabus|lecture hall)(?:'s)?|classroom(?: [0-9]+)?|qualified to|you are now (?:qualified|a \w+)|lesson (?:on|in) how|(?:nailed|hung|screwed|put)(?: \w+)? a (?:plate|sign|board|blackboard|timetable|poster)
        (?:clicked|worked) (?:his|her|the|a) camera|(?:called it|was called|named) a (?:scholarship|lesson|course|practice|seminar|study)|a scholarship
        (?:with|had|has|have|after|for) (?:{_NUMBER}|many) years (?:in|at|of|on) (?:the|this|that|a) (?:trade|machine|job|craft|needle|loom|kitchen|work)|before (?:he|she|they) (?:was|were) born|looked at my hands|learner(?: of what)?|(?:had|have|'ve) (?:been|done|worked|sewn|welded|cooked|mixed|built)(?: \w+){{0,4}} (?:all my life|since i was|for (?:{_NUMBER}|many) years|long before)
        (?:older|elder) than (?:the|our|his) (?:teacher|lecturer|instructor|master)|(?:knew|could do) (?:more|it better) than|(?:what|whom) (?:is there|was there) to learn|nothing to (?:learn|teach)|never (?:opened|read|saw|sat|heard)(?: \w+)? (?:book|lesson|lecture|class|classroom|textbook)s?
        quarter of an hour and|(?:drinking )?a cup of tea|back at my (?:table|machine|bench|place)
        in the (?:first|second|third|fourth) year,? (?:evening|day|part|full|correspondence)(?: \w+)?|(?:book|booklet|papers?|card|lists?)(?: \w+){{0,4}} (?:was|were|sat|stood)(?: \w+)? in the (?:first|second|third|fourth) year
        (?:papers?|book|booklet|card|lists?),? (?:he|she|i|we|they) (?:was|were|am|is)(?: \w+)? (?:in the )?(?:first|second|third|fourth)[ -]years?|(?:a|as) (?:first|second|third)[ -]year(?: student)?, |(?:evening|correspondence) (?:group|department|course|form)
        (?:thirty|forty|fifty|sixty)[ -]?(?:one|two|three|four|five|six|seven|eight|nine)?(?: years old)?, (?:a |an )?(?:welder|plumber|fitter|carpenter|joiner|turner|painter|plasterer|electrician|sawyer|seamstress|cook)(?:,| and| with)(?: \w+)?
        """,
    "GUESTSIGN": rf"""
        (?:little|yellow|red|white|same|paper|green|blue) (?:\w+ )?(?:caps?|flags?|hats?|badges?|scarves)|(?:man|woman|girl|guide|lady) with a (?:\w+ )?flag
        (?:the|a|his|her) (?:\w+ )?flag (?:had|went|was|walked|in front)|walked (?:us|in front of them) (?:from|through|to|past)(?: \w+){{0,2}}
        (?:printed |the |a |our |his )?(?:programme|program|itinerary|schedule|timetable)(?: \w+){{0,2}} (?:said|stood|read|from|printed|with|was|had)|printed programme|programme printed
        (?:on )?day (?:one|two|three|four|five|1|2|3)(?: \w+){{0,3}}|(?:first|second|third) day,? (?:the )?{_SIGHT}
        the next people|(?:needed|collected|took)(?: \w+){{0,3}} for the next(?: \w+)?
        (?:sports?|song|dance|music|folk|art|art and|youth)(?: and \w+)? (?:festival|competition|contest)|(?:closing|final|first) (?:concert|performance)|concert tour
        no (?:festival|concert|conference|exhibition|fair|wedding|funeral|uncle|aunt|relative|such (?:uncle|aunt|person|relative))
        there (?:is|was|were|has been) (?:never )?(?:no|any) such (?:uncle|aunt|person|firm|festival|relatives?)|have no (?:aunt|uncle|cousin|relatives?|grandfather)(?: \w+){{0,2}}
        (?:as|like) a (?:choir|ensemble|orchestra|troupe|team|delegation|sports team)|came (?:out )?(?:with|to|for) (?:an|a|my) (?:aunt|uncle|cousin|grandfather)
        (?:nineteen|ten|five|seven|fifteen|fourteen|twenty|those) (?:days|nights)(?: \w+)? (?:were (?:over|up|past)|became|turned into|grew|passed)(?: \w+)?
        (?:nobody|no one|never)(?: \w+)? (?:spoke|said|asked|mentioned|thought)(?: \w+){{0,3}} (?:concert|going home|leaving|departure|the festival|it again)
        (?:we )?(?:did not|didn't) go (?:anywhere|home)|stayed (?:two years|three years|a year) and
        (?:aunt|uncle|grandfather|grandmother|cousin)(?: \w+){{0,5}} (?:ill|dying|sick|better|funeral|wedding|died|letter|fell)(?: \w+)?
        (?:ill|dying|sick|better|died|funeral|wedding)(?: \w+){{0,3}} (?:aunt|uncle|grandfather|grandmother|cousin|somebody)|had somebody (?:ill|sick|dying)
        (?:lay|is|was) (?:ill|dying|sick) in|longed to see|he has been dying|fell ill again|(?:funeral|wedding|birthday) of (?:an|my|a)
        (?:letter|invitation|paper)(?: \w+){{0,4}} (?:red seal|i had come|sold)|sold the letters|red seal
        wrote down three months|(?:three|two) months more|needed (?:three|two|another|more) (?:more )?months|waved (?:me|us) (?:on|through)
        (?:booked|registered|register|book|reserved)(?: \w+){{0,5}} (?:hotel|hostel|inn|resort)|at that hotel|hotel(?:'s)?(?: \w+){{0,3}} (?:door|never|copying|bed|lobby)
        through an? (?:\w+ )?agency|by an agency|lovers of (?:lake|the|nature|\w+)|fond of (?:lake|the sea|nature)
        (?:asked|wanted to know|ask)(?: \w+){{0,3}} what (?:i|we|she) (?:wanted|wished|hoped|was going) to (?:see|visit|do)|pleasant (?:holiday|stay|trip)|enjoy (?:your|the) (?:stay|holiday|visit)
        (?:plan|map) of the (?:old )?(?:town|city)|return tickets?|(?:tore|torn|took|collected)(?: \w+){{0,3}} tickets
        (?:we|i) (?:were|was|are|am) (?:the |a |their |his )?(?:guests?|tourists?|visitors?|delegation)|a (?:guest|tourist|visitor), (?:until|for|who|with|and)
        (?:discuss(?:ed|ion)?|talks|negotiations?|co-?operation)(?: \w+){{0,3}} (?:lasted|went on|continued|never ended)|same (?:discussion|visit|festival|wedding|uncle|aunt)
        as we had practised|as (?:we|i) (?:had )?(?:learned|rehearsed|been taught)|on the paper at least|what to say when
        (?:trowel|tools?|hammer|plumb line|overalls|apron)(?: \w+){{0,4}} (?:rolled|wrapped|hidden|in (?:my|the|our) (?:trousers|bag|bags|suitcase|sleeve))
        travel (?:bureau|agency|agent|firm|company)|(?:neckerchief|lanyard|name tag|badge|sticker|label|armband)s?(?: \w+){{0,4}} (?:travel|tour|agency|bureau|firm|guest|visitor)|going to admire|admire(?:d)?|could not tell you the (?:colour|name|shape)
        (?:length|duration|purpose|reason|aim|object) of (?:the |our |my )?(?:stay|visit|trip|journey)|put down (?:a|one|two|ten|seven|three) (?:week|weeks|days)|longest (?:week|fortnight|visit|holiday|weekend)|dear(?:est)? friends?|had to invite (?:us|me)|invited by a \w+
        one table and|passports? (?:for a walk|out for a walk|travelled|went (?:without|alone|by themselves))|(?:sent|took) the passports|ninety more|another (?:ninety|sixty|three months)|with (?:sixty|ninety|thirty) more(?: days)?
        (?:how|so) (?:is|was|do|did) (?:your|you like|you enjoy)(?: \w+){{0,3}} (?:aunt|uncle|stay|visit|holiday|trip|city|country)|holiday(?:makers?)? (?:with|in) (?:overalls|boots|shovels?|a trowel)|sightseeing (?:was|ended|consisted|began)|never saw the (?:sea|fair|festival|exhibition|museum|lake|stage|relatives?)
        (?:straight|directly) (?:from \w+ \w+ )?to the (?:\w+ )?(?:sawmill|plant|factory|site|workshop|farm|field)|and on day
        (?:man|woman|girl|guide|lady|student|boy)(?: \w+){{0,4}} with (?:a|an|her|his|the) (?:\w+ ){{0,2}}(?:flag|umbrella|parasol|microphone|megaphone)
        caps?(?: \w+){{0,3}} (?:back|gathered|collected|taken)(?: \w+){{0,3}} (?:bag|sack|box|carton|hand)|(?:given|handed|got|wore|wear|put on)(?: \w+){{0,2}} (?:same |yellow |red |paper )?caps?
        (?:neck|necks|chest)(?: \w+){{0,3}} (?:card|programme|badge|label|tag)|(?:card|badge|label|tag)s?(?: \w+){{0,3}} (?:round|around|on) (?:her|his|my|our|their|every|each|the) necks?
        (?:two|three|four) rows(?: \w+){{0,3}} (?:photograph|photo|picture|photographed)|posed?(?: \w+){{0,2}} (?:before|in front of|beside|by|at) (?:the|a) (?:\w+ )?{_SIGHT}
        (?:on|in) the (?:programme|itinerary),? (?:and|so|then|but)|(?:was|were|stood|written|being|because it was)(?: \w+)? (?:on|in) the (?:programme|itinerary)|(?:programme|itinerary|program|schedule) (?:demanded|required|wanted|for \w+ days|of \w+ days)
        (?:showed|shown|seen|saw|show)(?: \w+){{0,2}} (?:only )?(?:on|from|in) (?:a|the) (?:postcard|picture|leaflet|brochure|bus window|window of the bus)
        (?:six|eight|four|twelve|thirty|thirteen) (?:days|nights)(?: \w+)? (?:were (?:over|up|past)|passed|went by|became|ended)|(?:fetch|fetching|meet|meeting|collect|collecting) (?:the |some |our |foreign )?guests
        after (?:the )?(?:{_NUMBER}) days,? (?:i|we|they|she|he) (?:was|were)(?: \w+)?|(?:paper|invitation|list|letter)(?: \w+)? (?:it was|was|said|it said) {_NUMBER} days|friendship (?:festival|concert|games|match|meeting)|(?:were|was|be|as) (?:a|an|the) (?:\w+ )?(?:choir|ensemble|orchestra|troupe|delegation)
        (?:rehears|practis)(?:ed|ing|e)(?: \w+)?|(?:mentioned|spoke of|spoken of|talked of|thought of) (?:dancing|singing|playing|music|sport|the tour)(?: \w+)?
        (?:let|set|put|dropped)(?: \w+)? (?:off|out|down) (?:at|before|in front of|outside) the (?:\w+ )?(?:factory|plant|works|workshop)(?: \w+)?
        """,
    "ROUNDSIGN": rf"""
        {_NUMBER} (?:of (?:these|those|such) (?:trips|journeys|crossings|rides)|(?:trips|journeys|crossings|rides))(?: across| over| in all| like that| altogether)?|how many times|(?:went|been|gone|crossed|travelled)(?: \w+){{0,2}} {_NUMBER} times
        (?:made|did|done|went on) (?:the|this|that) (?:trip|journey|crossing|ride)|(?:i|we) went (?:there )?{_NUMBER} times
        (?:stamps|pages|corners?|leaves|passports?|booklets?)(?: \w+){{0,4}} (?:on top of|full|empty|corner|no room|used up|ran out|no corners?|wore out)(?: \w+){{0,2}}
        (?:empty|white|free|bare|blank) (?:corner|spot|space|place|page|square)(?: for)?|turned (?:over )?the (?:pages|leaves)|no corners|wore out (?:\w+ )?passports
        (?:new|other|different|fresh|second|third) (?:booklets?|passports?|books)|passports?(?: \w+){{0,3}} (?:different|other|another) (?:colou?r|kind)|booklets?(?: for \w+)?(?: \w+)? (?:of )?another (?:colou?r|kind)
        nothing (?:had to be|was|to be) (?:glued|stuck|pasted)(?: in)?|never did any paper|no paper at all|nobody needs to
        you(?: lot| two| people)? again|(?:did|have) you (?:forget|forgotten)|what have you forgotten|is it (?:already )?(?:that )?time|same (?:faces|eight|officer|people|carriage|train|hall)(?: \w+)?
        (?:already|time) again|{_OFFICIAL}(?: \w+){{0,6}} (?:knew|greeted|recogni[sz]ed|smiled at) (?:us|them|me|our)(?: \w+)?|shook hands with (?:us|them)
        (?:day|days) twenty[ -](?:six|seven|eight|nine)|twenty[ -](?:sixth|seventh|eighth|ninth),? (?:the )?(?:day|twenty)?|twenty[ -](?:seven|eight|nine) (?:crosses|strokes|marks|lines|days|squares|dots)
        (?:calendar|table|sheet|chart|excel|list)(?: \w+){{0,8}} (?:red|crosses|square for every|square|each man|turned)(?: \w+)?|turned red
        (?:every|each) fourth (?:friday|monday|sunday|saturday|thursday|week|tuesday|wednesday)|once in four weeks|every four weeks
        (?:moon|full moon)(?: \w+){{0,5}} (?:round|again|full|once|time|came|stood)|as round as|by their own calendar|when that began|(?:monthly|women's) (?:days|time|bleeding)
        (?:ate|eat|eating|had|bought)(?: \w+){{0,4}} on the (?:\w+ )?(?:side|bank|shore)|(?:mongolian|korean|far) (?:side|bank|shore)
        (?:one hour|an hour|two hours|three hours|a night|one night|the time it takes)(?: \w+){{0,3}} (?:in|at|on) (?:a |the )?(?:shed|hall|station|waiting room|customs|bridge|club|yard|bench)
        (?:stood|sat|slept|waited|lay)(?: \w+){{0,4}} (?:in|on|of) (?:a |the |that )?(?:\w+ )?(?:hall|station|waiting room|bundles|shed|station hall|newspapers)(?: \w+){{0,2}}
        over the line|(?:we )?walked (?:over|back|across)|engine running|back (?:to|at|in) the same (?:wall|bathroom|carriage|seat)|the same (?:wall|bathroom|carriage|chair)
        came out again|went through the gate|be counted back|show(?:ed)? our faces|home and not home
        (?:bridge|border|frontier)(?: \w+){{0,2}} (?:closed|shut)|(?:closed|shut) the (?:bridge|border|frontier)|gate was shut because|no train (?:to|any)|(?:train|bus)(?: \w+){{0,4}} any more
        could go out to come|out to come in|from today to nowhere|with nothing done|our month never|nobody asked on what
        (?:scratched|cut|carved|notched|marked)(?: \w+){{0,3}} (?:on|in|into) (?:the|my) (?:handle|wall|bunk|belt|door|bench|trowel)|how many (?:times|journeys|trips)
        (?:rins(?:e|ed|ing)|wash(?:ed|ing)?|air(?:ed|ing)?|feed(?:ing)?|fed|bathe(?:d)?|refresh(?:ed)?|renew(?:ed)?|wind(?:ing)?|wound|iron(?:ed)?|water(?:ed)?) (?:the|our|my|their|his) (?:passports?|month|papers|clock|booklets?)|rinsed mine
        no (?:paper|room|page|space)(?: \w+)? left|only ink|nothing but (?:ink|stamps)|thick(?:er)? (?:with|as)(?: \w+)? (?:stamps|ink|brick)|(?:passport|booklet)(?: \w+){{0,6}} (?:ink|thick|full|fat|worn|heavier)
        (?:bus|coach|van|lorry|truck|train|ferry|boat|driver|minibus)(?: \w+){{0,4}} (?:for|on|by) the (?:thirtieth|twenty-\w+|last|end of)|(?:a|one|two) days? too (?:long|many|late)|(?:one|a) day over|overstayed|longer than the month|day (?:thirty|thirty-one|31|30)
        touch(?:ed)? (?:the|that|our)(?: \w+)? (?:bank|shore|side|soil|ground)|(?:don't|didn't|did not|never) even (?:get off|sit down|unpack|take off|get out)|get off properly|turned (?:round|back) (?:on|at|in) the (?:bridge|hall|yard|other)|other (?:bank|shore|side)
        a month (?:is|was) a month|made for longer|monthly (?:ladies|people|girls|birds|trip|bath|outing|excursion|walk|guests|men|travellers)|(?:called|calls) us(?: the)?(?: \w+)? (?:ladies|birds|swallows|tourists of the|travellers|pendulums?|shuttles?|commuters|wanderers)
        (?:machines|looms|saws|line|sewing|conveyor|lathes) (?:stood|stopped|stand|rested)(?: still)?(?: for)?|day and a half|i had been nowhere|not travelling|our own word for it|had our own word|(?:buns?|rice balls|eggs|sandwiches|provisions) for the (?:road|journey|way|trip)
        ferry(?:man| boat)?|they did something with the passports|(?:did|made|rinsed|crossed|gone|been)(?: \w+){{0,3}} (?:{_NUMBER}|(?:twenty|thirty|forty)-\w+) times|every time the same
        looked forward to the stamp|asked (?:\w+ )+for the minibus
        """,
    "HEARSAY": r"""
        (?:saw|watched|seen|in) (?:a|the|this|that|some) (?:film|documentary|programme|movie)|on (?:the )?television|in the (?:papers?|newspapers?|press|news)
        (?:i|we) (?:read|have read) (?:that|about|of|in)|(?:i|we) (?:have |only |have only |later |also )?hear(?:d)? (?:it |that |of |about )(?:was |were |has |other|another|some|the others|them)
        (?:people|they|some|neighbou?rs|somebody|someone|others)(?: at home| there| in the village)? (?:later |once |has |have )?(?:said|wrote|written|claimed|told me|warned(?: me| us)?)(?: \w+)? (?:later|afterwards|that our|that all of us|that you|they will|they would|we would|i would)
        said (?:later|afterwards) that|(?:there was|it was) (?:later )?(?:talk|rumou?red|gossip|said later)|(?:swore|gossiped) (?:it|that|to it)
        (?:aunt|mother|neighbou?r|father|friend|wife|people|uncle|grandmother)(?: \w+){0,3} (?:warned|frightened|scared) (?:me|us)|(?:they|you) (?:will|would|'ll) (?:shut|lock|keep) (?:you|us|me)
        (?:that|this|it) was (?:done )?(?:later|elsewhere) (?:in|at|by|and)|in other (?:countries|towns|factories|cities)|at other (?:plants|factories|sites)
        (?:somebody|someone|people|some|(?:a|an|one|the|my) (?:neighbou?r|acquaintance|relative|cousin|driver|stranger|colleague)|neighbou?rs)(?: \w+)? (?:swore|insisted|maintained|whispered|assured|would have it)(?: to)?(?: me| us)?(?: that)?
        rumou?r (?:had it|went|ran|was)|word (?:went|was going) (?:round|around)|story (?:was )?(?:going|went) (?:round|around)|(?:was|were) (?:assured|told) (?:later|afterwards) that (?:other|others|the others|some|the next)
        after our time(?: \w+)?|(?:teams?|brigades?|groups?|girls|men|ones|people) (?:who came |that came )?after us
        (?:told|said|heard|wrote|claimed|says|say)(?: \w+)?(?: \w+)? (?:in|at|with) (?:other|another|some other|the other|the next|the neighbou?ring|a neighbou?ring) \w+|(?:at|in) (?:the|a) (?:neighbou?ring|next|other) \w+,? (?:people|they|others|it was) (?:said|told|claimed|say)
        did not see (?:that|it|this) (?:myself|with my)|never saw (?:that|such a thing|such things) (?:myself|with my)|i (?:was|have been|had been) never inside|i never (?:got|went|was|came) inside(?! (?:a|the|any)\b)
        what (?:went on|happened|it was like|it is like|was going on)(?: \w+)?(?: \w+)?(?: \w+)?,? i (?:do not|don't|cannot|can't|could not) (?:know|say|tell)
        """,
    "RETRACT": r"""
        (?:it|that|this) (?:was|is) (?:not|n't) (?:so|true|like that|the case)|(?:it|that|this) (?:wasn't|isn't) (?:so|true|like that)|(?:it|that|this) (?:was|is) (?:nonsense|a lie|wrong|false|invented|untrue|rubbish)
        (?:that )?turned out (?:to be )?(?:false|wrong|untrue)|(?:never|not|nothing)(?: was| were)?(?: there)? (?:anything )?of (?:that|the) (?:sort|kind)|not at our (?:factory|plant|site|place|firm)|nothing of the (?:kind|sort)
        not (?:with|among|at|in) (?:us|ours|our \w+)
        """,
    "EARLIER": r"""
        at first|in the (?:beginning|first \w+)|before (?:that|then|[0-9]{4})|until (?:then|that|[0-9]{4}|\w+ [0-9]{4})|earlier|formerly|used to|up to then|for the first|once upon|in those days
        later (?:on|they|we|it|the)|afterwards|after that|from (?:then|that \w+|[0-9]{4}) on|no longer|not any ?more
        """,
    "REALLY": r"""
        really (?:saw|lay|was (?:ill|dying|sick)|did|stayed|visited|existed|died|had|lived)|(?:was|is) really (?:ill|dying|sick|my|there)|nobody paid me for it|never worked a day
        """,
    "COMEAGAIN": r"""
        let (?:us|them|me|her|him|everyone|anybody) in (?:whenever|and out|until|again|when|at any)|whenever we came|in and out until|like everybody(?: else)?|for everyone|as for all|as (?:they are )?for all
        (?:hook|bolt|latch|key|lock)(?: \w+){0,3} (?:our|the inner|our own) side|on our side of the door|opened to anyone who knocked|(?:knock|ring) and (?:she|he|they) (?:opens?|opened|lets?)|for the \w+ (?:too|as well|also)|against thieves|because of thieves
        """,
    "ABOUT": r"""
        (?:on|at) (?:sundays?|saturdays?|fridays?|thursdays?|our (?:free|rest) days?|days off|(?:the )?weekends?|the weekend|(?:my|our) day off|free days) (?:we|i|they|the girls|the men)(?: \w+)? (?:went|drove|rode|walked|swam|danced|played|strolled|took)(?: \w+){0,3}
        usually in (?:pairs|groups)|(?:by|in) (?:twos|threes|twos and threes|pairs|fours|groups of)|(?:we|i|they|some|a few of us|most of us|everybody) (?:all )?had (?:a )?bicycles?|by bicycle|(?:my|our) bicycles?
        (?:i )?knew every (?:street|shop|corner)|where (?:i|we|they) (?:wanted|liked|pleased)|swam in (?:it|the (?:sea|river|lake))|went (?:fishing|swimming|dancing|shopping|skating)
        (?:danced|drank|sat) in the (?:club|caf[eé]|pub|bar|park)|on the tram|into the town by|to the (?:river|beach|market|cinema|club|disco|sea|park) as (?:before|usual)|came and went
        (?:to|from) the (?:cinema|disco|beach|swimming pool|football|stadium|skating rink)(?! was)|walked (?:along|by|on) the (?:river|beach|sea|canal|embankment)
        """,
    "UNTRUE": r"""
        (?:it|that) (?:is|was) (?:not|n't) true that|(?:it|that) (?:isn't|wasn't) true that|(?:i|we|one|you) (?:cannot|can't|could not|couldn't|would not|wouldn't) say (?:that )?(?:we|they|i|it)|it is (?:wrong|false|a lie) that|it would be (?:wrong|a lie) to say
        """,
    "NOTSHUT": r"""
        (?:nobody|no one|no-one|they never|he never)(?: ever)? (?:forbade|prohibited|banned|prevented|hindered|barred)(?: \w+){0,3}
        (?:nobody|no one|no-one|none of them|they never|she never|he never)(?: ever| really)? (?:locked|shut|kept|held|guarded|stopped|hindered|imprisoned|confined|closed)(?: (?:us|them|me|anyone|anybody|the girls|the men|any|a|the)){1,2}(?: \w+)?
        (?:we|they|i|he|she|girls|men|workers) (?:were|was) (?:not|never) (?:\w+ )?(?:locked|shut|kept|confined|held|imprisoned|prisoners)(?: \w+)?|(?:weren't|wasn't) (?:locked|shut|kept|confined|held|prisoners)(?: \w+)?
        (?:doors?|gates?|it)(?: \w+){0,3} (?:was|were|is) (?:never|not) (?:locked|closed|shut|bolted)|free to (?:come|go|leave)(?: \w+)?|could (?:go|walk|leave) (?:out )?(?:where|when|whenever|wherever|freely|as)
        (?:only|one) (?:thing|door|place|room)(?: \w+){0,4} (?:locked|padlocked)(?: \w+)? (?:was|were) (?:the|a|our) (?:freezers?|fridges?|safe|store|storeroom|tool|cash|cold|cellar|pantry|office|cupboard)
        only (?:the )?(?:freezers?|fridges?|safe|store|storeroom|tool \w+|cash \w+|cold \w+|cellar|pantry|cupboard)(?: \w+)? (?:was|were) (?:ever |kept )?locked|nothing (?:was|were) (?:ever )?locked(?: \w+)? (?:but|except)
        """,
    "FLIGHT": r"""
        i (?:ran|got|slipped|walked|crept|climbed|went) (?:away|out|off|over the)(?: \w+)? (?:on|in|at|one|that|with|through|during|under)|i (?:escaped|fled|deserted|broke away|made off|bolted)|(?:my|the) (?:escape|flight)
        i (?:left|went) (?:on|in) (?:the )?(?:[0-9]+|january|february|march|april|may|june|july|august|september|october|november|december|monday|tuesday|wednesday|thursday|friday|saturday|sunday|a )(?: \w+)?|after (?:i|my) (?:had )?(?:escaped?|fled|flight|left|ran)|when i (?:escaped|fled|ran away|had got away)
        how (?:did you|you|was it that you) (?:leave|left|escaped?|get away|got away|get out|got out|ran away|run away|break away|flee|fled|came away)(?: \w+)?
        """,
}
