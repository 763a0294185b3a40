/** Where an identifier of a system can be looked at; `$` stands for the identifier. */
const addresses: Readonly<Record<string, string>> = {
  MONDO: "https://monarchinitiative.org/MONDO:$",
  DOID: "https://disease-ontology.org/term/DOID:$",
  HP: "https://hpo.jax.org/browse/term/HP:$",
  MESH: "https://meshb.nlm.nih.gov/record/ui?ui=$",
  HGNC: "https://www.genenames.org/data/gene-symbol-report/#!/hgnc_id/HGNC:$",
  NCBIGene: "https://www.ncbi.nlm.nih.gov/gene/$",
  Ensembl: "https://www.ensembl.org/id/$",
  UniProt: "https://www.uniprot.org/uniprotkb/$",
  ChEMBL: "https://www.ebi.ac.uk/chembl/explore/compound/$",
  ChEMBLTarget: "https://www.ebi.ac.uk/chembl/explore/target/$",
  DrugBank: "https://go.drugbank.com/drugs/$",
  DRUGBANK: "https://go.drugbank.com/drugs/$",
  DrugCentral: "https://drugcentral.org/drugcard/$",
  PharmGKB: "https://www.clinpgx.org/chemical/$",
  InChIKey: "https://pubchem.ncbi.nlm.nih.gov/#query=$",
  UNII: "https://precision.fda.gov/uniisearch/srs/unii/$",
  RxNorm: "https://mor.nlm.nih.gov/RxNav/search?searchBy=RXCUI&searchTerm=$",
  LOINC: "https://loinc.org/$",
  NCIT: "https://ncit.nci.nih.gov/ncitbrowser/ConceptReport.jsp?dictionary=NCI_Thesaurus&code=$",
  OMIM: "https://omim.org/entry/$",
  EFO: "https://www.ebi.ac.uk/ols4/ontologies/efo/terms?obo_id=EFO:$",
  Orphanet: "https://www.orpha.net/en/disease/detail/$",
  NCT: "https://clinicaltrials.gov/study/$",
  WIKIPATHWAYS: "https://www.wikipathways.org/pathways/$",
  ONCOTREE: "https://oncotree.mskcc.org/?version=oncotree_latest_stable&field=CODE&search=$",
};

/** A web address that shows the identifier, or null where the system has no public one. */
export function identifierAddress(system: string, value: string): string | null {
  const pattern = addresses[system];
  const bare = value.startsWith(`${system}:`) ? value.slice(system.length + 1) : value;
  return pattern === undefined ? null : pattern.replace("$", () => encodeURIComponent(bare));
}
