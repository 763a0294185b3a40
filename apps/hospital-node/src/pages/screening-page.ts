import {
  type CandidateEvent,
  type CandidateStatus,
  listCandidates,
  listEvents,
  listJudgements,
} from "@qinghao/db/site";
import type { Answer } from "./answer.ts";
import { html } from "./html.ts";
import { agreements } from "./kappa.ts";
import { titleRow } from "./layout.ts";
import { trialOf } from "./trial-of.ts";
import { number, type Visit } from "./visit.ts";

const steps = ["in-review", "contacted", "consented", "screened", "enrolled"] as const satisfies CandidateStatus[];

/** Screening in numbers, as a CONSORT diagram counts them, and how well the readers agree. */
export async function screeningPage(visit: Visit, trialId: string): Promise<Answer> {
  const { node, say } = visit;
  const trial = await trialOf(visit, trialId);
  const { total, byStatus } = await listCandidates(node.db, trial.id, { status: null, offset: 0, limit: 1 });
  const events = await listEvents(node.db, trial.id);
  const back = html`<a data-key="back" href="/trials/${trial.id}">${say("backToList")}</a>`;
  const reached = (status: CandidateStatus) =>
    new Set(events.filter((event) => event.to === status).map((event) => event.patient)).size;
  const flow = steps.map(
    (status) => html`<li><strong>${number(reached(status))}</strong>${say(`status.${status}`)}
<div class="quiet">${say("reached")} · ${number(byStatus[status] ?? 0)} ${say("nowHere")}</div></li>`,
  );
  const out = (["excluded", "declined"] as const).map(
    (status) => html`<li><strong>${number(byStatus[status] ?? 0)}</strong>${say(`status.${status}`)}
<div class="quiet">${say("outReasons")}: ${reasonsFor(visit, events, status)}</div></li>`,
  );
  const pairs = agreements(await listJudgements(node.db, trial.id));
  const rows = pairs.map(
    ({ readers, both, agreed, kappa }) => html`<tr><td>${readers.join(", ")}</td><td class="n">${number(both)}</td>
<td class="n">${number(agreed)}</td><td class="n">${kappa === null ? "–" : kappa.toFixed(2)}</td></tr>`,
  );
  const body = html`${titleRow(`${say("screening")}: ${trial.title}`, back)}
<ol class="flow"><li><strong>${number(total)}</strong>${say("listed")}<div class="quiet">${say("listedHelp")}</div></li>${flow}</ol>
<h2>${say("out")}</h2><ul class="flow">${out}</ul>
<h2>${say("kappa")}</h2><p class="quiet">${say("kappaHelp")}</p>
${
  rows.length === 0
    ? html`<p>${say("noKappa")}</p>`
    : html`<table><thead><tr><th>${say("readers")}</th><th class="n">${say("both")}</th><th class="n">${say("agreed")}</th>
<th class="n">${say("kappaValue")}</th></tr></thead><tbody>${rows}</tbody></table>`
}`;
  return { kind: "page", title: say("screening"), body };
}

/** The last reason of each candidate who is out, counted. */
function reasonsFor({ say }: Visit, events: readonly CandidateEvent[], status: "excluded" | "declined"): string {
  const last = new Map<number, CandidateEvent>();
  for (const event of events) if (event.kind === "status") last.set(event.patient, event);
  const counts = new Map<string, number>();
  for (const { to, text } of last.values()) {
    if (to !== status) continue;
    const reason = text === "" ? say("noReason") : text;
    counts.set(reason, (counts.get(reason) ?? 0) + 1);
  }
  const sorted = [...counts].sort(([, a], [, b]) => b - a);
  return sorted.length === 0 ? "–" : sorted.map(([reason, count]) => `${reason} (${count})`).join("; ");
}
