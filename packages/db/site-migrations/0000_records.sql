CREATE TABLE "concept" (
	"id" integer PRIMARY KEY NOT NULL,
	"code" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "fact" (
	"patient" integer NOT NULL,
	"kind" smallint NOT NULL,
	"concept" integer NOT NULL,
	"assertion" smallint NOT NULL,
	"start_lo" integer NOT NULL,
	"start_hi" integer NOT NULL,
	"end_lo" integer NOT NULL,
	"end_hi" integer NOT NULL,
	"end_state" smallint NOT NULL,
	"value" double precision,
	"comparator" smallint NOT NULL,
	"value_state" smallint NOT NULL,
	"value_concept" integer NOT NULL,
	"low" double precision,
	"high" double precision,
	"dose" double precision,
	"line" smallint,
	"alteration" integer NOT NULL,
	"seq" bigint NOT NULL
);
--> statement-breakpoint
CREATE TABLE "person" (
	"patient" integer PRIMARY KEY NOT NULL,
	"key" text NOT NULL,
	"sex" smallint NOT NULL,
	"birth_lo" integer,
	"birth_hi" integer,
	"death_lo" integer,
	"death_hi" integer,
	"observed_from" integer,
	"observed_to" integer
);
--> statement-breakpoint
CREATE TABLE "record" (
	"patient" integer PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "record_patient_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 2147483647 START WITH 1 CACHE 1),
	"key" text NOT NULL,
	"hash" text NOT NULL,
	"body" jsonb NOT NULL,
	"version" integer NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"changed_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "source" (
	"seq" bigint PRIMARY KEY NOT NULL,
	"fact" text NOT NULL,
	"tbl" text NOT NULL,
	"row" text NOT NULL,
	"field" text,
	"label" text,
	"raw_value" text,
	"raw_unit" text
);
--> statement-breakpoint
CREATE TABLE "answered_run" (
	"run" text PRIMARY KEY NOT NULL,
	"release" jsonb NOT NULL,
	"at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "log_line" (
	"seq" integer PRIMARY KEY NOT NULL,
	"at" text NOT NULL,
	"previous" text NOT NULL,
	"entry" jsonb NOT NULL,
	"hash" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "remembered_set" (
	"seq" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "remembered_set_seq_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"people" "bytea" NOT NULL,
	"released" integer NOT NULL,
	"is_anchor" boolean NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "standing_answer" (
	"question" text PRIMARY KEY NOT NULL,
	"cells" jsonb NOT NULL,
	"release" jsonb NOT NULL,
	"at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "code_mapping" (
	"system" text NOT NULL,
	"code" text NOT NULL,
	"display" text,
	"concept" text,
	"person" text NOT NULL,
	"at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "code_mapping_system_code_pk" PRIMARY KEY("system","code")
);
--> statement-breakpoint
CREATE TABLE "load_state" (
	"id" integer PRIMARY KEY NOT NULL,
	"state" text DEFAULT 'empty' NOT NULL,
	"version" integer DEFAULT 0 NOT NULL,
	"extract_version" integer DEFAULT 0 NOT NULL,
	"people" integer DEFAULT 0 NOT NULL,
	"facts" bigint DEFAULT 0 NOT NULL,
	"error" jsonb,
	"loaded_at" timestamp with time zone
);
--> statement-breakpoint
CREATE TABLE "unmapped" (
	"what" text NOT NULL,
	"system" text NOT NULL,
	"code" text NOT NULL,
	"display" text,
	"reason" text NOT NULL,
	"count" bigint DEFAULT 0 NOT NULL,
	CONSTRAINT "unmapped_what_system_code_reason_pk" PRIMARY KEY("what","system","code","reason")
);
--> statement-breakpoint
CREATE TABLE "candidate" (
	"trial" text NOT NULL,
	"patient" integer NOT NULL,
	"key" text NOT NULL,
	"status" text DEFAULT 'new' NOT NULL,
	"eligible" text NOT NULL,
	"score" double precision NOT NULL,
	"verdicts" jsonb NOT NULL,
	"version" integer NOT NULL,
	"criteria_hash" text NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "candidate_trial_patient_pk" PRIMARY KEY("trial","patient")
);
--> statement-breakpoint
CREATE TABLE "candidate_event" (
	"seq" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "candidate_event_seq_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"trial" text NOT NULL,
	"patient" integer NOT NULL,
	"person" text NOT NULL,
	"kind" text NOT NULL,
	"from_status" text,
	"to_status" text,
	"text" text DEFAULT '' NOT NULL,
	"at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "judgement" (
	"trial" text NOT NULL,
	"patient" integer NOT NULL,
	"criterion" text NOT NULL,
	"reader" text NOT NULL,
	"verdict" text NOT NULL,
	"at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "judgement_trial_patient_criterion_reader_pk" PRIMARY KEY("trial","patient","criterion","reader")
);
--> statement-breakpoint
CREATE TABLE "site_trial" (
	"id" text PRIMARY KEY NOT NULL,
	"title" text NOT NULL,
	"version" integer NOT NULL,
	"hash" text NOT NULL,
	"criteria" jsonb NOT NULL,
	"as_of" date NOT NULL,
	"matched_version" integer DEFAULT 0 NOT NULL,
	"is_open" boolean DEFAULT true NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
ALTER TABLE "candidate" ADD CONSTRAINT "candidate_trial_site_trial_id_fk" FOREIGN KEY ("trial") REFERENCES "public"."site_trial"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "concept_code" ON "concept" USING btree ("code");--> statement-breakpoint
CREATE INDEX "fact_by_concept" ON "fact" USING btree ("kind","concept","patient");--> statement-breakpoint
CREATE INDEX "fact_by_patient" ON "fact" USING btree ("patient");--> statement-breakpoint
CREATE UNIQUE INDEX "record_key" ON "record" USING btree ("key");--> statement-breakpoint
CREATE INDEX "record_version" ON "record" USING btree ("version");--> statement-breakpoint
CREATE INDEX "candidate_order" ON "candidate" USING btree ("trial","status","score");--> statement-breakpoint
CREATE INDEX "candidate_event_of" ON "candidate_event" USING btree ("trial","patient","seq");