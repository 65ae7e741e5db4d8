/** An account name as it is compared: forges do not tell capitals apart, and a leading `@` only mentions. */
export const accountName = (name: string): string => name.replace(/^@/, "").toLowerCase();
