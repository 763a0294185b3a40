import { z } from "zod";
import type { CriteriaDocument, Criterion } from "../criteria/document.schema.ts";
import { type Tree, treeSchema } from "../criteria/tree.schema.ts";
import { computabilityOf } from "../import/imported-trial.ts";
import { askModel, type Fetch, jsonOf, type ModelEndpoint } from "./model-endpoint.ts";

/** A model's proposal for one criterion, beside what the reader made of it. Never in force before a person accepts it. */
export type CriterionDraft = {
  id: string;
  /** Null where the model proposed nothing that is valid; `problem` says why. */
  proposed: Criterion | null;
  problem: string | null;
  /** Whether the proposal says something else than the document does. */
  differs: boolean;
};

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
    const missing = parsed.success ? "the model left it out" : "the answer is not the JSON that was asked for";
    for (const criterion of batch) drafts.push(draftOf(criterion, trees.get(criterion.id), missing, isKnown));
  }
  return drafts;
}

function draftOf(
  criterion: Criterion,
  tree: unknown,
  missing: string,
  isKnown: (concept: string) => boolean,
): CriterionDraft {
  const refuse = (problem: string) => ({ id: criterion.id, proposed: null, problem, differs: false });
  if (tree === undefined) return refuse(missing);
  const parsed = treeSchema.safeParse(tree);
  if (!parsed.success) {
    const issue = parsed.error.issues[0];
    return refuse(`the tree is not valid: ${issue?.path.join(".") || "root"}: ${issue?.message ?? ""}`);
  }
  const unknown = conceptIds(parsed.data).find((id) => !isKnown(id));
  if (unknown !== undefined) return refuse(`there is no concept ${unknown}`);
  const proposed = { ...criterion, tree: parsed.data, computable: computabilityOf(parsed.data) };
  return {
    id: criterion.id,
    proposed,
    problem: null,
    differs: JSON.stringify(parsed.data) !== JSON.stringify(criterion.tree),
  };
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
