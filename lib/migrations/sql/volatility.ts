// Pure: whether an expression gives every row the same value, as a default does that needs no rewrite.
import type { Node } from "libpg-query";
import { wordsOf } from "@/lib/migrations/sql/names";
import { nodesIn } from "@/lib/migrations/sql/reading";

/** The function that makes each row's value another one, or that may. */
export type Volatility = { isCertain: boolean; cause: string };

export function volatilityOf(expression: Node | undefined): Volatility | undefined {
  const names = nodesIn(expression, "FuncCall").map((call) => wordsOf(call.funcname).at(-1) ?? "");
  const known = names.find((name) => volatile.has(name));
  if (known) return { isCertain: true, cause: `${known}()` };
  const unknown = names.find((name) => !steady.has(name));
  return unknown === undefined ? undefined : { isCertain: false, cause: `${unknown}()` };
}

const volatile = new Set(
  `random random_normal gen_random_uuid uuidv4 uuidv7 uuid_generate_v1 uuid_generate_v1mc
   uuid_generate_v4 gen_random_bytes gen_salt clock_timestamp timeofday nextval setval currval
   lastval pg_backend_pid`.split(/\s+/),
);

/** Functions of Postgres itself that are immutable or stable and occur in defaults. */
const steady = new Set(
  `now transaction_timestamp statement_timestamp timezone date_trunc date_part extract to_char
   to_date to_timestamp make_date make_interval make_timestamp make_timestamptz age lower upper
   initcap concat concat_ws format left right lpad rpad trim btrim ltrim rtrim replace repeat
   substring substr length md5 sha256 encode decode abs ceil floor round trunc power sqrt
   array_length cardinality array_append string_to_array array_to_string current_setting
   jsonb_build_object jsonb_build_array json_build_object json_build_array to_json to_jsonb
   to_tsvector to_tsquery int4range int8range numrange tsrange tstzrange daterange
   current_schema current_database inet_client_addr`.split(/\s+/),
);
