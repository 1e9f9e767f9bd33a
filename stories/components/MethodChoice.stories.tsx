import type { Meta, StoryObj } from '@storybook/react-vite';
import { expect, fn, userEvent } from 'storybook/test';
import { MethodChoice } from '../../src/components/MethodChoice/index.js';
import type { AuthMethod, ConnectorDefinitionDetail } from '../../src/core/index.js';
import './stage.css';

const method = (key: string, kind: AuthMethod['kind'], label: string, description: string | null = null): AuthMethod => ({
  key,
  kind,
  label,
  description,
  schema: {},
});

const definition: ConnectorDefinitionDetail = {
  id: 'definition-hubspot',
  slug: 'hubspot',
  name: 'HubSpot',
  category: 'CRM',
  iconUrl: null,
  methods: [
    method('oauth2', 'oauth', 'Sign in with HubSpot', 'The quickest way: allow access in a HubSpot window.'),
    method('privateApp', 'key', 'Private app token', 'For accounts where an administrator has made a private app.'),
  ],
};

const meta: Meta<typeof MethodChoice> = {
  title: 'Components/MethodChoice',
  component: MethodChoice,
  decorators: [
    (Story) => (
      <div className="story-dialog-width">
        <Story />
      </div>
    ),
  ],
  args: { definition, onChoose: fn() },
};
export default meta;
type Story = StoryObj<typeof MethodChoice>;

export const Default: Story = {};

/** Nothing is known of the ways but their names. */
export const WithoutDescriptions: Story = {
  args: { definition: { ...definition, methods: definition.methods.map((entry) => ({ ...entry, description: null })) } },
};

export const OneWay: Story = { args: { definition: { ...definition, methods: definition.methods.slice(0, 1) } } };

export const LongWords: Story = {
  args: {
    definition: {
      ...definition,
      methods: [
        method(
          'serviceAccount',
          'key',
          'Service account with delegated authority over a domain',
          'See <a href="https://example.com">the guide</a>: an administrator has to make the account, download its key file and allow it in the console.',
        ),
        method('oauth2', 'oauth', 'Sign in with Google'),
      ],
    },
  },
};

export const ByKeyboard: Story = {
  play: async ({ args }) => {
    await userEvent.tab();
    await userEvent.tab();
    await userEvent.keyboard('{Enter}');
    await expect(args.onChoose).toHaveBeenCalledWith('privateApp');
  },
};
