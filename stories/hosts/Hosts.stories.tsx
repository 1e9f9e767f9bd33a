import type { Meta, StoryObj } from '@storybook/react-vite';
import { definitions, methodOf, stripe } from '../fixtures/definitions.js';
import { HostPage } from './HostPage.js';
import { CLASS_NAMES, FIVE_CLASSES, LAYERED_UTILITIES, TEN_VARIABLES, UNLAYERED_RESET } from './hostStyles.js';

const nothing = () => {};
const form = { step: 'configuring', error: null, definition: stripe, method: methodOf(stripe, 'bearerAuth') } as const;

const meta = {
  title: 'Hosts',
  component: HostPage,
  // The page's own stylesheets must not meet the other stories of a docs page.
  tags: ['!autodocs'],
  args: {
    css: '',
    state: form,
    definitions,
    appName: 'Fernway',
    ...{ onPick: nothing, onChooseMethod: nothing, onSubmit: nothing, onAuthorise: nothing, onShowWindow: nothing, onReopen: nothing },
    ...{ onContinueInTab: nothing, onBack: nothing, onRetry: nothing, onConnectAnother: nothing, onClose: nothing },
  },
} satisfies Meta<typeof HostPage>;
export default meta;
type Story = StoryObj<typeof meta>;

/** A brand: ten variables and five classes. */
export const Restyled: Story = { args: { css: TEN_VARIABLES + FIVE_CLASSES, className: 'brand', classNames: CLASS_NAMES } };
export const RestyledPicker: Story = { args: { ...Restyled.args, state: { step: 'picking' } } };

/** A page with layers, which names ours among its own: its reset is below, its utilities above. */
export const LayeredUtilities: Story = { args: { css: LAYERED_UTILITIES, classNames: { input: 'rounded-full', title: 'uppercase' } } };
export const LayeredUtilitiesPicker: Story = { args: { ...LayeredUtilities.args, state: { step: 'picking' } } };

/** A page with a reset outside of any layer. */
export const UnlayeredReset: Story = { args: { css: UNLAYERED_RESET } };
export const UnlayeredResetInPage: Story = { args: { css: UNLAYERED_RESET, inPage: true, state: { step: 'picking' } } };
