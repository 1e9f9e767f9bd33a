'use client';
import type { ReactNode } from 'react';
import { DateControl, DateTimeControl } from './DateControl.js';
import { JsonControl } from './JsonControl.js';
import { MultilineSecretControl } from './MultilineSecretControl.js';
import { SecretControl } from './SecretControl.js';
import { SelectControl } from './SelectControl.js';
import { SwitchField } from './SwitchField.js';
import { TagsControl } from './TagsControl.js';
import { TextControl } from './TextControl.js';
import type { ControlProps, CredentialFormParts } from './types.js';

/** The control of a field. A secret is hidden whatever else it is; a kind without a control of its own is asked as JSON. */
export function Control({ parts = {}, ...props }: ControlProps & { parts?: CredentialFormParts | undefined }): ReactNode {
  const { kind, secret } = props.field;
  const Own = kind === 'object' || kind === 'choice' || kind === 'list' ? undefined : parts[kind];
  if (Own !== undefined) return <Own {...props} />;
  switch (kind) {
    case 'secret':
      return <SecretControl {...props} />;
    case 'multiline_secret':
      return <MultilineSecretControl {...props} />;
    case 'switch':
      return <SwitchField {...props} />;
    case 'select':
      return <SelectControl {...props} />;
    case 'tags':
      return <TagsControl {...props} />;
    case 'text':
    case 'number':
      return secret ? <SecretControl {...props} /> : <TextControl {...props} />;
    case 'date':
      return <DateControl {...props} />;
    case 'date_time':
      return <DateTimeControl {...props} />;
    default:
      return secret ? <MultilineSecretControl {...props} /> : <JsonControl {...props} />;
  }
}
