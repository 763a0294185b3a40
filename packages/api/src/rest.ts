import type { OpenApiMeta, OpenApiMethod } from "trpc-to-openapi";

/**
 * The REST face of a procedure: `GET /projects` and so on under /api/v1.
 * `errors` are the statuses it may answer besides 400 (malformed request) and 500.
 */
export function rest(
  method: OpenApiMethod,
  path: `/${string}`,
  about: { tag: string; summary: string; description?: string; errors?: number[]; answers?: string },
): OpenApiMeta {
  return {
    openapi: {
      method,
      path,
      protect: false,
      tags: [about.tag],
      summary: about.summary,
      description: about.description,
      successDescription: about.answers,
      errorResponses: [...new Set([400, ...(about.errors ?? []), 500])],
    },
  };
}
