import { uneval } from 'devalue'
import { describe, expect, it } from 'vitest'
import { CATALOG } from '../../src/engine/allocators/catalog.ts'
import { CHECKPOINT_BUDGET } from '../../src/engine/session/checkpoints.ts'
import type { Scenario } from '../../src/engine/session/index.ts'
import { ProgramSession } from '../../src/engine/session/program/session.ts'
import { Session, type SessionDriver } from '../../src/engine/session/session.ts'
import { firstLook } from '../../src/scenarios/first-look.ts'
import { program } from '../../src/scenarios/make.ts'
import { FAMILIES } from '../../src/worker/families.ts'
import { compiled } from '../../src/worker/first-program.ts'
import { loadSession } from '../../src/worker/sessions.ts'
import { at, traceScenario } from '../support/scenarios.ts'

/** The whole run as the page would see it, moment for moment. */
function story(session: SessionDriver): unknown[] {
  while (!session.complete) session.advance(1000)
  const moments = Array.from({ length: session.info().total }, (_, i) => session.moment(at(i)))
  return [session.info(), ...moments]
}

const OTHER = program(
  'other',
  'Another program',
  '#include <stdlib.h>\nint main(void) { free(malloc(8)); }\n',
  firstLook.scenario.allocator,
)

const KINDS: readonly [name: string, scenario: Scenario][] = [
  ['the first program', firstLook.scenario],
  ['the first program, with 32-bit pointers', withModel(firstLook.scenario, 'ilp32')],
  ['another program', OTHER],
  ['a trace', traceScenario(['a 0 100', 'a 1 50', 'f 0', 'a 2 40'])],
]

function withModel(scenario: Scenario, model: 'ilp32'): Scenario {
  return scenario.source.kind === 'c' ? { ...scenario, source: { ...scenario.source, model } } : scenario
}

describe('a session whose parts are loaded', () => {
  it.each(KINDS)('is the same as one of the whole engine: %s', async (_, scenario) => {
    expect(story(await loadSession(scenario, null))).toEqual(story(new Session(scenario)))
  })
})

describe('the families of allocators', () => {
  it('are all there to be loaded', async () => {
    const wanted = new Set(CATALOG.map(({ factory }) => factory))
    expect(new Set(Object.keys(FAMILIES))).toEqual(wanted)
    for (const load of Object.values(FAMILIES)) expect(await load()).toBeTypeOf('function')
  })
})

describe('the program compiled by the build', () => {
  it('runs the same when it was written down and read', () => {
    const { source } = firstLook.scenario
    if (source.kind !== 'c') throw new Error('The first visit sees a program.')
    const read = new Function(`return ${uneval(compiled)}`)() as typeof compiled
    const session = new ProgramSession(firstLook.scenario, source, CHECKPOINT_BUDGET, () => read)
    expect(story(session)).toEqual(story(new Session(firstLook.scenario)))
  })
})
