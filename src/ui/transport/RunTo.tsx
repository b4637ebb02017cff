import { useState } from 'react'
import type { Condition, Walk } from '../../engine/session/index.ts'
import { isProgram, runTo, toBreakpoint, walk } from '../../state/index.ts'
import { useLab, useLabState } from '../context.ts'
import { Popover } from '../parts/Popover.tsx'

/** "Run to next …": what to look for, forwards and backwards. */
export function RunTo() {
  const program = useLabState(isProgram)
  const [size, setSize] = useState('1024')
  const [above, setAbove] = useState('50')
  const [operation, setOperation] = useState('1')
  return (
    <Popover label="Run to" className="button small" panelClass="upwards run-to" face="Run to …">
      {(close) => (
        <>
          {program && <WalkTargets onDone={close} />}
          <Target name="Finding" condition={{ kind: 'finding' }} onDone={close} />
          <Target name="Move of the break" condition={{ kind: 'break' }} onDone={close} />
          <Target
            name="Request of at least"
            condition={{ kind: 'size', atLeast: Number(size) }}
            onDone={close}
          >
            <input
              aria-label="Bytes asked for"
              inputMode="numeric"
              value={size}
              onChange={(event) => setSize(event.target.value)}
            />{' '}
            bytes
          </Target>
          <Target
            name="Fragmentation above"
            condition={{ kind: 'fragmentation', above: Number(above) / 100 }}
            onDone={close}
          >
            <input
              aria-label="Per cent"
              inputMode="numeric"
              value={above}
              onChange={(event) => setAbove(event.target.value)}
            />{' '}
            %
          </Target>
          <Target
            name="Operation"
            condition={{ kind: 'operation', operation: Number(operation) - 1 }}
            onDone={close}
          >
            <input
              aria-label="Operation number"
              inputMode="numeric"
              value={operation}
              onChange={(event) => setOperation(event.target.value)}
            />
          </Target>
        </>
      )}
    </Popover>
  )
}

const WALKS: readonly { readonly name: string; readonly how: Walk }[] = [
  { name: 'Statement, over calls', how: 'over' },
  { name: 'Statement, into calls', how: 'into' },
  { name: 'Out of the function', how: 'out' },
  { name: 'Call of malloc, free or the kernel', how: 'call' },
]

/** Ways through a program, forwards and backwards. */
function WalkTargets({ onDone }: { readonly onDone: () => void }) {
  const lab = useLab()
  return (
    <>
      {WALKS.map(({ name, how }) => (
        <Pair key={how} name={name} onGo={(backwards) => void walk(lab, how, backwards)} />
      ))}
      <Pair
        name="Breakpoint"
        onGo={(backwards) => {
          onDone()
          void toBreakpoint(lab, backwards)
        }}
      />
    </>
  )
}

interface TargetProps {
  readonly name: string
  readonly condition: Condition
  readonly onDone: () => void
  readonly children?: React.ReactNode
}

function Target({ name, condition, onDone, children }: TargetProps) {
  const lab = useLab()
  return (
    <Pair
      name={name}
      onGo={(backwards) => {
        onDone()
        void runTo(lab, condition, backwards)
      }}
    >
      {children}
    </Pair>
  )
}

interface PairProps {
  readonly name: string
  readonly onGo: (backwards: boolean) => void
  readonly children?: React.ReactNode
}

/** What to go to, with a button for each direction. */
function Pair({ name, onGo, children }: PairProps) {
  return (
    <div className="target">
      <span>
        {name} {children}
      </span>
      <button
        type="button"
        className="control"
        aria-label={`${name}: the one before`}
        onClick={() => onGo(true)}
      >
        ◀
      </button>
      <button
        type="button"
        className="control"
        aria-label={`${name}: the next one`}
        onClick={() => onGo(false)}
      >
        ▶
      </button>
    </div>
  )
}
