import { createHash } from "node:crypto";
import { isAscii, isUtf8 } from "node:buffer";
//#region packages/kubernetes/src/facts.ts
/** Every role in which a file may be named. */
const fileRoles = [
	"token-file",
	"authentication-configuration",
	"authorization-configuration",
	"environment-file",
	"client-certificate"
];
//#endregion
//#region packages/kubernetes/src/field-selector.ts
/**
* What a SubjectAccessReview's selector limits the request to: terms that the server can not make sense of are left
* out (pkg/registry/authorization/util/helpers.go: resourceAttributesFrom, fieldSelectorAsSelector).
*/
function fieldRequirements({ rawSelector, requirements }) {
	if (requirements !== void 0 && requirements.length > 0) return requirements.flatMap(({ key = "", operator = "", values = [] }) => {
		const [value, ...others] = values;
		if (value === void 0 || others.length > 0) return [];
		if (operator === "In") return [{
			field: key,
			operator: "=",
			value
		}];
		return operator === "NotIn" ? [{
			field: key,
			operator: "!=",
			value
		}] : [];
	});
	return parseFieldSelector(rawSelector ?? "") ?? [];
}
/**
* A field selector as a query parameter has it: `spec.nodeName=a,metadata.name!=b`; undefined where the server can not
* read it (k8s.io/apimachinery pkg/fields/selector.go: ParseSelector).
*
* A backslash stands before `,`, `=` and itself, and nowhere else.
*/
function parseFieldSelector(text) {
	const found = [];
	for (const term of text.match(/(?:\\.|[^\\,]|\\$)+/gs) ?? []) {
		const [, field, operator, escaped] = /^((?:\\.|[^\\=!]|!(?!=))*)(!=|==|=)(.*)$/s.exec(term) ?? [];
		if (field === void 0 || escaped === void 0 || !/^(?:\\[\\,=]|[^\\,=])*$/.test(escaped)) return void 0;
		found.push({
			field,
			operator: operator === "!=" ? "!=" : "=",
			value: escaped.replace(/\\(.)/gs, "$1")
		});
	}
	return found;
}
//#endregion
//#region packages/kubernetes/src/generated/flag-arity.gen.ts
/** Components that know the flags, those where they take no value of their own (masks, bit 0 is kube-apiserver), names. */
const flagGroups = [
	[
		1,
		0,
		"admission-control admission-control-config-file advertise-address api-audiences audit-log-batch-buffer-size audit-log-batch-max-size audit-log-batch-max-wait audit-log-batch-throttle-burst audit-log-batch-throttle-qps audit-log-format audit-log-maxage audit-log-maxbackup audit-log-maxsize audit-log-mode audit-log-path audit-log-truncate-max-batch-size audit-log-truncate-max-event-size audit-log-version audit-policy-file audit-webhook-batch-buffer-size audit-webhook-batch-max-size audit-webhook-batch-max-wait audit-webhook-batch-throttle-burst audit-webhook-batch-throttle-qps audit-webhook-config-file audit-webhook-initial-backoff audit-webhook-mode audit-webhook-truncate-max-batch-size audit-webhook-truncate-max-event-size audit-webhook-version authentication-config authentication-token-webhook-config-file authentication-token-webhook-version authorization-config authorization-policy-file authorization-webhook-config-file authorization-webhook-version cloud-provider-gce-l7lb-src-cidrs coordinated-leadership-lease-duration coordinated-leadership-renew-deadline coordinated-leadership-retry-period cors-allowed-origins debug-socket-path default-not-ready-toleration-seconds default-unreachable-toleration-seconds delete-collection-workers disable-admission-plugins egress-selector-config-file enable-admission-plugins encryption-provider-config endpoint-reconciler-type etcd-cafile etcd-certfile etcd-compaction-interval etcd-count-metric-poll-period etcd-db-metric-poll-interval etcd-healthcheck-timeout etcd-keyfile etcd-prefix etcd-readycheck-timeout etcd-servers etcd-servers-overrides event-ttl external-hostname goaway-chance kubelet-certificate-authority kubelet-client-certificate kubelet-client-key kubelet-preferred-address-types kubelet-timeout kubernetes-service-node-port lease-reuse-duration-seconds livez-grace-period max-connection-bytes-per-sec max-mutating-requests-inflight max-requests-inflight min-request-timeout oidc-ca-file oidc-client-id oidc-groups-claim oidc-groups-prefix oidc-issuer-url oidc-required-claim oidc-signing-algs oidc-username-claim oidc-username-prefix peer-advertise-ip peer-advertise-port peer-ca-file proxy-client-cert-file proxy-client-key-file request-timeout runtime-config service-account-issuer service-account-jwks-uri service-account-key-file service-account-max-token-expiration service-account-signing-endpoint service-account-signing-key-file service-node-port-range shutdown-delay-duration shutdown-watch-termination-grace-period storage-backend storage-initialization-timeout storage-media-type strict-transport-security-directives token-auth-file tracing-config-file watch-cache-sizes"
	],
	[
		1,
		1,
		"aggregator-reject-forwarding-redirect allow-privileged audit-log-batch-throttle-enable audit-log-compress audit-log-truncate-enabled audit-webhook-batch-throttle-enable audit-webhook-truncate-enabled emulation-forward-compatible enable-aggregator-routing enable-bootstrap-token-auth enable-logs-handler enable-priority-and-fairness encryption-provider-config-automatic-reload runtime-config-emulation-forward-compatible service-account-extend-token-expiration service-account-lookup shutdown-send-retry-after watch-cache"
	],
	[
		10,
		0,
		"config"
	],
	[
		12,
		0,
		"authentication-kubeconfig authorization-always-allow-paths authorization-kubeconfig insecure-bind-address insecure-port leader-elect-lease-duration leader-elect-renew-deadline leader-elect-resource-lock leader-elect-resource-name leader-elect-resource-namespace leader-elect-retry-period master"
	],
	[
		12,
		12,
		"authentication-skip-lookup authentication-tolerate-lookup-failure leader-elect"
	],
	[
		13,
		0,
		"allow-metric-labels allow-metric-labels-manifest bind-address disabled-metrics emulated-version http2-max-streams-per-connection min-compatibility-version requestheader-allowed-names requestheader-client-ca-file requestheader-extra-headers-prefix requestheader-group-headers requestheader-uid-headers requestheader-username-headers secure-port show-hidden-metrics-for-version tls-curve-preferences tls-sni-cert-key"
	],
	[
		13,
		13,
		"disable-http2-serving permit-address-sharing permit-port-sharing profiling"
	],
	[
		14,
		0,
		"address kube-api-burst kube-api-content-type kube-api-qps kubeconfig port"
	],
	[
		15,
		0,
		"authentication-token-webhook-cache-ttl authorization-webhook-cache-authorized-ttl authorization-webhook-cache-unauthorized-ttl cert-dir client-ca-file feature-gates log-flush-frequency log-json-info-buffer-size log-text-info-buffer-size logging-format tls-cert-file tls-cipher-suites tls-min-version tls-private-key-file v vmodule"
	],
	[
		15,
		15,
		"contention-profiling help log-json-split-stream log-text-split-stream version"
	],
	[
		2,
		0,
		"allowed-unsafe-sysctls bootstrap-kubeconfig cgroup-driver cgroup-root cluster-dns cluster-domain config-dir container-log-max-files container-log-max-size container-runtime-endpoint cpu-cfs-quota-period cpu-manager-policy cpu-manager-policy-options cpu-manager-reconcile-period enforce-node-allocatable event-burst event-qps eviction-hard eviction-max-pod-grace-period eviction-minimum-reclaim eviction-pressure-transition-period eviction-soft eviction-soft-grace-period experimental-mounter-path file-check-frequency hairpin-mode healthz-bind-address healthz-port hostname-override housekeeping-interval http-check-frequency image-credential-provider-bin-dir image-credential-provider-config image-gc-high-threshold image-gc-low-threshold image-service-endpoint iptables-drop-bit iptables-masquerade-bit kube-reserved kube-reserved-cgroup kubelet-cgroups lock-file manifest-url manifest-url-header max-open-files max-pods maximum-dead-containers maximum-dead-containers-per-container memory-manager-policy minimum-container-ttl-duration minimum-image-ttl-duration node-ip node-labels node-status-max-images node-status-update-frequency oom-score-adj pod-cidr pod-manifest-path pod-max-pids pods-per-core provider-id qos-reserved read-only-port register-with-taints registry-burst registry-qps reserved-cpus reserved-memory resolv-conf root-dir runtime-cgroups runtime-request-timeout streaming-connection-idle-timeout sync-frequency system-cgroups system-reserved system-reserved-cgroup topology-manager-policy topology-manager-policy-options topology-manager-scope volume-plugin-dir volume-stats-agg-period"
	],
	[
		2,
		2,
		"authentication-token-webhook cgroups-per-qos cpu-cfs-quota enable-controller-attach-detach enable-debugging-handlers enable-server exit-on-lock-contention experimental-allocatable-ignore-eviction fail-cgroupv1 fail-swap-on keep-terminated-pod-volumes kernel-memcg-notification local-storage-capacity-isolation make-iptables-util-chains protect-kernel-defaults register-node register-schedulable rotate-certificates rotate-server-certificates runonce seccomp-default serialize-image-pulls"
	],
	[
		3,
		0,
		"authorization-mode"
	],
	[
		3,
		3,
		"anonymous-auth"
	],
	[
		4,
		0,
		"attach-detach-reconcile-sync-period cidr-allocator-type cluster-cidr cluster-name cluster-signing-cert-file cluster-signing-duration cluster-signing-key-file cluster-signing-kube-apiserver-client-cert-file cluster-signing-kube-apiserver-client-key-file cluster-signing-kubelet-client-cert-file cluster-signing-kubelet-client-key-file cluster-signing-kubelet-serving-cert-file cluster-signing-kubelet-serving-key-file cluster-signing-legacy-unknown-cert-file cluster-signing-legacy-unknown-key-file concurrent-cron-job-syncs concurrent-daemonset-syncs concurrent-deployment-syncs concurrent-device-taint-eviction-syncs concurrent-disruption-syncs concurrent-endpoint-syncs concurrent-ephemeralvolume-syncs concurrent-gc-syncs concurrent-horizontal-pod-autoscaler-syncs concurrent-job-syncs concurrent-namespace-syncs concurrent-rc-syncs concurrent-replicaset-syncs concurrent-resource-quota-syncs concurrent-resourceclaim-syncs concurrent-service-endpoint-syncs concurrent-serviceaccount-token-syncs concurrent-statefulset-syncs concurrent-ttl-after-finished-syncs concurrent-validating-admission-policy-status-syncs controller-shutdown-timeout controller-start-interval controllers endpoint-updates-batch-period endpointslice-updates-batch-period external-cloud-volume-plugin flex-volume-plugin-dir horizontal-pod-autoscaler-cpu-initialization-period horizontal-pod-autoscaler-downscale-delay horizontal-pod-autoscaler-downscale-stabilization horizontal-pod-autoscaler-initial-readiness-delay horizontal-pod-autoscaler-sync-period horizontal-pod-autoscaler-tolerance horizontal-pod-autoscaler-upscale-delay large-cluster-size-threshold leader-migration-config legacy-service-account-token-clean-up-period max-endpoints-per-slice min-resync-period mirroring-concurrent-service-endpoint-syncs mirroring-endpointslice-updates-batch-period mirroring-max-endpoints-per-subset namespace-sync-period node-cidr-mask-size node-cidr-mask-size-ipv4 node-cidr-mask-size-ipv6 node-eviction-rate node-monitor-grace-period node-monitor-period node-startup-grace-period pv-recycler-increment-timeout-nfs pv-recycler-minimum-timeout-hostpath pv-recycler-minimum-timeout-nfs pv-recycler-pod-template-filepath-hostpath pv-recycler-pod-template-filepath-nfs pv-recycler-timeout-increment-hostpath pvclaimbinder-sync-period resource-quota-sync-period root-ca-file route-reconciliation-period secondary-node-eviction-rate service-account-private-key-file terminated-pod-gc-threshold unhealthy-zone-threshold volume-host-cidr-denylist"
	],
	[
		4,
		4,
		"allocate-node-cidrs configure-cloud-routes disable-attach-detach-reconcile-sync disable-force-detach-on-timeout enable-dynamic-provisioning enable-hostpath-provisioner enable-leader-migration use-service-account-credentials volume-host-allow-local-loopback"
	],
	[
		5,
		0,
		"service-cluster-ip-range"
	],
	[
		5,
		5,
		"enable-garbage-collector"
	],
	[
		6,
		0,
		"cloud-config cloud-provider"
	],
	[
		8,
		0,
		"pod-max-in-unschedulable-pods-duration write-config-to"
	]
];
//#endregion
//#region packages/kubernetes/src/flag-arity.ts
/**
* Whether a flag stands alone (`--anonymous-auth`, where a following word is not its value) rather than taking one.
*
* True if it does in any minor known; undefined for a flag that the component has in none. The name is without dashes,
* `_` read as `-`.
*/
function flagTakesNoValue(component, name) {
	names ??= readNames();
	return names.get(`${component} ${name}`);
}
let names;
/** In the order of the bits in the generated masks. */
const components = [
	"kube-apiserver",
	"kubelet",
	"kube-controller-manager",
	"kube-scheduler"
];
function readNames() {
	const all = /* @__PURE__ */ new Map();
	for (const [known, valueless, group] of flagGroups) for (const name of group.split(" ")) for (const [bit, component] of components.entries()) if (known >> bit & 1) all.set(`${component} ${name}`, (valueless >> bit & 1) === 1);
	return all;
}
//#endregion
//#region packages/kubernetes/src/go-csv.ts
/**
* Reads comma-separated values as Go's encoding/csv does with its defaults (reader.go readRecord): strict quotes, no
* comments, blanks kept, empty lines passed over, CRLF as LF. Records before an error are kept beside it.
*/
function readCsv(text) {
	const records = [];
	let at = 0;
	let line = 1;
	while (at < text.length) {
		const lineBreak = lineBreakLength(text, at);
		if (lineBreak > 0) {
			at += lineBreak;
			line++;
			continue;
		}
		const record = readRecord(text, at, line);
		if ("message" in record) return {
			records,
			error: record
		};
		records.push(record.record);
		at = record.next;
		line = record.nextLine;
	}
	return {
		records,
		error: void 0
	};
}
function readRecord(text, start, line) {
	const fields = [];
	let at = start;
	let currentLine = line;
	while (true) {
		const field = text[at] === "\"" ? readQuotedField(text, at, currentLine) : readPlainField(text, at, currentLine);
		if ("message" in field) return field;
		fields.push(field);
		for (let i = at; i < field.end; i++) if (text[i] === "\n") currentLine++;
		at = field.end;
		if (text[at] !== ",") break;
		at++;
	}
	const next = at + lineBreakLength(text, at);
	return {
		record: {
			fields,
			line,
			start,
			end: at
		},
		next,
		nextLine: currentLine + 1
	};
}
function readPlainField(text, start, line) {
	let end = start;
	while (end < text.length && text[end] !== "," && lineBreakLength(text, end) === 0) {
		if (text[end] === "\"") return {
			message: "bare \" in non-quoted field",
			offset: end,
			line
		};
		end++;
	}
	const offsets = Array.from({ length: end - start + 1 }, (_, i) => start + i);
	return {
		value: text.slice(start, end),
		start,
		end,
		offsets
	};
}
function readQuotedField(text, start, line) {
	let value = "";
	const offsets = [];
	let at = start + 1;
	while (at < text.length) if (text[at] !== "\"") {
		if (text[at] === "\r" && text[at + 1] === "\n") at++;
		value += text[at] ?? "";
		offsets.push(at++);
	} else if (text[at + 1] === "\"") {
		value += "\"";
		offsets.push(at);
		at += 2;
	} else if (at + 1 >= text.length || text[at + 1] === "," || lineBreakLength(text, at + 1) > 0) return {
		value,
		start,
		end: at + 1,
		offsets: [...offsets, at]
	};
	else break;
	return {
		message: "extraneous or missing \" in quoted-field",
		offset: at,
		line
	};
}
/** `\n`, `\r\n`, and a `\r` that ends the text. */
function lineBreakLength(text, at) {
	if (text[at] === "\n") return 1;
	if (text[at] !== "\r") return 0;
	if (text[at + 1] === "\n") return 2;
	return at + 1 === text.length ? 1 : 0;
}
//#endregion
//#region packages/kubernetes/src/flag-values.ts
/** The occurrence of a scalar flag that counts: the last (pflag sets each in turn). */
function lastFlag(flags, name) {
	return flags.findLast((flag) => flag.name === name);
}
/**
* The elements of a stringSlice flag: each occurrence is one CSV record and adds to those before it
* (github.com/spf13/pflag string_slice.go readAsCSV, Set). Undefined: some occurrence is no CSV, an error at start.
*/
function flagValues(flags, name) {
	const values = [];
	for (const flag of flags) {
		if (flag.name !== name || flag.value === void 0 || flag.value === "") continue;
		const record = readCsv(flag.value).records[0];
		if (record === void 0) return void 0;
		for (const { value } of record.fields) values.push({
			value,
			flag
		});
	}
	return values;
}
/** A boolean as Go's strconv.ParseBool takes it; undefined for anything else, which is an error at start. */
function parseGoBool(text) {
	switch (text) {
		case "1":
		case "t":
		case "T":
		case "TRUE":
		case "true":
		case "True": return true;
		case "0":
		case "f":
		case "F":
		case "FALSE":
		case "false":
		case "False": return false;
		default: return;
	}
}
//#endregion
//#region packages/kubernetes/src/identity.ts
/** Whoever presents no credential. */
const anonymousUser = "system:anonymous";
/** The apiserver talking to itself. */
const loopbackUser = "system:apiserver";
const kubeControllerManagerUser = "system:kube-controller-manager";
const kubeSchedulerUser = "system:kube-scheduler";
const kubeProxyUser = "system:kube-proxy";
/** Allowed everything, before any other authorizer is asked. */
const mastersGroup = "system:masters";
const authenticatedGroup = "system:authenticated";
const unauthenticatedGroup = "system:unauthenticated";
/** By convention of kubelet certificates: nothing adds it. */
const nodesGroup = "system:nodes";
/** Every service account of every namespace. */
const serviceAccountsGroup = "system:serviceaccounts";
/** Every bootstrap token. */
const bootstrappersGroup = "system:bootstrappers";
/** The kubelet of node `n` is the user with this prefix and `n`, if it is in `system:nodes` as well. */
const nodeUserPrefix = "system:node:";
const bootstrapTokenUserPrefix = "system:bootstrap:";
const serviceAccountUserPrefix = "system:serviceaccount:";
/** The service accounts of one namespace, as a group. */
function namespaceServiceAccountsGroup(namespace) {
	return `${serviceAccountsGroup}:${namespace}`;
}
/** The user name that a service account's token carries. */
function serviceAccountUserName(namespace, name) {
	return `${serviceAccountUserPrefix}${namespace}:${name}`;
}
/**
* The service account a user name stands for; undefined where Kubernetes does not take it for one.
*
* Namespace and name must be valid ones (k8s.io/apiserver pkg/authentication/serviceaccount: SplitUsername).
*/
function parseServiceAccountUserName(user) {
	if (!user.startsWith(serviceAccountUserPrefix)) return void 0;
	const [namespace, name, ...more] = user.slice(22).split(":");
	if (namespace === void 0 || name === void 0 || more.length > 0) return void 0;
	if (namespace.length > 63 || !dnsLabel.test(namespace)) return void 0;
	if (name.length > 253 || !dnsSubdomain.test(name)) return void 0;
	return {
		namespace,
		name
	};
}
const dnsLabel = /^[a-z0-9]([-a-z0-9]*[a-z0-9])?$/;
const dnsSubdomain = /^[a-z0-9]([-a-z0-9]*[a-z0-9])?(\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*$/;
/** Groups that a service account has by being one, without `system:authenticated`. */
function serviceAccountGroups(namespace) {
	return [serviceAccountsGroup, namespaceServiceAccountsGroup(namespace)];
}
/** Whom a request without credentials is, where anonymous requests are let in. */
const anonymousIdentity = {
	user: anonymousUser,
	groups: [unauthenticatedGroup]
};
/**
* What the last step of authentication makes of an identity: it joins `system:authenticated`.
*
* Not so for the anonymous user, nor for one that is in `system:authenticated` or `system:unauthenticated` already
* (k8s.io/apiserver pkg/authentication/group: AuthenticatedGroupAdder).
*/
function withAuthenticatedGroup(identity) {
	const { user, groups } = identity;
	if (user === "system:anonymous" || groups.includes("system:authenticated") || groups.includes("system:unauthenticated")) return identity;
	return {
		...identity,
		groups: [...groups, authenticatedGroup]
	};
}
//#endregion
//#region packages/kubernetes/src/label-selector.ts
/**
* Whether a selector selects an object with these labels; one without any part selects everything.
*
* All parts must hold (k8s.io/apimachinery pkg/apis/meta/v1/helpers.go: LabelSelectorAsSelector).
*/
function selectorMatches(selector, labels) {
	for (const [key, value] of selector.matchLabels) if (labels.get(key)?.value !== value) return false;
	return selector.matchExpressions.every((requirement) => requirementHolds(requirement, labels.get(requirement.key)));
}
/** `NotIn` and `DoesNotExist` hold for an object without the label, too. */
function requirementHolds(requirement, label) {
	switch (requirement.operator) {
		case "In": return label !== void 0 && requirement.values.includes(label.value);
		case "NotIn": return label === void 0 || !requirement.values.includes(label.value);
		case "Exists": return label !== void 0;
		case "DoesNotExist": return label === void 0;
	}
}
//#endregion
//#region packages/kubernetes/src/node-gates.ts
function since(minor, stage, enabled) {
	return {
		minor,
		stage,
		enabled: enabled !== "off",
		locked: enabled === "locked"
	};
}
/** What holds from which minor on (pkg/features, k8s.io/apiserver pkg/features); before the first the gate is off. */
const histories = {
	AuthorizeWithSelectors: [
		since(31, "alpha", "off"),
		since(32, "beta", "on"),
		since(34, "ga", "locked")
	],
	AuthorizeNodeWithSelectors: [
		since(31, "alpha", "off"),
		since(32, "beta", "on"),
		since(34, "ga", "locked")
	],
	KubeletServiceAccountTokenForCredentialProviders: [since(33, "alpha", "off"), since(34, "beta", "on")],
	PodCertificateRequest: [
		since(34, "alpha", "off"),
		since(35, "beta", "off"),
		since(37, "ga", "on")
	],
	ClusterTrustBundle: [
		since(30, "alpha", "off"),
		since(33, "beta", "off"),
		since(37, "ga", "on")
	],
	CSIVolumeHealth: [since(37, "alpha", "off")]
};
/** Whether a server of this minor that was started with these settings has the gate on. */
function nodeGateIsOn(gate, minor, settings) {
	const number = Number(minor.slice(minor.indexOf(".") + 1));
	const holds = histories[gate].findLast((entry) => entry.minor <= number);
	if (holds === void 0) return false;
	if (holds.locked) return holds.enabled;
	return settings.get(gate) ?? ofStage(holds.stage, settings) ?? holds.enabled;
}
function ofStage(stage, settings) {
	switch (stage) {
		case "alpha": return settings.get("AllAlpha");
		case "beta": return settings.get("AllBeta");
		case "ga": return;
	}
}
//#endregion
//#region packages/kubernetes/src/policy-rule.ts
/** Whether one rule allows what is asked (plugin/pkg/auth/authorizer/rbac/rbac.go: RuleAllows). */
function ruleAllows(rule, attributes) {
	if (!verbMatches(rule.verbs, attributes.verb)) return false;
	if (attributes.kind === "non-resource") return nonResourceUrlMatches(rule.nonResourceURLs, attributes.path);
	return apiGroupMatches(rule.apiGroups, attributes.apiGroup) && resourceMatches(rule.resources, attributes.resource, attributes.subresource) && resourceNameMatches(rule.resourceNames, attributes.name);
}
/** `*` covers every verb, virtual ones (`bind`, `impersonate`, …) and the empty one (OPTIONS) included. */
function verbMatches(verbs, verb) {
	return holdsStarOr(verbs, verb);
}
/** An empty list matches nothing, not the core group. */
function apiGroupMatches(apiGroups, apiGroup) {
	return holdsStarOr(apiGroups, apiGroup);
}
/**
* Whether `resources` covers a resource or, where `subresource` is not `""`, that subresource of it.
*
* `*` covers all resources and all subresources. Before the slash it covers that subresource of every resource, after it
* it is a literal.
*/
function resourceMatches(resources, resource, subresource) {
	for (const { value } of resources) {
		if (value === "*") return true;
		if (subresource === "") {
			if (value === resource) return true;
		} else if (isSubresource(value, resource, subresource) || isSubresource(value, "*", subresource)) return true;
	}
	return false;
}
/** An empty list matches every name. There is no wildcard: `*` names an object called `*`. */
function resourceNameMatches(resourceNames, name) {
	return resourceNames.length === 0 || holds(resourceNames, name);
}
/** A trailing `*` covers whatever follows; elsewhere it is a literal. Paths are compared as sent, slash at the end included. */
function nonResourceUrlMatches(nonResourceURLs, path) {
	for (const { value } of nonResourceURLs) {
		if (value === path) return true;
		if (value.endsWith("*") && path.startsWith(withoutTrailingStars(value))) return true;
	}
	return false;
}
function holdsStarOr(list, wanted) {
	for (const { value } of list) if (value === "*" || value === wanted) return true;
	return false;
}
function holds(list, wanted) {
	for (const { value } of list) if (value === wanted) return true;
	return false;
}
/** `text === resource + "/" + subresource`, without building that string: this runs for every rule of every question. */
function isSubresource(text, resource, subresource) {
	return text.length === resource.length + 1 + subresource.length && text.charCodeAt(resource.length) === slash$1 && text.startsWith(resource) && text.endsWith(subresource);
}
const slash$1 = 47;
/** Go's strings.TrimRight(text, "*"): all of them go, so `/a**` covers what `/a*` does. */
function withoutTrailingStars(text) {
	let end = text.length;
	while (text.charCodeAt(end - 1) === star) end--;
	return text.slice(0, end);
}
const star = 42;
//#endregion
//#region packages/kubernetes/src/subject.ts
/**
* Whether a binding's subject is this identity (pkg/registry/rbac/validation/rule.go: appliesToUser).
*
* `bindingNamespace` is the namespace of the RoleBinding, `""` for a ClusterRoleBinding. It completes a ServiceAccount
* subject that names none; in a ClusterRoleBinding such a subject matches nobody.
*/
function subjectMatches(subject, identity, bindingNamespace) {
	switch (subject.kind) {
		case "User": return identity.user === subject.name.value;
		case "Group": return identity.groups.includes(subject.name.value);
		case "ServiceAccount": {
			const user = subjectUserName(subject, bindingNamespace);
			return user !== void 0 && identity.user === user;
		}
	}
}
/** The key of a subject; undefined where it can never match. A service account's is that of its user name. */
function subjectKey(subject, bindingNamespace) {
	if (subject.kind === "Group") return groupKey(subject.name.value);
	const user = subjectUserName(subject, bindingNamespace);
	return user === void 0 ? void 0 : userKey(user);
}
function userKey(user) {
	return `User ${user}`;
}
function groupKey(group) {
	return `Group ${group}`;
}
/** The keys under which subjects that match this identity stand: its user first, then its groups in order. */
function identityKeys(identity) {
	const keys = [userKey(identity.user)];
	for (const group of identity.groups) keys.push(groupKey(group));
	return keys;
}
/** The user name that a User or ServiceAccount subject matches. */
function subjectUserName(subject, bindingNamespace) {
	if (subject.kind === "User") return subject.name.value;
	const written = subject.namespace?.value ?? "";
	const namespace = written === "" ? bindingNamespace : written;
	return namespace === "" ? void 0 : serviceAccountUserName(namespace, subject.name.value);
}
//#endregion
//#region packages/kubernetes/src/generated/minors.gen.ts
/** The minor versions whose facts are known, oldest first, each with the patch release they were read off. */
const patchReleases = {
	"1.30": "1.30.14",
	"1.31": "1.31.0",
	"1.32": "1.32.13",
	"1.33": "1.33.13",
	"1.34": "1.34.4",
	"1.35": "1.35.4",
	"1.36": "1.36.3",
	"1.37": "1.37.2"
};
/** The newest of them. */
const newestMinor = "1.37";
//#endregion
//#region packages/kubernetes/src/versions.ts
/** Oldest first. */
const knownMinors = Object.keys(patchReleases).filter(isKnownMinor);
function isKnownMinor(minor) {
	return Object.hasOwn(patchReleases, minor);
}
/** The minor of a version as people, image tags and servers write it: `v1.37.2`, `1.37`, `1.37.2+k3s1`, `v1.37.2-eks-1`. */
function parseMinor(version) {
	const [, major, minor] = /^v?(\d{1,4})\.(\d{1,4})(?:\.\d+)*(?:[-+_].*)?$/.exec(version.trim()) ?? [];
	if (major === void 0 || minor === void 0) return void 0;
	return `${Number(major)}.${Number(minor)}`;
}
/** The newest minor known that is not newer than this one, else the oldest known. */
function nearestKnownMinor(minor) {
	let nearest = knownMinors[0] ?? "1.37";
	for (const known of knownMinors) if (compareMinors(known, minor) <= 0) nearest = known;
	return nearest;
}
/** Negative where the first is the older one, positive where it is the newer one. */
function compareMinors(one, other) {
	return rank(one) - rank(other);
}
function rank(minor) {
	const [major = "0", rest = "0"] = minor.split(".");
	return Number(major) * 1e4 + Number(rest);
}
function holdsFor(row, minor) {
	return (row[0] >> knownMinors.indexOf(minor) & 1) === 1;
}
//#endregion
//#region packages/kubernetes/src/version-data.ts
/** The RBAC objects that kube-apiserver creates by itself. Aggregated ClusterRoles have no rules yet. */
async function loadDefaultPolicy(minor) {
	return (await import("./default-policy.mjs")).defaultPolicy(minor);
}
/** The same of every minor that is known, made when somebody asks: what an older server created is still there. */
async function loadEveryDefaultPolicy() {
	const { defaultPolicy } = await import("./default-policy.mjs");
	return () => knownMinors.map(defaultPolicy);
}
/** The RBAC objects that `kubeadm init` adds. */
async function loadKubeadmPolicy(minor) {
	return (await import("./kubeadm-policy.mjs")).kubeadmPolicy(minor);
}
/** What discovery serves by default, in its order. */
async function loadApiResources(minor) {
	return (await import("./api-resources.mjs")).apiResources(minor);
}
//#endregion
//#region packages/source/src/origin.ts
function textOrigin(source, start, end) {
	return {
		kind: "text",
		source,
		start,
		end
	};
}
function located(value, origin) {
	return {
		value,
		origin
	};
}
//#endregion
//#region packages/source/src/text.ts
const CR$1 = 13;
const LF$1 = 10;
const lineStartsOf = /* @__PURE__ */ new WeakMap();
/** Offsets at which the lines start. LF, CRLF and a lone CR end a line, as editors and GitHub count; U+2028 does not. */
function lineStarts(source) {
	const known = lineStartsOf.get(source);
	if (known !== void 0) return known;
	const { text } = source;
	const starts = [0];
	for (let i = 0; i < text.length; i++) {
		const unit = text.charCodeAt(i);
		if (unit === LF$1 || unit === CR$1 && text.charCodeAt(i + 1) !== LF$1) starts.push(i + 1);
	}
	lineStartsOf.set(source, starts);
	return starts;
}
/** Where an offset (UTF-16 code units) stands. Offsets beyond the text count as its end. */
function positionAt(source, offset) {
	const starts = lineStarts(source);
	let low = 0;
	let high = starts.length - 1;
	while (low < high) {
		const middle = low + high + 1 >> 1;
		if ((starts[middle] ?? 0) <= offset) low = middle;
		else high = middle - 1;
	}
	const start = starts[low] ?? 0;
	const byteOrderMark = low === 0 && source.text.charCodeAt(0) === 65279 ? 1 : 0;
	return {
		line: low + 1,
		column: Math.max(1, Math.min(offset, source.text.length) - start + 1 - byteOrderMark)
	};
}
/** The text of a line (counted from 1) without its line break and without a byte order mark. */
function lineText(source, line) {
	const starts = lineStarts(source);
	const start = starts[line - 1] ?? source.text.length;
	const end = starts[line] ?? source.text.length;
	return source.text.slice(start, end).replace(/(?:\r\n|\r|\n)$/, "").replace(/^\ufeff/, "");
}
//#endregion
//#region packages/engine/src/cache/fact-cache.ts
/** The same for the same content alone: neither an id nor a role holds a space. */
function contentKey({ id, path, role }) {
	return `${id} ${role ?? ""} ${path}`;
}
//#endregion
//#region packages/engine/src/cache/may-be-kept.ts
/**
* Whether what a text holds may be written to the disk: nothing of it quotes what may be a secret.
*
* Most facts hold none by their making. Command lines and environment files are kept in words, values of annotations
* too (`kubectl apply` keeps a whole Secret in one), and messages quote what they complain of. Texts with those are few:
* they are parsed each time.
*/
function mayBeKept({ facts, diagnostics }) {
	return facts.every(isWithoutSecrets) && diagnostics.every(({ id }) => id === "template");
}
function isWithoutSecrets(fact) {
	switch (fact.fact) {
		case "object": return fact.object.kind !== "Secret" || [...fact.object.meta.annotations.keys()].every(isHarmless);
		case "invocation":
		case "unit":
		case "environment": return false;
		case "credential": return fact.credential.form !== "certificate-request";
		case "configuration":
		case "file-reference":
		case "kustomization":
		case "hidden-content":
		case "written-credential": return true;
	}
}
/** Of a token's Secret: whose it is. */
function isHarmless(annotation) {
	return annotation === "kubernetes.io/service-account.name" || annotation === "kubernetes.io/service-account.uid";
}
const kindOf$1 = {
	undefined: 0,
	false: 1,
	true: 2,
	null: 3,
	/** The next word. */
	integer: 4,
	/** Its place among the strings. */
	string: 5,
	/** How many values follow. */
	array: 6,
	/** How many pairs follow. */
	map: 7,
	/** Where it starts; the next word is where it ends. */
	origin: 8,
	/** Its place among the shapes; the values follow in that order. */
	object: 9,
	/** `{ value, origin }`, which most objects are. */
	located: 10,
	/** The same object as one before: how many words after the first of its text that one began. */
	again: 11
};
//#endregion
//#region packages/engine/src/cache/decode-value.ts
/** Nobody changes a fact, so that of what is empty all may be one. */
const none$4 = [];
const emptyMap = /* @__PURE__ */ new Map();
/**
* The value whose word comes next. One function with few branches: in a run of a tenth of a second most of the time goes
* into getting code to run at all. Words that mean nothing throw, as words that a checksum vouches for never do.
*/
function decodeValue(decoding) {
	const word = nextWord(decoding);
	if ((word & 16) === 0) return decodeWord(decoding, word);
	const place = decoding.at - 1 - decoding.first;
	const value = decodeWord(decoding, word);
	decoding.met.set(place, value);
	return value;
}
function decodeWord(decoding, word) {
	const number = word >> 5;
	switch (word & 15) {
		case kindOf$1.string: return decoding.strings[number];
		case kindOf$1.located: return {
			value: decodeValue(decoding),
			origin: decodeValue(decoding)
		};
		case kindOf$1.origin: return decodeOrigin(decoding, number);
		case kindOf$1.array: return number === 0 ? none$4 : decodeItems(decoding, number);
		case kindOf$1.object: return decodeObject$1(decoding, decoding.shapes[number]);
		case kindOf$1.map: return number === 0 ? emptyMap : decodeMap(decoding, number);
		case kindOf$1.again: return decoding.met.get(number);
		case kindOf$1.undefined: return;
		case kindOf$1.false: return false;
		case kindOf$1.true: return true;
		case kindOf$1.integer: return nextWord(decoding);
		case kindOf$1.null: return null;
		default: throw new RangeError(`no value begins with ${word}`);
	}
}
function nextWord(decoding) {
	const word = decoding.words[decoding.at++];
	if (word === void 0) throw new RangeError("the words end within a value");
	return word;
}
function decodeOrigin(decoding, start) {
	return textOrigin(decoding.source, start, nextWord(decoding));
}
function decodeItems(decoding, count) {
	const items = [];
	for (let i = 0; i < count; i++) items.push(decodeValue(decoding));
	return items;
}
function decodeMap(decoding, count) {
	const map = /* @__PURE__ */ new Map();
	for (let i = 0; i < count; i++) {
		const key = decodeValue(decoding);
		map.set(key, decodeValue(decoding));
	}
	return map;
}
function decodeObject$1(decoding, names) {
	if (names === void 0) throw new RangeError("there is no such shape");
	const object = {};
	for (const name of names) object[name] = decodeValue(decoding);
	return object;
}
//#endregion
//#region packages/engine/src/cache/encode-value.ts
function startEncoding() {
	return {
		words: [],
		strings: [],
		shapes: [],
		stringPlaces: /* @__PURE__ */ new Map(),
		shapePlaces: /* @__PURE__ */ new Map()
	};
}
/** Appends what was made of one text; false where it cannot be, see below. */
function encodeText(encoding, value, source) {
	return encodeValue({
		...encoding,
		source,
		first: encoding.words.length,
		met: /* @__PURE__ */ new Map()
	}, value);
}
/**
* Appends plain data whose origins lie in one text: objects, arrays, maps, strings, whole numbers. False where there is
* anything else in it; what was appended by then is to be taken back.
*
* It goes by the data and not by their types, so that a new kind of fact needs nothing here.
*/
function encodeValue(encoding, value) {
	const { words } = encoding;
	switch (typeof value) {
		case "undefined": return append(words, kindOf$1.undefined);
		case "boolean": return append(words, value ? kindOf$1.true : kindOf$1.false);
		case "number": return (value | 0) === value && append(words, kindOf$1.integer) && words.push(value) > 0;
		case "string": return append(words, kindOf$1.string, placeOf(encoding.stringPlaces, encoding.strings, value, value));
		case "object": return value === null ? append(words, kindOf$1.null) : encodeOnce(encoding, value);
		default: return false;
	}
}
function encodeOnce(encoding, value) {
	const { words, met, first } = encoding;
	if (Array.isArray(value) && value.length === 0 || value instanceof Map && value.size === 0) return append(words, value instanceof Map ? kindOf$1.map : kindOf$1.array);
	const at = met.get(value);
	if (at === void 0) {
		met.set(value, words.length);
		return encodeObject(encoding, value);
	}
	words[at] = (words[at] ?? 0) | 16;
	return append(words, kindOf$1.again, at - first);
}
function encodeObject(encoding, value) {
	const { words, source } = encoding;
	if (Array.isArray(value)) return append(words, kindOf$1.array, value.length) && value.every((item) => encodeValue(encoding, item));
	if (value instanceof Map) {
		if (!append(words, kindOf$1.map, value.size)) return false;
		for (const [key, item] of value) if (!encodeValue(encoding, key) || !encodeValue(encoding, item)) return false;
		return true;
	}
	if (Object.getPrototypeOf(value) !== Object.prototype) return false;
	if ("source" in value) return encodeOrigin(words, value, source);
	const names = Object.keys(value);
	const [first, second] = names;
	return (names.length === 2 && first === "value" && second === "origin" ? append(words, kindOf$1.located) : append(words, kindOf$1.object, placeOf(encoding.shapePlaces, encoding.shapes, names.join(), names))) && Object.values(value).every((item) => encodeValue(encoding, item));
}
/** What knows its text is a text origin and nothing more. */
function encodeOrigin(words, value, source) {
	if (!isTextOrigin(value) || value.source !== source || Object.keys(value).length > 4) return false;
	return append(words, kindOf$1.origin, value.start) && words.push(value.end) > 0;
}
function isTextOrigin(value) {
	return "kind" in value && value.kind === "text" && "start" in value && typeof value.start === "number" && "end" in value && typeof value.end === "number";
}
function append(words, kind, number = 0) {
	if (number > 67108863) return false;
	words.push(number << 5 | kind);
	return true;
}
function placeOf(places, list, key, value) {
	let place = places.get(key);
	if (place === void 0) {
		place = list.push(value) - 1;
		places.set(key, place);
	}
	return place;
}
//#endregion
//#region packages/engine/src/cache/segment.ts
const lengthBytes = 8;
const headBytes = lengthBytes + 20;
const wordBytes = 4;
const mostWords = 1 << 24;
/** The bytes of a segment; what cannot be encoded is left out. Undefined where nothing is left. */
function encodeSegment(parsedByKey) {
	const encoding = startEncoding();
	const { words, strings, shapes } = encoding;
	const keys = [];
	const places = [];
	for (const [key, parsed] of parsedByKey) {
		const place = words.length;
		const source = sourceOf(parsed);
		if (source !== void 0 && encodeText(encoding, parsed, source)) {
			keys.push(key);
			places.push(place);
		} else words.length = place;
		if (words.length > mostWords) break;
	}
	if (keys.length === 0) return void 0;
	const table = Buffer.from(JSON.stringify({
		keys,
		places,
		strings,
		shapes
	}));
	const tableBytes = Math.ceil(table.length / wordBytes) * wordBytes;
	const bytes = Buffer.alloc(headBytes + tableBytes + words.length * wordBytes, " ");
	new Int32Array(bytes.buffer, bytes.byteOffset, 2).set([tableBytes, words.length]);
	table.copy(bytes, headBytes);
	new Int32Array(bytes.buffer, bytes.byteOffset + headBytes + tableBytes, words.length).set(words);
	bytes.set(checksumOf(bytes.subarray(headBytes)), lengthBytes);
	return bytes;
}
/** Every text has a document at least, and that an origin. */
function sourceOf({ documents }) {
	const origin = documents[0]?.origin;
	return origin?.kind === "text" ? origin.source : void 0;
}
/** The segment at the start of some bytes, and how many of them it takes; undefined where there is no whole one. */
function decodeSegment(bytes) {
	if (bytes.length < headBytes) return void 0;
	const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
	const [tableBytes, words] = [numberAt(view, 0), numberAt(view, wordBytes)];
	const length = headBytes + tableBytes + words * wordBytes;
	if (tableBytes < 0 || words < 0 || length > bytes.length) return void 0;
	const body = bytes.subarray(headBytes, length);
	if (!checksumOf(body).equals(bytes.subarray(lengthBytes, headBytes))) return void 0;
	const table = JSON.parse(Buffer.from(body.buffer, body.byteOffset, tableBytes).toString("utf8"));
	const wordsAt = body.byteOffset + tableBytes;
	const copied = new Int32Array(body.buffer.slice(wordsAt, wordsAt + words * wordBytes));
	const places = /* @__PURE__ */ new Map();
	for (const [index, key] of table.keys.entries()) places.set(key, table.places[index] ?? words);
	return {
		segment: {
			strings: table.strings,
			shapes: table.shapes,
			words: copied,
			places
		},
		length
	};
}
/** What a segment knows under a key, with origins in this source. */
function findInSegment(segment, key, source) {
	const at = segment.places.get(key);
	if (at === void 0) return void 0;
	const { words, strings, shapes } = segment;
	try {
		const value = decodeValue({
			words,
			strings,
			shapes,
			source,
			met: /* @__PURE__ */ new Map(),
			first: at,
			at
		});
		return isParsedText(value) ? value : void 0;
	} catch {
		return;
	}
}
/** The checksum vouches for the rest: it is what this version of the program wrote. */
function isParsedText(value) {
	return typeof value === "object" && value !== null && "facts" in value && "documents" in value;
}
function numberAt(view, offset) {
	return view.getInt32(offset, isLittleEndian);
}
const isLittleEndian = new Uint8Array(new Int32Array([1]).buffer)[0] === 1;
function checksumOf(bytes) {
	return createHash("sha1").update(bytes).digest();
}
//#endregion
//#region packages/engine/src/cache/pack.ts
/** Each run with something new adds a segment. So many of them are made one, of what the last run used. */
const mostSegments = 8;
const defaultLargest = 64 << 20;
const defaultFewest = 32;
/** Where this is loaded from: another build of it may write otherwise. */
const packModule = import.meta.url;
/** Opens what an earlier run left, or begins anew where that cannot be used, whatever is wrong with it. */
function openPack(bytes, options) {
	const { program, largest = defaultLargest, fewest = defaultFewest } = options;
	const head = Buffer.from(program, "latin1");
	const opened = openSegments(bytes, head);
	const used = /* @__PURE__ */ new Map();
	const added = /* @__PURE__ */ new Map();
	function packed() {
		if (added.size === 0 || used.size < fewest) return void 0;
		const more = opened.segments.length < mostSegments ? encodeSegment(added) : void 0;
		const grown = more === void 0 ? void 0 : Buffer.concat([opened.bytes, more]);
		if (grown !== void 0 && grown.length <= largest) return grown;
		const whole = encodeSegment(new Map([...used].filter(([, parsed]) => mayBeKept(parsed))));
		return whole === void 0 || head.length + whole.length > largest ? void 0 : Buffer.concat([head, whole]);
	}
	return {
		find(content, sourceOf) {
			const key = contentKey(content);
			const before = used.get(key);
			if (before !== void 0) return before;
			const segment = opened.segments.find(({ places }) => places.has(key));
			const source = segment === void 0 ? void 0 : sourceOf();
			if (segment === void 0 || source === void 0) return void 0;
			const parsed = findInSegment(segment, key, source);
			if (parsed !== void 0) used.set(key, parsed);
			return parsed;
		},
		keep(content, parsed) {
			const key = contentKey(content);
			used.set(key, parsed);
			if (mayBeKept(parsed)) added.set(key, parsed);
		},
		packed
	};
}
function openSegments(bytes, head) {
	if (bytes === void 0 || !head.equals(bytes.subarray(0, head.length))) return {
		bytes: head,
		segments: []
	};
	const segments = [];
	let at = head.length;
	while (at < bytes.length) {
		const decoded = decodeSegment(bytes.subarray(at));
		if (decoded === void 0) break;
		segments.push(decoded.segment);
		at += decoded.length;
	}
	return {
		bytes: bytes.subarray(0, at),
		segments
	};
}
//#endregion
//#region packages/parser/src/placed-text.ts
/** A whole input. */
function placedSource(source) {
	return {
		source,
		text: source.text,
		from: 0,
		offsets: void 0
	};
}
/** A text whose every unit was written where the offsets say (`offsets[text.length]` is its end). */
function placedBy(source, text, offsets) {
	return {
		source,
		text,
		from: 0,
		offsets
	};
}
/** A text that is written nowhere, standing for what is written from `start` to `end`: the value of a variable. */
function placedInsteadOf(source, text, start, end) {
	const offsets = new Array(text.length + 1).fill(start);
	offsets[text.length] = end;
	return {
		source,
		text,
		from: 0,
		offsets
	};
}
/** A part of a text, in its place. */
function slicePlaced(placed, start, end = placed.text.length) {
	return {
		...placed,
		text: placed.text.slice(start, end),
		from: placed.from + start
	};
}
/** Where unit `index` was written; the length gives the end. */
function offsetAt(placed, index) {
	const at = placed.from + index;
	return placed.offsets === void 0 ? at : placed.offsets[at] ?? placed.source.text.length;
}
/** Where a text, or a part of it, was written. */
function originOfPlaced(placed, start = 0, end = placed.text.length) {
	const from = offsetAt(placed, start);
	return textOrigin(placed.source, from, Math.max(from, offsetAt(placed, end)));
}
//#endregion
//#region packages/parser/src/credentials/certificates.ts
/** Whether a text holds certificates or requests for them. Private keys are not read. */
function looksLikePem(text) {
	return /-----BEGIN (?:CERTIFICATE|(?:NEW )?CERTIFICATE REQUEST)-----/.test(text);
}
/** Whether a private key stands beside the certificates. It is not read. */
function holdsPrivateKey(text) {
	return /-----BEGIN (?:[A-Z]+ )?PRIVATE KEY-----/.test(text);
}
/** The client certificates of a PEM file. */
function readCertificateFile(source) {
	const placed = placedSource(source);
	const credentials = [];
	const diagnostics = [];
	for (const { pem, origin } of pemBlocks(placed, "CERTIFICATE")) {
		const reading = readCertificate(pem);
		switch (reading.outcome) {
			case "client":
				credentials.push({
					...certificateCredential("client-certificate", `certificate of ${reading.identity.user}`, origin, reading.identity),
					...holdsPrivateKey(source.text) ? { proofInText: true } : {}
				});
				break;
			case "unreadable":
				diagnostics.push(unreadableCertificate(origin));
				break;
			case "no-client": break;
		}
	}
	return {
		credentials,
		diagnostics
	};
}
/** A certificate as a fact. Its subject is not written in plain letters: all of it stands where the certificate does. */
function certificateCredential(form, label, origin, identity) {
	return {
		form,
		label,
		origin,
		user: located(identity.user, origin),
		groups: identity.groups.map((group) => located(group, origin)),
		notAfter: identity.notAfter,
		signerName: void 0
	};
}
/** What is said about a certificate that cannot be read. */
function unreadableCertificate(origin) {
	return {
		id: "certificate-unreadable",
		level: "warning",
		message: "certificate cannot be read",
		origin
	};
}
/** PEM blocks of a type, each with its place. */
function* pemBlocks(text, type) {
	const block = new RegExp(`-----BEGIN (${type === "CERTIFICATE" ? "CERTIFICATE" : "(?:NEW )?CERTIFICATE REQUEST"})-----([A-Za-z0-9+/=\\s]*)-----END \\1-----`, "g");
	for (const match of text.text.matchAll(block)) yield {
		pem: match[0],
		origin: originOfPlaced(text, match.index, match.index + match[0].length)
	};
}
const clientAuth = "1.3.6.1.5.5.7.3.2";
const anyUsage = "2.5.29.37.0";
/**
* Reads one certificate as the x509 authenticator would (k8s.io/apiserver pkg/authentication/request/x509/x509.go
* CommonNameUserConversion; Verify with ExtKeyUsageClientAuth, which a certificate without usages passes).
*/
function readCertificate(pem) {
	const { X509Certificate } = process.getBuiltinModule("node:crypto");
	try {
		const certificate = new X509Certificate(pem);
		const usages = certificate.keyUsage;
		const forClients = usages === void 0 || usages.includes(clientAuth) || usages.includes(anyUsage);
		const selfIssued = certificate.issuer === certificate.subject;
		if (certificate.ca || selfIssued || !forClients) return { outcome: "no-client" };
		const subject = certificate.toLegacyObject().subject ?? {};
		const user = strings(subject.CN).at(-1) ?? "";
		if (user === "") return { outcome: "no-client" };
		return {
			outcome: "client",
			identity: {
				user,
				groups: strings(subject.O),
				notAfter: rfc3339$1(certificate.validTo)
			}
		};
	} catch {
		return { outcome: "unreadable" };
	}
}
function strings(value) {
	if (typeof value === "string") return [value];
	return Array.isArray(value) ? value.filter((item) => typeof item === "string") : [];
}
/** OpenSSL's `Nov 23 16:52:55 2027 GMT` as RFC 3339. */
function rfc3339$1(time) {
	const milliseconds = Date.parse(time);
	return Number.isNaN(milliseconds) ? void 0 : new Date(milliseconds).toISOString().replace(".000Z", "Z");
}
//#endregion
//#region packages/parser/src/credentials/certificate-requests.ts
/** Whether a text may hold certificate requests, so that a reader for them is worth loading. */
function needsCertificateRequestReader(text) {
	return text.includes("CERTIFICATE REQUEST-----") || text.includes("CertificateSigningRequest");
}
/** Loads the ASN.1 library, which most runs never need. The only step of the parser that waits. */
async function loadCertificateRequestReader() {
	return (await import("./certificate-request-reader.mjs")).readCertificateRequest;
}
/** The certificate requests of a PEM file. Without a reader they are a diagnostic each. */
function readCertificateRequestFile(source, reader) {
	return readRequests(placedSource(source), void 0, (user) => `certificate request for ${user}`, void 0, reader);
}
/** `spec.request` of a CertificateSigningRequest: base64 of PEM. `name` is the object's. */
function readEncodedCertificateRequest(request, name, signerName, reader) {
	const pem = Buffer.from(request.text, "base64").toString("latin1");
	const decoded = {
		...request,
		text: pem
	};
	const label = () => `CertificateSigningRequest ${name}`;
	return readRequests(decoded, originOfPlaced(request), label, signerName, reader);
}
function readRequests(text, wholeOrigin, label, signerName, reader) {
	const credentials = [];
	const diagnostics = [];
	for (const block of pemBlocks(text, "CERTIFICATE REQUEST")) {
		const origin = wholeOrigin ?? block.origin;
		const subject = reader?.(derOf(block.pem));
		if (subject === void 0) {
			diagnostics.push({
				id: "certificate-request-unreadable",
				level: "warning",
				message: "certificate request cannot be read",
				origin
			});
			continue;
		}
		const at = (value) => located(value, origin);
		credentials.push({
			form: "certificate-request",
			label: label(subject.user),
			origin,
			user: subject.user === "" ? void 0 : at(subject.user),
			groups: subject.groups.map(at),
			notAfter: void 0,
			signerName
		});
	}
	return {
		credentials,
		diagnostics
	};
}
function derOf(pem) {
	return Buffer.from(pem.replace(/-----[^-]+-----/g, ""), "base64");
}
//#endregion
//#region packages/parser/src/documents/file-references.ts
const roles = new Map([
	["token-auth-file", "token-file"],
	["authentication-config", "authentication-configuration"],
	["authorization-config", "authorization-configuration"]
]);
/** The files of access that the flags of the API server name. */
function filesOfFlags(invocation) {
	if (invocation.component !== "kube-apiserver") return [];
	return invocation.flags.flatMap((flag) => {
		const role = roles.get(flag.name);
		if (role === void 0 || flag.value === void 0 || flag.value === "" || flag.unresolved) return [];
		return [{
			path: {
				value: flag.value,
				origin: flag.origin
			},
			role
		}];
	});
}
//#endregion
//#region packages/parser/src/invocations/template-mark.ts
const opening$1 = [
	["{{", "}}"],
	["{%", "%}"],
	["<%", "%>"]
];
/** Longer than people write a placeholder; a bound, so that opening marks alone cost nothing. */
const longest = 512;
/** Length of the template placeholder (Go, Jinja, ERB) that begins at `at`, blanks and all; 0 where none does. */
function templateMark(text, at) {
	for (const [open, close] of opening$1) {
		if (!text.startsWith(open, at)) continue;
		const end = text.slice(at, at + longest).indexOf(close, open.length);
		return end < 0 ? 0 : end + close.length;
	}
	return 0;
}
/** Whether a value waits for a template, or for what replaces `${…}`, to be known. */
function hasPlaceholder(text) {
	return [...opening$1, ["${", "}"]].some(([open, close]) => {
		const start = text.indexOf(open);
		return start >= 0 && text.includes(close, start + open.length);
	});
}
//#endregion
//#region packages/parser/src/invocations/flags.ts
/** Shorthands of the components (k8s.io/component-base/cli/globalflag/globalflags.go AddGlobalFlags, cobra's help). */
const shorthands = new Map([["v", "v"], ["h", "help"]]);
/**
* Reads the arguments of a component as pflag does (github.com/spf13/pflag flag.go parseArgs, flags and arguments in
* any order). Each word is one argument, whatever blanks it holds.
*/
function readFlags(component, words) {
	const flags = [];
	const positional = [];
	const unresolved = [];
	for (let at = 0; at < words.length; at++) {
		const word = words[at];
		if (word === void 0) break;
		const text = word.value.text;
		if (text === "--") {
			for (const rest of words.slice(at + 1)) positional.push(located(rest.value.text, rest.origin));
			break;
		}
		const written = nameAndValue(text);
		if (written === void 0 || !/^[A-Za-z0-9]/.test(written.name)) {
			(mayBeFlags(word) ? unresolved : positional).push(located(text, word.origin));
			continue;
		}
		const name = written.name.replaceAll("_", "-");
		const next = words[at + 1];
		if (written.value !== void 0) flags.push(flag$1(name, written.value, word.origin, isUnresolved(word)));
		else if (goesWithoutValue(flagTakesNoValue(component, name), next)) flags.push(flag$1(name, "true", word.origin, isUnresolved(word)));
		else if (next === void 0) flags.push(flag$1(name, void 0, word.origin, isUnresolved(word)));
		else {
			flags.push(flag$1(name, next.value.text, spanOf(word.origin, next.origin), isUnresolved(word) || isUnresolved(next)));
			at++;
		}
	}
	return {
		flags,
		positional,
		unresolved
	};
}
function nameAndValue(text) {
	if (text.startsWith("--")) {
		const equals = text.indexOf("=");
		return equals < 0 ? {
			name: text.slice(2),
			value: void 0
		} : {
			name: text.slice(2, equals),
			value: text.slice(equals + 1)
		};
	}
	const name = text.startsWith("-") ? shorthands.get(text.slice(1, 2)) : void 0;
	if (name === void 0) return void 0;
	return {
		name,
		value: text.length > 2 ? text.slice(2).replace(/^=/, "") : void 0
	};
}
/**
* pflag gives the next argument, whatever it looks like, to a flag that needs a value. For a flag that is not known
* there is only a guess: a next word with a dash is a flag of its own, and this one a switch.
*/
function goesWithoutValue(takesNoValue, next) {
	return takesNoValue ?? (next === void 0 || next.value.text.startsWith("-") || mayBeFlags(next));
}
/** A word that is a variable or placeholder, or begins with one: it may become any flags, or none. */
function mayBeFlags(word) {
	return isUnresolved(word) && /^(?:--?)?(?:\$|`|\{\{|\{%|<%)/.test(word.value.text);
}
function isUnresolved(word) {
	return word.unresolved || hasPlaceholder(word.value.text);
}
function flag$1(name, value, origin, unresolved) {
	return {
		name,
		value,
		origin,
		unresolved
	};
}
/** Two words of different inputs (a variable's value after its flag) have no common span: the flag's own holds. */
function spanOf(first, last) {
	return first.source === last.source && last.end > first.start ? textOrigin(first.source, first.start, last.end) : first;
}
/** A started program as a fact; undefined where it only prints its version or help. */
function invocationOf(started, instance, version) {
	const { component, program, args } = started;
	const { flags, positional, unresolved } = readFlags(component, args);
	if (flags.some((given) => (given.name === "version" || given.name === "help") && given.value !== "false")) return;
	const invocation = {
		component,
		instance,
		origin: program.origin,
		version,
		flags,
		positional
	};
	return unresolved.length === 0 ? invocation : {
		...invocation,
		unresolved
	};
}
//#endregion
//#region packages/parser/src/invocations/word.ts
/**
* A lookup that gives no more than Linux lets a command line hold (ARG_MAX, 2 MiB); beyond that values are unknown, so
* that variables made of variables cannot grow without end.
*/
function boundedLookup(variable) {
	let left = 2 ** 21;
	return (name) => {
		const value = variable(name);
		if (typeof value === "string") return value;
		left -= value.text.length;
		return left < 0 ? "unknown" : value;
	};
}
/** A word that is exactly a text. */
function wordOf(value, unresolved = false) {
	return {
		value,
		origin: originOfPlaced(value),
		unresolved
	};
}
/** An empty word that begins at an offset. */
function startWord(start) {
	return {
		text: "",
		offsets: [],
		start,
		end: start,
		textEnd: start,
		unresolved: false,
		quoted: false
	};
}
/** Adds text that was written from `start` to `end`; letter by letter where both are equally long. */
function extendWord(draft, text, start, end) {
	const literal = end - start === text.length;
	for (let i = 0; i < text.length; i++) draft.offsets.push(literal ? start + i : start);
	draft.text += text;
	draft.end = end;
	draft.textEnd = end;
}
/** The word that was read. */
function finishWord(draft, source) {
	draft.offsets.push(draft.textEnd);
	return {
		value: placedBy(source, draft.text, draft.offsets),
		origin: textOrigin(source, draft.start, draft.end),
		unresolved: draft.unresolved
	};
}
//#endregion
//#region packages/parser/src/invocations/shell-commands.ts
/** The variables at the beginning of a script. */
function shellVariables(outside) {
	const assigned = /* @__PURE__ */ new Map();
	return {
		lookup: boundedLookup((name) => assigned.get(name) ?? outside(name)),
		assigned,
		depth: 0,
		conditional: false
	};
}
const opening = new Set([
	"if",
	"while",
	"until",
	"{"
]);
const between = new Set([
	"then",
	"do",
	"else",
	"elif",
	"!",
	"time"
]);
const closing = new Set([
	"fi",
	"done",
	"esac",
	"}"
]);
/** Words follow that are no command. */
const headers = new Set([
	"for",
	"case",
	"select",
	"function"
]);
const declarations = new Set([
	"export",
	"readonly",
	"declare",
	"local",
	"typeset"
]);
const assignment = /^([A-Za-z_][A-Za-z0-9_]*)(\+?=)/;
/**
* Takes what stands between two separators: keywords open and close, assignments are noted, and what remains is a
* command. `operator` is the separator that follows.
*/
function takeCommand(variables, words, bare, operator) {
	const rest = pastKeywords(variables, words, bare);
	const command = rest === void 0 ? void 0 : pastAssignments(variables, rest);
	if (operator === "(") variables.depth++;
	if (operator === ")") variables.depth = Math.max(0, variables.depth - 1);
	variables.conditional = operator === "&&" || operator === "||";
	return command;
}
function pastKeywords(variables, words, bare) {
	let at = 0;
	for (; at < words.length && bare[at] === true; at++) {
		const word = words[at]?.value.text ?? "";
		if (headers.has(word)) {
			if (word !== "function") variables.depth++;
			if (word === "for" || word === "select") variables.assigned.set(words[at + 1]?.value.text ?? "", "unknown");
			if (word === "function" && words[at + 2]?.value.text === "{") variables.depth++;
			return;
		}
		if (opening.has(word)) variables.depth++;
		else if (closing.has(word)) variables.depth = Math.max(0, variables.depth - 1);
		else if (!between.has(word)) break;
	}
	return words.slice(at);
}
function pastAssignments(variables, words) {
	const program = words.findIndex((word) => !assignment.test(word.value.text));
	if (program < 0) {
		for (const word of words) assign(variables, word);
		return;
	}
	const [name, ...rest] = words.slice(program);
	if (name !== void 0 && declarations.has(name.value.text)) {
		for (const word of rest) assign(variables, word);
		return;
	}
	if (name?.value.text === "read") for (const word of rest) variables.assigned.set(word.value.text, "unknown");
	return { words: words.slice(program) };
}
/** Only an assignment that certainly happens, of something known, makes a variable known. */
function assign(variables, word) {
	const match = assignment.exec(word.value.text);
	if (match === null) return;
	const certain = variables.depth === 0 && !variables.conditional && match[2] === "=" && !word.unresolved;
	variables.assigned.set(match[1] ?? "", certain ? slicePlaced(word.value, match[0].length) : "unknown");
}
//#endregion
//#region packages/parser/src/invocations/shell-scan.ts
/** The word being read; starts one where there is none. */
function currentWord(scan) {
	scan.word ??= startWord(offsetAt(scan.script, scan.at));
	return scan.word;
}
/** Adds the next `length` units as they are. */
function addLiteral(scan, length) {
	const word = currentWord(scan);
	for (let i = scan.at; i < scan.at + length; i++) extendWord(word, scan.text[i] ?? "", offsetAt(scan.script, i), offsetAt(scan.script, i + 1));
	scan.at += length;
}
/** Passes over `length` units that belong to the word as written but not to its value. */
function passQuote(scan, length) {
	const word = currentWord(scan);
	word.quoted = true;
	scan.at += length;
	word.end = offsetAt(scan.script, scan.at);
}
/** Takes a word into the command, unless it is where a redirection goes. */
function pushWord(scan, word, bare) {
	if (scan.redirected) {
		scan.redirected = false;
		return;
	}
	scan.words.push(word);
	scan.bare.push(bare);
}
/** Ends the word being read, if there is one. */
function endWord(scan) {
	const { word } = scan;
	if (word === void 0) return;
	scan.word = void 0;
	const bare = !word.quoted && !word.unresolved;
	if (word.text === "" && !word.quoted) return;
	pushWord(scan, finishWord(word, scan.script.source), bare);
}
/** Ends the command before a separator, and takes note of what it changes. */
function endCommand(scan, operator) {
	endWord(scan);
	scan.redirected = false;
	const command = takeCommand(scan.variables, scan.words, scan.bare, operator);
	if (command !== void 0) scan.commands.push(command);
	if (operator !== "|") scan.pipeline = scan.commands.length;
	scan.words = [];
	scan.bare = [];
}
/** Forgets the words so far: they were no command. */
function dropCommand(scan) {
	scan.word = void 0;
	scan.words = [];
	scan.bare = [];
}
//#endregion
//#region packages/parser/src/invocations/shell-variable.ts
/** Reads the reference that begins with the `$` or backquote at `at`; undefined where it is an ordinary dollar sign. */
function readShellReference(text, at) {
	if (text[at] === "`") return nameless(closingBackquote(text, at + 1));
	const next = text[at + 1] ?? "";
	if (next === "(") return nameless(closingBracket(text, at + 1));
	if (next === "{") return readBraces(text, at);
	const name = /^(?:[A-Za-z_][A-Za-z0-9_]*|[0-9@*#?$!-])/.exec(text.slice(at + 1, at + 257))?.[0];
	if (name === void 0) return void 0;
	const end = at + 1 + name.length;
	return {
		name,
		operator: void 0,
		operandStart: end,
		operandEnd: end,
		end
	};
}
function readBraces(text, at) {
	const end = closingBracket(text, at + 1);
	const inside = text.slice(at + 2, end - 1);
	const match = /^([A-Za-z_][A-Za-z0-9_]*|[0-9@*])(?::?[-+=?])?/.exec(inside);
	const name = match?.[1];
	const operator = match === null || name === void 0 ? "" : match[0].slice(name.length);
	if (match === null || name === void 0 || operator === "" && match[0].length !== inside.length) return nameless(end);
	return {
		name,
		operator: operator === "" ? void 0 : operator,
		operandStart: at + 2 + match[0].length,
		operandEnd: end - 1,
		end
	};
}
function nameless(end) {
	return {
		name: void 0,
		operator: void 0,
		operandStart: end,
		operandEnd: end,
		end
	};
}
/** Index after the bracket that closes the one at `at`, quotes respected; the end of the text where none does. */
function closingBracket(text, at) {
	const open = text[at] ?? "";
	const close = open === "(" ? ")" : "}";
	let depth = 0;
	for (let i = at; i < text.length; i++) {
		const unit = text[i];
		if (unit === "\\") i++;
		else if (unit === "'") i = indexOrEnd(text, "'", i + 1);
		else if (unit === "\"") i = closingQuote(text, i + 1) - 1;
		else if (unit === open) depth++;
		else if (unit === close && --depth === 0) return i + 1;
	}
	return text.length;
}
function closingQuote(text, at) {
	for (let i = at; i < text.length; i++) if (text[i] === "\\") i++;
	else if (text[i] === "\"") return i + 1;
	return text.length;
}
function closingBackquote(text, at) {
	for (let i = at; i < text.length; i++) if (text[i] === "\\") i++;
	else if (text[i] === "`") return i + 1;
	return text.length;
}
function indexOrEnd(text, what, from) {
	const found = text.indexOf(what, from);
	return found < 0 ? text.length : found;
}
//#endregion
//#region packages/parser/src/invocations/shell-references.ts
/** Replaces the variable at the present place by what is known of it. */
function readReference(scan, quoted) {
	const reference = readShellReference(scan.text, scan.at);
	if (reference === void 0) {
		addLiteral(scan, 1);
		return;
	}
	if (reference.name === "@" || reference.name === "*") {
		addParameters(scan, reference);
		return;
	}
	const value = referredValue(scan, reference);
	if (value === "unknown") {
		currentWord(scan).unresolved = true;
		addLiteral(scan, reference.end - scan.at);
		return;
	}
	if (quoted) addValue(scan, value.text, reference.end);
	else addFields(scan, value, reference.end);
}
/** What a reference gives. Its place is the variable's own. */
function referredValue(scan, reference) {
	const { name, operator } = reference;
	if (name === void 0) return "unknown";
	const value = /^[0-9]$/.test(name) ? parameter(scan, Number(name)) : scan.variables.lookup(name);
	if (value === "unknown") return "unknown";
	const here = (text) => placedInsteadOf(scan.script.source, text, offsetAt(scan.script, scan.at), offsetAt(scan.script, reference.end));
	const nothing = here("");
	const absent = value === "unset" || operator?.startsWith(":") === true && value.text === "";
	if (operator?.endsWith("+")) return absent ? nothing : operandOf(scan, reference);
	if (!absent) return value.source === void 0 ? here(value.text) : value;
	if (operator === void 0) return nothing;
	return operator.endsWith("?") ? "unknown" : operandOf(scan, reference);
}
/** The word after `:-` where it is plain text. */
function operandOf(scan, reference) {
	const operand = slicePlaced(scan.script, reference.operandStart, reference.operandEnd);
	if (/^[^$`'"\\]*$/.test(operand.text)) return operand;
	return /^(["'])[^$`'"\\]*\1$/.test(operand.text) ? slicePlaced(operand, 1, operand.text.length - 1) : "unknown";
}
function parameter(scan, index) {
	if (scan.parameters === void 0 || index === 0) return "unknown";
	const word = scan.parameters[index - 1];
	if (word === void 0) return "unset";
	return word.unresolved ? "unknown" : word.value;
}
/** `"$@"`: each parameter a word of its own, where it was written. */
function addParameters(scan, reference) {
	const onlyQuote = scan.word === void 0 || scan.word.text === "";
	if (scan.parameters === void 0 || !onlyQuote) {
		currentWord(scan).unresolved = true;
		addLiteral(scan, reference.end - scan.at);
		return;
	}
	scan.word = void 0;
	for (const word of scan.parameters) pushWord(scan, word, false);
	scan.at = reference.end;
	if (scan.text[scan.at] === "\"") scan.at++;
}
function addValue(scan, text, end) {
	extendWord(currentWord(scan), text, offsetAt(scan.script, scan.at), offsetAt(scan.script, end));
	scan.at = end;
}
/** An unquoted value is split at blanks. Where it stands alone, its fields are words with the places they have there. */
function addFields(scan, value, end) {
	if (scan.word === void 0 && /[\s;&|]/.test(scan.text[end] ?? " ")) {
		for (const field of value.text.matchAll(/[^ \t\n]+/g)) {
			const word = wordOf(slicePlaced(value, field.index, field.index + field[0].length));
			pushWord(scan, word.origin.end > word.origin.start ? word : {
				...word,
				origin: originOfPlaced(value)
			}, false);
		}
		scan.at = end;
		return;
	}
	const start = scan.at;
	for (const [index, field] of value.text.split(/[ \t\n]+/).entries()) {
		if (index > 0) endWord(scan);
		scan.at = start;
		if (field !== "") addValue(scan, field, end);
	}
	scan.at = end;
}
//#endregion
//#region packages/parser/src/invocations/shell.ts
/**
* Reads a POSIX shell text into its simple commands, in order, whatever conditions they stand under.
*
* Quotes, escapes, comments, line continuations, redirections and here-documents as in the Shell Command Language
* (POSIX.1-2017, XCU chapter 2). Variables that the text itself sets outside any condition are known; what needs
* a shell to run (command substitution, arithmetic, patterns, arrays) stays as written, marked unresolved.
*/
function readShell(script, context) {
	const scan = {
		script,
		text: script.text,
		variables: shellVariables(context.variable),
		parameters: context.parameters,
		at: 0,
		word: void 0,
		words: [],
		bare: [],
		redirected: false,
		openParentheses: 0,
		hereDocuments: [],
		commands: [],
		pipeline: 0
	};
	while (scan.at < scan.text.length) step$1(scan);
	endCommand(scan, "");
	return scan.commands;
}
function step$1(scan) {
	switch (scan.text[scan.at] ?? "") {
		case " ":
		case "	":
		case "\r":
			endWord(scan);
			scan.at++;
			return;
		case "\n":
			endCommand(scan, "");
			scan.at++;
			skipHereDocuments(scan);
			return;
		case "\\":
			readEscape$1(scan);
			return;
		case "'":
			readSingleQuotes(scan);
			return;
		case "\"":
			readDoubleQuotes(scan);
			return;
		case "$":
		case "`":
			readReference(scan, false);
			return;
		case "#":
			if (scan.word !== void 0) {
				addLiteral(scan, 1);
				return;
			}
			scan.at = lineEnd$1(scan.text, scan.at);
			return;
		case ";":
		case "&":
		case "|":
			readOperator(scan);
			return;
		case "<":
		case ">":
			readRedirection(scan);
			return;
		case "(":
			readParenthesis(scan);
			return;
		case ")":
			closeParenthesis(scan);
			return;
		default:
			readOrdinary(scan);
			return;
	}
}
/** A run of units without meaning for the shell. */
function readOrdinary(scan) {
	const mark = templateMark(scan.text, scan.at);
	if (mark > 0) {
		addLiteral(scan, mark);
		return;
	}
	let end = scan.at + 1;
	while (end < scan.text.length && !" 	\r\n\\'\"$`#;&|<>(){".includes(scan.text[end] ?? "")) end++;
	addLiteral(scan, end - scan.at);
}
function readEscape$1(scan) {
	const lineBreak = /^\\\r?\n/.exec(scan.text.slice(scan.at, scan.at + 3))?.[0];
	if (lineBreak !== void 0) {
		scan.at += lineBreak.length;
		return;
	}
	passQuote(scan, 1);
	if (scan.at < scan.text.length) addLiteral(scan, 1);
}
function readSingleQuotes(scan) {
	passQuote(scan, 1);
	const close = scan.text.indexOf("'", scan.at);
	addLiteral(scan, (close < 0 ? scan.text.length : close) - scan.at);
	if (close >= 0) passQuote(scan, 1);
}
function readDoubleQuotes(scan) {
	passQuote(scan, 1);
	while (scan.at < scan.text.length) {
		const unit = scan.text[scan.at] ?? "";
		if (unit === "\"") {
			passQuote(scan, 1);
			return;
		}
		if (unit === "$" || unit === "`") readReference(scan, true);
		else if (unit === "\\" && "$`\"\\\n".includes(scan.text[scan.at + 1] ?? "x")) {
			passQuote(scan, 1);
			if (scan.text[scan.at] === "\n") passQuote(scan, 1);
			else addLiteral(scan, 1);
		} else addLiteral(scan, 1);
	}
}
function readOperator(scan) {
	const operator = /^(?:&>>?|&&|\|\||\|&|;;?&?|&|\|)/.exec(scan.text.slice(scan.at, scan.at + 3))?.[0] ?? ";";
	if (operator.startsWith("&>")) {
		endWord(scan);
		scan.redirected = true;
	} else endCommand(scan, operator);
	scan.at += operator.length;
}
function readRedirection(scan) {
	if (scan.word !== void 0 && !scan.word.quoted && /^[0-9]+$/.test(scan.word.text)) scan.word = void 0;
	endWord(scan);
	const rest = scan.text.slice(scan.at, scan.at + 3);
	if (/^[<>]\(/.test(rest)) {
		currentWord(scan).unresolved = true;
		addLiteral(scan, closingBracket(scan.text, scan.at + 1) - scan.at);
		return;
	}
	const operator = /^(?:<<<|<<-|<<|<>|<&|>>|>&|>\||[<>])/.exec(rest)?.[0] ?? ">";
	scan.at += operator.length;
	if (operator === "<<" || operator === "<<-") readHereDelimiter(scan);
	else scan.redirected = true;
}
function readHereDelimiter(scan) {
	const match = /^[ \t]*([^\s;&|<>()]+)/.exec(scan.text.slice(scan.at, scan.at + 256));
	if (match === null) return;
	scan.hereDocuments.push((match[1] ?? "").replace(/["'\\]/g, ""));
	scan.at += match[0].length;
}
function skipHereDocuments(scan) {
	for (const delimiter of scan.hereDocuments.splice(0)) while (scan.at < scan.text.length) {
		const end = lineEnd$1(scan.text, scan.at);
		const line = scan.text.slice(scan.at, end).trim();
		scan.at = Math.min(end + 1, scan.text.length);
		if (line === delimiter) break;
	}
}
function lineEnd$1(text, from) {
	const end = text.indexOf("\n", from);
	return end < 0 ? text.length : end;
}
/** The parentheses of a function's name, an array (`name=(…)`), or a subshell. */
function readParenthesis(scan) {
	const emptyPair = /^\([ \t]*\)/.exec(scan.text.slice(scan.at, scan.at + 16))?.[0];
	if (emptyPair !== void 0) {
		scan.at += emptyPair.length;
		dropCommand(scan);
		return;
	}
	if (scan.word !== void 0) {
		scan.word.unresolved = true;
		addLiteral(scan, closingBracket(scan.text, scan.at) - scan.at);
		return;
	}
	endCommand(scan, "(");
	scan.openParentheses++;
	scan.at++;
}
function closeParenthesis(scan) {
	if (scan.openParentheses > 0) {
		scan.openParentheses--;
		endCommand(scan, ")");
	} else {
		scan.commands.length = scan.pipeline;
		endWord(scan);
		if (scan.bare[0] === true && scan.words[0]?.value.text === "case") takeCommand(scan.variables, scan.words, scan.bare, "");
		dropCommand(scan);
	}
	scan.at++;
}
//#endregion
//#region packages/parser/src/invocations/program.ts
const componentOfProgram = new Map([
	["kube-apiserver", "kube-apiserver"],
	["kubelet", "kubelet"],
	["kubelet-wrapper", "kubelet"],
	["kube-controller-manager", "kube-controller-manager"],
	["kube-scheduler", "kube-scheduler"]
]);
/** Names that hyperkube (cmd/hyperkube/main.go, until 1.18) took besides the binaries' own. */
const hyperkubeNames = new Map([
	...componentOfProgram,
	["apiserver", "kube-apiserver"],
	["controller-manager", "kube-controller-manager"],
	["scheduler", "kube-scheduler"]
]);
const shells = new Set([
	"sh",
	"bash",
	"ash",
	"dash",
	"ksh",
	"zsh"
]);
const wrappers = new Map([
	["exec", {
		valued: ["-a"],
		operands: 0
	}],
	["command", {
		valued: [],
		operands: 0
	}],
	["builtin", {
		valued: [],
		operands: 0
	}],
	["busybox", {
		valued: [],
		operands: 0
	}],
	["nohup", {
		valued: [],
		operands: 0
	}],
	["setsid", {
		valued: [],
		operands: 0
	}],
	["setpriv", {
		valued: [
			"--reuid",
			"--regid",
			"--groups",
			"--bounding-set"
		],
		operands: 0
	}],
	["env", {
		valued: [
			"-u",
			"--unset",
			"-C",
			"--chdir"
		],
		operands: 0
	}],
	["nice", {
		valued: ["-n", "--adjustment"],
		operands: 0
	}],
	["ionice", {
		valued: [
			"-c",
			"--class",
			"-n",
			"--classdata"
		],
		operands: 0
	}],
	["chrt", {
		valued: [],
		operands: 1
	}],
	["taskset", {
		valued: [],
		operands: 1
	}],
	["numactl", {
		valued: [
			"-N",
			"-m",
			"-C",
			"-i",
			"-l"
		],
		operands: 0
	}],
	["stdbuf", {
		valued: [
			"-i",
			"-o",
			"-e"
		],
		operands: 0
	}],
	["timeout", {
		valued: [
			"-s",
			"--signal",
			"-k",
			"--kill-after"
		],
		operands: 1
	}],
	["flock", {
		valued: [
			"-w",
			"--wait",
			"--timeout",
			"-E",
			"--conflict-exit-code"
		],
		operands: 1
	}],
	["chroot", {
		valued: [],
		operands: 1
	}],
	["unshare", {
		valued: [],
		operands: 0
	}],
	["nsenter", {
		valued: [
			"-t",
			"--target",
			"-S",
			"--setuid",
			"-G",
			"--setgid"
		],
		operands: 0
	}],
	["sudo", {
		valued: [
			"-u",
			"--user",
			"-g",
			"--group",
			"-C",
			"-h",
			"-p"
		],
		operands: 0
	}],
	["su-exec", {
		valued: [],
		operands: 1
	}],
	["gosu", {
		valued: [],
		operands: 1
	}],
	["tini", {
		valued: ["-p", "-e"],
		operands: 0
	}],
	["tini-static", {
		valued: ["-p", "-e"],
		operands: 0
	}],
	["docker-init", {
		valued: ["-p", "-e"],
		operands: 0
	}],
	["dumb-init", {
		valued: ["-r", "--rewrite"],
		operands: 0
	}],
	["catatonit", {
		valued: [],
		operands: 0
	}],
	["strace", {
		valued: [
			"-o",
			"-e",
			"-p",
			"-s"
		],
		operands: 0
	}],
	["systemd-cat", {
		valued: [
			"-t",
			"--identifier",
			"-p",
			"--priority"
		],
		operands: 0
	}],
	["systemd-run", {
		valued: [
			"-p",
			"--property",
			"-u",
			"--unit",
			"-E",
			"--setenv"
		],
		operands: 0
	}],
	["go-runner", {
		valued: [
			"-log-file",
			"--log-file",
			"-redirect-stderr"
		],
		operands: 0
	}]
]);
/** Deeper nesting than anybody writes; a bound so that a text cannot make the reader recurse without end. */
const deepestNesting = 8;
/**
* Finds the components that a command line starts: directly, behind wrappers (`tini --`, `exec`, `env A=b`), as a
* name given to hyperkube, or inside a shell string. Only the program counts, never what things around it are called.
*/
function findStartedPrograms(words, variable, nesting = 0) {
	const [program, ...args] = words;
	if (program === void 0 || nesting > deepestNesting) return [];
	const name = baseName(program.value.text);
	const component = componentOfProgram.get(name);
	if (component !== void 0) return [{
		component,
		program,
		args
	}];
	if (name === "hyperkube") return hyperkube(args);
	if (shells.has(name)) return shellString(args, variable, nesting);
	const wrapper = wrappers.get(name);
	if (wrapper === void 0) return [];
	return findStartedPrograms(pastWrapper(wrapper, args), variable, nesting + 1);
}
function hyperkube(words) {
	const [program, ...args] = words;
	const component = program === void 0 ? void 0 : hyperkubeNames.get(baseName(program.value.text));
	return program === void 0 || component === void 0 ? [] : [{
		component,
		program,
		args
	}];
}
/** `sh [-o opt] -c SCRIPT [NAME [ARGUMENT…]]` (POSIX.1-2017, XCU, sh). A script in a file is not followed. */
function shellString(words, variable, nesting) {
	let at = 0;
	let isString = false;
	for (; at < words.length; at++) {
		const word = words[at]?.value.text ?? "";
		if (!/^[-+]./.test(word)) break;
		if (word === "--") {
			at++;
			break;
		}
		if (/^-[a-zA-Z]*c/.test(word)) isString = true;
		if (/^[-+][a-zA-Z]*[oO]$/.test(word) || word === "--rcfile" || word === "--init-file") at++;
	}
	const script = words[at];
	if (!isString || script === void 0) return [];
	const parameters = words.slice(at + 2);
	return readShell(script.value, {
		variable,
		parameters
	}).flatMap((command) => findStartedPrograms(command.words, variable, nesting + 1));
}
function pastWrapper(wrapper, words) {
	let at = 0;
	for (; at < words.length; at++) {
		const word = words[at]?.value.text ?? "";
		if (word === "--") {
			at++;
			break;
		}
		if (wrapper.valued.includes(word)) at++;
		else if (!word.startsWith("-") && !/^[A-Za-z_][A-Za-z0-9_]*=/.test(word)) break;
	}
	at += wrapper.operands;
	return words.slice(words[at]?.value.text === "--" ? at + 1 : at);
}
function baseName(path) {
	return path.slice(path.lastIndexOf("/") + 1);
}
/** The component that a name stands for, as images and argument files are called. */
function componentNamed(name) {
	return name === "kubelet-wrapper" ? void 0 : componentOfProgram.get(name);
}
//#endregion
//#region packages/parser/src/invocations/systemd-words.ts
/**
* Splits a text at blanks as systemd does (src/basic/extract-word.c extract_first_word with EXTRACT_UNQUOTE and
* EXTRACT_CUNESCAPE): both kinds of quotes anywhere in a word, C escapes inside and outside of them.
*/
function splitSystemdWords(line) {
	const { text } = line;
	const words = [];
	let word;
	let quote = "";
	let at = 0;
	while (at < text.length) {
		const unit = text[at] ?? "";
		if (quote === "" && /\s/.test(unit)) {
			if (word !== void 0) words.push(finishWord(word, line.source));
			word = void 0;
			at++;
			continue;
		}
		word ??= startWord(offsetAt(line, at));
		if (quote === "" ? unit === "\"" || unit === "'" : unit === quote) {
			quote = quote === "" ? unit : "";
			word.quoted = true;
			at++;
			word.end = offsetAt(line, at);
			continue;
		}
		const mark = templateMark(text, at);
		if (mark > 0) {
			keep(word, line, at, at + mark);
			at += mark;
			continue;
		}
		const escaped = unit === "\\" ? readEscape(text, at) : {
			text: unit,
			length: 1
		};
		extendWord(word, escaped.text, offsetAt(line, at), offsetAt(line, at + escaped.length));
		at += escaped.length;
	}
	if (word !== void 0) words.push(finishWord(word, line.source));
	return words;
}
const namedEscapes = {
	a: "\x07",
	b: "\b",
	f: "\f",
	n: "\n",
	r: "\r",
	t: "	",
	v: "\v",
	s: " ",
	"\\": "\\",
	"\"": "\"",
	"'": "'"
};
/** systemd.syntax(7), "Supported escapes"; what is none of them stays with its backslash. */
function readEscape(text, at) {
	const named = namedEscapes[text[at + 1] ?? ""];
	if (named !== void 0) return {
		text: named,
		length: 2
	};
	const coded = /^\\(?:x([0-9a-fA-F]{2})|([0-3][0-7]{2})|u([0-9a-fA-F]{4})|U([0-9a-fA-F]{8}))/.exec(text.slice(at, at + 10));
	if (coded === null) return {
		text: "\\",
		length: 1
	};
	const [whole, hex, octal, short, long] = coded;
	const code = octal === void 0 ? Number.parseInt(hex ?? short ?? long ?? "", 16) : Number.parseInt(octal, 8);
	return code > 1114111 ? {
		text: "\\",
		length: 1
	} : {
		text: String.fromCodePoint(code),
		length: whole.length
	};
}
/** A command line of a unit: the prefixes taken off, variables replaced. */
function readExecLine(line, variable) {
	const [first, ...rest] = splitSystemdWords(line);
	if (first === void 0) return [];
	const prefix = /^[@:+!|-]*/.exec(first.value.text)?.[0] ?? "";
	const value = slicePlaced(first.value, prefix.length);
	const program = prefix === "" ? first : {
		value,
		origin: originOfPlaced(value),
		unresolved: first.unresolved
	};
	const args = prefix.includes("@") ? rest.slice(1) : rest;
	if (prefix.includes(":")) return [program, ...args];
	const bounded = boundedLookup(variable);
	return [program, ...args.flatMap((word) => replaceVariables(word, bounded))];
}
/**
* `$NAME` as a whole word becomes the words of its value, `${NAME}` anywhere its value as it is, `$$` a dollar sign;
* `$NAME` inside a word is no variable (src/basic/env-util.c replace_env_argv, replace_env_full).
*/
function replaceVariables(word, variable) {
	const { text } = word.value;
	if (!text.includes("$")) return [word];
	if (/^\$[^{$]/.test(text)) {
		const value = variable(text.slice(1));
		if (value === "unknown") return [{
			...word,
			unresolved: true
		}];
		if (value === "unset") return [];
		return value.source === void 0 ? [{
			...word,
			unresolved: true
		}] : splitSystemdWords(value);
	}
	const { start, end } = word.origin;
	const draft = startWord(start);
	let at = 0;
	for (const match of text.matchAll(/\$\$|\$\{([A-Za-z_][A-Za-z0-9_]*)\}/g)) {
		keep(draft, word.value, at, match.index);
		at = match.index + match[0].length;
		const value = match[1] === void 0 ? "$" : variable(match[1]);
		if (value === "unknown") {
			draft.unresolved = true;
			keep(draft, word.value, match.index, at);
		} else extendWord(draft, typeof value === "string" ? value === "unset" ? "" : value : value.text, offsetAt(word.value, match.index), offsetAt(word.value, at));
	}
	keep(draft, word.value, at, text.length);
	draft.end = end;
	return [{
		...finishWord(draft, word.origin.source),
		origin: word.origin
	}];
}
function keep(draft, value, start, end) {
	for (let i = start; i < end; i++) extendWord(draft, value.text[i] ?? "", offsetAt(value, i), offsetAt(value, i + 1));
}
/** A setting whose value is a list of assignments: `Environment="A=1 2" B=3`. */
function readAssignments(value) {
	return splitSystemdWords(value).flatMap((word) => {
		const equals = word.value.text.indexOf("=");
		if (equals < 1) return [];
		return [{
			name: word.value.text.slice(0, equals),
			value: slicePlaced(word.value, equals + 1)
		}];
	});
}
//#endregion
//#region packages/parser/src/invocations/unit-invocations.ts
/**
* What a set of units starts, once all of them and their environment files were read.
*
* Drop-ins are laid over their unit, in the order of their names, and only then variables are replaced. A unit whose
* environment files are all there is known entirely: variables that none of them sets are empty. Otherwise words
* with variables in them are unresolved.
*/
function invocationsOfUnits(units, findEnvironmentFile) {
	return servicesOf(units).flatMap((files) => {
		const service = layUnits(files);
		const variable = environmentOf$1(service, findEnvironmentFile);
		const unit = files[0]?.unit ?? "";
		return service.commands.flatMap((line) => findStartedPrograms(readExecLine(line, variable), variable).flatMap((started) => {
			const invocation = invocationOf(started, unit, void 0);
			return invocation === void 0 ? [] : [invocation];
		}));
	});
}
/** Where systemd looks for units, the strongest first (systemd.unit(5), "Unit File Load Path"). */
const unitFolders = [
	"etc/systemd/system",
	"run/systemd/system",
	"usr/local/lib/systemd/system",
	"usr/lib/systemd/system",
	"lib/systemd/system"
];
function placeUnit(file) {
	const rank = unitFolders.findIndex((folder) => file.folder === folder || file.folder.endsWith(`/${folder}`));
	const folder = unitFolders[rank];
	return {
		machine: folder === void 0 ? `${file.folder}/` : file.folder.slice(0, -folder.length),
		rank: rank < 0 ? unitFolders.length : rank,
		file
	};
}
/** The files of each service in the order in which they count: the unit, then its drop-ins by name. */
function servicesOf(units) {
	const services = /* @__PURE__ */ new Map();
	for (const unit of units.map(placeUnit)) {
		const key = `${unit.machine}\0${unit.file.unit}`;
		const service = services.get(key);
		if (service === void 0) services.set(key, [unit]);
		else service.push(unit);
	}
	return [...services.values()].map((service) => {
		const strongest = /* @__PURE__ */ new Map();
		for (const unit of service) {
			const name = unit.file.dropIn ?? "";
			const other = strongest.get(name);
			if (other === void 0 || unit.rank < other.rank) strongest.set(name, unit);
		}
		return [...strongest.entries()].sort(([a], [b]) => a < b ? -1 : a > b ? 1 : 0).map(([, unit]) => unit.file);
	});
}
/** An empty value takes back everything before it (systemd.service(5): ExecStart=, Environment=, EnvironmentFile=). */
function layUnits(files) {
	const commands = [];
	const environment = [];
	const environmentFiles = [];
	for (const unit of files) for (const { name, value } of unit.settings) {
		const isReset = value.text === "";
		switch (name) {
			case "ExecStart":
				if (isReset) commands.length = 0;
				else commands.push(value);
				break;
			case "Environment":
				if (isReset) environment.length = 0;
				else environment.push(value);
				break;
			case "EnvironmentFile":
				if (isReset) environmentFiles.length = 0;
				else environmentFiles.push({
					path: value.text.replace(/^-/, ""),
					unit
				});
				break;
		}
	}
	return {
		commands,
		environment,
		environmentFiles
	};
}
/** Variables of files win over `Environment=`, later ones over earlier ones (systemd.exec(5)). */
function environmentOf$1(service, findEnvironmentFile) {
	const variables = /* @__PURE__ */ new Map();
	for (const setting of service.environment) for (const { name, value } of readAssignments(setting)) variables.set(name, value);
	let complete = true;
	for (const { path, unit } of service.environmentFiles) {
		const file = findEnvironmentFile(path, unit);
		if (file === void 0) complete = false;
		for (const { name, value } of file?.variables ?? []) variables.set(name, value);
	}
	return (name) => variables.get(name) ?? (complete ? "unset" : "unknown");
}
//#endregion
//#region packages/parser/src/credentials/tree-values.ts
/** Value of a key of a mapping; 0 where there is none, or no mapping. */
function valueAt(tree, mapping, key) {
	if (mapping === 0 || tree.kind(mapping) !== "mapping") return 0;
	for (let entry = tree.first(mapping); entry !== 0; entry = tree.next(entry)) if (tree.keyIs(entry, key)) return entry;
	return 0;
}
/** Entries of a mapping or items of a sequence; none of anything else. */
function* childrenOf(tree, node) {
	if (node === 0) return;
	const kind = tree.kind(node);
	if (kind !== "mapping" && kind !== "sequence") return;
	for (let child = tree.first(node); child !== 0; child = tree.next(child)) yield child;
}
/** The text of a string node, with its places. Undefined for what is no string. */
function placedString(tree, source, node) {
	if (node === 0 || tree.kind(node) !== "string") return void 0;
	return placedBy(source, tree.scalar(node), tree.offsets(node));
}
/** The string of a key of a mapping. */
function stringAt(tree, source, mapping, key) {
	return locatedString(tree, source, valueAt(tree, mapping, key));
}
/** A string with the span of its scalar. */
function locatedString(tree, source, node) {
	if (node === 0 || tree.kind(node) !== "string") return void 0;
	return located(tree.scalar(node), textOrigin(source, tree.start(node), tree.end(node)));
}
//#endregion
//#region packages/parser/src/credentials/request-templates.ts
/** Whether a text configures certificate requests of openssl. */
function looksLikeOpensslConfig(text) {
	return /^[ \t]*distinguished_name[ \t]*=/m.test(text) && /^[ \t]*\[[^\]\n]+\]/m.test(text);
}
/**
* Whom the requests of an openssl configuration would be for (config(5), openssl-req(1)): one for each section that
* names a `distinguished_name`. Those for a CA, or for servers alone, are nobody's login.
*/
function readOpensslConfig(source) {
	const sections = readSections(source);
	const byName = new Map(sections.map((section) => [section.name, section]));
	return sections.flatMap((request) => {
		const subject = byName.get(lastValue(request, "distinguished_name") ?? "");
		if (subject === void 0 || !isForClients(byName, request)) return [];
		const suffix = lastValue(request, "prompt") === "no" ? "" : "_default";
		const user = valuesOf(subject, ["CN", "commonName"], suffix).at(-1);
		const groups = valuesOf(subject, ["O", "organizationName"], suffix);
		if (user === void 0) return [];
		const written = [user, ...groups].map(({ origin }) => origin).filter((origin) => origin.kind === "text");
		const start = Math.min(...written.map((origin) => origin.start));
		const end = Math.max(...written.map((origin) => origin.end));
		return [template(`certificate request [${request.name}]`, textOrigin(source, start, end), user, groups)];
	});
}
function isForClients(byName, request) {
	const extensions = ["req_extensions", "x509_extensions"].flatMap((key) => byName.get(lastValue(request, key) ?? "") ?? []);
	const isCa = extensions.some((section) => /\bCA:true\b/i.test(lastValue(section, "basicConstraints") ?? ""));
	const usages = extensions.map((section) => lastValue(section, "extendedKeyUsage")).filter((usage) => usage !== void 0);
	return !isCa && (usages.length === 0 || usages.some((usage) => /clientAuth|1\.3\.6\.1\.5\.5\.7\.3\.2/.test(usage)));
}
function lastValue(section, key) {
	return section.entries.findLast((entry) => entry.key === key)?.value.value;
}
/** `0.O` and `1.O` are two values of `O`: a section cannot have a key twice. */
function valuesOf(section, keys, suffix) {
	const names = keys.map((key) => key + suffix);
	return section.entries.filter(({ key }) => names.includes(key.replace(/^[^.]*\./, ""))).map(({ value }) => value);
}
function readSections(source) {
	const sections = [{
		name: "default",
		entries: []
	}];
	for (const match of source.text.matchAll(/^[ \t]*(?:\[[ \t]*([^\]\r\n]*?)[ \t]*\]|([A-Za-z0-9_.]+)[ \t]*=[ \t]*([^\r\n#]*))/gm)) {
		const [whole, name, key, rest = ""] = match;
		if (name !== void 0) sections.push({
			name,
			entries: []
		});
		if (key === void 0) continue;
		const quoted = /^(["'])(.*)\1[ \t]*$/.exec(rest);
		const value = quoted?.[2] ?? rest.trimEnd();
		const start = match.index + whole.length - rest.length + (quoted === null ? 0 : 1);
		sections.at(-1)?.entries.push({
			key,
			value: located(value, textOrigin(source, start, start + value.length))
		});
	}
	return sections;
}
const cfsslKeys = new Set([
	"CN",
	"hosts",
	"key",
	"names",
	"ca",
	"serialnumber",
	"SerialNumber"
]);
/** Whether a document is a certificate request of cfssl: nothing but its keys, and a subject among them. */
function isCfsslRequest(tree) {
	const keys = [...childrenOf(tree, tree.root)].map((entry) => tree.key(entry));
	if (tree.kind(tree.root) !== "mapping" || !keys.every((key) => cfsslKeys.has(key))) return false;
	return keys.includes("CN") || keys.includes("names");
}
/** Whom a certificate request of cfssl would be for (github.com/cloudflare/cfssl csr/csr.go CertificateRequest, Name). */
function readCfsslRequest(tree, source) {
	const user = stringAt(tree, source, tree.root, "CN");
	if (user === void 0 || user.value === "" || valueAt(tree, tree.root, "ca") !== 0) return void 0;
	const groups = [];
	for (const name of childrenOf(tree, valueAt(tree, tree.root, "names"))) {
		const group = locatedString(tree, source, valueAt(tree, name, "O"));
		if (group !== void 0 && group.value !== "") groups.push(group);
	}
	const origin = textOrigin(source, tree.start(tree.root), tree.end(tree.root));
	return template(`certificate request for ${user.value}`, origin, user, groups);
}
function template(label, origin, user, groups) {
	return {
		form: "certificate-request-template",
		label,
		origin,
		user,
		groups,
		notAfter: void 0,
		signerName: void 0
	};
}
//#endregion
//#region packages/parser/src/credentials/token-file.ts
/**
* Whether a file that nothing names is a table of static tokens or passwords: rows of at least three columns, and
* among users and groups a name that only Kubernetes uses, or a file name out of its documentation.
*/
function looksLikeTokenFile(path, text) {
	if (!path.endsWith(".csv")) return false;
	const named = /(?:^|\/)(?:known_tokens|tokens?|static[-_]tokens?|token[-_]auth|basic[-_]auth)\.csv$/.test(path);
	if (!named && !text.includes("system:")) return false;
	const { records, error } = readCsv(text);
	if (error !== void 0 || records.length === 0 || records.some(({ fields }) => fields.length < 3)) return false;
	return named || records.some(({ fields }) => /^system:|,system:/.test(`${fields[1]?.value},${fields[3]?.value}`));
}
/**
* Reads a file of `--token-auth-file`: token, user, uid, "groups" (k8s.io/apiserver
* pkg/authentication/token/tokenfile/tokenfile.go NewCSV). What makes the server refuse to start is an error, and
* then there are no credentials. Tokens are compared here and forgotten; no place reaches back to one.
*/
function readTokenFile(source) {
	const { records, error } = readCsv(source.text);
	if (error !== void 0) {
		const origin = textOrigin(source, error.offset, error.offset);
		return refused(`token file is no CSV, kube-apiserver does not start: ${error.message}`, origin);
	}
	const byToken = /* @__PURE__ */ new Map();
	const diagnostics = [];
	for (const [index, { fields, end }] of records.entries()) {
		const [token, user, uid, groups] = fields;
		const rest = textOrigin(source, user?.start ?? end, end);
		if (token === void 0 || user === void 0 || uid === void 0) return refused(`token file must have at least 3 columns (token, user name, user uid), found ${fields.length}: kube-apiserver does not start`, rest);
		const row = `row ${index + 1}`;
		if (token.value === "") {
			diagnostics.push(passedOver(`${row} has an empty token and is not used`, rest));
			continue;
		}
		if (byToken.delete(token.value)) diagnostics.push(passedOver(`${row} has the token of an earlier row, which is not used`, rest));
		byToken.set(token.value, {
			form: "token-file-row",
			label: `${row} of ${source.path.slice(source.path.lastIndexOf("/") + 1)}`,
			origin: rest,
			user: located(user.value, fieldOrigin(source, user)),
			groups: groups === void 0 ? [] : splitGroups(source, groups),
			notAfter: void 0,
			signerName: void 0
		});
	}
	return {
		credentials: [...byToken.values()],
		diagnostics
	};
}
function fieldOrigin(source, field) {
	return originOfPlaced(placedBy(source, field.value, field.offsets));
}
/** Split at commas, nothing trimmed; an empty column is one group with an empty name. */
function splitGroups(source, column) {
	const placed = placedBy(source, column.value, column.offsets);
	let start = 0;
	return column.value.split(",").map((group) => {
		const from = start;
		start += group.length + 1;
		return located(group, originOfPlaced(placed, from, from + group.length));
	});
}
function refused(message, origin) {
	return {
		credentials: [],
		diagnostics: [{
			id: "token-file-refused",
			level: "error",
			message,
			origin
		}]
	};
}
function passedOver(message, origin) {
	return {
		id: "token-file-row",
		level: "warning",
		message,
		origin
	};
}
//#endregion
//#region packages/parser/src/documents/collected.ts
function startCollecting(source, certificateRequests) {
	return {
		source,
		facts: [],
		diagnostics: [],
		documents: [],
		certificateRequests
	};
}
function report(collected, level, id, message, at) {
	const origin = textOrigin(collected.source, at.start, at.end);
	collected.diagnostics.push({
		id,
		level,
		message,
		origin
	});
}
function count(collected, outcome, at) {
	collected.documents.push({
		outcome,
		origin: textOrigin(collected.source, at.start, at.end)
	});
}
/** Takes in a component that is started, and the files its flags name. */
function collectInvocation(collected, invocation) {
	collected.facts.push({
		fact: "invocation",
		invocation
	});
	collectReferences(collected, filesOfFlags(invocation));
}
function collectReferences(collected, references) {
	for (const reference of references) collected.facts.push({
		fact: "file-reference",
		reference
	});
}
function collectWritten(collected, credentials) {
	for (const written of credentials) collected.facts.push({
		fact: "written-credential",
		written
	});
}
/** Takes in credentials, and what could not be read of them. */
function collectCredentials(collected, read) {
	for (const credential of read.credentials) collected.facts.push({
		fact: "credential",
		credential
	});
	for (const diagnostic of read.diagnostics ?? []) collected.diagnostics.push(diagnostic);
}
//#endregion
//#region packages/parser/src/documents/directives.ts
const word = "authgraph:";
const none$3 = [];
const noDirectives = {
	candidates: [],
	dropped: /* @__PURE__ */ new Set()
};
/** Finds what looks like `# authgraph: …`; next to nothing where the word does not occur. */
function directiveCandidates(source) {
	const { text } = source;
	const first = text.indexOf(word);
	if (first < 0) return noDirectives;
	const candidates = [];
	for (let at = first; at >= 0; at = text.indexOf(word, at + 10)) {
		const lineStart = startOfLine(text, at);
		const before = /(^|.*\s)#[ \t]*$/.exec(text.slice(lineStart, at));
		if (before === null) continue;
		const lead = before[1] ?? "";
		const end = lineEnd(text, at);
		candidates.push({
			start: lineStart + lead.length,
			end,
			text: text.slice(at + 10, end).trim(),
			ownLine: lead.trim() === ""
		});
	}
	return {
		candidates,
		dropped: /* @__PURE__ */ new Set()
	};
}
function startOfLine(text, offset) {
	let at = offset;
	while (at > 0 && text[at - 1] !== "\n" && text[at - 1] !== "\r") at--;
	return at;
}
function lineEnd(text, from) {
	for (let at = from; at < text.length; at++) if (text[at] === "\n" || text[at] === "\r") return at;
	return text.length;
}
/** Drops the candidates that stand inside a scalar or a key of this document: they are text, no comments. */
function dropWithinScalars(found, tree) {
	if (found.candidates.length > 0) walkScalars(tree, (start, end) => dropBetween(found, start, end));
}
/** Drops the candidates between two offsets. */
function dropBetween({ candidates, dropped }, start, end) {
	for (let i = firstFrom(candidates, start); i < candidates.length; i++) {
		const candidate = candidates[i];
		if (candidate === void 0 || candidate.start >= end) return;
		dropped.add(candidate);
	}
}
/** The first candidate at or after an offset; they stand in the order of the text. */
function firstFrom(candidates, offset) {
	let low = 0;
	let high = candidates.length;
	while (low < high) {
		const middle = low + high >> 1;
		if ((candidates[middle]?.start ?? 0) < offset) low = middle + 1;
		else high = middle;
	}
	return low;
}
function asDirectives(source, { candidates, dropped }) {
	if (candidates.length === 0) return none$3;
	return candidates.filter((candidate) => !dropped.has(candidate)).map(({ start, end, text, ownLine }) => ({
		text,
		ownLine,
		origin: textOrigin(source, start, end)
	}));
}
/** Visits the span of every scalar and key; of a block scalar what follows its header, which may end in a comment. */
function walkScalars(tree, visit) {
	const open = [tree.root];
	const seen = /* @__PURE__ */ new Set();
	for (let node = open.pop(); node !== void 0; node = open.pop()) {
		const kind = tree.kind(node);
		if (kind !== "mapping" && kind !== "sequence") {
			visit(startOfText(tree, node), tree.end(node));
			continue;
		}
		for (let item = tree.first(node); item !== 0; item = tree.next(item)) {
			if (kind === "mapping") visit(tree.keyStart(item), tree.keyEnd(item));
			if (seen.has(item)) continue;
			seen.add(item);
			open.push(item);
		}
	}
}
function startOfText(tree, node) {
	const start = tree.start(node);
	const indicator = tree.text[start];
	if (indicator !== "|" && indicator !== ">") return start;
	const lineBreak = tree.text.indexOf("\n", start);
	return lineBreak < 0 ? tree.end(node) : Math.min(lineBreak, tree.end(node));
}
//#endregion
//#region packages/parser/src/objects/object-view.ts
/** The value of a field, 0 where it is absent, null, or the node is no mapping. Field names are case-sensitive. */
function field({ tree }, node, name) {
	const entry = writtenField(tree, node, name);
	return entry === 0 || tree.kind(entry) === "null" ? 0 : entry;
}
/** The entry of a field, null values included. */
function writtenField(tree, node, name) {
	if (node === 0 || tree.kind(node) !== "mapping") return 0;
	for (let entry = tree.first(node); entry !== 0; entry = tree.next(entry)) if (tree.keyIs(entry, name)) return entry;
	return 0;
}
function fieldAt(view, node, ...names) {
	let at = node;
	for (const name of names) at = field(view, at, name);
	return at;
}
/** The first item of a list or value of a map, with which `tree.next` goes on; 0 for anything else. */
function firstItem({ tree }, node) {
	return node === 0 ? 0 : tree.first(node);
}
/** The items of a list or the values of a map; none for anything else. */
function itemsOf(view, node) {
	const first = firstItem(view, node);
	if (first === 0) return noItems;
	const items = [];
	for (let item = first; item !== 0; item = view.tree.next(item)) items.push(item);
	return items;
}
/**
* What each item of a list or value of a map is read as. The array has the length it needs: one that grows by `push`
* keeps room for 17, and most lists of objects are short and kept.
*/
function itemsAs(view, node, read) {
	const { tree } = view;
	let length = 0;
	for (let item = firstItem(view, node); item !== 0; item = tree.next(item)) length++;
	const list = new Array(length);
	let index = 0;
	for (let item = firstItem(view, node); item !== 0; item = tree.next(item)) list[index++] = read(view, item);
	return list;
}
/** A string, `""` where it is null or absent: the zero value. */
function text({ tree }, node) {
	return node !== 0 && tree.kind(node) === "string" ? tree.scalar(node) : "";
}
function place({ tree }, node) {
	return {
		start: tree.start(node),
		end: tree.end(node)
	};
}
function keyPlace({ tree }, entry) {
	return {
		start: tree.keyStart(entry),
		end: tree.keyEnd(entry)
	};
}
function origin({ source, tree }, node) {
	return textOrigin(source, tree.start(node), tree.end(node));
}
function locatedText(view, node) {
	return {
		value: text(view, node),
		origin: origin(view, node)
	};
}
/** A string that was written and is not empty. */
function writtenText(view, node) {
	const value = text(view, node);
	return value === "" ? void 0 : {
		value,
		origin: origin(view, node)
	};
}
/** A list of strings; null among them is `""`, as Go leaves the zero value. */
function texts(view, node) {
	if (node === 0 || view.tree.kind(node) !== "sequence") return none$2;
	return itemsAs(view, node, locatedText);
}
function flag(view, node) {
	if (node === 0 || view.tree.kind(node) !== "boolean") return void 0;
	return {
		value: view.tree.scalar(node) === "true",
		origin: origin(view, node)
	};
}
/** A map of strings; null values are `""`. */
function textMap(view, node) {
	const { tree } = view;
	if (node === 0 || tree.kind(node) !== "mapping") return noEntries;
	const map = /* @__PURE__ */ new Map();
	for (let entry = tree.first(node); entry !== 0; entry = tree.next(entry)) map.set(tree.key(entry), locatedText(view, entry));
	return map;
}
const noItems = [];
const none$2 = [];
const noEntries = /* @__PURE__ */ new Map();
//#endregion
//#region packages/parser/src/credentials/service-account-token.ts
/**
* The claims of a token that a `kubernetes.io/service-account-token` Secret holds (pkg/serviceaccount/legacy.go);
* undefined where it is another token or none. The signature is not looked at, the token not kept.
*/
function readLegacyTokenClaims(token) {
	const claims = payloadOf(token);
	if (claims?.iss !== "kubernetes/serviceaccount") return void 0;
	const namespace = claims["kubernetes.io/serviceaccount/namespace"];
	const serviceAccount = claims["kubernetes.io/serviceaccount/service-account.name"];
	const secret = claims["kubernetes.io/serviceaccount/secret.name"];
	if (typeof namespace !== "string" || typeof serviceAccount !== "string" || typeof secret !== "string") return;
	return {
		namespace,
		serviceAccount,
		secret
	};
}
/** The ServiceAccount that any of its tokens, legacy or bound, says it is for; undefined for other tokens. */
function readServiceAccountOfToken(token) {
	const subject = payloadOf(token)?.sub;
	const match = typeof subject === "string" ? /^system:serviceaccount:([^:]+):([^:]+)$/.exec(subject) : null;
	return match === null ? void 0 : {
		namespace: match[1] ?? "",
		name: match[2] ?? ""
	};
}
/** Middle part of a compact JWS, if it is a JSON object. */
function payloadOf(token) {
	const parts = token.split(".");
	const payload = parts[1];
	if (parts.length !== 3 || payload === void 0) return void 0;
	try {
		const claims = JSON.parse(Buffer.from(payload, "base64url").toString("utf8"));
		return isRecord(claims) ? claims : void 0;
	} catch {
		return;
	}
}
function isRecord(value) {
	return typeof value === "object" && value !== null && !Array.isArray(value);
}
//#endregion
//#region packages/parser/src/credentials/written-credentials.ts
/** Whether a text may hold a credential at all; its objects are searched only where it may. */
function mayHoldCredential(written) {
	return written.includes("PRIVATE KEY-----") || written.includes("eyJ") || written.includes("kind: Config\n");
}
/** Credentials in the values of a ConfigMap. Never the values themselves. */
function credentialsOfConfigMap(view, root, owner) {
	return itemsOf(view, field(view, root, "data")).flatMap((entry) => {
		const found = credentialIn(text(view, entry));
		if (found === void 0) return [];
		const { start, end } = keyPlace(view, entry);
		const key = view.tree.key(entry);
		return [{
			...found,
			owner,
			key,
			variable: false,
			origin: textOrigin(view.source, start, end)
		}];
	});
}
/** Credentials in environment variables of a pod's containers. */
function credentialsOfPod(view, spec, owner) {
	return ["initContainers", "containers"].flatMap((list) => itemsOf(view, field(view, spec, list)).flatMap((container) => itemsOf(view, field(view, container, "env")).flatMap((variable) => {
		const found = credentialIn(text(view, field(view, variable, "value")));
		const name = field(view, variable, "name");
		if (found === void 0 || name === 0) return [];
		return [{
			...found,
			owner,
			key: text(view, name),
			variable: true,
			origin: origin(view, name)
		}];
	})));
}
/** A key that is one, of some length and not encrypted; line breaks may be written out. */
const privateKey = /-----BEGIN (?:(?:RSA|EC|DSA|OPENSSH) )?PRIVATE KEY-----(?:\\n|\s)\s{0,16}[A-Za-z0-9+/](?:[A-Za-z0-9+/=\s]|\\n){63}/;
const webToken = /(?<![\w-])eyJ[\w-]+\.eyJ[\w-]+\.[\w-]{16,}/g;
/** A bearer token of a kubeconfig; what stands in `<>`, `${}` or `{{}}` is to be filled in. */
const kubeconfigToken = /^[ \t-]+token:[ \t]+["']?[A-Za-z0-9][\w.~+/-]{15,}=*["']?[ \t]*$/m;
function credentialIn(value) {
	if (value.length < 32) return void 0;
	for (const [token] of value.matchAll(webToken)) {
		const account = readServiceAccountOfToken(token);
		if (account !== void 0) return {
			form: "service-account-token",
			account
		};
	}
	if (privateKey.test(value)) return {
		form: "private-key",
		account: void 0
	};
	if (/^kind: Config\s*$/m.test(value) && kubeconfigToken.test(value)) return {
		form: "kubeconfig-token",
		account: void 0
	};
}
//#endregion
//#region packages/parser/src/objects/field-error.ts
function required(field, place, detail = "") {
	return {
		field,
		body: detail === "" ? "Required value" : `Required value: ${detail}`,
		place
	};
}
function invalid$1(field, place, value, detail) {
	return {
		field,
		body: `Invalid value: ${typeof value === "string" ? quoted(value) : JSON.stringify(value)}: ${detail}`,
		place
	};
}
/** An invalid value that the server prints as null: the internal form of what could not be converted. */
function invalidNull(field, place, detail) {
	return {
		field,
		body: `Invalid value: null: ${detail}`,
		place
	};
}
function unsupported(field, place, value, supported) {
	return {
		field,
		body: `Unsupported value: ${quoted(value)}: supported values: ${supported.map(quoted).join(", ")}`,
		place
	};
}
function forbidden(field, place, detail) {
	return {
		field,
		body: `Forbidden: ${detail}`,
		place
	};
}
function duplicate(field, place, value) {
	return {
		field,
		body: `Duplicate value: ${quoted(value)}`,
		place
	};
}
/** Go's `%q`, for the characters that occur in practice; what it escapes otherwise is still unambiguous. */
function quoted(value) {
	return JSON.stringify(value).replaceAll(/\\u00([01][0-9a-f])/g, "\\x$1");
}
//#endregion
//#region packages/parser/src/objects/conformity.ts
const conforming = {
	error: void 0,
	unknownFields: []
};
/**
* Compares a value with a Go type as sigs.k8s.io/json does: names are case-sensitive, null is the zero value, nothing
* is converted, and the first wrong type refuses everything. "First" is in the order of sorted keys, because YAML
* reaches the decoder as JSON that Go marshalled from a map.
*/
function compareWithType(tree, node, type) {
	const walk = {
		tree,
		path: [],
		errors: [],
		unknown: []
	};
	compareStruct(walk, node, type);
	if (walk.errors.length === 0 && walk.unknown.length === 0) return conforming;
	walk.errors.sort(byPath);
	walk.unknown.sort(byPath);
	return {
		error: walk.errors[0],
		unknownFields: walk.unknown
	};
}
function compare(walk, node, type, owner) {
	const kind = walk.tree.kind(node);
	if (kind === "null") return;
	switch (type.shape) {
		case "anything": return;
		case "string":
			if (kind !== "string") refuseKind(walk, node, kind, type, owner);
			return;
		case "slice":
			if (kind === "sequence") compareItems(walk, node, type.item, owner);
			else refuseKind(walk, node, kind, type, owner);
			return;
		case "map":
			if (kind === "mapping") compareValues(walk, node, type.value, owner);
			else refuseKind(walk, node, kind, type, owner);
			return;
		case "struct":
			if (kind === "mapping") compareStruct(walk, node, type);
			else refuseKind(walk, node, kind, type, owner);
			return;
		case "bool":
			if (kind !== "boolean") refuseKind(walk, node, kind, type, owner);
			return;
		case "int32":
		case "int64":
		case "bytes":
		case "time": compareWritten(walk, node, kind, type, owner);
	}
}
function compareItems(walk, list, type, owner) {
	const { tree, path } = walk;
	let index = 0;
	for (let item = tree.first(list); item !== 0; item = tree.next(item)) {
		path.push(-1 - index++);
		compare(walk, item, type, owner);
		path.pop();
	}
}
function compareValues(walk, map, type, owner) {
	const { tree } = walk;
	for (let entry = tree.first(map); entry !== 0; entry = tree.next(entry)) compare(walk, entry, type, owner);
}
function compareStruct(walk, node, type) {
	const { tree, path } = walk;
	for (let entry = tree.first(node); entry !== 0; entry = tree.next(entry)) {
		const field = fieldOf(tree, entry, type.fields);
		path.push(entry);
		if (field !== void 0) compare(walk, entry, field, type);
		else if (type.complete) {
			const written = writtenPath(walk);
			const at = {
				start: tree.keyStart(entry),
				end: tree.keyEnd(entry)
			};
			walk.unknown.push({
				text: fieldPath(written),
				...at,
				path: written
			});
		}
		path.pop();
	}
}
function fieldOf(tree, entry, fields) {
	for (let i = 0; i < fields.length; i++) {
		const field = fields[i];
		if (field !== void 0 && tree.keyIs(entry, field.name)) return field.type;
	}
}
/** Compares a scalar whose kind alone does not decide. */
function compareWritten(walk, node, kind, type, owner) {
	const isNumber = kind === "integer" || kind === "float";
	if (!(type.shape === "bytes" || type.shape === "time" ? kind === "string" : isNumber)) {
		refuseKind(walk, node, kind, type, owner);
		return;
	}
	const written = walk.tree.scalar(node);
	switch (type.shape) {
		case "int32":
		case "int64":
			if (!isInteger(written, type.shape)) refuse$1(walk, node, cannotUnmarshal(walk, `number ${written}`, type, owner));
			return;
		case "bytes": {
			const at = corruptBase64At(written);
			if (at !== void 0) refuse$1(walk, node, `illegal base64 data at input byte ${at}`);
			return;
		}
		case "time": {
			const form = "2006-01-02T15:04:05Z07:00";
			if (!rfc3339.test(written)) refuse$1(walk, node, `parsing time ${quoted(written)} as ${quoted(form)}: cannot parse`);
			return;
		}
		case "string":
		case "bool": return;
	}
}
function refuseKind(walk, node, kind, type, owner) {
	const word = goWord(kind);
	const ofTime = `json: cannot unmarshal ${word} into Go value of type string`;
	refuse$1(walk, node, type.shape === "time" ? ofTime : cannotUnmarshal(walk, word, type, owner));
}
function refuse$1(walk, node, text) {
	const { tree } = walk;
	walk.errors.push({
		text,
		start: tree.start(node),
		end: tree.end(node),
		path: writtenPath(walk)
	});
}
/** Field names and list indexes from the root. */
function writtenPath({ tree, path }) {
	return path.map((part) => part < 0 ? -1 - part : tree.key(part));
}
const rfc3339 = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d([.,]\d+)?(Z|[+-]\d\d:\d\d)$/;
/** Whether a number, as Go's JSON spells it, is one for strconv.ParseInt. */
function isInteger(number, size) {
	const limit = 1n << (size === "int32" ? 31n : 63n);
	return /^-?\d{1,19}$/.test(number) && BigInt(number) < limit && BigInt(number) >= -limit;
}
function cannotUnmarshal(walk, value, type, owner) {
	return `json: cannot unmarshal ${value} into Go struct field ${goField(walk, owner)} of type ${type.name}`;
}
/** `PolicyRule.rules.verbs`: the innermost struct, then the fields from the root (encoding/json `addErrorContext`). */
function goField(walk, owner) {
	return [owner.shortName, ...writtenPath(walk).filter((part) => typeof part === "string")].join(".");
}
/** A kind of JSON value as encoding/json names it in its errors. */
function goWord(kind) {
	switch (kind) {
		case "mapping": return "object";
		case "sequence": return "array";
		case "integer":
		case "float": return "number";
		case "boolean": return "bool";
		case "string":
		case "null": return kind;
	}
}
/** `rules[0].verbs`, as strict decoding and validation write paths. */
function fieldPath(path) {
	let text = "";
	for (const part of path) text += typeof part === "number" ? `[${part}]` : text === "" ? part : `.${part}`;
	return text;
}
function byPath(a, b) {
	for (let i = 0; i < a.path.length && i < b.path.length; i++) {
		const left = a.path[i] ?? "";
		const right = b.path[i] ?? "";
		if (left !== right) return left < right ? -1 : 1;
	}
	return a.path.length - b.path.length || a.start - b.start;
}
const base64Character = /[A-Za-z0-9+/]/;
const wholeBase64 = /^(?:[A-Za-z0-9+/]{4})*(?:[A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?$/;
/** Where Go's `base64.StdEncoding` stops: the offset in its CorruptInputError; undefined where the text is sound. */
function corruptBase64At(text) {
	if (wholeBase64.test(text)) return void 0;
	let inQuantum = 0;
	for (let i = 0; i < text.length; i++) {
		const character = text[i] ?? "";
		if (character === "\n" || character === "\r") continue;
		if (base64Character.test(character)) inQuantum = (inQuantum + 1) % 4;
		else return character === "=" && inQuantum >= 2 ? afterPadding(text, i, inQuantum) : utf8Length$1(text.slice(0, i));
	}
	return inQuantum === 0 ? void 0 : utf8Length$1(text) - inQuantum;
}
function afterPadding(text, at, inQuantum) {
	let rest = skipBreaks(text, at + 1);
	if (inQuantum === 2) {
		if (rest >= text.length) return utf8Length$1(text);
		if (text[rest] !== "=") return rest - 1;
		rest = skipBreaks(text, rest + 1);
	}
	return rest < text.length ? rest : void 0;
}
function skipBreaks(text, from) {
	let at = from;
	while (text[at] === "\n" || text[at] === "\r") at++;
	return at;
}
function utf8Length$1(text) {
	return Buffer.byteLength(text);
}
//#endregion
//#region packages/parser/src/objects/names.ts
const none$1 = [];
/** Whether a text takes more bytes than so many; a unit takes three at most. */
function isLonger(text, bytes) {
	return text.length * 3 > bytes && Buffer.byteLength(text) > bytes;
}
/** apimachinery pkg/api/validation/path/name.go: IsValidPathSegmentName. RBAC objects may be called anything else. */
function pathSegmentProblems(name) {
	if (name === "." || name === "..") return [`may not be '${name}'`];
	if (!name.includes("/") && !name.includes("%")) return none$1;
	return ["/", "%"].filter((illegal) => name.includes(illegal)).map((illegal) => `may not contain '${illegal}'`);
}
const label = "[a-z0-9]([-a-z0-9]*[a-z0-9])?";
const labelForm = new RegExp(`^${label}$`);
const subdomainForm = new RegExp(`^${label}(\\.${label})*$`);
/** apimachinery pkg/util/validation/validation.go: IsDNS1123Subdomain. */
function subdomainProblems(name) {
	const isLong = isLonger(name, 253);
	const isFormed = subdomainForm.test(name);
	if (isFormed && !isLong) return none$1;
	const problems = [];
	if (isLong) problems.push("must be no more than 253 characters");
	if (!isFormed) problems.push("a lowercase RFC 1123 subdomain must consist of lower case alphanumeric characters, '-' or '.', and must start and end with an alphanumeric character (e.g. 'example.com', regex used for validation is '[a-z0-9]([-a-z0-9]*[a-z0-9])?(\\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*')");
	return problems;
}
/** apimachinery pkg/util/validation/validation.go: IsDNS1123Label, the form of namespaces. */
function labelNameProblems(name) {
	const isLong = isLonger(name, 63);
	const isFormed = labelForm.test(name);
	if (isFormed && !isLong) return none$1;
	const problems = [];
	if (isLong) problems.push("must be no more than 63 characters");
	if (!isFormed) problems.push(subdomainForm.test(name) ? "must not contain dots" : "a lowercase RFC 1123 label must consist of lower case alphanumeric characters or '-', and must start and end with an alphanumeric character (e.g. 'my-name',  or '123-abc', regex used for validation is '[a-z0-9]([-a-z0-9]*[a-z0-9])?')");
	return problems;
}
const qualifiedName = /^([A-Za-z0-9][-A-Za-z0-9_.]*)?[A-Za-z0-9]$/;
const qualifiedNameRule = "must consist of alphanumeric characters, '-', '_' or '.', and must start and end with an alphanumeric character (e.g. 'MyName',  or 'my.name',  or '123-abc', regex used for validation is '([A-Za-z0-9][-A-Za-z0-9_.]*)?[A-Za-z0-9]')";
/** Label keys that are surely within all bounds. */
const everydayKey = /^(?:[a-z0-9](?:[-a-z0-9]{0,40}[a-z0-9])?(?:\.[a-z0-9](?:[-a-z0-9]{0,40}[a-z0-9])?){0,4}\/)?[A-Za-z0-9](?:[-A-Za-z0-9_.]{0,61}[A-Za-z0-9])?$/;
/** Keys of labels and annotations, finalizers (apimachinery pkg/api/validate/content: IsLabelKey). */
function labelKeyProblems(key) {
	if (everydayKey.test(key)) return none$1;
	const parts = key.split("/");
	const problems = [];
	const name = parts[parts.length - 1] ?? "";
	if (parts.length > 2) return [`a valid label key ${qualifiedNameRule} with an optional DNS subdomain prefix and '/' (e.g. 'example.com/MyName')`];
	if (parts.length === 2) {
		const prefix = parts[0] ?? "";
		if (prefix === "") problems.push("prefix part must be non-empty");
		else problems.push(...subdomainProblems(prefix).map((problem) => `prefix part ${problem}`));
	}
	if (name === "") problems.push("name part must be non-empty");
	else if (Buffer.byteLength(name) > 63) problems.push("name part must be no more than 63 bytes");
	if (!qualifiedName.test(name)) problems.push(`name part ${qualifiedNameRule}`);
	return problems;
}
/** apimachinery pkg/api/validate/content: IsLabelValue. */
function labelValueProblems(value) {
	const isLong = isLonger(value, 63);
	const isFormed = value === "" || qualifiedName.test(value);
	if (isFormed && !isLong) return none$1;
	const problems = [];
	if (isLong) problems.push("must be no more than 63 bytes");
	if (!isFormed) problems.push("a valid label must be an empty string or consist of alphanumeric characters, '-', '_' or '.', and must start and end with an alphanumeric character (e.g. 'MyValue',  or 'my_value',  or '12345', regex used for validation is '(([A-Za-z0-9][-A-Za-z0-9_.]*)?[A-Za-z0-9])?')");
	return problems;
}
/** apimachinery pkg/api/validation/objectmeta.go: ValidateFinalizerName, with core's list of standard names. */
function finalizerProblems(name) {
	const problems = labelKeyProblems(name);
	if (problems.length > 0 || name.includes("/")) return problems;
	return [
		"kubernetes",
		"orphan",
		"foregroundDeletion"
	].includes(name) ? [] : ["name is neither a standard finalizer name nor is it fully qualified"];
}
/** A `generateName` may end in a dash, for a name will follow (maskTrailingDash). */
function asPrefix(check) {
	return (prefix) => check(/.-$/.test(prefix) ? `${prefix.slice(0, -2)}a` : prefix);
}
//#endregion
//#region packages/parser/src/objects/metadata.ts
/** Finds the fields in one pass: every object has metadata. */
function metadataFields(view, root) {
	const { tree } = view;
	const metadata = field(view, root, "metadata");
	const found = {
		metadata,
		name: 0,
		generateName: 0,
		namespace: 0,
		labels: 0,
		annotations: 0,
		ownerReferences: 0,
		finalizers: 0
	};
	for (let entry = firstItem(view, metadata); entry !== 0; entry = tree.next(entry)) {
		if (tree.kind(entry) === "null") continue;
		switch (tree.key(entry)) {
			case "name":
				found.name = entry;
				break;
			case "namespace":
				found.namespace = entry;
				break;
			case "labels":
				found.labels = entry;
				break;
			case "annotations":
				found.annotations = entry;
				break;
			case "generateName":
				found.generateName = entry;
				break;
			case "ownerReferences":
				found.ownerReferences = entry;
				break;
			case "finalizers":
				found.finalizers = entry;
				break;
		}
	}
	return found;
}
function decodeMetadata(view, root, fields, scope) {
	const name = writtenText(view, fields.name);
	const prefix = fields.generateName;
	return {
		name: name ?? (prefix === 0 ? {
			value: "",
			origin: origin(view, root)
		} : locatedText(view, prefix)),
		generated: name === void 0 && prefix !== 0,
		namespace: scope === "cluster" ? void 0 : writtenText(view, fields.namespace),
		labels: textMap(view, fields.labels),
		annotations: textMap(view, fields.annotations)
	};
}
/**
* What apimachinery pkg/api/validation/objectmeta.go: ValidateObjectMeta refuses. A namespace that is missing is no
* error here (whoever applies the object names one), nor is one on a cluster-scoped object (the server clears it).
*/
function metadataErrors(view, fields, scope, nameProblems, objectPlace) {
	const errors = [];
	if (fields.generateName !== 0) prefixErrors(view, fields, nameProblems, errors);
	const name = text(view, fields.name);
	if (name !== "") refuseValue(view, fields.name, "metadata.name", name, nameProblems(name), errors);
	else if (text(view, fields.generateName) === "") {
		const at = fields.name === 0 ? fields.metadata : fields.name;
		errors.push(required("metadata.name", at === 0 ? objectPlace : place(view, at), "name or generateName is required"));
	}
	const namespace = text(view, fields.namespace);
	if (scope === "namespaced" && namespace !== "") refuseValue(view, fields.namespace, "metadata.namespace", namespace, labelNameProblems(namespace), errors);
	if (fields.labels !== 0) mapErrors(view, fields.labels, "metadata.labels", errors);
	if (fields.annotations !== 0) annotationErrors(view, fields.annotations, errors);
	if (fields.ownerReferences !== 0) ownerErrors(view, fields.ownerReferences, errors);
	if (fields.finalizers !== 0) finalizerErrors(view, fields.finalizers, errors);
	return errors;
}
function refuseValue(view, node, path, value, problems, errors) {
	if (problems.length === 0) return;
	for (const problem of problems) errors.push(invalid$1(path, place(view, node), value, problem));
}
/** What the server makes of a prefix must be a name as well (apiserver pkg/storage/names/generate.go). */
function prefixErrors(view, fields, nameProblems, errors) {
	const prefix = text(view, fields.generateName);
	if (prefix === "") return;
	const ofPrefix = asPrefix(nameProblems)(prefix);
	const ofName = text(view, fields.name) === "" ? nameProblems(`${prefix.slice(0, 58)}xxxxx`) : [];
	const problems = [...new Set([...ofPrefix, ...ofName])];
	refuseValue(view, fields.generateName, "metadata.generateName", prefix, problems, errors);
}
function finalizerErrors(view, node, errors) {
	let index = 0;
	for (const item of itemsOf(view, node)) {
		const name = text(view, item);
		refuseValue(view, item, `metadata.finalizers[${index++}]`, name, finalizerProblems(name), errors);
	}
}
/** Labels, and the `matchLabels` of a selector (metav1/validation: ValidateLabels). */
function mapErrors(view, node, path, errors) {
	const { tree } = view;
	for (let entry = firstItem(view, node); entry !== 0; entry = tree.next(entry)) {
		const key = tree.key(entry);
		const ofKey = labelKeyProblems(key);
		if (ofKey.length > 0) for (const problem of ofKey) errors.push(invalid$1(path, keyPlace(view, entry), key, problem));
		const value = text(view, entry);
		refuseValue(view, entry, path, value, labelValueProblems(value), errors);
	}
}
/** All annotations together, keys and values (apimachinery pkg/api/validation: TotalAnnotationSizeLimitB). */
const annotationBytes = 256 * 1024;
function annotationErrors(view, node, errors) {
	let total = 0;
	for (const entry of itemsOf(view, node)) {
		const key = view.tree.key(entry);
		for (const problem of labelKeyProblems(key.toLowerCase())) errors.push(invalid$1("metadata.annotations", keyPlace(view, entry), key, problem));
		total += Buffer.byteLength(key) + Buffer.byteLength(text(view, entry));
	}
	if (total > annotationBytes) {
		const body = `Too long: may not be more than ${annotationBytes} bytes`;
		errors.push({
			field: "metadata.annotations",
			body,
			place: place(view, node)
		});
	}
}
function ownerErrors(view, node, errors) {
	let index = 0;
	for (const owner of itemsOf(view, node)) {
		const path = `metadata.ownerReferences[${index++}]`;
		const apiVersion = text(view, field(view, owner, "apiVersion"));
		if (apiVersion === "" || apiVersion.endsWith("/")) errors.push(invalid$1(`${path}.apiVersion`, place(view, owner), apiVersion, "version must not be empty"));
		for (const name of [
			"kind",
			"name",
			"uid"
		]) if (text(view, field(view, owner, name)) === "") errors.push(required(`${path}.${name}`, place(view, owner), "must not be empty"));
		if (apiVersion === "v1" && text(view, field(view, owner, "kind")) === "Event") errors.push(forbidden(path, place(view, owner), "/v1, Kind=Event is disallowed from being an owner"));
	}
}
//#endregion
//#region packages/parser/src/objects/decode-object.ts
/** Decodes and validates an object as a server does that is not asked for strict field validation. */
function decodeObject(view, root, kind, at = origin(view, root)) {
	const { error, unknownFields } = compareWithType(view.tree, root, kind.type);
	if (error !== void 0) return {
		outcome: "undecodable",
		error,
		unknownFields
	};
	const objectPlace = placeOfObject(view, root);
	const fields = metadataFields(view, root);
	const ofMetadata = metadataErrors(view, fields, kind.scope, kind.nameProblems, objectPlace);
	const ofKind = kind.errors(view, root, objectPlace);
	if (ofMetadata.length > 0 || ofKind.length > 0) {
		const errors = [...ofMetadata, ...ofKind];
		return {
			outcome: "invalid",
			name: text(view, fields.name),
			errors,
			unknownFields
		};
	}
	const basis = {
		apiVersion: kind.apiVersion,
		meta: decodeMetadata(view, root, fields, kind.scope),
		origin: at
	};
	return {
		outcome: "object",
		object: kind.decode(view, root, basis),
		unknownFields
	};
}
/** Where an object is pointed at: at its kind rather than at all its lines. */
function placeOfObject(view, root) {
	const kind = field(view, root, "kind");
	if (kind !== 0) return place(view, kind);
	const first = view.tree.kind(root) === "mapping" ? view.tree.first(root) : 0;
	return first === 0 ? place(view, root) : {
		start: view.tree.keyStart(first),
		end: view.tree.keyEnd(first)
	};
}
/** The server's words for an object that can not be decoded. */
function undecodableMessage(kind, error) {
	const version = kind.apiVersion.slice(kind.apiVersion.indexOf("/") + 1);
	return `${kind.kind} in version ${quoted(version)} cannot be handled as a ${kind.kind}: ${error}`;
}
/** The server's words for fields that validation refuses. */
function invalidMessage(kind, name, errors) {
	const group = kind.apiVersion.includes("/") ? `.${kind.apiVersion.slice(0, kind.apiVersion.indexOf("/"))}` : "";
	const texts = errors.map(({ field: path, body }) => `${path}: ${body}`);
	const list = texts.length === 1 ? texts[0] ?? "" : `[${texts.join(", ")}]`;
	return `${kind.kind}${group} ${quoted(name)} is invalid: ${list}`;
}
function writtenType({ tree }, root) {
	return {
		apiVersion: stringField(tree, root, "apiVersion"),
		kind: stringField(tree, root, "kind")
	};
}
function stringField(tree, root, name) {
	const node = writtenField(tree, root, name);
	return node !== 0 && tree.kind(node) === "string" ? tree.scalar(node) : void 0;
}
//#endregion
//#region packages/parser/src/objects/access-objects.ts
function decodeRole(view, root, basis, kind) {
	const rules = itemsAs(view, field(view, root, "rules"), decodeRule);
	const aggregation = kind === "ClusterRole" ? field(view, root, "aggregationRule") : 0;
	const { apiVersion, meta, origin } = basis;
	return {
		kind,
		apiVersion,
		meta,
		origin,
		rules,
		aggregation: aggregation === 0 ? void 0 : decodeAggregation(view, aggregation)
	};
}
function decodeRule(view, rule) {
	return {
		origin: origin(view, rule),
		verbs: texts(view, field(view, rule, "verbs")),
		apiGroups: texts(view, field(view, rule, "apiGroups")),
		resources: texts(view, field(view, rule, "resources")),
		resourceNames: texts(view, field(view, rule, "resourceNames")),
		nonResourceURLs: texts(view, field(view, rule, "nonResourceURLs"))
	};
}
function decodeAggregation(view, aggregation) {
	const selectors = [];
	for (const selector of itemsOf(view, field(view, aggregation, "clusterRoleSelectors"))) {
		const matchLabels = /* @__PURE__ */ new Map();
		for (const entry of itemsOf(view, field(view, selector, "matchLabels"))) matchLabels.set(view.tree.key(entry), text(view, entry));
		const matchExpressions = [];
		for (const requirement of itemsOf(view, field(view, selector, "matchExpressions"))) {
			const decoded = decodeRequirement(view, requirement);
			if (decoded !== void 0) matchExpressions.push(decoded);
		}
		selectors.push({
			matchLabels,
			matchExpressions
		});
	}
	return {
		origin: origin(view, aggregation),
		selectors
	};
}
/** Undefined for operators that validation refuses. */
function decodeRequirement(view, requirement) {
	const key = text(view, field(view, requirement, "key"));
	const values = [];
	for (const value of itemsOf(view, field(view, requirement, "values"))) values.push(text(view, value));
	const operator = text(view, field(view, requirement, "operator"));
	switch (operator) {
		case "In":
		case "NotIn":
		case "Exists":
		case "DoesNotExist": return {
			key,
			operator,
			values
		};
		default: return;
	}
}
function decodeBinding(view, root, basis, kind) {
	const subjects = itemsAs(view, field(view, root, "subjects"), decodeSubject);
	const { apiVersion, meta, origin } = basis;
	return {
		kind,
		apiVersion,
		meta,
		origin,
		roleRef: decodeRoleRef$1(view, field(view, root, "roleRef")),
		subjects
	};
}
function decodeRoleRef$1(view, roleRef) {
	const kind = field(view, roleRef, "kind");
	const value = text(view, kind) === "Role" ? "Role" : "ClusterRole";
	return {
		origin: origin(view, roleRef),
		kind: {
			value,
			origin: origin(view, kind)
		},
		name: locatedText(view, field(view, roleRef, "name"))
	};
}
/** A subject of a kind that validation has let through. */
function decodeSubject(view, subject) {
	const kind = text(view, field(view, subject, "kind"));
	const at = origin(view, subject);
	const name = locatedText(view, field(view, subject, "name"));
	if (kind !== "ServiceAccount") return {
		kind: kind === "Group" ? "Group" : "User",
		origin: at,
		name
	};
	return {
		kind,
		origin: at,
		name,
		namespace: writtenText(view, field(view, subject, "namespace"))
	};
}
//#endregion
//#region packages/parser/src/objects/access-validation.ts
const accessGroup$1 = "rbac.authorization.k8s.io";
/**
* What pkg/apis/rbac/validation/validation.go of Kubernetes refuses in roles, in the server's order: since 1.37 the
* plain "is required" errors come from declarative validation and stand after all others.
*/
function roleErrors(view, root, kind) {
	const errors = [];
	const declarative = [];
	let index = 0;
	for (let rule = firstItem(view, field(view, root, "rules")); rule !== 0; rule = view.tree.next(rule)) ruleErrors(view, rule, `rules[${index++}]`, kind, errors, declarative);
	if (kind === "ClusterRole") aggregationErrors(view, field(view, root, "aggregationRule"), errors);
	return declarative.length === 0 ? errors : [...errors, ...declarative];
}
function ruleErrors(view, rule, path, kind, errors, declarative) {
	const verbs = field(view, rule, "verbs");
	const apiGroups = field(view, rule, "apiGroups");
	const resources = field(view, rule, "resources");
	const urls = field(view, rule, "nonResourceURLs");
	const here = place(view, rule);
	const at = (node) => node === 0 ? here : place(view, node);
	if (isEmptyList(view, verbs)) declarative.push(required(`${path}.verbs`, at(verbs)));
	if (!isEmptyList(view, urls)) {
		const written = [...itemsOf(view, urls)].map((url) => text(view, url));
		const refuse = (detail) => {
			errors.push(invalid$1(`${path}.nonResourceURLs`, at(urls), written, detail));
		};
		if (kind === "Role") refuse("namespaced rules cannot apply to non-resource URLs");
		if ([
			apiGroups,
			resources,
			field(view, rule, "resourceNames")
		].some((list) => !isEmptyList(view, list))) refuse("rules cannot apply to both regular resources and non-resource URLs");
		return;
	}
	if (isEmptyList(view, apiGroups)) errors.push(required(`${path}.apiGroups`, at(apiGroups), "resource rules must supply at least one api group"));
	if (isEmptyList(view, resources)) errors.push(required(`${path}.resources`, at(resources), "resource rules must supply at least one resource"));
}
function aggregationErrors(view, aggregation, errors) {
	if (aggregation === 0) return;
	const path = "aggregationRule.clusterRoleSelectors";
	const selectors = field(view, aggregation, "clusterRoleSelectors");
	if (isEmptyList(view, selectors)) errors.push(required(path, place(view, selectors === 0 ? aggregation : selectors), "at least one clusterRoleSelector required if aggregationRule is non-nil"));
	let index = 0;
	for (const selector of itemsOf(view, selectors)) selectorErrors(view, selector, `${path}[${index++}]`, errors);
}
/** metav1/validation: ValidateLabelSelector; what it refuses can not be converted either, so the server says it twice. */
function selectorErrors(view, selector, path, errors) {
	const before = errors.length;
	mapErrors(view, field(view, selector, "matchLabels"), `${path}.matchLabels`, errors);
	let index = 0;
	for (const requirement of itemsOf(view, field(view, selector, "matchExpressions"))) requirementErrors(view, requirement, `${path}.matchExpressions[${index++}]`, errors);
	if (errors.length > before) errors.push(invalidNull(path, place(view, selector), "invalid label selector."));
}
function requirementErrors(view, requirement, path, errors) {
	const here = place(view, requirement);
	const keyNode = field(view, requirement, "key");
	const operatorNode = field(view, requirement, "operator");
	const values = field(view, requirement, "values");
	const at = (node) => node === 0 ? here : place(view, node);
	const operator = text(view, operatorNode);
	switch (operator) {
		case "In":
		case "NotIn":
			if (isEmptyList(view, values)) errors.push(required(`${path}.values`, at(values), "must be specified when `operator` is 'In' or 'NotIn'"));
			break;
		case "Exists":
		case "DoesNotExist":
			if (!isEmptyList(view, values)) errors.push(forbidden(`${path}.values`, at(values), "may not be specified when `operator` is 'Exists' or 'DoesNotExist'"));
			break;
		default: errors.push(invalid$1(`${path}.operator`, at(operatorNode), operator, "not a valid selector operator"));
	}
	const key = text(view, keyNode);
	for (const problem of labelKeyProblems(key)) errors.push(invalid$1(`${path}.key`, at(keyNode), key, problem));
	let index = 0;
	for (const value of itemsOf(view, values)) {
		for (const problem of labelValueProblems(text(view, value))) errors.push(invalid$1(`${path}.values[${index}]`, place(view, value), text(view, value), problem));
		index++;
	}
}
/** What pkg/apis/rbac/validation/validation.go refuses in bindings; order as in `roleErrors`. */
function bindingErrors(view, root, kind, objectPlace) {
	const errors = [];
	const declarative = [];
	const roleRef = field(view, root, "roleRef");
	const here = roleRef === 0 ? objectPlace : place(view, roleRef);
	const at = (node) => node === 0 ? here : place(view, node);
	const groupNode = field(view, roleRef, "apiGroup");
	const group = text(view, groupNode);
	if (group !== "" && group !== accessGroup$1) errors.push(unsupported("roleRef.apiGroup", at(groupNode), group, [accessGroup$1]));
	const kindNode = field(view, roleRef, "kind");
	const kinds = kind === "RoleBinding" ? ["Role", "ClusterRole"] : ["ClusterRole"];
	if (!kinds.includes(text(view, kindNode))) errors.push(unsupported("roleRef.kind", at(kindNode), text(view, kindNode), kinds));
	const nameNode = field(view, roleRef, "name");
	const name = text(view, nameNode);
	if (name === "") declarative.push(required("roleRef.name", at(nameNode)));
	for (const problem of pathSegmentProblems(name)) errors.push(invalid$1("roleRef.name", at(nameNode), name, problem));
	let index = 0;
	for (let item = firstItem(view, field(view, root, "subjects")); item !== 0; item = view.tree.next(item)) subjectErrors(view, item, `subjects[${index++}]`, kind, errors, declarative);
	return declarative.length === 0 ? errors : [...errors, ...declarative];
}
function subjectErrors(view, subject, path, bindingKind, errors, declarative) {
	const here = place(view, subject);
	const at = (node) => node === 0 ? here : place(view, node);
	const kindNode = field(view, subject, "kind");
	const nameNode = field(view, subject, "name");
	const groupNode = field(view, subject, "apiGroup");
	const namespaceNode = field(view, subject, "namespace");
	const kind = text(view, kindNode);
	const name = text(view, nameNode);
	const group = text(view, groupNode);
	if (name === "") declarative.push(required(`${path}.name`, at(nameNode)));
	switch (kind) {
		case "ServiceAccount":
			if (name !== "") for (const problem of subdomainProblems(name)) errors.push(invalid$1(`${path}.name`, at(nameNode), name, problem));
			if (group !== "") errors.push(unsupported(`${path}.apiGroup`, at(groupNode), group, [""]));
			if (bindingKind === "ClusterRoleBinding" && text(view, namespaceNode) === "") errors.push(required(`${path}.namespace`, at(namespaceNode)));
			break;
		case "User":
		case "Group":
			if (group !== "" && group !== accessGroup$1) errors.push(unsupported(`${path}.apiGroup`, at(groupNode), group, [accessGroup$1]));
			break;
		default: errors.push(unsupported(`${path}.kind`, at(kindNode), kind, [
			"ServiceAccount",
			"User",
			"Group"
		]));
	}
}
function isEmptyList({ tree }, node) {
	return node === 0 || tree.first(node) === 0;
}
//#endregion
//#region packages/parser/src/objects/core-objects.ts
function decodeServiceAccount(view, root, basis) {
	const secrets = [];
	for (const reference of itemsOf(view, field(view, root, "secrets"))) {
		const name = writtenText(view, field(view, reference, "name"));
		if (name !== void 0) secrets.push(name);
	}
	const automountServiceAccountToken = flag(view, field(view, root, "automountServiceAccountToken"));
	const { apiVersion, meta, origin } = basis;
	return {
		kind: "ServiceAccount",
		apiVersion,
		meta,
		origin,
		secrets,
		automountServiceAccountToken
	};
}
function decodeNamespace(_view, _root, basis) {
	return {
		kind: "Namespace",
		...basis
	};
}
/** A namespace gets its name as a label (core/v1 SetDefaults_Namespace), so the name must be a label value as well. */
function namespaceErrors(view, root) {
	const name = fieldAt(view, root, "metadata", "name");
	return labelValueProblems(text(view, name)).flatMap((problem) => problem.startsWith("must be no more") ? [invalid$1("metadata.labels", place(view, name), text(view, name), problem)] : []);
}
const tokenType = "kubernetes.io/service-account-token";
/** The type, the names of the keys, and whom a token stands for. No value leaves this function. */
function decodeSecret(view, root, basis) {
	const type = writtenText(view, field(view, root, "type")) ?? {
		value: "Opaque",
		origin: basis.origin
	};
	const keys = [];
	for (const values of ["data", "stringData"]) for (const entry of itemsOf(view, field(view, root, values))) {
		const at = keyPlace(view, entry);
		keys.push({
			value: view.tree.key(entry),
			origin: textOrigin(view.source, at.start, at.end)
		});
	}
	const { apiVersion, meta, origin } = basis;
	return {
		kind: "Secret",
		apiVersion,
		meta,
		origin,
		type,
		keys,
		tokenClaims: legacyTokenClaims(view, root)
	};
}
/** pkg/apis/core/validation: ValidateSecret, for the one type that access depends on. */
function secretErrors(view, root, objectPlace) {
	const type = field(view, root, "type");
	if (text(view, type) !== tokenType) return [];
	if (text(view, fieldAt(view, root, "metadata", "annotations", "kubernetes.io/service-account.name")) !== "") return [];
	return [required("metadata.annotations[kubernetes.io/service-account.name]", type === 0 ? objectPlace : place(view, type))];
}
function legacyTokenClaims(view, root) {
	const plain = fieldAt(view, root, "stringData", "token");
	const encoded = fieldAt(view, root, "data", "token");
	const entry = plain === 0 ? encoded : plain;
	if (entry === 0) return void 0;
	const written = text(view, entry);
	const claims = readLegacyTokenClaims(plain === 0 ? Buffer.from(written, "base64").toString("utf8") : written);
	if (claims === void 0) return void 0;
	const at = keyPlace(view, entry);
	return {
		origin: textOrigin(view.source, at.start, at.end),
		...claims
	};
}
function decodeCertificateSigningRequest(view, root, basis) {
	const signerName = writtenText(view, fieldAt(view, root, "spec", "signerName"));
	return {
		kind: "CertificateSigningRequest",
		...basis,
		signerName
	};
}
/** OpenShift's Group. */
function decodeUserGroup(view, root, basis) {
	return {
		kind: "Group",
		...basis,
		users: texts(view, field(view, root, "users"))
	};
}
//#endregion
//#region packages/parser/src/objects/node-objects.ts
/** A PersistentVolume with the Secrets that a kubelet may see (pkg/api/v1/persistentvolume/util.go: VisitPVSecretNames). */
function decodePersistentVolume(view, root, basis) {
	const spec = field(view, root, "spec");
	const claimRef = field(view, spec, "claimRef");
	if (claimRef === 0) return {
		kind: "PersistentVolume",
		...basis,
		claim: void 0,
		secrets: []
	};
	const namespace = text(view, field(view, claimRef, "namespace"));
	const claim = {
		namespace,
		name: locatedText(view, field(view, claimRef, "name"))
	};
	return {
		kind: "PersistentVolume",
		...basis,
		claim,
		secrets: secretsOf(view, spec, namespace)
	};
}
/** Volume types whose Secret is in the claim's namespace where they do not say another. */
const inClaimNamespace = [
	"cephfs",
	"flexVolume",
	"rbd",
	"scaleIO",
	"iscsi"
];
/** Where those say it that always do. */
const withOwnNamespace = [
	["cinder", "secretRef"],
	["storageos", "secretRef"],
	["csi", "nodePublishSecretRef"],
	["csi", "nodeStageSecretRef"]
];
function secretsOf(view, spec, claimNamespace) {
	const secrets = [];
	const add = (name, namespace) => {
		const written = writtenText(view, name);
		if (written !== void 0) secrets.push({
			namespace,
			name: written
		});
	};
	const azureFile = field(view, spec, "azureFile");
	add(field(view, azureFile, "secretName"), text(view, field(view, azureFile, "secretNamespace")) || claimNamespace);
	for (const type of inClaimNamespace) {
		const reference = fieldAt(view, spec, type, "secretRef");
		add(field(view, reference, "name"), text(view, field(view, reference, "namespace")) || claimNamespace);
	}
	for (const path of withOwnNamespace) {
		const reference = fieldAt(view, spec, ...path);
		add(field(view, reference, "name"), text(view, field(view, reference, "namespace")));
	}
	return secrets;
}
function decodeVolumeAttachment(view, root, basis) {
	return {
		kind: "VolumeAttachment",
		...basis,
		nodeName: nodeNameOf(view, root)
	};
}
function decodeResourceSlice(view, root, basis) {
	const nodeName = basis.apiVersion === "resource.k8s.io/v1alpha2" ? writtenText(view, field(view, root, "nodeName")) : nodeNameOf(view, root);
	return {
		kind: "ResourceSlice",
		...basis,
		nodeName
	};
}
function decodePodCertificateRequest(view, root, basis) {
	return {
		kind: "PodCertificateRequest",
		...basis,
		nodeName: nodeNameOf(view, root)
	};
}
function nodeNameOf(view, root) {
	return writtenText(view, fieldAt(view, root, "spec", "nodeName"));
}
//#endregion
//#region packages/parser/src/objects/go-types.ts
const string = {
	shape: "string",
	name: "string"
};
const bool = {
	shape: "bool",
	name: "bool"
};
const int32 = {
	shape: "int32",
	name: "int32"
};
const int64 = {
	shape: "int64",
	name: "int64"
};
/** base64 in JSON. */
const bytes = {
	shape: "bytes",
	name: "[]uint8"
};
/** `metav1.Time`: RFC 3339. */
const time = {
	shape: "time",
	name: "string"
};
const anything = {
	shape: "anything",
	name: "interface {}"
};
/** A string type of its own, such as `types.UID`. */
function namedString(name) {
	return {
		shape: "string",
		name
	};
}
function slice(item) {
	return {
		shape: "slice",
		name: `[]${item.name}`,
		item
	};
}
function mapOf(value) {
	return {
		shape: "map",
		name: `map[string]${value.name}`,
		value
	};
}
/** A struct whose fields are all listed. */
function struct(name, fields) {
	const list = Object.entries(fields).map(([field, type]) => ({
		name: field,
		type
	}));
	return {
		shape: "struct",
		name,
		shortName: shortName(name),
		fields: list,
		complete: true
	};
}
/** A struct of which only the fields listed matter here; the others are neither checked nor unknown. */
function partialStruct(name, fields) {
	return {
		...struct(name, fields),
		complete: false
	};
}
function shortName(name) {
	return name.slice(name.lastIndexOf(".") + 1);
}
//#endregion
//#region packages/parser/src/objects/object-types.ts
const ownerReference = struct("v1.OwnerReference", {
	apiVersion: string,
	kind: string,
	name: string,
	uid: namedString("types.UID"),
	controller: bool,
	blockOwnerDeletion: bool
});
const managedFieldsEntry = struct("v1.ManagedFieldsEntry", {
	manager: string,
	operation: namedString("v1.ManagedFieldsOperationType"),
	apiVersion: string,
	time,
	fieldsType: string,
	fieldsV1: anything,
	subresource: string
});
/** apimachinery pkg/apis/meta/v1/types.go: ObjectMeta. */
const objectMeta = struct("v1.ObjectMeta", {
	name: string,
	generateName: string,
	namespace: string,
	selfLink: string,
	uid: namedString("types.UID"),
	resourceVersion: string,
	generation: int64,
	creationTimestamp: time,
	deletionTimestamp: time,
	deletionGracePeriodSeconds: int64,
	labels: mapOf(string),
	annotations: mapOf(string),
	ownerReferences: slice(ownerReference),
	finalizers: slice(string),
	managedFields: slice(managedFieldsEntry)
});
/** What every object has. */
const objectFields = {
	apiVersion: string,
	kind: string,
	metadata: objectMeta
};
const labelSelector = struct("v1.LabelSelector", {
	matchLabels: mapOf(string),
	matchExpressions: slice(struct("v1.LabelSelectorRequirement", {
		key: string,
		operator: namedString("v1.LabelSelectorOperator"),
		values: slice(string)
	}))
});
const policyRuleFields = {
	verbs: slice(string),
	apiGroups: slice(string),
	resources: slice(string),
	resourceNames: slice(string),
	nonResourceURLs: slice(string)
};
const policyRules = slice(struct("v1.PolicyRule", policyRuleFields));
const aggregationRule = struct("v1.AggregationRule", { clusterRoleSelectors: slice(labelSelector) });
const bindingFields = {
	subjects: slice(struct("v1.Subject", {
		kind: string,
		apiGroup: string,
		name: string,
		namespace: string
	})),
	roleRef: struct("v1.RoleRef", {
		apiGroup: string,
		kind: string,
		name: string
	})
};
/** k8s.io/api/rbac/v1/types.go. */
const role = struct("v1.Role", {
	...objectFields,
	rules: policyRules
});
const clusterRole = struct("v1.ClusterRole", {
	...objectFields,
	rules: policyRules,
	aggregationRule
});
const roleBinding = struct("v1.RoleBinding", {
	...objectFields,
	...bindingFields
});
const clusterRoleBinding = struct("v1.ClusterRoleBinding", {
	...objectFields,
	...bindingFields
});
const objectReference = struct("v1.ObjectReference", {
	kind: string,
	namespace: string,
	name: string,
	uid: namedString("types.UID"),
	apiVersion: string,
	resourceVersion: string,
	fieldPath: string
});
/** github.com/openshift/api authorization/v1/types.go. */
const openshiftRules = slice(struct("v1.PolicyRule", {
	...policyRuleFields,
	attributeRestrictions: anything
}));
const openshiftBindingFields = {
	userNames: slice(string),
	groupNames: slice(string),
	subjects: slice(objectReference),
	roleRef: objectReference
};
const openshiftRole = struct("v1.Role", {
	...objectFields,
	rules: openshiftRules
});
const openshiftClusterRole = struct("v1.ClusterRole", {
	...objectFields,
	rules: openshiftRules,
	aggregationRule
});
const openshiftRoleBinding = struct("v1.RoleBinding", {
	...objectFields,
	...openshiftBindingFields
});
const openshiftClusterRoleBinding = struct("v1.ClusterRoleBinding", {
	...objectFields,
	...openshiftBindingFields
});
/** github.com/openshift/api user/v1/types.go. */
const userGroup = struct("v1.Group", {
	...objectFields,
	users: slice(string)
});
/** k8s.io/api/core/v1/types.go. */
const serviceAccount = struct("v1.ServiceAccount", {
	...objectFields,
	secrets: slice(objectReference),
	imagePullSecrets: slice(struct("v1.LocalObjectReference", { name: string })),
	automountServiceAccountToken: bool
});
const secret = struct("v1.Secret", {
	...objectFields,
	immutable: bool,
	data: mapOf(bytes),
	stringData: mapOf(string),
	type: namedString("v1.SecretType")
});
const configMap = struct("v1.ConfigMap", {
	...objectFields,
	immutable: bool,
	data: mapOf(string),
	binaryData: mapOf(bytes)
});
const namespace = struct("v1.Namespace", {
	...objectFields,
	spec: struct("v1.NamespaceSpec", { finalizers: slice(namedString("v1.FinalizerName")) }),
	status: anything
});
/** k8s.io/api/certificates/v1/types.go. */
const certificateSigningRequest = struct("v1.CertificateSigningRequest", {
	...objectFields,
	spec: struct("v1.CertificateSigningRequestSpec", {
		request: bytes,
		signerName: string,
		expirationSeconds: int32,
		usages: slice(namedString("v1.KeyUsage")),
		username: string,
		uid: string,
		groups: slice(string),
		extra: mapOf(slice(string))
	}),
	status: anything
});
const secretReference = partialStruct("v1.SecretReference", {
	name: string,
	namespace: string
});
const withSecret = (name) => partialStruct(name, { secretRef: secretReference });
/** Of a PersistentVolume, what ties it to a claim and to Secrets. */
const persistentVolume = partialStruct("v1.PersistentVolume", {
	...objectFields,
	spec: partialStruct("v1.PersistentVolumeSpec", {
		claimRef: objectReference,
		azureFile: partialStruct("v1.AzureFilePersistentVolumeSource", {
			secretName: string,
			secretNamespace: string
		}),
		cephfs: withSecret("v1.CephFSPersistentVolumeSource"),
		cinder: withSecret("v1.CinderPersistentVolumeSource"),
		flexVolume: withSecret("v1.FlexPersistentVolumeSource"),
		rbd: withSecret("v1.RBDPersistentVolumeSource"),
		scaleIO: withSecret("v1.ScaleIOPersistentVolumeSource"),
		iscsi: withSecret("v1.ISCSIPersistentVolumeSource"),
		storageos: partialStruct("v1.StorageOSPersistentVolumeSource", { secretRef: objectReference }),
		csi: partialStruct("v1.CSIPersistentVolumeSource", {
			nodePublishSecretRef: secretReference,
			nodeStageSecretRef: secretReference
		})
	})
});
/** VolumeAttachment and its like: the node in `spec.nodeName`. */
function nodeObject(kind) {
	return partialStruct(`v1.${kind}`, {
		...objectFields,
		spec: partialStruct(`v1.${kind}Spec`, { nodeName: string })
	});
}
const envVar = partialStruct("v1.EnvVar", {
	name: string,
	value: string
});
const container = partialStruct("v1.Container", {
	name: string,
	image: string,
	command: slice(string),
	args: slice(string),
	workingDir: string,
	env: slice(envVar),
	volumeMounts: slice(partialStruct("v1.VolumeMount", {
		name: string,
		readOnly: bool,
		mountPath: string,
		subPath: string
	}))
});
const secretItems = slice(partialStruct("v1.KeyToPath", {
	key: string,
	path: string,
	mode: int32
}));
/** The part of PodSpec that says whose rights a pod has and what it runs; a pod has some hundred fields more. */
const podSpec = partialStruct("v1.PodSpec", {
	volumes: slice(partialStruct("v1.Volume", {
		name: string,
		secret: partialStruct("v1.SecretVolumeSource", {
			secretName: string,
			items: secretItems,
			defaultMode: int32,
			optional: bool
		}),
		projected: partialStruct("v1.ProjectedVolumeSource", { sources: slice(partialStruct("v1.VolumeProjection", {
			secret: partialStruct("v1.SecretProjection", {
				name: string,
				items: secretItems,
				optional: bool
			}),
			serviceAccountToken: partialStruct("v1.ServiceAccountTokenProjection", {
				audience: string,
				expirationSeconds: int64,
				path: string
			})
		})) })
	})),
	initContainers: slice(container),
	containers: slice(container),
	nodeSelector: mapOf(string),
	serviceAccountName: string,
	serviceAccount: string,
	automountServiceAccountToken: bool,
	nodeName: string,
	hostNetwork: bool,
	hostPID: bool,
	hostIPC: bool,
	securityContext: partialStruct("v1.PodSecurityContext", {
		runAsUser: int64,
		runAsGroup: int64,
		runAsNonRoot: bool
	}),
	imagePullSecrets: slice(partialStruct("v1.LocalObjectReference", { name: string })),
	hostname: string,
	priorityClassName: string
});
const podTemplateSpec = partialStruct("v1.PodTemplateSpec", {
	metadata: objectMeta,
	spec: podSpec
});
const pod = partialStruct("v1.Pod", {
	...objectFields,
	spec: podSpec
});
const podTemplate = partialStruct("v1.PodTemplate", {
	...objectFields,
	template: podTemplateSpec
});
/** Deployment and its like: the pod template in `spec.template`. */
function templatedWorkload(kind) {
	return partialStruct(`v1.${kind}`, {
		...objectFields,
		spec: partialStruct(`v1.${kind}Spec`, { template: podTemplateSpec })
	});
}
const cronJob = partialStruct("v1.CronJob", {
	...objectFields,
	spec: partialStruct("v1.CronJobSpec", { jobTemplate: partialStruct("v1.JobTemplateSpec", {
		metadata: objectMeta,
		spec: partialStruct("v1.JobSpec", { template: podTemplateSpec })
	}) })
});
//#endregion
//#region packages/parser/src/objects/openshift-objects.ts
/**
* A binding of authorization.openshift.io, as OpenShift's server turns it into one of RBAC
* (openshift-apiserver pkg/authorization/apis/authorization/rbacconversion): `userNames` and `groupNames`, where there
* are any, replace `subjects`; a reference without a namespace is to a ClusterRole.
*/
function decodeOpenshiftBinding(view, root, basis, kind) {
	const users = texts(view, field(view, root, "userNames"));
	const groups = texts(view, field(view, root, "groupNames"));
	const subjects = users.length + groups.length > 0 ? [...users.map(userSubject), ...groups.map(groupSubject)] : referencedSubjects(view, field(view, root, "subjects"));
	return {
		kind,
		...basis,
		roleRef: decodeRoleRef(view, field(view, root, "roleRef")),
		subjects
	};
}
function openshiftBindingErrors(view, root, objectPlace) {
	const roleRef = field(view, root, "roleRef");
	if (text(view, field(view, roleRef, "name")) !== "") return [];
	return [required("roleRef.name", roleRef === 0 ? objectPlace : place(view, roleRef))];
}
const serviceAccountUser = /^system:serviceaccount:([^:]+):([^:]+)$/;
function userSubject(user) {
	const [, namespace, name] = serviceAccountUser.exec(user.value) ?? [];
	if (namespace === void 0 || name === void 0) return {
		kind: "User",
		origin: user.origin,
		name: user
	};
	return {
		kind: "ServiceAccount",
		origin: user.origin,
		name: {
			value: name,
			origin: user.origin
		},
		namespace: {
			value: namespace,
			origin: user.origin
		}
	};
}
function groupSubject(group) {
	return {
		kind: "Group",
		origin: group.origin,
		name: group
	};
}
function referencedSubjects(view, list) {
	const subjects = [];
	for (const reference of itemsOf(view, list)) {
		const name = writtenText(view, field(view, reference, "name"));
		if (name === void 0) continue;
		const at = origin(view, reference);
		switch (text(view, field(view, reference, "kind"))) {
			case "ServiceAccount": {
				const namespace = writtenText(view, field(view, reference, "namespace"));
				subjects.push({
					kind: "ServiceAccount",
					origin: at,
					name,
					namespace
				});
				break;
			}
			case "User":
			case "SystemUser":
				subjects.push({
					...userSubject(name),
					origin: at
				});
				break;
			case "Group":
			case "SystemGroup":
				subjects.push({
					kind: "Group",
					origin: at,
					name
				});
				break;
			default:
		}
	}
	return subjects;
}
function decodeRoleRef(view, roleRef) {
	const isRole = text(view, field(view, roleRef, "namespace")) !== "" || text(view, field(view, roleRef, "kind")) === "Role";
	const kind = field(view, roleRef, "kind");
	const at = origin(view, roleRef);
	return {
		origin: at,
		kind: {
			value: isRole ? "Role" : "ClusterRole",
			origin: kind === 0 ? at : origin(view, kind)
		},
		name: writtenText(view, field(view, roleRef, "name")) ?? {
			value: "",
			origin: at
		}
	};
}
//#endregion
//#region packages/parser/src/objects/bound-pods.ts
/**
* What a Pod refers to that names its node; undefined for any other Pod, so that workloads cost nothing more.
*
* The same references as plugin/pkg/auth/authorizer/node/graph.go: AddPod finds, with pkg/api/v1/pod/util.go:
* VisitPodSecretNames and VisitPodConfigmapNames.
*/
function decodeBoundPod(view, root, spec, meta) {
	const nodeName = writtenText(view, field(view, spec, "nodeName"));
	if (nodeName === void 0) return void 0;
	const found = {
		secrets: [],
		configMaps: [],
		persistentVolumeClaims: [],
		resourceClaims: []
	};
	for (const reference of itemsOf(view, field(view, spec, "imagePullSecrets"))) addName(view, found.secrets, field(view, reference, "name"));
	for (const list of [
		"initContainers",
		"containers",
		"ephemeralContainers"
	]) for (const container of itemsOf(view, field(view, spec, list))) addOfContainer(view, container, found);
	for (const volume of itemsOf(view, field(view, spec, "volumes"))) addOfVolume(view, volume, meta, found);
	addResourceClaims(view, root, spec, found.resourceClaims);
	return {
		nodeName,
		...found
	};
}
function addName(view, names, node) {
	const name = writtenText(view, node);
	if (name !== void 0) names.push(name);
}
function addOfContainer(view, container, { secrets, configMaps }) {
	for (const variable of itemsOf(view, field(view, container, "env"))) {
		const from = field(view, variable, "valueFrom");
		addName(view, secrets, fieldAt(view, from, "secretKeyRef", "name"));
		addName(view, configMaps, fieldAt(view, from, "configMapKeyRef", "name"));
	}
	for (const source of itemsOf(view, field(view, container, "envFrom"))) {
		addName(view, secrets, fieldAt(view, source, "secretRef", "name"));
		addName(view, configMaps, fieldAt(view, source, "configMapRef", "name"));
	}
}
/** Where the volume types of a Pod name a Secret. */
const secretPaths = [
	["secret", "secretName"],
	["azureFile", "secretName"],
	[
		"cephfs",
		"secretRef",
		"name"
	],
	[
		"cinder",
		"secretRef",
		"name"
	],
	[
		"flexVolume",
		"secretRef",
		"name"
	],
	[
		"rbd",
		"secretRef",
		"name"
	],
	[
		"scaleIO",
		"secretRef",
		"name"
	],
	[
		"iscsi",
		"secretRef",
		"name"
	],
	[
		"storageos",
		"secretRef",
		"name"
	],
	[
		"csi",
		"nodePublishSecretRef",
		"name"
	]
];
function addOfVolume(view, volume, meta, found) {
	for (const path of secretPaths) addName(view, found.secrets, fieldAt(view, volume, ...path));
	addName(view, found.configMaps, fieldAt(view, volume, "configMap", "name"));
	for (const source of itemsOf(view, fieldAt(view, volume, "projected", "sources"))) {
		addName(view, found.secrets, fieldAt(view, source, "secret", "name"));
		addName(view, found.configMaps, fieldAt(view, source, "configMap", "name"));
	}
	addName(view, found.persistentVolumeClaims, fieldAt(view, volume, "persistentVolumeClaim", "claimName"));
	const ephemeral = field(view, volume, "ephemeral");
	if (ephemeral !== 0 && !meta.generated) {
		const value = `${meta.name.value}-${text(view, field(view, volume, "name"))}`;
		found.persistentVolumeClaims.push({
			value,
			origin: origin(view, ephemeral)
		});
	}
}
/** k8s.io/dynamic-resource-allocation/resourceclaim: Name. A claim made from a template has its name in the status. */
function addResourceClaims(view, root, spec, names) {
	const status = field(view, root, "status");
	for (const claim of itemsOf(view, field(view, spec, "resourceClaims"))) {
		const direct = field(view, claim, "resourceClaimName");
		if (direct !== 0) addName(view, names, direct);
		else addName(view, names, claimInStatus(view, status, text(view, field(view, claim, "name"))));
	}
	addName(view, names, fieldAt(view, status, "extendedResourceClaimStatus", "resourceClaimName"));
}
function claimInStatus(view, status, name) {
	for (const made of itemsOf(view, field(view, status, "resourceClaimStatuses"))) if (text(view, field(view, made, "name")) === name) return field(view, made, "resourceClaimName");
	return 0;
}
//#endregion
//#region packages/parser/src/objects/workloads.ts
/** Where the pod spec of each kind stands. */
const podSpecPaths = {
	Pod: ["spec"],
	PodTemplate: ["template", "spec"],
	CronJob: [
		"spec",
		"jobTemplate",
		"spec",
		"template",
		"spec"
	]
};
const templatedPath = [
	"spec",
	"template",
	"spec"
];
/** The pod spec of a workload, 0 where it has none. */
function podSpecOf(view, root, kind) {
	return fieldAt(view, root, ...podSpecPaths[kind] ?? templatedPath);
}
function decodeWorkload(view, root, basis, kind) {
	const spec = podSpecOf(view, root, kind);
	const { apiVersion, meta, origin } = basis;
	const workload = {
		kind: "Workload",
		apiVersion,
		meta,
		origin,
		resourceKind: kind,
		pod: decodePod(view, spec, basis)
	};
	const boundPod = kind === "Pod" ? decodeBoundPod(view, root, spec, basis.meta) : void 0;
	return boundPod === void 0 ? workload : {
		...workload,
		boundPod
	};
}
function decodePod(view, spec, basis) {
	const serviceAccount = writtenText(view, field(view, spec, "serviceAccount"));
	const { secretVolumes, projectedTokens } = volumesOf(view, spec);
	return {
		origin: spec === 0 ? basis.origin : origin(view, spec),
		serviceAccountName: writtenText(view, field(view, spec, "serviceAccountName")) ?? serviceAccount,
		automountServiceAccountToken: flag(view, field(view, spec, "automountServiceAccountToken")),
		secretVolumes,
		...serviceAccount === void 0 ? void 0 : { deprecatedServiceAccount: serviceAccount },
		...projectedTokens.length === 0 ? void 0 : { projectedTokens }
	};
}
const none = [];
function volumesOf(view, spec) {
	const volumes = field(view, spec, "volumes");
	if (volumes === 0) return {
		secretVolumes: none,
		projectedTokens: none
	};
	const secretVolumes = [];
	const projectedTokens = [];
	for (const volume of itemsOf(view, volumes)) {
		const direct = writtenText(view, fieldAt(view, volume, "secret", "secretName"));
		if (direct !== void 0) secretVolumes.push(direct);
		for (const source of itemsOf(view, fieldAt(view, volume, "projected", "sources"))) {
			const projected = writtenText(view, fieldAt(view, source, "secret", "name"));
			if (projected !== void 0) secretVolumes.push(projected);
			const token = field(view, source, "serviceAccountToken");
			if (token !== 0) projectedTokens.push(projectedToken(view, spec, volume, token));
		}
	}
	return {
		secretVolumes,
		projectedTokens
	};
}
function projectedToken(view, spec, volume, token) {
	const name = text(view, field(view, volume, "name"));
	return {
		origin: origin(view, token),
		volume: name,
		audience: writtenText(view, field(view, token, "audience")),
		expirationSeconds: writtenNumber(view, field(view, token, "expirationSeconds")),
		mountedBy: containersThatMount(view, spec, name)
	};
}
function containersThatMount(view, spec, volume) {
	return ["initContainers", "containers"].flatMap((list) => itemsOf(view, field(view, spec, list)).flatMap((container) => {
		return itemsOf(view, field(view, container, "volumeMounts")).some((mount) => text(view, field(view, mount, "name")) === volume) ? [locatedText(view, field(view, container, "name"))] : [];
	}));
}
function writtenNumber(view, node) {
	if (node === 0) return void 0;
	const value = Number(view.tree.scalar(node));
	return Number.isFinite(value) ? {
		value,
		origin: origin(view, node)
	} : void 0;
}
//#endregion
//#region packages/parser/src/objects/object-kinds.ts
const rbac = "rbac.authorization.k8s.io/v1";
const openshift = "authorization.openshift.io/v1";
const accessKind$1 = {
	nameProblems: pathSegmentProblems,
	ofAccess: true,
	reportsUnknownFields: true
};
const coreKind = {
	apiVersion: "v1",
	nameProblems: subdomainProblems,
	reportsUnknownFields: false
};
const noErrors = () => [];
function roleKind(apiVersion, kind, type) {
	return {
		...accessKind$1,
		kind,
		apiVersion,
		type,
		scope: kind === "Role" ? "namespaced" : "cluster",
		errors: (view, root) => roleErrors(view, root, kind),
		decode: (view, root, basis) => decodeRole(view, root, basis, kind)
	};
}
function bindingKind(kind, type) {
	return {
		...accessKind$1,
		kind,
		apiVersion: rbac,
		type,
		scope: kind === "RoleBinding" ? "namespaced" : "cluster",
		errors: (view, root, objectPlace) => bindingErrors(view, root, kind, objectPlace),
		decode: (view, root, basis) => decodeBinding(view, root, basis, kind)
	};
}
function openshiftBindingKind(kind, type) {
	return {
		...bindingKind(kind, type),
		apiVersion: openshift,
		errors: openshiftBindingErrors,
		decode: (view, root, basis) => decodeOpenshiftBinding(view, root, basis, kind)
	};
}
function workloadKind(apiVersion, kind, type) {
	return {
		kind,
		apiVersion,
		type,
		scope: "namespaced",
		nameProblems: subdomainProblems,
		ofAccess: false,
		reportsUnknownFields: false,
		errors: noErrors,
		decode: (view, root, basis) => decodeWorkload(view, root, basis, kind)
	};
}
/** Objects that tie other objects to nodes: the Node authorizer goes by them. */
function nodeKind(apiVersion, kind, scope, decode, type = nodeObject(kind)) {
	return {
		kind,
		apiVersion,
		type,
		scope,
		nameProblems: subdomainProblems,
		ofAccess: false,
		reportsUnknownFields: false,
		errors: noErrors,
		decode
	};
}
/**
* Workloads by API version, the old ones of `extensions` and the betas as well: no server of today accepts those, but
* all that follows from a workload is that somebody means to run it, and as whom.
*/
const workloadKinds = {
	v1: ["ReplicationController"],
	"apps/v1": [
		"Deployment",
		"ReplicaSet",
		"StatefulSet",
		"DaemonSet"
	],
	"apps/v1beta1": ["Deployment", "StatefulSet"],
	"apps/v1beta2": [
		"Deployment",
		"ReplicaSet",
		"StatefulSet",
		"DaemonSet"
	],
	"extensions/v1beta1": [
		"Deployment",
		"ReplicaSet",
		"DaemonSet"
	],
	"batch/v1": ["Job"],
	"apps.openshift.io/v1": ["DeploymentConfig"]
};
const objectKinds = [
	roleKind(rbac, "Role", role),
	roleKind(rbac, "ClusterRole", clusterRole),
	bindingKind("RoleBinding", roleBinding),
	bindingKind("ClusterRoleBinding", clusterRoleBinding),
	roleKind(openshift, "Role", openshiftRole),
	roleKind(openshift, "ClusterRole", openshiftClusterRole),
	openshiftBindingKind("RoleBinding", openshiftRoleBinding),
	openshiftBindingKind("ClusterRoleBinding", openshiftClusterRoleBinding),
	{
		...accessKind$1,
		kind: "Group",
		apiVersion: "user.openshift.io/v1",
		type: userGroup,
		scope: "cluster",
		errors: noErrors,
		decode: decodeUserGroup
	},
	{
		...coreKind,
		kind: "ServiceAccount",
		type: serviceAccount,
		scope: "namespaced",
		ofAccess: true,
		errors: noErrors,
		decode: decodeServiceAccount
	},
	{
		...coreKind,
		kind: "Secret",
		type: secret,
		scope: "namespaced",
		ofAccess: true,
		errors: secretErrors,
		decode: decodeSecret
	},
	{
		...coreKind,
		kind: "Namespace",
		type: namespace,
		scope: "cluster",
		nameProblems: labelNameProblems,
		ofAccess: false,
		errors: namespaceErrors,
		decode: decodeNamespace
	},
	{
		kind: "CertificateSigningRequest",
		apiVersion: "certificates.k8s.io/v1",
		type: certificateSigningRequest,
		scope: "cluster",
		nameProblems: pathSegmentProblems,
		ofAccess: false,
		reportsUnknownFields: false,
		errors: noErrors,
		decode: decodeCertificateSigningRequest
	},
	nodeKind("v1", "PersistentVolume", "cluster", decodePersistentVolume, persistentVolume),
	nodeKind("storage.k8s.io/v1", "VolumeAttachment", "cluster", decodeVolumeAttachment),
	...[
		"v1",
		"v1beta2",
		"v1beta1",
		"v1alpha3",
		"v1alpha2"
	].map((version) => nodeKind(`resource.k8s.io/${version}`, "ResourceSlice", "cluster", decodeResourceSlice)),
	...[
		"v1",
		"v1beta1",
		"v1alpha1"
	].map((version) => nodeKind(`certificates.k8s.io/${version}`, "PodCertificateRequest", "namespaced", decodePodCertificateRequest)),
	workloadKind("v1", "Pod", pod),
	workloadKind("v1", "PodTemplate", podTemplate),
	workloadKind("batch/v1", "CronJob", cronJob),
	workloadKind("batch/v1beta1", "CronJob", cronJob),
	...Object.entries(workloadKinds).flatMap(([apiVersion, kinds]) => kinds.map((kind) => workloadKind(apiVersion, kind, templatedWorkload(kind))))
];
const byVersionAndKind = /* @__PURE__ */ new Map();
for (const known of objectKinds) {
	const kinds = byVersionAndKind.get(known.apiVersion) ?? /* @__PURE__ */ new Map();
	kinds.set(known.kind, known);
	byVersionAndKind.set(known.apiVersion, kinds);
}
/** How objects of this kind are read; undefined for kinds that access does not depend on. */
function objectKind(apiVersion, kind) {
	return byVersionAndKind.get(apiVersion)?.get(kind);
}
function newArena() {
	return {
		cells: new Int32Array(512 * 8),
		count: 1
	};
}
function addNode(arena, form, start, end) {
	const node = arena.count++;
	const at = node * 8;
	if (at + 8 > arena.cells.length) {
		const larger = new Int32Array(arena.cells.length * 2);
		larger.set(arena.cells);
		arena.cells = larger;
	}
	const { cells } = arena;
	cells[at] = form;
	cells[at + 1] = start;
	cells[at + 2] = end;
	cells[at + 3] = 0;
	cells[at + 4] = 0;
	cells[at + 5] = 0;
	cells[at + 6] = 0;
	cells[at + 7] = 0;
	return node;
}
/** One integer of a node. */
function cell(arena, node, field) {
	return arena.cells[node * 8 + field] ?? 0;
}
function setCell(arena, node, field, value) {
	arena.cells[node * 8 + field] = value;
}
const NEL = 133;
const NINE = 57;
/** Space or tab. */
function isBlank(unit) {
	return unit === 32 || unit === 9;
}
/** A line break of YAML 1.1: also U+0085, U+2028 and U+2029, which YAML 1.2 and editors take for text. */
function isBreak(unit) {
	return unit < NEL ? unit === 10 || unit === 13 : unit === NEL || unit === 8232 || unit === 8233;
}
/** Line break or end of the text. */
function isBreakOrEnd(unit) {
	return unit < NEL ? unit === 10 || unit === 13 || unit === 0 : unit === NEL || unit === 8232 || unit === 8233;
}
/** Blank, line break or end of the text. */
function isBlankOrEnd(unit) {
	return unit <= 32 ? unit === 32 || unit === 10 || unit === 13 || unit === 9 || unit === 0 : unit >= NEL && (unit === NEL || unit === 8232 || unit === 8233);
}
function isDigit(unit) {
	return unit >= 48 && unit <= NINE;
}
function isHexDigit(unit) {
	return isDigit(unit) || unit >= 97 && unit <= 102 || unit >= 65 && unit <= 70;
}
function hexValue(unit) {
	return unit <= NINE ? unit - 48 : (unit | 32) - 87;
}
/** Letter, digit, `_` or `-`: what an anchor, a directive's name and a tag handle consist of. */
function isWord(unit) {
	return unit >= 97 && unit <= 122 || unit >= 65 && unit <= 90 || isDigit(unit) || unit === 95 || unit === 45;
}
/** What ends a plain scalar inside `[ ]` and `{ }`; `?` is one of them for goyaml, unlike YAML 1.2. */
function isFlowIndicator(unit) {
	return unit === 44 || unit === 63 || unit === 91 || unit === 93 || unit === 123 || unit === 125;
}
/** White space of Go's unicode.IsSpace, which strings.TrimSpace and the JSON guess use. */
function isGoSpace(unit) {
	if (unit < 128) return unit === 32 || unit >= 9 && unit <= 13;
	return unit === NEL || unit === 160 || unit === 5760 || unit >= 8192 && unit <= 8202 || unit === 8232 || unit === 8233 || unit === 8239 || unit === 8287 || unit === 12288;
}
//#endregion
//#region packages/parser/src/reader/scanner.ts
/** Kinds of tokens, libyaml's own set. `none` is what a failed scanner yields. */
const Token = {
	none: 0,
	streamEnd: 1,
	versionDirective: 2,
	tagDirective: 3,
	documentStart: 4,
	documentEnd: 5,
	blockSequenceStart: 6,
	blockMappingStart: 7,
	blockEnd: 8,
	flowSequenceStart: 9,
	flowSequenceEnd: 10,
	flowMappingStart: 11,
	flowMappingEnd: 12,
	blockEntry: 13,
	flowEntry: 14,
	key: 15,
	value: 16,
	alias: 17,
	anchor: 18,
	tag: 19,
	scalar: 20
};
/** Go gives up on deeper flow collections and block indentation (scannerc.go max_flow_level, max_indents). */
const MAX_DEPTH$1 = 1e4;
function newScanner() {
	const units = new Uint16Array(32768);
	return {
		text: "",
		units,
		unitBytes: Buffer.from(units.buffer),
		position: 0,
		end: 0,
		lineStart: 0,
		split: false,
		onlyLineFeeds: false,
		bufferEnds: [],
		bufferNext: 0,
		markEnd: 0,
		flowLevel: 0,
		indent: -1,
		indents: new Int32Array(64),
		indentCount: 0,
		simpleKeyAllowed: true,
		keyPossible: new Uint8Array(64),
		keyRequired: new Uint8Array(64),
		keyToken: new Int32Array(64),
		keyStart: new Int32Array(64),
		keyLineStart: new Int32Array(64),
		tokens: new Int32Array(320),
		head: 0,
		tail: 0,
		headNumber: 0,
		keyOfToken: new Int32Array(64),
		available: false,
		streamEnded: false,
		words: [],
		problem: "",
		problemAt: 0
	};
}
/** Prepares the scanner for `text` from `start` to `end`. */
function startScanner(s, text, start, end) {
	if (text !== s.text) loadUnits(s, text);
	s.position = start;
	s.bufferNext = 0;
	s.end = end;
	s.lineStart = start;
	s.flowLevel = 0;
	s.indent = -1;
	s.indentCount = 0;
	s.simpleKeyAllowed = true;
	s.keyPossible[0] = 0;
	s.keyOfToken.fill(0, s.head, s.tail + 1);
	s.head = 0;
	s.tail = 0;
	s.headNumber = 0;
	s.available = false;
	s.streamEnded = false;
	s.words.length = 0;
	s.problem = "";
}
function loadUnits(s, text) {
	s.text = text;
	if (s.units.length < text.length) {
		s.units = new Uint16Array(text.length < 2 ** 20 ? 2 * text.length : text.length);
		s.unitBytes = Buffer.from(s.units.buffer);
	}
	const length = s.unitBytes.write(text, "utf16le");
	if (isBigEndian) s.unitBytes.subarray(0, length).swap16();
}
const isBigEndian = new Uint8Array(new Uint16Array([1]).buffer)[0] === 0;
/** The unit at a place, 0 beyond the end. */
function unitAt(s, position) {
	return position < s.end ? s.units[position] ?? 0 : 0;
}
/** Steps over the line break at the scanner's place. */
function skipBreak(s) {
	s.position += breakLength(s.text, s.position, s.end, s.split);
	s.lineStart = s.position;
}
/**
* Notes that goyaml has looked `ahead` characters ahead from each place between two: where that went beyond the end of
* its buffer, the buffer now starts there.
*/
function noteBuffer(s, from, to, ahead) {
	for (; s.bufferNext < s.bufferEnds.length; s.bufferNext++) {
		const start = (s.bufferEnds[s.bufferNext] ?? 0) - ahead + 1;
		if (start > to) return;
		if (start < from) continue;
		s.markEnd = unitAt(s, start) === 65279 ? s.bufferEnds[s.bufferNext + 1] ?? 0 : 0;
	}
}
/** Length of the line break at a place: CR LF is one, and so is CR CR LF in text that went through Go's splitter. */
function breakLength(text, position, end, split) {
	if (text.charCodeAt(position) !== 13 || position + 1 >= end) return 1;
	const next = text.charCodeAt(position + 1);
	if (next === 10) return 2;
	if (split && next === 13 && position + 2 < end && text.charCodeAt(position + 2) === 10) return 3;
	return 1;
}
function fail(s, problem, at) {
	if (s.problem === "") {
		s.problem = problem;
		s.problemAt = at;
	}
	return false;
}
/** Appends a token to the queue. */
function pushToken(s, kind, start, end, form, extra) {
	if (s.tail + 1 >= s.keyOfToken.length) makeRoom(s);
	const at = s.tail * 5;
	s.tokens[at] = kind;
	s.tokens[at + 1] = start;
	s.tokens[at + 2] = end;
	s.tokens[at + 3] = form;
	s.tokens[at + 4] = extra;
	s.tail++;
}
/** Moves the queue to the front of its array if half of that is free there, else into a larger one. */
function makeRoom(s) {
	if (s.head * 2 < s.keyOfToken.length) {
		s.tokens = grown(s.tokens);
		s.keyOfToken = grown(s.keyOfToken);
		return;
	}
	s.tokens.copyWithin(0, s.head * 5, s.tail * 5);
	s.keyOfToken.copyWithin(0, s.head, s.tail + 1);
	s.keyOfToken.fill(0, s.tail + 1 - s.head);
	s.tail -= s.head;
	s.head = 0;
}
/**
* Puts a token in front of one that is already waiting. Once that one has been handed out, Go appends instead
* (apic.go yaml_insert_token with a negative place): after a root `{}` or `[]`, which Go does not take for keys.
*/
function insertToken(s, number, kind, place) {
	pushToken(s, kind, place, place, 0, 0);
	if (number < s.headNumber) return;
	const at = (number - s.headNumber + s.head) * 5;
	s.tokens.copyWithin(at + 5, at, (s.tail - 1) * 5);
	s.tokens[at] = kind;
	s.tokens[at + 1] = place;
	s.tokens[at + 2] = place;
	s.tokens[at + 3] = 0;
	s.tokens[at + 4] = 0;
}
/** Drops the token at the head of the queue. */
function dropToken(s) {
	s.available = false;
	s.keyOfToken[s.head] = 0;
	if (s.tokens[s.head * 5] === Token.streamEnd) s.streamEnded = true;
	s.head++;
	s.headNumber++;
	if (s.head === s.tail) {
		s.head = 0;
		s.tail = 0;
	}
}
/** Number that the next token appended will have. */
function nextTokenNumber(s) {
	return s.headNumber + s.tail - s.head;
}
/** Remembers that the next token may start a key. */
function saveSimpleKey(s) {
	if (!s.simpleKeyAllowed) return true;
	if (!removeSimpleKey(s)) return false;
	const level = s.flowLevel;
	const number = nextTokenNumber(s);
	s.keyPossible[level] = 1;
	s.keyRequired[level] = level === 0 && s.indent === s.position - s.lineStart ? 1 : 0;
	s.keyToken[level] = number;
	s.keyStart[level] = s.position;
	s.keyLineStart[level] = s.lineStart;
	s.keyOfToken[s.tail] = level + 1;
	return true;
}
/** Gives up the possible key of this flow level; an error where a key has to stand. */
function removeSimpleKey(s) {
	const level = s.flowLevel;
	if (s.keyPossible[level] === 0) return true;
	if (s.keyRequired[level] === 1) return fail(s, "could not find expected ':'", s.keyStart[level] ?? s.position);
	s.keyPossible[level] = 0;
	forgetKeyOfToken(s, s.keyToken[level] ?? 0);
	return true;
}
function forgetKeyOfToken(s, number) {
	const index = number - s.headNumber + s.head;
	if (index >= s.head && index <= s.tail) s.keyOfToken[index] = 0;
}
/** Whether the possible key of a level still is one: on the same line, at most 1,024 characters away. Fails where it must be one. */
function simpleKeyIsValid(s, level) {
	if (s.keyPossible[level] === 0) return false;
	const start = s.keyStart[level] ?? 0;
	if (s.keyLineStart[level] === s.lineStart && !longerThanKey(s, start)) return true;
	if (s.keyRequired[level] === 1) return fail(s, "could not find expected ':'", start);
	s.keyPossible[level] = 0;
	return false;
}
function longerThanKey(s, start) {
	const units = s.position - start;
	if (units <= 1024) return false;
	if (units > 2048) return true;
	let characters = 0;
	for (let i = start; i < s.position; i++) if ((s.text.charCodeAt(i) & 64512) !== 56320) characters++;
	return characters > 1024;
}
function increaseFlowLevel(s) {
	const level = s.flowLevel + 1;
	if (level > MAX_DEPTH$1) return fail(s, `exceeded max depth of ${MAX_DEPTH$1}`, s.position);
	if (level >= s.keyToken.length) {
		s.keyPossible = grownBytes(s.keyPossible);
		s.keyRequired = grownBytes(s.keyRequired);
		s.keyToken = grown(s.keyToken);
		s.keyStart = grown(s.keyStart);
		s.keyLineStart = grown(s.keyLineStart);
	}
	s.keyPossible[level] = 0;
	s.keyRequired[level] = 0;
	s.keyToken[level] = nextTokenNumber(s);
	s.flowLevel = level;
	return true;
}
function decreaseFlowLevel(s) {
	if (s.flowLevel === 0) return;
	forgetKeyOfToken(s, s.keyToken[s.flowLevel] ?? 0);
	s.flowLevel--;
}
/** Opens a block collection at a column if it is deeper than the current one. `number` is the token it starts with, -1 for the next. */
function rollIndent(s, column, number, kind, place) {
	if (s.flowLevel > 0 || s.indent >= column) return true;
	pushIndent(s, column);
	if (s.indentCount > MAX_DEPTH$1) return fail(s, `exceeded max depth of ${MAX_DEPTH$1}`, s.position);
	if (number < 0) pushToken(s, kind, place, place, 0, 0);
	else insertToken(s, number, kind, place);
	return true;
}
function pushIndent(s, column) {
	if (s.indentCount >= s.indents.length) s.indents = grown(s.indents);
	s.indents[s.indentCount++] = s.indent;
	s.indent = column;
}
/** Closes the block collections deeper than a column. */
function unrollIndent(s, column) {
	if (s.flowLevel > 0) return;
	while (s.indent > column) {
		pushToken(s, Token.blockEnd, s.position, s.position, 0, 0);
		s.indentCount--;
		s.indent = s.indents[s.indentCount] ?? -1;
	}
}
function grown(array) {
	const larger = new Int32Array(array.length * 2);
	larger.set(array);
	return larger;
}
function grownBytes(array) {
	const larger = new Uint8Array(array.length * 2);
	larger.set(array);
	return larger;
}
//#endregion
//#region packages/parser/src/reader/scan-scalar.ts
/** How a value is written: the low bits of a node's first integer. */
const Form = {
	plain: 1,
	single: 2,
	double: 3,
	literal: 4,
	folded: 5,
	sequence: 6,
	mapping: 7,
	alias: 8,
	/** An entry that came through `<<`: it stands for the value written elsewhere. */
	merged: 9,
	jsonString: 10,
	/** A number, `true`, `false` or `null` of a JSON text. */
	jsonLiteral: 11
};
/** Plain scalar: text without quotes, over several lines where they are indented deeper. */
function scanPlain(s) {
	const { text, end } = s;
	const inFlow = s.flowLevel > 0;
	const indent = s.indent + 1;
	const start = s.position;
	let position = start;
	let contentEnd = start;
	let joined = 0;
	let afterBreak = false;
	for (;;) {
		if (position === s.lineStart && atDocumentIndicator(s, position)) break;
		let unit = position < end ? text.charCodeAt(position) : 0;
		if (unit === 35) break;
		const wordStart = position;
		while (!isBlankOrEnd(unit)) {
			if (unit === 58) {
				if (isBlankOrEnd(position + 1 < end ? text.charCodeAt(position + 1) : 0)) break;
			} else if (inFlow && isFlowIndicator(unit)) break;
			position++;
			unit = position < end ? text.charCodeAt(position) : 0;
		}
		if (position > wordStart) {
			if (afterBreak) joined = 16;
			afterBreak = false;
			contentEnd = position;
		}
		if (!isBlank(unit) && !isBreak(unit)) break;
		for (;;) {
			if (isBlank(unit)) {
				if (afterBreak && unit === 9 && position - s.lineStart < indent) return fail(s, "found a tab character that violates indentation", position);
				position++;
			} else if (isBreak(unit)) {
				s.position = position;
				skipBreak(s);
				position = s.position;
				afterBreak = true;
			} else break;
			unit = position < end ? text.charCodeAt(position) : 0;
		}
		if (!inFlow && position - s.lineStart < indent) break;
	}
	if (s.bufferEnds.length > 0) noteBuffer(s, start, contentEnd, 2);
	s.position = position;
	pushToken(s, Token.scalar, start, contentEnd, Form.plain | joined, 0);
	if (afterBreak) s.simpleKeyAllowed = true;
	return true;
}
/** `---` or `...` alone at a place that starts a line. */
function atDocumentIndicator(s, position) {
	const unit = unitAt(s, position);
	return (unit === 45 || unit === 46) && unitAt(s, position + 1) === unit && unitAt(s, position + 2) === unit && isBlankOrEnd(unitAt(s, position + 3));
}
/** Scalar in single or double quotes. */
function scanQuoted(s, single) {
	const { text, end } = s;
	const start = s.position;
	const quote = single ? 39 : 34;
	let indirect = 0;
	let position = start + 1;
	for (;;) {
		if (position === s.lineStart && atDocumentIndicator(s, position)) return fail(s, "found unexpected document indicator", position);
		let unit = position < end ? text.charCodeAt(position) : 0;
		if (unit === 0) return fail(s, "found unexpected end of stream", start);
		while (!isBlankOrEnd(unit)) {
			if (unit === quote) {
				if (!single || unitAt(s, position + 1) !== 39) break;
				indirect = 16;
				position += 2;
			} else if (unit === 92 && !single) {
				indirect = 16;
				const next = unitAt(s, position + 1);
				if (isBreak(next)) {
					s.position = position + 1;
					skipBreak(s);
					position = s.position;
					break;
				}
				const length = escapeLength(s, position, next);
				if (length === 0) return false;
				position += length;
			} else position++;
			unit = position < end ? text.charCodeAt(position) : 0;
		}
		unit = position < end ? text.charCodeAt(position) : 0;
		if (unit === quote) break;
		for (;;) {
			if (isBlank(unit)) position++;
			else if (isBreak(unit)) {
				s.position = position;
				skipBreak(s);
				position = s.position;
				indirect = 16;
			} else break;
			unit = position < end ? text.charCodeAt(position) : 0;
		}
	}
	if (s.bufferEnds.length > 0) noteBuffer(s, start, position, 2);
	s.position = position + 1;
	pushToken(s, Token.scalar, start, position + 1, (single ? Form.single : Form.double) | indirect, 0);
	return true;
}
/** Length of the escape sequence at a backslash; 0 after failing. `\/` and surrogates are no escapes of YAML 1.1. */
function escapeLength(s, position, letter) {
	const digits = letter === 120 ? 2 : letter === 117 ? 4 : letter === 85 ? 8 : 0;
	if (digits === 0) {
		if (simpleEscape(letter) >= 0) return 2;
		fail(s, "found unknown escape character", position);
		return 0;
	}
	let value = 0;
	for (let i = 0; i < digits; i++) {
		const digit = unitAt(s, position + 2 + i);
		if (!isHexDigit(digit)) {
			fail(s, "did not find expected hexdecimal number", position);
			return 0;
		}
		value = value * 16 + hexValue(digit);
	}
	if (value >= 55296 && value <= 57343 || value > 1114111) {
		fail(s, "found invalid Unicode character escape code", position);
		return 0;
	}
	return 2 + digits;
}
/** What a backslash and a letter stand for in double quotes; -1 if nothing. */
function simpleEscape(letter) {
	switch (letter) {
		case 48: return 0;
		case 97: return 7;
		case 98: return 8;
		case 116:
		case 9: return 9;
		case 110: return 10;
		case 118: return 11;
		case 102: return 12;
		case 114: return 13;
		case 101: return 27;
		case 32:
		case 34:
		case 39:
		case 92: return letter;
		case 78: return 133;
		case 95: return 160;
		case 76: return 8232;
		case 80: return 8233;
	}
	return -1;
}
/**
* Block scalar: `|` or `>`, an optional header, and the lines indented deeper.
* The token's extra integer is the indentation of the content, which decoding needs.
*/
function scanBlockScalar(s, literal) {
	const start = s.position;
	let position = start + 1;
	let increment = 0;
	let unit = unitAt(s, position);
	const signFirst = unit === 43 || unit === 45;
	if (signFirst) unit = unitAt(s, ++position);
	if (isDigit(unit)) {
		if (unit === 48) return fail(s, "found an indentation indicator equal to 0", position);
		increment = unit - 48;
		unit = unitAt(s, ++position);
		if (!signFirst && (unit === 43 || unit === 45)) unit = unitAt(s, ++position);
	}
	const headerEnd = position;
	while (isBlank(unit)) unit = unitAt(s, ++position);
	if (unit === 35) while (!isBreakOrEnd(unit)) unit = unitAt(s, ++position);
	if (!isBreakOrEnd(unit)) return fail(s, "did not find expected comment or line break", position);
	s.position = position;
	if (isBreak(unit)) skipBreak(s);
	let indent = increment === 0 ? 0 : s.indent >= 0 ? s.indent + increment : increment;
	indent = skipBlockBreaks(s, indent);
	if (indent < 0) return false;
	let contentEnd = headerEnd;
	while (s.position - s.lineStart === indent && s.position < s.end) {
		contentEnd = endOfLine$1(s);
		if (s.bufferEnds.length > 0) noteBuffer(s, s.position, contentEnd, 1);
		s.position = contentEnd;
		if (s.position < s.end) skipBreak(s);
		if (skipBlockBreaks(s, indent) < 0) return false;
	}
	pushToken(s, Token.scalar, start, contentEnd, (literal ? Form.literal : Form.folded) | 16, indent);
	return true;
}
function endOfLine$1(s) {
	if (s.onlyLineFeeds) {
		const lineFeed = s.text.indexOf("\n", s.position);
		return lineFeed < 0 || lineFeed > s.end ? s.end : lineFeed;
	}
	let position = s.position;
	while (!isBreakOrEnd(unitAt(s, position))) position++;
	return position;
}
/** Steps over indentation and empty lines of a block scalar. Returns the indentation, found out here if it was 0; -1 after failing. */
function skipBlockBreaks(s, known) {
	let deepest = 0;
	for (;;) {
		let unit = unitAt(s, s.position);
		while (unit === 32 && (known === 0 || s.position - s.lineStart < known)) unit = unitAt(s, ++s.position);
		const column = s.position - s.lineStart;
		if (column > deepest) deepest = column;
		if (unit === 9 && (known === 0 || column < known)) {
			fail(s, "found a tab character where an indentation space is expected", s.position);
			return -1;
		}
		if (!isBreak(unit)) break;
		skipBreak(s);
	}
	return known === 0 ? Math.max(deepest, s.indent + 1, 1) : known;
}
//#endregion
//#region packages/parser/src/reader/ordinary-key.ts
/**
* Marks a key that is a string exactly as it stands in the text, and hashes it. False: the key is of another type, an
* alias, has escapes, a tag, or may be a merge, so that only resolving tells what it is.
*/
function markOrdinaryKey(arena, text, key) {
	const { cells } = arena;
	const at = key * 8;
	const flags = cells[at + 0] ?? 0;
	if ((flags & 48) !== 0) return false;
	const form = flags & 15;
	let start = cells[at + 1] ?? 0;
	let end = cells[at + 2] ?? 0;
	if (form === Form.plain) {
		if (!isPlainString(text, start, end)) return false;
	} else if (form === Form.single || form === Form.double) {
		start++;
		end--;
	} else return false;
	cells[at + 0] = flags | 64;
	cells[at + 7] = hashOf(text, start, end);
	return true;
}
function hashOf(text, start, end) {
	let hash = end - start;
	for (let i = start; i < end; i++) hash = Math.imul(hash, 31) + text.charCodeAt(i) | 0;
	return hash;
}
/** Whether a plain scalar is a string by its looks alone; false may still turn out to be one. */
function isPlainString(text, start, end) {
	const first = text.charCodeAt(start);
	switch (first | 32) {
		case 121: return end - start !== 1 && !spells(text, start, end, 3, 101);
		case 110: return end - start !== 1 && !spells(text, start, end, 2, 111) && !spells(text, start, end, 4, 117);
		case 116: return !spells(text, start, end, 4, 114);
		case 102: return !spells(text, start, end, 5, 97);
		case 111: return !spells(text, start, end, 2, 110) && !spells(text, start, end, 3, 102);
	}
	return start < end && first !== 60 && first !== 126 && first !== 46 && first !== 45 && first !== 43 && !isDigit(first);
}
function spells(text, start, end, length, second) {
	return end - start === length && (text.charCodeAt(start + 1) | 32) === second;
}
//#endregion
//#region packages/parser/src/reader/build.ts
function newBuilder() {
	return {
		arena: newArena(),
		text: "",
		root: 0,
		open: [],
		pendingKeys: [],
		mappings: [],
		tags: [],
		aliasCount: 0,
		special: false,
		hashes: new Int32Array(64)
	};
}
function startBuilding(b, text) {
	b.arena.count = 1;
	b.text = text;
	b.root = 0;
	b.open.length = 0;
	b.pendingKeys.length = 0;
	b.mappings.length = 0;
	b.tags.length = 0;
	b.aliasCount = 0;
	b.special = false;
}
/** Hangs a node into the innermost open collection: as its next item, key or value. */
function attach(b, node) {
	const { arena, open } = b;
	const depth = open.length - 1;
	if (depth < 0) {
		b.root = node;
		return;
	}
	const parent = open[depth] ?? 0;
	if ((cell(arena, parent, 0) & 15) === Form.mapping) {
		const key = b.pendingKeys[depth] ?? 0;
		if (key === 0) {
			b.pendingKeys[depth] = node;
			if (!markOrdinaryKey(arena, b.text, node)) b.special = true;
			return;
		}
		b.pendingKeys[depth] = 0;
		setCell(arena, node, 5, key);
	}
	const last = cell(arena, parent, 6);
	if (last === 0) setCell(arena, parent, 4, node);
	else setCell(arena, last, 3, node);
	setCell(arena, parent, 6, node);
}
/** Whether the innermost open collection waits for a key. */
function expectsKey(b) {
	const depth = b.open.length - 1;
	const parent = b.open[depth] ?? 0;
	return (cell(b.arena, parent, 0) & 15) === Form.mapping && b.pendingKeys[depth] === 0;
}
function openCollection(b, form, start) {
	const node = addNode(b.arena, form, start, start);
	attach(b, node);
	b.open.push(node);
	b.pendingKeys.push(0);
	return node;
}
function closeCollection(b, end) {
	const node = b.open.pop() ?? 0;
	b.pendingKeys.pop();
	setCell(b.arena, node, 2, end);
	if ((cell(b.arena, node, 0) & 15) === Form.mapping) finishMapping(b, node);
}
/** Notes that a mapping has all its entries. */
function finishMapping(b, mapping) {
	b.mappings.push(mapping);
	if (!b.special && mayRepeatKeys(b, mapping)) b.special = true;
}
/** Whether two keys of a mapping have the same hash. Few keys are compared each with each, many are sorted. */
function mayRepeatKeys(b, mapping) {
	const { arena } = b;
	let count = 0;
	for (let entry = cell(arena, mapping, 4); entry !== 0; entry = cell(arena, entry, 3)) {
		const hash = cell(arena, cell(arena, entry, 5), 7);
		if (count < 8) {
			for (let i = 0; i < count; i++) if (b.hashes[i] === hash) return true;
		} else if (count >= b.hashes.length) {
			const larger = new Int32Array(count * 2);
			larger.set(b.hashes);
			b.hashes = larger;
		}
		b.hashes[count++] = hash;
	}
	if (count <= 8) return false;
	const sorted = b.hashes.subarray(0, count).sort();
	for (let i = 1; i < count; i++) if (sorted[i] === sorted[i - 1]) return true;
	return false;
}
//#endregion
//#region packages/parser/src/reader/decode-scalar.ts
/**
* The value of a scalar that was scanned without fault, from its span. `offsets`, if given, receives the place of each
* UTF-16 unit of the value and the place of its end.
*/
function decodeScalar(chunk, form, start, end, indent, offsets) {
	const out = {
		value: "",
		offsets
	};
	switch (form) {
		case Form.plain:
			decodeFlow(out, chunk, Form.plain, start, end);
			offsets?.push(end);
			break;
		case Form.single:
		case Form.double:
			decodeFlow(out, chunk, form, start + 1, end - 1);
			offsets?.push(end - 1);
			break;
		case Form.literal:
		case Form.folded: {
			const valueEnd = decodeBlock(out, chunk, form === Form.literal, start, indent);
			offsets?.push(valueEnd);
			break;
		}
		case Form.jsonString:
			decodeJsonString(out, chunk.text, start + 1, end - 1);
			offsets?.push(end - 1);
			break;
		default:
			copy$1(out, chunk.text, start, end);
			offsets?.push(end);
	}
	return out.value;
}
function copy$1(out, text, start, end) {
	if (start >= end) return;
	out.value += text.slice(start, end);
	if (out.offsets !== void 0) for (let i = start; i < end; i++) out.offsets.push(i);
}
function put$1(out, value, at) {
	out.value += value;
	if (out.offsets !== void 0) for (let i = 0; i < value.length; i++) out.offsets.push(at);
}
/** What a line break is in a value: U+2028 and U+2029 stay, all others are LF. */
function breakText(unit) {
	return unit === 8232 || unit === 8233 ? String.fromCharCode(unit) : "\n";
}
/** Plain and quoted scalars: words, blanks between them, folded line breaks, and the escapes of each style. */
function decodeFlow(out, chunk, form, start, end) {
	const { text } = chunk;
	let position = start;
	while (position < end) {
		let afterBreak = false;
		let from = position;
		while (position < end) {
			const unit = text.charCodeAt(position);
			if (isBlankOrEnd(unit)) break;
			if (form === Form.single && unit === 39) {
				copy$1(out, text, from, position + 1);
				position += 2;
				from = position;
			} else if (form === Form.double && unit === 92) {
				copy$1(out, text, from, position);
				const next = text.charCodeAt(position + 1);
				if (isBreak(next)) {
					position += 1 + breakLength(text, position + 1, end, chunk.split);
					from = position;
					afterBreak = true;
					break;
				}
				position = decodeEscape(out, text, position, next);
				from = position;
			} else position++;
		}
		copy$1(out, text, from, position);
		position = decodeBlanks(out, chunk, position, end, afterBreak);
	}
}
/** Blanks are kept between words and dropped around line breaks; one break is a space, each further one an LF. */
function decodeBlanks(out, chunk, start, end, escapedBreak) {
	const { text } = chunk;
	let position = start;
	let afterBreak = escapedBreak;
	let first = "";
	let firstAt = start;
	let more = 0;
	while (position < end) {
		const unit = text.charCodeAt(position);
		if (isBlank(unit)) position++;
		else if (isBreak(unit)) {
			if (!afterBreak) {
				first = breakText(unit);
				firstAt = position;
				afterBreak = true;
				if (first !== "\n") put$1(out, first, firstAt);
			} else {
				put$1(out, breakText(unit), position);
				more++;
			}
			position += breakLength(text, position, end, chunk.split);
		} else break;
	}
	if (!afterBreak) copy$1(out, text, start, position);
	else if (first === "\n" && more === 0) put$1(out, " ", firstAt);
	return position;
}
function decodeEscape(out, text, position, letter) {
	const digits = letter === 120 ? 2 : letter === 117 ? 4 : letter === 85 ? 8 : 0;
	if (digits === 0) {
		put$1(out, String.fromCharCode(simpleEscape(letter)), position);
		return position + 2;
	}
	let value = 0;
	for (let i = 0; i < digits; i++) value = value * 16 + hexValue(text.charCodeAt(position + 2 + i));
	put$1(out, String.fromCodePoint(value), position);
	return position + 2 + digits;
}
/** Literal and folded scalars; returns where the value ends. */
function decodeBlock(out, chunk, literal, start, indent) {
	const { text } = chunk;
	const at = (position) => position < chunk.end ? text.charCodeAt(position) : 0;
	let chomping = 0;
	let position = start + 1;
	for (let unit = at(position);; unit = at(++position)) if (unit === 43 || unit === 45) chomping = unit === 43 ? 1 : -1;
	else if (!isDigit(unit)) break;
	while (isBlank(at(position))) position++;
	if (at(position) === 35) while (!isBreakOrEnd(at(position))) position++;
	if (isBreak(at(position))) position += breakLength(text, position, chunk.end, chunk.split);
	let valueEnd = position;
	let lineBreak = -1;
	let breaks = [];
	let afterBlank = false;
	const skipBreaks = () => {
		for (;;) {
			let column = 0;
			while (column < indent && at(position) === 32) {
				position++;
				column++;
			}
			if (!isBreak(at(position))) return column === indent && position < chunk.end;
			breaks.push(position);
			position += breakLength(text, position, chunk.end, chunk.split);
		}
	};
	const putBreaks = () => {
		for (const place of breaks) put$1(out, breakText(text.charCodeAt(place)), place);
		breaks = [];
	};
	while (skipBreaks()) {
		const startsBlank = isBlank(at(position));
		const foldable = lineBreak >= 0 && breakText(text.charCodeAt(lineBreak)) === "\n";
		if (!literal && foldable && !afterBlank && !startsBlank) {
			if (breaks.length === 0) put$1(out, " ", lineBreak);
		} else if (lineBreak >= 0) put$1(out, breakText(text.charCodeAt(lineBreak)), lineBreak);
		putBreaks();
		afterBlank = startsBlank;
		const from = position;
		while (!isBreakOrEnd(at(position))) position++;
		copy$1(out, text, from, position);
		valueEnd = position;
		lineBreak = -1;
		if (position < chunk.end) {
			lineBreak = position;
			position += breakLength(text, position, chunk.end, chunk.split);
		}
	}
	if (chomping !== -1 && lineBreak >= 0) {
		put$1(out, breakText(text.charCodeAt(lineBreak)), lineBreak);
		valueEnd = lineBreak + 1;
	}
	if (chomping === 1) {
		const last = breaks[breaks.length - 1];
		putBreaks();
		if (last !== void 0) valueEnd = last + 1;
	}
	return valueEnd;
}
/** String of a JSON text; surrogates without their other half become U+FFFD, as in encoding/json. */
function decodeJsonString(out, text, start, end) {
	let position = start;
	while (position < end) {
		const backslash = text.indexOf("\\", position);
		if (backslash < 0 || backslash >= end) break;
		copy$1(out, text, position, backslash);
		const letter = text.charCodeAt(backslash + 1);
		if (letter !== 117) {
			put$1(out, letter === 47 ? "/" : String.fromCharCode(simpleEscape(letter)), backslash);
			position = backslash + 2;
			continue;
		}
		const unit = Number.parseInt(text.slice(backslash + 2, backslash + 6), 16);
		position = backslash + 6;
		if ((unit & 63488) !== 55296) put$1(out, String.fromCharCode(unit), backslash);
		else {
			const low = text.startsWith("\\u", position) ? Number.parseInt(text.slice(position + 2, position + 6), 16) : 0;
			if ((unit & 64512) === 55296 && (low & 64512) === 56320) {
				put$1(out, String.fromCharCode(unit, low), backslash);
				position += 6;
			} else put$1(out, "�", backslash);
		}
	}
	copy$1(out, text, position, end);
}
//#endregion
//#region packages/parser/src/reader/resolve-scalar.ts
const TAG_PREFIX = "tag:yaml.org,2002:";
const words$1 = new Map([
	...entries("bool", "true", [
		"y",
		"Y",
		"yes",
		"Yes",
		"YES",
		"true",
		"True",
		"TRUE",
		"on",
		"On",
		"ON"
	]),
	...entries("bool", "false", [
		"n",
		"N",
		"no",
		"No",
		"NO",
		"false",
		"False",
		"FALSE",
		"off",
		"Off",
		"OFF"
	]),
	...entries("nil", "null", [
		"",
		"~",
		"null",
		"Null",
		"NULL"
	]),
	...entries("float64", "NaN", [
		".nan",
		".NaN",
		".NAN"
	]),
	...entries("float64", "+Inf", [
		".inf",
		".Inf",
		".INF",
		"+.inf",
		"+.Inf",
		"+.INF"
	]),
	...entries("float64", "-Inf", [
		"-.inf",
		"-.Inf",
		"-.INF"
	])
]);
function entries(type, spelling, forms) {
	return forms.map((form) => [form, {
		type,
		spelling
	}]);
}
/** The type of a plain scalar without a tag. */
function resolvePlain(value) {
	const word = words$1.get(value);
	if (word !== void 0) return word;
	const first = value.charCodeAt(0);
	if (first === 46) return resolvePointFloat(value);
	return first >= 48 && first <= 57 || first === 43 || first === 45 ? resolveNumber(value) : {
		type: "string",
		spelling: value
	};
}
const pointFloat = /^\.[0-9]+(?:_[0-9]+)*(?:[eE][-+]?[0-9]+(?:_[0-9]+)*)?$/;
function resolvePointFloat(value) {
	return (pointFloat.test(value) ? floatOf(value.replaceAll("_", "")) : void 0) ?? {
		type: "string",
		spelling: value
	};
}
const integer = /^([-+]?)(?:(0[xX][0-9a-fA-F]+|0[bB][01]+|0[oO][0-7]+)|0([0-7]*)|([1-9][0-9]*))$/;
const signedBinary = /^0b([-+])([01]+)$/;
const float = /^[-+]?(?:\.[0-9]+|[0-9]+(?:\.[0-9]*)?)(?:[eE][-+]?[0-9]+)?$/;
const MAX_INT = 2n ** 63n - 1n;
const MIN_INT = -(2n ** 63n);
const MAX_UINT = 2n ** 64n - 1n;
function resolveNumber(value) {
	const plain = value.includes("_") ? value.replaceAll("_", "") : value;
	const match = integer.exec(plain);
	if (match !== null) {
		const [, sign = "", prefixed, octal, decimal] = match;
		const magnitude = BigInt(prefixed?.toLowerCase() ?? decimal ?? (octal === "" ? "0" : `0o${octal}`));
		const resolved = intOf(sign === "-" ? -magnitude : magnitude, sign === "");
		if (resolved !== void 0) return resolved;
	}
	const binary = signedBinary.exec(plain);
	if (binary !== null) {
		const magnitude = BigInt(`0b${binary[2] ?? "0"}`);
		const resolved = intOf(binary[1] === "-" ? -magnitude : magnitude, false);
		if (resolved !== void 0) return resolved;
	}
	return (float.test(plain) ? floatOf(plain) : void 0) ?? {
		type: "string",
		spelling: value
	};
}
function intOf(value, mayBeUnsigned) {
	if (value >= MIN_INT && value <= MAX_INT) return {
		type: "int",
		spelling: value.toString()
	};
	if (mayBeUnsigned && value <= MAX_UINT) return {
		type: "uint64",
		spelling: value.toString()
	};
}
function floatOf(text) {
	const value = Number(text);
	return Number.isFinite(value) ? {
		type: "float64",
		spelling: spellFloat(value)
	} : void 0;
}
/** encoding/json's form of a float, which is JavaScript's but for the sign of zero. */
function spellFloat(value) {
	return Object.is(value, -0) ? "-0" : String(value);
}
/** A tagged scalar, or why Go refuses it. */
function resolveTagged(tag, value) {
	const name = tag.startsWith(TAG_PREFIX) ? tag.slice(18) : "";
	switch (name) {
		case "bool":
		case "int":
		case "float":
		case "null":
		case "timestamp": return resolveTyped(name, value);
		case "binary": {
			const text = decodeBase64(value);
			if (text === void 0) return { problem: "!!binary value contains invalid base64 data" };
			return {
				type: "string",
				spelling: text
			};
		}
	}
	return {
		type: "string",
		spelling: value
	};
}
const tagOfType = {
	string: "str",
	int: "int",
	uint64: "int",
	float64: "float",
	bool: "bool",
	nil: "null",
	timestamp: "timestamp",
	merge: "merge"
};
function resolveTyped(wanted, value) {
	if (wanted === "timestamp" && isTimestamp(value)) return {
		type: "timestamp",
		spelling: value
	};
	const resolved = resolvePlain(value);
	const found = tagOfType[resolved.type];
	if (found === wanted) return resolved;
	if (wanted === "float" && resolved.type === "int") return {
		type: "float64",
		spelling: spellFloat(Number(resolved.spelling))
	};
	return { problem: `cannot decode !!${found} \`${value}\` as a !!${wanted}` };
}
const timestamp = /^(\d{4})-(\d{1,2})-(\d{1,2})(?:[Tt](\d{1,2}):(\d{1,2}):(\d{1,2})(?:[.,]\d+)?(?:Z|[-+](\d\d):(\d\d))| (\d{1,2}):(\d{1,2}):(\d{1,2})(?:[.,]\d+)?)?$/;
/** The forms of resolve.go allowedTimestampFormats, as time.Parse takes them. */
function isTimestamp(value) {
	const match = timestamp.exec(value);
	if (match === null) return false;
	const [year = 0, month = 0, day = 0] = match.slice(1, 4).map(Number);
	const lastDay = new Date(Date.UTC(2e3 + year % 400, month, 0)).getUTCDate();
	if (month < 1 || month > 12 || day < 1 || day > lastDay) return false;
	const [hour = 0, minute = 0, second = 0] = [
		4,
		5,
		6
	].map((i) => Number(match[i] ?? match[i + 5] ?? 0));
	return hour < 24 && minute < 60 && second < 60 && Number(match[7] ?? 0) <= 24 && Number(match[8] ?? 0) < 60;
}
const base64 = /^(?:[A-Za-z0-9+/]{4})*(?:[A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?$/;
/** base64.StdEncoding, line breaks ignored; then bytes as encoding/json writes them, one U+FFFD for each that is no UTF-8. */
function decodeBase64(value) {
	const packed = value.replace(/[\r\n]/g, "");
	if (!base64.test(packed)) return void 0;
	const bytes = Buffer.from(packed, "base64");
	let text = "";
	for (let i = 0; i < bytes.length;) {
		const length = utf8Length(bytes, i);
		text += length === 0 ? "�" : bytes.toString("utf8", i, i + length);
		i += Math.max(1, length);
	}
	return text;
}
function utf8Length(bytes, at) {
	const lead = bytes[at] ?? 0;
	const length = lead < 128 ? 1 : lead < 194 ? 0 : lead < 224 ? 2 : lead < 240 ? 3 : lead < 245 ? 4 : 0;
	const second = bytes[at + 1] ?? 0;
	if (length > 2) {
		if (second < (lead === 224 ? 160 : lead === 240 ? 144 : 128) || second > (lead === 237 ? 159 : lead === 244 ? 143 : 191)) return 0;
	}
	for (let i = 1; i < length; i++) if (((bytes[at + i] ?? 0) & 192) !== 128) return 0;
	return length;
}
/** A scalar as the key of a JSON object; undefined where sigs.k8s.io/yaml refuses it (convertToJSONableObject). */
function spellKey(resolved) {
	switch (resolved.type) {
		case "nil":
		case "uint64": return;
		case "float64": return spellFloatKey(resolved.spelling);
		case "string":
		case "int":
		case "bool":
		case "timestamp":
		case "merge": return resolved.spelling;
	}
}
/** strconv.FormatFloat(value, 'g', -1, 32): the shortest digits that give the same float32. */
function spellFloatKey(spelling) {
	if (spelling === "NaN") return ".nan";
	if (spelling.endsWith("Inf")) return spelling.startsWith("-") ? "-.inf" : ".inf";
	const value = Math.fround(Number(spelling));
	if (value === 0) return Object.is(value, -0) ? "-0" : "0";
	if (!Number.isFinite(value)) return value < 0 ? "-.inf" : ".inf";
	let digits = 1;
	while (digits < 9 && Math.fround(Number(value.toPrecision(digits))) !== value) digits++;
	const [mantissa = "", exponentText = "0"] = value.toExponential(digits - 1).split("e");
	const exponent = Number(exponentText);
	if (exponent >= -4 && exponent < 6) return value.toFixed(Math.max(0, digits - 1 - exponent));
	const magnitude = String(Math.abs(exponent)).padStart(2, "0");
	return `${mantissa}e${exponent < 0 ? "-" : "+"}${magnitude}`;
}
//#endregion
//#region packages/parser/src/reader/node-value.ts
/** Follows aliases and merged entries to the node that was written. */
function written(builder, node) {
	let target = node;
	for (;;) {
		const form = cell(builder.arena, target, 0) & 15;
		if (form !== Form.alias && form !== Form.merged) return target;
		target = cell(builder.arena, target, 4);
	}
}
function formOf(builder, node) {
	return cell(builder.arena, node, 0) & 15;
}
/** The text of a scalar before the resolver looks at it. */
function rawText(d, node) {
	const { arena } = d.builder;
	const flags = cell(arena, node, 0);
	const start = cell(arena, node, 1);
	const end = cell(arena, node, 2);
	const form = flags & 15;
	if ((flags & 16) !== 0) return decodeScalar(d.chunk, form, start, end, cell(arena, node, 4));
	return form === Form.plain || form === Form.jsonLiteral ? d.chunk.text.slice(start, end) : d.chunk.text.slice(start + 1, end - 1);
}
/** What the resolver makes of a written scalar; a scalar with an impossible tag was refused before. */
function resolveNode(d, node) {
	const { arena, tags } = d.builder;
	const flags = cell(arena, node, 0);
	const form = flags & 15;
	const text = rawText(d, node);
	if ((flags & 32) !== 0) {
		const resolved = resolveTagged(tags[cell(arena, node, 6)] ?? "", text);
		return "problem" in resolved ? {
			type: "string",
			spelling: text
		} : resolved;
	}
	if (form === Form.plain) return resolvePlain(text);
	if (form === Form.jsonLiteral) return resolveJsonLiteral(text);
	return {
		type: "string",
		spelling: text
	};
}
function resolveJsonLiteral(text) {
	if (text === "null") return {
		type: "nil",
		spelling: text
	};
	if (text === "true" || text === "false") return {
		type: "bool",
		spelling: text
	};
	return {
		type: "float64",
		spelling: text
	};
}
const kinds = [
	"mapping",
	"sequence",
	"string",
	"integer",
	"float",
	"boolean",
	"null"
];
const STRING = 3;
/** Kind of a node that was asked for before; undefined for others, and for aliases. */
function knownKind({ builder }, node) {
	return kinds[(cell(builder.arena, node, 0) >> 8) - 1];
}
/** Kind of a written node, remembered in the arena. */
function kindOf(d, node) {
	const { arena } = d.builder;
	const flags = cell(arena, node, 0);
	let known = flags >> 8;
	if (known === 0) {
		known = findKind(d, node, flags);
		setCell(arena, node, 0, flags | known << 8);
	}
	return kinds[known - 1] ?? "null";
}
function findKind(d, node, flags) {
	const form = flags & 15;
	if (form === Form.mapping) return 1;
	if (form === Form.sequence) return 2;
	if ((flags & 32) === 0) {
		if (form !== Form.plain && form !== Form.jsonLiteral) return STRING;
		const { arena } = d.builder;
		if (form === Form.plain && isPlainString(d.chunk.text, cell(arena, node, 1), cell(arena, node, 2))) return STRING;
	}
	const { type, spelling } = resolveNode(d, node);
	switch (type) {
		case "string":
		case "timestamp":
		case "merge": return STRING;
		case "int":
		case "uint64": return 4;
		case "float64": return /^-?[0-9]+$/.test(spelling) ? 4 : 5;
		case "bool": return 6;
		case "nil": return 7;
	}
}
/** A scalar's text as JSON spells it, quotes and escapes of strings aside. */
function scalarText(d, node) {
	const flags = cell(d.builder.arena, node, 0);
	if ((flags & 32) === 0 && (flags & 15) !== Form.plain) return rawText(d, node);
	if (kindOf(d, node) === "string" && (flags & 32) === 0) return rawText(d, node);
	return resolveNode(d, node).spelling;
}
/** A key as Go prints it. */
function keyText(d, key) {
	if ((cell(d.builder.arena, key, 0) & 64) !== 0) return rawText(d, key);
	const target = written(d.builder, key);
	const form = formOf(d.builder, target);
	if (form === Form.mapping || form === Form.sequence) return "";
	return spellKey(resolveNode(d, target)) ?? "";
}
//#endregion
//#region packages/parser/src/reader/alias-budget.ts
/** Up to this many decoded nodes nearly all may come from aliases; from `MANY` on, a tenth (decode.go allowedAliasRatio). */
const FEW = 4e5;
const MANY = 4e6;
function allowedRatio(decoded) {
	if (decoded <= FEW) return .99;
	if (decoded >= MANY) return .1;
	return .99 - .89 * ((decoded - FEW) / (MANY - FEW));
}
/**
* Walks a document as Go decodes it, aliases expanded, and stops where Go does: at an anchor that contains itself, and
* when aliases make up too much of the work. That bound makes the walk linear in the text.
*/
function checkAliases(d) {
	const { builder } = d;
	const { arena } = builder;
	const expanding = /* @__PURE__ */ new Set();
	const waiting = [builder.root];
	let decoded = 1;
	let fromAliases = 0;
	for (let node = waiting.pop(); node !== void 0; node = waiting.pop()) {
		if (node < 0) {
			expanding.delete(-node);
			continue;
		}
		decoded++;
		if (expanding.size > 0) fromAliases++;
		if (fromAliases > 100 && decoded > 1e3 && fromAliases / decoded > allowedRatio(decoded)) return {
			message: "yaml: document contains excessive aliasing",
			offset: cell(arena, node, 1)
		};
		const form = formOf(builder, node);
		if (form === Form.alias) {
			if (expanding.has(node)) return {
				message: `yaml: anchor '${d.chunk.text.slice(cell(arena, node, 1) + 1, cell(arena, node, 2))}' value contains itself`,
				offset: cell(arena, node, 1)
			};
			expanding.add(node);
			waiting.push(-node, cell(arena, node, 4));
		} else if (form === Form.sequence || form === Form.mapping) {
			const bottom = waiting.length;
			for (let child = cell(arena, node, 4); child !== 0; child = cell(arena, child, 3)) {
				const key = form === Form.mapping ? cell(arena, child, 5) : 0;
				if (key !== 0 && isMergeKey(d, key)) for (const source of mergeSources(builder, child)) waiting.push(source);
				else {
					if (key !== 0) waiting.push(key);
					waiting.push(child);
				}
			}
			reverseFrom(waiting, bottom);
		}
	}
}
function reverseFrom(list, bottom) {
	for (let low = bottom, high = list.length - 1; low < high; low++, high--) {
		const other = list[low] ?? 0;
		list[low] = list[high] ?? 0;
		list[high] = other;
	}
}
//#endregion
//#region packages/parser/src/reader/compose.ts
/**
* Gives the mappings of a parsed document the entries Go keeps: merges applied in document order, of equal keys the
* last (decode.go mapping, merge, setMapIndex), and says what Go refuses. Only documents marked `special` need it.
*/
function composeDocument(d, strict, surprises) {
	const { builder } = d;
	const refusal = checkScalars(d) ?? checkKeys(d) ?? (builder.aliasCount > 0 ? checkAliases(d) : void 0);
	if (refusal !== void 0) return refusal;
	let repeated;
	for (const mapping of builder.mappings) if (!isOrdinary(builder, mapping)) repeated = composeMapping(d, mapping, surprises) ?? repeated;
	if (strict && repeated !== void 0) return repeated;
	return mayHoldUnspeakable(d) ? findUnspeakable(d) : void 0;
}
function checkScalars(d) {
	const { arena, tags } = d.builder;
	if (tags.length === 0) return void 0;
	for (let node = 1; node < arena.count; node++) {
		if ((cell(arena, node, 0) & 32) === 0) continue;
		const resolved = resolveTagged(tags[cell(arena, node, 6)] ?? "", rawText(d, node));
		if ("problem" in resolved) return {
			message: `yaml: ${resolved.problem}`,
			offset: cell(arena, node, 1)
		};
	}
}
/** Go refuses collections as keys, and merges of anything but mappings. */
function checkKeys(d) {
	const { builder } = d;
	const { arena } = builder;
	for (const mapping of builder.mappings) for (let entry = cell(arena, mapping, 4); entry !== 0; entry = cell(arena, entry, 3)) {
		const key = cell(arena, entry, 5);
		if ((cell(arena, key, 0) & 64) !== 0) continue;
		if (isMergeKey(d, key)) {
			if (mergeSources(builder, entry).length > 0 || isEmptySequence(builder, entry)) continue;
			return {
				message: "yaml: map merge requires map or sequence of maps as the value",
				offset: cell(arena, entry, 1)
			};
		}
		const form = formOf(builder, written(builder, key));
		if (form !== Form.mapping && form !== Form.sequence) continue;
		return {
			message: `yaml: invalid map key: ${form === Form.mapping ? "map[interface {}]interface {}" : "[]interface {}"}`,
			offset: cell(arena, key, 1)
		};
	}
}
function isEmptySequence(builder, node) {
	return formOf(builder, node) === Form.sequence && cell(builder.arena, node, 4) === 0;
}
function isOrdinary(builder, mapping) {
	const { arena } = builder;
	for (let entry = cell(arena, mapping, 4); entry !== 0; entry = cell(arena, entry, 3)) if ((cell(arena, cell(arena, entry, 5), 0) & 64) === 0) return false;
	return !mayRepeatKeys(builder, mapping);
}
function composeMapping(d, mapping, surprises) {
	const { builder } = d;
	const { arena } = builder;
	const c = {
		d,
		entries: /* @__PURE__ */ new Map(),
		surprises,
		repeated: void 0
	};
	for (let value = cell(arena, mapping, 4); value !== 0; value = cell(arena, value, 3)) {
		const key = cell(arena, value, 5);
		if (isMergeKey(d, key)) for (const source of mergeSources(builder, value)) merge(c, source, key);
		else put(c, {
			key,
			value,
			merge: 0
		});
	}
	relink(arena, mapping, [...withoutCollisions(c)]);
	return c.repeated;
}
/** `<<` written plain, or with the tag `!!merge` or `!` (decode.go isMerge). */
function isMergeKey(d, key) {
	const { arena, tags } = d.builder;
	const flags = cell(arena, key, 0);
	const form = flags & 15;
	if ((flags & 64) !== 0 || form === Form.jsonString || form > Form.folded) return false;
	if ((flags & 32) !== 0) {
		const tag = tags[cell(arena, key, 6)] ?? "";
		if (tag !== "!" && tag !== "tag:yaml.org,2002:merge") return false;
	} else if (form !== Form.plain) return false;
	return rawText(d, key) === "<<";
}
/** The mappings that a merge takes entries from, in the order in which Go writes them; none if one of them is no mapping. */
function mergeSources(builder, value) {
	const { arena } = builder;
	const form = formOf(builder, value);
	if (form === Form.mapping) return [value];
	if (form === Form.alias) return formOf(builder, cell(arena, value, 4)) === Form.mapping ? [value] : [];
	if (form !== Form.sequence) return [];
	const sources = [];
	for (let item = cell(arena, value, 4); item !== 0; item = cell(arena, item, 3)) {
		if (formOf(builder, formOf(builder, item) === Form.alias ? cell(arena, item, 4) : item) !== Form.mapping) return [];
		sources.push(item);
	}
	return sources.reverse();
}
function merge(c, source, mergeKey) {
	const { builder } = c.d;
	const { arena } = builder;
	const mapping = written(builder, source);
	for (let value = cell(arena, mapping, 4); value !== 0; value = cell(arena, value, 3)) put(c, {
		key: cell(arena, value, 5),
		value,
		merge: mergeKey
	});
}
function put(c, entry) {
	const identity = identityOf(c.d, entry.key);
	const earlier = c.entries.get(identity);
	if (earlier !== void 0) {
		const key = keyText(c.d, entry.key);
		c.repeated ??= {
			message: alreadySet(key, formOf(c.d.builder, entry.key) === Form.jsonString),
			offset: cell(c.d.builder.arena, entry.value, 1)
		};
		if (entry.merge === 0 ? earlier.merge === 0 : entry.merge !== earlier.merge) c.surprises.push(surprise(c.d, entry.merge === 0 ? "duplicate-key" : "merge-override", key, earlier.key, entry.key, false));
		c.entries.delete(identity);
	}
	c.entries.set(identity, entry);
}
function alreadySet(key, inJson) {
	const name = JSON.stringify(key);
	return inJson ? `strict decoding error: duplicate field ${name}` : `yaml: unmarshal errors: key ${name} already set in map`;
}
/** Keys are equal in Go if type and value are: `1` is not `"1"`, and NaN equals nothing. */
function identityOf(d, key) {
	const { type, spelling } = resolveNode(d, written(d.builder, key));
	if (type === "float64") {
		if (spelling === "NaN") return `NaN ${key}`;
		return `float64 ${spelling === "-0" ? "0" : spelling}`;
	}
	return type === "timestamp" ? `string ${spelling}` : `${type} ${spelling}`;
}
/** Keys that differ in Go and are the same in JSON: which of them stays is random (Go's map order). */
function* withoutCollisions(c) {
	const last = /* @__PURE__ */ new Map();
	for (const entry of c.entries.values()) {
		const key = keyText(c.d, entry.key);
		const earlier = last.get(key);
		if (earlier !== void 0) c.surprises.push(surprise(c.d, "duplicate-key", key, earlier.key, entry.key, true));
		last.set(key, entry);
	}
	for (const entry of c.entries.values()) if (last.get(keyText(c.d, entry.key)) === entry) yield entry;
}
function surprise(d, form, key, loser, winner, undetermined) {
	const { arena } = d.builder;
	return {
		form,
		key,
		start: cell(arena, loser, 1),
		end: cell(arena, loser, 2),
		winnerStart: cell(arena, winner, 1),
		winnerEnd: cell(arena, winner, 2),
		undetermined
	};
}
function relink(arena, mapping, entries) {
	let previous = 0;
	setCell(arena, mapping, 4, 0);
	for (const { key, value, merge } of entries) {
		let node = value;
		if (merge !== 0) {
			node = addNode(arena, Form.merged, cell(arena, value, 1), cell(arena, value, 2));
			setCell(arena, node, 4, value);
			setCell(arena, node, 5, key);
		}
		if (previous === 0) setCell(arena, mapping, 4, node);
		else setCell(arena, previous, 3, node);
		setCell(arena, node, 3, 0);
		previous = node;
	}
	setCell(arena, mapping, 6, previous);
}
function isUnspeakable(d, node) {
	if (formOf(d.builder, node) !== Form.plain && (cell(d.builder.arena, node, 0) & 32) === 0) return false;
	const { type, spelling } = resolveNode(d, node);
	return type === "float64" && (spelling === "NaN" || spelling.endsWith("Inf"));
}
function mayHoldUnspeakable(d) {
	const { builder, chunk } = d;
	const { arena } = builder;
	for (let node = 1; node < arena.count; node++) {
		if (formOf(builder, node) > Form.folded) continue;
		const first = chunk.text.charCodeAt(cell(arena, node, 1));
		if ((first === 46 || first === 43 || first === 45 || (cell(arena, node, 0) & 32) !== 0) && isUnspeakable(d, node)) return true;
	}
	for (const mapping of builder.mappings) for (let entry = cell(arena, mapping, 4); entry !== 0; entry = cell(arena, entry, 3)) if (!isSpeakableKey(d, cell(arena, entry, 5))) return true;
	return false;
}
function isSpeakableKey(d, key) {
	if ((cell(d.builder.arena, key, 0) & 64) !== 0) return true;
	return spellKey(resolveNode(d, written(d.builder, key))) !== void 0;
}
/**
* The first value or key that Go reads and can not turn into JSON. Overwritten entries do not count, so this walks what
* is left, each node once.
*/
function findUnspeakable(d) {
	const { builder } = d;
	const { arena } = builder;
	const seen = new Uint8Array(arena.count);
	const waiting = [builder.root];
	for (let next = waiting.pop(); next !== void 0; next = waiting.pop()) {
		const node = written(builder, next);
		if (seen[node] === 1) continue;
		seen[node] = 1;
		const form = formOf(builder, node);
		if (form === Form.mapping || form === Form.sequence) for (let child = cell(arena, node, 4); child !== 0; child = cell(arena, child, 3)) {
			const key = cell(arena, child, 5);
			if (form === Form.mapping && !isSpeakableKey(d, key)) return {
				message: "unsupported map key",
				offset: cell(arena, key, 1)
			};
			waiting.push(child);
		}
		else if (isUnspeakable(d, node)) return {
			message: `json: unsupported value: ${resolveNode(d, node).spelling}`,
			offset: cell(arena, next, 1)
		};
	}
}
//#endregion
//#region packages/parser/src/reader/hidden-text.ts
const control = /[\0-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\ufffe\uffff]/g;
const otherBreak = /[\r\x85\u2028\u2029]/;
const hiddenBreak = /\r(?!\r?\n)|[\x85\u2028\u2029]/g;
/** First character from `start` on that YAML does not allow; the length of the text if there is none. */
function findControl(text, start) {
	control.lastIndex = start;
	return control.exec(text)?.index ?? text.length;
}
/** Whether LF alone ends lines in a text. */
function onlyLineFeeds(text) {
	return !otherBreak.test(text);
}
/** At most so many hidden line breaks of a document are worth telling. */
const TOLD = 100;
/** Line breaks for Go that are none, or unusual ones, for a person: U+0085, U+2028, U+2029, a lone CR. */
function hiddenBreaks(text, start, end) {
	const found = [];
	hiddenBreak.lastIndex = start;
	while (found.length < TOLD) {
		const match = hiddenBreak.exec(text);
		if (match === null || match.index >= end) break;
		found.push({
			form: "line-break",
			start: match.index,
			end: match.index + 1
		});
	}
	return found;
}
const spaceAndComments = /(?:\s+|#[^\n\r\x85\u2028\u2029]*)+/y;
/** Text after a document's end that Go never looks at; undefined if there are only blanks and comments. */
function ignoredText(text, from, end) {
	spaceAndComments.lastIndex = from;
	const start = spaceAndComments.test(text) ? spaceAndComments.lastIndex : from;
	if (start >= end) return void 0;
	return {
		form: "ignored-text",
		start,
		end: start + text.slice(start, end).trimEnd().length
	};
}
/** Bytes that goyaml reads at once (yamlprivateh.go input_raw_buffer_size). */
const BUFFER_SIZE = 512;
/**
* Whether Go meets the character at `control` although the document ends before it: it reads and checks the text in
* pieces of 512 bytes, up to the piece that holds `position`.
*/
function isReadAhead(text, start, position, control, split) {
	let bytes = 0;
	let pieceStart = 0;
	for (let i = start; i < control;) {
		const { units, length } = characterAt(text, i, split);
		if (bytes + length - pieceStart > BUFFER_SIZE) {
			if (i > position) return false;
			pieceStart = bytes;
		}
		bytes += length;
		i += units;
	}
	const { length } = characterAt(text, control, split);
	return bytes + length - pieceStart <= BUFFER_SIZE || control <= position;
}
/**
* Where goyaml's buffer has to be filled again, for a chunk with byte order marks inside; none for others. goyaml looks
* for the mark at the start of its buffer instead of at the place it has reached (yamlprivateh.go is_bom): while a mark
* stands there, it drops the first character of each line, even the `#` of a comment.
*/
function bufferEnds(text, start, end, split) {
	const mark = text.indexOf("﻿", withoutMark(text, start));
	if (mark < 0 || mark >= end) return [];
	const ends = [];
	let bytes = 0;
	let pieceStart = 0;
	for (let position = start; position < end;) {
		const { units, length } = characterAt(text, position, split);
		if (bytes + length - pieceStart > BUFFER_SIZE) {
			ends.push(position);
			pieceStart = bytes;
		}
		bytes += length;
		position += units;
	}
	ends.push(end);
	return ends;
}
/** How many UTF-16 units and how many UTF-8 bytes a character takes; Go's splitter drops a CR before LF. */
function characterAt(text, at, split) {
	const unit = text.charCodeAt(at);
	if (split && unit === 13 && text.charCodeAt(at + 1) === 10) return {
		units: 1,
		length: 0
	};
	if (unit < 128) return {
		units: 1,
		length: 1
	};
	if (unit < 2048) return {
		units: 1,
		length: 2
	};
	return (unit & 64512) === 55296 && at + 1 < text.length ? {
		units: 2,
		length: 4
	} : {
		units: 1,
		length: 3
	};
}
function withoutMark(text, start) {
	return text.charCodeAt(start) === 65279 ? start + 1 : start;
}
//#endregion
//#region packages/parser/src/reader/node-tree.ts
/** The document in the arena, as others see it; whoever fills the arena sets text and root. */
function treeOf(d) {
	const { builder, chunk } = d;
	const { arena } = builder;
	const tree = {
		text: "",
		root: 0,
		kind: (node) => knownKind(d, node) ?? kindOf(d, written(builder, node)),
		start: (node) => cell(arena, node, 1),
		end: (node) => cell(arena, node, 2),
		first: (node) => {
			const target = written(builder, node);
			const form = cell(arena, target, 0) & 15;
			return form === Form.mapping || form === Form.sequence ? cell(arena, target, 4) : 0;
		},
		next: (node) => cell(arena, node, 3),
		key: (entry) => keyText(d, cell(arena, entry, 5)),
		keyIs: (entry, key) => {
			const node = cell(arena, entry, 5);
			const flags = cell(arena, node, 0);
			if ((flags & 64) === 0) return keyText(d, node) === key;
			const quote = (flags & 15) === Form.plain ? 0 : 1;
			const start = cell(arena, node, 1) + quote;
			return cell(arena, node, 2) - quote - start === key.length && chunk.text.startsWith(key, start);
		},
		keyStart: (entry) => cell(arena, cell(arena, entry, 5), 1),
		keyEnd: (entry) => cell(arena, cell(arena, entry, 5), 2),
		scalar: (node) => scalarText(d, written(builder, node)),
		offsets: (node) => offsetsOf(d, written(builder, node), tree.text.length)
	};
	return tree;
}
function offsetsOf(d, node, textLength) {
	const { arena } = d.builder;
	const flags = cell(arena, node, 0);
	const form = flags & 15;
	const start = cell(arena, node, 1);
	const end = cell(arena, node, 2);
	const { length } = scalarText(d, node);
	const offsets = [];
	if ((flags & 16) !== 0) decodeScalar(d.chunk, form, start, end, cell(arena, node, 4), offsets);
	else {
		const quote = form === Form.plain || form === Form.jsonLiteral ? 0 : 1;
		for (let i = start + quote; i <= end - quote; i++) offsets.push(i);
	}
	if ((offsets.at(-1) ?? 0) > textLength) offsets[offsets.length - 1] = textLength;
	return offsets.length === length + 1 ? offsets : Array.from({ length: length + 1 }, (_, i) => i < length ? start : end);
}
//#endregion
//#region packages/parser/src/reader/scan-properties.ts
/** `&name` or `*name`; names are ASCII letters, digits, `_` and `-`, nothing else. */
function scanAnchor(s, kind) {
	const start = s.position;
	let position = start + 1;
	while (isWord(unitAt(s, position))) position++;
	if (position === start + 1 || !endsAnchor(unitAt(s, position))) return fail(s, "did not find expected alphabetic or numeric character", start);
	s.position = position;
	pushToken(s, kind, start, position, 0, 0);
	return true;
}
function endsAnchor(unit) {
	return isBlankOrEnd(unit) || unit === 63 || unit === 58 || unit === 44 || unit === 93 || unit === 125 || unit === 37 || unit === 64 || unit === 96;
}
/** `!tag`, `!!tag`, `!handle!tag`, `!<tag>`. The token refers to two words: handle and rest. */
function scanTag(s) {
	const start = s.position;
	let handle = "";
	let suffix;
	if (unitAt(s, start + 1) === 60) {
		s.position = start + 2;
		suffix = scanUri(s, "", false, start);
		if (suffix === void 0) return false;
		if (unitAt(s, s.position) !== 62) return fail(s, "did not find the expected '>'", start);
		s.position++;
	} else {
		handle = scanHandle(s);
		const isHandle = handle.length > 1 && handle.endsWith("!");
		suffix = scanUri(s, isHandle ? "" : handle, !isHandle, start);
		if (suffix === void 0) return false;
		if (!isHandle) {
			handle = suffix === "" ? "" : "!";
			if (suffix === "") suffix = "!";
		}
	}
	if (!isBlankOrEnd(unitAt(s, s.position))) return fail(s, "did not find expected whitespace or line break", start);
	pushToken(s, Token.tag, start, s.position, 0, s.words.length);
	s.words.push(handle, suffix);
	return true;
}
function scanHandle(s) {
	const start = s.position++;
	while (isWord(unitAt(s, s.position))) s.position++;
	if (unitAt(s, s.position) === 33) s.position++;
	return s.text.slice(start, s.position);
}
/** The URI part of a tag; `head` is what was taken for a handle and was none, its `!` left out. */
function scanUri(s, head, mayBeEmpty, start) {
	let uri = head.slice(1);
	const from = s.position;
	for (;;) {
		const unit = unitAt(s, s.position);
		if (unit === 37) {
			const escaped = scanUriEscape(s, start);
			if (escaped === void 0) return void 0;
			uri += escaped;
		} else if (isUriUnit(unit)) {
			uri += String.fromCharCode(unit);
			s.position++;
		} else break;
	}
	if (s.position === from && !mayBeEmpty) {
		fail(s, "did not find expected tag URI", start);
		return;
	}
	return uri;
}
function isUriUnit(unit) {
	return isWord(unit) || unit > 32 && unit < 127 && ";/?:@&=+$,.!~*'()[]".includes(String.fromCharCode(unit));
}
/** One character written as `%XX` octets of its UTF-8 form. */
function scanUriEscape(s, start) {
	const octets = [];
	let wanted = 1;
	while (octets.length < wanted) {
		const high = unitAt(s, s.position + 1);
		const low = unitAt(s, s.position + 2);
		if (unitAt(s, s.position) !== 37 || !isHexDigit(high) || !isHexDigit(low)) {
			fail(s, "did not find URI escaped octet", start);
			return;
		}
		const octet = hexValue(high) * 16 + hexValue(low);
		if (octets.length === 0) {
			wanted = octet < 128 ? 1 : (octet & 224) === 192 ? 2 : (octet & 240) === 224 ? 3 : (octet & 248) === 240 ? 4 : 0;
			if (wanted === 0) {
				fail(s, "found an incorrect leading UTF-8 octet", start);
				return;
			}
		} else if ((octet & 192) !== 128) {
			fail(s, "found an incorrect trailing UTF-8 octet", start);
			return;
		}
		octets.push(octet);
		s.position += 3;
	}
	return new TextDecoder().decode(Uint8Array.from(octets));
}
/** `%YAML 1.1` or `%TAG !x! prefix`. */
function scanDirective(s) {
	const start = s.position++;
	const nameStart = s.position;
	while (isWord(unitAt(s, s.position))) s.position++;
	const name = s.text.slice(nameStart, s.position);
	if (name === "") return fail(s, "could not find expected directive name", start);
	if (!isBlankOrEnd(unitAt(s, s.position))) return fail(s, "found unexpected non-alphabetical character", start);
	if (name === "YAML") {
		if (!scanVersion(s, start)) return false;
	} else if (name === "TAG") {
		if (!scanTagDirective(s, start)) return false;
	} else return fail(s, "found unknown directive name", start);
	skipBlanks(s);
	if (unitAt(s, s.position) === 35) while (!isBreakOrEnd(unitAt(s, s.position))) s.position++;
	if (!isBreakOrEnd(unitAt(s, s.position))) return fail(s, "did not find expected comment or line break", start);
	if (isBreak(unitAt(s, s.position))) skipBreak(s);
	return true;
}
function scanVersion(s, start) {
	skipBlanks(s);
	const major = scanVersionNumber(s, start);
	if (major < 0) return false;
	if (unitAt(s, s.position) !== 46) return fail(s, "did not find expected digit or '.' character", start);
	s.position++;
	const minor = scanVersionNumber(s, start);
	if (minor < 0) return false;
	pushToken(s, Token.versionDirective, start, s.position, 0, major * 100 + minor);
	return true;
}
function scanVersionNumber(s, start) {
	const from = s.position;
	let value = 0;
	while (isDigit(unitAt(s, s.position))) {
		if (s.position - from === 2) {
			fail(s, "found extremely long version number", start);
			return -1;
		}
		value = value * 10 + unitAt(s, s.position) - 48;
		s.position++;
	}
	if (s.position > from) return value;
	fail(s, "did not find expected version number", start);
	return -1;
}
function scanTagDirective(s, start) {
	skipBlanks(s);
	if (unitAt(s, s.position) !== 33) return fail(s, "did not find expected '!'", start);
	const handle = scanHandle(s);
	if (handle !== "!" && !handle.endsWith("!")) return fail(s, "did not find expected '!'", start);
	if (!isBlank(unitAt(s, s.position))) return fail(s, "did not find expected whitespace", start);
	skipBlanks(s);
	const prefix = scanUri(s, "", false, start);
	if (prefix === void 0) return false;
	if (!isBlankOrEnd(unitAt(s, s.position))) return fail(s, "did not find expected whitespace or line break", start);
	pushToken(s, Token.tagDirective, start, s.position, 0, s.words.length);
	s.words.push(handle, prefix);
	return true;
}
function skipBlanks(s) {
	while (isBlank(unitAt(s, s.position))) s.position++;
}
//#endregion
//#region packages/parser/src/reader/scan.ts
/** Kind of the next token, `Token.none` after a failure. The token stays at the head of the queue. */
function peekToken(s) {
	if (!s.available) {
		if (!fetchTokens(s)) return Token.none;
		s.available = true;
	}
	return s.tokens[s.head * 5] ?? Token.none;
}
/** Scans until the token at the head is complete: until it can not turn out to start a key any more. */
function fetchTokens(s) {
	for (;;) {
		if (s.head !== s.tail) {
			const key = s.keyOfToken[s.head] ?? 0;
			if (key === 0) return true;
			const valid = simpleKeyIsValid(s, key - 1);
			if (s.problem !== "") return false;
			if (!valid) return true;
		}
		if (!fetchToken(s)) return false;
	}
}
function fetchToken(s) {
	skipToToken(s);
	const { position } = s;
	const column = position - s.lineStart;
	unrollIndent(s, column);
	const unit = unitAt(s, position);
	if (unit === 0 && position >= s.end) return fetchStreamEnd(s);
	if (column === 0) {
		if (unit === 37) return startDocumentPart(s) && scanDirective(s);
		if ((unit === 45 || unit === 46) && atDocumentIndicator(s, position)) return startDocumentPart(s) && single(s, unit === 45 ? Token.documentStart : Token.documentEnd, 3);
	}
	switch (unit) {
		case 91:
		case 123:
			if (!saveSimpleKey(s) || !increaseFlowLevel(s)) return false;
			s.simpleKeyAllowed = true;
			return single(s, unit === 91 ? Token.flowSequenceStart : Token.flowMappingStart, 1);
		case 93:
		case 125:
			if (!removeSimpleKey(s)) return false;
			decreaseFlowLevel(s);
			s.simpleKeyAllowed = false;
			return single(s, unit === 93 ? Token.flowSequenceEnd : Token.flowMappingEnd, 1);
		case 44:
			if (!removeSimpleKey(s)) return false;
			s.simpleKeyAllowed = true;
			return single(s, Token.flowEntry, 1);
		case 45:
			if (isBlankOrEnd(unitAt(s, position + 1))) return fetchBlockEntry(s);
			return fetchScalar(s, unit);
		case 63:
			if (s.flowLevel > 0 || isBlankOrEnd(unitAt(s, position + 1))) return fetchKey(s);
			return fetchScalar(s, unit);
		case 58:
			if (s.flowLevel > 0 || isBlankOrEnd(unitAt(s, position + 1))) return fetchValue(s);
			return fetchScalar(s, unit);
		case 42:
		case 38:
		case 33:
			if (!saveSimpleKey(s)) return false;
			s.simpleKeyAllowed = false;
			return unit === 33 ? scanTag(s) : scanAnchor(s, unit === 42 ? Token.alias : Token.anchor);
		case 124:
		case 62:
			if (s.flowLevel > 0) break;
			if (!removeSimpleKey(s)) return false;
			s.simpleKeyAllowed = true;
			return scanBlockScalar(s, unit === 124);
		case 37:
		case 64:
		case 96:
		case 9: break;
		default: return fetchScalar(s, unit);
	}
	return fail(s, "found character that cannot start any token", position);
}
function fetchScalar(s, unit) {
	if (!saveSimpleKey(s)) return false;
	s.simpleKeyAllowed = false;
	if (unit === 39) return scanQuoted(s, true);
	if (unit === 34) return scanQuoted(s, false);
	return scanPlain(s);
}
/** Steps over blanks, comments and line breaks. A tab counts as blank only where no key may start. */
function skipToToken(s) {
	for (;;) {
		if (s.position < s.markEnd && s.position === s.lineStart) s.position++;
		let { position } = s;
		let unit = unitAt(s, position);
		while (unit === 32 || unit === 9 && (s.flowLevel > 0 || !s.simpleKeyAllowed)) unit = unitAt(s, ++position);
		if (unit === 35) if (s.onlyLineFeeds) {
			const lineFeed = s.text.indexOf("\n", position);
			position = lineFeed < 0 || lineFeed > s.end ? s.end : lineFeed;
			unit = unitAt(s, position);
		} else while (!isBreakOrEnd(unit)) unit = unitAt(s, ++position);
		if (s.bufferEnds.length > 0) noteBuffer(s, s.position, position, 1);
		s.position = position;
		if (!isBreak(unit)) return;
		skipBreak(s);
		if (s.flowLevel === 0) s.simpleKeyAllowed = true;
	}
}
function single(s, kind, length) {
	const { position } = s;
	s.position = position + length;
	pushToken(s, kind, position, position + length, 0, 0);
	return true;
}
function startDocumentPart(s) {
	unrollIndent(s, -1);
	if (!removeSimpleKey(s)) return false;
	s.simpleKeyAllowed = false;
	return true;
}
function fetchStreamEnd(s) {
	s.lineStart = s.position;
	return startDocumentPart(s) && single(s, Token.streamEnd, 0);
}
function fetchBlockEntry(s) {
	const { position } = s;
	if (s.flowLevel === 0) {
		if (!s.simpleKeyAllowed) return fail(s, "block sequence entries are not allowed in this context", position);
		if (!rollIndent(s, position - s.lineStart, -1, Token.blockSequenceStart, position)) return false;
	}
	if (!removeSimpleKey(s)) return false;
	s.simpleKeyAllowed = true;
	return single(s, Token.blockEntry, 1);
}
function fetchKey(s) {
	const { position } = s;
	if (s.flowLevel === 0) {
		if (!s.simpleKeyAllowed) return fail(s, "mapping keys are not allowed in this context", position);
		if (!rollIndent(s, position - s.lineStart, -1, Token.blockMappingStart, position)) return false;
	}
	if (!removeSimpleKey(s)) return false;
	s.simpleKeyAllowed = s.flowLevel === 0;
	return single(s, Token.key, 1);
}
function fetchValue(s) {
	const { position, flowLevel } = s;
	const valid = simpleKeyIsValid(s, flowLevel);
	if (s.problem !== "") return false;
	if (valid) {
		const number = s.keyToken[flowLevel] ?? 0;
		const start = s.keyStart[flowLevel] ?? 0;
		insertToken(s, number, Token.key, start);
		if (!rollIndent(s, start - (s.keyLineStart[flowLevel] ?? 0), number, Token.blockMappingStart, start)) return false;
		s.keyPossible[flowLevel] = 0;
		forgetKeyOfToken(s, number);
		s.simpleKeyAllowed = false;
	} else {
		if (flowLevel === 0) {
			if (!s.simpleKeyAllowed) return fail(s, "mapping values are not allowed in this context", position);
			if (!rollIndent(s, position - s.lineStart, -1, Token.blockMappingStart, position)) return false;
		}
		s.simpleKeyAllowed = flowLevel === 0;
	}
	return single(s, Token.value, 1);
}
//#endregion
//#region packages/parser/src/reader/parse.ts
/** What the parser expects next; libyaml's states (parserc.go). */
const State = {
	end: 0,
	documentStart: 1,
	documentContent: 2,
	documentEnd: 3,
	blockNode: 4,
	blockSequenceEntry: 5,
	indentlessSequenceEntry: 6,
	blockMappingKey: 7,
	blockMappingValue: 8,
	flowSequenceFirst: 9,
	flowSequenceEntry: 10,
	flowPairKey: 11,
	flowPairValue: 12,
	flowPairEnd: 13,
	flowMappingFirst: 14,
	flowMappingKey: 15,
	flowMappingValue: 16,
	flowMappingEmptyValue: 17
};
function newParser(builder) {
	return {
		scanner: newScanner(),
		builder,
		states: [],
		lastEnd: 0,
		anchors: /* @__PURE__ */ new Map(),
		tagHandles: /* @__PURE__ */ new Map()
	};
}
/** Whether the whole chunk has been read, and no key waits for its colon. */
function atEnd(s) {
	return s.position >= s.end && s.head === s.tail && (s.keyPossible[0] === 0 || s.keyRequired[0] === 0);
}
/** Takes the parser one state further: at most one node. */
function step(p, state) {
	switch (state) {
		case State.documentStart: return parseDocumentStart(p);
		case State.documentContent: return parseDocumentContent(p);
		case State.documentEnd:
			if (!atEnd(p.scanner)) peekToken(p.scanner);
			return State.end;
		case State.blockNode: return parseNode(p, true, false);
		case State.blockSequenceEntry: return parseBlockSequenceEntry(p);
		case State.indentlessSequenceEntry: return parseIndentlessSequenceEntry(p);
		case State.blockMappingKey: return parseBlockMappingKey(p);
		case State.blockMappingValue: return parseBlockMappingValue(p);
		case State.flowSequenceFirst:
		case State.flowSequenceEntry: return parseFlowSequenceEntry(p, state === State.flowSequenceFirst);
		case State.flowPairKey: return parseFlowPairKey(p);
		case State.flowPairValue: return parseFlowPairValue(p);
		case State.flowPairEnd:
			closeCollection(p.builder, p.lastEnd);
			return State.flowSequenceEntry;
		case State.flowMappingFirst:
		case State.flowMappingKey: return parseFlowMappingKey(p, state === State.flowMappingFirst);
		case State.flowMappingValue: return parseFlowMappingValue(p);
		default: return addEmpty(p, State.flowMappingKey);
	}
}
function drop(p) {
	const s = p.scanner;
	const end = tokenCell(s, 2);
	if (end > p.lastEnd) p.lastEnd = end;
	dropToken(s);
}
function tokenCell(s, field) {
	return s.tokens[s.head * 5 + field] ?? 0;
}
function unexpected(p, problem) {
	const s = p.scanner;
	if (s.problem === "") fail(s, problem, tokenCell(s, 1));
	return State.end;
}
function addEmpty(p, next) {
	attach(p.builder, addNode(p.builder.arena, Form.plain, p.lastEnd, p.lastEnd));
	return next;
}
function openNode(p, form, start, anchor, next) {
	const node = openCollection(p.builder, form, start);
	if (anchor !== "") p.anchors.set(anchor, node);
	return next;
}
/** Block collections end with their last child. */
function closeBlock(p) {
	const { arena, open } = p.builder;
	const node = open[open.length - 1] ?? 0;
	const last = cell(arena, node, 6);
	closeCollection(p.builder, cell(arena, last === 0 ? node : last, 2));
	return p.states.pop() ?? State.end;
}
function parseDocumentStart(p) {
	const s = p.scanner;
	let kind = peekToken(s);
	if (kind === Token.streamEnd || kind === Token.none) return State.end;
	if (kind !== Token.versionDirective && kind !== Token.tagDirective && kind !== Token.documentStart) {
		p.states.push(State.documentEnd);
		return State.blockNode;
	}
	let versionSeen = false;
	while (kind === Token.versionDirective || kind === Token.tagDirective) {
		const extra = tokenCell(s, 4);
		if (kind === Token.versionDirective) {
			if (versionSeen) return unexpected(p, "found duplicate %YAML directive");
			if (extra !== 101) return unexpected(p, "found incompatible YAML document");
			versionSeen = true;
		} else {
			const handle = s.words[extra] ?? "";
			if (p.tagHandles.has(handle)) return unexpected(p, "found duplicate %TAG directive");
			p.tagHandles.set(handle, s.words[extra + 1] ?? "");
		}
		drop(p);
		kind = peekToken(s);
	}
	if (kind !== Token.documentStart) return unexpected(p, "did not find expected <document start>");
	drop(p);
	p.states.push(State.documentEnd);
	return State.documentContent;
}
function parseDocumentContent(p) {
	const kind = peekToken(p.scanner);
	if (kind === Token.versionDirective || kind === Token.tagDirective || kind === Token.documentStart || kind === Token.documentEnd || kind === Token.streamEnd) return addEmpty(p, p.states.pop() ?? State.end);
	return parseNode(p, true, false);
}
function parseNode(p, block, indentless) {
	const s = p.scanner;
	let kind = peekToken(s);
	let start = tokenCell(s, 1);
	if (kind === Token.alias) return addAlias(p, start);
	let anchor = "";
	let tag = "";
	let tagged = false;
	if (kind === Token.anchor || kind === Token.tag) {
		for (let seen = 0; kind === Token.anchor || kind === Token.tag;) {
			const bit = kind === Token.anchor ? 1 : 2;
			if ((seen & bit) !== 0) break;
			seen |= bit;
			if (kind === Token.anchor) anchor = s.text.slice(tokenCell(s, 1) + 1, tokenCell(s, 2));
			else {
				tagged = true;
				const resolved = resolveTag(p, tokenCell(s, 4));
				if (resolved === void 0) return unexpected(p, "found undefined tag handle");
				tag = resolved;
			}
			drop(p);
			kind = peekToken(s);
		}
		start = tokenCell(s, 1);
	}
	if (indentless && kind === Token.blockEntry) return openNode(p, Form.sequence, start, anchor, State.indentlessSequenceEntry);
	switch (kind) {
		case Token.scalar: {
			const node = addNode(p.builder.arena, tokenCell(s, 3) | (tagged ? 32 : 0), start, tokenCell(s, 2));
			setCell(p.builder.arena, node, 4, tokenCell(s, 4));
			if (mayBeInfinite(s.text, start)) p.builder.special = true;
			return finishScalar(p, node, tag, anchor, true);
		}
		case Token.flowSequenceStart: return openNode(p, Form.sequence, start, anchor, State.flowSequenceFirst);
		case Token.flowMappingStart: return openNode(p, Form.mapping, start, anchor, State.flowMappingFirst);
		case Token.blockSequenceStart:
			if (!block) break;
			drop(p);
			return openNode(p, Form.sequence, start, anchor, State.blockSequenceEntry);
		case Token.blockMappingStart:
			if (!block) break;
			drop(p);
			return openNode(p, Form.mapping, start, anchor, State.blockMappingKey);
	}
	if (anchor !== "" || tag !== "") return finishScalar(p, addNode(p.builder.arena, Form.plain | (tagged ? 32 : 0), p.lastEnd, p.lastEnd), tag, anchor, false);
	return unexpected(p, "did not find expected node content");
}
function finishScalar(p, node, tag, anchor, hasToken) {
	const { builder } = p;
	if (tag !== "") {
		builder.special = true;
		setCell(builder.arena, node, 6, builder.tags.length);
		builder.tags.push(tag);
	}
	attach(builder, node);
	if (anchor !== "") p.anchors.set(anchor, node);
	if (hasToken) drop(p);
	return p.states.pop() ?? State.end;
}
/** `.inf`, `-.nan` and the like, which JSON can not spell: composing the document tells. */
function mayBeInfinite(text, start) {
	const unit = text.charCodeAt(start);
	return unit === 46 || (unit === 43 || unit === 45) && text.charCodeAt(start + 1) === 46;
}
function addAlias(p, start) {
	const s = p.scanner;
	const end = tokenCell(s, 2);
	const name = s.text.slice(start + 1, end);
	const target = p.anchors.get(name);
	if (target === void 0) return unexpected(p, `unknown anchor '${name}' referenced`);
	const { builder } = p;
	const node = addNode(builder.arena, Form.alias, start, end);
	setCell(builder.arena, node, 4, target);
	builder.aliasCount++;
	builder.special = true;
	attach(builder, node);
	drop(p);
	return p.states.pop() ?? State.end;
}
function resolveTag(p, word) {
	const handle = p.scanner.words[word] ?? "";
	const suffix = p.scanner.words[word + 1] ?? "";
	if (handle === "") return suffix;
	const prefix = p.tagHandles.get(handle) ?? (handle === "!" ? "!" : handle === "!!" ? "tag:yaml.org,2002:" : void 0);
	const tag = prefix === void 0 ? "" : prefix + suffix;
	return tag === "" ? void 0 : tag;
}
function parseBlockSequenceEntry(p) {
	const s = p.scanner;
	const kind = peekToken(s);
	if (kind === Token.blockEntry) {
		drop(p);
		return readItem$1(p, State.blockSequenceEntry);
	}
	if (kind !== Token.blockEnd) return unexpected(p, "did not find expected '-' indicator");
	dropToken(s);
	return closeBlock(p);
}
function parseIndentlessSequenceEntry(p) {
	if (peekToken(p.scanner) !== Token.blockEntry) return closeBlock(p);
	drop(p);
	return readItem$1(p, State.indentlessSequenceEntry);
}
/** What follows a dash that has been dropped; `state` is that of the sequence. */
function readItem$1(p, state) {
	const kind = peekToken(p.scanner);
	if (kind === Token.blockEntry || kind === Token.blockEnd || state === State.indentlessSequenceEntry && (kind === Token.key || kind === Token.value)) return addEmpty(p, state);
	p.states.push(state);
	return parseNode(p, true, false);
}
function parseBlockMappingKey(p) {
	const s = p.scanner;
	let kind = peekToken(s);
	if (kind === Token.key) {
		drop(p);
		kind = peekToken(s);
		if (kind === Token.key || kind === Token.value || kind === Token.blockEnd) return addEmpty(p, State.blockMappingValue);
		p.states.push(State.blockMappingValue);
		return parseNode(p, true, true);
	}
	if (kind !== Token.blockEnd) return unexpected(p, "did not find expected key");
	dropToken(s);
	return closeBlock(p);
}
function parseBlockMappingValue(p) {
	if (peekToken(p.scanner) !== Token.value) return addEmpty(p, State.blockMappingKey);
	drop(p);
	return readValue$2(p);
}
/** What follows a colon that has been dropped. */
function readValue$2(p) {
	const kind = peekToken(p.scanner);
	if (kind === Token.key || kind === Token.value || kind === Token.blockEnd) return addEmpty(p, State.blockMappingKey);
	p.states.push(State.blockMappingKey);
	return parseNode(p, true, true);
}
function parseFlowSequenceEntry(p, first) {
	const s = p.scanner;
	if (first) drop(p);
	let kind = peekToken(s);
	if (kind !== Token.flowSequenceEnd) {
		if (!first) {
			if (kind !== Token.flowEntry) return unexpected(p, "did not find expected ',' or ']'");
			drop(p);
			kind = peekToken(s);
		}
		if (kind === Token.key) {
			const start = tokenCell(s, 1);
			drop(p);
			return openNode(p, Form.mapping, start, "", State.flowPairKey);
		}
		if (kind !== Token.flowSequenceEnd) {
			p.states.push(State.flowSequenceEntry);
			return parseNode(p, false, false);
		}
	}
	return closeFlow(p);
}
function closeFlow(p) {
	const end = tokenCell(p.scanner, 2);
	drop(p);
	closeCollection(p.builder, end);
	return p.states.pop() ?? State.end;
}
function parseFlowPairKey(p) {
	const kind = peekToken(p.scanner);
	if (kind !== Token.value && kind !== Token.flowEntry && kind !== Token.flowSequenceEnd) {
		p.states.push(State.flowPairValue);
		return parseNode(p, false, false);
	}
	drop(p);
	return addEmpty(p, State.flowPairValue);
}
function parseFlowPairValue(p) {
	const s = p.scanner;
	if (peekToken(s) === Token.value) {
		drop(p);
		const kind = peekToken(s);
		if (kind !== Token.flowEntry && kind !== Token.flowSequenceEnd) {
			p.states.push(State.flowPairEnd);
			return parseNode(p, false, false);
		}
	}
	return addEmpty(p, State.flowPairEnd);
}
function parseFlowMappingKey(p, first) {
	const s = p.scanner;
	if (first) drop(p);
	let kind = peekToken(s);
	if (kind !== Token.flowMappingEnd) {
		if (!first) {
			if (kind !== Token.flowEntry) return unexpected(p, "did not find expected ',' or '}'");
			drop(p);
			kind = peekToken(s);
		}
		if (kind === Token.key) {
			drop(p);
			kind = peekToken(s);
			if (kind === Token.value || kind === Token.flowEntry || kind === Token.flowMappingEnd) return addEmpty(p, State.flowMappingValue);
			p.states.push(State.flowMappingValue);
			return parseNode(p, false, false);
		}
		if (kind !== Token.flowMappingEnd) {
			p.states.push(State.flowMappingEmptyValue);
			return parseNode(p, false, false);
		}
	}
	return closeFlow(p);
}
function parseFlowMappingValue(p) {
	const s = p.scanner;
	if (peekToken(s) === Token.value) {
		drop(p);
		const kind = peekToken(s);
		if (kind !== Token.flowEntry && kind !== Token.flowMappingEnd) {
			p.states.push(State.flowMappingKey);
			return parseNode(p, false, false);
		}
	}
	return addEmpty(p, State.flowMappingKey);
}
//#endregion
//#region packages/parser/src/reader/quick-value.ts
/** Keys and values that stand on one line, read without tokens (`quick-block.ts`). */
const WORD = 1;
const PLAIN_START = 2;
const classes = new Uint8Array(128);
for (const word of "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_./") classes[word.charCodeAt(0)] = WORD | PLAIN_START;
classes[45] = WORD;
for (const start of "+($<=~^;\\)") classes[start.charCodeAt(0)] = PLAIN_START;
/** A key longer than this is left to the scanner, which counts characters. */
const LONG = 1e3;
function endsIndicator(s, position) {
	const unit = unitAt(s, position);
	return unit === 32 || unit === 10 || unit === 0;
}
/** The colon after a key of one word at a place; -1 if something else stands there. */
function findColon(s, start) {
	const { units } = s;
	const limit = Math.min(s.end, start + LONG);
	let unit = units[start] ?? 0;
	if (unit > 127 || ((classes[unit] ?? 0) & PLAIN_START) === 0 || unit === 46 || unit === 92) return -1;
	let position = start;
	while (unit < 128 && ((classes[unit] ?? 0) & WORD) !== 0) {
		position++;
		if (position >= limit) return -1;
		unit = units[position] ?? 0;
	}
	return unit === 58 && endsIndicator(s, position + 1) ? position : -1;
}
function addKey(p, start, end) {
	const { arena, text } = p.builder;
	if (!isPlainString(text, start, end)) {
		p.builder.special = true;
		return addNode(arena, Form.plain, start, end);
	}
	const key = addNode(arena, Form.plain | 64, start, end);
	let hash = end - start;
	const { units } = p.scanner;
	for (let i = start; i < end; i++) hash = Math.imul(hash, 31) + (units[i] ?? 0) | 0;
	setCell(arena, key, 7, hash);
	return key;
}
/** A value on one line, with which its block goes on; 0 if it is anything else, and nothing has happened then. */
function quickScalar(p, start, unit) {
	if (unit === 34 || unit === 39) return quickQuoted(p, start, unit);
	if (unit === 91) return quickSequence(p, start);
	if (unit === 123) return quickMapping(p, start);
	if (unit === 124 || unit === 62) return quickBlockScalar(p, start, unit === 124);
	return unit > 127 || ((classes[unit] ?? 0) & PLAIN_START) !== 0 || unit === 45 && !endsIndicator(p.scanner, start + 1) ? quickPlain(p, start) : 0;
}
function finish(p, node, end) {
	const s = p.scanner;
	s.position = end;
	s.simpleKeyAllowed = false;
	p.lastEnd = end;
	return node;
}
/** Whether only blanks and a comment follow on the line. */
function endsLine(s, position) {
	let at = position;
	let unit = unitAt(s, at);
	while (unit === 32) unit = unitAt(s, ++at);
	return unit === 10 || unit === 35 || unit === 0;
}
function quickPlain(p, start) {
	const s = p.scanner;
	const { units, end } = s;
	let contentEnd = start;
	let position = start;
	let unit = units[position] ?? 0;
	for (; position < end && unit !== 10; unit = units[++position] ?? 0) {
		if (unit === 32) continue;
		if (unit === 58) {
			const next = unitAt(s, position + 1);
			if (next === 32 || next === 10 || next === 9 || next === 0) return 0;
		} else if (unit === 35) {
			if (contentEnd < position) break;
		} else if (unit === 9) return 0;
		contentEnd = position + 1;
	}
	let { lineStart } = s;
	const isLast = position < end && unit === 10;
	while (position < end && unit === 10) {
		lineStart = ++position;
		unit = unitAt(s, position);
		while (unit === 32) unit = unitAt(s, ++position);
	}
	if (isLast && position < end && unit !== 35 && (position - lineStart > s.indent || unit === 9)) return 0;
	const { builder } = p;
	const first = units[start];
	if (first === 46 || (first === 43 || first === 45) && units[start + 1] === 46) builder.special = true;
	finish(p, 0, contentEnd);
	s.position = position;
	s.lineStart = lineStart;
	s.simpleKeyAllowed = isLast;
	return addNode(builder.arena, Form.plain, start, contentEnd);
}
/** End of a quoted scalar that has no escapes and stands on one line; -1 otherwise. */
function endOfQuoted(s, start, quote) {
	const { units, end } = s;
	let position = start + 1;
	for (; position < end; position++) {
		const unit = units[position] ?? 0;
		if (unit === quote) break;
		if (unit === 10 || unit === 92 && quote === 34) return -1;
	}
	if (position >= end || quote === 39 && unitAt(s, position + 1) === 39) return -1;
	return position + 1;
}
function quickQuoted(p, start, quote) {
	const end = endOfQuoted(p.scanner, start, quote);
	if (end < 0 || !endsLine(p.scanner, end)) return 0;
	return finish(p, addNode(p.builder.arena, quote === 34 ? Form.double : Form.single, start, end), end);
}
/** `[a, "b"]` on one line, of scalars alone. */
function quickSequence(p, start) {
	const s = p.scanner;
	const { arena } = p.builder;
	const before = arena.count;
	const sequence = addNode(arena, Form.sequence, start, start);
	let last = 0;
	let position = start + 1;
	for (;;) {
		while (unitAt(s, position) === 32) position++;
		const unit = unitAt(s, position);
		if (unit === 93) break;
		const isQuoted = unit === 34 || unit === 39;
		const end = isQuoted ? endOfQuoted(s, position, unit) : endOfFlowWord(s, position, unit);
		let next = end;
		while (end >= 0 && unitAt(s, next) === 32) next++;
		const after = unitAt(s, next);
		if (end < 0 || after !== 44 && after !== 93) {
			arena.count = before;
			return 0;
		}
		const item = addNode(arena, isQuoted ? unit === 34 ? Form.double : Form.single : Form.plain, position, end);
		setCell(arena, last === 0 ? sequence : last, last === 0 ? 4 : 3, item);
		last = item;
		position = after === 44 ? next + 1 : next;
	}
	if (!endsLine(s, position + 1)) {
		arena.count = before;
		return 0;
	}
	setCell(arena, sequence, 6, last);
	setCell(arena, sequence, 2, position + 1);
	return finish(p, sequence, position + 1);
}
/** `{a: b, c: "d"}` on one line, of scalars alone. */
function quickMapping(p, start) {
	const s = p.scanner;
	const { arena } = p.builder;
	const before = arena.count;
	const mapping = addNode(arena, Form.mapping, start, start);
	let last = 0;
	let position = start + 1;
	for (;;) {
		while (unitAt(s, position) === 32) position++;
		if (unitAt(s, position) === 125) break;
		const colon = endOfFlowWord(s, position, unitAt(s, position));
		let valueStart = colon + 1;
		while (unitAt(s, valueStart) === 32) valueStart++;
		const unit = unitAt(s, valueStart);
		const isQuoted = unit === 34 || unit === 39;
		const end = !(colon >= 0 && unitAt(s, colon) === 58 && valueStart > colon + 1) ? -1 : isQuoted ? endOfQuoted(s, valueStart, unit) : endOfFlowWord(s, valueStart, unit);
		let next = end;
		while (end >= 0 && unitAt(s, next) === 32) next++;
		const after = unitAt(s, next);
		if (end < 0 || after !== 44 && after !== 125) {
			arena.count = before;
			return 0;
		}
		const key = addKey(p, position, colon);
		const value = addNode(arena, isQuoted ? unit === 34 ? Form.double : Form.single : Form.plain, valueStart, end);
		setCell(arena, value, 5, key);
		setCell(arena, last === 0 ? mapping : last, last === 0 ? 4 : 3, value);
		last = value;
		position = after === 44 ? next + 1 : next;
	}
	if (!endsLine(s, position + 1)) {
		arena.count = before;
		return 0;
	}
	setCell(arena, mapping, 6, last);
	setCell(arena, mapping, 2, position + 1);
	finishMapping(p.builder, mapping);
	return finish(p, mapping, position + 1);
}
function quickBlockScalar(p, start, literal) {
	const s = p.scanner;
	s.position = start;
	s.simpleKeyAllowed = true;
	if (!scanBlockScalar(s, literal)) return 0;
	const at = s.head * 5;
	const end = s.tokens[at + 2] ?? start;
	const node = addNode(p.builder.arena, s.tokens[at + 3] ?? 0, start, end);
	setCell(p.builder.arena, node, 4, s.tokens[at + 4] ?? 0);
	p.lastEnd = end;
	dropToken(s);
	return node;
}
/** End of a word in `[ ]`; colons inside it are part of it. -1 if it is none. */
function endOfFlowWord(s, start, first) {
	if (first > 127 || ((classes[first] ?? 0) & WORD) === 0 || first === 45 || first === 46) return -1;
	let position = start + 1;
	for (let unit = unitAt(s, position);; unit = unitAt(s, ++position)) {
		if (unit < 128 && ((classes[unit] ?? 0) & WORD) !== 0) continue;
		const next = unitAt(s, position + 1);
		if (unit !== 58 || next > 127 || ((classes[next] ?? 0) & WORD) === 0) return position;
	}
}
//#endregion
//#region packages/parser/src/reader/quick-block.ts
/**
* The everyday part of block YAML read without tokens: `key: value` and `- item` lines whose keys are single words and
* whose values stand on one line. It does what tokens would do, on the same scanner and parser states; at anything else
* it leaves both at a place from which tokens go on.
*/
/** Deeper indentation is left to the scanner, which knows the limit. */
const DEEP = 9e3;
/** Whether the states and the scanner are such that `readQuickly` may go on. */
function isQuick(p, state) {
	const s = p.scanner;
	return state >= State.blockSequenceEntry && state <= State.blockMappingKey && s.head === s.tail && s.onlyLineFeeds && s.bufferEnds.length === 0 && s.flowLevel === 0;
}
/**
* Enters a document whose root is a block mapping or sequence of the everyday kind, after a `---` line or without one.
* Returns the state to go on with; the given one if the document is of another kind.
*/
function startQuickly(p, state) {
	const s = p.scanner;
	if (!s.onlyLineFeeds || s.bufferEnds.length > 0) return state;
	const start = s.position;
	skipToToken(s);
	let at = s.position;
	if (at === s.lineStart && s.text.startsWith("---", at) && endsIndicator(s, at + 3) && endsLine(s, at + 3)) {
		s.position = at + 3;
		skipToToken(s);
		at = s.position;
	}
	const isSequence = unitAt(s, at) === 45 && endsIndicator(s, at + 1);
	if (at >= s.end || !isSequence && findColon(s, at) < 0) {
		s.position = start;
		s.lineStart = start;
		s.simpleKeyAllowed = true;
		return state;
	}
	p.states.push(State.documentEnd);
	pushIndent(s, at - s.lineStart);
	const root = addNode(p.builder.arena, isSequence ? Form.sequence : Form.mapping, at, at);
	p.builder.root = root;
	p.builder.open.push(root);
	p.builder.pendingKeys.push(0);
	return isSequence ? State.blockSequenceEntry : State.blockMappingKey;
}
/** Reads as many entries as it can from a state that `isQuick`; returns the state that tokens go on with. */
function readQuickly(p, state) {
	const s = p.scanner;
	const { units } = s;
	let current = state;
	for (;;) {
		if (current < State.blockSequenceEntry || current > State.blockMappingKey) return current;
		skipToToken(s);
		const at = s.position;
		const column = at - s.lineStart;
		if (column < s.indent || at >= s.end) {
			if (current !== State.indentlessSequenceEntry) s.indent = s.indents[--s.indentCount] ?? -1;
			current = closeBlock(p);
			continue;
		}
		if (column > s.indent || !s.simpleKeyAllowed || s.indentCount > DEEP) return current;
		if (s.keyPossible[0] === 1) {
			if (s.keyRequired[0] === 1) return current;
			s.keyPossible[0] = 0;
		}
		if (current === State.blockMappingKey) {
			const colon = findColon(s, at);
			if (colon < 0) return current;
			current = quickValue(p, addKey(p, at, colon), colon);
		} else if (units[at] === 45 && endsIndicator(s, at + 1)) current = quickItem(p, current, at);
		else if (current === State.indentlessSequenceEntry && findColon(s, at) >= 0) current = closeBlock(p);
		else return current;
		if (s.head !== s.tail || s.problem !== "") return current;
	}
}
function appendChild(p, node) {
	const { arena, open } = p.builder;
	const parent = open[open.length - 1] ?? 0;
	const last = cell(arena, parent, 6);
	if (last === 0) setCell(arena, parent, 4, node);
	else setCell(arena, last, 3, node);
	setCell(arena, parent, 6, node);
}
function openBlock(p, form, key, start) {
	const node = addNode(p.builder.arena, form, start, start);
	setCell(p.builder.arena, node, 5, key);
	appendChild(p, node);
	p.builder.open.push(node);
	p.builder.pendingKeys.push(0);
}
/** What follows the colon of a key; the scanner still stands at the key. */
function quickValue(p, key, colon) {
	const s = p.scanner;
	p.lastEnd = colon + 1;
	s.simpleKeyAllowed = false;
	let position = colon + 1;
	let unit = unitAt(s, position);
	while (unit === 32) unit = unitAt(s, ++position);
	s.position = position;
	if (unit !== 10 && unit !== 35 && unit !== 0) {
		const node = quickScalar(p, position, unit);
		if (node === 0) {
			s.position = colon + 1;
			return slowValue(p, key);
		}
		setCell(p.builder.arena, node, 5, key);
		appendChild(p, node);
		return State.blockMappingKey;
	}
	skipToToken(s);
	position = s.position;
	unit = unitAt(s, position);
	const column = position - s.lineStart;
	if (column < s.indent || position >= s.end) return emptyValue(p, key);
	if (unit === 45 && endsIndicator(s, position + 1)) {
		openBlock(p, Form.sequence, key, position);
		p.states.push(State.blockMappingKey);
		if (column === s.indent) return State.indentlessSequenceEntry;
		pushIndent(s, column);
		return State.blockSequenceEntry;
	}
	if (findColon(s, position) < 0) return slowValue(p, key);
	if (column === s.indent) return emptyValue(p, key);
	openBlock(p, Form.mapping, key, position);
	p.states.push(State.blockMappingKey);
	pushIndent(s, column);
	return State.blockMappingKey;
}
function emptyValue(p, key) {
	const node = addNode(p.builder.arena, Form.plain, p.lastEnd, p.lastEnd);
	setCell(p.builder.arena, node, 5, key);
	appendChild(p, node);
	return State.blockMappingKey;
}
function slowValue(p, key) {
	if (p.scanner.problem !== "") return State.end;
	const { pendingKeys } = p.builder;
	pendingKeys[pendingKeys.length - 1] = key;
	return readValue$2(p);
}
/** What follows a dash; the scanner still stands at it. */
function quickItem(p, state, dash) {
	const s = p.scanner;
	p.lastEnd = dash + 1;
	let position = dash + 1;
	let unit = unitAt(s, position);
	while (unit === 32) unit = unitAt(s, ++position);
	if (unit !== 10 && unit !== 35 && unit !== 0) {
		if (findColon(s, position) >= 0) {
			s.position = position;
			openBlock(p, Form.mapping, 0, position);
			p.states.push(state);
			pushIndent(s, position - s.lineStart);
			return State.blockMappingKey;
		}
		const node = quickScalar(p, position, unit);
		if (node !== 0) {
			appendChild(p, node);
			return state;
		}
	}
	if (s.problem !== "") return State.end;
	s.position = dash + 1;
	s.simpleKeyAllowed = true;
	return readItem$1(p, state);
}
//#endregion
//#region packages/parser/src/reader/parse-document.ts
/**
* Parses the first document of `text` between two offsets into the arena. False: the scanner says what is wrong.
* The builder's root is 0 if there is no document at all.
*/
function parseDocument(p, text, start, end) {
	startScanner(p.scanner, text, start, end);
	startBuilding(p.builder, text);
	p.states.length = 0;
	p.lastEnd = start;
	if (p.anchors.size > 0) p.anchors.clear();
	if (p.tagHandles.size > 0) p.tagHandles.clear();
	let state = startQuickly(p, State.documentStart);
	while (state !== State.end) {
		if (isQuick(p, state)) state = readQuickly(p, state);
		state = step(p, state);
		if (p.scanner.problem !== "") return false;
	}
	return true;
}
//#endregion
//#region packages/parser/src/reader/read-json.ts
/** Deeper JSON is refused (encoding/json maxNestingDepth). */
const MAX_DEPTH = 1e4;
/** Reads one JSON value as encoding/json scans it, with its places. What follows the value is not looked at. */
function readJsonValue(b, text, start) {
	startBuilding(b, text);
	let position = skipJsonSpace(text, start);
	if (position >= text.length) return {
		outcome: "nothing",
		end: position
	};
	for (;;) {
		const unit = text.charCodeAt(position);
		if (b.open.length > 0 && expectsKey(b)) {
			if (unit !== 34) return invalid(text, position, "looking for beginning of object key string");
			const end = readString(b, text, position);
			if (typeof end !== "number") return end;
			position = skipJsonSpace(text, end);
			if (text.charCodeAt(position) !== 58) return invalid(text, position, "after object key");
			position = skipJsonSpace(text, position + 1);
			continue;
		}
		if (unit === 123 || unit === 91) {
			if (b.open.length >= MAX_DEPTH) return invalid(text, position, "exceeded max depth");
			openCollection(b, unit === 123 ? Form.mapping : Form.sequence, position);
			position = skipJsonSpace(text, position + 1);
			if (text.charCodeAt(position) !== (unit === 123 ? 125 : 93)) continue;
			closeCollection(b, ++position);
		} else {
			const end = unit === 34 ? readString(b, text, position) : readLiteral(b, text, position, unit);
			if (typeof end !== "number") return end;
			position = end;
		}
		for (;;) {
			if (b.open.length === 0) return {
				outcome: "value",
				end: position
			};
			position = skipJsonSpace(text, position);
			const next = text.charCodeAt(position);
			if (next === 44) {
				position = skipJsonSpace(text, position + 1);
				break;
			}
			const inObject = expectsKey(b);
			if (next !== (inObject ? 125 : 93)) return invalid(text, position, inObject ? "after object key:value pair" : "after array element");
			closeCollection(b, ++position);
		}
	}
}
/** First place that is no JSON white space: space, tab, LF, CR. */
function skipJsonSpace(text, start) {
	let position = start;
	for (;;) {
		const unit = text.charCodeAt(position);
		if (unit !== 32 && unit !== 10 && unit !== 13 && unit !== 9) return position;
		position++;
	}
}
function readString(b, text, start) {
	let indirect = 0;
	let position = start + 1;
	for (;;) {
		const unit = text.charCodeAt(position);
		if (unit === 34) break;
		if (!(unit >= 32)) return invalid(text, position, "in string literal");
		if (unit !== 92) {
			position++;
			continue;
		}
		indirect = 16;
		if (text.charCodeAt(position + 1) === 117) {
			for (let i = 2; i < 6; i++) if (!isHexDigit(text.charCodeAt(position + i))) return invalid(text, position + i, "in \\u hexadecimal character escape");
			position += 6;
		} else {
			if (!"bfnrt\\/\"".includes(text.charAt(position + 1)) || position + 1 >= text.length) return invalid(text, position + 1, "in string escape code");
			position += 2;
		}
	}
	attach(b, addNode(b.arena, Form.jsonString | indirect, start, position + 1));
	return position + 1;
}
function readLiteral(b, text, start, unit) {
	let end;
	if (unit === 116) end = readWord(text, start, "true");
	else if (unit === 102) end = readWord(text, start, "false");
	else if (unit === 110) end = readWord(text, start, "null");
	else if (unit === 45 || isDigit(unit)) end = readNumber(text, start);
	else return invalid(text, start, "looking for beginning of value");
	if (typeof end === "number") attach(b, addNode(b.arena, Form.jsonLiteral, start, end));
	return end;
}
function readWord(text, start, word) {
	for (let i = 1; i < word.length; i++) if (text.charCodeAt(start + i) !== word.charCodeAt(i)) return invalid(text, start + i, `in literal ${word} (expecting '${word.charAt(i)}')`);
	return start + word.length;
}
function readNumber(text, start) {
	let position = start;
	if (text.charCodeAt(position) === 45) position++;
	if (!isDigit(text.charCodeAt(position))) return invalid(text, position, "in numeric literal");
	if (text.charCodeAt(position) === 48) position++;
	else position = skipDigits(text, position);
	if (text.charCodeAt(position) === 46) {
		position++;
		if (!isDigit(text.charCodeAt(position))) return invalid(text, position, "after decimal point in numeric literal");
		position = skipDigits(text, position);
	}
	if ((text.charCodeAt(position) | 32) === 101) {
		position++;
		const sign = text.charCodeAt(position);
		if (sign === 43 || sign === 45) position++;
		if (!isDigit(text.charCodeAt(position))) return invalid(text, position, "in exponent of numeric literal");
		position = skipDigits(text, position);
	}
	return position;
}
function skipDigits(text, start) {
	let position = start;
	while (isDigit(text.charCodeAt(position))) position++;
	return position;
}
/** encoding/json's message for a character that can not stand there, or for the end of the text. */
function invalid(text, position, context) {
	if (position >= text.length) return {
		outcome: "error",
		end: text.length,
		message: "unexpected EOF"
	};
	return {
		outcome: "error",
		end: position,
		message: `invalid character '${quoteByte(text.codePointAt(position) ?? 0)}' ${context}`
	};
}
/** strconv.Quote of the character's first UTF-8 byte, which is all that encoding/json looks at. */
function quoteByte(character) {
	const byte = character < 128 ? character : character < 2048 ? 192 | character >> 6 : character < 65536 ? 224 | character >> 12 : 240 | character >> 18;
	if (byte === 39) return "\\'";
	if (byte === 92) return "\\\\";
	const short = "\\a\\b\\t\\n\\v\\f\\r".slice((byte - 7) * 2, (byte - 6) * 2);
	if (byte >= 7 && byte <= 13) return short;
	return byte < 32 || byte === 127 ? `\\x${byte.toString(16).padStart(2, "0")}` : String.fromCharCode(byte);
}
//#endregion
//#region packages/parser/src/reader/split-stream.ts
/**
* Cuts a stream at its `---` lines as kubectl does (apimachinery pkg/util/yaml/decoder.go YAMLReader): any line that
* starts with `---` separates, whatever it stands in, and only a comment may follow. A separator with nothing before it
* becomes the first line of its chunk.
*
* After a line such as `--- text`, where kubectl stops and drops what it has collected, cutting goes on, marked.
*/
function splitStream(text, start, visit) {
	let chunkStart = start;
	let afterError = false;
	while (chunkStart < text.length) {
		let line = chunkStart;
		let isFirst = true;
		for (;;) {
			if (text.startsWith("---", line)) {
				const lineEnd = endOfLine(text, line);
				const rest = trimmed(text, line + 3, lineEnd);
				if (rest !== "" && !rest.startsWith("#")) {
					visit({
						outcome: "error",
						message: `invalid Yaml document separator: ${rest}`,
						start: line,
						end: lineEnd
					});
					afterError = true;
					if (line > chunkStart) visit({
						outcome: "chunk",
						start: chunkStart,
						end: line,
						afterError
					});
					chunkStart = lineEnd + 1;
					break;
				}
				if (!isFirst) {
					visit({
						outcome: "chunk",
						start: chunkStart,
						end: line,
						afterError
					});
					chunkStart = lineEnd + 1;
					break;
				}
			}
			isFirst = false;
			const next = text.indexOf("\n---", line);
			if (next < 0) {
				visit({
					outcome: "chunk",
					start: chunkStart,
					end: text.length,
					afterError
				});
				return;
			}
			line = next + 1;
		}
	}
}
/** Where the line that a place stands in ends: at its LF, or at the end of the text. */
function endOfLine(text, position) {
	const lineFeed = text.indexOf("\n", position);
	return lineFeed < 0 ? text.length : lineFeed;
}
/** strings.TrimSpace. */
function trimmed(text, start, end) {
	let first = start;
	let last = end;
	while (first < last && isGoSpace(text.charCodeAt(first))) first++;
	while (first < last && isGoSpace(text.charCodeAt(last - 1))) last--;
	return text.slice(first, last);
}
//#endregion
//#region packages/parser/src/reader/read-documents.ts
const idle = [];
/** Larger arrays are given back after their text: 16 MiB hold the nodes of about 10 MB of manifests. */
const KEPT_CELLS = 2 ** 22;
/**
* Reads a text as Go does and hands on each document in order. Never throws; linear in the text.
*
* A document is valid only inside its visit, which may read other texts. Aliases are not expanded: a walk that enters
* them meets a node as often as Go decodes it, which Go bounds (`checkAliases`): some 400,000 times more than there are
* nodes, and never in a circle. A leading U+FEFF is the byte order mark of the file.
*/
function readDocuments(text, profile, visit) {
	if (profile === "kubectl") {
		withReading(text, true, visit, readStream);
		return;
	}
	const strict = profile !== "kubelet";
	withReading(text, false, visit, (r) => {
		if (isJson(text, 0, text.length)) readJsonBody(r, strict);
		else readYaml(r, 0, text.length, strict);
	});
}
function withReading(text, split, visit, read) {
	const workspace = idle.pop() ?? newWorkspace();
	const scanned = split && text.charCodeAt(text.length - 1) !== 10 ? `${text}\n` : text;
	const control = findControl(text, 0);
	try {
		read({
			workspace,
			text,
			scanned,
			split,
			onlyLineFeeds: onlyLineFeeds(text),
			control,
			visit,
			failed: false
		});
	} finally {
		const { builder, parser } = workspace;
		if (builder.arena.cells.length + parser.scanner.units.length <= KEPT_CELLS) idle.push(workspace);
	}
}
function newWorkspace() {
	const builder = newBuilder();
	const chunk = {
		text: "",
		end: 0,
		split: false
	};
	return {
		builder,
		parser: newParser(builder),
		chunk,
		tree: treeOf({
			builder,
			chunk
		})
	};
}
/** As far as kubectl looks for a `{` (cli-runtime pkg/resource/visitor.go, NewYAMLOrJSONDecoder(r, 4096)), in bytes. */
const LOOK_AHEAD = 4096;
function readStream(r) {
	const start = withoutMark(r.text, 0);
	if (isJson(r.text, start, LOOK_AHEAD)) readJsonStream(r, start);
	else readYamlStream(r, start);
}
/** Whether the first character but white space is a brace, within so many bytes. */
function isJson(text, start, limit) {
	let bytes = 0;
	for (let i = start; bytes < limit && i < text.length; i++) {
		const unit = text.charCodeAt(i);
		if (unit === 123) return true;
		if (!isGoSpace(unit)) return false;
		bytes += unit < 128 ? 1 : unit < 2048 ? 2 : 3;
	}
	return false;
}
function readYamlStream(r, start) {
	splitStream(r.text, start, (chunk) => {
		if (chunk.outcome === "chunk") readYaml(r, chunk.start, chunk.end, false);
		else refuse(r, chunk.message, chunk.start, chunk.start, chunk.end);
	});
}
/**
* JSON values one after the other. At an error kubectl takes the rest for YAML if it has read one value at most, and
* tells the JSON error if that fails too (apimachinery pkg/util/yaml/decoder.go YAMLOrJSONDecoder).
*/
function readJsonStream(r, start) {
	let position = start;
	for (let count = 0;; count++) {
		const outcome = readJsonValue(r.workspace.builder, r.text, position);
		if (outcome.outcome === "nothing") return;
		if (outcome.outcome === "value") {
			const from = skipJsonSpace(r.text, position);
			position = outcome.end;
			finishDocument(r, from, position, false, []);
			continue;
		}
		const rest = count > 1 || r.failed ? -1 : afterBlankLine(r.text, position);
		if (rest >= 0) {
			readYamlAfterJson(r, rest, outcome.message, outcome.end);
			return;
		}
		refuse(r, outcome.message, outcome.end, position, outcome.end);
		const next = r.text.indexOf("\n{", outcome.end);
		if (next < 0) return;
		position = next + 1;
	}
}
/** Reads the rest of a JSON stream as YAML; if its first document fails, the JSON error is the one that counts. */
function readYamlAfterJson(r, start, message, offset) {
	let isFirst = true;
	const { visit } = r;
	readYamlStream({
		...r,
		visit: (document) => {
			visit(document.outcome === "error" && isFirst ? {
				...document,
				message,
				offset
			} : document);
			isFirst = false;
		}
	}, start);
}
/**
* Where YAML starts after JSON: past white space up to and with the first LF. -1 where kubectl gives up instead, as it
* looks four bytes ahead each time (decoder.go consumeWhitespace).
*/
function afterBlankLine(text, start) {
	for (let i = start;; i++) {
		if (i + 4 > text.length && Buffer.byteLength(text.slice(i)) < 4) return -1;
		const unit = text.charCodeAt(i);
		if (unit === 65533) return -1;
		if (!isGoSpace(unit)) return i;
		if (unit === 10) return i + 1;
	}
}
function readJsonBody(r, strict) {
	const { text } = r;
	const outcome = readJsonValue(r.workspace.builder, text, skipGoSpace(text));
	if (outcome.outcome === "nothing") return;
	if (outcome.outcome === "error") {
		refuse(r, outcome.message, outcome.end, 0, text.length);
		return;
	}
	const end = skipJsonSpace(text, outcome.end);
	if (end < text.length) {
		const trailing = invalid(text, end, "after top-level value");
		refuse(r, trailing.outcome === "error" ? trailing.message : "", end, 0, text.length);
		return;
	}
	finishDocument(r, 0, outcome.end, strict, []);
}
function skipGoSpace(text) {
	let position = 0;
	while (isGoSpace(text.charCodeAt(position))) position++;
	return position;
}
/** Reads the first YAML document between two offsets: the rest is never looked at, which is worth telling. */
function readYaml(r, start, end, strict) {
	const { parser, builder } = r.workspace;
	const s = parser.scanner;
	const scannedEnd = end === r.text.length ? r.scanned.length : end;
	if (r.control < start) r.control = findControl(r.text, start);
	const limit = r.control < end ? r.control : scannedEnd;
	const contentStart = withoutMark(r.text, start);
	s.split = r.split;
	s.onlyLineFeeds = r.onlyLineFeeds;
	s.bufferEnds = bufferEnds(r.text, start, limit, r.split);
	s.markEnd = r.text.charCodeAt(contentStart) === 65279 ? s.bufferEnds[0] ?? 0 : 0;
	const parsed = parseDocument(parser, r.scanned, contentStart, limit);
	if (limit < end && (s.position >= limit || isReadAhead(r.text, start, s.position, limit, r.split))) {
		refuse(r, prefixed(r, "yaml: control characters are not allowed"), limit, start, end);
		return;
	}
	if (!parsed) {
		refuse(r, prefixed(r, `yaml: ${s.problem}`), Math.min(s.problemAt, r.text.length), start, end);
		return;
	}
	if (builder.root === 0) {
		r.visit({
			outcome: "empty",
			start,
			end,
			afterError: r.failed
		});
		return;
	}
	const surprises = r.onlyLineFeeds ? [] : hiddenBreaks(r.text, start, end);
	if (!atEnd(s) && peekToken(s) !== Token.streamEnd) {
		const at = s.head * 5;
		const isEndMark = s.tokens[at] === Token.documentEnd;
		const ignored = ignoredText(r.text, s.tokens[at + (isEndMark ? 2 : 1)] ?? end, end);
		if (ignored !== void 0) surprises.push(ignored);
	}
	finishDocument(r, start, end, strict, surprises, limit);
}
function finishDocument(r, start, end, strict, surprises, scannedEnd = end) {
	const { builder, chunk, tree } = r.workspace;
	chunk.text = r.scanned;
	chunk.end = scannedEnd;
	chunk.split = r.split;
	const d = r.workspace;
	if (builder.special) {
		const refusal = composeDocument(d, strict, surprises);
		if (refusal !== void 0) {
			refuse(r, prefixed(r, refusal.message), refusal.offset, start, end);
			return;
		}
	}
	const afterError = r.failed;
	if (kindOf(d, written(builder, builder.root)) === "null") {
		r.visit({
			outcome: "empty",
			start,
			end,
			afterError
		});
		return;
	}
	tree.text = r.text;
	tree.root = builder.root;
	r.visit({
		outcome: "value",
		tree,
		start,
		end,
		afterError,
		surprises
	});
}
function prefixed(r, message) {
	return r.split ? `error converting YAML to JSON: ${message}` : message;
}
function refuse(r, message, offset, start, end) {
	r.visit({
		outcome: "error",
		message,
		offset,
		start,
		end,
		afterError: r.failed
	});
	r.failed = true;
}
//#endregion
//#region packages/parser/src/documents/hidden-content.ts
/** What Go read otherwise than a person would, as facts. `accessPlaces` are the objects that access depends on. */
function hiddenContents(source, surprises, accessPlaces, tree) {
	return surprises.map((surprise) => hiddenContent(source, surprise, accessPlaces, tree));
}
function hiddenContent(source, surprise, accessPlaces, tree) {
	const origin = textOrigin(source, surprise.start, surprise.end);
	switch (surprise.form) {
		case "line-break": return {
			form: "line-break",
			origin,
			inAccessObject: isWithin(surprise, accessPlaces),
			...isInQuotes(tree, tree.root, surprise.start) ? { inQuotes: true } : {},
			...noKey
		};
		case "ignored-text": return {
			form: "ignored-text",
			origin,
			inAccessObject: accessKind.test(source.text.slice(surprise.start, surprise.end)),
			...noKey
		};
		case "duplicate-key":
		case "merge-override": return {
			form: surprise.form,
			origin,
			inAccessObject: isWithin(surprise, accessPlaces),
			key: surprise.key,
			winner: textOrigin(source, surprise.winnerStart, surprise.winnerEnd)
		};
	}
}
/** Whether a place lies in a quoted key or value. */
function isInQuotes(tree, node, offset) {
	const kind = tree.kind(node);
	if (kind === "string") return isQuoteAround(tree.text, tree.start(node), tree.end(node), offset);
	if (kind !== "mapping" && kind !== "sequence") return false;
	for (let child = tree.first(node); child !== 0; child = tree.next(child)) if (kind === "mapping" && isQuoteAround(tree.text, tree.keyStart(child), tree.keyEnd(child), offset) || isInQuotes(tree, child, offset)) return true;
	return false;
}
function isQuoteAround(text, start, end, offset) {
	return start < offset && offset < end && (text[start] === "\"" || text[start] === "'");
}
const noKey = {
	key: void 0,
	winner: void 0
};
/** The text that Go drops would have been, or been part of, an object of an access kind. */
const accessKind = /\bkind["']?\s*:\s*["']?(?:Cluster)?Role(?:Binding)?\b|\bkind["']?\s*:\s*["']?(?:ServiceAccount|Secret)\b|\b(?:rules|subjects|roleRef)["']?\s*:/;
/** Whether something starts within one of these places, which stand in order and apart. */
function isWithin(inner, places) {
	let low = 0;
	let high = places.length;
	while (low < high) {
		const middle = low + high >> 1;
		if ((places[middle]?.start ?? 0) <= inner.start) low = middle + 1;
		else high = middle;
	}
	const last = places[low - 1];
	return last !== void 0 && inner.start <= last.end;
}
//#endregion
//#region packages/parser/src/documents/kustomization.ts
const fileNames = new Set([
	"kustomization.yaml",
	"kustomization.yml",
	"Kustomization"
]);
/** Whether a document is a kustomization: by its type, or by the name of the file, which may leave the type out. */
function isKustomization(path, apiVersion, kind) {
	if (apiVersion !== void 0) return apiVersion.startsWith("kustomize.config.k8s.io/");
	return (kind === void 0 || kind === "Kustomization" || kind === "Component") && fileNames.has(fileName(path));
}
/** What a kustomization says about the objects below it (kustomize api/types/kustomization.go). */
function decodeKustomization(view, root) {
	const { path } = view.source;
	const folder = path.slice(0, Math.max(0, path.lastIndexOf("/")));
	const below = (file) => joined(folder, file);
	return {
		origin: origin(view, root),
		folder,
		namespace: writtenText(view, field(view, root, "namespace")),
		patches: patchFiles(view, root).map(below),
		resources: resourcePaths(view, root).map(below),
		component: text(view, field(view, root, "kind")) === "Component"
	};
}
function patchFiles(view, root) {
	const files = /* @__PURE__ */ new Set();
	const add = (file) => {
		if (file !== "" && !file.includes("\n")) files.add(file);
	};
	for (const patch of itemsOf(view, field(view, root, "patchesStrategicMerge"))) add(text(view, patch));
	for (const list of ["patches", "patchesJson6902"]) for (const patch of itemsOf(view, field(view, root, list))) add(text(view, field(view, patch, "path")));
	return [...files];
}
function resourcePaths(view, root) {
	const paths = [];
	for (const list of [
		"resources",
		"bases",
		"components"
	]) for (const resource of itemsOf(view, field(view, root, list))) {
		const path = text(view, resource);
		if (path !== "" && !/:\/\/|\?/.test(path)) paths.push(path);
	}
	return paths;
}
/** A path that a file of the folder names, relative to it. */
function joined(folder, path) {
	const parts = folder === "" ? [] : folder.split("/");
	for (const part of path.split("/")) {
		if (part === "." || part === "") continue;
		if (part === ".." && parts.length > 0 && parts.at(-1) !== "..") parts.pop();
		else parts.push(part);
	}
	return parts.join("/");
}
/** A list of JSON 6902 operations. */
function isJsonPatch(view, root) {
	const { tree } = view;
	if (tree.kind(root) !== "sequence" || tree.first(root) === 0) return false;
	for (const item of itemsOf(view, root)) if (text(view, field(view, item, "op")) === "" || text(view, field(view, item, "path")) === "") return false;
	return true;
}
/** Whether a document holds a directive of a strategic merge patch, at any depth. */
function isStrategicMergePatch({ tree }, root) {
	const open = [root];
	const seen = /* @__PURE__ */ new Set();
	for (let node = open.pop(); node !== void 0; node = open.pop()) {
		const kind = tree.kind(node);
		if (kind !== "mapping" && kind !== "sequence") continue;
		for (let item = tree.first(node); item !== 0; item = tree.next(item)) {
			if (kind === "mapping" && tree.keyIs(item, "$patch")) return true;
			if (seen.has(item)) continue;
			seen.add(item);
			open.push(item);
		}
	}
	return false;
}
function fileName(path) {
	return path.slice(path.lastIndexOf("/") + 1);
}
//#endregion
//#region packages/parser/src/invocations/container.ts
/** The component that a container starts, if it starts one. `instance` is how people call it. */
function readContainer(container, instance) {
	const environment = boundedLookup(environmentOf(container.env));
	const expand = (text) => expandReferences(text, environment);
	const command = container.command.map(expand);
	const args = container.args.map(expand);
	const image = container.image === void 0 ? void 0 : readImage(container.image);
	const started = findStartedPrograms([...command, ...args], environment)[0] ?? (command.length === 0 ? entrypoint(image, args) : void 0);
	return started === void 0 ? void 0 : invocationOf(started, instance, image?.version);
}
/** Without `command`, the image's own program runs; its name says which one that is. */
function entrypoint(image, args) {
	if (image?.component === void 0 || args[0]?.value.text.startsWith("-") !== true) return void 0;
	return {
		component: image.component,
		program: wordOf(image.name),
		args
	};
}
/** Reads `registry:5000/path/kube-apiserver:v1.37.2@sha256:…`. */
function readImage(image) {
	const tagged = image.text.split("@", 1)[0] ?? "";
	const nameStart = tagged.lastIndexOf("/") + 1;
	const colon = tagged.indexOf(":", nameStart);
	const name = slicePlaced(image, nameStart, colon < 0 ? tagged.length : colon);
	const component = componentNamed(name.text.replace(/-(?:amd64|arm64|arm|ppc64le|s390x)$/, ""));
	const match = (component !== void 0 || /kube|k8s/.test(name.text)) && colon >= 0 ? /^v?(1\.\d+(?:\.\d+)?)(?![\d.])/.exec(tagged.slice(colon + 1)) : null;
	if (match === null) return {
		name,
		component,
		version: void 0
	};
	const number = match[1] ?? "";
	const start = colon + 1 + match[0].length - number.length;
	return {
		name,
		component,
		version: located(number, originOfPlaced(image, start, start + number.length))
	};
}
/** A reference in Kubernetes' own notation: `$(NAME)`, and `$$` for a dollar sign. */
const reference = /\$\$|\$\(([^)]{0,256})\)/g;
/**
* The values of `env`, in which earlier variables may stand (pkg/kubelet/kubelet_pods.go makeEnvironmentVariables).
* What the image or `envFrom` set besides is not known, so no variable is unset.
*/
function environmentOf(env) {
	const expanded = /* @__PURE__ */ new Map();
	const lookup = (name) => {
		const text = expanded.get(name);
		return text === void 0 ? "unknown" : {
			text,
			source: void 0
		};
	};
	const earlier = boundedLookup(lookup);
	for (const [name, value] of env) {
		if (value === void 0) continue;
		let known = true;
		const text = value.replace(reference, (written, variable) => {
			if (variable === void 0) return "$";
			const replacement = earlier(variable);
			if (typeof replacement === "string") known = false;
			return typeof replacement === "string" ? written : replacement.text;
		});
		if (known) expanded.set(name, text);
	}
	return lookup;
}
/**
* Replaces `$(NAME)` by the container's environment; `$$` is a dollar sign, an unknown name stays as it is
* (third_party/forked/golang/expansion/expand.go Expand).
*/
function expandReferences(text, variable) {
	if (!text.text.includes("$")) return wordOf(text);
	const word = startWord(offsetAt(text, 0));
	let at = 0;
	for (const match of text.text.matchAll(reference)) {
		copy(word, text, at, match.index);
		at = match.index + match[0].length;
		const value = match[1] === void 0 ? "$" : variable(match[1]);
		if (typeof value !== "string" || value === "$") extendWord(word, typeof value === "string" ? value : value.text, offsetAt(text, match.index), offsetAt(text, at));
		else {
			word.unresolved = true;
			copy(word, text, match.index, at);
		}
	}
	copy(word, text, at, text.text.length);
	return finishWord(word, text.source);
}
function copy(word, text, start, end) {
	for (let i = start; i < end; i++) extendWord(word, text.text[i] ?? "", offsetAt(text, i), offsetAt(text, i + 1));
}
//#endregion
//#region packages/parser/src/documents/pod-invocations.ts
/** Whether a text names a component at all; containers are read closely only where one does. */
function namesComponent(written) {
	return /kube-apiserver|kubelet|kube-controller-manager|kube-scheduler|hyperkube/.test(written);
}
/** The components that the containers of a pod start. `owner` is the object, as people call it. */
function podInvocations(view, podSpec, owner) {
	const invocations = [];
	for (const container of itemsOf(view, field(view, podSpec, "containers"))) {
		const invocation = readContainer(containerText(view, container), owner);
		if (invocation !== void 0) invocations.push(invocation);
	}
	return invocations;
}
function containerText(view, container) {
	return {
		image: placedText(view, field(view, container, "image")),
		command: words(view, field(view, container, "command")),
		args: words(view, field(view, container, "args")),
		env: environment(view, field(view, container, "env"))
	};
}
/** A string with the place of each unit; undefined where there is none. */
function placedText(view, node) {
	return node === 0 || view.tree.kind(node) !== "string" ? void 0 : placed(view, node);
}
function words(view, list) {
	return [...itemsOf(view, list)].map((item) => placed(view, item));
}
function placed(view, node) {
	const { tree, source } = view;
	if (tree.kind(node) === "string") return placedBy(source, tree.scalar(node), tree.offsets(node));
	return placedBy(source, "", [tree.start(node)]);
}
function environment(view, list) {
	const variables = /* @__PURE__ */ new Map();
	for (const variable of itemsOf(view, list)) {
		const elsewhere = field(view, variable, "valueFrom") !== 0;
		variables.set(text(view, field(view, variable, "name")), elsewhere ? void 0 : text(view, field(view, variable, "value")));
	}
	return variables;
}
//#endregion
//#region packages/parser/src/configurations/authorizer-errors.ts
/**
* What k8s.io/apiserver pkg/apis/apiserver/validation/validation.go: ValidateAuthorizationConfiguration refuses in the
* entries. Types, and that there is an entry at all, are judged with the control plane, where the version is known.
* CEL expressions, durations and the kubeconfig itself are left to the server.
*/
function authorizerErrors(view, root) {
	const errors = [];
	const names = /* @__PURE__ */ new Set();
	let index = 0;
	for (const authorizer of itemsOf(view, field(view, root, "authorizers"))) {
		const path = `authorizers[${index++}]`;
		nameErrors(view, authorizer, path, names, errors);
		webhookErrors(view, authorizer, path, errors);
	}
	return errors;
}
function nameErrors(view, authorizer, path, names, errors) {
	const node = field(view, authorizer, "name");
	const name = text(view, node);
	const type = text(view, field(view, authorizer, "type"));
	const at = node === 0 ? place(view, authorizer) : place(view, node);
	if (name === "") {
		errors.push(required(`${path}.name`, at));
		return;
	}
	if (names.has(name)) errors.push(duplicate(`${path}.name`, at, name));
	names.add(name);
	for (const problem of subdomainProblems(name)) errors.push(invalid$1(`${path}.name`, at, name, `authorizer name is invalid: ${problem}`));
	if (type !== "" && type !== "Webhook" && name !== type.toLowerCase()) {
		const body = `expected name ${type.toLowerCase()} for authorizer ${type} instead of ${name}`;
		errors.push({
			field: `${path}.name`,
			body,
			place: at
		});
	}
}
function webhookErrors(view, authorizer, path, errors) {
	const webhook = field(view, authorizer, "webhook");
	const isWebhook = text(view, field(view, authorizer, "type")) === "Webhook";
	if (isWebhook && webhook === 0) errors.push(required(`${path}.webhook`, place(view, authorizer), "required when type=Webhook"));
	if (!isWebhook && webhook !== 0) errors.push(invalid$1(`${path}.webhook`, place(view, webhook), "non-null", "may only be specified when type=Webhook"));
	if (!isWebhook || webhook === 0) return;
	const here = place(view, webhook);
	oneOf(view, webhook, path, "subjectAccessReviewVersion", ["v1", "v1beta1"], here, errors);
	oneOf(view, webhook, path, "failurePolicy", ["NoOpinion", "Deny"], here, errors);
	if (field(view, webhook, "timeout") === 0) errors.push(required(`${path}.timeout`, here));
	const info = field(view, webhook, "connectionInfo");
	oneOf(view, info, `${path}.connectionInfo`, "type", ["InClusterConfig", "KubeConfigFile"], here, errors);
	const kind = text(view, field(view, info, "type"));
	const file = text(view, field(view, info, "kubeConfigFile"));
	if (kind === "KubeConfigFile" && file === "") errors.push(required(`${path}.connectionInfo.kubeConfigFile`, here));
	if (kind === "InClusterConfig" && file !== "") errors.push(invalid$1(`${path}.connectionInfo.kubeConfigFile`, here, file, "can only be set when type=KubeConfigFile"));
}
function oneOf(view, owner, path, name, values, here, errors) {
	const node = field(view, owner, name);
	const value = text(view, node);
	if (value === "") errors.push(required(`${path}.${name}`, here));
	else if (!values.includes(value)) errors.push(unsupported(`${path}.${name}`, place(view, node), value, values));
}
//#endregion
//#region packages/parser/src/configurations/configuration-types.ts
/** k8s.io/apiserver pkg/apis/apiserver/v1/types.go; the older versions have the same fields or fewer. */
const expression = {
	expression: string,
	message: string
};
const prefixedClaim = struct("v1.PrefixedClaimOrExpression", {
	claim: string,
	prefix: string,
	expression: string
});
const jwtAuthenticator = struct("v1.JWTAuthenticator", {
	issuer: struct("v1.Issuer", {
		url: string,
		discoveryURL: string,
		certificateAuthority: string,
		audiences: slice(string),
		audienceMatchPolicy: namedString("v1.AudienceMatchPolicyType"),
		egressSelectorType: namedString("v1.EgressSelectorType")
	}),
	claimValidationRules: slice(struct("v1.ClaimValidationRule", {
		claim: string,
		requiredValue: string,
		...expression
	})),
	claimMappings: struct("v1.ClaimMappings", {
		username: prefixedClaim,
		groups: prefixedClaim,
		uid: struct("v1.ClaimOrExpression", {
			claim: string,
			expression: string
		}),
		extra: slice(struct("v1.ExtraMapping", {
			key: string,
			valueExpression: string
		}))
	}),
	userValidationRules: slice(struct("v1.UserValidationRule", expression))
});
const type$1 = {
	apiVersion: string,
	kind: string
};
const authenticationConfiguration = struct("v1.AuthenticationConfiguration", {
	...type$1,
	jwt: slice(jwtAuthenticator),
	anonymous: struct("v1.AnonymousAuthConfig", {
		enabled: bool,
		conditions: slice(struct("v1.AnonymousAuthCondition", { path: string }))
	})
});
/** `metav1.Duration` decodes from a string; its form is left to the server. */
const duration = string;
const authorizationConfiguration = struct("v1.AuthorizationConfiguration", {
	...type$1,
	authorizers: slice(struct("v1.AuthorizerConfiguration", {
		type: string,
		name: string,
		webhook: struct("v1.WebhookConfiguration", {
			authorizedTTL: duration,
			cacheAuthorizedRequests: bool,
			unauthorizedTTL: duration,
			cacheUnauthorizedRequests: bool,
			timeout: duration,
			subjectAccessReviewVersion: string,
			matchConditionSubjectAccessReviewVersion: string,
			failurePolicy: string,
			connectionInfo: struct("v1.WebhookConnectionInfo", {
				type: string,
				kubeConfigFile: string
			}),
			matchConditions: slice(struct("v1.WebhookMatchCondition", { expression: string }))
		})
	}))
});
//#endregion
//#region packages/parser/src/configurations/issuer-errors.ts
/**
* What k8s.io/apiserver pkg/apis/apiserver/validation/validation.go: ValidateAuthenticationConfiguration refuses in
* the issuers. Whether CEL compiles, certificates parse, and the server's own issuers overlap is left to the server.
*/
function issuerErrors(view, root) {
	const errors = [];
	const urls = /* @__PURE__ */ new Set();
	const discoveryUrls = /* @__PURE__ */ new Set();
	let index = 0;
	for (const authenticator of itemsOf(view, field(view, root, "jwt"))) {
		const checking = {
			view,
			authenticator,
			path: `jwt[${index++}]`,
			errors
		};
		checkIssuer(checking, urls, discoveryUrls);
		checkClaimRules(checking);
		checkMappings(checking);
		checkUserRules(checking);
	}
	return errors;
}
function checkIssuer(checking, urls, discoveryUrls) {
	const { view, authenticator, errors } = checking;
	const issuer = field(view, authenticator, "issuer");
	const path = `${checking.path}.issuer`;
	const urlNode = field(view, issuer, "url");
	const discoveryNode = field(view, issuer, "discoveryURL");
	const url = text(view, urlNode);
	const discovery = text(view, discoveryNode);
	checkUrl(checking, `${path}.url`, urlNode, true);
	if (urls.has(url)) errors.push(duplicate(`${path}.url`, at(checking, urlNode), url));
	urls.add(url);
	if (discovery !== "") {
		checkUrl(checking, `${path}.discoveryURL`, discoveryNode, false);
		const here = at(checking, discoveryNode);
		if (discovery.replace(/\/+$/, "") === url.replace(/\/+$/, "")) errors.push(invalid$1(`${path}.discoveryURL`, here, discovery, "discoveryURL must be different from URL"));
		if (discoveryUrls.has(discovery)) errors.push(duplicate(`${path}.discoveryURL`, here, discovery));
		discoveryUrls.add(discovery);
	}
	checkAudiences(checking, issuer, path);
}
function checkUrl({ view, errors, ...checking }, path, node, isRequired) {
	const written = text(view, node);
	const here = at({
		view,
		errors,
		...checking
	}, node);
	if (written === "") {
		if (isRequired) errors.push(required(path, here, "URL is required"));
		return;
	}
	const [, scheme = "", rest = ""] = /^([A-Za-z][A-Za-z0-9+.-]*):\/\/(.*)$/s.exec(written) ?? [];
	const authority = /^[^/?#]*/.exec(rest)?.[0] ?? "";
	const beforeFragment = rest.split("#", 1)[0] ?? "";
	const refuse = (detail) => {
		errors.push(invalid$1(path, here, written, detail));
	};
	if (scheme.toLowerCase() !== "https") refuse("URL scheme must be https");
	if (authority.includes("@")) refuse("URL must not contain a username or password");
	if (beforeFragment.includes("?") && !beforeFragment.endsWith("?")) refuse("URL must not contain a query");
	if (rest.includes("#") && !rest.endsWith("#")) refuse("URL must not contain a fragment");
}
function checkAudiences(checking, issuer, path) {
	const { view, errors } = checking;
	const list = field(view, issuer, "audiences");
	const audiences = /* @__PURE__ */ new Set();
	let count = 0;
	for (const item of itemsOf(view, list)) {
		const audience = text(view, item);
		const here = `${path}.audiences[${count++}]`;
		if (audience === "") errors.push(required(here, place(view, item), "audience can't be empty"));
		else if (audiences.has(audience)) errors.push(duplicate(here, place(view, item), audience));
		audiences.add(audience);
	}
	if (count === 0) errors.push(required(`${path}.audiences`, at(checking, list), `at least one ${path}.audiences is required`));
	const policyNode = field(view, issuer, "audienceMatchPolicy");
	const policy = text(view, policyNode);
	if (policy !== "MatchAny" && (policy !== "" || count > 1)) {
		const detail = count > 1 ? "audienceMatchPolicy must be MatchAny for multiple audiences" : "audienceMatchPolicy must be empty or MatchAny for single audience";
		errors.push(invalid$1(`${path}.audienceMatchPolicy`, at(checking, policyNode), policy, detail));
	}
}
function checkClaimRules(checking) {
	const { view, authenticator, errors } = checking;
	const seen = /* @__PURE__ */ new Set();
	let index = 0;
	for (const rule of itemsOf(view, field(view, authenticator, "claimValidationRules"))) {
		const path = `${checking.path}.claimValidationRules[${index++}]`;
		const here = place(view, rule);
		const claim = text(view, field(view, rule, "claim"));
		const expression = text(view, field(view, rule, "expression"));
		if (claim !== "" && expression !== "") errors.push(invalid$1(path, here, claim, "claim and expression can't both be set"));
		else if (claim === "" && expression === "") errors.push(required(path, here, "claim or expression is required"));
		if (claim !== "" && text(view, field(view, rule, "message")) !== "") errors.push(invalid$1(`${path}.message`, here, text(view, field(view, rule, "message")), "message can't be set when claim is set"));
		if (expression !== "" && text(view, field(view, rule, "requiredValue")) !== "") {
			const value = text(view, field(view, rule, "requiredValue"));
			errors.push(invalid$1(`${path}.requiredValue`, here, value, "requiredValue can't be set when expression is set"));
		}
		const key = claim === "" ? `expression ${expression}` : `claim ${claim}`;
		if (seen.has(key)) errors.push(duplicate(`${path}.${claim === "" ? "expression" : "claim"}`, here, claim || expression));
		seen.add(key);
	}
}
function checkMappings(checking) {
	const { view, authenticator, errors } = checking;
	const mappings = field(view, authenticator, "claimMappings");
	const path = `${checking.path}.claimMappings`;
	const username = field(view, mappings, "username");
	const groups = field(view, mappings, "groups");
	const uid = field(view, mappings, "uid");
	checkPrefixed(checking, username, `${path}.username`, true);
	checkPrefixed(checking, groups, `${path}.groups`, false);
	if (uid !== 0 && text(view, field(view, uid, "claim")) !== "" && text(view, field(view, uid, "expression")) !== "") errors.push(invalid$1(`${path}.uid`, place(view, uid), "", "claim and expression can't both be set"));
	let index = 0;
	for (const extra of itemsOf(view, field(view, mappings, "extra"))) {
		const here = `${path}.extra[${index++}]`;
		for (const name of ["key", "valueExpression"]) if (text(view, field(view, extra, name)) === "") errors.push(required(`${here}.${name}`, place(view, extra)));
	}
	checkEmailVerified(checking, mappings, field(view, username, "expression"), `${path}.username.expression`);
}
function checkPrefixed(checking, mapping, path, isRequired) {
	const { view, errors } = checking;
	const here = at(checking, mapping);
	const claim = text(view, field(view, mapping, "claim"));
	const expression = text(view, field(view, mapping, "expression"));
	const prefix = field(view, mapping, "prefix");
	if (claim !== "" && expression !== "") errors.push(invalid$1(path, here, "", "claim and expression can't both be set"));
	if (isRequired && claim === "" && expression === "") errors.push(required(path, here, "claim or expression is required"));
	if (claim !== "" && prefix === 0) errors.push(required(`${path}.prefix`, here, "prefix is required when claim is set. It can be set to an empty string to disable prefixing"));
	if (expression !== "" && prefix !== 0) errors.push(invalid$1(`${path}.prefix`, place(view, prefix), text(view, prefix), "prefix can't be set when expression is set"));
}
/** An address that nobody verified names nobody. */
function checkEmailVerified(checking, mappings, node, path) {
	const { view, authenticator, errors } = checking;
	const expression = text(view, node);
	if (!/\bclaims\.\??email\b(?!_verified)/.test(expression)) return;
	if ([
		expression,
		...[...itemsOf(view, field(view, mappings, "extra"))].map((extra) => text(view, field(view, extra, "valueExpression"))),
		...[...itemsOf(view, field(view, authenticator, "claimValidationRules"))].map((rule) => text(view, field(view, rule, "expression")))
	].some((other) => /\bclaims\.\??email_verified\b/.test(other))) return;
	errors.push(invalid$1(path, place(view, node), expression, "claims.email_verified must be used in claimMappings.username.expression or claimMappings.extra[*].valueExpression or claimValidationRules[*].expression when claims.email is used in claimMappings.username.expression"));
}
function checkUserRules({ view, authenticator, path, errors }) {
	const seen = /* @__PURE__ */ new Set();
	let index = 0;
	for (const rule of itemsOf(view, field(view, authenticator, "userValidationRules"))) {
		const here = `${path}.userValidationRules[${index++}].expression`;
		const expression = text(view, field(view, rule, "expression"));
		if (expression === "") errors.push(required(here, place(view, rule)));
		else if (seen.has(expression)) errors.push(duplicate(here, place(view, rule), expression));
		seen.add(expression);
	}
}
/** Where a value stands, or the issuer that lacks it. */
function at({ view, authenticator }, node) {
	if (node !== 0) return place(view, node);
	const issuer = fieldAt(view, authenticator, "issuer");
	return place(view, issuer === 0 ? authenticator : issuer);
}
//#endregion
//#region packages/parser/src/configurations/read-configuration.ts
const group = "apiserver.config.k8s.io/";
/** Whether a document is a configuration of the API server that decides who gets in; `Kind:` is no kind. */
function isServerConfiguration({ apiVersion, kind }) {
	return apiVersion?.startsWith(group) === true && (kind === void 0 || types.has(kind));
}
const types = new Map([["AuthenticationConfiguration", authenticationConfiguration], ["AuthorizationConfiguration", authorizationConfiguration]]);
/**
* Reads a configuration file of the API server as strictly as it does (k8s.io/apiserver pkg/server/options/authorizer
* load.go and its like for authentication): what it would not start with is refused, and no fact.
*/
function readServerConfiguration(collected, view, root, { apiVersion = "", kind }, repeatedKey) {
	const type = kind === void 0 ? void 0 : types.get(kind);
	const errors = type === void 0 || kind === void 0 ? [{
		text: "Object 'Kind' is missing",
		...placeOfObject(view, root)
	}] : configurationErrors(view, root, type, kind, apiVersion, repeatedKey);
	for (const error of errors) report(collected, "error", "configuration-refused", error.text, error);
	if (errors.length > 0 || kind === void 0) return "refused";
	collected.facts.push({
		fact: "configuration",
		configuration: decodeConfiguration(view, root, kind, apiVersion)
	});
	return "evaluated";
}
function configurationErrors(view, root, type, kind, apiVersion, repeatedKey) {
	if (!/^v1(alpha1|beta1)?$/.test(apiVersion.slice(24))) return [{
		text: `no kind ${quoted(kind)} is registered for version ${quoted(apiVersion)}`,
		...placeOfObject(view, root)
	}];
	const { error, unknownFields } = compareWithType(view.tree, root, type);
	if (error !== void 0) return [error];
	const strict = unknownFields.map((unknown) => ({
		...unknown,
		text: `strict decoding error: unknown field ${quoted(unknown.text)}`
	}));
	if (repeatedKey !== void 0) {
		const text = `strict decoding error: key ${quoted(repeatedKey.key)} already set in map`;
		strict.push({
			text,
			start: repeatedKey.start,
			end: repeatedKey.end
		});
	}
	if (strict.length > 0) return strict;
	return (kind === "AuthorizationConfiguration" ? authorizerErrors(view, root) : issuerErrors(view, root)).map(({ field: path, body, place }) => ({
		text: `${path}: ${body}`,
		...place
	}));
}
function decodeConfiguration(view, root, kind, apiVersion) {
	const basis = {
		apiVersion,
		origin: origin(view, root)
	};
	return kind === "AuthenticationConfiguration" ? {
		kind: "AuthenticationConfiguration",
		...basis,
		anonymous: decodeAnonymous(view, field(view, root, "anonymous"))
	} : {
		kind: "AuthorizationConfiguration",
		...basis,
		authorizers: decodeAuthorizers(view, root)
	};
}
function decodeAnonymous(view, anonymous) {
	if (anonymous === 0) return void 0;
	const at = origin(view, anonymous);
	const paths = [];
	for (const condition of itemsOf(view, field(view, anonymous, "conditions"))) {
		const path = field(view, condition, "path");
		paths.push(writtenText(view, path) ?? {
			value: "",
			origin: origin(view, condition)
		});
	}
	return {
		origin: at,
		enabled: flag(view, field(view, anonymous, "enabled")) ?? {
			value: false,
			origin: at
		},
		paths
	};
}
function decodeAuthorizers(view, root) {
	const authorizers = [];
	for (const authorizer of itemsOf(view, field(view, root, "authorizers"))) {
		const type = writtenText(view, field(view, authorizer, "type"));
		authorizers.push(type ?? {
			value: "",
			origin: origin(view, authorizer)
		});
	}
	return authorizers;
}
//#endregion
//#region packages/parser/src/credentials/aws-auth.ts
/**
* Reads the mappings from IAM to Kubernetes (aws-iam-authenticator pkg/mapper/configmap/configmap.go ParseMap).
* The keys of a mapping are matched as encoding/json does, whatever their case; of two mappings for one ARN the later
* counts (saveMap).
*/
function readAwsAuth(texts) {
	const roles = readMappings(texts.mapRoles, "rolearn", "IAM role");
	const users = readMappings(texts.mapUsers, "userarn", "IAM user");
	return {
		credentials: [...roles.credentials, ...users.credentials],
		diagnostics: [...roles.diagnostics, ...users.diagnostics]
	};
}
function readMappings(placed, arnKey, what) {
	const byArn = /* @__PURE__ */ new Map();
	const diagnostics = [];
	if (placed === void 0 || isSkipped(placed.text)) return {
		credentials: [],
		diagnostics
	};
	const refuse = (message) => {
		const key = arnKey === "rolearn" ? "mapRoles" : "mapUsers";
		diagnostics.push({
			id: "aws-auth-refused",
			level: "error",
			message: `${key} cannot be read, none of its mappings counts: ${message}`,
			origin: originOfPlaced(placed)
		});
	};
	let first = true;
	readDocuments(placed.text, "component-config", (document) => {
		if (!first) return;
		first = false;
		if (document.outcome === "error") refuse(document.message);
		if (document.outcome !== "value") return;
		const { tree } = document;
		if (tree.kind(tree.root) !== "sequence") {
			if (tree.kind(tree.root) !== "null") refuse("it is no list");
			return;
		}
		for (const item of childrenOf(tree, tree.root)) {
			const mapping = readMapping({
				tree,
				placed
			}, item, arnKey, what);
			const arn = mapping.arn.toLowerCase();
			byArn.delete(arn);
			byArn.set(arn, mapping.credential);
		}
	});
	return {
		credentials: [...byArn.values()],
		diagnostics
	};
}
/** configmap.go isSkippable. */
function isSkipped(text) {
	const trimmed = text.trim();
	return trimmed === "" || trimmed === "``" || trimmed === "\"\"";
}
function readMapping(inner, item, arnKey, what) {
	const { tree } = inner;
	const arn = textAt(inner, item, arnKey)?.value ?? "";
	const user = textAt(inner, item, "username");
	const groups = [];
	for (const group of childrenOf(tree, entryOf(tree, item, "groups"))) {
		const text = locatedIn(inner, group);
		if (text !== void 0) groups.push(text);
	}
	return {
		arn,
		credential: {
			form: "aws-auth-mapping",
			label: `${what} ${arn}`,
			origin: originIn(inner, tree.start(item), tree.end(item)),
			user,
			groups,
			notAfter: void 0,
			signerName: void 0
		}
	};
}
/** The entry of a key in any case; the last of several, as they overwrite each other. */
function entryOf(tree, mapping, key) {
	let found = 0;
	if (tree.kind(mapping) !== "mapping") return found;
	for (const entry of childrenOf(tree, mapping)) if (tree.key(entry).toLowerCase() === key) found = entry;
	return found;
}
function textAt(inner, mapping, key) {
	return locatedIn(inner, entryOf(inner.tree, mapping, key));
}
function locatedIn(inner, node) {
	const { tree } = inner;
	if (node === 0 || tree.kind(node) !== "string") return void 0;
	return located(tree.scalar(node), originIn(inner, tree.start(node), tree.end(node)));
}
function originIn({ placed }, start, end) {
	return originOfPlaced(placed, start, end);
}
//#endregion
//#region packages/parser/src/credentials/kubeconfig.ts
/** Whether a document is a kubeconfig: `kind: Config` belongs to several APIs, lists of users or clusters to this one. */
function isKubeconfig(tree) {
	const { root } = tree;
	const kind = valueAt(tree, root, "kind");
	if (kind === 0 || tree.scalar(kind) !== "Config" || tree.kind(kind) !== "string") return false;
	const version = valueAt(tree, root, "apiVersion");
	if (version !== 0 && tree.scalar(version) !== "v1") return false;
	return [
		"users",
		"clusters",
		"contexts"
	].some((key) => valueAt(tree, root, key) !== 0);
}
/**
* Reads the users of a kubeconfig (k8s.io/client-go tools/clientcmd/api/v1 AuthInfo). Embedded certificates say who
* they are, files are named, tokens only mentioned. Certificate data win over a file, as in clientcmd.
*/
function readKubeconfig(tree, source) {
	const credentials = [];
	const references = [];
	const diagnostics = [];
	const file = source.path.slice(source.path.lastIndexOf("/") + 1);
	for (const item of childrenOf(tree, valueAt(tree, tree.root, "users"))) {
		const user = valueAt(tree, item, "user");
		const label = `user ${stringAt(tree, source, item, "name")?.value ?? ""} in kubeconfig ${file}`;
		const data = valueAt(tree, user, "client-certificate-data");
		const keyInText = isWritten(tree, valueAt(tree, user, "client-key-data"));
		const path = stringAt(tree, source, user, "client-certificate");
		if (isWritten(tree, data)) {
			const read = readCertificateData(tree, source, data, label);
			if (read === "unreadable") diagnostics.push(unreadableCertificate(originOf(tree, source, data)));
			else if (read !== "no-client") credentials.push(keyInText ? {
				...read,
				proofInText: true
			} : read);
		} else if (path !== void 0 && path.value !== "") references.push({
			path: located(fromFolderOf(source, path.value), path.origin),
			role: "client-certificate"
		});
		const token = valueAt(tree, user, "token");
		if (isWritten(tree, token)) credentials.push(tokenCredential(tree, source, token, label));
	}
	return {
		credentials,
		references,
		diagnostics
	};
}
function isWritten(tree, node) {
	return node !== 0 && tree.kind(node) === "string" && tree.scalar(node) !== "";
}
function originOf(tree, source, node) {
	return textOrigin(source, tree.start(node), tree.end(node));
}
function readCertificateData(tree, source, node, label) {
	const data = placedString(tree, source, node);
	if (data === void 0) return "unreadable";
	const text = Buffer.from(data.text, "base64").toString("latin1");
	const [block] = pemBlocks({
		...data,
		text
	}, "CERTIFICATE");
	const reading = block === void 0 ? void 0 : readCertificate(block.pem);
	if (reading === void 0 || reading.outcome === "unreadable") return "unreadable";
	if (reading.outcome === "no-client") return "no-client";
	return certificateCredential("kubeconfig-client-certificate", label, originOf(tree, source, node), reading.identity);
}
/** A token stands at its key: no place leads to the value. */
function tokenCredential(tree, source, node, label) {
	const origin = textOrigin(source, tree.keyStart(node), tree.keyEnd(node));
	const account = readServiceAccountOfToken(tree.scalar(node));
	const groups = account === void 0 ? [] : ["system:serviceaccounts", `system:serviceaccounts:${account.namespace}`];
	return {
		form: "kubeconfig-token",
		label,
		origin,
		user: account === void 0 ? void 0 : located(`system:serviceaccount:${account.namespace}:${account.name}`, origin),
		groups: groups.map((group) => located(group, origin)),
		notAfter: void 0,
		signerName: void 0
	};
}
/** Relative paths are seen from the kubeconfig (tools/clientcmd/loader.go ResolveLocalPaths). */
function fromFolderOf(source, path) {
	if (path.startsWith("/")) return path;
	const parts = [];
	for (const part of `${source.path.slice(0, source.path.lastIndexOf("/") + 1)}${path}`.split("/")) if (part === ".." && parts.length > 0 && parts.at(-1) !== "..") parts.pop();
	else if (part !== "." && part !== "") parts.push(part);
	return `${source.path.startsWith("/") ? "/" : ""}${parts.join("/")}`;
}
//#endregion
//#region packages/parser/src/documents/not-read-yet.ts
/** `kubeadm's ClusterConfiguration configures a control plane`; undefined for any other document. */
function notReadYet(apiVersion, kind) {
	const group = apiVersion.slice(0, Math.max(0, apiVersion.lastIndexOf("/")));
	const row = owners.get(group);
	const what = row?.kinds[kind] ?? (group === controlPlaneGroup && kind.includes("ControlPlane") ? plane : void 0);
	return row === void 0 || what === void 0 ? void 0 : `${row.owner} ${kind} configures ${what}`;
}
/** The same for what has no `kind`: kubeadm's ConfigMap in the cluster, Talos' machine configuration. */
function notReadYetByShape(view, root) {
	const name = text(view, fieldAt(view, root, "metadata", "name"));
	if (name === "kubeadm-config" && fieldAt(view, root, "data", "ClusterConfiguration") !== 0) return `kubeadm's ConfigMap ${name} configures ${plane}`;
	return text(view, field(view, root, "version")) === "v1alpha1" && field(view, root, "machine") !== 0 ? `Talos' machine configuration configures ${both}` : void 0;
}
const plane = "a control plane";
const kubelets = "kubelets";
const both = "a control plane and kubelets";
const controlPlaneGroup = "controlplane.cluster.x-k8s.io";
/** By API group, whatever the version. */
const owners = new Map([
	["kubeadm.k8s.io", {
		owner: "kubeadm's",
		kinds: {
			ClusterConfiguration: plane,
			InitConfiguration: both,
			JoinConfiguration: both
		}
	}],
	["kubelet.config.k8s.io", {
		owner: "the kubelet's",
		kinds: { KubeletConfiguration: kubelets }
	}],
	["kops.k8s.io", {
		owner: "kops'",
		kinds: {
			Cluster: both,
			InstanceGroup: kubelets
		}
	}],
	["k0s.k0sproject.io", {
		owner: "k0s'",
		kinds: { ClusterConfig: plane }
	}],
	["kind.x-k8s.io", {
		owner: "kind's",
		kinds: { Cluster: both }
	}],
	["k3d.io", {
		owner: "k3d's",
		kinds: { Simple: both }
	}],
	["eksctl.io", {
		owner: "eksctl's",
		kinds: { ClusterConfig: both }
	}],
	["kubeone.k8c.io", {
		owner: "KubeOne's",
		kinds: { KubeOneCluster: both }
	}],
	["core.gardener.cloud", {
		owner: "Gardener's",
		kinds: { Shoot: both }
	}],
	["provisioning.cattle.io", {
		owner: "Rancher's",
		kinds: { Cluster: both }
	}],
	[controlPlaneGroup, {
		owner: "Cluster API's",
		kinds: {}
	}],
	["bootstrap.cluster.x-k8s.io", {
		owner: "Cluster API's",
		kinds: {
			KubeadmConfig: both,
			KubeadmConfigTemplate: both,
			RKE2Config: kubelets,
			RKE2ConfigTemplate: kubelets,
			TalosConfig: both,
			TalosConfigTemplate: both
		}
	}],
	["kubecontrolplane.config.openshift.io", {
		owner: "OpenShift's",
		kinds: { KubeAPIServerConfig: plane }
	}],
	["operator.openshift.io", {
		owner: "OpenShift's",
		kinds: { KubeAPIServer: plane }
	}],
	["config.openshift.io", {
		owner: "OpenShift's",
		kinds: {
			APIServer: plane,
			Authentication: plane,
			OAuth: plane
		}
	}]
]);
//#endregion
//#region packages/parser/src/documents/template-marks.ts
/** Go templates and Jinja, Jinja and Terraform blocks, ERB, shell, Terraform and OpenShift variables, Kustomize vars, sed. */
const placeholder = /\{\{|\{%|%\{|<%|\$\{|\$\(|\$[A-Z_][A-Z0-9_]+|%[A-Z][A-Z0-9_]*%|@@/;
/** The same, and ytt's comments, in which it keeps its logic. */
const anyMark = /\{\{|\{%|%\{|<%|\$\{|\$\(|\$[A-Z_]|#@|%[A-Z]|@@/;
function hasMarks(text) {
	return anyMark.test(text);
}
/**
* The template syntax that a document does not parse for: with other text in its place there would be no error, or
* another one. Undefined where the document is simply broken: braces in a comment or a string excuse nothing.
*/
function markBehindError(text, document, error) {
	const written = text.slice(document.start, document.end);
	const actions = actionsIn(written);
	const [first] = actions;
	if (first === void 0) return void 0;
	let isSame = false;
	let isFirst = true;
	readDocuments(withoutActions(written, actions), "kubectl", (reread) => {
		if (!isFirst) return;
		isFirst = false;
		isSame = reread.outcome === "error" && reread.message === error.message && reread.offset === error.offset - document.start;
	});
	return isSame ? void 0 : {
		start: document.start + first.start,
		end: document.start + first.end
	};
}
/** What ends an action, block or variable; those without a line break in them end with their line at the latest. */
const closings = {
	"{{": "}}",
	"{%": "%}",
	"<%": "%>",
	"%{": "}",
	"${": "}",
	"@@": "@@"
};
const oneLine = new Set([
	"%{",
	"${",
	"@@"
]);
/** Actions, blocks and variables of templates, as far as they can break YAML. Linear in the text. */
function actionsIn(text) {
	const actions = [];
	const opening = /\{\{|\{%|<%|%\{|\$\{|@@|%[A-Z][A-Z0-9_]*%/g;
	/** The next place of each closing, so that one that never comes is looked for once. */
	const next = /* @__PURE__ */ new Map();
	for (let found = opening.exec(text); found !== null; found = opening.exec(text)) {
		const [open] = found;
		const start = found.index;
		const closing = closings[open];
		if (closing === void 0) {
			actions.push({
				start,
				end: start + open.length
			});
			continue;
		}
		let at = next.get(closing) ?? 0;
		if (at >= 0 && at < start + open.length) at = text.indexOf(closing, start + open.length);
		next.set(closing, at);
		if (at < 0 || oneLine.has(open) && text.slice(start, at).includes("\n")) continue;
		actions.push({
			start,
			end: at + closing.length
		});
		opening.lastIndex = at + closing.length;
	}
	return actions;
}
/** The same number of characters, each action a plain word, or a comment where it has its lines to itself. */
function withoutActions(text, actions) {
	let masked = "";
	let from = 0;
	for (const { start, end } of actions) {
		masked += text.slice(from, start) + text.slice(start, end).replaceAll(/[^\n\r]/g, mask);
		from = end;
	}
	masked += text.slice(from);
	return masked.replaceAll(/^[ \t]*\u0001[\u0001 \t]*\r?$/gm, (line) => line.replaceAll(mask, "#")).replaceAll(mask, "x");
}
/** A character that no YAML can hold. */
const mask = "";
/** The first of these values, or of the values below them, whose text is a placeholder. */
function placeholderBelow({ tree }, nodes) {
	const open = nodes.filter((node) => node !== 0).reverse();
	const seen = /* @__PURE__ */ new Set();
	for (let node = open.pop(); node !== void 0; node = open.pop()) {
		const kind = tree.kind(node);
		if (kind === "string" && placeholder.test(tree.scalar(node))) return {
			start: tree.start(node),
			end: tree.end(node)
		};
		if (kind !== "mapping" && kind !== "sequence" || seen.has(node)) continue;
		seen.add(node);
		const below = [];
		for (let item = tree.first(node); item !== 0; item = tree.next(item)) below.push(item);
		for (const item of below.reverse()) open.push(item);
	}
}
/** The values of an object that say who it is and what it gives, so that a placeholder in them leaves nothing to judge. */
function accessValues(view, root) {
	const metadata = field(view, root, "metadata");
	return [
		field(view, metadata, "name"),
		field(view, metadata, "namespace"),
		...[
			"rules",
			"roleRef",
			"subjects",
			"aggregationRule",
			"userNames",
			"groupNames",
			"users"
		].map((name) => field(view, root, name))
	];
}
/** Whether ytt's comments stand in a document: values it sets read as null. */
function hasYttComments(text, document) {
	return /(^|\s)#@/.test(text.slice(document.start, document.end));
}
const templateAdvice = "a template that is not rendered yet: render it and scan the result, for example helm template … | authgraph scan -";
//#endregion
//#region packages/parser/src/documents/read-object.ts
/** Reads one object, in its own document or as the item of a list: takes its facts and says what became of it. */
function readObject(collected, view, root, origin, type, around) {
	const { apiVersion, kind } = type;
	if (around.signs.patchWord && isStrategicMergePatch(view, root)) return "patch";
	if (isKustomization(view.source.path, apiVersion, kind)) {
		collected.facts.push({
			fact: "kustomization",
			kustomization: decodeKustomization(view, root)
		});
		return "evaluated";
	}
	if (kind === "Config" && root === view.tree.root && isKubeconfig(view.tree)) {
		const read = readKubeconfig(view.tree, view.source);
		collectCredentials(collected, read);
		collectReferences(collected, read.references);
		return "evaluated";
	}
	if (kind === void 0 && root === view.tree.root && isCfsslRequest(view.tree)) {
		const credential = readCfsslRequest(view.tree, view.source);
		if (credential !== void 0) collectCredentials(collected, { credentials: [credential] });
		return credential === void 0 ? "not-ours" : "evaluated";
	}
	if (isServerConfiguration(type)) return readServerConfiguration(collected, view, root, type, around.repeatedKey);
	if (apiVersion === void 0 || kind === void 0) {
		reportNotReadYet(collected, view, root, notReadYetByShape(view, root));
		return readUntyped(collected, view, root, type);
	}
	const known = objectKind(apiVersion, kind);
	if (known !== void 0) return readKnown(collected, view, root, origin, known, around);
	if (apiVersion === "v1" && kind === "ConfigMap") {
		if (around.signs.credential) collectWritten(collected, credentialsOfConfigMap(view, root, ownerOf(view, root, kind)));
		return readConfigMap(collected, view, root);
	}
	if (apiVersion === "template.openshift.io/v1" || apiVersion === "v1" && kind === "Template") {
		report(collected, "note", "template", "an OpenShift template: scan what it makes, for example oc process --local -f FILE | authgraph scan -", placeOfObject(view, root));
		return "template";
	}
	reportNotReadYet(collected, view, root, notReadYet(apiVersion, kind));
	return readUnserved(collected, view, root, apiVersion, kind);
}
/** Set aside like any document of another kind, but not in silence. */
function reportNotReadYet(collected, view, root, what) {
	if (what === void 0) return;
	report(collected, "note", "not-read-yet", `${what} and is not read yet`, placeOfObject(view, root));
}
function readKnown(collected, view, root, origin, kind, around) {
	const started = around.signs.components ? readInvocations(collected, view, root, kind) : false;
	const placeholder = around.signs.marks ? placeholderBelow(view, valuesThatMatter(view, root, kind)) : void 0;
	if (placeholder !== void 0 && started) return "evaluated";
	const decoded = decodeObject(view, root, kind, origin);
	if (placeholder !== void 0 && !isTakenLiterally(kind, decoded)) {
		report(collected, "note", "template", templateAdvice, placeholder);
		return "template";
	}
	if (decoded.outcome !== "object" && around.signs.marks && isUnrendered(view, decoded, around.document)) {
		report(collected, "note", "template", templateAdvice, placeOfObject(view, root));
		return "template";
	}
	if (kind.reportsUnknownFields) reportUnknownFields(collected, kind, decoded.unknownFields);
	switch (decoded.outcome) {
		case "undecodable":
			report(collected, "error", "object-refused", undecodableMessage(kind, decoded.error.text), decoded.error);
			return "refused";
		case "invalid":
			for (const error of decoded.errors) report(collected, "error", "object-refused", invalidMessage(kind, decoded.name, [error]), error.place);
			return "refused";
		case "object":
			collected.facts.push({
				fact: "object",
				object: withPlaceholder(view, decoded.object, placeholder)
			});
			if (placeholder !== void 0) report(collected, "note", "placeholder", literalAdvice, placeholder);
			if (decoded.object.kind === "CertificateSigningRequest") readRequest(collected, view, root, decoded.object);
			if (around.signs.credential && decoded.object.kind === "Workload") collectWritten(collected, credentialsOfPod(view, podSpecOf(view, root, kind.kind), ownerOf(view, root, kind.kind)));
			return "evaluated";
	}
}
/**
* Whether a server would store an object with its placeholders as they stand. Then it counts as written: one quoted `$(x)`
* among the subjects would otherwise hide all the others from every rule, and kubectl would apply them all the same.
*/
function isTakenLiterally(kind, decoded) {
	return kind.ofAccess && decoded.outcome === "object";
}
function withPlaceholder(view, object, at) {
	return at === void 0 ? object : {
		...object,
		placeholder: textOrigin(view.source, at.start, at.end)
	};
}
const literalAdvice = "a placeholder, taken literally as kubectl would take it: where something fills it in first, scan what comes of that";
/** Whether the pods of a workload start components of the control plane. A placeholder among flags is marked there. */
function readInvocations(collected, view, root, kind) {
	const spec = podSpecOf(view, root, kind.kind);
	if (spec === 0) return false;
	const invocations = podInvocations(view, spec, ownerOf(view, root, kind.kind));
	for (const invocation of invocations) collectInvocation(collected, invocation);
	return invocations.length > 0;
}
/** An object, as people call it: `Pod kube-system/kube-apiserver`. */
function ownerOf(view, root, kind) {
	const metadata = field(view, root, "metadata");
	const name = text(view, field(view, metadata, "name"));
	const namespace = text(view, field(view, metadata, "namespace"));
	return `${kind} ${namespace === "" ? name : `${namespace}/${name}`}`;
}
/** Whom the certificate would be for that is asked for. */
function readRequest(collected, view, root, { meta, signerName }) {
	const request = placedText(view, fieldAt(view, root, "spec", "request"));
	if (request === void 0) return;
	const { certificateRequests } = collected;
	collectCredentials(collected, readEncodedCertificateRequest(request, meta.name.value, signerName?.value, certificateRequests));
}
/** A workload may be called by a placeholder and still run as a known account. */
function valuesThatMatter(view, root, kind) {
	if (kind.ofAccess) return accessValues(view, root);
	const metadata = field(view, root, "metadata");
	const spec = podSpecOf(view, root, kind.kind);
	return [
		field(view, metadata, "namespace"),
		field(view, spec, "serviceAccountName"),
		field(view, spec, "serviceAccount")
	];
}
/** What refused the object is a placeholder of a wrong type, or a value that ytt's comments set. */
function isUnrendered(view, decoded, document) {
	const { text: written } = view.source;
	if (hasYttComments(written, document)) return true;
	return (decoded.outcome === "undecodable" ? [decoded.error] : decoded.outcome === "invalid" ? decoded.errors.map((error) => error.place) : []).some(({ start, end }) => /\{\{|\$\{|\$\(|<%/.test(written.slice(start, end)));
}
/**
* kubectl asks for strict field validation, so `kubectl apply` is refused; any other client stores the object without
* the field. The object is evaluated as that lenient server would have it, which is the worst case.
*/
function reportUnknownFields(collected, kind, unknownFields) {
	for (const unknown of unknownFields) report(collected, "warning", "unknown-field", `unknown field ${quoted(unknown.text)} in ${kind.kind}: kubectl refuses the object, other clients store it without the field`, unknown);
}
/** Of ConfigMaps only `aws-auth` matters; it is judged as a whole before anything in it is read. */
function readConfigMap(collected, view, root) {
	if (text(view, fieldAt(view, root, "metadata", "name")) !== "aws-auth") {
		reportNotReadYet(collected, view, root, notReadYetByShape(view, root));
		return "not-ours";
	}
	const { error } = compareWithType(view.tree, root, configMap);
	if (error !== void 0) {
		report(collected, "error", "object-refused", undecodableMessage({
			kind: "ConfigMap",
			apiVersion: "v1"
		}, error.text), error);
		return "refused";
	}
	const namespace = text(view, fieldAt(view, root, "metadata", "namespace"));
	if (namespace !== "" && namespace !== "kube-system") return "not-ours";
	const { credentials, diagnostics } = readAwsAuth({
		mapRoles: placedText(view, fieldAt(view, root, "data", "mapRoles")),
		mapUsers: placedText(view, fieldAt(view, root, "data", "mapUsers"))
	});
	const assumption = namespace === "" ? "taken for kube-system/aws-auth: the namespace is not said" : void 0;
	collectCredentials(collected, {
		diagnostics,
		credentials: assumption === void 0 ? credentials : credentials.map((one) => ({
			...one,
			assumption
		}))
	});
	return "evaluated";
}
const accessKinds = new Set([
	"Role",
	"ClusterRole",
	"RoleBinding",
	"ClusterRoleBinding"
]);
const accessGroup = "rbac.authorization.k8s.io/";
/** A document without a full type: kubectl takes it for no object. Worth a word where it is meant to be one of RBAC. */
function readUntyped(collected, view, root, type) {
	const { apiVersion, kind } = type;
	if (apiVersion?.startsWith(accessGroup) === true) {
		report(collected, "error", "object-refused", "Object 'Kind' is missing", placeOfObject(view, root));
		return "refused";
	}
	if (kind !== void 0 && accessKinds.has(kind) && field(view, root, "metadata") !== 0) {
		report(collected, "error", "object-refused", "Object 'apiVersion' is missing", placeOfObject(view, root));
		return "refused";
	}
	return "not-ours";
}
/** Types that no server knows, though they look like RBAC: written wrong, or of a version that is gone. */
function readUnserved(collected, view, root, apiVersion, kind) {
	const misplaced = accessKinds.has(kind) && (apiVersion === "v1" || /^rbac(\/|$)/.test(apiVersion));
	if (!apiVersion.startsWith(accessGroup) && apiVersion !== "rbac.authorization.k8s.io" && !misplaced) return "not-ours";
	const removed = /\/v1(alpha|beta)1$/.test(apiVersion);
	const since = removed ? ": not served since Kubernetes 1.22, use rbac.authorization.k8s.io/v1" : "";
	const message = `no matches for kind ${quoted(kind)} in version ${quoted(apiVersion)}${since}`;
	const written = field(view, root, removed ? "apiVersion" : "kind");
	report(collected, "error", "object-refused", message, written === 0 ? placeOfObject(view, root) : place(view, written));
	return "refused";
}
//#endregion
//#region packages/parser/src/documents/read-manifests.ts
/** Reads a stream of YAML or JSON documents. Returns what looks like a directive in a comment. */
function readManifests(collected, profile) {
	const { source } = collected;
	const signs = {
		marks: hasMarks(source.text),
		patchWord: source.text.includes("$patch"),
		components: namesComponent(source.text),
		invisible: invisibleCharacter.test(source.text),
		credential: mayHoldCredential(source.text)
	};
	const candidates = directiveCandidates(source);
	let broken;
	readDocuments(source.text, profile, (document) => {
		switch (document.outcome) {
			case "empty":
				count(collected, "empty", document);
				break;
			case "error":
				if (readBroken(collected, document, signs.marks) === "refused") broken ??= document.message;
				break;
			case "value": {
				const view = {
					source,
					tree: document.tree
				};
				const before = collected.documents.length;
				readValue$1(collected, view, document, {
					signs,
					document,
					repeatedKey: repeatedKey(document)
				});
				if (candidates.candidates.length > 0) dropDirectives(candidates, document);
				if (document.afterError && broken !== void 0) reportAfterError(collected, before, broken);
				break;
			}
		}
	});
	return candidates;
}
function repeatedKey({ surprises }) {
	for (const surprise of surprises) if ((surprise.form === "duplicate-key" || surprise.form === "merge-override") && !surprise.undetermined) return surprise;
}
function readValue$1(collected, view, document, around) {
	const { tree } = view;
	const { root } = tree;
	const { invisible } = around.signs;
	const accessPlaces = invisible || document.surprises.length > 0 ? [] : void 0;
	if (tree.kind(root) !== "mapping") count(collected, isJsonPatch(view, root) ? "patch" : "not-ours", place(view, root));
	else {
		const type = writtenType(view, root);
		const items = writtenField(tree, root, "items");
		if (items !== 0 && type.kind !== void 0) readList(collected, view, root, items, type, around, accessPlaces);
		else readAndCount(collected, view, root, type, around, accessPlaces);
	}
	if (accessPlaces === void 0) return;
	if (invisible) for (const at of accessPlaces) reportInvisible(collected, at);
	if (document.surprises.length === 0) return;
	if (collected.documents.at(-1)?.outcome === "template" || hasYttComments(view.source.text, document)) return;
	for (const hidden of hiddenContents(view.source, document.surprises, accessPlaces, tree)) collected.facts.push({
		fact: "hidden-content",
		hidden
	});
	reportUndetermined(collected, document);
}
function readAndCount(collected, view, node, type, around, accessPlaces) {
	const at = origin(view, node);
	collected.documents.push({
		outcome: readObject(collected, view, node, at, type, around),
		origin: at
	});
	if (accessPlaces !== void 0 && isOfAccess(type) && decidesAccess(view, node, type)) accessPlaces.push(at);
}
/** Of Secrets only tokens do: what others hold is no access to the cluster. */
function decidesAccess(view, node, { kind }) {
	return kind !== "Secret" || tokenTypes.includes(text(view, field(view, node, "type")));
}
const tokenTypes = ["kubernetes.io/service-account-token", "bootstrap.kubernetes.io/token"];
function isOfAccess({ apiVersion = "", kind = "" }) {
	return objectKind(apiVersion, kind)?.ofAccess === true;
}
/** cli-runtime's visitors and apimachinery unstructured.go: decodeToList. */
function readList(collected, view, root, items, type, around, accessPlaces) {
	const { tree } = view;
	if (!(type.kind?.endsWith("List") === true) && type.apiVersion !== void 0) reportItems(collected, view, items, isOfAccess(type));
	const error = listError(view, items);
	if (error !== void 0) {
		report(collected, "error", "object-refused", error.text, error);
		count(collected, "refused", place(view, root));
	} else if (tree.kind(items) === "null" || tree.first(items) === 0) count(collected, "empty", place(view, root));
	else for (const item of itemsOf(view, items)) readItem(collected, view, item, type, around, accessPlaces);
}
/** One item that is no object spoils the whole list. */
function listError(view, items) {
	const { tree } = view;
	const kind = tree.kind(items);
	if (kind === "null") return void 0;
	if (kind !== "sequence") return {
		text: `json: cannot unmarshal ${goWord(kind)} into Go struct field decodeList.items of type []json.RawMessage`,
		...place(view, items)
	};
	for (const item of itemsOf(view, items)) {
		const itemKind = tree.kind(item);
		if (itemKind === "mapping" || itemKind === "null") continue;
		return {
			text: `json: cannot unmarshal ${goWord(itemKind)} into Go value of type map[string]interface {}`,
			...place(view, item)
		};
	}
}
function readItem(collected, view, item, list, around, accessPlaces) {
	const written = writtenType(view, item);
	const type = (written.kind ?? "") === "" && (written.apiVersion ?? "") === "" ? {
		apiVersion: list.apiVersion,
		kind: (list.kind ?? "").replace(/List$/, "")
	} : written;
	const error = itemError(view, item, type);
	if (error === void 0) readAndCount(collected, view, item, type, around, accessPlaces);
	else {
		report(collected, "error", "object-refused", error, placeOfObject(view, item));
		count(collected, "refused", place(view, item));
	}
}
function itemError(view, item, { apiVersion = "", kind = "" }) {
	if (writtenField(view.tree, item, "items") !== 0) return "*unstructured.Unstructured is not a list: no Items field in this object";
	if (kind === "") return "Object 'Kind' is missing";
	if (apiVersion === "") return "Object 'apiVersion' is missing in 'object has no apiVersion field'";
}
function reportItems(collected, view, items, inAccessObject) {
	const at = keyPlace(view, items);
	const hidden = {
		form: "items-on-non-list",
		origin: {
			kind: "text",
			source: view.source,
			...at
		},
		inAccessObject,
		key: void 0,
		winner: void 0
	};
	collected.facts.push({
		fact: "hidden-content",
		hidden
	});
}
/** A document that does not parse is a template where template marks are why; otherwise kubectl refuses it. */
function readBroken(collected, document, marks) {
	const mark = marks ? markBehindError(collected.source.text, document, document) : void 0;
	if (mark !== void 0) {
		report(collected, "note", "template", templateAdvice, mark);
		count(collected, "template", document);
		return "template";
	}
	const at = {
		start: document.offset,
		end: Math.min(document.offset + 1, collected.source.text.length)
	};
	report(collected, "error", syntaxId(collected.source.text), document.message, at);
	count(collected, "refused", document);
	return "refused";
}
function syntaxId(text) {
	return /^[\s\ufeff]*\{(?!\{)/.test(text) ? "json-syntax" : "yaml-syntax";
}
function reportAfterError(collected, from, error) {
	for (const { outcome, origin } of collected.documents.slice(from)) {
		if (outcome !== "evaluated" || origin.kind !== "text") continue;
		report(collected, "warning", "after-error", `kubectl does not get here: an earlier document of this file fails (${error})`, {
			start: origin.start,
			end: origin.start
		});
	}
}
/** Characters that change how a text looks and not what it says, or hide in it: bidi controls, zero width. */
const invisibleCharacter = /[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff]/;
/** Names with such characters are other names than they look; the server stores them as they are. */
function reportInvisible(collected, { start, end }) {
	const { text } = collected.source;
	const found = invisibleCharacter.exec(text.slice(start, end));
	if (found === null) return;
	const at = start + found.index;
	report(collected, "warning", "invisible-character", `invisible character U+${text.charCodeAt(at).toString(16).toUpperCase().padStart(4, "0")}: the object is not what it looks like`, {
		start: at,
		end: at + 1
	});
}
/** Two keys that are one in JSON, such as `1:` and `"1":`: which value holds is left to chance. */
function reportUndetermined(collected, { surprises }) {
	for (const surprise of surprises) {
		if (!("undetermined" in surprise) || !surprise.undetermined) continue;
		report(collected, "warning", "undetermined-key", `key ${JSON.stringify(surprise.key)} is written twice in different forms: which value holds is random`, surprise);
	}
}
function dropDirectives(candidates, document) {
	dropWithinScalars(candidates, document.tree);
	for (const surprise of document.surprises) if (surprise.form === "ignored-text") dropBetween(candidates, surprise.start, surprise.end);
}
//#endregion
//#region packages/parser/src/invocations/environment-file.ts
/**
* Reads a file that `EnvironmentFile=` names (src/basic/env-file.c parse_env_file_internal): `NAME=value` lines,
* `#` and `;` comments, quotes around a value or parts of it, backslashes, no variables inside.
*/
function readEnvironmentFile(source) {
	const { text } = source;
	const variables = [];
	let at = text.charCodeAt(0) === 65279 ? 1 : 0;
	while (at < text.length) {
		const line = /[ \t]*([^\r\n]*)/y;
		line.lastIndex = at;
		const content = line.exec(text)?.[1] ?? "";
		const start = line.lastIndex - content.length;
		const equals = content.indexOf("=");
		if (content === "" || content.startsWith("#") || content.startsWith(";") || equals < 0) {
			at = pastLineBreak(text, line.lastIndex);
			continue;
		}
		const scan = {
			text,
			at: start + equals + 1,
			value: "",
			offsets: []
		};
		readValue(scan);
		const end = (scan.offsets.at(-1) ?? scan.at - 1) + 1;
		const name = content.slice(0, equals).trim();
		if (/^[A-Za-z_][A-Za-z0-9_]*$/.test(name)) variables.push({
			name,
			value: placedBy(source, scan.value, [...scan.offsets, end])
		});
		at = pastLineBreak(text, scan.at);
	}
	return {
		origin: textOrigin(source, 0, text.length),
		variables
	};
}
/** Reads to the end of the logical line, blanks after the value left out. */
function readValue(scan) {
	let atBoundary = true;
	let blanks = 0;
	while (scan.at < scan.text.length) {
		const unit = scan.text[scan.at] ?? "";
		if (unit === "\n" || unit === "\r") break;
		if (atBoundary && (unit === " " || unit === "	")) {
			scan.at++;
			continue;
		}
		if (atBoundary && (unit === "\"" || unit === "'")) {
			readQuoted(scan, unit);
			continue;
		}
		atBoundary = false;
		if (unit === "\\") {
			scan.at++;
			if (!skipLineBreak(scan) && scan.at < scan.text.length) take(scan);
			blanks = 0;
			continue;
		}
		take(scan);
		blanks = unit === " " || unit === "	" ? blanks + 1 : 0;
	}
	if (blanks > 0) {
		scan.value = scan.value.slice(0, -blanks);
		scan.offsets.splice(-blanks);
	}
}
function readQuoted(scan, quote) {
	scan.at++;
	while (scan.at < scan.text.length && scan.text[scan.at] !== quote) {
		if (quote === "\"" && scan.text[scan.at] === "\\") {
			scan.at++;
			if (skipLineBreak(scan)) continue;
			if (!"\"\\`$".includes(scan.text[scan.at] ?? "x")) {
				scan.value += "\\";
				scan.offsets.push(scan.at - 1);
			}
			if (scan.at >= scan.text.length) break;
		}
		take(scan);
	}
	scan.at = Math.min(scan.at + 1, scan.text.length);
}
function take(scan) {
	scan.value += scan.text[scan.at] ?? "";
	scan.offsets.push(scan.at);
	scan.at++;
}
function skipLineBreak(scan) {
	const lineBreak = /^\r?\n/.exec(scan.text.slice(scan.at, scan.at + 2))?.[0];
	if (lineBreak === void 0) return false;
	scan.at += lineBreak.length;
	return true;
}
function pastLineBreak(text, at) {
	if (text[at] === "\r") return text[at + 1] === "\n" ? at + 2 : at + 1;
	return at + 1;
}
//#endregion
//#region packages/parser/src/invocations/shell-script.ts
/** Whether a text is a shell script that may start a component. */
function looksLikeShellScript(path, text) {
	return (/^#![^\n]*\b(?:ba|da|a|k|z)?sh\b/.test(text) || /\.(?:sh|bash)(?:\.[a-z0-9]+)?$/.test(path)) && /\b(?:kube-apiserver|kubelet|kube-controller-manager|kube-scheduler|hyperkube)\b/.test(text);
}
/** The components that a script starts, wherever in it. Here-documents are data, and not followed. */
function readShellScript(source) {
	const unknown = () => "unknown";
	return readShell(placedSource(source), { variable: unknown }).flatMap((command) => findStartedPrograms(command.words, unknown).flatMap((started) => {
		const invocation = invocationOf(started, source.path, void 0);
		return invocation !== void 0 && (invocation.flags.length > 0 || invocation.unresolved !== void 0) ? [invocation] : [];
	}));
}
/** Whether a text is a file of arguments (MicroK8s): only flags and comments, under the name of a component. */
function looksLikeArgumentsFile(path, text) {
	if (componentNamed(path.slice(path.lastIndexOf("/") + 1)) === void 0) return false;
	const lines = text.split(/\r?\n/).map((line) => line.trim());
	return lines.some((line) => line.startsWith("--")) && lines.every((line) => /^(?:$|#|--)/.test(line));
}
/**
* Reads a file of arguments, one or more a line, quoted as for a shell: MicroK8s puts it between the parentheses of a
* shell array (`microk8s-resources/wrappers/run-*-with-args`). The file's name says which component gets them.
*/
function readArgumentsFile(source) {
	const component = componentNamed(source.path.slice(source.path.lastIndexOf("/") + 1));
	const words = readShell(placedSource(source), { variable: () => "unknown" }).flatMap(({ words }) => words);
	const program = words[0];
	if (component === void 0 || program === void 0) return void 0;
	return invocationOf({
		component,
		program,
		args: words
	}, source.path, void 0);
}
//#endregion
//#region packages/parser/src/invocations/unit-file.ts
/** Whether a text is a service unit or a drop-in of one, by what it begins with; its path only where it lies there. */
function looksLikeUnit(path, text) {
	if (!/^[ \t]*\[Service\][ \t]*\r?$/m.test(text)) return false;
	return unitName(path) !== void 0 || /^\ufeff?(?:[ \t]*(?:[#;].*)?\r?\n)*[ \t]*\[(?:Unit|Service|Install)\]/.test(text);
}
function unitName(path) {
	const plain = path.replace(/\.(?:j2|tmpl|tpl|template|erb|in)$/, "");
	const dropIn = /^(?:(.*)\/)?([^/]+\.service)\.d\/([^/]+\.conf)$/.exec(plain);
	if (dropIn !== null) return {
		unit: dropIn[2] ?? "",
		folder: dropIn[1] ?? "",
		dropIn: dropIn[3] ?? ""
	};
	const unit = /^(?:(.*)\/)?([^/]+\.service)$/.exec(plain);
	return unit === null ? void 0 : {
		unit: unit[2] ?? "",
		folder: unit[1] ?? "",
		dropIn: void 0
	};
}
/**
* Reads the settings of a unit or drop-in that decide what it starts (systemd.syntax(7), systemd.service(5)).
* A file whose path names no unit counts as one called like the file.
*/
function readUnit(source) {
	const place = unitName(source.path);
	const slash = source.path.lastIndexOf("/");
	return {
		unit: place?.unit ?? source.path.slice(slash + 1),
		folder: place?.folder ?? source.path.slice(0, Math.max(0, slash)),
		dropIn: place?.dropIn,
		origin: textOrigin(source, 0, source.text.length),
		settings: readSettings(source)
	};
}
/** The files that a unit takes variables from; a leading `-` says that the file may be missing. */
function environmentFilesOf(unit) {
	return unit.settings.filter((setting) => setting.name === "EnvironmentFile" && setting.value.text !== "").map(({ value }) => {
		const path = slicePlaced(value, value.text.startsWith("-") ? 1 : 0);
		return {
			path: located(path.text, originOfPlaced(path)),
			role: "environment-file"
		};
	});
}
function readSettings(source) {
	const settings = [];
	let section = "";
	for (const line of logicalLines(source)) {
		const header = /^\s*\[([^\]]*)\]\s*$/.exec(line.text);
		if (header !== null) section = header[1] ?? "";
		const assignment = /^\s*([A-Za-z]+)\s*=\s*/.exec(line.text);
		const name = section === "Service" ? settingName(assignment?.[1]) : void 0;
		if (assignment === null || name === void 0) continue;
		settings.push({
			name,
			value: slicePlaced(line, assignment[0].length, line.text.trimEnd().length)
		});
	}
	return settings;
}
function settingName(name) {
	return name === "ExecStart" || name === "Environment" || name === "EnvironmentFile" ? name : void 0;
}
/**
* Lines without comments, those that end in a backslash joined with the next, the backslash a blank. Comments between
* them are passed over (systemd.syntax(7)).
*/
function* logicalLines(source) {
	const { text } = source;
	let joined = "";
	let offsets = [];
	let at = text.charCodeAt(0) === 65279 ? 1 : 0;
	while (at < text.length) {
		const lineFeed = text.indexOf("\n", at);
		const next = lineFeed < 0 ? text.length : lineFeed + 1;
		const end = lineFeed > at && text[lineFeed - 1] === "\r" ? lineFeed - 1 : lineFeed < 0 ? text.length : lineFeed;
		const line = text.slice(at, end);
		if (!/^\s*[#;]/.test(line)) {
			const continues = line.endsWith("\\");
			joined += continues ? `${line.slice(0, -1)} ` : line;
			for (let i = at; i < end; i++) offsets.push(i);
			if (!continues) {
				yield placedBy(source, joined, [...offsets, end]);
				joined = "";
				offsets = [];
			}
		}
		at = next;
	}
	if (joined !== "") yield placedBy(source, joined, [...offsets, text.length]);
}
//#endregion
//#region packages/parser/src/text-forms.ts
const manifestName = /\.(ya?ml|json)$/i;
/** A type at the beginning of a line. */
const type = /^["']?(?:apiVersion|kind)["']?[ \t]*:/m;
const jsonType = /^\{[\s\S]{0,400}?"(?:apiVersion|kind)"\s*:/;
/** What a stream of objects begins with, past comments: a separator, a top-level key, a block of some template. */
const beginning = /^(?:---|["']?(?:apiVersion|kind|metadata|items|spec|data)["']?[ \t]*:|\{\{|\{%|<%)/;
const head = 65536;
/**
* Whether a text is YAML or JSON that may hold objects: by its name, else because it begins as one. A type further
* down is not enough, or scripts that write manifests would be taken for some.
*/
function looksLikeManifests(path, text) {
	if (manifestName.test(path)) return true;
	if (text.startsWith("#!")) return false;
	const start = text.slice(0, head).replace(/^\ufeff?(?:[ \t]*(?:#[^\n]*)?\r?\n)*/, "");
	return jsonType.test(start) || beginning.test(start) && type.test(start);
}
/** Suffixes of files that something renders; what they hold is said by the suffix before. */
const rendered = /\.(?:j2|jinja2?|tmpl|tpl|gotmpl|template|erb|in|base|ya?ml)$/i;
const extensions = new Set("yaml yml json kyaml manifest kubeconfig conf cnf cfg service env csv pem crt cer csr sh bash".split(" "));
/** Files without an extension that are in every repository and never ours. */
const otherNames = /^(?:LICEN[CS]E|NOTICE|COPYING|README|AUTHORS|CONTRIBUTORS|CODEOWNERS|OWNERS(?:_ALIASES)?|(?:Make|Docker|Jenkins|Vagrant|Gem|Pip|Proc|Tilt|Rake|Container|Brew)file|GNUmakefile)$/i;
/**
* Whether a file may hold something for `parse`, by its path alone: what keeps a walk from opening every file of a
* repository. Files without an extension may be argument files, kubeconfigs, certificates, environment files.
*/
function isWorthReading(path) {
	const name = path.slice(path.lastIndexOf("/") + 1);
	if (name.replace(rendered, "") !== name) return true;
	const dot = name.lastIndexOf(".");
	if (dot > 0) return extensions.has(name.slice(dot + 1).toLowerCase());
	return dot < 0 && !otherNames.test(name);
}
//#endregion
//#region packages/parser/src/parse.ts
/** Reads a text: what it says about access, with places, and what became of each of its documents. Never throws. */
function parse(source, options = {}) {
	const collected = startCollecting(source, options.certificateRequests);
	const candidates = readText(collected, options);
	const { diagnostics } = collected;
	return {
		facts: collected.facts.slice(),
		diagnostics,
		documents: collected.documents.slice(),
		directives: asDirectives(source, candidates)
	};
}
/** Decides what a text is, by the role it was named in, else by its path and content; reads it; finds its directives. */
function readText(collected, { role }) {
	const { source } = collected;
	const { path, text } = source;
	const whole = {
		start: 0,
		end: text.length
	};
	const nul = text.indexOf("\0");
	if (nul >= 0) {
		report(collected, "error", "binary-content", "binary content (NUL bytes)", {
			start: nul,
			end: nul + 1
		});
		count(collected, "refused", whole);
		return noDirectives;
	}
	if (role === "environment-file") {
		collected.facts.push({
			fact: "environment",
			environment: readEnvironmentFile(source)
		});
		count(collected, "evaluated", whole);
	} else if (role === "token-file" || role === void 0 && looksLikeTokenFile(path, text)) {
		collectCredentials(collected, readTokenFile(source));
		count(collected, "evaluated", whole);
		return noDirectives;
	} else if (role === "authentication-configuration" || role === "authorization-configuration") return readManifests(collected, "component-config");
	else if (looksLikeManifests(path, text)) return readManifests(collected, "kubectl");
	else if (looksLikeUnit(path, text)) {
		const unit = readUnit(source);
		collected.facts.push({
			fact: "unit",
			unit
		});
		collectReferences(collected, environmentFilesOf(unit));
		count(collected, "evaluated", whole);
	} else if (looksLikeArgumentsFile(path, text)) {
		const invocation = readArgumentsFile(source);
		if (invocation !== void 0) collectInvocation(collected, invocation);
		count(collected, invocation === void 0 ? "not-ours" : "evaluated", whole);
	} else if (looksLikeShellScript(path, text)) {
		const invocations = readShellScript(source);
		for (const invocation of invocations) collectInvocation(collected, invocation);
		count(collected, invocations.length === 0 ? "not-ours" : "evaluated", whole);
	} else if (looksLikePem(text)) {
		collectCredentials(collected, readCertificateFile(source));
		collectCredentials(collected, readCertificateRequestFile(source, collected.certificateRequests));
		count(collected, "evaluated", whole);
	} else if (looksLikeOpensslConfig(text)) {
		collectCredentials(collected, { credentials: readOpensslConfig(source) });
		count(collected, "evaluated", whole);
	} else count(collected, text.trim() === "" ? "empty" : "not-ours", whole);
	return directiveCandidates(source);
}
//#endregion
//#region packages/parser/src/parser-module.ts
/** Where this package is loaded from: whoever keeps facts throws them away when another build of it runs. */
const parserModule = import.meta.url;
//#endregion
//#region packages/parser/src/reader/decode-bytes.ts
/**
* Decodes a file's bytes as kubectl does (cli-runtime pkg/resource/visitor.go, unicode.BOMOverride over UTF-8): UTF-8,
* or UTF-16 where a byte order mark says so, U+FFFD for what is neither.
*/
function decodeBytes(bytes) {
	if (isAscii(bytes)) return {
		text: latin1(bytes),
		repaired: false
	};
	const utf16 = utf16Label(bytes);
	if (utf16 !== void 0) {
		const text = new TextDecoder(utf16, { ignoreBOM: true }).decode(bytes);
		return {
			text,
			repaired: text.includes("�") && !decodesCleanly(utf16, bytes)
		};
	}
	return {
		text: new TextDecoder("utf-8", { ignoreBOM: true }).decode(bytes),
		repaired: !isUtf8(bytes)
	};
}
function latin1(bytes) {
	return (Buffer.isBuffer(bytes) ? bytes : Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)).toString("latin1");
}
function utf16Label(bytes) {
	if (bytes[0] === 255 && bytes[1] === 254) return "utf-16le";
	if (bytes[0] === 254 && bytes[1] === 255) return "utf-16be";
}
function decodesCleanly(label, bytes) {
	try {
		new TextDecoder(label, { fatal: true }).decode(bytes);
		return true;
	} catch {
		return false;
	}
}
//#endregion
//#region packages/engine/src/change/says-the-same.ts
/**
* Whether two contents of a file say the same but for where they say it: then whatever is made of the one is made of the
* other, and of two projects that differ in such files alone neither has a risk, a right or a setting that the other lacks.
*
* Why that holds. All that follows the parser is a function of what was parsed, and of places it asks only how they lie
* to each other: which is first, which is within which, whether two are one. So the values must be equal, and the order of
* all places, starts and ends together, must be the same. Two things look at a place otherwise, and both are told apart
* here: a comment that accepts a risk holds for its own line and the next one, so a text with such comments says the same
* as itself alone; and remedies copy text, which is shown and never compared.
*
* It says nothing of texts that name other files, for what those are told to hold depends on more than their facts (see
* `namesFiles`), nor of what a text says to another one that names it (see `saysTheSameInEveryRole`).
*/
function saysTheSame(before, after) {
	if (before.directives.length + after.directives.length > 0) return false;
	const comparison = {
		partners: /* @__PURE__ */ new Map(),
		places: []
	};
	return areEqual(comparison, before, after) && areInSameOrder(comparison.places);
}
/**
* The same for whoever names the file, whatever it takes it for: for changes to a project in which nobody has looked for
* texts that name files. Messages about what it is not are no part of what it says.
*/
function saysTheSameInEveryRole(before, after) {
	return fileRoles.every((role) => {
		const [was, is] = [before, after].map((source) => ({
			...parse(source, { role }),
			diagnostics: []
		}));
		return was !== void 0 && is !== void 0 && saysTheSame(was, is);
	});
}
/** Whether a text sends the reader to other files, which are then read as what it takes them for. */
function namesFiles({ facts }) {
	return facts.some(isAboutOtherFiles);
}
function isAboutOtherFiles({ fact }) {
	switch (fact) {
		case "file-reference":
		case "unit":
		case "environment": return true;
		case "kustomization":
		case "object":
		case "invocation":
		case "configuration":
		case "credential":
		case "hidden-content":
		case "written-credential": return false;
	}
}
function areEqual(comparison, before, after) {
	if (typeof before !== "object" || before === null || typeof after !== "object" || after === null) return Object.is(before, after);
	const partner = comparison.partners.get(before);
	if (partner !== void 0) return partner === after;
	comparison.partners.set(before, after);
	if (isPlace(before)) {
		if (!isPlace(after)) return false;
		comparison.places.push([before.start, after.start], [before.end, after.end]);
		return true;
	}
	return Object.getPrototypeOf(before) === Object.getPrototypeOf(after) && haveEqualParts(comparison, before, after);
}
function haveEqualParts(comparison, before, after) {
	const [parts, others] = [partsOf(before), partsOf(after)];
	return parts.length === others.length && parts.every(([name, part], at) => {
		const [otherName, other] = others[at] ?? [];
		return areEqual(comparison, name, otherName) && areEqual(comparison, part, other);
	});
}
/** In their order. */
function partsOf(value) {
	return value instanceof Map ? [...value] : Object.entries(value);
}
function isPlace(value) {
	return "kind" in value && value.kind === "text" && "start" in value && "end" in value;
}
/** Whether every two offsets stand to each other as their partners do. */
function areInSameOrder(places) {
	const sorted = [...places].sort(([a, partnerOfA], [b, partnerOfB]) => a - b || partnerOfA - partnerOfB);
	return sorted.every(([before, after], at) => {
		const [next, partner] = sorted[at + 1] ?? [before, after];
		return before === next ? after === partner : after < partner;
	});
}
//#endregion
//#region packages/engine/src/wildcard.ts
/**
* Whether a pattern is this text: `*` stands for any characters, and `anyOne`, where there is such a character, for one.
*
* Without a regular expression: a change that is scanned may have written the pattern, and one of many `*` would keep that
* busy for hours. Here the last `*` takes one character more after each failure.
*/
function wildcardMatches(pattern, text, anyOne) {
	let at = 0;
	let afterStar = -1;
	let takenUpTo = 0;
	for (let i = 0; i < text.length;) {
		const wanted = pattern[at];
		if (wanted === "*") {
			afterStar = ++at;
			takenUpTo = i;
		} else if (wanted !== void 0 && (wanted === text[i] || wanted === anyOne)) {
			at++;
			i++;
		} else if (afterStar >= 0) {
			at = afterStar;
			i = ++takenUpTo;
		} else return false;
	}
	while (pattern[at] === "*") at++;
	return at === pattern.length;
}
//#endregion
//#region packages/engine/src/configuration/path-pattern.ts
/** Whether a path from the folder of the configuration matches one of the patterns. */
function matcherOf(patterns) {
	const matchers = patterns.map(compiled);
	return (path) => matchers.some((holds) => holds(path));
}
/** Most patterns are the path of a folder, or begin with one: that is compared first, and often all there is. */
function compiled(pattern) {
	const names = namesOf(pattern);
	const firstWild = names.findIndex((name) => /[*?]/.test(name));
	const folder = (firstWild < 0 ? names : names.slice(0, firstWild)).join("/");
	if (firstWild < 0) return (path) => folder === "" || path === folder || isBelow(folder, path);
	return (path) => (folder === "" || isBelow(folder, path)) && matchesFolder(names, path.split("/"));
}
function isBelow(folder, path) {
	return path.startsWith(folder) && path.charCodeAt(folder.length) === slash;
}
const slash = 47;
/** What is wrong with a pattern, as the end of a sentence; undefined where nothing is. */
function wrongPattern(pattern) {
	const wrong = wrongPath(pattern);
	if (wrong !== void 0) return wrong;
	if (/[[\]{}!]/.test(pattern)) return "knows *, ** and ? only; write one pattern for each name";
	const odd = namesOf(pattern).find((name) => name.includes("**") && name !== "**");
	return odd === void 0 ? void 0 : `takes ** for whole names only, not in "${odd}"`;
}
/** What is wrong with the path of a file or folder below the configuration's folder. */
function wrongPath(path) {
	if (path.includes("\\")) return "must have \"/\" between names";
	if (path.startsWith("/") || /^[A-Za-z]:/.test(path)) return "must start from the folder of the configuration";
	if (path.split("/").includes("..")) return "must not lead out of the folder of the configuration";
	return path.includes("//") ? "must have names between its slashes" : void 0;
}
/** A path of the configuration without what does not count: `./a/` is `a`, the folder itself is empty. */
function plainPath(path) {
	return namesOf(path).join("/");
}
function namesOf(path) {
	return path.split("/").filter((name) => name !== "" && name !== ".");
}
/** Greedy: where a name does not match, the last `**` takes one more. */
function matchesFolder(pattern, names) {
	let at = 0;
	let afterStars = -1;
	let retry = 0;
	for (let i = 0; i < names.length;) {
		if (at === pattern.length) return true;
		const part = pattern[at];
		if (part === "**") {
			if (at === pattern.length - 1) return true;
			at++;
			afterStars = at;
			retry = i;
		} else if (part !== void 0 && wildcardMatches(part, names[i] ?? "", "?")) {
			at++;
			i++;
		} else if (afterStars >= 0) {
			retry++;
			i = retry;
			at = afterStars;
		} else return false;
	}
	return at === pattern.length;
}
//#endregion
//#region packages/engine/src/known-risks/baseline.ts
/** The name of the file where none is configured. */
const baselineName = "authgraph-baseline.json";
/** Where an entry stands; the start of the file where it cannot be told. */
function entryOrigin({ source }, fingerprint) {
	const at = source.text.indexOf(fingerprint);
	return at < 0 ? textOrigin(source, 0, 0) : textOrigin(source, at, at + fingerprint.length);
}
//#endregion
//#region packages/engine/src/cache/content-id.ts
/** Git's id of a blob with these bytes (git: Documentation/gitformat-loose.adoc), so that git need not be asked for it. */
function contentId(bytes) {
	return createHash("sha1").update(`blob ${bytes.length}\0`).update(bytes).digest("hex");
}
//#endregion
export { anonymousUser as $, loadEveryDefaultPolicy as A, identityKeys as B, lineStarts as C, textOrigin as D, located as E, knownMinors as F, nonResourceUrlMatches as G, subjectMatches as H, nearestKnownMinor as I, ruleAllows as J, resourceMatches as K, parseMinor as L, compareMinors as M, holdsFor as N, loadApiResources as O, isKnownMinor as P, anonymousIdentity as Q, newestMinor as R, packModule as S, positionAt as T, userKey as U, subjectKey as V, apiGroupMatches as W, nodeGateIsOn as X, verbMatches as Y, selectorMatches as Z, invocationsOfUnits as _, flagValues as _t, plainPath as a, kubeSchedulerUser as at, needsCertificateRequestReader as b, fieldRequirements as bt, wildcardMatches as c, namespaceServiceAccountsGroup as ct, saysTheSameInEveryRole as d, parseServiceAccountUserName as dt, authenticatedGroup as et, decodeBytes as f, serviceAccountGroups as ft, readDocuments as g, withAuthenticatedGroup as gt, isWorthReading as h, unauthenticatedGroup as ht, matcherOf as i, kubeProxyUser as it, loadKubeadmPolicy as j, loadDefaultPolicy as k, namesFiles as l, nodeUserPrefix as lt, parse as m, serviceAccountsGroup as mt, baselineName as n, bootstrappersGroup as nt, wrongPath as o, loopbackUser as ot, parserModule as p, serviceAccountUserName as pt, resourceNameMatches as q, entryOrigin as r, kubeControllerManagerUser as rt, wrongPattern as s, mastersGroup as st, contentId as t, bootstrapTokenUserPrefix as tt, saysTheSame as u, nodesGroup as ut, filesOfFlags as v, lastFlag as vt, lineText as w, openPack as x, loadCertificateRequestReader as y, parseGoBool as yt, groupKey as z };
