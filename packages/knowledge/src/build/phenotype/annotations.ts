import type { Assembly } from "../assembly.ts";
import { type Sources, textOf } from "../source-tables.ts";

const source = "hpo";

/**
 * Disease has-phenotype from phenotype.hpoa, by the Mondo disease that lists the OMIM or Orphanet id. Statements that a
 * phenotype is absent are left out; of several statements about one pair the one with a frequency is kept.
 */
export function addPhenotypeAnnotations(assembly: Assembly, sources: Sources): void {
  const pairs = new Map<string, { disease: string; phenotype: string; detail: string }>();
  const unmapped = new Map<string, string>();
  for (const line of textOf(sources, source, "phenotype.hpoa").split("\n")) {
    if (line === "" || line.startsWith("#") || line.startsWith("database_id")) continue;
    const [id, name, qualifier, phenotype, , , onset, frequency] = line.split("\t");
    if (qualifier === "NOT") continue;
    const disease = diseaseOf(assembly, id!);
    if (disease === undefined) {
      unmapped.set(id!, name!);
      continue;
    }
    if (!assembly.has(phenotype!)) continue;
    const detail = [
      frequency ? `frequency=${frequency}` : "",
      onset ? `onset=${onset}` : "",
      `by=${id!.slice(0, id!.indexOf(":"))}`,
    ]
      .filter((part) => part !== "")
      .join(";");
    const key = `${disease}\t${phenotype}`;
    const known = pairs.get(key);
    if (known === undefined || (!known.detail.startsWith("frequency") && frequency)) {
      pairs.set(key, { disease, phenotype: phenotype!, detail });
    }
  }
  for (const { disease, phenotype, detail } of pairs.values()) {
    assembly.addEdge(disease, "has-phenotype", phenotype, source, detail);
  }
  for (const [id, name] of unmapped)
    assembly.report(source, id, name, "no Mondo disease, or more than one, lists this id");
}

/** The one Mondo disease of an OMIM or Orphanet id as HPO writes it. */
export function diseaseOf(assembly: Assembly, id: string): string | undefined {
  const split = id.indexOf(":");
  const system = id.slice(0, split) === "ORPHA" ? "Orphanet" : id.slice(0, split);
  return assembly.oneByXref(system, id.slice(split + 1), "disease");
}
