import { createElement, Fragment, type ReactNode } from 'react';
import { parseRichText, type RichNode } from './parseRichText.js';

/** A description of a connector's schema: hostile text, drawn as React nodes of a safe subset. Links open in a new tab. */
export function RichText({ text }: { text: string }): ReactNode {
  return createElement(Fragment, null, ...parseRichText(text).map(draw));
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
