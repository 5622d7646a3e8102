// A file and its form, side by side: each follows the other.

import { el, settled } from "./dom.js";
import { Form } from "./form.js";
import { t } from "./words.js";

export class Pair {
  #turn = Promise.resolve();
  #problems = [];
  #tree = null;

  /** `of` returns the text of the case that changes are read against; `changed` hears of every new text. */
  constructor({ engine, text, form, problems, shape, cls, of = () => "", changed }) {
    Object.assign(this, { engine, area: text, list: problems, of, changed });
    this.form = new Form(form, shape, cls, (path, value, focus) => this.#edit(path, value, focus));
    const read = settled(() => this.read(), 350);
    text.addEventListener("input", read);
  }

  get text() {
    return this.area.value;
  }

  get sound() {
    return this.#problems.length === 0;
  }

  /** Show a text whose tree is known. */
  show(text, tree) {
    this.area.value = text;
    this.#tree = tree;
    this.form.draw(tree);
    this.#take({ tree, problems: [] }, true);
  }

  /** Draw the form again, in the words of another language. */
  again() {
    this.form.draw(this.#tree);
    this.#tell();
  }

  /** Read the text again, and let the form follow. */
  read() {
    return this.#next(async () => {
      const [text, of] = [this.text, this.of()];
      const found = await this.engine.call("read", { text, of });
      if (this.text !== text || this.of() !== of) return; // what is there now has its own turn
      this.form.draw(found.tree ?? null);
      this.#take(found);
    });
  }

  /** Put a value at a path, as the form does. */
  put(path, value) {
    return this.#edit(path, value, path);
  }

  #edit(path, value, focus) {
    return this.#next(async () => {
      const before = this.text;
      const found = await this.engine.call("edit", { text: before, path, value, of: this.of() });
      if (this.text !== before) return; // typed into meanwhile: the text goes before
      if (found.text !== undefined) this.area.value = found.text;
      if (focus) this.form.draw(found.tree ?? null, focus);
      this.#take(found);
    });
  }

  #next(run) {
    this.#turn = this.#turn.then(run).catch((error) => this.#take({ problems: [{ path: "", message: String(error) }] }));
    return this.#turn;
  }

  #take(found, silent = false) {
    this.#tree = found.tree ?? this.#tree;
    this.#problems = found.problems ?? [];
    this.warnings = found.warnings ?? [];
    this.#tell();
    if (!silent) this.changed();
  }

  #tell() {
    this.form.mark(this.#problems);
    const many = this.#problems.length;
    this.area.setAttribute("aria-invalid", String(many > 0));
    if (many) this.area.closest("details").open = true;
    const heading = many ? el("p", {}, many === 1 ? t("oneProblem") : t("problems", many)) : "";
    const entries = this.#problems.map((one) => el("li", {}, this.#place(one), " ", one.message));
    const warned = (this.warnings ?? []).map((text) => el("p", { className: "kz-warning" }, `⚠ ${text}`));
    this.list.replaceChildren(heading, many ? el("ol", {}, entries) : "", ...warned);
  }

  #place({ path, line }) {
    const says = [path, line && t("line", line)].filter(Boolean).join(", ");
    return says ? el("button", { type: "button", className: "kz-place", data: { path }, onclick: () => this.#go(line) }, says) : "";
  }

  #go(line) {
    if (!line) return;
    const lines = this.text.split("\n");
    const start = lines.slice(0, line - 1).join("\n").length + (line > 1 ? 1 : 0);
    this.area.focus();
    this.area.setSelectionRange(start, start + (lines[line - 1] ?? "").length);
    this.area.scrollTop = (line - 3) * parseFloat(getComputedStyle(this.area).lineHeight);
  }
}
