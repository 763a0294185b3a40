import { describe, expect, it } from "vitest";
import { guardLocalRequest } from "../src/http/guard.ts";

const request = (method: string, headers: Record<string, string>) =>
  new Request("http://127.0.0.1:3000/api/v1/projects", { method, headers });
const codeOf = (work: () => void): string | null => {
  try {
    work();
    return null;
  } catch (error) {
    return error instanceof Error && "code" in error ? String(error.code) : "other";
  }
};

describe("which requests are answered", () => {
  const local = "127.0.0.1:3000";
  it.each([
    ["a command line", "POST", { host: local }, null],
    ["this computer by name", "POST", { host: "localhost:3000" }, null],
    ["this computer by IPv6", "POST", { host: "[::1]:3000" }, null],
    [
      "a page of our own",
      "POST",
      { host: local, origin: "http://127.0.0.1:3000", "sec-fetch-site": "same-origin" },
      null,
    ],
    ["a rebound name", "GET", { host: "evil.example:3000" }, "api.host.refused"],
    ["a name that begins like ours", "GET", { host: "localhost.evil.example" }, "api.host.refused"],
    ["an address of the network", "GET", { host: "192.168.1.7:3000" }, "api.host.refused"],
    ["another site's form", "POST", { host: local, origin: "https://evil.example" }, "api.origin.refused"],
    ["another port of this computer", "POST", { host: local, origin: "http://127.0.0.1:8080" }, "api.origin.refused"],
    ["a sandboxed page", "POST", { host: local, origin: "null" }, "api.origin.refused"],
    ["another site without Origin", "POST", { host: local, "sec-fetch-site": "cross-site" }, "api.origin.refused"],
    ["another port without Origin", "POST", { host: local, "sec-fetch-site": "same-site" }, "api.origin.refused"],
    [
      "another site's image tag",
      "GET",
      { host: local, "sec-fetch-site": "cross-site", "sec-fetch-mode": "no-cors" },
      "api.origin.refused",
    ],
    [
      "a link on another site",
      "GET",
      { host: local, "sec-fetch-site": "cross-site", "sec-fetch-mode": "navigate" },
      null,
    ],
    [
      "a navigation by POST",
      "POST",
      { host: local, "sec-fetch-site": "cross-site", "sec-fetch-mode": "navigate" },
      "api.origin.refused",
    ],
  ])("%s", (_who, method, headers, code) => {
    expect(codeOf(() => guardLocalRequest(request(method, headers)))).toBe(code);
  });
});
