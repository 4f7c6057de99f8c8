// One chart with its words, and the two ways to save it.

function saving(drawn, format, word, label) {
  return el("button", { title: words[word], onclick: () => save(drawn, format, about.name) }, label);
}

async function start() {
  if (typeof DecompressionStream === "undefined") {
    document.getElementById("waiting").textContent = document.getElementById("too-old").textContent;
    return;
  }
  about = JSON.parse(await inflated("data"));
  words = about.words;
  document.getElementById("data").remove();
  const { shown } = about;
  const drawn = chart(shown);
  document.getElementById("main").replaceChildren(card("", shown, headline(shown), shown.statuses && key(shown.statuses), drawn,
    el("div", { class: "saving" }, saving(drawn, "png", "as_picture", words.as_picture), saving(drawn, "svg", "as_drawing", words.as_drawing))));
  document.documentElement.dataset.ready = "yes";
}

start();
