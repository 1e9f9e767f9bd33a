import { type ReactNode, useState } from 'react';
import '../../../src/styles.css';
import { offerBench } from './page.js';

/** A field and nothing else: the least that a key press can cost. */
function EmptyField(): ReactNode {
  const [text, setText] = useState('');
  return (
    <div data-ack-slot="picker">
      <input data-ack-slot="input" aria-label="Search" value={text} onChange={({ target }) => setText(target.value)} />
    </div>
  );
}

offerBench({ page: () => <EmptyField /> });
