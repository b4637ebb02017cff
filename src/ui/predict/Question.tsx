import { useEffect, useRef } from 'react'
import {
  type Choice,
  choose,
  choosePointed,
  NO_SCORE,
  type Predict,
  pointAt,
  type Question,
  questionNow,
  scoreKey,
  skipQuestion,
  step,
  verdictText,
} from '../../state/index.ts'
import { useLab, useLabState } from '../context.ts'
import { address, count, plural, shortAddress } from '../format.ts'
import { Words } from '../parts/Words.tsx'
import '../styles/predict.css'

/** In the sentence's place: what is asked before an operation, and then how the answer was. */
export default function QuestionBar() {
  const predict = useLabState(questionNow)
  return predict === null ? null : <Bar {...predict} />
}

type Asked = Predict & { readonly question: Question }

function Bar(predict: Asked) {
  const { question, told } = predict
  const bar = useFocus(`${question.operation} ${told === null}`)
  return (
    <section className="sentence prediction" aria-label="Prediction" ref={bar} tabIndex={-1}>
      <div aria-live="polite" aria-atomic="true">
        {told === null ? <p>{<Ask {...question} />}</p> : <Verdict {...predict} told={told} />}
      </div>
      {question.kind === 'place' ? told === null && <Places {...predict} /> : <Answers {...predict} />}
    </section>
  )
}

/** Brings the focus to the question when it is asked, and when it is answered; behind it, back to where it was. */
function useFocus(moment: string) {
  const bar = useRef<HTMLElement>(null)
  const before = useRef<Element | null>(null)
  useEffect(() => {
    before.current ??= document.activeElement
    if (moment !== '') bar.current?.focus({ preventScroll: true })
  }, [moment])
  useEffect(
    () => () => {
      const { current } = before
      if (current instanceof HTMLElement && current.isConnected) current.focus({ preventScroll: true })
    },
    [],
  )
  return bar
}

function Ask({ kind, words }: Question) {
  return (
    <>
      <b className="strong">
        <Words text={words} />
      </b>{' '}
      <span className="how">
        {kind === 'place' ? (
          <>
            Click the place on the map
            <span className="by-keys">
              , or <kbd>→</kbd> and <kbd>↵</kbd>
            </span>
            .
          </>
        ) : (
          'Choose one.'
        )}
      </span>
    </>
  )
}

/** For a place: the free chunk that the keys have come to, and the answers that are not on the map. */
function Places({ question, at }: Asked) {
  const lab = useLab()
  const chosen = question.choices[at]
  return (
    <div className="answers">
      <button
        type="button"
        className="button small"
        aria-label="Place before"
        onClick={() => pointAt(lab, -1)}
      >
        ‹
      </button>
      <button type="button" className="button small" aria-label="Next place" onClick={() => pointAt(lab, 1)}>
        ›
      </button>
      <span className="pointed" aria-live="polite">
        {chosen === undefined ? (
          <span className="how">{plural(question.choices.length, 'answer')}</span>
        ) : (
          <>
            <span className="sr">
              {at + 1} of {question.choices.length}:{' '}
            </span>
            <Words text={chosen.label} />
          </>
        )}
      </span>
      {chosen !== undefined && (
        <button type="button" className="button small primary" onClick={() => choosePointed(lab)}>
          Choose <kbd>↵</kbd>
        </button>
      )}
      <span className="off-map">
        {question.choices.map(
          ({ place, label }, i) =>
            place === null && (
              <button key={label} type="button" className="button small" onClick={() => choose(lab, i)}>
                {label}
              </button>
            ),
        )}
        <Skip />
      </span>
    </div>
  )
}

/** The alternatives, by number; told, with the right one marked. */
function Answers({ question, at, told }: Asked) {
  const lab = useLab()
  return (
    <div className="answers">
      <ol>
        {question.choices.map((choice, i) => (
          <li key={keyOf(choice)}>
            {told === null ? (
              <button
                type="button"
                className={i === at ? 'answer pointed-at' : 'answer'}
                onClick={() => choose(lab, i)}
              >
                <kbd>{i + 1}</kbd> <Answer choice={choice} />
              </button>
            ) : (
              <span className={`answer ${markOf(choice, i === told.choice)}`}>
                <b aria-hidden="true">{choice.right ? '✓' : i === told.choice ? '✗' : ''}</b>
                <Answer choice={choice} />
                {choice.right && <span className="sr">, which is right</span>}
              </span>
            )}
          </li>
        ))}
      </ol>
      {told === null && <Skip />}
    </div>
  )
}

function markOf({ right }: Choice, chosen: boolean): string {
  if (right) return 'right'
  return chosen ? 'wrong' : 'other'
}

function keyOf({ label, entries }: Choice): string {
  return `${label} ${(entries ?? []).map(({ chunk, size }) => `${chunk}.${size}`)}`
}

/** An answer in words, or the free list that it stands for. */
function Answer({ choice: { label, entries } }: { readonly choice: Choice }) {
  if (entries === null || entries.length === 0) return <span>{label}</span>
  return (
    <>
      <span className="sr">
        {entries.map(({ chunk, size }) => `${plural(size, 'byte')} at ${address(chunk)}`).join(', then ')}
      </span>
      <span className="chain" aria-hidden="true">
        {entries.map(({ chunk, size }) => (
          <span key={chunk}>
            <b>{count(size)}</b> <small className="mono">{shortAddress(chunk)}</small>
          </span>
        ))}
      </span>
    </>
  )
}

function Skip() {
  const lab = useLab()
  return (
    <button type="button" className="quiet" onClick={() => skipQuestion(lab)}>
      Skip <kbd>s</kbd>
    </button>
  )
}

const VERDICTS = { right: 'Right.', wrong: 'Not so.', skipped: 'The answer:' } as const

function Verdict({ question, told, streak }: Asked & { readonly told: NonNullable<Predict['told']> }) {
  const lab = useLab()
  const score = useLabState((state) => state.predict?.scores[scoreKey(state)] ?? NO_SCORE)
  return (
    <p>
      <b className={`verdict ${told.verdict}`}>{VERDICTS[told.verdict]}</b>{' '}
      <Words text={verdictText(question, told)} />{' '}
      {score.asked > 0 && (
        <span className="score">
          {count(score.right)} of {count(score.asked)} right
          {streak > 1 && `, ${count(streak)} in a row`}
        </span>
      )}
      <button type="button" className="button small primary" onClick={() => step(lab, 1)}>
        Watch it <kbd>↵</kbd>
      </button>
    </p>
  )
}
