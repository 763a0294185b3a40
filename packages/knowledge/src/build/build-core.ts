import { Assembly } from "./assembly.ts";
import { addIcd9cm3 } from "./codes/icd9cm3.ts";
import { addIcd10cm } from "./codes/icd10cm.ts";
import { addCategoryTitles, addIcd10cn } from "./codes/icd10cn.ts";
import { addClaimedCodes, addCrosswalk, addEqualTitles } from "./codes/links.ts";
import { disambiguate } from "./disambiguate.ts";
import { addChineseCandidates } from "./disease/chinese-names.ts";
import { ConceptMap } from "./disease/concept-map.ts";
import { addDoid } from "./disease/doid.ts";
import { addMesh } from "./disease/mesh.ts";
import { addMondo } from "./disease/mondo.ts";
import { addOncotree } from "./disease/oncotree.ts";
import { addCivic } from "./drug/civic.ts";
import { DrugFinder } from "./drug/drug-finder.ts";
import { addDrugbank } from "./drug/drugbank.ts";
import {
  addDrugMechanisms,
  addFakerNames,
  addFakerSymptoms,
  addInteractions,
  addLabeledIndications,
  addMeshDrugs,
} from "./drug/facts.ts";
import { addFamplex } from "./gene/famplex.ts";
import { addGeneDisease } from "./gene/gene-disease.ts";
import { addHgnc, genesBySymbol } from "./gene/hgnc.ts";
import { addPathways } from "./gene/pathways.ts";
import { identifierPatterns } from "./identifier-patterns.ts";
import { addTaiwanLabs } from "./lab/taiwan.ts";
import { addAbbreviations } from "./own/abbreviations.ts";
import { addOwnCodes, addSameRubricCodes, settleCategories } from "./own/code-links.ts";
import { addOwnDiseases } from "./own/diseases.ts";
import { addOwnDrugs } from "./own/drugs.ts";
import { addOwnLabs } from "./own/labs.ts";
import { limitNames } from "./own/name-limits.ts";
import { ownSource } from "./own-source.ts";
import { addPhenotypeAnnotations } from "./phenotype/annotations.ts";
import { addHpo } from "./phenotype/hpo.ts";
import type { Sources } from "./source-tables.ts";
import { yieldToPreferredNames } from "./yield-names.ts";

/**
 * The core pack's rows: spines first, then what is mapped onto them, the project's own tables before machine-made names, and
 * at the end links between codes and diseases, which need all names.
 */
export function assembleCore(sources: Sources): Assembly {
  const core = new Assembly(identifierPatterns(sources));
  const claims = addMondo(core, sources);
  addHpo(core, sources);
  const diseases = new ConceptMap(core, sources, (id) => id.startsWith("MONDO:"));
  const phenotypes = new ConceptMap(core, sources, (id) => id.startsWith("HP:"));
  claims.push(...addDoid(core, sources, diseases));
  diseases.refresh();
  addOncotree(core, sources, diseases);
  addMesh(core, sources, diseases, phenotypes);
  addHgnc(core, sources);
  addFamplex(core, sources, genesBySymbol(core));
  addPathways(core, sources);
  addDrugbank(core, sources);
  addIcd10cm(core, sources);
  addIcd10cn(core, sources);
  addCategoryTitles(core);
  addIcd9cm3(core, sources);

  const ownCodes = addOwnDiseases(core, sources);
  claims.push(...ownCodes.icd10cm);
  addChineseCandidates(core, sources);
  addOwnLabs(core, sources);
  addTaiwanLabs(core, sources);

  addOwnDrugs(core, sources, new DrugFinder(core));
  const drugs = new DrugFinder(core);
  addFakerNames(core, sources, drugs);
  addDrugMechanisms(core, sources);
  addMeshDrugs(core, sources, drugs);
  addLabeledIndications(core, sources, drugs);
  addInteractions(core, sources);
  addCivic(core, sources, drugs);
  addFakerSymptoms(core, sources);
  addAbbreviations(core, sources);
  addPhenotypeAnnotations(core, sources);
  addGeneDisease(core, sources);

  yieldToPreferredNames(core);
  limitNames(core, sources);
  addOwnCodes(core, ownCodes.icd10cn);
  addSameRubricCodes(core, ownCodes.sameRubric);
  addClaimedCodes(core, claims);
  settleCategories(core);
  addCrosswalk(core, sources);
  addEqualTitles(core, "ICD10CM", "en");
  addEqualTitles(core, "ICD10CN", "zh-Hans");
  disambiguate(core, ownSource.id);
  return core;
}
