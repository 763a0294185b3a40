import { createServer } from "node:http";
import type { AddressInfo } from "node:net";

/** What the model answers next: the text of a message with a status, or nothing: the connection breaks. */
export type ModelAnswer = { readonly status?: number; readonly content: string } | "break";

/**
 * A server on 127.0.0.1 that speaks OpenAI's chat-completions protocol and answers what it was last told, from any process:
 * `PUT /next` with a `ModelAnswer` sets it. It asks nobody.
 */
export async function startStandInModel(): Promise<{ url: string; model: string; stop(): Promise<void> }> {
  let next: ModelAnswer = { content: '{"criteria": []}' };
  const server = createServer((request, response) => {
    let body = "";
    request.on("data", (chunk: Buffer) => {
      body += chunk.toString();
    });
    request.on("end", () => {
      if (request.method === "PUT") {
        next = JSON.parse(body) as ModelAnswer;
        response.writeHead(204).end();
      } else if (next === "break") request.socket.destroy();
      else {
        response.writeHead(next.status ?? 200, { "content-type": "application/json" });
        response.end(JSON.stringify({ choices: [{ message: { role: "assistant", content: next.content } }] }));
      }
    });
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    model: "stand-in-model",
    stop: () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
}

/** Tells a stand-in model what to answer from now on. */
export async function tellModel(url: string, answer: ModelAnswer): Promise<void> {
  await fetch(`${url}/next`, { method: "PUT", body: JSON.stringify(answer) });
}
