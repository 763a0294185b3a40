import { prepareSource } from "../tables.ts";

await prepareSource(
  import.meta.url,
  {
    title: "Human Phenotype Ontology, Chinese labels",
    version: "62f1d254f9",
    date: "2025",
    licence: {
      id: "HPO",
      class: "H",
      attribution: "Chinese HPO Consortium and Human Phenotype Ontology Consortium",
      notice:
        "This product uses the Human Phenotype Ontology (2025-01-16). Find out more at http://www.human-phenotype-ontology.org",
    },
    url: "https://github.com/obophenotype/hpo-translations",
    origin: "github.com/obophenotype/hpo-translations at 62f1d254f9, babelon/hp-zh.babelon.tsv",
    changes: "None: byte for byte.",
    known: [
      "The translations have no licence file of their own; the terms of the Human Phenotype Ontology are taken to apply.",
    ],
  },
  [
    {
      file: "hp-zh.babelon.tsv",
      from: "hpo/hp-zh.babelon.tsv.gz",
      columns: [{ name: "lines", meaning: "Babelon translation rows, status OFFICIAL" }],
      unaltered: true,
    },
  ],
);
