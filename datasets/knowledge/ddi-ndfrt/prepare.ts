import { prepareSource } from "../tables.ts";

await prepareSource(
  import.meta.url,
  {
    title: "VA NDF-RT drug interactions",
    version: "8199ee66b6",
    date: "2014",
    licence: {
      id: "US-public-domain",
      class: "G",
      attribution:
        "US Department of Veterans Affairs, NDF-RT; Ayvaz et al. 2015, Journal of Biomedical Informatics 55, 206",
    },
    url: "https://github.com/dbmi-pitt/public-PDDI-analysis",
    origin: "github.com/dbmi-pitt/public-PDDI-analysis at 8199ee66b6, rows of NDF-RT only",
    changes: "Only rows of NDF-RT; link column left out.",
    known: ["State of 2014; the severities are no longer maintained. A demonstration, not for clinical alerts."],
  },
  [
    {
      file: "interactions.tsv",
      from: "ddi_ndfrt/ndfrt_interactions_2014.tsv.gz",
      columns: [
        { name: "drug1", meaning: "DrugBank id", from: "drugbank1" },
        { name: "drug2", meaning: "DrugBank id", from: "drugbank2" },
        { name: "severity", meaning: "Critical or Significant" },
      ],
    },
  ],
);
