export {
  BESIDE_LIMIT,
  type Beside,
  COURSE_LIMIT,
  type CourseRead,
  looksLikeCourse,
  readCourse,
} from './read.ts'
export { COURSE_EXTENSION, courseFile } from './write.ts'
