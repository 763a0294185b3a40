import { isQinghaoError, toWireError, type WireError } from "@qinghao/kernel";
import { apiErrors } from "../errors.ts";
import type { Services } from "../services.ts";
import type { Job } from "./job-server.ts";

/**
 * Starts the workflow of a row that `create` makes, under the row's id. The job server is asked first whether it is
 * there, so that usually no row is left behind; when it goes away in between, the row ends as failed.
 */
export async function startJob<Row>(
  services: Services,
  job: Job,
  row: { create(): Promise<Row>; fail(error: WireError): Promise<void> },
): Promise<Row> {
  const jobs = await services.jobs();
  await jobs.version();
  const created = await row.create();
  try {
    await jobs.start(job);
  } catch (error) {
    const known = isQinghaoError(error) ? error : apiErrors.create("temporal.away", {}, error);
    await row.fail(toWireError(known));
    throw known;
  }
  return created;
}

/**
 * Stops a job: tells the job server, then marks the row. A job that the server does not know ends at once.
 * @returns false when the row had ended before
 */
export async function cancelJob(
  services: Services,
  id: string,
  row: { mark(): Promise<boolean>; end(): Promise<void> },
): Promise<boolean> {
  const jobs = await services.jobs();
  const isKnown = await jobs.cancel(id);
  const isMarked = await row.mark();
  if (!isKnown) await row.end();
  return isMarked;
}
