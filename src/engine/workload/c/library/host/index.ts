import type { HostFunction } from '../../host.ts'
import { builtinFunctions } from './builtins.ts'
import { fileFunctions } from './files.ts'
import { heapFunctions } from './heap.ts'
import { inputFunctions } from './input.ts'
import { mathFunctions } from './math.ts'
import { memlibFunctions } from './memlib.ts'
import { memoryFunctions } from './memory-functions.ts'
import { numberFunctions } from './numbers.ts'
import { outputFunctions } from './output.ts'
import { overflowFunctions } from './overflow.ts'
import { printFunctions } from './printf.ts'
import { processFunctions } from './process.ts'
import { scanFunctions } from './scanf.ts'
import { stringFunctions } from './strings.ts'
import { systemCalls } from './syscalls.ts'

/** All functions of the library that are not written in C. Names with two underscores are only for its C part. */
export const hostFunctions: readonly HostFunction[] = [
  ...heapFunctions,
  ...systemCalls,
  ...memlibFunctions,
  ...memoryFunctions,
  ...stringFunctions,
  ...numberFunctions,
  ...mathFunctions,
  ...builtinFunctions,
  ...overflowFunctions,
  ...printFunctions,
  ...scanFunctions,
  ...outputFunctions,
  ...inputFunctions,
  ...fileFunctions,
  ...processFunctions,
]
