CREATE TABLE "campaign_pool" (
	"campaign_id" text NOT NULL,
	"stage" integer NOT NULL,
	"part" integer NOT NULL,
	"key" text NOT NULL,
	"last_seq" bigint NOT NULL,
	"size" integer NOT NULL,
	CONSTRAINT "campaign_pool_campaign_id_stage_part_pk" PRIMARY KEY("campaign_id","stage","part")
);
--> statement-breakpoint
ALTER TABLE "campaign_stages" ADD COLUMN "picks" jsonb;--> statement-breakpoint
ALTER TABLE "campaign_pool" ADD CONSTRAINT "campaign_pool_campaign_id_campaigns_id_fk" FOREIGN KEY ("campaign_id") REFERENCES "public"."campaigns"("id") ON DELETE cascade ON UPDATE no action;