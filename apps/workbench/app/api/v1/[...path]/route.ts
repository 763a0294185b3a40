import { api } from "../../../../server/api.ts";

export const dynamic = "force-dynamic";

const handle = async (request: Request) => (await api()).handleRest(request);

export { handle as DELETE, handle as GET, handle as PATCH, handle as POST, handle as PUT };
