'use client';
import { type ComponentPropsWithoutRef, forwardRef, type ReactNode } from 'react';
import type { AuthMethod, ConnectorDefinitionDetail } from '../../core/index.js';
import { createSlots, rootProps, usePickerWords, withoutRepeats } from '../../internal/index.js';
import { parseRichText } from '../../internal/parseRichText.js';
import { Badge, Icon } from '../parts/index.js';

/** Slots of a `MethodChoice`: the same names as `data-ack-slot`. */
export type MethodChoiceSlot = 'choice' | 'choice-icon' | 'choice-title' | 'choice-text' | 'badge';

/** Props of `MethodChoice`. */
export interface MethodChoiceProps extends Omit<ComponentPropsWithoutRef<'ul'>, 'children'> {
  /** Its methods are offered in their order: the advised one is first. */
  definition: ConnectorDefinitionDetail;
  /** A way was chosen: the method's key. */
  onChoose: (key: string) => void;
  classNames?: Partial<Record<MethodChoiceSlot, string>> | undefined;
}

const { SlotsProvider, useSlots } = createSlots<MethodChoiceSlot>();

/**
 * The ways to sign in to a service, a `<ul>` of buttons: each leads on by itself.
 * @example <MethodChoice definition={definition} onChoose={(key) => configure(key)} />
 */
export const MethodChoice = forwardRef<HTMLUListElement, MethodChoiceProps>(function MethodChoice(
  { definition, onChoose, className, classNames, ...native },
  ref,
) {
  const { name } = definition;
  const methods = withoutRepeats(definition.methods, ({ key }) => key);
  return (
    <SlotsProvider classNames={classNames}>
      <ul {...native} {...rootProps('choices', className)} ref={ref}>
        {methods.map((method, place) => (
          <li key={method.key}>
            <Choice method={method} service={name} advised={place === 0 && methods.length > 1} onChoose={onChoose} />
          </li>
        ))}
      </ul>
    </SlotsProvider>
  );
});

interface ChoiceProps {
  method: AuthMethod;
  service: string;
  advised: boolean;
  onChoose: (key: string) => void;
}

function Choice({ method, service, advised, onChoose }: ChoiceProps): ReactNode {
  const slot = useSlots();
  const words = usePickerWords().method;
  return (
    <button {...slot('choice')} type="button" data-kind={method.kind} onClick={() => onChoose(method.key)}>
      <span {...slot('choice-icon')}>
        <Icon name={method.kind === 'oauth' ? 'window' : 'key'} />
      </span>
      <span>
        <span {...slot('choice-title')}>
          <bdi>{method.label}</bdi> {advised && <Badge {...slot('badge')}>{words.recommended}</Badge>}
        </span>
        <span {...slot('choice-text')}>{method.description === null ? words[method.kind](service) : plainText(method.description)}</span>
      </span>
      <Icon name="chevron" />
    </button>
  );
}

/** A button holds no link: of a description only its text is shown. */
const plainText = (source: string): string =>
  parseRichText(source)
    .map((node) => (node.type === 'break' ? ' ' : node.text))
    .join('');
