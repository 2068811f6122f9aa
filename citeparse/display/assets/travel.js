// From a citation to its authority and back, and from one citation to the next.

let here = null;

const onward = () => mentions.filter((mention) => !mention.classList.contains("off"));

function tell() {
  const rest = onward(), at = rest.indexOf(here);
  const unit = made("span", "unit", rest.length === 1 ? " citation" : " citations");
  one("place").replaceChildren(...(at < 0 ? [`${rest.length}`, unit] : [`${at + 1} of ${rest.length}`]));
}

function mark(mention) {
  const links = (of) => list.querySelectorAll(`a[href="#${of.id}"]`);
  if (here) for (const element of [here, ...links(here)]) element.classList.remove("here");
  here = mention;
  for (const element of [here, ...links(here)]) element.classList.add("here");
  tell();
}

/** Go to a citation. */
function visit(mention) {
  mark(mention);
  if (mention.classList.contains("off")) all();
  mention.scrollIntoView({ block: "center" });
  mention.focus({ preventScroll: true });
}

/** Go to an authority, the list alone moving where it stands beside the text. */
function show(entry) {
  if (entry.hidden) all();
  entry.querySelector("details:has(a.here)")?.setAttribute("open", "");
  choose(entry);
  if (beside()) {
    const box = entry.getBoundingClientRect(), frame = list.getBoundingClientRect();
    if (box.top < frame.top + 50 || box.bottom > frame.bottom) list.scrollTop += box.top - frame.top - frame.height / 4;
  } else {
    entry.scrollIntoView({ block: "center" });
  }
  close();
  entry.focus({ preventScroll: true });
}

function step(by) {
  const rest = onward();
  if (rest.length === 0) return;
  const at = rest.indexOf(here);
  visit(rest[at < 0 ? nearest(rest, by) : (at + by + rest.length) % rest.length]);
}

/** Where to begin: the first citation that the window shows. */
function nearest(rest, by) {
  const at = rest.findIndex((mention) => mention.getBoundingClientRect().bottom > bar.offsetHeight);
  return at < 0 ? rest.length - 1 : by > 0 ? at : (at - 1 + rest.length) % rest.length;
}

let touched = false;
text.addEventListener("pointerdown", (event) => { touched = event.pointerType === "touch"; });
text.addEventListener("click", (event) => {
  const mention = over(event);
  if (!mention || event.ctrlKey || event.metaKey || event.shiftKey) return;
  event.preventDefault();
  mark(mention);
  if (touched) open(mention); // a finger cannot hover: a tap shows the card, which leads to the list
  else show(target(mention));
});

list.addEventListener("click", (event) => {
  const link = event.target.closest('a[href^="#m"]'), name = event.target.closest(".name");
  if (link) {
    event.preventDefault();
    visit(target(link));
  } else if (name) {
    const entry = name.closest(".entry");
    choose(entry === chosen ? null : entry);
  }
});

one("next").addEventListener("click", () => step(1));
one("previous").addEventListener("click", () => step(-1));

const keys = {
  ArrowRight: () => step(1),
  ArrowLeft: () => step(-1),
  Backspace: () => { if (antecedent(here)) visit(antecedent(here)); },
};
text.addEventListener("keydown", (event) => {
  const mention = over(event);
  if (!mention || !keys[event.key] || event.altKey || event.ctrlKey || event.metaKey) return;
  event.preventDefault();
  mark(mention);
  keys[event.key]();
});
addEventListener("keydown", (event) => {
  if (event.key !== "Escape") return;
  const back = list.contains(document.activeElement) ? here : null;
  if (carded) close();
  else if (chosen) choose(null);
  back?.focus();
});

filter();
tell();
if (location.hash.startsWith("#m") && target(location)) visit(target(location));
