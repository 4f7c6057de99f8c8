// The kiosk: slides turn by themselves for whoever stands in a lobby, and follow what is published.

const ASK_EVERY_MS = 5_000;
const LONGEST_SILENCE_MS = 60_000;
const GIVE_UP_MS = 20_000;
const REST_MS = 60_000;
const FADE_MS = 500;

const kiosk = { seconds: Number(given.get("seconds") ?? 20), pages: given.get("pages")?.split(","), isPinned: given.has("v"), turning: null, resting: null,
  heard: new Date(), isAway: false, isClosed: false, wait: ASK_EVERY_MS };
const isStill = () => matchMedia("(prefers-reduced-motion: reduce)").matches;

// The pages that were named; where none was, every one that has something to draw.
function isChosen(slide) {
  const indicator = indicatorOf(slide);
  if (kiosk.pages) return kiosk.pages.includes(indicator ?? slide) || (indicator !== null && kiosk.pages.includes("indicators"));
  return indicator === null || !exhibit("trajectory", { ...onStage(), indicator }).empty;
}

function step(by) {
  const all = slides();
  jumpTo(all[(all.indexOf(stage.slide) + by + all.length) % all.length]);
  if (!isStill()) document.getElementById("slide").animate([{ opacity: 0 }, { opacity: 1 }], FADE_MS);
}

function run() {
  clearTimeout(kiosk.turning);
  kiosk.turning = setTimeout(() => { step(1); run(); }, kiosk.seconds * 1000);
  const line = isStill() ? "" : el("i", { style: `animation-duration:${kiosk.seconds}s` });
  document.getElementById("passing").replaceChildren(line);
}

function rest() {
  clearTimeout(kiosk.turning);
  clearTimeout(kiosk.resting);
  document.getElementById("passing").replaceChildren();
  kiosk.resting = setTimeout(() => { kiosk.resting = null; say(); run(); }, REST_MS);
  say();
}

const hour = (moment) => new Intl.DateTimeFormat(about.language === "vi" ? "vi-VN" : "en-GB",
  { hour: "2-digit", minute: "2-digit", day: "2-digit", month: "2-digit", timeZone: "Asia/Ho_Chi_Minh" }).format(moment);

function say() {
  const away = kiosk.isClosed ? words.closed : kiosk.isAway ? said("away", { time: hour(kiosk.heard) }) : "";
  const before = stage.said;
  stage.said = [kiosk.resting && words.resting, away].filter(Boolean).join(" ");
  document.querySelector("#slide footer")?.replaceWith(footer(slides()));
  // Held upright, a line more in the foot is one less for the chart.
  if (stage.said !== before) redrawAll();
}

function onKey(event) {
  if (event.ctrlKey || event.metaKey || event.altKey || ["Shift", "F5", "F11", "F12"].includes(event.key)) return;
  event.preventDefault();
  if (event.key === "ArrowRight" || event.key === "PageDown") step(1);
  else if (event.key === "ArrowLeft" || event.key === "PageUp") step(-1);
  rest();
}

let touched = null;
function onTouch(event) {
  if (event.type === "pointerdown") { touched = event.clientX; return; }
  const across = event.clientX - (touched ?? event.clientX);
  if (Math.abs(across) > 60) step(across < 0 ? 1 : -1);
  rest();
}

// Nobody takes notes in a lobby.
function tellNotes() {}

async function take(version) {
  const wanted = new URLSearchParams(given);
  wanted.set("v", version);
  const answer = await fetch(`kiosk/figures?${wanted}`, { signal: AbortSignal.timeout(LONGEST_SILENCE_MS) });
  if (!answer.ok) throw new Error(String(answer.status));
  const { program } = about;
  opened(await answer.text());
  // The server has another program than the one that runs here: begin anew with it.
  if (about.program !== program) { location.reload(); return; }
  asked.year = about.year;
  if (!slides().includes(stage.slide)) [stage.slide] = slides();
  setStage();
}

// What was shown last stays while the server is away or its answer is broken.
async function follow() {
  try {
    const answer = await fetch("live", { cache: "no-store", signal: AbortSignal.timeout(GIVE_UP_MS) });
    kiosk.isClosed = answer.status === 401;
    if (!answer.ok) throw new Error(String(answer.status));
    const { version } = await answer.json();
    if (!Number.isInteger(version)) throw new Error("no version");
    if (version !== about.version) await take(version);
    Object.assign(kiosk, { heard: new Date(), isAway: false, wait: ASK_EVERY_MS });
  } catch {
    Object.assign(kiosk, { isAway: true, wait: Math.min(kiosk.wait * 2, LONGEST_SILENCE_MS) });
  }
  say();
  setTimeout(follow, kiosk.wait);
}

async function start() {
  if (!(await openedAlone())) return;
  document.title = about.title;
  document.documentElement.classList.add("kiosk");
  Object.assign(stage, { isAlone: true, district: asked.district, sector: asked.sector, chosen: isChosen });
  const first = firstSlide();
  present(slides().includes(first) ? first : slides()[0]);
  document.getElementById("stage").append(el("div", { id: "passing", "aria-hidden": "true" }));
  document.documentElement.dataset.ready = "yes";
  await plotly();
  run();
  if (!kiosk.isPinned) setTimeout(follow, ASK_EVERY_MS);
}

start();
