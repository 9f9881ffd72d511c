const CODES =
  /^(CERT_|ERR_TLS_|ERR_SSL_|SELF_SIGNED|DEPTH_ZERO|UNABLE_TO_|EPROTO|HOSTNAME_MISMATCH|INVALID_CA|INVALID_PURPOSE)/;

/** Whether a socket's error code means that no secure connection could be made. Codes of Node.js and OpenSSL. */
export function isTlsFailure(code: string): boolean {
  return CODES.test(code);
}
