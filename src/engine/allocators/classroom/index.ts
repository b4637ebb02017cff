import type { AllocatorFactory } from '../allocator.ts'
import { Classroom } from './classroom.ts'

/** Makes the classroom allocator with the options of `spec.ts`. */
export const createClassroom: AllocatorFactory = (context, options) => new Classroom(context, options)
