// The stage in a document of its own: what it opens at stands in the address.

const given = new URLSearchParams(location.search);

// Whether the figures could be unpacked; the address then says at which place and indicator they open.
async function openedAlone() {
  if (typeof DecompressionStream === "undefined") {
    document.getElementById("waiting").textContent = document.getElementById("too-old").textContent;
    return false;
  }
  opened(await inflated("data"));
  document.getElementById("data").remove();
  const known = (list, id) => (list.some((each) => each.id === id) ? id : null);
  Object.assign(asked, { year: about.year, district: known(about.districts, given.get("huyen")), sector: known(about.sectors, given.get("nganh")),
    indicator: known(about.indicators, given.get("chi_tieu")) });
  matchMedia("(prefers-color-scheme: dark)").addEventListener("change", redrawAll);
  return true;
}

const firstSlide = () => (asked.indicator ? `indicator:${asked.indicator}` : "overview");
