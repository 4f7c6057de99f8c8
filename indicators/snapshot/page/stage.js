// The stage: one idea a slide, by keyboard alone, in letters for the last row. Year and version stay as they were.

const stage = { open: false, slide: "overview", district: null, sector: null, zoomed: false, blank: false, since: null, typed: null, picked: 0 };
const onStage = () => ({ district: stage.district, sector: stage.sector });
const SMALLEST_SIDE = 620;

function slides() {
  const place = stage.district || stage.sector ? ["place"] : [];
  return ["overview", "attention", ...place, ...about.indicators.map(({ id }) => `indicator:${id}`), "districts", "sectors", "method"];
}

const indicatorOf = (slide) => (slide.startsWith("indicator:") ? slide.slice("indicator:".length) : null);

function titleOf(slide) {
  const indicator = indicatorOf(slide);
  if (indicator) return nameOf(about.indicators, indicator);
  return { overview: words.overview, attention: words.needs_attention, place: capital(placeName(onStage())), districts: words.district_ranking,
    sectors: words.sector_ranking, method: words.method }[slide];
}

function present(slide = asked.view === "indicator" ? `indicator:${asked.indicator}` : "overview") {
  Object.assign(stage, { open: true, slide, ...{ district: asked.district, sector: asked.sector }, zoomed: false, blank: false, typed: null });
  stage.since ??= Date.now();
  document.documentElement.classList.add("staged");
  document.getElementById("stage").hidden = false;
  document.documentElement.requestFullscreen?.().catch(() => {});
  setStage();
}

function leave() {
  stage.open = false;
  document.documentElement.classList.remove("staged");
  document.getElementById("stage").hidden = true;
  document.getElementById("stage").replaceChildren();
  if (document.fullscreenElement) document.exitFullscreen();
  const indicator = indicatorOf(stage.slide);
  go({ district: stage.district, sector: stage.sector, ...(indicator ? { view: "indicator", indicator } : {}) });
  document.getElementById("present").focus();
}

function turn(by) {
  const all = slides();
  const at = all.indexOf(stage.slide) + by;
  if (at < 0 || at >= all.length) return;
  Object.assign(stage, { slide: all[at], zoomed: false, blank: false });
  setStage();
}

// Up and down go through the districts, the whole province first: "and in Võ Nhai?".
function turnPlace(by) {
  const codes = [null, ...about.districts.map(({ id }) => id)];
  stage.district = codes[(codes.indexOf(stage.district) + by + codes.length) % codes.length];
  if (stage.slide === "place" && !stage.district && !stage.sector) stage.slide = "attention";
  setStage();
}

const toLastRow = (side) => Math.max(side / SMALLEST_SIDE, 0.75);

// A figure in the stage's size: letters, marks, lines and margins grow together.
function grown(part, times, name = "") {
  if (typeof part === "string") return part.replace(/font-size:(\d+)px/g, (whole, size) => `font-size:${Math.round(size * times)}px`);
  if (Array.isArray(part)) return name === "size" ? part.map((size) => size * times) : part.map((each) => grown(each, times));
  if (part && typeof part === "object") return Object.fromEntries(Object.entries(part).map(([key, each]) => {
    if (typeof each === "number" && (key === "size" || key === "yshift" || (key === "width" && name === "line") || name === "margin")) return [key, each * times];
    return [key, grown(each, times, key)];
  }));
  return part;
}

// One series alone, each of its values written where it stands, as its own label writes it: "Năm 2018: 12,4 %".
function zoomed({ data, layout }) {
  const line = data.find(({ name }) => name === "actual");
  if (!line) return { data, layout };
  const value = (told) => told.split("<br>")[0].split(": ").slice(1).join(": ");
  const isLow = (at) => [at - 1, at + 1].every((beside) => !(line.y[beside] < line.y[at])) && line.y[at] !== Math.max(...line.y);
  const alone = { ...line, mode: "lines+markers+text", text: line.customdata.map(value),
    textposition: line.y.map((_, at) => (isLow(at) ? "bottom center" : "top center")), textfont: { size: 17 * toLastRow(innerHeight), color: layout.template.layout.font.color } };
  const known = line.y.filter((value) => value !== null);
  const room = (Math.max(...known) - Math.min(...known) || Math.abs(known[0]) || 1) * 0.25;
  return { data: [alone], layout: { ...layout, showlegend: false, shapes: [],
    annotations: layout.annotations.filter(({ name }) => name === "demonstration"),
    yaxis: { ...layout.yaxis, range: [Math.min(...known) - room, Math.max(...known) + room] } } };
}

function stageChart(shown) {
  const times = toLastRow(Math.min(innerHeight, innerWidth * 0.5625));
  return chart(shown, { height: 10, change: (figure) => {
    const { data, layout } = grown(figure, times);
    delete layout.height;
    const whole = { data, layout: { ...layout, autosize: true } };
    return stage.zoomed ? zoomed(whole) : whole;
  } });
}

const stageRows = (rows) => el("ul", { class: "stage-rows" }, rows.slice(0, 5).map((row) => el("li", { class: `s-${row.status}` },
  el("strong", {}, row.label), chip(row.status, row.status_label))));

const SLIDES = {
  overview() {
    const shown = exhibit("final_verdict", onStage());
    return [el("h2", {}, glued(shown.headline)), shown.rows && wholeBar(shown)];
  },
  attention() {
    const shown = exhibit("needs_attention", onStage());
    return [el("h2", {}, glued(shown.headline)), shown.rows && stageRows(shown.rows)];
  },
  place() {
    const shown = exhibit("standing", onStage());
    return [el("h2", {}, glued(shown.headline)), shown.rows && stageRows(shown.rows)];
  },
  districts() {
    const shown = exhibit("district_ranking", { sector: null });
    return [el("h2", {}, glued(shown.headline)), shown.rows && rankedOnStage(shown)];
  },
  sectors() {
    const shown = exhibit("sector_ranking", { district: null });
    return [el("h2", {}, glued(shown.headline)), shown.rows && rankedOnStage(shown)];
  },
  method() {
    const shown = exhibit("statuses");
    return [el("h2", {}, glued(shown.headline)), el("ol", { class: "stage-method" }, shown.rows.map((row) =>
      el("li", {}, el("strong", {}, row.status), el("span", {}, row.rule))))];
  },
  indicator(indicator) {
    const shown = exhibit("verdict", { ...onStage(), indicator });
    const line = exhibit("trajectory", { ...onStage(), indicator });
    return [
      stage.zoomed ? null : el("div", { class: "stage-verdict" }, chip(shown.status, shown.status_label), el("p", {}, glued(shown.headline))),
      line.empty ? el("p", { class: "stage-empty" }, line.empty) : stageChart(line),
    ];
  },
};

function rankedOnStage(shown) {
  const rows = [...new Map(shown.rows.map((row) => [row.row, row.row_label]))];
  return [key(shown.rows.filter((row) => row.count).map((row) => row.status)), el("ul", { class: "stage-ranking" }, rows.map(([id, label]) =>
    el("li", {}, el("span", {}, label), bar(counted(shown.rows.filter((row) => row.row === id))))))];
}

function setStage() {
  const all = slides();
  const at = all.indexOf(stage.slide);
  const indicator = indicatorOf(stage.slide);
  const place = stage.district || stage.sector ? capital(placeName(onStage())) : about.title;
  const tool = (word, mark, act) => el("button", { title: words[word], "aria-label": words[word], onclick: act }, mark);
  document.getElementById("stage").replaceChildren(el("div", { class: stage.blank ? "slide blank" : "slide", role: "region", "aria-live": "polite", "aria-label": titleOf(stage.slide) },
    stage.blank ? [] : [
      el("header", {}, el("span", { class: "stage-place" }, place), el("span", {}, said("kicker", { page: indicator ? words.indicator : titleOf(stage.slide), year: asked.year }))),
      indicator && el("h1", {}, titleOf(stage.slide)),
      el("div", { class: `slide-body of-${indicator ? "indicator" : stage.slide}` }, indicator ? SLIDES.indicator(indicator) : SLIDES[stage.slide]()),
      el("footer", {}, about.demonstration && el("span", { class: "demonstration" }, words.demonstration), el("span", {}, about.line),
        el("span", { class: "stage-count" }, `${at + 1}/${all.length}`)),
    ]),
  el("div", { class: "stage-tools" }, tool("back", "←", () => turn(-1)), tool("jump", "⌕", () => ask("")), tool("zoom", "Z", () => press("z")),
    tool("blank", "B", () => press("b")), tool("notes", "N", () => openNotes()), tool("leave", "✕", leave), tool("next", "→", () => turn(1))),
  stage.typed === null ? "" : jumping());
  document.getElementById("jump")?.focus();
  tellNotes();
}

// ---- finding by name

function ask(letters) {
  Object.assign(stage, { typed: letters, picked: 0, blank: false });
  setStage();
  const box = document.getElementById("jump");
  box.setSelectionRange(letters.length, letters.length);
}

function findings() {
  const wanted = folded(stage.typed).split(/\s+/).filter(Boolean);
  const matches = ({ name }) => wanted.every((word) => folded(name).includes(word));
  return [
    ...[{ id: null, name: capital(about.province) }, ...about.districts].filter(matches).map(({ id, name }) => ({ name, kind: words.district, act: () => pick({ district: id, sector: id === null ? null : stage.sector }) })),
    ...about.sectors.filter(matches).map(({ id, name }) => ({ name, kind: words.sector, act: () => pick({ sector: id }) })),
    ...about.indicators.filter(matches).map(({ id, name }) => ({ name, kind: words.indicator, act: () => pick({ slide: `indicator:${id}` }) })),
  ];
}

function pick(changes) {
  Object.assign(stage, changes, { typed: null, zoomed: false });
  // On an indicator its place changes; from anywhere else one goes to the place itself.
  if (!changes.slide && !indicatorOf(stage.slide)) stage.slide = stage.district || stage.sector ? "place" : "overview";
  if (stage.slide === "place" && !slides().includes("place")) stage.slide = "overview";
  setStage();
}

function jumping() {
  const found = findings().slice(0, 8);
  const list = el("ul", { class: "jump-found", role: "listbox" }, found.length ? found.map(({ name, kind, act }, at) =>
    el("li", { role: "option", "aria-selected": String(at === stage.picked), onclick: act }, name, el("small", {}, kind))) : el("li", {}, words.jump_none));
  const box = el("input", { id: "jump", value: stage.typed, placeholder: words.jump, "aria-label": words.jump, autocomplete: "off", oninput: (event) => ask(event.target.value) });
  return el("div", { class: "jump" }, box, list, el("p", { class: "jump-keys" }, words.keys.split(" | ").map((each) => el("span", {}, each))));
}

// ---- keys

const NEXT = new Set(["ArrowRight", " ", "PageDown", "Enter"]);
const BACK = new Set(["ArrowLeft", "PageUp", "Backspace"]);

function press(letter) {
  if (letter === "b" || letter === ".") stage.blank = !stage.blank;
  else if (letter === "z") stage.zoomed = Boolean(indicatorOf(stage.slide)) && !stage.zoomed;
  else if (letter === "f") document.fullscreenElement ? document.exitFullscreen() : document.documentElement.requestFullscreen?.().catch(() => {});
  setStage();
}

function onKey(event) {
  if (event.ctrlKey || event.metaKey || event.altKey) return;
  const letter = event.key.toLowerCase();
  if (!stage.open) {
    if (letter === "f" && !event.target.closest?.("input, select")) { event.preventDefault(); present(); }
    return;
  }
  if (stage.typed !== null) {
    const found = findings().slice(0, 8);
    if (event.key === "Escape") { stage.typed = null; setStage(); }
    else if (event.key === "Enter" && found.length) { event.preventDefault(); found[stage.picked].act(); }
    else if (event.key === "ArrowDown" || event.key === "ArrowUp") {
      event.preventDefault();
      stage.picked = Math.min(Math.max(stage.picked + (event.key === "ArrowDown" ? 1 : -1), 0), found.length - 1);
      setStage();
    }
    return;
  }
  if (event.key === "Tab" || (event.key === "Enter" && event.target.closest?.(".stage-tools"))) return;
  event.preventDefault();
  if (NEXT.has(event.key)) turn(1);
  else if (BACK.has(event.key)) turn(-1);
  else if (event.key === "ArrowDown") turnPlace(1);
  else if (event.key === "ArrowUp") turnPlace(-1);
  else if (event.key === "Home") { stage.slide = slides()[0]; setStage(); }
  else if (event.key === "End") { stage.slide = slides().at(-1); setStage(); }
  else if (event.key === "Escape") leave();
  else if (letter === "n") openNotes();
  else if ("bzf.".includes(letter)) press(letter);
  else if (letter === "/" || letter === "?") ask("");
  else if (/^[\p{L}\p{N}]$/u.test(letter)) ask(event.key);
}

addEventListener("keydown", onKey);
let resizing;
addEventListener("resize", () => {
  clearTimeout(resizing);
  resizing = setTimeout(() => stage.open && setStage(), 150);
});
