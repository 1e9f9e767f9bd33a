'use client';
import { useEffect, useMemo, useState } from 'react';
import type { JsonSchema } from '../../core/index.js';
import { type FieldLayout, type Form, type FormLayout, layOutFields, loadedValidate, loadValidate } from '../../form/index.js';
import { formAnswers } from './formAnswers.js';

type Answers = Awaited<ReturnType<typeof formAnswers.load>>;

/** What is sent of some values, and the verdict on it. */
export type Judge = Pick<Form, 'toSubmit' | 'validate'>;

const NOTHING: FieldLayout = { fields: [], groups: [], warnings: [], defaults: () => ({}) };

/**
 * A schema's form. What judges it loads when it appears. A submit before the validator is there (or where it can not be loaded) names what
 * is missing and leaves the rest to the service: it must not wait, since a sign-in window opens in it.
 * @param advancedAuth What a consent fills is not asked: `advanced_auth` of the connector's specification. Nothing is asked until that is known.
 */
export function useForm(schema: JsonSchema, advancedAuth?: unknown): { layout: FieldLayout; judge: Judge | null; loadJudge: () => Promise<Judge> } {
  const answers = formAnswers.use('a form');
  const validator = useValidator();
  return useMemo(() => {
    const judgeBy = (loaded: Answers) => judgeOf(loaded, loaded.layOutForm(schema, { advancedAuth }), schema, validator);
    const plain = advancedAuth === undefined || advancedAuth === null;
    return {
      layout: plain ? layOutFields(schema) : (answers?.layOutForm(schema, { advancedAuth }) ?? NOTHING),
      judge: answers === null ? null : judgeBy(answers),
      loadJudge: async () => judgeBy(await formAnswers.load()),
    };
  }, [schema, advancedAuth, answers, validator]);
}

type CreateValidate = NonNullable<ReturnType<typeof loadedValidate>>;

function useValidator(): CreateValidate | null {
  const [createValidate, setCreateValidate] = useState(loadedValidate);
  useEffect(() => {
    if (createValidate !== null) return;
    let shown = true;
    loadValidate().then(
      (loaded) => shown && setCreateValidate(() => loaded),
      () => undefined, // Offline: said when the values are sent.
    );
    return () => {
      shown = false;
    };
  }, [createValidate]);
  return createValidate;
}

/** The validator's judge is made at the first verdict: drawing a form does not wait for it. */
function judgeOf({ missingValues }: Answers, { fields, toSubmit }: FormLayout, schema: JsonSchema, createValidate: CreateValidate | null): Judge {
  let validate: Form['validate'] | null = null;
  return {
    toSubmit,
    validate: (value) => {
      validate ??= createValidate === null ? whatIsMissing : createValidate(schema, fields);
      return validate(value);
    },
  };

  function whatIsMissing(value: unknown) {
    const errors = missingValues(fields, value);
    return { valid: errors.length === 0, errors };
  }
}
