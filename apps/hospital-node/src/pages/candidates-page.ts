import {
  type Candidate,
  candidateStatuses,
  candidateStatusSchema,
  listCandidates,
  type SiteTrial,
} from "@qinghao/db/site";
import type { Answer } from "./answer.ts";
import { type Html, html } from "./html.ts";
import { emptyState, titleRow, verdictSign } from "./layout.ts";
import { documentOf, trialOf } from "./trial-of.ts";
import { minute, number, type Visit } from "./visit.ts";

const pageSize = 50;

/** The list to work through: the best match first. */
export async function candidatesPage(visit: Visit, trialId: string): Promise<Answer> {
  const { node, say, url } = visit;
  const trial = await trialOf(visit, trialId);
  const asked = candidateStatusSchema.safeParse(url.searchParams.get("status"));
  const status = asked.success ? asked.data : null;
  const offset = Math.max(0, Math.trunc(Number(url.searchParams.get("from") ?? 0)) || 0);
  const { rows, total, byStatus } = await listCandidates(node.db, trial.id, { status, offset, limit: pageSize });
  const all = Object.values(byStatus).reduce((sum, count) => sum + count, 0);
  const tab = (value: (typeof candidateStatuses)[number] | null) => {
    const count = value === null ? all : (byStatus[value] ?? 0);
    const name = value === null ? say("all") : say(`status.${value}`);
    const query = value === null ? "" : `?status=${value}`;
    return html`<li><a href="/trials/${trial.id}${query}" ${value === status ? html`aria-current="page"` : ""}>${name} ${number(count)}</a></li>`;
  };
  const aside = html`<a href="/trials/${trial.id}/screening">${say("screening")}</a>
<a href="/trials/${trial.id}/export.csv">${say("exportCsv")}</a>`;
  const small = `${say("criteriaVersion", { version: trial.version })} · ${say("indexDate", { date: trial.asOf })}`;
  const body = html`${titleRow(trial.title, aside, small)}
<ul class="tabs">${[null, ...candidateStatuses].map(tab)}</ul>
${rows.length === 0 ? emptyState(say("noCandidates")) : table(visit, trial, rows)}
${pager(visit, offset, rows.length, total)}`;
  return { kind: "page", title: trial.title, body };
}

type CriterionTypes = ReadonlyMap<string, "inclusion" | "exclusion">;

function table(visit: Visit, trial: SiteTrial, rows: readonly Candidate[]): Html {
  const { say } = visit;
  const types = new Map(documentOf(trial).criteria.map(({ id, type }) => [id, type]));
  return html`<div class="scroll"><table><thead><tr><th>${say("patient")}</th><th>${say("status")}</th>
<th>${say("eligibility")}</th><th>${say("criteria")}</th><th>${say("askNext")}</th><th>${say("updated")}</th></tr></thead>
<tbody>${rows.map((row) => candidateRow(visit, trial, types, row))}</tbody></table></div>`;
}

function candidateRow(visit: Visit, trial: SiteTrial, types: CriterionTypes, row: Candidate): Html {
  const { say, language } = visit;
  const asks = row.verdicts.find((verdict) => verdict.missing !== null)?.missing?.ask[language];
  const marks = row.verdicts.map(({ criterion, verdict }) =>
    verdictSign(visit, verdict, types.get(criterion) ?? "inclusion", criterion),
  );
  const words = row.verdicts.map(({ criterion, verdict }) => `${criterion} ${say(`verdict.${verdict}`)}`).join(", ");
  return html`<tr><td><a data-row href="/trials/${trial.id}/patients/${row.patient}">${row.key}</a></td>
<td><span class="chip">${say(`status.${row.status}`)}</span></td><td>${say(`eligible.${row.eligible}`)}</td>
<td><span class="marks" role="img" aria-label="${words}">${marks}</span></td>
<td>${asks ?? "–"}</td><td>${minute(row.updatedAt)}</td></tr>`;
}

function pager({ say, url }: Visit, offset: number, shown: number, total: number): Html {
  const to = (from: number) => {
    const params = new URLSearchParams(url.searchParams);
    params.set("from", String(from));
    return `${url.pathname}?${params}`;
  };
  const range = say("showing", { from: number(offset + 1), to: number(offset + shown), total: number(total) });
  return html`<p class="readings">${shown === 0 ? "" : range}
${offset > 0 ? html`<a href="${to(Math.max(0, offset - pageSize))}">${say("previous")}</a>` : ""}
${offset + shown < total ? html`<a href="${to(offset + pageSize)}">${say("next")}</a>` : ""}</p>`;
}
