import type { Meta, StoryObj } from '@storybook/react-vite';
import { Badge, Button, Details, Facts, Icon, IconButton, type IconName, Notice, Skeleton, Spinner, Status, Tile } from '../../src/components/parts/index.js';
import { rootProps } from '../../src/internal/index.js';
import './stage.css';

/** What every screen is made of. */
const meta: Meta = {
  title: 'Components/Parts',
  decorators: [
    (Story) => (
      <div {...rootProps('screen', 'story-dialog-width')}>
        <Story />
      </div>
    ),
  ],
};
export default meta;
type Story = StoryObj;

const VARIANTS = ['primary', 'secondary', 'ghost', 'danger-ghost'] as const;
const TONES = ['danger', 'success', 'warning', 'info'] as const;
const ICONS: readonly IconName[] = [
  'alert',
  'arrow',
  'back',
  'bang',
  'check',
  'chevron',
  'copy',
  'download',
  'eye',
  'eye-off',
  'inbox',
  'info',
  'key',
  'lock',
  'minus',
  'more',
  'pencil',
  'play',
  'plug',
  'plus',
  'refresh',
  'search',
  'unplug',
  'window',
  'x',
];
const SERVICES = ['HubSpot', 'Stripe', 'Shopify', 'Airtable', 'Google Ads', 'Jira', 'Notion', 'Salesforce'];

export const Buttons: Story = {
  render: () => (
    <>
      {([{}, { size: 'sm' }, { loading: true }, { disabled: true }] as const).map((props) => (
        <div key={JSON.stringify(props)} className="story-row">
          {VARIANTS.map((variant) => (
            <Button key={variant} variant={variant} {...props}>
              Connect
            </Button>
          ))}
        </div>
      ))}
    </>
  ),
};

export const Icons: Story = {
  render: () => (
    <div className="story-row">
      {ICONS.map((name) => (
        <Icon key={name} name={name} />
      ))}
      <IconButton icon="x" label="Close" />
    </div>
  ),
};

export const Tiles: Story = {
  render: () => (
    <>
      {(['sm', 'md', 'lg'] as const).map((size) => (
        <div key={size} className="story-row">
          {SERVICES.map((name) => (
            <Tile key={name} name={name} size={size} />
          ))}
          <Tile name="Fernway" size={size} host />
        </div>
      ))}
    </>
  ),
};

export const Notices: Story = {
  render: () => (
    <>
      <Notice title="Only for information">It has no colour of its own.</Notice>
      {TONES.map((tone) => (
        <Notice key={tone} tone={tone} title="Stripe refused this key" actions={<Button size="sm">Try again</Button>}>
          Nothing was saved. What you typed is still here.
        </Notice>
      ))}
    </>
  ),
};

export const Badges: Story = {
  render: () => (
    <div className="story-row">
      <Badge>Recommended</Badge>
      {TONES.map((tone) => (
        <Badge key={tone} tone={tone}>
          {tone}
        </Badge>
      ))}
    </div>
  ),
};

export const Folded: Story = {
  render: () => (
    <Details summary="Technical details" open>
      <Facts
        facts={[
          ['Code', 'upstream_unavailable'],
          ['Reference', 'req_8fK2mQ7vTz'],
        ]}
      />
    </Details>
  ),
};

export const Outcomes: Story = {
  render: () => (
    <>
      {(['success', 'warning', 'danger'] as const).map((badge) => (
        <Status
          key={badge}
          mark={<Tile name="HubSpot" size="lg" />}
          badge={badge}
          title="Acme Marketing is connected"
          description="Fernway can read this HubSpot account from now on."
        />
      ))}
    </>
  ),
};

export const Waiting: Story = {
  render: () => (
    <>
      <Skeleton width="tile" />
      <Skeleton width="l" />
      <Skeleton width="m" />
      <div className="story-row">
        <Spinner /> Asking HubSpot
      </div>
    </>
  ),
};
