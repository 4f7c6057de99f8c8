// Charts: drawn when they come into sight, in the colours of the theme, by the very figures of the dashboard.

let plotlyArriving = null;

// The page is shown before the last of it, Plotly, is read.
const whole = new Promise((done) => document.addEventListener("DOMContentLoaded", done, { once: true }));

function plotly() {
  plotlyArriving ??= whole.then(() => inflated("plotly")).then((program) => {
    const script = document.createElement("script");
    script.textContent = program;
    document.head.append(script);
    document.getElementById("plotly").remove();
    return window.Plotly;
  });
  return plotlyArriving;
}

const theme = () => document.documentElement.dataset.theme
  || (matchMedia("(prefers-color-scheme: dark)").matches ? "dark" : "light");

// A copy of a figure with every `var(--name)` turned into the theme's colour.
function coloured(part, colours) {
  if (typeof part === "string") return part.includes("var(--")
    ? part.replace(/var\(--([\w-]+)\)/g, (whole, name) => colours[name] ?? whole) : part;
  if (Array.isArray(part)) return part.map((each) => coloured(each, colours));
  if (part && typeof part === "object")
    return Object.fromEntries(Object.entries(part).map(([name, each]) => [name, coloured(each, colours)]));
  return part;
}

function figureOf(shown, named = theme()) {
  const colours = about.colours[named];
  const figure = coloured(shown.figure, colours);
  figure.layout.template = coloured(about.template, colours);
  return figure;
}

const CONFIG = { displayModeBar: false, responsive: true, showTips: false };
const sight = new IntersectionObserver((entries) => {
  for (const { isIntersecting, target } of entries) if (isIntersecting) {
    sight.unobserve(target);
    draw(target);
  }
}, { rootMargin: "300px" });

// An element that a chart will be drawn in. `change` may alter the figure, `chosen` hears which place was pointed at.
function chart(shown, { change = (figure) => figure, chosen = null, height = null } = {}) {
  const element = el("div", { class: "chart", role: "img", "aria-label": shown.headline });
  element.style.minHeight = `${height ?? shown.figure.layout.height}px`;
  element.figure = () => change(figureOf(shown));
  element.chosen = chosen && ((point) => chosen(shown.keys?.[point.y]));
  sight.observe(element);
  return element;
}

// Letters are measured once: with the faces that the server hands out, or without them where they take too long.
const FACES_MS = 3_000;
const faces = () => Promise.race([document.fonts.ready, new Promise((done) => setTimeout(done, FACES_MS))]);

async function draw(element) {
  const [Plotly] = await Promise.all([plotly(), faces()]);
  if (!element.isConnected) return;
  const { data, layout } = element.figure();
  await Plotly.react(element, data, layout, CONFIG);
  if (!element.isConnected) {
    Plotly.purge(element);
    return;
  }
  if (element.chosen && !element.dataset.hears) {
    element.dataset.hears = "yes";
    element.on("plotly_click", ({ points }) => element.chosen(points[0]));
  }
  element.dataset.drawn = "yes";
}

function redrawAll() {
  for (const element of document.querySelectorAll(".chart[data-drawn]")) draw(element);
}
matchMedia("(prefers-color-scheme: dark)").addEventListener("change", redrawAll);

// What is drawn holds on to the window until it is told to let go: a screen that turns pages for weeks would grow.
function clearCharts(within) {
  for (const element of within.querySelectorAll(".chart")) {
    sight.unobserve(element);
    if (element.dataset.drawn) window.Plotly.purge(element);
  }
}

function turnTheme() {
  document.documentElement.dataset.theme = theme() === "dark" ? "light" : "dark";
  redrawAll();
}

async function save(element, format, name) {
  const Plotly = await plotly();
  await draw(element);
  const width = Math.max(element.clientWidth, 800);
  await Plotly.downloadImage(element, { format, filename: name, width, height: element.clientHeight, scale: format === "png" ? 2 : 1 });
}
