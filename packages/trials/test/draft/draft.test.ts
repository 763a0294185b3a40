import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { afterEach, expect, test } from "vitest";
import { draftCriteria } from "../../src/draft/index.ts";
import type { CriteriaDocument } from "../../src/schema.ts";

let server: Server | null = null;
afterEach(() => new Promise<void>((done) => (server === null ? done() : server.close(() => done()))));

const words = ["Age at least 18 years", "Type 2 diabetes", "Likes music"];
const document: CriteriaDocument = {
  version: 1,
  source: { format: "text", language: "en", text: words.join("\n") },
  criteria: words.map((text, place) => ({
    id: `I${place + 1}`,
    type: "inclusion",
    text,
    start: words.slice(0, place).join("\n").length + (place > 0 ? 1 : 0),
    end: words.slice(0, place + 1).join("\n").length,
    computable: "none",
    tree: { kind: "text", text },
    notes: [],
  })),
};
const isKnown = (id: string) => id === "MONDO:0005148";

/** A local server that speaks the protocol and answers what it is told; keeps what it was asked. */
async function endpointThatAnswers(
  status: number,
  content: string,
  asked: { body: string; key: string | undefined }[] = [],
) {
  server = createServer((request, response) => {
    let body = "";
    request.on("data", (chunk: Buffer) => {
      body += chunk.toString();
    });
    request.on("end", () => {
      asked.push({ body, key: request.headers.authorization });
      response.writeHead(status, { "content-type": "application/json" });
      response.end(JSON.stringify({ choices: [{ message: { content } }] }));
    });
  });
  await new Promise<void>((ready) => server!.listen(0, "127.0.0.1", ready));
  return {
    baseUrl: `http://127.0.0.1:${(server.address() as AddressInfo).port}/v1/`,
    model: "local-model",
    apiKey: "k",
  };
}

test("valid proposals come back as drafts beside the document, which stays as it was", async () => {
  const asked: { body: string; key: string | undefined }[] = [];
  const before = JSON.stringify(document);
  const endpoint = await endpointThatAnswers(
    200,
    `\`\`\`json\n${JSON.stringify({
      criteria: [
        { id: "I1", tree: { kind: "age", range: { min: 18 }, unit: "year" } },
        { id: "I2", tree: { kind: "condition", concepts: { of: [{ id: "MONDO:0005148" }] } } },
        { id: "I3", tree: { kind: "text", text: "Likes music" } },
      ],
    })}\n\`\`\``,
    asked,
  );
  const drafts = await draftCriteria(document, endpoint, { fetch, isKnown });
  expect(drafts.map(({ id, differs, problem, proposed }) => [id, differs, problem, proposed?.computable])).toEqual([
    ["I1", true, null, "full"],
    ["I2", true, null, "full"],
    ["I3", false, null, "none"],
  ]);
  expect(JSON.stringify(document)).toBe(before);
  expect(asked).toHaveLength(1);
  expect(asked[0]!.key).toBe("Bearer k");
  expect(JSON.parse(asked[0]!.body)).toMatchObject({ model: "local-model", temperature: 0 });
});

test("what does not satisfy the schema or names no known concept is refused with its reason", async () => {
  const endpoint = await endpointThatAnswers(
    200,
    JSON.stringify({
      criteria: [
        { id: "I1", tree: { kind: "age", range: {}, unit: "year" } },
        { id: "I2", tree: { kind: "condition", concepts: { of: [{ id: "MONDO:9999999" }] } } },
      ],
    }),
  );
  const drafts = await draftCriteria(document, endpoint, { fetch, isKnown });
  expect(drafts.map(({ proposed }) => proposed)).toEqual([null, null, null]);
  expect(drafts[0]!.problem?.en).toContain("does not follow the schema");
  expect(drafts[1]!.problem?.zh).toContain("MONDO:9999999");
  expect(drafts[2]!.problem?.en).toContain("left this criterion out");
});

test.each([
  [503, "{}", "status 503"],
  [200, "I cannot do that", ""],
])("status %i with %j changes nothing and says so", async (status, content, words) => {
  const endpoint = await endpointThatAnswers(status, content);
  const outcome = draftCriteria(document, endpoint, { fetch, isKnown });
  if (words !== "") await expect(outcome).rejects.toThrow(words);
  else expect((await outcome).every(({ proposed, problem }) => proposed === null && problem !== null)).toBe(true);
});

test("an address where nobody listens", async () => {
  const endpoint = await endpointThatAnswers(200, "{}");
  await new Promise<void>((done) => server!.close(() => done()));
  server = null;
  await expect(draftCriteria(document, endpoint, { fetch, isKnown })).rejects.toThrow("did not answer");
});
