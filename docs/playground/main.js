// The playground: the question, the case, the what-if, and the answers to them.

import { Answers } from "./answers.js";
import { byId, options, settled, spoken } from "./dom.js";
import { Engine } from "./engine.js";
import { Pair } from "./pair.js";
import { speak, t } from "./words.js";

const root = byId("kz");
const NO_CHANGES = "changes: []\n";
const OWN = `kzrights: 1
person: {label: my case}
convictions:
  - id: c1
    verdict: 2021-05-14
    in_force: 2021-06-15
    offences:
      - {article: "405(2)", committed: 2020-10-30}
    punishments:
      - {kind: restricted_freedom, term: 1 year}
      - {kind: activity_ban, term: 3 years, scope: [public_activity]}
`;

const facts = await (await fetch(new URL("start.json", import.meta.url), { cache: "no-cache" })).json();
const engine = new Engine(heard);
const facing = pair("kz", "Case", () => "", () => { changes.read(); update(); });
const changes = pair("kz-change", "Changes", () => facing.text, () => update());
const answers = new Answers({ root: byId("kz-shown"), explain: explained, suppose });
const update = settled(ask, 60);
let running = false;
let again = false;
let told = ""; // the question whose answers are shown

function pair(id, cls, of, changed) {
  const problems = byId(`${id}-problems`);
  return new Pair({ engine, text: byId(`${id}-text`), form: byId(`${id}-form`), problems, shape: facts.shape, cls, of, changed });
}

function heard(stage, message) {
  if (stage === "failed") fail(message);
  else if (stage === "ready") root.dataset.state = "ready";
  else say(t(stage));
}

function say(text) {
  byId("kz-status").textContent = text;
}

/** Without the library the page is what it is without scripts. */
function fail(message) {
  root.dataset.state = "failed";
  say(`${t("failed")} ${message}`);
  byId("kz-answers").hidden = true;
  document.querySelector(".kz-precomputed").hidden = false;
}

function question() {
  const made = changes.text.trim() === NO_CHANGES.trim() ? "" : changes.text;
  return { text: facing.text, on: byId("kz-on").value, activity: byId("kz-activity").value,
    reform: byId("kz-reform").value, since: byId("kz-reform").value && byId("kz-since").value, changes: made, lang: byId("kz-lang").value };
}

/** Ask the last question there is, one at a time; what is shown already stays as it is. */
async function ask() {
  if (running || !facing.sound || !changes.sound) {
    again = running;
    if (!running && root.dataset.state === "ready") say(t("mend"));
    return;
  }
  const asked = question();
  if (named(asked) === told) { ready(asked); return; }
  running = true;
  root.dataset.busy = "true";
  if (root.dataset.state === "ready") say(t("working"));
  const found = await engine.call("ask", asked).catch((error) => ({ problems: [{ message: String(error) }] }));
  running = false;
  delete root.dataset.busy;
  tell(found, asked);
  if (again) { again = false; update(); }
}

function named(asked) {
  return JSON.stringify([byId("kz-case").value, asked]);
}

function ready(asked) {
  say(`${t("ready")} ${byId("kz-activity").selectedOptions[0].label}, ${asked.on}.`);
}

function tell(found, asked) {
  told = found.problems ? "" : named(asked);
  if (found.problems) {
    say(found.problems.map((one) => [one.path, one.message].filter(Boolean).join(": ")).join(" · "));
    return;
  }
  answers.show(found, asked.activity);
  const chosen = byId("kz-case").value;
  Object.assign(byId("kz-answers").dataset, { case: chosen, on: asked.on, activity: asked.activity, lang: asked.lang, scenario: found.what_if?.name ?? "" });
  if (!root.dataset.answered) root.dataset.answered = String(Math.round(performance.now()));
  ready(asked);
}

async function explained(activity) {
  const { text, on, lang } = question();
  const found = await engine.call("explain", { text, on, activity, lang });
  return found.explained ?? found.problems.map((one) => one.message).join("\n");
}

/** Put a fact that is not known to the what-if, to be filled in. */
async function suppose(path) {
  byId("kz-if").open = true;
  const count = (changes.text.match(/^ {2}- /gm) ?? []).length;
  await changes.put(`changes[${count}]`, { kind: "supplied", path: { text: path }, value: "unknown" });
  changes.form.focus(`changes[${count}].value`);
}

function choose() {
  const slug = byId("kz-case").value;
  const { text, tree } = facts.cases.find((one) => one.slug === slug) ?? { text: OWN, tree: null };
  facing.show(text, tree);
  if (!tree) facing.read();
  changes.show(NO_CHANGES, { changes: [] });
  update();
}

function reformed() {
  const one = facts.reforms.find((each) => each.name === byId("kz-reform").value);
  byId("kz-reform-says").textContent = one ? `${one.says} (${t("proposedBy")} ${one.proposer})` : "";
  byId("kz-since").disabled = !one;
  update();
}

function label() {
  for (const one of root.querySelectorAll("[data-word]")) one.textContent = t(one.dataset.word);
  for (const one of root.querySelectorAll("[data-label]")) one.setAttribute("aria-label", t(one.dataset.label));
}

/** Name everything in the language that is chosen; what is chosen elsewhere stays. */
function name() {
  const names = facts.languages[byId("kz-lang").value];
  speak(byId("kz-lang").value, names.words);
  root.lang = byId("kz-lang").value;
  answers.learn(facts, names);
  label();
  const [slug, activity, reform] = ["kz-case", "kz-activity", "kz-reform"].map((id) => byId(id).value);
  byId("kz-case").replaceChildren(...options([...facts.cases.map((one) => [one.slug, one.slug]), ["", t("own")]], slug));
  byId("kz-activity").replaceChildren(...options([["", t("all")],
    ...facts.fields.map((field) => [field.activities.map((id) => [id, names.activities[id]]), names.fields[field.id]])], activity));
  byId("kz-reform").replaceChildren(...options([["", t("noReform")], ...facts.reforms.map((one) => [one.name, spoken(one.name)])], reform));
}

function translated() {
  name();
  facing.again();
  changes.again();
  reformed();
}

function begin() {
  name();
  byId("kz-case").value = facts.case;
  byId("kz-on").value = facts.on;
  document.querySelector(".kz-precomputed").hidden = true;
  root.hidden = false;
  say(t("loading"));
  if (matchMedia("(max-width: 50rem)").matches) byId("kz-facts").open = false;
  byId("kz-case").addEventListener("change", choose);
  byId("kz-lang").addEventListener("change", translated);
  byId("kz-reform").addEventListener("change", reformed);
  for (const id of ["kz-on", "kz-since"]) byId(id).addEventListener("change", update);
  byId("kz-activity").addEventListener("change", update);
  choose();
  reformed();
}

begin();
