import { callTRPCProcedure } from "@trpc/server";
import { createProcedureCache, getInputOutputParsers, instanceofZodTypeKind, unwrapZodType } from "trpc-to-openapi";
import type { ZodObject } from "zod";
import type { RequestContext } from "../context.ts";
import { apiErrors } from "../errors.ts";
import { appRouter } from "../routers/app.router.ts";
import { limitBody } from "./body-limit.ts";
import { respondJson } from "./respond.ts";

const findProcedure = createProcedureCache(appRouter);
const methods = ["GET", "POST", "PATCH", "PUT", "DELETE"] as const;
const megabyte = 1_000_000;
/** Room for pasted text and 100,000 ids. */
export const jsonBodyLimit = 32 * megabyte;

/** Answers a procedure's REST route; `path` is what follows /api/v1. Throws what the procedure throws. */
export async function answerRest(request: Request, path: string, context: RequestContext): Promise<Response> {
  const method = methods.find((name) => name === request.method);
  const match = method && findProcedure(method, path);
  if (!match?.procedure) throw apiErrors.create("route.unknown", { method: request.method, path: path.slice(0, 200) });
  const { inputParser } = getInputOutputParsers(match.procedure.procedure);
  const schema = unwrapZodType(inputParser, true) as ZodObject;
  const given =
    method === "GET" || method === "DELETE"
      ? readQuery(new URL(request.url).searchParams, schema)
      : await readJson(request);
  const input = { ...given, ...mapValues(match.pathInput, decoded) };
  const data: unknown = await callTRPCProcedure({
    router: appRouter,
    path: match.procedure.path,
    type: match.procedure.type,
    ctx: context,
    getRawInput: async () => input,
    signal: request.signal,
    batchIndex: 0,
  });
  return respondJson(data);
}

/** A part of the path as it was before it was escaped: ids of concepts hold `:` and `/`. */
function decoded(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    throw apiErrors.create("input.invalid", { problem: "the path holds a % that begins no escape" });
  }
}

const mapValues = (record: Readonly<Record<string, string>>, change: (value: string) => string) =>
  Object.fromEntries(Object.entries(record).map(([name, value]) => [name, change(value)]));

/** Query parameters as the input schema wants them: numbers where it says number. */
function readQuery(parameters: URLSearchParams, schema: ZodObject): Record<string, unknown> {
  const input: Record<string, unknown> = {};
  for (const name of new Set(parameters.keys())) {
    const values = parameters.getAll(name);
    const field = schema.shape[name];
    const isNumber = field !== undefined && instanceofZodTypeKind(unwrapZodType(field, true), "number");
    input[name] = isNumber && values[0] !== "" ? Number(values[0]) : values[0];
  }
  return input;
}

async function readJson(request: Request): Promise<Record<string, unknown>> {
  const tooLarge = () => apiErrors.create("body.too_large", { limit: `${jsonBodyLimit / megabyte} MB` });
  const text = await limitBody(request, jsonBodyLimit, tooLarge).text();
  if (text === "") return {};
  const type = request.headers.get("content-type") ?? "";
  if (!/^application\/json\s*(;|$)/i.test(type))
    throw apiErrors.create("body.media_type", { expected: "application/json" });
  const parsed = parseJson(text);
  if (typeof parsed !== "object" || parsed === null || Array.isArray(parsed)) throw apiErrors.create("body.unreadable");
  return { ...parsed };
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw apiErrors.create("body.unreadable");
  }
}
