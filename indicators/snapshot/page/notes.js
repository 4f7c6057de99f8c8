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
    notesWindow.document.documentElement.dataset.theme = theme();
    notesWindow.addEventListener("keydown", onKey);
  }
  tellNotes();
}

function spoken() {
  const seconds = Math.floor((Date.now() - (stage.since ?? Date.now())) / 1000);
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, "0")}`;
}

function tellNotes() {
  if (!notesWindow || notesWindow.closed) return;
  const indicator = indicatorOf(stage.slide);
  const all = slides();
  const following = all[all.indexOf(stage.slide) + 1];
  const shown = indicator && exhibit("verdict", { ...onStage(), indicator });
  const court = indicator && exhibit("court", { ...onStage(), indicator });
  notesWindow.document.title = words.notes;
  notesWindow.document.body.className = "notes-page";
  notesWindow.document.body.replaceChildren(
    el("p", { class: "notes-time", id: "time" }, said("timer", { time: spoken() })),
    el("h1", {}, titleOf(stage.slide)),
    ...(shown ? [el("p", {}, capital(placeName(onStage()))), verdict(shown), el("p", { class: "card-headline" }, court.headline),
      el("ul", { class: "notes" }, shown.notes.map((note) => el("li", {}, note))), el("p", { class: "quiet" }, shown.source)] : [el("p", { class: "quiet" }, words.notes_none)]),
    el("p", { class: "notes-next" }, following ? said("following", { title: titleOf(following) }) : words.end));
}

setInterval(() => {
  const time = notesWindow && !notesWindow.closed && notesWindow.document.getElementById("time");
  if (time) time.textContent = said("timer", { time: spoken() });
}, 1000);
