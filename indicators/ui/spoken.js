// What is told of Streamlit's own frame, which names too little, or in English, and calls the band and the foot part of
// the main content. What Streamlit draws stays as it is, but for attributes and a few words.
(() => {
  const APP = '[data-testid="stApp"]', SKIP = '[data-testid="stSkipToContent"]'
  const one = (selector) => document.querySelector(selector)
  const all = (selector) => document.querySelectorAll(selector)

  function set(element, name, value) {
    if (element && value && element.getAttribute(name) !== value) element.setAttribute(name, value)
  }

  // The band and the foot are landmarks of their own beside the main content, not inside it.
  function divide() {
    const body = one(`${APP} .st-key-body`)
    if (!body) return
    set(one('[data-testid="stMain"]'), "role", "group")
    set(body, "role", "main")
    set(body, "tabindex", "-1")
    set(one(`${APP} .band`), "role", "banner")
    set(one(`${APP} .foot`), "role", "contentinfo")
  }

  // What the style sheet writes on a button in place of Streamlit's words is its name, too.
  const writtenOn = (button) => getComputedStyle(button, "::after").content.match(/^"(.+)"$/)?.[1]

  function name() {
    const words = one(`${APP} .band`)?.dataset
    if (!words) return
    set(one(SKIP), "aria-label", words.skip)
    for (const button of all('[data-testid="stSelectbox"] button[aria-haspopup="listbox"]')) set(button, "aria-label", words.open)
    for (const zone of all('[data-testid="stFileUploaderDropzone"]')) {
      set(zone.querySelector("input"), "aria-label", zone.getAttribute("aria-label"))
      for (const button of zone.querySelectorAll("button")) set(button, "aria-label", writtenOn(button))
    }
  }

  // What Streamlit says in English only, by its words: in a list where nothing fits, and when the server is lost.
  let read = "", ours = {}
  function say() {
    const told = one(`${APP} .band`)?.dataset.told
    if (!told) return
    if (told !== read) [read, ours] = [told, JSON.parse(told)]
    for (const field of all("input[placeholder]")) set(field, "placeholder", ours[field.placeholder])
    for (const button of all("button[aria-label]")) set(button, "aria-label", ours[button.getAttribute("aria-label")])
    for (const around of all('[role="dialog"], [role="listbox"]')) {
      const texts = document.createTreeWalker(around, NodeFilter.SHOW_TEXT)
      while (texts.nextNode()) {
        const said = ours[texts.currentNode.data]
        if (said) texts.currentNode.data = said
      }
    }
  }

  function skip(event) {
    const body = event.target.closest?.(SKIP) && one(`${APP} .st-key-body`)
    if (!body) return
    event.preventDefault()
    event.stopPropagation()
    body.focus()
    body.scrollIntoView()
  }

  // Streamlit's own elements hold nothing that is quoted.
  function quote() {
    if (document.documentElement.lang === "en") for (const html of all(`${APP} .stHtml, #first`)) quoteVietnamese(html)
  }

  let waits = false
  function changed() {
    if (waits) return
    waits = true
    requestAnimationFrame(() => { waits = false; divide(); name(); say(); quote() })
  }

  document.addEventListener("click", skip, true)
  new MutationObserver(changed).observe(document.documentElement, { childList: true, subtree: true })
  changed()
})()
