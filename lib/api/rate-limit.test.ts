import { describe, expect, it } from "vitest";
import { rateLimiter } from "@/lib/api/rate-limit";

describe("the rate limit", () => {
  it("counts each caller by itself and begins anew when the window has passed", () => {
    let now = 0;
    const take = rateLimiter(2, 60_000, () => now);
    expect(take("a")).toEqual({ isOver: false, remaining: 1, resetS: 60 });
    now = 15_000;
    expect(take("a")).toEqual({ isOver: false, remaining: 0, resetS: 45 });
    expect(take("a")).toEqual({ isOver: true, remaining: 0, resetS: 45 });
    expect(take("b")).toEqual({ isOver: false, remaining: 1, resetS: 60 });
    now = 60_000;
    expect(take("a")).toEqual({ isOver: false, remaining: 1, resetS: 60 });
  });
});
