// The arrow from a short form to the citation that it leans on. It is dashed when only a code or title is borrowed.

const arrow = one("arrow");
let arrowFrom = null;

function point(mention) {
  arrowFrom = mention !== null && antecedent(mention) ? mention : null;
  arrow.classList.toggle("drawn", arrowFrom !== null);
  if (arrowFrom === null) return;
  arrow.dataset.group = mention.dataset.group;
  arrow.classList.toggle("loose", "borrows" in mention.dataset);
  draw();
}

function draw() {
  if (arrowFrom === null) return;
  const from = arrowFrom.getClientRects()[0], boxes = [...antecedent(arrowFrom).getClientRects()];
  const upward = boxes[0].top <= from.top;
  const to = upward ? boxes.at(-1) : boxes[0];
  const path = Math.abs(to.top - from.top) < from.height / 2 ? along(from, to) : across(from, to, upward);
  for (const line of arrow.querySelectorAll(":scope > path")) line.setAttribute("d", path);
}

/** Over the words of one line. */
function along(from, to) {
  const [x1, x2] = [middle(from), middle(to)], y = Math.min(from.top, to.top);
  const height = Math.min(46, 14 + Math.abs(x1 - x2) / 6);
  return `M${x1} ${y} C${x1} ${y - height} ${x2} ${y - height} ${x2} ${y - 3}`;
}

/** From one line to another. */
function across(from, to, upward) {
  const [x1, x2] = [middle(from), middle(to)];
  const [y1, y2] = upward ? [from.top, to.bottom + 3] : [from.bottom, to.top - 3];
  const bend = Math.max(18, Math.min(150, Math.abs(y2 - y1) / 2)) * (upward ? 1 : -1);
  const bow = Math.max(0, 60 - Math.abs(x1 - x2) / 2); // so that an arrow straight up does not run down the letters
  return `M${x1} ${y1} C${x1 - bow} ${y1 - bend} ${x2 - bow} ${y2 + bend} ${x2} ${y2}`;
}

const middle = (box) => box.left + Math.min(box.width / 2, 60);

addEventListener("scroll", draw, { passive: true, capture: true });
addEventListener("resize", draw);
