// A form for any file whose shape is known: the keys of each thing, their sorts, their words.

import { el, options, spoken } from "./dom.js";
import { t } from "./words.js";

const EXAMPLES = { day: "2016-11-28", term: "2 years 6 months", money: "530250", number: "0" };
const join = (path, name) => (path ? `${path}.${name}` : name);

export class Form {
  #open = new Set();

  /** `edit(path, value, again)` puts a value into the file; `again` says that the form has to be drawn anew. */
  constructor(root, shape, cls, edit) {
    Object.assign(this, { root, shape, cls, edit });
  }

  /** Draw the form for a tree; `null` where the file cannot be read. */
  draw(tree, focus = "") {
    for (const one of this.root.querySelectorAll("details")) this.#remember(one);
    this.root.replaceChildren(
      tree === null || typeof tree !== "object" || hasGaps(tree)
        ? el("p", { className: "kz-hint" }, t("unreadable"))
        : el("div", {}, this.#thing(this.cls, tree, "")),
    );
    if (focus) this.focus(focus);
  }

  /** Put the keyboard where a path is, or to the nearest place around it. */
  focus(path) {
    const place = this.#near(path);
    for (let up = place?.closest("details"); up; up = up.parentElement.closest("details")) up.open = true;
    (place?.matches("input, select") ? place : place?.querySelector("input, select, summary, button"))?.focus();
  }

  /** Write each problem where its path is. */
  mark(problems) {
    for (const old of this.root.querySelectorAll(".kz-error")) old.remove();
    for (const old of this.root.querySelectorAll("[aria-invalid]")) old.removeAttribute("aria-invalid");
    for (const one of problems.filter((each) => each.path)) this.#markOne(one);
  }

  #markOne({ path, message }) {
    const place = this.#near(path);
    if (!place) return;
    if (place.matches("input, select")) place.setAttribute("aria-invalid", "true");
    const note = el("p", { className: "kz-error" }, message);
    const line = place.closest(".kz-field, .kz-entry > div, fieldset") ?? place;
    line.append(note);
  }

  #near(path) {
    for (let at = path; at; at = at.replace(/(\.[^.[]*|\[\d+\]|^[^.[]*)$/, "")) {
      const found = this.root.querySelector(`[data-path="${CSS.escape(at)}"]`);
      if (found) return found;
    }
    return null;
  }

  #remember(details) {
    const path = details.dataset.path;
    if (details.open) this.#open.add(path);
    else this.#open.delete(path);
  }

  #thing(cls, tree, path) {
    const keys = this.shape[cls].keys;
    const given = keys.filter((key) => key.required || key.name in tree);
    const absent = keys.filter((key) => !given.includes(key));
    return [...given.map((key) => this.#key(key, tree[key.name], join(path, key.name))), this.#more(absent, path)];
  }

  #more(keys, path) {
    if (!keys.length) return null;
    const add = ({ target }) => {
      const key = keys.find((one) => one.name === target.value);
      if (key) this.edit(join(path, key.name), this.#first(key), join(path, key.name));
    };
    const entries = [["", t("addFact")], ...keys.map((key) => [key.name, spoken(key.name)])];
    const where = path ? `${t("addFact")} (${path})` : t("addFact");
    return el("select", { className: "kz-more", onchange: add, aria: { label: where } }, options(entries));
  }

  #first(key) {
    if (key.many) return [];
    if (key.sort === "thing") return this.#entry(key, Object.keys(key.things)[0]);
    if (key.sort === "word") return key.words[0];
    return { flag: "true", day: "unknown", term: "unknown", money: "0", number: "0" }[key.sort] ?? { text: "" };
  }

  #entry(key, kind) {
    const cls = this.shape[key.things[kind]];
    const needed = cls.keys.filter((one) => one.required).map((one) => [one.name, this.#first(one)]);
    return { ...(kind && { kind }), ...Object.fromEntries(needed) };
  }

  #key(key, value, path) {
    if (key.sort === "thing") return key.many ? this.#list(key, value ?? [], path) : this.#inner(key, value ?? {}, path);
    return key.many ? this.#several(key, value ?? [], path) : this.#field(key, value ?? "", path);
  }

  #list(key, items, path) {
    if (!Array.isArray(items)) return this.#wrong(key, path);
    const kinds = Object.keys(key.things);
    const grow = (kind) => this.edit(`${path}[${items.length}]`, this.#entry(key, kind), `${path}[${items.length}]`);
    const adder = kinds.length > 1
      ? el("select", { className: "kz-more", onchange: ({ target }) => grow(target.value), aria: { label: `${t("add")} ${path}` } },
          options([["", `${t("add")} …`], ...kinds.map((kind) => [kind, spoken(kind)])]))
      : el("button", { type: "button", onclick: () => grow(kinds[0]) }, `${t("add")}: ${spoken(key.name)}`);
    const entries = items.map((item, at) => this.#listed(key, item, `${path}[${at}]`));
    return this.#folded(key, path, items.length, [...entries, el("div", { className: "kz-field" }, adder,
      key.required ? null : this.#remover(path, path))]);
  }

  #folded(key, path, count, content) {
    const open = this.#open.has(path) || (!path.includes(".") && (count > 0 || key.required) && key.name !== "sources");
    const summary = el("summary", { title: key.says }, spoken(key.name), el("span", { className: "kz-count" }, ` ${count}`));
    return el("details", { className: "kz-list", open, data: { path } }, summary, content);
  }

  #listed(key, item, path) {
    const kind = item?.kind ?? "";
    const cls = key.things[kind] ?? key.things[""];
    const at = path.match(/\d+(?=\]$)/)[0];
    const name = kind ? spoken(kind) : `${spoken(key.name)} ${Number(at) + 1}`;
    const short = [item?.id, item?.article, item?.term, item?.on ?? item?.from ?? item?.verdict ?? item?.title]
      .filter((one) => typeof one === "string").join(" · ");
    const summary = el("summary", {}, name, el("span", { className: "kz-count" }, short && ` ${short}`));
    const fields = cls ? this.#thing(cls, item, path) : el("p", { className: "kz-hint" }, t("unknownKind"));
    const open = this.#open.has(path);
    return el("details", { className: "kz-entry", open, data: { path } }, summary, el("div", {}, fields), this.#remover(path, path));
  }

  #inner(key, value, path) {
    const kinds = Object.keys(key.things).filter((kind) => kind);
    const cls = key.things[value.kind ?? ""] ?? key.things[kinds[0]];
    const again = ({ target }) => this.edit(path, this.#entry(key, target.value), path);
    const chooser = kinds.length
      ? el("select", { onchange: again, aria: { label: `${path} kind` } }, options(kinds.map((kind) => [kind, spoken(kind)]), value.kind))
      : null;
    return el("fieldset", { data: { path } }, el("legend", { title: key.says }, spoken(key.name)), chooser,
      this.#thing(cls, value, path), key.required ? null : this.#remover(path, path));
  }

  #several(key, items, path) {
    if (!Array.isArray(items)) return this.#wrong(key, path);
    const entries = items.map((item, at) => el("span", { className: "kz-chip" },
      this.#input(key, item, `${path}[${at}]`), this.#remover(`${path}[${at}]`, path)));
    const next = `${path}[${items.length}]`;
    const adder = el("button", { type: "button", onclick: () => this.edit(next, this.#first({ ...key, many: false }), next),
      aria: { label: `${t("add")} ${path}` } }, t("add"));
    return el("div", { className: "kz-field", role: "group", data: { path }, aria: { label: path } },
      el("span", { className: "kz-name", title: key.says }, spoken(key.name)), entries, adder,
      key.required ? null : this.#remover(path, path));
  }

  #field(key, value, path) {
    if (value !== null && typeof value === "object") return this.#wrong(key, path);
    return el("div", { className: "kz-field" },
      el("label", { title: key.says }, el("span", { className: "kz-name" }, spoken(key.name)), this.#input(key, value, path)),
      key.required ? null : this.#remover(path, path));
  }

  #input(key, value, path) {
    const words = key.sort === "flag" ? ["true", "false"] : key.words;
    const label = { label: path };
    const written = (text) => (key.sort === "text" ? { text } : text);
    const change = ({ target }) => this.edit(path, written(target.value), "");
    if (words.length) {
      const known = words.includes(value) ? words : [value, ...words];
      return el("select", { onchange: change, data: { path }, aria: label }, options(known.map((word) => [word, spoken(word)]), value));
    }
    return el("input", { type: "text", value, onchange: change, data: { path }, aria: label, placeholder: EXAMPLES[key.sort] ?? "",
      autocomplete: "off", inputMode: key.sort === "money" || key.sort === "number" ? "numeric" : "text" });
  }

  #wrong(key, path) {
    return el("p", { className: "kz-hint", data: { path } }, `${spoken(key.name)}: ${t("seeFile")}`);
  }

  #remover(path, label) {
    return el("button", { type: "button", className: "kz-remove", onclick: () => this.edit(path, null, parent(path)),
      aria: { label: `${t("remove")} ${label}` }, title: `${t("remove")} ${label}` }, t("remove"));
  }
}

const parent = (path) => path.replace(/(\.[^.[]*|\[\d+\]|^[^.[]*)$/, "");

function hasGaps(tree) {
  if (tree === null) return true;
  return typeof tree === "object" && Object.values(tree).some(hasGaps);
}
