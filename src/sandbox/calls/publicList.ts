import type { JsonObject } from '../../core/index.js';
import { publicProblem } from '../errors.js';
import type { SandboxContext } from './callContext.js';

/** What a list of the public API is asked for. */
export interface PublicList {
  /** Ids of workspaces; none stand for all. */
  wanted: readonly string[];
  includeDeleted: boolean;
  /** The page, with the URLs of its neighbours. */
  page<T>(all: readonly T[], answer: (item: T) => JsonObject): JsonObject;
}

/** Reads `limit`, `offset`, `includeDeleted` and `workspaceIds`, which may be repeated or separated by commas. @throws 400 */
export function readPublicOffset(context: SandboxContext): PublicList {
  const { limit: limitText = '20', offset: offsetText = '0', includeDeleted } = context.req.query();
  const [limit, offset] = [Number(limitText), Number(offsetText)];
  const holds = Number.isInteger(limit) && limit >= 1 && limit <= 100 && Number.isInteger(offset) && offset >= 0;
  if (!holds) throw publicProblem(400, 'bad-request', 'limit is from 1 to 100, offset from 0.');
  const at = (start: number) => {
    const url = new URL(context.req.url);
    url.searchParams.set('limit', String(limit));
    url.searchParams.set('offset', String(start));
    return url.href;
  };
  return {
    wanted: (context.req.queries('workspaceIds') ?? []).flatMap((ids) => ids.toLowerCase().split(',')),
    includeDeleted: includeDeleted === 'true',
    page: (all, answer) => ({
      data: all.slice(offset, offset + limit).map(answer),
      ...(offset > 0 ? { previous: at(Math.max(0, offset - limit)) } : {}),
      ...(offset + limit < all.length ? { next: at(offset + limit) } : {}),
    }),
  };
}
