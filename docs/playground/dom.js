// Elements from plain descriptions; text is always text, never markup.

/** Return an element: properties that begin with "on" are listeners, "data" and "aria" are sets of attributes. */
export function el(tag, given = {}, ...children) {
  const made = document.createElement(tag);
  for (const [name, value] of Object.entries(given)) set(made, name, value);
  made.append(...children.flat(Infinity).filter((child) => child !== null && child !== undefined && child !== ""));
  return made;
}

function set(made, name, value) {
  if (value === undefined || value === null) return;
  if (name.startsWith("on")) made.addEventListener(name.slice(2), value);
  else if (name === "data") Object.assign(made.dataset, value);
  else if (name === "aria") for (const [key, one] of Object.entries(value)) made.setAttribute(`aria-${key}`, one);
  else if (name in made && name !== "role") made[name] = value;
  else made.setAttribute(name, value);
}

export const byId = (id) => document.getElementById(id);

/** Return a select with its options: pairs of value and label, or groups of them under a label. */
export function options(entries, chosen = "") {
  return entries.map(([value, label]) =>
    Array.isArray(value)
      ? el("optgroup", { label }, options(value, chosen))
      : el("option", { value, selected: value === chosen }, label),
  );
}

/** Return a function that runs the last of many calls, once there are no more for a while. */
export function settled(run, milliseconds) {
  let waiting;
  return (...given) => {
    clearTimeout(waiting);
    waiting = setTimeout(() => run(...given), milliseconds);
  };
}

/** Return the words of an id: "open_bank_account" as "open bank account". */
export const spoken = (id) => id.replaceAll("_", " ");
