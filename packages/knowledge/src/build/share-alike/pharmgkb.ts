import type { Assembly } from "../assembly.ts";
import { addAtc } from "../codes/atc.ts";
import type { DrugFinder } from "../drug/drug-finder.ts";
import { groupPairs } from "../hierarchy.ts";
import { rowsOf, type Sources } from "../source-tables.ts";

const source = "pharmgkb-drugs";

/** ATC codes and RxNorm ids of drugs: the code is exact where one drug has it, broader where several share it. */
export function addPharmgkb(pack: Assembly, core: Assembly, sources: Sources, drugs: DrugFinder): void {
  const rows = [...rowsOf(sources, source, "identifiers.tsv", ["id", "name", "xref"])];
  const atc: [string, string][] = [];
  for (const [id, same] of groupPairs(rows.map((row) => [row.id, row] as const))) {
    const xrefs = same.map(
      ({ xref }) => [xref.slice(0, xref.indexOf(":")), xref.slice(xref.indexOf(":") + 1)] as const,
    );
    const drugbank = xrefs
      .filter(([system]) => system === "drugbank")
      .map(([, value]) => `DRUGBANK:${value}`)
      .filter((one) => core.has(one));
    const drug = drugbank.length === 1 ? drugbank[0] : drugs.find(same[0]!.name);
    if (drug === undefined) {
      pack.report(source, id, same[0]!.name, "no drug of this DrugBank id or name");
      continue;
    }
    pack.addXref(drug, "PharmGKB", id, source);
    for (const [system, value] of xrefs) {
      if (system === "rxnorm") pack.addXref(drug, "RxNorm", value, source);
      if (system === "atc") atc.push([value, drug]);
    }
  }
  for (const [code, owners] of groupPairs(atc)) {
    const id = addAtc(pack, code, source);
    if (id === undefined) continue;
    for (const drug of new Set(owners)) {
      const predicate = new Set(owners).size === 1 && code.length === 7 ? "exact" : "broader";
      pack.addEdge(id, predicate, drug, source, "by=listed-code");
    }
  }
}
