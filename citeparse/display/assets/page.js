"use strict";
// What stands on the page, and how a citation and its authority find each other.

const one = (id) => document.getElementById(id);
const text = one("text"), list = one("authorities");
const mentions = [...text.getElementsByClassName("mention")];
const entries = [...list.getElementsByClassName("entry")];
const chips = [...document.getElementsByClassName("chip")];

const target = (link) => one(link.hash.slice(1));
const antecedent = (mention) => one(mention.dataset.to ?? "");
const members = new Map(entries.map((entry) => [entry, []]));
for (const mention of mentions) members.get(target(mention)).push(mention);

/** Whether the list stands beside the text and scrolls by itself. */
const beside = () => getComputedStyle(list).position === "sticky";

const themes = ["auto", "light", "dark"];
one("theme").addEventListener("click", ({ currentTarget }) => {
  const name = currentTarget.lastElementChild;
  name.textContent = themes[(themes.indexOf(name.textContent) + 1) % themes.length];
  document.documentElement.dataset.theme = name.textContent;
});

const bar = document.querySelector(".bar");
const measure = () => document.documentElement.style.setProperty("--bar", `${bar.offsetHeight + 8}px`);
addEventListener("resize", measure);

for (const control of document.querySelectorAll(".control")) control.hidden = false;
measure();
