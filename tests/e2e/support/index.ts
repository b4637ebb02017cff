export { DESKTOP, type Lab, launch, PHONE, type Theme, type Viewport, type Visit } from './browser.ts'
export { type Site, serveDist } from './site.ts'
