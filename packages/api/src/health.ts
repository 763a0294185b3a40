import { access, constants } from "node:fs/promises";
import { join } from "node:path";
import { checkDatabase } from "@qinghao/db";
import { isQinghaoError } from "@qinghao/kernel";
import type { RequestContext } from "./context.ts";
import type { HealthView } from "./schema.ts";
import { apiVersion } from "./version.ts";

type Service = HealthView["services"][number];

/** Asks every service behind the API; never throws. */
export async function checkHealth(ctx: RequestContext): Promise<HealthView> {
  const ask = async (name: Service["name"], question: () => Promise<string>): Promise<Service> => {
    const startedAt = performance.now();
    const answer = await question().then(
      (detail) => ({ ok: true, detail }),
      (error: unknown) => ({ ok: false, detail: isQinghaoError(error) ? error.user[ctx.locale] : plainReason(error) }),
    );
    return { name, ...answer, millis: Math.round((performance.now() - startedAt) * 10) / 10 };
  };
  const services = await Promise.all([
    ask("postgres", async () => `PostgreSQL ${(await checkDatabase(ctx.db)).version}`),
    ask("temporal", async () => `Temporal ${await (await ctx.jobs()).version()}`),
    ask("artifacts", async () => {
      await access(ctx.env.artifactsDir, constants.W_OK);
      return ctx.env.artifactsDir;
    }),
    ask("weights", async () => {
      await access(join(ctx.env.weightsDir, "index.json"), constants.R_OK);
      return ctx.env.weightsDir;
    }),
    ask("knowledge", async () => {
      const { packs } = await ctx.knowledge.shipped();
      return packs.map(({ header: { name, version } }) => `${name} ${version}`).join(", ");
    }),
  ]);
  return { ok: services.every((service) => service.ok), version: apiVersion, services };
}

/** The operating system's word for it, such as ENOENT; nothing else of an unexpected error. */
const plainReason = (error: unknown): string =>
  error instanceof Error && "code" in error && typeof error.code === "string" ? error.code : "unexpected failure";
