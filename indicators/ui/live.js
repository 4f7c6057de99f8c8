// Asks the server now and then which version is the newest; where it is not the one shown, has the page run again.
const PERIOD = 2000, LONGEST = 30000, SAID_FOR = 9000
const pages = new WeakMap()
// Said once a visit, although the page may be drawn again while the sentence stands.
let said = null

// A run that somebody's click began must not be cut short by ours: the click would be lost, or its answer.
function isRunning() {
  const state = document.querySelector('[data-testid="stApp"]')?.dataset.testScriptState ?? "notRunning"
  return state === "running" || state === "rerunRequested"
}

function open(parent) {
  const page = { version: null, report: null, timer: 0, asking: null, fails: 0 }
  // Spread out, so that two hundred open pages don't ask at one moment.
  page.later = () => {
    clearTimeout(page.timer)
    const wait = Math.min(LONGEST, PERIOD * 2 ** page.fails)
    if (!document.hidden) page.timer = setTimeout(page.ask, wait * (0.85 + 0.3 * Math.random()))
  }
  page.ask = async () => {
    clearTimeout(page.timer)
    page.asking?.abort()
    const own = (page.asking = new AbortController())
    try {
      const base = window.__streamlit?.BACKEND_BASE_URL ?? location.href
      const answer = await fetch(new URL("live", base), { cache: "no-store", signal: own.signal })
      if (!answer.ok) throw new Error(answer.status)
      const { version } = await answer.json()
      page.fails = 0
      if (own.signal.aborted) return
      if (version !== null && version !== page.version && !isRunning()) page.report("version", version)
    } catch {
      if (own.signal.aborted) return
      page.fails = Math.min(page.fails + 1, 5)
    }
    page.later()
  }
  page.turned = () => {
    if (document.hidden) {
      clearTimeout(page.timer)
      page.asking?.abort()
    } else page.ask()
  }
  document.addEventListener("visibilitychange", page.turned)
  pages.set(parent, page)
  return page
}

function say(parent, sentence) {
  const place = parent.querySelector(".renewed")
  place.textContent = sentence
  setTimeout(() => { if (place.textContent === sentence) place.textContent = "" }, SAID_FOR)
}

export default function ({ data, parentElement, setTriggerValue }) {
  const page = pages.get(parentElement) ?? open(parentElement)
  page.report = setTriggerValue
  page.version = data.version
  // What was asked before this run may be older than what it shows.
  page.asking?.abort()
  page.later()
  if (data.renewed && said !== data.version) {
    said = data.version
    say(parentElement, data.renewed)
  }
  return () => {
    clearTimeout(page.timer)
    page.asking?.abort()
    document.removeEventListener("visibilitychange", page.turned)
    pages.delete(parentElement)
  }
}
