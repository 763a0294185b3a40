import { getTranslations } from "next-intl/server";
import { ImportTrialPage } from "../../../features/trials/read/import-trial-page.tsx";

export async function generateMetadata() {
  const t = await getTranslations("trials.read");
  return { title: t("importTitle") };
}

export default function Page() {
  return <ImportTrialPage />;
}
