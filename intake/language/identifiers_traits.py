"""Other things that single a person out: marks on the body, being the only one, honours, rare work, family history, singular events.

Clauses, for a person to judge: the words say that something rare is told, not that it identifies. Each rule gives the clause around
its words, since what identifies is the whole of it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from intake.language import scripts
from intake.language.findings import GUESS, Finding
from intake.language.skeletons import letters_of

_KO_BODY = (
    r"흉터|흠집|문신|화상\s?자[국리]|덴\s?자[국리]|꿰맨|꿰매|바늘을?\s?(?:꿰|기운)|사마귀|기미가|주근깨|의족|의안|의수|의치|금이발|금이빨|금니|은이빨|곱사등|곱추|꼽추|언청이|대머리|왼손잡이|왼손재기|색맹|색약|말을\s?더듬|말더듬|"
    r"벙어리|귀가\s?먹|귀머거리|귀를\s?못|눈이\s?(?:멀|안\s?보|하나|한쪽)|한쪽\s?눈|외눈|애꾸|절름|절뚝|다리를\s?절|다리를\s?저|지팽이|지팡이|목발|쌍둥이|쌍둥|세쌍둥이|곱슬|붉은\s?머리|빨간\s?머리|흰머리|백발|보청기|"
    r"(?:손가락|발가락|손톱|발톱|이발|이빨|귀|코|팔|다리|손목|발목|엄지|검지|약지|중지|새끼)(?:을|를|이|가|\s)[^.!?\n,]{0,14}?(?:잘[렸려린리]|없[는습어었다]|나갔|나가[고서]|빠졌|빠[진져]|부러[졌져]|뭉개|끊[어겼]|날[아라]|떨어[졌져])|"
    r"(?:목|팔|손|손등|얼굴|이마|뺨|볼|귀|눈|입|코|등|배|다리|무릎|어깨|가슴|턱|눈썹)[^.!?\n,]{0,12}?(?:점이|점\s?하나|점\b|콩알|반점|상처|자국|자리가)|키가\s?(?:제일|유난|유별|아주|남달리|백|구척|2메|난쟁)|난쟁이|거인|몸이\s?불편|불구|장애|한쪽\s?(?:팔|다리|귀|손)|"
    r"사투리가\s?(?:심|유별)|얽은|곰보|째보|눈동자|파란\s?눈|혹이|수술\s?자리|파편|총상|총알이|탄알|상이군인|영예군인"
)
_KO_SOLE = (
    r"유일|하나뿐|하나밖에|혼자뿐|혼자였|혼자만|[저나내]\s하나(?!님)|나밖에|저밖에|저뿐|나뿐|단\s?한\s?(?:명|사람|분)|한\s?(?:명|사람)뿐|(?:한|두)\s?(?:명|사람|분)밖에|밖에\s?없는|첫\s?(?:번째\s)?(?:녀|여)(?:성|자)|최초|첫\s?번째로|처음으로\s?(?:된|나온|뽑)|"
    r"제일\s?(?:어[린리렸]|나이|키|오래|젊|늙|높|먼저)|가장\s?(?:어린|나이|키|오래|젊|늙)|최고령|최연소|맏이|외동|외아들|외딸|삼대독자|독자(?:입|이|였)|칠남매|팔남매|륙남매|[구십]\s?남매|[칠팔구]\s?형제|드문\s?(?:성|이름|직업)|드뭅니다|드물지|하나\s?있었|하나였|[저나]만\s|나\s?혼자|저\s?혼자"
)
_KO_HONOUR = (
    r"로력영웅|공화국영웅|영웅\s?칭호|영웅이|훈장|메달|표창|칭호|공훈|인민배우|인민체육인|올림픽|선수권|경연\s?(?:대회)?|콩쿠르|[123일이삼]등(?:을|상)|국가대표|선수\s?출신|체육단|대의원|최고인민회의|외교관|대사였|대사의|비행사|조종사|잠수함|정찰병|"
    r"의용군|국군포로|포로병|전쟁\s?로병|전쟁로병|로병|귀국자|귀국동포|귀포|재일|재쏘|일본에서\s?(?:온|건너|귀국|나온)|북송|화교|월남|지주|친일|토대가|성분이|정치범|처형|총살|교화소에|수용소|관리소|항일투사|투사|렬사|전사자|만경대|혁명가유자녀|접견자|선물|명함시계|"
    r"종합대학|음악대학|예술대학|연극영화|외국어대학|리과대학|공업대학|의학대학|제1고등|제일고등|예술단|악단|합창단|무용수|배우(?!자|며|고)|가수|방송원|지휘자|작곡가|작가|시인|화가|조각가|미술가|창작사|만수대|연주|가야금|손풍금|아코디온|바이올린|피아노|해금|장새납|드럼|성악|무용"
)
_KO_WORK = (
    r"관리위원장|강좌장|학부장|학장|교장|초급당비서|당비서|착암공|기관사|렬차원|열차원|렬차장|잠수부|잠수공|해녀|교환수|아나운서|치과|수의사|기공사|설계가|설계원|연구사|과학자|박사|천문|기상대|등대|기관장|선장|갑판장|통신병|무전수|"
    r"무선수|무당|점쟁이|사진사|영사기사|영사공|시계\s?수리|종을\s?치|교도관|간수|보위원이|보안원이|안전원이|검사로|판사|변호사|도장공|조각|뜨락또르|운전사(?:였|입|로)|운전수(?:였|입|로|입니다)|렬차\s?사고|상무원|의사(?:였|입|로|인)|약사|수간호|한의|동의사|양봉|포수|사냥군|사냥꾼|잠업|"
    r"발명|내가\s?(?:만든|짠|설계|지은)|제가\s?(?:만든|짠|설계|지은|그린|쓴)"
)
_KO_EVENT = r"물에\s?빠져|익사|벼락|얼어\s?죽|굶어\s?죽|사고로\s?(?:죽|돌아|사망|잃)|화재로|불이\s?나서|무너져서|무너졌|뛰여내|뛰어내|창문으로|담을\s?넘|담장을|헤엄[쳐치]|트럭\s?밑|짐칸에|랭동차|관\s?속|유리에|자살|목을\s?매|아이를\s?낳|해산|류산|임신|결혼식|신문에\s?(?:난|나왔|났)|텔레비[죤전]에\s?(?:나|출)|영화에\s?나"
_EN_BODY = (
    r"scars?\b|tattoos?\b|birthmark|moles?\b|limp(?:s|ed)?\b|\bcane\b|crutch|gold (?:tooth|teeth)|silver tooth|one-eyed|one eye|blind\b|deaf\b|mute\b|stutter|stammer|lisp\b|hearing aid|missing (?:\w+ )?(?:finger|tooth|toe|ear|eye|thumb)|"
    r"(?:lost|missing|without|no) (?:the |my |his |her |two |three |a |an |half |part |tip |end |of |one |left |right |top |first )+(?:\w+ )?(?:finger|thumb|toe|eye|ear|leg|arm|hand|tooth|teeth|foot|nail|hair)|burn(?:ed|t)? (?:mark|across|on|his|her|my)|"
    r"a burn\b|stitches|false (?:teeth|leg)|glass eye|artificial|wooden leg|prosthe|red hair|freckle|left-handed|\btwins?\b|triplet|harelip|cleft|hunchback|crooked|squint|dimple|tallest|shortest|biggest man|fattest|bald\b|wheelchair|epilep|seizure|"
    r"(?:leg|arm|foot)s? (?:is|are|was|were) (?:shorter|longer|stiff|crooked|dead)|shorter than the other|(?:cut off|froze off|lost|took off) (?:\w+ ){0,3}(?:toe|finger|ear)s?|shrapnel|bullet|amputat|colou?r-?blind|(?:two|three|four|five|six) fingers"
)
_EN_SOLE = (
    r"the only\b|my only\b|only one\b|the one (?:accountant|woman|man|girl|doctor|cook|nurse|interpreter|driver|welder|translator|teacher|person who)|the sole\b|\bsole \w+|only (?:woman|man|girl|person|interpreter|accountant|doctor|cook|driver|Korean|North|survivor|child|son|daughter|dentist)|"
    r"the first (?:woman|man|girl|person|Korean|North|one|in)|the last (?:one|person|of|in)|the youngest|the oldest|the eldest|nobody else|no one else|no other\b|\bunique\b|one of (?:two|three|only)|there (?:is|was) only one|just me\b|(?:anybody|anyone|everybody|everyone|they) (?:\w+ ){0,5}(?:can|could|would|will) (?:work out|guess|recogni[sz]e|know at once|tell)|only two of (?:us|them)|only I\b|one in the whole|everybody (?:in|there) knows|everyone (?:in|there|knew)|famous\b|well[- ]known"
)
_EN_HONOUR = (
    r"medal|Olympi|champion|\bhero\b|Hero of|decorated|Order of|ambassador|diplomat|professor|conductor|actress|\bactor\b|singer|soprano|tenor|drummer|pianist|violin|accordion|kayagum|gayageum|goalkeeper|footballer|wrestl|boxer|gymnast|skater|"
    r"observator|astronom|lighthouse|war veteran|veteran|prisoner of war|\bPOW\b|Japan-?born|returnee|from Japan|born in Japan|executed|public(?:ly)? execut|political prison|landlord family|martyr|revolutionary|pilot\b|submarin|diver\b|astronaut|cosmonaut|"
    r"first prize|prize\b|award|\bsolo(?:ist)?\b|orchestra|choir|circus|acrobat|film(?:s)? star|in a film|on television|poet\b|painter of|sculptor|composer|surgeon|patholog|dentist|veterinar|midwife|stationmaster|choirmaster|headmaster|headmistress|\bdean\b|announcer|"
    r"university (?:professor|lecturer)|Kim Il[ -][Ss]ung University|Foreign Languages|conservator|beekeeper|locomotive|train driver|engine driver|projectionist|telephonist|radio operator|interpreter for|bodyguard|chauffeur|grandfather (?:had been|was|fought)|great-grand"
)
_EN_EVENT = (
    r"\bdrowned|struck by lightning|hanged|jumped (?:from|off|out)|over the wall|climbed (?:over|out|down)|swam\b|under (?:a|the) (?:truck|lorry|train)|in the (?:boot|trunk) of|inside a (?:container|crate|barrel)|gave birth|miscarr|pregnan|wedding|in the newspaper|"
    r"photograph of (?:me|us|him|her)|I (?:wrote|designed|built|invented|programmed|drew) the|my (?:invention|design)|M[SVT]/? ?[A-Z][a-z]+|\bvessel\b|trawler|hull\b|ship called|named after"
)
_ZH_BODY = (
    r"伤疤|疤痕|疤|纹身|胎记|痣|瘸|跛|拐杖|断指|断了[一两三]?[根截]|少了?[^，。]{0,4}(?:指|牙|耳|眼|腿|胳膊)|缺[^，。]{0,3}(?:指|牙|耳|眼|腿)|没了[^，。]{0,3}指|义肢|假肢|假牙|金牙|义眼|独眼|失明|瞎了|眼睛?看不见|聋|哑巴|结巴|口吃|大舌头|助听器|残疾|烧伤|烫伤|弹片|枪伤|缝了|"
    r"双胞胎|龙凤胎|左撇子|六指|兔唇|豁嘴|秃顶|光头|白癜风|红头发|卷头发|酒窝|驼背|罗锅|矮个|个子(?:最|特别|很)[高矮]|最[高矮胖]的|色盲|轮椅|癫痫|羊角风"
)
_ZH_SOLE = (
    r"唯一|独一|就(?:我|他|她)一[个人]|只有(?:我|他|她)一?[个人]?|(?:我|他|她)一个(?:男|女|朝鲜|中国|会|人)|头一个|第一个(?!月|星期|问题|晚上|班|礼拜)|最后一个|全[厂县市镇村国郡省队][^，。]{0,6}(?:就|只|数|都知道|都认识|第一)|数得着|没有第二|独苗|独生|独子|独女|老幺|最(?:小|老|年轻|年长|大)的|"
    r"就那么[一两几]个|一说就知道|谁都认识|都认识|出了名|有名的|绝无仅有|少见|不多见|罕见"
)
_ZH_HONOUR = (
    r"功臣|英雄|勋章|奖章|立过?功|[一二三]等功|劳模|劳动模范|标兵|冠军|亚军|第一名|第[二三]名|金牌|银牌|铜牌|奥运|状元|教授|博士|院士|大使|外交官|专列|潜水员|转业|退伍|侦察兵|飞行员|特种兵|抗美援朝|志愿军|战俘|俘虏|起义|归侨|归国|华侨|在日|老红军|烈士|枪毙|枪决|"
    r"处决|政治犯|地主|成分|表彰|得过?[^，。]{0,10}[奖名]|获奖|演员|歌手|歌唱|舞蹈|独唱|领舞|指挥|钢琴|手风琴|伽倻琴|小提琴|画家|作家|诗人|记者|播音|主持|运动员|国家队|体校|音乐学院|艺术团|歌舞团|金日成综合大学|外国语大学|校长|院长|科学家|工程师家|"
    r"兽医|放映员|牙医|接生|火车司机|灯塔|天文|气象|守林|养蜂|船长|大副|轮机|接线员|话务员|厨师长|老中医|算命|萨满|巫|木偶|杂技|翻译官|警卫"
)
_ZH_EVENT = r"淹死|触电|雷劈|上吊|自杀|跳楼|跳下|翻墙|游过|游水|钻进|藏在|后备箱|生孩子|流产|怀孕|婚礼|上过(?:报|电视)|报纸上|登过|拍过|百年|[一二三四五六七八九]百年|做成平账|我(?:设计|编|写|发明|画)的|账上|做账|渔船|轮船|[\u3400-\u9fff]{2,4}号(?:船|轮|渔船)"
_RU_BODY = (
    r"шрам|рубц|родинк|родимое|татуировк|накол(?:к|от)|протез|хром[аоы]|прихрам|тростью|тросточк|костыл|слеп[аоыу]|ослеп|глух[аоу]|нем(?:ая|ой|ого)\b|заик|золот\w+\sзуб|железн\w+\sзуб|без\s(?:\w+\s)?(?:пальц|глаз|ног|рук|уха|зуб)|не\s(?:было|хвата\w+)\s(?:\w+\s)?(?:пальц|глаз|ног|рук|уха|зуб)|"
    r"потерял\w*\s(?:\w+\s)?(?:пал|глаз|ног|рук|ух|зуб)|рыж[аиеу]|лыс[аоы]|горбат|кос(?:ой|ая)\b|одноглаз|однорук|одноног|самый\s(?:высок|маленьк|низк|толст)|близнец|двойняш|левш|ожог|обожж|осколок|осколк|пул[яюей]\b|инвалид|слухов\w+\sаппарат|эпилеп|веснушк|пятн[оау]\s(?:на|во|в)|(?:на\s\w+\s)?(?:щеке|лбу|шее|лице|губе|подбородке)\s(?:у\s\w+\s)?(?:пятн|родим|бородавк|рубец|отметин|ямк)|(?:на\s)?(?:лев|прав)\w{2,3}\s(?:ух|глаз|рук|ног|кист|локт|плеч|колен)\w*\s(?:\w+\s){0,8}?(?:не\s|плохо\s|сохн|отморож|искривл|короче)|не\s(?:сгиба|гн[её]|слыш\w+\s(?:на|одним|левым|правым)|вид\w+\s(?:левым|правым|одним))\w*|отморо[зж]\w*|сухорук|кривоног|без\sзубов|зубы\s(?:стальн|золот|железн)|стальные\sзубы|заячь|картав|шепеляв"
)
_RU_SOLE = (
    r"единственн|один\s(?:такой|на\s(?:весь|всю|всё|все|всей))|одна\s(?:такая|на\s(?:весь|всю|всё|все|всей))|один\s\w+\sна\s(?:весь|всю|всей)|на\s(?:весь|всю)\s\w+\sодн?[аи]|только\s(?:я|он|она)\s(?:один|одна)|лишь\s(?:я|он|она)|последн(?:яя|ий|ие)\s(?:в|на|из|кто)|перв(?:ая|ый)\s(?:в|на|из|кто|женщин)|сам(?:ый|ая)\s(?:молод|стар|младш|пожил)|больше\sникого|во\sвс[её]м\s\w+\s[^.!?\n]{0,40}?(?:один|одна)(?!\w)|(?:одна|один)\s(?:на\s|во\s)(?:весь|всю|всё|всем|всей)|только\sодин\sтакой|"
    r"больше\sтаких|все\s(?:в\s\w+\s)?(?:знают|знали)|кажд\w+\sзнает|редк(?:ая|ое|ий)|кроме\sменя\sни"
)
_RU_HONOUR = (
    r"медал|орден\b|ордена|орденом|геро[йяею]\b|чемпион|олимпи|мастер\sспорта|заслуженн|народн\w+\sартист|консерватори|профессор|лауреат|посл(?:ом|а)\b|посол\b|дипломат|л[её]тчик|подводник|водолаз|моряк|фельдшер|ветеринар|военноплен|плен[ун]|репатриант|из\sЯпонии|расстрел|казнил|ссыльн|репрессир|"
    r"почтальон|кочегар|машинист|смотрител|маяк|акушер|настоятел|дириж[её]р|пианист|скрипач|баянист|каягым|играл[аи]?\sна|певиц|солист|актрис|акт[её]р|балерин|художник|рисовал|скульптор|поэт|композитор|присяжн|академик|учён\w+\sстепен|доктор\sнаук|разведчик|ветеран|партизан|доброволец|фронтовик|музе[йя]|телевизор|газет|"
    r"завкафедр|директор\sшкол|пчеловод|егер|лесник|охотник"
)
_RU_EVENT = r"утон(?:ул|ула)|повесил|застрелил|замёрз\w*\sнасмерть|под\sпоезд|молни|выпрыгну|прыгнул|через\sзабор|перелез|вплавь|переплы|в\sбагажник|под\sгрузовик|родил[аи]\s(?!с)|беремен|выкидыш|свадьб|траулер|теплоход|сухогруз|сейнер|[«\"][А-ЯЁ]\w+-\d{1,3}[»\"]|я\s(?:сам\s)?(?:придумал|спроектировал|написал\sпрограмм|изобр)"
_WORDS = (
    ("ko", "trait.body", _KO_BODY), ("ko", "trait.sole", _KO_SOLE), ("ko", "trait.honour", _KO_HONOUR), ("ko", "trait.work", _KO_WORK), ("ko", "trait.event", _KO_EVENT),
    ("en", "trait.body", _EN_BODY), ("en", "trait.sole", _EN_SOLE), ("en", "trait.honour", _EN_HONOUR), ("en", "trait.event", _EN_EVENT),
    ("zh", "trait.body", _ZH_BODY), ("zh", "trait.sole", _ZH_SOLE), ("zh", "trait.honour", _ZH_HONOUR), ("zh", "trait.event", _ZH_EVENT),
    ("ru", "trait.body", _RU_BODY), ("ru", "trait.sole", _RU_SOLE), ("ru", "trait.honour", _RU_HONOUR), ("ru", "trait.event", _RU_EVENT),
)  # fmt: skip
_KO_KIN = r"(?:아버지|어머니|아버님|어머님|할아버지|할머니|남편|안해|아내|세대주|오빠|언니|형님?|누나|누이|삼촌|고모|이모|외삼촌|사위|며느리|장인|장모|시아버지|시어머니|아들|딸)"
_EN_KIN = r"(?:father|mother|grandfather|grandmother|husband|wife|brother|sister|uncle|aunt|son|daughter|cousin|father-in-law|mother-in-law)"
_ZH_KIN = r"(?:爸爸?|妈妈?|父亲|母亲|爷爷|奶奶|姥爷|姥姥|外公|外婆|丈夫|男人|老公|老婆|媳妇|妻子|爱人|对象|哥哥?|姐姐?|弟弟?|妹妹?|叔叔?|舅舅?|姑姑?|姨妈?|公公|婆婆|岳父|岳母|儿子|女儿|闺女)"
_RU_KIN = r"(?:[Оо]тец|[Мм]ать|[Мм]ама|[Пп]апа|[Дд]ед(?:ушка)?|[Бб]абушка|[Мм]уж|[Жж]ена|[Бб]рат|[Сс]естра|[Дд]ядя|[Тт][её]тя|[Сс]ын|[Дд]очь|[Тт]есть|[Сс]в[её]кор|[Зз]ять)"
# What a relative is or was by profession, and what the witness was: rare only sometimes, which a person can tell.
_POSTS = (
    ("ko", re.compile(
        rf"{_KO_KIN}(?:은|는|이|가|도|께서)?\s(?!이름)[^.!?\n,]{{2,30}}?(?:공|원|사|장|수|관|직|가|자|병|인)(?:이고|이였|이었|였|입니다|인데|을\s?하|를\s?하|으로\s?(?:있|일)|로\s?(?:있|일)|이라|라서)"
        r"|(?<![가-힣])(?:저는|나는|내가|제가)\s[^.!?\n,]{0,20}?(?:회계|통역|운전|료리|간호|의사|장부|반장|소대장|조장|지배인|경리|창고장|재단|기술지도|선전|부업|위생)[가-힣]{0,3}(?:이였|였|이었|입니다|을\s?봤|를\s?봤|을\s?맡|를\s?맡|로\s?있)[가-힣]*"
    )),
    ("en", re.compile(
        rf"\b(?:[Mm]y|[Hh]is|[Hh]er) (?:\w+ )?{_EN_KIN}(?:,? [A-Z]\w+(?:[ -][A-Z]\w+){{0,2}},?)? (?:is|was|had been|works?|worked|served|used to be|taught|played|sang|drove|painted|made|ran|sells?|sold)\b (?!dead|ill|sick|still|there|in\b|at home|waiting|born|called|named|from)[^.!?\n,;]{{3,60}}"
        r"|\bI (?:was|am|worked as|became|served as) (?:the|an?|their) (?!man|woman|person|Korean|child|boy|girl|prisoner|worker|member|little|bit)[^.!?\n,;]{3,50}"
    )),
    ("zh", re.compile(
        rf"(?:我|他|她)?{_ZH_KIN}(?:以前|过去|原来|年轻时|当年|从前)?(?:是|当过?|做过?|干过?|在)[^，。！？；\n]{{2,16}}"
        r"|我(?:以前|过去|原来|当时|那时|就)?(?:是|当|干|做)(?!朝鲜人|中国人|女的|男的|[一两]|什么|不|的)[^，。！？；\n]{1,10}(?:的|员|师|长|家|手|匠|计|工|医|贩|东|导|译|管|官|兵)(?=[，。！？；\n])"
    )),
    ("ru", re.compile(
        rf"{_RU_KIN}(?:\s(?:мой|моя|его|её))?(?:,?\s[А-ЯЁ]\w+(?:\s[А-ЯЁ]\w+){{0,2}},?)?\s(?:—\s|был\w*\s|работа\w+\s|служил\w*\s|преподава\w+\s|раньше\s)[^.!?\n,;]{{3,50}}"
        r"|(?:\b[Яя]\s(?:был\w*|работа\w+|служил\w*)|\b[Рр]аботал[аи]?\sя|\b[Рр]аботал[аи]?)\s(?!там|здесь|с\s|в\s\d|на\sстройк|до\s|по\s)[^.!?\n,;]{3,40}"
    )),
)  # fmt: skip
# Where words are set apart they are looked for from their beginning: nobody was hanged in “changed”. In small letters, as
# the text then is too: alternatives without regard to case cost three times as much.
_BEGINS = {"en": r"\b(?:", "ru": r"(?<![а-яё])(?:"}
# The words alone are looked for first: a clause with free text before its words would be tried at every place of the text.
_RULES = tuple(
    (script, rule, re.compile(_BEGINS[script] + words.lower() + ")" if script in _BEGINS else words))
    for script, rule, words in _WORDS
)
_ENDS = {"ko": ".!?\n,", "en": ".!?\n,;:", "zh": "，。！？；\n", "ru": ".!?\n,;:"}
_REACH = {"ko": 26, "en": 44, "zh": 12, "ru": 36}
# A vessel by name: 풍어-12호라는 배, MV Polar Star, траулер «Сонбон-3».
_SHIPS = tuple(
    re.compile(pattern)
    for pattern in (
        r"(?<![가-힣\d])[가-힣A-Za-z]{2,8}(?:\s[가-힣]{2,6})?(?:-|\s)?\d{0,4}호(?=라는|라고|의?\s(?:선장|기관장|선원|갑판)|에\s(?:탔|승선|타고)|[,.]\s그걸|이?라는\s배)|배\s이름은\s[‘'\"]?[^.!?\n,]{2,16}",
        r"(?<!\w)(?:M/?[VST]|SS|FV|F/V)\s[A-Z][\w'’-]+(?:\s[A-Z][\w'’-]+)?",
        r"(?:[Тт]раулер|[Сс]удн|[Кк]раболов|[Шш]хун|теплоход|сейнер|сухогруз|корабл|пароход|краболов)\w*\s[«\"][^»\"\n]{2,30}[»\"]",
    )
)


def find(text: str) -> Iterator[Finding]:
    """Clauses that may single somebody out; guesses all."""
    written = scripts.prose(text)
    small = _small(text)
    for script, rule, words in _RULES:
        if script in written:
            reached = 0
            for match in words.finditer(small):
                if match.start() < reached:
                    continue
                start, end = _clause(text, *match.span(), _ENDS[script], _REACH[script])
                reached = end
                yield _at(text, start, end, rule)
    for script, post in _POSTS:
        if script in written:
            for match in post.finditer(text):
                yield _at(text, *match.span(), "trait.post")
    for pattern in _SHIPS:
        for match in pattern.finditer(text):
            yield _at(text, *match.span(), "trait.ship")


def _small(text: str) -> str:
    """The text in small letters, each sign still one (of İ, which becomes two, not)."""
    small = text.lower()
    return small if len(small) == len(text) else "".join(c.lower() if len(c.lower()) == 1 else c for c in text)


def _clause(text: str, start: int, end: int, ends: str, reach: int) -> tuple[int, int]:
    """The clause around the words, whole words only and no further than `reach` to each side."""
    first, last = max(0, start - reach), min(len(text), end + reach)
    left = max(text.rfind(sign, first, start) for sign in ends) + 1
    right = min((at for sign in ends if (at := text.find(sign, end, last)) >= 0), default=last)
    if not left:
        left = first if first == 0 else max(first, text.find(" ", first, start) + 1)
    if right == last < len(text):
        right = max(end, text.rfind(" ", end, last))
    return left, right


def _at(text: str, start: int, end: int, rule: str) -> Finding:
    found = text[start:end]
    start += len(found) - len(found.lstrip(' ,"“'))
    end -= len(found) - len(found.rstrip(" ,"))
    return Finding("OTHER_IDENTIFIER", start, end, rule, f"trait.{letters_of(text[start:end])}", GUESS)
