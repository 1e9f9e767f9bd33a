import type { CatalogListing } from '../catalog/index.js';
import type { JsonObject } from '../core/index.js';
import { uuidFrom } from './seeded.js';

export interface Workspace {
  id: string;
  /** The tenant's name: `workspace_name`, in older calls `external_user_id`. The public API may give one to several workspaces. */
  name: string;
  status: 'active' | 'inactive';
  cacheEnabled: boolean;
  regionId: string;
  /** Free form, of the public API. */
  notifications: JsonObject;
  /** OAuth apps of the workspace itself, by the slug of their definition. */
  oauthApps: Map<string, JsonObject>;
  createdAt: number;
  updatedAt: number;
  deletedAt: number | null;
}

/** A connector as Airbyte keeps it: with its credentials. Sources are connectors; instances, of the oldest generation, have a life of their own. */
export interface StoredConnector {
  id: string;
  kind: 'source' | 'instance';
  name: string;
  workspace: Workspace;
  definition: CatalogListing;
  credentials: JsonObject;
  environment: JsonObject;
  replicationConfig: JsonObject;
  /** The source template that it was made from. */
  templateId: string;
  /** The whole configuration, in the calls that take one; null where it came in parts. */
  configuration: JsonObject | null;
  /** When it was last executed, or made. */
  usedAt: number;
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
  templateId: string;
  redirectUrl: string;
  name: string | null;
  environment: JsonObject;
  replicationConfig: JsonObject;
  expiresAt: number;
  decided: boolean;
}

/** A definition as the organization offers it. */
export interface StoredTemplate {
  id: string;
  definition: CatalogListing;
  name: string;
  mode: 'DIRECT' | 'REPLICATION' | 'MULTI';
  /** What the end user is neither asked nor shown. */
  presets: JsonObject;
  customization: JsonObject | null;
  tags: string[];
  createdAt: number;
  updatedAt: number;
}

export interface StoredTag {
  id: string;
  name: string;
  createdAt: number;
  updatedAt: number;
}

/** The organization's own OAuth app for a definition. */
export interface StoredOAuthApp {
  id: string;
  definitionId: string;
  configuration: JsonObject;
  createdAt: number;
  updatedAt: number;
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
  /** By id; also those that were removed. */
  workspaces: Map<string, Workspace>;
  connectors: Map<string, StoredConnector>;
  sessions: Map<string, ConsentSession>;
  secrets: Map<string, OAuthSecret>;
  checks: Map<string, StoredCheck>;
  /** What the organization offers; null until somebody asks. */
  templates: Map<string, StoredTemplate> | null;
  /** By name. */
  tags: Map<string, StoredTag>;
  /** By the id of their definition. */
  oauthApps: Map<string, StoredOAuthApp>;
  /** The next deterministic id of a kind. */
  nextId(kind: string): string;
  /** The oldest workspace of a name. */
  findWorkspace(name: string): Workspace | undefined;
  /** The workspace of a name, made when it is new. */
  ensureWorkspace(name: string, regionId?: string): Workspace;
  /** Another workspace, also when there is one of that name. */
  addWorkspace(name: string, regionId?: string): Workspace;
  clear(): void;
}

/** Where a workspace is when nothing else is asked for. */
export const US_REGION = '645a183f-b12b-4c6e-8ad3-99e165603450';

export function createState(seed: number, now: () => number): SandboxState {
  const counters = new Map<string, number>();
  const workspaces: SandboxState['workspaces'] = new Map();
  const connectors: SandboxState['connectors'] = new Map();
  const sessions: SandboxState['sessions'] = new Map();
  const secrets: SandboxState['secrets'] = new Map();
  const checks: SandboxState['checks'] = new Map();
  const tags: SandboxState['tags'] = new Map();
  const oauthApps: SandboxState['oauthApps'] = new Map();
  const namesakes = (name: string) => [...workspaces.values()].filter((workspace) => workspace.name === name);
  return {
    workspaces,
    connectors,
    sessions,
    secrets,
    checks,
    templates: null,
    tags,
    oauthApps,
    nextId(kind) {
      const count = (counters.get(kind) ?? 0) + 1;
      counters.set(kind, count);
      return uuidFrom(`${seed}:${kind}:${count}`);
    },
    findWorkspace: (name) => namesakes(name).find(({ deletedAt }) => deletedAt === null),
    ensureWorkspace(name, regionId) {
      return this.findWorkspace(name) ?? this.addWorkspace(name, regionId);
    },
    addWorkspace(name, regionId = US_REGION) {
      const before = namesakes(name).length;
      const id = uuidFrom(`${seed}:workspace:${name}${before === 0 ? '' : `:${before + 1}`}`);
      const made = { id, name, ...newWorkspace(now()), regionId };
      workspaces.set(id, made);
      return made;
    },
    clear() {
      // Ids go on: Airbyte gives none twice, and a host may remember one.
      for (const map of [workspaces, connectors, sessions, secrets, checks, tags, oauthApps]) map.clear();
      this.templates = null;
    },
  };
}

const newWorkspace = (now: number) => ({
  status: 'active' as const,
  cacheEnabled: false,
  notifications: {},
  oauthApps: new Map(),
  createdAt: now,
  updatedAt: now,
  deletedAt: null,
});
