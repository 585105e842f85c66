import { expect, it } from "vitest";
import { deviceName } from "@/lib/auth/device-name";

const mac =
  "Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/537.36 (KHTML, like Gecko)";

it.each([
  [`${mac} Chrome/140.0.0.0 Safari/537.36`, "Chrome on macOS"],
  [`${mac} Chrome/140.0.0.0 Safari/537.36 Edg/140.0.0.0`, "Edge on macOS"],
  [`${mac} Version/18.0 Safari/605.1.15`, "Safari on macOS"],
  ["Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0", "Firefox on Linux"],
  [
    "Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) Version/18.0 Mobile/15E148 Safari/604.1",
    "Safari on iPhone",
  ],
  ["Mozilla/5.0 (Linux; Android 15) Chrome/140.0.0.0 Mobile Safari/537.36", "Chrome on Android"],
  ["curl/8.0.1", "curl/8.0.1"],
  ["", "Unknown device"],
  [null, "Unknown device"],
])("%s is called %s", (userAgent, name) => expect(deviceName(userAgent)).toBe(name));
