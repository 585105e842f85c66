// Server: what is wrong with a call, thrown where it is found; the API answers with it as problem details.
import "server-only";
import { problem } from "@/lib/api/answer";

/** About one field of the body, or one parameter of the address. */
export type Complaint = { field: string; detail: string } | { parameter: string; detail: string };

type More = { headers?: HeadersInit; extensions?: object };

export class Problem extends Error {
  override name = "Problem";

  constructor(
    readonly status: number,
    readonly title: string,
    private readonly more: More = {},
  ) {
    super(title);
  }

  response(): Response {
    return problem(this.status, this.title, this.more.headers, this.more.extensions);
  }
}

/** @param complaints at least one */
export function complaint(status: number, title: string, complaints: Complaint[]): Problem {
  return new Problem(status, title, { extensions: { errors: complaints } });
}

/** What a verb found wrong with single fields. */
export function fieldComplaints(errors: Record<string, string>): Complaint[] {
  return Object.entries(errors).map(([field, detail]) => ({ field, detail }));
}

/** For route handlers: a problem that `work` throws is its answer. */
export async function problemAnswer(work: () => Promise<Response>): Promise<Response> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof Problem) return error.response();
    throw error;
  }
}
