import { describe, expect, it } from "vitest";
import {
  calendarHref,
  calendarShows,
  includes,
  parseCalendarParams,
  stepped,
} from "@/lib/model/calendar/params";
import { queryWords } from "@/lib/model/calendar/words";

const today = "2026-11-23";
const resource = { slug: "sessions", views: [{ kind: "list" as const }] };

describe("the address of a calendar", () => {
  it("asks for the month of today by itself", () => {
    expect(parseCalendarParams({}, today)).toEqual({
      query: { show: "month", on: today },
      notices: [],
    });
  });

  it.each(calendarShows)("of a %s leads back to itself", (show) => {
    const query = { show, on: "2027-01-04" };
    const { searchParams } = new URL(calendarHref(resource, query), "http://localhost");
    expect(parseCalendarParams(Object.fromEntries(searchParams), today).query).toEqual(query);
    expect(searchParams.get("view")).toBe("calendar");
  });

  it.each([
    [{ show: "year" }, /month, a week or an agenda/],
    [{ on: "2026-02-30" }, /not one of the calendar/],
    [{ on: "9999-12-31" }, /not one of the calendar/],
    [{ on: "" }, /not one of the calendar/],
  ])("leaves out %o with a notice", (params, notice) => {
    const { query, notices } = parseCalendarParams(params, today);
    expect(query).toEqual({ show: "month", on: today });
    expect(notices).toEqual([expect.stringMatching(notice)]);
  });
});

describe("a step", () => {
  it.each([
    [{ show: "month", on: "2026-01-31" }, 1, "2026-02-01"],
    [{ show: "week", on: "2026-12-31" }, 1, "2027-01-07"],
    [{ show: "agenda", on: "2026-11-23" }, -1, "2026-11-16"],
    [{ show: "month", on: "9998-12-31" }, 1, "9998-12-31"],
  ] as const)("from %o by %i", (query, steps, on) =>
    expect(stepped(query, steps)).toEqual({ ...query, on }),
  );
});

it("knows whether today is shown", () => {
  expect(includes({ show: "week", on: "2026-11-29" }, today)).toBe(true);
  expect(includes({ show: "week", on: "2026-11-30" }, today)).toBe(false);
  expect(includes({ show: "month", on: "2026-11-01" }, today)).toBe(true);
});

it.each([
  [{ show: "month", on: today }, "November 2026"],
  [{ show: "week", on: today }, "23 – 29 Nov 2026"],
  [{ show: "week", on: "2026-10-01" }, "28 Sep – 4 Oct 2026"],
  [{ show: "week", on: "2027-01-01" }, "28 Dec 2026 – 3 Jan 2027"],
  [{ show: "agenda", on: today }, "From Mon 23 Nov 2026"],
] as const)("%o is called %s", (query, words) => expect(queryWords(query)).toBe(words));
