// Vietnamese in an English page: decisions, sources, reasons and names of files are quoted as they are, and a screen
// reader is told so. The dashboard's own pages are sent this file, too.
const quoteVietnamese = (() => {
  const MARKED = "\\p{L}*[ăâđêôơưĂÂĐÊÔƠƯà-ãè-ìí-õù-ýÀ-ÃÈ-ÌÍ-ÕÙ-Ý\\u0128\\u0129\\u0168\\u0169\\u1ea0-\\u1ef9]\\p{L}*";
  // A syllable without marks, or a number: it belongs to the quotation where it stands between two words with marks.
  const BETWEEN = "(?:(?:ngh?|nh|gh|gi|kh|ch|ph|qu|th|tr|[bcdghklmnprstvx])?[aeiouy]{1,3}(?:ch|ng|nh|[cmnpt])?|\\d+)";
  const QUOTED = new RegExp(`${MARKED}(?:[^\\p{L}\\d›]+(?:${BETWEEN}[^\\p{L}\\d›]+){0,3}${MARKED})*`, "gu");
  const HAS_MARK = new RegExp(MARKED, "u");
  // The words of a drawing can't be told apart in it, and these hold nothing but letters.
  const LEFT = '[lang="vi"], svg, style, script, textarea, option, pre';

  function split(text) {
    const pieces = [];
    let at = 0;
    for (const { 0: words, index } of text.data.matchAll(QUOTED)) {
      const quoted = document.createElement("span");
      quoted.lang = "vi";
      quoted.textContent = words;
      pieces.push(text.data.slice(at, index), quoted);
      at = index + words.length;
    }
    // In one piece: what stands around it may lay its parts side by side.
    const whole = document.createElement("span");
    whole.append(...pieces, text.data.slice(at));
    text.replaceWith(whole);
  }

  return (root) => {
    const texts = document.createTreeWalker(root, NodeFilter.SHOW_TEXT), found = [];
    while (texts.nextNode()) {
      const text = texts.currentNode;
      if (HAS_MARK.test(text.data) && !text.parentElement.closest(LEFT)) found.push(text);
    }
    found.forEach(split);
  };
})();
