import { expect, it } from "vitest";
import { axisLabels } from "@/lib/model/charts/axis-labels";

const [hour, day] = [3_600_000, 86_400_000];
const at = (text: string) => Date.parse(`${text}Z`);

it("says the year and the day where they begin, not at every tick", () => {
  expect(axisLabels([at("2025-11-01"), at("2025-12-01"), at("2026-01-01")], 30 * day)).toEqual([
    "Nov 2025",
    "Dec",
    "Jan 2026",
  ]);
  expect(axisLabels([at("2026-03-01"), at("2026-03-08")], 7 * day)).toEqual(["1 Mar", "8 Mar"]);
  expect(axisLabels([at("2026-03-01T18:00"), at("2026-03-02T00:00")], 6 * hour)).toEqual([
    "18:00",
    "2 Mar",
  ]);
  expect(axisLabels([at("2020-01-01"), at("2021-01-01")], 366 * day)).toEqual(["2020", "2021"]);
});
