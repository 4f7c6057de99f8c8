"use strict";
// The packed exhibits: unpacked once, read where they are asked for. indicators/snapshot/pool.py packs them.

const LIST = -1;

async function inflated(id) {
  const packed = Uint8Array.from(atob(document.getElementById(id).textContent), (letter) => letter.charCodeAt(0));
  const stream = new Blob([packed]).stream().pipeThrough(new DecompressionStream("gzip"));
  return new Response(stream).text();
}

class Pool {
  constructor({ shapes, leaves, groups, root }) {
    this.shapes = shapes;
    this.leaves = leaves;
    this.root = root;
    this.parts = [];
    this.made = [];
    for (const [shape, count, columns] of groups) {
      const sums = columns.map(() => 0);
      for (let row = 0; row < count; row += 1) {
        const places = columns.map((column, at) => (sums[at] += column[row]));
        this.parts.push([shape, places]);
      }
    }
  }

  // The place of one part of a value: a name in a mapping, a number in a list.
  step(place, name) {
    const [shape, places] = this.parts[place - this.leaves.length];
    return places[shape === LIST ? name : this.shapes[shape].indexOf(name)];
  }

  value(place) {
    if (place < this.leaves.length) return this.leaves[place];
    const at = place - this.leaves.length;
    if (this.made[at] === undefined) {
      const [shape, places] = this.parts[at];
      const values = places.map((part) => this.value(part));
      this.made[at] = shape === LIST ? values : Object.fromEntries(this.shapes[shape].map((name, n) => [name, values[n]]));
    }
    return this.made[at];
  }
}

let pool, about, words;

function opened(text) {
  pool = new Pool(JSON.parse(text));
  about = pool.value(pool.step(pool.root, "about"));
  words = about.words;
}

// Whether the figures could be unpacked; a browser too old for it is told so.
async function unpacked() {
  if (typeof DecompressionStream === "undefined") {
    document.getElementById("waiting").textContent = document.getElementById("too-old").textContent;
    return false;
  }
  opened(await inflated("data"));
  document.getElementById("data").remove();
  if (about.language === "en") quoteChanges();
  return true;
}

// After what was asked for is painted: nobody waits for it. What this itself changes is not walked again.
function quoteChanges() {
  let waiting;
  const changes = new MutationObserver(() => {
    clearTimeout(waiting);
    waiting = setTimeout(() => {
      quoteVietnamese(document.body);
      changes.takeRecords();
    }, 50);
  });
  changes.observe(document.body, { childList: true, subtree: true });
}

// What a reader asked for; null is the whole province, every sector.
const asked = { view: "overview", year: null, district: null, sector: null, indicator: null };

const known = (list, id) => (list.some((each) => each.id === id) ? id : null);
const numberIn = (list, id) => list.findIndex((each) => each.id === id);
const districtNumber = (id) => numberIn(about.districts, id) + 1;
const sectorNumber = (id) => numberIn(about.sectors, id) + 1;

const STEPS = {
  verdict: ["year", "district", "sector", "indicator"],
  trajectory: ["year", "district", "sector", "indicator"],
  court: ["year", "district", "sector", "indicator"],
  final_verdict: ["year", "district", "sector"],
  needs_attention: ["year", "district", "sector"],
  groups: ["year", "district", "sector"],
  standing: ["year", "district", "sector"],
  by_district: ["year", "sector", "indicator"],
  districts_over_years: ["year", "sector", "indicator"],
  gap_by_district: ["year", "sector", "indicator"],
  districts_since_start: ["year", "sector", "indicator"],
  by_sector: ["year", "district", "indicator"],
  sectors_over_years: ["year", "district", "indicator"],
  district_ranking: ["year", "sector"],
  sector_ranking: ["year", "district"],
  statuses: ["year"],
  worked_examples: ["year"],
  methods: ["year"],
  edge_rules: ["year"],
  definition: ["indicator"],
};

// The exhibit of a name for what is asked, or for what is asked with some of it changed.
function exhibit(name, changes = {}) {
  const wanted = { ...asked, ...changes };
  const numbers = {
    year: about.years.indexOf(wanted.year),
    district: districtNumber(wanted.district),
    sector: sectorNumber(wanted.sector),
    indicator: numberIn(about.indicators, wanted.indicator),
  };
  let place = pool.step(pool.step(pool.root, "table"), name);
  for (const step of STEPS[name]) place = pool.step(place, numbers[step]);
  const found = pool.value(place);
  // Of a place about which nothing is known everywhere the same is said, but for its name.
  if (!found.of_place) return found;
  const { of_place: _, ...said } = found;
  return named(said, placeName(wanted));
}

function named(part, place) {
  if (typeof part === "string") return part.replaceAll("{place}", place);
  if (Array.isArray(part)) return part.map((each) => named(each, place));
  if (part && typeof part === "object") return Object.fromEntries(Object.entries(part).map(([name, each]) => [name, named(each, place)]));
  return part;
}

const nameOf = (list, id) => list.find((each) => each.id === id)?.name ?? "";

function placeName({ district, sector }) {
  const districtName = nameOf(about.districts, district);
  if (!sector) return districtName || about.province;
  const sectorName = said("place_sector", { sector: nameOf(about.sectors, sector) });
  return district ? said("place_cell", { sector: sectorName, district: districtName }) : sectorName;
}

function said(word, figures = {}) {
  return words[word].replace(/\{(\w+)\}/g, (whole, name) => figures[name] ?? whole);
}

// Which figures are shown, and since when.
const versionLine = () => `${said("version_and_year", { version: about.version, year: asked.year })}. ${about.since}.`;

// A name without its marks, as a reader types it in a hurry: the rule of indicators.catalogue.spelling.without_marks.
function folded(text) {
  return text.normalize("NFD").replace(/\p{M}/gu, "").replace(/[đĐðÐ]/g, "d").toLowerCase().replace(/\s+/g, " ").trim();
}
