// Moves over the rows of a list by keys, and between candidates.
const typing = (element) => element.closest("input, textarea, select") !== null;
const rows = () => [...document.querySelectorAll("[data-row]")];

document.addEventListener("keydown", (event) => {
  if (event.altKey || event.ctrlKey || event.metaKey || typing(event.target)) return;
  const key = event.key.toLowerCase();
  const step = { j: 1, arrowdown: 1, k: -1, arrowup: -1 }[key];
  if (step !== undefined) {
    const all = rows();
    if (all.length === 0) return;
    const at = all.indexOf(document.activeElement);
    if (key.startsWith("arrow") && at < 0) return;
    all[Math.min(all.length - 1, Math.max(0, at + step))].focus();
    event.preventDefault();
  }
  const link = { n: "[data-key=next]", u: "[data-key=back]" }[key];
  if (link !== undefined) document.querySelector(link)?.click();
});

if (document.querySelector("[data-reload]") !== null) setTimeout(() => location.reload(), 3000);
