import { prepareSource } from "../tables.ts";

await prepareSource(
  import.meta.url,
  {
    title: "LabeledIn indications",
    version: "11d535ba08",
    date: "2014",
    licence: {
      id: "US-public-domain",
      class: "G",
      attribution: "NCBI LabeledIn; Khare et al. 2014, Journal of Biomedical Informatics 52, 448",
    },
    url: "https://www.ncbi.nlm.nih.gov/pmc/articles/PMC4260997/",
    origin: "github.com/dhimmel/indications at 11d535ba08, labeledin/data/indications.tsv",
    changes: "UMLS ids left out.",
    known: ["State of 2014."],
  },
  [
    {
      file: "indications.tsv",
      from: "labeledin_indications/indications.tsv.gz",
      columns: [
        { name: "rxcui", meaning: "RxNorm id" },
        { name: "drug", meaning: "drug name" },
        { name: "disease", meaning: "MeSH heading", from: "disease_mesh_name" },
        { name: "labels", meaning: "labels that say so", from: "n_labels", unit: "labels" },
        { name: "expert", meaning: "1 = read by an expert" },
        { name: "crowd", meaning: "1 = read by the crowd" },
      ],
    },
  ],
);
