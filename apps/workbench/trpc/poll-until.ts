/** How often a page asks how far a running job is. */
const RUNNING_MS = 1_000;

/** `refetchInterval` of a job's page: every second until the job is over. */
export const pollUntil =
  <Data>(isOver: (data: Data) => boolean) =>
  (query: { state: { data: Data | undefined } }): number | false =>
    query.state.data !== undefined && isOver(query.state.data) ? false : RUNNING_MS;
