/** What the measured page runs: opens the pack, links, searches, and leaves the figures on `window`. */
export const browserPage = (
  texts: readonly string[],
): string => `<!doctype html><meta charset="utf-8"><title>knowledge</title>
<script type="module">
import { KnowledgePack, link, openKnowledge, search } from "./knowledge.js";
const bytes = new Uint8Array(await (await fetch("./browser.pack")).arrayBuffer());
const texts = ${JSON.stringify(texts)};
const opening = performance.now();
const knowledge = openKnowledge([new KnowledgePack(bytes)]);
const openMs = performance.now() - opening;
const linked = texts.map((text) => link(knowledge, text).map(({ concept }) => concept));
const searching = performance.now();
const hits = search(knowledge, "fxxbfa", { limit: 3 }).map(({ concept }) => concept);
const firstSearchMs = performance.now() - searching;
const rounds = 20000;
const linking = performance.now();
for (let i = 0; i < rounds; i++) link(knowledge, texts[i % texts.length]);
const textsPerSecond = Math.round(rounds / ((performance.now() - linking) / 1000));
window.keep = knowledge;
window.figures = { packMB: bytes.length / 1e6, openMs, firstSearchMs, textsPerSecond, linked, hits };
</script>`;
