import { basename } from "node:path";
import type { RouterInputs } from "@qinghao/api/client";
import { cliErrors } from "../errors.ts";
import { ExitError, exitCodes } from "../exit-codes.ts";
import type { Io } from "../io.ts";
import { readText } from "../read-file.ts";

/** A campaign's plan as the file has it: nothing but its name is known of it until the server checks it. */
export type GivenPlan = Omit<RouterInputs["campaigns"]["start"], "projectId">;

/** Reads a plan: a JSON object as `POST /projects/{id}/campaigns` takes it. Without a name it has the file's. */
export async function readPlan(io: Io, path: string, name: string | undefined): Promise<GivenPlan> {
  const text = await readText(io, path);
  let plan: unknown;
  try {
    plan = JSON.parse(text);
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new ExitError(exitCodes.unreadable, cliErrors.create("plan.unreadable", { path, reason }, error));
  }
  if (typeof plan !== "object" || plan === null || Array.isArray(plan))
    throw new ExitError(exitCodes.unreadable, cliErrors.create("plan.unreadable", { path, reason: "not an object" }));
  const own = "name" in plan && typeof plan.name === "string" ? plan.name : undefined;
  return { ...(plan as GivenPlan), name: name ?? own ?? basename(path).replace(/\.json$/i, "") };
}
