import { existsSync, readFileSync } from 'node:fs'
import { gunzipSync } from 'node:zlib'
import type { OptionValues } from '../src/engine/allocators/index.ts'
import { thousands } from '../src/engine/format.ts'
import type { Scenario } from '../src/engine/session/index.ts'
import { generateTrace, isGzip, readTrace, type Trace } from '../src/engine/workload/index.ts'

/** A workload to be measured. */
export interface Workload {
  readonly name: string
  readonly trace: Trace
}

const TRACES = '../shared/traces/csapp/classic'

/** A workload of a shape, with a fixed seed. */
export function generated(shape: string, params: Readonly<Record<string, number>>): Workload {
  const { operations = 1000, live = 100 } = params
  return {
    name: `${shape}, ${thousands(operations)} calls, ${thousands(live)} live`,
    trace: generateTrace(shape, 1, params),
  }
}

/**
 * Nothing but list walks: holes that are all too small, so that each later request looks at every one of them (and,
 * without a list, at the blocks between) before the heap grows.
 */
export function holes(count: number, requests: number): Workload {
  const lines: string[] = []
  for (let i = 0; i < 2 * count; i++) lines.push(`a ${i} 48`)
  for (let i = 0; i < 2 * count; i += 2) lines.push(`f ${i}`)
  for (let i = 0; i < requests; i++) lines.push(`a ${2 * count + i} 200`)
  return {
    name: `${thousands(requests)} walks past ${thousands(count)} holes`,
    trace: readTrace(`${lines.join('\n')}\n`),
  }
}

/** A trace of the malloc lab; none where the traces are not at hand. */
export function recorded(name: string): readonly Workload[] {
  for (const file of [`${name}-bal.rep`, `${name}-bal.rep.gz`]) {
    const path = `${TRACES}/${file}`
    if (!existsSync(path)) continue
    const bytes = readFileSync(path)
    return [{ name: file, trace: readTrace(isGzip(bytes) ? gunzipSync(bytes) : bytes) }]
  }
  return []
}

/** A scenario for measuring: payloads are not filled, so that only the allocator works. */
export function measured(id: string, options: OptionValues): Scenario {
  return {
    title: id,
    source: { kind: 'file', name: id, bytes: 0 },
    allocator: { id, options },
    process: {},
    run: { fill: 0, leaks: false },
  }
}
