/*
 * What is asked of a session only while somebody looks at it: apart, so that a page need not load it before.
 */
export { spaceAt } from './space.ts'
export { syscallWindow } from './syscalls.ts'
