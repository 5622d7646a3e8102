// What the library answered, as the page shows it.

import { bars, statusStretches } from "./bars.js";
import { el, spoken } from "./dom.js";
import { t } from "./words.js";

/** Shows answers; `explain(activity)` asks for the whole reasoning, `suppose(path)` puts a missing fact to the what-if. */
export class Answers {
  #hidden = new Set();
  #onlyChanges = false;

  constructor({ root, explain, suppose }) {
    Object.assign(this, { root, explain, suppose });
  }

  /** Take the names of activities and permissions, in one language. */
  learn({ fields, marks }, names) {
    this.fields = fields.map(({ id, activities }) => ({ name: names.fields[id], activities }));
    this.permissions = Object.fromEntries(Object.entries(marks).map(([id, mark]) => [id, { id, mark, label: names.permissions[id] }]));
    this.names = names.activities;
    this.note = names.note;
  }

  show(found, activity) {
    const { as_it_is: here, what_if: then } = found;
    const sides = [{ ...here, name: then ? t("asItIs") : "" }, ...(then ? [{ ...then, name: `${t("whatIf")}: ${then.name}` }] : [])];
    this.root.replaceChildren(
      this.note ? el("p", { className: "kz-hint" }, this.note) : "",
      el("div", { className: then ? "kz-two" : "" }, sides.map((side) => this.#side(side, activity))),
      then ? this.#differences(found.differences, activity) : "",
      this.#timeline(found, activity),
      activity ? "" : this.#catalogue(here, then),
    );
  }

  #word(id) {
    const { mark, label } = this.permissions[id];
    return el("span", { className: `kz-word kz-is-${id}` }, el("span", { aria: { hidden: "true" } }, `${mark} `), label);
  }

  #side(side, activity) {
    const statuses = side.statuses.map((one) => el("li", {}, el("strong", {}, one.label), doubts(one), ` ${one.span} `,
      el("span", { className: "kz-cite" }, one.provision)));
    const [headline, ...more] = side.cap;
    return el("section", { className: "kz-side", aria: { label: side.name || t("answers") } },
      side.name ? el("h3", { className: "kz-side-name" }, side.name) : "",
      activity ? this.#chosen(side.chosen) : side.warnings.map((text) => el("p", { className: "kz-warning" }, `⚠ ${text}`)),
      el("h3", {}, t("statuses")), statuses.length ? el("ul", {}, statuses) : el("p", {}, t("none")),
      el("h3", {}, t("cap")), el("p", { className: "kz-cap" }, headline ?? t(side.listed ? "capUnknown" : "noCap")), more.map((line) => el("p", { className: "kz-hint" }, line)));
  }

  #chosen(one) {
    return el("article", { className: `kz-chosen kz-edge-${one.permission}`, data: { activity: one.activity, permission: one.permission } },
      el("h3", {}, this.names[one.activity]),
      el("p", { className: "kz-verdict" }, this.#word(one.permission), ` ${one.until}`),
      one.reasons.length ? this.#list("reasons", one.reasons.map(reason)) : el("p", {}, t("nothing")),
      this.#list("on_condition", one.conditions.map((each) => each.says)),
      this.#list("under_reform", one.reforms.map((each) => [`${spoken(each.name)}: ${each.says} (${each.proposer}) `, link(each.source, each.source)])),
      this.#list("missing", one.missing.map((each) => this.#supposed(each))),
      this.#list("contested", one.contested.map((each) => [`${spoken(each.reading)}, ${spoken(each.other)}: `, this.#word(each.permission), ` ${each.says}`])),
      this.#list("practice", one.practice.map((each) => [each.says, " ", link(each.source, each.source)])),
      this.#list("warnings", one.warnings),
      el("details", { className: "kz-plain" }, el("summary", {}, t("whole")), el("pre", {}, one.explained)));
  }

  #supposed({ path, says }) {
    const button = el("button", { type: "button", onclick: () => this.suppose(path) }, t("suppose"));
    return [says, " ", el("code", {}, path), " ", button];
  }

  #list(title, items) {
    return items.length ? [el("h4", {}, t(title)), el("ul", {}, items.map((one) => el("li", {}, one)))] : "";
  }

  #differences(all, activity) {
    const shown = all.filter((one) => !activity || one.activity === activity);
    const items = shown.map((one) => el("li", {}, `${this.names[one.activity]}: ${one.span}: `,
      this.#word(one.before), " → ", this.#word(one.after), counted(one), el("span", { className: "kz-cite" }, ` ${deciding(one)}`)));
    return el("details", { className: "kz-panel", open: shown.length < 12 }, el("summary", {}, `${t("differences")} (${shown.length})`),
      items.length ? el("ul", {}, items) : el("p", {}, t("noDifference")));
  }

  #timeline({ timeline, timeline_then: then, as_it_is: { on } }, activity) {
    const lines = [timeline, ...(then ? [then] : [])];
    const changing = Object.keys(this.names).filter((id) => lines.some((one) => one.activities[id].some((each) => each.permission !== "allowed")));
    const lanes = [...this.#statusLanes(lines), ...(activity ? [this.#lane(activity, lines)] : [])];
    const each = el("details", { className: "kz-plain", ontoggle: ({ target }) => {
      if (target.open && target.childElementCount === 1) target.append(bars(changing.map((id) => this.#lane(id, lines)), on));
    } }, el("summary", {}, t("each", changing.length)));
    return el("section", {}, el("h3", {}, t("timeline")), this.#legend(), bars(lanes, on), activity ? "" : each);
  }

  #legend() {
    const words = Object.values(this.permissions).map(({ id, mark, label }) =>
      el("span", { className: "kz-key" }, el("span", { className: `kz-swatch kz-${id}` }, mark), label));
    return el("p", { className: "kz-legend", aria: { hidden: "true" } }, words);
  }

  #statusLanes(lines) {
    const labels = [...new Set(lines.flatMap((line) => line.statuses.map((one) => one.label)))];
    return labels.map((label) => ({ label, sides: lines.map((line, at) => ({
      name: lines.length > 1 ? (at ? t("whatIf") : t("asItIs")) : "",
      stretches: line.statuses.filter((one) => one.label === label).flatMap(statusStretches),
    })) }));
  }

  #lane(id, lines) {
    return { label: this.names[id], sides: lines.map((line, at) => ({
      name: lines.length > 1 ? (at ? t("whatIf") : t("asItIs")) : "",
      stretches: line.activities[id].map((one) => ({ ...one, kind: one.permission, mark: this.permissions[one.permission].mark,
        says: this.permissions[one.permission].label })),
    })) };
  }

  #catalogue(here, then) {
    const body = el("div", { className: "kz-catalogue" }, this.fields.map((field) => [
      el("h4", {}, field.name), field.activities.map((id) => this.#row(id, here, then))]));
    const section = el("section", {}, el("h3", {}, t("permissions")), this.#filters(here, then, () => this.#sift(body)), body);
    this.#sift(body);
    return section;
  }

  #row(id, here, then) {
    const [now, other] = [here.answers[id], then?.answers[id]];
    const changed = other && (other.permission !== now.permission || other.until !== now.until);
    const signs = [now.contested && t("anotherReading"), now.practice && t("practiceToo")].filter(Boolean).join("; ");
    const told = el("pre", {}, "…");
    const open = async ({ target }) => {
      if (target.open && told.textContent === "…") told.textContent = await this.explain(id);
    };
    return el("details", { className: `kz-row kz-edge-${now.permission}`, ontoggle: open,
      data: { activity: id, permission: now.permission, changed: String(Boolean(changed)), then: other?.permission ?? "" } },
      el("summary", {}, el("span", { className: "kz-row-name" }, this.names[id]),
        el("span", {}, this.#word(now.permission), changed ? [" → ", this.#word(other.permission)] : ""),
        el("span", { className: "kz-row-until" }, now.until, changed && other.until !== now.until ? ` → ${other.until || "∞"}` : ""),
        el("span", { className: "kz-row-why" }, [now.why, signs].filter(Boolean).join(" · "))),
      told);
  }

  #filters(here, then, sift) {
    const counted = (id) => Object.values(here.answers).filter((one) => one.permission === id).length;
    const buttons = Object.keys(this.permissions).reverse().map((id) => el("button", { type: "button", className: `kz-filter kz-edge-${id}`,
      aria: { pressed: String(!this.#hidden.has(id)) }, onclick: ({ currentTarget }) => {
        if (!this.#hidden.delete(id)) this.#hidden.add(id);
        currentTarget.setAttribute("aria-pressed", String(!this.#hidden.has(id)));
        sift();
      } }, this.#word(id), ` ${counted(id)}`));
    const changes = then ? el("button", { type: "button", className: "kz-filter", aria: { pressed: String(this.#onlyChanges) },
      onclick: ({ currentTarget }) => {
        this.#onlyChanges = !this.#onlyChanges;
        currentTarget.setAttribute("aria-pressed", String(this.#onlyChanges));
        sift();
      } }, t("differs")) : "";
    return el("div", { className: "kz-filters", role: "group", aria: { label: t("permissions") } }, buttons, changes);
  }

  #sift(body) {
    for (const row of body.querySelectorAll(".kz-row")) {
      row.hidden = this.#hidden.has(row.dataset.permission) || (this.#onlyChanges && row.dataset.then !== "" && row.dataset.changed === "false");
    }
    for (const title of body.querySelectorAll("h4")) {
      let row = title.nextElementSibling;
      while (row?.hidden && row.matches(".kz-row")) row = row.nextElementSibling;
      title.hidden = !row?.matches(".kz-row");
    }
  }
}

function doubts({ perhaps, presumed }) {
  const words = [perhaps && t("perhaps"), presumed && t("presumed")].filter(Boolean);
  return words.length ? ` (${words.join(", ")})` : "";
}

function counted({ days, freer }) {
  return days === null ? "" : ` (${t(freer ? "gained" : "lost", days.toLocaleString("en"))})`;
}

function deciding({ gone, come }) {
  return [gone.length && `${t("gone")}: ${gone.join("; ")}`, come.length && `${t("come")}: ${come.join("; ")}`].filter(Boolean).join(" · ");
}

function reason(one) {
  return [link(one.provision, one.address), `, ${one.edition}: ${one.says}`];
}

/** Return a link that opens apart and tells the other site nothing; text where there is no address. */
function link(text, address) {
  return /^https?:/.test(address ?? "") ? el("a", { href: address, rel: "noreferrer noopener external", target: "_blank" }, text) : text;
}
