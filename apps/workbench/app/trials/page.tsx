import { getTranslations } from "next-intl/server";
import { TrialsPage } from "../../features/trials/trials-page.tsx";

export async function generateMetadata() {
  const t = await getTranslations("trials");
  return { title: t("title") };
}

export default function Page() {
  return <TrialsPage />;
}
