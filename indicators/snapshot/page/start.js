// The frame: filters, the address after #, keys, the theme.

const ALL_VIEWS = ["overview", "indicator", "sector", "district", "method"];
// Of a store without an indicator there is no indicator to show.
let VIEWS = ALL_VIEWS;
const LETTERS = { view: "p", year: "nam", district: "huyen", sector: "nganh", indicator: "chi_tieu" };

function go(changes, { quietly = false } = {}) {
  const moved = changes.view && changes.view !== asked.view;
  Object.assign(asked, changes);
  const address = new URLSearchParams();
  for (const [field, letter] of Object.entries(LETTERS)) if (asked[field]) address.set(letter, asked[field]);
  if (`#${address}` !== location.hash) history[quietly ? "replaceState" : "pushState"](null, "", `#${address}`);
  show();
  if (moved) {
    scrollTo(0, 0);
    document.getElementById("main").focus({ preventScroll: true });
  }
}

// What the address says, where it means something here.
function read() {
  const address = new URLSearchParams(location.hash.slice(1));
  const year = Number(address.get("nam"));
  const attention = () => exhibit("needs_attention", { district: null, sector: null }).rows?.[0]?.key ?? about.indicators[0]?.id;
  asked.view = VIEWS.includes(address.get("p")) ? address.get("p") : "overview";
  asked.year = about.years.includes(year) ? year : about.year;
  asked.district = known(about.districts, address.get("huyen"));
  asked.sector = known(about.sectors, address.get("nganh"));
  asked.indicator = known(about.indicators, address.get("chi_tieu")) ?? attention();
}

function select(field, options, everywhere) {
  const chosen = el("select", { id: `filter-${field}`, onchange: (event) => go({ [field]: event.target.value || null }) },
    everywhere && el("option", { value: "" }, everywhere),
    options.map(({ id, name }) => el("option", { value: id, selected: id === asked[field] }, name)));
  return el("label", { class: `filter of-${field}` }, el("span", {}, words[field]), chosen);
}

function bars() {
  const tabs = el("nav", { class: "tabs", "aria-label": words.menu }, VIEWS.map((name) =>
    el("button", { "aria-current": name === asked.view ? "page" : null, onclick: () => go({ view: name }) }, words[name])));
  const years = el("div", { class: "years", role: "group", "aria-label": words.as_of }, about.years.map((year) =>
    el("button", { "aria-pressed": String(year === asked.year), onclick: () => go({ year }) }, String(year))));
  const filters = asked.view === "method" ? [] : [
    asked.view === "indicator" && select("indicator", about.indicators),
    select("district", about.districts, words.whole_province), select("sector", about.sectors, words.all_sectors)];
  return [tabs, el("div", { class: "filters" }, el("div", { class: "filter of-year" }, el("span", {}, words.as_of), years), filters)];
}

function show() {
  const focused = document.activeElement?.id;
  document.getElementById("bar").replaceChildren(...bars());
  clearCharts(document.getElementById("main"));
  document.getElementById("main").replaceChildren(...view[asked.view]().flat(Infinity).filter(Boolean));
  if (focused) document.getElementById(focused)?.focus({ preventScroll: true });
  for (const id of ["line", "foot-line"]) document.getElementById(id).textContent = versionLine();
  document.title = `${words[asked.view]} – ${about.title}`;
}

function band() {
  const otherTheme = () => (theme() === "dark" ? words.to_light : words.to_dark);
  const toggle = el("button", { id: "theme", onclick: () => {
    turnTheme();
    toggle.textContent = otherTheme();
  } }, otherTheme());
  document.getElementById("band").append(
    about.demonstration && el("span", { class: "demonstration" }, words.demonstration),
    el("div", { class: "tools" }, el("button", { id: "present", onclick: () => present() }, words.present, el("kbd", {}, "F")),
      toggle, el("button", { class: "printing", onclick: () => print() }, words.print)));
  document.getElementById("foot").append(el("p", { class: "foot-name" }, about.programme), el("p", { id: "foot-line" }), el("p", {}, words.frozen));
}

// Back from the stage, at what was shown there last.
function offStage(changes) {
  go(changes);
  document.getElementById("theme").textContent = theme() === "dark" ? words.to_light : words.to_dark;
  document.getElementById("present").focus();
}

// Printed, every chart is there, not only those that were in sight.
addEventListener("beforeprint", () => document.querySelectorAll(".chart:not([data-drawn])").forEach(draw));
addEventListener("popstate", () => { read(); show(); });

async function start() {
  if (!(await unpacked())) return;
  if (!about.indicators.length) VIEWS = ALL_VIEWS.filter((name) => name !== "indicator");
  read();
  band();
  show();
  document.documentElement.dataset.ready = "yes";
  // Plotly is unpacked while the first page is read, so that the first chart is there at once.
  (window.requestIdleCallback ?? setTimeout)(() => plotly());
}

start();
