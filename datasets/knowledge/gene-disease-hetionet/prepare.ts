import { prepareSource } from "../tables.ts";

await prepareSource(
  import.meta.url,
  {
    title: "Hetionet gene-disease associations (DISEASES and GWAS rows)",
    version: "93feba1765",
    date: "2016",
    licence: {
      id: "CC-BY-4.0",
      class: "G",
      attribution:
        "DISEASES, Jensen Lab, CC BY 4.0; GWAS Catalog, EMBL-EBI; Hetionet, Himmelstein et al. 2017, eLife 6, e26726",
    },
    url: "https://het.io",
    origin: "github.com/dhimmel/integrate at 93feba1765, compile/DaG-association.tsv",
    changes: "Only rows supported by DISEASES or the GWAS Catalog.",
    known: ["State of 2016."],
  },
  [
    {
      file: "pairs.tsv",
      from: "gene_disease_hetionet_ccby/disease_gene_2016.tsv.gz",
      columns: [
        { name: "doid", meaning: "CURIE" },
        { name: "ncbi", meaning: "NCBI gene", from: "entrez_gene_id" },
        { name: "sources", meaning: "DISEASES or GWAS Catalog, | between" },
      ],
    },
  ],
);
