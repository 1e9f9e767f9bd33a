import type { Catalog } from '../../catalog/index.js';
import { type CallOptions, ConnectError, type Connector } from '../../core/index.js';
import type { AirbyteCaller } from '../call.js';
import { listTemplateSources, readTemplateSource, type TemplateFamily } from '../calls/templateSourceCalls.js';
import { tokenWorkspaceId } from '../calls/widgetTokenCalls.js';
import { inBatches } from '../inBatches.js';
import { toConnector } from '../toConnector.js';
import type { WidgetTokens } from '../widgetTokens.js';
import type { AirbytePattern } from './pattern.js';

/** Gets that run at the same time. */
const BATCH = 10;

/** What a workspace holds. */
export interface TemplateOwnership {
  /** By the widget's address, the token's claims, or the call that describes a token. */
  workspaceId(workspaceName: string, options?: CallOptions): Promise<string>;
  list(workspaceName: string, options?: CallOptions): Promise<Connector[]>;
  /** @throws {ConnectError} `connector_not_found` for an unknown id and for a foreign one, after the same calls */
  prove(workspaceName: string, id: string, options?: CallOptions): Promise<Connector>;
}

export interface TemplateOwnershipOptions {
  caller: AirbyteCaller;
  catalog: Catalog;
  tokens: WidgetTokens;
  family: TemplateFamily;
  generation: AirbytePattern['generation'];
}

export function createTemplateOwnership({ caller, catalog, tokens, family, generation }: TemplateOwnershipOptions): TemplateOwnership {
  const workspaceId: TemplateOwnership['workspaceId'] = async (workspaceName, options) =>
    (await tokens.opened(workspaceName, options)).workspaceId ?? tokenWorkspaceId(caller, { workspaceName, generation }, options);

  async function listed(workspaceName: string, options: CallOptions | undefined) {
    return listTemplateSources(caller, { family, workspaceName, workspaceId: await workspaceId(workspaceName, options) }, options);
  }

  /** No document says that a list's item names its type. */
  async function connectorOf(workspaceName: string, item: Awaited<ReturnType<typeof listed>>[number], options: CallOptions | undefined): Promise<Connector> {
    const isTold = (item.summarized_source_template ?? item.source_template) != null;
    const source = isTold ? item : await readTemplateSource(caller, { family, workspaceName, id: item.id }, options);
    return toConnector(source, catalog);
  }

  return {
    workspaceId,
    list: async (workspaceName, options) => inBatches(await listed(workspaceName, options), BATCH, (item) => connectorOf(workspaceName, item, options)),
    async prove(workspaceName, id, options) {
      const item = (await listed(workspaceName, options)).find((candidate) => candidate.id === id);
      if (item === undefined) throw new ConnectError('connector_not_found', 'The workspace has no source of this id.');
      return connectorOf(workspaceName, item, options);
    },
  };
}
