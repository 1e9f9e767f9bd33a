import { person, timeOf } from './people.js';
import type { ServiceModel } from './service.js';

/** A service that nothing more is known of: records with an id, a name and two dates. */
export const generic: ServiceModel = {
  newestFirst: false,
  pageSize: 20,
  count: () => 45,
  record: ({ index, draw, parents }) => {
    const changed = new Date(timeOf(index)).toISOString();
    const { name, email } = person(draw);
    return { id: `${draw.token(10)}${index}`, ...parents, name, email, created_at: changed, updated_at: changed };
  },
  written: (params) => params,
  metadata: () => ({}),
  deleted: (removed) => removed,
};
