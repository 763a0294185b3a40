import { type ConceptKind, conceptKinds } from "@qinghao/knowledge/schema";
import { Command, InvalidArgumentError, Option } from "commander";
import type { Io } from "../io.ts";
import { jsonOption, knowledgeOption, wholeNumber } from "../options.ts";

export type PacksOptions = { knowledge?: string };
export type SearchOptions = PacksOptions & { kind?: ConceptKind[]; limit: number; json?: true };
export type ShowOptions = PacksOptions & { json?: true };
export const extraParts = ["broader", "candidates", "excluded"] as const;
export type ExpandOptions = PacksOptions & { system: string; with: (typeof extraParts)[number][]; json?: true };
export type LinkOptions = PacksOptions & {
  output: string;
  lang: "en" | "zh" | "auto";
  kind?: ConceptKind[];
  quiet?: true;
};

const kindOption = () =>
  new Option("--kind <kind>", `${conceptKinds.join(", ")}; repeat for several (default: all)`).argParser(
    (value: string, before: ConceptKind[] | undefined) => {
      const kind = conceptKinds.find((one) => one === value);
      if (kind === undefined) throw new InvalidArgumentError(`expected one of ${conceptKinds.join(", ")}.`);
      return [...(before ?? []), kind];
    },
  );

/** `qinghao concepts search|show|expand|link`: the knowledge packs on this computer, without a server. */
export function conceptsCommand(io: Io): Command {
  const concepts = new Command("concepts").description(
    "diseases, phenotypes, genes, drugs, laboratory items and codes, in English and Chinese",
  );
  concepts
    .command("search <text>")
    .description("find concepts by name, synonym, pinyin initials, code, InChIKey or NCT number")
    .addOption(kindOption())
    .option("--limit <number>", "most concepts to print", wholeNumber(1, 1000), 20)
    .addOption(knowledgeOption())
    .addOption(jsonOption())
    .action(async (text: string, options: SearchOptions) =>
      (await import("./search-concepts.ts")).searchConcepts(io, text, options),
    );
  concepts
    .command("show <concept>")
    .description("one concept: names with their sources, codes, hierarchy, relations")
    .addOption(knowledgeOption())
    .addOption(jsonOption())
    .action(async (id: string, options: ShowOptions) =>
      (await import("./show-concept.ts")).showConcept(io, id, options),
    );
  concepts
    .command("expand <concept>")
    .description("all codes of a system that fall under a concept, as CSV: code,title_en,title_zh,relation,reason")
    .requiredOption("--system <name>", "icd10-cn, icd10cm, atc or loinc")
    .addOption(
      new Option("--with <parts>", `comma-separated: ${extraParts.join(", ")}; codes that are not part of the set`)
        .argParser(parseParts)
        .default([], "none"),
    )
    .addOption(knowledgeOption())
    .addOption(jsonOption())
    .action(async (id: string, options: ExpandOptions) =>
      (await import("./expand-concept.ts")).expandConcept(io, id, options),
    );
  concepts
    .command("link <input>")
    .description("find the concepts that texts name, one text per line")
    .requiredOption("-o, --output <file>", "the CSV to write, or - for standard output")
    .addOption(new Option("--lang <language>", "language of the texts").choices(["en", "zh", "auto"]).default("auto"))
    .addOption(kindOption())
    .addOption(knowledgeOption())
    .option("-q, --quiet", "no progress")
    .addHelpText(
      "after",
      `
The input is plain text, one text per line, plain or .gz, or - for standard input. The output has the columns
  row,text,start,end,matched,concept,name_en,name_zh,score
with one row per mention; a text that names nothing has one row with empty cells. Places are UTF-16 units.
A mention without a concept is one that no certain name decides, or a word such as placebo.
Exit code: 0 the file was processed, 2 wrong use, 3 nothing could be read.`,
    )
    .action(async (input: string, options: LinkOptions) =>
      (await import("./link-texts.ts")).linkTexts(io, input, options),
    );
  return concepts;
}

function parseParts(text: string): ExpandOptions["with"] {
  return text.split(",").map((part) => {
    const found = extraParts.find((one) => one === part.trim());
    if (found === undefined) throw new InvalidArgumentError(`expected some of ${extraParts.join(", ")}.`);
    return found;
  });
}
