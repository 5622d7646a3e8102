// The page's own words. What the law is called comes from the library.

const WORDS = {
  en: {
    case: "Case", date: "Day", activity: "Activity", language: "Language", all: "all activities", own: "your own case",
    facts: "The case: a form and its file", form: "Form", file: "File", answers: "Answers",
    fileHint: "The form and the file follow each other. Tab leaves the file.",
    whatIf: "What if", reform: "A reform", since: "Its first day", noReform: "none", changes: "Other facts",
    proposedBy: "proposed by", add: "add", addFact: "add a fact …", remove: "remove",
    unreadable: "The file cannot be read as it stands; the form waits.", unknownKind: "The form does not know this kind.",
    seeFile: "see the file", oneProblem: "One thing is wrong:", problems: (n) => `${n} things are wrong:`, line: (n) => `line ${n}`,
    loading: "The library is being loaded into this page. Answers follow.", unpacking: "Unpacking the library …",
    working: "Working it out …", ready: "Ready.", failed: "The library does not run in this browser:",
    mend: "The answers below are those of the last file without mistakes.",
    cap: "Cap on wages", noCap: "No cap on this day.",
    capUnknown: "Listed, but the amounts of that month are not known: the cap cannot be worked out.", timeline: "Over the years", asTable: "The same as a table",
    each: (n) => `Each activity that is not always allowed (${n})`, permissions: "Permissions", reasons: "Why", suppose: "suppose",
    whole: "The whole reasoning", asItIs: "as it is", differs: "only what the what-if changes",
    differences: "What the what-if changes", noDifference: "No permission differs on any day.",
    gone: "no longer decides", come: "now decides", gained: (n) => `${n} days gained`, lost: (n) => `${n} days lost`,
    anotherReading: "another reading gives another answer", practiceToo: "practice is reported",
    nothing: "No rule that was read stands against it.", question: "Question",
  },
  ru: {
    case: "Дело", date: "День", activity: "Действие", language: "Язык", all: "все действия", own: "своё дело",
    facts: "Дело: форма и файл", form: "Форма", file: "Файл", answers: "Ответы",
    fileHint: "Форма и файл следуют друг за другом. Клавиша Tab выводит из файла.",
    whatIf: "Что если", reform: "Реформа", since: "Её первый день", noReform: "нет", changes: "Другие факты",
    proposedBy: "предлагает", add: "добавить", addFact: "добавить факт …", remove: "убрать",
    unreadable: "Файл в таком виде прочитать нельзя; форма ждёт.", unknownKind: "Форма не знает такого вида.",
    seeFile: "см. файл", oneProblem: "Одна ошибка:", problems: (n) => `Ошибок: ${n}`, line: (n) => `строка ${n}`,
    loading: "Библиотека загружается в эту страницу. Ответы последуют.", unpacking: "Библиотека распаковывается …",
    working: "Вычисляется …", ready: "Готово.", failed: "Библиотека не работает в этом браузере:",
    mend: "Ниже — ответы по последнему файлу без ошибок.",
    cap: "Предел для заработной платы", noCap: "В этот день предела нет.",
    capUnknown: "Лицо в перечне, но суммы за этот месяц неизвестны: предел вычислить нельзя.", timeline: "По годам", asTable: "То же таблицей",
    each: (n) => `Каждое действие, разрешённое не всегда (${n})`, permissions: "Что разрешено", reasons: "Почему", suppose: "предположить",
    whole: "Всё обоснование", asItIs: "как есть", differs: "только то, что меняется",
    differences: "Что меняется", noDifference: "Ни в один день ничего не меняется.",
    gone: "больше не решает", come: "теперь решает", gained: (n) => `свободнее дней: ${n}`, lost: (n) => `строже дней: ${n}`,
    anotherReading: "другое толкование даёт другой ответ", practiceToo: "есть сообщения о практике",
    nothing: "Ни одна прочитанная норма этого не ограничивает.", question: "Вопрос",
  },
  kk: {
    case: "Іс", date: "Күн", activity: "Әрекет", language: "Тіл", all: "барлық әрекет", own: "өз ісіңіз",
    facts: "Іс: нысан және файл", form: "Нысан", file: "Файл", answers: "Жауаптар",
    fileHint: "Нысан мен файл бір-біріне ілеседі. Tab пернесі файлдан шығарады.",
    whatIf: "Егер", reform: "Реформа", since: "Оның бірінші күні", noReform: "жоқ", changes: "Басқа фактілер",
    proposedBy: "ұсынған", add: "қосу", addFact: "факт қосу …", remove: "алып тастау",
    unreadable: "Файл осы күйінде оқылмайды; нысан күтіп тұр.", unknownKind: "Нысан мұндай түрді білмейді.",
    seeFile: "файлды қараңыз", oneProblem: "Бір қате:", problems: (n) => `Қателер: ${n}`, line: (n) => `${n}-жол`,
    loading: "Кітапхана осы бетке жүктелуде. Жауаптар кейін шығады.", unpacking: "Кітапхана ашылуда …",
    working: "Есептелуде …", ready: "Дайын.", failed: "Кітапхана бұл браузерде жұмыс істемейді:",
    mend: "Төменде соңғы қатесіз файлдың жауаптары.",
    cap: "Жалақының шегі", noCap: "Бұл күні шек жоқ.",
    capUnknown: "Тұлға тізбеде, бірақ бұл айдың сомалары белгісіз: шекті есептеу мүмкін емес.", timeline: "Жылдар бойынша", asTable: "Кесте түрінде",
    each: (n) => `Әрдайым рұқсат етілмеген әр әрекет (${n})`, permissions: "Не рұқсат етілген", reasons: "Неліктен", suppose: "болжау",
    whole: "Толық негіздеме", asItIs: "қазіргі күйінде", differs: "тек өзгеретіні",
    differences: "Не өзгереді", noDifference: "Бірде-бір күні ештеңе өзгермейді.",
    gone: "енді шешпейді", come: "енді шешеді", gained: (n) => `еркінірек күндер: ${n}`, lost: (n) => `қатаңырақ күндер: ${n}`,
    anotherReading: "басқа түсіндірме басқа жауап береді", practiceToo: "тәжірибе туралы хабарлар бар",
    nothing: "Оқылған бірде-бір норма мұны шектемейді.", question: "Сұрақ",
  },
};

let language = "en";
let shared = {};

/** Speak another language; `words` are those of the explanations. */
export function speak(other, words) {
  language = other;
  shared = words;
}

/** Return a word of the page or of the explanations, in the language that is spoken. */
export function t(id, ...given) {
  const word = WORDS[language][id] ?? shared[id];
  return typeof word === "function" ? word(...given) : word;
}
