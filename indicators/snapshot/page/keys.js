// Keys and fingers on the stage.

const NEXT = new Set(["ArrowRight", " ", "PageDown", "Enter"]);
const BACK = new Set(["ArrowLeft", "PageUp", "Backspace"]);
// A letter that is a command begins a name if a letter follows at once that can follow it in a word: "ngành", "bình".
const TOGETHER_MS = 400;
const AFTER_A_BEGINNING = /^[aeiouyghlr]$/;
const SWIPE_PX = 60;
const TAP_PX = 12;
const EDGE = 0.2;

let begun = null;

const setBlank = (blank) => { stage.blank = blank; setStage(); };
const setZoomed = (isZoomed) => { stage.zoomed = isZoomed && Boolean(indicatorOf(stage.slide)); setStage(); };
const turnFullScreen = () => (document.fullscreenElement ? document.exitFullscreen() : document.documentElement.requestFullscreen?.().catch(() => {}));

// Each command acts and gives back what undoes it.
const COMMANDS = {
  b() { const before = stage.blank; setBlank(!before); return () => setBlank(before); },
  z() { const before = stage.zoomed; setZoomed(!before); return () => setZoomed(before); },
  n: () => later(openNotes),
  f: () => later(turnFullScreen),
};

function later(act) {
  const waiting = setTimeout(act, TOGETHER_MS);
  return () => clearTimeout(waiting);
}

function onLetter(key) {
  const before = begun && performance.now() - begun.at < TOGETHER_MS ? begun : null;
  begun = null;
  const command = COMMANDS[key.toLowerCase()];
  if (before && AFTER_A_BEGINNING.test(folded(key))) {
    before.undo();
    ask(before.key + key);
  } else if (command) {
    begun = { key, at: performance.now(), undo: command() };
  } else ask(key);
}

function onKey(event) {
  if (event.ctrlKey || event.metaKey || event.altKey) return;
  if (!stage.open) {
    if (event.key.toLowerCase() === "f" && !event.target.closest?.("input, select")) { event.preventDefault(); present(); }
    return;
  }
  hideHint();
  if (stage.typed !== null) { onJumpKey(event); return; }
  if (event.key === "Tab" || (["Enter", " "].includes(event.key) && event.target.closest?.(".stage-tools"))) return;
  event.preventDefault();
  if (/^[\p{L}\p{N}]$/u.test(event.key)) { if (!event.repeat) onLetter(event.key); return; }
  begun = null;
  if (NEXT.has(event.key)) turn(1);
  else if (BACK.has(event.key)) turn(-1);
  else if (event.key === "ArrowDown") turnPlace(1);
  else if (event.key === "ArrowUp") turnPlace(-1);
  else if (event.key === "Home") jumpTo(slides()[0]);
  else if (event.key === "End") jumpTo(slides().at(-1));
  else if (event.key === "Escape") leave();
  else if (event.key === ".") setBlank(!stage.blank);
  else if (event.key === "/" || event.key === "?") ask("");
}

// What is for pointing hides itself again while nobody points.
const POINTED_MS = 3_000;
let pointing;
function onPointing() {
  const { classList } = document.getElementById("stage");
  classList.add("pointed");
  clearTimeout(pointing);
  pointing = setTimeout(() => classList.remove("pointed"), POINTED_MS);
}
document.getElementById("stage").addEventListener("pointermove", onPointing);

// A finger drawn across turns the page; so does a tap at either edge.
let touched = null;
function onTouch(event) {
  if (event.pointerType === "mouse" || event.target.closest("button, .jump")) { touched = null; return; }
  if (event.type === "pointerdown") { touched = event.isPrimary ? { x: event.clientX, y: event.clientY } : null; return; }
  if (!touched) return;
  hideHint();
  const [across, along] = [event.clientX - touched.x, event.clientY - touched.y];
  touched = null;
  if (stage.typed !== null) { stage.typed = null; setStage(); }
  else if (Math.abs(across) > SWIPE_PX && Math.abs(across) > 2 * Math.abs(along)) turn(across < 0 ? 1 : -1);
  else if (Math.hypot(across, along) < TAP_PX && event.clientX < innerWidth * EDGE) turn(-1);
  else if (Math.hypot(across, along) < TAP_PX && event.clientX > innerWidth * (1 - EDGE)) turn(1);
}
