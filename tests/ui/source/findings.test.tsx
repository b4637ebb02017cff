// @vitest-environment happy-dom
import { cleanup, configure, render, screen, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, describe, expect, it } from 'vitest'
import { LAST_STEP, openScenario, setSourceTab, start } from '../../../src/state/index.ts'
import { App } from '../../../src/ui/App.tsx'
import { type TestLab, testLab, until } from '../../support/lab.ts'
import { programOf } from '../../support/program-lab.ts'
import { traceScenario } from '../../support/scenarios.ts'

configure({ asyncUtilTimeout: 15_000 })

const running: TestLab[] = []
afterEach(() => {
  cleanup()
  for (const { lab } of running.splice(0)) lab.client.close()
})

async function visit(scenario: ReturnType<typeof programOf>) {
  const test = testLab()
  running.push(test)
  const { lab } = test
  render(<App lab={lab} />)
  await start(lab, '')
  await openScenario(lab, scenario, { position: { operation: 0, step: LAST_STEP } })
  setSourceTab(lab, 'findings')
  await until(() => lab.store.getState().info?.complete === true && lab.store.getState().moment !== null)
  return { lab, user: userEvent.setup() }
}

/** Wrong in every way that a trace can be: behind a block, after free, twice freed, a leak. */
const WRONG = ['a 0 24', 'a 1 24', 'F 0', 'w 0 0 01', 'x 0 0 4', 'w 1 24 ff', 'F 0']

describe('findings', () => {
  it('of a trace each lead to both moments', async () => {
    const { lab, user } = await visit(traceScenario(WRONG, { allocator: 'explicit-lifo' }))
    const { findings } = lab.store.getState().info!
    expect(new Set(findings.map(({ kind }) => kind))).toEqual(
      new Set<string>([
        'use-after-free-write',
        'use-after-free-read',
        'overflow',
        'double-free',
        'heap-damaged',
        'leak',
      ]),
    )
    for (const [index, finding] of findings.entries()) {
      const entry = () => document.querySelectorAll<HTMLElement>('.finding-entry')[index]
      const show = async () => {
        setSourceTab(lab, 'findings')
        await until(() => entry() !== undefined)
      }
      await show()
      await user.click(within(entry()!).getAllByRole('button')[0]!)
      const last = lab.store.getState().info!.done - 1
      expect(lab.store.getState().position.operation).toBe(Math.min(finding.operation, last))
      if (finding.began < 0 || finding.began === finding.operation) continue
      await show()
      await user.click(
        within(entry()!).getByRole('button', { name: `It began at operation ${finding.began + 1}` }),
      )
      expect(lab.store.getState().position.operation).toBe(finding.began)
    }
  })

  it('of a program name the line at which they began', async () => {
    const text =
      '#include <stdlib.h>\nint main(void) {\n  char *p = malloc(8);\n  free(p);\n  p[0] = 1;\n  return 0;\n}\n'
    const { lab, user } = await visit(programOf({ 'late.c': text }))
    await user.click(await screen.findByRole('button', { name: 'It began at late.c:4' }))
    await until(() => lab.store.getState().moment?.program?.at.line === 4)
  })
})
