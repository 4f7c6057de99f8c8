// What every page does in the browser besides Streamlit: changes pages without loading anew, fetches parts of exhibits
// when a reader comes to them, closes menus. Served from a file that browsers keep; it works on markup alone.
(() => {
  const base = () => window.__streamlit?.BACKEND_BASE_URL ?? new URL(".", location.href).href

  // ---- links to pages -------------------------------------------------------------------------------------------
  // Streamlit runs the page of an address when the reader goes back; a link asks for its page the same way.
  const isPage = (link) => {
    const root = new URL(base())
    return link.origin === root.origin && link.pathname.startsWith(root.pathname)
      && PAGES.includes(link.pathname.slice(root.pathname.length))
  }

  function follow(event) {
    if (event.defaultPrevented || event.button || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return
    const anchor = event.target.closest?.("a[href]")
    if (!anchor || anchor.hasAttribute("download") || (anchor.target && anchor.target !== "_self")) return
    const link = new URL(anchor.href)
    // Before the application runs there is nobody to ask: the browser loads the page, which works as well.
    if (!isPage(link) || link.hash || !document.querySelector('[data-testid="stApp"] .band')) return
    event.preventDefault()
    const isOther = link.pathname !== location.pathname
    history.pushState({}, "", link)
    dispatchEvent(new PopStateEvent("popstate", { state: {} }))
    if (!isOther) return
    document.querySelector('[data-testid="stMain"]')?.scrollTo(0, 0)
    document.querySelector('[data-testid="stApp"] .st-key-body')?.focus({ preventScroll: true })
  }

  // ---- parts ----------------------------------------------------------------------------------------------------
  const MOST_KEPT = 60
  // What was fetched, by its address; and what was last shown in a place, by the exhibit, whatever it was of.
  const kept = new Map(), shown = new Map()
  const near = new IntersectionObserver((entries) => {
    for (const { isIntersecting, target } of entries) if (isIntersecting) fill(target)
  }, { rootMargin: "600px 0px" })

  const placeOf = (address) => {
    const asked = new URL(address, base()).searchParams
    return `${asked.get("exhibit")} ${asked.get("part")}`
  }

  async function fill(place) {
    near.unobserve(place)
    const address = place.dataset.part
    try {
      const answer = await fetch(new URL(address, base()))
      if (!answer.ok) throw new Error(answer.status)
      kept.set(address, await answer.text())
      if (kept.size > MOST_KEPT) kept.delete(kept.keys().next().value)
      put(place)
    } catch {
      failed(place, address)
    }
  }

  function put(place) {
    const address = place.dataset.part
    place.innerHTML = kept.get(address)
    shown.set(placeOf(address), kept.get(address))
    place.style.minHeight = ""
    place.removeAttribute("aria-busy")
    delete place.dataset.part
  }

  // The sentence is a button: whoever reads it can try again.
  function failed(place, address) {
    const again = document.createElement("button")
    again.textContent = place.dataset.failed
    again.className = "again"
    again.onclick = () => { again.disabled = true; fill(place) }
    place.removeAttribute("aria-busy")
    if (place.dataset.part === address) place.replaceChildren(again)
  }

  // Until the new part has come the former one stands there, dimmed, so that nothing jumps.
  function wait(place) {
    const former = shown.get(placeOf(place.dataset.part))
    if (former) {
      place.innerHTML = former
      place.style.minHeight = ""
      place.setAttribute("aria-busy", "true")
    }
    near.observe(place)
  }

  // ---- what a run of the page replaces --------------------------------------------------------------------------
  const parted = (root, selector) => root.nodeType === Node.ELEMENT_NODE ? root.querySelectorAll(selector) : []
  function nameOf(opened) {
    const card = opened.closest("[data-exhibit], [data-of]")?.dataset
    return `${card?.exhibit ?? card?.of} ${opened.className}`
  }

  // Pages change without the document being loaded anew, and with them their language.
  function speak() {
    const band = [...document.querySelectorAll(".band")].at(-1)
    if (band) document.documentElement.lang = band.lang
  }

  function added(root) {
    for (const place of parted(root, "[data-part]")) {
      if (kept.has(place.dataset.part)) put(place)
      else wait(place)
    }
  }

  // What tells that a page stands: its foot, or what is said in place of a page.
  const STANDS = [".foot", '.empty[role="alert"]', ".st-key-card-error", ".st-key-card-sign-in"]
    .map((last) => `[data-testid="stApp"] ${last}`).join()

  // The first screen came with the HTML; once the page stands it goes, and the page is where the reader was on it.
  function stand() {
    const first = document.getElementById("first")
    if (!first || !document.querySelector(STANDS)) return
    document.querySelector('[data-testid="stMain"]')?.scrollTo(0, first.scrollTop)
    requestAnimationFrame(() => first.remove())
  }

  // What the reader had opened stays open when newer figures take its place.
  function changed({ addedNodes, removedNodes }) {
    const open = new Set()
    for (const node of removedNodes) for (const opened of parted(node, "details[open]")) open.add(nameOf(opened))
    for (const node of addedNodes) {
      if (open.size) for (const closed of parted(node, "details")) if (open.has(nameOf(closed))) closed.open = true
      added(node)
    }
  }

  // ---- menus ----------------------------------------------------------------------------------------------------
  const opened = () => document.querySelectorAll("details.menu-of-downloads[open]")
  const close = (event) => { for (const menu of opened()) if (!menu.contains(event.target)) menu.open = false }
  const escaped = (event) => {
    if (event.key !== "Escape") return
    for (const menu of opened()) { menu.open = false; menu.querySelector("summary").focus() }
  }

  document.addEventListener("click", follow)
  document.addEventListener("click", close)
  document.addEventListener("keydown", escaped)
  addEventListener("beforeprint", () => document.querySelectorAll("[data-part]").forEach(fill))
  new MutationObserver((changes) => { changes.forEach(changed); speak(); stand() })
    .observe(document.documentElement, { childList: true, subtree: true })
  added(document.documentElement)
  speak()
})()
