import type { ArgTypesEnhancer, SBType } from 'storybook/internal/types';

/** A type as react-docgen reads it. */
interface DocgenType {
  name: string;
  /** Of a signature. */
  type?: string;
  value?: string;
  raw?: string;
  elements?: readonly DocgenType[];
}

interface Docgen {
  description?: string;
  props?: Readonly<Record<string, { tsType?: DocgenType } | undefined>>;
}

/** What react-docgen left at a component; nothing where it found none. */
function docgenOf(component: unknown): Docgen {
  if (component === null || (typeof component !== 'object' && typeof component !== 'function') || !('__docgenInfo' in component)) return {};
  // SAFETY: it writes this property, in this shape, and nobody else does.
  return component.__docgenInfo as Docgen;
}

/** A component's doc comment down to its first tag: codes and examples are for editors, and Markdown would make elements of them. */
export const descriptionOf = (component: unknown): string => docgenOf(component).description?.split(/^\s*@/m, 1)[0]?.trim() ?? '';

/** Shows what an optional prop takes, where Storybook shows "union" and a control for objects: each of ours is `T | undefined`. */
export const withoutUndefined: ArgTypesEnhancer = ({ argTypes, component }) => {
  const { props = {} } = docgenOf(component);
  return Object.fromEntries(
    Object.entries(argTypes).map(([name, argType]) => {
      const { name: kind, raw, elements = [] } = props[name]?.tsType ?? { name: '' };
      if (kind !== 'union' || raw === undefined) return [name, argType];
      const summary = raw.replace(/^\s*\|\s*|\s*\|\s*undefined\b/g, '').replace(/^\((\(.*)\)$/s, '$1');
      const type = typeOf(elements.filter((element) => element.name !== 'undefined'));
      return [name, { ...argType, ...(type && { type }), table: { ...argType.table, type: { summary } } }];
    }),
  );
};

/** The type for which there is a control. */
function typeOf(elements: readonly DocgenType[]): SBType | undefined {
  const [only, ...others] = elements;
  if (only?.type === 'function' && others.length === 0) return { name: 'function' };
  if (only !== undefined && others.length === 0 && (only.name === 'boolean' || only.name === 'string' || only.name === 'number')) return { name: only.name };
  if (elements.length < 2 || !elements.every(({ name }) => name === 'literal')) return undefined;
  return { name: 'enum', value: elements.map(({ value = '' }) => value.replace(/^['"]|['"]$/g, '')) };
}
