import { prepareSource } from "../tables.ts";

await prepareSource(
  import.meta.url,
  {
    title: "CIViC clinical evidence",
    version: "2021-02-25",
    date: "2021-02-25",
    licence: {
      id: "CC0-1.0",
      class: "G",
      attribution:
        "CIViC (civicdb.org), Washington University School of Medicine, CC0 1.0; Griffith et al. 2017, Nature Genetics 49, 170",
    },
    url: "https://civicdb.org",
    origin: "github.com/griffithlab/civic-server at 3f50f4de67, public/downloads/nightly",
    changes: "Columns used only; statements in prose left out.",
    known: ["State of February 2021: later approvals and evidence are missing."],
  },
  [
    {
      file: "evidence.tsv",
      from: "civic/evidence_2021-02-25.tsv.gz",
      columns: [
        { name: "id", meaning: "evidence item", from: "evidence_id" },
        { name: "gene", meaning: "symbol" },
        { name: "ncbi", meaning: "NCBI gene", from: "entrez_id" },
        { name: "variant", meaning: "variant name" },
        { name: "variant_id", meaning: "CIViC variant" },
        { name: "doid", meaning: "Disease Ontology number" },
        { name: "drugs", meaning: "drug names, comma between" },
        { name: "drug_interaction", meaning: "Combination, Sequential or Substitutes", from: "drug_interaction_type" },
        { name: "type", meaning: "evidence type", from: "evidence_type" },
        { name: "direction", meaning: "Supports or Does Not Support", from: "evidence_direction" },
        { name: "level", meaning: "A (validated) to E (inferential)", from: "evidence_level" },
        { name: "significance", meaning: "clinical significance", from: "clinical_significance" },
        { name: "pmid", meaning: "PubMed id", from: "citation_id" },
        { name: "source", meaning: "PubMed or ASCO", from: "source_type" },
        { name: "nct", meaning: "trial ids, comma between", from: "nct_ids" },
        { name: "rating", meaning: "1 to 5 stars" },
        { name: "status", meaning: "accepted or submitted", from: "evidence_status" },
      ],
    },
    {
      file: "variants.tsv",
      from: "civic/variants_2021-02-25.tsv.gz",
      columns: [
        { name: "id", meaning: "CIViC variant", from: "variant_id" },
        { name: "gene", meaning: "symbol" },
        { name: "ncbi", meaning: "NCBI gene", from: "entrez_id" },
        { name: "name", meaning: "variant name", from: "variant" },
        { name: "aliases", meaning: "other names, comma between", from: "variant_aliases" },
      ],
    },
  ],
);
