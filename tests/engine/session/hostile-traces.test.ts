import { expect, it } from 'vitest'
import { Session } from '../../../src/engine/session/session.ts'
import { hostileTrace } from '../../support/hostile-trace.ts'
import { type Setting, traceScenario } from '../../support/scenarios.ts'

/** How many are run; more are run by hand with `HOSTILE=100000 npx vitest run …`. */
const COUNT = Number(process.env['HOSTILE'] ?? 300)
const FIRST = Number(process.env['HOSTILE_FROM'] ?? 0)

/** Runs a trace and looks at it from all sides; what is wrong with what it tells, or nothing. */
function lookedAt(lines: readonly string[], setting: Setting, seed: number): string[] {
  const session = new Session(traceScenario(lines, setting))
  for (let slices = 0; !session.complete; slices++) {
    session.advance(7)
    if (slices > 10_000) return ['does not end']
  }
  const { done, findings, ending } = session.info()
  const wrong: string[] = []
  for (const { operation } of findings) {
    if (operation > done) wrong.push(`a finding at operation ${operation} of ${done}`)
  }
  if (ending !== null && ending.operation > done) wrong.push('it ends after its last operation')
  for (const operation of [seed % Math.max(1, done), 0, done - 1]) {
    const moment = session.moment({
      position: { operation, step: seed % 7 },
      map: { from: 0, to: 0, limit: 500 },
      listLimit: 500,
      inspect: session.moment(whole(operation)).programBreak - (seed % 4096),
    })
    if (moment.step.sentence === '') wrong.push(`no words for operation ${operation}`)
    if (!sorted(moment.chunks.address)) wrong.push(`chunks out of order at operation ${operation}`)
    session.difference({ from: { operation: 0, step: 0 }, to: moment.position, limit: 100 })
  }
  const { parts, metrics } = session.figures(0, done, 50)
  metrics.footprint.forEach((footprint, i) => {
    const sum = Object.values(parts).reduce((all, column) => all + column[i]!, 0)
    if (footprint !== sum) wrong.push(`the parts are ${sum} bytes, the heap ${footprint}`)
  })
  return wrong
}

const whole = (operation: number) => ({
  position: { operation, step: 1 },
  map: { from: 0, to: 0, limit: 10 },
  listLimit: 10,
  inspect: null,
})

function sorted(addresses: Float64Array): boolean {
  return addresses.every((address, i) => i === 0 || address > addresses[i - 1]!)
}

it('traces that do what no program should are run, told and taken apart under every allocator', () => {
  for (let seed = FIRST; seed < FIRST + COUNT; seed++) {
    const { lines, setting } = hostileTrace(seed)
    const name = `trace ${seed} under ${setting.allocator}`
    let wrong: string[]
    try {
      wrong = lookedAt(lines, setting, seed)
    } catch (error) {
      throw new Error(`${name} ${JSON.stringify(setting)}:\n${lines.join('\n')}`, { cause: error })
    }
    expect(wrong, name).toEqual([])
  }
}, 3_600_000)
