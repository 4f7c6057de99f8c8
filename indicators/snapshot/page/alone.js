// The stage in a document of its own: what it opens at stands in the address.

const given = new URLSearchParams(location.search);

// Whether the figures could be unpacked; the address then says at which place and indicator they open.
async function openedAlone() {
  if (!(await unpacked())) return false;
  Object.assign(asked, { year: about.year, district: known(about.districts, given.get("huyen")), sector: known(about.sectors, given.get("nganh")),
    indicator: known(about.indicators, given.get("chi_tieu")) });
  return true;
}

const firstSlide = () => (asked.indicator ? `indicator:${asked.indicator}` : "overview");
