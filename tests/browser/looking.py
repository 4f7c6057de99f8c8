"""What a page is held to beyond its figures: the rules of axe-core, targets for a fingertip, words that fit."""

from __future__ import annotations

import json
from collections.abc import Sequence
from functools import cache
from importlib.resources import files
from typing import Any

from playwright.sync_api import Page

# WCAG 2.2 to level AA and what axe-core calls best practice: landmarks, one h1, headings in order.
RULES = ("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice")

RUN = """
async (tags) => (await axe.run(document, { runOnly: tags, resultTypes: ["violations"] })).violations.flatMap(
  ({ id, impact, nodes }) => nodes.map(({ target, html, failureSummary }) =>
    ({ rule: id, impact, where: target.join(" "), html: html.slice(0, 200), why: failureSummary.slice(0, 300) })))
"""

TARGETS = "a[href], button, summary, input:not([type=hidden]), select, textarea, [role=radio], [role=option]"

# How far a finger may be from the middle of each target and still meet it, up and down and to both sides.
SMALL = """
([targets, least]) => {
  const seen = (element) => element.checkVisibility({ opacityProperty: true, visibilityProperty: true })
  // The arrow is a part of its field: a touch on either opens the same list.
  const left = '[data-testid="stSkipToContent"], .skip, [role="group"] > [tabindex="-1"], :disabled, [type="file"]'
  const small = []
  for (const element of document.querySelectorAll(targets)) {
    if (!seen(element) || element.matches(left) || element.getBoundingClientRect().width < 2) continue
    element.scrollIntoView({ block: "center", inline: "center" })
    const { x, y, width, height } = element.getBoundingClientRect()
    const meets = (dx, dy) => {
      const met = document.elementFromPoint(x + width / 2 + dx, y + height / 2 + dy)?.closest(`${targets}, label`)
      return met === element || Boolean(met?.matches("label") && met.contains(element))
    }
    const reach = (dx, dy) => {
      let far = 0
      while (far < least && meets(dx * (far + 1), dy * (far + 1))) far += 1
      return far
    }
    const high = meets(0, 0) ? reach(0, 1) + reach(0, -1) + 1 : 0
    const wide = meets(0, 0) ? reach(1, 0) + reach(-1, 0) + 1 : 0
    if (Math.min(high, wide) < least) small.push(`${wide}x${high} ${element.outerHTML.slice(0, 160)}`)
  }
  return small
}
"""

# Words beyond the window or beyond what cuts them off, and words that lie on one another. What is shortened with an
# ellipsis and what is scrolled in a box of its own is meant so.
CUT = """
() => {
  const unread = ".unseen, svg, style, script, template, noscript, [aria-hidden=true], #first"
  const meant = `${unread}, .scroller, .menu, .tabs, pre`
  const skipped = '[data-testid="stSkipToContent"], .skip'
  const boxes = [], found = []
  const words = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
  while (words.nextNode()) {
    const node = words.currentNode, parent = node.parentElement
    if (!node.textContent.trim() || parent.closest(meant) || parent.closest(skipped)) continue
    if (!parent.checkVisibility({ opacityProperty: true, visibilityProperty: true })) continue
    if (getComputedStyle(parent).textOverflow === "ellipsis") continue
    const range = document.createRange()
    range.selectNodeContents(node)
    for (const box of range.getClientRects()) if (box.width > 2 && box.height > 2) boxes.push({ box, node, parent })
  }
  const said = (node) => node.textContent.trim().slice(0, 60)
  for (const { box, node, parent } of boxes) {
    if (box.left < -1 || box.right > innerWidth + 1) found.push(`beyond the window: ${said(node)}`)
    for (let around = parent; around; around = around.parentElement) {
      if (!["hidden", "clip"].includes(getComputedStyle(around).overflowX)) continue
      const edge = around.getBoundingClientRect()
      if (box.right > edge.right + 2 || box.left < edge.left - 2) found.push(`cut off: ${said(node)}`)
      break
    }
  }
  boxes.forEach(({ box, node }, at) => {
    for (const other of boxes.slice(at + 1, at + 60)) {
      if (other.node === node) continue
      const wide = Math.min(box.right, other.box.right) - Math.max(box.left, other.box.left)
      const high = Math.min(box.bottom, other.box.bottom) - Math.max(box.top, other.box.top)
      const least = 0.35 * Math.min(box.height, other.box.height)
      if (wide > 3 && high > least) found.push(`${said(node)} lies on ${said(other.node)}`)
    }
  })
  return [...new Set(found)]
}
"""

HEADINGS = """
() => [...document.querySelectorAll("h1, h2, h3, h4, h5, h6")].filter((each) => each.checkVisibility())
  .map((each) => Number(each.tagName.slice(1)))
"""

# Words with Vietnamese letters that a screen reader would read as English.
MISREAD = r"""
(within) => {
  const texts = document.createTreeWalker(document.querySelector(within), NodeFilter.SHOW_TEXT), found = []
  while (texts.nextNode()) {
    const { data, parentElement } = texts.currentNode
    const is_told = parentElement.closest('[lang="vi"], svg, style, script, textarea, option, pre')
    if (/[ăđơưĂĐƠƯ\u1ea0-\u1ef9]/.test(data) && !is_told) found.push(data)
  }
  return found
}
"""


@cache
def axe() -> str:
    """Return the source of axe-core, which comes with the package."""
    return (files("axe_playwright_python") / "axe.min.js").read_text("utf-8")


def faults(page: Page, *, without: Sequence[str] = ()) -> list[dict[str, Any]]:
    """Return what axe-core finds on a page, in every window of it; `without` are parts that are left out."""
    page.evaluate(axe())
    run = RUN.replace("document,", f"{{ exclude: {json.dumps([[part] for part in without])} }},") if without else RUN
    return list(page.evaluate(run, list(RULES)))


def serious(page: Page, *, without: Sequence[str] = ()) -> list[str]:
    """Return the serious and critical findings, and those about headings and landmarks, whatever axe calls them."""
    about_order = ("heading", "landmark", "region", "page-has")
    return [
        f"{one['impact']} {one['rule']}: {one['where']} {one['html']}: {one['why']}"
        for one in faults(page, without=without)
        if one["impact"] in ("serious", "critical") or one["rule"].startswith(about_order)
    ]


def small_targets(page: Page, *, least: int = 44) -> list[str]:
    """Return whatever a fingertip of that many pixels would miss."""
    return list(page.evaluate(SMALL, [TARGETS, least]))


def cut_words(page: Page) -> list[str]:
    """Return the words that are cut off, beyond the window or on other words."""
    return list(page.evaluate(CUT))


def headings(page: Page) -> list[int]:
    """Return the levels of the headings in the order they are read."""
    return list(page.evaluate(HEADINGS))


def in_order(levels: Sequence[int]) -> bool:
    """Whether there is one first heading, before all others, and no level is left out on the way down."""
    return levels.count(1) == 1 and levels[0] == 1 and all(b - a <= 1 for a, b in zip(levels, levels[1:], strict=False))
