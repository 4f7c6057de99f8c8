// Up to three hints at a reader's first visit to a page. They lie over its lower edge, so that nothing moves when they
// come or go; that they were read stays in this browser and is told nobody.
(() => {
  const READ = "hints-read", OTHERS = '.search.open, details.menu-of-downloads[open], [role="listbox"]:not([hidden])'
  // For a browser that keeps nothing: read is read, as long as the document lives.
  const now = new Set()
  let shown = null

  function read() {
    try { return new Set([...now, ...JSON.parse(localStorage.getItem(READ) ?? "[]")]) } catch { return now }
  }

  function dismiss() {
    if (!shown) return
    now.add(shown.dataset.page)
    try { localStorage.setItem(READ, JSON.stringify([...read()])) } catch { /* It is kept for this document alone. */ }
    const hadFocus = shown.contains(document.activeElement)
    shown.remove()
    shown = null
    // Whoever pressed the button by keyboard goes on in the page, which stays where it is.
    if (hadFocus) document.querySelector('[data-testid="stApp"] .st-key-body')?.focus({ preventScroll: true })
  }

  function made(page, said) {
    const { title, hints, guide, address, done } = JSON.parse(said)
    const element = (name, text, of = "") => Object.assign(document.createElement(name), { textContent: text, className: of })
    const list = element("ul", ""), foot = element("div", "", "hints-foot"), button = element("button", done), link = element("a", guide)
    list.append(...hints.map((hint) => element("li", hint)))
    Object.assign(button, { type: "button", onclick: dismiss })
    Object.assign(link, { href: address, target: "_self" })
    foot.append(button, link)
    const box = element("section", "", "hints")
    box.setAttribute("aria-label", title)
    Object.assign(box.dataset, { page, said })
    box.append(element("p", title, "card-title"), list, foot)
    return box
  }

  function changed() {
    const { hints, page } = document.querySelector('[data-testid="stApp"] .foot')?.dataset ?? {}
    if (shown?.dataset.said === hints) return
    shown?.remove()
    shown = null
    if (!hints || document.getElementById("first") || read().has(page)) return
    shown = made(page, hints)
    document.body.append(shown)
  }

  // Before the others: what they have open is closed first.
  document.addEventListener("keydown", (event) => {
    if (event.key === "Escape" && !document.querySelector(OTHERS)) dismiss()
  }, true)
  new MutationObserver(changed).observe(document.documentElement, { childList: true, subtree: true })
})()
