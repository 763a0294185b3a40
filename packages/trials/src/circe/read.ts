import { err, ok, type QinghaoError, type Result } from "@qinghao/kernel";
import { trialsErrors } from "../errors.ts";
import { type CirceCohortExpression, cohortExpressionSchema } from "./schema.ts";

/** Something in the file that the schema does not know: where (JSON pointer) and what. It is kept and written back. */
export type UnknownField = { readonly pointer: string; readonly value: unknown };

export type CirceDocument = {
  readonly expression: CirceCohortExpression;
  /** Empty when the definition was understood whole. */
  readonly unknown: readonly UnknownField[];
};

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === "object" && value !== null && !Array.isArray(value);

const step = (pointer: string, key: string): string => `${pointer}/${key.replaceAll("~", "~0").replaceAll("/", "~1")}`;

function missingFrom(kept: unknown, source: unknown, pointer: string, out: UnknownField[]): void {
  if (Array.isArray(source) && Array.isArray(kept)) {
    source.forEach((item, at) => {
      missingFrom(kept[at], item, step(pointer, String(at)), out);
    });
  } else if (isObject(source) && isObject(kept)) {
    for (const [key, value] of Object.entries(source)) {
      if (key in kept) missingFrom(kept[key], value, step(pointer, key), out);
      else if (value !== undefined) out.push({ pointer: step(pointer, key), value });
    }
  }
}

/**
 * Reads a Circe cohort expression. What the schema does not know is listed in `unknown`, never dropped.
 * Fails with `circe.invalid` when a known field holds a value of another form.
 */
export function readCirce(json: unknown): Result<CirceDocument, QinghaoError> {
  const parsed = cohortExpressionSchema.safeParse(json);
  if (!parsed.success) {
    const issue = parsed.error.issues[0];
    const where = issue === undefined ? "/" : `/${issue.path.map(String).join("/")}`;
    return err(trialsErrors.create("circe.invalid", { where, reason: issue?.message ?? "" }));
  }
  const unknown: UnknownField[] = [];
  missingFrom(parsed.data, json, "", unknown);
  return ok({ expression: parsed.data, unknown });
}

function place(target: unknown, keys: readonly string[], value: unknown): void {
  const [key, ...rest] = keys;
  if (key === undefined) return;
  if (Array.isArray(target)) place(target[Number(key)], rest, value);
  else if (isObject(target)) {
    if (rest.length === 0) target[key] = value;
    else place(target[key], rest, value);
  }
}

/** Writes a document back to the JSON it was read from, unknown fields included. */
export function writeCirce(document: CirceDocument): unknown {
  const json: unknown = structuredClone(document.expression);
  for (const { pointer, value } of document.unknown) {
    const keys = pointer
      .slice(1)
      .split("/")
      .map((key) => key.replaceAll("~1", "/").replaceAll("~0", "~"));
    place(json, keys, structuredClone(value));
  }
  return json;
}
