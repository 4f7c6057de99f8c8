// Elements: every word goes in as text, never as markup.

function el(name, attributes = {}, ...inside) {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) {
    if (value === null || value === undefined || value === false) continue;
    if (key.startsWith("on")) made.addEventListener(key.slice(2), value);
    else if (key === "style") made.style.cssText = value;
    else made.setAttribute(key, value === true ? "" : value);
  }
  made.append(...inside.flat(Infinity).filter((each) => each !== null && each !== undefined && each !== false && each !== ""));
  return made;
}

const capital = (text) => text.slice(0, 1).toUpperCase() + text.slice(1);
// A figure stays on the line of the word it counts.
const glued = (text) => capital(text).replace(/(\d) (?=[\p{L}\p{N}])/gu, "$1\u00a0");
const statusOf = (id) => about.statuses.find((each) => each.id === id) ?? about.statuses[about.statuses.length - 1];
const sign = (status) => el("span", { class: "sign", "aria-hidden": "true" }, statusOf(status).sign);
const chip = (status, label) => el("span", { class: `chip s-${status}` }, sign(status), label);

// What each symbol means, of the statuses that occur.
function key(statuses) {
  const occurring = new Set(statuses);
  return el("ul", { class: "key" }, about.statuses.filter(({ id }) => occurring.has(id)).map(({ id, name }) =>
    el("li", {}, el("span", { class: `swatch s-${id}` }, sign(id)), name)));
}
