import { api } from "../../../../server/api.ts";

export const dynamic = "force-dynamic";

const handle = async (request: Request) => (await api()).handleTrpc(request);

export { handle as GET, handle as POST };
