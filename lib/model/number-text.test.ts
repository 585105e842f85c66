import { expect, it } from "vitest";
import { numberText } from "@/lib/model/number-text";

it.each([
  ["0", "0"],
  ["0.000", "0"],
  ["7.1666666666666667", "7.167"],
  ["1234567", "1,234,567"],
  ["123456.789", "123,456.8"],
  ["0.00001234", "1.234e-5"],
  ["12345678901234567890", "1.235e+19"],
  [`-${"9".repeat(400)}`, "-9.999e+399"],
  ["-12.5", "-12.5"],
])("%s is read as %s", (literal, text) => expect(numberText(literal)).toBe(text));
