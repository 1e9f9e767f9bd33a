import { type ReactNode, useState } from 'react';
import { Icon, Tile } from '../../../src/components/parts/index.js';
import type { ConnectorDefinition } from '../../../src/core/index.js';
import '../../../src/styles.css';
import { offerBench } from './page.js';
import { services } from './services.js';

/** What one writes first: a field over a list that draws all that fits, with the picker's own markup and style. */
function PlainList({ definitions }: { definitions: readonly ConnectorDefinition[] }): ReactNode {
  const [query, setQuery] = useState('');
  const found = definitions.filter(({ name }) => name.toLowerCase().includes(query.toLowerCase()));
  return (
    <div data-ack-slot="picker">
      <input data-ack-slot="input" aria-label="Search" value={query} onChange={({ target }) => setQuery(target.value)} />
      <ul data-ack-slot="picker-list" data-layout="list" data-query={query}>
        {found.map(({ id, name, category }) => (
          <li key={id}>
            <button type="button" data-ack-slot="picker-item">
              <Tile name={name} />
              <span>
                <span data-ack-slot="picker-item-name">{name}</span>
                <span data-ack-slot="picker-item-meta">{category}</span>
              </span>
              <Icon name="chevron" />
            </button>
          </li>
        ))}
      </ul>
    </div>
  );
}

offerBench({
  page: (count) => <PlainList definitions={services(count)} />,
  answers: (typed) => document.querySelector('[data-ack-slot="picker-list"]')?.getAttribute('data-query') === typed,
});
