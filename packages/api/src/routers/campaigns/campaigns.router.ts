import { router } from "../../trpc.ts";
import { listCampaignFailures } from "./failures.ts";
import { getCampaign } from "./get.ts";
import { listCampaignHits } from "./hits.ts";
import { listCampaigns } from "./list.ts";
import { screeningMethods } from "./methods.ts";
import { campaignPoses } from "./poses.ts";
import { startCampaign } from "./start.ts";
import { cancelCampaign, pauseCampaign, resumeCampaign } from "./steer.ts";
import { campaignWorkers } from "./workers.ts";

export const campaignsRouter = router({
  methods: screeningMethods,
  workers: campaignWorkers,
  start: startCampaign,
  list: listCampaigns,
  get: getCampaign,
  pause: pauseCampaign,
  resume: resumeCampaign,
  cancel: cancelCampaign,
  hits: listCampaignHits,
  poses: campaignPoses,
  failures: listCampaignFailures,
});
