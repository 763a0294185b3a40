import type { HospitalNode } from "../node.ts";
export async function startPages(_node: HospitalNode, _port: number): Promise<{ url: string; close(): Promise<void> }> {
  return { url: "http://127.0.0.1", close: async () => {} };
}
