CREATE TABLE "campaign_failures" (
	"campaign_id" text NOT NULL,
	"stage" integer NOT NULL,
	"compound_seq" bigint NOT NULL,
	"code" text NOT NULL,
	"reason" jsonb NOT NULL,
	CONSTRAINT "campaign_failures_campaign_id_stage_compound_seq_pk" PRIMARY KEY("campaign_id","stage","compound_seq")
);
--> statement-breakpoint
CREATE TABLE "campaign_hits" (
	"campaign_id" text NOT NULL,
	"rank" integer NOT NULL,
	"compound_seq" bigint NOT NULL,
	"score" double precision NOT NULL,
	"scores" jsonb NOT NULL,
	"poses" jsonb,
	CONSTRAINT "campaign_hits_campaign_id_rank_pk" PRIMARY KEY("campaign_id","rank")
);
--> statement-breakpoint
CREATE TABLE "campaign_shards" (
	"campaign_id" text NOT NULL,
	"stage" integer NOT NULL,
	"shard" integer NOT NULL,
	"key" text NOT NULL,
	"last_seq" bigint NOT NULL,
	"size" integer NOT NULL,
	"state" text DEFAULT 'planned' NOT NULL,
	"passed" integer DEFAULT 0 NOT NULL,
	"results_key" text,
	"finished_at" timestamp with time zone,
	CONSTRAINT "campaign_shards_campaign_id_stage_shard_pk" PRIMARY KEY("campaign_id","stage","shard")
);
--> statement-breakpoint
CREATE TABLE "campaign_stages" (
	"campaign_id" text NOT NULL,
	"stage" integer NOT NULL,
	"incoming" bigint DEFAULT 0 NOT NULL,
	"done" bigint DEFAULT 0 NOT NULL,
	"failed" bigint DEFAULT 0 NOT NULL,
	"passed" bigint DEFAULT 0 NOT NULL,
	"kept" bigint,
	"shards" integer DEFAULT 0 NOT NULL,
	"shards_done" integer DEFAULT 0 NOT NULL,
	"record" jsonb,
	"started_at" timestamp with time zone,
	"finished_at" timestamp with time zone,
	CONSTRAINT "campaign_stages_campaign_id_stage_pk" PRIMARY KEY("campaign_id","stage")
);
--> statement-breakpoint
CREATE TABLE "campaigns" (
	"id" text PRIMARY KEY NOT NULL,
	"project_id" text NOT NULL,
	"name" text NOT NULL,
	"plan" jsonb NOT NULL,
	"state" text DEFAULT 'queued' NOT NULL,
	"total" bigint,
	"max_seq" bigint,
	"hits" bigint DEFAULT 0 NOT NULL,
	"ended_by" text,
	"waiting_reason" jsonb,
	"error" jsonb,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"started_at" timestamp with time zone,
	"finished_at" timestamp with time zone
);
--> statement-breakpoint
ALTER TABLE "campaign_failures" ADD CONSTRAINT "campaign_failures_campaign_id_campaigns_id_fk" FOREIGN KEY ("campaign_id") REFERENCES "public"."campaigns"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "campaign_failures" ADD CONSTRAINT "campaign_failures_compound_seq_compounds_seq_fk" FOREIGN KEY ("compound_seq") REFERENCES "public"."compounds"("seq") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "campaign_hits" ADD CONSTRAINT "campaign_hits_campaign_id_campaigns_id_fk" FOREIGN KEY ("campaign_id") REFERENCES "public"."campaigns"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "campaign_hits" ADD CONSTRAINT "campaign_hits_compound_seq_compounds_seq_fk" FOREIGN KEY ("compound_seq") REFERENCES "public"."compounds"("seq") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "campaign_shards" ADD CONSTRAINT "campaign_shards_campaign_id_campaigns_id_fk" FOREIGN KEY ("campaign_id") REFERENCES "public"."campaigns"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "campaign_stages" ADD CONSTRAINT "campaign_stages_campaign_id_campaigns_id_fk" FOREIGN KEY ("campaign_id") REFERENCES "public"."campaigns"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "campaigns" ADD CONSTRAINT "campaigns_project_id_projects_id_fk" FOREIGN KEY ("project_id") REFERENCES "public"."projects"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "campaigns_project" ON "campaigns" USING btree ("project_id","created_at");