import { AIRBYTE_OPTIONS, type AirbytePlace, airbytePlace } from '../airbyteOptions.js';
import type { CliWorld } from '../cliWorld.js';
import { addressProblem } from '../doctor/addressProblem.js';
import { checkCallback } from '../doctor/checkCallback.js';
import { checkCredentials } from '../doctor/checkCredentials.js';
import { checkDefinitions } from '../doctor/checkDefinitions.js';
import { checkHandler } from '../doctor/checkHandler.js';
import { checkHosts } from '../doctor/checkHosts.js';
import { checkOrganization } from '../doctor/checkOrganization.js';
import { checkPage } from '../doctor/checkPage.js';
import { checkTenants } from '../doctor/checkTenants.js';
import { createClockWatch } from '../doctor/clock.js';
import { error, type Finding, skipped } from '../doctor/finding.js';
import { EXIT } from '../exitCodes.js';
import { readArguments } from '../readArguments.js';
import { readCredentials } from '../readCredentials.js';
import { refuse } from '../refuse.js';
import { NO_CREDENTIALS, operatorOf } from '../withAirbyte.js';

const OPTIONS = {
  ...AIRBYTE_OPTIONS,
  'callback-url': { type: 'string' },
  'allowed-origin': { type: 'string', multiple: true },
  handler: { type: 'string' },
  page: { type: 'string', multiple: true },
  definition: { type: 'string', multiple: true },
} as const;

const MARKS = { ok: 'ok     ', warning: 'warning', error: 'ERROR  ', skipped: 'skipped' } as const;

/** `doctor`: looks for what keeps users from connecting. Reads only: it makes no workspace and no connector. */
export async function doctor(args: readonly string[], world: CliWorld): Promise<number> {
  const read = readArguments(args, OPTIONS);
  if ('problem' in read) return refuse(world, read.problem);
  const { values, positionals } = read;
  if (positionals.length > 0) return refuse(world, 'doctor takes options only. --help tells what there is.');
  const place = airbytePlace(values);
  if ('problem' in place) return refuse(world, place.problem);
  const { 'callback-url': callbackUrl, 'allowed-origin': allowedOrigins = [], handler, page: pages = [], definition: offered = [] } = values;
  const { fetch } = world;
  const origins = [...pages, ...(callbackUrl === undefined ? [] : [callbackUrl])]
    .filter((address) => addressProblem(address) === null)
    .map((address) => new URL(address).origin);
  const findings = [
    ...(await airbyteFindings(world, place, offered)),
    await checkCallback({ callbackUrl, allowedOrigins, fetch }),
    ...checkHosts(callbackUrl, handler),
    ...(await checkHandler({ handler, origins, fetch })),
    ...(await Promise.all(pages.map((page) => checkPage({ page, handler, fetch })))).flat(),
  ];
  const isWell = findings.every(({ level }) => level !== 'error');
  world.out(values.json ? `${JSON.stringify({ ok: isWell, findings })}\n` : findings.map(lineOf).join(''));
  return isWell ? EXIT.ok : EXIT.failed;
}

async function airbyteFindings(world: CliWorld, place: AirbytePlace, offered: readonly string[]): Promise<Finding[]> {
  const credentials = await readCredentials(world);
  if (credentials === null) return [error('credentials', 'There is no client id, or no secret.', NO_CREDENTIALS)];
  const clock = createClockWatch(world);
  const operator = (of: AirbytePlace) => operatorOf(of, credentials, { fetch: clock.fetch, now: world.now });
  const { findings, works } = await checkCredentials(operator(place), place.generation);
  if (works === null)
    return [
      ...findings,
      ...(['organization', 'definitions', 'tenants'] as const).map((check) => skipped(check, 'Not looked at without a token.')),
      clock.check(),
    ];
  const own = operator({ ...place, generation: works });
  return [
    ...findings,
    await checkOrganization(own, place.organizationId),
    ...(await checkDefinitions(own, offered)),
    await checkTenants(own, works),
    clock.check(),
  ];
}

const lineOf = ({ check, level, says, cure }: Finding): string => `${MARKS[level]} ${check}: ${says}\n${cure === undefined ? '' : `        -> ${cure}\n`}`;
