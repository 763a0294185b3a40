import type { Knowledge } from "../knowledge.ts";

/** What an "Excludes1" note of an included code, or of one above it, says is never coded together with it. */
export type Exclusions = ReadonlyMap<string, { by: string; note: string | null }>;

/** Notes of the codes and of everything above them. "Excludes2" notes, which allow both codes, do not count. */
export function exclusionsOf(knowledge: Knowledge, codes: Iterable<string>): Exclusions {
  const found = new Map<string, { by: string; note: string | null }>();
  const seen = new Set<string>();
  for (const code of codes) {
    for (const at of [code, ...knowledge.ancestors(code)]) {
      if (seen.has(at)) continue;
      seen.add(at);
      for (const { object, detail } of knowledge.edges(at, { predicate: "excludes", direction: "out" })) {
        const { kind, note } = readDetail(detail);
        if (kind === "excludes1" && !found.has(object)) found.set(object, { by: at, note });
      }
    }
  }
  return found;
}

function readDetail(detail: string | null): { kind: string | null; note: string | null } {
  const kind = /(?:^|;)kind=([^;]*)/.exec(detail ?? "")?.[1] ?? null;
  const note = /(?:^|;)note=(.*)$/.exec(detail ?? "")?.[1] ?? null;
  return { kind, note };
}
