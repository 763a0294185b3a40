import type { Stack } from "@qinghao/testing";

type Project = { id: string; name: string; compounds: number };
type Import = { id: string; state: string };

/** A project that holds the molecules of a SMILES file, imported by the API unless the stack has it already. */
export async function projectWith(stack: Stack, lines: readonly string[]): Promise<string> {
  const api = async <T>(method: "GET" | "POST", path: string, body?: object | Buffer): Promise<T> => {
    const isFile = body instanceof Buffer;
    const response = await fetch(`${stack.url}/api/v1${path}`, {
      method,
      ...(body === undefined
        ? {}
        : {
            headers: { "content-type": isFile ? "application/octet-stream" : "application/json" },
            body: isFile ? new Uint8Array(body) : JSON.stringify(body),
          }),
    });
    if (!response.ok) throw new Error(`${method} ${path} answered ${response.status}: ${await response.text()}`);
    return (await response.json()) as T;
  };
  const name = `Library of ${lines.length}`;
  const { projects } = await api<{ projects: Project[] }>("GET", "/projects");
  const known = projects.find((project) => project.name === name && project.compounds > 0.99 * lines.length);
  if (known !== undefined) return known.id;

  const project = await api<Project>("POST", "/projects", { name });
  const file = Buffer.from(lines.join("\n"));
  const { uploadId } = await api<{ uploadId: string }>("POST", "/uploads?fileName=library.smi", file);
  let job = await api<Import>("POST", `/projects/${project.id}/imports`, { uploadId });
  while (job.state !== "completed") {
    if (job.state === "failed" || job.state === "cancelled") throw new Error(`the import ended as ${job.state}`);
    await new Promise((resolve) => setTimeout(resolve, 1_000));
    job = await api<Import>("GET", `/imports/${job.id}`);
  }
  return project.id;
}
