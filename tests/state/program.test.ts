import { afterEach, describe, expect, it } from 'vitest'
import {
  exampleOf,
  openFiles,
  openScenario,
  runFiles,
  sendInput,
  setFileText,
  setInputEnds,
  setSetting,
  share,
  start,
  startEditingProgram,
  stopEditing,
  toBreakpoint,
  toEnd,
  toggleBreakpoint,
  walk,
} from '../../src/state/index.ts'
import { type TestLab, testLab, until } from '../support/lab.ts'
import { programOf } from '../support/program-lab.ts'

const MAIN = `#include <stdio.h>
#include <stdlib.h>
#include "twice.h"

int main(void) {
  char *p = malloc(24);
  int n = twice(4);
  printf("%d\\n", n);
  free(p);
  return 0;
}
`
const TWICE = 'int twice(int x) {\n  return 2 * x;\n}\n'
const PROGRAM = programOf({ 'main.c': MAIN, 'twice.c': TWICE, 'twice.h': 'int twice(int x);\n' })
const ASKING = programOf({
  'main.c': '#include <stdio.h>\nint main(void) {\n  int c = getchar();\n  putchar(c);\n  return 3;\n}\n',
})

const running: TestLab[] = []

afterEach(() => {
  for (const { lab } of running.splice(0)) lab.client.close()
})

function begin(...wishes: Parameters<typeof testLab>): TestLab {
  const made = testLab(...wishes)
  running.push(made)
  return made
}

const stateOf = ({ lab }: TestLab) => lab.store.getState()
const settled = (test: TestLab) => until(() => !test.lab.waiting && stateOf(test).moment !== null)
const lineNow = (test: TestLab) => stateOf(test).moment?.program?.at.line

async function opened(scenario = PROGRAM, ...wishes: Parameters<typeof testLab>): Promise<TestLab> {
  const test = begin(...wishes)
  await openScenario(test.lab, scenario)
  await settled(test)
  return test
}

/** A walk, and the line it leads to. */
async function lineAfter(test: TestLab, ...[how, backwards]: [Parameters<typeof walk>[1], boolean]) {
  await walk(test.lab, how, backwards)
  await settled(test)
  return lineNow(test)
}

describe('a C program', () => {
  it('begins with its variables beside its first statement', async () => {
    const test = await opened()
    expect(stateOf(test)).toMatchObject({ inspectorTab: 'variables', position: { operation: 0, step: 0 } })
    expect(lineNow(test)).toBe(6)
    expect(exampleOf(stateOf(test))).toBeUndefined()
  })

  it('is walked by statements, forwards and backwards', async () => {
    const test = await opened()
    expect(await lineAfter(test, 'over', false)).toBe(7)
    expect(await lineAfter(test, 'into', false)).toBe(2)
    expect(await lineAfter(test, 'out', true)).toBe(7)
    expect(await lineAfter(test, 'over', false)).toBe(8)
    expect(await lineAfter(test, 'over', true)).toBe(7)
  })

  it('stops at breakpoints, then at its end', async () => {
    const test = await opened()
    toggleBreakpoint(test.lab, 'twice.c', 2)
    await toBreakpoint(test.lab, false)
    await settled(test)
    expect(stateOf(test).moment?.program?.at).toMatchObject({ file: 'twice.c', line: 2 })
    await toBreakpoint(test.lab, false)
    await settled(test)
    expect(stateOf(test).notice?.title).toBe('At the end')
    expect(stateOf(test).position.operation).toBe(stateOf(test).info!.done - 1)
  })

  it('goes on with the input it waited for', async () => {
    const test = await opened(ASKING)
    expect(stateOf(test).info?.ending?.kind).toBe('input')
    toEnd(test.lab)
    await settled(test)
    await sendInput(test.lab, 'x')
    await until(() => stateOf(test).info?.ending?.kind === 'exit' && stateOf(test).moment !== null)
    expect(stateOf(test).info?.ending?.status).toBe(3)
    expect(stateOf(test).moment?.program?.output).toEqual([{ stream: 'stdout', text: 'x' }])
  })

  it('sees the end of its input where that is said', async () => {
    const test = await opened(ASKING)
    await setInputEnds(test.lab, true)
    await until(() => stateOf(test).info?.complete === true)
    expect(stateOf(test).info?.ending?.kind).toBe('exit')
  })

  it('keeps its place and its breakpoints under another data model', async () => {
    const test = await opened()
    toggleBreakpoint(test.lab, 'main.c', 9)
    await lineAfter(test, 'over', false)
    setSetting(test.lab, 'model', '32 bits')
    await until(() => stateOf(test).phase === 'ready' && stateOf(test).moment !== null)
    expect(lineNow(test)).toBe(7)
    expect(stateOf(test).breakpoints).toEqual([{ file: 'main.c', line: 9 }])
  })
})

describe('editing a program', () => {
  it('comes back to the same statement, wherever it is now', async () => {
    const test = await opened()
    await lineAfter(test, 'over', false)
    startEditingProgram(test.lab)
    setFileText(test.lab, 'main.c', MAIN.replace('  char *p', '  int a = 1;\n  int b = 2;\n  char *p'))
    await runFiles(test.lab)
    await settled(test)
    await until(() => lineNow(test) === 9)
    expect(stateOf(test)).toMatchObject({ editing: false, fileDraft: null })
  })

  it('goes on where it does not compile, and says why', async () => {
    const test = await opened()
    startEditingProgram(test.lab)
    setFileText(test.lab, 'twice.c', 'int twice(int x) {\n  return 2 *;\n}\n')
    await runFiles(test.lab)
    expect(stateOf(test)).toMatchObject({ editing: 'c', fileChoice: { file: 'twice.c', line: 2 } })
    expect(stateOf(test).notice?.title).toBe('This program does not compile')
  })

  it('is remembered, run or not', async () => {
    const test = await opened()
    toggleBreakpoint(test.lab, 'main.c', 8)
    startEditingProgram(test.lab)
    setFileText(test.lab, 'twice.c', 'int twice(int x) { return x + x; }\n')
    stopEditing(test.lab)
    await until(() => test.kept.get('heap-lab')?.includes('x + x') ?? false)
    const again = begin({ kept: test.kept })
    await start(again.lab, '')
    await settled(again)
    expect(stateOf(again).scenario).toEqual(PROGRAM)
    expect(stateOf(again).breakpoints).toEqual([{ file: 'main.c', line: 8 }])
    expect(stateOf(again).fileDraft?.[1]?.text).toContain('x + x')
  })
})

describe('a program from elsewhere', () => {
  it('is made of the files that come together, its own first', async () => {
    const test = begin()
    const file = (name: string, text: string) => new File([text], name)
    await openFiles(test.lab, [file('twice.h', 'int twice(int);'), file('a.c', TWICE), file('main.c', MAIN)])
    await settled(test)
    const { scenario } = stateOf(test)
    expect(scenario?.title).toBe('main.c')
    expect(scenario?.source).toMatchObject({
      kind: 'c',
      files: [{ name: 'main.c' }, { name: 'a.c' }, { name: 'twice.h' }],
    })
  })

  it('is refused if it is no text', async () => {
    const test = await opened()
    await openFiles(test.lab, [new File([new Uint8Array([1, 0, 2])], 'a.c')])
    expect(stateOf(test).notice?.text).toContain('a.c is no text')
    expect(stateOf(test).scenario).toEqual(PROGRAM)
  })

  it('comes with its moment and its breakpoints by a link', async () => {
    const test = await opened()
    toggleBreakpoint(test.lab, 'twice.c', 2)
    await lineAfter(test, 'over', false)
    await share(test.lab)
    const other = begin()
    await start(other.lab, test.hashes[0]!)
    await settled(other)
    expect(lineNow(other)).toBe(7)
    expect(stateOf(other).breakpoints).toEqual([{ file: 'twice.c', line: 2 }])
  })
})
