import { getLoad, listCandidates, listSiteTrials, type SiteLoad } from "@qinghao/db/site";
import type { Answer } from "./answer.ts";
import { type Html, html } from "./html.ts";
import { emptyState, titleRow } from "./layout.ts";
import { minute, number, type Visit } from "./visit.ts";

/** Trials of this hospital, and how far its records are. */
export async function homePage(visit: Visit): Promise<Answer> {
  const { node, say } = visit;
  const [load, trials] = await Promise.all([getLoad(node.db), listSiteTrials(node.db)]);
  const rows = await Promise.all(
    trials.map(async (trial) => {
      const { total, byStatus } = await listCandidates(node.db, trial.id, { status: null, offset: 0, limit: 1 });
      return html`<tr>
<td><a data-row href="/trials/${trial.id}">${trial.title}</a><br><code>${trial.id}</code></td>
<td>${trial.version}</td><td>${trial.asOf}</td><td class="n">${number(total)}</td>
<td class="n">${number(byStatus.new ?? 0)}</td></tr>`;
    }),
  );
  const list =
    rows.length === 0
      ? emptyState(say("noTrials"), say("noTrialsHelp"))
      : html`<div class="scroll"><table><thead><tr><th>${say("trial")}</th><th>${say("criteriaVersion", { version: "" })}</th>
<th>${say("indexDate", { date: "" })}</th><th class="n">${say("candidates")}</th><th class="n">${say("status.new")}</th></tr></thead>
<tbody>${rows}</tbody></table></div>`;
  const body = html`${titleRow(say("trials"))}${list}<h2>${say("records")}</h2>${recordState(visit, load)}`;
  return { kind: "page", title: say("trials"), body };
}

function recordState({ say, language }: Visit, load: SiteLoad): Html {
  const again = html`<form method="post" action="/records/read"><button>${say("readAgain")}</button></form>`;
  const error = load.error === null ? "" : load.error.message[language];
  if (load.state === "loading") return html`<p data-reload role="status">${say("recordsLoading")}</p>`;
  if (load.state === "empty") return html`<p>${say("recordsEmpty")}</p>${again}`;
  if (load.state === "failed")
    return html`<div class="notice bad" role="alert">${say("recordsFailed")} ${error}</div>${again}`;
  const { people, facts, version, loadedAt } = load;
  const at = loadedAt === null ? "–" : minute(loadedAt);
  return html`<p>${say("recordsReady", { people: number(people), facts: number(facts), version, at })}</p>${again}`;
}
