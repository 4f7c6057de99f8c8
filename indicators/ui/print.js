// A page on paper: charts as wide as the sheet, and in the colours of the light theme whatever the screen shows.
(() => {
  // Between the margins of A4, and within the padding of a card.
  const WIDEST = 650
  const PROPERTIES = ["fill", "stroke"]
  const APP = '[data-testid="stApp"]'
  // What was changed, so that the screen is as before when the sheet is out.
  let changed = []

  const hex = (written) => "#" + (written.match(/\d+/g) ?? []).slice(0, 3)
    .map((part) => Number(part).toString(16).padStart(2, "0")).join("").toUpperCase()

  function lighten(element) {
    for (const property of PROPERTIES) {
      const former = element.style[property], light = former.startsWith("rgb") && LIGHT_BY_DARK[hex(former)]
      if (!light) continue
      changed.push(() => { element.style[property] = former })
      element.style[property] = light
    }
  }

  function prepare() {
    restore()
    const isDark = document.querySelector(`${APP} .printed`)?.dataset.theme === "dark"
    for (const chart of document.querySelectorAll(`${APP} .js-plotly-plot`)) {
      const { style } = chart.closest('[data-testid="stElementContainer"]')
      style.setProperty("--print-zoom", Math.min(1, WIDEST / chart.offsetWidth))
      style.setProperty("--print-width", `${chart.offsetWidth}px`)
      if (isDark) chart.querySelectorAll("svg [style]").forEach(lighten)
    }
  }

  function restore() {
    changed.forEach((back) => back())
    changed = []
  }

  addEventListener("beforeprint", prepare)
  addEventListener("afterprint", restore)
})()
