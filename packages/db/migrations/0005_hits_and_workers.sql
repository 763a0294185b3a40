CREATE TABLE "worker_loads" (
	"id" text PRIMARY KEY NOT NULL,
	"queue" text NOT NULL,
	"device" text NOT NULL,
	"slots" integer NOT NULL,
	"busy" double precision NOT NULL,
	"seen_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
ALTER TABLE "campaign_hits" ADD COLUMN "cluster" integer;--> statement-breakpoint
ALTER TABLE "campaign_hits" ADD COLUMN "nearest_known" double precision;