export type { Fetch } from './fetch-photo.ts'
export { createSkuPhotos, photoPath } from './sku-photos.ts'
