"""Words that look like names and are not: what keeps 철수 (withdrawal) and 우리 조가 (our team) from being people."""

from __future__ import annotations

# Two-syllable Korean words made of given-name syllables. A name that is listed here needs more than a particle beside it.
KOREAN = frozenset(
    "철수 연수 련수 진주 송이 명수 정리 영광 은혜 사랑 보배 미래 하나 나라 진실 진심 성공 정수 상수 인수 지수 실수 점수 분수 선수 교수 가수 "
    "장수 군수 우수 특수 순수 수수 매수 회수 접수 보수 호수 홍수 향수 생수 광주 경주 전주 상주 원주 청주 충주 제주 여주 파주 영주 성주 해주 길주 "
    "의주 진도 강도 인도 수도 정도 태도 온도 속도 지도 기도 포도 제도 성실 정성 인정 안정 고정 사정 일정 예정 결정 과정 가정 조정 규정 감정 공정 "
    "수정 추정 판정 설정 선정 특정 한정 진정 지정 제정 개정 교정 시선 수선 전선 로선 노선 광선 해선 우선 유선 무선 수영 수용 미용 리용 이용 사용 "
    "비용 내용 허용 신용 고용 채용 영미 미국 영국 태국 중국 한국 조국 외국 전국 천국 귀국 입국 출국 애국 매국 성경 환경 배경 풍경 안경 북경 동경 "
    "상경 신경 인민 국민 시민 농민 주민 이민 난민 서민 경영 운영 진영 반영 강철 보호 간호 신호 기호 암호 번호 구호 선호 위원 직원 인원 회원 공원 "
    "병원 학원 지원 요원 의원 영원 구성 형성 작성 완성 조성 여성 녀성 남성 특성 개성 평성 찬성 음성 금성 화성 수성 인성 이성 지성 감성 동성 정식 "
    "양식 음식 소식 형식 방식 의식 지식 간식 주식 학식 무식 상식 인식 장식 회식 휴식 시대 세대 현대 군대 무대 시기 시간 인간 기간 중간 공간 순간 "
    "로동 노동 운동 활동 이동 자동 행동 감동 공동 아동 단동 동무 동지 동네 동생 사람 학생 선생 인생 위생 연생 평생 고생 발생 재생 전화 문화 영화 "
    "평화 변화 강화 대화 만화 총화 동화 심화 정화 진화 인화 화학 수학 과학 문학 대학 입학 유학 류학 의학 방학 전학 진학 정문 신문 질문 방문 전문 "
    "주문 소문 논문 공문 자문 설문 대문 창문 철문 문제 숙제 과제 경제 국제 실제 전제 규제 제재 인재 소재 존재 교재 현재 시장 공장 직장 사장 조장 "
    "반장 대장 부장 과장 소장 원장 회장 주장 성장 포장 통장 광장 극장 농장 도장 여권 려권 인권 주권 정권 증권 권리 관리 처리 수리 의리 논리 진리 "
    "도리 머리 자리 다리 거리 소리 우리 요리 료리 승리 유리 무리 분리 심리 원리 지리 관심 중심 안심 욕심 의심 양심 진심 조심 열심 결심 무심 핵심 "
    "전사 인사 공사 회사 조사 의사 기사 검사 교사 식사 행사 역사 농사 장사 이사 리사 봉사 영사 령사 대사 참사 감사 상사 박사 통신 교신 미신 확신 "
    "서신 자신 당신 정신 임신 대신 신분 수분 부분 기분 성분 대부분 신청 요청 초청 시청 도청 감시 실시 표시 지시 제시 무시 동시 당시 임시 다시 "
    "일이 사이 아이 나이 차이 길이 높이 넓이 깊이 놀이 먹이 구이 종이 고양이 어린이 늙은이 젊은이 모두 주로 서로 바로 따로 홀로 새로 별로 진짜 "
    "세관 려관 여관 장관 기관 경관 습관 회관 보관 대사관 영사관 기숙 미숙 성숙 엄숙 자숙 석탄 철광 금광 관광 영광 발광 인상 이상 사상 정상 현상 "
    "대상 보상 세상 항상 영상 동상 부상 예상 협상 가상 옥상 책상 밥상 실상 현실 사실 진실 성실 확실 교실 호실 병실 온실 거실 욕실 침실 작업실 "
    "주인 본인 군인 상인 부인 개인 외국인 확인 승인 성인 노인 로인 죄인 시인 증인 인원 임원 정원 기원 자원 지방 사방 공방 비방 예방 추방 석방 해방 "
    "개방 소방 난방 남방 북방 전방 후방 서방 동방 책임 신임 주임 담임 퇴임 취임 해임 로임 노임 임금 현금 벌금 자금 요금 저금 세금 송금 입금 출금 "
    "기금 대금 지금 조금 방금 금방 가끔 미안 제안 방안 보안 공안 치안 불안 동안 해안 천안 가족 민족 부족 만족 우선 먼저 이제 그제 언제 어제 "
    "경우 배우 매우 새우 겨우 거우 너무 나무 업무 의무 근무 사무 임무 총무 실무 직무 고향 영향 방향 지향 성향 남향 기도 교대 초대 상대 반대 기대 "
    "절대 최대 침대 군대 부대 연대 소대 중대 대대 분대 사단 여단 려단 군단 단장 대장 정보 일보 후보 양보 홍보 보고 신고 권고 경고 광고 사고 재고 "
    "창고 최고 참고 해고 원고 공고 금고 냉동고 미인 상점 장점 약점 단점 관점 지점 시점 초점 매점 서점 식점 점심 안전 전전 오전 이전 직전 회전 "
    "발전 운전 도전 작전 사전 충전 비전 도중 공중 대중 민중 군중 집중 신중 체중 비중 도문 훈춘 연길 심양 장춘 길림 신의주 하얼빈 대련 청도 상해 "
    "천진 남경 무한 광주 항주 소주 성도 중경 서안 혜산 무산 회령 온성 남포 해주 원산 함흥 청진 사리원 강계 개성 라진 선봉 나선 라선 평성 신포".split()
)

ENGLISH_NOT_NAMES = frozenset(
    "i a an the he she it we you they my your his her its our their this that these those there here who whom whose which what when where "
    "why how and or but nor so yet if then else because since while until although though as at by for from in into of off on onto out over "
    "to under up with without within after before between about against among around during through across behind beside below above near "
    "not no yes okay ok well oh please thank thanks sorry maybe perhaps only just even also too very much many more most some any all none "
    "each every both either neither nobody everybody somebody anybody everyone someone anyone nothing everything something anything one two "
    "three four five six seven eight nine ten eleven twelve twenty thirty forty fifty sixty hundred thousand million first second third last "
    "next once twice half another other others such same own again always never sometimes often usually later soon now today yesterday "
    "tomorrow still already is are was were be been being am do does did done have has had having will would shall should can could may might "
    "must let go went gone come came see saw seen say said tell told ask asked know knew think thought want wanted work worked give gave take "
    "took make made get got keep kept find found call called leave left feel felt seem seemed look looked put sit sat stand stood run ran "
    "q a ans question answer interviewer interviewee witness translator note laughs pause silence crying mr mrs ms dr sir madam comrade "
    "january february march april may june july august september october november december monday tuesday wednesday thursday friday saturday "
    "sunday spring summer autumn fall winter christmas easter new year god lord jesus bible church christian christians party state security "
    "ministry government republic united nations un security council north south east west korea korean koreans china chinese russia russian "
    "russians american americans english japanese japan soviet kuwaiti qatari arab polish german french africa african europe european asia "
    "asian embassy consulate police customs immigration office international national people's workers' party central committee army general "
    "passport visa permit id card internet facebook wechat telegram kakaotalk whatsapp line signal skype google youtube instagram gps usb sim "
    "tv cd dvd pdf phone number nobody okay sightseeing number room street".split()
)
RUSSIAN_NOT_NAMES = frozenset(
    "вопрос ответ январь февраль март апрель май июнь июль август сентябрь октябрь ноябрь декабрь понедельник вторник среда четверг пятница "
    "суббота воскресенье россия россии китай китая китае корея кореи корее северная южная кндр ссср рф оон сша россию китаем кореей европа "
    "москва москве москвы пхеньян пхеньяна пхеньяне владивосток владивостоке владивостока хабаровск хабаровске хабаровска уссурийск "
    "уссурийске уссурийска находка находке артём артеме хасан хасане хасана туманган туманная сибирь сибири приморье приморья приморский "
    "дальний восток красноярск красноярске новосибирск новосибирске иркутск иркутске петербург петербурге казань казани сочи бог господь "
    "господа вы вас вам вами ваш ваша ваше ваши я мы он она оно они их его её".split()
)
CHINESE_NOT_NAMES = frozenset(
    "高兴 安全 时间 时候 方便 方法 方面 方式 东西 东北 关系 关门 白天 黄金 金属 钱包 马上 马路 石头 石油 水产 水果 江边 江苏 河边 河北 河南 路上 路边 "
    "平时 平安 平壤 常常 经常 经过 车间 车站 车上 成为 成了 和我 和他 和她 和我们 于是 由于 任何 任务 万一 万元 段时间 高的 高中 高级 安排 安心 安静 "
    "管理 管事 查了 查过 严格 严重 温度 金额 金莲 连着 连夜 连续 向我 向他 向上 古代 明白 明天 明年 明明 时间 花钱 花了 花园 花生 习惯 应该 应当 "
    "边上 边境 边防 单位 单子 单独 包括 包子 包装 左右 左边 宣布 祖国 全部 全厂 全都 全是 班长 班组 强制 强迫 强行 乐意 计划 计算 项目 "
    "满月 满了 满意 白酒 毛病 毛巾 水管 水库 宁波 宁愿 云南 汤饭 易事 常年 康复 余下 米饭 米线 贝类 盛饭 洪水 童年 梅花 林场 林业 林地 雷声 "
    "商店 商场 商品 商务 文件 文化 文书 史上 尚未 谢谢 苗条 凤凰 花名册 酒店 酒后 元旦 元钱 卜卦 伍个 顾客 顾不上 孟加拉 黄昏 黄海 穆斯林 萧条 尹".split()
)
