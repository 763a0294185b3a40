import { z } from "zod";
import type { CriteriaDocument, Criterion } from "../criteria/document.schema.ts";
import { type Tree, treeSchema } from "../criteria/tree.schema.ts";
import { computabilityOf } from "../import/imported-trial.ts";
import { askModel, type Fetch, jsonOf, type ModelEndpoint } from "./model-endpoint.ts";

/** A model's proposal for one criterion, beside what the reader made of it. Never in force before a person accepts it. */
export type CriterionDraft = {
  id: string;
  /** Null where the model proposed nothing that is valid; `problem` says why, in both languages. */
  proposed: Criterion | null;
  problem: DraftProblem | null;
  /** Whether the proposal says something else than the document does. */
  differs: boolean;
};

export type DraftProblem = { en: string; zh: string };

const leftOut: DraftProblem = { en: "it left this criterion out", zh: "回答中没有这条标准" };
const notAsked: DraftProblem = { en: "its answer is not the JSON that was asked for", zh: "回答不是所要求的 JSON" };

const proposalSchema = z.object({ criteria: z.array(z.object({ id: z.string(), tree: z.unknown() })) });

/** How many criteria stand in one question. */
const batchSize = 8;

/**
 * Asks a language model for trees of a document's criteria. Every proposal must satisfy the schema of the criteria tree and
 * may name only concepts that `isKnown` accepts; what does not is reported with its reason. The document is not changed.
 * Errors: those of `askModel`.
 */
export async function draftCriteria(
  document: CriteriaDocument,
  endpoint: ModelEndpoint,
  { fetch, isKnown, signal }: { fetch: Fetch; isKnown: (concept: string) => boolean; signal?: AbortSignal },
): Promise<CriterionDraft[]> {
  const drafts: CriterionDraft[] = [];
  for (let at = 0; at < document.criteria.length; at += batchSize) {
    const batch = document.criteria.slice(at, at + batchSize);
    const answer = await askModel(endpoint, question(batch), fetch, signal);
    const parsed = proposalSchema.safeParse(jsonOf(answer));
    const trees = new Map(parsed.success ? parsed.data.criteria.map(({ id, tree }) => [id, tree]) : []);
    const missing = parsed.success ? leftOut : notAsked;
    for (const criterion of batch) drafts.push(draftOf(criterion, trees.get(criterion.id), missing, isKnown));
  }
  return drafts;
}

function draftOf(
  criterion: Criterion,
  tree: unknown,
  missing: DraftProblem,
  isKnown: (concept: string) => boolean,
): CriterionDraft {
  const refuse = (problem: DraftProblem) => ({ id: criterion.id, proposed: null, problem, differs: false });
  if (tree === undefined) return refuse(missing);
  const parsed = treeSchema.safeParse(tree);
  if (!parsed.success) {
    const place = placeOf(parsed.error.issues[0]).join(".") || "tree";
    return refuse({
      en: `its tree does not follow the schema, at ${place}`,
      zh: `其逻辑树在 ${place} 处不符合规范`,
    });
  }
  const unknown = conceptIds(parsed.data).find((id) => !isKnown(id));
  if (unknown !== undefined)
    return refuse({ en: `it names a concept that does not exist, ${unknown}`, zh: `其中的概念 ${unknown} 不存在` });
  const proposed = { ...criterion, tree: parsed.data, computable: computabilityOf(parsed.data) };
  return {
    id: criterion.id,
    proposed,
    problem: null,
    differs: JSON.stringify(parsed.data) !== JSON.stringify(criterion.tree),
  };
}

type Issue = z.core.$ZodIssue;

/** Where a tree goes wrong: of the kinds that a node may be, in the one that it says it is; else its kind. */
function placeOf(issue: Issue | undefined): PropertyKey[] {
  if (issue === undefined) return [];
  if (issue.code !== "invalid_union") return issue.path;
  const own = issue.errors.find((issues) => issues.length > 0 && issues.every(({ path }) => path[0] !== "kind"));
  return [...issue.path, ...(own === undefined ? ["kind"] : placeOf(own[0]))];
}

/** Every id that a tree names. */
function conceptIds(tree: Tree): string[] {
  const found: string[] = [];
  const visit = (value: unknown): void => {
    if (Array.isArray(value)) for (const one of value) visit(one);
    else if (typeof value === "object" && value !== null) {
      for (const [key, inner] of Object.entries(value)) {
        if (key === "id" && typeof inner === "string") found.push(inner);
        else visit(inner);
      }
    }
  };
  visit(tree);
  return found;
}

function question(batch: readonly Criterion[]): { role: "system" | "user"; content: string }[] {
  const schema = JSON.stringify(z.toJSONSchema(treeSchema, { unrepresentable: "any" }));
  return [
    {
      role: "system",
      content: [
        "Turn eligibility criteria of clinical trials into trees that a program evaluates on patient records.",
        'Answer with JSON only: {"criteria": [{"id": "...", "tree": {...}}]}, one entry per criterion given.',
        "A tree follows this JSON Schema. Say only what the words say; what cannot be said is a node of kind text.",
        "The tree of an exclusion criterion describes the state that excludes. Concepts keep the ids of the present tree.",
        schema,
      ].join("\n"),
    },
    {
      role: "user",
      content: JSON.stringify(batch.map(({ id, type, text, tree }) => ({ id, type, text, present: tree }))),
    },
  ];
}
