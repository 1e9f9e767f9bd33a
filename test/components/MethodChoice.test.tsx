import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, it, vi } from 'vitest';
import { MethodChoice } from '../../src/components/index.js';
import type { AuthMethod, ConnectorDefinitionDetail } from '../../src/core/index.js';
import '../../src/styles.css';
import { describeConformance, violations } from './conformance.js';

const method = (key: string, kind: AuthMethod['kind'], label: string, description: string | null = null): AuthMethod => ({
  key,
  kind,
  label,
  description,
  schema: {},
});

const HUBSPOT: ConnectorDefinitionDetail = {
  id: 'hubspot-id',
  slug: 'hubspot',
  name: 'HubSpot',
  category: 'CRM',
  iconUrl: null,
  methods: [
    method('oauth2', 'oauth', 'Sign in with HubSpot'),
    method('privateApp', 'key', 'Private app token', 'See [the guide](https://example.com).<br>Admins <b>only</b>.'),
    method('apiKey', 'key', 'API key'),
  ],
};

function show(definition = HUBSPOT) {
  const onChoose = vi.fn<(key: string) => void>();
  const { container } = render(<MethodChoice definition={definition} onChoose={onChoose} />);
  return { onChoose, container, user: userEvent.setup() };
}

describe('MethodChoice', () => {
  describeConformance<HTMLUListElement, 'choice' | 'choice-icon' | 'choice-title' | 'choice-text' | 'badge'>({
    draw: (props, classNames) => <MethodChoice {...props} classNames={classNames} definition={HUBSPOT} onChoose={() => undefined} />,
    tag: 'ul',
    slot: 'choices',
    slots: ['choice', 'choice-icon', 'choice-title', 'choice-text', 'badge'],
  });

  it('chooses by keyboard alone', async () => {
    const { user, onChoose } = show();
    await user.tab();
    await user.tab();
    await user.keyboard('{Enter}');
    expect(onChoose).toHaveBeenCalledExactlyOnceWith('privateApp');
  });

  it('recommends the first, and only where there is another', () => {
    show();
    expect(screen.getAllByRole('button').map((button) => button.textContent?.includes('Recommended'))).toEqual([true, false, false]);
  });

  it('recommends nothing where there is one way', () => {
    show({ ...HUBSPOT, methods: HUBSPOT.methods.slice(0, 1) });
    expect(screen.getByRole('button')).not.toHaveTextContent('Recommended');
  });

  it('says what happens where nothing is known of a way', () => {
    show();
    expect(screen.getByRole('button', { name: /Sign in with HubSpot/ })).toHaveTextContent('You’ll sign in at HubSpot in a new window.');
    expect(screen.getByRole('button', { name: /API key/ })).toHaveTextContent('Paste what HubSpot gave you.');
  });

  it('shows of a description its text, and no link inside a button', () => {
    const { container } = show();
    expect(screen.getByRole('button', { name: /Private app token/ })).toHaveTextContent('See the guide. Admins only.');
    expect(container.querySelector('a')).toBeNull();
  });

  it('has no finding of axe', async () => {
    expect(await violations(show().container)).toEqual([]);
  });
});
