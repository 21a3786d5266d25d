export type { Fetch } from './fetch-photo.ts'
export { createExceptionPhotos } from './exception-photos.ts'
export type { ExceptionPhotos } from './exception-photos.ts'
export { createSkuPhotos, photoPath } from './sku-photos.ts'
