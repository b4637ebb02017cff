import { describe, expect, it } from 'vitest'
import type { Scenario } from '../../src/engine/session/index.ts'
import {
  changed,
  NO_VERSIONS,
  stepped,
  type Version,
  versionOf,
  versionsOf,
  withVersion,
} from '../../src/state/versions.ts'
import { programOf } from '../support/program-lab.ts'

const trace = (text: string): Scenario => ({
  title: text,
  source: { kind: 'trace', name: 'some.rep', text },
  allocator: { id: 'first-fit', options: {} },
  process: {},
  run: {},
})
const version = (text: string): Version => versionOf(trace(text), { operation: 1, step: 2 }, null)
const titles = (versions: readonly Version[]) => versions.map(({ title }) => title)

/** One text, changed into another, and so on. */
function changesOf(...texts: readonly string[]) {
  return texts
    .slice(1)
    .reduce((sum, text, i) => changed(sum, version(texts[i]!), trace(text).source), NO_VERSIONS)
}

describe('versions of a text', () => {
  it('are kept in order, and lead back and on', () => {
    const versions = changesOf('a', 'b', 'c')
    expect(titles(versions.past)).toEqual(['a', 'b'])
    const back = stepped(versions, version('c'), -1)!
    expect([back.to.title, titles(back.versions.past), titles(back.versions.future)]).toEqual([
      'b',
      ['a'],
      ['c'],
    ])
    const on = stepped(back.versions, version('b'), 1)!
    expect([on.to.title, titles(on.versions.past), titles(on.versions.future)]).toEqual(['c', ['a', 'b'], []])
    expect(stepped(on.versions, version('c'), 1)).toBeNull()
  })

  it('that were taken back are gone after another change', () => {
    const back = stepped(changesOf('a', 'b'), version('b'), -1)!
    const other = changed(back.versions, version('a'), trace('x').source)
    expect([titles(other.past), other.future]).toEqual([['a'], []])
  })

  it('are not made by running the same text again', () => {
    expect(changed(NO_VERSIONS, version('a'), trace('a').source).past).toEqual([])
  })

  it('are at most a hundred', () => {
    expect(changesOf(...Array.from({ length: 120 }, (_, i) => String(i))).past).toHaveLength(100)
  })

  it('mean nothing while another text is open', () => {
    const versions = changesOf('a', 'b')
    expect(versionsOf(versions, trace('b'))).toBe(versions)
    expect(versionsOf(versions, trace('a'))).toBe(NO_VERSIONS)
    expect(versionsOf(versions, null)).toBe(NO_VERSIONS)
  })
})

describe('going back to a version', () => {
  it('keeps the allocator, and a program its input', () => {
    const old = programOf({ 'main.c': 'int main(void) {}' })
    const now = { ...programOf({ 'main.c': 'int main(void) { return 0; }' }, 'typed\n'), title: 'New' }
    const chosen = { ...now, allocator: { id: 'buddy', options: {} } }
    expect(withVersion(chosen, versionOf(old, { operation: 0, step: 0 }, null))).toEqual({
      ...chosen,
      title: old.title,
      source: { ...old.source, input: 'typed\n' },
    })
  })

  it('brings the allocator of another kind of text', () => {
    const homework: Scenario = {
      ...trace(''),
      source: { kind: 'ostep', args: '-n 10' },
      allocator: { id: 'ostep', options: {} },
    }
    const back = withVersion(trace('a'), versionOf(homework, { operation: 0, step: 0 }, null))
    expect(back.allocator.id).toBe('ostep')
  })
})
