import { z } from "zod";
import { trialsErrors } from "../errors.ts";

/** An endpoint that speaks OpenAI's chat-completions protocol: a local server or a service. */
export type ModelEndpoint = {
  /** Address up to and without `/chat/completions`. */
  baseUrl: string;
  model: string;
  apiKey?: string;
  timeoutMs?: number;
};

/** The network, so that the package itself stays free of it. */
export type Fetch = (
  url: string,
  init: { method: string; headers: Record<string, string>; body: string; signal: AbortSignal },
) => Promise<{
  ok: boolean;
  status: number;
  text(): Promise<string>;
}>;

const answerSchema = z.object({
  choices: z.array(z.object({ message: z.object({ content: z.string() }) })).min(1),
});

/**
 * One question to the model; the answer's text.
 * Errors: `trials.model.unreachable`, `trials.model.refused` with the status, `trials.model.unreadable`.
 */
export async function askModel(
  endpoint: ModelEndpoint,
  messages: readonly { role: "system" | "user"; content: string }[],
  fetch: Fetch,
  signal?: AbortSignal,
): Promise<string> {
  const { baseUrl, model, apiKey, timeoutMs = 120_000 } = endpoint;
  const limit = AbortSignal.timeout(timeoutMs);
  let response: Awaited<ReturnType<Fetch>>;
  let body: string;
  try {
    response = await fetch(`${baseUrl.replace(/\/+$/, "")}/chat/completions`, {
      method: "POST",
      headers: {
        "content-type": "application/json",
        ...(apiKey === undefined ? {} : { authorization: `Bearer ${apiKey}` }),
      },
      body: JSON.stringify({ model, messages, temperature: 0, response_format: { type: "json_object" } }),
      signal: signal === undefined ? limit : AbortSignal.any([limit, signal]),
    });
    body = await response.text();
  } catch (cause) {
    throw trialsErrors.create("model.unreachable", { model }, cause);
  }
  if (!response.ok) throw trialsErrors.create("model.refused", { model, status: response.status });
  const parsed = answerSchema.safeParse(jsonOf(body));
  if (!parsed.success) throw trialsErrors.create("model.unreadable", { model, problem: "not a chat completion" });
  return parsed.data.choices[0]!.message.content;
}

/** JSON out of an answer that may stand in a code fence; undefined where there is none. */
export function jsonOf(text: string): unknown {
  const fenced = /^\s*```(?:json)?\s*([\s\S]*?)\s*```\s*$/.exec(text)?.[1] ?? text;
  try {
    return JSON.parse(fenced);
  } catch {
    return undefined;
  }
}
