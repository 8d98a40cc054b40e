"""Words that stand beside a name: titles, ranks, forms of address, kinship, in four languages.

The Korean lists hold northern and southern words. Kinship words are kept apart because a name beside one is a relative's.
"""

from __future__ import annotations

KOREAN_TITLES = tuple(
    "아무개 부부장 부총국장 총지배인 부원 지점장 지사장 출장소장 대장님 라오반 로반 노반 라오쓰 사부 쓰푸 스푸 따거 다거 따꺼 공장장 부공장장 총책임자 총책임 작업조장 소조장 조직비서 부문당비서 부비서 초급비서 촌장 리장 이장 십장 감독 감독관 감독원 현장감독 현장소장 사감 관리인 관리원 관장 교감 총무 무관 번역원 감시원 선교사 "
    "순찰대장 경비대장 보위부장 보위과장 대표부장 무역대표 분국장 당위원장 직맹위원장 청년비서 녀맹위원장 규찰 부관 사령관 군관 기통수 의무장 위생지도원 로동지도원 사상지도원 행정부지배인 기사 기술원 전공 "
    "로파 할망구 노파 아재 아재비 아즈마이 아즈머니 큰어머니 큰아버지 부원 공정사 공정원 교원 교양원 참모 조리사 운전사 운전수 간호장 위생원 사관 판매원 봉사원 접대원 로동자 재단사 재단공 미싱공 용접공 미장공 목수 경비원 순찰대장 통제원 검찰원 "
    "참사원 지도교원 학부형 담임 교장 부교장 학장 강좌장 과학자 연구사 박사원생 대장 부대장 단원 대원 분조원 초병 련락원 연락원 "
    "동무 동지 동생동무 지도원 지배인 부지배인 대표 부대표 단장 부단장 조장 부조장 반장 부반장 작업반장 직장장 분조장 소장 부소장 "
    "사장 부사장 총사장 전무 상무 이사 리사 회장 부회장 부장 차장 과장 부과장 계장 대리 주임 팀장 실장 국장 부국장 처장 원장 "
    "선생 선생님 선생네 교수 박사 목사 목사님 전도사 전도사님 집사 집사님 권사 장로 신부 수녀 스님 기자 변호사 통역 통역원 안내원 "
    "간호사 간호원 의사 군의 소대장 부소대장 중대장 대대장 분대장 부분대장 련대장 연대장 사단장 정치지도원 세포비서 비서 당비서 "
    "위원장 부위원장 보위원 보위지도원 보안원 안전원 담당보위원 서기 서기관 영사 령사 대사 참사 참사관 공사 기사장 기사 기능공 "
    "책임자 책임비서 관리위원장 인민반장 회계 회계원 경리 출납 창고장 호실장 규찰대장 조교 교관 예심원 검사 판사 계호원 간수 "
    "대위 상위 중위 소위 소좌 중좌 상좌 대좌 소령 중령 대령 상사 중사 하사 특무장 사관장 상병 병장 이병 일병 주석 총국장 초급당비서 "
    "씨 님 양 군 옹 여사 녀사 아가씨 총각 사모님 사장님 지배인님 선배 후배 형제 자매 브로커 선장 갑판장 기관장 주방장 료리사 요리사 "
    "영감 로인 노인 할머니 할아버지 할매 할배 아매 아바이 아버이 아저씨 아주머니 아줌마 아지미 아즈바이 삼촌 이모 고모 언니 오빠 누나 누이 "
    "형 형님 누님 오라버니 오라바이 동갑 맏이 막내".split()
)
KOREAN_KIN = tuple(
    "어머니 아버지 엄마 아빠 부친 모친 부모 할머니 할아버지 외할머니 외할아버지 남편 안해 아내 처 세대주 나그네 색시 신랑 약혼자 "
    "아들 딸 딸애 아들애 큰아들 작은아들 둘째아들 막내아들 큰딸 작은딸 둘째딸 막내딸 맏딸 맏아들 큰애 작은애 막내동생 오누이 쌍둥이 "
    "동생 남동생 여동생 녀동생 누이동생 오빠 형 형님 누나 누이 언니 오라버니 오라바이 사촌 사촌동생 사촌형 사촌언니 사촌누나 조카 조카딸 "
    "손자 손녀 시어머니 시아버지 시누이 시동생 장인 장모 사위 며느리 매부 매형 형부 처남 처제 처형 올케 삼촌 외삼촌 고모 이모 고모부 "
    "이모부 큰아버지 작은아버지 큰어머니 작은어머니 맏아버지 맏어머니 외사촌 고종사촌 이종사촌 육촌 6촌 4촌".split()
)
# Kinship words that, after a name, are mostly used for people who are no kin.
KOREAN_ADDRESS = frozenset(
    "언니 오빠 누나 형 형님 누님 아바이 아버이 아저씨 아주머니 아줌마 아지미 아즈바이 할머니 할아버지 할매 할배 아매 영감 로인 노인 이모 "
    "삼촌 오라버니 오라바이 막내 누이 고모".split()
)
KOREAN_HELPERS = (
    "브로커",
    "안내자",
    "길잡이",
    "도강",
    "중개인",
    "거간",
    "선을 놓",
    "줄이 닿",
    "줄을 놓",
    "탈출",
    "넘겨",
    "빼내",
    "구조",
    "은신처",
)

ENGLISH_TITLES = tuple(
    "Mr Mrs Ms Miss Mister Madam Madame Mme Monsieur Sir Dr Doctor Prof Professor Comrade Manager "
    "Director Captain Major Colonel "
    "Lieutenant Sergeant General Officer Inspector Interpreter Pastor Reverend Deacon Deaconess Elder "
    "Brother Sister Father Mother "
    "Secretary Minister Consul Ambassador Chairman President Chief Foreman Leader Boss Team-leader "
    "Vice-president Instructor Guide Nurse "
    "Teacher Engineer Commander Warden Guard Supervisor Accountant Broker Cook Driver Guide Counsellor Counselor Bosun Matron Skipper".split()
)
# These make part of the nickname itself (Old Jin, Auntie Piao).
ENGLISH_NICKS = tuple(
    "Old Little Big Fat Fatty Young Uncle Auntie Aunt Aunty Granny Grandma Grandpa Grandfather "
    "Grandmother Papa Mama Baby Tall Thin "
    "Skinny Crazy Lucky One-eyed Blind Lame Bald Red Black White Cousin Sister Brother Ajumma Ajossi Lao Xiao".split()
)
ENGLISH_KIN = tuple(
    "mother father husband wife son daughter brother sister brother-in-law sister-in-law mother-in-law "
    "father-in-law son-in-law "
    "daughter-in-law grandson granddaughter grandmother grandfather grandma grandpa uncle aunt cousin nephew niece "
    "parents fiancé fiancée widow stepmother stepfather half-brother half-sister twin mum mom dad".split()
)
ENGLISH_ROLES = tuple(
    "man woman boy girl friend colleague co-worker worker foreman manager director chief leader boss "
    "owner driver drivers guard watchman "
    "interpreter translator officer agent broker guide smuggler trafficker missionary pastor lawyer "
    "doctor nurse cook landlord landlady "
    "neighbour neighbor inspector investigator secretary accountant teacher classmate roommate bunkmate "
    "captain supervisor instructor "
    "representative vice-president president team-leader shopkeeper contact student soldier prisoner "
    "cellmate one person somebody someone "
    "mechanic engineer welder painter carpenter mason bricklayer plasterer fisherman skipper partner "
    "clerk recruiter handler minder".split()
)
ENGLISH_HELPERS = tuple(
    "broker smuggler trafficker guide missionary helped waited hid escape sheltered told-me-to "
    "invitations crossed".split()
)

CHINESE_TITLES = tuple(
    "领班 工段长 车间主任 站长 船老大 负责人 管事 会长 股长 科员 干事 所长 警官 民警 联络员 代表 副代表 经理 總經理 总经理 副经理 老板 老闆 老板娘 主任 会计 會計 厂长 廠長 副厂长 队长 隊長 组长 組長 班长 "
    "班長 师傅 師傅 师父 老师 老師 "
    "先生 女士 小姐 太太 夫人 阿姨 大姐 大哥 大嫂 大妈 大娘 大爷 大叔 叔叔 嫂子 姐姐 哥哥 姐 哥 嫂 叔 姨 婶 总 處長 处长 科长 科長 局长 局長 所长 所長 "
    "书记 書記 指导员 指導員 部长 部長 社长 社長 团长 團長 领队 領隊 带队 翻译 翻譯 医生 醫生 大夫 律师 律師 牧师 牧師 警官 同志 工 董 导游 導遊 船长 店长 "
    "主管 秘书 助理 司机 保安 工头 村长 支书 校长 参赞 领事 大使 保卫员 政委 连长 排长 营长 "
    "责任人 大校 上校 中校 少校 上尉 中尉 少尉 上士 中士 师长 旅长 副团长 副队长 副班长 副组长 "
    "副主任 副部长 副科长 副总 总工 工程师 技师 技术员 质检员 质检 调度 门卫 厨师 厨子 护士 校长 "
    "教授 院长 副院长 行长 股东 房东 舰长 大副 二副 轮机长 水手长 政治指导员 保卫科长 保卫处长 秘书长 "
    "委员 委员长 代办 武官 大使 副领事 总领事 法官 检察官 大婶 大伯 大舅 大娘 婶子 大妹子 奶奶 爷爷 "
    "老太太 老爷子 传道 传道士 执事 修女 神父 长老 传教士 宣教士 教士 ".split()
)
CHINESE_KIN = tuple(
    "妈妈 妈 母亲 爸爸 爸 父亲 老公 丈夫 老婆 媳妇 妻子 爱人 儿子 女儿 闺女 哥哥 弟弟 姐姐 妹妹 哥 弟 姐 妹 爷爷 奶奶 姥姥 姥爷 外公 外婆 孙子 孙女 "
    "侄子 侄女 外甥 外甥女 叔叔 舅舅 姑姑 姨妈 表哥 表弟 表姐 表妹 堂哥 堂弟 堂姐 堂妹 婆婆 公公 岳父 岳母 女婿 儿媳 嫂子 姐夫 妹夫".split()
)

RUSSIAN_TITLES = tuple(
    "господин госпожа товарищ гражданин гражданка начальник директор бригадир прораб мастер капитан "
    "майор полковник лейтенант сержант "
    "генерал инспектор переводчик переводчица менеджер управляющий представитель замдиректора консул "
    "посол секретарь дядя тётя тетя "
    "баба дед бабушка дедушка старший старшина следователь участковый хозяин хозяйка водитель сторож "
    "охранник повар врач доктор медсестра "
    "адвокат юрист пастор священник брокер посредник проводник".split()
)
RUSSIAN_KIN = tuple(
    "мать мама отец папа муж жена сын дочь дочка брат сестра бабушка дедушка внук внучка дядя тётя тетя "
    "племянник племянница свёкор "
    "невеста невесту невестой жених жениха сноха деверь тётка двоюродный двоюродная жену жены матери отцу сынок дочь "
    "свекровь тесть тёща зять невестка шурин золовка матери отца мужа жены сына дочери брата сестры мужу "
    "жене сыну брату сестре "
    "дочку сестру мужем женой сыном братом сестрой дочерью матерью отцом".split()
)
