/** A piece of a description: text, or text with one of the marks of the safe subset. */
export type RichNode = { type: 'text' | 'code' | 'strong' | 'emphasis'; text: string } | { type: 'link'; text: string; href: string } | { type: 'break' };

// Each alternative is one construct of Markdown or HTML; what none of them matches is text. No part runs over a `<`, and each is
// bounded: a hostile text takes no more time than its length allows.
const TOKENS =
  /\[(?<label>[^\]\n]{1,300})\]\((?<url>[^()\s]{1,2000})\)|`(?<code>[^`\n]{1,300})`|\*\*(?<bold>[^*\n]{1,300})\*\*|<a\s[^<>]{0,500}?href\s{0,9}=\s{0,9}["'](?<href>[^"'<>]{1,2000})["'][^<>]{0,500}>(?<anchor>[^<]{0,300})<\/a>|<(?<tag>code|b|strong|i|em)>(?<inner>[^<]{0,300})<\/\k<tag>>|(?<br><br\s{0,9}\/?>|\n)|(?<other><\/?[a-z][^<>]{0,500}>)/gi;

const ENTITIES: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', '#39': "'", nbsp: ' ' };

/** Hostile text as nodes: http and https links, code, emphasis and breaks; every other tag is dropped, its text kept. */
export function parseRichText(source: string): RichNode[] {
  const nodes: RichNode[] = [];
  let end = 0;
  for (const match of source.matchAll(TOKENS)) {
    if (match.index > end) nodes.push(text(source.slice(end, match.index)));
    const node = nodeOf(match.groups ?? {});
    if (node !== null) nodes.push(node);
    end = match.index + match[0].length;
  }
  if (end < source.length) nodes.push(text(source.slice(end)));
  return nodes;
}

const text = (raw: string): RichNode => ({ type: 'text', text: decoded(raw) });

const decoded = (raw: string): string => raw.replace(/&(amp|lt|gt|quot|#39|nbsp);/g, (whole, name: string) => ENTITIES[name] ?? whole);

function nodeOf(groups: Record<string, string | undefined>): RichNode | null {
  if (groups.br !== undefined) return { type: 'break' };
  if (groups.code !== undefined) return { type: 'code', text: decoded(groups.code) };
  if (groups.bold !== undefined) return { type: 'strong', text: decoded(groups.bold) };
  if (groups.url !== undefined) return link(groups.url, groups.label ?? '');
  if (groups.href !== undefined) return link(groups.href, groups.anchor ?? '');
  if (groups.tag !== undefined) return { type: markOf(groups.tag), text: decoded(groups.inner ?? '') };
  return null;
}

function markOf(tag: string): 'code' | 'strong' | 'emphasis' {
  if (tag.toLowerCase() === 'code') return 'code';
  return /^(b|strong)$/i.test(tag) ? 'strong' : 'emphasis';
}

/** Only web addresses; anything else stays as its text. */
function link(address: string, label: string): RichNode {
  const href = decoded(address);
  const url = URL.canParse(href) ? new URL(href) : null;
  return url !== null && (url.protocol === 'https:' || url.protocol === 'http:')
    ? { type: 'link', text: decoded(label) || url.hostname, href: url.href }
    : text(label);
}
