import { readFileSync } from "node:fs";
import path from "node:path";
import type { Knowledge } from "@qinghao/knowledge";
import type { Range } from "../src/criteria/ranges.schema.ts";
import type { Tree } from "../src/criteria/tree.schema.ts";
import { parseCriteria } from "../src/parse/parse-criteria.ts";
import { matched, scores, stagedText } from "./parse-data.ts";

/** `trial section name range unit`, one line a relation. */
type Line = string;

const end = (value: number | undefined, sign: string, isExclusive: boolean | undefined) =>
  value === undefined ? [] : [`${sign}${isExclusive ? "" : "="}${value}`];
const written = ({ min, max, minExclusive, maxExclusive }: Range): string =>
  [...end(min, ">", minExclusive), ...end(max, "<", maxExclusive)].join(" ");

function relations(tree: Tree): string[] {
  if (tree.kind === "all" || tree.kind === "any" || tree.kind === "at-least") return tree.of.flatMap(relations);
  if (tree.kind === "not") return relations(tree.of);
  if (tree.kind === "age" || tree.kind === "life-expectancy")
    return [`${tree.kind}\t${written(tree.range)}\t${tree.unit}`];
  if (tree.kind === "score") return [`${tree.score}\t${written(tree.range)}\t-`];
  if (tree.kind === "therapy-lines") return [`therapy-lines\t${written(tree.range)}\t-`];
  if (tree.kind !== "measurement") return [];
  const unit = tree.expression.type === "times-upper-limit" ? "uln" : (tree.unit ?? "-");
  return [`${tree.item.id}\t${written(tree.range)}\t${unit}`];
}

/** Fields of a comma-separated table with quoted cells. */
function csvRows(text: string): string[][] {
  return [...text.matchAll(/(?:^|\n)((?:"(?:[^"]|"")*"|[^,\n"]*)(?:,(?:"(?:[^"]|"")*"|[^,\n"]*))*)/g)].map(([, row]) =>
    [...row!.matchAll(/(?:^|,)("(?:[^"]|"")*"|[^,]*)/g)].map(([, cell]) =>
      cell!.startsWith('"') ? cell!.slice(1, -1).replaceAll('""', '"') : cell!,
    ),
  );
}

/**
 * Whole eligibility texts of the same trials against every numeric and ordinal relation that a person reads in them
 * (`parse-numeric-reference.tsv`: written from the texts; relations that are read: age, life expectancy, lines of therapy,
 * laboratory and vital values, scores; a unit "-" is not asked for). The reader's first run on them, before any rule was
 * written for its misses, had precision 0.866 and recall 0.835; the texts are seen since then.
 */
export function measureTexts(knowledge: Knowledge) {
  const table = readFileSync(path.join(import.meta.dirname, "parse-numeric-reference.tsv"), "utf8");
  const wanted: Line[] = table.trimEnd().split("\n").slice(1);
  const found: Line[] = [];
  for (const [id, , , , text] of csvRows(stagedText("fb_clinical_trial_parser/clinical_trials.csv"))) {
    if (id === undefined || text === undefined || !id.startsWith("NCT")) continue;
    for (const { type, tree } of parseCriteria(text, { knowledge, lang: "en" }).criteria) {
      for (const one of relations(tree)) found.push(`${id}\t${type}\t${one}`);
    }
  }
  const isSame = (own: Line, want: Line) => {
    const [a, b] = [own.split("\t"), want.split("\t")];
    return a.slice(0, 4).join() === b.slice(0, 4).join() && (b[4] === "-" || a[4] === b[4]);
  };
  const right = matched(found, wanted, isSame);
  const missed = wanted.filter((want) => !found.some((own) => isSame(own, want)));
  const extra = found.filter((own) => !wanted.some((want) => isSame(own, want)));
  return { ...scores({ found: found.length, wanted: wanted.length, right }), missed, extra };
}
