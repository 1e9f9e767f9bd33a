// A PostCSS plugin: the rules of one version of the stylesheet leave the elements of another alone. See docs/theming.md.
const LAYER = /^ack\b/;
const MARK = 'data-ack-version';

/**
 * The elements that a version styles: in a root that carries its mark, or in none at all, which a host has written itself. Short: a tool that
 * lowers nesting writes it once for each rule.
 */
function scopeOf(version) {
  const own = `[${MARK}='${version}']`;
  return `:where(${own}, ${own} *, :not([${MARK}], [${MARK}] *))`;
}

/** Where the first compound of a selector ends: at a combinator, or before a pseudo-element. */
function endOfCompound(selector) {
  let depth = 0;
  for (const [at, character] of [...selector].entries()) {
    if ('([{'.includes(character)) depth += 1;
    else if (')]}'.includes(character)) depth -= 1;
    else if (depth === 0 && (/[\s>+~]/.test(character) || selector.startsWith('::', at))) return at;
  }
  return selector.length;
}

/** The scope stands last in a compound: a browser judges what is cheap first, which halves the time of a long list. */
function scoped(selector) {
  if (selector.startsWith(':root')) return selector;
  const end = endOfCompound(selector);
  return `${selector.slice(0, end)}&${selector.slice(end)}`;
}

/** Nested rules and those of keyframes stay as they are: they follow their parent. */
const isOutermost = (rule) => {
  for (let parent = rule.parent; parent !== undefined; parent = parent.parent) {
    if (parent.type === 'rule' || (parent.type === 'atrule' && parent.name.endsWith('keyframes'))) return false;
  }
  return true;
};

const isKeyframes = (node) => node.type === 'atrule' && node.name === 'keyframes';
const isOfPage = (node) => node.type === 'rule' && node.selector.startsWith(':root');

/** The blocks of a layer become one, so that the scope is written once. */
function joined(layers) {
  const first = new Map();
  for (const layer of layers) {
    const before = first.get(layer.params);
    if (before === undefined) first.set(layer.params, layer);
    else {
      before.append(...layer.nodes);
      layer.remove();
    }
  }
  return [...first.values()];
}

/** Gives each `@layer ack.*` the scope of the version, and its animations a name that no other version has. */
export function scopeStyles({ version }) {
  const suffix = version.replaceAll(/[^a-z\d]/gi, '-');
  return {
    postcssPlugin: 'scope-styles',
    Once(root, { Rule }) {
      const layers = joined(
        root.nodes.filter((node) => node.type === 'atrule' && node.name === 'layer' && node.nodes !== undefined && LAYER.test(node.params)),
      );
      const names = new Set(layers.flatMap((layer) => layer.nodes.filter(isKeyframes).map(({ params }) => params)));
      const named = (text) => text.replaceAll(/ack-[a-z-]+/g, (name) => (names.has(name) ? `${name}-${suffix}` : name));
      for (const layer of layers) {
        layer.walkRules((rule) => {
          if (isOutermost(rule)) rule.selectors = rule.selectors.map(scoped);
        });
        layer.walkDecls(/^animation/, (declaration) => {
          declaration.value = named(declaration.value);
        });
        const outside = layer.nodes.filter((node) => isKeyframes(node) || isOfPage(node));
        for (const keyframes of outside.filter(isKeyframes)) keyframes.params = named(keyframes.params);
        const scope = new Rule({ selector: scopeOf(version) });
        scope.append(...layer.nodes.filter((node) => !outside.includes(node)));
        layer.removeAll();
        layer.append(scope, ...outside);
      }
    },
  };
}
