// The last slide of a talk, where its server has handed out the same version: the QR code and the address for phones.

const handedOut = document.getElementById("scan");

function scanOnStage() {
  const { server, path, year } = handedOut.dataset;
  const code = handedOut.content.querySelector("svg").cloneNode(true);
  code.setAttribute("role", "img");
  code.setAttribute("aria-label", said("scan_alternative", { address: server + path }));
  const address = el("p", { class: "scan-address", style: `--letters:${Math.max(server.length, path.length)}` }, el("span", {}, server), el("span", {}, path));
  return el("div", { class: "scan" }, code, el("div", {}, address, el("p", {}, words.scan_holds), el("p", {}, said("version_and_year", { version: about.version, year }))));
}

if (handedOut) SLIDES.scan = { shown: () => ({ headline: words.scan_headline, rows: [], notes: [], source: handedOut.dataset.server + handedOut.dataset.path }), drawn: scanOnStage };
