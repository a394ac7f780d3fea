"use strict";
const at = (id) => document.getElementById(id);
const canvas = at("canvas");
const picture = at("picture");
const search = at("search");
const nodes = [...document.querySelectorAll(".node")];
const edges = [...picture.querySelectorAll(".edge")];
const size = picture.viewBox.baseVal;

// Zoom: the canvas scrolls, so every way to scroll is a way to move the picture.
let scale = 1;
function zoom(wanted, x = canvas.clientWidth / 2, y = canvas.clientHeight / 2) {
  const before = scale;
  scale = Math.min(3, Math.max(0.05, wanted));
  const left = (canvas.scrollLeft + x) * (scale / before) - x;
  const top = (canvas.scrollTop + y) * (scale / before) - y;
  picture.setAttribute("width", size.width * scale);
  picture.setAttribute("height", size.height * scale);
  canvas.scrollTo(left, top);
}
const fitting = () => Math.min(canvas.clientWidth / size.width, canvas.clientHeight / size.height, 1);
at("in").onclick = () => zoom(scale * 1.25);
at("out").onclick = () => zoom(scale / 1.25);
at("fit").onclick = () => zoom(fitting());
canvas.addEventListener("wheel", (event) => {
  if (event.ctrlKey || event.metaKey) {
    event.preventDefault();
    const frame = canvas.getBoundingClientRect();
    zoom(scale * Math.exp(-event.deltaY / 300), event.clientX - frame.left, event.clientY - frame.top);
  }
}, { passive: false });
canvas.addEventListener("pointerdown", (event) => {
  if (event.button === 0 && event.pointerType === "mouse" && !event.target.closest(".node")) {
    canvas.setPointerCapture(event.pointerId);
    canvas.classList.add("dragged");
  }
});
canvas.addEventListener("pointermove", (event) => {
  if (canvas.classList.contains("dragged")) {
    canvas.scrollBy(-event.movementX, -event.movementY);
  }
});
canvas.addEventListener("pointerup", () => canvas.classList.remove("dragged"));

// Choosing a node shows its details, and all that hangs on it to the left and to the right.
const next = { from: new Map(), to: new Map() };
for (const edge of edges) {
  const { from, to } = edge.dataset;
  next.from.set(from, [...(next.from.get(from) || []), to]);
  next.to.set(to, [...(next.to.get(to) || []), from]);
}
function reached(id, steps) {
  const found = new Set([id]);
  for (const one of found) {
    (steps.get(one) || []).forEach((other) => found.add(other));
  }
  return found;
}
let chosen = null;
function choose(node) {
  chosen = node;
  const chain = node ? new Set([...reached(node.id, next.from), ...reached(node.id, next.to)]) : new Set();
  for (const one of nodes) {
    one.classList.toggle("chosen", one === node);
    one.classList.toggle("chain", chain.has(one.id));
    one.setAttribute("aria-pressed", one === node);
  }
  for (const edge of edges) {
    edge.classList.toggle("chain", chain.has(edge.dataset.from) && chain.has(edge.dataset.to));
  }
  at("details").replaceChildren(...(node ? [at("d-" + node.id).content.cloneNode(true)] : []));
  at("details").hidden = !node;
  at("overview").hidden = Boolean(node);
}
function enter(node) {
  nodes.forEach((one) => one.setAttribute("tabindex", one === node ? "0" : "-1"));
  node.focus({ preventScroll: true });
  node.scrollIntoView({ block: "nearest", inline: "nearest" });
  choose(node);
}
nodes.forEach((node) => node.addEventListener("click", () => enter(node)));
canvas.addEventListener("dblclick", (event) => event.target.closest(".node") || choose(null));
document.querySelectorAll("a.about").forEach((link) => link.addEventListener("click", (event) => {
  event.preventDefault();
  enter(at(link.dataset.node));
}));

// Arrow keys: along edges where there are some, else to the nearest node on that side.
const middles = new Map(nodes.map((node) => {
  const box = node.getBBox();
  return [node, { x: box.x + box.width / 2, y: box.y + box.height / 2 }];
}));
const sides = { ArrowRight: [1, 0], ArrowLeft: [-1, 0], ArrowDown: [0, 1], ArrowUp: [0, -1] };
function neighbour(node, key) {
  const [x, y] = sides[key];
  const here = middles.get(node);
  const ids = key === "ArrowRight" ? next.from.get(node.id) : key === "ArrowLeft" ? next.to.get(node.id) : null;
  let best = null;
  let least = Infinity;
  for (const other of ids ? ids.map(at) : nodes) {
    const there = middles.get(other);
    const along = (there.x - here.x) * x + (there.y - here.y) * y;
    const aside = Math.abs((there.x - here.x) * y) + Math.abs((there.y - here.y) * x);
    const far = along + 4 * aside;
    if (along > 0 && far < least) {
      best = other;
      least = far;
    }
  }
  return best;
}

// Search dims what lacks one of the words.
let hits = [];
function find() {
  const words = search.value.toLowerCase().split(/\s+/).filter(Boolean);
  hits = words.length ? nodes.filter((node) => words.every((word) => node.dataset.text.includes(word))) : [];
  const shown = new Set(words.length ? hits : nodes);
  nodes.forEach((node) => node.classList.toggle("off", !shown.has(node)));
  edges.forEach((edge) => edge.classList.toggle("off", !shown.has(at(edge.dataset.from)) || !shown.has(at(edge.dataset.to))));
  at("hits").textContent = words.length ? `${hits.length} of ${nodes.length}` : "";
  if (hits.length) {
    hits[0].scrollIntoView({ block: "nearest", inline: "nearest" });
  }
}
search.addEventListener("input", find);
search.addEventListener("keydown", (event) => {
  if (event.key === "Enter" && hits.length) {
    enter(hits[(hits.indexOf(chosen) + 1) % hits.length]);
  }
});

document.addEventListener("keydown", (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey) {
    return;
  }
  const node = event.target.closest(".node");
  if (event.key === "Escape") {
    search.value = "";
    find();
    choose(null);
    document.activeElement.blur();
  } else if (event.target === search) {
    return;
  } else if (event.key === "/") {
    search.focus();
    search.select();
  } else if (event.key === "+" || event.key === "-") {
    zoom(event.key === "+" ? scale * 1.25 : scale / 1.25);
  } else if (event.key === "0") {
    zoom(fitting());
  } else if (node && sides[event.key]) {
    const other = neighbour(node, event.key);
    if (other) {
      enter(other);
    }
  } else if (node && (event.key === "Enter" || event.key === " ")) {
    choose(chosen === node ? null : node);
  } else {
    return;
  }
  event.preventDefault();
});

at("theme").onclick = () => {
  const root = document.documentElement;
  const dark = root.dataset.theme ? root.dataset.theme === "dark" : matchMedia("(prefers-color-scheme: dark)").matches;
  root.dataset.theme = dark ? "light" : "dark";
};

nodes.slice(0, 1).forEach((node) => node.setAttribute("tabindex", "0"));
zoom(Math.min(1, Math.max(0.9, canvas.clientWidth / size.width)));
canvas.scrollTo(0, 0);
if (location.hash) {
  const wanted = at(location.hash.slice(1));
  if (nodes.includes(wanted)) {
    enter(wanted);
  }
}
