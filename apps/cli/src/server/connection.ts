import { createQinghaoClient, failureFrom, type QinghaoClient, type WireFailure } from "@qinghao/api/client";
import { QinghaoError } from "@qinghao/kernel";
import { cliErrors } from "../errors.ts";
import { ExitError, exitCodes } from "../exit-codes.ts";
import type { Io } from "../io.ts";

/** A server of Qinghao. `api` is the typed client, `fetch` reaches the routes that carry files. */
export type Server = {
  url: string;
  api: QinghaoClient;
  /** A request under /api/v1; answers other than success are thrown as the server's own error. */
  fetch(path: string, init?: RequestInit & { duplex?: "half" }): Promise<Response>;
};

export const defaultServer = "http://127.0.0.1:3000";

/** Prepares a connection to `--server`, else QINGHAO_SERVER, else the local default. Nothing is sent yet. */
export function connect(io: Io, given: string | undefined): Server {
  const url = (given ?? io.env.QINGHAO_SERVER ?? defaultServer).replace(/\/+$/, "");
  if (!/^https?:\/\/[^\s/]+/.test(url)) {
    const problem = `${JSON.stringify(url)} is not an address such as ${defaultServer}`;
    throw new ExitError(exitCodes.misuse, cliErrors.create("option.invalid", { option: "--server", problem }));
  }
  const reach: typeof fetch = async (input, init) => {
    try {
      return await fetch(input, { ...init, signal: init?.signal ?? io.signal });
    } catch (error) {
      if (io.signal.aborted) throw error;
      throw cliErrors.create("server.away", { server: url }, error);
    }
  };
  return {
    url,
    api: createQinghaoClient({ server: url, locale: () => io.language, fetch: reach }),
    async fetch(path, init) {
      const headers = new Headers(init?.headers);
      headers.set("accept-language", io.language);
      const response = await reach(`${url}/api/v1${path}`, { ...init, headers });
      if (!response.ok) throw await failureOf(response, url);
      return response;
    },
  };
}

async function failureOf(response: Response, server: string): Promise<QinghaoError> {
  const body: unknown = await response.json().catch(() => null);
  const failure = typeof body === "object" && body !== null && "error" in body ? (body.error as WireFailure) : null;
  if (failure?.message === undefined) return cliErrors.create("server.answer", { server, status: response.status });
  return fromWire(failure);
}

/** The server's error as one of ours, so that it is printed the same way. */
export const fromWire = (failure: Pick<WireFailure, "code" | "retry" | "message" | "details">): QinghaoError =>
  new QinghaoError(
    failure.code,
    { http: 500, retry: failure.retry, user: failure.message.en, userZh: failure.message.zh },
    failure.details,
  );

/** An error of the tRPC client that was caused by the connection is thrown as that cause. */
export async function ask<T>(question: Promise<T>): Promise<T> {
  try {
    return await question;
  } catch (error) {
    if (failureFrom(error) !== null) throw error;
    for (let cause: unknown = error; cause instanceof Error; cause = cause.cause) {
      if (cause instanceof QinghaoError) throw cause;
    }
    throw error;
  }
}
