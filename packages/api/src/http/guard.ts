import { apiErrors } from "../errors.ts";

const localHost = /^(localhost|127\.0\.0\.1|\[::1\])(:\d{1,5})?$/i;
const safeMethods = new Set(["GET", "HEAD", "OPTIONS"]);

/**
 * Refuses what a page of another site could send to this computer: a Host other than this computer's (DNS rebinding),
 * and requests from another origin, except that a link elsewhere may open a page or a download here.
 * Throws `api.host.refused` or `api.origin.refused`.
 */
export function guardLocalRequest(request: Request): void {
  const host = request.headers.get("host") ?? new URL(request.url).host;
  if (!localHost.test(host)) throw apiErrors.create("host.refused");
  const safe = safeMethods.has(request.method);
  const origin = request.headers.get("origin");
  const site = request.headers.get("sec-fetch-site");
  if (origin !== null && !isSameOrigin(origin, host)) {
    throw apiErrors.create("origin.refused", { origin: origin.slice(0, 200) });
  }
  const foreign = site === "cross-site" || (site === "same-site" && !safe);
  const followsLink = safe && request.headers.get("sec-fetch-mode") === "navigate";
  if (foreign && !followsLink) throw apiErrors.create("origin.refused", { origin: origin ?? "another site" });
}

function isSameOrigin(origin: string, host: string): boolean {
  try {
    return new URL(origin).host.toLowerCase() === host.toLowerCase();
  } catch {
    return false;
  }
}
