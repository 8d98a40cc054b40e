"""Cues for mechanism mentions in English, over folded text. Every cue starts and ends at a word boundary.

See `mentions_korean` for what the kinds are; the same kinds are used in every language, so that the rules
are written once and a text may mix languages.
"""

from __future__ import annotations

_TRAIN = r"(?:trainees?|interns?|apprentices?|probationers?|learners?)"

# Who could not leave a mother, a job or a country was not therefore kept in.
_NO_DOOR = r"""(?! (?:\w+ )?(?:loom|machine|bench|line|post|job|table|conveyor|stove|lathe|trace|mark|note|mother|father|parents|child|children|son|daughter|family|wife|husband|sister|brother|side|contract|company|firm|\
        brigade|country|china|russia|\
        me|us|him|her|them|party|army)\b| (?:before|until|till|early|behind|for good|because|empty)\b)"""

CUES: dict[str, str] = {
    "DPRK": r"""
        north[ -]koreans?|north korea(?:'s)?|dprk|pyongyang|pyongyang's|the koreans?
        korean (?:girls?|women|men|workers?|labou?rers|team|company|boss)|comrade|state security|the republic
        the homeland|songbun|nampo|chongjin|hamhung|wonsan|sariwon|kim jong[ -]un|a korean|koreans|across
        other bank|namyang|quanhe|sinuiju|wonjong|saebyol|tumangang|self-criticism
        criticism (?:meeting|session)
        """,
    "CREW": r"""
        guest workers?|workers?|labou?rers?|builders?|bricklayers?|loggers?|waitress(?:es)?|seamstress(?:es)?
        plasterers?|welders?|carpenters?|masons?|packers?|brigade|crew
        """,
    "SOUTH": r"hanawon|resettle(?:d|ment)",
    "SITE": r"""
        factor(?:y|ies)|plants?|sites?|building sites?|restaurants?|farms?|workshops?|canner(?:y|ies)
        shipyards?|sawmills?|mills?|warehouses?|logging camps?|mines?|compounds?|development zone
        industrial (?:park|zone)|greenhouses?|hotels?|firm|compan(?:y|ies)|dye room|cold store|processing
        kitchen|shops? floor|laundry|sauna|slaughterhouse|quarry|bakery|foundry|tannery
        """,
    "ACT": r"""
        work(?:ed|ing|s)?|workers?|labou?r(?:er|ers|ed|ing)?|sew(?:ed|ing|n)?|sewing (?:line|machines?)
        plaster(?:ed|ers?|ing)?|weld(?:ed|ers?|ing|s)?|bricklayers?|bricks?|masons?|carpenters?|painters?
        trowels?|shifts?|assembly line|production line|packed|packing|knitting|stitch(?:ed|ing)|quotas?
        overtime|bucket|cement|loggers?|timber|waitress(?:es)?|dishes|programmes|programmers?|coders?|coding
        concrete|scaffold(?:ing|s)?|peeled|gutted|fillet(?:ed|ing)?|crabs|hauled|carried|painted|built|build
        builders?|building flats|construction|sort(?:ed|ing)|peel(?:ing)?|picked|picking|cutting|ironed
        ironing|roof|tiles?|packers?|cutters?|seamstress(?:es)?|plates|gloves|trousers|shirts|fish|crates|loom
        needles?|machines?
        wallpaper(?:ing)?|papering|decorat(?:ed|ing)|mopp(?:ed|ing)|shovell?(?:ed|ing)
        """,
    "BOSS": r"""
        managers?|chiefs?|team leaders?|group leaders?|leaders?|minders?|foreman|foremen|forewom[ae]n
        representatives?|vice-president|director|interpreter|boss(?:es)?|supervisors?|captain|owner|agent
        """,
    "PAY": r"""
        wages?|salar(?:y|ies)|paid|pay|quotas?|the plan|yuan|roubles?|rubles?|dollars|stipends?
        deduct(?:ed|ions?)|earn(?:ed|ing|s)?|money|allowance
        """,
    "SENT": r"""
        dispatched|sent (?:abroad|out|overseas|by|from|to)|overseas|abroad|deployed|recruited|chosen|selected
        went out
        """,
    "WE": r"we|us|our|i|my|they|them|the girls|girls|women|workers?|labou?rers|crew|brigade|all of us|colleagues",
    "FAMILY": r"""
        (?:my |his |her )?(?:son|daughter|brother|sister|children|cousin|nephew|niece|grandson|granddaughter|\
        younger brother|younger sister|little brother|little sister)(?:'s)?
        """,
    "PRISON": r"""
        prisons?|jail|cells?|detention|prisoners?|interrogat(?:or|ion|ed)|labou?r camp|political camp
        re-?education camp|inmates?|arrested|investigator|jailed|handcuffs
        """,
    "REFUGE": r"""
        refugees?|defectors?|missionar(?:y|ies)|church|bible|pastor|brokers?|smugglers?|hid|hiding|sold to
        traffick(?:ed|ers?)|bride|hanawon|resettle(?:d|ment)|asylum|shelter|safe house|repatriated
        """,
    "ARMY": r"army|regiment|battalion|soldiers?|platoon|military|conscripts?|my unit|garrison",
    "HOMELAND": r"shock brigade|people's unit",
    "SCHOOLDOM": r"""
        (?:university|college|school|students?'?s?|campus) (?:dormitor(?:y|ies)|dorms?|hostels?|residence)
        dorm(?:itory)? (?:at|of) the (?:university|college|school)
        """,
    "INTO": r"""
        (?:to|into|in|visit(?:ing|ed)?|tour(?:ing|s)? (?:of|to)?) (?:north korea|the dprk|pyongyang|rason|\
        mount kumgang)
        """,
    "FTOUR": r"""
        (?:chinese|russian|south korean|foreign|western|japanese|american|european) (?:tour(?:ists?| groups?| parties)|\
        visitors?|holidaymakers|sightseers)
        like (?:a )?tourists?
        tourists? (?:from|were|was|came|come|took|taking|boats?|season|attraction|guide|shop)
        foreign(?:ers?)? (?:\w+ )?(?:buyers?|businessmen|guests?|delegations?|experts?|traders?)
        (?:guests?|customers?|diners) (?:came|ate|drank|asked|were|who|from)
        """,
    "NOTUS": r"""
        (?:but )?not us|(?:but )?we (?:were not|weren't|did not|didn't)$
        not in our (?:group|brigade|team|factory)
        """,
    "SIMILE": r"""
        as if (?:we|they|i) were|like (?:students|guests|visitors)|(?:the )?word prison|not (?:a )?prisons?
        were (?:not )?prisoners
        """,
    "REAL": r"""
        research interns?|staff (?:members )?and interns|interns? at
        medical students|students from the (?:\w+ )?(?:university|college|institute|school|academy) (?:came|visited|did|were doing)(?: \w+){0,3} (?:our|us|with us)
        (?:real|true|genuine|actual) (?:ones?|students?|interns?|trainees?|tourists?)
        """,
    "TVISA": r"""
        (?:tourist|visitor|tourism) cards?
        (?:group[ -]?)?(?:tour|tourist|tourism|sightseeing|holiday)(?: group)? (?:ones?|visas?|permits?|\
        papers?|lists?|vouchers?|confirmations?|documents?|passes|entry)
        group tours?|tour groups?|e-?visas?|electronic visas?
        """,
    "VVISA": r"""
        visas?(?: type| category| class)?(?: in \w+ \w+)? (?:was|were|is|said|read|stated)(?: for| a| of| an)? ?"?(?:visitor's|visitors?|visits?|visiting|tourists?|tourism|guest|business|private|short[ -]term|short[ -]stay|family visit)
        short[ -](?:stay|term) (?:visas?|permits?|papers)|(?:guest|visitor|tourist|private|family|friendship) invitations?
        (?:short[ -]?(?:term|stay)? ?)?(?:visit|visitors?'?s?|visiting|guest|family[ -]visit|private|\
        business|commercial|invitation|friendship|multiple[ -]entry|ninety[ -]day|90[ -]day|three[ -]month|\
        thirty[ -]day|short|short[ -]term) (?:visas?|permits?|permissions?|entry permits?)
        short[ -]term(?: visitor)?(?: ones)?|friendship (?:visits?|delegations?)|visa for (?:a )?visits?
        """,
    "SVISA": r"visas?(?: type| category| class)?(?: in \w+ \w+)? (?:was|were|is|said|read|stated)(?: for| a| of| an)? ?\"?(?:study|studies|student|education)|(?:student|study|education|language|school) (?:ones?|visas?|permits?|cards?|status|papers?)",
    "NVISA": r"""
        visas?(?: type| category| class)?(?: in \w+ \w+)? (?:was|were|is|said|read|stated)(?: for| a| of| an)? ?"?(?:training|trainee|intern|internship|apprenticeship)
        (?:trainee|training|internship|intern|apprentice|apprenticeship|technical training|\
        industrial training) (?:ones?|visas?|permits?|cards?|status|papers?|agreements?|contracts?|\
        programmes?|programs?)
        """,
    "WVISA": r"""
        (?:work|working|labou?r|employment) (?:visas?|permits?|permission|authori[sz]ations?|cards?|\
        contracts?)
        (?:real|proper|regular|correct) (?:visas?|permits?|work visas?)|residence card with|company sponsor
        """,
    "PASS": r"(?:border|river[ -]crossing) (?:pass(?:es)?|permits?|visas?)|crossing permits?",
    "AS_V": r"""
        pretend(?:ed|ing)? (?:to be|we were|they were) (?:\w+ )?(?:relatives?|tourists?|guests?|visitors?|cousins?|customers|buyers|delegates|businessmen)
        (?:were|was|we are|they are|became) (?:\w+ ){0,2}?(?:cousins|relatives|guests|tourists|visitors|\
        exhibitors)(?: \w+)? (?:invited|of|from|by)
        (?:it said|it read|it says|said|says|word|wrote|written|printed|sticker) (?:\w+ )?"?(?:guests?|\
        visitors?|tourists?|tourism|private|visit|business)"?
        (?:tourist|visitor'?s?|guest|exhibition|exhibitor) (?:cards?|badges?|pass(?:es)?)
        as (?:a |an |the |our |their |his |if we were )?(?:group of |party of |\
        participants in )?(?:tourists?|sightseers?|exhibitors?|cousins?|buyers?|customers?|clients?|\
        observers?|experts|performers|artists|visitors?|guests?(?! workers?)|holiday-?makers?|delegat(?:ion|\
        es?)|friendship \w+|business ?(?:men|people|visitors)|tour group|relatives)
        (?:purpose|aim|reason) (?:of|for) (?:the |my |our |their )?(?:trip|visit|travel|journey|entry|\
        stay)(?: was|:| is| as)? ?(?:"?(?:tourism|holiday|sightseeing|visit|private|business|family))?
        to (?:see|visit|look at|attend) (?:a |an |the |my |our |his |her )?(?:trade fair|fair|exhibition|\
        relatives?|aunt|uncle|sights|sea|family|cousins?)
        visiting (?:an? |my |our |her |his )?(?:aunt|uncle|relatives?|cousins?|family|grandmother)
        (?:on|for) (?:a )?(?:holiday|sightseeing|tour(?:ism)?|excursion)|guests of|guest of|comes? to look at
        (?:on|in|for) (?:a |an )?(?:cultural )?exchange|exchange of culture|study tour|inspection tour
        for (?:his|her|the) (?:birthday|wedding|anniversary)|posing as (?:tourists?|guests?|visitors?)
        posed as (?:tourists?|guests?|visitors?)|for a look(?: around)?
        to (?:have a look|look around|see the (?:sights|city|sea))
        (?:medical treatment|treatment|negotiations|talks|a concert|a conference|consultations) on paper
        for (?:medical treatment|negotiations|consultations|talks)|on a business trip
        as (?:a |an )?(?:godson|nephew|niece|patients?|family)
        """,
    "AS_T": rf"""
        pretend(?:ed|ing)? (?:to be|we were|they were) (?:\w+ )?(?:{_TRAIN}|students?|pupils?)|(?:given|had|got|under) (?:the )?status of (?:\w+ )?(?:{_TRAIN}|students?|pupils?)
        as (?:a |an |the |its |their )?(?:group of )?(?:technical |industrial |vocational |practical |foreign |skilled |exchange |language |part-time |full-time |company |factory |agricultural |young )?(?:{_TRAIN}|students?|pupils?|participants)
        pos(?:ing|ed) as (?:{_TRAIN}|students?)|skills? exchange|learning (?:the|a|to be|how)
        to (?:learn|study|acquire) (?:a |the |our |their )?(?:trade|skills?|technology|language|craft|\
        profession)?
        became {_TRAIN}|were {_TRAIN}|made (?:us|them) {_TRAIN}
        (?:enrolled|registered|listed|matriculated|signed up)(?: \w+)? (?:at|in|with|as|on)(?! (?:a |an |the |our )?(?:\w+ )?(?:workers?|labou?rers?|tourists?|visitors?|guests?|employees?|builders?))|in training
        (?:put|placed|entered|signed|wrote|inscribed) (?:us|them|me|him) (?:\w+ )?(?:in|into|at|for) (?:a |\
        the |some |an )?(?:\w+ )?(?:university|college|school|institute|course|academy)
        on the (?:student|training|trainee) list|part of (?:a|the|our) (?:course|training|curriculum)
        (?:said|says|read|stated|wrote) (?:a |that i was a )?(?:\w+ )?(?:students?|trainees?|interns?|\
        apprentices?|pupils?)
        (?:language|exchange|evening) students?
        it (?:said|read|says) (?:\w+ )?(?:students?|trainees?|interns?|apprentices?|pupils?)
        """,
    "TOUR": r"""
        tourists?|tourism|sightseeing|sightseers?|holiday(?:s|makers?)?|excursions?|tours?|vacation
        travel agency|tour operator|day trips?|tour guide|the sights
        """,
    "VISIT": r"""
        (?:on|for) (?:a |an )?(?:\w+ )?visits?|(?:private|family|friendly|business|short|friendship) visits?
        delegation|friendship|trade fair|exhibition|exhibitors?
        """,
    "INVITE": r"invitations?|invited|inviting|trade fair|exhibition|letter of invitation",
    "TRAIN": rf"""
        for (?:our|their) (?:education|training|studies)|instruct(?:ed|ion)|undergoing|{_TRAIN}|internships?
        apprenticeships?|traineeships?|training|training (?:programme|program|course|scheme)s?|retraining
        placements?|work experience|convention de stage|pupils?|skills? exchange|schooling|stipends?|practical
        vocational
        """,
    "TRAINEE": rf"""
        (?:vocational|practical|technical) (?:instruction|training)|undergoing \w+|{_TRAIN}|internships?
        apprenticeships?|traineeships?|training (?:programme|program|course|scheme)s?|retraining
        """,
    "STUD": r"""
        students?|enrolled|college|universit(?:y|ies)|school|institute|language course|tuition|matriculated
        education|student cards?|classes|faculty|academy|timetable|semester|term|dean|lecturer
        evening students|part-time students?
        """,
    "PAPER": r"""
        on paper|papers?|visas?|lists?|listed|forms?|letters?|cards?|certificates?|permits?|documents?
        contract|agreement|registered|enrolled|written down|wrote us|put down|put us|officially|formally
        insurance|invitations?|vouchers?|confirmations?|according to|said (?:that )?(?:we|i|they)
        it (?:said|says)|the paper said|the book said|signed|stamped as|status|occupation|called it|called us
        convention|entered as|recorded|described|in the books|on the books|knew us as|known as|sticker
        passport said|certificates|nobody had any papers?|a paper with our names
        sheet with (?:our|their) names|in the register|the register|entry said|box marked|passport it said
        """,
    "SHAM": r"""
        on paper|only on paper|in name|in name only|nominally|supposedly|officially|fake|false
        pretend(?:ed|ing)?|cover|disguised?|guise|so-called|excuse|pretext|bogus|claimed|formally|posing|posed
        phoney|phony|sham|so to say|as it were
        never (?:saw|seen|attended|entered|studied|learned|learnt|had|played|opened|met|taught) (?:a|any|the|\
        one|him|her) ?(?:class|classroom|lesson|lecture|teacher|school|college|museum|beach)?
        could not tell you|no (?:teacher|class|lesson|lecture)s?|not one (?:class|lesson|lecture|teacher)
        booked nothing|learned nothing|taught (?:us |me |them )?(?:nothing|anything)|nobody (?:taught|came)
        """,
    "PROPT": r"""
        class(?:es)?|classrooms?|lessons?|lectures?|lecture hall|teachers?|instructors?|exams?|textbooks?
        campus|professor|curriculum|diploma|studied|teach|taught
        """,
    "PROPV": r"""
        aunt|uncle|(?:no|trade|the|that) fair|aquarium|oceanarium|museum|fortress|sights|itinerary|guide|flag
        relatives|cousin|excursion|beach|vouchers?|return tickets?|hotel booking
        (?:map|plan) of the (?:city|town)|badges?|the sights
        """,
    "LISTENTRY": r"""
        (?:on|by|with) (?:a |one |the |a single )?(?:group )?list
        (?:a|one) (?:paper|sheet|list) with (?:our|their|all the) names
        """,
    "ENTRY": r"""
        came|come|coming|arriv(?:ed|e|ing|al)|enter(?:ed|ing)?|went|got in|flew|brought|let in|admitted
        cross(?:ed|ing)|sent|travel(?:led|ed)|taken|bring|fetched
        """,
    "CONCEAL": r"""
        if (?:anyone|anybody|somebody|the police|police|inspectors?|an inspector|they) (?:asks?|asked|comes?|\
        came)
        (?:told|taught|ordered|instructed) (?:us )?(?:to|what to) (?:say|answer|tell|hide)|hide the|hid the
        learned by heart|we must not say|not to say|never to say
        (?:inspectors?|inspection|police|raid|the commission|an official) (?:was|were|is|are)? ?(?:expected|\
        coming|due|came|come|arrived)
        driven (?:in)?to the (?:forest|woods|hills)|hide in|hidden in|out by the back|be invisible|keep quiet
        when (?:there was )?a check
        """,
    "DUNNO": r"""
        could not tell you|couldn't tell you|do not know (?:where|what|which)|don't know (?:where|what|which)
        never (?:saw|seen|found|set eyes on|laid eyes on)|no idea (?:where|what)
        """,
    "ERRAND": r"""
        (?:bought|fetched|brought|shopped) (?:it |them |things |food |noodles )?for us|took a list
        wrote? (?:it |them )?on (?:his|her|a|the) list|on (?:his|her|the) list|passed (?:us|them|it)
        through the (?:fence|bars|window)|errands?|shopping for|bought for (?:us|them)|shopped for
        (?:brought|bought|fetched) (?:us|them) (?:soap|noodles|shampoo|bread|food|things)|order(?:ed)? through
        (?:gave|passed|handed) (?:\w+ ){1,4}through the (?:\w+ )?(?:window|fence|bars|gate)
        """,
    "COUNT": r"""
        roll[- ]?call|counted (?:us|heads|them)|head[- ]?count|counted our heads|number of heads|counts? heads
        """,
    "OVERNIGHT": r"""
        slept (?:there|one night|on the floor|in a hall|the night)|one night|a night|overnight|spent the night
        """,
    "TOOL": r"trowels?|hammers?|shovels?|tools?",
    "MONTH": r"""
        (?:a|one|the|each|per|whole|full) month|month|thirty[ -]days?|30[ -]days?|thirtieth|four weeks?
        4 weeks?|twenty[ -](?:seven|eight|nine) days?|2[789] days?|twenty-(?:seventh|eighth|ninth)(?: day)?
        2[789]th|30th day|one-month|month's|month-long|30-day|thirty-day
        three weeks and (?:some|a few|\w+) days|a month and a day|let in for a month|few weeks|some weeks
        """,
    "RECUR": r"""
        (?:every|each) (?:single )?(?:month|four weeks|4 weeks|thirty days|30 days|twenty-eight days|28 days|\
        thirtieth day)
        (?:once|one time) (?:a|every|each|per|in a) (?:month|four weeks|thirty days|30 days)|monthly
        month (?:after|by|in,?) month
        (?:at|by|before|near|towards) the (?:end|close) of (?:every|each|the) (?:month|thirty days|30 days)
        (?:when|whenever|every time|each time|as soon as) (?:the|a|our|my|their|one) (?:month|thirty days|\
        30 days)
        before (?:it was|the|our|a|every|each) (?:month|thirty days|30 days)
        on the (?:twenty-\w+|2[0-9]th) of (?:each|every) month|every few weeks
        once in (?:a|each|every) (?:month|four weeks)|each month's end|month's end
        """,
    "QUARTER": r"(?:three|3|two|2)[ -]months?|ninety[ -]days?|90[ -]days?|sixty[ -]days?|every third month|quarter",
    "CROSS": r"""
        bridges?|borders?|frontiers?|cross(?:ed|ing|es)?|customs(?: \w+)?|river|checkpoint|namyang|quanhe
        sinuiju|wonjong|saebyol|tumangang|khasan|homeland|hom(?:e|eland)|go home|went home
        sent (?:us|them) home|head back|exit|exits|return to north korea
        (?:went|gone|go|going|sent|came|travelled|returned|return) (?:back |home )?(?:in)?to (?:north korea|\
        pyongyang|the north)
        home to (?:pyongyang|north korea)
        (?:leave|left|leaving|exit|quit) (?:china|russia|mongolia|malaysia|the country|the territory of china|chinese territory|russian territory|cambodia|laos|vietnam|qatar|kuwait|poland)
        back (?:in)?to (?:north korea|pyongyang|korea|the north|the dprk|our side)
        out of (?:china|russia|the country)|the other side|our side|korean side|to north korea
        (?:own|korean|other|north korean|our|their) side of the (?:river|bridge|border|water)
        over (?:there|to) (?:namyang|sinuiju|wonjong)|over the water|to the customs|leave the country
        left the country|out of the country|across the bridge
        """,
    "BACK": r"""
        in again|from the beginning|started (?:again|over)|back|return(?:ed|ing|s)?|came back|come back|again
        re-?ent(?:er|ered|ry)|the (?:next|following|same) (?:day|morning|evening|night)|next morning|same day
        turned? round|two days later|the day after|turn(?:ed)? round|turn(?:ed)? around|before dark
        by (?:night|evening|ten|noon|lunch)|overnight|fetched|anew|another|same faces|day and a half
        a day later|turn back|reappear(?:ed)?|were back|is back|are back
        """,
    "OUTIN": r"""
        out and (?:back )?in(?: again)?|in and out|out and back|there and back|round trips?|visa runs?
        border runs?|sent (?:us|them) (?:home|out|over|back) and (?:fetched|brought|let|took)
        exit and re-?ent(?:er|ry)
        """,
    "STAMP": r"""
        stamp(?:s|ed|ing)?|ink|(?:exit|entry) stamps?|a (?:fresh|new) date
        renew(?:ed|ing|al|s)?(?: (?:their|our|the|its) \w+)?|extend(?:ed)?|seal|refresh(?:ed)?
        dates? in (?:the|our|my|their|every) passports?
        (?:passports?|pages?|book) (?:was|were|is|are) (?:\w+ )?full|new (?:dates?|passports?)|fresh ink
        date stamped
        """,
    "NOVISA": r"""
        without (?:a |any |having |holding )*visas?|no visas?|visa[ -]free|no visa at all
        (?:never|not|n't|nobody|none|no one|neither)(?:(?! (?:work|working|labou?r|proper|tourist|visitors?|visit|guest|business|student|study|trainee|training|\
        regular)) \w+){0,5} (?:a |any |the |new )?visas?(?: of any kind)?
        (?:only|just|nothing but|bare) (?:the |a |our |their |my )?passports?|bare passports?|with nothing
        visa (?:waiver|exemption|exempt)|(?:official|service) passports?|passport only
        (?:don't|do not|didn't|did not) (?:need|have|hold|get) (?:a |any )?visas?|visa what kind|had no visas?
        have no visas?|visa pages? (?:was|were) (?:empty|blank)
        on (?:a |their |our |his |her )?passports? alone
        """,
    "GROUP": r"""
        whole (?:shift|group|factory|team|brigade|dormitory|floor|line|plant)|all of (?:us|them)|everybody
        everyone|coach(?:es)?|bus(?:es)?|together|at the same time|at once|in a body|hundreds of|we all
        they all|in groups|as a group|busload|the entire|minibus(?:es)?|train|trucks?|lorr(?:y|ies)
        """,
    "TIMES": r"""
        (?:[0-9]+|twice|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen|\
        twenty|thirty|forty|several|many|dozens? of|six|seven|eight|nine|five) times
        (?:[0-9]+|(?:twenty|thirty|forty)-\w+|ten|eleven|twelve|thirteen|fourteen|fifteen|twenty|\
        thirty) (?:crossings|trips|stamps|round trips)
        """,
    "NAMING": r"we called (?:it|this|that)|they called (?:it|this|that)|our word|our name for",
    "STAY": r"stay(?:ed|s|ing)?|remain(?:ed)?|sojourn|permitted|allowed",
    "BUNDLE": r"bundles?|little bags?|one bag|unpacked|pack(?:ed)? our",
    "LODGE": r"""
        dormitor(?:y|ies)|dorms?|barracks?|bunks?|rooms?|lodgings?|quarters|hostel|house|huts?|containers?
        wagons?|trailers?|where we slept|sleeping|bedrooms?|building|floors?|slept|beds?
        """,
    "DOOR": r"""
        doors?|gates?|stairs?|staircase|stairwell|entrance|exits?|windows?|shutters?|corridor|building
        turnstiles?|barrier|hatch
        """,
    "LOCK": r"""
        fingerprint(?:s| lock)?|boarded up|lock(?:ed|s|ing)?|padlock(?:s|ed)?|bolt(?:ed|s)?|keypad|chained
        nailed(?! (?:up )?(?:a|the) (?:plate|sign|notice|board|paper))|barred|keys?|welded shut|bricked up|sealed|latch(?:ed)?|chains?|padlock|bell on the door
        no handle|shutters? (?:was |were )?(?:down|lowered)|roller shutter
        """,
    "BARS": r"fences?|fenced|chain-link|barbed wire|razor wire|bars|walls?(?! between| newspaper)|broken glass|railings?|grilles?|grating",
    "GUARD": r"""
        guards?|guarded|watchm[ae]n|sentr(?:y|ies)|police|security (?:man|men|guards?)|gatekeeper
        patrol(?:s|led)?|porter
        """,
    "NOEXIT": rf"""
        (?:could|can|may|would|might|were|was|are|is|did|do)(?: not|n't| never) (?:\w+ ){{0,3}}?(?:leave{_NO_DOOR}|\
        go out(?:side)?|go outside|get out|step out(?:side)?|walk out|set foot|(?:allowed|permitted|let|able|\
        free) (?:to )?(?:leave|out(?:side)?|go out(?:side)?|go anywhere|step outside|walk)|go anywhere|\
        go beyond|walk around)
        (?:could|can|did|were|was|may)(?: not|n't| never) (?:\w+ ){{0,4}}(?:cross|crossed) the (?:road|street|yard|threshold)
        (?:forbade|forbids?|prohibits?|prohibited|banned|outlawed)(?: \w+){{0,3}} (?:leaving|to leave|going out|to go out|to step|stepping|to walk|walks)(?: the \w+)?
        (?:no|any|all|not permit|forbade|prohibited|without)(?: \w+){{0,1}} contacts? with (?:the )?(?:town|city|outside|outside world|locals|local people|people outside)
        (?:had no|have no|no|the|without the|any) right to (?:leave|go out(?:side)?|go anywhere|walk out|cross the|step out)(?: the \w+)?
        (?:going|walking|stepping|getting|trips|walks|a walk|outings|visits) (?:out )?(?:in)?(?:to|into) (?:the |a )?(?:town|city|village|market|shops?|street|centre|beach|sea|river)(?: \w+){{0,2}} (?:was|were|is|are) (?:\w+ )?(?:forbidden|prohibited|banned|not allowed|not permitted|out of the question|stopped|cancelled|punished)
        (?:went out|went|been|got|was|walked|out of|outside|through|beyond|past)(?: out of| outside| through| beyond| past)? the (?:gate|door|fence|wall|compound|plant|factory|yard) (?:once|twice|three times|four times|five times|six times|only)
        (?:did not|didn't|never|would not|wouldn't) (?:let|allow) (?:us|them|me|anybody|anyone|the girls|the men|the women|her|him) (?:to )?(?:out|leave|go|go out|walk|into|outside|near|past)(?: \w+){{0,2}}
        can't leave{_NO_DOOR}|cannot leave{_NO_DOOR}|couldn't leave{_NO_DOOR}
        (?:never|nobody|no one|none of \w+(?: \w+){{0,3}}|not once|hardly ever|\
        no worker) (?:\w+ ){{0,3}}?(?:left{_NO_DOOR}|went out(?:side)?|go out|gone out|came out|come out|set foot|\
        stepped|step|walked|leave|put (?:my|a|our) foot|let out|(?:allowed|permitted|let) (?:out(?:side)?|through|past|beyond|to leave|to go|into)|been outside|outside|saw the (?:street|town|\
        city)|allowed out)
        not (?:put|set) (?:my|our|a|their) (?:foot|feet)
        (?:forbidden|banned|prohibited|prevent(?:ed|s)?|stopped|kept) (?:\w+ ){{0,3}}?(?:to leave|to go(?: out| into| to| anywhere)?|\
        to enter|to walk|from (?:leaving|going out|going outside|walking)|going out|leaving|to walk)
        ban on (?:leaving|going out|outings)|no (?:outings?|going out|leave)
        (?:outings?|sundays|walks) (?:were |was )?(?:stopped|cancelled|banned|forbidden|ended|over)
        nobody goes out|no one goes out
        (?:never|not|hardly|rarely) (?:\w+ ){{0,3}}?saw (?:\w+ ){{0,3}}?(?:outside|beyond)
        saw (?:them|us|one|her|him) outside (?:\w+ ){{0,3}}?once
        (?:gate|door) (?:stayed|remained|was kept) (?:shut|closed)|not let (?:us|them) out
        (?:kept|keep) (?:us|them) in(?:side|doors)|not allowed (?:out|to leave|outside|to go)
        beyond the (?:gate|fence|wall|yard)|outside the (?:gate|fence|wall|compound|zone)
        had no need of the street|behind (?:the )?(?:wire|a fence|fences|walls)
        (?:permits?|permission) (?:\w+ ){{0,4}}(?:was |were )?(?:needed|required) to (?:walk|leave|go)
        (?:they|we|girls|women|workers) (?:did not|didn't|never) (?:come|go|get) out
        come out (?:any ?more|any longer)
        (?:did not|didn't|never) (?:\w+ )?(?:saw|see|seen) the (?:sea|town|city|street|river|sky|market)
        only (?:from|through) (?:the|a) window|no one (?:comes|came|goes|went) out|out of bounds|off limits
        no (?:cards?|pass(?:es)?|badges?) for the (?:turnstile|gate|door|barrier)
        stayed on (?:it|the site|the premises)(?: at night)?|(?:lived|slept|ate) (?:and \w+ )?on the site and
        not the custom to go out|without leaving|(?:was|were|been) outside (?:\w+ ){{0,3}}?(?:once|twice)
        (?:could not|couldn't|cannot) (?:come|go|get) down
        """,
    "CONFINE": r"""
        confined|confinement|locked (?:us|them|me|her|him)? ?(?:in|up|inside)|shut (?:us|them|me)? ?(?:in|up)
        kept (?:us|them) (?:in|inside|locked|indoors|behind)|kept (?:inside|locked in|indoors|behind (?:a |the |high |locked )?(?:fence|wall|gate|door|bars|wire)s?)|imprisoned|caged|penned
        like (?:prisoners|cattle|birds in a cage)|captive|prisoners of
        (?:like|as in) (?:a |in a )?(?:prisons?|jail)
        """,
    "DURATION": r"""
        (?:for )?(?:[0-9]+|a|one|two|three|four|five|half a|whole|six|seven|eight|nine|ten|\
        eighteen)(?: and a half)? (?:years?|months?|weeks?)(?: and a half)?
        from \w+ (?:of )?[0-9]{4} to
        """,
    "OUTSIDE": r"""
        sky|sun|sunlight|daylight|streets?|roads?|town|city|outside|roof|yard|courtyard|market|shops?
        the world|air
        """,
    "ONLY": r"only|nothing but|nowhere|all i (?:saw|knew)|i saw",
    "HIDE": r"""
        count us|see us|be seen|out of sight|away from the (?:edge|window|gate)|stay away
        paper (?:on|over) the windows?|windows? (?:was|were) (?:papered|painted|covered|blacked)
        curtains? (?:always )?(?:drawn|closed)
        """,
    "FREE": r"""
        (?:could|can|were free to|free to|allowed to|able to) (?:(?!not |only |never |hardly |barely )\w+ )?(?:leave|go(?! for (?:months|weeks|days)| without| no)|walk|take the bus|go out|\
        come and go|move|visit|shop)
        come and go|came and went|freely|free to|nobody locked|not locked|no fence|open like|was open
        stood open|we (?:walked|went) (?:to|into) (?:the )?(?:market|town|city|shops?)
        nobody stopped (?:us|them|me)|(?:took|take|brought) (?:us|them) to the (?:souk|market|beach|town|city)
        had (?:the|our own) keys?(?: to \w+ \w+)? ourselves|our own keys?|(?:groups|pairs|fours|threes) of? ?
        (?:was|were|is|always|stood) (?:always )?open|open camp
        (?:we|they|men|women|girls) (?:\w+ )?(?:walked|went) (?:to|into) (?:the )?(?:village|market|town|\
        city|shops?)
        walked to the village
        """,
    "BOXY": r"""
        (?:passports?|documents|papers|phones?|telephones?|money|tools?|things|belongings|wages|cards|certificates|knives)(?: \w+){0,3} (?:kept|locked|shut|held|lay|stayed) ?(?:in|up|away|inside)?
        (?:locked|kept|held|took|put|shut) (?:our|my|their|the|all|everyone's) (?:passports?|documents|papers|phones?|telephones?|money|tools|things|belongings)(?: \w+)? ?(?:in|away|up|inside)?
        suitcases?|safes?|boxes|box|drawers?|briefcases?|cupboard|locker|passports?|chest|sack
        """,
    "ASK": r"""
        (?:you|people|everyone|everybody|they|lawyers?|officers?)(?: here| now| always| keep| kept| often| sometimes){0,3} (?:ask|\
        asked|asking)(?: me| us| about)
        """,
    "ONPAPER": r"on paper|only on paper|in name only|nominally|officially|formally",
    "FORGE": r"forg(?:ed|ery|ing|e)|falsif(?:y|ied)|counterfeit|doctored|fake (?:stamps?|papers?|visas?)",
    "EXPIRY": r"""
        expir(?:ed|y|es|ing)|ran out|run out
        (?:time|days|date|stay|permission) (?:was|were) (?:up|over|finished)|due date|before the date
        overstay(?:ed)?
        """,
    "WEAK": r"""
        in reality|in fact|actually|instead|never|have no|had no|there was no|there were no|not one|none of us
        nobody else|straight (?:to|back|away|into)|the next day|the same day|on the monday|years? of age
        years? old|since before
        """,
    "HOURS": r"""
        (?:[0-9]+|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|eighteen|twenty) hours
        from (?:six|seven|eight|five|[5-8]) (?:in the morning )?(?:to|until|till)|hours a day
        """,
    "HOMELEAVE": r"""
        home (?:visit|leave)s?|on leave|home for a (?:month|fortnight|few weeks)
        visit(?:ed)? (?:my|her|his|their) (?:mother|father|parents|family|home)
        """,
    "TRADE": r"smuggl(?:e|ed|ing|er|ers)|traders?|trading(?! (?:compan|house|firm))|sold (?:cigarettes|noodles|rice)|market stall",
    "DOORLOCK": r"""
        (?:gates?|dormitory|iron door|front door|stairwell)(?: \w+){0,5} (?:shut|closed)
        (?:closed|shut) (?:the|our|an) (?:iron )?(?:gate|door|stairwell|dormitory)
        """,
    "NOTWORK": r"""
        not on (?:official |proper |regular )?(?:work|working|labou?r) visas?
        (?:without|no|not)(?: a| any| official| proper)* (?:work|working|labou?r) (?:visas?|permits?)
        instead of (?:a )?work visas?|non-labou?r visas?|different from the official work visas?
        """,
    "LEAVE": r"""
        (?:could|can|were|was|did|may|are|do|does) (?:(?!(?:forbidden|banned|prohibited|not|never|nobody|none|no|and|locked|only|\
        stopped) )\w+ ){1,5}?(?:leave(?! (?:the country|china|russia))|go out(?:side)?|get out|step out|\
        walk out|allowed (?:out|to leave|outside))
        """,
    "INSIDE": r"""
        (?:locked|bolted|closed) (?:it |them |the door )?(?:ourselves|from (?:the )?inside)
        from (?:the )?inside|ourselves locked|our own (?:key|lock)|had the key
        """,
    "NEVERSENT": r"""
        (?:have |had |was |i )?never (?:been |worked |gone |was |sent )(?:abroad|overseas|out of the country|\
        outside the country)
        never (?:myself )?(?:a |one of the )(?:worker|labourer|laborer)s? abroad|was never a worker
        never left the country|know nothing (?:about|of) (?:workers|working) abroad
        (?:no one|nobody) in my family (?:was|has|had) ?(?:ever )?(?:been )?(?:sent|worked)
        """,
    "RESETTLED": r"""
        (?:came|arrived|settled|live|work|study) (?:to|in) (?:seoul|south korea|the south)
        now in (?:seoul|south korea)|since i came to (?:seoul|south korea)
        """,
    "NEG": r"""
        no|not|never|nobody|none|neither|nor|without
        (?:is|are|was|were|did|do|does|could|can|would|has|have|had|should|wo)n't|nothing|cannot|no one
        """,
    "BUT": r"but|only|just|instead|although",
}
