// Pure: which extension brings a type, function or operator class.
import type { ObjectRef } from "@/lib/model/migrations/sql";

/** Undefined for what comes from no extension that is known here. */
export function extensionOf({ kind, name }: ObjectRef): string | undefined {
  if (kind === "extension") return name;
  if (kind === "type") return ofType[name];
  return kind === "function" ? ofFunction[name] : undefined;
}

export const extensionOfMethod: Record<string, string> = {
  ...brings("pg_trgm", "gin_trgm_ops gist_trgm_ops"),
  ...brings("ltree", "gist_ltree_ops"),
  ...brings("hstore", "gin_hstore_ops gist_hstore_ops"),
  ...brings("bloom", "bloom"),
  ...brings("vector", "hnsw ivfflat vector_cosine_ops vector_ip_ops vector_l1_ops vector_l2_ops"),
};

const ofType: Record<string, string> = {
  ...brings("vector", "vector halfvec sparsevec"),
  ...brings("postgis", "geometry geography"),
  ...brings("citext", "citext"),
  ...brings("hstore", "hstore"),
  ...brings("ltree", "ltree lquery ltxtquery"),
};

const ofFunction: Record<string, string> = {
  ...brings("uuid-ossp", "uuid_generate_v1 uuid_generate_v1mc uuid_generate_v4 uuid_generate_v5"),
  ...brings("pgcrypto", "gen_salt gen_random_bytes"),
};

function brings(extension: string, names: string): Record<string, string> {
  return Object.fromEntries(names.split(" ").map((name) => [name, extension]));
}
