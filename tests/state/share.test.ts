import { afterEach, describe, expect, it } from 'vitest'
import type { Scenario } from '../../src/engine/session/index.ts'
import { linkHash, readLink, readScenarioFile } from '../../src/share/index.ts'
import {
  copyText,
  followLink,
  openScenario,
  seek,
  setInspectorTab,
  setOption,
  setSourceTab,
  setStageTab,
  share,
  start,
} from '../../src/state/index.ts'
import { downloadScenario, linkNow, type ShareSheet } from '../../src/state/sheet.ts'
import { type TestLab, testLab, until } from '../support/lab.ts'

const PROGRAM: Scenario = {
  title: 'Two <blocks>',
  source: {
    kind: 'c',
    files: [{ name: 'two.c', text: '#include <stdlib.h>\nint main(void) {\n  free(malloc(7)); // ```\n}\n' }],
    input: '',
  },
  allocator: { id: 'first-fit', options: {} },
  process: {},
  run: { leaks: false },
}
const TRACE: Scenario = {
  ...PROGRAM,
  source: { kind: 'trace', name: 'x.rep', text: 'a 0 100\na 1 50\nf 0\n' },
}

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

async function opened(scenario: Scenario): Promise<TestLab> {
  const test = begin()
  await openScenario(test.lab, scenario)
  await settled(test)
  return test
}

async function sheetOf(test: TestLab): Promise<ShareSheet> {
  await share(test.lab)
  const { dialog } = stateOf(test)
  if (dialog?.kind !== 'share') throw new Error('no dialog')
  return dialog.sheet
}

describe('sharing', () => {
  it('shows a link to the moment on the screen, which is in the address bar too', async () => {
    const test = await opened(TRACE)
    seek(test.lab, { operation: 2, step: 1 })
    await settled(test)
    const sheet = await sheetOf(test)
    expect(sheet.url).toBe(`https://lab.example/${test.hashes.at(-1)}`)
    expect(sheet.length).toBe(sheet.url?.length)
    expect(readLink(sheet.hash ?? '')).toMatchObject({
      ok: true,
      value: { position: { operation: 2, step: 1 } },
    })
    expect(linkNow(test.lab)).toBe(sheet.url)
  })

  it('gives a frame, and a text in which nothing is markup', async () => {
    const { embed, markdown, url } = await sheetOf(await opened(PROGRAM))
    expect(embed?.html).toContain(`src="https://lab.example/#embed.`)
    expect(embed?.html).toContain('title="Heap Lab: Two &lt;blocks&gt;"')
    expect(markdown).toContain('## Two \\<blocks\\>\n')
    expect(markdown).toContain('````c\n#include <stdlib.h>\n')
    expect(markdown).toContain(`(<${url}>)`)
  })

  it('says how long a link would be that is too long, and has a file for it', async () => {
    const lines = Array.from({ length: 9000 }, (_, i) => `a ${i} ${(i * 7919) % 9973}\n`).join('')
    const test = await opened({ ...TRACE, source: { kind: 'trace', name: 'long.rep', text: lines } })
    const sheet = await sheetOf(test)
    expect([sheet.url, sheet.embed, sheet.file]).toEqual([null, null, true])
    expect(sheet.length).toBeGreaterThan(8000)
    expect(test.hashes).toEqual([])
    downloadScenario(test.lab)
    expect(test.downloads[0]?.name).toBe('two-blocks.heaplab.json')
    expect(readScenarioFile(test.downloads[0]?.text ?? '').ok).toBe(true)
  })

  it('brings the tabs to the front that were there, and the usual ones otherwise', async () => {
    const test = await opened(PROGRAM)
    setStageTab(test.lab, 'figures')
    setSourceTab(test.lab, 'output')
    setInspectorTab(test.lab, 'regions')
    const other = begin()
    await start(other.lab, (await sheetOf(test)).hash ?? '')
    const tabs = { stageTab: 'figures', sourceTab: 'output', inspectorTab: 'regions' }
    expect(stateOf(other)).toMatchObject(tabs)
    const usual = await opened(TRACE)
    await followLink(other.lab, (await sheetOf(usual)).hash ?? '')
    expect(stateOf(other)).toMatchObject({ stageTab: 'heap', sourceTab: 'program', inspectorTab: 'chunk' })
  })

  it('shows no tab that a scenario does not have, whatever the link says', async () => {
    const view = { stage: '__proto__', source: 'output', inspector: 'variables' }
    const position = { operation: 0, step: 0 }
    const test = begin()
    await start(test.lab, linkHash({ scenario: TRACE, position, view }).text)
    expect(stateOf(test)).toMatchObject({ stageTab: 'heap', sourceTab: 'program', inspectorTab: 'chunk' })
  })

  it('says of a scenario without its trace which file to open, and keeps the work', async () => {
    const test = await opened(TRACE)
    const source = { kind: 'file', name: 'big.rep', bytes: 9_000_000 } as const
    const position = { operation: 0, step: 0 }
    const { text } = linkHash({ scenario: { ...TRACE, source }, position, view: {} })
    expect(await followLink(test.lab, text)).toBe(false)
    expect(stateOf(test).notice?.text).toContain('open that file itself')
    expect(stateOf(test).scenario).toBe(TRACE)
  })

  it('says whether the clipboard took it', async () => {
    const test = begin()
    expect(await copyText(test.lab, 'this')).toBe(true)
    expect(test.copied).toEqual(['this'])
    expect(await copyText(begin({ clipboard: false }).lab, 'this')).toBe(false)
  })

  it('does not let a reload undo later work: a change takes the link out of the address bar', async () => {
    const test = await opened(TRACE)
    await share(test.lab)
    setOption(test.lab, 'alignment', '32')
    expect(test.hashes.at(-1)).toBe('')
    setOption(test.lab, 'alignment', '16')
    expect(test.hashes.length).toBe(2)
  })
})

describe('a frame', () => {
  async function framed(hash: string, kept?: ReadonlyMap<string, string>): Promise<TestLab> {
    const test = begin(kept === undefined ? {} : { kept })
    await start(test.lab, hash)
    return test
  }

  it('shows the moment of its link and keeps nothing', async () => {
    const shared = await opened(TRACE)
    seek(shared.lab, { operation: 1, step: 2 })
    await settled(shared)
    const hash = (await sheetOf(shared)).hash?.replace('#', '#embed.') ?? ''
    const test = await framed(hash)
    await settled(test)
    expect(stateOf(test).embedded).toBe(true)
    expect(stateOf(test).moment?.step.sentence).toBe(stateOf(shared).moment?.step.sentence)
    await new Promise((resolve) => setTimeout(resolve, 50))
    expect([...test.kept.keys()]).toEqual([])
  })

  it('shows a lesson, and leaves the progress of the person alone', async () => {
    const kept = new Map([['heap-lab-course', 'as it was']])
    const test = await framed('#embed.lesson=four-merges', kept)
    await settled(test)
    expect(stateOf(test).scenario?.title).toBe('The four cases of free')
    await new Promise((resolve) => setTimeout(resolve, 50))
    expect([...test.kept]).toEqual([...kept])
  })

  it('with a damaged link shows why, and not the work of the person who looks at it', async () => {
    const own = await opened(TRACE)
    await until(() => own.kept.has('heap-lab'))
    const test = await framed('#embed.2.nonsense', own.kept)
    expect(stateOf(test).scenario).toBeNull()
    expect(stateOf(test).notice).toMatchObject({ tone: 'bad', title: 'This link cannot be opened' })
    expect(stateOf(test).notice?.text).toContain('Tell whoever wrote the page around it.')
  })
})
