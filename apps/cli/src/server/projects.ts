import type { RouterOutputs } from "@qinghao/api/client";
import { cliErrors } from "../errors.ts";
import { ask, type Server } from "./connection.ts";

type Project = RouterOutputs["projects"]["get"];

/** The project with this id or exact name; with `create`, a new one of this name where there is none. */
export async function findProject(server: Server, wish: string, create = false): Promise<Project> {
  const { projects } = await ask(server.api.projects.list.query());
  const byId = projects.find(({ id }) => id === wish);
  if (byId) return byId;
  const named = projects.filter(({ name }) => name === wish);
  if (named.length === 1) return named[0]!;
  if (named.length > 1) throw cliErrors.create("project.ambiguous", { project: wish, count: named.length });
  if (!create) throw cliErrors.create("project.unknown", { project: wish });
  return ask(server.api.projects.create.mutate({ name: wish }));
}
