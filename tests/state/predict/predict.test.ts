import { afterEach, describe, expect, it } from 'vitest'
import type { Scenario } from '../../../src/engine/session/index.ts'
import { firstLook } from '../../../src/scenarios/first-look.ts'
import { linkHash, readLink } from '../../../src/share/index.ts'
import {
  choose,
  choosePlace,
  choosePointed,
  isAsked,
  LAST_STEP,
  openLesson,
  openScenario,
  pointAt,
  questionNow,
  refresh,
  seek,
  setPredicting,
  skipQuestion,
  start,
  step,
  stepOperation,
  togglePlay,
  togglePredicting,
  walk,
} from '../../../src/state/index.ts'
import { savedNow } from '../../../src/state/saved.ts'
import { type TestLab, testLab, until } from '../../support/lab.ts'

const SCENARIO: Scenario = {
  title: 'Holes',
  source: { kind: 'trace', name: 'h.rep', text: 'a 0 200\na 1 40\na 2 100\na 3 40\nf 0\nf 2\na 4 90\n' },
  allocator: { id: 'first-fit', options: {} },
  process: {},
  run: { leaks: false },
}

const running: TestLab[] = []

function begin(...wishes: Parameters<typeof testLab>): TestLab {
  const made = testLab(...wishes)
  running.push(made)
  return made
}

afterEach(() => {
  for (const { lab } of running.splice(0)) lab.client.close()
})

const stateOf = ({ lab }: TestLab) => lab.store.getState()
const settled = (test: TestLab) => until(() => !test.lab.waiting && stateOf(test).moment !== null)
const asked = (test: TestLab) => until(() => isAsked(stateOf(test)) && !test.lab.waiting)
const score = (test: TestLab) => stateOf(test).predict?.scores['']

/** A lab that predicts, at the end of an operation. */
async function labAfter(operation: number, scenario = SCENARIO): Promise<TestLab> {
  const test = begin()
  await openScenario(test.lab, scenario, { position: { operation, step: LAST_STEP } })
  await settled(test)
  await until(() => stateOf(test).info?.complete === true)
  setPredicting(test.lab, true)
  return test
}

describe('predicting', () => {
  it('stops before the first step of a call, and goes on when it is answered', async () => {
    const test = await labAfter(5)
    step(test.lab, 1)
    await asked(test)
    expect(stateOf(test).moment?.position).toEqual({ operation: 6, step: 0 })
    const hole = questionNow(stateOf(test))!.question.choices[0]!
    expect(choosePlace(test.lab, hole.place!.from + 50)).toBe(true)
    expect(stateOf(test).predict?.told).toEqual({ verdict: 'right', choice: 0 })
    expect(score(test)).toEqual({ right: 1, asked: 1 })
    step(test.lab, 1)
    await until(() => stateOf(test).moment?.position.step === 1)
    expect(questionNow(stateOf(test))).toBeNull()
  })

  it('asks within an operation only once, however one comes back', async () => {
    const test = await labAfter(5)
    stepOperation(test.lab, 1)
    await asked(test)
    skipQuestion(test.lab)
    expect(score(test)).toBeUndefined()
    stepOperation(test.lab, 1)
    await until(() => (stateOf(test).moment?.position.step ?? 0) > 0)
    await settled(test)
    stepOperation(test.lab, -1)
    await until(() => stateOf(test).moment?.position.operation === 5)
    await settled(test)
    step(test.lab, 1)
    await until(() => stateOf(test).moment?.position.step === 1)
    expect(isAsked(stateOf(test))).toBe(false)
  })

  it('does not ask when one jumps', async () => {
    const test = await labAfter(1)
    seek(test.lab, { operation: 6, step: 2 })
    await settled(test)
    expect(stateOf(test).moment?.position).toEqual({ operation: 6, step: 2 })
    expect(questionNow(stateOf(test))).toBeNull()
  })

  it('lets go of a question that one jumps away from, and asks it again', async () => {
    const test = await labAfter(5)
    step(test.lab, 1)
    await asked(test)
    step(test.lab, -1)
    await until(() => stateOf(test).moment?.position.operation === 5)
    await settled(test)
    expect(questionNow(stateOf(test))).toBeNull()
    step(test.lab, 1)
    await asked(test)
  })

  it('goes through the answers around the ends, and counts rights in a row', async () => {
    const test = await labAfter(3)
    stepOperation(test.lab, 1)
    await asked(test)
    choosePointed(test.lab)
    expect(isAsked(stateOf(test))).toBe(true)
    const { choices } = questionNow(stateOf(test))!.question
    pointAt(test.lab, -1)
    expect(stateOf(test).predict?.at).toBe(choices.length - 1)
    pointAt(test.lab, 1)
    expect(stateOf(test).predict?.at).toBe(0)
    choose(
      test.lab,
      choices.findIndex((choice) => choice.right),
    )
    expect(stateOf(test).predict?.streak).toBe(1)
    choose(test.lab, 0)
    expect(score(test)).toEqual({ right: 1, asked: 1 })
    stepOperation(test.lab, 1)
    await settled(test)
    stepOperation(test.lab, 1)
    await asked(test)
    const next = questionNow(stateOf(test))!.question.choices
    choose(
      test.lab,
      next.findIndex((choice) => !choice.right),
    )
    expect(stateOf(test).predict).toMatchObject({ streak: 0, scores: { '': { right: 1, asked: 2 } } })
  })

  it('pauses when it plays', async () => {
    const test = await labAfter(5)
    togglePlay(test.lab)
    await asked(test)
    expect(stateOf(test).playing).toBe(false)
  })

  it('shows the answer to whoever goes on without one', async () => {
    const test = await labAfter(5)
    step(test.lab, 1)
    await asked(test)
    step(test.lab, 1)
    expect(stateOf(test).predict?.told?.verdict).toBe('skipped')
    expect(stateOf(test).moment?.position.step).toBe(0)
  })

  it('asks whatever else is fetched meanwhile, but not whoever has jumped away', async () => {
    const test = await labAfter(5)
    step(test.lab, 1)
    void refresh(test.lab)
    await asked(test)
    seek(test.lab, { operation: 2, step: LAST_STEP })
    await settled(test)
    step(test.lab, 1)
    seek(test.lab, { operation: 4, step: 1 })
    await settled(test)
    await new Promise((resolve) => setTimeout(resolve, 50))
    expect(stateOf(test).predict?.question).toBeNull()
    expect(stateOf(test).moment?.position).toEqual({ operation: 4, step: 1 })
  })

  it('steps as usual when it is switched off', async () => {
    const test = await labAfter(5)
    togglePredicting(test.lab)
    step(test.lab, 1)
    await until(() => stateOf(test).moment?.position.step === 1)
    expect(stateOf(test).predict).toBeNull()
  })

  it('stops a walk over a statement of a program at the call in it', async () => {
    const text =
      '#include <stdlib.h>\nint main(void) {\n  char *p = malloc(10);\n  free(p);\n  return 0;\n}\n'
    const test = await labAfter(0, {
      ...SCENARIO,
      source: { kind: 'c', files: [{ name: 'main.c', text }], input: '' },
    })
    await walk(test.lab, 'over', false)
    await asked(test)
    expect(questionNow(stateOf(test))?.question.words).toContain('p = malloc(10)')
    skipQuestion(test.lab)
    await walk(test.lab, 'over', false)
    await until(() => stateOf(test).moment?.step.sentence === 'Next: free(p).')
    await walk(test.lab, 'over', false)
    await asked(test)
    expect(questionNow(stateOf(test))?.question.words).toContain('free(p)')
  })
})

describe('a link', () => {
  const hash = (view: Record<string, string | number | boolean>) =>
    linkHash({ scenario: SCENARIO, position: { operation: 5, step: 99 }, view }).text

  it('switches predicting on, and carries it', async () => {
    const test = begin()
    await start(test.lab, hash({ predict: true }))
    expect(stateOf(test).predict).not.toBeNull()
    const read = readLink(linkHash(savedNow(stateOf(test))!).text)
    expect(read.ok && read.value.view['predict']).toBe(true)
    setPredicting(test.lab, false)
    expect(savedNow(stateOf(test))?.view).not.toHaveProperty('predict')
  })

  it.each([{}, { predict: 1 }, { predict: 'true' }, { predict: 'x'.repeat(1000) }, { predict: false }])(
    'leaves it off for %o',
    async (view) => {
      const test = begin()
      await start(test.lab, hash(view))
      expect(stateOf(test).predict).toBeNull()
    },
  )
})

describe('a lesson', () => {
  it('switches predicting on or off, if it says so', async () => {
    const test = begin()
    await openLesson(test.lab, { ...firstLook, predict: true })
    expect(stateOf(test).predict).not.toBeNull()
    await openLesson(test.lab, firstLook)
    expect(stateOf(test).predict).not.toBeNull()
    await openLesson(test.lab, { ...firstLook, predict: false })
    expect(stateOf(test).predict).toBeNull()
  })
})

it('asks in a heap with more chunks than are told at once', async () => {
  const blocks = Array.from({ length: 7000 }, (_, i) => `a ${i} 16`)
  const text = [...blocks, 'f 6500', 'a 7000 16'].join('\n')
  const test = await labAfter(6999, { ...SCENARIO, source: { kind: 'trace', name: 'm.rep', text } })
  step(test.lab, 1)
  await asked(test)
  expect(questionNow(stateOf(test))?.question.words).toContain('free(p[6500])')
  skipQuestion(test.lab)
  stepOperation(test.lab, 1)
  await until(() => (stateOf(test).moment?.position.step ?? 0) > 0)
  await settled(test)
  step(test.lab, 1)
  await asked(test)
  const { choices } = questionNow(stateOf(test))!.question
  expect(choices.find((choice) => choice.right)?.label).toContain('free chunk')
})

describe('what is kept', () => {
  it('is the score of a lesson, and that predicting is on', async () => {
    const test = begin()
    await start(test.lab, '')
    await settled(test)
    setPredicting(test.lab, true)
    seek(test.lab, { operation: 0, step: 0 })
    await settled(test)
    await until(() => stateOf(test).info?.complete === true)
    await walk(test.lab, 'call', false)
    await asked(test)
    choose(test.lab, 0)
    const [key] = Object.keys(stateOf(test).predict!.scores)
    expect(key).toBe('heap-lab/first-look')
    await until(() => JSON.parse(test.kept.get('heap-lab') ?? '{}').predicting === true)

    const again = begin({ kept: test.kept })
    await start(again.lab, '')
    expect(stateOf(again).predict?.scores).toEqual(stateOf(test).predict!.scores)
  })

  it.each([
    '',
    'no JSON',
    'null',
    '{"version":1,"scores":{"a":{"right":3,"asked":1},"b":null}}',
    '{"version":9}',
  ])('is nothing where %s was left', (left) => {
    const test = begin({ kept: new Map([['heap-lab-predict', left]]) })
    setPredicting(test.lab, true)
    expect(stateOf(test).predict?.scores).toEqual({})
  })
})
