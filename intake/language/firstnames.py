"""First names that are not Korean or Chinese: Russian with their short forms, Central Asian, Caucasian, Mongolian, and common Western ones.

From general knowledge; they tell a name from a place in Russian and English text, nothing more.
"""

from __future__ import annotations

RUSSIAN = frozenset(
    "Александр Алексей Анатолий Андрей Антон Аркадий Арсений Артём Артем Артур Афанасий Богдан Борис Вадим Валентин Валерий Василий Вениамин Виктор Виталий Владимир Владислав Всеволод Вячеслав Геннадий Георгий "
    "Герман Глеб Григорий Давид Даниил Данил Денис Дмитрий Евгений Егор Ефим Захар Иван Игнат Игорь Илья Иннокентий Иосиф Кирилл Клим Константин Кузьма Лев Леонид Лука Макар Максим Марк Матвей Михаил Никита Никифор "
    "Николай Олег Остап Павел Пётр Петр Прохор Родион Роман Руслан Савелий Семён Семен Сергей Спартак Станислав Степан Тарас Тимофей Трофим Фёдор Федор Филипп Эдуард Эрик Юлий Юрий Яков Ян Ярослав "
    "Саша Шура Санёк Саня Лёша Леша Лёха Лёня Дима Димон Митя Женя Жека Коля Колян Миша Мишаня Паша Пашка Петя Серёга Серёжа Серега Слава Славик Толя Толик Толян Вова Вовка Вовчик Володя Юра Гена Костя Костян Вася Васёк "
    "Ваня Витя Витёк Витька Гоша Гриша Даня Егорка Жора Кеша Кирюха Макс Никитос Рома Ромка Степа Стёпа Тёма Тима Тимоха Федя Филя Эдик Яша Валера Валерик Виталик Вадик Борька Боря Гарик Лёва Сёма Ильюха Игорёк Колька Ванька "
    "Анна Алла Алёна Алена Алевтина Алина Анастасия Ангелина Антонина Валентина Валерия Варвара Василиса Вера Вероника Виктория Галина Дарья Диана Евгения Евдокия Екатерина Елена Елизавета Жанна Зинаида Зоя Инна Инга Ирина "
    "Капитолина Карина Кира Клавдия Клара Ксения Лариса Лидия Лилия Любовь Людмила Маргарита Марина Мария Надежда Наталья Наталия Нелли Нина Оксана Ольга Пелагея Полина Прасковья Раиса Регина Римма Роза Светлана София Софья "
    "Таисия Тамара Татьяна Ульяна Фаина Эльвира Эмма Юлия Яна Аня Анечка Анюта Нюра Нюша Ася Аська Тоня Валя Варя Верочка Вика Галя Гала Даша Женечка Зина Зиночка Ира Иришка Катя Катюша Клава Ксюша Лара Лена Леночка Лида Лиза "
    "Лиля Люба Люда Люся Маша Машка Маруся Марго Мила Надя Надюша Настя Наташа Ната Оля Оленька Оксанка Рая Рита Света Светик Соня Тамарка Таня Танюша Тася Уля Фая Эля Юля Дуся Глаша Алёнка Дениска Саныч Палыч Иваныч "
    "Рустам Шухрат Бахтияр Бахтиёр Баходир Фаррух Фарход Фархад Фируз Алишер Азиз Азамат Акмаль Анвар Аслан Ахмед Ахмад Ашот Арам Армен Арсен Айбек Айдар Баир Бато Батыр Бахром Бекзод Болот Вагиф Гагик Гарегин Гасан Гиви "
    "Гурам Гусейн Данияр Джамшед Джамшид Дильшод Дилшод Доржи Ёдгор Ерлан Жасур Жахонгир Заур Зафар Зураб Ибрагим Иброхим Ильдар Ильнур Ильхам Илхом Искандер Ислам Исмаил Камиль Камол Канат Карен Карим Касым Комил Лачин Магомед "
    "Мансур Мамед Махмуд Мехмет Мирзо Мурад Мурат Мурод Муса Мухаммад Назим Насим Нодир Нурлан Нурбек Ойбек Отабек Равшан Рамиль Расул Рафаэль Рафик Рахим Рашид Ренат Ринат Сабир Саид Самвел Санжар Сардор Сарвар Сухроб Талгат "
    "Темур Тигран Тимур Тофик Улугбек Умар Умид Усман Фазиль Фикрет Хаким Хасан Хусейн Хуршед Чингиз Шавкат Шамиль Шерзод Эльдар Эльёр Эльшан Эмиль Эржен Юнус Юсуф Якуб Айгуль Айнура Асель Гуля Гульнара Гульшат Гюльнара Дилноза "
    "Дильбар Динара Дина Жанар Жылдыз Зарина Зиля Зухра Лейла Лола Мадина Малика Марьям Мунира Наргиз Наргиза Нигора Нигина Нозима Оюна Саида Сауле Севара Соелма Фатима Хадича Хосият Цырма Шахноза Эльмира Юлдуз "
    "Бат Батбаяр Болд Ганбат Ганзориг Энхтуя Оюун Сарнай Чулуун Мохаммед Абдулла Али Ахмет Джон Майкл Дэвид Питер Кевин Ли Ван Чжан Лю Чэнь Ян Хуан Чжао У Чжоу Сюй Сунь Ма Чжу".split()
) - {"Ли", "У", "Али", "Ян", "Ма", "Ван"}

LATIN = frozenset(
    name.casefold()
    for name in (
        "Aaron Adam Adrian Alan Albert Alex Alexander Alfred Ali Alice Amanda Amy Andrea Andrew Andrzej Angela Ann Anna Anne Anthony Anton Arthur Ashley Barbara Benjamin Bernard Beth Bill Bob Brandon Brian Bruce Carl Carlos Carol Carolyn "
        "Catherine Charles Chris Christian Christine Christopher Clara Claire Craig Dale Dan Daniel David Deborah Dennis Diana Diego Donald Donna Dorothy Doug Douglas Edward Elena Elizabeth Emily Emma Eric Erik Ethan Eva Evelyn "
        "Frances Francis Frank Fred Gary George Gerald Grace Greg Gregory Hannah Harold Harry Heather Helen Henry Howard Ivan Jack Jacob James Jan Jane Janet Jason Jean Jeff Jeffrey Jennifer Jeremy Jerry Jessica Jim Joan Joe John Jonathan "
        "Jordan Jorge Jose Joseph Joshua Joyce Juan Judy Julia Julie Justin Karen Karl Katherine Kathleen Keith Kelly Kenneth Kevin Kimberly Kyle Larry Laura Lauren Lawrence Leo Leon Linda Lisa Louis Lucas Luis Lukas Margaret Maria Marie Marina "
        "Mario Mark Martha Martin Mary Matthew Max Megan Melissa Michael Michal Michelle Miguel Mike Mohamed Mohammed Muhammad Nancy Natalie Nathan Nicholas Nicole Noah Olga Oliver Olivia Oscar Pamela Patricia Patrick Paul Pavel Pedro Peter "
        "Philip Phillip Piotr Rachel Ralph Randy Raymond Rebecca Richard Robert Roger Ronald Rose Roy Russell Ruth Ryan Samantha Samuel Sandra Sara Sarah Scott Sean Sergio Sharon Sofia Stanley Stephanie Stephen Steve Steven Susan Teresa "
        "Terry Theresa Thomas Tim Timothy Tina Todd Tom Tomasz Tony Tyler Victor Victoria Vincent Virginia Walter Wayne William Zachary Krzysztof Marek Jerzy Zbigniew Stanislaw Wojciech Pawel Grzegorz Jacek Ewa Malgorzata Agnieszka Katarzyna "
        "Bozena Halina Danuta Rustam Yusuf Ahmed Hassan Hussein Omar Ibrahim Khaled Mahmoud Mustafa Abdul Abdullah Fatima Aisha Amina Mariam Rashid Karim Salim Tariq Farid Faisal Sunil Raj Ravi Rahul Amit Sanjay Suresh Ramesh Prakash Deepak "
        "Anil Vijay Arjun Krishna Rajesh Mukesh Dinesh Hari Ram Shyam Bikram Kofi Kwame Kwesi Ama Abena Chidi Emeka Ngozi Oluwaseun Tunde Amadou Mamadou Moussa Ousmane Ibrahima Fatou Aminata Awa Seydou Juma Hamisi Otieno Wanjiru Kamau "
        "Njoroge Achieng Thabo Sipho Tendai Batbold Bat-Erdene Oyuna Enkhtuya Ganbold Munkh Nomin Sarnai Bounmy Khamla Somchai Sombat Nguyen Tran Pham Minh Hoa Lan Linh Huong Dmitri Dmitry Sergei Sergey Andrei Alexei Aleksei Nikolai Mikhail "
        "Vladimir Yuri Igor Oleg Boris Anatoly Vasily Viktor Valery Gennady Grigory Pyotr Natalia Natalya Tatiana Tatyana Svetlana Irina Galina Ludmila Lyudmila Nina Tamara Vera Zoya Zinaida Raisa Lidia Larisa Marina Oksana Yulia Ekaterina Katya "
        "Masha Sasha Misha Kolya Vanya Petya Dima Lena Natasha Sveta Lyuba Nadia Nadya Zina Reynaldo Rodrigo Ramon Jun Jose Maricel Dolores Imelda Agnes Gulya Gulnara Aziz Alisher Timur Sherzod Ulugbek Bakhtiyar Farrukh Shukhrat Anvar Jamshid "
        "Dilshod Nodir Aibek Azamat Nurlan Marat Ruslan Murat Aslan Eldar Kamil Ilham".split()
    )
)

# First names of neighbours and hosts, as Korean writes them by ear, in northern and southern spelling.
HANGUL = frozenset(
    (
        "갈리나 갈랴 알리나 마리나 이리나 올가 올랴 나타샤 나따샤 나딸리야 안나 아냐 니나 베라 웨라 류다 류드밀라 류바 나쟈 나제즈다 따냐 타냐 따찌야나 옐레나 레나 렌카 스베따 스베타 스웨뜰라나 스베틀라나 소냐 조야 라리사 따마라 타마라 "
        "리다 리지야 발랴 와랴 발렌찌나 발렌티나 와샤 바샤 와씰리 바실리 바냐 완냐 이완 이반 미샤 사샤 싸샤 쎄료자 세료자 료샤 료바 꼴랴 콜랴 꼴까 뻬쨔 페탸 뾰뜨르 유라 유리 이고리 올레그 안드레이 알렉세이 알료샤 드미뜨리 드미트리 "
        "지마 디마 쎄르게이 세르게이 블라지미르 블라디미르 월로쟈 위짜 비짜 윅또르 빅토르 니꼴라이 니콜라이 미하일 겐나지 겐나 보리스 보랴 막심 아르쫌 아르툠 로만 로마 루슬란 루스땀 루스탐 아지즈 알리 아흐메드 아흐마드 무함마드 모하메드 "
        "하산 후세인 오마르 유수프 이브라힘 살림 라힘 카림 압둘라 압둘 무스타파 메흐메트 아흐메트 일한 케말 볼드 바트 바타르 바트볼드 오윤 오윤나 오요나 어요나 사라 사란 체첵 체첵마 돌마 나란 나란체첵 뭉흐 간볼드 간바타르 엥흐 엥흐바트 "
        "바야르 바야르마 알탄 알탄체첵 을지 예를란 예르란 누를란 누르란 누르벡 주마벡 아이벡 아스카르 아이굴 굴나라 굴랴 자리나 딜노자 딜쇼드 쉐르조드 셰르조드 존 톰 마이크 데이브 데이비드 폴 피터 제임스 로버트 마이클 그렉 스티브 제프 제리 "
        "마리아 마르따 마르타 한나 엘레나 카롤리나 보제나 마렉 토마시 파베우 야첵 안제이 크시슈토프 시리폰 솜차이 솜삭 응우옌 쩐 라주 라지 산제이 수레시 비샬 아밋 라마 사무엘 모세 요셉 요나 다니엘 에릭 알렉스 리사 제니 에밀리 그레이스"
    ).split()
)
