import type { Html } from "./html.ts";

/** What a page answers with. */
export type Answer =
  | { kind: "page"; title: string; body: Html; status?: number }
  | { kind: "redirect"; to: string; cookies?: readonly string[] }
  | { kind: "file"; type: string; name?: string; body: string };
