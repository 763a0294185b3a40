import { type EndpointId, endpoints } from "@qinghao/properties";
import { apiErrors } from "./errors.ts";

/** The declaration of an endpoint; throws `api.endpoint.unknown`. */
export function declarationOf(endpoint: string) {
  const found = endpoints.find(({ id }) => id === endpoint);
  if (found) return found;
  throw apiErrors.create("endpoint.unknown", { endpoint, known: endpoints.map(({ id }) => id).join(", ") });
}

/** These ids, checked, in the given order and once each. */
export const checkEndpoints = (wish: readonly string[]): EndpointId[] => [
  ...new Set(wish.map((endpoint) => declarationOf(endpoint).id)),
];
