// What each view shows, in the order it is read.

const view = {
  overview() {
    const final = exhibit("final_verdict");
    const attention = exhibit("needs_attention");
    const groups = exhibit("groups");
    return [
      el("div", { class: "lead" }, el("p", { class: "kicker" }, said("kicker", { page: capital(placeName(asked)), year: asked.year })),
        el("h1", {}, glued(final.headline)), final.rows && wholeBar(final), below(final)),
      el("div", { class: "pair" },
        card(words.needs_attention, attention, headline(attention), !attention.empty && verdicts(attention)),
        card(words.groups, groups, headline(groups), groups.rows && tiles(groups))),
      card(words.years, null, el("p", { class: "quiet" }, words.years_note),
        key(about.indicators.flatMap(({ id }) => about.years.filter((year) => year <= asked.year).map((year) => exhibit("verdict", { indicator: id, year }).status))), grid()),
    ];
  },

  indicator() {
    const shown = exhibit("verdict");
    const court = exhibit("court");
    const definition = exhibit("definition");
    const indicator = about.indicators[numberIn(about.indicators, asked.indicator)];
    const to = (field) => (id) => id && go({ [field]: id });
    const atPlace = [["by_district", "districts_over_years", "district"], ["by_sector", "sectors_over_years", "sector"]];
    const sinceStart = exhibit("districts_since_start");
    return [
      el("div", { class: "lead" }, el("p", { class: "kicker" }, said("kicker", { page: indicator.group, year: asked.year })),
        el("h1", {}, indicator.name), (asked.district || asked.sector) && el("p", { class: "lead-place" }, capital(placeName(asked)))),
      card("", shown, verdict(shown)),
      card(words.history, null, strip()),
      chartCard(words.trajectory, exhibit("trajectory"), "trajectory"),
      card(words.court, court, headline(court), court.rows && table(court, "court")),
      atPlace.map(([bars, lines, field]) => {
        const [one, other] = [exhibit(bars), exhibit(lines)];
        if (one.empty) return chartCard(words[bars], one, bars);
        return el("div", { class: "pair" }, chartCard(words[bars], one, bars, { chosen: to(field) }), chartCard(words[lines], other, lines));
      }),
      chartCard(words.gap_by_district, exhibit("gap_by_district"), "gap_by_district"),
      !sinceStart.empty && chartCard(words.districts_since_start, sinceStart, "districts_since_start"),
      card(words.definition, definition, definition.rows && table(definition, "definition")),
    ];
  },

  district: () => ofPlace("district", words.district, words.choose_district, "district_ranking", about.districts),
  sector: () => ofPlace("sector", words.sector, words.choose_sector, "sector_ranking", about.sectors),

  method() {
    return [
      el("div", { class: "lead" }, el("h1", {}, words.method), el("p", { class: "quiet" }, words.method_sentence)),
      ["statuses", "worked_examples", "methods", "edge_rules"].map((name) => {
        const shown = exhibit(name);
        return card(words[name], shown, headline(shown), shown.rows && table(shown, name));
      }),
    ];
  },
};

function ofPlace(field, page, choose, rankingName, places) {
  const shown = exhibit("standing");
  const spread = exhibit(rankingName);
  const pills = el("div", { class: "pills" }, places.map(({ id, name }) =>
    el("button", { "aria-pressed": String(id === asked[field]), onclick: () => go({ [field]: id === asked[field] ? null : id }) }, name)));
  return [
    el("div", { class: "lead" }, el("p", { class: "kicker" }, said("kicker", { page, year: asked.year })),
      el("h1", {}, asked[field] ? capital(placeName(asked)) : choose), pills),
    el("div", { class: "pair" },
      asked[field] && card(words.standing, shown, headline(shown), !shown.empty && verdicts(shown)),
      card(words[rankingName], spread, headline(spread), spread.rows && ranking(spread, field))),
  ];
}
