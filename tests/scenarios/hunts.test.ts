import { describe, expect, test } from 'vitest'
import { findExample } from '../../src/scenarios/index.ts'
import { LISTING_M } from '../../src/scenarios/listing-m.ts'
import { changed, run, Tried } from './support.ts'

/** A hunt's program on the listing without the mistake. */
function withoutMistake(id: string): Tried {
  const { scenario } = findExample(id)!
  if (scenario.source.kind !== 'c') throw new Error(`${id} is no program`)
  const [main] = scenario.source.files
  const files = [main!, { name: 'malloc.c', text: LISTING_M }]
  return new Tried({ ...scenario, source: { ...scenario.source, files } })
}

/** A place as findings are written. */
const at = (tried: Tried, kind: string, text: string) => {
  const { file, line } = tried.line(text)
  return `${kind} ${file}:${line}`
}

const HUNTS = ['hunt-null', 'hunt-wrap', 'hunt-align', 'hunt-lost', 'hunt-stale', 'hunt-shrink']

test.each(HUNTS)('%s differs from the listing', (id) => {
  const { source } = findExample(id)!.scenario
  expect(source.kind === 'c' && source.files[1]!.text !== LISTING_M).toBe(true)
})

// malloc(len - 24) rightly answers NULL, and memset does not look.
test.each(HUNTS.filter((id) => id !== 'hunt-wrap'))('%s goes well without the mistake', (id) => {
  const tried = withoutMistake(id)
  expect([tried.session.info().ending!.kind, tried.findings()]).toEqual(['exit', []])
})

test('hunt-null: the header of NULL', () => {
  const tried = run('hunt-null')
  expect(tried.session.info().ending!.message).toContain('0xfffffffffffffff8')
  expect(tried.variable(tried.last, 'b').value).toBe('0xffffffffffffffe0')
  expect(tried.findings()).toEqual([at(tried, 'fault', 'b->used = 0;')])
})

test('hunt-wrap: n + 15 wraps around to 7', () => {
  const tried = run('hunt-wrap')
  const rounding = 'n = (n + 15)'
  const second = tried.statement(rounding, tried.statement(rounding))
  expect(tried.variable(second, 'n').value).toContain('18446744073709551608')
  expect(tried.variable(second + 1, 'n').value).toBe('0')
  expect(tried.pointer(tried.statement('memset'), 'p')).toBe(96)
  expect(tried.pointer(tried.statement('memset'), 'q')).toBe(96 + 32)
  const { ending, findings } = tried.session.info()
  expect(ending).toMatchObject({ kind: 'fault', signal: 'SIGSEGV' })
  expect(ending!.message).toContain('0x4141414141414159')
  expect(findings.find(({ operation }) => operation === second)).toMatchObject({ kind: 'size-wrapped' })
  expect(tried.at(tried.last).text).toBe('if (b->prev && !b->prev->used)')
})

test('hunt-align: the second pointer is the first bad one', () => {
  const tried = run('hunt-align')
  expect(['a', 'b', 'c'].map((name) => tried.pointer(tried.last, name))).toEqual([32, 74, 130])
  expect(tried.call(1).call).toBe('sbrk(42)')
  expect(tried.findings()[0]).toBe(at(tried, 'misaligned-pointer', 'b = malloc(24)'))
})

describe('hunt-lost', () => {
  test('32 bytes belong to no block', () => {
    const tried = run('hunt-lost')
    expect(tried.break(tried.operation(6))).toBe(208)
    expect([tried.pointer(tried.last, 'a'), tried.break(tried.last)]).toEqual([240, 352])
    expect(tried.findings()).toEqual(['unused-hole hunt-lost.c:9'])
  })

  test('the first wrong value is the size in malloc(80)', () => {
    const tried = run('hunt-lost')
    const cut = tried.statement('    b->size = n;')
    const size = (operation: number) => tried.variable(operation, 'b').parts[0]!.parts[0]!.value
    expect([size(cut), size(cut + 1)]).toEqual(['112', '80'])
  })

  test('sizes and headers then sum to 176, and the break is at 208', () => {
    const tried = run('hunt-lost')
    const behind = tried.operation(6) + 1
    expect(tried.linkedBlocks(behind)).toBe('+0 [80] +144 [32]')
    expect([32 + 80 + 32 + 32, tried.break(behind)]).toEqual([176, 208])
  })

  test('without the mistake the block is used again', () => {
    const tried = withoutMistake('hunt-lost')
    expect([tried.pointer(tried.last, 'a'), tried.break(tried.last)]).toEqual([32, 208])
  })
})

describe('hunt-stale', () => {
  /** d's link to the block before it once free(b) is over, as a distance from the first break. */
  const previous = (tried: Tried) =>
    tried.word(tried.statement('e = malloc(120)'), 240 + 8) - tried.at(0).brkStart

  test('free(d) faults at address 0', () => {
    const { ending } = run('hunt-stale').session.info()
    expect(ending).toMatchObject({ kind: 'fault', signal: 'SIGSEGV', address: 0 })
  })

  test('nothing crashes if e is filled with A: d is never merged', () => {
    const tried = changed('hunt-stale', 'memset(e, 0, 120)', "memset(e, 'A', 120)")
    expect(tried.session.info().ending!.kind).toBe('exit')
    expect(tried.linkedBlocks(tried.last)).toBe('+0 [128] +160 (48) +240 (48)')
  })

  test('d links to a header that is no more', () => {
    expect(previous(run('hunt-stale'))).toBe(80)
    expect(previous(withoutMistake('hunt-stale'))).toBe(0)
  })

  test('the finding is at the first read of that header, inside e', () => {
    const tried = run('hunt-stale')
    const [finding] = tried.session.info().findings
    expect(tried.findings()[0]).toBe(at(tried, 'wrong-answer', 'if (b->prev && !b->prev->used)'))
    expect(finding!.beganPlace).toMatchObject(tried.line('e = malloc(120)'))
  })
})

describe('hunt-shrink', () => {
  const contents = (tried: Tried) => {
    const { target } = tried.variable(tried.last, 'p')
    return Array.from(tried.at(tried.last, 0, target).inspected!.bytes.subarray(0, 100))
  }
  const right = Array.from({ length: 100 }, (_, i) => i)

  test('p has moved, and bytes 16 to 47 are wrong', () => {
    const tried = run('hunt-shrink')
    expect(tried.pointer(tried.statement('free(a)'), 'p')).toBe(128)
    expect(tried.pointer(tried.last, 'p')).toBe(32)
    const bytes = contents(tried)
    expect([bytes.slice(0, 16), bytes.slice(48)]).toEqual([right.slice(0, 16), right.slice(48)])
    expect(bytes.slice(16, 48)).not.toEqual(right.slice(16, 48))
    expect(contents(withoutMistake('hunt-shrink'))).toEqual(right)
  })

  test('the finding is where cut writes the header of the remainder', () => {
    const tried = run('hunt-shrink')
    const [finding] = tried.session.info().findings
    expect(tried.findings()).toEqual([at(tried, 'wrong-answer', 'r->size =')])
    expect(finding!.address - tried.at(0).brkStart).toBe(144)
  })
})
