// The page's own words. What the law is called comes from the library.

const WORDS = {
  en: {
    case: "Case", date: "Day", activity: "Activity", all: "all activities", own: "your own case",
    facts: "The case: a form and its file", form: "Form", file: "File", answers: "Answers",
    fileHint: "The form and the file follow each other. Escape, then Tab, leaves the file.",
    whatIf: "What if", reform: "A reform", since: "Its first day", none: "none", changes: "Other facts",
    always: "as if it had always been law", proposedBy: "proposed by", add: "add", addFact: "add a fact …", remove: "remove",
    unreadable: "The file cannot be read as it stands; the form waits.", unknownKind: "The form does not know this kind.",
    seeFile: "see the file", oneProblem: "One thing is wrong:", problems: (n) => `${n} things are wrong:`, line: (n) => `line ${n}`,
    loading: "The library is being loaded into this page (about 7 MB packed). Answers follow.", unpacking: "Unpacking the library …",
    working: "Working it out …", ready: "Ready.", failed: "The library does not run in this browser:", mend: "The answers below are those of the last sound file.",
    statuses: "Legal states on this day", noStatuses: "none", cap: "Cap on wages", noCap: "No cap on this day.",
    timeline: "Over the years", asTable: "The same as a table", each: (n) => `Each activity that is not always allowed (${n})`,
    permissions: "Permissions", permission: "Permission", until: "Until", why: "Why", reasons: "Why", conditions: "On condition",
    missing: "Not known; these facts would help to settle it", suppose: "suppose", contested: "Contested: another reading of the law gives another answer",
    practice: "Reported practice, which is not law", warnings: "Take care", whole: "The whole reasoning", edition: "edition of",
    asItIs: "as it is", differs: "only what the what-if changes", differences: "What the what-if changes", noDifference: "No permission differs on any day.",
    noEnd: "no known end", perhaps: "perhaps", presumed: "presumed", anotherReading: "another reading differs", practiceToo: "reported practice goes beyond",
    nothing: "No rule that was read stands against it.", onDay: (day) => `on ${day}`, question: "Question",
  },
};

let language = "en";

export function speak(other) {
  language = other;
}

/** Return the page's word in the language that is spoken. */
export function t(id, ...given) {
  const word = WORDS[language]?.[id] ?? WORDS.en[id];
  return typeof word === "function" ? word(...given) : word;
}
