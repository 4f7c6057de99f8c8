// A document takes seconds to make. A link to one is taken along here: how far it is, that it has come, or why it has not.
// Without this script the link downloads the same file.
(() => {
  const ASK_EVERY_MS = 300, SAID_FOR_MS = 8000
  const underway = new Set()

  // There from the beginning and empty, so that a screen reader says what is written into it; of a line only what is new.
  const tray = document.createElement("div")
  tray.className = "tray"
  tray.setAttribute("role", "status")
  tray.setAttribute("aria-atomic", "false")
  // Whoever closes a line has not left the menu that they opened.
  tray.addEventListener("click", (event) => event.stopPropagation())
  document.body.append(tray)

  class Refused extends Error {}

  // A page may be drawn anew meanwhile: whatever links to the document shows how far it is.
  function mark(address, share) {
    for (const link of document.querySelectorAll("a[data-making]")) {
      if (link.href !== address) continue
      if (share === null) link.removeAttribute("aria-busy")
      else link.setAttribute("aria-busy", "true")
      link.style.setProperty("--made", share ?? 0)
    }
  }

  function line(words) {
    const [whole, sentence, bar] = ["div", "p", "progress"].map((name) => document.createElement(name))
    sentence.textContent = words.making
    bar.setAttribute("aria-label", words.making)
    whole.append(sentence, bar)
    tray.append(whole)
    return { whole, sentence, bar }
  }

  async function follow(link, address, { bar }) {
    const far = new URL(address)
    far.pathname += "/progress"
    while (underway.has(address)) {
      await new Promise((done) => setTimeout(done, ASK_EVERY_MS))
      // What can't be told now may be told the next time: the document itself comes by another way.
      const { done, of } = await fetch(far, { cache: "no-store" }).then((answer) => answer.json()).catch(() => ({}))
      if (!of || !underway.has(address)) continue
      Object.assign(bar, { max: of, value: done })
      mark(address, done / of)
    }
  }

  async function made(address) {
    const answer = await fetch(address, { cache: "no-store" })
    if (!answer.ok) throw new Refused(answer.status < 500 ? await answer.text() : "")
    return [await answer.blob(), answer.headers.get("Content-Disposition")?.match(/filename="([^"]+)"/)?.[1]]
  }

  function save(content, name) {
    const link = document.createElement("a")
    link.href = URL.createObjectURL(content)
    link.download = name ?? ""
    link.click()
    setTimeout(() => URL.revokeObjectURL(link.href), SAID_FOR_MS)
  }

  // It stays until it was read.
  function fail(link, shown, words, why) {
    const close = document.createElement("button")
    close.textContent = words.close
    close.onclick = () => { shown.whole.remove(); link.focus() }
    shown.sentence.textContent = `${words.failed} ${why || words.silent}`
    shown.whole.classList.add("failed")
    shown.bar.replaceWith(close)
  }

  async function take(link) {
    const address = link.href, words = { ...link.dataset }
    if (underway.has(address)) return
    underway.add(address)
    mark(address, 0)
    const shown = line(words)
    follow(link, address, shown)
    try {
      save(...await made(address))
      shown.sentence.textContent = words.made
      shown.bar.remove()
      setTimeout(() => shown.whole.remove(), SAID_FOR_MS)
    } catch (error) {
      fail(link, shown, words, error instanceof Refused ? error.message : "")
    }
    underway.delete(address)
    mark(address, null)
  }

  document.addEventListener("click", (event) => {
    if (event.defaultPrevented || event.button || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return
    const link = event.target.closest?.("a[data-making]")
    if (!link) return
    event.preventDefault()
    take(link)
  })
})()
