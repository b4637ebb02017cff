import { useMemo, useState } from 'react'
import { discardDraft, runDraft, setDraft, stopEditing } from '../../state/index.ts'
import { useLab, useLabState } from '../context.ts'
import { Field } from './editing/Field.tsx'
import type { Mark } from './editing/marks.ts'
import type { Place } from './editing/props.ts'

/** Operations of a trace have no breakpoints. */
const NO_STOPS: readonly number[] = []

/** A text field for a trace. What cannot be read is said with its place; what is typed is never lost. */
export function Editor() {
  const lab = useLab()
  const draft = useLabState((state) => state.draft ?? '')
  const error = useLabState((state) => state.info?.error ?? null)
  const marks = useMemo(
    (): readonly Mark[] => (error === null ? [] : [{ ...error, severity: 'error' }]),
    [error],
  )
  const [place, setPlace] = useState<Place | null>(null)
  return (
    <div className="editor">
      <Field
        name="Trace"
        language="trace"
        text={draft}
        marks={marks}
        stops={NO_STOPS}
        place={place}
        onText={(text) => setDraft(lab, text)}
        onRun={() => void runDraft(lab)}
      />
      <div role="alert">
        {error !== null && (
          <button type="button" className="error-place" onClick={() => setPlace({ ...error })}>
            <b>
              Line {error.line}, column {error.column}
            </b>{' '}
            {error.message}
          </button>
        )}
      </div>
      <div className="editor-bar">
        <button type="button" className="button primary small" onClick={() => void runDraft(lab)}>
          Run
        </button>
        <kbd>Ctrl Enter</kbd>
        <span className="spring" />
        <button type="button" className="button small" onClick={() => stopEditing(lab)}>
          Close
        </button>
        <button type="button" className="button small" onClick={() => discardDraft(lab)}>
          Discard
        </button>
      </div>
      <details className="aside">
        <summary>What a line may say</summary>
        <dl className="grammar mono">
          <dt>a 3 64</dt>
          <dd>p[3] = malloc(64)</dd>
          <dt>c 3 4 16</dt>
          <dd>p[3] = calloc(4, 16)</dd>
          <dt>r 3 128</dt>
          <dd>p[3] = realloc(p[3], 128)</dd>
          <dt>m 3 64 100</dt>
          <dd>p[3] = memalign(64, 100)</dd>
          <dt>f 3</dt>
          <dd>free(p[3])</dd>
          <dt>w 3 0 4142</dt>
          <dd>write bytes 41 42 at p[3] + 0</dd>
          <dt>x 3 0 8</dt>
          <dd>read 8 bytes at p[3] + 0</dd>
        </dl>
      </details>
    </div>
  )
}
