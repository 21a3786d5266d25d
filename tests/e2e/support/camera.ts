/** Chromium's own moving test picture stands for a camera; its permission is asked for as for a real one. */
export const fakeCamera = '--use-fake-device-for-media-stream'
