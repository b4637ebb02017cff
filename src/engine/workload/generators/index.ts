import { optionError } from '../../allocators/catalog.ts'
import type { Trace } from '../trace.ts'
import { failedTrace } from '../traces/columns.ts'
import { findShape, type ShapeSpec } from './catalog.ts'
import { type Params, Pool } from './pool.ts'
import { RUNS } from './shapes.ts'

export { findShape, type ParamSpec, SHAPES, type ShapeSpec } from './catalog.ts'
export { Random } from './random.ts'

/**
 * The workload of a shape: the same for the same shape, seed and parameters, for ever. Every block has an
 * id of its own and is freed in the end. A shape that does not exist gives a trace with an error.
 */
export function generateTrace(
  shapeId: string,
  seed: number,
  params: Readonly<Record<string, number>>,
): Trace {
  const spec = findShape(shapeId)
  const shape = RUNS[shapeId]
  if (spec === undefined || shape === undefined) return failedTrace(`there is no shape called "${shapeId}"`)
  const pool = new Pool(resolveParams(spec, params), seed)
  shape.run(pool)
  return pool.finish(() => shape.last(pool))
}

/** Every parameter's value: the given one where it is within its limits, else the default; a range the right way round. */
export function resolveParams(spec: ShapeSpec, given: Readonly<Record<string, number>>): Params {
  const value = (key: keyof Params) => {
    const param = spec.params.find((each) => each.key === key)
    if (param === undefined) return 0
    const wanted = given[key]
    return wanted !== undefined && optionError(param, wanted) === null ? wanted : param.default
  }
  const sizes = [value('minSize'), value('maxSize')]
  return {
    operations: value('operations'),
    minSize: Math.min(...sizes),
    maxSize: Math.max(...sizes),
    live: value('live'),
    realloc: value('realloc'),
    large: value('large'),
  }
}
