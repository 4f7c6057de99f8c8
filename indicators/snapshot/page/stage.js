// The stage: one idea a slide, by keyboard alone, in letters for the last row. The version stays as it was.

const stage = { open: false, slide: "overview", district: null, sector: null, zoomed: false, blank: false, since: null, typed: null, picked: 0, isAlone: false, chosen: null, said: "" };
const onStage = () => ({ district: stage.district, sector: stage.sector });
const HINT_MS = 9000;

function slides() {
  const place = stage.district || stage.sector ? ["place"] : [];
  const all = ["overview", "attention", ...place, ...about.indicators.map(({ id }) => `indicator:${id}`), "districts", "sectors", "method", ...(SLIDES.scan ? ["scan"] : [])];
  const chosen = stage.chosen ? all.filter(stage.chosen) : all;
  return chosen.length ? chosen : all;
}

const indicatorOf = (slide) => (slide.startsWith("indicator:") ? slide.slice("indicator:".length) : null);

// These are about the whole province, whichever place the talk is at.
const OF_PROVINCE = new Set(["districts", "sectors", "method", "scan"]);
const placeOf = (slide) => (OF_PROVINCE.has(slide) ? { district: null, sector: null } : onStage());

function titleOf(slide) {
  const indicator = indicatorOf(slide);
  if (indicator) return nameOf(about.indicators, indicator);
  return { overview: words.overview, attention: words.needs_attention, place: capital(placeName(onStage())), districts: words.district_ranking,
    sectors: words.sector_ranking, method: words.method, scan: words.scan }[slide];
}

function present(slide = asked.view === "indicator" ? `indicator:${asked.indicator}` : "overview") {
  Object.assign(stage, { open: true, slide, district: asked.district, sector: asked.sector, zoomed: false, blank: false, typed: null });
  stage.since ??= Date.now();
  document.documentElement.classList.add("staged");
  const tools = stage.isAlone ? "" : stageTools();
  document.getElementById("stage").replaceChildren(el("div", { class: "slide", id: "slide", role: "region", "aria-live": "polite" }), tools, el("div", { id: "asking" }));
  document.getElementById("stage").hidden = false;
  // Opened by an address there was no key yet that may ask for the whole screen.
  if (navigator.userActivation?.isActive) document.documentElement.requestFullscreen?.().catch(() => {});
  keepAwake();
  setStage();
}

// A screen that dims itself ends a talk; where the browser can't keep it awake, the computer's settings must.
let awake = null;
function keepAwake() {
  if (stage.open && !document.hidden) navigator.wakeLock?.request("screen").then((lock) => { awake = lock; }, () => {});
}

function hint() {
  document.getElementById("stage").append(el("p", { class: "hint", id: "hint" }, words.hint.split(" | ").map((each) => el("span", {}, each))));
  setTimeout(hideHint, HINT_MS);
}

const hideHint = () => document.getElementById("hint")?.remove();

function leave() {
  stage.open = false;
  awake?.release();
  awake = null;
  document.documentElement.classList.remove("staged");
  document.getElementById("stage").hidden = true;
  clearCharts(document.getElementById("stage"));
  document.getElementById("stage").replaceChildren();
  if (document.fullscreenElement) document.exitFullscreen();
  const indicator = indicatorOf(stage.slide);
  offStage({ district: stage.district, sector: stage.sector, ...(indicator ? { view: "indicator", indicator } : {}) });
}

function jumpTo(slide) {
  Object.assign(stage, { slide, zoomed: false, blank: false });
  setStage();
}

function turn(by) {
  const all = slides();
  const at = all.indexOf(stage.slide) + by;
  if (at < 0 || at >= all.length) return;
  jumpTo(all[at]);
}

// Up and down go through the districts, the whole province first: "and in Võ Nhai?".
function turnPlace(by) {
  const codes = [null, ...about.districts.map(({ id }) => id)];
  stage.district = codes[(codes.indexOf(stage.district) + by + codes.length) % codes.length];
  if (stage.slide === "place" && !stage.district && !stage.sector) stage.slide = "attention";
  setStage();
}

const stageRows = (rows) => el("ul", { class: "stage-rows" }, rows.slice(0, 5).map((row) => el("li", { class: `s-${row.status}` },
  el("strong", {}, row.label), chip(row.status, row.status_label))));

const methodOnStage = (rows) => el("ol", { class: "stage-method" }, rows.map((row) =>
  el("li", {}, el("strong", {}, row.status), el("span", {}, row.rule))));

// A slide by its name: the exhibit whose sentence it shows, and what is drawn of it. The notes tell of the same.
const SLIDES = {
  overview: { shown: () => exhibit("final_verdict", onStage()), drawn: wholeBar },
  attention: { shown: () => exhibit("needs_attention", onStage()), drawn: ({ rows }) => stageRows(rows) },
  place: { shown: () => exhibit("standing", onStage()), drawn: ({ rows }) => stageRows(rows) },
  districts: { shown: () => exhibit("district_ranking", { sector: null }), drawn: rankedOnStage },
  sectors: { shown: () => exhibit("sector_ranking", { district: null }), drawn: rankedOnStage },
  method: { shown: () => exhibit("statuses"), drawn: ({ rows }) => methodOnStage(rows) },
};

// What a slide says, and with it the source.
const saidOn = (slide) => (indicatorOf(slide) ? exhibit("verdict", { ...onStage(), indicator: indicatorOf(slide) }) : SLIDES[slide].shown());

function slideOf(name) {
  const { shown, drawn } = SLIDES[name];
  const told = shown();
  return [el("h2", {}, glued(told.headline)), told.rows && drawn(told)];
}

function slideOfIndicator(indicator) {
  const shown = exhibit("verdict", { ...onStage(), indicator });
  const line = exhibit("trajectory", { ...onStage(), indicator });
  return [
    stage.zoomed ? null : el("div", { class: "stage-verdict" }, chip(shown.status, shown.status_label), el("p", {}, glued(shown.headline))),
    line.empty ? el("p", { class: "stage-empty" }, line.empty)
      : el("div", { class: "stage-figure" }, line.unit && el("p", { class: "stage-unit" }, said("unit", { unit: line.unit })), stageChart(line)),
  ];
}

function rankedOnStage(shown) {
  const rows = [...new Map(shown.rows.map((row) => [row.row, row.row_label]))];
  return [key(shown.rows.filter((row) => row.count).map((row) => row.status)), el("ul", { class: "stage-ranking" }, rows.map(([id, label]) =>
    el("li", {}, el("span", {}, label), bar(counted(shown.rows.filter((row) => row.row === id))))))];
}

function stageTools() {
  const tool = (word, mark, act) => el("button", { class: `of-${word}`, title: words[word], "aria-label": words[word], onclick: (event) => {
    // Whoever pointed at it goes on by keyboard; whoever came to it by keyboard stays there.
    if (event.detail > 0) event.currentTarget.blur();
    hideHint();
    act();
  } }, mark);
  return el("div", { class: "stage-tools" }, tool("back", "←", () => turn(-1)), tool("jump", "⌕", () => ask("")),
    tool("zoom", "Z", () => setZoomed(!stage.zoomed)), tool("blank", "B", () => setBlank(!stage.blank)), tool("notes", "N", openNotes),
    tool("theme", "◐", turnTheme), tool("full", "F", turnFullScreen), tool("leave", "✕", leave), tool("next", "→", () => turn(1)));
}

function footer(all) {
  const { source } = saidOn(stage.slide);
  return el("footer", {}, about.demonstration && el("span", { class: "demonstration" }, words.demonstration), el("span", {}, versionLine()),
    el("span", { class: "stage-count" }, `${all.indexOf(stage.slide) + 1}/${all.length}`),
    source && el("span", { class: "stage-source", title: source }, source), stage.said && el("span", { class: "stage-said" }, stage.said));
}

function setStage() {
  const all = slides();
  const indicator = indicatorOf(stage.slide);
  const { district, sector } = placeOf(stage.slide);
  const place = [district || sector ? capital(placeName({ district, sector })) : about.title, about.narrowed].filter(Boolean).join(" · ");
  const page = indicator ? words.indicator : stage.slide === "place" ? words.standing : titleOf(stage.slide);
  const slide = document.getElementById("slide");
  clearCharts(slide);
  slide.className = stage.blank ? "slide blank" : "slide";
  slide.setAttribute("aria-label", titleOf(stage.slide));
  slide.replaceChildren(...(stage.blank ? [] : [
    el("header", {}, el("span", { class: "stage-place" }, place), el("span", {}, said("kicker", { page, year: asked.year }))),
    indicator && el("h1", {}, titleOf(stage.slide)),
    el("div", { class: `slide-body of-${indicator ? "indicator" : stage.slide}` }, indicator ? slideOfIndicator(indicator) : slideOf(stage.slide)),
    footer(all)].filter(Boolean)));
  if (stage.typed === null) document.getElementById("asking").replaceChildren();
  tellNotes();
}

addEventListener("keydown", (event) => onKey(event));
for (const type of ["pointerdown", "pointerup"]) document.getElementById("stage").addEventListener(type, (event) => onTouch(event));
addEventListener("visibilitychange", keepAwake);
let resizing;
addEventListener("resize", () => {
  clearTimeout(resizing);
  resizing = setTimeout(() => stage.open && setStage(), 150);
});
