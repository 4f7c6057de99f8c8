// Charts on the stage: in letters for the last row, or one line alone.

const SMALLEST_SIDE = 620;

// Held upright, a phone gives the slide its whole height.
const isUpright = () => innerWidth < innerHeight;
const toLastRow = () => Math.max((isUpright() ? innerWidth * 1.2 : Math.min(innerHeight, innerWidth * 0.5625)) / SMALLEST_SIDE, 0.9);

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

// The words that end every one of these texts, the unit of "415 lượt DN": nothing where there is one text alone.
function sharedEnding(texts) {
  const split = [...new Set(texts)].map((text) => text.split(" "));
  const shortest = Math.min(...split.map((words) => words.length));
  let count = 0;
  while (split.length > 1 && count < shortest - 1 && split.every((words) => words.at(-1 - count) === split[0].at(-1 - count))) count += 1;
  return count ? split[0].slice(-count).join(" ") : "";
}

// One series alone, each of its values written where it stands, as its own label writes it: "Năm 2018: 12,4 %".
function zoomed({ data, layout }) {
  const line = data.find(({ name }) => name === "actual");
  if (!line) return { data, layout };
  const values = line.customdata.map((told) => told.split("<br>")[0].split(": ").slice(1).join(": "));
  const unit = sharedEnding(values.filter(Boolean));
  // Where the line has least of it: under a low, beside a slope, else above.
  const known = line.y.filter((value) => value !== null);
  const above = (at, beside) => line.y[beside] != null && line.y[beside] > line.y[at];
  const below = (at, beside) => line.y[beside] != null && line.y[beside] < line.y[at];
  const beside = (at) => {
    const [before, after] = [at - 1, at + 1];
    if (!below(at, before) && !below(at, after) && line.y[at] !== Math.max(...known)) return "bottom center";
    if (below(at, before) && above(at, after)) return "top left";
    return above(at, before) && below(at, after) ? "top right" : "top center";
  };
  const size = 18 * toLastRow();
  const alone = { ...line, mode: "lines+markers+text", cliponaxis: false, text: values.map((value) => (unit ? value.slice(0, -unit.length - 1) : value)),
    textposition: line.y.map((_, at) => beside(at)), textfont: { size, color: layout.template.layout.font.color } };
  const room = (Math.max(...known) - Math.min(...known) || Math.abs(known[0]) || 1) * 0.25;
  const named = unit && { text: unit, xref: "paper", yref: "paper", x: 0, y: 1, xanchor: "left", yanchor: "bottom", showarrow: false, font: { size } };
  // A line across changed borders says so, alone too.
  const breaks = layout.annotations.filter(({ name }) => name === "break");
  const shapes = (layout.shapes ?? []).filter(({ x0, x1 }) => x0 === x1 && breaks.some(({ x }) => x === x0));
  return { data: [alone], layout: { ...layout, showlegend: false, shapes, annotations: [...breaks, named].filter(Boolean),
    yaxis: { ...layout.yaxis, title: undefined, range: [Math.min(...known) - room, Math.max(...known) + room] } } };
}

function stageChart(shown) {
  const times = toLastRow();
  return chart(shown, { height: 10, change: (figure) => {
    const { data, layout } = grown(figure, times);
    delete layout.height;
    // The slide itself says that its figures are for demonstration.
    layout.annotations = layout.annotations?.filter(({ name }) => name !== "demonstration") ?? [];
    const whole = { data, layout: { ...layout, autosize: true } };
    return stage.zoomed ? zoomed(whole) : whole;
  } });
}
