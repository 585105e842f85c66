// Pure: names taken apart, as English and snake_case build them.

/** `userId` and `user_id` → `user_id`. */
export function snakeCase(name: string): string {
  return name
    .replace(/([a-z0-9])([A-Z])/g, "$1_$2")
    .replace(/([A-Z])([A-Z][a-z])/g, "$1_$2")
    .replace(/[^A-Za-z0-9]+/g, "_")
    .replace(/^_+|_+$/g, "")
    .toLowerCase();
}

/** `user_id` → `userId`, as fields are named in a schema file. */
export function camelCase(name: string): string {
  return snakeCase(name).replace(/_([a-z0-9])/g, (_, letter: string) => letter.toUpperCase());
}

const irregular: Record<string, string> = { person: "people", child: "children" };

/** `category` → itself and what its plural may be: `categorys`, `categoryes`, `categories`. */
export function withPlurals(word: string): string[] {
  const known = irregular[word];
  const regular = [word, `${word}s`, `${word}es`, word.replace(/y$/, "ies")];
  return known ? [...regular, known] : regular;
}

/** `a, b and c` */
export function listed(words: string[]): string {
  return new Intl.ListFormat("en-GB").format(words);
}
