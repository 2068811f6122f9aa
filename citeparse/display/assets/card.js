// The card of a citation: what it is, what it cites, and how that is known. Everything is put in as text.

const card = one("card");
const LEAVING = 150; // milliseconds in which a pointer may move from the citation onto its card
let carded = null, placedAt, leaving = 0;

function made(name, className, words) {
  const element = document.createElement(name);
  element.className = className;
  element.textContent = words;
  return element;
}

function fill(mention) {
  const notes = document.createElement("dl");
  for (const line of mention.dataset.notes.split("\n")) {
    const at = line.indexOf(": ");
    notes.append(made("dt", "", line.slice(0, at)), made("dd", line.startsWith("Key: ") ? "path" : "", line.slice(at + 2)));
  }
  const what = made("p", "what", "Not resolved");
  if (mention.dataset.group !== "unresolved") {
    what.replaceChildren(...target(mention).querySelector(".name").cloneNode(true).childNodes);
  }
  card.replaceChildren(made("p", "form", mention.dataset.form), what, notes);
  card.dataset.group = mention.dataset.group;
  if (!beside()) {
    const button = made("button", "", "Show in the list");
    button.addEventListener("click", () => show(target(mention)));
    card.append(button);
  }
}

function place(mention, x) {
  const boxes = [...mention.getClientRects()];
  const box = boxes.find(({ left, right }) => left <= x && x <= right) ?? boxes[0];
  const { width, height } = card.getBoundingClientRect();
  const edge = beside() ? text.getBoundingClientRect().right : document.documentElement.clientWidth;
  const left = Math.max(8, Math.min(Math.max(box.left, (x ?? 0) - width / 2), edge - width - 8));
  const fitsBelow = box.bottom + 8 + height < innerHeight;
  card.style.left = `${left}px`;
  card.style.top = `${fitsBelow ? box.bottom + 8 : Math.max(8, box.top - height - 8)}px`;
}

function open(mention, x) {
  clearTimeout(leaving);
  if (carded === mention) return;
  close();
  carded = mention;
  fill(mention);
  card.hidden = false;
  placedAt = x;
  place(mention, x);
  mention.setAttribute("aria-describedby", "card");
  target(mention).classList.add("lit");
  for (const kin of members.get(target(mention))) kin.classList.add("kin");
  point(mention);
}

function close() {
  clearTimeout(leaving);
  if (carded === null) return;
  carded.removeAttribute("aria-describedby");
  target(carded).classList.remove("lit");
  for (const kin of members.get(target(carded))) kin.classList.remove("kin");
  carded = null;
  card.hidden = true;
  point(null);
}

const leave = () => { clearTimeout(leaving); leaving = setTimeout(close, LEAVING); };
const over = (event) => event.target.closest?.(".mention");

text.addEventListener("pointerover", (event) => {
  const mention = over(event);
  if (mention && event.pointerType !== "touch") open(mention, event.clientX);
});
text.addEventListener("pointerout", (event) => { if (over(event) && event.pointerType !== "touch") leave(); });
text.addEventListener("focusin", (event) => { if (over(event)) open(over(event)); });
text.addEventListener("focusout", leave);
card.addEventListener("pointerenter", () => clearTimeout(leaving));
card.addEventListener("pointerleave", leave);

/** A card goes with its citation, and no farther than the window. */
function follow({ target: moved }) {
  if (carded === null || moved === card || moved === list) return;
  const { top, bottom } = carded.getBoundingClientRect();
  if (bottom < bar.offsetHeight || top > innerHeight) close();
  else place(carded, placedAt);
}
addEventListener("scroll", follow, { passive: true, capture: true });
