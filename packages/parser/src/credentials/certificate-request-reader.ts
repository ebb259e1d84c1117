import { CertificationRequest } from "@peculiar/asn1-csr";
import { AsnConvert } from "@peculiar/asn1-schema";
import type { RequestedSubject } from "./certificate-requests.ts";

// X.520 attribute types.
const commonName = "2.5.4.3";
const organizationName = "2.5.4.10";

/** Reads the subject of a PKCS #10 request as Go's pkix.Name does: the last common name, every organization. */
export function readCertificateRequest(der: Uint8Array): RequestedSubject | undefined {
  try {
    const request = AsnConvert.parse(der, CertificationRequest);
    // Its lists are classes of their own, which must not leave this file.
    const attributes = [...request.certificationRequestInfo.subject].flatMap((names) => [...names]);
    const values = (type: string): readonly string[] =>
      attributes.filter((attribute) => attribute.type === type).map((attribute) => attribute.value.toString());
    return { user: values(commonName).at(-1) ?? "", groups: values(organizationName) };
  } catch {
    return undefined;
  }
}
