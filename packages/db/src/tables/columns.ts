import { bigint, timestamp } from "drizzle-orm/pg-core";

export const instant = (name: string) => timestamp(name, { withTimezone: true, mode: "date" });
export const createdAt = () => instant("created_at").notNull().defaultNow();
export const count = (name: string) => bigint(name, { mode: "number" }).notNull().default(0);
