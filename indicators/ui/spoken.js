// What a screen reader is told of Streamlit's own frame, which names too little, or in English, and calls the band and
// the foot part of the main content. Only attributes are set: what Streamlit draws stays as it is.
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

  function skip(event) {
    const body = event.target.closest?.(SKIP) && one(`${APP} .st-key-body`)
    if (!body) return
    event.preventDefault()
    event.stopPropagation()
    body.focus()
    body.scrollIntoView()
  }

  let waits = false
  function changed() {
    if (waits) return
    waits = true
    requestAnimationFrame(() => { waits = false; divide(); name() })
  }

  document.addEventListener("click", skip, true)
  new MutationObserver(changed).observe(document.documentElement, { childList: true, subtree: true })
  changed()
})()
