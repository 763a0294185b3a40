import type { Person } from "@qinghao/clinical";
import {
  type CandidateDetail,
  getCandidate,
  type Judgement,
  listCandidates,
  listRecords,
  nextStatuses,
} from "@qinghao/db/site";
import { type CriterionVerdict, evaluateCompiled, readableUnit } from "@qinghao/trials/evaluate";
import type { Criterion, Evidence } from "@qinghao/trials/schema";
import type { Answer } from "./answer.ts";
import { type Html, html } from "./html.ts";
import { titleRow, verdictMark } from "./layout.ts";
import { compiledOf, documentOf, trialOf } from "./trial-of.ts";
import { minute, type Visit } from "./visit.ts";

/** One candidate: what the criteria say with the evidence, what readers say, what to ask, and the way through screening. */
export async function candidatePage(visit: Visit, trialId: string, patient: number): Promise<Answer> {
  const { node, say, language } = visit;
  const trial = await trialOf(visit, trialId);
  const detail = await getCandidate(node.db, trial.id, patient);
  const [record] = await listRecords(node.db, [patient]);
  const evaluated =
    record === undefined
      ? null
      : evaluateCompiled(await compiledOf(visit, trial), record.body, { asOf: trial.asOf, language });
  const verdicts: readonly CriterionVerdict[] = evaluated?.verdicts ?? [];
  const here = `/trials/${trial.id}/patients/${patient}`;
  const after = await nextOf(visit, trial.id, detail);
  const aside = html`<a data-key="back" href="/trials/${trial.id}">${say("backToList")}</a>
${after === null ? "" : html`<a data-key="next" href="/trials/${trial.id}/patients/${after}">${say("nextCandidate")}</a>`}`;
  const { key, status, eligible } = detail.candidate;
  const small = `${say(`status.${status}`)} · ${say(`eligible.${evaluated?.eligible ?? eligible}`)}`;
  const criteria = documentOf(trial).criteria;
  const asks = verdicts.filter((each) => each.missing !== null);
  const body = html`${titleRow(key, aside, small)}
${record === undefined ? "" : personLine(visit, record.body.person)}
<div class="columns"><div>
<h2>${say("askNext")}</h2>
${asks.length === 0 ? html`<p>${say("nothingToAsk")}</p>` : html`<ol>${asks.map((each) => html`<li>${each.missing!.ask[language]} <span class="quiet">${each.criterion}</span></li>`)}</ol>`}
<h2>${say("criteria")}</h2>
${criteria.map((criterion) => criterionBlock(visit, here, criterion, verdicts, detail.judgements))}
<h2>${say("timeline")}</h2>${timeline(visit, verdicts)}
</div><div>${sidePanel(visit, here, detail)}</div></div>`;
  return { kind: "page", title: `${key} · ${trial.title}`, body };
}

function personLine({ say }: Visit, { sex, birth, observed }: Person): Html {
  const span = say("recordFrom", { from: observed.from ?? "?", to: observed.to ?? say("today") });
  return html`<p>${say("sex")}: ${say(`sex.${sex}`)} · ${say("born")}: ${birth ?? "?"} · ${span}</p>`;
}

function criterionBlock(
  visit: Visit,
  here: string,
  { id, type, text }: Criterion,
  verdicts: readonly CriterionVerdict[],
  judgements: readonly Judgement[],
): Html {
  const { say } = visit;
  const verdict = verdicts.find((each) => each.criterion === id);
  const distance = verdict?.distance ?? null;
  const far =
    distance === null
      ? ""
      : say("distance", { value: Number(distance.value.toPrecision(3)), unit: unitInWords(visit, distance.unit) });
  return html`<section class="criterion" aria-label="${id}"><p><strong>${id}</strong> <span class="quiet">${say(type)}</span> ${text}</p>
${verdict === undefined ? "" : html`<p>${say("byMachine")}: ${verdictMark(visit, verdict.verdict, type)} <span class="quiet">${far}</span></p>`}
${readings(
  visit,
  here,
  id,
  judgements.filter((each) => each.criterion === id),
)}</section>`;
}

/** A reader sees what the other says only once they have decided themselves. */
function readings(visit: Visit, here: string, criterion: string, judgements: readonly Judgement[]): Html {
  const { say, reader } = visit;
  const own = judgements.find((each) => each.reader === reader);
  const others = judgements.filter((each) => each.reader !== reader);
  const options = (["met", "not-met", "unknown"] as const).map(
    (value) =>
      html`<button name="verdict" value="${value}" ${own?.verdict === value ? html`aria-pressed="true" class="primary"` : html`aria-pressed="false"`}>${say(`verdict.${value}`)}</button>`,
  );
  const isAgreed = others.every((each) => each.verdict === own?.verdict);
  const told =
    others.length === 0
      ? ""
      : own === undefined
        ? html`<span class="quiet">${say("otherHidden")}</span>`
        : html`<span>${others.map((each) => say("otherReading", { reader: each.reader, verdict: say(`verdict.${each.verdict}`) })).join("; ")} · <strong>${say(isAgreed ? "agree" : "disagree")}</strong></span>`;
  return html`<form method="post" action="${here}/judge" class="readings"><input type="hidden" name="criterion" value="${criterion}">
<span>${say("yourReading")}</span>${options}${told}</form>`;
}

function timeline({ say }: Visit, verdicts: readonly CriterionVerdict[]): Html {
  const byFact = new Map<string, { evidence: Evidence; criteria: Html[] }>();
  for (const { criterion, evidence } of verdicts) {
    for (const each of evidence) {
      const row = byFact.get(each.fact) ?? { evidence: each, criteria: [] };
      row.criteria.push(html`<div>${criterion} <span class="quiet">${say(`role.${each.role}`)}</span></div>`);
      byFact.set(each.fact, row);
    }
  }
  const rows = [...byFact.values()].sort((a, b) => ((a.evidence.date ?? "") < (b.evidence.date ?? "") ? 1 : -1));
  if (rows.length === 0) return html`<p>${say("noEvidence")}</p>`;
  return html`<div class="scroll"><table><thead><tr><th>${say("date")}</th><th>${say("finding")}</th><th class="n">${say("value")}</th>
<th>${say("bearsOn")}</th><th>${say("source")}</th></tr></thead><tbody>${rows.map(
    ({
      evidence: { kind, date, label, value, unit, source },
      criteria,
    }) => html`<tr><td>${date ?? say("undated")}</td><td>${label}</td>
<td class="n">${kind === "person" && (value === "female" || value === "male") ? say(`sex.${value}`) : (value ?? "")} ${unit ?? ""}</td><td>${criteria}</td><td><code>${source.table} ${source.row}${source.field === undefined ? "" : ` ${source.field}`}</code></td></tr>`,
  )}</tbody></table></div>`;
}

function sidePanel({ say }: Visit, here: string, { candidate, events }: CandidateDetail): Html {
  const steps = nextStatuses[candidate.status].map(
    (to) => html`<button name="to" value="${to}">${say("moveTo", { status: say(`status.${to}`) })}</button>`,
  );
  const history = events.map(({ kind, from, to, person, text, at }) => {
    const what =
      kind === "note" || from === null || to === null
        ? say("note")
        : say("moved", { from: say(`status.${from}`), to: say(`status.${to}`) });
    return html`<li><strong>${what}</strong> <span class="quiet">${person} · ${minute(at)}</span>${text === "" ? "" : html`<br>${text}`}</li>`;
  });
  return html`<h2>${say("moveOn")}</h2><form method="post" action="${here}/status">
<label>${say("reason")}<textarea name="text" maxlength="2000"></textarea></label><div class="readings">${steps}</div></form>
<h2>${say("notes")}</h2>${history.length === 0 ? html`<p class="quiet">${say("noHistory")}</p>` : html`<ul class="history">${history}</ul>`}
<form method="post" action="${here}/note"><label>${say("note")}<textarea name="text" required maxlength="2000"></textarea></label>
<button>${say("addNote")}</button></form>`;
}

async function nextOf({ node }: Visit, trial: string, { candidate }: CandidateDetail): Promise<number | null> {
  const { rows } = await listCandidates(node.db, trial, { status: candidate.status, offset: 0, limit: 2_000 });
  const at = rows.findIndex((row) => row.patient === candidate.patient);
  return rows[at + 1]?.patient ?? null;
}

/** A UCUM code of a distance as readers write it. */
function unitInWords({ say }: Visit, unit: string | null): string {
  if (unit === null) return "";
  if (unit === "year" || unit === "month" || unit === "week" || unit === "day") return say(`unit.${unit}`);
  if (unit === "{ULN}") return say("unit.upperLimit");
  return unit === "{LLN}" ? say("unit.lowerLimit") : readableUnit(unit);
}
