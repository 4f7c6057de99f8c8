// One sheet as a table to look at and mend. Every text is put in as text; nothing of a file is ever markup here.
const KEPT = new WeakMap();

export default function (component) {
  const { data, parentElement, setTriggerValue } = component;
  const kept = KEPT.get(parentElement) ?? { at: null, look: null, drawn: "", editing: null, waiting: null };
  KEPT.set(parentElement, kept);
  kept.tell = setTriggerValue;
  kept.root = parentElement;
  const written = JSON.stringify(data);
  if (written === kept.drawn) return;
  // Whoever is typing is not interrupted: what is new is drawn when they are done.
  if (kept.editing) {
    kept.waiting = data;
    return;
  }
  kept.drawn = written;
  draw(kept, data);
}

const find = (kept, selector) => kept.root.querySelector(selector);

function draw(kept, data) {
  const hadFocus = kept.root.activeElement?.tagName === "TD";
  kept.data = data;
  const frame = find(kept, ".frame");
  for (const [name, colour] of Object.entries(data.colours)) frame.style.setProperty(`--${name}`, colour);
  const scroller = find(kept, ".scroller");
  const table = find(kept, "table");
  table.setAttribute("aria-label", data.label);
  table.setAttribute("aria-rowcount", String(data.total));
  table.setAttribute("aria-colcount", String(data.columns.length));
  find(kept, "thead").replaceChildren(headOf(data));
  find(kept, "tbody").replaceChildren(...data.rows.map((row) => rowOf(kept, row)));
  table.onkeydown = (event) => onKey(kept, event);
  pager(kept);
  const moved = data.look !== kept.look;
  if (moved && data.chosen) kept.at = [...data.chosen];
  if (!cellAt(kept, kept.at)) kept.at = firstOf(data);
  const editButton = find(kept, ".edit");
  editButton.textContent = data.words.edit;
  editButton.hidden = !data.editable;
  editButton.onclick = () => edit(kept);
  choose(kept, kept.at, { focus: hadFocus, scroll: moved });
  if (moved && kept.look !== null && data.chosen) bringIntoView(kept.root.host ?? frame);
  if (kept.look === null) scroller.scrollTop = data.chosen ? scroller.scrollTop : 0;
  kept.look = data.look;
}

function headOf(data) {
  const row = element("tr", { role: "row" });
  row.append(element("th", { role: "columnheader", scope: "col", "aria-label": data.words.row }));
  for (const letter of data.columns) row.append(element("th", { role: "columnheader", scope: "col" }, letter));
  return row;
}

function rowOf(kept, row) {
  const line = element("tr", { role: "row", "aria-rowindex": String(row.at + 1) });
  line.append(element("th", { role: "rowheader", scope: "row" }, row.name));
  for (const cell of row.cells) line.append(cellOf(kept, row, cell));
  return line;
}

function cellOf(kept, row, cell) {
  const [column, text, role, span, found, former] = cell;
  const worst = found?.[0]?.[0];
  const made = element("td", {
    role: "gridcell", tabindex: "-1", "aria-colindex": String(column + 1), "data-row": row.at, "data-column": column,
    class: [role, worst, former === null || former === undefined ? "" : "mended"].filter(Boolean).join(" "),
  });
  if (span > 1) made.colSpan = span;
  if (worst === "error" || worst === "question") made.setAttribute("aria-invalid", "true");
  if (!kept.data.editable) made.setAttribute("aria-readonly", "true");
  const title = [text, ...(found ?? []).map(([, sentence]) => sentence)];
  if (former !== null && former !== undefined) title.push(`${kept.data.words.former} “${former}”`);
  if (title.length > 1 || text.length > 24) made.title = title.join("\n");
  if (worst && worst !== "info") made.append(element("span", { class: "mark", "aria-hidden": "true" }, SIGNS[worst]));
  else if (former !== null && former !== undefined) {
    made.append(element("span", { class: "mark pen", "aria-hidden": "true" }, "✓"));
  }
  if (NUMBER.test(text)) made.classList.add("number");
  made.append(document.createTextNode(text));
  made.onclick = () => {
    const again = made.classList.contains("chosen") && matchMedia("(pointer: coarse)").matches;
    choose(kept, [row.at, column], { focus: true, tell: true });
    if (again) edit(kept);
  };
  made.ondblclick = () => edit(kept);
  return made;
}

const NUMBER = /^[-−+]?\d[\d.,\s]*%?$/;
const SIGNS = { error: "!", question: "?", warning: "▲" };

function pager(kept) {
  const { data } = kept;
  const [before, after] = [find(kept, ".before"), find(kept, ".after")];
  const last = data.first + data.rows.length;
  find(kept, ".pager").hidden = data.total <= data.rows.length;
  find(kept, ".where").textContent = data.words.where;
  before.textContent = data.words.before;
  after.textContent = data.words.after;
  before.disabled = data.first === 0;
  after.disabled = last >= data.total;
  before.onclick = () => turn(kept, data.first - data.page, null);
  after.onclick = () => turn(kept, last, null);
}

function turn(kept, first, column) {
  kept.tell("page", { first: Math.max(0, first), column });
}

function choose(kept, at, { focus = false, scroll = false, tell = false } = {}) {
  for (const former of kept.root.querySelectorAll(".chosen, th.here")) former.classList.remove("chosen", "here");
  for (const former of kept.root.querySelectorAll('td[tabindex="0"]')) former.tabIndex = -1;
  const cell = cellAt(kept, at);
  if (!cell) return;
  kept.at = at;
  cell.classList.add("chosen");
  cell.tabIndex = 0;
  cell.setAttribute("aria-selected", "true");
  cell.parentElement.firstElementChild.classList.add("here");
  find(kept, "thead tr").children[at[1] - kept.data.first_column + 1]?.classList.add("here");
  if (focus) cell.focus({ preventScroll: true });
  if (focus || scroll) cell.scrollIntoView({ block: "nearest", inline: "nearest" });
  say(kept, at);
  if (tell && kept.data.tells) {
    clearTimeout(kept.telling);
    kept.telling = setTimeout(() => kept.tell("select", { cell: addressOf(kept, at) }), 250);
  }
}

function say(kept, at) {
  const cell = dataOf(kept, at);
  find(kept, ".address").textContent = addressOf(kept, at);
  const content = find(kept, ".content");
  content.replaceChildren(document.createTextNode(cell?.[1] || kept.data.words.blank));
  if (cell && cell[5] !== null && cell[5] !== undefined) {
    content.append(element("span", { class: "former" }, `${kept.data.words.former} “${cell[5]}”`));
  }
  for (const [severity, sentence] of cell?.[4] ?? []) {
    content.append(element("span", { class: `found ${severity}` }, sentence));
  }
}

function onKey(kept, event) {
  if (kept.editing || event.ctrlKey || event.metaKey || event.altKey) return;
  const [row, column] = kept.at ?? firstOf(kept.data);
  const cell = dataOf(kept, kept.at);
  const steps = {
    ArrowUp: [row - 1, column], ArrowDown: [row + 1, column], ArrowLeft: [row, column - 1],
    ArrowRight: [row, column + (cell?.[3] || 1)], Home: [row, kept.data.first_column],
    End: [row, kept.data.first_column + kept.data.columns.length - 1],
    PageUp: [Math.max(kept.data.first, row - 12), column],
    PageDown: [Math.min(kept.data.first + kept.data.rows.length - 1, row + 12), column],
  };
  if (event.key in steps) {
    event.preventDefault();
    move(kept, steps[event.key]);
  } else if (event.key === "Enter" || event.key === "F2") {
    event.preventDefault();
    edit(kept);
  } else if (event.key === "Delete" || event.key === "Backspace") {
    event.preventDefault();
    edit(kept, "");
  } else if (event.key.length === 1 && event.key !== " ") {
    event.preventDefault();
    edit(kept, event.key);
  }
}

function move(kept, [row, column]) {
  const { data } = kept;
  if (row < 0 || row >= data.total) return;
  if (row < data.first) turn(kept, row - data.page + 1, column);
  else if (row >= data.first + data.rows.length) turn(kept, row, column);
  else {
    const found = covering(kept, row, column);
    if (found) choose(kept, found, { focus: true, tell: true });
  }
}

function edit(kept, begun = null) {
  const cell = cellAt(kept, kept.at);
  if (!cell || !kept.data.editable || kept.editing) return;
  const at = kept.at;
  const held = dataOf(kept, at)?.[1] ?? "";
  const input = element("input", { type: "text", "aria-label": `${kept.data.words.edit} ${addressOf(kept, at)}` });
  input.value = begun ?? held;
  input.spellcheck = false;
  cell.classList.add("editing");
  cell.append(input);
  kept.editing = input;
  input.focus();
  if (begun === null) input.select();
  input.onclick = (event) => event.stopPropagation();
  input.ondblclick = (event) => event.stopPropagation();
  input.onkeydown = (event) => {
    event.stopPropagation();
    // A Vietnamese keyboard composes letters with Enter too; that one is not ours.
    if (event.isComposing) return;
    if (event.key === "Escape") done(kept, cell, at, held, held, [0, 0]);
    else if (event.key === "Enter") done(kept, cell, at, held, input.value, [1, 0]);
    else if (event.key === "Tab") done(kept, cell, at, held, input.value, [0, event.shiftKey ? -1 : 1]);
    else return;
    event.preventDefault();
  };
  input.onblur = () => done(kept, cell, at, held, input.value, null);
}

function done(kept, cell, at, held, value, step) {
  if (!kept.editing) return;
  const input = kept.editing;
  kept.editing = null;
  input.remove();
  cell.classList.remove("editing");
  const isNew = value !== held;
  if (isNew) {
    cell.classList.add("waiting");
    cell.lastChild.textContent = value;
    kept.tell("edit", { sheet: kept.data.sheet, cell: addressOf(kept, at), value });
  }
  if (step) {
    const next = covering(kept, at[0] + step[0], at[1] + step[1]) ?? at;
    choose(kept, isNew || step[1] ? next : at, { focus: true });
  }
  const waiting = kept.waiting;
  kept.waiting = null;
  if (waiting && !isNew) {
    kept.drawn = JSON.stringify(waiting);
    draw(kept, waiting);
  }
}

function covering(kept, row, column) {
  const line = kept.data.rows[row - kept.data.first];
  const cell = line?.cells.find(([first, , , span]) => first <= column && column < first + (span || 1));
  return cell ? [row, cell[0]] : null;
}

const firstOf = (data) => [data.first, data.first_column];
const cellAt = (kept, at) =>
  at && kept.root.querySelector(`td[data-row="${Number(at[0])}"][data-column="${Number(at[1])}"]`);
const dataOf = (kept, at) => kept.data.rows[at[0] - kept.data.first]?.cells.find(([column]) => column === at[1]);

function addressOf(kept, [row, column]) {
  const { data } = kept;
  const name = data.columns[column - data.first_column] ?? "";
  if (!data.is_columnar) return `${name}${row + 1}`;
  return row === 0 ? name : `${name} ${row}`;
}

function element(name, attributes = {}, text = null) {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
  if (text !== null) made.textContent = text;
  return made;
}

function bringIntoView(host) {
  const { top, bottom } = host.getBoundingClientRect();
  if (top < 0 || bottom > innerHeight + 80) {
    const calm = matchMedia("(prefers-reduced-motion: reduce)").matches;
    host.scrollIntoView({ block: "start", behavior: calm ? "auto" : "smooth" });
  }
}
