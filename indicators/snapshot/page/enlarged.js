// Charts on the stage: in letters for the last row, or one line alone.

// The smallest letters, 12 px, are 2.2 % of a slide this high; held upright, a phone gives the slide its whole height.
const SLIDE_PX = 540;
const UPRIGHT_PX = 517;
const isUpright = () => innerWidth < innerHeight;
const toLastRow = () => Math.max(isUpright() ? innerWidth / UPRIGHT_PX : Math.min(innerHeight, innerWidth * 0.5625) / SLIDE_PX, 0.9);

// A figure in the stage's size: letters, marks, lines and margins grow together.
function grown(part, times, name = "") {
  if (typeof part === "string") return part.replace(/font-size:(\d+)px/g, (whole, size) => `font-size:${Math.ceil(size * times)}px`);
  if (Array.isArray(part)) return name === "size" ? part.map((size) => size * times) : part.map((each) => grown(each, times));
  if (part && typeof part === "object") return Object.fromEntries(Object.entries(part).map(([key, each]) => {
    if (typeof each === "number" && (key === "size" || key === "yshift" || (key === "width" && name === "line") || name === "margin")) return [key, each * times];
    return [key, grown(each, times, key)];
  }));
  return part;
}

// A value without its unit, which stands above the axis.
const bare = (value) => /^[-−]?[\d.,]*\d/.exec(value)?.[0] ?? value;

// One series alone, each of its values where it stands, as its own label writes it: "Năm 2018: 12,4 %".
function zoomed({ data, layout }) {
  const line = data.find(({ name }) => name === "actual");
  if (!line) return { data, layout };
  const values = line.customdata.map((told) => told.split("<br>")[0].split(": ").slice(1).join(": "));
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
  const alone = { ...line, mode: "lines+markers+text", cliponaxis: false, text: values.map(bare),
    textposition: line.y.map((_, at) => beside(at)), textfont: { size, color: layout.template.layout.font.color } };
  const room = (Math.max(...known) - Math.min(...known) || Math.abs(known[0]) || 1) * 0.25;
  // A line across changed borders says so, alone too.
  const breaks = layout.annotations.filter(({ name }) => name === "break");
  const shapes = (layout.shapes ?? []).filter(({ x0, x1 }) => x0 === x1 && breaks.some(({ x }) => x === x0));
  return { data: [alone], layout: { ...layout, showlegend: false, shapes, annotations: breaks,
    yaxis: { ...layout.yaxis, title: undefined, range: [Math.min(...known) - room, Math.max(...known) + room] } } };
}

// The plot takes all the room that words leave on a slide, whatever lines the legend needs.
const filling = (layout) => ({ ...layout, autosize: true, margin: { ...layout.margin, b: 0 }, xaxis: { ...layout.xaxis, automargin: true },
  legend: { ...layout.legend, x: 0, xref: "container", y: 0, yref: "container", yanchor: "bottom" } });

function stageChart(shown) {
  const times = toLastRow();
  return chart(shown, { height: 10, change: (figure) => {
    const { data, layout } = grown(figure, times);
    delete layout.height;
    // The slide itself says that its figures are for demonstration.
    layout.annotations = layout.annotations?.filter(({ name }) => name !== "demonstration") ?? [];
    const whole = { data, layout: filling(layout) };
    return stage.zoomed ? zoomed(whole) : whole;
  } });
}
