import { gzipSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import type { Scenario } from '../../src/engine/session/index.ts'
import { scenarioFile } from '../../src/share/index.ts'
import { cli, rep } from './support.ts'

const SOUND = rep('a 0 100', 'a 1 200', 'f 0', 'f 1')
const LEAKS = rep('a 0 100')

describe('the summary', () => {
  it('tells the figures that malloc-lab graders count', async () => {
    const { code, out } = await cli('run t.rep --allocator bump', { 't.rep': SOUND })
    expect(code).toBe(0)
    expect(out).toMatch(/^t\.rep with bump\n/)
    expect(out).toMatch(/operations +4\n/)
    expect(out).toMatch(/peak requested +300 {2}bytes/)
    expect(out).toMatch(/system calls +2\n/)
    expect(out).toMatch(/findings +0\n/)
  })

  it('is data with --json', async () => {
    const { out } = await cli('run t.rep --json --option alignment=32', { 't.rep': SOUND })
    expect(JSON.parse(out)).toMatchObject({
      title: 't.rep',
      allocator: { id: 'first-fit', options: { alignment: '32' } },
      operations: 4,
      peakLive: 300,
      findingCount: 0,
      error: null,
    })
  })

  it('takes several options at once', async () => {
    const { out } = await cli('run t.rep --option placement=best list=lifo --json', { 't.rep': SOUND })
    expect(JSON.parse(out).allocator.options).toEqual({ placement: 'best', list: 'lifo' })
  })

  it('lists findings and answers 1', async () => {
    const { code, out } = await cli('run t.rep', { 't.rep': rep('a 0 24', 'F 0', 'F 0') })
    expect(code).toBe(1)
    expect(out).toMatch(/findings:\n {2}operation 3: Double free\./)
  })

  it('counts a leak, but not in a recording', async () => {
    expect((await cli('run t.rep', { 't.rep': LEAKS })).code).toBe(1)
    expect((await cli('run t.rep --process oracle', { 't.rep': LEAKS })).code).toBe(0)
  })

  it('ends at a wrong use when told to', async () => {
    const files = { 't.rep': rep('a 0 24', 'F 0', 'F 0', 'a 1 8') }
    const { out } = await cli('run t.rep --on-misuse abort', files)
    expect(out).toContain('The process ended in operation 3')
  })
})

describe('input', () => {
  it('comes from standard input, and unpacked', async () => {
    const direct = await cli('run t.rep --addresses', { 't.rep': SOUND })
    expect(await cli('run - --addresses', { '-': SOUND })).toEqual(direct)
    expect(await cli('run t.rep.gz --addresses', { 't.rep.gz': gzipSync(SOUND) })).toEqual(direct)
    expect(await cli('run - --addresses', { '-': gzipSync(SOUND) })).toEqual(direct)
  })

  it('is run up to where it can be read', async () => {
    const broken = rep('a 0 100', 'f 0', 'a 1 many', 'f 1')
    const { code, out, err } = await cli('run t.rep', { 't.rep': broken })
    expect(code).toBe(2)
    expect(out).toMatch(/operations +2\n/)
    expect(err).toMatch(/^t\.rep:7:5: .*\(2 operations before it ran\)\n$/)
    expect((await cli('run t.rep --addresses', { 't.rep': broken })).out.split('\n')).toHaveLength(3)
  })

  it.each([
    ['nothing to run', rep('q 0'), /t\.rep:5:1: /],
    ['half a gzip', gzipSync(SOUND).subarray(0, 20), /begins like gzip and cannot be unpacked/],
    ['other JSON', '{"a": 1}', /not a Heap Lab scenario/],
  ])('is refused: %s', async (_, content, message) => {
    const { code, out, err } = await cli('run t.rep', { 't.rep': content })
    expect({ code, out }).toEqual({ code: 2, out: '' })
    expect(err).toMatch(message)
  })

  it('may be a scenario file, which flags change', async () => {
    const scenario: Scenario = {
      title: 'Saved',
      source: { kind: 'trace', name: 't', text: SOUND },
      allocator: { id: 'classroom', options: { placement: 'best', list: 'lifo' } },
      process: { layout: 'oracle' },
      run: {},
    }
    const text = scenarioFile({ scenario, position: { operation: 0, step: 0 }, view: {} })
    const { out } = await cli('run s.json --json --option list=fifo', { 's.json': text })
    expect(JSON.parse(out)).toMatchObject({
      title: 'Saved',
      allocator: { id: 'classroom', options: { placement: 'best', list: 'fifo' } },
      process: { layout: 'oracle' },
    })
    const other = await cli('run s.json --json --allocator kr', { 's.json': text })
    expect(JSON.parse(other.out).allocator).toEqual({ id: 'kr', options: {} })
  })
})

describe('bad usage', () => {
  it.each([
    ['run', 'run needs a FILE'],
    ['run a b', 'what is "b"?'],
    ['run t.rep --allocator first-fitt', 'Did you mean first-fit'],
    ['run t.rep --allocater bump', 'There is no flag --allocater. Did you mean --allocator'],
    ['run t.rep --option placment=best', 'first-fit has no option "placment". Did you mean placement?'],
    ['run t.rep --option placement=bst', 'not "bst". Did you mean'],
    ['run t.rep --option placement', 'written key=value'],
    ['run t.rep --option split=7', 'split is'],
    ['run t.rep --process windows', '--process is one of linux, oracle, not "windows".'],
    ['run t.rep --seed x', '--seed is a whole number, not "x".'],
    ['run t.rep --fill some', '--fill is a whole number'],
    ['run t.rep --json --dump', '--json prints the summary'],
    ['run t.rep --json=1', '--json takes no value'],
    ['run t.rep --seed', '--seed needs a value'],
    ['run nowhere.rep', 'Cannot read nowhere.rep: there is no such file.'],
    ['rnu t.rep', 'There is no command "rnu". Did you mean run'],
    ['compare t.rep', 'compare needs --allocators'],
    ['compare t.rep --allocators bump,nosuch', 'There is no allocator "nosuch"'],
    ['list everything', 'list takes no operands'],
  ])('%s', async (words, message) => {
    const { code, out, err } = await cli(words, { 't.rep': SOUND })
    expect({ code, out }).toEqual({ code: 2, out: '' })
    expect(err).toContain(message)
  })
})

describe('help', () => {
  it('is there for all and for each', async () => {
    const all = await cli('help')
    expect(all.code).toBe(0)
    expect(await cli('--help')).toEqual(all)
    for (const name of ['run', 'compare', 'ostep', 'list']) expect(all.out).toContain(` ${name} `)
    const run = await cli('run --help')
    expect(run.out).toContain('--limit-data, -D BYTES')
    expect(await cli('help run')).toEqual(run)
  })

  it('comes without being asked for when no command is given', async () => {
    const { code, out, err } = await cli('')
    expect({ code, out }).toEqual({ code: 2, out: '' })
    expect(err).toBe((await cli('help')).out)
  })
})
