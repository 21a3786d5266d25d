import { generateKeyPairSync, sign } from 'node:crypto'

// X.509 version 1 in DER (RFC 5280, X.690): as little as a TLS server needs to show a certificate nobody vouches for.

const tlv = (tag: number, ...parts: readonly Uint8Array[]): Buffer => {
  const value = Buffer.concat(parts)
  const { length } = value
  const size = length < 128 ? [length] : [0x82, length >> 8, length & 0xff]
  return Buffer.concat([Buffer.from([tag, ...size]), value])
}
const sequence = (...parts: readonly Uint8Array[]): Buffer => tlv(0x30, ...parts)
const utcTime = (text: string): Buffer => tlv(0x17, Buffer.from(text))

/** 1.3.101.112 */
const ed25519 = sequence(tlv(0x06, Buffer.from([0x2b, 0x65, 0x70])))
/** 2.5.4.3 */
const commonName = tlv(0x06, Buffer.from([0x55, 0x04, 0x03]))

/** A fresh key and the certificate that it signed for itself, in PEM. */
export const selfSigned = (name: string): { readonly key: string; readonly cert: string } => {
  const { publicKey, privateKey } = generateKeyPairSync('ed25519')
  const who = sequence(tlv(0x31, sequence(commonName, tlv(0x0c, Buffer.from(name)))))
  const valid = sequence(utcTime('200101000000Z'), utcTime('491231235959Z'))
  const key = publicKey.export({ type: 'spki', format: 'der' })
  const told = sequence(tlv(0x02, Buffer.from([1])), ed25519, who, valid, who, key)
  const signature = tlv(0x03, Buffer.from([0]), sign(null, told, privateKey))
  const der = sequence(told, ed25519, signature).toString('base64')
  return {
    key: privateKey.export({ type: 'pkcs8', format: 'pem' }).toString(),
    cert: `-----BEGIN CERTIFICATE-----\n${der}\n-----END CERTIFICATE-----\n`,
  }
}
