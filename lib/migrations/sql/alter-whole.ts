// Pure: the parts of ALTER TABLE that change the table itself.
import type { AlterTableCmd } from "libpg-query";
import type { AlterPart } from "@/lib/migrations/sql/alter-part";
import { said, tableOf } from "@/lib/migrations/sql/names";
import type { Cost, LockMode, TableRef } from "@/lib/model/migrations/sql";

export function alteredPartition(command: AlterTableCmd, table: TableRef): AlterPart | undefined {
  if (!command.def || !("PartitionCmd" in command.def)) return;
  const { name, concurrent } = command.def.PartitionCmd;
  const partition = tableOf(name);
  const isAttached = command.subtype === "AT_AttachPartition";
  const action = isAttached ? "Attach partition" : "Detach partition";
  const note = isAttached ? "checks every row unless a CHECK says it already" : "rows stay";
  const lock = isAttached ? "ShareUpdateExclusiveLock" : "AccessExclusiveLock";
  return {
    action,
    phrase: `${action.toLowerCase()} ${said(partition)}`,
    joint: isAttached ? "to" : "from",
    effects: [
      { table, action, lock, cost: "none", note: "the list of its partitions changes" },
      {
        table: partition,
        action,
        lock: "AccessExclusiveLock",
        cost: isAttached ? "scan" : "none",
        note,
      },
    ],
    ...(concurrent && { facts: { outsideTransaction: "DETACH PARTITION CONCURRENTLY" } }),
  };
}

export function alteredWhole(command: AlterTableCmd, table: TableRef): AlterPart {
  const {
    action,
    lock = "AccessExclusiveLock",
    cost = "none",
  } = changes[command.subtype ?? "AT_AddOf"] ?? { action: "Alter table" };
  const of = command.name ? ` ${command.name}` : "";
  const note = cost === "rewrite" ? "every row is stored anew" : "rows stay as they are";
  return {
    action,
    phrase: `${action.charAt(0).toLowerCase()}${action.slice(1)}${of}`,
    joint: "on",
    effects: [{ table, action, lock, cost, note }],
  };
}

type Change = { action: string; lock?: LockMode; cost?: Cost };

const enableTrigger: Change = { action: "Enable trigger", lock: "ShareRowExclusiveLock" };
const disableTrigger: Change = { action: "Disable trigger", lock: "ShareRowExclusiveLock" };
// Most storage parameters; the few that ask for more are not set in migrations.
const options: Change = { action: "Set table options", lock: "ShareUpdateExclusiveLock" };

const changes: { [Subtype in NonNullable<AlterTableCmd["subtype"]>]?: Change } = {
  AT_EnableRowSecurity: { action: "Enable row level security" },
  AT_DisableRowSecurity: { action: "Disable row level security" },
  AT_ForceRowSecurity: { action: "Force row level security" },
  AT_NoForceRowSecurity: { action: "No longer force row level security" },
  AT_ChangeOwner: { action: "Change owner" },
  AT_ReplicaIdentity: { action: "Set replica identity" },
  AT_EnableTrig: enableTrigger,
  AT_EnableAlwaysTrig: enableTrigger,
  AT_EnableReplicaTrig: enableTrigger,
  AT_EnableTrigAll: enableTrigger,
  AT_EnableTrigUser: enableTrigger,
  AT_DisableTrig: disableTrigger,
  AT_DisableTrigAll: disableTrigger,
  AT_DisableTrigUser: disableTrigger,
  AT_SetRelOptions: options,
  AT_ResetRelOptions: options,
  AT_ClusterOn: { action: "Cluster on", lock: "ShareUpdateExclusiveLock" },
  AT_DropCluster: { action: "No longer cluster", lock: "ShareUpdateExclusiveLock" },
  AT_SetLogged: { action: "Set logged", cost: "rewrite" },
  AT_SetUnLogged: { action: "Set unlogged", cost: "rewrite" },
  AT_SetAccessMethod: { action: "Set access method", cost: "rewrite" },
  AT_SetTableSpace: { action: "Set tablespace", cost: "rewrite" },
  AT_AddInherit: { action: "Inherit" },
  AT_DropInherit: { action: "No longer inherit" },
};
