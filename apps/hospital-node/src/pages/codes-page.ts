import { listMappings, listUnmapped, setMapping, type UnmappedRow } from "@qinghao/db/site";
import { type Knowledge, link, search } from "@qinghao/knowledge";
import { writeLog } from "../answers/answer-query.ts";
import { nodeErrors } from "../errors.ts";
import type { Answer } from "./answer.ts";
import { readerOf } from "./candidate-forms.ts";
import { type Html, html } from "./html.ts";
import { emptyState, titleRow } from "./layout.ts";
import { number, type Visit } from "./visit.ts";

const mostShown = 500;

/** What the records say that nothing could be made of, and what this hospital has made of it. */
export async function codesPage(visit: Visit): Promise<Answer> {
  const { node, say, language } = visit;
  const [unmapped, mappings] = await Promise.all([listUnmapped(node.db), listMappings(node.db)]);
  const { knowledge } = mappings.length === 0 ? { knowledge: null } : await node.knowledge();
  const rows = unmapped.slice(0, mostShown).map((row) => unmappedRow(visit, row));
  const decided = mappings.map(
    ({
      system,
      code,
      display,
      concept,
      person,
    }) => html`<tr><td><code>${system}</code></td><td><code>${code}</code></td><td>${display ?? "–"}</td>
<td>${concept === null ? say("notUsed") : html`${nameOf(knowledge, concept, language)} <code>${concept}</code>`}</td><td>${person}</td></tr>`,
  );
  const body = html`${titleRow(say("codes"), null, number(unmapped.length))}<p class="quiet">${say("unmappedHelp")}</p>
${
  rows.length === 0
    ? emptyState(say("noUnmapped"))
    : html`<div class="scroll"><table><thead><tr><th>${say("what")}</th><th>${say("system")}</th><th>${say("code")}</th><th>${say("display")}</th>
<th>${say("why")}</th><th class="n">${say("count")}</th><th></th></tr></thead><tbody>${rows}</tbody></table></div>`
}
<h2>${say("mappings")}</h2>${
    decided.length === 0
      ? html`<p>${say("noMappings")}</p>`
      : html`<table><thead><tr><th>${say("system")}</th><th>${say("code")}</th><th>${say("display")}</th><th>${say("mappedTo")}</th>
<th>${say("by")}</th></tr></thead><tbody>${decided}</tbody></table>`
  }`;
  return { kind: "page", title: say("codes"), body };
}

function unmappedRow({ say }: Visit, row: UnmappedRow): Html {
  const { what, system, code, display, reason, count } = row;
  const to = `/codes/map?${new URLSearchParams({ system, code, display: display ?? "" })}`;
  const kind = ["code", "unit", "date", "value", "resource", "row"].find((each) => each === what) ?? "code";
  return html`<tr><td>${say(`what.${kind as "code"}`)}</td><td><code>${system}</code></td><td><code>${code}</code></td><td>${display ?? "–"}</td>
<td>${reason}</td><td class="n">${number(count)}</td><td>${what === "code" ? html`<a data-row href="${to}">${say("map")}</a>` : ""}</td></tr>`;
}

const nameOf = (knowledge: Knowledge | null, concept: string, language: Visit["language"]): string =>
  knowledge?.has(concept) ? knowledge.preferredName(concept, language === "zh" ? "zh-Hans" : "en").text : concept;

/** Suggestions for one code: concepts that its text names, then what a search finds. */
export async function mapPage(visit: Visit): Promise<Answer> {
  const { node, say, language, url } = visit;
  const asked = (name: string) => url.searchParams.get(name) ?? "";
  const [system, code, display] = [asked("system"), asked("code"), asked("display")];
  const words = asked("q") || display || code;
  const { knowledge } = await node.knowledge();
  const found = new Map<string, string>();
  for (const { concept } of link(knowledge, words)) {
    if (concept !== null) found.set(concept, nameOf(knowledge, concept, language));
  }
  for (const { concept, name } of search(knowledge, words, { limit: 12, lang: language === "zh" ? "zh-Hans" : "en" })) {
    if (!found.has(concept)) found.set(concept, name);
  }
  const hidden = html`<input type="hidden" name="system" value="${system}"><input type="hidden" name="code" value="${code}"><input type="hidden" name="display" value="${display}">`;
  const options = [...found].map(
    ([concept, name]) =>
      html`<tr><td>${name}</td><td><code>${concept}</code></td><td><form method="post" action="/codes/map">${hidden}<button data-row name="concept" value="${concept}">${say("choose")}</button></form></td></tr>`,
  );
  const body = html`${titleRow(say("mapCode", { code }), html`<a data-key="back" href="/codes">${say("codes")}</a>`, `${system} ${display}`)}
<form method="get" action="/codes/map" class="readings">${hidden}<label>${say("searchConcept")} <input name="q" value="${words}"></label>
<button class="primary">${say("search")}</button></form>
<h2>${say("suggestions")}</h2>${options.length === 0 ? emptyState(say("noSuggestions")) : html`<table><tbody>${options}</tbody></table>`}
<form method="post" action="/codes/map">${hidden}<p><button name="concept" value="">${say("mapNone")}</button></p></form>`;
  return { kind: "page", title: say("mapCode", { code }), body };
}

/** Stores what a code means and has the records that carry it read anew. */
export async function mapForm(visit: Visit): Promise<Answer> {
  const { node, form } = visit;
  const person = readerOf(visit);
  const given = (name: string) => form.get(name) ?? "";
  const [system, code] = [given("system"), given("code")];
  if (code === "") throw nodeErrors.create("form.invalid", { field: "code" });
  const concept = given("concept") === "" ? null : given("concept");
  if (concept !== null && !(await node.knowledge()).knowledge.has(concept)) {
    throw nodeErrors.create("form.invalid", { field: "concept" });
  }
  await setMapping(node.db, { system, code, display: given("display") || null, concept, person });
  await writeLog(node.db, { kind: "mapping", system, code, concept, person });
  await node.refresh(true);
  return { kind: "redirect", to: "/codes" };
}
