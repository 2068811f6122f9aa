// Which authorities are shown, in which order. A citation whose authority is not shown loses its colour.

const searched = new Map(entries.map((entry) => [entry, entry.textContent.toLowerCase()]));
let chosen = null; // the one authority that is looked at

const pressed = (button) => button.getAttribute("aria-pressed") === "true";
const fits = (entry, groups, words) =>
  (groups.size === 0 || groups.has(entry.dataset.group)) && words.every((word) => searched.get(entry).includes(word));

function filter() {
  const groups = new Set(chips.filter(pressed).map((chip) => chip.dataset.group));
  const words = one("words").value.toLowerCase().split(/\s+/).filter(Boolean);
  let shown = 0, cited = 0;
  for (const entry of entries) {
    entry.hidden = !fits(entry, groups, words);
    if (!entry.hidden) shown += 1;
    const off = entry.hidden || (chosen !== null && chosen !== entry);
    for (const mention of members.get(entry)) {
      mention.classList.toggle("off", off);
      mention.tabIndex = off ? -1 : 0;
      if (!off) cited += 1;
    }
  }
  for (const section of list.querySelectorAll("section")) section.hidden = !section.querySelector(".entry:not([hidden])");
  const whole = chosen === null && shown === entries.length;
  one("all").hidden = whole;
  one("status").textContent = whole
    ? "Press one to mark its citations alone."
    : `${shown} of ${entries.length} listed, ${cited} of ${mentions.length} citations marked`;
}

function all() {
  for (const chip of chips) chip.setAttribute("aria-pressed", "false");
  one("words").value = "";
  choose(null);
}

/** Look at one authority alone; null looks at all. */
function choose(entry) {
  chosen?.classList.remove("chosen");
  chosen?.querySelector(".name").setAttribute("aria-pressed", "false");
  chosen = entry;
  chosen?.classList.add("chosen");
  chosen?.querySelector(".name").setAttribute("aria-pressed", "true");
  filter();
  tell();
}

for (const chip of chips) {
  chip.addEventListener("click", () => {
    chip.setAttribute("aria-pressed", String(!pressed(chip)));
    filter();
    tell();
  });
}
one("words").addEventListener("input", () => { filter(); tell(); });
one("all").addEventListener("click", () => { all(); one("words").focus(); });

const orders = {
  count: (a, b) => b.dataset.count - a.dataset.count || a.dataset.first - b.dataset.first,
  first: (a, b) => a.dataset.first - b.dataset.first,
};
one("order").addEventListener("change", ({ target: { value } }) => {
  for (const rows of list.querySelectorAll("section > ol")) {
    const own = entries.filter((entry) => entry.parentElement === rows);
    rows.append(...(value ? own.sort(orders[value]) : own));
  }
});
