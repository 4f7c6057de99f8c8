// The search in the band of every page: "/" or a click opens it, the directory is fetched once, and what is typed is
// looked for in it without its marks, so that "dong hy" finds Đồng Hỷ.
(() => {
  const MOST_SHOWN = 10
  const base = () => window.__streamlit?.BACKEND_BASE_URL ?? new URL(".", location.href).href
  // By address, for as long as the document lives: another version or language has another one.
  const known = new Map()
  // The field that has the keyboard.
  let held = null
  const APP = '[data-testid="stApp"]'
  const here = (event) => event.target.closest?.(".search")
  const part = (search, name) => search.querySelector(`.search-${name}`)
  const keptOf = (search) => new URLSearchParams(JSON.parse(search.dataset.kept))

  // The rule of indicators.catalogue.spelling.without_marks; the Icelandic eth is typed for the Vietnamese letter.
  const folded = (text) => text.normalize("NFD").replace(/\p{M}/gu, "").replace(/[đĐðÐ]/g, "d").toLowerCase()
    .replace(/\s+/g, " ").trim()

  function directory(search) {
    const query = keptOf(search)
    // A directory is the same for every year.
    query.delete("nam")
    const address = new URL(`${search.dataset.directory}?${query}`, base()).href
    if (!known.has(address)) {
      const asked = fetch(address).then((answer) => answer.ok ? answer.json() : Promise.reject(answer.status))
      known.set(address, asked)
      asked.catch(() => known.delete(address))
    }
    return known.get(address)
  }

  // Every word has to be in one of the names; the earlier the words begin, the higher it stands.
  function found(entries, typed) {
    const wanted = folded(typed).split(" ").filter(Boolean)
    if (!wanted.length) return []
    const score = (names) => Math.min(...names.split(" | ").map((name) => {
      if (!wanted.every((word) => name.includes(word))) return Infinity
      if (name.startsWith(wanted.join(" "))) return 0
      return wanted.every((word) => ` ${name}`.includes(` ${word}`)) ? 1 : 2
    }))
    return entries.map((entry, at) => ({ entry, at, score: score(entry[2]) })).filter((each) => each.score < Infinity)
      .sort((one, other) => one.score - other.score || one.at - other.at).map(({ entry }) => entry)
  }

  function option(search, [kind, name, , page, key, code], at) {
    const address = keptOf(search)
    address.set(key, code)
    const made = document.createElement("li")
    made.id = `search-found-${at}`
    made.dataset.address = `${page}?${address}`
    made.setAttribute("role", "option")
    made.setAttribute("aria-selected", "false")
    const what = document.createElement("small")
    what.textContent = kind
    made.append(name, " ", what)
    return made
  }

  async function look(search) {
    const box = part(search, "words"), typed = box.value
    let entries
    try { entries = await directory(search) } catch { return show(search, [], typed ? search.dataset.failed : "") }
    if (box.value !== typed) return
    const all = found(entries, typed)
    const said = all.length ? search.dataset.count.replace("{count}", all.length) : search.dataset.none
    show(search, all.slice(0, MOST_SHOWN), folded(typed) ? said : "")
    pick(search, all.length ? 0 : -1)
  }

  function show(search, entries, said) {
    const list = part(search, "found"), message = part(search, "said")
    list.replaceChildren(...entries.map((entry, at) => option(search, entry, at)))
    list.hidden = !entries.length
    message.textContent = said
    message.classList.toggle("unseen", Boolean(entries.length))
    part(search, "words").setAttribute("aria-expanded", String(entries.length > 0))
  }

  const options = (search) => [...part(search, "found").children]
  const picked = (search) => options(search).findIndex((each) => each.getAttribute("aria-selected") === "true")

  function pick(search, at) {
    options(search).forEach((each, place) => each.setAttribute("aria-selected", String(place === at)))
    const chosen = options(search)[at]
    if (chosen) part(search, "words").setAttribute("aria-activedescendant", chosen.id)
    else part(search, "words").removeAttribute("aria-activedescendant")
    chosen?.scrollIntoView({ block: "nearest" })
  }

  // A link like any other: pages.js changes the page on it.
  function go(search, chosen) {
    const link = document.createElement("a")
    link.href = new URL(chosen.dataset.address, base())
    close(search, true)
    search.append(link)
    link.click()
    link.remove()
  }

  function open(search) {
    search.classList.add("open")
    part(search, "open").setAttribute("aria-expanded", "true")
    part(search, "words").focus()
  }

  function close(search, isDone = false) {
    if (isDone) part(search, "words").value = ""
    search.classList.remove("open")
    part(search, "open").setAttribute("aria-expanded", "false")
    show(search, [], "")
    pick(search, -1)
    if (!isDone) return
    held = null
    part(search, "words").blur()
  }

  // A run of the page may draw the band anew under somebody's fingers: what they typed goes on in the new field.
  function carry() {
    const next = held && !held.isConnected && document.querySelector(`${APP} .search`)
    if (!next) return
    const { value } = part(held, "words")
    held = next
    part(next, "words").value = value
    open(next)
    if (value) look(next)
  }

  const isWritten = (element) => element.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(element.tagName)

  function typed(event) {
    // An Enter that ends a Vietnamese syllable is not meant for us, and a "/" in a table has been taken there.
    if (event.isComposing || event.defaultPrevented) return
    const search = here(event)
    if (event.key === "/" && !event.ctrlKey && !event.metaKey && !event.altKey && !isWritten(event.target)) {
      const first = document.querySelector(`#first .search, ${APP} .search`)
      if (first) { event.preventDefault(); open(first) }
      return
    }
    if (!search) return
    const last = options(search).length - 1, at = picked(search)
    if (event.key === "Escape") {
      const shown = getComputedStyle(part(search, "open")).display !== "none"
      close(search, true)
      if (shown) part(search, "open").focus()
    } else if (event.key === "ArrowDown" && last >= 0) pick(search, at === last ? 0 : at + 1)
    else if (event.key === "ArrowUp" && last >= 0) pick(search, at <= 0 ? last : at - 1)
    else if (event.key === "Enter" && at >= 0) go(search, options(search)[at])
    else return
    event.preventDefault()
  }

  function pressed(event) {
    const search = here(event)
    for (const other of document.querySelectorAll(".search")) if (other !== search) close(other)
    if (!search) return void (held = null)
    const chosen = event.target.closest('[role="option"]')
    if (chosen) return go(search, chosen)
    if (!event.target.closest(".search-open")) return
    if (search.classList.contains("open")) close(search, true)
    else open(search)
  }

  // The field keeps the keyboard while a result is pressed.
  document.addEventListener("mousedown", (event) => { if (event.target.closest?.(".search-found")) event.preventDefault() })
  document.addEventListener("focusin", (event) => {
    if (!event.target.matches?.(".search-words")) return
    held = here(event)
    directory(held).catch(() => {})
  })
  document.addEventListener("focusout", (event) => {
    const search = here(event)
    if (!search || !event.relatedTarget || search.contains(event.relatedTarget)) return
    held = null
    close(search)
  })
  document.addEventListener("input", (event) => { if (event.target.matches?.(".search-words")) look(here(event)) })
  document.addEventListener("keydown", typed)
  document.addEventListener("click", pressed)
  new MutationObserver(carry).observe(document.documentElement, { childList: true, subtree: true })
})()
