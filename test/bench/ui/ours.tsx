import { ConnectorPicker } from '../../../src/components/ConnectorPicker/index.js';
import '../../../src/styles.css';
import { offerBench } from './page.js';
import { services } from './services.js';

const headingOf = (page: Document): string => page.querySelector('[data-ack-slot="picker-heading"]')?.textContent ?? '';

offerBench({
  page: (count) => <ConnectorPicker layout="list" definitions={services(count)} onSelect={() => undefined} />,
  answers: (typed) => headingOf(document).includes(typed === '' ? 'All services' : `“${typed}”`),
});
