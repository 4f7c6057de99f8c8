// The pieces of a page: an exhibit's words, bars of counts, lists of verdicts, tables, cards.

const HIGHEST_RATIO_DRAWN = 1.5;
const FIRST_FIGURES = ["latest", "target", "achievement", "gap"];
const ROWS_BEFORE_THE_FOLD = 6;

function card(title, shown, ...inside) {
  const body = shown && shown.empty ? [el("p", { class: "empty" }, shown.empty)] : inside;
  return el("section", { class: "card" }, title && el("h2", { class: "card-title" }, title), body, shown && below(shown));
}

function below(shown) {
  const mark = words.demonstration;
  const notes = shown.notes.filter((note) => note.replace(/[ .]+$/, "") !== mark);
  const summary = el("summary", {}, shown.demonstration && el("span", { class: "demonstration" }, mark),
    el("span", { class: "source" }, shown.source));
  return el("details", { class: "below" }, summary, el("ul", { class: "notes" }, notes.map((note) => el("li", {}, note))));
}

const headline = (shown) => el("p", { class: "card-headline" }, glued(shown.headline));

function counted(rows) {
  return about.statuses.map(({ id }) => ({ id, count: rows.filter((row) => row.status === id).reduce((sum, row) => sum + row.count, 0) }))
    .filter(({ count }) => count > 0);
}

function bar(counts, labelled = true) {
  const total = counts.reduce((sum, { count }) => sum + count, 0) || 1;
  return el("div", { class: "bar" }, counts.map(({ id, count }) => el("span", {
    class: `segment s-${id}`, style: `flex:${count}`, title: `${statusOf(id).name}: ${count}`,
  }, labelled && count / total >= 0.05 ? String(count) : "")));
}

function wholeBar(shown) {
  const counts = counted(shown.rows);
  return el("div", { class: "whole" }, bar(counts), el("ul", { class: "counts" }, counts.map(({ id, count }) =>
    el("li", { class: `count s-${id}` }, el("strong", {}, String(count)), el("span", {}, sign(id), statusOf(id).name)))));
}

// A bar a place, aligned; a click on a place goes there.
function ranking(shown, field) {
  const rows = [...new Map(shown.rows.map((row) => [row.row, row.row_label]))];
  return [key(shown.rows.filter((row) => row.count).map((row) => row.status)),
    el("ul", { class: "ranking" }, rows.map(([id, label]) => el("li", {},
      el("button", { class: id === asked[field] ? "place here" : "place", onclick: () => go({ [field]: id }) }, label),
      bar(counted(shown.rows.filter((row) => row.row === id))))))];
}

function tiles(shown) {
  const groups = [...new Map(shown.rows.map((row) => [row.group, row.label]))];
  return el("div", { class: "tiles" }, groups.map(([id, label]) => {
    const counts = counted(shown.rows.filter((row) => row.group === id));
    return el("div", { class: "tile" }, el("h3", {}, label), bar(counts, false), el("ul", { class: "tile-counts" },
      counts.map(({ id: status, count }) => el("li", { class: `s-${status}` }, sign(status), el("strong", {}, String(count)), " ",
        statusOf(status).name.toLowerCase()))));
  }));
}

function meter(row) {
  if (row.ratio === null) return null;
  const share = Math.min(Math.max(row.ratio, 0), HIGHEST_RATIO_DRAWN) / HIGHEST_RATIO_DRAWN;
  return el("span", { class: "distance" },
    el("span", { class: "meter", "aria-hidden": "true" }, el("i", { style: `width:${(share * 100).toFixed(1)}%` })),
    el("span", { class: "meter-figure" }, `S = ${row.written}`));
}

function verdicts(shown) {
  const rows = shown.rows.map((row) => el("li", { class: `row s-${row.status}` },
    el("button", { class: "row-name", onclick: () => go({ view: "indicator", indicator: row.key }) }, row.label),
    el("div", { class: "row-verdict" }, chip(row.status, row.status_label), meter(row)),
    el("p", { class: "row-sentence" }, row.sentence)));
  const rest = rows.slice(ROWS_BEFORE_THE_FOLD);
  return [el("ul", { class: "rows" }, rows.slice(0, ROWS_BEFORE_THE_FOLD)),
    rest.length > 0 && el("details", { class: "rest" }, el("summary", {}, said("all_rows", { count: rows.length })),
      el("ul", { class: "rows" }, rest))];
}

function verdict(shown) {
  return el("article", { class: `verdict s-${shown.status}` },
    el("p", { class: "verdict-word" }, sign(shown.status), shown.status_label),
    el("p", { class: "verdict-sentence" }, glued(shown.headline)),
    el("dl", { class: "figures" }, shown.rows.map((row) => el("div", { class: FIRST_FIGURES.includes(row.figure) ? "first" : "" },
      el("dt", {}, row.label), el("dd", {}, el("strong", {}, row.value), row.note && el("small", {}, row.note))))),
    shown.rule && el("p", { class: "verdict-rule" }, shown.rule));
}

function table(shown, name) {
  const heads = about.headers[name];
  const columns = Object.keys(heads).filter((column) => shown.rows.some((row) => row[column] !== "" && row[column] !== null));
  return el("div", { class: "scroller", tabindex: "0", role: "region", "aria-label": shown.headline },
    el("table", { class: "plain" }, el("thead", {}, el("tr", {}, columns.map((column) => el("th", { scope: "col" }, heads[column])))),
      el("tbody", {}, shown.rows.map((row) => el("tr", {}, columns.map((column) => el("td", { "data-label": heads[column] }, row[column])))))));
}

const written = (shown) => shown.rows?.find((row) => row.figure === "ratio")?.value.replace("–", "") ?? "";

// The verdict at the end of each year up to the one asked about; a click goes back to that year.
function strip() {
  return el("ol", { class: "strip" }, about.years.map((year) => {
    const shown = exhibit("verdict", { year });
    return el("li", {}, el("button", {
      class: `s-${shown.status}`, "aria-current": year === asked.year ? "true" : null, title: shown.headline, onclick: () => go({ year }),
    }, el("span", { class: "strip-year" }, String(year)), el("span", { class: "strip-sign" }, sign(shown.status), written(shown)),
    el("span", { class: "unseen" }, shown.status_label)));
  }));
}

// Indicators down, years across: by group, the worst of each group first.
function grid() {
  const order = exhibit("standing").rows?.map((row) => row.key) ?? about.indicators.map(({ id }) => id);
  const rows = about.indicators.slice().sort((one, other) => order.indexOf(one.id) - order.indexOf(other.id));
  const groups = [...about.groups.map(({ name }) => name), ...new Set(rows.map(({ group }) => group))];
  rows.sort((one, other) => groups.indexOf(one.group) - groups.indexOf(other.group));
  const years = about.years.filter((year) => year <= asked.year);
  return el("table", { class: "grid", style: `--years:${years.length}` },
    el("thead", {}, el("tr", {}, el("td"), years.map((year) => el("th", { scope: "col" }, String(year))))),
    el("tbody", {}, rows.map(({ id, name }) => el("tr", {},
      el("th", { scope: "row" }, el("button", { onclick: () => go({ view: "indicator", indicator: id }) }, name)),
      years.map((year) => {
        const shown = exhibit("verdict", { indicator: id, year });
        return el("td", { class: `s-${shown.status}`, title: `${shown.status_label}\n${shown.headline}` }, sign(shown.status),
          el("span", { class: "unseen" }, shown.status_label), el("span", { class: "ratio" }, written(shown)));
      })))));
}

// The figures of a chart one key away: what its points say when they are pointed at, in the order they are drawn.
function figuresOf(shown) {
  const told = shown.figure.data.filter(({ customdata }) => customdata);
  const places = told.find(({ name }) => name === "value");
  // A bar's target lies at the place of its value.
  const lines = places ? Array.from(places.customdata, (_, at) => told.map(({ customdata }) => customdata[at]).filter(Boolean).join("<br>"))
    : told.flatMap(({ customdata }) => Array.from(customdata)).filter(Boolean);
  const rows = lines.map((line) => [line.split(": ", 1)[0], line.slice(line.indexOf(": ") + 2).replaceAll("<br>", "\n")]);
  return el("details", { class: "figures-table" }, el("summary", {}, words.figures), el("div", { class: "scroller", tabindex: "0", role: "region", "aria-label": shown.headline },
    el("table", { class: "plain", "aria-label": shown.headline }, el("tbody", {}, rows.map(([what, value]) =>
      el("tr", {}, el("th", { scope: "row" }, what), el("td", {}, value)))))));
}

function chartCard(title, shown, name, options = {}) {
  if (shown.empty) return card(title, shown);
  const drawn = chart(shown, options);
  const file = `${asked.indicator}-${asked.year}-v${about.version}-${name}`;
  const saving = el("div", { class: "saving" },
    el("button", { title: words.as_picture, "aria-label": words.as_picture, onclick: () => save(drawn, "png", file) }, "PNG"),
    el("button", { title: words.as_drawing, "aria-label": words.as_drawing, onclick: () => save(drawn, "svg", file) }, "SVG"));
  return card(title, shown, name !== "trajectory" && headline(shown), shown.statuses && key(shown.statuses), drawn,
    el("div", { class: "under-chart" }, figuresOf(shown), saving));
}
