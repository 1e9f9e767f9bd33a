const NAMES = /secret|passw|token|credential|api[-_]?key|private[-_]?key|client[-_]?id/i;
/** Long, unbroken, of letters and digits: a token's look. Ids of definitions are UUIDs, addresses hold dots or colons. */
const LOOKS = /^(?=.*\d)(?=.*[a-z])[\w+/=~-]{24,}$/i;
const JWT = /^[\w-]{10,}\.[\w-]{10,}\.[\w-]*$/;
/** `google-analytics-data-api-v4` */
const SLUG = /^[a-z]+(-[a-z]+|-v?\d{1,3})*$/i;
const UUID = /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/i;

/**
 * Whether an argument is a secret, by its name or by its looks: arguments stand in the shell's history and in the list of processes.
 * @param secrets values that are known to be some
 */
export function isSecretArgument(argument: string, secrets: readonly string[]): boolean {
  const option = /^--?([\w-]+)(?:=(.*))?$/s.exec(argument);
  if (option !== null && NAMES.test(option[1] ?? '')) return true;
  const pair = /^(\w[\w.-]*)=(.+)$/s.exec(argument);
  if (pair !== null && NAMES.test(pair[1] ?? '')) return true;
  const value = option?.[2] ?? pair?.[2] ?? argument;
  return secrets.includes(value) || (!UUID.test(value) && !SLUG.test(value) && (LOOKS.test(value) || JWT.test(value)));
}
