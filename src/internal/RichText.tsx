import { Fragment, type ReactNode } from 'react';
import { parseRichText, type RichNode } from './richText.js';

/** A description of a connector's schema: hostile text, drawn as React nodes of a safe subset. Links open in a new tab. */
export function RichText({ text }: { text: string }): ReactNode {
  return parseRichText(text).map((node, index) => (
    // The text is fixed: a node's place is its identity.
    // biome-ignore lint/suspicious/noArrayIndexKey: see above
    <Fragment key={index}>{draw(node)}</Fragment>
  ));
}

function draw(node: RichNode): ReactNode {
  switch (node.type) {
    case 'text':
      return node.text;
    case 'code':
      return <code data-ack-slot="code">{node.text}</code>;
    case 'strong':
      return <strong>{node.text}</strong>;
    case 'emphasis':
      return <em>{node.text}</em>;
    case 'break':
      return <br />;
    case 'link':
      return (
        <a data-ack-slot="link" href={node.href} target="_blank" rel="noopener noreferrer nofollow">
          {node.text}
        </a>
      );
  }
}
