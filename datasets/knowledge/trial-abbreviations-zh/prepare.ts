import { prepareSource } from "../tables.ts";

type Meaning = { full_name?: string; description?: string };

function readEntries(text: string): Record<string, string>[] {
  const entries = JSON.parse(text) as { name: string; content: Meaning | Meaning[] }[];
  return entries.flatMap(({ name, content }) =>
    (Array.isArray(content) ? content : [content]).map((meaning) => ({
      abbreviation: name,
      name_en: meaning.full_name ?? "",
      name_zh: meaning.description ?? "",
    })),
  );
}

await prepareSource(
  import.meta.url,
  {
    title: "Abbreviations of clinical trials in Chinese",
    version: "757b8ecd15",
    date: "2024",
    licence: { id: "MIT", class: "G", attribution: "clinical-terminology-abbr, Copyright 2024 Kun Jinkao (MIT)" },
    url: "https://github.com/Snoopy1866/clinical-terminology-abbr",
    origin: "github.com/Snoopy1866/clinical-terminology-abbr at 757b8ecd15, abbr.json",
    changes: "JSON to TSV.",
  },
  [
    {
      file: "abbreviations.tsv",
      from: "clinical_trial_abbr_zh/abbr.json.gz",
      columns: [
        { name: "abbreviation", meaning: "short form" },
        { name: "name_en", meaning: "full name" },
        { name: "name_zh", meaning: "Chinese name" },
      ],
      parse: readEntries,
    },
  ],
);
