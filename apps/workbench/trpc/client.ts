import type { AppRouter } from "@qinghao/api/client";
import { createTRPCContext } from "@trpc/tanstack-react-query";

/** `useTRPC()` gives query and mutation options for `useQuery` and `useMutation`, typed after the server's router. */
export const { TRPCProvider, useTRPC, useTRPCClient } = createTRPCContext<AppRouter>();
