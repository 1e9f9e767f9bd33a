import { definitionOfEntry, definitionOfListing } from '../../catalog/index.js';
import { type CallOptions, ConnectError, type ConnectorDefinition, type ConnectorDefinitionDetail, isJsonObject } from '../../core/index.js';
import type { AirbyteCaller } from '../call.js';
import { listTemplates, readTemplate, type SourceTemplate, type TagFilter, type TemplateFamily, type TemplateForm } from '../calls/templateSourceCalls.js';
import { type MethodsOptions, methodsOfSpec } from '../methodsOfSpec.js';
import { type PresetTree, presetTree } from '../presetTree.js';
import { RecentMap } from '../recentMap.js';
import { definitionWithout } from '../withoutPresets.js';
import type { PatternContext } from './pattern.js';

/** Milliseconds for which a template is believed. */
const LIFE = 5 * 60_000;
const LIMIT = 256;

/** A template as it is offered. */
export interface OfferedTemplate {
  id: string;
  definition: ConnectorDefinition;
}

/** What the organization offers. */
export interface TemplateDefinitions {
  list(options?: CallOptions): Promise<ConnectorDefinition[]>;
  detail(idOrSlug: string, options?: CallOptions): Promise<ConnectorDefinitionDetail>;
  /** @throws {ConnectError} `definition_not_found` */
  find(idOrSlug: string, options?: CallOptions): Promise<OfferedTemplate>;
  presets(template: OfferedTemplate, options?: CallOptions): Promise<PresetTree>;
  /** Ids of the definitions of templates with at least one of these tags. */
  withTags(tags: readonly string[], options?: CallOptions): Promise<string[]>;
}

export interface TemplateDefinitionsOptions {
  context: PatternContext;
  caller: AirbyteCaller;
  /** A backend asks as the operator, since it asks for nobody in particular; a page as the end user. */
  family: TemplateFamily;
  filter: TagFilter;
}

/** Of several templates of one definition the first that Airbyte lists counts: `tags` choose another. */
export function createTemplateDefinitions({ context, caller, family, filter }: TemplateDefinitionsOptions): TemplateDefinitions {
  const { catalog, now, withoutConsent } = context;
  const recent = new RecentMap<{ form: TemplateForm | null; until: number }>(LIMIT);
  /** Token mode has one user, whatever the name. */
  const as = { family, workspaceName: '' };

  const definitionOf = ({ id, name, icon, actor_definition_id: definitionId }: SourceTemplate): ConnectorDefinition => {
    const listing = catalog.find(definitionId ?? name);
    const iconUrl = icon?.startsWith('https://') === true ? icon : null;
    if (listing === null) return { id: definitionId ?? id, slug: null, name, category: null, iconUrl };
    return { ...definitionOfListing(listing), ...(iconUrl === null ? {} : { iconUrl }) };
  };

  async function offered(by: TagFilter, options: CallOptions | undefined): Promise<OfferedTemplate[]> {
    const all = (await listTemplates(caller, { ...as, filter: by }, options)).map((template) => ({ id: template.id, definition: definitionOf(template) }));
    return all.filter(({ definition }, index) => all.findIndex((other) => other.definition.id === definition.id) === index);
  }

  async function formOf({ id }: OfferedTemplate, options: CallOptions | undefined): Promise<TemplateForm> {
    const kept = recent.getOrMake(id, () => ({ form: null, until: 0 }));
    if (kept.form !== null && now() < kept.until) return kept.form;
    const form = await readTemplate(caller, { ...as, id }, options);
    Object.assign(kept, { form, until: now() + LIFE });
    return form;
  }

  const definitions: TemplateDefinitions = {
    list: async (options) => (await offered(filter, options)).map(({ definition }) => definition),
    async find(idOrSlug, options) {
      const wanted = idOrSlug.toLowerCase();
      const found = (await offered(filter, options)).find(({ definition: { id, slug } }) => id.toLowerCase() === wanted || slug === wanted);
      if (found === undefined)
        throw new ConnectError('definition_not_found', 'The organization has no source template of this definition, or none with the tags.');
      return found;
    },
    async detail(idOrSlug, options) {
      const template = await definitions.find(idOrSlug, options);
      const entry = await catalog.load(template.definition.id);
      const { methods } = entry === null ? detailOfSpec(template, await formOf(template, options), { withoutConsent }) : definitionOfEntry(entry);
      return definitionWithout(await definitions.presets(template, options), { ...template.definition, methods });
    },
    presets: async (template, options) => presetTree((await formOf(template, options)).partial_default_config ?? {}),
    async withTags(tags, options) {
      return (await offered({ tags, mode: 'any' }, options)).map(({ definition: { id } }) => id);
    },
  };
  return definitions;
}

/** @throws {ConnectError} `not_supported` when no form can be made of the template's specification */
function detailOfSpec({ definition }: OfferedTemplate, { user_config_spec: spec }: TemplateForm, methods: MethodsOptions): ConnectorDefinitionDetail {
  const { connectionSpecification, advanced_auth } = spec ?? {};
  if (!isJsonObject(connectionSpecification))
    throw new ConnectError('not_supported', `The source template of ${definition.name} has no specification that a form can be made of.`);
  return { ...definition, methods: methodsOfSpec(connectionSpecification, advanced_auth, definition.name, methods) };
}
