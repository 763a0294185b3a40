CREATE TABLE "compound_fingerprints" (
	"compound_seq" bigint PRIMARY KEY NOT NULL,
	"toolkit" text NOT NULL,
	"pattern" "bytea" NOT NULL
);
--> statement-breakpoint
CREATE TABLE "compound_sources" (
	"compound_seq" bigint PRIMARY KEY NOT NULL,
	"original_text" text NOT NULL,
	"fields" jsonb NOT NULL,
	"inchi" text,
	"changes" jsonb NOT NULL,
	"row" bigint
);
--> statement-breakpoint
CREATE TABLE "compounds" (
	"seq" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "compounds_seq_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"id" text NOT NULL,
	"project_id" text NOT NULL,
	"inchikey" text NOT NULL,
	"smiles" text NOT NULL,
	"name" text,
	"formula" text NOT NULL,
	"mol_weight" double precision NOT NULL,
	"heavy_atoms" integer NOT NULL,
	"clogp" double precision NOT NULL,
	"tpsa" double precision NOT NULL,
	"hbd" integer NOT NULL,
	"hba" integer NOT NULL,
	"rotatable_bonds" integer NOT NULL,
	"ring_count" integer NOT NULL,
	"fsp3" double precision NOT NULL,
	"import_id" text,
	"toolkit" text NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "compounds_id" UNIQUE("id"),
	CONSTRAINT "compounds_inchikey" UNIQUE("project_id","inchikey")
);
--> statement-breakpoint
CREATE TABLE "import_rejects" (
	"import_id" text NOT NULL,
	"row" bigint NOT NULL,
	"line" bigint NOT NULL,
	"text" text NOT NULL,
	"code" text NOT NULL,
	"reason" jsonb NOT NULL,
	CONSTRAINT "import_rejects_import_id_row_pk" PRIMARY KEY("import_id","row")
);
--> statement-breakpoint
CREATE TABLE "imports" (
	"id" text PRIMARY KEY NOT NULL,
	"project_id" text NOT NULL,
	"upload_id" text NOT NULL,
	"state" text DEFAULT 'queued' NOT NULL,
	"format" text,
	"mapping" jsonb,
	"rows_read" bigint DEFAULT 0 NOT NULL,
	"added" bigint DEFAULT 0 NOT NULL,
	"present" bigint DEFAULT 0 NOT NULL,
	"rejected" bigint DEFAULT 0 NOT NULL,
	"last_row" bigint DEFAULT 0 NOT NULL,
	"bytes_read" bigint DEFAULT 0 NOT NULL,
	"bytes_total" bigint,
	"toolkit" text,
	"error" jsonb,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"started_at" timestamp with time zone,
	"finished_at" timestamp with time zone
);
--> statement-breakpoint
CREATE TABLE "predictions" (
	"compound_seq" bigint NOT NULL,
	"endpoint" text NOT NULL,
	"model_version" text NOT NULL,
	"project_id" text NOT NULL,
	"latest" boolean NOT NULL,
	"value" double precision,
	"lo" double precision,
	"hi" double precision,
	"level" double precision,
	"in_domain" boolean,
	"similarity" double precision,
	"nearest" jsonb,
	"failure_code" text,
	"failure_reason" jsonb,
	"run_id" text NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "predictions_compound_seq_endpoint_model_version_pk" PRIMARY KEY("compound_seq","endpoint","model_version")
);
--> statement-breakpoint
CREATE TABLE "projects" (
	"id" text PRIMARY KEY NOT NULL,
	"name" text NOT NULL,
	"description" text DEFAULT '' NOT NULL,
	"compound_count" bigint DEFAULT 0 NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "run_shards" (
	"run_id" text NOT NULL,
	"shard" integer NOT NULL,
	"key" text NOT NULL,
	"last_seq" bigint NOT NULL,
	"size" integer NOT NULL,
	"state" text DEFAULT 'planned' NOT NULL,
	"done" integer DEFAULT 0 NOT NULL,
	"failed" integer DEFAULT 0 NOT NULL,
	"results_key" text,
	"record" jsonb,
	"finished_at" timestamp with time zone,
	CONSTRAINT "run_shards_run_id_shard_pk" PRIMARY KEY("run_id","shard")
);
--> statement-breakpoint
CREATE TABLE "runs" (
	"id" text PRIMARY KEY NOT NULL,
	"project_id" text NOT NULL,
	"kind" text NOT NULL,
	"endpoints" jsonb NOT NULL,
	"scope" jsonb NOT NULL,
	"accelerator" text NOT NULL,
	"state" text DEFAULT 'queued' NOT NULL,
	"total" bigint,
	"done" bigint DEFAULT 0 NOT NULL,
	"failed" bigint DEFAULT 0 NOT NULL,
	"shards" bigint DEFAULT 0 NOT NULL,
	"shards_done" bigint DEFAULT 0 NOT NULL,
	"max_seq" bigint,
	"waiting_reason" jsonb,
	"record" jsonb,
	"results_key" text,
	"error" jsonb,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"started_at" timestamp with time zone,
	"finished_at" timestamp with time zone
);
--> statement-breakpoint
CREATE TABLE "search_hits" (
	"search_id" text NOT NULL,
	"compound_seq" bigint NOT NULL,
	CONSTRAINT "search_hits_search_id_compound_seq_pk" PRIMARY KEY("search_id","compound_seq")
);
--> statement-breakpoint
CREATE TABLE "searches" (
	"id" text PRIMARY KEY NOT NULL,
	"project_id" text NOT NULL,
	"kind" text NOT NULL,
	"query" text NOT NULL,
	"state" text DEFAULT 'queued' NOT NULL,
	"total" bigint,
	"done" bigint DEFAULT 0 NOT NULL,
	"hits" bigint DEFAULT 0 NOT NULL,
	"failed" bigint DEFAULT 0 NOT NULL,
	"last_seq" bigint DEFAULT 0 NOT NULL,
	"max_seq" bigint,
	"error" jsonb,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"started_at" timestamp with time zone,
	"finished_at" timestamp with time zone
);
--> statement-breakpoint
CREATE TABLE "uploads" (
	"id" text PRIMARY KEY NOT NULL,
	"file_name" text NOT NULL,
	"size" bigint NOT NULL,
	"sha256" text NOT NULL,
	"preview" jsonb,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
ALTER TABLE "compound_fingerprints" ADD CONSTRAINT "compound_fingerprints_compound_seq_compounds_seq_fk" FOREIGN KEY ("compound_seq") REFERENCES "public"."compounds"("seq") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "compound_sources" ADD CONSTRAINT "compound_sources_compound_seq_compounds_seq_fk" FOREIGN KEY ("compound_seq") REFERENCES "public"."compounds"("seq") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "compounds" ADD CONSTRAINT "compounds_project_id_projects_id_fk" FOREIGN KEY ("project_id") REFERENCES "public"."projects"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "compounds" ADD CONSTRAINT "compounds_import_id_imports_id_fk" FOREIGN KEY ("import_id") REFERENCES "public"."imports"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "import_rejects" ADD CONSTRAINT "import_rejects_import_id_imports_id_fk" FOREIGN KEY ("import_id") REFERENCES "public"."imports"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "imports" ADD CONSTRAINT "imports_project_id_projects_id_fk" FOREIGN KEY ("project_id") REFERENCES "public"."projects"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "imports" ADD CONSTRAINT "imports_upload_id_uploads_id_fk" FOREIGN KEY ("upload_id") REFERENCES "public"."uploads"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "predictions" ADD CONSTRAINT "predictions_compound_seq_compounds_seq_fk" FOREIGN KEY ("compound_seq") REFERENCES "public"."compounds"("seq") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "predictions" ADD CONSTRAINT "predictions_project_id_projects_id_fk" FOREIGN KEY ("project_id") REFERENCES "public"."projects"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "run_shards" ADD CONSTRAINT "run_shards_run_id_runs_id_fk" FOREIGN KEY ("run_id") REFERENCES "public"."runs"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "runs" ADD CONSTRAINT "runs_project_id_projects_id_fk" FOREIGN KEY ("project_id") REFERENCES "public"."projects"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "search_hits" ADD CONSTRAINT "search_hits_search_id_searches_id_fk" FOREIGN KEY ("search_id") REFERENCES "public"."searches"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "search_hits" ADD CONSTRAINT "search_hits_compound_seq_compounds_seq_fk" FOREIGN KEY ("compound_seq") REFERENCES "public"."compounds"("seq") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "searches" ADD CONSTRAINT "searches_project_id_projects_id_fk" FOREIGN KEY ("project_id") REFERENCES "public"."projects"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "compounds_order" ON "compounds" USING btree ("project_id","seq");--> statement-breakpoint
CREATE INDEX "compounds_name" ON "compounds" USING btree ("project_id",left(name, 100),"seq");--> statement-breakpoint
CREATE INDEX "compounds_smiles" ON "compounds" USING btree ("project_id",left(smiles, 100),"seq");--> statement-breakpoint
CREATE INDEX "compounds_formula" ON "compounds" USING btree ("project_id","formula","seq");--> statement-breakpoint
CREATE INDEX "compounds_mol_weight" ON "compounds" USING btree ("project_id","mol_weight","seq");--> statement-breakpoint
CREATE INDEX "compounds_heavy_atoms" ON "compounds" USING btree ("project_id","heavy_atoms","seq");--> statement-breakpoint
CREATE INDEX "compounds_clogp" ON "compounds" USING btree ("project_id","clogp","seq");--> statement-breakpoint
CREATE INDEX "compounds_tpsa" ON "compounds" USING btree ("project_id","tpsa","seq");--> statement-breakpoint
CREATE INDEX "compounds_hbd" ON "compounds" USING btree ("project_id","hbd","seq");--> statement-breakpoint
CREATE INDEX "compounds_hba" ON "compounds" USING btree ("project_id","hba","seq");--> statement-breakpoint
CREATE INDEX "compounds_rotatable_bonds" ON "compounds" USING btree ("project_id","rotatable_bonds","seq");--> statement-breakpoint
CREATE INDEX "compounds_ring_count" ON "compounds" USING btree ("project_id","ring_count","seq");--> statement-breakpoint
CREATE INDEX "compounds_fsp3" ON "compounds" USING btree ("project_id","fsp3","seq");--> statement-breakpoint
CREATE INDEX "imports_project" ON "imports" USING btree ("project_id","created_at");--> statement-breakpoint
CREATE UNIQUE INDEX "predictions_latest" ON "predictions" USING btree ("compound_seq","endpoint") WHERE latest;--> statement-breakpoint
CREATE INDEX "predictions_value" ON "predictions" USING btree ("project_id","endpoint","value","compound_seq") WHERE latest and value is not null;--> statement-breakpoint
CREATE INDEX "runs_project" ON "runs" USING btree ("project_id","created_at");--> statement-breakpoint
CREATE INDEX "searches_project" ON "searches" USING btree ("project_id","created_at");