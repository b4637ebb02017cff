import { afterEach, describe, expect, it } from 'vitest'
import { firstLook } from '../../../src/scenarios/first-look.ts'
import {
  duplicateKept,
  exportKept,
  importKept,
  keepScenarios,
  loadKept,
  openFiles,
  openKept,
  openScenario,
  openSource,
  removeKept,
  renameKept,
  runFiles,
  setFileText,
  start,
  startEditing,
  startEditingProgram,
  stopEditing,
} from '../../../src/state/index.ts'
import { type TestLab, testLab, until } from '../../support/lab.ts'
import { programOf } from '../../support/program-lab.ts'
import { TestShelf } from '../../support/shelf.ts'

const running: TestLab[] = []

afterEach(() => {
  for (const { lab } of running.splice(0)) lab.client.close()
})

/** A tab of a browser with this shelf, in which scenarios are kept. */
function tab(shelf: TestShelf, wishes: Parameters<typeof testLab>[0] = {}): TestLab {
  const made = testLab({ ...wishes, shelf })
  running.push(made)
  keepScenarios(made.lab)
  return made
}

const stateOf = ({ lab }: TestLab) => lab.store.getState()
const trace = (text: string) => ({ kind: 'trace', name: 'typed.rep', text }) as const
const ready = (test: TestLab) => until(() => stateOf(test).moment !== null && !test.lab.waiting)

async function opened(test: TestLab, text: string, title: string): Promise<void> {
  openSource(test.lab, trace(text), title)
  await ready(test)
}

const has = (shelf: TestShelf, titles: readonly string[]) =>
  until(() => JSON.stringify(shelf.titles) === JSON.stringify(titles))
const idOf = (shelf: TestShelf, title: string) =>
  [...shelf.kept.values()].find(({ head }) => head.title === title)!.head.id
const textOf = (shelf: TestShelf, title: string) => shelf.kept.get(idOf(shelf, title))!.body.text

const MAIN = '#include <stdlib.h>\nint main(void) {\n  free(malloc(24));\n}\n'

async function editedLesson(test: TestLab, text: string): Promise<void> {
  await openScenario(test.lab, firstLook.scenario)
  await ready(test)
  startEditingProgram(test.lab)
  const [file] = stateOf(test).fileDraft!
  setFileText(test.lab, file!.name, text)
}

describe('what a person opens', () => {
  it('is kept by itself, under a name that its text suggests', async () => {
    const shelf = new TestShelf()
    const test = tab(shelf)
    await opened(test, 'a 0 100\n', 'small.rep')
    await has(shelf, ['small.rep'])
    await openScenario(test.lab, {
      ...programOf({ 'main.c': `/* A queue */\n${MAIN}` }),
      title: 'Your program',
    })
    await has(shelf, ['A queue', 'small.rep'])
  })

  it('is kept once, however often it is opened', async () => {
    const shelf = new TestShelf()
    const test = tab(shelf)
    for (const text of ['a 0 1\n', 'a 0 2\n', 'a 0 1\n']) {
      await opened(test, text, `T${text[4]}`)
      await has(shelf, text === 'a 0 1\n' && shelf.kept.size === 0 ? ['T1'] : shelf.titles)
      await until(() => stateOf(test).work.kept !== null)
    }
    expect(shelf.titles).toEqual(['T2', 'T1'])
  })

  it('is not kept if it is a lesson as it stands', async () => {
    const shelf = new TestShelf()
    const test = tab(shelf)
    await openScenario(test.lab, firstLook.scenario)
    await ready(test)
    await opened(test, 'a 0 100\n', 'mine')
    await has(shelf, ['mine'])
  })

  it('becomes one’s own when a lesson is changed, and the lesson stays', async () => {
    const shelf = new TestShelf()
    const test = tab(shelf)
    await editedLesson(test, MAIN)
    await runFiles(test.lab)
    await until(() => shelf.kept.size === 1)
    expect(stateOf(test).work).toMatchObject({ lesson: firstLook.id, kept: { revision: 1 } })
  })
})

describe('what was typed and not run', () => {
  it('is kept when something else is opened, and is there again', async () => {
    const shelf = new TestShelf()
    const test = tab(shelf)
    await openScenario(test.lab, { ...programOf({ 'main.c': MAIN }), title: 'Mine' })
    await ready(test)
    startEditingProgram(test.lab)
    setFileText(test.lab, 'main.c', `${MAIN}// more\n`)
    stopEditing(test.lab)
    await opened(test, 'a 0 100\n', 'other')
    expect(stateOf(test)).toMatchObject({ fileDraft: null, editing: false })
    await has(shelf, ['other', 'Mine'])
    await openKept(test.lab, idOf(shelf, 'Mine'))
    expect(stateOf(test)).toMatchObject({ editing: 'c', fileDraft: [{ text: `${MAIN}// more\n` }] })
    expect(stateOf(test).scenario?.title).toBe('Mine')
  })

  it('is nothing where the editor was only looked at', async () => {
    const shelf = new TestShelf()
    const test = tab(shelf)
    openSource(test.lab, { kind: 'ostep', args: '-n 3 -s 1' }, 'Homework')
    await has(shelf, ['Homework'])
    await startEditing(test.lab)
    await opened(test, 'a 0 1\n', 'other')
    await has(shelf, ['other', 'Homework'])
    expect([...shelf.kept.values()].every(({ head }) => !head.unrun)).toBe(true)
    expect(stateOf(test).draft).toBeNull()
  })

  it('is kept of a lesson too', async () => {
    const shelf = new TestShelf()
    const test = tab(shelf)
    await editedLesson(test, MAIN)
    await opened(test, 'a 0 100\n', 'other')
    await until(() => shelf.kept.size === 2)
    expect(textOf(shelf, firstLook.scenario.title)).toContain('free(malloc(24))')
  })

  it('stays where it was if it cannot be kept, which is said once', async () => {
    const shelf = new TestShelf()
    const test = tab(shelf)
    await editedLesson(test, MAIN)
    shelf.trouble = 'full'
    await opened(test, 'a 0 100\n', 'other')
    await until(() => stateOf(test).fileDraft !== null)
    expect(stateOf(test).notice?.title).toBe('There is no room left for your scenarios')
  })
})

describe('two tabs', () => {
  it('keep their own work each, though it was the same', async () => {
    const shelf = new TestShelf()
    const [a, b] = [tab(shelf), tab(shelf)]
    await opened(a, 'a 0 100\n', 'mine')
    await has(shelf, ['mine'])
    await openKept(b.lab, idOf(shelf, 'mine'))
    await ready(b)
    for (const [test, text] of [
      [a, 'a 0 101\n'],
      [b, 'a 0 102\n'],
    ] as const) {
      const { draft, ...scenario } = { draft: text, ...stateOf(test).scenario! }
      await openScenario(test.lab, { ...scenario, source: trace(draft) }, { again: true })
      await until(() => [...shelf.kept.values()].some(({ body }) => body.text.includes(text.slice(0, 7))))
    }
    expect(shelf.titles).toEqual(['mine (2)', 'mine'])
    expect(textOf(shelf, 'mine')).toContain('a 0 101')
  })

  it('goes on with its own after a reload', async () => {
    const shelf = new TestShelf()
    const before = tab(shelf)
    await opened(before, 'a 0 100\n', 'mine')
    await until(() => before.kept.get('heap-lab')?.includes('"revision":1') ?? false)
    const after = tab(shelf, { kept: before.kept })
    await start(after.lab, '')
    await ready(after)
    expect(stateOf(after).work.kept).toMatchObject({ title: 'mine', revision: 1 })
  })
})

describe('the shelf', () => {
  async function full(): Promise<{ test: TestLab; shelf: TestShelf }> {
    const shelf = new TestShelf()
    const test = tab(shelf)
    await opened(test, 'a 0 1\n', 'one')
    await has(shelf, ['one'])
    await opened(test, 'a 0 2\n', 'two')
    await has(shelf, ['two', 'one'])
    await until(() => stateOf(test).work.kept?.title === 'two')
    return { test, shelf }
  }

  it('gives names, copies, and takes away what can be had back', async () => {
    const { test, shelf } = await full()
    await renameKept(test.lab, idOf(shelf, 'two'), 'Second')
    expect(stateOf(test).scenario?.title).toBe('Second')
    await duplicateKept(test.lab, idOf(shelf, 'Second'))
    expect(shelf.titles).toEqual(['Second (2)', 'Second', 'one'])
    const back = await removeKept(test.lab, idOf(shelf, 'one'))
    expect(shelf.titles).toEqual(['Second (2)', 'Second'])
    await back?.()
    expect(shelf.titles).toEqual(['Second (2)', 'Second', 'one'])
  })

  it('does not put back what was deleted while it was open', async () => {
    const { test, shelf } = await full()
    await removeKept(test.lab, idOf(shelf, 'two'))
    await opened(test, 'a 0 3\n', 'three')
    await has(shelf, ['three', 'one'])
  })

  it('is one file, which can be read in elsewhere', async () => {
    const { test } = await full()
    expect(await exportKept(test.lab)).toBe(0)
    const { text } = test.downloads[0]!
    const other = new TestShelf()
    const there = tab(other)
    expect(await importKept(there.lab, text)).toEqual({ added: 2, known: 0, unreadable: 0 })
    expect(await importKept(there.lab, text)).toEqual({ added: 0, known: 2, unreadable: 0 })
    expect(other.titles).toEqual(['two', 'one'])
    await openKept(there.lab, idOf(other, 'one'))
    await ready(there)
    expect(stateOf(there).scenario?.source).toEqual(trace('a 0 1\n'))
  })

  it('is read in when its file is opened or dropped like any other', async () => {
    const { test } = await full()
    await exportKept(test.lab)
    const shelf = new TestShelf()
    const there = tab(shelf)
    await openFiles(there.lab, [new File([test.downloads[0]!.text], 'mine.heaplab.json')])
    expect(shelf.titles).toEqual(['two', 'one'])
    expect(stateOf(there).dialog).toEqual({ kind: 'kept' })
    await openFiles(there.lab, [new File(['{"heapLabScenarios": 1, '], 'mine.json')])
    expect(stateOf(there).notice?.title).toBe('mine.json cannot be opened')
  })

  it('does not take what is no such file', async () => {
    const test = tab(new TestShelf())
    expect(await importKept(test.lab, '{"heapLab": 1}')).toBeNull()
    const damaged = '{"heapLabScenarios": 1, "scenarios": [null, {"text": "{}"}, {"text": 7}]}'
    expect(await importKept(test.lab, damaged)).toEqual({ added: 0, known: 0, unreadable: 3 })
    expect(await importKept(test.lab, '{"heapLabScenarios": 1, "scena')).toBeNull()
  })

  it('says once, quietly, that a browser keeps nothing', async () => {
    const shelf = new TestShelf()
    shelf.trouble = 'broken'
    const test = tab(shelf)
    await opened(test, 'a 0 1\n', 'one')
    await until(() => stateOf(test).kept === 'unkept')
    expect(stateOf(test).notice).toMatchObject({ tone: 'good', title: 'Nothing is kept' })
    await loadKept(test.lab)
    expect(stateOf(test).kept).toBe('unkept')
  })
})
