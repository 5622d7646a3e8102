// Statuses and permissions over the years: bars, and the same as a table.

import { el } from "./dom.js";
import { t } from "./words.js";

const DAY = 86_400_000;
const at = (day) => Date.parse(`${day}T00:00:00Z`);

/** The stretch of days that all bars share. */
class Axis {
  constructor(days, on) {
    const known = [...days.filter(Boolean), on].map(at);
    const pad = Math.max(200 * DAY, (Math.max(...known) - Math.min(...known)) * 0.05);
    this.first = Math.min(...known) - pad;
    this.last = Math.max(...known) + pad;
    this.on = on;
  }

  place(day, otherwise) {
    return day ? (100 * (at(day) - this.first)) / (this.last - this.first) : otherwise;
  }

  years() {
    const [first, last] = [this.first, this.last].map((one) => new Date(one).getUTCFullYear());
    const step = [1, 2, 5, 10, 20, 50].find((one) => (last - first) / one <= 7) ?? 100;
    const years = Array.from({ length: last - first + 1 }, (_, one) => first + one);
    return years.filter((year) => year % step === 0 && at(`${year}-01-01`) > this.first);
  }
}

/** Draw lanes of bars: each a label and, for each side, stretches with their days, mark and words. */
export function bars(lanes, on) {
  const days = lanes.flatMap((lane) => lane.sides.flatMap((side) => side.stretches.flatMap((one) => [one.from, one.until])));
  const axis = new Axis(days, on);
  return el("div", { className: "kz-bars" }, scale(axis), lanes.map((lane) => drawn(lane, axis)), asTable(lanes));
}

function scale(axis) {
  const years = axis.years().map((year) => el("span", { style: `left:${axis.place(`${year}-01-01`)}%` }, String(year)));
  return el("div", { className: "kz-scale", aria: { hidden: "true" } }, years);
}

function drawn(lane, axis) {
  return el("div", { className: "kz-lane" }, el("span", { className: "kz-lane-name" }, lane.label),
    lane.sides.map((side) => track(lane, side, axis)));
}

function track(lane, side, axis) {
  const said = side.stretches.map((one) => `${one.says} ${one.span}`).join("; ");
  const label = [lane.label, side.name, said].filter(Boolean).join(": ");
  return el("div", { className: "kz-track", role: "img", aria: { label } },
    side.stretches.map((one) => piece(one, axis)), el("span", { className: "kz-now", style: `left:${axis.place(axis.on)}%` }));
}

function piece(one, axis) {
  const [left, right] = [axis.place(one.from, 0), axis.place(one.until, 100)];
  return el("span", { className: `kz-piece kz-${one.kind}`, title: `${one.says} ${one.span}`,
    style: `left:${left}%;width:${Math.max(right - left, 0.4)}%` }, right - left > 4 ? one.mark : "");
}

function asTable(lanes) {
  const rows = lanes.flatMap((lane) => lane.sides.flatMap((side) => side.stretches.map((one) =>
    el("tr", {}, el("td", {}, [lane.label, side.name].filter(Boolean).join(", ")), el("td", {}, one.says), el("td", {}, one.span)))));
  return el("details", { className: "kz-plain" }, el("summary", {}, t("asTable")),
    el("div", { className: "kz-scroll" }, el("table", {}, el("tbody", {}, rows))));
}

/** Return a status as stretches: sure in the middle, perhaps where its ends are not known to the day. */
export function statusStretches({ label, days: [early, sure, end, late], span }) {
  const middle = { from: sure, until: end, kind: "sure", mark: "", says: label, span };
  const doubt = (from, until) => ({ from, until, kind: "perhaps", mark: "?", says: `${label}, ${t("perhaps")}`, span });
  if (end && sure && at(end) <= at(sure)) return [doubt(early, late)];
  return [...(early !== sure ? [doubt(early, sure)] : []), middle, ...(end !== late ? [doubt(end, late)] : [])];
}
