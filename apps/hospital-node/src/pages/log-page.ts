import { type LogEntry, type LogLine, type ReleasedCount, verifyLog } from "@qinghao/data-space";
import type { Database } from "@qinghao/db";
import { listLatestLog, listLog } from "@qinghao/db/site";
import type { Answer } from "./answer.ts";
import { type Html, html } from "./html.ts";
import { emptyState, titleRow } from "./layout.ts";
import { minute, number, type Visit } from "./visit.ts";

/** Everything that was asked and everything that left, with a check of the whole chain. */
export async function logPage(visit: Visit): Promise<Answer> {
  const { node, say } = visit;
  const check = await verifyLog(everyLine(node.db));
  const lines = (await listLatestLog(node.db)) as LogLine[];
  const state = check.ok
    ? html`<p class="notice" role="status">${say("logWhole", { lines: number(check.lines), head: check.head.slice(0, 16) })}</p>`
    : html`<p class="notice bad" role="alert">${say("logBroken", { seq: check.seq, why: check.why })}</p>`;
  const rows = lines.map(
    ({ seq, at, entry, hash }) => html`<tr><td class="n">${number(seq)}</td><td>${minute(new Date(at))}</td>
<td>${say(`event.${entry.kind}`)}</td><td>${detailsOf(visit, entry)}</td><td><code title="${hash}">${hash.slice(0, 12)}</code></td></tr>`,
  );
  const body = html`${titleRow(say("log"))}<p class="quiet">${say("logHelp")}</p>${
    lines.length === 0
      ? emptyState(say("noLog"))
      : html`${state}<div class="scroll"><table><thead><tr><th class="n">${say("line")}</th><th>${say("time")}</th><th>${say("event")}</th>
<th>${say("details")}</th><th>${say("checksum")}</th></tr></thead><tbody>${rows}</tbody></table></div>`
  }`;
  return { kind: "page", title: say("log"), body };
}

async function* everyLine(db: Database): AsyncGenerator<LogLine> {
  for (let after = 0; ; ) {
    const lines = (await listLog(db, after)) as LogLine[];
    yield* lines;
    if (lines.length < 1000) return;
    after = lines.at(-1)!.seq;
  }
}

function detailsOf({ say }: Visit, entry: LogEntry): Html {
  const count = (value: ReleasedCount) => (value === "below-threshold" ? say("withheld") : number(value));
  switch (entry.kind) {
    case "query":
      return html`${entry.requester} · ${entry.purpose} · <code>${entry.trial}</code> · ${entry.asOf} · <code>${entry.run}</code>`;
    case "release": {
      const { population, eligible, criteria, funnel } = entry.release;
      return html`<details><summary>${count(population)} ${say("people")} · ${say("eligible.yes")} ${count(eligible.yes)} · ${say("eligible.unknown")} ${count(eligible.unknown)} · <code>${entry.run}</code></summary>
<table><tbody>${(criteria ?? []).map(({ id, met, notMet, unknown }) => html`<tr><td>${id}</td><td>${say("verdict.met")} ${count(met)}</td><td>${say("verdict.not-met")} ${count(notMet)}</td><td>${say("verdict.unknown")} ${count(unknown)}</td></tr>`)}
${(funnel?.steps ?? []).map(({ id, remaining }) => html`<tr><td>→ ${id}</td><td colspan="3">${count(remaining)}</td></tr>`)}</tbody></table></details>`;
    }
    case "refusal":
      return html`${entry.requester} · <code>${entry.code}</code> · <code>${entry.run}</code>`;
    case "load":
      return html`${entry.source} · ${entry.dataVersion}`;
    case "mapping":
      return html`<code>${entry.system} ${entry.code}</code> → <code>${entry.concept ?? say("notUsed")}</code> · ${entry.person}`;
  }
}
