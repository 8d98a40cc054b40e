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
