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

/** `categories` → `category`. What is no plural comes back as it is. */
export function singular(word: string): string {
  if (/ies$/.test(word)) return word.replace(/ies$/, "y");
  if (/(s|x|z|ch|sh)es$/.test(word)) return word.replace(/es$/, "");
  return word.replace(/([^s])s$/, "$1");
}

/** `a, b and c` */
export function listed(words: string[]): string {
  return new Intl.ListFormat("en-GB").format(words);
}
