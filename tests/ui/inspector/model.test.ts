import { describe, expect, it } from 'vitest'
import type { Deed, Inspected } from '../../../src/engine/session/index.ts'
import { lifetimeOf, operationText, placeText, tenantText } from '../../../src/ui/inspector/model.ts'

const deed = (operation: number, place: Partial<Deed> = {}): Deed => ({
  operation,
  text: '',
  file: '',
  line: 0,
  function: '',
  ...place,
})

describe('the past of a chunk', () => {
  it('is told with the line of a trace, or file, line and function of a program', () => {
    expect(operationText(deed(4))).toBe('operation 5')
    expect(placeText(deed(4))).toBe('')
    expect(placeText(deed(4, { line: 7 }))).toBe('line 7')
    expect(placeText(deed(4, { file: 'list.c', line: 7, function: 'push' }))).toBe('list.c:7 in push')
  })

  it('is a life, or an age', () => {
    const life = (allocated: Deed | null, freed: Deed | null, now: number) => {
      const fact = lifetimeOf({ allocated, freed } as Inspected, now)
      return fact === null ? null : `${fact.name} ${fact.value}`
    }
    expect(life(deed(2), deed(14), 20)).toBe('Lived 12 operations')
    expect(life(deed(2), null, 3)).toBe('Age 1 operation')
    expect(life(deed(2), null, 2)).toBe('Age made in this operation')
    expect(life(null, null, 2)).toBeNull()
  })

  it('goes back to the blocks before', () => {
    const tenant = { name: 'p[2]', requested: 40, allocated: deed(2), freed: deed(8) }
    expect(tenantText(tenant)).toBe('p[2], 40 bytes, operations 3 to 9')
  })
})
