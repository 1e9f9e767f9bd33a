import { readBody } from '../bodies.js';
import { agentError, invalid } from '../errors.js';
import { isoTime } from '../world.js';
import { allow, type CallFamily, type SandboxContext } from './callContext.js';
import { readId } from './definitions.js';
import { addTag, tagAnswer, tagNamed } from './tagStore.js';
import { organizationTemplates, templateItem, templateOf } from './templateStore.js';

const TEMPLATE = '/api/v1/integrations/templates/sources/:id/tags';
const TAGS = '/api/v1/integrations/templates/tags';

/** Tags, by which templates are chosen. */
export const templateTagCalls: CallFamily = (app, world) => {
  app.post(TEMPLATE, async (context) => {
    allow(context, 'application');
    const template = templateOf(world, readId(context.req.param('id')));
    const { tag = '' } = await readBody(context.req, { tag: 'string' }, ['tag']);
    const { name } = tagNamed(world, tag);
    template.tags = [...new Set([...template.tags, name])];
    return context.json(templateItem(world, template));
  });

  app.delete(`${TEMPLATE}/:tag`, (context) => {
    allow(context, 'application');
    const template = templateOf(world, readId(context.req.param('id')));
    const name = context.req.param('tag');
    if (!template.tags.includes(name)) throw agentError(404, 'Tag not found');
    template.tags = template.tags.filter((tag) => tag !== name);
    return context.json(templateItem(world, template));
  });

  app.get(TAGS, (context) => {
    allow(context, 'application');
    return context.json({ data: [...world.state.tags.values()].map((tag) => tagAnswer(world, tag)) });
  });

  app.post(TAGS, async (context) => {
    allow(context, 'application');
    return context.json(tagAnswer(world, addTag(world, await readName(context))));
  });

  app.put(`${TAGS}/:name`, async (context) => {
    allow(context, 'application');
    const tag = tagNamed(world, context.req.param('name'));
    const name = await readName(context);
    if (name !== tag.name && world.state.tags.has(name)) throw agentError(400, `Tag '${name}' already exists`);
    for (const template of organizationTemplates(world).values()) template.tags = template.tags.map((old) => (old === tag.name ? name : old));
    world.state.tags.delete(tag.name);
    Object.assign(tag, { name, updatedAt: world.now() });
    world.state.tags.set(name, tag);
    return context.json(tagAnswer(world, tag));
  });

  app.delete(`${TAGS}/:name`, (context) => {
    allow(context, 'application');
    const { id, name } = tagNamed(world, context.req.param('name'));
    for (const template of organizationTemplates(world).values()) template.tags = template.tags.filter((tag) => tag !== name);
    world.state.tags.delete(name);
    return context.json({ id, deleted_at: isoTime(world.now()) });
  });
};

/** Characters. */
const NAME_LIMIT = 255;

async function readName(context: SandboxContext): Promise<string> {
  const { name = '' } = await readBody(context.req, { name: 'string' }, ['name']);
  if (name.length > NAME_LIMIT)
    throw invalid([{ field: 'name', message: `String should have at most ${NAME_LIMIT} characters`, error_code: 'string_too_long' }]);
  return name;
}
