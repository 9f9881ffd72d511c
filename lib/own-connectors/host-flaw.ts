const LABEL = /^[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?$/;

/** Why a text is not the name of one host that values may go to; undefined for one that is. */
export function hostFlaw(host: string): string | undefined {
  if (host === "") return "Enter the host, such as api.acme.com.";
  if (/^http:/i.test(host)) return "Values only travel over https. Enter the host's name alone, such as api.acme.com.";
  if (host.includes("@")) return "A host can't have a user name before it. Enter its name alone.";
  if (host.includes("[") || /^[^.]*:[^.]*:/.test(host)) return "Enter the host's name. An IP address isn't one.";
  if (/^[a-z]+:/i.test(host) && !/^[^:]*:\d+$/.test(host)) return "Enter the host's name alone, without https://.";
  if (/:\d*$/.test(host)) return "Values only travel to port 443. Enter the host's name without a port.";
  if (/[/?#\\]/.test(host)) return "Enter the host's name alone, without a path.";
  if (/[^\x21-\x7e]/.test(host)) return "A host has plain letters, digits, dots and hyphens only.";
  if (host !== host.toLowerCase()) return "Write the host in small letters.";
  if (host.endsWith(".")) return "Write the host without a dot at its end.";
  if (isAddress(host)) return "Enter the host's name. An IP address isn't one.";
  const labels = host.split(".");
  if (labels.some((label) => label.startsWith("xn--")))
    return "A host with letters beyond a to z can look like another one, so it isn't allowed here.";
  if (labels.length < 2) return "Enter the whole name of the host, such as api.acme.com.";
  const isName = host.length <= 253 && labels.every((label) => LABEL.test(label)) && URL.canParse(`https://${host}`);
  return isName && new URL(`https://${host}`).host === host ? undefined : "This isn't the name of a host.";
}

/** In any of the spellings that programs take for an address: dotted, decimal, octal or hexadecimal. */
function isAddress(host: string): boolean {
  const last = host.split(".").at(-1) ?? "";
  return /^(?:\d+|0x[0-9a-f]*)$/.test(last) || /^[0-9a-f]*:/.test(host);
}
