import { probeBackends } from "@qinghao/compute/node";
import { rest } from "../../rest.ts";
import { backendsSchema } from "../../schema.ts";
import { procedure } from "../../trpc.ts";

export const getBackends = procedure
  .meta(rest("GET", "/system/backends", { tag: "system", summary: "Accelerators of this computer", errors: [] }))
  .output(backendsSchema)
  .query(async () => {
    const probes = await probeBackends();
    const backends = probes.map(({ name, available, kind, device, sentence }) => ({
      name,
      available,
      kind,
      device,
      reason: sentence,
    }));
    return { backends };
  });
