import { useState } from 'react'
import type { Condition } from '../../engine/session/index.ts'
import { runTo } from '../../state/index.ts'
import { useLab } from '../context.ts'
import { Popover } from '../parts/Popover.tsx'

/** "Run to next …": what to look for, forwards and backwards. */
export function RunTo() {
  const [size, setSize] = useState('1024')
  const [above, setAbove] = useState('50')
  const [operation, setOperation] = useState('1')
  return (
    <Popover label="Run to" className="button small" panelClass="upwards run-to" face="Run to …">
      {(close) => (
        <>
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

interface TargetProps {
  readonly name: string
  readonly condition: Condition
  readonly onDone: () => void
  readonly children?: React.ReactNode
}

function Target({ name, condition, onDone, children }: TargetProps) {
  const lab = useLab()
  const go = (backwards: boolean) => () => {
    onDone()
    void runTo(lab, condition, backwards)
  }
  return (
    <div className="target">
      <span>
        {name} {children}
      </span>
      <button type="button" className="control" aria-label={`${name}: the one before`} onClick={go(true)}>
        ◀
      </button>
      <button type="button" className="control" aria-label={`${name}: the next one`} onClick={go(false)}>
        ▶
      </button>
    </div>
  )
}
