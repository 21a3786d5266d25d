export { createSoundPlayer, type SoundPlayer } from './player.ts'
export { soundNames, type SoundName } from './tones.ts'
