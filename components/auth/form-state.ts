// Pure: what an account form shows after it was sent.

export type FormState = {
  /** What went well, in a few words. */
  done?: string;
  formError?: string;
  fieldErrors?: Record<string, string>;
  /** What was typed, to be kept. Never passwords. */
  values?: Record<string, string>;
  /** A one-time link to pass on. It is shown this once. */
  link?: string;
  /** A new API token. It is shown this once. */
  token?: string;
};

export type FormAction = (state: FormState, form: FormData) => Promise<FormState>;
