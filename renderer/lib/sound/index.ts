export { createSoundPlayer, type SoundPlayer } from './player.ts'
export { soundNames, sounds, type SoundName } from './tones.ts'
