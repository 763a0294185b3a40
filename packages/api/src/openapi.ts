import { generateOpenApiDocument, type OpenAPIObject } from "trpc-to-openapi";
import { z } from "zod";
import { rawRoutes } from "./openapi-raw.ts";
import { appRouter } from "./routers/app.router.ts";
import { wireErrorSchema } from "./schema.ts";
import { apiVersion } from "./version.ts";

const tags = {
  projects: "A project holds compounds and what was computed for them.",
  imports: "Bringing files and pasted text in.",
  compounds: "Registered structures.",
  searches: "Substructure searches.",
  models: "What can be predicted, and how well.",
  predictions: "Predictions of a few molecules at once.",
  runs: "Predictions of many molecules, as jobs.",
  campaigns: "Screening campaigns: a library that goes through stages, and what comes out.",
  receptors: "Structures to dock to, and poses in them.",
  knowledge: "Diseases, phenotypes, genes, drugs, laboratory items and codes, in English and Chinese.",
  trials: "Trials, their eligibility criteria in versions, and what hospitals released about them.",
  system: "What this server stands on.",
};

const errorAnswer = z.object({
  error: wireErrorSchema.extend({
    text: z.string().meta({ description: "The sentence in the language of Accept-Language" }),
    issues: z.array(z.object({ path: z.string(), message: z.string() })).optional(),
  }),
});

const sentences: Record<string, string> = {
  400: "The request is malformed; `issues` says where",
  403: "Refused: this server answers this computer only",
  404: "There is no such thing",
  409: "It is not in a state that allows this",
  413: "Too large",
  415: "This kind of content cannot be read",
  422: "Understood, but cannot be done as asked",
  500: "Something went wrong here; the answer names the entry in the log",
  502: "A service that was asked gave no answer that can be used",
  503: "A service behind this server does not answer; try again",
};

/** The OpenAPI 3.1 document of everything under `baseUrl`. */
export function buildOpenApiDocument(baseUrl: string): OpenAPIObject {
  const document = generateOpenApiDocument(appRouter, {
    title: "Qinghao",
    description:
      "Everything that the pages of Qinghao do. It answers on this computer only, so there are no accounts. Ids are opaque; moments are ISO 8601 in UTC; every error carries a stable code and its sentence in English and Chinese.",
    version: apiVersion,
    license: { name: "Apache-2.0", identifier: "Apache-2.0" },
    openApiVersion: "3.1.0",
    baseUrl,
    securitySchemes: {},
    paths: rawRoutes,
    defs: { ErrorAnswer: errorAnswer },
  });
  describeErrors(document);
  document.tags = Object.entries(tags).map(([name, description]) => ({ name, description }));
  return document;
}

/** Every error answer has one shape; the generator's own are replaced by it. */
function describeErrors(document: OpenAPIObject): void {
  const schema = { $ref: "#/components/schemas/ErrorAnswer" };
  for (const operations of Object.values(document.paths ?? {})) {
    for (const operation of [operations.get, operations.post, operations.patch, operations.put, operations.delete]) {
      const responses: Record<string, unknown> = operation?.responses ?? {};
      for (const status of Object.keys(responses).filter((code) => Number(code) >= 400)) {
        responses[status] = {
          description: sentences[status] ?? "It failed",
          content: { "application/json": { schema } },
        };
      }
    }
  }
  const schemas = document.components?.schemas ?? {};
  for (const name of Object.keys(schemas).filter((name) => name.startsWith("error."))) delete schemas[name];
}
