import { type EndpointId, endpoints } from "@qinghao/properties";
import { cliErrors } from "./errors.ts";
import { ExitError, exitCodes } from "./exit-codes.ts";

/** The endpoints that were asked for, once each; all when none was. Throws with exit code 2 for an unknown one. */
export function checkEndpoints(wish: readonly string[] | undefined): EndpointId[] {
  const known = endpoints.map(({ id }) => id);
  return [...new Set(wish ?? known)].map((endpoint) => {
    const found = known.find((id) => id === endpoint);
    if (found) return found;
    const unknown = cliErrors.create("endpoint.unknown", { endpoint, known: known.join(", ") });
    throw new ExitError(exitCodes.misuse, unknown);
  });
}
