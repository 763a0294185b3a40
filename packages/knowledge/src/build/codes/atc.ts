import type { Assembly } from "../assembly.ts";

/** The ATC groups above a code: `A10BA02` -> `A10BA`, `A10B`, `A10`, `A`. */
export function atcAbove(code: string): string[] {
  return [5, 4, 3, 1].filter((length) => length < code.length).map((length) => code.slice(0, length));
}

/** An ATC code with the groups above it. Answers its id, or undefined (reported) when it has not the form of one. */
export function addAtc(assembly: Assembly, code: string, source: string): string | undefined {
  if (!/^[A-Z](\d{2}([A-Z]([A-Z](\d{2})?)?)?)?$/.test(code)) {
    assembly.report(source, `ATC:${code}`, "", "identifier does not have the form of its system");
    return undefined;
  }
  let below: string | undefined;
  for (const one of [code, ...atcAbove(code)]) {
    const id = `ATC:${one}`;
    const isNew = !assembly.has(id);
    if (isNew) {
      assembly.addConcept(id, "code", source);
      assembly.addTerm(id, one, source, { role: "code-title", usable: false });
    }
    if (below !== undefined) assembly.addEdge(below, "is-a", id, source);
    below = id;
    if (!isNew) break;
  }
  return `ATC:${code}`;
}
