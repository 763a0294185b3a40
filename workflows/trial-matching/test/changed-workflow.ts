import { sleep } from "@temporalio/workflow";

/** What a careless change would make of the workflow: it waits where the recorded one asked the sites. */
export async function matchTrial(): Promise<void> {
  await sleep(1000);
}
