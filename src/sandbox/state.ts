import type { CatalogListing } from '../catalog/index.js';
import type { JsonObject } from '../core/index.js';
import { uuidFrom } from './seeded.js';

export interface Workspace {
  id: string;
  /** The tenant's name: `workspace_name`, in older calls `external_user_id`. */
  name: string;
}

/** A connector as Airbyte keeps it: with its credentials. */
export interface StoredConnector {
  id: string;
  name: string;
  workspace: Workspace;
  definition: CatalogListing;
  credentials: JsonObject;
  environment: JsonObject;
  replicationConfig: JsonObject;
  /** Milliseconds since the epoch, like every time in here. */
  createdAt: number;
  updatedAt: number;
  /** When its removal was accepted, or null. */
  deletedAt: number | null;
  /** What stands at the service, by collection. */
  records: Map<string, JsonObject[]>;
}

/** A consent that was started. `seed` brings a secret id to the callback, `current` a connector id. */
export interface ConsentSession {
  id: string;
  generation: 'seed' | 'current';
  workspace: Workspace;
  definition: CatalogListing;
  redirectUrl: string;
  name: string | null;
  environment: JsonObject;
  replicationConfig: JsonObject;
  expiresAt: number;
  decided: boolean;
}

/** What a `secret_id` stands for. */
export interface OAuthSecret {
  workspaceId: string;
  definitionId: string;
  credentials: JsonObject;
  environment: JsonObject;
  expiresAt: number;
}

export interface StoredCheck {
  id: string;
  succeeded: boolean;
  message: string | null;
}

/** Everything that Airbyte remembers. */
export interface SandboxState {
  workspaces: Map<string, Workspace>;
  connectors: Map<string, StoredConnector>;
  sessions: Map<string, ConsentSession>;
  secrets: Map<string, OAuthSecret>;
  checks: Map<string, StoredCheck>;
  /** The next deterministic id of a kind. */
  nextId(kind: string): string;
  /** The workspace of a name, made when it is new. */
  ensureWorkspace(name: string): Workspace;
  clear(): void;
}

export function createState(seed: number): SandboxState {
  const counters = new Map<string, number>();
  const workspaces: SandboxState['workspaces'] = new Map();
  const connectors: SandboxState['connectors'] = new Map();
  const sessions: SandboxState['sessions'] = new Map();
  const secrets: SandboxState['secrets'] = new Map();
  const checks: SandboxState['checks'] = new Map();
  return {
    workspaces,
    connectors,
    sessions,
    secrets,
    checks,
    nextId(kind) {
      const count = (counters.get(kind) ?? 0) + 1;
      counters.set(kind, count);
      return uuidFrom(`${seed}:${kind}:${count}`);
    },
    ensureWorkspace(name) {
      const known = workspaces.get(name);
      if (known) return known;
      const made = { id: uuidFrom(`${seed}:workspace:${name}`), name };
      workspaces.set(name, made);
      return made;
    },
    clear() {
      // Ids go on: Airbyte gives none twice, and a host may remember one.
      for (const map of [workspaces, connectors, sessions, secrets, checks]) map.clear();
    },
  };
}
