// What the tests ask a page of "fairlead graph". Each function returns a list of what is wrong.
const ask = (() => {
  const all = (selector, within = document) => [...within.querySelectorAll(selector)];
  const box = (element) => element.getBBox();
  const inside = (a, b, slack = 0) =>
    a.x >= b.x - slack && a.y >= b.y - slack && a.x + a.width <= b.x + b.width + slack && a.y + a.height <= b.y + b.height + slack;
  const overlap = (a, b) =>
    a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height;
  const name = (element) => (element.closest(".node") || element.parentNode).querySelector("text").textContent + ": " + element.textContent;

  function overlaps() {
    const wrong = [];
    const pairwise = (elements, what) => {
      const boxes = elements.map(box);
      boxes.forEach((one, i) => boxes.slice(i + 1).forEach((other, j) => {
        if (overlap(one, other)) wrong.push(`${what} ${name(elements[i])} and ${name(elements[i + 1 + j])} overlap`);
      }));
    };
    pairwise(all(".card-back"), "cards");
    pairwise(all(".back"), "nodes");
    for (const node of all(".node, .card")) pairwise(all(":scope > text, :scope > .found > text", node), "texts");
    for (const card of all(".card")) {
      const frame = box(card.querySelector(".card-back"));
      for (const part of all(".back, .edge, text", card)) if (!inside(box(part), frame)) wrong.push(`${name(part)} leaves its card`);
    }
    return wrong;
  }

  function texts() {
    const wrong = [];
    for (const node of all(".node")) {
      const frame = box(node.querySelector(".back"));
      for (const text of all("text", node)) {
        const inner = { x: frame.x + 8, y: frame.y, width: frame.width - 16, height: frame.height };
        if (!inside(box(text), inner)) wrong.push(`${name(text)} leaves its node`);
        if (!text.textContent.trim()) wrong.push(`empty text in ${node.id}`);
      }
      const pill = node.querySelector(".pill");
      if (pill && !inside(box(node.querySelector(".pill-text")), box(pill))) wrong.push(`${node.id}: its state leaves its pill`);
    }
    for (const text of all("text, h1, p, li, button, input")) {
      const size = parseFloat(getComputedStyle(text).fontSize);
      if (size < 11) wrong.push(`${text.textContent} has ${size}px`);
    }
    return wrong;
  }

  function edges() {
    const wrong = [];
    const nodes = all(".node").map((node) => [node.id, box(node.querySelector(".back"))]);
    for (const edge of all("#picture > .card > .edge")) {
      const length = edge.getTotalLength();
      for (let step = 0; step <= 24; step++) {
        const { x, y } = edge.getPointAtLength((length * step) / 24);
        for (const [id, frame] of nodes) {
          const ends = id === edge.dataset.from || id === edge.dataset.to;
          if (!ends && x > frame.x && x < frame.x + frame.width && y > frame.y && y < frame.y + frame.height) {
            wrong.push(`the edge ${edge.dataset.from} to ${edge.dataset.to} crosses ${id}`);
          }
        }
      }
    }
    return wrong;
  }

  const light = (color) => {
    const [r, g, b] = color.match(/[\d.]+/g).slice(0, 3).map((part) => {
      const value = part / 255;
      return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
    });
    return 0.2126 * r + 0.7152 * g + 0.0722 * b;
  };
  const isClear = (color) => color === "none" || color === "transparent" || /, 0\)$/.test(color);
  function behind(element) {
    const style = (one, property) => one && getComputedStyle(one)[property];
    const svg = element.closest("#picture");
    const candidates = [];
    if (svg) {
      const node = element.closest(".node");
      if (element.matches(".pill-text")) candidates.push(style(node.querySelector(".pill"), "fill"));
      if (element.matches(".found-text")) candidates.push(style(node.querySelector(".band"), "fill"));
      if (node) candidates.push(style(node.querySelector(".back"), "fill"));
      candidates.push(style(element.closest(".card").querySelector(".card-back"), "fill"));
    }
    for (let one = element; one; one = one.parentElement) candidates.push(style(one, "backgroundColor"));
    return candidates.find((color) => color && !isClear(color));
  }
  function contrast() {
    const wrong = [];
    const texts = all("#picture text, h1, header p, button, input, #hits, kbd, #panel :is(h2, p, li, a, b, span)");
    for (const element of texts.filter((one) => one.getClientRects().length)) {
      const style = getComputedStyle(element);
      const color = element.closest("#picture") ? style.fill : style.color;
      const [low, high] = [light(color), light(behind(element))].sort((a, b) => a - b);
      const ratio = (high + 0.05) / (low + 0.05);
      if (!(ratio >= 4.5)) wrong.push(`${element.textContent} has ${color} on ${behind(element)}: ${ratio}`);
    }
    return wrong;
  }
  return { overlaps, texts, edges, contrast };
})();
