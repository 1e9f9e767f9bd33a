'use client';
import { type ReactNode, useState } from 'react';
import { usePlaygroundWords } from '../../internal/index.js';
import { Button } from '../parts/index.js';
import { usePlaygroundSlot } from './context.js';
import { focusableRegion } from './focusableRegion.js';
import { type JsonLine, type JsonToken, jsonLines } from './jsonLines.js';

/** Lines printed at first, and with each press on "Show more lines". */
const FIRST = 400;
const STEP = 2000;

export interface ResultJsonProps {
  data: unknown;
  label: string;
}

/** A JSON answer, printed. What a service answered is only ever text. */
export function ResultJson({ data, label }: ResultJsonProps): ReactNode {
  const slot = usePlaygroundSlot();
  const { result } = usePlaygroundWords();
  const [limit, setLimit] = useState(FIRST);
  const { lines, cut } = jsonLines(data, limit);
  return (
    <>
      <pre {...slot('result-json')} {...focusableRegion(label)}>
        <code>
          {lines.map((line) => (
            <Line key={line.number} line={line} />
          ))}
        </code>
      </pre>
      {cut && (
        <div {...slot('result-bar')} data-edge="end">
          <span data-ack-slot="hint">{result.cut(lines.length)}</span>
          <Button size="sm" onClick={() => setLimit((current) => current + STEP)}>
            {result.showMoreLines}
          </Button>
        </div>
      )}
    </>
  );
}

function Line({ line }: { line: JsonLine }): ReactNode {
  return (
    <>
      {'  '.repeat(line.depth)}
      {line.tokens.map((token) => (
        <Token key={token.kind + token.text} token={token} />
      ))}
      {'\n'}
    </>
  );
}

function Token({ token }: { token: JsonToken }): ReactNode {
  const { result } = usePlaygroundWords();
  if (token.kind === 'plain') return token.text;
  return (
    <span data-json={token.kind}>
      {token.text}
      {token.cut !== undefined && result.truncated(token.cut)}
    </span>
  );
}
