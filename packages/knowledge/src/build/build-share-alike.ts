import { Assembly } from "./assembly.ts";
import { disambiguate } from "./disambiguate.ts";
import { DrugFinder } from "./drug/drug-finder.ts";
import { genesBySymbol } from "./gene/hgnc.ts";
import { identifierPatterns } from "./identifier-patterns.ts";
import { ownSource } from "./own-source.ts";
import { addChemblTargets } from "./share-alike/chembl-targets.ts";
import { addDrugcentral } from "./share-alike/drugcentral.ts";
import { addOncopharmadb } from "./share-alike/oncopharmadb.ts";
import { addPharmgkb } from "./share-alike/pharmgkb.ts";
import type { Sources } from "./source-tables.ts";

/** The rows of the optional pack of share-alike sources; concepts of the core stand in it as references. */
export function assembleShareAlike(sources: Sources, core: Assembly): Assembly {
  const pack = new Assembly(identifierPatterns(sources));
  const drugs = new DrugFinder(core);
  addOncopharmadb(pack, core, sources, drugs, genesBySymbol(core));
  addPharmgkb(pack, core, sources, drugs);
  addDrugcentral(pack, core, sources, drugs);
  addChemblTargets(pack, core, sources);
  disambiguate(pack, ownSource.id);
  return pack;
}
