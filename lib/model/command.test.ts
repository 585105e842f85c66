import { integer, pgTable, uuid } from "drizzle-orm/pg-core";
import { describe, expect, it } from "vitest";
import type { Role } from "@/lib/model/actor";
import { type CommandSource, commandsOf } from "@/lib/model/command";
import { deriveResource, type ResourceOptions } from "@/lib/model/define-resource";

const resource = (table: string, options: ResourceOptions = {}, writers: Role = "editor") =>
  deriveResource(
    pgTable(table, { id: uuid().primaryKey(), size: integer() }),
    { prefix: "app_", writers },
    options,
  );

const source: Omit<CommandSource, "actor"> = {
  declared: [
    resource("app_visits", {
      slug: "visits",
      singular: "visit",
      views: [{ kind: "list" }, { kind: "board", by: "size", card: [], moves: {} }],
    }),
  ],
  others: [resource("app_rooms", {}, "owner")],
  prefixes: [{ prefix: "app_", label: "App" }],
};

const labels = (role: Role) => commandsOf({ actor: { role }, ...source }).map(({ label }) => label);

describe("commands", () => {
  it("lead to every view of a declared resource and to every other table", () => {
    const commands = commandsOf({ actor: { role: "owner" }, ...source });
    const href = (label: string) => commands.find((command) => command.label === label)?.id;
    expect(href("Visits")).toBe("/visits");
    expect(href("Visits › Board")).toBe("/visits?view=board");
    expect(href("Migrations › App")).toBe("/migrations/app_");
    expect(commands.find(({ label }) => label === "Rooms")).toMatchObject({ detail: "App" });
  });

  it("have ids of their own", () => {
    const ids = commandsOf({ actor: { role: "owner" }, ...source }).map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
  });

  it("are those of the role", () => {
    const written = ["New visit", "New record in rooms", "People"];
    expect(written.filter((label) => labels("owner").includes(label))).toEqual(written);
    expect(written.filter((label) => labels("editor").includes(label))).toEqual(["New visit"]);
    expect(written.filter((label) => labels("viewer").includes(label))).toEqual([]);
  });
});
