import type { OptionValues } from '../../src/engine/allocators/index.ts'
import type { MomentRequest, ProcessSetup, RunSetup, Scenario } from '../../src/engine/session/index.ts'
import { Session } from '../../src/engine/session/session.ts'

/** What a test's scenario says beside its trace. */
export interface Setting {
  readonly allocator?: string
  readonly options?: OptionValues
  readonly process?: ProcessSetup
  readonly run?: RunSetup
}

/** A scenario of a trace given as lines, `a 0 100`; the header is left out. */
export function traceScenario(lines: readonly string[] | string, setting: Setting = {}): Scenario {
  const text = typeof lines === 'string' ? lines : `${lines.join('\n')}\n`
  return {
    title: 'A test',
    source: { kind: 'trace', name: 'test.rep', text },
    allocator: { id: setting.allocator ?? 'first-fit', options: setting.options ?? {} },
    process: setting.process ?? {},
    run: setting.run ?? {},
  }
}

/** A session of such a scenario, run to its end. */
export function ran(lines: readonly string[] | string, setting: Setting = {}): Session {
  return new Session(traceScenario(lines, setting)).runAll()
}

/** A request for the whole of a moment. `operation` counts from 1, as people do. */
export function at(operation: number, step = Number.POSITIVE_INFINITY): MomentRequest {
  return {
    position: { operation: operation - 1, step },
    map: { from: 0, to: 0, limit: 10_000 },
    listLimit: 10_000,
    inspect: null,
  }
}

/** The heap of a moment in a line: `[64] (144) [48]`, in use in square brackets, free in round ones. */
export function heapLine(session: Session, operation: number, step?: number): string {
  const { chunks } = session.moment(at(operation, step))
  const parts: string[] = []
  chunks.size.forEach((size, i) => {
    const state = chunks.state[i]
    if (state === 0) parts.push(`[${size}]`)
    else if (state === 1 || state === 2) parts.push(`(${size})`)
    else if (state === 3) parts.push(`<${size}>`)
  })
  return parts.join(' ')
}
