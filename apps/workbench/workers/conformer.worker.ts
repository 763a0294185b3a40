import { conformer3d } from "@qinghao/chemistry";
import { unwrap } from "@qinghao/kernel";
import type { ConformerProtocol } from "./conformer-protocol.ts";
import { type Port, serve } from "./rpc.ts";
import { conformerResources } from "./vendor-assets.ts";

serve<ConformerProtocol>(self as Port, {
  conformer: async ({ text, seed }) => {
    const options = { seed, resourcesUrl: conformerResources() };
    const { molblock, method, energyKcalPerMol } = unwrap(await conformer3d(text, options));
    return { molblock, method, energyKcalPerMol: energyKcalPerMol ?? null };
  },
});
