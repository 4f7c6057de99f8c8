// Finding by name: an indicator, a district or a sector, typed without its marks; and a year, where there are several.

const MOST_FOUND = 8;

function ask(letters) {
  Object.assign(stage, { typed: letters, picked: 0, blank: false });
  setStage();
  document.getElementById("asking").replaceChildren(jumping());
  const box = document.getElementById("jump");
  box.focus();
  box.setSelectionRange(letters.length, letters.length);
  listFound();
}

function findings() {
  const wanted = folded(stage.typed).split(/\s+/).filter(Boolean);
  const matches = ({ name }) => wanted.every((word) => folded(name).includes(word));
  const years = about.years.length > 1 ? about.years.map((id) => ({ id, name: String(id) })) : [];
  return [
    ...years.filter(() => wanted.length).filter(matches).map(({ id, name }) => ({ name, kind: words.as_of, act: () => pickYear(id) })),
    ...[{ id: null, name: capital(about.province) }, ...about.districts].filter(matches).map(({ id, name }) => ({ name, kind: words.district, act: () => pick({ district: id, sector: id === null ? null : stage.sector }) })),
    ...about.sectors.filter(matches).map(({ id, name }) => ({ name, kind: words.sector, act: () => pick({ sector: id }) })),
    ...about.indicators.filter(matches).map(({ id, name }) => ({ name, kind: words.indicator, act: () => pick({ slide: `indicator:${id}` }) })),
  ].slice(0, MOST_FOUND);
}

function pick(changes) {
  Object.assign(stage, changes, { typed: null, zoomed: false });
  // On an indicator its place changes; from anywhere else one goes to the place itself.
  if (!changes.slide && !indicatorOf(stage.slide)) stage.slide = stage.district || stage.sector ? "place" : "overview";
  if (stage.slide === "place" && !slides().includes("place")) stage.slide = "overview";
  setStage();
}

// The same slide, as it stood then.
function pickYear(year) {
  asked.year = year;
  stage.typed = null;
  jumpTo(stage.slide);
}

// Why nothing was found; a talk of the dashboard holds one year.
function nothingFound() {
  const isOtherYear = about.years.length === 1 && /^(19|20)\d\d$/.test(stage.typed.trim());
  return isOtherYear ? said("jump_one_year", { year: asked.year }) : words.jump_none;
}

function retype(letters) {
  Object.assign(stage, { typed: letters, picked: 0 });
  listFound();
}

function listFound() {
  const found = findings();
  document.getElementById("jump-found").replaceChildren(...(found.length ? found.map(({ name, kind, act }, at) =>
    el("li", { role: "option", "aria-selected": String(at === stage.picked), onclick: act }, name, el("small", {}, kind))) : [el("li", {}, nothingFound())]));
}

// The box itself stays while one types into it, whatever happens to the slide: what is put together from several keys must not be torn.
function jumping() {
  const wanted = about.years.length > 1 ? words.jump_or_year : words.jump;
  const box = el("input", { id: "jump", value: stage.typed, placeholder: wanted, "aria-label": wanted, autocomplete: "off", oninput: (event) => retype(event.target.value) });
  return el("div", { class: "jump" }, box, el("ul", { class: "jump-found", id: "jump-found", role: "listbox" }),
    el("p", { class: "jump-keys" }, words.keys.split(" | ").map((each) => el("span", {}, each))));
}

function onJumpKey(event) {
  const found = findings();
  const box = document.getElementById("jump");
  if (event.isComposing) return;
  if (event.key === "Escape") { stage.typed = null; setStage(); }
  else if (event.key === "Enter") { event.preventDefault(); found[stage.picked]?.act(); }
  else if (event.key === "ArrowDown" || event.key === "ArrowUp") {
    event.preventDefault();
    stage.picked = Math.max(Math.min(stage.picked + (event.key === "ArrowDown" ? 1 : -1), found.length - 1), 0);
    listFound();
  } else if (event.target !== box && (event.key === "Backspace" || event.key.length === 1)) {
    // Typed in the window of the notes.
    event.preventDefault();
    box.value = event.key === "Backspace" ? stage.typed.slice(0, -1) : stage.typed + event.key;
    retype(box.value);
  }
}
