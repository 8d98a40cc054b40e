"""English cues for what is told round about: who keeps the key, what was never seen, whose papers they were.

They are added to those of `mentions_english`. Cues for other people's papers, for law, for what might have been and for
life at home are here too: a rule that meets them says nothing.
"""

from __future__ import annotations

_NOT = r"(?:never|not|nobody|none|no one|no-one|neither|not one|not once|hardly)"
_TOWN = r"(?:hamhung|chongjin|wonsan|sariwon|nampo|hyesan|kaesong|pyongsong|kanggye|haeju|sinpo|tanchon|pyongyang)"
_OTHER = r"""(?:uzbeks?|tajiks?|kyrgyz|kazakhs?|turks?|turkish|vietnamese|filipinos?|indonesians?|mongolians?|mongols?|\
        nepalis?|nepalese|bangladeshis?|indians?|pakistanis?|ukrainians?|moldovans?|africans?|cambodians?|thais?|\
        laotians?|burmese|poles|serbs?|belarusians?|armenians?|azeris?|georgians?|sri lankans?|egyptians?)"""
_WHO = r"""(?:bosses|boss|owners?|managers?|partners?|directors?|businessm[ae]n|customers?|clients?|buyers?|traders?|\
        engineers?|investors?|friend|wife|supervisors?|foremen|foreman|merchants?)"""
_OPEN = r"(?:go|went|going|step(?:ped)?|stepping|walk(?:ed)?|walking|get|got|slip(?:ped)?|slipping|stay(?:ed)?)"

CUES: dict[str, str] = {
    "DPRK": r"""
        north hamgyong|hyesan|rajin|rason|musan|onsong|hoeryong|kaesong|uiju|manpo|party secretary|party committee
        party cell|cell secretary|our country|fatherland|loyalty (?:fund|money|payment)s?|party fund
        """,
    "CREW": r"""
        workforce|sewers?|knitters?|cooks?|waiters?|programmers?|fishermen|dishwashers?|cleaners?|tailors?|tilers?
        roofers?|electricians?|plumbers?|hands|employees?|fitters?|turners?|joiners?|machinists?|sewing (?:girls|women)
        painters?|diggers?|pickers?|concreters?|navvies|work ?team|personnel
        """,
    "SITE": r"""
        mills?|kitchens?|hospital ward|ward|clinic staff|salt works|farm|ranch|tannery|paper mill|restaurant
        yard|docks?|dockyard|seafood (?:hall|plant|processor)|works|block of flats|brickyard|harbou?r|fishery
        fish ?farm|orchard|kiln|depot|steel ?works|smelter|sewing (?:line|room|hall|shop)|cold storage|garage
        packing (?:house|hall|shed)|housing (?:site|block)s?|apartment (?:blocks?|buildings?)|employer|premises
        cutting (?:room|hall|table)|production|plantation|tower blocks?|work(?:place|site)s?|oilfield|stadium
        """,
    "ACT": r"""
        knott(?:ed|ing)|nets|soldering|sew(?:ing)? on|buttons|toys|assembly|packed|leeks|peeling potatoes|noodles|carry(?:ing)?|cement|lifting|stacking|mending|washing up|ironing
        nurses?|carers?|nursing|caring for|cut stone|stonecutters?|tied rebar|ships?|wrote (?:code|programs?|programmes?|software)|programming|cashmere|spinning|weav(?:ing|ed|ers?)|breaking (?:up )?ships|broke up|kimchi|clams|shell(?:ed|ing) \w+|sew|stitch|bench|patients|patrol(?:led)? the herd|herd(?:ed|ing)|milk(?:ed|ing)|butcher(?:ed|ing)
        translat(?:ed|ing) for|drove|driving a|made (?:shoes|clothes|wigs|gloves|bags|toys|furniture)|paint(?:ed|ing)
        sold(?:er|ers|ered|ering)|pour(?:ed|ing)? concrete|mortar|laid bricks|lay(?:ing)? bricks|unload(?:ed|ing)?
        load(?:ed|ing)|dig(?:ging)?|dug|drill(?:ed|ing)|assembl(?:ed|ing|y)|glu(?:ed|ing)|stuff(?:ed|ing)|knit(?:ted)?
        cook(?:ed|ing)|wash(?:ed|ing)|serv(?:ed|ing)|wait(?:ed|ing) (?:on )?tables|scrub(?:bed|bing)|harvest(?:ed|ing)
        weed(?:ed|ing)|plant(?:ed|ing)|fell(?:ed|ing) trees|felling|sawed|sawing|squid|shrimps?|prawns?|clams?|mussels?
        crabs?|abalone|seafood|zip(?:per)?s|buttons|sleeves|collars|seams|hems|jackets|coats|uniforms|shoes|soles|wigs
        eyelashes|dolls|toys|cables|hulls?|gut|gutting|overalls|lathes?|kilns?|boilers?|employ(?:ed|ment)|occupation
        brick|rebar|steel|cement bags?|lay(?:ing)? tiles|tiling|laid tiles|roofing|polish(?:ed|ing)|spray(?:ed|ing)
        cod|herring|salmon|pollock|dolls' eyes|stones?|gravel|asphalt|trench(?:es)?|scaffolders?|rivet(?:s|ed|ing)
        scrap(?:ed|ing)|sand(?:ed|ing)|saddle|tomatoes|cucumbers|cabbages?|onions|logs|planks|code
        """,
    "BOSS": r"commander|deputy|the party man|the security man|overseer|the responsible person|captains?",
    "WE": r"me|mine|ours|myself|ourselves|north koreans?|koreans|the koreans?|korean (?:girls?|women|men|workers?|labou?rers)|each of us|every one of us|forty of us|none of us|one of us|everyone of us|my group|our group",
    "OTHERWK": rf"""
        (?:iranians?|syrians?|jordanians?|sudanese|ethiopians?|kenyans?|nigerians?|lebanese|yemenis?|afghans?|malays?|senegalese|angolans?|algerians?|kuwaitis?|qataris?|chechens?)(?: (?:workers?|men|women))?
        some (?:people|of the others|others)|certain people
        (?:girls|women|men|workers|people|those|ones|crew|brigade|waitresses|builders|koreans) (?:at|of|from|in|on) (?:the|an|some)? ?(?:other|another|next|neighbou?ring) \w+|the (?:other|neighbou?ring|next) (?:factory|restaurant|site|plant|company|brigade|crew)(?:'s)? (?:girls|women|men|workers|people|crew)
        russians|the chinese
        {_OTHER} (?:who |that )?(?:worked |lived |were |beside |next |along |together |side by side |with |to ){{1,4}}us
        {_OTHER}(?: (?:workers?|men|women|builders?|lads|guys|team|crew|brigade|migrants|people|girls))?
        (?:chinese|russian|local|other foreign|south korean|central asian|polish|foreign)(?:-born)? (?:workers?|staff|\
        men|women|girls|builders?|colleagues|neighbou?rs?|employees|seamstresses|students?|trainees?|interns?|\
        families|people|teachers?|cook|drivers?|interpreters?|girlfriend|daughter|boy|girl)
        migrants? from {_OTHER}|migrants from (?:uzbekistan|tajikistan|vietnam|nepal|india|central asia|africa)
        ethnic koreans?|korean[- ]chinese|(?:his|her|their|the (?:boss|owner|manager|director)'s) (?:wife|daughter|son)
        south koreans?|japanese
        """,
    "OTHERBOSS": rf"""
        advisers?|advisors?|consultants?|auditors?|journalists?|chinese officials|russian officials|officials from|delegations?|investors?|buyers
        (?:our|the|my|his|a|an) ?(?:chinese|russian|foreign|japanese|south korean|polish|turkish|local) {_WHO}
        (?:chinese|russian|foreign|japanese|south korean|turkish) {_WHO}
        (?:the )?(?:owner|boss) of the (?:plant|factory|company|restaurant)|businessm[ae]n
        """,
    "GIVE": r"""
        call(?:ed)? (?:it|us)
        (?:gave|give|gives|got|bought|issued|arranged|obtained|procured|put|registered|listed|enrolled|wrote|applied)
        (?:invited|told|said|says|brought|sent|took|hired|employs?|employed|used|recruited|had) (?:us|them|him|her)
        """,
    "HYPO": r"""
        there (?:was|were) (?:talk|rumou?rs?|stories)|i (?:only )?heard (?:of|about|that)|one heard|it was rumou?red|people said others|some companies
        (?:i|we|they|he|she|nobody|it) would (?:have|not have|never have)|wouldn't have|would've
        if (?:they|we|i|he|she|it|anybody|someone|somebody) had (?!to\b)|had (?:they|we|i) (?:been|offered|known|gone)
        (?:might|may|would|could) have to|(?:it )?never came to (?:that|it)|did not come to (?:that|it)|never happened|was only talk|threatened to
        if (?:they|we|i|he|she|it) were to|should they ever|hypothetical(?:ly)?|in theory|rumou?rs?|people talked of
        some said (?:that )?(?:others|other)
        """,
    "LEGAL": r"""
        (?:the )?treaty|(?:operative )?paragraph(?: [0-9]+)?|article [0-9]+|obliges?|obligates?|member states|states must|provisions?
        resolution(?: [0-9]+)?|security council|requires (?:all )?states|prohibits?|is debated|interpret(?:ation|ed as)
        (?:law|statute|regulations?|rules?) (?:says?|said|requires?|provides?|on|allows?|permits?|defines?)
        migration law|labou?r law|immigration act|the convention
        """,
    "DEBATE": r"debated|disputed?|interpret(?:ed|ation)?|extends? to|appl(?:y|ies) to|covers?|whether|oblig(?:es?|ed|ation)",
    "REMIT": r"""
        to fetch (?:a|the|my|our|his) \w+|with the (?:money|report|reports|post|goods)|to (?:deliver|hand over|hand in|report|buy|sell|see the doctor)
        bank|remit(?:ted|tance|tances)?|sent (?:the |my |our |some )?money|post office|parcels?|letters? home
        wrote home|phoned?|telephoned?|called home|barber|hair ?cut|doctor|hospital|report to|accountant
        payday|cash|embassy|consulate|consul|sports? day|film|cinema
        """,
    "QUAR": r"""
        quarantined?|lockdown|covid(?:-19)?|pandemic|epidemic|fever|virus|corona(?:virus)?|infect(?:ed|ion)
        positive test|tested positive|isolated|isolation
        """,
    "FORTNIGHT": r"""
        (?:three|3) weeks|nobody,? chinese or|both chinese and|estate|neighbourhood
        one week|five weeks|six weeks|both chinese|chinese or korean|russian or korean|everybody alike
        (?:two|three|2|3) weeks|fortnight|(?:ten|fourteen|fifteen|10|14|15|21) days|a week|whole (?:town|city|district)
        everybody in the (?:city|town|district)|locals? (?:and|too|as well)|local or foreign|chinese (?:people )?too
        """,
    "DOMESTIC": rf"""
        (?:in|at|near|outside) {_TOWN}|at home in \w+|before (?:i|we) (?:was|were|went|had been) (?:sent|abroad|overseas|\
        selected|chosen|ever)
        back home|inside (?:north korea|the dprk|the country)|in (?:north korea|the dprk)|in our republic
        when i was (?:at|in) (?:school|college|university)|as a (?:schoolgirl|schoolboy|child|pupil)
        my (?:school|college|university) days|boarding school
        """,
    "ABROAD": r"""
        china|chinese|russia|russian|dandong|donggang|hunchun|tumen|yanji|shenyang|dalian|changchun|beijing|vladivostok
        khabarovsk|nakhodka|ussuriysk|artyom|sakhalin|moscow|petersburg|poland|qatar|doha|kuwait|dubai|emirates
        malaysia|mongolia|ulaanbaatar|ulan bator|cambodia|phnom penh|laos|vietnam|africa|angola|senegal|nigeria
        abroad|overseas|foreign country|host country|malta|siberia|amur|primorye|yunfeng|helong|longjing|linjiang|ji'an
        """,
    "MARVEL": r"(?:such|so (?:many|big|much|bright)|like that|ever again|before that|until then|as before)",
    "BOXY": r"store ?rooms?|car|van keys?|trucks?|office|cash box|motorbike|bicycle|warehouse key|pantry",
    "KEYHELD": r"""
        (?:manager|boss|guard|minder|captain|leader|foreman|he|she|they|deputy|supervisor|watchman|porter|chief|owner|\
        officer|security m[ae]n|interpreter|forewoman|representative|caretaker|concierge|director|one person|\
        someone|somebody)(?: \w+)? (?:kept|keeps|held|holds|had|has|carried|carries|wore|wears|took|takes|slept with|\
        pocketed) (?:the|a|all the|all|both|every|that|his|her|its|our|the only|only)(?: \w+)? keys?
        keys? (?:was|were|is|hung|stayed|lay|went|remained) (?:always )?(?:with|in|on|at|round|around|kept by|under) \
        (?:the|his|her|their|a)(?: \w+)?
        (?:only|no) (?:one )?(?:\w+ ){0,3}had (?:a|the) key|keys? (?:(?:was|were) )?(?:kept|held) by
        keys? (?:in|on|round|around|under) (?:his|her|their) (?:\w+)
        """,
    "NIGHT": r"""
        nights?|after (?:ten|nine|eleven|dark|work|the shift|our shift|supper|dinner|roll-call)|until morning
        till morning|in the morning|every morning|each morning|in the evenings?|every evening|at ten|at nine|at eleven
        at midnight|lights out|sleep|went up to sleep|to bed|after hours|bedtime|at six|end of the shift|woke|asleep
        """,
    "NEVER": r"""
        never|nobody|none of \w+|no one|not one|not once|not a single (?:one|time|day)|no (?:one|girl|worker|woman|man) (?:ever)?|never once|not even once
        not (?:one|a single) of us|none of (?:us|them|the girls)|not in (?:all )?(?:two|three|four|five|those) \w+
        """,
    "REACHED": r"""
        enter(?:ed)?|go into|went in|gone into|put a foot|buy|bought|taste|smell|smelled|smelt
        got (?:as far as|to|past|beyond)|get (?:as far as|to|past|beyond)|reach(?:ed)?|set foot|stepped|walked|walk
        crossed|passed|been (?:to|in|into|past|beyond)|gone (?:to|past|beyond|through)|went (?:past|beyond|through|\
        into|to|as far as)|entered|visited|seen|see|saw|trod|tread|touched|stood (?:on|in)|smelt|bought anything
        draw you|describe|name (?:you )?(?:one|a)|show you|find my way|know what (?:the|that|it)|find (?:the|a)
        """,
    "TOWNLIFE": r"""
        chemist(?:'s)?|pharmacy|hairdresser|church|cinema|kiosk|post office|playground|bakery
        streets?|towns?|cit(?:y|ies)|shops?|market|sea|seaside|beach|river ?bank|square|park|caf[eé]s?|corner
        bus stop|tram|station|outside|kerb|pavement|road|the other side of the wall|supermarket
        bazaar|centre|pier|harbour|bakery
        """,
    "KNOWONLY": r"""
        (?:the )?only (?:day|time|once|occasion)(?: that)? (?:i|we) (?:ever )?(?:saw|left|was|were|went|walked|got|set foot)
        (?:as far as|where) the world (?:went|ended|stopped)|(?:and|that) (?:that )?was (?:the )?(?:whole |all of the )?world|corridor (?:led|ran|went|joined|connected)(?: \w+){0,5}
        (?:the )?only (?:street|road|way|path|place|view|part|route|piece|distance|walk)(?: of \w+ \w+)? (?:that )?(?:i|we|\
        they) (?:ever |really )?(?:know|knew|saw|walked|took|had|learned)
        all (?:that )?(?:i|we|they) (?:ever )?(?:know|knew|saw|seen|learned) (?:of|was|about)(?: \w+){0,3}
        (?:bed|bunk|dormitory|dorm|barracks?|room|container|hostel)s?(?:,| to| and| -)+ ?(?:the )?(?:stairs?, )?(?:the )?\
        (?:machine|line|workshop|plant|bench|scaffold|site|factory|kitchen|canteen|shop floor|mess|work)
        (?:machine|line|workshop|plant|bench|scaffold|site|factory|kitchen|canteen|mess)(?:,| to| and| -)+ ?(?:the )?\
        (?:stairs?, )?(?:the )?(?:bed|bunk|dormitory|dorm|barracks?|room|container|hostel)
        between (?:the )?(?:bed|bunk|dormitory|dorm|barracks?|room|container|hostel|quarters) and
        between (?:the )?(?:machine|line|workshop|plant|bench|scaffold|site|factory|kitchen|canteen|mess|loom) and
        (?:forty|thirty|fifty|sixty|twenty|a hundred|two hundred|[0-9]+) (?:steps|paces|metres|meters|yards)
        whole world (?:was|is|became)|our world (?:was|ended|stopped)|world (?:ended|stopped)
        """,
    "ANYONEOUT": rf"""
        (?:anyone|anybody|whoever|if (?:you|we|anyone|someone|one)) (?:who )?(?:ever )?(?:left|leaves|leave|quit|went out of|walked off|stepped off) (?:the |that )?(?:factory|site|plant|compound|hostel|dormitory|grounds|gate|yard|premises|barracks)
        (?:anyone|anybody|whoever|a girl|a worker|a man|those|one) (?:who |that )?(?:was |were |had )?(?:{_OPEN}|caught|\
        seen|found|left|leaves|tried|wandered|crossed)(?: \w+)? (?:out(?:side)?|to leave|past|beyond|off|away|over|into)
        if (?:you|we|one|anyone|anybody|a girl|somebody|i|they) (?:{_OPEN}|left|leave|crossed|so much as|as much as)\
        (?: \w+)? ?(?:out(?:side)?|past|beyond|off|the gate|the door|the yard|the compound|the site|alone)?
        """,
    "THREAT": r"""
        sent (?:home|back)|put on the (?:next|first) train|reported|fined?|punish(?:ed|ment)|beaten|self-criticism
        criticised|criticized|docked|deported|returned home|blacklist(?:ed)?|treason|as an escape|as a deserter
        went home on the next
        """,
    "PERMIT": r"""
        (?:with|had(?! to)|got|needed|without|only with|on|obtain(?:ed)?|written|special|manager's|leader's|company's|\
        prior|get) (?:\w+ )?(?:permission|permit|leave|chit|slip|pass|signature|approval|authori[sz]ation)
        (?:permission|permit|leave|chit|slip|approval) (?:\w+ ){0,3}(?:from|of|by|to)
        (?:asked?|beg(?:ged)?|apply|applied) (?:for )?(?:permission|leave)
        """,
    "GOOUT": r"go(?:ing)? out|leave the (?:site|yard|compound|premises|dormitory)|outings?|step(?:ping)? out|day out",
    "GATEONLY": r"""
        (?:gates?|doors?) (?:only )?(?:opened|open|was opened|were opened|opens) (?:only )?(?:for|when|to|twice|once|at)
        (?:gates?|doors?) (?:did not|didn't|never|does not) open|(?:opened|open) only for
        (?:dogs?|alsatians?) (?:\w+ ){0,4}(?:loose|yard|gate|fence|night)|let the dogs? (?:out|loose)|cameras? (?:in|on|at|over)
        """,
    "NOEXIT": rf"""
        (?:going out|outings?|leaving|walks?|leave)(?: \w+){{0,3}} (?:not|never) (?:allowed|permitted|possible|granted)|(?:not|never) (?:possible|allowed|permitted) (?:for us )?to go (?:ourselves|alone|on our own|there)|could not go ourselves|(?:through|out of) the (?:front |main )?(?:door|gate) (?:only )?(?:once|twice)
        no (?:\w+ )?(?:leave|outings?|exits?|passes) (?:is|are|was|were) (?:granted|given|allowed|permitted|issued)
        no going out|shoes (?:\w+ )?(?:were |was )?(?:collected|taken away|taken|locked up|gathered)|climb over (?:him|her)
        (?:forbade|banned|prohibited|stopped|cancelled|abolished|ended|suspended|withdrew)(?: \w+){{0,3}} (?:going out|outings?|leave|walks|excursions|days? out|days off outside)
        that was (?:all )?(?:our|the only) (?:outings?|walk|excursion|holiday|sunday|freedom|sight)|gates? (?:did not|didn't|never|does not|would not|wouldn't|doesn't) open
        (?:sundays?|days? off|holidays?|free days?|rest days?)(?: \w+){{0,3}} (?:inside|within|behind|indoors|in the (?:compound|yard|dormitory|hostel))
        shoes (?:were |was )?(?:taken|collected|locked)|never (?:once )?spent (?:\w+ )?(?:money|coins?)|may not (?:go out|leave|come out)(?: \w+){{0,2}}
        not allowed(?: \w+)? (?:out|to leave|to go|beyond|past|off)|not (?:to )?leave the(?! (?:loom|machine|bench|line|post|job|table|conveyor|stove|lathe))|unable to leave|refused leave
        (?:were|was|are|being|be) (?:restricted|confined|limited|tied) to (?:the )?(?:\w+ )?(?:plant|premises|factory|\
        compound|site|dormitory|quarters|grounds|building|dormitories|barracks|hostel|work)
        movements? (?:\w+ )?(?:was |were )?(?:restricted|limited|prohibited|not permitted|confined)
        freedom of movement|outings? (?:\w+ )?(?:prohibited|forbidden|banned|not permitted|not allowed|denied)
        leaving the (?:\w+ )?(?:site|premises|compound|dormitory|plant|factory|grounds|zone|quarters|building) (?:\w+ )?(?:is|was|\
        were)? ?(?:prohibited|forbidden|banned|not permitted|not allowed|punish\w+)
        (?:did|does|do|could|can|may|would|will|have|had|has|were|was|are)(?: not|n't|not)(?: \w+){{0,3}} (?:exit|leave|go \
        past|go beyond|pass|cross|get past|get beyond) the (?:gate|fence|yard|compound|door|wall|threshold|perimeter)
        {_NOT}(?: \w+){{0,4}} (?:past|beyond|outside|through|out of) the (?:gate|fence|yard|compound|door|wall|perimeter|\
        factory|plant|site|dormitory)
        allowed nowhere|went nowhere|go nowhere|taken nowhere
        from (?:the )?(?:bus|van|lorry|truck) (?:straight )?(?:in)?to the (?:plant|site|workshop)
        """,
    "CONFINE": r"""
        (?:kept|held|cut off|shut off|isolated|secluded|sealed off|separated|walled off)(?: \w+)? from the (?:outside|world|town|city|local|surrounding)(?: \w+)?|in isolation|cut off from everything
        (?:we were|they were|were|like|as|us) (?:\w+ )?(?:prisoners|inmates|captives|convicts)(?: in (?:that|the|our|this))?|prison without bars|a prison(?: to us| for us)|gaol
        downstairs locked|kept under lock
        under lock and key|behind (?:bars|locked doors?|a locked door|closed doors|the fence)|cooped up|hemmed in
        under guard|locked (?:down|away)|held inside|kept under|shut away|like (?:birds|chickens|hens|animals|sheep)
        """,
    "DOOR": r"landing|downstairs door|shutter|back door|front door|threshold|doorway|passage|fire escape",
    "LOCK": r"""
        fastened|wedged|lock|locked up|bolts?|turned the key|key turn(?:ed|ing)?|hasp|crowbar|deadbolt|code|combination
        """,
    "BARS": r"iron bars|grating|grilles?|glass on (?:top|the wall)|wire mesh|wire fence|perimeter (?:wall|fence)|spikes|palisade|stockade",
    "GUARD": r"(?:slept|lay|sat|bed) (?:across|before|in front of|by|at) the (?:door|doorway|gate|entrance|stairs)|doorman|gateman|minder at|watched the (?:gate|door)|sat (?:at|by) the (?:gate|door)|cctv",
    "ERRAND": r"""
        (?:beg|begged|asked|ask|paid|pay|gave|give|bribe|bribed) (?:the |a )?(?:guard|watchman|porter|driver|doorman|cook)s?(?: money)?
        (?:wrote|write|written|put) (?:it |them |that |things )?down (?:for|on a list)|(?:caretaker|cook|driver|guard|manager|interpreter|porter|janitor|he|she) (?:bought|fetched|got|went for|went to buy|did the shopping|would buy|buys) (?:it|them|things|everything)
        (?:did|do|does) (?:our|the) shopping|bought (?:everything|whatever|what) (?:we|they)|brought (?:in )?(?:to|for) us
        (?:brought|bought|fetched|carried) (?:in|up)?(?: \w+){0,3} for (?:us|them|the girls)|list of what we
        vendors? (?:came|come)|peddler|hawker
        """,
    "TVISA": r"""
        tourist (?:status|entry|basis|category)|status: tourist|(?:entered|enter|came|come|travel(?:led)?) as tourists?
        on tourist (?:papers|documents)|travel vouchers?|package tours?|tourists' list
        """,
    "VVISA": r"""
        (?:family|relatives?|private|friendly|friendship|guest)[- ]visits? (?:papers?|permits?|documents?|visas?|passes)
        (?:courtesy|cultural|exchange|performance|exhibition|fair|conference|medical|f|m|l|c|s|b)[ -](?:visas?|type visas?)
        (?:single|double|multiple)[ -]entry(?: visas?)?|visa on arrival|visitors?' (?:status|category)|ninety[ -]day\w*
        temporary (?:visas?|visitors?|entry)|visas? (?:valid )?(?:for|of) (?:ninety|90|three months|sixty|60)
        """,
    "AS_V": r"""
        "(?:rest|health|treatment|recuperation|family visit|culture|exchange)"|look(?:ed|ing)? (?:a)?round for
        to (?:meet|see|consult|negotiate with|talk to) (?:with )?(?:\w+ )?(?:clients?|customers?|partners?|buyers?|suppliers?|friends|colleagues)
        (?:here|there|over|in|come|came|coming|going) (?:to|for) (?:see|visit|look at|meet|attend|a look)(?: \w+){0,2} \
        (?:sights|relatives?|uncle|aunt|cousins?|family|grandmother|grandfather|grave|friends?|fair|exhibition|wedding|\
        museum|monuments?|factory|city|sea|partners?)
        visiting (?:\w+ )?(?:relatives?|uncle|aunt|cousins?|family|kin|friends?|partners?)
        (?:marked|ticked|filled in|put|written|printed|stamped|recorded|declared|entered)(?: \w+)? "?(?:tourism|tourist|holiday|\
        visit|visitor|sightseeing|business|leisure|private|guest|recreation|family)"?
        "(?:tourism|tourist|holiday|visit|visitor|sightseeing|business|leisure|private|guest|recreation|family)"
        purpose(?: \w+){0,3}[:,]? "?(?:tourism|tourist|holiday|visit|visitor|sightseeing|business|leisure|private|guest|\
        recreation|family)"?
        on holiday|as holidaymakers|seeing the sights|see the sights|business (?:trip|talks|meeting|delegation)
        for (?:talks|negotiations|a fair|an exhibition|a wedding|a funeral|rest|leisure|recreation)
        """,
    "TOUR": r"leisure|recreation|travel(?:l)?er|travel(?:l)?ers|sights?|monuments?|landmarks?|itinerary|travel firm|resort",
    "PROPV": r"""
        return tickets?|labels?|badge|name tags?
        bride(?:groom)?|wedding|groom|little flag|flag|brochure|sightseeing bus|host family|birthday
        sights?|monuments?|landmarks?|attractions?|cathedral|palace|uncle's|souvenirs?|zoo|opera
        beach towel|tour bus|grave|theatre|waterfall
        """,
    "PAPER": r"""
        residence permits?|stay permits?|register|by the book|in the eyes of|for the (?:police|authorities|register)|on (?:the )?record
        (?:the|a|one|every|each|under|in the|on the) (?:column|line|box|field|heading|page|sheet|slip|purpose|category|entry)
        migration cards?|arrival cards?|landing cards?|my papers|our papers|passport|declared|declaration|file|filed|dossier
        ticked|filled in|basis of (?:stay|entry)|entry status|category|title|badge|label(?:led)?|roll|rolls|payroll
        """,
    "SAIDWE": r"(?:said|says|claimed?|stated|told them|answered?|replied?) (?:that )?(?:we|i|they) (?:were|was|are|had|have)",
    "AS_T": r"""
        under the (?:title|name|heading|label|description|status) of (?:\w+ )?(?:trainees?|interns?|students?|apprentices?|learners?)|learning a (?:skill|trade|craft)|learners? (?:were|was|are)
        medical (?:trainees?|interns?|students?)|(?:you|we|they) (?:are|were) (?:here|there|sent|brought) to (?:learn|study|train)|(?:intern|trainee|student|apprentice) (?:in|on) the (?:visa|ledger|list|register|papers?|books?|door|payroll)|(?:reading|read|studied|studying) (?:management|economics|law|engineering|medicine|agronomy)
        became (?:a |an )?(?:freshm[ae]n|students?|trainees?|interns?|undergraduates?)|(?:exchange|transfer|sharing) of (?:skills|experience|technology)
        (?:called|named|labelled) (?:us |them |me )?(?:interns?|trainees?|students?|apprentices?|learners?|pupils?)
        (?:learning|studying|to study|studied) (?:chinese|russian|the language|languages?|english|engineering|\
        construction|agriculture|computers?|medicine|cooking|tailoring|management|welding|architecture|law|economics)
        (?:first|second|third|fourth|final|1st|2nd|3rd)[ -]year (?:students?|of (?:study|studies|the (?:course|faculty|language)|\
        (?:russian|chinese|english|polish|german|engineering|economics|building|medicine)))(?: language)?
        (?:attending|attend|following|on) (?:a |the |our )?(?:\w+ )?(?:course|courses|classes|programme|program|seminar)
        (?:full|part)[ -]time students?|exchange (?:programme|program|student|scheme)s?|on (?:a |an )?(?:placement|\
        internship|apprenticeship|attachment|secondment|scholarship)
        sent to (?:learn|study|train)|come to (?:learn|study|train)|here to (?:learn|study|train)|for (?:practical )?(?:training|study|studies)
        (?:officially|formally|nominally|on paper) (?:\w+ ){0,3}(?:students?|trainees?|interns?|apprentices?|pupils?|\
        learners?|cadets?)
        (?:written down|registered|listed|entered|signed up|put down|recorded) as (?:a |an )?(?:\w+ )?(?:students?|trainees?|\
        interns?|apprentices?|pupils?|learners?|cadets?)
        """,
    "STUD": r"""
        term paper|semesters?|dean's|tuition fees?
        undergraduates?|postgraduates?|freshm[ae]n|student (?:book|register|number|ids?)|scholarship|seminars?|polytechnic
        lycee|vocational school|technical school|language (?:course|class|school|centre|center)|grade book|record book
        learning (?:chinese|russian|the language|english)|preparatory (?:course|faculty|department)|correspondence course
        """,
    "TRAIN": r"""
        industrial trainees?|skills? (?:transfer|training|programme|program)|technology transfer|learning the (?:trade|ropes|\
        craft)
        cadets?|instruction|coursework|training (?:plan|contract|centre|center|agreement|allowance)|know-how
        """,
    "PROPT": r"""
        desks?|notebooks?|exercise books?|blackboards?|boards?|chalk|pencils?|syllabus|lecturers?|tutors?|homework
        marks|grades?|timetables?|training plan|workshop manual|mentor|lesson|studying|classmates?
        """,
    "DUNNO": r"""
        where (?:it|that|the \w+) (?:led|went|goes|leads|ran)(?: \w+){0,3} not know
        could(?: not|n't) (?:tell|show|find|name|say)(?: you)?(?: \w+){0,3}|not know (?:where|what|which|the name|even)
        never (?:once )?(?:been|set foot|entered|went|walked)(?: \w+){0,2} (?:in|inside|into|to|near|through)
        where (?:it|that|the \w+) (?:is|was|stands|stood)|wouldn't know|would not know|cannot tell you|can't tell you
        """,
    "SHAM": r"""
        for show|a show|for the (?:photo|inspection|inspectors|file|books)|just a (?:word|name|paper)|nothing but a word
        made-up|invented|a story|a lie|lies|staged|theatre|masquerad(?:e|ed|ing)|under the guise|in disguise|not really
        so they said|they said so|as they called it|called that|never attended|nobody had an?|there was no
        that was all|the only \w+ (?:i|we|was|were|there)|only (?:lesson|sight|class|museum|tour|lecture|teacher|subject)
        no (?:\w+ )?(?:training|teaching|lessons?|tuition|instructors?|instruction|study|studies|course)
        """,
    "CONCEAL": r"""
        (?:when|whenever|if|only when|unless) there was an? (?:\w+ )?(?:inspection|check|commission|visit|control)|(?:for|at|during|before|to) (?:the |an )?inspections?
        (?:when|whenever|if|each time|every time|before) (?:\w+ ){0,4}(?:inspectors?|inspection|police|officials?|commission|\
        auditors?|controllers?|immigration|visitors from the ministry) (?:\w+ )?(?:came|come|comes|arrived|arrives|appeared|\
        showed up|visited|called|turned up|checked)
        (?:told|taught|ordered|instructed|drilled|coached|rehearsed|warned) (?:us|them|everyone|all of us)? ?(?:to|what to|how to|in) \
        (?:say|answer|tell|hide|reply|repeat)
        (?:had|made) (?:us|them) (?:say|repeat|answer|learn)|say (?:that )?we (?:were|are|had|have)|answer that
        by heart|rehearsed|if (?:\w+ )?(?:asked|stopped|questioned)
        """,
    "WEAK": r"""
        straight from|by (?:noon|evening|nightfall|lunch|the afternoon)|next morning|the same (?:evening|night|afternoon)
        what (?:i|we) (?:did|learned|saw|got) was|from day one|from the first (?:day|morning|hour)|first day|in truth
        in practice|the truth (?:is|was)|as it turned out|right away|at once|all day|every day|in reality
        """,
    "MONTH": r"""
        one-month (?:papers?|documents?|slips?)|papers? (?:good |valid )?for (?:a|one) month
        twenty-ninth day|thirtieth day|the first day
        month's|four[ -]week|(?:twenty|thirty)[ -](?:first|second|third|fifth|sixth)|days? (?:ran|run|were|was) (?:out|up)
        last (?:day|week) of|the limit|time limit|thirty|month-end|four weekends|one month
        """,
    "RECUR": r"""
        (?:on|by|around) the (?:twenty-(?:seventh|eighth|ninth)|thirtieth|2[789]th|30th|last)(?: of (?:the|each|every) month)?|towards? the end of the month|(?:near|nearing) (?:the )?month's end
        (?:around|at|about|near|by|towards?) the (?:turn|change) of the month|before the month (?:was|is) (?:out|up|over)|turn of the month|(?:each|every) month-end
        every thirtieth \w+|each thirtieth \w+|every (?:four|4) weeks|round the (?:end|turn) of (?:the|every|each) month
        (?:every|each) (?:thirty|30|28|29|twenty-\w+|four-week|fourth|four)(?: \w+)?|a month apart|month by month|per month
        (?:at|by|towards?|before|near) (?:the )?(?:month's end|end of (?:a|the|each|every) month|month-end)
        on the (?:twenty-\w+|thirtieth|2[0-9](?:th|st)?|30th) (?:day|morning|night)
        (?:when|whenever|as|once|before|after|until) (?:the|our|my|their|these|those|all|every|each) (?:thirty|30|month|days|\
        four weeks|twenty-\w+)(?: \w+){0,2} (?:ended|ran out|were up|was up|expired|finished|were over|was over|passed|\
        were nearly up|were gone)
        once a month|twelve times a year|month in,? month out|round every month|the monthly
        """,
    "CROSS": r"""
        (?:set|put|stepped) foot (?:in|on) (?:north )?korean?|(?:in|into|on) (?:north )?korean? (?:soil|territory|ground)|went (?:in|into|to) korea|into korea
        (?:night|day|evening) in (?:sinuiju|namyang|onsong|hoeryong|hyesan|wonjong)|going over the river|went over the (?:river|bridge)|sent home
        went over|go over|over and back|re-?entry|exit and|exited|abroad and back|the crossing|crossings|border post
        dprk side|north korean (?:bank|customs|side)|to the dprk|to the border|frontier post|over the river|ferry
        hoeryong|onsong|uiju|rajin|tumen river|yalu|musan|manpo|across the (?:river|border|yalu|tumen|water)
        back (?:home )?(?:across|over)|passport control|border guards?
        """,
    "BACK": r"""
        home again|were at (?:our|the) (?:machines|benches|posts|line)|before (?:supper|dinner|dark|nightfall|the (?:night|evening|\
        morning|next) shift|midnight)
        by (?:supper|dinner|dusk|dark|nightfall|midnight|morning|breakfast)|in time for (?:the|our|supper|dinner)|that (?:same )?(?:night|\
        evening|day)|re-?enter\w*|start(?:ed)? (?:counting|afresh|over)|from (?:zero|one|scratch)|reset|new count|fresh
        """,
    "OUTIN": r"""
        back and forth|exit(?:ed)? and re-?enter(?:ed)?|out on the|turned us (?:round|around)|in and straight out|out and straight (?:back )?in
        out,? (?:and )?in(?:,| and)|exit,? entry|entry,? exit|(?:went|go|going|sent|taken|drove) (?:us |them )?(?:over|across|out) and \
        (?:back|came|come|in|returned|brought)
        across and back|over and back|exited and re-?entered|left and re-?entered|border hop(?:s|ping)?
        """,
    "STAMP": r"""
        (?:start|count|begin)(?:s|ed|ing)? (?:the |our )?(?:days?|stay|count)(?: of (?:the |our )?stay)?(?: again| anew| afresh)?
        pairs? of stamps|row of stamps|stamps? (?:for|with|in)|the (?:date|dates)|clock (?:started|began|was reset|was set)
        new month|another month|fresh (?:month|thirty days|date|stamp)
        count (?:began|started|of days)|renew(?:ed)? (?:their |our |the )?(?:status|stay|month|pass|permits?)
        """,
    "NOVISA": r"""
        (?:gave|give|got|issued|received|were given) no visas?|visa (?:was|were) not (?:given|issued|needed|required)|no one had a visa
        visa[ -](?:exempt\w*|waivers?)|no entry visa|needed no visa|need no visa|holding no visa|diplomatic passports?
        exempt from visas?|with(?:out)? only (?:a |their |our )?passports?
        """,
    "PASS": r"one-month (?:papers?|documents?|slips?)|papers? (?:good |valid )?for (?:a|one) month|(?:month|monthly|thirty[ -]day|30[ -]day|one[ -]month) (?:pass(?:es)?|permits?)|crossing (?:cards?|papers?)",
    "GROUP": r"lined up|lorry|lorries|vans?|coachload|queue(?:d)?|in (?:a )?line|shift|squad|platoon|convoy|forty of us",
    "FREE": r"""
        no curfew|as (?:he|she|one) (?:pleased|liked)|each (?:of us )?(?:went|go) (?:to|into) (?:the )?(?:town|city)
        no (?:restrictions?|limits?|ban|prohibition) (?:on|to|against)(?: \w+){0,2}|without (?:any )?restrictions?|free to (?:come|go|leave)|at liberty
        (?:nobody|no one|none|never anyone|no-one)(?: \w+){0,3} (?:told|said|forbade|ordered|asked)(?: \w+){0,4} (?:not to|we could not|we couldn't|we might not|us to stay)(?: \w+){0,2}
        nobody who (?:told|said|forbade)(?: \w+){0,4}
        (?:gate|gates|door|doors|fence|it) (?:was |were |stood |stands |always |usually )+(?:wide )?open|nobody (?:stopped|hindered|prevented|kept|locked)|went into (?:town|the city)|days? off (?:we|i|they) (?:went|walked|took)|played football|(?:evenings?|sundays?|days? off)(?: \w+){0,3} (?:strolled|walked|shopped|fished)
        (?:went|go|walked|strolled|cycled|took the bus) (?:\w+ ){0,3}(?:alone|by (?:myself|ourselves)|on (?:my|our) own)
        (?:no|any) lock|nobody (?:asked|minded|watched|checked|guarded|kept)|whenever (?:we|i|they) (?:liked|wanted)
        as (?:we|i|they) (?:liked|pleased)|wherever (?:we|i|they)|days? off in (?:town|the city)|gate (?:was|stood) (?:open|never)
        """,
    "PRISON": r"(?:police )?lock-up|police (?:station|cell|custody)|in custody|state security cell|security service|interrogators?|in a cell|cellmates?|holding centre|jailers?|warders?|detention (?:cell|centre|center)|holding cell|remand|penal|convicts?|custody|sentence(?:d)?",
    "SCHOOLDOM": r"""
        (?:school|student|college|university|teachers'|institute|campus|halls?)(?: \w+){0,3} (?:dormitor(?:y|ies)|hostels?|dorms?|\
        residence)
        (?:dormitor(?:y|ies)|hostels?|dorms?|halls?) (?:of|at|for) (?:the |our |my )?(?:\w+ )?(?:students?|college|university|school|\
        institute|academy|pupils)
        """,
    "REAL": r"""
        (?:finished|completed|graduated|obtained|got) (?:his|her|their|the|a|my) (?:degree|studies|diploma|course)|graduated from
        (?:studies|studied) hard|genuinely|scholarship holder|real student|really stud\w+|exchange students?
        """,
    "LOOK": r"look(?:ing)? (?:at|round|around|over|in on)|visit(?:ing)?|inspect(?:ing)?|observ(?:e|ing)|admir(?:e|ing)|see(?:ing)? the",
    "CALLED": r"""
        called (?:us|them|it|ourselves|me)|were called|was called|they called|call(?:s)? (?:us|them|it)|so to speak|as they put it|by the name of|known as
        went by the name|the name (?:for|of) it|described as|termed
        """,
    "SUPPOSED": r"""
        (?:we|they|i) (?:were|was) to
        (?:were|was|are) (?:supposed|meant|said|expected|reckoned) to(?: be)?|supposed to|it was (?:said|understood|supposed) that|officially we
        """,
    "ARRIVAL": r"""
        (?:at|from) the (?:airport|station|harbour|port|border)|met us|landed|got off (?:the )?(?:train|plane|bus|boat)|on arrival|when we arrived|the plane|at customs
        """,
    "PASSFULL": r"""
        passports? (?:\w+ ){0,2}(?:lasted|was full|were full|filled|did not last|ran out of (?:pages|room)|had no (?:room|space|pages))(?: \w+){0,2}
        (?:no|not enough) (?:room|space|pages?) (?:left )?(?:for|in)(?: \w+){0,2} (?:stamps?|passports?)|(?:second|third|fourth) passport|new passport every|it was full
        pages? (?:were|was) (?:full|used up|gone)
        """,
    "TOOL": r"""
        helmets?|hard hats?|gloves|pickaxe|wheelbarrow|welding torch|drill|spanner|apron|boots|overalls|broom|mop|brush|needle|scissors|iron
        """,
    "DOORLOCK": r"""
        (?:nobody|no one|none) (?:opened|unlocked|came to open)(?: \w+){0,2}|(?:knocked|banged|beat|hammered) (?:on|at|against) the (?:door|gate|pipes|wall)(?: \w+){0,3} (?:until|till|but|and)
        (?:handles?|knob|latch|bolts?|locks?|keyhole|catch|padlocks?|hasp)(?: \w+){0,3} (?:on|from|at) the (?:outside|outer side|far side|other side)
        (?:locked|bolted|barred|fastened|shut|chained) (?:\w+ )?from (?:the )?outside|no handle(?: \w+)? (?:inside|on the inside)
        """,
    "NOTUS": r"""
        (?:there was|there were|was|had|and|with|saw) no need(?! (?:of|for) (?:a |any )?visas?)(?: (?:to|for) (?:that|it|do so))?
        we did nothing of the (?:kind|sort)|nothing of the (?:kind|sort)|we had nothing like (?:that|it)
        (?:that|it|this|they) (?:was|were) not (?:our|us|ours)(?: \w+)?|not (?:in|with|from|for) (?:ours|our (?:group|company|brigade|team|firm|plant|case|unit))|nobody in our (?:group|brigade|company|team)
        not (?:our|ours)(?: (?:group|company|brigade|team|firm))?|none of (?:us|ours) (?:was|were|had|did|came|went|travelled|travel)
        """,
    "TRADE": r"""
        (?:i|he|she) was a trader|handed over (?:the )?goods|delivered (?:the )?goods|in trade|on business trips?|foreign trade (?:official|worker)|sold (?:goods|fish|coal)|cargo
        """,
    "INVITE": r"""
        our hosts?|host organi[sz]ation|inviting (?:party|side|firm|organi[sz]ation)|letter from (?:a|an|some) (?:\w+ )?(?:association|society|company)
        """,
    "PAIRS": r"""
        in (?:twos|pairs)|two by two|pair by pair|such (?:twos|pairs)|pairs
        """,
    "OFTEN": r"""
        (?:two or three|two|three|several|many|four|a few) times (?:a|each|every|per) month|twice (?:a|each|every) month|(?:two or three|two|three) times in a month
        """,
    "FAMILY": r"""
        my (?:mother|father|grandmother|grandfather|wife|husband's \w+|aunt|uncle)(?: \w+)? (?:went|visited|travelled|had|got|came|entered)
        """,
    "US": r"""
        we|us|our|ours|i|my|me|mine|ourselves|myself|north koreans?|koreans|the koreans?|korean (?:girls?|women|men|workers?|labou?rers)|all of us|each of us|every one of us|my group|our group
        """,
    "SOUTH": r"""
        in (?:south korea|the south)|south korean trainee|trainees? (?:in|to) south korea
        """,
    "GONE": r"""
        gone|vanish(?:ed)?|disappear(?:ed)?|missing|away
        """,
    "PAY": r"""
        unpaid|without pay|day's pay
        """,
    "TUITION": r"""
        tuition(?: fees?)?|school fees?|college fees?|for (?:the |our )?(?:tuition|schooling|teaching)
        """,
    "TIMES": r"""
        (?:some|about|perhaps|nearly|over|more than) (?:[0-9]+|ten|twenty|thirty|forty|fifty|sixty) times|dozens of times
        """,
    "YEARS": r"""
        (?:for )?(?:[0-9]+|a|one|two|three|four|five|six|seven|several|many|whole|half a|all)(?: and a half)?(?: whole| long| of my)? (?:years?|winters?|summers?|seasons)|(?:nineteen|eighteen|twenty|fifteen|fourteen|twenty-\w+|thirty|ten|eleven) months
        """,
    "NONEOF": r"""
        (?:not one|not a single|no|never one) (?:person|man|woman|worker|girl|builder|soul|colleague|employee|member)(?: (?:of|among|in|on|from|at|with) (?:us|them|(?:our|the|my|that|this|his) \w+))?(?: who)?
        (?:nobody|no one|none|not one) (?:of|among|in|on|from|at) (?:us|them|(?:our|the|my|that|this) (?!family)\w+) who
        (?:nobody|no one|none|not one) of (?:our|the|my) (?:people|men|women|girls|workers|builders|group|brigade|lot|crew)(?: was| were| had| ever| has| have)*
        """,
}
