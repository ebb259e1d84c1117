import { expect, test } from "vitest";
import { flagValueProblem, isGoIp } from "./flag-problems.ts";

// Messages of kube-apiserver 1.37.2.
test.each([
  ["bool", "yes", 'strconv.ParseBool: parsing "yes": invalid syntax'],
  ["bool", "T", undefined],
  ["int", "0x1f", undefined],
  ["int", "1_000", undefined],
  ["int", "010", undefined],
  ["int", "", 'strconv.ParseInt: parsing "": invalid syntax'],
  ["int", "1.5", 'strconv.ParseInt: parsing "1.5": invalid syntax'],
  ["int", "9223372036854775808", 'strconv.ParseInt: parsing "9223372036854775808": value out of range'],
  ["int32", "2147483648", 'strconv.ParseInt: parsing "2147483648": value out of range'],
  ["float32", "1e3", undefined],
  ["float32", "x", 'strconv.ParseFloat: parsing "x": invalid syntax'],
  ["duration", "1h30m", undefined],
  ["duration", "-1.5s", undefined],
  ["duration", "0", undefined],
  ["duration", "", 'time: invalid duration ""'],
  ["duration", "10", 'time: missing unit in duration "10"'],
  ["duration", "5d", 'time: unknown unit "d" in duration "5d"'],
  ["duration", "s", 'time: invalid duration "s"'],
  ["Level", "x", 'strconv.ParseUint: parsing "x": invalid syntax'],
  ["Level", "-1", 'strconv.ParseUint: parsing "-1": invalid syntax'],
  ["ip", "10.0.0.01", 'failed to parse IP: "10.0.0.01"'],
  ["ip", "", undefined],
  ["strings", 'a"b', 'parse error on line 1, column 2: bare " in non-quoted-field'],
  ["strings", "a, b", undefined],
  ["mapStringBool", "A=true,B", "malformed pair, expect string=bool"],
  ["mapStringBool", "A=maybe", 'invalid value of A: maybe, err: strconv.ParseBool: parsing "maybe": invalid syntax'],
  ["namedCertKey", "a.crt", "expected comma separated certificate and key file paths"],
  ["namedCertKey", "a.crt,a.key:", "empty names list is not allowed"],
  ["portRange", "30000-32767", undefined],
  ["portRange", "30000+10", undefined],
  ["portRange", "2-1", "end port cannot be less than start port: 2-1"],
  ["portRange", "1-70000", "the port range cannot be greater than 65535: 1-70000"],
  ["portRange", "x", 'strconv.Atoi: parsing "x": invalid syntax'],
  ["string", "anything", undefined],
])("%s: %s", (type, value, problem) => {
  expect(flagValueProblem({ name: "x", type }, value)).toBe(problem);
});

test.each([
  ["::", true],
  ["::1", true],
  ["2001:db8::1", true],
  ["::ffff:10.0.0.1", true],
  ["1:2:3:4:5:6:7:8", true],
  ["1:2:3:4:5:6:7:8:9", false],
  ["1::2::3", false],
  ["fe80::1%eth0", false],
  ["10.0.0.256", false],
  ["10.0.0", false],
  ["localhost", false],
])("%s is an address: %s", (text, expected) => {
  expect(isGoIp(text)).toBe(expected);
});

test.each([
  ["memory.available<100Mi,nodefs.available<10%", undefined],
  ["memory.available=100Mi", "malformed pair, expect string<string"],
])("--eviction-hard=%s", (value, problem) => {
  expect(flagValueProblem({ name: "eviction-hard", type: "mapStringString" }, value)).toBe(problem);
});
