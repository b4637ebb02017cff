import { compile } from '../engine/workload/c/compile.ts'
import { firstLook } from '../scenarios/first-look.ts'

/*
 * The program that a first visit sees, and what the compiler makes of it. A build puts the values in place of this file
 * (scripts/build/ahead.ts): the compiler, which is the larger part of the engine, is then loaded when another program
 * is opened. Nothing here may depend on anything but the sources.
 */

const { source } = firstLook.scenario

/** The files of the program. */
export const files = source.kind === 'c' ? source.files : []

/** It compiled, for the data model and macros that a scenario has by default. */
export const compiled = compile({ files, model: 'lp64', defines: [] })
