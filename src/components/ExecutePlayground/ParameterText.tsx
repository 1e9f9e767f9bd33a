'use client';
import { type ReactNode, useId } from 'react';
import { usePlaygroundWords } from '../../internal/index.js';
import { Icon } from '../parts/index.js';
import type { ParameterDraft } from './parameterDraft.js';

export interface ParameterTextProps {
  draft: ParameterDraft;
  onDraftChange: (draft: ParameterDraft) => void;
}

/** Parameters as raw JSON, a `<textarea>`. */
export function ParameterText({ draft, onDraftChange }: ParameterTextProps): ReactNode {
  const words = usePlaygroundWords().parameters;
  const id = useId();
  const { problem } = draft;
  return (
    <div data-ack-slot="field" data-invalid={problem === null ? undefined : ''}>
      <label data-ack-slot="field-label" htmlFor={`${id}text`}>
        {words.jsonLabel}
      </label>
      <textarea
        data-ack-slot="textarea"
        data-code=""
        id={`${id}text`}
        rows={6}
        dir="ltr"
        spellCheck={false}
        autoComplete="off"
        value={draft.text}
        aria-invalid={problem === null ? undefined : true}
        aria-describedby={problem === null ? `${id}help` : `${id}error ${id}help`}
        onChange={(event) => onDraftChange({ ...draft, text: event.target.value, problem: null })}
      />
      {problem !== null && (
        <span data-ack-slot="field-error" id={`${id}error`} role="alert">
          <Icon name="alert" />
          {problem.reason === 'not_json' ? words.notJson(problem.message) : words.notObject}
        </span>
      )}
      <span data-ack-slot="field-description" id={`${id}help`}>
        {words.jsonHelp}
      </span>
    </div>
  );
}
