import { aqueousSolubility } from "./aqueous-solubility.ts";
import { lipophilicity } from "./lipophilicity.ts";

/** Every endpoint; a new one is its own file and one line here. */
export const endpoints = [aqueousSolubility, lipophilicity] as const;

export type EndpointId = (typeof endpoints)[number]["id"];

export const endpointIds = endpoints.map((endpoint) => endpoint.id) as [EndpointId, ...EndpointId[]];
