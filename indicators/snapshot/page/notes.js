// The speaker's notes in a second window: the figures behind the slide, the rule, what comes next, the time spoken.

let notesWindow = null;

function openNotes() {
  if (!notesWindow || notesWindow.closed) {
    notesWindow = window.open("", "notes", "width=760,height=820");
    if (!notesWindow) {
      alert(words.no_window);
      return;
    }
    notesWindow.document.head.replaceChildren(...[...document.querySelectorAll("style")].map((style) => style.cloneNode(true)));
    notesWindow.addEventListener("keydown", onKey);
  }
  tellNotes();
}

function spoken() {
  const seconds = Math.floor((Date.now() - (stage.since ?? Date.now())) / 1000);
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, "0")}`;
}

// What stands behind a slide: the verdict with its figures, or the exhibit whose sentence the slide shows.
function behind(slide) {
  const indicator = indicatorOf(slide);
  const shown = saidOn(slide);
  const told = indicator ? [verdict(shown), el("p", { class: "card-headline" }, exhibit("court", { ...onStage(), indicator }).headline)] : [el("p", { class: "card-headline" }, glued(shown.headline))];
  return [...told, el("ul", { class: "notes" }, shown.notes.map((note) => el("li", {}, note))), el("p", { class: "quiet" }, shown.source)];
}

function tellNotes() {
  if (!notesWindow || notesWindow.closed) return;
  const all = slides();
  const following = all[all.indexOf(stage.slide) + 1];
  notesWindow.document.documentElement.lang = about.language;
  notesWindow.document.documentElement.dataset.theme = theme();
  notesWindow.document.title = words.notes;
  notesWindow.document.body.className = "notes-page";
  notesWindow.document.body.replaceChildren(
    el("p", { class: "notes-time", id: "time" }, said("timer", { time: spoken() })),
    stage.blank ? el("p", { class: "notes-blank" }, words.blanked) : "",
    el("h1", {}, titleOf(stage.slide)), el("p", {}, capital(placeName(placeOf(stage.slide)))), ...behind(stage.slide),
    el("p", { class: "notes-next" }, following ? said("following", { title: titleOf(following) }) : words.end));
  if (about.language === "en") quoteVietnamese(notesWindow.document.body);
}

setInterval(() => {
  const time = notesWindow && !notesWindow.closed && notesWindow.document.getElementById("time");
  if (time) time.textContent = said("timer", { time: spoken() });
}, 1000);
