// A talk: the stage open from the beginning, and its way back to the page of the dashboard that shows the same.

const PAGE_BY_SLIDE = { overview: "", attention: "", districts: "district", sectors: "sector", method: "method", scan: "" };

function offStage({ district, sector, indicator }) {
  const page = indicator ? "indicator" : PAGE_BY_SLIDE[stage.slide] ?? (district ? "district" : "sector");
  for (const [letter, code] of Object.entries({ huyen: district, nganh: sector, chi_tieu: indicator ?? given.get("chi_tieu") })) {
    if (code) given.set(letter, code);
    else given.delete(letter);
  }
  location.assign(`./${page}?${given}`);
}

async function start() {
  if (!(await openedAlone())) return;
  document.title = `${words.present} – ${about.title}`;
  present(firstSlide());
  hint();
  document.documentElement.dataset.ready = "yes";
  plotly();
}

start();
