// @ts-check
// An expected failure: one sentence that says what happened and what to do.

export class Failure extends Error {
  /**
   * @param {string} sentence
   * @param {string} [details] a program's own output, shown above the sentence
   */
  constructor(sentence, details) {
    super(sentence);
    this.details = details;
  }
}

/**
 * The `code` of a Node system error, such as `ENOENT`.
 * @param {unknown} error
 */
export function errorCode(error) {
  return error instanceof Error && "code" in error ? String(error.code) : undefined;
}
