import { describe, expect, it } from 'vitest'
import { CATALOG } from '../../src/engine/allocators/catalog.ts'
import { cli, rep } from './support.ts'

const FILES = { 't.rep': rep('a 0 100', 'f 0', 'a 1 100', 'f 1') }

describe('compare', () => {
  it('puts allocators side by side and marks the best', async () => {
    const { code, out } = await cli('compare t.rep --allocators bump,first-fit', FILES)
    expect(code).toBe(0)
    const [title, , head, bump, first] = out.split('\n')
    expect(title).toBe('t.rep: 4 operations; * is the best of a column')
    expect(head).toMatch(/^ +utilization +peak heap/)
    expect(bump).toMatch(/^bump +0\.\d{4} /)
    expect(first).toMatch(/^first-fit +0\.\d{4}\* +\d+\* /)
  })

  it('marks nothing where all are equal', async () => {
    const { out } = await cli('compare t.rep --allocators bump,bump', FILES)
    expect(out.split('\n').slice(1).join('')).not.toContain('*')
  })

  it('is data with --json', async () => {
    const { out } = await cli('compare t.rep --allocators bump,kr --json', FILES)
    const { runs } = JSON.parse(out)
    expect(runs.map((run: { allocator: { id: string } }) => run.allocator.id)).toEqual(['bump', 'kr'])
  })

  it('answers 1 for findings and 2 for a text that ends early', async () => {
    expect((await cli('compare - --allocators bump', { '-': rep('a 0 8') })).code).toBe(1)
    const { code, out, err } = await cli('compare - --allocators bump,kr', { '-': rep('a 0 8', '?') })
    expect(code).toBe(2)
    expect(out).toContain('kr')
    expect(err.split('\n')).toHaveLength(2)
  })
})

describe('list', () => {
  it('names every allocator and every option', async () => {
    const { code, out } = await cli('list')
    expect(code).toBe(0)
    for (const { id, name } of CATALOG) expect(out).toContain(`${id}  ${name}\n`)
    for (const { key } of CATALOG.flatMap((spec) => spec.options)) expect(out).toContain(`      ${key}=`)
  })

  it('gives as JSON what a preset sets as the default', async () => {
    const { out } = await cli('list --json')
    const { allocators } = JSON.parse(out)
    expect(allocators.map((each: { id: string }) => each.id)).toEqual(CATALOG.map(({ id }) => id))
    for (const { id, preset, options } of CATALOG) {
      const listed = allocators.find((each: { id: string }) => each.id === id)
      for (const option of options) {
        const found = listed.options.find((each: { key: string }) => each.key === option.key)
        expect(found.default).toBe(preset?.[option.key] ?? option.default)
        expect(Object.keys(found)).toEqual(
          expect.arrayContaining(['key', 'label', 'help', 'type', 'default']),
        )
      }
    }
  })
})
