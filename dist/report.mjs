import { c as knownMinors, i as textOrigin, l as nearestKnownMinor, r as located, u as parseMinor } from "./shipped-policy.mjs";
import { createHash } from "node:crypto";
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
const components$1 = [
	"kube-apiserver",
	"kubelet",
	"kube-controller-manager",
	"kube-scheduler"
];
function readNames() {
	const all = /* @__PURE__ */ new Map();
	for (const [known, valueless, group] of flagGroups) for (const name of group.split(" ")) for (const [bit, component] of components$1.entries()) if (known >> bit & 1) all.set(`${component} ${name}`, (valueless >> bit & 1) === 1);
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
	return resourceNames.length === 0 || holds$1(resourceNames, name);
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
function holds$1(list, wanted) {
	for (const { value } of list) if (value === wanted) return true;
	return false;
}
/** `text === resource + "/" + subresource`, without building that string: this runs for every rule of every question. */
function isSubresource(text, resource, subresource) {
	return text.length === resource.length + 1 + subresource.length && text.charCodeAt(resource.length) === slash && text.startsWith(resource) && text.endsWith(subresource);
}
const slash = 47;
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
//#region packages/graph/src/nearness.ts
/**
* The variants of an object that are nearest to a place: those of the same text, else those of the same folder, else
* all. What Kubernetes itself creates stands nowhere, and everything is equally near to it.
*/
function nearest(variants, path) {
	if (variants.length <= 1 || path === void 0) return variants;
	const inText = variants.filter((variant) => variant.path === path);
	if (inText.length > 0) return inText;
	const folder = folderOf$2(path);
	const inFolder = variants.filter((variant) => variant.path !== void 0 && folderOf$2(variant.path) === folder);
	return inFolder.length > 0 ? inFolder : variants;
}
/** The folder of a path, `""` for the top. */
function folderOf$2(path) {
	return path.slice(0, Math.max(0, path.lastIndexOf("/")));
}
//#endregion
//#region packages/graph/src/order.ts
/** Compares by UTF-16 code units, as `<` does and no locale can change. */
function byText$2(a, b) {
	return a < b ? -1 : a > b ? 1 : 0;
}
//#endregion
//#region packages/graph/src/rule-key.ts
/**
* The same text for rules that are semantically equal to the API server: the lists in their order
* (k8s.io/apimachinery pkg/api/equality), absent and empty ones alike.
*/
function ruleKey(rule) {
	return JSON.stringify([
		values(rule.verbs),
		values(rule.apiGroups),
		values(rule.resources),
		values(rule.resourceNames),
		values(rule.nonResourceURLs)
	]);
}
function values(list) {
	return list.map(({ value }) => value);
}
//#endregion
//#region packages/graph/src/strongly-connected.ts
/**
* Groups nodes that reach each other; a group comes after all groups it depends on.
*
* Tarjan's algorithm with a stack of its own: chains may be longer than the call stack is deep.
*/
function stronglyConnected(nodes, dependencies) {
	const visits = /* @__PURE__ */ new Map();
	const open = [];
	const groups = [];
	for (const start of nodes) {
		if (visits.has(start)) continue;
		const path = [enter(start)];
		for (let visit = path.at(-1); visit !== void 0; visit = path.at(-1)) {
			const next = visit.remaining.pop();
			if (next === void 0) {
				path.pop();
				const parent = path.at(-1);
				if (parent !== void 0) parent.lowest = Math.min(parent.lowest, visit.lowest);
				if (visit.lowest === visit.number) groups.push(close(visit));
				continue;
			}
			const seen = visits.get(next);
			if (seen === void 0) path.push(enter(next));
			else if (seen.isOpen) visit.lowest = Math.min(visit.lowest, seen.number);
		}
	}
	return groups;
	function enter(node) {
		const number = visits.size;
		const visit = {
			node,
			number,
			lowest: number,
			isOpen: true,
			remaining: [...dependencies(node)].reverse()
		};
		visits.set(node, visit);
		open.push(visit);
		return visit;
	}
	function close(root) {
		const group = [];
		for (let visit = open.pop(); visit !== void 0; visit = open.pop()) {
			visit.isOpen = false;
			group.push(visit.node);
			if (visit === root) break;
		}
		return group.reverse();
	}
}
//#endregion
//#region packages/graph/src/aggregation.ts
/**
* Fills aggregated ClusterRoles as the controller does
* (pkg/controller/clusterroleaggregation/clusterroleaggregation_controller.go: syncClusterRole); roles that are not
* aggregated do not appear in the result.
*
* Selected roles may be aggregated themselves. What the controller reaches by running again and again is computed
* here in one pass, sources first. Where aggregated roles select each other in a circle, all of them end up with what
* comes into the circle from outside. If nothing does, the outcome on a server depends on history: then each is given
* what any of them was written with.
*
* Of a selected role that several texts define, an aggregated role takes the variants nearest to it; where these
* differ, it gets the rules of all, and those that not all of them hold are uncertain.
*/
function aggregateRoles(roles) {
	const clusterRoles = [];
	for (const variants of roles.values()) for (const variant of variants) if (variant.object.kind === "ClusterRole") clusterRoles.push(variant);
	const aggregated = clusterRoles.filter(({ object }) => object.aggregation !== void 0);
	const filled = /* @__PURE__ */ new Map();
	if (aggregated.length === 0) return filled;
	const index = indexByLabel(clusterRoles);
	const sources = new Map(aggregated.map((role) => [role, sourcesOf(role, roles, index)]));
	const dependencies = (role) => (sources.get(role) ?? []).flatMap(({ variants }) => variants.filter((variant) => sources.has(variant)));
	for (const circle of stronglyConnected(aggregated, dependencies)) for (const [role, rules] of fill(circle, sources, filled)) filled.set(role, rules);
	return filled;
}
function fill(circle, sources, filled) {
	const inside = new Set(circle);
	const union = {
		rules: /* @__PURE__ */ new Map(),
		certain: /* @__PURE__ */ new Set()
	};
	for (const role of circle) for (const { variants, outOf } of sources.get(role) ?? []) addRules(union, variants.filter((variant) => !inside.has(variant)).map((variant) => filled.get(variant) ?? writtenRules$1(variant)), outOf);
	if (union.rules.size === 0) {
		const [only] = circle;
		if (circle.length === 1 && only !== void 0) return [[only, writtenRules$1(only)]];
		for (const role of circle) addRules(union, [writtenRules$1(role)], 1);
	}
	const rules = resultOf(union);
	return circle.map((role) => [role, rules]);
}
function writtenRules$1({ object }) {
	return {
		rules: object.rules,
		uncertain: nothingUncertain$1
	};
}
const nothingUncertain$1 = /* @__PURE__ */ new Set();
/** Adds the rules of one source; a rule is certain if all its variants hold it for certain. */
function addRules(union, variants, outOf) {
	const holders = /* @__PURE__ */ new Map();
	for (const { rules, uncertain } of variants) {
		const certainHere = /* @__PURE__ */ new Set();
		for (const rule of rules) {
			const key = ruleKey(rule);
			if (!union.rules.has(key)) union.rules.set(key, rule);
			if (!uncertain.has(rule)) certainHere.add(key);
		}
		for (const key of certainHere) holders.set(key, (holders.get(key) ?? 0) + 1);
	}
	for (const [key, count] of holders) if (count === outOf) union.certain.add(key);
}
function resultOf({ rules, certain }) {
	const uncertain = /* @__PURE__ */ new Set();
	for (const [key, rule] of rules) if (!certain.has(key)) uncertain.add(rule);
	return {
		rules: [...rules.values()],
		uncertain
	};
}
/** What an aggregated role selects, in the controller's order: selector by selector, each by name, never itself. */
function sourcesOf(role, roles, index) {
	const sources = [];
	for (const selector of role.object.aggregation?.selectors ?? []) {
		const matches = ({ object }) => selectorMatches(selector, object.meta.labels);
		const selected = /* @__PURE__ */ new Set();
		for (const candidate of candidates(selector, index)) if (candidate.key !== role.key && matches(candidate)) selected.add(candidate.key);
		for (const key of [...selected].sort(byText$2)) {
			const near = nearest(roles.get(key) ?? [], role.path);
			const variants = near.filter(matches);
			if (variants.length > 0) sources.push({
				variants,
				outOf: near.length
			});
		}
	}
	return sources;
}
function indexByLabel(roles) {
	const byLabel = /* @__PURE__ */ new Map();
	for (const role of roles) for (const [name, { value }] of role.object.meta.labels) {
		const label = `${name}=${value}`;
		const labelled = byLabel.get(label);
		if (labelled === void 0) byLabel.set(label, [role]);
		else labelled.push(role);
	}
	return {
		all: roles,
		byLabel
	};
}
/** Roles that may match: those with one of the labels the selector asks for, so that not every role is looked at for each. */
function candidates({ matchLabels }, { all, byLabel }) {
	for (const [name, value] of matchLabels) return byLabel.get(`${name}=${value}`) ?? [];
	return all;
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
//#endregion
//#region packages/graph/src/minor-order.ts
/** Whether a version is older than 1.`minor`; false for one that is not known. */
function isBefore(version, minor) {
	const parsed = version === void 0 ? void 0 : parseMinor(version);
	if (parsed === void 0) return false;
	const [major, number] = parsed.split(".").map(Number);
	return major === 1 && number !== void 0 && number < minor;
}
//#endregion
//#region packages/graph/src/control-plane/server-being-read.ts
function startReading(inventory, path, invocation) {
	return {
		inventory,
		path,
		invocation,
		refusals: []
	};
}
/** Why the server would not start. */
function refuse(server, message, origin) {
	server.refusals.push({
		message,
		origin
	});
}
const serverDefault = {
	kind: "built-in",
	of: "default of kube-apiserver"
};
/** The occurrence that holds; one without its value is a refusal. */
function givenFlag(server, name) {
	const flag = lastFlag(server.invocation.flags, name);
	if (flag === void 0) {
		const hidden = mayBeHidden(server, name);
		return hidden === void 0 ? { given: "no" } : {
			given: "unknown",
			assumption: hidden
		};
	}
	if (flag.unresolved) return {
		given: "unknown",
		assumption: unresolvedValue(flag)
	};
	if (flag.value === void 0) {
		refuse(server, `flag needs an argument: --${name}`, flag.origin);
		return { given: "no" };
	}
	return {
		given: "yes",
		value: flag.value,
		flag
	};
}
/** Any occurrence, whatever its value. */
function isGiven({ invocation }, name) {
	return invocation.flags.find((flag) => flag.name === name);
}
/**
* What a variable stands for that is a word of its own (`$EXTRA_ARGS`) may be any further flags. It leaves open what no
* flag says; a flag that is written is taken to stay the last of its name.
*/
function mayBeHidden({ invocation }, name) {
	const hiding = invocation.unresolved?.at(0);
	if (hiding === void 0) return void 0;
	return {
		text: `${hiding.value} of ${invocation.instance} does not set --${name}`,
		origin: hiding.origin
	};
}
function unresolvedValue({ name, value, origin }) {
	return {
		text: `the value of --${name}${value === void 0 ? "" : ` (${value})`} is not among the inputs`,
		origin
	};
}
/** Whether the server is older than 1.`minor`; false where its version is not known. */
function isOlderThan({ invocation }, minor) {
	return isBefore(invocation.version?.value, minor);
}
//#endregion
//#region packages/graph/src/control-plane/configuration-file.ts
function configurationFile(server, flagName, kind) {
	const given = givenFlag(server, flagName);
	if (isGiven(server, flagName) === void 0 && isGiven(server, exclusive[kind]) !== void 0) return { outcome: "not-named" };
	if (given.given === "unknown") return {
		outcome: "unknown",
		assumption: given.assumption
	};
	if (given.given === "no" || given.value === "") return { outcome: "not-named" };
	const { value: path, flag } = given;
	const { inventory } = server;
	const found = nearestFile(inventory.paths, path, server.path);
	if (found.length > 1) return {
		outcome: "unknown",
		assumption: {
			text: `which of ${found.join(" and ")} is ${path} of ${server.invocation.instance}`,
			origin: flag.origin
		}
	};
	const [file] = found;
	if (file === void 0) {
		if (!inventory.complete) return {
			outcome: "unknown",
			assumption: {
				text: `${path}, which --${flagName} of ${server.invocation.instance} names, is not among the inputs`,
				origin: flag.origin
			}
		};
		refuse(server, `--${flagName}: open ${path}: no such file or directory`, flag.origin);
		return {
			outcome: "refused",
			flag
		};
	}
	const configuration = inventory.configurations.filter((placed) => placed.path === file).find(isOfKind(kind))?.value;
	if (configuration === void 0) {
		refuse(server, `--${flagName}: ${path} holds no ${kind} that kube-apiserver accepts`, flag.origin);
		return {
			outcome: "refused",
			flag
		};
	}
	return {
		outcome: "found",
		configuration,
		flag
	};
}
const exclusive = {
	AuthenticationConfiguration: "anonymous-auth",
	AuthorizationConfiguration: "authorization-mode"
};
function isOfKind(kind) {
	return (placed) => placed.value.kind === kind;
}
/**
* The inputs that a path on the server's machine may be: those it is, or is the tail of. Of several, those that share
* most with the place the path is written at, as the files of one machine do.
*/
function nearestFile(paths, named, from) {
	const tail = named.startsWith("/") ? named : `/${named}`;
	const candidates = paths.filter((path) => path === named || `/${path}`.endsWith(tail));
	if (candidates.length <= 1) return candidates;
	const shared = candidates.map((path) => sharedFolders(folderOf$2(path), folderOf$2(from)));
	const most = Math.max(...shared);
	return candidates.filter((_, i) => shared[i] === most);
}
function sharedFolders(a, b) {
	const ofA = a.split("/");
	const ofB = b.split("/");
	let count = 0;
	while (count < ofA.length && ofA[count] === ofB[count]) count++;
	return count;
}
//#endregion
//#region packages/graph/src/control-plane/anonymous-access.ts
/**
* Whether requests without credentials are let in.
*
* A configuration file's `anonymous` replaces the flag. Without it the flag holds (default: true), unless flags make
* the server allow everything: then it is forced off.
*/
function readAnonymous(server, alwaysAllowByFlag) {
	const file = configurationFile(server, "authentication-config", "AuthenticationConfiguration");
	const byFlag = readFlag(server);
	const byFlags = alwaysAllowByFlag.value ? located(off, alwaysAllowByFlag.origin) : byFlag;
	switch (file.outcome) {
		case "not-named":
		case "refused": return byFlags;
		case "unknown": return located({
			access: "unknown",
			assumption: file.assumption
		}, file.assumption.origin ?? serverDefault);
		case "found": {
			const { apiVersion, anonymous, origin } = file.configuration;
			refuseOidcFlags(server);
			if (apiVersion === "apiserver.config.k8s.io/v1" && isOlderThan(server, 34)) refuse(server, `no kind "AuthenticationConfiguration" is registered for version "${apiVersion}"`, origin);
			return anonymous === void 0 ? byFlags : readField(server, anonymous);
		}
	}
}
const off = { access: "off" };
const allPaths = { access: "all-paths" };
function readFlag(server) {
	const given = givenFlag(server, "anonymous-auth");
	switch (given.given) {
		case "no": return located(allPaths, serverDefault);
		case "unknown": return located({
			access: "unknown",
			assumption: given.assumption
		}, given.assumption.origin ?? serverDefault);
		case "yes":
			refuseBadValues(server);
			return located(parseGoBool(given.value) === false ? off : allPaths, given.flag.origin);
	}
}
/** Every occurrence is parsed, the ones that a later one replaces too. */
function refuseBadValues(server) {
	for (const { name, value, unresolved, origin } of server.invocation.flags) {
		if (name !== "anonymous-auth" || unresolved || value === void 0 || parseGoBool(value) !== void 0) continue;
		const problem = `strconv.ParseBool: parsing ${JSON.stringify(value)}: invalid syntax`;
		refuse(server, `invalid argument ${JSON.stringify(value)} for "--anonymous-auth" flag: ${problem}`, origin);
	}
}
function readField(server, { enabled, paths, origin }) {
	if (isOlderThan(server, 31)) refuse(server, "strict decoding error: unknown field \"anonymous\"", origin);
	const flag = isGiven(server, "anonymous-auth");
	if (flag !== void 0) refuse(server, "anonymous: Forbidden: --anonymous-auth flag cannot be set when anonymous field is configured in authentication configuration file", flag.origin);
	if (!enabled.value) {
		if (paths.length > 0) refuse(server, "anonymous: enabled should be set to true when conditions are defined", enabled.origin);
		return located(off, enabled.origin);
	}
	return located(paths.length === 0 ? allPaths : {
		access: "some-paths",
		paths
	}, enabled.origin);
}
function refuseOidcFlags(server) {
	const oidc = server.invocation.flags.find(({ name }) => name.startsWith("oidc-"));
	if (oidc === void 0) return;
	refuse(server, "authentication-config file and oidc-* flags are mutually exclusive", oidc.origin);
}
//#endregion
//#region packages/graph/src/control-plane/authorization-modes.ts
function readAuthorization(server) {
	const file = configurationFile(server, "authorization-config", "AuthorizationConfiguration");
	switch (file.outcome) {
		case "not-named": return readFlags(server);
		case "unknown": return settings({
			known: false,
			assumption: file.assumption
		}, file.assumption.origin ?? serverDefault);
		case "refused": return settings({
			known: true,
			modes: []
		}, file.flag.origin);
		case "found":
			refuseFlagsBesideFile(server, file.flag.origin);
			return settings({
				known: true,
				modes: readConfiguration(server, file.configuration)
			}, file.configuration.origin);
	}
}
function settings(modes, origin, alwaysAllowByFlag = false) {
	return {
		setting: located(modes, origin),
		alwaysAllowByFlag: located(alwaysAllowByFlag, origin)
	};
}
function readFlags(server) {
	const flags = server.invocation.flags.filter(({ name }) => name === "authorization-mode");
	const [first] = flags;
	const unresolved = flags.find((flag) => flag.unresolved);
	if (unresolved !== void 0) return settings({
		known: false,
		assumption: unresolvedValue(unresolved)
	}, unresolved.origin);
	const hidden = mayBeHidden(server, "authorization-mode");
	if (first === void 0 && hidden !== void 0) return settings({
		known: false,
		assumption: hidden
	}, hidden.origin ?? serverDefault);
	const words = modeWords(server, flags);
	const origin = first?.origin ?? serverDefault;
	if (words.length === 0) return settings({
		known: true,
		modes: [located("AlwaysAllow", origin)]
	}, origin, true);
	const modes = checkModes(server, words, (word) => `authorization-mode ${JSON.stringify(word)} is not a valid mode`);
	checkRepeated(server, words);
	checkCompanions(server, modes, origin);
	return settings({
		known: true,
		modes
	}, origin, modes.some(({ value }) => value === "AlwaysAllow"));
}
/** Every occurrence adds its elements. */
function modeWords(server, flags) {
	const words = [];
	for (const flag of flags) {
		const { name, value, origin } = flag;
		if (value === void 0) refuse(server, `flag needs an argument: --${name}`, origin);
		const elements = flagValues([flag], name);
		if (elements === void 0) refuse(server, `invalid argument ${JSON.stringify(value)} for "--${name}" flag`, origin);
		for (const element of elements ?? []) words.push(located(element.value, origin));
	}
	return words;
}
function checkModes(server, words, message) {
	const modes = [];
	for (const { value, origin } of words) if (isMode(value)) modes.push(located(value, origin));
	else refuse(server, message(value), origin);
	return modes;
}
function isMode(word) {
	return [
		"AlwaysAllow",
		"AlwaysDeny",
		"ABAC",
		"Webhook",
		"RBAC",
		"Node"
	].includes(word);
}
function checkRepeated(server, words) {
	const repeated = words.find(({ value }, i) => words.findIndex((word) => word.value === value) < i);
	if (repeated === void 0) return;
	refuse(server, `authorization-mode [${words.map(({ value }) => value).join(" ")}] has mode specified more than once`, repeated.origin);
}
function checkCompanions(server, modes, origin) {
	for (const { mode, flag, file } of [{
		mode: "ABAC",
		flag: "authorization-policy-file",
		file: "authorization policy file"
	}, {
		mode: "Webhook",
		flag: "authorization-webhook-config-file",
		file: "authorization config file"
	}]) {
		const wanted = modes.find(({ value }) => value === mode);
		const given = lastFlag(server.invocation.flags, flag);
		const hasFile = given !== void 0 && (given.unresolved || given.value !== "");
		if (wanted !== void 0 && !hasFile && mayBeHidden(server, flag) === void 0) refuse(server, `authorization-mode ${mode}'s ${file} not passed`, wanted.origin);
		if (wanted === void 0 && hasFile) refuse(server, `cannot specify --${flag} without mode ${mode}`, origin);
	}
}
function refuseFlagsBesideFile(server, origin) {
	if (![
		"authorization-mode",
		"authorization-webhook-config-file",
		"authorization-webhook-version",
		"authorization-webhook-cache-authorized-ttl",
		"authorization-webhook-cache-unauthorized-ttl"
	].some((name) => isGiven(server, name) !== void 0)) return;
	refuse(server, "--authorization-config can not be specified when --authorization-mode or --authorization-webhook-* flags are defined", origin);
}
/** k8s.io/apiserver pkg/apis/apiserver/validation: ValidateAuthorizationConfiguration, as far as types go. */
function readConfiguration(server, { apiVersion, authorizers, origin }) {
	if (apiVersion === "apiserver.config.k8s.io/v1" && isOlderThan(server, 32)) refuse(server, `no kind "AuthorizationConfiguration" is registered for version "${apiVersion}"`, origin);
	if (authorizers.length === 0) refuse(server, "authorizers: Required value: at least one authorization mode must be defined", origin);
	const seen = /* @__PURE__ */ new Set();
	for (const { value, origin: at } of authorizers) {
		if (seen.has(value) && value !== "Webhook") refuse(server, `authorizers: type ${value}: Duplicate value: ${JSON.stringify(value)}`, at);
		seen.add(value);
	}
	return checkModes(server, authorizers, (word) => `authorizers: type: Unsupported value: ${JSON.stringify(word)}: supported values: ${supportedTypes}`);
}
const supportedTypes = "\"ABAC\", \"AlwaysAllow\", \"AlwaysDeny\", \"Node\", \"RBAC\", \"Webhook\"";
//#endregion
//#region packages/graph/src/control-plane/gates-set.ts
/**
* What the command line sets feature gates to (k8s.io/component-base/featuregate: Set): each occurrence of the flag adds
* to those before it. Since 1.31 a gate may stand behind the component it is meant for, which is `kube` here.
*/
function readFeatureGates(server) {
	const flags = server.invocation.flags.filter(({ name }) => name === "feature-gates");
	const unresolved = flags.find((flag) => flag.unresolved);
	const set = /* @__PURE__ */ new Map();
	for (const { value } of flags) for (const pair of (value ?? "").split(",")) {
		const [, name, setting] = /^\s*(?:kube:)?([^=:]*?)\s*=(.*)$/.exec(pair) ?? [];
		const enabled = setting === void 0 ? void 0 : parseGoBool(setting.trim());
		if (name !== void 0 && enabled !== void 0) set.set(name, enabled);
	}
	return {
		set,
		doubt: unresolved === void 0 ? mayBeHidden(server, "feature-gates") : unresolvedValue(unresolved)
	};
}
//#endregion
//#region packages/graph/src/api-server.ts
/**
* Every kube-apiserver that the inputs describe; one assumed where they describe none.
*
* A configuration file that no command line of the inputs names still is some server's: it is read as one of its own,
* of which only that file is known.
*/
function readApiServers(inventory) {
	const servers = [];
	const named = /* @__PURE__ */ new Set();
	for (const { path, value } of inventory.invocations) {
		if (value.component !== "kube-apiserver") continue;
		const invocation = withAssumedModes(inventory, value);
		servers.push(readServer(startReading(inventory, path, invocation)));
		for (const configuration of configurationsOf(startReading(inventory, path, value))) named.add(configuration);
	}
	for (const configuration of inventory.configurations) if (!named.has(configuration.value)) servers.push(serverOfFile(inventory, configuration));
	return servers.length > 0 ? servers : [assumedServer(inventory)];
}
function readServer(server) {
	const { invocation } = server;
	refusePositional(server);
	refuseWithoutEtcd(server);
	const authorization = readAuthorization(server);
	const anonymous = readAnonymous(server, authorization.alwaysAllowByFlag);
	const tokenFile = givenFlag(server, "token-auth-file");
	const hasTokenFile = tokenFile.given === "yes" && tokenFile.value !== "";
	return {
		instance: invocation.instance,
		assumed: false,
		origin: invocation.origin,
		version: invocation.version,
		minor: minorOf(server),
		featureGates: readFeatureGates(server),
		anonymous,
		authorization: authorization.setting,
		tokenAuthFile: hasTokenFile ? located(tokenFile.value, tokenFile.flag.origin) : void 0,
		refusals: server.refusals
	};
}
function minorOf({ inventory, invocation }) {
	const own = invocation.version === void 0 ? void 0 : parseMinor(invocation.version.value);
	return own === void 0 ? inventory.minor ?? "1.37" : nearestKnownMinor(own);
}
/** cmd/kube-apiserver/app/server.go: NewAPIServerCommand, Args. */
function refusePositional(server) {
	const { positional } = server.invocation;
	const [first] = positional;
	if (first === void 0) return;
	refuse(server, `"kube-apiserver" does not take any arguments, got [${positional.map(({ value }) => JSON.stringify(value)).join(" ")}]`, first.origin);
}
/** cmd/kube-apiserver/app/options/validation.go: Validate; k8s.io/apiserver pkg/server/options/etcd.go: Validate. */
function refuseWithoutEtcd(server) {
	const { inventory, invocation } = server;
	if (inventory.complete && isPart(invocation)) refuse(server, "--etcd-servers must be specified", invocation.origin);
}
/** No server starts without this flag: where it is missing, the others are not all of them either. */
function isPart({ flags, unresolved }) {
	return unresolved === void 0 && !flags.some(({ name }) => name === "etcd-servers");
}
/**
* Part of a command line (the arguments that an installer adds to its own, a snippet) says nothing by what is not in
* it: the default of an absent mode, AlwaysAllow, would be read into nearly all of them, and be wrong.
*/
function withAssumedModes(inventory, invocation) {
	const { flags } = invocation;
	if (inventory.complete || !isPart(invocation)) return invocation;
	if (flags.some(({ name }) => name === "authorization-mode" || name === authorizationFlag)) return invocation;
	return {
		...invocation,
		flags: [...flags, assumedModes]
	};
}
function configurationsOf(server) {
	const found = [];
	const authentication = configurationFile(server, authenticationFlag, "AuthenticationConfiguration");
	if (authentication.outcome === "found") found.push(authentication.configuration);
	const authorization = configurationFile(server, authorizationFlag, "AuthorizationConfiguration");
	if (authorization.outcome === "found") found.push(authorization.configuration);
	return found;
}
/** The server that uses a configuration file: as if a flag named it, everything else assumed. */
function serverOfFile(inventory, { path, value }) {
	const { origin } = value;
	const alone = {
		...inventory,
		complete: false,
		paths: [path],
		configurations: [{
			path,
			value
		}]
	};
	const invocation = (flags) => ({
		component: "kube-apiserver",
		instance: `kube-apiserver configured by ${path}`,
		origin,
		version: void 0,
		flags,
		positional: []
	});
	switch (value.kind) {
		case "AuthenticationConfiguration": return readServer(startReading(alone, path, invocation([configurationFlag(authenticationFlag), assumedModes])));
		case "AuthorizationConfiguration": return readServer(startReading(alone, path, invocation([configurationFlag(authorizationFlag)])));
	}
	function configurationFlag(name) {
		return {
			name,
			value: path,
			origin,
			unresolved: false
		};
	}
}
const authenticationFlag = "authentication-config";
const authorizationFlag = "authorization-config";
/** Not the server's default, which would allow everything, but what kubeadm and the managed platforms start it with. */
const assumedModes = {
	name: "authorization-mode",
	value: "Node,RBAC",
	origin: {
		kind: "built-in",
		of: "the usual --authorization-mode"
	},
	unresolved: false
};
function assumedServer(inventory) {
	const { origin } = assumedModes;
	return {
		...readServer(startReading({
			...inventory,
			complete: false
		}, "", {
			component: "kube-apiserver",
			instance: "assumed",
			origin,
			version: void 0,
			flags: [assumedModes],
			positional: []
		})),
		assumed: true,
		origin: void 0
	};
}
/**
* The graph as far as servers that come up are concerned: nobody asks one that refuses to start. Where all are refused,
* one is assumed, as where the inputs describe none.
*/
function withoutRefusedServers(graph) {
	const refused = graph.apiServers.filter(({ refusals }) => refusals.length > 0);
	if (refused.length === 0) return graph;
	const starting = graph.apiServers.filter(({ refusals }) => refusals.length === 0);
	const apiServers = starting.length > 0 ? starting : [assumedServer(graph.inventory)];
	const leftOut = refused.map(({ instance, origin }) => ({
		text: `${instance} would not start and is left out`,
		origin
	}));
	return {
		...graph,
		apiServers,
		assumptions: [...leftOut, ...assumptionsOf(apiServers)]
	};
}
/** What had to be assumed about the servers, each said once. */
function assumptionsOf(servers) {
	const assumptions = /* @__PURE__ */ new Map();
	for (const { assumed, instance, origin, anonymous, authorization } of servers) {
		if (authorization.origin === assumedModes.origin) add({
			text: `${assumed ? "kube-apiserver" : instance} runs with --authorization-mode=Node,RBAC${assumed ? " and the defaults of its version" : ""}`,
			origin
		});
		if (anonymous.value.access === "unknown") add(anonymous.value.assumption);
		if (!authorization.value.known) add(authorization.value.assumption);
	}
	return [...assumptions.values()];
	function add(assumption) {
		assumptions.set(assumption.text, assumption);
	}
}
//#endregion
//#region packages/graph/src/authorize/node-relations.ts
/** `Secret web/db-pass`; the namespace is empty for cluster-scoped kinds. */
function vertex(kind, namespace, name) {
	return `${kind} ${namespace}/${name}`;
}
/** Ties together everything that the inventory's Pods, volumes and attachments say about nodes. */
function nodeRelations(inventory) {
	const edges = /* @__PURE__ */ new Map();
	const absentAccount = inventory.complete ? void 0 : defaultAccount$1;
	for (const variants of definitions$1(inventory)) {
		const said = variants.map((entry) => edgesOf(entry, absentAccount));
		for (const [from, to] of said.flat()) {
			const known = edges.get(from) ?? /* @__PURE__ */ new Map();
			edges.set(from, known);
			const certain = said.length === 1 || said.every((one) => one.some((edge) => edge[0] === from && edge[1] === to));
			known.set(to, certain || known.get(to) === true);
		}
	}
	return {
		nodes: nodesIn(edges),
		relation: (from, node) => relation(edges, from, vertex("Node", "", node))
	};
}
/** Objects that add edges, all definitions of each together: they stand side by side. */
function definitions$1(inventory) {
	const grouped = [];
	for (const kind of nodeObjectKinds) for (const entry of inventory.entriesOf(kind)) {
		const group = grouped.at(-1);
		if (group?.[0]?.key === entry.key) group.push(entry);
		else grouped.push([entry]);
	}
	return grouped;
}
const nodeObjectKinds = [
	"Workload",
	"PersistentVolume",
	"VolumeAttachment",
	"ResourceSlice",
	"PodCertificateRequest"
];
function edgesOf(entry, absentAccount) {
	const { object, namespace } = entry;
	switch (object.kind) {
		case "Workload": {
			const account = object.pod.serviceAccountName?.value ?? absentAccount;
			return object.boundPod === void 0 ? [] : podEdges(entry, object.boundPod, account);
		}
		case "PersistentVolume": {
			if (object.claim === void 0) return [];
			const volume = vertex("PersistentVolume", "", object.meta.name.value);
			const claim = vertex("PersistentVolumeClaim", object.claim.namespace, object.claim.name.value);
			const secrets = object.secrets.map((secret) => [vertex("Secret", secret.namespace, secret.name.value), volume]);
			return [[volume, claim], ...secrets];
		}
		case "VolumeAttachment":
		case "ResourceSlice":
		case "PodCertificateRequest": {
			if (object.nodeName === void 0) return [];
			const { name } = object.meta;
			return [[vertex(object.kind, namespace, name.value), vertex("Node", "", object.nodeName.value)]];
		}
	}
}
const mirrorAnnotation$1 = "kubernetes.io/config.mirror";
function podEdges({ object, namespace, key }, bound, account) {
	const pod = vertex("Pod", namespace, object.meta.generated ? key : object.meta.name.value);
	const onNode = [pod, vertex("Node", "", bound.nodeName.value)];
	if (object.meta.annotations.has(mirrorAnnotation$1)) return [onNode];
	const uses = (kind, names) => names.map(({ value }) => [vertex(kind, namespace, value), pod]);
	return [
		onNode,
		...uses("ServiceAccount", account === void 0 ? [] : [{ value: account }]),
		...uses("Secret", bound.secrets),
		...uses("ConfigMap", bound.configMaps),
		...uses("PersistentVolumeClaim", bound.persistentVolumeClaims),
		...uses("ResourceClaim", bound.resourceClaims)
	];
}
/**
* What the admission plugin ServiceAccount, on by default, puts into a Pod that names no account. Inputs that are all
* there is have Pods as they are stored, after admission.
*/
const defaultAccount$1 = "default";
function nodesIn(edges) {
	const nodes = /* @__PURE__ */ new Set();
	const prefix = vertex("Node", "", "");
	for (const targets of edges.values()) for (const to of targets.keys()) if (to.startsWith(prefix)) nodes.add(to.slice(prefix.length));
	return [...nodes].sort(byText$2);
}
function relation(edges, from, node) {
	const certain = path(edges, from, node, true);
	if (certain !== void 0) return {
		related: "yes",
		through: certain
	};
	const possible = path(edges, from, node, false);
	return possible === void 0 ? { related: "no" } : {
		related: "maybe",
		through: possible
	};
}
/** What stands between the two; undefined where there is no way. No way is longer than Secret, volume, claim, Pod, node. */
function path(edges, from, node, onlyCertain) {
	for (const [to, certain] of edges.get(from) ?? []) {
		if (onlyCertain && !certain) continue;
		if (to === node) return [];
		const rest = path(edges, to, node, onlyCertain);
		if (rest !== void 0) return [to, ...rest];
	}
}
//#endregion
//#region packages/graph/src/change.ts
const origin$1 = {
	kind: "built-in",
	of: "a proposed change"
};
function proposed(value) {
	return located(value, origin$1);
}
const rbac$1 = "rbac.authorization.k8s.io/v1";
/** A rule that allows what is asked and nothing else. */
function exactRule(attributes) {
	const nothing = {
		apiGroups: [],
		resources: [],
		resourceNames: [],
		nonResourceURLs: []
	};
	const verbs = [proposed(attributes.verb)];
	if (attributes.kind === "non-resource") return {
		origin: origin$1,
		verbs,
		...nothing,
		nonResourceURLs: [proposed(attributes.path)]
	};
	const { apiGroup, resource, subresource, name } = attributes;
	return {
		origin: origin$1,
		verbs,
		...nothing,
		apiGroups: [proposed(apiGroup)],
		resources: [proposed(subresource === "" ? resource : `${resource}/${subresource}`)],
		resourceNames: name === "" ? [] : [proposed(name)]
	};
}
/** A Role of a namespace; for the namespace `""` a ClusterRole. */
function proposedRole(name, namespace, rule) {
	return {
		kind: namespace === "" ? "ClusterRole" : "Role",
		apiVersion: rbac$1,
		meta: metaOf(name, namespace),
		origin: origin$1,
		rules: [rule],
		aggregation: void 0
	};
}
/** A RoleBinding of a namespace; for the namespace `""` a ClusterRoleBinding. */
function proposedBinding(name, namespace, role, subject) {
	return {
		kind: namespace === "" ? "ClusterRoleBinding" : "RoleBinding",
		apiVersion: rbac$1,
		meta: metaOf(name, namespace),
		origin: origin$1,
		roleRef: {
			origin: origin$1,
			kind: proposed(role.kind),
			name: proposed(role.name)
		},
		subjects: [subject]
	};
}
function proposedSubject(kind, name, namespace = "") {
	if (kind !== "ServiceAccount") return {
		kind,
		origin: origin$1,
		name: proposed(name)
	};
	return {
		kind,
		origin: origin$1,
		name: proposed(name),
		namespace: proposed(namespace)
	};
}
function metaOf(name, namespace) {
	return {
		name: proposed(name),
		generated: false,
		namespace: namespace === "" ? void 0 : proposed(namespace),
		labels: /* @__PURE__ */ new Map(),
		annotations: /* @__PURE__ */ new Map()
	};
}
//#endregion
//#region packages/graph/src/grants.ts
/** Every grant through a binding for one of its subjects; none where the role is missing. `wanted` tells which rules. */
function* grantsThrough(binding, subject, wanted = always$2) {
	const { resolution } = binding;
	switch (resolution.outcome) {
		case "found":
			for (const rule of resolution.role.rules) {
				if (!wanted(rule)) continue;
				yield grant(binding, subject, resolution.role, rule, resolution.role.isCertain(rule));
			}
			return;
		case "ambiguous": {
			const agreed = rulesOfAll(resolution.roles);
			for (const role of resolution.roles) for (const rule of role.rules) if (wanted(rule)) yield grant(binding, subject, role, rule, agreed.has(ruleKey(rule)));
			return;
		}
		case "missing": return;
	}
}
const always$2 = () => true;
/** One grant; `isCertain` is false where variants of the role disagree about the rule. */
function grant(binding, subject, role, rule, isCertain) {
	return {
		subject,
		binding,
		role,
		rule,
		scope: binding.scope,
		shipped: binding.isShipped(subject) && role.isShipped(rule),
		confidence: isCertain ? "certain" : "possible"
	};
}
/** Keys of the rules that every variant holds for certain. */
function rulesOfAll(roles) {
	const [first, ...others] = roles.map((role) => new Set(role.rules.filter(role.isCertain).map(ruleKey)));
	const agreed = first ?? /* @__PURE__ */ new Set();
	for (const keys of others) for (const key of agreed) if (!keys.has(key)) agreed.delete(key);
	return agreed;
}
/** What a role would give whoever is bound to it: a ClusterRole everywhere, a Role in its namespace. */
function grantsIfBound(role) {
	const { object, namespace, path } = role.entry;
	const { kind, meta } = object;
	const subject = proposedSubject("Group", "whoever is bound to it");
	const bound = proposedBinding(meta.name.value, namespace, {
		kind,
		name: meta.name.value
	}, subject);
	const binding = {
		entry: {
			key: `${bound.kind}/${namespace}/${meta.name.value}`,
			namespace,
			object: bound,
			path
		},
		scope: namespace === "" ? { kind: "cluster" } : {
			kind: "namespace",
			namespace
		},
		resolution: {
			outcome: "found",
			role
		},
		isShipped: () => false
	};
	return role.rules.map((rule) => grant(binding, subject, role, rule, role.isCertain(rule)));
}
//#endregion
//#region packages/graph/src/object-key.ts
const rbacGroup$1 = "rbac.authorization.k8s.io";
/** OpenShift stores objects of its own group as RBAC's. */
const openShiftRbacGroup = "authorization.openshift.io";
/** What makes two definitions the same object. The version is no part of it, nor is a namespace of a cluster-scoped kind. */
function objectKey(object, namespace) {
	const group = groupOf(object.apiVersion);
	const kind = object.kind === "Workload" ? object.resourceKind : object.kind;
	return `${group === openShiftRbacGroup ? rbacGroup$1 : group}/${kind}/${namespace}/${object.meta.name.value}`;
}
/** The key of the role that a binding in this namespace (`""`: cluster-wide) refers to. */
function roleKey({ kind, name }, bindingNamespace) {
	return `${rbacGroup$1}/${kind.value}/${kind.value === "Role" ? bindingNamespace : ""}/${name.value}`;
}
function groupOf(apiVersion) {
	const slash = apiVersion.indexOf("/");
	return slash < 0 ? "" : apiVersion.slice(0, slash);
}
//#endregion
//#region packages/graph/src/types.ts
/** The namespace of objects whose namespace the inputs do not say: one, unknown which. */
const appliedNamespace = "<applied>";
//#endregion
//#region packages/graph/src/roles.ts
/**
* Leads bindings to their roles (pkg/registry/rbac/validation/rule.go: GetRoleReferenceRules).
*
* Of several definitions of a role a binding takes the nearest: of the same text, else of the same folder, else any if
* all of them give the same. Most bindings have one role to choose from: they share one answer, so that a hundred
* thousand of them cost nothing more.
*/
function roleResolver(inventory, effectiveRole) {
	const single = /* @__PURE__ */ new Map();
	const rolesByName = /* @__PURE__ */ new Map();
	for (const variants of inventory.roles.values()) for (const entry of variants) if (entry.object.kind === "Role") addByName(rolesByName, entry);
	return (binding) => {
		const key = roleKey(binding.object.roleRef, binding.namespace);
		const known = single.get(key);
		if (known !== void 0) return known;
		const variants = inventory.roles.get(key) ?? [];
		if (variants.length > 1) return choose(nearest(variants, binding.path).map(effectiveRole));
		const [only] = variants;
		const resolution = only === void 0 ? {
			outcome: "missing",
			nearMisses: nearMisses$1(binding, rolesByName)
		} : {
			outcome: "found",
			role: effectiveRole(only)
		};
		single.set(key, resolution);
		return resolution;
	};
}
function choose(nearestRoles) {
	const [first, ...others] = nearestRoles;
	if (first === void 0) return {
		outcome: "missing",
		nearMisses: []
	};
	const wanted = rulesKey(first);
	return others.every((role) => rulesKey(role) === wanted) ? {
		outcome: "found",
		role: first
	} : {
		outcome: "ambiguous",
		roles: nearestRoles
	};
}
/** Equal for roles that give the same, whatever the order of their rules. */
function rulesKey({ rules, isCertain }) {
	const keys = rules.map((rule) => `${isCertain(rule)}${ruleKey(rule)}`);
	return [...new Set(keys)].sort().join("\n");
}
/**
* A namespace that the inputs do not say may turn out to be any: a RoleBinding in `<applied>` and a Role of the name it
* asks for in a namespace that is named, or the other way round, may meet. They are not taken as one, they are told.
*/
function nearMisses$1({ namespace, object }, rolesByName) {
	if (object.roleRef.kind.value !== "Role") return [];
	const sameName = rolesByName.get(object.roleRef.name.value) ?? [];
	if (namespace === "<applied>") return sameName;
	return sameName.filter((role) => role.namespace === appliedNamespace);
}
function addByName(rolesByName, entry) {
	if (entry.object.meta.generated) return;
	const name = entry.object.meta.name.value;
	const sameName = rolesByName.get(name);
	if (sameName === void 0) rolesByName.set(name, [entry]);
	else sameName.push(entry);
}
//#endregion
//#region packages/graph/src/shipped.ts
function shippedObjects({ kubernetes, kubeadm, ofEveryMinor }) {
	const roles = /* @__PURE__ */ new Map();
	const bindings = /* @__PURE__ */ new Map();
	for (const policy of [kubernetes, kubeadm]) {
		addRoles(roles, policy);
		for (const binding of policy.bindings) {
			const namespace = namespaceOf$1(binding);
			bindings.set(objectKey(binding, namespace), {
				role: roleKey(binding.roleRef, namespace),
				subjects: new Set(binding.subjects.map((subject) => subjectKey(subject, namespace)).filter(isDefined))
			});
		}
	}
	const aggregated = aggregateRoles(roles);
	const roleRules = /* @__PURE__ */ new Map();
	for (const [key, [entry]] of roles) if (entry !== void 0) roleRules.set(key, aggregated.get(entry)?.rules ?? entry.object.rules);
	let others;
	return {
		roleRules,
		bindings,
		others: () => {
			others ??= (ofEveryMinor?.() ?? []).map((policy) => shippedObjects({
				kubernetes: policy,
				kubeadm: nothing$1
			}));
			return others;
		}
	};
}
const nothing$1 = {
	roles: [],
	bindings: []
};
/** Only names that some minor may have created are worth comparing with what others create. */
function mayBeShipped(key) {
	return key.slice(key.lastIndexOf("/") + 1).startsWith("system:");
}
function addRoles(roles, { roles: shipped }) {
	for (const role of shipped) {
		const namespace = namespaceOf$1(role);
		const key = objectKey(role, namespace);
		roles.set(key, [{
			key,
			namespace,
			object: role,
			path: void 0
		}]);
	}
}
function isDefined(value) {
	return value !== void 0;
}
function namespaceOf$1({ meta }) {
	return meta.namespace?.value ?? "";
}
/** Whether this binding is shipped with this role and this subject, by any minor; a subject more is not. */
function bindingIsShipped(shipped, entry) {
	if (!shipped.bindings.has(entry.key) && !mayBeShipped(entry.key)) return never;
	return (subject) => {
		const key = subjectKey(subject, entry.namespace);
		if (key === void 0) return false;
		return binds(shipped, entry, key) || shipped.others().some((other) => binds(other, entry, key));
	};
}
function binds({ bindings }, { key, object, namespace }, subject) {
	const asShipped = bindings.get(key);
	return asShipped?.role === roleKey(object.roleRef, namespace) && asShipped.subjects.has(subject);
}
const never = () => false;
/**
* Compares a role with those that are shipped under its name. What aggregation brings into `view`, `edit` or `admin`
* from roles of the user's is compared like any other rule, so it counts as shipped only if it adds nothing.
*/
function roleAsShipped(shipped, key, rules) {
	const shippedRules = shipped.roleRules.get(key) ?? (mayBeShipped(key) ? [] : void 0);
	if (shippedRules === void 0) return notShipped;
	const same = new Set(shippedRules);
	const isCovered = (rule) => same.has(rule) || shippedRules.some((one) => covers(one, rule)) || isCoveredByOthers(shipped, key, rule);
	const covered = new Set(rules.filter(isCovered));
	if (covered.size === 0 && !shipped.roleRules.has(key)) return notShipped;
	return {
		asShipped: covered.size === new Set(rules).size ? "all" : "part",
		isShipped: (rule) => covered.has(rule)
	};
}
function isCoveredByOthers({ others }, key, rule) {
	return others().some(({ roleRules }) => roleRules.get(key)?.some((one) => covers(one, rule)) === true);
}
const notShipped = {
	asShipped: "none",
	isShipped: never
};
/** Whether one rule gives everything another gives (after k8s.io/component-helpers auth/rbac/validation: ruleCovers). */
function covers(owner, rule) {
	return everyIsIn(rule.verbs, owner.verbs) && everyIsIn(rule.apiGroups, owner.apiGroups) && everyIsIn(rule.resources, owner.resources) && namesAreIn(rule.resourceNames, owner.resourceNames) && everyIsIn(rule.nonResourceURLs, owner.nonResourceURLs);
}
function namesAreIn(names, ownerNames) {
	if (ownerNames.length === 0) return true;
	return names.length > 0 && names.every(({ value }) => holds(ownerNames, value));
}
/** `*` in the owner's list covers all. `/a*` of URLs and `*\/scale` of resources are compared as written. */
function everyIsIn(list, ownerList) {
	return holds(ownerList, "*") || list.every(({ value }) => holds(ownerList, value));
}
function holds(list, wanted) {
	return list.some(({ value }) => value === wanted);
}
//#endregion
//#region packages/graph/src/subject-index.ts
function indexBySubject(bindings) {
	const index = /* @__PURE__ */ new Map();
	let order = 0;
	for (const binding of bindings) for (const subject of binding.entry.object.subjects) {
		const key = subjectKey(subject, binding.entry.namespace);
		if (key === void 0) continue;
		const bound = {
			binding,
			subject,
			order: order++
		};
		const sameKey = index.get(key);
		if (sameKey === void 0) index.set(key, [bound]);
		else sameKey.push(bound);
	}
	return index;
}
/** The part of one namespace, without looking at the others: a subject may be bound in all of them. */
function inNamespace$1(bound, namespace) {
	const start = firstFrom(bound, (found) => found >= namespace);
	const end = firstFrom(bound, (found) => found > namespace);
	return bound.slice(start, end);
}
function firstFrom(bound, isReached) {
	let low = 0;
	let high = bound.length;
	while (low < high) {
		const middle = low + high >>> 1;
		if (isReached(bound[middle]?.binding.entry.namespace ?? "")) high = middle;
		else low = middle + 1;
	}
	return low;
}
function* grantsOf$1(index, key, wanted) {
	for (const { binding, subject } of index.get(key) ?? []) yield* grantsThrough(binding, subject, wanted);
}
//#endregion
//#region packages/graph/src/access-graph.ts
/**
* Links subjects, bindings and roles of an inventory.
*
* What is kept is linear in what was written: grants are made when somebody walks over them, never stored.
*/
function buildAccessGraph(inventory) {
	const shipped = shippedObjects(inventory.shipped);
	const roles = effectiveRoles(inventory, shipped);
	const effectiveRole = (entry) => roles.get(entry) ?? makeRole(entry, {
		rules: entry.object.rules,
		uncertain: /* @__PURE__ */ new Set()
	}, shipped);
	const resolve = roleResolver(inventory, effectiveRole);
	const scopeOf = scopes();
	const bindings = [...inventory.bindings].sort(byNamespaceThenKey).map((entry) => ({
		entry,
		scope: scopeOf(entry.namespace),
		resolution: resolve(entry),
		isShipped: bindingIsShipped(shipped, entry)
	}));
	const index = indexBySubject(bindings);
	const variants = variantsByKey(bindings);
	const apiServers = readApiServers(inventory);
	let relations;
	return {
		inventory,
		bindings,
		roles: [...roles.values()],
		apiServers,
		assumptions: assumptionsOf(apiServers),
		subjectKeys: [...index.keys()].sort(byText$2),
		grantsOf: (key, wanted) => grantsOf$1(index, key, wanted),
		grantsThrough,
		boundTo: (key, namespace) => inNamespace$1(index.get(key) ?? [], namespace),
		variantsOf: (binding) => variants.get(binding.entry.key) ?? [binding],
		nodeRelations: () => {
			relations ??= nodeRelations(inventory);
			return relations;
		},
		effectiveRole
	};
}
function effectiveRoles(inventory, shipped) {
	const aggregated = aggregateRoles(inventory.roles);
	const entries = [...inventory.roles.values()].flat();
	entries.sort((a, b) => byText$2(a.key, b.key) || byText$2(a.path ?? "", b.path ?? ""));
	return new Map(entries.map((entry) => {
		return [entry, makeRole(entry, aggregated.get(entry) ?? {
			rules: entry.object.rules,
			uncertain: nothingUncertain
		}, shipped)];
	}));
}
const nothingUncertain = /* @__PURE__ */ new Set();
const always$1 = () => true;
function makeRole(entry, { rules, uncertain }, shipped) {
	return {
		entry,
		rules,
		isCertain: uncertain.size === 0 ? always$1 : (rule) => !uncertain.has(rule),
		...roleAsShipped(shipped, entry.key, rules)
	};
}
/** Cluster-wide ones have the namespace `""` and so come first. */
function byNamespaceThenKey(a, b) {
	return byText$2(a.namespace, b.namespace) || byText$2(a.key, b.key) || byText$2(a.path ?? "", b.path ?? "");
}
/** Scopes, one object for each namespace. */
function scopes() {
	const known = new Map([["", { kind: "cluster" }]]);
	return (namespace) => {
		let scope = known.get(namespace);
		if (scope === void 0) {
			scope = {
				kind: "namespace",
				namespace
			};
			known.set(namespace, scope);
		}
		return scope;
	};
}
function variantsByKey(bindings) {
	const variants = /* @__PURE__ */ new Map();
	let previous;
	for (const binding of bindings) {
		if (previous?.entry.key === binding.entry.key) {
			const known = variants.get(binding.entry.key);
			if (known === void 0) variants.set(binding.entry.key, [previous, binding]);
			else known.push(binding);
		}
		previous = binding;
	}
	return variants;
}
//#endregion
//#region packages/graph/src/request-path.ts
/**
* Every question that requests for one path can become, one for each method and, for GET without a name, for `list` and
* `watch` (k8s.io/apiserver pkg/endpoints/request/requestinfo.go: NewRequestInfo). Query parameters are not part of the
* path: a list may name an object with `fieldSelector=metadata.name=…`, which is said by `anyName`.
*/
function requestsFor(path) {
	const resource = resourceOf(path);
	if (resource === "error") return [];
	if (resource === void 0) return methods.map(([method]) => ({
		attributes: {
			kind: "non-resource",
			verb: method,
			path
		},
		anyName: false
	}));
	const { special, ...rest } = resource;
	const request = (verb, anyName = false) => ({
		attributes: {
			kind: "resource",
			...rest,
			verb
		},
		anyName
	});
	if (special !== void 0) return [request(special)];
	return methods.flatMap(([, verb]) => {
		if (rest.name !== "") return [request(verb)];
		if (verb === "get") return [request("list", true), request("watch", true)];
		return [request(verb === "delete" ? "deletecollection" : verb)];
	});
}
/** Methods as non-resource verbs, and the verbs they are on objects. */
const methods = [
	["get", "get"],
	["head", "get"],
	["post", "create"],
	["put", "update"],
	["patch", "patch"],
	["delete", "delete"],
	["options", ""]
];
/** What a path is about; undefined where it is no resource, `error` where the server fails before it authorizes. */
function resourceOf(path) {
	const segments = path.replace(/^\/+|\/+$/g, "").split("/");
	const [prefix] = segments;
	if (segments.length < 3 || prefix !== "api" && prefix !== "apis") return void 0;
	if (prefix === "apis" && segments.length < 4) return void 0;
	const apiGroup = prefix === "apis" ? segments[1] ?? "" : "";
	let parts = segments.slice(prefix === "apis" ? 3 : 2);
	const special = parts[0] === "proxy" || parts[0] === "watch" ? parts[0] : void 0;
	if (special !== void 0) parts = parts.slice(1);
	if (parts.length === 0) return "error";
	let namespace = "";
	if (parts[0] === "namespaces" && parts.length > 1) {
		namespace = parts[1] ?? "";
		if (parts.length > 2 && parts[2] !== "status" && parts[2] !== "finalize") parts = parts.slice(2);
	}
	const [resource = "", name = "", subresource = ""] = parts;
	return {
		apiGroup,
		namespace,
		resource,
		name,
		subresource: special === "proxy" ? "" : subresource,
		special
	};
}
//#endregion
//#region packages/graph/src/authorize/node-objects.ts
/** The rows of the Node authorizer's table, one function for each kind of object. */
function answerTo(asked, attributes) {
	if (attributes.kind === "non-resource") return byStaticRules(asked, attributes);
	switch (`${attributes.apiGroup}/${attributes.resource}`) {
		case "/secrets": return readNamespaced(asked, "Secret", attributes);
		case "/configmaps": return readNamespaced(asked, "ConfigMap", attributes);
		case "/persistentvolumeclaims": return attributes.subresource === "status" ? updateStatus(asked, attributes) : get(asked, "PersistentVolumeClaim", attributes);
		case "/persistentvolumes": return get(asked, "PersistentVolume", attributes);
		case "resource.k8s.io/resourceclaims": return get(asked, "ResourceClaim", attributes);
		case "storage.k8s.io/volumeattachments": return get(asked, "VolumeAttachment", attributes);
		case "/serviceaccounts": return onServiceAccount(asked, attributes);
		case "coordination.k8s.io/leases": return onLease(asked, attributes);
		case "storage.k8s.io/csinodes": return onCsiNode(asked, attributes);
		case "resource.k8s.io/resourceslices": return onResourceSlice(asked, attributes);
		case "certificates.k8s.io/podcertificaterequests": return asked.isOn("PodCertificateRequest") ? onPodCertificateRequest(asked, attributes) : noOpinion("");
		case "certificates.k8s.io/clustertrustbundles": return onTrustBundle(asked, attributes);
		case "/nodes": return asked.isOn("AuthorizeNodeWithSelectors") ? onNode(asked, attributes) : byStaticRules(asked, attributes);
		case "/pods": return asked.isOn("AuthorizeNodeWithSelectors") ? onPod(asked, attributes) : byStaticRules(asked, attributes);
		default: return byStaticRules(asked, attributes);
	}
}
const allowed = {
	answer: "allowed",
	through: []
};
function noOpinion(reason) {
	return {
		answer: "no-opinion",
		reason
	};
}
const reading = new Set([
	"get",
	"list",
	"watch"
]);
const changing = new Set(["update", "patch"]);
const keeping = new Set([
	"get",
	"create",
	"update",
	"patch",
	"delete"
]);
function readNamespaced(asked, kind, attributes) {
	if (!reading.has(attributes.verb)) return noOpinion("can only read resources of this type");
	if (attributes.subresource !== "") return noOpinion("cannot read subresource");
	if (attributes.namespace === "") return noOpinion("can only read namespaced object of this type");
	return related(asked, kind, attributes);
}
function get(asked, kind, attributes) {
	if (attributes.verb !== "get") return noOpinion("can only get individual resources of this type");
	if (attributes.subresource !== "") return noOpinion("cannot get subresource");
	return related(asked, kind, attributes);
}
function updateStatus(asked, attributes) {
	if (!changing.has(attributes.verb)) return noOpinion("can only get/update/patch this type");
	return related(asked, "PersistentVolumeClaim", attributes);
}
/** Tokens of the accounts that its Pods run as; since 1.34 the accounts themselves. */
function onServiceAccount(asked, attributes) {
	const { verb, subresource, name } = attributes;
	const mayRead = asked.isOn("KubeletServiceAccountTokenForCredentialProviders") || asked.isOn("PodCertificateRequest");
	if (verb === "get" && subresource === "" && !isBefore(asked.minor, 33)) return mayRead ? readNamespaced(asked, "ServiceAccount", attributes) : noOpinion("not allowed to get service accounts");
	if (verb !== "create" || name === "") return noOpinion("can only create tokens for individual service accounts");
	if (subresource !== "token") return noOpinion("can only create token subresource of serviceaccount");
	return related(asked, "ServiceAccount", attributes);
}
function onLease({ node }, { verb, namespace, name }) {
	if (!keeping.has(verb)) return noOpinion("can only get, create, update, patch, or delete a node lease");
	if (namespace !== leaseNamespace) return noOpinion(`can only access leases in the ${JSON.stringify(leaseNamespace)} system namespace`);
	if (verb === "create" || name === node) return allowed;
	return noOpinion("can only access node lease with the same name as the requesting node");
}
const leaseNamespace = "kube-node-lease";
function onCsiNode({ node, minor, isOn }, { verb, subresource, name }) {
	if (subresource === "status" && !isBefore(minor, 37)) {
		if (!isOn("CSIVolumeHealth")) return noOpinion("CSINode status access requires CSIVolumeHealth feature");
		if (verb !== "get" && !changing.has(verb)) return noOpinion("can only get, update, or patch CSINode status");
	} else {
		if ((isBefore(minor, 37) || subresource === "") && !keeping.has(verb)) return noOpinion("can only get, create, update, patch, or delete a CSINode");
		if (subresource !== "") return noOpinion("cannot authorize CSINode subresources");
	}
	if (verb === "create" || name === node) return allowed;
	return noOpinion("can only access CSINode with the same name as the requesting node");
}
function onResourceSlice(asked, attributes) {
	if (attributes.subresource !== "") return noOpinion("cannot authorize ResourceSlice subresources");
	switch (attributes.verb) {
		case "create": return allowed;
		case "get":
		case "update":
		case "patch":
		case "delete": return related(asked, "ResourceSlice", attributes);
		case "list":
		case "watch":
		case "deletecollection":
			if (attributes.verb === "deletecollection" && isBefore(asked.minor, 31)) return noOpinion(sliceVerbs(asked));
			if (!asked.isOn("AuthorizeNodeWithSelectors") || selectsNode(asked, attributes)) return allowed;
			return noOpinion("can only list/watch/deletecollection resourceslices with nodeName field selector");
		default: return noOpinion(sliceVerbs(asked));
	}
}
function sliceVerbs({ minor }) {
	if (isBefore(minor, 31)) return "can only get, create, update, patch, or delete a ResourceSlice";
	return `only the following verbs are allowed for a ResourceSlice: get, watch, list, create, update, patch, delete, deletecollection`;
}
function onPodCertificateRequest(asked, attributes) {
	const { verb, subresource } = attributes;
	if (subresource !== "") return noOpinion("nodes may not access the status subresource of PodCertificateRequests");
	switch (verb) {
		case "create": return allowed;
		case "get": return related(asked, "PodCertificateRequest", attributes);
		case "list":
		case "watch":
			if (selectsNode(asked, attributes)) return allowed;
			return noOpinion("can only list/watch podcertificaterequests with nodeName field selector");
		default: return noOpinion(`nodes may not ${verb} podcertificaterequests`);
	}
}
/** A static rule that is there with its gate alone. */
function onTrustBundle({ isOn }, { verb, subresource }) {
	return isOn("ClusterTrustBundle") && reading.has(verb) && subresource === "" ? allowed : noOpinion("");
}
/** Its own Node; creating and changing are for the admission plugin NodeRestriction to limit. */
function onNode({ node }, { verb, subresource, name }) {
	if (subresource === "status") return changing.has(verb) ? allowed : noOpinion("");
	if (subresource !== "") return noOpinion("");
	if (verb === "create" || changing.has(verb)) return allowed;
	if (!reading.has(verb)) return noOpinion("");
	if (name === node) return allowed;
	return noOpinion(`node '${node}' cannot read ${name === "" ? "all nodes" : `'${name}'`}, only its own Node object`);
}
/** The Pods on it; mirror Pods of any name are for the admission plugin NodeRestriction to limit. */
function onPod(asked, attributes) {
	const { verb, subresource, name } = attributes;
	if (subresource === "status") return changing.has(verb) ? allowed : noOpinion("");
	if (subresource === "eviction") return verb === "create" ? allowed : noOpinion("");
	if (subresource !== "") return noOpinion("");
	switch (verb) {
		case "get": return related(asked, "Pod", attributes);
		case "list":
		case "watch":
			if (selectsNode(asked, attributes)) return allowed;
			if (name !== "") return related(asked, "Pod", attributes);
			return noOpinion("can only list/watch pods with spec.nodeName field selector");
		case "create":
		case "delete": return allowed;
		default: return noOpinion("");
	}
}
/** Whether the request is limited to what is on the node. */
function selectsNode({ node, isOn }, { fieldSelector = [] }) {
	if (!isOn("AuthorizeWithSelectors")) return false;
	const isItsOwn = ({ field, operator, value }) => field === "spec.nodeName" && operator === "=" && value === node;
	return fieldSelector.some(isItsOwn);
}
/** Kinds without a namespace: a question that gives one finds nothing. */
const clusterScoped$1 = new Set([
	"PersistentVolume",
	"VolumeAttachment",
	"ResourceSlice"
]);
/** Whether Pods, volumes and attachments tie the object to the node (node_authorizer.go: authorize, hasPathFrom). */
function related({ graph, node }, kind, { namespace, name }) {
	if (name === "") return noOpinion("No Object name found");
	const unrelated = noOpinion(`no relationship found between node '${node}' and this object`);
	if (namespace === "" !== clusterScoped$1.has(kind)) return unrelated;
	const relations = graph.nodeRelations();
	const found = relations.relation(vertex(kind, namespace, name), node);
	const object = `${kind} ${namespace === "" ? name : `${namespace}/${name}`}`;
	switch (found.related) {
		case "yes": return {
			answer: "allowed",
			through: found.through.map(withoutEmptyNamespace)
		};
		case "maybe": return open(`which definition of ${found.through.map(withoutEmptyNamespace).join(" and ") || object} holds: not all tie ${object} to node ${node}`);
		case "no": break;
	}
	if (relations.relation(vertex(kind, "<applied>", name), node).related !== "no") return open(`whether what ties ${kind} ${name} to node ${node} is applied to namespace ${namespace}`);
	return graph.inventory.complete ? unrelated : open(`whether ${whatTies(kind, object)} ${node}`);
}
/** Which object, that the inputs do not hold, would tie an object to a node. */
function whatTies(kind, object) {
	switch (kind) {
		case "Pod":
		case "VolumeAttachment":
		case "ResourceSlice":
		case "PodCertificateRequest": return `${object} is of node`;
		case "ServiceAccount": return `a Pod runs as ${object} on node`;
		default: return `a Pod uses ${object} on node`;
	}
}
function withoutEmptyNamespace(through) {
	return through.replace(" /", " ");
}
function open(text) {
	return {
		answer: "open",
		assumption: {
			text,
			origin: void 0
		}
	};
}
/** What is the same for all nodes: the rules that the default policy also gives to ClusterRole `system:node`. */
function byStaticRules({ graph }, attributes) {
	return staticRules(graph).some((rule) => ruleAllows(rule, attributes)) ? allowed : noOpinion("");
}
/** bootstrappolicy/policy.go: NodeRules, compiled in: a ClusterRole that somebody changes does not change them. */
function staticRules({ inventory }) {
	return inventory.shipped.kubernetes.roles.find(({ meta }) => meta.name.value === "system:node")?.rules ?? [];
}
//#endregion
//#region packages/graph/src/authorize/node.ts
/**
* Asks the Node authorizer (plugin/pkg/auth/authorizer/node/node_authorizer.go: Authorize).
*
* It speaks of kubelets alone. What it would look up in Pods and volumes that the inputs do not hold is open, unless the
* inputs are all there is.
*/
function askNode(graph, server, identity, attributes) {
	const node = nodeOf(identity);
	if (node === void 0) return noOpinion("");
	if (node === "") return noOpinion(`unknown node for user ${JSON.stringify(identity.user)}`);
	const { featureGates, minor } = server;
	const ask = (gates) => answerTo({
		graph,
		node,
		minor,
		isOn: (gate) => nodeGateIsOn(gate, minor, gates)
	}, attributes);
	const answer = ask(featureGates.set);
	if (featureGates.doubt === void 0 || answer.answer === "open") return answer;
	return [true, false].map((enabled) => ask(allGates(featureGates.set, enabled))).every((other) => other.answer === answer.answer) ? answer : {
		answer: "open",
		assumption: featureGates.doubt
	};
}
/** Whose kubelet an identity is, `""` where it does not say (pkg/auth/nodeidentifier: defaultNodeIdentifier). */
function nodeOf({ user, groups }) {
	if (!user.startsWith("system:node:") || !groups.includes("system:nodes")) return void 0;
	return user.slice(12);
}
/** What is set for certain, and everything else one way: only the extremes are told apart. */
function allGates(set, enabled) {
	const gates = nodeGates.filter((gate) => !set.has(gate)).map((gate) => [gate, enabled]);
	return new Map([...set, ...gates]);
}
const nodeGates = [
	"AuthorizeWithSelectors",
	"AuthorizeNodeWithSelectors",
	"KubeletServiceAccountTokenForCredentialProviders",
	"PodCertificateRequest",
	"ClusterTrustBundle",
	"CSIVolumeHealth"
];
//#endregion
//#region packages/graph/src/authorize/rbac.ts
/**
* Asks RBAC (pkg/registry/rbac/validation/rule.go: VisitRulesFor): ClusterRoleBindings, then, if the question has a
* namespace, the RoleBindings there. A role that is missing blocks nothing.
*/
function askRbac(graph, identity, attributes) {
	const proof = [];
	const open = /* @__PURE__ */ new Map();
	const missing = /* @__PURE__ */ new Set();
	for (const bound of boundIn(graph, identity, attributes.kind === "resource" ? attributes.namespace : "")) {
		const { binding } = bound;
		if (binding.resolution.outcome === "missing") {
			noteMissing(graph, binding, missing, open);
			continue;
		}
		const grants = grantsFor(bound, attributes);
		if (grants.length === 0) continue;
		const doubt = doubtAbout(graph, binding, grants, identity, attributes);
		if (doubt === void 0) proof.push(...grants);
		else keep(open, doubt);
	}
	return {
		proof,
		open: [...open.values()],
		reason: notFoundReason(missing)
	};
}
/**
* What RBAC gives an identity in a namespace, with every rule listed once for each binding (rule.go: RulesFor). Rules
* that not all definitions of their binding or role have are `possible`, and leave open.
*/
function listRbac(graph, identity, namespace) {
	const proof = [];
	const open = /* @__PURE__ */ new Map();
	const missing = /* @__PURE__ */ new Set();
	const listed = /* @__PURE__ */ new Set();
	for (const { binding, subject } of boundIn(graph, identity, namespace)) {
		if (listed.has(binding)) continue;
		listed.add(binding);
		if (binding.resolution.outcome === "missing") {
			noteMissing(graph, binding, missing, open);
			continue;
		}
		const variants = graph.variantsOf(binding);
		const disagree = variants.length > 1 && !variants.every((variant) => givesTheSame(variant, binding, identity));
		if (disagree) keep(open, disagreement(binding.entry.object.kind, binding.entry.object.meta.name, variants));
		for (const found of grantsThrough(binding, subject)) {
			if (variants.length > 1) {
				const key = `${binding.entry.key} ${ruleKey(found.rule)}`;
				if (listed.has(key)) continue;
				listed.add(key);
			}
			if (found.confidence === "possible") keep(open, roleInDoubt(binding, [found]));
			proof.push(disagree ? {
				...found,
				confidence: "possible"
			} : found);
		}
	}
	return {
		proof,
		open: [...open.values()],
		reason: notFoundReason(missing)
	};
}
function givesTheSame(variant, binding, identity) {
	return isBoundBy(variant, identity) && allRules(variant) === allRules(binding);
}
function allRules(binding) {
	return rolesOf(binding).map(({ rules }) => rules.map(ruleKey).join()).join(";");
}
/** Bindings that name the identity: ClusterRoleBindings, then those of the namespace, if one is asked about. */
function boundIn(graph, identity, namespace) {
	const keys = new Set(identityKeys(identity));
	const found = [];
	for (const key of keys) found.push(...graph.boundTo(key, ""));
	if (namespace !== "") for (const key of keys) found.push(...graph.boundTo(key, namespace));
	return found.sort((a, b) => a.order - b.order);
}
/** Grants of a binding for one subject that allow what is asked, those of all variants of its role. */
function grantsFor({ binding, subject }, attributes) {
	const grants = [];
	for (const role of rolesOf(binding)) for (const rule of role.rules) if (ruleAllows(rule, attributes)) grants.push(grant(binding, subject, role, rule, role.isCertain(rule)));
	return grants;
}
/** The roles that a binding may lead to: several where definitions disagree, none where it is missing. */
function rolesOf({ resolution }) {
	switch (resolution.outcome) {
		case "found": return [resolution.role];
		case "ambiguous": return resolution.roles;
		case "missing": return [];
	}
}
/** Why grants that allow may not be there: variants of the binding, of its role or of an aggregated role disagree. */
function doubtAbout(graph, binding, grants, identity, attributes) {
	const variants = graph.variantsOf(binding);
	if (variants.length > 1 && !variants.every((variant) => allows(variant, identity, attributes))) {
		const { kind, meta } = binding.entry.object;
		return disagreement(kind, meta.name, variants);
	}
	if (rolesOf(binding).every((role) => allowsForCertain(role, attributes))) return void 0;
	return roleInDoubt(binding, grants);
}
function roleInDoubt(binding, grants) {
	const { kind, name } = binding.entry.object.roleRef;
	if (binding.resolution.outcome === "ambiguous") return disagreement(kind.value, name, rolesOf(binding));
	return {
		text: `which definition of the roles that are aggregated into ${kind.value} ${name.value} holds`,
		origin: grants[0]?.rule.origin
	};
}
function allows(binding, identity, attributes) {
	const roles = rolesOf(binding);
	return roles.length > 0 && isBoundBy(binding, identity) && roles.every((role) => allowsForCertain(role, attributes));
}
function isBoundBy({ entry }, identity) {
	return entry.object.subjects.some((subject) => subjectMatches(subject, identity, entry.namespace));
}
function allowsForCertain(role, attributes) {
	return role.rules.some((rule) => role.isCertain(rule) && ruleAllows(rule, attributes));
}
function disagreement(kind, name, definitions) {
	const paths = definitions.map(({ entry }) => entry.path ?? "the default policy");
	return {
		text: `which definition of ${kind} ${name.value} holds: ${paths.join(" or ")}`,
		origin: name.origin
	};
}
/** A role that does not exist blocks nothing; one that the inputs may only not hold leaves open what it gives. */
function noteMissing(graph, binding, missing, open) {
	missing.add(notFound(binding.entry.object.roleRef));
	const near = binding.resolution.outcome === "missing" && binding.resolution.nearMisses.length > 0;
	if (!graph.inventory.complete || near) keep(open, missingRole(binding));
}
function missingRole({ entry, resolution }) {
	const { kind, meta, roleRef } = entry.object;
	const role = `${roleRef.kind.value} ${roleRef.name.value}`;
	const near = resolution.outcome === "missing" ? resolution.nearMisses : [];
	return {
		text: near.length > 0 ? `whether ${kind} ${meta.name.value} and ${role} are in the same namespace (${near.map((n) => n.namespace).join(", ")})` : `what ${role} gives, which ${kind} ${meta.name.value} names and the inputs do not contain`,
		origin: roleRef.name.origin
	};
}
function keep(open, assumption) {
	open.set(assumption.text, assumption);
}
/** The server's reason for allowing. It names one grant, here the first. */
function reasonOf$1({ binding, subject, scope }) {
	const { kind, meta, roleRef } = binding.entry.object;
	const name = scope.kind === "cluster" ? meta.name.value : `${meta.name.value}/${scope.namespace}`;
	const role = `${roleRef.kind.value} ${JSON.stringify(roleRef.name.value)}`;
	return `RBAC: allowed by ${kind} ${JSON.stringify(name)} of ${role} to ${describe(subject, binding)}`;
}
function describe(subject, { entry }) {
	const { value: name } = subject.name;
	if (subject.kind !== "ServiceAccount") return `${subject.kind} ${JSON.stringify(name)}`;
	return `ServiceAccount ${JSON.stringify(`${name}/${subject.namespace?.value || entry.namespace}`)}`;
}
function notFound({ kind, name }) {
	return `${kind.value.toLowerCase()}.rbac.authorization.k8s.io ${JSON.stringify(name.value)} not found`;
}
function notFoundReason(missing) {
	if (missing.size === 0) return "";
	const errors = [...missing].join(", ");
	return missing.size === 1 ? `RBAC: ${errors}` : `RBAC: [${errors}]`;
}
//#endregion
//#region packages/graph/src/authorize/authorize.ts
/**
* Whether an identity may do what is asked, as the cluster's API servers decide.
*
* Several servers of one cluster are asked each for itself. Where they differ, the answer depends on which of them the
* request meets.
*/
function authorize(graph, identity, attributes) {
	const servers = startingServers(graph);
	const [decision, ...others] = servers.map((server) => authorizeAt(graph, server, identity, attributes));
	if (decision === void 0) return {
		outcome: "denied",
		reason: "there is no API server"
	};
	if (others.every(({ outcome }) => outcome === decision.outcome)) return decision;
	return unknown([{
		text: `which of ${servers.map(({ instance }) => instance).join(" and ")} is asked: they decide differently`,
		origin: void 0
	}]);
}
/** Servers that would refuse to start decide nothing, unless there are no others to go by. */
function startingServers({ apiServers }) {
	const starting = apiServers.filter(({ refusals }) => refusals.length === 0);
	return starting.length > 0 ? starting : apiServers;
}
/**
* The same, as one server decides: the group `system:masters` first, then the authorizers in their order until one
* allows (pkg/kubeapiserver/authorizer/reload.go: newForConfig; only a webhook can deny).
*/
function authorizeAt(graph, server, identity, attributes) {
	if (identity.groups.includes("system:masters")) return {
		outcome: "allowed",
		reason: `members of ${mastersGroup} are allowed everything`,
		proof: []
	};
	const authorization = server.authorization.value;
	if (!authorization.known) return unknown([authorization.assumption]);
	/** What an authorizer asked before may have answered. */
	const mayAllow = [];
	const mayDeny = [];
	const reasons = [];
	for (const { value: mode, origin } of authorization.modes) switch (mode) {
		case "AlwaysAllow": return unlessDenied(mayDeny, {
			outcome: "allowed",
			reason: "AlwaysAllow allows everything",
			proof: []
		});
		case "AlwaysDeny":
			reasons.push(opinion(server, mode, "Everything is forbidden."));
			break;
		case "RBAC": {
			const { proof, open, reason } = askRbac(graph, identity, attributes);
			const [first] = proof;
			if (first !== void 0) return unlessDenied(mayDeny, {
				outcome: "allowed",
				reason: reasonOf$1(first),
				proof
			});
			mayAllow.push(...open);
			if (reason !== "") reasons.push(opinion(server, mode, reason));
			break;
		}
		case "Node": {
			const said = askNode(graph, server, identity, attributes);
			switch (said.answer) {
				case "allowed": return unlessDenied(mayDeny, {
					outcome: "allowed",
					reason: nodeReason(identity, said.through),
					proof: []
				});
				case "no-opinion":
					if (said.reason !== "") reasons.push(opinion(server, mode, said.reason));
					break;
				case "open":
					mayAllow.push({
						...said.assumption,
						origin: said.assumption.origin ?? origin
					});
					break;
			}
			break;
		}
		case "ABAC":
			mayAllow.push({
				text: `whether the ABAC policy file of ${server.instance} allows it`,
				origin
			});
			break;
		case "Webhook": {
			const assumption = {
				text: `what the authorization webhook of ${server.instance} answers`,
				origin
			};
			mayAllow.push(assumption);
			mayDeny.push(assumption);
			break;
		}
	}
	return mayAllow.length > 0 ? unknown(mayAllow) : {
		outcome: "denied",
		reason: reasons.join("\n")
	};
}
/**
* What an authorizer says that has no opinion. Since 1.37 its name stands before it
* (k8s.io/apiserver pkg/authorization/union/union.go).
*/
function opinion({ minor }, mode, reason) {
	return isBefore(minor, 37) ? reason : `${mode.toLowerCase()}: ${reason}`;
}
function unlessDenied(mayDeny, decision) {
	return mayDeny.length > 0 ? unknown(mayDeny) : decision;
}
function unknown(assumptions) {
	return {
		outcome: "unknown",
		reason: `depends on ${assumptions.map(({ text }) => text).join("; ")}`,
		assumptions
	};
}
/** The server gives none. */
function nodeReason({ user }, through) {
	return `the Node authorizer allows it to ${user}${through.length === 0 ? "" : `, through ${through.join(" and ")}`}`;
}
//#endregion
//#region packages/graph/src/inventory.ts
/**
* Brings the facts of all texts together into one cluster.
*
* The default policy is part of it, except for objects that the inputs define themselves. kubeadm's objects are not:
* they exist only where kubeadm built the cluster. A managed cluster has none of them, and there they would grant
* what nobody holds; where kubeadm did build it, a dump carries them. They are kept for recognising them.
*/
function buildInventory(input) {
	const texts = [...input.texts].sort((a, b) => byText$2(a.path, b.path));
	const collected = collector();
	for (const text of texts) addText(collected, text, input.namespaceOf(text.path));
	addDefaultPolicy(collected, input.shipped);
	for (const variants of collected.roles.values()) variants.sort(byKeyThenPath);
	collected.bindings.sort(byKeyThenPath);
	for (const entries of collected.others.values()) entries.sort(byKeyThenPath);
	return {
		roles: collected.roles,
		bindings: collected.bindings,
		entriesOf: (kind) => entriesOf(collected, kind),
		invocations: collected.invocations,
		configurations: collected.configurations,
		kustomizations: collected.kustomizations,
		paths: texts.map(({ path }) => path),
		credentials: collected.credentials,
		hiddenContents: collected.hiddenContents,
		writtenCredentials: collected.writtenCredentials,
		overwritten: collected.overwritten,
		shipped: input.shipped,
		minor: input.minor,
		complete: input.complete
	};
}
function collector() {
	return {
		roles: /* @__PURE__ */ new Map(),
		bindings: [],
		others: /* @__PURE__ */ new Map(),
		invocations: [],
		configurations: [],
		kustomizations: [],
		credentials: [],
		hiddenContents: [],
		writtenCredentials: [],
		overwritten: [],
		generated: /* @__PURE__ */ new Map()
	};
}
function addText(collected, { path, facts }, defaultNamespace) {
	const objects = /* @__PURE__ */ new Map();
	for (const fact of facts) if (fact.fact === "object") addToText(collected, objects, entryOf(collected, fact.object, path, defaultNamespace ?? "<applied>"));
	else addOther(collected, path, fact);
	for (const entry of objects.values()) addEntry(collected, entry);
}
/** What `kubectl apply` of the text would leave: the last definition of each object. */
function addToText(collected, objects, entry) {
	const earlier = objects.get(entry.key);
	if (earlier === void 0) objects.set(entry.key, entry);
	else if (isRefusedChange(earlier.object, entry.object)) collected.overwritten.push(entry);
	else {
		collected.overwritten.push(earlier);
		objects.set(entry.key, entry);
	}
}
/** A roleRef cannot change (pkg/apis/rbac/validation: ValidateRoleBindingUpdate), so the stored binding stays as it is. */
function isRefusedChange(earlier, later) {
	return isBinding(earlier) && isBinding(later) && (earlier.roleRef.kind.value !== later.roleRef.kind.value || earlier.roleRef.name.value !== later.roleRef.name.value);
}
function isBinding(object) {
	return object.kind === "RoleBinding" || object.kind === "ClusterRoleBinding";
}
function entryOf(collected, object, path, defaultNamespace) {
	const namespace = isClusterScoped(object) ? "" : object.meta.namespace?.value || defaultNamespace;
	const key = objectKey(object, namespace);
	return {
		key: object.meta.generated ? generatedKey(collected, key) : key,
		namespace,
		object,
		path
	};
}
/** No object can have `%` in its name, so these keys are nobody else's, and no roleRef leads to them. */
function generatedKey(collected, key) {
	const number = (collected.generated.get(key) ?? 0) + 1;
	collected.generated.set(key, number);
	return `${key}%${number}`;
}
function isClusterScoped({ kind }) {
	switch (kind) {
		case "ClusterRole":
		case "ClusterRoleBinding":
		case "Namespace":
		case "CertificateSigningRequest":
		case "Group":
		case "PersistentVolume":
		case "VolumeAttachment":
		case "ResourceSlice": return true;
		case "Role":
		case "RoleBinding":
		case "ServiceAccount":
		case "Secret":
		case "Workload":
		case "PodCertificateRequest": return false;
	}
}
function addEntry(collected, { key, namespace, object, path }) {
	if (isBinding(object)) collected.bindings.push({
		key,
		namespace,
		object,
		path
	});
	else if (object.kind === "Role" || object.kind === "ClusterRole") append$3(collected.roles, key, {
		key,
		namespace,
		object,
		path
	});
	else append$3(collected.others, object.kind, {
		key,
		namespace,
		object,
		path
	});
}
function addDefaultPolicy(collected, { kubernetes }) {
	for (const role of kubernetes.roles) {
		const entry = {
			...entryOf(collected, role, void 0, ""),
			object: role
		};
		if (!collected.roles.has(entry.key)) collected.roles.set(entry.key, [entry]);
	}
	const bound = new Set(collected.bindings.map(({ key }) => key));
	for (const binding of kubernetes.bindings) {
		const entry = {
			...entryOf(collected, binding, void 0, ""),
			object: binding
		};
		if (!bound.has(entry.key)) collected.bindings.push(entry);
	}
}
function addOther(collected, path, fact) {
	switch (fact.fact) {
		case "invocation":
			collected.invocations.push({
				path,
				value: fact.invocation
			});
			return;
		case "configuration":
			collected.configurations.push({
				path,
				value: fact.configuration
			});
			return;
		case "credential":
			collected.credentials.push(fact.credential);
			return;
		case "hidden-content":
			collected.hiddenContents.push(fact.hidden);
			return;
		case "written-credential":
			collected.writtenCredentials.push(fact.written);
			return;
		case "kustomization":
			collected.kustomizations.push(fact.kustomization);
			return;
		case "unit":
		case "environment":
		case "file-reference": return;
	}
}
function entriesOf({ others }, kind) {
	const isOfKind = (entry) => entry.object.kind === kind;
	return (others.get(kind) ?? []).filter(isOfKind);
}
function byKeyThenPath(a, b) {
	return byText$2(a.key, b.key) || byText$2(a.path ?? "", b.path ?? "");
}
function append$3(map, key, value) {
	const list = map.get(key);
	if (list === void 0) map.set(key, [value]);
	else list.push(value);
}
//#endregion
//#region packages/graph/src/near-misses.ts
/** What kept a grant from allowing; in the order in which people want to hear of them. */
const kinds = [
	"namespace",
	"group",
	"subresource",
	"name",
	"verb",
	"path",
	"missing-role"
];
/**
* What came nearest to allowing what was denied, nearest first.
*
* Nothing where RBAC is not asked, or where definitions of the same object disagree: no single change settles that.
*/
function nearMisses(graph, identity, attributes) {
	if (!everyServerAsksRbac(graph)) return [];
	const found = /* @__PURE__ */ new Map();
	for (const key of new Set(identityKeys(identity))) for (const grant of graph.grantsOf(key)) {
		const miss = missOf(graph, grant, identity, attributes);
		if (miss !== void 0) keepFirst(found, miss);
	}
	for (const miss of missingRoles(graph, identity, attributes)) keepFirst(found, miss);
	return [...found.values()].sort((a, b) => kinds.indexOf(a.kind) - kinds.indexOf(b.kind));
}
/** What would allow it without touching anything there is: a role for that alone, bound to that identity alone. */
function smallestGrant(graph, identity, attributes) {
	if (attributes.verb === "" || !everyServerAsksRbac(graph)) return void 0;
	const namespace = attributes.kind === "resource" ? attributes.namespace : "";
	const rule = exactRule(attributes);
	const what = attributes.kind === "resource" ? attributes.resource : attributes.path;
	return roleAndBinding(graph, `${attributes.verb}-${what}`, namespace, rule, subjectFor(identity));
}
function everyServerAsksRbac({ apiServers }) {
	return apiServers.every(({ authorization: { value } }) => value.known && value.modes.some(({ value: mode }) => mode === "RBAC"));
}
/** Two ways to the same rule of the same role are one thing to change. */
function keepFirst(found, miss) {
	const { kind, binding, grant } = miss;
	const key = `${kind} ${grant !== void 0 && kind !== "namespace" ? `${grant.role.entry.key} ${ruleKey(grant.rule)}` : binding.entry.key}`;
	if (!found.has(key)) found.set(key, miss);
}
function missOf(graph, grant, identity, attributes) {
	const { binding, subject, confidence } = grant;
	if (confidence !== "certain" || binding.resolution.outcome !== "found") return void 0;
	if (graph.variantsOf(binding).length > 1) return void 0;
	const kind = attributes.kind === "resource" ? resourceMiss(grant, attributes) : pathMiss(grant, attributes);
	if (kind === void 0) return void 0;
	return {
		kind,
		binding,
		subject,
		grant,
		change: kind === "namespace" ? otherNamespace(graph, grant, identity, attributes) : otherRule(graph, grant, kind, identity, attributes)
	};
}
/** The one thing that does not match; undefined where it is more than one, or nothing near. */
function resourceMiss({ rule, scope }, attributes) {
	const { verb, apiGroup, resource, subresource, namespace, name } = attributes;
	const missed = [];
	if (scope.kind === "namespace" && scope.namespace !== namespace) missed.push("namespace");
	if (!apiGroupMatches(rule.apiGroups, apiGroup)) missed.push("group");
	if (!resourceMatches(rule.resources, resource, subresource)) {
		if (!holdsSibling(rule, resource)) return void 0;
		missed.push("subresource");
	}
	if (!resourceNameMatches(rule.resourceNames, name)) missed.push("name");
	if (!verbMatches(rule.verbs, verb)) missed.push("verb");
	return missed.length === 1 ? missed[0] : void 0;
}
/** Whether a rule covers the resource itself or a subresource of it. */
function holdsSibling({ resources }, resource) {
	return resources.some(({ value }) => value === resource || value.startsWith(`${resource}/`));
}
function pathMiss({ rule, scope }, { verb, path }) {
	const missed = [];
	if (scope.kind === "namespace") missed.push("namespace");
	if (!nonResourceUrlMatches(rule.nonResourceURLs, path)) {
		if (!rule.nonResourceURLs.some(({ value }) => isNearPath(value, path))) return void 0;
		missed.push("path");
	}
	if (!verbMatches(rule.verbs, verb)) missed.push("verb");
	return missed.length === 1 ? missed[0] : void 0;
}
/** A slash at the end, another case, or a path below one that is allowed. */
function isNearPath(written, path) {
	const bare = (text) => text.replace(/[/*]+$/, "").toLowerCase();
	return bare(written) === bare(path) || bare(written) !== "" && bare(path).startsWith(`${bare(written)}/`);
}
function* missingRoles(graph, identity, attributes) {
	const namespaces = attributes.kind === "resource" && attributes.namespace !== "" ? ["", attributes.namespace] : [""];
	for (const key of new Set(identityKeys(identity))) for (const namespace of namespaces) for (const { binding, subject } of graph.boundTo(key, namespace)) {
		if (binding.resolution.outcome !== "missing" || graph.variantsOf(binding).length > 1) continue;
		const { kind, name } = binding.entry.object.roleRef;
		yield {
			kind: "missing-role",
			binding,
			subject,
			grant: void 0,
			change: {
				change: "create",
				objects: [proposedRole(name.value, kind.value === "Role" ? namespace : "", exactRule(attributes))]
			}
		};
	}
}
/**
* The same role where it is asked for, for this identity alone; a Role cannot be bound elsewhere, so what is needed of
* it is written anew.
*/
function otherNamespace(graph, { binding, role }, identity, attributes) {
	const namespace = attributes.kind === "resource" ? attributes.namespace : "";
	const { kind, meta } = role.entry.object;
	const name = binding.entry.object.meta.name.value;
	const subject = subjectFor(identity);
	if (kind === "Role") return roleAndBinding(graph, meta.name.value, namespace, exactRule(attributes), subject);
	return {
		change: "create",
		objects: [freeName(graph, name, (candidate) => proposedBinding(candidate, namespace, {
			kind,
			name: meta.name.value
		}, subject))]
	};
}
/** What a rule lacks, in the rule where that gives nothing else, in a rule of its own where it would. */
function otherRule(graph, grant, kind, identity, attributes) {
	const { role, rule } = grant;
	if (!isEditable(graph, grant)) {
		const namespace = attributes.kind === "resource" ? attributes.namespace : "";
		return roleAndBinding(graph, `${role.entry.object.meta.name.value}-${attributes.verb}`, namespace, exactRule(attributes), subjectFor(identity));
	}
	const list = listOf(kind);
	const needed = exactRule(attributes);
	const value = list === void 0 ? void 0 : needed[list][0]?.value;
	return list !== void 0 && value !== void 0 && givesNothingElse(rule, list, needed) ? {
		change: "extend-rule",
		role: role.entry,
		rule,
		list,
		value
	} : {
		change: "add-rule",
		role: role.entry,
		rule: needed
	};
}
/**
* Whether a change of the role would reach the binding: its rules are its own, nobody ships it (the server puts such
* roles back as they were), and no other definition of it stands beside.
*/
function isEditable({ inventory }, { role, rule }) {
	const { entry } = role;
	if (entry.path === void 0 || role.asShipped !== "none") return false;
	if (!entry.object.rules.includes(rule)) return false;
	return inventory.roles.get(entry.key)?.length === 1;
}
function listOf(kind) {
	switch (kind) {
		case "group": return "apiGroups";
		case "subresource": return "resources";
		case "name": return "resourceNames";
		case "verb": return "verbs";
		case "path": return "nonResourceURLs";
		case "namespace":
		case "missing-role": return;
	}
}
const lists = [
	"verbs",
	"apiGroups",
	"resources",
	"resourceNames",
	"nonResourceURLs"
];
/** Every list of a rule combines with every other: one more value gives no more than asked only if these hold just that. */
function givesNothingElse(rule, list, needed) {
	return lists.every((other) => {
		const holds = rule[other].map(({ value }) => value);
		const wanted = needed[other].map(({ value }) => value);
		if (other === list) return list !== "resourceNames" || holds.length > 0 && wanted.length > 0;
		return holds.length === wanted.length && holds.every((value, i) => value === wanted[i]);
	});
}
/** The identity itself; of one that is only groups, the first. */
function subjectFor({ user, groups: [group] }) {
	if (user === "" && group !== void 0) return proposedSubject("Group", group);
	const account = parseServiceAccountUserName(user);
	return account === void 0 ? proposedSubject("User", user) : proposedSubject("ServiceAccount", account.name, account.namespace);
}
function roleAndBinding(graph, wanted, namespace, rule, subject) {
	const role = freeName(graph, wanted, (name) => proposedRole(name, namespace, rule));
	const name = role.meta.name.value;
	return {
		change: "create",
		objects: [role, freeName(graph, name, (free) => proposedBinding(free, namespace, {
			kind: role.kind,
			name
		}, subject))]
	};
}
/**
* An object under a name that no object of its kind has yet, nor any binding waits for: that would give others access.
* Names may hold all but `/` and `%` (path segments).
*/
function freeName({ inventory, bindings }, wanted, make) {
	const plain = wanted.replace(/^\/+/, "").replace(/[/%*]+/g, "-").replace(/^[-.]+$/, "") || "access";
	for (let number = 1;; number++) {
		const object = make(number === 1 ? plain : `${plain}-${number}`);
		const key = objectKey(object, object.meta.namespace?.value ?? "");
		const isTaken = ({ entry }) => "roleRef" in object ? entry.key === key : roleKey(entry.object.roleRef, entry.namespace) === key;
		if (!inventory.roles.has(key) && !bindings.some(isTaken)) return object;
	}
}
//#endregion
//#region packages/graph/src/who-can.ts
/**
* Everybody who is granted what is asked: `authorize`, asked of each subject that a binding names to a role that allows
* it or is not known. So whomever this lists, `authorize` affirms.
*/
function whoCan(graph, attributes) {
	const subjects = [];
	for (const subject of boundToIt(graph, attributes)) {
		const decision = authorize(graph, identityOf(subject), attributes);
		if (decision.outcome !== "denied") subjects.push({
			subject,
			decision
		});
	}
	const anyNode = authorize(graph, kubelet(anotherNode), attributes);
	return {
		subjects,
		nodes: nodesThatMatter(graph, attributes).map((node) => ({
			node,
			decision: authorize(graph, kubelet(node), attributes)
		})).filter(({ decision }) => decision.outcome !== anyNode.outcome),
		anyNode,
		anybody: authorize(graph, {
			user: "",
			groups: []
		}, attributes)
	};
}
/** Subjects that may be allowed it, sorted. */
function boundToIt({ bindings }, attributes) {
	const namespace = attributes.kind === "resource" ? attributes.namespace : "";
	const known = /* @__PURE__ */ new Map();
	const mayAllow = (role) => {
		const allows = known.get(role) ?? role.rules.some((rule) => ruleAllows(rule, attributes));
		known.set(role, allows);
		return allows;
	};
	const keys = new Set([groupKey(mastersGroup)]);
	for (const binding of bindings) {
		const { entry, resolution } = binding;
		if (entry.namespace !== "" && entry.namespace !== namespace) continue;
		if (resolution.outcome !== "missing" && !rolesOf(binding).some(mayAllow)) continue;
		for (const subject of entry.object.subjects) {
			const key = subjectKey(subject, entry.namespace);
			if (key !== void 0) keys.add(key);
		}
	}
	return [...keys].sort(byText$2);
}
/** Somebody who has that name and nothing else. */
function identityOf(subject) {
	const space = subject.indexOf(" ");
	const name = subject.slice(space + 1);
	return subject.startsWith("Group ") ? {
		user: "",
		groups: [name]
	} : {
		user: name,
		groups: []
	};
}
function kubelet(node) {
	return {
		user: `${nodeUserPrefix}${node}`,
		groups: [nodesGroup]
	};
}
/** No node can have this name. */
const anotherNode = "<another node>";
/** Nodes that something is tied to, or that the question itself names: as its object or in its selector. */
function nodesThatMatter(graph, attributes) {
	if (attributes.kind === "non-resource") return [];
	const selected = (attributes.fieldSelector ?? []).map(({ value }) => value);
	const nodes = new Set([
		...graph.nodeRelations().nodes,
		attributes.name,
		...selected
	]);
	nodes.delete("");
	return [...nodes].sort(byText$2);
}
//#endregion
//#region packages/graph/src/one-step.ts
/**
* Who is not allowed something and could be by `impersonate`, `bind` or `escalate`: one way for each subject. It needs
* somebody who is allowed, a role that allows it, or a role of its own to rewrite.
*/
function oneStepAway(graph, attributes, allowed) {
	const isAllowed = new Set(allowed);
	const roles = graph.roles.filter(({ rules }) => rules.some((rule) => ruleAllows(rule, attributes)));
	const steps = [];
	for (const subject of holdersOfSuchVerbs(graph)) {
		if (isAllowed.has(subject)) continue;
		const identity = memberIdentity(subject);
		if (authorize(graph, identity, attributes).outcome === "allowed") continue;
		const ask = asker(graph, identity);
		const step = impersonation(graph, subject, allowed, ask) ?? binding(roles, attributes, ask) ?? escalation(graph, subject, attributes, ask);
		if (step !== void 0) steps.push({
			subject,
			...step
		});
	}
	return steps;
}
/** Somebody of that name, in the groups that authentication adds. */
function memberIdentity(subject) {
	const { user, groups } = identityOf(subject);
	const account = parseServiceAccountUserName(user);
	return withAuthenticatedGroup({
		user,
		groups: account === void 0 ? groups : serviceAccountGroups(account.namespace)
	});
}
const rbacGroup = "rbac.authorization.k8s.io";
function asker(graph, identity) {
	return (verb, resource, more) => {
		const decision = authorize(graph, identity, {
			kind: "resource",
			verb,
			apiGroup: verb === "impersonate" ? "" : rbacGroup,
			resource,
			subresource: "",
			namespace: "",
			name: "",
			...more
		});
		return decision.outcome === "allowed" ? decision.proof : void 0;
	};
}
const suchVerbs = [
	"impersonate",
	"bind",
	"escalate"
];
function holdersOfSuchVerbs({ bindings }) {
	const known = /* @__PURE__ */ new Map();
	const mayMatter = (role) => {
		const matters = known.get(role) ?? role.rules.some(({ verbs, resources }) => resources.length > 0 && suchVerbs.some((verb) => verbMatches(verbs, verb)));
		known.set(role, matters);
		return matters;
	};
	const keys = /* @__PURE__ */ new Set();
	for (const binding of bindings) {
		if (!rolesOf(binding).some(mayMatter)) continue;
		for (const subject of binding.entry.object.subjects) {
			const key = subjectKey(subject, binding.entry.namespace);
			if (key !== void 0) keys.add(key);
		}
	}
	return [...keys].sort(byText$2);
}
/** A group is impersonated along with a user only, so one of those must be there as well. */
function impersonation(graph, subject, allowed, ask) {
	const masters = groupKey(mastersGroup);
	for (const target of [masters, ...allowed.filter((key) => key !== masters)]) {
		const name = target.slice(target.indexOf(" ") + 1);
		const account = parseServiceAccountUserName(name);
		const grants = target.startsWith("Group ") ? mayActAsSomebody(graph, subject) && ask("impersonate", "groups", { name }) : account === void 0 ? ask("impersonate", "users", { name }) : ask("impersonate", "serviceaccounts", account);
		if (grants !== void 0 && grants !== false) return {
			way: "impersonate",
			target,
			grants
		};
	}
}
function mayActAsSomebody(graph, subject) {
	for (const { rule, confidence } of graph.grantsOf(subject)) {
		if (confidence !== "certain" || !verbMatches(rule.verbs, "impersonate")) continue;
		if (rule.resources.some(({ value }) => value === "users" || value === "serviceaccounts" || value === "*")) return true;
	}
	return false;
}
/** The right to bind a role is asked for in the namespace of the binding (pkg/registry/rbac/escalation_check.go). */
function binding(roles, attributes, ask) {
	const namespace = attributes.kind === "resource" ? attributes.namespace : "";
	for (const scope of new Set(["", namespace])) {
		const bindings = scope === "" ? "clusterrolebindings" : "rolebindings";
		if (![
			"create",
			"update",
			"patch"
		].some((verb) => ask(verb, bindings, { namespace: scope }) !== void 0)) continue;
		for (const { entry } of roles) {
			const { kind, meta } = entry.object;
			if (kind === "Role" && entry.namespace !== scope) continue;
			const grants = ask("bind", kind === "Role" ? "roles" : "clusterroles", {
				namespace: scope,
				name: meta.name.value
			});
			if (grants !== void 0) return {
				way: "bind",
				target: `${kind} ${meta.name.value}`,
				grants
			};
		}
	}
}
/** Of the roles that it is bound to where the answer is looked for, one that it may write whatever it likes into. */
function escalation(graph, subject, attributes, ask) {
	const namespace = attributes.kind === "resource" ? attributes.namespace : "";
	for (const scope of new Set(["", namespace])) for (const { binding } of graph.boundTo(subject, scope)) {
		const { kind, name } = binding.entry.object.roleRef;
		const resource = kind.value === "Role" ? "roles" : "clusterroles";
		const role = {
			namespace: kind.value === "Role" ? scope : "",
			name: name.value
		};
		const grants = ["update", "patch"].some((verb) => ask(verb, resource, role) !== void 0) ? ask("escalate", resource, role) : void 0;
		if (grants !== void 0) return {
			way: "escalate",
			target: `${kind.value} ${name.value}`,
			grants
		};
	}
}
//#endregion
//#region packages/graph/src/rules-for.ts
/**
* Lists what an identity may do in a namespace (pkg/registry/authorization/selfsubjectrulesreview/rest.go;
* k8s.io/apiserver pkg/authorization/union/union.go: RulesFor).
*
* What members of system:masters may do is not in it: no authorizer of the chain lists that.
*/
function rulesFor(graph, identity, namespace) {
	const servers = startingServers(graph);
	const [first, ...others] = servers;
	if (first === void 0) return {
		rules: [],
		incomplete: false,
		messages: [],
		assumptions: []
	};
	const listed = rulesAt(graph, first, identity, namespace);
	if (others.every((other) => modesOf(other) === modesOf(first))) return listed;
	const text = `which of ${servers.map(({ instance }) => instance).join(" and ")} is asked: their authorizers differ`;
	return {
		...listed,
		assumptions: [...listed.assumptions, {
			text,
			origin: void 0
		}]
	};
}
function rulesAt(graph, server, identity, namespace) {
	const authorization = server.authorization.value;
	if (!authorization.known) return {
		rules: [],
		incomplete: false,
		messages: [],
		assumptions: [authorization.assumption]
	};
	const rules = [];
	const messages = [];
	const assumptions = [];
	let incomplete = false;
	for (const { value: mode, origin } of authorization.modes) switch (mode) {
		case "RBAC": {
			const { proof, open, reason } = listRbac(graph, identity, namespace);
			for (const grant of proof) rules.push({
				rule: grant.rule,
				grant
			});
			assumptions.push(...open);
			if (reason !== "") messages.push(reason);
			break;
		}
		case "Node":
			if (nodeOf(identity) === void 0) break;
			incomplete = true;
			messages.push("node authorizer does not support user rule resolution");
			break;
		case "Webhook":
			incomplete = true;
			messages.push("webhook authorizer does not support user rule resolution");
			break;
		case "ABAC":
			assumptions.push({
				text: `what the ABAC policy file of ${server.instance} lists`,
				origin
			});
			break;
		case "AlwaysAllow":
			for (const rule of everything) rules.push({
				rule,
				grant: void 0
			});
			break;
		case "AlwaysDeny": break;
	}
	return {
		rules,
		incomplete,
		messages,
		assumptions
	};
}
function modesOf({ authorization }) {
	return authorization.value.known ? authorization.value.modes.map(({ value }) => value).join() : "?";
}
const origin = {
	kind: "built-in",
	of: "the authorizer AlwaysAllow"
};
const any = [located("*", origin)];
const nothing = {
	origin,
	apiGroups: [],
	resources: [],
	resourceNames: [],
	nonResourceURLs: []
};
/** k8s.io/apiserver pkg/authorization/authorizerfactory/builtin.go: alwaysAllowAuthorizer, RulesFor. */
const everything = [{
	...nothing,
	verbs: any,
	apiGroups: any,
	resources: any
}, {
	...nothing,
	verbs: any,
	nonResourceURLs: any
}];
//#endregion
//#region packages/rules/src/ask-index.ts
function askIndex(asks) {
	const index = /* @__PURE__ */ new Map();
	for (const { verb, resource, subresource } of asks) {
		const written = subresource === "" ? resource : `${resource}/${subresource}`;
		const verbs = index.get(written);
		if (verbs === void 0) index.set(written, new Set([verb]));
		else verbs.add(verb);
	}
	return index;
}
/**
* False for a rule that says yes to none of the questions: most rules are about other things, and looking at each
* question takes long. True says nothing; wildcards always may.
*/
function mayAllow({ verbs, resources }, index) {
	for (const { value } of resources) {
		if (value === "*" || value.startsWith("*/")) return true;
		const asked = index.get(value);
		if (asked !== void 0 && verbs.some((verb) => verb.value === "*" || asked.has(verb.value))) return true;
	}
	return false;
}
//#endregion
//#region packages/rules/src/wording.ts
const longestName = 60;
/** A name from the input as a sentence can carry it: no control characters, no endless length. */
function quotable(name) {
	return quotableWithin(name, longestName);
}
function quotableWithin(name, longest) {
	const plain = name.replace(/[\u0000-\u001f\u007f-\u009f\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, "0")}`);
	return plain.length <= longest ? plain : `${plain.slice(0, longest - 1)}…`;
}
/** `of dev`, `of the cluster`: whose the things are that a right reaches. */
function ofScope(scope) {
	return scope.kind === "cluster" ? "of the cluster" : `of ${namespaceName(scope.namespace)}`;
}
/** `in dev`, `in the cluster`. */
function inScope(scope) {
	return scope.kind === "cluster" ? "in the cluster" : `in ${namespaceName(scope.namespace)}`;
}
/** `in namespace dev`, `in all namespaces`: how far a binding reaches. */
function reachOf$2(scope) {
	if (scope.kind === "cluster") return "in all namespaces";
	return scope.namespace === "<applied>" ? "in its namespace" : `in namespace ${quotable(scope.namespace)}`;
}
function namespaceName(namespace) {
	return namespace === "<applied>" ? "its namespace" : quotable(namespace);
}
/** A namespace as a command takes it: a word to fill in where the inputs do not say which. */
function namespaceToType(namespace) {
	return namespace === "<applied>" ? "NAMESPACE" : namespace;
}
/** `ops/backup`; the bare name where nobody knows the namespace. */
function namespacedName(namespace, name, longest = longestName) {
	const shown = quotableWithin(name, longest);
	return namespace === "" || namespace === "<applied>" ? shown : `${quotableWithin(namespace, longest)}/${shown}`;
}
/** `a`, `a and b`, `a, b and 3 more`. */
function listed$1(names, atMost = 3) {
	if (names.length <= 1) return names.join("");
	const shown = names.slice(0, Math.max(1, names.length === atMost + 1 ? atMost + 1 : atMost));
	const more = names.length - shown.length;
	if (more > 0) return `${shown.join(", ")} and ${more} more`;
	return `${shown.slice(0, -1).join(", ")} and ${shown.at(-1)}`;
}
/** A word of a POSIX shell command. */
function shellWord$1(word) {
	return /^[\w@%+=:,./-]+$/.test(word) ? word : `'${word.replaceAll("'", `'\\''`)}'`;
}
const longestTitle = 140;
const longestLabel = 60;
const longestHalfWord = 10;
/** A title within the length that every output shows whole. What it leads to, the consequence, is never cut. */
function fitTitle(title, consequence = "") {
	return fit(title, longestTitle - consequence.length) + consequence;
}
/** The first of them that fits whole; the last one cut where none does. */
function firstThatFits(titles, consequence = "") {
	return fitTitle(titles.find((title) => title.length + consequence.length <= longestTitle) ?? titles.at(-1) ?? "", consequence);
}
function fitLabel(label) {
	return fit(label, longestLabel);
}
/** Cut before the word that does not fit, unless that would take a long name away. */
function fit(text, length) {
	if (text.length <= length) return text;
	const cut = text.slice(0, length - 1);
	const space = cut.lastIndexOf(" ");
	return `${text[cut.length] !== " " && cut.length - space <= longestHalfWord ? cut.slice(0, space) : cut}…`;
}
//#endregion
//#region packages/rules/src/asks.ts
const rbac = "rbac.authorization.k8s.io";
const certificates = "certificates.k8s.io";
const admission = "admissionregistration.k8s.io";
const mutatingPolicies = "mutatingadmissionpolicies";
const mutatingBindings = "mutatingadmissionpolicybindings";
const webhooks = ["mutatingwebhookconfigurations", "validatingwebhookconfigurations"];
/** Verbs whose request names an object. list and watch do with `fieldSelector=metadata.name=…`. */
const namedVerbs = [
	"get",
	"list",
	"watch",
	"update",
	"patch",
	"delete",
	"bind",
	"escalate",
	"impersonate",
	"approve",
	"sign",
	"use"
];
function asks(verbs, apiGroup, ...resources) {
	return resources.flatMap((text) => {
		const [resource = "", subresource = ""] = text.split("/");
		return verbs.split(" ").map((verb) => {
			return {
				verb,
				apiGroup,
				resource,
				subresource,
				carriesName: subresource !== "" || namedVerbs.includes(verb)
			};
		});
	});
}
/**
* Creation that a rule with `resourceNames` allows where it gives `patch` as well: a server-side apply of what is not
* there asks for `create` with the name (k8s.io/apiserver pkg/endpoints/handlers/patch.go: forceAllowCreate).
*/
function byApply(creations) {
	return creations.map((ask) => ({
		...ask,
		byApply: true
	}));
}
/** Only `*` itself matches what is called `*`. */
const everyVerb$1 = {
	verb: "*",
	apiGroup: "*",
	resource: "*",
	subresource: "",
	carriesName: false
};
/**
* Requests whose answer holds the contents of a Secret. A patch returns the whole object, and so does a deletion that
* waits for its dependents (`propagationPolicy`), or of a collection; as a dry run too. An update returns what was sent.
*/
const returnSecretData = asks("list get watch patch delete deletecollection", "", "secrets");
const readSecrets = { asks: returnSecretData };
const strongRoles = ["admin", "edit"];
/** Roles whose binding or change is as good as any. */
const sharpRoles = ["cluster-admin", ...strongRoles];
/**
* A binding keeps its role, so that a right to write some bindings, by name, is one to the roles of those alone.
*/
function writeBindings(resource, ofStrongRoles = []) {
	return {
		...writeNamedBindings(resource),
		sharpNames: ofStrongRoles
	};
}
function writeNamedBindings(resource) {
	return {
		asks: asks("create update patch", rbac, resource),
		reach: "and the bindings to write them into"
	};
}
/** A new role gives nobody anything: binding it takes the rights in it, or another right. */
function writeNamedRoles(resource) {
	return {
		asks: asks("update patch", rbac, resource),
		reach: "and writing the role"
	};
}
const changeRoles = {
	...writeNamedRoles("clusterroles"),
	sharpNames: sharpRoles
};
const approval = {
	asks: asks("update patch", certificates, "certificatesigningrequests/approval"),
	reach: "the approval of requests"
};
/** What a request to enter a pod, or to connect to it, can be. */
function entryVerbs(minorNumber) {
	return minorNumber < 35 ? "create get" : "create";
}
/**
* Writing what pods are made from. A Job is created only: its template cannot be changed (pkg/apis/batch/validation:
* validatePodTemplateUpdate).
*/
function workloadWrites(createJobs) {
	return [
		...asks("create update patch", "apps", "deployments", "daemonsets", "statefulsets", "replicasets"),
		...asks("create update patch", "batch", "cronjobs"),
		...createJobs,
		...asks("create update patch", "", "replicationcontrollers")
	];
}
const createJobs = asks("create", "batch", "jobs");
/** Security contexts that OpenShift ships and that allow root or any file of the node. */
const privilegedSecurityContexts = [
	"privileged",
	"hostmount-anyuid",
	"node-exporter"
];
function clusterRoles(names) {
	return `ClusterRole ${listed$1(names.map((name) => quotable(name)))}`;
}
function bindToItself(scope, names) {
	return `bind ${clusterRoles(names)} to itself in ${scope.kind === "cluster" ? "the whole cluster" : inScope(scope).slice(3)}`;
}
const clientSigners = ["kubernetes.io/kube-apiserver-client", "kubernetes.io/*"];
const nodeClientSigner = "kubernetes.io/kube-apiserver-client-kubelet";
const kubernetesSigners = [
	...clientSigners,
	nodeClientSigner,
	"kubernetes.io/kubelet-serving",
	"kubernetes.io/legacy-unknown"
];
//#endregion
//#region packages/rules/src/cluster-scoped.ts
/**
* Resources without a namespace, by group, as 1.30 to 1.37 serve them, and those that exist as questions only.
*
* A request for one carries no namespace, so a RoleBinding never gives it. Not here: `namespaces`, whose requests carry
* their own name as the namespace.
*/
const clusterScoped = {
	"": [
		"nodes",
		"persistentvolumes",
		"componentstatuses",
		"users",
		"groups"
	],
	"admissionregistration.k8s.io": [
		"mutatingadmissionpolicies",
		"mutatingadmissionpolicybindings",
		"mutatingwebhookconfigurations",
		"validatingadmissionpolicies",
		"validatingadmissionpolicybindings",
		"validatingwebhookconfigurations"
	],
	"apiextensions.k8s.io": ["customresourcedefinitions"],
	"apiregistration.k8s.io": ["apiservices"],
	"authentication.k8s.io": [
		"selfsubjectreviews",
		"tokenreviews",
		"uids",
		"userextras",
		"users",
		"groups"
	],
	"authorization.k8s.io": [
		"selfsubjectaccessreviews",
		"selfsubjectrulesreviews",
		"subjectaccessreviews"
	],
	"certificates.k8s.io": [
		"certificatesigningrequests",
		"clustertrustbundles",
		"signers"
	],
	"flowcontrol.apiserver.k8s.io": ["flowschemas", "prioritylevelconfigurations"],
	"networking.k8s.io": [
		"ingressclasses",
		"ipaddresses",
		"servicecidrs"
	],
	"node.k8s.io": ["runtimeclasses"],
	"rbac.authorization.k8s.io": ["clusterroles", "clusterrolebindings"],
	"resource.k8s.io": [
		"deviceclasses",
		"resourceslices",
		"devicetaintrules"
	],
	"scheduling.k8s.io": ["priorityclasses"],
	"storage.k8s.io": [
		"csidrivers",
		"csinodes",
		"storageclasses",
		"volumeattachments",
		"volumeattributesclasses"
	]
};
/** Whether a RoleBinding can give this resource of a rule. */
function isNamespaced({ apiGroups }, { value }) {
	const parent = value.split("/")[0] ?? value;
	return !apiGroups.every((group) => clusterScoped[group.value]?.includes(parent) === true);
}
/** Whether there is one of each name in a cluster, `namespaces` among them. */
function isOfNoNamespace({ apiGroup, resource }) {
	return apiGroup === "" && resource === "namespaces" || clusterScoped[apiGroup]?.includes(resource) === true;
}
//#endregion
//#region packages/rules/src/extended-powers.ts
/**
* Powers that only rules of the extended pack tell: other tools do, and most who hold them need them. They rate nothing
* else, so they stand apart from the catalogue.
*/
const extendedPowers = [
	{
		id: "delete-broad",
		cluster: 4,
		namespace: 5,
		parts: [{ asks: [
			...asks("delete deletecollection", "", "pods", "replicationcontrollers", "events", "persistentvolumeclaims"),
			...asks("delete deletecollection", "", "namespaces", "persistentvolumes"),
			...asks("delete deletecollection", "apps", "deployments", "daemonsets", "statefulsets", "replicasets"),
			...asks("delete deletecollection", "batch", "jobs", "cronjobs"),
			...asks("delete deletecollection", "events.k8s.io", "events")
		] }],
		phrase: (scope) => `delete what runs ${inScope(scope)} or what tells of it`,
		reach: "what runs, or what tells of it",
		accounts: "none",
		withNames: "narrower"
	},
	{
		id: "write-networking",
		cluster: 4,
		namespace: 5,
		parts: [{ asks: [
			...asks("create update patch", "", "services", "endpoints"),
			...asks("update patch", "", "services/status"),
			...asks("create update patch", "discovery.k8s.io", "endpointslices"),
			...asks("create update patch", "networking.k8s.io", "ingresses"),
			...asks("create update patch delete deletecollection", "networking.k8s.io", "networkpolicies")
		] }],
		phrase: (scope) => `redirect or open traffic ${inScope(scope)}`,
		reach: "where traffic goes",
		accounts: "none",
		withNames: "narrower"
	},
	{
		id: "write-policy-engines",
		cluster: 4,
		namespace: 4,
		parts: [{ asks: [
			...asks("create update patch delete deletecollection", "kyverno.io", "clusterpolicies", "policies", "policyexceptions"),
			...asks("create update patch delete deletecollection", "policies.kyverno.io", "validatingpolicies", "mutatingpolicies", "generatingpolicies", "deletingpolicies", "imagevalidatingpolicies", "policyexceptions"),
			...asks("create update patch delete deletecollection", "templates.gatekeeper.sh", "constrainttemplates"),
			...asks("create update patch delete deletecollection", "constraints.gatekeeper.sh", "*"),
			...asks("create update patch delete deletecollection", "config.gatekeeper.sh", "configs"),
			...asks("create update patch delete deletecollection", "mutations.gatekeeper.sh", "assign", "assignimage", "assignmetadata", "modifyset")
		] }],
		phrase: (scope) => `change what Kyverno or Gatekeeper allow ${inScope(scope)}`,
		reach: "policies that requests are admitted by",
		accounts: "none",
		withNames: "narrower"
	}
];
//#endregion
//#region packages/rules/src/partial-rights.ts
const connections = [
	"pods/exec",
	"pods/attach",
	"pods/portforward"
];
/** Whether a rule lets its holder open what it names: entering a pod is a POST, or a GET until 1.34. */
function opensConnection({ verbs }, resource, minor) {
	if (!connections.includes(resource)) return true;
	const getIsEnough = Number(minor.split(".")[1]) < 35;
	return verbs.some(({ value }) => value === "*" || value === "create" || getIsEnough && value === "get");
}
/** Whether a verb gives something without a right to another request that the rule may not hold. */
function isAskedAlone(verb, rule, reached) {
	const only = (...resources) => reached.every(({ value }) => resources.includes(value));
	switch (verb) {
		case "escalate":
		case "bind": return !only("roles", "clusterroles", "rolebindings", "clusterrolebindings");
		case "approve":
		case "sign":
		case "attest": return !only("signers");
		case "create": return !only("certificatesigningrequests/nodeclient", "certificatesigningrequests/selfnodeclient", "certificatesigningrequests/selfnodeserver");
		case "impersonate": return reached.some(({ value }) => impersonatesSomebody(value, rule));
		default: return !verb.startsWith("impersonate:") && !verb.startsWith("impersonate-on:");
	}
}
/** Groups, uids and extras are no identity; and who is a ServiceAccount is never asked for as a user. */
function impersonatesSomebody(resource, { apiGroups, resourceNames }) {
	if (!apiGroups.some(({ value }) => value === "" || value === "*")) return false;
	const isSomebody = (name) => name !== "" && (resource !== "users" || parseServiceAccountUserName(name) === void 0);
	if (resource !== "users" && resource !== "serviceaccounts" && resource !== "*") return false;
	return resourceNames.length === 0 || resourceNames.some(({ value }) => isSomebody(value));
}
//#endregion
//#region packages/rules/src/other-powers.ts
/** Gone since 1.25, and still in many roles. */
const removedResource$1 = "podsecuritypolicies";
const readVerbs$1 = [
	"get",
	"list",
	"watch"
];
/** Objects that only tell the asker about itself: `system:basic-user` gives them to everybody. */
const selfReviews = [
	"selfsubjectaccessreviews",
	"selfsubjectrulesreviews",
	"selfsubjectreviews"
];
/** Questions about others, of which nothing is stored: what servers that leave authentication and authorization to Kubernetes ask. */
const reviewsOfOthers = [
	"tokenreviews",
	"subjectaccessreviews",
	"localsubjectaccessreviews"
];
/** Security contexts that OpenShift gives everybody, since they allow no more than any pod may do anyway. */
const harmlessSecurityContexts = /^restricted(?:-v\d+)?$/;
/** Paths that Kubernetes opens to everybody who authenticates: health, discovery, the issuer's public keys. */
const discoveryPath = /^\/(?:(?:livez|readyz|healthz|version)(?:\/.*)?|(?:api|apis|openapi)(?:\/.*)?|\.well-known\/.*|openid\/v1\/jwks\/?)$/;
/**
* What a rule gives that no power of the catalogue names: writing or reading some kinds, paths, or nothing but
* discovery. Undefined where it gives nothing at all.
*/
function otherPower(grant, minor) {
	const { rule, scope } = grant;
	if (rule.verbs.length === 0) return void 0;
	if (rule.nonResourceURLs.length > 0) return pathPower(grant);
	const reached = reachedResources(rule, scope).filter(({ value }) => opensConnection(rule, value, minor));
	const verbs = usableVerbs(rule, reached);
	if (reached.length === 0 || verbs.length === 0 || rule.apiGroups.length === 0) return void 0;
	if (reached.every(({ value }) => selfReviews.includes(value)) || allowsHarmlessContexts(rule)) return powerOf(grant, {
		id: "discovery",
		level: 6,
		phrase: "ask what it may do itself",
		verbs
	});
	if (reached.every(({ value }) => selfReviews.includes(value) || reviewsOfOthers.includes(value))) return powerOf(grant, {
		id: "read",
		level: 5,
		phrase: "ask whose a token is and who may do what",
		verbs
	});
	const writing = verbs.filter(({ value }) => !readVerbs$1.includes(value));
	const what = `${resourcesOf(rule, reached)}${namesOf$2(rule)} ${inScope(scope)}`;
	if (writing.length === 0) return powerOf(grant, {
		id: "read",
		level: 5,
		phrase: `read ${what}`,
		verbs
	});
	return powerOf(grant, {
		id: "write",
		level: 4,
		phrase: `${verbsOf$2(writing)} ${what}`,
		verbs: writing
	});
}
/** How strong that is; for one minor, the same for all grants of a rule, cluster-wide or in namespaces. */
function otherLevel(grant, minor) {
	const { rule, scope } = grant;
	const levels = known$3.get(rule) ?? /* @__PURE__ */ new Map();
	known$3.set(rule, levels);
	const key = `${scope.kind} ${minor}`;
	if (!levels.has(key)) levels.set(key, otherPower(grant, minor)?.level);
	return levels.get(key);
}
const known$3 = /* @__PURE__ */ new WeakMap();
/** Resources that some request can ask for: `pods/*` and the like are names of nothing. */
function reachedResources(rule, scope) {
	return rule.resources.filter((one) => {
		const { value } = one;
		if (value === removedResource$1 || value.includes("*") && !/^\*(?:\/[^*]+)?$/.test(value)) return false;
		return scope.kind === "cluster" || isNamespaced(rule, one);
	});
}
/** Verbs that some request can have. Creating and deleting a collection name no object, so names rule them out. */
function usableVerbs(rule, reached) {
	const { verbs, resourceNames } = rule;
	const namedObjectsOnly = resourceNames.length > 0 && reached.every(({ value }) => !value.includes("/"));
	return verbs.filter(({ value }) => {
		if (namedObjectsOnly && (value === "create" || value === "deletecollection")) return false;
		if (!isAskedAlone(value, rule, reached)) return false;
		return value === "*" || /^[a-z][a-z:-]*$/.test(value);
	});
}
function allowsHarmlessContexts({ resources, resourceNames }) {
	return resources.every(({ value }) => value === "securitycontextconstraints") && resourceNames.length > 0 && resourceNames.every(({ value }) => harmlessSecurityContexts.test(value));
}
function pathPower(grant) {
	const { rule, scope } = grant;
	if (scope.kind === "namespace") return void 0;
	const beyond = rule.nonResourceURLs.filter(({ value }) => !discoveryPath.test(value));
	if (beyond.length === 0) return powerOf(grant, {
		id: "discovery",
		level: 6,
		phrase: "ask for health and discovery",
		verbs: rule.verbs
	});
	const told = beyond.map(({ value }) => /^\/?\*+$/.test(value) ? "every path that is no resource" : quotable(value));
	return powerOf(grant, {
		id: "read",
		level: 5,
		phrase: `${requestsOf(rule)} ${listed$1([...new Set(told)])}`,
		verbs: rule.verbs
	}, beyond[0]);
}
const readMethods = [
	"get",
	"head",
	"options"
];
/** What may be sent to a path: verbs are HTTP methods there. */
function requestsOf({ verbs }) {
	const values = verbs.map(({ value }) => value);
	if (values.includes("*")) return "send any request to";
	if (values.every((value) => readMethods.includes(value))) return "read";
	return `send ${listed$1(values.map((value) => quotable(value)))} requests to`;
}
function powerOf(grant, { id, level, phrase, verbs }, path = grant.rule.nonResourceURLs[0]) {
	const { rule } = grant;
	const resource = path ?? reachedResources(rule, grant.scope)[0];
	return {
		id,
		level,
		sureLevel: level,
		scope: grant.scope,
		phrase,
		witnesses: [{
			grant,
			ask: askOf(rule, resource, verbs),
			resource,
			verbs,
			names: rule.resourceNames.map(({ value }) => value),
			reach: path === void 0 ? "these resources" : "these paths"
		}],
		names: rule.resourceNames.map(({ value }) => value),
		assumedHops: 0,
		takesAccounts: false,
		confidence: grant.confidence
	};
}
function askOf(rule, first, verbs) {
	const [resource = "", subresource = ""] = (first?.value ?? "").split("/");
	return {
		verb: (verbs.find(({ value }) => value === "list" && rule.resourceNames.length === 0) ?? verbs[0])?.value ?? "",
		apiGroup: rule.apiGroups[0]?.value ?? "",
		resource,
		subresource,
		carriesName: rule.resourceNames.length > 0
	};
}
function verbsOf$2(verbs) {
	const values = verbs.map(({ value }) => value);
	return values.includes("*") ? "do everything with" : listed$1(values.map(quotable), 2);
}
function resourcesOf(rule, reached) {
	const values = reached.map(({ value }) => value);
	const groups = rule.apiGroups.map(({ value }) => value);
	if (!values.includes("*")) return listed$1(values.map((value) => quotable(inGroup(value, groups))), 3);
	if (groups.includes("*")) return "all resources";
	return `all resources of ${listed$1(groups.map((group) => group === "" ? "the core group" : quotable(group)), 2)}`;
}
/**
* `secrets.example.com`, as kubectl writes it: Secrets are others than those of the core group. Bare where the core group
* is among the groups, for then it is what people read.
*/
function inGroup(resource, groups) {
	if (groups.includes("") || groups.includes("*")) return resource;
	const [kind = "", subresource] = resource.split("/");
	const group = groups.length === 1 ? groups[0] ?? "" : `{${groups.join(",")}}`;
	return subresource === void 0 ? `${kind}.${group}` : `${kind}.${group}/${subresource}`;
}
function namesOf$2(rule) {
	const names = rule.resourceNames.map(({ value }) => quotable(value));
	return names.length === 0 ? "" : ` named ${listed$1(names)}`;
}
//#endregion
//#region packages/rules/src/bounded-powers.ts
/** Powers whose damage is bounded, or that need something else to be worth more. */
function boundedPowers(minorNumber) {
	return [
		{
			id: "write-crds",
			cluster: 4,
			namespace: "void",
			parts: [{ asks: asks("update patch", "apiextensions.k8s.io", "customresourcedefinitions") }],
			phrase: () => "change which custom kinds are served, and who converts their objects",
			reach: "definitions of custom kinds",
			accounts: "none",
			withNames: "narrower"
		},
		{
			id: "create-crds",
			cluster: 5,
			namespace: "void",
			parts: [{ asks: asks("create", "apiextensions.k8s.io", "customresourcedefinitions") }],
			phrase: () => "define custom kinds",
			reach: "definitions of custom kinds",
			accounts: "none",
			withNames: "narrower"
		},
		{
			id: "write-admission-policies",
			cluster: 4,
			namespace: "void",
			parts: [{ asks: [
				...asks("create update patch delete", admission, "validatingadmissionpolicies", "validatingadmissionpolicybindings", ...minorNumber < 36 ? [] : [mutatingBindings]),
				...asks("delete deletecollection", admission, ...webhooks),
				...minorNumber < 36 ? [] : asks("create delete", admission, mutatingPolicies)
			] }],
			phrase: () => "change the policies that requests are admitted by",
			reach: "admission policies",
			accounts: "none",
			withNames: "narrower"
		},
		{
			id: "write-identity-configmaps",
			cluster: "void",
			namespace: 4,
			onlyIn: "kube-system",
			parts: [{
				asks: asks("update patch", "", "configmaps"),
				sharpNames: ["extension-apiserver-authentication", "coredns"]
			}],
			phrase: (_, sharp) => `write ${sharp.length === 0 ? "every ConfigMap of kube-system" : `ConfigMap ${listed$1(sharp)}`}, which others trust for who is who`,
			reach: "ConfigMaps that say who is who",
			accounts: "none",
			withNames: "same"
		},
		{
			id: "write-cluster-info",
			cluster: "void",
			namespace: 4,
			onlyIn: "kube-public",
			parts: [{
				asks: asks("update patch", "", "configmaps"),
				sharpNames: ["cluster-info"]
			}],
			phrase: () => "write cluster-info, which joining nodes trust for the API server's address and CA",
			reach: "the address and CA that joining nodes trust",
			accounts: "none",
			withNames: "same"
		},
		{
			id: "write-configmaps",
			cluster: 4,
			namespace: "void",
			parts: [{
				asks: asks("update patch", "", "configmaps"),
				sharpNames: []
			}],
			phrase: () => "write every ConfigMap of the cluster",
			reach: "every ConfigMap, those of kube-system included",
			accounts: "none",
			withNames: "same"
		},
		{
			id: "sign-certificates",
			cluster: 4,
			namespace: "void",
			parts: [{ asks: asks("update patch", certificates, "certificatesigningrequests/status") }, {
				asks: asks("sign", certificates, "signers"),
				sharpNames: kubernetesSigners,
				reach: "and signers of Kubernetes"
			}],
			phrase: () => "answer requests to Kubernetes' own signers with certificates of its making",
			reach: "the certificate in a signing request",
			accounts: "none",
			withNames: "same"
		},
		{
			id: "write-secrets",
			cluster: 3,
			namespace: 4,
			parts: [{ asks: asks("create update patch", "", "secrets") }],
			phrase: (scope) => `write Secrets ${inScope(scope)}`,
			reach: "Secrets, token Secrets included",
			accounts: "none",
			withNames: "narrower"
		},
		{
			id: "label-namespaces",
			cluster: 3,
			namespace: 4,
			parts: [{ asks: asks("update patch", "", "namespaces") }],
			phrase: (scope) => scope.kind === "cluster" ? "relabel every namespace, Pod Security included" : `relabel ${ofScope(scope).slice(3)}`,
			reach: "labels of namespaces",
			accounts: "none",
			withNames: "narrower"
		},
		{
			id: "create-namespaces",
			cluster: 4,
			namespace: "void",
			parts: [{ asks: asks("create", "", "namespaces") }],
			phrase: () => "create namespaces without the Pod Security level that others have",
			reach: "namespaces with any labels",
			accounts: "none",
			withNames: "narrower"
		},
		{
			id: "write-cluster-rbac",
			cluster: 4,
			namespace: "void",
			parts: [{ asks: asks("create update patch", rbac, "clusterroles", "clusterrolebindings") }],
			phrase: () => "hand on its rights in the cluster",
			reach: "ClusterRoles and bindings, within what the writer holds",
			accounts: "none",
			withNames: "narrower"
		},
		{
			id: "escalate-named-cluster-role",
			cluster: 4,
			namespace: "void",
			parts: [{ asks: asks("escalate", rbac, "clusterroles") }, writeNamedRoles("clusterroles")],
			lesserOf: ["escalate"],
			phrase: () => "write any right into some ClusterRoles",
			reach: "these ClusterRoles, beyond what the writer holds",
			accounts: "none",
			withNames: "narrower"
		},
		{
			id: "escalate-named-role",
			cluster: 4,
			namespace: 4,
			parts: [{ asks: asks("escalate", rbac, "roles") }, writeNamedRoles("roles")],
			lesserOf: ["escalate-in-namespace"],
			phrase: (scope) => `write any right into some Roles ${ofScope(scope)}`,
			reach: "these Roles, beyond what the writer holds",
			accounts: "none",
			withNames: "narrower"
		},
		{
			id: "bind-named-cluster-role",
			cluster: 4,
			namespace: "void",
			parts: [{ asks: asks("bind", rbac, "clusterroles") }, writeNamedBindings("clusterrolebindings")],
			lesserOf: ["bind", "bind-strong-roles"],
			phrase: () => "bind some ClusterRoles",
			reach: "these ClusterRoles",
			accounts: "none",
			withNames: "narrower"
		},
		{
			id: "bind-named-role",
			cluster: 4,
			namespace: 4,
			parts: [{ asks: [...asks("bind", rbac, "clusterroles"), ...asks("bind", rbac, "roles")] }, writeNamedBindings("rolebindings")],
			lesserOf: ["bind-in-namespace"],
			phrase: (scope) => `bind some roles ${inScope(scope)}`,
			reach: "these roles",
			accounts: "none",
			withNames: "narrower"
		},
		{
			id: "write-rbac",
			cluster: 4,
			namespace: 4,
			parts: [{ asks: [...asks("create update patch", rbac, "rolebindings"), ...asks("update patch", rbac, "roles")] }],
			phrase: (scope) => `hand on its rights ${inScope(scope)}`,
			reach: "roles and bindings, within what the writer holds",
			accounts: "none",
			withNames: "narrower"
		},
		{
			id: "write-nodes",
			cluster: 4,
			namespace: "void",
			parts: [{ asks: asks("update patch create delete", "", "nodes", "nodes/status") }],
			phrase: () => "change nodes",
			reach: "every node",
			accounts: "none",
			withNames: "narrower"
		},
		{
			id: "read-logs",
			cluster: 4,
			namespace: 4,
			parts: [{ asks: asks("get list", "", "pods/log") }],
			phrase: (scope) => `read the logs of every pod ${ofScope(scope)}`,
			reach: "the logs of every pod",
			accounts: "none",
			withNames: "narrower"
		},
		{
			id: "forward-to-pods",
			cluster: 4,
			namespace: 4,
			parts: [{ asks: [...asks(entryVerbs(minorNumber), "", "pods/portforward"), ...asks("create get", "", "pods/proxy", "services/proxy")] }],
			phrase: (scope) => `open connections to every pod ${ofScope(scope)}`,
			reach: "connections to pods",
			accounts: "none",
			withNames: "narrower"
		}
	];
}
//#endregion
//#region packages/rules/src/strong-powers.ts
/** Powers over the cluster, or over all of a namespace: escalation, identities, Secrets, pods, nodes, admission. */
function strongPowers(minorNumber) {
	return [
		{
			id: "everything",
			cluster: 1,
			namespace: 3,
			parts: [{ asks: [everyVerb$1] }],
			phrase: (scope) => `do everything ${inScope(scope)}`,
			reach: "all resources",
			accounts: "any",
			withNames: "same"
		},
		{
			id: "impersonate-users",
			cluster: 1,
			namespace: "void",
			parts: [{
				asks: asks("impersonate", "", "users"),
				sharpNames: []
			}],
			phrase: () => "act as any user",
			reach: "any user",
			accounts: "none",
			withNames: "same"
		},
		{
			id: "escalate",
			cluster: 1,
			namespace: "void",
			parts: [{
				asks: asks("escalate", rbac, "clusterroles"),
				sharpNames: sharpRoles
			}, changeRoles],
			phrase: (_, sharp) => `write any right into ${sharp.length === 0 ? "a ClusterRole" : clusterRoles(sharp)}`,
			reach: "ClusterRoles, beyond what the writer holds",
			accounts: "none",
			withNames: "same"
		},
		{
			id: "bind",
			cluster: 1,
			namespace: "void",
			parts: [{
				asks: asks("bind", rbac, "clusterroles"),
				sharpNames: ["cluster-admin"]
			}, writeBindings("clusterrolebindings", ["cluster-admin"])],
			phrase: (scope, sharp) => sharp.length === 0 ? "bind any ClusterRole, cluster-admin included" : bindToItself(scope, sharp),
			reach: "any ClusterRole",
			accounts: "none",
			withNames: "same"
		},
		{
			id: "approve-certificates",
			cluster: 1,
			namespace: "void",
			parts: [approval, {
				asks: asks("approve", certificates, "signers"),
				sharpNames: clientSigners
			}],
			phrase: () => "approve client certificates for any user",
			reach: "certificates of any user",
			accounts: "none",
			withNames: "same"
		},
		{
			id: "approve-node-certificates",
			cluster: 2,
			namespace: "void",
			parts: [approval, {
				asks: asks("approve", certificates, "signers"),
				names: [nodeClientSigner]
			}],
			phrase: () => "approve the certificates that nodes present",
			reach: "certificates of any node",
			accounts: "none",
			withNames: "same"
		},
		{
			id: "request-node-certificates",
			cluster: 2,
			namespace: "void",
			parts: [{
				asks: asks("create", certificates, "certificatesigningrequests/nodeclient"),
				sharpNames: []
			}, {
				asks: asks("create", certificates, "certificatesigningrequests"),
				reach: "requests of its own"
			}],
			phrase: () => "get client certificates in the name of any node",
			reach: "the approval of what nodes ask for",
			accounts: "none",
			withNames: "same"
		},
		{
			id: "write-aws-auth",
			cluster: 1,
			namespace: 1,
			onlyIn: "kube-system",
			parts: [{
				asks: asks("update patch", "", "configmaps"),
				names: ["aws-auth"]
			}],
			phrase: () => "write aws-auth, the list of users and groups of EKS",
			reach: "aws-auth",
			accounts: "none",
			withNames: "same"
		},
		{
			id: "read-secrets",
			cluster: 2,
			namespace: 3,
			parts: [readSecrets],
			phrase: (scope) => `read every Secret ${inScope(scope)}`,
			reach: "every Secret, no resourceNames",
			accounts: "none",
			withNames: "narrower"
		},
		{
			id: "create-tokens",
			cluster: 2,
			namespace: 3,
			parts: [{ asks: asks("create", "", "serviceaccounts/token") }],
			phrase: (scope) => `issue tokens of every ServiceAccount ${ofScope(scope)}`,
			reach: "tokens of every ServiceAccount",
			accounts: "any",
			withNames: "narrower"
		},
		{
			id: "impersonate-service-accounts",
			cluster: 2,
			namespace: 3,
			parts: [{ asks: asks("impersonate", "", "serviceaccounts") }],
			phrase: (scope) => `act as every ServiceAccount ${ofScope(scope)}`,
			reach: "every ServiceAccount",
			accounts: "any",
			withNames: "narrower"
		},
		{
			id: "bind-strong-roles",
			cluster: 2,
			namespace: "void",
			parts: [{
				asks: asks("bind", rbac, "clusterroles"),
				names: strongRoles
			}, writeBindings("clusterrolebindings")],
			phrase: bindToItself,
			reach: "these ClusterRoles",
			accounts: "any",
			withNames: "same"
		},
		{
			id: "bind-in-namespace",
			cluster: 2,
			namespace: 3,
			parts: [{
				asks: [...asks("bind", rbac, "clusterroles"), ...asks("bind", rbac, "roles")],
				sharpNames: sharpRoles
			}, writeBindings("rolebindings")],
			phrase: (scope, sharp) => sharp.length === 0 ? `bind any role ${inScope(scope)}` : bindToItself(scope, sharp),
			reach: "any role",
			accounts: "any",
			withNames: "same"
		},
		{
			id: "escalate-in-namespace",
			cluster: 2,
			namespace: 3,
			parts: [{
				asks: asks("escalate", rbac, "roles"),
				sharpNames: []
			}, {
				...writeNamedRoles("roles"),
				sharpNames: []
			}],
			phrase: (scope) => `write any right into the Roles ${ofScope(scope)}`,
			reach: "Roles, beyond what the writer holds",
			accounts: "any",
			withNames: "same"
		},
		{
			id: "create-pods",
			cluster: 2,
			namespace: 3,
			parts: [{ asks: byApply(asks("create", "", "pods")) }],
			phrase: (scope) => `run pods as any ServiceAccount ${ofScope(scope)}`,
			reach: "pods under any serviceAccountName",
			accounts: "any",
			withNames: "same"
		},
		{
			id: "write-workloads",
			cluster: 2,
			namespace: 3,
			parts: [{ asks: workloadWrites(byApply(createJobs)) }],
			phrase: (scope) => `run workloads as any ServiceAccount ${ofScope(scope)}`,
			reach: "workloads, whose pods run under any account",
			accounts: "any",
			withNames: "same"
		},
		{
			id: "exec-pods",
			cluster: 2,
			namespace: 3,
			parts: [{ asks: [...asks(entryVerbs(minorNumber), "", "pods/exec", "pods/attach"), ...asks("update patch", "", "pods/ephemeralcontainers")] }],
			phrase: (scope) => `run commands in every pod ${ofScope(scope)}`,
			reach: "the inside of every pod",
			accounts: "running",
			withNames: "narrower"
		},
		{
			id: "change-pods",
			cluster: 2,
			namespace: 3,
			parts: [{ asks: asks("update patch", "", "pods") }],
			phrase: (scope) => `put other images into every pod ${ofScope(scope)}`,
			reach: "the images of every pod",
			accounts: "running",
			withNames: "narrower"
		},
		{
			id: "reach-kubelets",
			cluster: 2,
			namespace: "void",
			parts: [{ asks: asks("get create", "", "nodes/proxy") }],
			phrase: () => "run commands in every pod through the kubelets",
			reach: "the kubelet of every node",
			accounts: "running",
			withNames: "fewer"
		},
		{
			id: "create-persistent-volumes",
			cluster: 2,
			namespace: "void",
			parts: [{ asks: asks("create", "", "persistentvolumes") }],
			phrase: () => "create volumes out of any folder of any node",
			reach: "volumes, hostPath included",
			accounts: "none",
			withNames: "narrower"
		},
		{
			id: "use-privileged-security-contexts",
			cluster: 2,
			namespace: 2,
			parts: [{
				asks: asks("use", "security.openshift.io", "securitycontextconstraints"),
				sharpNames: privilegedSecurityContexts
			}],
			phrase: (scope) => `run privileged pods ${inScope(scope)}`,
			reach: "security contexts that reach the node",
			accounts: "none",
			withNames: "same"
		},
		{
			id: "write-admission",
			cluster: 2,
			namespace: "void",
			parts: [{ asks: [...asks("create update patch", admission, "mutatingwebhookconfigurations"), ...minorNumber < 36 ? [] : asks("update patch", admission, mutatingPolicies)] }],
			phrase: (_scope, _sharp, { resource }) => `${resource === "mutatingadmissionpolicies" ? "rewrite" : "read and rewrite"} every object on its way into the cluster`,
			reach: "admission of every object",
			accounts: "none",
			withNames: "same"
		},
		{
			id: "create-mutating-policies",
			cluster: minorNumber < 36 ? "void" : 2,
			namespace: "void",
			parts: [{ asks: asks("create", admission, mutatingPolicies) }, {
				asks: asks("create update patch", admission, mutatingBindings),
				reach: "and binding a policy",
				goesToo: true
			}],
			lesserOf: ["write-admission"],
			phrase: () => "rewrite every object on its way into the cluster",
			reach: "admission of every object",
			accounts: "none",
			withNames: "same"
		},
		{
			id: "write-validation",
			cluster: 2,
			namespace: "void",
			parts: [{ asks: asks("create update patch", admission, "validatingwebhookconfigurations") }],
			phrase: () => "read and refuse every object on its way into the cluster",
			reach: "validation of every object",
			accounts: "none",
			withNames: "same"
		},
		{
			id: "write-apiservices",
			cluster: 2,
			namespace: "void",
			parts: [{ asks: asks("create update patch", "apiregistration.k8s.io", "apiservices") }],
			phrase: () => "put a server of its own in front of parts of the API",
			reach: "the server behind an API group",
			accounts: "none",
			withNames: "same"
		}
	];
}
//#endregion
//#region packages/rules/src/power-catalogue.ts
/**
* What rights give, strongest first. Of what one right gives, the first that applies is what it is worth.
*
* Where two powers of one level apply, the one that says most comes first.
*/
function powerCatalogue(minorNumber) {
	return [...strongPowers(minorNumber), ...boundedPowers(minorNumber)];
}
//#endregion
//#region packages/rules/src/rating.ts
/** Rows: holders; columns: powers 1 to 6. */
const base = {
	0: [
		10,
		9.8,
		9.3,
		8.2,
		6.5,
		.1
	],
	1: [
		9.9,
		9.5,
		8.8,
		7.4,
		4.5,
		.1
	],
	2: [
		9.6,
		9.2,
		8.3,
		6.6,
		3,
		.1
	],
	3: [
		8.6,
		8,
		6,
		4,
		1.5,
		.1
	],
	4: [
		6,
		5,
		3.5,
		2,
		.1,
		.1
	],
	5: [
		.1,
		.1,
		.1,
		.1,
		.1,
		.1
	]
};
const lowest = .1;
const highest = 10;
/** A right that holds nothing open today, and would with one more edit. */
const dormantScore = 3;
/** What each adjustment adds. */
const adjustment = {
	/** A token or certificate that nobody rotates, instead of a bound token. */
	staticCredential: .7,
	/** `resourceNames`, except where the names are what makes it dangerous. */
	namedObjects: -1.5,
	/** A User by name: nothing takes the right away when the person leaves. */
	namedUser: .5,
	/** Through system:masters: nothing can take it away. */
	irrevocable: 1.5
};
const perAssumedHop = -.3;
const forAllAssumedHops = -.9;
/** What a risk is worth, from 0.1 to 10.0 with one decimal; never 9.0, which GitHub's tiers leave out. */
function rate({ holder, power, adjustments = [], assumedHops = 0 }) {
	let score = base[holder][power - 1] ?? lowest;
	for (const adjusted of adjustments) score += adjusted;
	score = Math.min(Math.max(score, lowest), highest);
	if (assumedHops > 0) {
		const lowered = score + Math.max(forAllAssumedHops, perAssumedHop * assumedHops);
		score = Math.max(lowered, floorOfNextTier[severityOf(score)]);
	}
	return rounded(score);
}
/** The tier of a number, in GitHub's bounds. */
function severityOf(score) {
	if (score > 9) return "critical";
	if (score >= 7) return "high";
	if (score >= 4) return "medium";
	return score > lowest ? "low" : "info";
}
/** Assumptions lower a finding by one tier at most. */
const floorOfNextTier = {
	critical: 7,
	high: 4,
	medium: .2,
	low: .1,
	info: .1
};
/** One number per tier, for outputs that know a rule's severity only. */
const representativeScore = {
	critical: 9.5,
	high: 8,
	medium: 5.5,
	low: 2,
	info: .1
};
const severityRank = {
	critical: 4,
	high: 3,
	medium: 2,
	low: 1,
	info: 0
};
const confidenceRank = {
	certain: 2,
	likely: 1,
	possible: 0
};
/** Whether a severity reaches a threshold such as `--fail-on`. */
function severityAtLeast(severity, threshold) {
	return severityRank[severity] >= severityRank[threshold];
}
function confidenceAtLeast(confidence, threshold) {
	return confidenceRank[confidence] >= confidenceRank[threshold];
}
/** The weaker of two confidences: a chain is as certain as its least certain hop. */
function weakerConfidence(one, other) {
	return confidenceRank[one] <= confidenceRank[other] ? one : other;
}
function rounded(score) {
	const tenths = Math.round(Math.min(Math.max(score, lowest), highest) * 10);
	return tenths === 90 ? 8.9 : tenths / 10;
}
//#endregion
//#region packages/rules/src/powers.ts
/** The namespace of the controllers' ServiceAccounts, some of which are as good as cluster-admin. */
const controllersNamespace = "kube-system";
/**
* What grants of one holder give, strongest first: by level, then cluster-wide before namespaces, then in the order of
* the catalogue. What an earlier power includes (everything in the cluster includes all) is left out.
*/
function powersOf(grants, minor) {
	return powersWith(othersOf, grants, minor);
}
/** The strongest of them: what a risk is rated by. */
function strongestPower(grants, minor) {
	return powersWith(strongestOther$1, grants, minor)[0];
}
function othersOf(grants, minor) {
	return grants.flatMap((grant) => otherPower(grant, minor) ?? []);
}
/** The most that grants are worth without what is assumed. */
function sureLevelOf(grants, minor) {
	let most = 6;
	for (const { sureLevel } of powersWith(strongestOther$1, grants, minor)) if (sureLevel < most) most = sureLevel;
	return most;
}
/** Only the one that comes first: telling each in words takes most of the time. */
function strongestOther$1(grants, minor) {
	let strongest;
	let level = 7;
	for (const grant of grants) {
		const found = otherLevel(grant, minor) ?? 7;
		if (found >= level) continue;
		strongest = grant;
		level = found;
	}
	return strongest === void 0 ? [] : othersOf([strongest], minor);
}
function powersWith(others, grants, minor, pack = "usual") {
	const cluster = [];
	const byNamespace = /* @__PURE__ */ new Map();
	for (const grant of grants) if (grant.scope.kind === "cluster") cluster.push(grant);
	else {
		const inNamespace = byNamespace.get(grant.scope.namespace);
		if (inNamespace === void 0) byNamespace.set(grant.scope.namespace, [grant]);
		else inNamespace.push(grant);
	}
	const reading = readingOf(minor, pack);
	const held = powersAt(reading, { kind: "cluster" }, cluster, nobody$1, others);
	if (!held.some(({ id }) => id === "everything")) {
		const wider = witnessesOf(reading, cluster);
		const everywhere = new Set(held.filter(({ names }) => names.length === 0).map(({ id }) => id));
		for (const [namespace, inNamespace] of byNamespace) {
			const here = powersAt(reading, {
				kind: "namespace",
				namespace
			}, inNamespace, wider, others);
			held.push(...here.filter(({ id }) => !everywhere.has(id)));
		}
	}
	return held.sort((a, b) => a.level - b.level || scopeRank(a.scope) - scopeRank(b.scope));
}
/** Only those of the catalogue: the others, which have no name, are put into words one by one. */
function cataloguedPowersOf(grants, minor, pack = "usual") {
	return powersWith(noOthers, grants, minor, pack);
}
function noOthers() {
	return [];
}
/** Whether a rule gives a part of a power that needs another one, which may come from elsewhere. */
function givesPart(rule, minor) {
	const reading = readingOf(minor);
	return givenBy(reading, rule).some(({ power }) => (reading.catalogue[power]?.parts.length ?? 1) > 1);
}
/** Powers of which a rule gives some part, by itself enough or not. */
function powersTouchedBy(rule, minor, pack = "usual") {
	const reading = readingOf(minor, pack);
	return givenBy(reading, rule).flatMap(({ power }) => reading.catalogue[power]?.id ?? []);
}
/** Every power of the catalogue, in its order. */
function cataloguedPowers(minor) {
	return readingOf(minor).catalogue.map(({ id }) => id);
}
/** What is asked of rules for the deciding part of a power: any yes is enough. */
function asksOf(id, minor) {
	return (readingOf(minor, packOf(id)).catalogue.find((power) => power.id === id)?.parts ?? []).flatMap(({ asks, goesToo }, index) => index === 0 || goesToo === true ? asks : []);
}
function packOf(id) {
	return extendedPowers.some((power) => power.id === id) ? "extended" : "usual";
}
/** What a power is worth in somebody's hands: by what is sure, or by what is assumed where that is more. */
function rateHeld({ level, sureLevel, assumedHops, confidence }, rated) {
	const whole = {
		...rated,
		power: level,
		assumedHops
	};
	const read = {
		...rated,
		power: sureLevel
	};
	const [assumed, sure] = [rate(whole), rate(read)];
	if (assumed > sure || assumedHops === 0) return {
		score: assumed,
		rating: whole,
		confidence
	};
	return {
		score: sure,
		rating: read,
		confidence: confidence === "possible" ? "possible" : "certain"
	};
}
function scopeRank(scope) {
	return scope.kind === "cluster" ? 0 : 1;
}
function powersAt(reading, scope, own, wider, others) {
	const witnesses = witnessesOf(reading, own);
	const held = [];
	for (const index of powersTouched(witnesses)) {
		const power = reading.catalogue[index];
		if (power === void 0) continue;
		const level = scope.kind === "cluster" ? power.cluster : power.namespace;
		if (level === "void") continue;
		if (scope.kind === "namespace" && power.onlyIn !== void 0 && power.onlyIn !== scope.namespace) continue;
		if (power.lesserOf?.some((greater) => held.some(({ id }) => id === greater)) === true) continue;
		const found = heldPower$1(index, power, level, scope, witnesses, wider);
		if (found === void 0) continue;
		held.push(found);
		if (power.id === "everything") return held;
	}
	for (const other of others(own, reading.minor)) if (!held.some(({ id, names }) => id === other.id && names.length === 0)) held.push(other);
	return held;
}
/** A power through grants of this scope, completed by wider ones, which alone are told at their own scope. */
function heldPower$1(index, power, level, scope, own, wider) {
	const witnesses = [];
	for (const part of power.parts.keys()) {
		const key = witnessKey(index, part);
		const witness = own.get(key) ?? wider.get(key);
		if (witness === void 0) return void 0;
		witnesses.push(witness);
	}
	const [first, ...others] = witnesses;
	if (first === void 0) return void 0;
	const names = power.withNames === "same" ? [] : witnesses.flatMap(({ names: only }) => only);
	const narrowed = names.length > 0;
	const sureLevel = narrowed && power.withNames === "narrower" ? 4 : level;
	const assumed = narrowed ? void 0 : levelByControllers(power, level, scope);
	const uncertain = witnesses.some(({ grant }) => grant.confidence === "possible");
	const sharp = [...new Set(witnesses.flatMap((witness) => witness.sharp))];
	return {
		id: power.id,
		level: assumed ?? sureLevel,
		sureLevel,
		scope,
		phrase: narrowed ? namedPhrase(first, names) : power.phrase(scope, sharp, first.ask),
		witnesses: [asWitness(first, power), ...others.map((other) => asWitness(other, power))],
		names,
		assumedHops: assumed === void 0 ? 0 : 1,
		takesAccounts: power.accounts !== "none" && !narrowed,
		confidence: uncertain ? "possible" : assumed === void 0 ? "certain" : "likely"
	};
}
/**
* What a power is worth where controllers run as ServiceAccounts of kube-system, as they do by default: whoever can be
* any account there, or anywhere, is cluster-admin. The other Secrets and pods of kube-system are worth those of the
* whole cluster.
*/
function levelByControllers({ accounts }, level, scope) {
	if (!(scope.kind === "cluster" || scope.namespace === "kube-system") || level === 1 || level > 3) return void 0;
	if (accounts === "any") return 1;
	return scope.kind === "namespace" && level === 3 ? 2 : void 0;
}
function namedPhrase({ ask, grant: { scope } }, names) {
	const resource = ask.subresource === "" ? ask.resource : `${ask.resource}/${ask.subresource}`;
	const what = `${ask.verb} ${resource} named ${listed$1(names.map(quotable))}`;
	if (scope.kind === "namespace") return `${what} ${inScope(scope)}`;
	return isOfNoNamespace(ask) ? what : `${what} in every namespace`;
}
const nobody$1 = /* @__PURE__ */ new Map();
const mostParts = 8;
function witnessKey(power, part) {
	return power * mostParts + part;
}
/** Powers of which some part is there, in the order of the catalogue. */
function powersTouched(witnesses) {
	const touched = /* @__PURE__ */ new Set();
	for (const key of witnesses.keys()) touched.add(Math.floor(key / mostParts));
	return [...touched].sort((a, b) => a - b);
}
function witnessesOf(reading, grants) {
	const witnesses = /* @__PURE__ */ new Map();
	for (const grant of grants) for (const { power, part, definition, ask, names, sharp } of givenBy(reading, grant.rule)) {
		const key = witnessKey(power, part);
		const known = witnesses.get(key);
		const isNamed = names.length + sharp.length > 0;
		if (known !== void 0 && (known.names.length + known.sharp.length === 0 || isNamed)) continue;
		witnesses.set(key, {
			grant,
			ask,
			part: definition,
			names,
			sharp
		});
	}
	return witnesses;
}
function asWitness({ grant, ask, part, names, sharp }, power) {
	const { rule } = grant;
	return {
		grant,
		ask,
		resource: rule.resources.find((one) => resourceMatches([one], ask.resource, ask.subresource)),
		verbs: rule.verbs.filter((one) => part.asks.some(({ verb, resource: of, subresource }) => {
			return of === ask.resource && subresource === ask.subresource && verbMatches([one], verb);
		})),
		names: [...sharp, ...names],
		reach: part.reach ?? power.reach
	};
}
const readings = {
	usual: /* @__PURE__ */ new Map(),
	extended: /* @__PURE__ */ new Map()
};
function readingOf(minor, pack = "usual") {
	let reading = readings[pack].get(minor);
	if (reading === void 0) {
		const catalogue = pack === "usual" ? powerCatalogue(Number(minor.split(".")[1])) : extendedPowers;
		reading = {
			minor,
			catalogue,
			index: askIndex(catalogue.flatMap(({ parts }) => parts.flatMap((part) => part.asks))),
			given: /* @__PURE__ */ new WeakMap()
		};
		readings[pack].set(minor, reading);
	}
	return reading;
}
function givenBy({ catalogue, index, given: known }, rule) {
	if (!mayAllow(rule, index)) return nothingGiven;
	const before = known.get(rule);
	if (before !== void 0) return before;
	const given = [];
	for (const [power, { parts }] of catalogue.entries()) for (const [part, definition] of parts.entries()) {
		const ask = givenAsk(definition, rule);
		if (ask === void 0 || !namesServe(definition, rule)) continue;
		const names = serving(definition, rule, ask);
		given.push({
			power,
			part,
			definition,
			ask,
			names,
			sharp: sharpIn(definition, rule)
		});
	}
	known.set(rule, given);
	return given;
}
const nothingGiven = [];
/** The first that the rule allows; where it names objects, one that needs no name or no field selector, if it has one. */
function givenAsk({ asks }, rule) {
	const first = asks.find((one) => ruleGives(rule, one));
	if (first === void 0 || rule.resourceNames.length === 0) return first;
	const given = asks.filter((one) => ruleGives(rule, one));
	return given.find((one) => allowsUnnamed(rule, one)) ?? given.find(({ verb }) => verb === "get") ?? first;
}
/** Whether a rule allows what is asked, for some object at least. */
function ruleGives(rule, ask) {
	if (!namesAllow(rule, ask)) return false;
	return verbMatches(rule.verbs, ask.verb) && apiGroupMatches(rule.apiGroups, ask.apiGroup) && resourceMatches(rule.resources, ask.resource, ask.subresource);
}
function namesAllow(rule, ask) {
	const { resourceNames } = rule;
	if (resourceNames.length === 0 || allowsUnnamed(rule, ask)) return true;
	return (ask.carriesName || ask.byApply === true && verbMatches(rule.verbs, "patch")) && resourceNames.some(({ value }) => canBeNamed(ask, value));
}
/** An empty string among the names stands for requests without a name (pkg/apis/rbac/v1: ResourceNameMatches). */
function allowsUnnamed({ resourceNames }, { verb, subresource }) {
	if (subresource !== "" || !unnamedVerbs.includes(verb)) return false;
	return resourceNames.some(({ value }) => value === "");
}
const unnamedVerbs = [
	"list",
	"watch",
	"create",
	"deletecollection"
];
/** RBAC's own objects, identities and signers have names that no other object may have: `*` among them. */
const namedFreely = [
	"users",
	"groups",
	"signers",
	"roles",
	"rolebindings",
	"clusterroles",
	"clusterrolebindings"
];
/** k8s.io/apimachinery pkg/util/validation: IsDNS1123Subdomain. */
const subdomain = /^[a-z0-9]([-a-z0-9]*[a-z0-9])?(\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*$/;
function canBeNamed({ apiGroup, resource }, name) {
	if (apiGroup === "*" || namedFreely.includes(resource)) return name !== "";
	return subdomain.test(name);
}
/** Every verb on every resource of every group, as cluster-admin has it. */
function givesEverything(rule) {
	return ruleGives(rule, everyVerb$1);
}
function namesServe({ names, sharpNames }, rule) {
	const given = rule.resourceNames;
	if (names !== void 0) return given.some(({ value }) => names.includes(value));
	if (sharpNames !== void 0 && given.length > 0) return given.some(({ value }) => sharpNames.includes(value));
	return true;
}
function serving({ names, sharpNames }, rule, ask) {
	if (names !== void 0 || sharpNames !== void 0 || allowsUnnamed(rule, ask)) return [];
	return rule.resourceNames.map(({ value }) => value).filter((name) => canBeNamed(ask, name));
}
function sharpIn({ names, sharpNames }, { resourceNames }) {
	const sharp = names ?? sharpNames ?? [];
	return resourceNames.map(({ value }) => value).filter((name) => sharp.includes(name));
}
//#endregion
//#region packages/rules/src/accounts.ts
const tokenSecretType = "kubernetes.io/service-account-token";
const accountAnnotation = "kubernetes.io/service-account.name";
const invalidSinceLabel = "kubernetes.io/legacy-token-invalid-since";
/** Everything a ServiceAccount can do by its own bindings and those of its groups, strongest first. */
function accountPower({ graph, minor }, namespace, name) {
	return strongestPower(accountGrants(graph, namespace, name), minor);
}
/** The same, power for power; dearer, since each is told in words. */
function accountPowers({ graph, minor }, namespace, name) {
	return powersOf(accountGrants(graph, namespace, name), minor);
}
function* accountGrants(graph, namespace, name) {
	yield* graph.grantsOf(userKey(serviceAccountUserName(namespace, name)));
	yield* writtenGrants$1(graph, groupKey(serviceAccountsGroup));
	yield* writtenGrants$1(graph, groupKey(namespaceServiceAccountsGroup(namespace)));
}
/**
* The account worth most to whoever can be any account of the scope; what Kubernetes ships by itself is left out.
*
* `than` is the one who asks: nobody gains by becoming itself.
*/
function strongestAccount(context, scope, than) {
	const accounts = accountsOf(context);
	return strongestOther(scope.kind === "namespace" ? accounts.byNamespace.get(scope.namespace) : accounts.overall, than);
}
/** The account worth most of those with one of these names, in the namespace or, cluster-wide, in any. */
function strongestAccountNamed(context, scope, names, than) {
	let strongest;
	for (const name of names) {
		const namespace = scope.kind === "cluster" ? controllersNamespace : scope.namespace;
		const found = [scope.kind === "cluster" ? strongestOther(accountsOf(context).byName.get(name), than) : void 0, accountInNamespace(context, namespace, name, than)];
		for (const one of found) if (one !== void 0 && isStronger(one.power, strongest)) strongest = one;
	}
	return strongest;
}
function accountInNamespace(context, namespace, name, than) {
	const key = userKey(serviceAccountUserName(namespace, name));
	const power = key === than ? void 0 : accountPower(context, namespace, name);
	return power === void 0 ? void 0 : {
		key,
		namespace,
		name,
		power
	};
}
function strongestOther(two, than) {
	return two?.[0].key === than ? two[1] : two?.[0];
}
/** With one more account in the race; the first of equals stays ahead. */
function withContender(two, contender) {
	if (two === void 0) return [contender];
	const [first, second] = two;
	if (isStronger(contender.power, first)) return first.key === contender.key ? [contender, second] : [contender, first];
	if (first.key === contender.key) return two;
	return isStronger(contender.power, second) ? [first, contender] : two;
}
const strongestAccounts = /* @__PURE__ */ new WeakMap();
/** The strongest of the accounts that an input binds, as far as being one of them is worth anything: by named powers. */
function accountsOf(context) {
	const known = strongestAccounts.get(context.graph);
	if (known !== void 0) return known;
	const touches = (rule) => powersTouchedBy(rule, context.minor).length > 0;
	let overall;
	const byNamespace = /* @__PURE__ */ new Map();
	const byName = /* @__PURE__ */ new Map();
	for (const bound of boundAccounts$1(context.graph)) {
		const [power] = cataloguedPowersOf(writtenGrants$1(context.graph, bound.key, touches), context.minor);
		if (power === void 0) continue;
		const account = {
			...bound,
			power
		};
		overall = withContender(overall, account);
		byNamespace.set(account.namespace, withContender(byNamespace.get(account.namespace), account));
		byName.set(account.name, withContender(byName.get(account.name), account));
	}
	const strongest = {
		overall,
		byNamespace,
		byName
	};
	strongestAccounts.set(context.graph, strongest);
	return strongest;
}
function* boundAccounts$1(graph) {
	const prefix = userKey("");
	for (const key of graph.subjectKeys) {
		if (!key.startsWith(prefix)) continue;
		const user = key.slice(prefix.length);
		const account = parseServiceAccountUserName(user) ?? appliedAccount(user);
		if (account !== void 0) yield {
			key,
			...account
		};
	}
}
/** An account whose namespace the inputs do not say: its key holds the placeholder, which is no valid name. */
function appliedAccount(user) {
	const prefix = serviceAccountUserName(appliedNamespace, "");
	return user.startsWith(prefix) ? {
		namespace: appliedNamespace,
		name: user.slice(prefix.length)
	} : void 0;
}
function* writtenGrants$1(graph, key, wanted) {
	for (const grant of graph.grantsOf(key, wanted)) if (!grant.shipped) yield grant;
}
/** Secrets whose token the API server accepts, as far as the inputs say. */
function tokenSecrets({ inventory }) {
	return inventory.entriesOf("Secret").flatMap((entry) => {
		const { type, meta, tokenClaims } = entry.object;
		if (type.value !== tokenSecretType) return [];
		if ((meta.labels.get(invalidSinceLabel)?.value ?? "") !== "") return [];
		const account = tokenClaims?.serviceAccount ?? meta.annotations.get(accountAnnotation)?.value;
		if (account === void 0 || account === "") return [];
		return [{
			entry,
			namespace: tokenClaims?.namespace ?? entry.namespace,
			account
		}];
	});
}
/** Where the Secret says whose token it holds. */
const accountAnnotationName = accountAnnotation;
const strongestSecrets = /* @__PURE__ */ new WeakMap();
/**
* The token Secret in reach of whoever reads the Secrets of a scope whose account is worth most.
*
* Only those of some names, where names limit it; `than` is the reader, who gains nothing by a token of its own.
*/
function strongestTokenSecret(context, scope, names, than) {
	const { overall, byNamespace, byName } = strongestSecretsOf(context);
	if (names.length === 0) return strongestOther(scope.kind === "cluster" ? overall : byNamespace.get(scope.namespace), than);
	let strongest;
	for (const powered of names.flatMap((name) => byName.get(name) ?? [])) if ((scope.kind === "cluster" || powered.secret.entry.namespace === scope.namespace) && powered.key !== than && isStronger(powered.power, strongest)) strongest = powered;
	return strongest;
}
function strongestSecretsOf(context) {
	const known = strongestSecrets.get(context.graph);
	if (known !== void 0) return known;
	let overall;
	const byNamespace = /* @__PURE__ */ new Map();
	const byName = /* @__PURE__ */ new Map();
	for (const secret of tokenSecrets(context.graph)) {
		const { namespace, account: name, entry } = secret;
		const power = accountPower(context, namespace, name);
		if (power === void 0) continue;
		const powered = {
			key: userKey(serviceAccountUserName(namespace, name)),
			namespace,
			name,
			power,
			secret
		};
		overall = withContender(overall, powered);
		byNamespace.set(entry.namespace, withContender(byNamespace.get(entry.namespace), powered));
		const secretName = entry.object.meta.name.value;
		const sameName = byName.get(secretName);
		if (sameName === void 0) byName.set(secretName, [powered]);
		else sameName.push(powered);
	}
	const strongest = {
		overall,
		byNamespace,
		byName
	};
	strongestSecrets.set(context.graph, strongest);
	return strongest;
}
function isStronger(power, than) {
	return than === void 0 || power.level < than.power.level;
}
//#endregion
//#region packages/rules/src/additions.ts
/** Writes one more field at the end of a mapping, block or flow. */
function addField(mapping, name, value) {
	if (mapping.kind !== "text") return [];
	const { text } = mapping.source;
	if (text[mapping.start] === "{") return inFlow(mapping.source, mapping.start, mapping.end, name, value);
	if (!/^["']?[\w./-]+["']?[ \t]*:/.test(text.slice(mapping.start, mapping.start + 300))) return [];
	const lineStart = text.lastIndexOf("\n", mapping.start - 1) + 1;
	const field = `${" ".repeat(mapping.start - lineStart)}${name}: ${value}`;
	const ended = text[mapping.end - 1] === "\n";
	const lineEnd = ended ? mapping.end : text.indexOf("\n", mapping.end);
	const at = lineEnd < 0 ? text.length : lineEnd;
	return [{
		origin: {
			...mapping,
			start: at,
			end: at
		},
		replacement: ended ? `${field}\n` : `\n${field}`
	}];
}
function inFlow(source, start, end, name, value) {
	const { text } = source;
	if (text[end - 1] !== "}") return [];
	const before = text.slice(start, end - 1);
	const at = start + before.trimEnd().length;
	const last = text[at - 1];
	if (last !== "{" && /[ \t]#/.test(before.slice(before.lastIndexOf("\n") + 1))) return [];
	const key = /^\{\s*"/.test(before) ? `"${name}"` : name;
	return [{
		origin: {
			kind: "text",
			source,
			start: at,
			end: at
		},
		replacement: `${last === "{" ? "" : last === "," ? " " : ", "}${key}: ${value}`
	}];
}
/** A name as YAML takes it for a string: `on`, `y`, `1e3` and the like in quotes. */
function yamlName(name) {
	return /^[a-z][a-z0-9.-]+$/.test(name) && !/^(?:true|false|yes|no|on|off|null)$/.test(name) ? name : `"${name}"`;
}
/** Gives the field of a scalar another name. */
function renameField(value, from, to) {
	if (value.kind !== "text") return [];
	const before = value.source.text.slice(0, value.start);
	const behind = /["']?[ \t]*:\s*$/.exec(before)?.[0];
	if (behind === void 0) return [];
	const end = value.start - behind.length;
	const start = end - from.length;
	if (before.slice(start, end) !== from || /[\w-]/.test(before[start - 1] ?? "")) return [];
	return [{
		origin: {
			...value,
			start,
			end
		},
		replacement: to
	}];
}
/** Writes one more document at the end of a YAML text. */
function addDocument(beside, lines) {
	if (beside.kind !== "text") return [];
	const { text } = beside.source;
	if (/^\s*[{[]/.test(text) || /^\.\.\./m.test(text)) return [];
	const at = text.length;
	const lineBreak = text.endsWith("\n") ? "" : "\n";
	return [{
		origin: {
			...beside,
			start: at,
			end: at
		},
		replacement: `${lineBreak}---\n${lines.join("\n")}\n`
	}];
}
//#endregion
//#region packages/rules/src/holders.ts
/** `it`, or `them` for a crowd, which "every ServiceAccount" is too. */
function pronounOf({ kind, singular }) {
	return singular && !crowds$1.includes(kind) ? "it" : "them";
}
/** The same where it is the subject of the sentence. */
function subjectPronoun(holder) {
	return pronounOf(holder) === "it" ? "it" : "they";
}
const crowds$1 = [
	"authenticated",
	"all-service-accounts",
	"namespace-service-accounts"
];
/** Whether two subjects are the same people: an account written twice, or the user and the group without credentials. */
function isSameHolder(one, other) {
	return one.key === other.key || one.kind === "anonymous" && other.kind === "anonymous";
}
const openShiftLogins = `${authenticatedGroup}:oauth`;
/**
* Who a binding's subject is; undefined where it can match nobody.
*
* `bindingNamespace` completes a ServiceAccount that names no namespace; `""` for a ClusterRoleBinding.
*/
function holderOf(subject, bindingNamespace) {
	const name = subject.name.value;
	switch (subject.kind) {
		case "User": return holderOfUser(name);
		case "Group": return isOfOneAccount(name) ? void 0 : holderOfGroup(name);
		case "ServiceAccount": {
			const namespace = subject.namespace?.value || bindingNamespace;
			return namespace === "" ? void 0 : serviceAccountHolder(namespace, name);
		}
	}
}
function holderOfUser(user) {
	if (user === "system:anonymous") return {
		...withoutCredentials,
		key: userKey(user),
		identity: `User ${user}`
	};
	const account = parseServiceAccountUserName(user);
	if (account !== void 0) return serviceAccountHolder(account.namespace, account.name);
	const isNode = user.startsWith(nodeUserPrefix);
	return {
		level: isNode ? 3 : 4,
		kind: isNode ? "nodes" : "user",
		name: isNode ? `node ${quotable(user.slice(12))}` : `User ${quotable(user)}`,
		singular: true,
		adjustments: isNode ? [] : [adjustment.namedUser],
		key: userKey(user),
		identity: `User ${user}`,
		impersonation: `--as=${shellWord$1(user)}`
	};
}
function holderOfGroup(group) {
	const key = groupKey(group);
	const identity = `Group ${group}`;
	const crowd = {
		singular: true,
		adjustments: [],
		key,
		identity,
		impersonation: `--as=anybody --as-group=${shellWord$1(group)}`
	};
	if (group === "system:unauthenticated") return {
		...withoutCredentials,
		key,
		identity
	};
	if (group === "system:authenticated" || group === openShiftLogins) {
		const name = group === "system:authenticated" ? "every authenticated user" : "everybody who logged in";
		return {
			...crowd,
			level: 1,
			kind: "authenticated",
			name
		};
	}
	if (group === "system:serviceaccounts") return {
		...crowd,
		level: 2,
		kind: "all-service-accounts",
		name: "every ServiceAccount"
	};
	const namespace = namespaceOfServiceAccountsGroup(group);
	if (namespace !== void 0) {
		const name = `every ServiceAccount of ${quotable(namespace)}`;
		return {
			...crowd,
			level: 2,
			kind: "namespace-service-accounts",
			name
		};
	}
	if (group === "system:nodes") return {
		...crowd,
		level: 3,
		kind: "nodes",
		name: "every node"
	};
	if (group === "system:masters") {
		const name = "the superusers' group";
		return {
			...crowd,
			level: 4,
			kind: "masters",
			name,
			adjustments: [adjustment.irrevocable]
		};
	}
	return {
		...crowd,
		level: 4,
		kind: "group",
		name: `Group ${quotable(group)}`
	};
}
function serviceAccountHolder(namespace, name) {
	const user = serviceAccountUserName(namespace, name);
	return {
		level: name === "default" ? 2 : 3,
		kind: "service-account",
		name: `ServiceAccount ${namespacedName(namespace, name)}`,
		singular: true,
		adjustments: [],
		key: userKey(user),
		identity: `ServiceAccount ${namespace}/${name}`,
		impersonation: `--as=${shellWord$1(serviceAccountUserName(namespaceToType(namespace), name))}`
	};
}
const withoutCredentials = {
	level: 0,
	kind: "anonymous",
	name: "requests without credentials",
	singular: false,
	adjustments: [],
	impersonation: `--as=${anonymousUser}`
};
/** `system:serviceaccounts:ns:name` looks like a group of one account, and no account is in it. */
function isOfOneAccount(group) {
	const prefix = namespaceServiceAccountsGroup("");
	return group.startsWith(prefix) && group.includes(":", prefix.length);
}
/** The namespace whose accounts a group stands for. `system:serviceaccounts:ns:name` is no such group: nobody is in it. */
function namespaceOfServiceAccountsGroup(group) {
	const prefix = namespaceServiceAccountsGroup("");
	if (!group.startsWith(prefix)) return void 0;
	const namespace = group.slice(prefix.length);
	return namespace === "" || namespace.includes(":") ? void 0 : namespace;
}
//#endregion
//#region packages/rules/src/bound-holders.ts
/** Few bindings name a crowd: they are looked for once. */
const crowds = [
	"anonymous",
	"authenticated",
	"all-service-accounts",
	"namespace-service-accounts",
	"masters"
];
const boundCrowds = /* @__PURE__ */ new WeakMap();
/**
* Every subject of these kinds that a binding of the inputs names, in the order of bindings.
*
* `through` tells bindings that are worth a look; a graph has many, so it should be cheap.
*/
function* boundHolders({ graph }, kinds, through) {
	if (through !== void 0 || !kinds.every((kind) => crowds.includes(kind))) {
		yield* search(graph, kinds, through);
		return;
	}
	let found = boundCrowds.get(graph);
	if (found === void 0) {
		found = [...search(graph, crowds)];
		boundCrowds.set(graph, found);
	}
	for (const bound of found) if (kinds.includes(bound.holder.kind)) yield bound;
}
function* search(graph, kinds, through) {
	for (const binding of graph.bindings) {
		const { object, namespace } = binding.entry;
		if (object.origin.kind === "built-in" || through?.(binding) === false) continue;
		const seen = object.subjects.length > 1 ? /* @__PURE__ */ new Set() : void 0;
		for (const subject of object.subjects) {
			if (subject.kind === "ServiceAccount" && !kinds.includes("service-account")) continue;
			const holder = holderOf(subject, namespace);
			if (holder === void 0 || !kinds.includes(holder.kind) || seen?.has(holder.key) === true) continue;
			seen?.add(holder.key);
			yield {
				binding,
				subject,
				holder,
				grants: () => writtenGrants(graph, binding, subject)
			};
		}
	}
}
function writtenGrants(graph, binding, subject) {
	return [...graph.grantsThrough(binding, subject)].filter(({ shipped }) => !shipped);
}
//#endregion
//#region packages/rules/src/memberships.ts
const userPrefix = userKey("");
const groupPrefix = groupKey("");
const accountsOfNamespace = namespaceServiceAccountsGroup("");
/** Keys of the groups that whoever has this key is in without anybody saying so; what is bound there it holds too. */
function membershipsOf(key) {
	return key.startsWith(groupPrefix) ? widerGroups(key.slice(groupPrefix.length)) : groupsOfUser(key.slice(userPrefix.length));
}
/** Authentication adds them (pkg/serviceaccount/util.go: UserInfo; pkg/authentication/group). */
function groupsOfUser(user) {
	if (user === "system:anonymous") return [groupKey(unauthenticatedGroup)];
	const account = parseServiceAccountUserName(user);
	if (account !== void 0) return [
		serviceAccountsGroup,
		namespaceServiceAccountsGroup(account.namespace),
		authenticatedGroup
	].map(groupKey);
	return (user.startsWith("system:node:") ? [nodesGroup, authenticatedGroup] : [authenticatedGroup]).map(groupKey);
}
/** Groups that hold every member of this one. */
function widerGroups(group) {
	if (group === "system:authenticated") return [];
	if (group === "system:unauthenticated") return [userKey(anonymousUser)];
	return (group.startsWith(accountsOfNamespace) ? [serviceAccountsGroup, authenticatedGroup] : [authenticatedGroup]).map(groupKey);
}
//#endregion
//#region packages/rules/src/checks.ts
/**
* A command that confirms, on a running cluster and as somebody who may impersonate, that a holder has a power: each of
* its parts, since one alone is none.
*/
function checkCommand$1(holder, power) {
	return power.witnesses.map((witness) => witnessCommand(holder, power, witness)).join(" && ");
}
function witnessCommand(holder, { scope }, { ask, grant, resource, names }) {
	if (grant.rule.nonResourceURLs.length > 0) return pathCommand(holder, grant.rule, resource?.value ?? "*");
	const [name] = names;
	return holder.kind === "anonymous" && isListed(ask, name) && isServed(ask) ? readCommand(ask, scope, name, holder) : confirmCommand(holder, ask, scope, name);
}
/** What `kubectl get` asks: one object where it is named, else a list. */
function isListed({ verb, resource, subresource }, name) {
	return subresource === "" && resource !== "*" && verb === (name === void 0 ? "list" : "get");
}
/** What a path answers says nothing where it may not exist: behind a wildcard the API server itself is asked. */
function pathCommand(holder, { verbs }, written) {
	const verb = verbMatches(verbs, "get") ? "get" : verbs[0]?.value ?? "get";
	const path = /^\/?\*+$/.test(written) ? "/metrics" : written;
	if (holder.kind !== "anonymous") return `kubectl auth can-i ${verb} ${shellWord$1(path)} ${holder.impersonation}`;
	if (verb === "get" && !path.endsWith("*")) return `kubectl get --raw ${shellWord$1(path)} ${holder.impersonation}`;
	return review(holder, { nonResourceAttributes: {
		verb,
		path
	} });
}
/** Asks whether a holder may, with the command that can tell. */
function confirmCommand(holder, ask, scope, name) {
	return holder.kind === "anonymous" || !isServed(ask) ? reviewCommand$1(holder, ask, scope, name) : canI(holder, ask, scope, name);
}
/**
* Whether kubectl finds the resource in every cluster. What it does not find (`signers`, `*` of one group, a custom
* resource that is not installed) it asks for under the whole word, `signers.certificates.k8s.io`, in the core group.
*/
function isServed({ apiGroup, resource }) {
	if (apiGroup === "" || apiGroup === "*") return true;
	return servedEverywhere[apiGroup]?.includes(resource) === true;
}
const servedEverywhere = {
	"admissionregistration.k8s.io": ["mutatingwebhookconfigurations", "validatingwebhookconfigurations"],
	"apiregistration.k8s.io": ["apiservices"],
	apps: [
		"daemonsets",
		"deployments",
		"replicasets",
		"statefulsets"
	],
	batch: ["cronjobs", "jobs"],
	"certificates.k8s.io": ["certificatesigningrequests"],
	"networking.k8s.io": ["ingresses", "networkpolicies"],
	"rbac.authorization.k8s.io": [
		"clusterrolebindings",
		"clusterroles",
		"rolebindings",
		"roles"
	]
};
/** Asks the API server in the holder's place. */
function canI(holder, ask, scope, name) {
	const words = [
		"kubectl auth can-i",
		shellWord$1(ask.verb),
		shellWord$1(resourceWord(ask, name))
	];
	if (ask.subresource !== "") words.push(`--subresource=${shellWord$1(ask.subresource)}`);
	return [
		...words,
		...namespaceWords(scope),
		holder.impersonation
	].join(" ");
}
/** How a client that is no pod gets a token that expires. */
function createTokenCommand(namespace, account) {
	const scope = {
		kind: "namespace",
		namespace
	};
	return [
		"kubectl create token",
		shellWord$1(account),
		...namespaceWords(scope),
		"--duration=1h"
	].join(" ");
}
function readCommand(ask, scope, name, holder) {
	const where = scope.kind === "cluster" && name === void 0 ? ["-A"] : namespaceWords(scope).filter((word) => word !== "-A");
	return [
		"kubectl get",
		shellWord$1(resourceWord(ask, name)),
		...where,
		"-o name",
		holder.impersonation
	].join(" ");
}
/** A review that an administrator creates about somebody else. */
function reviewCommand$1(holder, ask, scope, name) {
	const { verb, apiGroup, resource, subresource } = ask;
	return review(holder, { resourceAttributes: {
		verb,
		group: apiGroup,
		resource,
		subresource,
		namespace: scope.kind === "cluster" ? "" : namespaceToType(scope.namespace),
		name: name ?? ""
	} });
}
function review(holder, attributes) {
	const asked = {
		apiVersion: "authorization.k8s.io/v1",
		kind: "SubjectAccessReview",
		spec: {
			...reviewedIdentity(holder),
			...attributes
		}
	};
	return `echo ${shellWord$1(JSON.stringify(asked))} | kubectl create -o jsonpath={.status.allowed} -f -`;
}
function reviewedIdentity({ key, kind }) {
	if (kind === "anonymous") return {
		user: anonymousIdentity.user,
		groups: anonymousIdentity.groups
	};
	const asked = key.replace(appliedNamespace, namespaceToType(appliedNamespace));
	const groups = membershipsOf(asked).map((group) => group.slice(groupKey("").length));
	return asked.startsWith(userKey("")) ? {
		user: asked.slice(userKey("").length),
		groups
	} : { groups: [asked.slice(groupKey("").length), ...groups] };
}
function resourceWord({ apiGroup, resource }, name) {
	const full = apiGroup === "" || apiGroup === "*" ? resource : `${resource}.${apiGroup}`;
	return name === void 0 ? full : `${full}/${name}`;
}
function namespaceWords(scope) {
	if (scope.kind === "cluster") return ["-A"];
	return ["-n", shellWord$1(namespaceToType(scope.namespace))];
}
//#endregion
//#region packages/rules/src/edits.ts
/** Takes an item out of a list, block or flow; none where that would need more than cutting. */
function removeListItem(origin) {
	if (origin.kind !== "text") return [];
	const { text } = origin.source;
	const cut = blockItem(text, origin) ?? flowItem(text, origin);
	return cut === void 0 ? [] : [{
		origin: {
			...origin,
			start: cut.start,
			end: cut.end
		},
		replacement: ""
	}];
}
/** Takes a whole object out of its file: a document, or an item of a List. */
function removeObject(origin) {
	if (origin.kind !== "text") return [];
	const asItem = removeListItem(origin);
	if (asItem.length > 0) return asItem;
	const { text } = origin.source;
	if (!/^[ \t]*(?:---)?[ \t]*$/.test(lineHead(text, origin.start)) || !endsLine(text, origin.end)) return [];
	return [{
		origin: {
			...origin,
			end: endOfLine(text, origin.end)
		},
		replacement: ""
	}];
}
/** Puts another scalar in place of one that is written plainly. */
function replaceScalar(origin, from, to) {
	if (origin.kind !== "text") return [];
	const { source, start, end } = origin;
	const written = source.text.slice(start, end);
	if (written === from) return [{
		origin,
		replacement: to
	}];
	if (written === `"${from}"` || written === `'${from}'`) return [{
		origin,
		replacement: `${written.charAt(0)}${to}${written.charAt(0)}`
	}];
	return [];
}
/** The lines of `- …`, if the item is alone on them. */
function blockItem(text, { start, end }) {
	if (!/^[ \t]*-[ \t]+$/.test(lineHead(text, start)) || !endsLine(text, end)) return void 0;
	return {
		start: startOfLine(text, start),
		end: endOfLine(text, end)
	};
}
/** The item and one comma beside it. */
function flowItem(text, { start, end }) {
	const before = /([[,])\s*$/.exec(text.slice(Math.max(0, start - longestGap), start))?.[1];
	const after = /^\s*([\],])/.exec(text.slice(end, end + longestGap));
	if (before === void 0 || after === null) return void 0;
	if (after[1] === ",") {
		const spaces = /^\s*/.exec(text.slice(end + after[0].length, end + after[0].length + longestGap))?.[0].length ?? 0;
		return {
			start,
			end: end + after[0].length + spaces
		};
	}
	if (before === ",") return {
		start: text.lastIndexOf(",", start - 1),
		end
	};
	return {
		start,
		end
	};
}
/** Between an item and its comma, comments apart. */
const longestGap = 256;
function startOfLine(text, offset) {
	return text.lastIndexOf("\n", offset - 1) + 1;
}
/** After the line break, or the end of the text. */
function endOfLine(text, offset) {
	const at = text.indexOf("\n", offset);
	return at < 0 ? text.length : at + 1;
}
/** What stands before on the line: of a line that may be a whole dump, no more than an item may have before it. */
function lineHead(text, offset) {
	let start = offset;
	while (start > 0 && headCharacters.includes(text.charAt(start - 1))) start--;
	return start === 0 || text.charAt(start - 1) === "\n" ? text.slice(start, offset) : "?";
}
const headCharacters = " 	-";
/** Whether nothing but a comment follows on the line. */
function endsLine(text, offset) {
	let at = offset;
	while (at < text.length && " 	\r".includes(text.charAt(at))) at++;
	return at === text.length || text.charAt(at) === "\n" || text.charAt(at) === "#";
}
/** Puts the other truth value into `--flag=true`, `--flag` or `key: true`. */
function replaceBoolean(origin, to) {
	if (origin.kind !== "text") return [];
	const { source, start, end } = origin;
	const written = source.text.slice(start, end);
	const found = /^(--[\w-]+)(?:=(?:1|t|T|TRUE|true|True))?$/.exec(written);
	if (found !== null) return [{
		origin,
		replacement: `${found[1]}=${to}`
	}];
	return written === "true" ? [{
		origin,
		replacement: String(to)
	}] : [];
}
/** Edits that leave each other alone; none where one cannot be made or two would meet. */
function allOrNone(edits) {
	if (edits.some((some) => some.length === 0)) return [];
	const all = edits.flat();
	return all.some(({ origin: one }, index) => all.slice(index + 1).some(({ origin: other }) => {
		if (one.kind !== "text" || other.kind !== "text" || one.source !== other.source) return false;
		return one.start < other.end && other.start < one.end;
	})) ? [] : all;
}
/** Puts a flow mapping in place of an item of a list, which fits into block and flow style alike. */
function replaceItem(origin, entries) {
	if (removeListItem(origin).length === 0 || origin.kind !== "text") return [];
	const isJson = /^\{\s*"/.test(origin.source.text.slice(origin.start, origin.end));
	const word = (text) => isJson ? JSON.stringify(text) : text;
	return [{
		origin,
		replacement: `{ ${Object.entries(entries).map(([key, value]) => `${word(key)}: ${word(value)}`).join(", ")} }`
	}];
}
//#endregion
//#region packages/rules/src/hops.ts
/** `legacy/secret.yaml:5`, `built in: default policy of v1.37`. */
function whereOf(origin) {
	switch (origin.kind) {
		case "text": return `${origin.source.path}:${positionAt(origin.source, origin.start).line}`;
		case "built-in": return `built in: ${origin.of}`;
	}
}
function hop(origin, label, step) {
	return {
		origin,
		label: fitLabel(label),
		step
	};
}
/** The subject in its binding, where somebody who takes the grant away would edit. */
function subjectHop(holder, subject, step) {
	return hop(subjectOrigin(subject), subjectLabel(holder, subject), step);
}
/** The name; of a ServiceAccount up to its namespace, where both stand on one line. */
function subjectOrigin(subject) {
	const { origin } = subject.name;
	const namespace = subject.kind === "ServiceAccount" ? subject.namespace?.origin : void 0;
	if (origin.kind !== "text" || namespace?.kind !== "text" || namespace.start < origin.end) return origin;
	return origin.source.text.slice(origin.end, namespace.end).includes("\n") ? origin : {
		...origin,
		end: namespace.end
	};
}
function subjectLabel(holder, subject) {
	switch (holder.kind) {
		case "anonymous": return subject.kind === "Group" ? "all of them are in this group" : "all of them are this user";
		case "authenticated": return subject.name.value === "system:authenticated" ? "everybody who presents any credential is in this group" : "everybody who logs in through OpenShift is in it";
		case "all-service-accounts": return "every account of every namespace is in this group";
		case "namespace-service-accounts": return "every account of that namespace is in this group";
		case "service-account": return holder.level === 2 ? "every pod that names no account is this one" : "bound";
		case "nodes":
		case "masters":
		case "user":
		case "group": return "bound";
	}
}
function roleRefHop(binding, step) {
	return hop(binding.entry.object.roleRef.name.origin, `grants this role ${reachOf$2(binding.scope)}`, step);
}
/**
* The words of the role that give a power: one hop for each part, with a remark on its verbs; before them the binding,
* if it is another than the one that is told.
*/
function powerHops(power, firstStep, through) {
	let step = firstStep;
	return power.witnesses.flatMap((witness) => {
		const { binding } = witness.grant;
		return [...through !== void 0 && binding !== through && binding.entry.object.origin.kind !== "built-in" ? [roleRefHop(binding, step++)] : [], ...witnessHops(power, witness, step++)];
	});
}
function witnessHops(power, witness, step) {
	const { grant, resource, verbs } = witness;
	const verbOrigin = spanOf(verbs);
	const reach = resourceLabel(power, witness);
	if (grant.rule.origin.kind === "built-in") {
		const role = grant.role.entry.object;
		return [hop(grant.rule.origin, `${role.kind} ${quotable(role.meta.name.value)}: ${reach}`, step)];
	}
	const atResource = hop(resource?.origin ?? grant.rule.origin, reach, step);
	return verbOrigin === void 0 ? [atResource] : [atResource, hop(verbOrigin, verbLabel$1(power, verbs))];
}
function resourceLabel(power, { reach, grant }) {
	if (power.id === "read-secrets" && power.names.length > 0) return "only Secrets of these names";
	return grant.rule.resourceNames.length === 0 || power.names.length === 0 ? reach : `${reach}, by name`;
}
function verbLabel$1(power, verbs) {
	const consequence = power.id === "read-secrets" ? "returns the contents" : "is enough";
	if (verbs.some(({ value }) => value === "*")) return "every verb";
	if (power.id === "read" || power.id === "write" || power.id === "discovery") return "with these verbs";
	if (verbs.length === 1) return `this verb ${consequence}`;
	return verbs.length === 2 ? `either verb ${consequence}` : `any of these verbs ${consequence}`;
}
/** From the first to the last of them, where they stand in one text. */
function spanOf(words) {
	const first = words[0]?.origin;
	const last = words.at(-1)?.origin;
	if (first?.kind !== "text" || last?.kind !== "text") return void 0;
	const oneLine = !first.source.text.slice(first.start, last.end).includes("\n");
	return first.source === last.source && oneLine ? {
		...first,
		end: last.end
	} : first;
}
//#endregion
//#region packages/rules/src/stand-together.ts
/**
* Whether two objects look as if one person wrote them together: files of one folder, or of a folder and one below it.
* What Kubernetes itself creates stands beside everything.
*/
function standTogether(one, other) {
	if (one === void 0 || other === void 0) return true;
	const here = folderOf$1(one);
	const there = folderOf$1(other);
	return here.startsWith(there) || there.startsWith(here);
}
/** With the slash at its end. The top is a folder like others: what lies there is beside nothing below. */
function folderOf$1(path) {
	const slash = path.lastIndexOf("/");
	return slash < 0 ? "/" : path.slice(0, slash + 1);
}
//#endregion
//#region packages/rules/src/grant-certainty.ts
/** Whether something is asked before RBAC, and whether the binding's role is the one that the inputs hold. */
function certaintyOf(graph, binding) {
	const webhook = webhookBeforeRbac(graph);
	const apart = isBuiltApartFromItsRole(graph, binding);
	const notes = [];
	if (webhook !== void 0) notes.push({
		kind: "note",
		text: `a webhook is asked before RBAC and may deny it (${whereOf(webhook)})`
	});
	if (apart) notes.push({
		kind: "note",
		text: "joined by name only: no kustomization builds the role with the binding"
	});
	return {
		confidence: weakerConfidence(webhook === void 0 ? "certain" : "possible", apart ? "possible" : "certain"),
		assumedHops: apart ? 1 : 0,
		notes
	};
}
/** Where every server that asks RBAC asks a webhook first: what that one denies, RBAC cannot allow. */
function webhookBeforeRbac({ apiServers }) {
	let first;
	for (const { authorization } of apiServers) {
		const asked = askedFirst(authorization);
		if (asked === "rbac") return void 0;
		if (asked !== void 0) first ??= asked;
	}
	return first;
}
function askedFirst({ value }) {
	if (!value.known) return "rbac";
	const rbac = value.modes.findIndex((mode) => mode.value === "RBAC");
	if (rbac < 0) return void 0;
	return value.modes.slice(0, rbac).find((mode) => mode.value === "Webhook")?.origin ?? "rbac";
}
/**
* A binding or its role that some kustomization builds, and none builds both: two applications may well have a role of
* one name (`manager-role`), and what is not among the inputs is the binding's own.
*/
function isBuiltApartFromItsRole(graph, { entry, resolution }) {
	const { kustomizations } = graph.inventory;
	if (kustomizations.length === 0 || resolution.outcome !== "found" || entry.path === void 0) return false;
	const roleAt = resolution.role.entry.path;
	if (roleAt === void 0 || folderOf(roleAt) === folderOf(entry.path)) return false;
	const ofBinding = buildersOfFile(graph, entry.path);
	const ofRole = buildersOfFile(graph, roleAt);
	if (ofBinding.length === 0 && (ofRole.length === 0 || standTogether(roleAt, entry.path))) return false;
	return !ofBinding.some((one) => ofRole.includes(one));
}
/** A folder that is named, and whose kustomization is not among the inputs, stands for all that lies below it. */
function buildersOfFile(graph, path) {
	const builders = buildersOf(graph);
	const found = [...builders.get(path) ?? []];
	for (let folder = folderOf(path); folder !== ""; folder = folderOf(folder)) found.push(...builders.get(folder) ?? []);
	return found;
}
function folderOf(path) {
	return path.slice(0, Math.max(path.lastIndexOf("/"), 0));
}
const knownBuilders = /* @__PURE__ */ new WeakMap();
/** For each file, and folder without a kustomization of its own, the kustomizations that build it, through others too. */
function buildersOf(graph) {
	const known = knownBuilders.get(graph);
	if (known !== void 0) return known;
	const { kustomizations } = graph.inventory;
	const byFolder = new Map(kustomizations.map((one) => [one.folder, one]));
	const builders = /* @__PURE__ */ new Map();
	for (const kustomization of kustomizations) for (const file of filesOf(kustomization, byFolder)) {
		const already = builders.get(file);
		if (already === void 0) builders.set(file, new Set([kustomization]));
		else already.add(kustomization);
	}
	knownBuilders.set(graph, builders);
	return builders;
}
/** Everything that a kustomization builds from, through those it names. */
function filesOf(kustomization, byFolder) {
	const files = /* @__PURE__ */ new Set();
	const seen = /* @__PURE__ */ new Set();
	const open = [kustomization];
	for (let at = open.pop(); at !== void 0; at = open.pop()) for (const resource of at.resources) {
		if (seen.has(resource)) continue;
		seen.add(resource);
		const next = byFolder.get(resource);
		if (next === void 0) files.add(resource);
		else open.push(next);
	}
	return files;
}
//#endregion
//#region packages/rules/src/anonymous.ts
/** Of several API servers the one that lets in most. */
function anonymousReach({ apiServers }) {
	return apiServers.map(reachOf$1).sort((a, b) => rank[a.reach] - rank[b.reach])[0] ?? {
		reach: "nothing",
		paths: [],
		hop: hop({
			kind: "built-in",
			of: "no API server"
		}, "no request is accepted"),
		confidence: "possible",
		assumed: true
	};
}
const rank = {
	"all-paths": 0,
	"some-paths": 1,
	unknown: 2,
	nothing: 3
};
function reachOf$1({ anonymous, assumed }) {
	const { value, origin } = anonymous;
	const confidence = assumed ? "likely" : "certain";
	switch (value.access) {
		case "all-paths": return {
			reach: "all-paths",
			paths: [],
			hop: hop(origin, assumed ? "such requests are accepted by default" : "such requests are accepted, on all paths", 1),
			confidence,
			assumed
		};
		case "some-paths": return {
			reach: "some-paths",
			paths: value.paths.map((path) => path.value),
			hop: hop(value.paths[0]?.origin ?? origin, "such requests are accepted on these paths", 1),
			confidence,
			assumed
		};
		case "off": return {
			reach: "nothing",
			paths: [],
			hop: hop(origin, "such requests are refused today", 1),
			confidence,
			assumed
		};
		case "unknown": return {
			reach: "unknown",
			paths: [],
			hop: hop(origin, "accepted, unless this says otherwise", 1),
			confidence: "likely",
			assumed: true
		};
	}
}
/**
* What grants give to requests that get in on these paths only: each rule cut down to what the paths can ask of it,
* without what Kubernetes gives such requests by itself (`system:public-info-viewer`).
*/
function grantsOnPaths(graph, grants, paths) {
	const shipped = identityKeys(anonymousIdentity).flatMap((key) => [...graph.grantsOf(key)].filter((grant) => grant.shipped).map(({ rule }) => rule));
	const reached = paths.map((path) => {
		return {
			path,
			requests: requestsFor(path).filter(({ attributes }) => !shipped.some((rule) => ruleAllows(rule, {
				...attributes,
				verb: "get"
			})))
		};
	});
	return grants.flatMap((grant) => {
		const onPaths = pathsOf(grant, reached);
		return [...onPaths === void 0 ? [] : [onPaths], ...reached.flatMap((one) => objectsOf(grant, one))];
	});
}
/** The grant of those paths that are no resource. */
function pathsOf(grant, reached) {
	const nonResourceURLs = reached.flatMap(({ path, requests }) => {
		const asked = requests.some(({ attributes }) => attributes.kind === "non-resource" && ruleAllows(grant.rule, attributes));
		const written = grant.rule.nonResourceURLs.find((one) => nonResourceUrlMatches([one], path));
		return asked && written !== void 0 ? [located(path, written.origin)] : [];
	});
	return nonResourceURLs.length === 0 ? void 0 : {
		...grant,
		rule: {
			...grant.rule,
			nonResourceURLs
		}
	};
}
/** The grant of the objects that one path is about, such as `/api/v1/secrets`. */
function objectsOf(grant, { requests }) {
	const { rule, scope } = grant;
	const usable = requests.flatMap(({ attributes, anyName }) => {
		if (attributes.kind === "non-resource" || attributes.verb === "") return [];
		const name = anyName ? rule.resourceNames[0]?.value ?? "" : attributes.name;
		return ruleAllows(rule, {
			...attributes,
			name
		}) ? [attributes] : [];
	});
	const [first] = usable;
	if (first === void 0 || scope.kind === "namespace" && scope.namespace !== first.namespace) return [];
	const { namespace, resource, subresource, apiGroup, name } = first;
	const written = rule.resources.filter((one) => resourceMatches([one], resource, subresource));
	const at = (list, value) => located(value, list[0]?.origin ?? rule.origin);
	const narrowed = {
		...rule,
		verbs: usable.flatMap(({ verb }) => rule.verbs.filter((one) => verbMatches([one], verb)).map((one) => at([one], verb))),
		apiGroups: [at(rule.apiGroups, apiGroup)],
		resources: [at(written, subresource === "" ? resource : `${resource}/${subresource}`)],
		resourceNames: name === "" ? rule.resourceNames : [at(rule.resourceNames, name)]
	};
	return [{
		...grant,
		scope: namespace === "" ? scope : {
			kind: "namespace",
			namespace
		},
		rule: narrowed
	}];
}
/** Whether RBAC is asked at all; where nothing describes the API server it is. */
function rbacIsAsked({ apiServers }) {
	return apiServers.some(({ authorization: { value } }) => !value.known || value.modes.some((mode) => mode.value === "RBAC"));
}
//#endregion
//#region packages/rules/src/wildcard-powers.ts
/** Whether `*` for resources is what gives a power. */
function isByWildcard({ witnesses }) {
	return witnesses.every(({ resource }) => resource?.value === "*");
}
/** Whether a rule says `*` where something could be listed: for verbs of named resources, or for paths. */
function hasWildcard(rule) {
	return rule.nonResourceURLs.some(isEveryPath) || saysEveryVerb(rule) && rule.resources.every(isNamed);
}
/**
* What `*` gives beside the powers of the catalogue: every verb on named kinds, every path that is no resource.
*
* `powers`: those of the same grants.
*/
function wildcardPowers(context, grants, powers) {
	return grants.filter(({ rule }) => hasWildcard(rule)).flatMap((grant) => grant.rule.nonResourceURLs.length > 0 ? everyPath(grant, context.minor) : everyVerb(context, grant, powers));
}
function everyPath(grant, minor) {
	const power = otherPower(grant, minor);
	return power === void 0 ? [] : [{
		...power,
		id: "every-path"
	}];
}
/**
* Every verb on kinds that Kubernetes itself serves. Worth the strongest power that those verbs give; where they give
* none, changing a kind as one likes, which its list of verbs would say as well.
*
* Of custom kinds it is what their controller needs, whatever verbs there are.
*/
function everyVerb(context, grant, powers) {
	const written = otherPower(grant, context.minor);
	if (written?.id !== "write") return [];
	const strongest = powers.find((power) => power.id !== "write" && isByEveryVerbOf(power, grant.rule));
	if (strongest === void 0 && !coversServedKind(grant.rule, context.resources)) return [];
	const level = strongest?.sureLevel ?? 5;
	const and = strongest === void 0 || isSaidByKind(strongest) ? "" : `, and so ${strongest.phrase}`;
	return [{
		...written,
		id: "every-verb",
		level,
		sureLevel: level,
		phrase: written.phrase + and,
		names: strongest?.names ?? written.names
	}];
}
/** `do everything with secrets` says by itself that they can be read. */
function isSaidByKind({ id, names }) {
	return names.length > 0 || saidByKind.includes(id);
}
const saidByKind = [
	"read-secrets",
	"write-secrets",
	"read-logs",
	"write-nodes",
	"write-crds",
	"write-admission-policies"
];
function isByEveryVerbOf({ witnesses }, rule) {
	return witnesses.some(({ grant, resource, verbs }) => {
		return grant.rule === rule && resource?.value !== "*" && verbs.some(({ value }) => value === "*");
	});
}
/** Kinds that can only be asked questions (reviews) have one verb: `*` adds none. */
function coversServedKind({ apiGroups, resources }, served) {
	return served.some(({ group, resource, verbs, subresources }) => verbs.length > 1 && apiGroups.some(({ value }) => value === group || value === "*") && (resourceMatches(resources, resource, "") || [...subresources.keys()].some((subresource) => resourceMatches(resources, resource, subresource))));
}
function saysEveryVerb({ verbs }) {
	return verbs.some(({ value }) => value === "*");
}
function isNamed({ value }) {
	return value !== "*";
}
function isEveryPath({ value }) {
	return /^\/?\*+$/.test(value);
}
/**
* How a power by `*` for resources reads, the longest first: `read all resources in the cluster, Secrets included`.
*/
function allResourcesWords(power) {
	if (power.id === "every-path") return [power.phrase];
	const { rule, scope } = power.witnesses[0].grant;
	const what = `${verbsOf$1(rule)} all resources${groupsOf(rule)}${namesOf$1(power)}`;
	const where = `${what} ${inScope(scope)}`;
	if (power.names.length > 0) return [where];
	if (power.id === "read-secrets") return [`${where}, Secrets included`];
	return [
		`${where}, and so ${power.phrase}`,
		`${what}, and so ${power.phrase}`,
		where
	];
}
function verbsOf$1({ verbs }) {
	const values = verbs.map(({ value }) => value);
	if (values.includes("*")) return "do everything with";
	if (values.every((value) => readVerbs.includes(value))) return "read";
	return listed$1(values.map(quotable), 2);
}
const readVerbs = [
	"get",
	"list",
	"watch"
];
function groupsOf({ apiGroups }) {
	const groups = apiGroups.map(({ value }) => value);
	if (groups.includes("*")) return "";
	return ` of ${listed$1(groups.map((group) => group === "" ? "the core group" : quotable(group)), 2)}`;
}
function namesOf$1({ names }) {
	return names.length === 0 ? "" : ` named ${listed$1(names.map(quotable))}`;
}
//#endregion
//#region packages/rules/src/bound-powers.ts
/** Crowds have rules of their own, which say more. */
const holdersWithNames = [
	"service-account",
	"nodes",
	"user",
	"group"
];
const boundPowers = {
	usual: /* @__PURE__ */ new WeakMap(),
	extended: /* @__PURE__ */ new WeakMap()
};
/** Who holds a power through which binding, in the order of bindings. Whoever can do everything there anyway is left out. */
function boundPowersOf(context, id) {
	return allBoundPowers(context, packOf(id)).byPower.get(id) ?? [];
}
function allBoundPowers(context, pack) {
	let known = boundPowers[pack].get(context.graph);
	if (known === void 0) {
		known = findBoundPowers(context, pack);
		boundPowers[pack].set(context.graph, known);
	}
	return known;
}
function findBoundPowers(context, pack) {
	const byPower = /* @__PURE__ */ new Map();
	const byHolder = /* @__PURE__ */ new Map();
	const giving = rolesThatGive(context.minor, pack);
	for (const bound of boundHolders(context, holdersWithNames, giving)) {
		const powers = powersThrough(context, pack, bound);
		if (powers.length === 0 || holdsEverythingAnyway(context.graph, bound)) continue;
		const catalogued = powers.filter(({ id }) => !wildcards.includes(id));
		append$2(byHolder, holderAt(bound, bound.binding.entry.namespace), {
			binding: bound.binding,
			powers: catalogued
		});
		for (const power of powers) append$2(byPower, power.id, {
			bound,
			power
		});
	}
	return {
		byPower,
		byHolder
	};
}
/** They say how a rule is written; what it gives is in the catalogue. */
const wildcards = ["every-verb", "every-path"];
function powersThrough(context, pack, bound) {
	const grants = bound.grants();
	const here = cataloguedPowersOf(grants, context.minor, pack);
	if (pack === "extended") return here;
	const all = [...here, ...powersCompletedElsewhere(context, bound, grants)];
	return [...all, ...wildcardPowers(context, grants, all)];
}
function append$2(lists, key, value) {
	const list = lists.get(key);
	if (list === void 0) lists.set(key, [value]);
	else list.push(value);
}
function holderAt({ holder }, namespace) {
	return `${holder.key}\0${namespace}`;
}
/**
* The binding by which a holder's powers are told: another one where that gives all that this one gives, in more
* namespaces or in the same. As long as that one stands, taking this one away changes nothing.
*/
function tellingBinding(context, bound) {
	const known = tellingBindings.get(bound);
	if (known !== void 0) return known;
	const found = findTellingBinding(context, bound);
	tellingBindings.set(bound, found);
	return found;
}
const tellingBindings = /* @__PURE__ */ new WeakMap();
function findTellingBinding(context, bound) {
	const { byHolder } = allBoundPowers(context, "usual");
	const { namespace } = bound.binding.entry;
	const clusterWide = byHolder.get(holderAt(bound, "")) ?? [];
	const through = namespace === "" ? clusterWide : [...clusterWide, ...byHolder.get(holderAt(bound, namespace)) ?? []];
	let telling = through.findIndex(({ binding }) => binding === bound.binding);
	for (const index of through.keys()) if (tellsInstead(through, index, telling)) telling = index;
	return through[telling]?.binding ?? bound.binding;
}
/** Whether one binding gives all that another one gives; of two that give the same, the first one tells. */
function tellsInstead(through, index, ofIndex) {
	const [one, other] = [through[index], through[ofIndex]];
	if (one === void 0 || other === void 0 || one === other || other.powers.length === 0) return false;
	return includesAll(one, other) && (index < ofIndex || !includesAll(other, one));
}
function includesAll({ powers }, other) {
	return other.powers.every((power) => powers.some((one) => includesPower(one, power)));
}
function includesPower(power, other) {
	if (power.id !== other.id) return false;
	if (power.scope.kind === "namespace" && other.scope.kind === "cluster") return false;
	return power.names.length === 0 || other.names.every((name) => power.names.includes(name));
}
/** Bindings whose role gives some part of a power, or `*`: few roles have many bindings. */
function rolesThatGive(minor, pack) {
	const known = /* @__PURE__ */ new Map();
	const gives = (role) => {
		let does = known.get(role);
		if (does === void 0) {
			does = role.rules.some((rule) => powersTouchedBy(rule, minor, pack).length > 0 || hasWildcard(rule));
			known.set(role, does);
		}
		return does;
	};
	return (binding) => rolesOf(binding).some(gives);
}
/**
* Powers of which this binding gives the deciding part, and another binding of the holder, or of a group it is in, the
* rest: `bind` here and writing bindings there.
*/
function powersCompletedElsewhere({ graph, minor }, { binding, holder }, here) {
	const parts = here.filter(({ rule }) => givesPart(rule, minor));
	if (parts.length === 0) return [];
	const others = (key) => partsElsewhere(graph, key, binding, minor);
	const own = others(holder.key);
	const ofGroups = membershipsOf(holder.key).flatMap(others);
	if (own.length + ofGroups.length === 0) return [];
	const isOwn = new Set([...parts, ...own]);
	return cataloguedPowersOf([
		...parts,
		...own,
		...ofGroups
	], minor).filter(({ witnesses }) => {
		return witnesses.find(({ grant }) => isOwn.has(grant))?.grant.binding === binding && witnesses.some(({ grant }) => grant.binding !== binding);
	});
}
const partsOfSubjects = /* @__PURE__ */ new WeakMap();
function partsElsewhere(graph, key, binding, minor) {
	const known = partsOfSubjects.get(graph) ?? /* @__PURE__ */ new Map();
	partsOfSubjects.set(graph, known);
	let parts = known.get(key);
	if (parts === void 0) {
		parts = [...graph.grantsOf(key, (rule) => givesPart(rule, minor))].filter(({ shipped }) => !shipped);
		known.set(key, parts);
	}
	return parts.filter((grant) => grant.binding !== binding);
}
const everythingAt = /* @__PURE__ */ new WeakMap();
/** Through another binding, its own or one of a group it is in. */
function holdsEverythingAnyway(graph, { binding, holder }) {
	const known = everythingAt.get(graph) ?? /* @__PURE__ */ new Map();
	everythingAt.set(graph, known);
	const { namespace } = binding.entry;
	return [holder.key, ...membershipsOf(holder.key)].some((key) => {
		const at = known.get(key) ?? bindingsOfEverything(graph, key);
		known.set(key, at);
		return at.has("") || at.has(namespace);
	});
}
/** Namespaces, `""` for all of them, in which a subject can do everything. */
function bindingsOfEverything(graph, key) {
	const at = /* @__PURE__ */ new Set();
	for (const { scope } of graph.grantsOf(key, givesEverything)) at.add(scope.kind === "cluster" ? "" : scope.namespace);
	return at;
}
const dormantPowers = {
	usual: /* @__PURE__ */ new WeakMap(),
	extended: /* @__PURE__ */ new WeakMap()
};
/** Powers of roles that the inputs define and that no binding and no aggregation uses. */
function dormantPowersOf(context, id) {
	const pack = packOf(id);
	let known = dormantPowers[pack].get(context.graph);
	if (known === void 0) {
		known = findDormantPowers(context, pack);
		dormantPowers[pack].set(context.graph, known);
	}
	return known.get(id) ?? [];
}
function findDormantPowers(context, pack) {
	const found = /* @__PURE__ */ new Map();
	for (const role of unusedRoles(context.graph)) {
		const grants = grantsIfBound(role);
		const powers = cataloguedPowersOf(grants, context.minor, pack);
		const wildcard = pack === "usual" ? wildcardPowers(context, grants, powers) : [];
		for (const power of [...powers, ...wildcard]) append$2(found, power.id, {
			role,
			power
		});
	}
	return found;
}
/** Roles of the inputs that nobody holds anything through. */
function unusedRoles(graph) {
	const bound = /* @__PURE__ */ new Set();
	for (const binding of graph.bindings) for (const role of rolesOf(binding)) bound.add(role.entry.key);
	const takenIn = /* @__PURE__ */ new Set();
	for (const { entry, rules } of graph.roles) if (entry.object.kind === "ClusterRole" && entry.object.aggregation !== void 0) for (const rule of rules) takenIn.add(rule);
	return graph.roles.filter(({ entry, rules, asShipped }) => {
		if (entry.object.origin.kind === "built-in" || bound.has(entry.key) || asShipped === "all") return false;
		return !rules.some((rule) => takenIn.has(rule));
	});
}
//#endregion
//#region packages/rules/src/aws-auth.ts
/** Whether the inputs hold the ConfigMap kube-system/aws-auth, by which EKS knows its users and groups. */
function hasAwsAuth({ inventory }) {
	return inventory.credentials.some(({ form }) => form === "aws-auth-mapping");
}
/** Whether a power over every ConfigMap of kube-system, or of the cluster, includes that one. */
function includesAwsAuth(graph, { id, witnesses: [{ grant }] }) {
	if (id !== "write-configmaps" && id !== "write-identity-configmaps") return false;
	return grant.rule.resourceNames.length === 0 && hasAwsAuth(graph);
}
//#endregion
//#region packages/rules/src/consequences.ts
/**
* Of the powers of one holder the one that is worth most, with where it leads; of equals the first.
*
* `assumedHops`: those on the way to the power.
*/
function worstOf(context, holder, powers, assumedHops) {
	let worst;
	for (const power of powers) for (const consequence of consequencesOf(context, holder, power)) {
		const rating = {
			holder: holder.level,
			power: consequence.level,
			adjustments: consequence.narrowed ? [...holder.adjustments, adjustment.namedObjects] : holder.adjustments,
			assumedHops: assumedHops + consequence.assumedHops
		};
		const score = rate(rating);
		if (worst === void 0 || score > worst.score) worst = {
			power,
			consequence,
			score,
			rating
		};
	}
	return worst;
}
/**
* Where a power leads, what was read before what is assumed: a readable Secret that holds the token of a stronger
* account; an account that its holder can be; and the controllers' accounts.
*/
function consequencesOf(context, holder, power) {
	const known = knownConsequence(context, holder, power);
	if (power.assumedHops === 0) return [known];
	const promoted = power.level === 1;
	return [known, {
		level: power.level,
		suffix: promoted ? suffix(holder, power) : "",
		next: promoted ? controllersStep(power.scope) : void 0,
		assumedHops: power.assumedHops,
		confidence: power.confidence,
		narrowed: false
	}];
}
/** How whoever can be any account of kube-system becomes cluster-admin. */
function controllersStep(scope) {
	return `controllers run as ServiceAccounts of ${scope.kind === "cluster" ? "kube-system" : "the namespace"}; clusterrole-aggregation-controller may write any right into any ClusterRole`;
}
function knownConsequence(context, holder, power) {
	const end = {
		level: power.sureLevel,
		suffix: power.sureLevel === 1 ? promotedSuffix(holder, power) : "",
		next: void 0,
		assumedHops: 0,
		confidence: power.confidence === "possible" ? "possible" : "certain",
		narrowed: power.names.length > 0
	};
	if (power.sureLevel === 1) return end;
	if (includesAwsAuth(context.graph, power)) {
		const next = "one of them is kube-system/aws-auth, the list of users and groups of EKS";
		return {
			...end,
			level: 1,
			suffix: becomesAdmin(holder),
			next
		};
	}
	const found = strongerIdentity(context, holder, power);
	if (found === void 0 || found.power.level >= power.sureLevel || isDetour(power, found.power)) return end;
	return {
		level: found.power.level,
		suffix: suffix(holder, found.power),
		next: found.next,
		assumedHops: found.power.assumedHops,
		confidence: weakerConfidence(end.confidence, found.power.confidence),
		narrowed: false
	};
}
/** Whether an account takes as many assumptions to as much as the power by itself, by way of the controllers' accounts. */
function isDetour({ level, assumedHops }, its) {
	return assumedHops > 0 && its.assumedHops >= assumedHops && its.level >= level;
}
/** Whom a power lets its holder be, and how. */
function strongerIdentity(context, holder, { id, scope, names, takesAccounts }) {
	if (id === "read-secrets") {
		const found = strongestTokenSecret(context, scope, names, holder.key);
		if (found === void 0) return void 0;
		const { name, namespace } = found.secret.entry.object.meta;
		const secret = namespacedName(namespace?.value ?? found.secret.entry.namespace, name.value);
		const whose = `${accountDescription(found.power)} token (${whereOf(name.origin)}, see sa-legacy-token-secret)`;
		return {
			power: found.power,
			next: `${names.length === 0 ? `one of them, ${secret},` : secret} is ${whose}`
		};
	}
	const named = names.length > 0 && namesAccounts.includes(id);
	if (!takesAccounts && !named) return void 0;
	const found = named ? strongestAccountNamed(context, scope, names, holder.key) : strongestAccount(context, scope, holder.key);
	if (found === void 0) return void 0;
	const account = `ServiceAccount ${namespacedName(found.namespace, found.name)}`;
	const described = describedPower(found.power);
	return {
		power: found.power,
		next: named ? `${account} ${described}` : `one of them is ${account}, which ${described}`
	};
}
/** Powers whose names are those of the accounts. */
const namesAccounts = ["create-tokens", "impersonate-service-accounts"];
/** `is cluster-admin`, or `can read every Secret in the cluster`. */
function describedPower(power) {
	return isClusterAdmin$1(power) ? "is cluster-admin" : `can ${power.phrase}`;
}
/** Everything, everywhere. */
function isClusterAdmin$1({ id, scope }) {
	return id === "everything" && scope.kind === "cluster";
}
function accountDescription(power) {
	return isClusterAdmin$1(power) ? "a cluster-admin's" : "a stronger account's";
}
function suffix(holder, power) {
	return power.level === 1 ? becomesAdmin(holder) : "";
}
function becomesAdmin(holder) {
	return `, which makes ${pronounOf(holder)} cluster-admin`;
}
function promotedSuffix(holder, power) {
	return power.id === "everything" && power.scope.kind === "cluster" ? "" : suffix(holder, power);
}
//#endregion
//#region packages/rules/src/fingerprint.ts
/**
* The identity of a finding across runs: 32 hex digits of rule, cluster, subject and object.
*
* No line, path, message or right goes in, so a finding survives every edit that is not about it.
*/
function fingerprintOf(ruleId, cluster, identity) {
	const parts = [
		ruleId,
		cluster,
		identity.subject,
		identity.object
	].join("\0");
	return createHash("sha256").update(parts, "utf8").digest("hex").slice(0, 32);
}
//#endregion
//#region packages/rules/src/risk-details.ts
/** A risk whose chain, notes and remedies are made once, when they are asked for. */
function withDetails(told, details) {
	let hops;
	let notes;
	let remedies;
	return {
		...told,
		get hops() {
			hops ??= details.hops();
			return hops;
		},
		get notes() {
			notes ??= details.notes();
			return notes;
		},
		get remedies() {
			remedies ??= details.remedies();
			return remedies;
		}
	};
}
/** A finding out of its primary risk and those folded into it. Nothing is made that nobody has asked for yet. */
function findingOf(risk, folded, cluster) {
	return named$1(risk, cluster, { folded: folded.map((other) => named$1(other, cluster, {})) });
}
/** The same risk with a name to speak of it across runs, and with something more. */
function named$1(risk, cluster, more) {
	let fingerprint;
	return {
		...plainOf(risk),
		...more,
		severity: severityOf(risk.score),
		get fingerprint() {
			fingerprint ??= fingerprintOf(risk.ruleId, cluster, risk.identity);
			return fingerprint;
		},
		get hops() {
			return risk.hops;
		},
		get notes() {
			return risk.notes;
		},
		get remedies() {
			return risk.remedies;
		}
	};
}
/** The same risk with one more line below it; the others are still made only when somebody looks. */
function withNote(risk, note) {
	return withDetails(plainOf(risk), {
		hops: () => risk.hops,
		notes: () => [...risk.notes, note],
		remedies: () => risk.remedies
	});
}
function plainOf(risk) {
	const { ruleId, title, score, rating, confidence, place, identity, cause, also, alsoOfSame, steps, role } = risk;
	return {
		ruleId,
		title,
		score,
		rating,
		confidence,
		place,
		identity,
		cause,
		also,
		alsoOfSame,
		steps,
		role
	};
}
//#endregion
//#region packages/rules/src/grant-risks.ts
/**
* The risk that a crowd holds rights it should not: requests without credentials, everybody, every ServiceAccount.
*
* Rated by the strongest power the binding gives; nothing where that is discovery, or nothing at all.
*/
function crowdRisk(context, ruleId, bound) {
	const { binding, subject, holder } = bound;
	if (binding.resolution.outcome === "missing") return missingRoleRisk(context, ruleId, bound);
	const anonymous = holder.kind === "anonymous" ? anonymousReach(context.graph) : void 0;
	const reach = reachedGrants(context, bound.grants(), anonymous);
	const powers = [...powersOf(reach.grants, context.minor), ...powersCompletedElsewhere(context, bound, reach.grants)];
	const certainty = certaintyOf(context.graph, binding);
	const worst = worstOf(context, holder, powers, certainty.assumedHops + (anonymous?.assumed === true ? 1 : 0));
	if (worst === void 0 || worst.consequence.level === 6) return void 0;
	const { power, consequence, score: usual } = worst;
	const firstStep = anonymous === void 0 ? 1 : 2;
	const place = subjectHop(holder, subject, firstStep);
	return withDetails({
		ruleId,
		title: fitTitle(`${holder.name} can ${power.phrase}`, reach.dormant === void 0 ? consequence.suffix : `, ${reach.dormant}`),
		score: reach.dormant === void 0 ? usual : Math.min(usual, 3),
		rating: worst.rating,
		confidence: [
			certainty.confidence,
			anonymous?.confidence ?? "certain",
			consequence.confidence
		].reduce(weakerConfidence, "certain"),
		place,
		identity: {
			subject: holder.identity,
			object: binding.entry.key
		},
		cause: binding.entry.key,
		also: `${holder.name} can ${power.phrase}`,
		alsoOfSame: `${subjectPronoun(holder)} can ${power.phrase}`,
		role: roleOf$1(binding)
	}, {
		hops: () => [
			...anonymous === void 0 ? [] : [anonymous.hop],
			place,
			roleRefHop(binding, firstStep + 1),
			...powerHops(power, firstStep + 2, binding)
		],
		notes: () => [
			...consequence.next === void 0 ? [] : [note("then", consequence.next)],
			...otherPowers(holder, power, powers),
			...certainty.notes,
			note("check", checkCommand$1(holder, power)),
			...anonymous?.reach === "all-paths" ? [anonymousFlagNote] : []
		],
		remedies: () => crowdRemedies(bound, power)
	});
}
function reachedGrants({ graph, minor }, grants, anonymous) {
	if (!rbacIsAsked(graph)) return {
		grants,
		dormant: "once RBAC is among the authorization modes"
	};
	switch (anonymous?.reach) {
		case void 0:
		case "all-paths":
		case "unknown": return {
			grants,
			dormant: void 0
		};
		case "nothing": return {
			grants,
			dormant: "once anonymous requests are accepted"
		};
		case "some-paths": {
			const opened = grantsOnPaths(graph, grants, anonymous.paths);
			const gives = strongestPower(opened, minor);
			if (gives !== void 0 && gives.level < 6) return {
				grants: opened,
				dormant: void 0
			};
			return {
				grants,
				dormant: "once anonymous requests are accepted on more paths"
			};
		}
	}
}
/** A role that the inputs name and do not hold: whoever writes it decides what the crowd may do. */
function missingRoleRisk({ graph }, ruleId, bound) {
	const { binding, subject, holder } = bound;
	if (graph.inventory.complete) return void 0;
	const { roleRef } = binding.entry.object;
	const role = `${roleRef.kind.value} ${quotable(roleRef.name.value)}`;
	const place = subjectHop(holder, subject, 1);
	const verb = holder.singular ? "holds" : "hold";
	return {
		ruleId,
		title: fitTitle(`${holder.name} ${verb} ${role}`, ", which no accepted input defines"),
		score: rate({
			holder: holder.level,
			power: 4,
			assumedHops: 1
		}),
		confidence: "possible",
		place,
		hops: [place, hop(roleRef.name.origin, "this role was not found", 2)],
		notes: [],
		remedies: [takeSubjectOut(bound)],
		identity: {
			subject: holder.identity,
			object: binding.entry.key
		},
		cause: binding.entry.key,
		also: `${holder.name} ${verb} ${role}`
	};
}
function note(kind, text) {
	return {
		kind,
		text
	};
}
const anonymousFlagNote = note("note", "--anonymous-auth=false would stop this too, but also probes of /livez and /readyz that send no credentials");
function otherPowers(holder, told, powers) {
	const others = powers.filter((power) => power !== told && power.level <= 4 && !isSaidBy(power, powers));
	return others.length === 0 ? [] : [note("note", `the same role also lets ${pronounOf(holder)} ${listed$1(others.map(({ phrase }) => phrase))}`)];
}
/** Whether a power that has no name of its own, some verbs on some resources, is what named powers say already. */
function isSaidBy({ id, witnesses: [{ grant, verbs }] }, powers) {
	if (id !== "write") return false;
	const { rule } = grant;
	const named = powers.filter((power) => power.id !== "write" && power.id !== "read").flatMap((power) => power.witnesses.filter((witness) => witness.grant.rule === rule));
	return rule.resources.every((resource) => verbs.every((verb) => named.some((one) => one.resource === resource && one.verbs.includes(verb))));
}
function crowdRemedies(bound, power) {
	const remedies = [takeSubjectOut(bound)];
	const narrower = narrowRole(bound, power);
	if (narrower !== void 0) remedies.push(narrower);
	return remedies;
}
/** Take the subject out of its binding; the binding goes with its only subject. */
function takeSubjectOut({ binding, subject, holder }) {
	const { object, namespace } = binding.entry;
	const same = object.subjects.filter((other) => {
		const its = holderOf(other, namespace);
		return its !== void 0 && isSameHolder(its, holder);
	});
	const what = same.length > 1 ? `${holder.name} (${same.length} subjects)` : subjectWord(holder, subject);
	if (object.subjects.length > same.length) {
		const edits = same.map(({ origin }) => removeListItem(origin));
		return {
			text: `take ${what} out of the binding`,
			edits: allOrNone(edits)
		};
	}
	return {
		text: `delete the binding: ${same.length > 1 ? "it has no other subjects" : `${what} is its only subject`}`,
		edits: removeObject(object.origin)
	};
}
function subjectWord(holder, subject) {
	switch (subject.kind) {
		case "Group": return "the group";
		case "User": return "the user";
		case "ServiceAccount": return holder.name;
	}
}
/** Take a resource out of the role, where others remain in the same rule. */
function narrowRole({ binding, holder }, { witnesses: [witness] }) {
	const { resource, grant } = witness;
	const { rule, role } = grant;
	const others = rule.resources.filter((one) => one !== resource);
	if (resource === void 0 || resource.value === "*" || others.length === 0 || rule.nonResourceURLs.length > 0) return;
	const edits = removeListItem(resource.origin);
	if (edits.length === 0) return void 0;
	const rest = binding.entry.object.subjects.length > 1 ? "the other subjects need" : `${holder.name} needs`;
	const name = quotable(role.entry.object.meta.name.value);
	return {
		text: `if ${rest} ${listed$1(others.map(({ value }) => quotable(value)))} only, take ${quotable(resource.value)} out of the role ${name}`,
		edits
	};
}
/** The role that several bindings share, for folding them. */
function roleOf$1(binding) {
	const { resolution } = binding;
	if (resolution.outcome !== "found") return void 0;
	const { key, object } = resolution.role.entry;
	return {
		key,
		place: hop(object.meta.name.origin, "many bindings grant this role")
	};
}
//#endregion
//#region packages/rules/src/aggregation-risks.ts
const ruleId$2 = "path-aggregation-injection";
/**
* Roles that aggregation brings into another one and that give its holders a power it does not have as it is shipped;
* and who could write such a role for itself.
*/
function* aggregationRisks(context) {
	const writers = writersOfRules(context.graph);
	const told = /* @__PURE__ */ new Set();
	for (const aggregate of aggregatedRoles(context.graph).sort((a, b) => rankOf(a) - rankOf(b))) {
		const most = worthTelling(aggregate);
		if (most === void 0) continue;
		for (const injection of injectionsInto(context, aggregate, most, writers)) {
			const held = heldNow(context, injection);
			if (held.length === 0 && told.has(injection.by)) continue;
			told.add(injection.by);
			yield injectionRisk(injection, held);
		}
	}
	yield* selfGrants(context);
}
function aggregatedRoles({ roles }) {
	return roles.filter(({ entry }) => entry.object.aggregation !== void 0);
}
const smallestFirst = [
	"view",
	"edit",
	"admin"
];
function rankOf({ entry }) {
	const rank = smallestFirst.indexOf(entry.object.meta.name.value);
	return rank < 0 ? smallestFirst.length : rank;
}
/** The weakest power that is told of, for roles that people bind without looking into them. */
function worthTelling({ entry, asShipped }) {
	const { aggregation, meta } = entry.object;
	if (aggregation === void 0) return void 0;
	if (asShipped !== "none") return meta.name.value === "view" ? 3 : 2;
	return aggregation.selectors.some(({ matchLabels, matchExpressions }) => matchLabels.size === 0 && matchExpressions.length === 0) ? 2 : void 0;
}
/** Which role of the inputs a rule was written in. */
function writersOfRules({ roles }) {
	const writers = /* @__PURE__ */ new Map();
	for (const role of roles) {
		if (role.entry.object.kind !== "ClusterRole" || role.entry.object.origin.kind === "built-in") continue;
		for (const rule of role.entry.object.rules) writers.set(rule, role);
	}
	return writers;
}
/** One for each role that brings something: the strongest power that the aggregate does not have without. */
function injectionsInto({ minor }, aggregate, most, writers) {
	if (aggregate.asShipped === "all") return [];
	const all = grantsIfBound(aggregate);
	const shipped = powersOf(all.filter(({ rule }) => aggregate.isShipped(rule)), minor);
	const had = new Set(shipped.filter(({ names }) => names.length === 0).map(({ id }) => id));
	const byRole = /* @__PURE__ */ new Map();
	for (const power of powersOf(all, minor)) {
		if (power.sureLevel > most || had.has(power.id) || power.names.length > 0) continue;
		for (const { grant } of power.witnesses) {
			const by = aggregate.isShipped(grant.rule) ? void 0 : writers.get(grant.rule);
			if (by !== void 0 && by !== aggregate && !byRole.has(by)) byRole.set(by, {
				aggregate,
				by,
				power
			});
		}
	}
	return [...byRole.values()];
}
function heldNow(context, { aggregate, power: { id } }) {
	const held = [];
	for (const binding of bindingsOf$1(context.graph, aggregate)) for (const subject of binding.entry.object.subjects) {
		const holder = holderOf(subject, binding.entry.namespace);
		if (holder === void 0 || holder.kind === "masters") continue;
		const power = powersOf(context.graph.grantsThrough(binding, subject), context.minor).find((one) => one.id === id);
		if (power === void 0) continue;
		const { assumedHops } = certaintyOf(context.graph, binding);
		const { level, adjustments } = holder;
		held.push({
			holder,
			binding,
			power,
			score: rate({
				holder: level,
				power: power.sureLevel,
				adjustments,
				assumedHops
			})
		});
	}
	return held.sort((a, b) => b.score - a.score);
}
const bindings = /* @__PURE__ */ new WeakMap();
/** Bindings of aggregated roles only: of the others there are many, and nobody asks. */
function bindingsOf$1(graph, aggregate) {
	let known = bindings.get(graph);
	if (known === void 0) {
		const byRole = /* @__PURE__ */ new Map();
		for (const binding of graph.bindings) {
			if (binding.resolution.outcome !== "found") continue;
			const { role } = binding.resolution;
			if (role.entry.object.aggregation === void 0) continue;
			const all = byRole.get(role);
			if (all === void 0) byRole.set(role, [binding]);
			else all.push(binding);
		}
		known = byRole;
		bindings.set(graph, known);
	}
	return known.get(aggregate) ?? [];
}
function injectionRisk(injection, held) {
	const { aggregate, by, power } = injection;
	const { object, key } = by.entry;
	const into = quotable(aggregate.entry.object.meta.name.value);
	const name = `ClusterRole ${quotable(object.meta.name.value)}`;
	const [worst] = held;
	const place = labelHop(injection);
	const told = worst?.power ?? power;
	const whom = worst === void 0 ? `whoever is bound to ${into}` : `${worst.holder.name}, bound to ${into},`;
	const certain = aggregate.isCertain(power.witnesses[0].grant.rule) ? "certain" : "possible";
	return {
		ruleId: ruleId$2,
		title: fitTitle(`${name} lets ${whom} ${told.phrase}`),
		score: worst?.score ?? rate({
			holder: 4,
			power: power.sureLevel,
			assumedHops: 1
		}),
		confidence: worst === void 0 ? weakerConfidence(certain, "likely") : certain,
		place,
		hops: [
			place,
			...powerHops(power, 2),
			...worst === void 0 ? [] : [roleRefHop(worst.binding, 2 + power.witnesses.length)]
		],
		notes: notesOf(injection, held),
		remedies: remediesOf$1(injection, place),
		identity: {
			subject: `ClusterRole ${aggregate.entry.object.meta.name.value}`,
			object: key
		},
		cause: `${key} aggregated`,
		also: `so does whoever is bound to ${into}`
	};
}
/** The label that the aggregate looks for; where another role stands between, the one that looks like it. */
function labelHop({ aggregate, by }) {
	const { meta } = by.entry.object;
	const sought = new Set((aggregate.entry.object.aggregation?.selectors ?? []).flatMap(({ matchLabels, matchExpressions }) => [...matchLabels.keys(), ...matchExpressions.map(({ key }) => key)]));
	const labels = [...meta.labels];
	const [, value] = labels.find(([label]) => sought.has(label)) ?? labels.find(([label]) => label.includes("aggregate-to-")) ?? [];
	const into = quotable(aggregate.entry.object.meta.name.value);
	return hop(value?.origin ?? meta.name.origin, `brings these rules into ${into}`, 1);
}
/** How many holders are named; whoever wants all asks `who-can`. */
const holdersTold = 3;
function notesOf({ power }, held) {
	const [first] = held;
	if (first === void 0) return [note("who", "nobody among the inputs is bound to it")];
	return [note("who", `bound to it now: ${listed$1([...new Set(held.map(({ holder, binding }) => `${holder.name} ${inScope(binding.scope)}`))], holdersTold)} (${whereOf(first.binding.entry.object.origin)})`), note("check", checkCommand$1(first.holder, first.power.witnesses.length > 0 ? first.power : power))];
}
function remediesOf$1({ aggregate, by }, { origin }) {
	const into = quotable(aggregate.entry.object.meta.name.value);
	return [{
		text: `take the label off, or write "false", and bind ${quotable(by.entry.object.meta.name.value)} to those who need it`,
		edits: replaceScalar(origin, "true", "false")
	}, {
		text: `keep in the labelled role only what everybody bound to ${into} is to have`,
		edits: []
	}];
}
/**
* Whoever may create ClusterRoles with any rights in them, and is bound to a role that aggregation fills: a new role with
* the right label is part of what it holds. Those who may change ClusterRoles need no label.
*/
function* selfGrants(context) {
	const [escalate] = asksOf("escalate", context.minor);
	if (escalate === void 0) return;
	const create = {
		...escalate,
		verb: "create",
		carriesName: false
	};
	const escalates = (rule) => rule.resourceNames.length === 0 && ruleGives(rule, escalate);
	for (const bound of boundHolders(context, [
		"service-account",
		"user",
		"group",
		"nodes"
	], mentions(escalates))) {
		const all = grantsOfHolder(context.graph, bound.holder.key);
		const everywhere = all.filter(({ scope }) => scope.kind === "cluster");
		const deciding = everywhere.find(({ binding, rule }) => binding === bound.binding && escalates(rule));
		const creating = everywhere.find(({ rule }) => ruleGives(rule, create));
		if (deciding === void 0 || creating === void 0) continue;
		if (powersOf(everywhere, context.minor).some(({ id }) => id === "escalate" || id === "everything")) continue;
		const into = strongestReach(all);
		if (into !== void 0) yield selfGrantRisk(context, bound, deciding, creating, into);
	}
}
function mentions(gives) {
	return ({ resolution }) => resolution.outcome === "found" && resolution.role.rules.some(gives);
}
function grantsOfHolder(graph, key) {
	return [key, ...membershipsOf(key)].flatMap((one) => [...graph.grantsOf(one)]);
}
/** A grant through an aggregated role, in the whole cluster if there is one. */
function strongestReach(grants) {
	const aggregated = grants.filter(({ role }) => role.entry.object.aggregation !== void 0);
	return aggregated.find(({ scope }) => scope.kind === "cluster") ?? aggregated[0];
}
function selfGrantRisk({ graph }, bound, deciding, creating, into) {
	const { binding, subject, holder } = bound;
	const { key } = binding.entry;
	const certainty = certaintyOf(graph, binding);
	const place = subjectHop(holder, subject, 1);
	const role = quotable(into.role.entry.object.meta.name.value);
	const verbs = deciding.rule.verbs.find(({ value }) => value === "escalate" || value === "*");
	return {
		ruleId: ruleId$2,
		title: fitTitle(`${holder.name} can write any right into ${role} by a label, and holds it ${inScope(into.scope)}`, into.scope.kind === "cluster" ? `, which makes ${pronounOf(holder)} cluster-admin` : ""),
		score: rate({
			holder: holder.level,
			power: into.scope.kind === "cluster" ? 1 : 3,
			adjustments: holder.adjustments,
			assumedHops: certainty.assumedHops
		}),
		confidence: certainty.confidence,
		place,
		hops: [
			place,
			roleRefHop(binding, 2),
			hop(verbs?.origin ?? deciding.rule.origin, "any right in a new ClusterRole", 3),
			...creating.rule === deciding.rule ? [] : [hop(creating.rule.origin, "creates ClusterRoles", 4)],
			roleRefHop(into.binding, creating.rule === deciding.rule ? 4 : 5)
		],
		notes: [note("then", `a ClusterRole with the label that ${role} looks for is part of it a moment later`), ...certainty.notes],
		remedies: [takeSubjectOut(bound), {
			text: "take escalate out of the role",
			edits: []
		}],
		identity: {
			subject: holder.identity,
			object: key
		},
		cause: key,
		also: `${holder.name} can do the same`
	};
}
//#endregion
//#region packages/rules/src/credential-power.ts
/** The most that whoever holds a credential can do; undefined where no grant is known. */
function credentialPower({ graph, minor }, { user, groups }) {
	if (groups.some(({ value }) => value === "system:masters")) return { level: 1 };
	const keys = [...user === void 0 ? [] : [userKey(user.value)], ...groups.map(({ value }) => groupKey(value))];
	const grants = [];
	for (const key of keys) grants.push(...graph.grantsOf(key));
	return strongestPower(grants, minor);
}
//#endregion
//#region packages/rules/src/drift-risks.ts
const ruleId$1 = "rbac-default-object-drift";
/** What gives nobody much today is still never put back. */
const leastScore = 2;
/**
* Objects of the inputs under a name that Kubernetes or kubeadm ships, where they give more than what is shipped: the
* surplus alone, rated by who holds it. When it starts, the API server adds what is missing and takes nothing away
* (plugin/pkg/auth/authorizer/rbac/bootstrappolicy, with confirm and without RemoveExtraPermissions).
*/
function* driftRisks(context) {
	const { graph } = context;
	const bindings = bindingsByRole(graph.bindings);
	for (const role of graph.roles) {
		if (role.asShipped !== "part" || !isWritten(role.entry) || role.entry.object.aggregation !== void 0) continue;
		const surplus = role.rules.filter((rule) => !role.isShipped(rule));
		if (surplus.length > 0) yield roleRisk$1(context, role, surplus, bindings.get(role.entry) ?? []);
	}
	const { kubernetes, kubeadm } = graph.inventory.shipped;
	const shippedBindings = keysOf([kubernetes, kubeadm], ({ bindings: all }) => all);
	for (const binding of graph.bindings) {
		if (!isWritten(binding.entry) || !shippedBindings.has(binding.entry.key)) continue;
		for (const subject of binding.entry.object.subjects) {
			if (binding.isShipped(subject)) continue;
			const risk = bindingRisk(context, binding, subject);
			if (risk !== void 0) yield risk;
		}
	}
	yield* unreconciledRisks(context);
}
function isWritten({ object }) {
	return object.origin.kind !== "built-in";
}
function keysOf(policies, pick) {
	const objects = policies.flatMap(pick);
	return new Set(objects.map((object) => objectKey(object, object.meta.namespace?.value ?? "")));
}
function bindingsByRole(bindings) {
	const byRole = /* @__PURE__ */ new Map();
	for (const binding of bindings) for (const { entry } of rolesOf(binding)) {
		const known = byRole.get(entry);
		if (known === void 0) byRole.set(entry, [binding]);
		else known.push(binding);
	}
	return byRole;
}
function worstGain(context, surplus, bindings) {
	let worst;
	for (const binding of bindings) for (const subject of binding.entry.object.subjects) {
		const gain = gainOf(context, binding, subject, (rule) => surplus.has(rule));
		if (gain !== void 0 && (worst === void 0 || gain.score > worst.score)) worst = gain;
	}
	return worst;
}
function gainOf(context, binding, subject, isSurplus) {
	const holder = holderOf(subject, binding.entry.namespace);
	if (holder === void 0 || holder.kind === "masters") return void 0;
	const grants = [...context.graph.grantsThrough(binding, subject)].filter(({ rule }) => isSurplus(rule));
	const certainty = certaintyOf(context.graph, binding);
	const worst = worstOf(context, holder, powersOf(grants, context.minor), certainty.assumedHops);
	if (worst === void 0) return void 0;
	const confidence = weakerConfidence(certainty.confidence, worst.consequence.confidence);
	return {
		...worst,
		holder,
		binding,
		confidence,
		notes: certainty.notes
	};
}
const whyKept = "the API server adds what is missing when it starts, and never takes away what is too much";
function roleRisk$1(context, role, surplus, bindings) {
	const { object, namespace, key } = role.entry;
	const isSurplus = new Set(surplus);
	const gain = worstGain(context, isSurplus, bindings);
	const name = `${object.kind} ${namespacedName(namespace, object.meta.name.value)}`;
	const idle = gain === void 0 ? strongestPower(idleGrants(role, isSurplus), context.minor) : void 0;
	const power = gain?.power ?? idle;
	const hops = power === void 0 ? surplusHops(surplus) : powerHops(power, 2);
	const place = hops[0] ?? hop(object.meta.name.origin, "wider than what is shipped");
	const suffix = `, more than Kubernetes ${context.minor} ships`;
	return {
		ruleId: ruleId$1,
		title: gain === void 0 ? fitTitle(`whoever is bound to ${name} can ${idle?.phrase ?? "do more"}`, `${suffix}; nobody is, here`) : fitTitle(`${gain.holder.name} can ${gain.power.phrase} by ${name}`, suffix),
		score: gain === void 0 ? idleScore$1(idle?.sureLevel ?? 6) : Math.max(gain.score, leastScore),
		confidence: gain?.confidence ?? "certain",
		place,
		hops: [hop(object.meta.name.origin, "Kubernetes ships a role of this name", 1), ...hops.length > 0 ? hops : [place]],
		notes: [
			note("why", whyKept),
			...gain === void 0 ? [] : nextOf(gain),
			...gain?.notes ?? []
		],
		remedies: [withoutSurplus(role, surplus)],
		identity: {
			subject: `${object.kind} ${object.meta.name.value}`,
			object: key
		},
		cause: `${key} is not as shipped`,
		also: `${name} gives more than Kubernetes ships`
	};
}
function idleGrants(role, surplus) {
	return grantsIfBound(role).filter(({ rule }) => surplus.has(rule));
}
function idleScore$1(level) {
	return level <= 3 ? 3 : leastScore;
}
function surplusHops(surplus) {
	return surplus.slice(0, 4).map((rule) => hop(rule.origin, "Kubernetes ships no such rule here", 2));
}
function nextOf({ consequence }) {
	return consequence.next === void 0 ? [] : [note("then", consequence.next)];
}
/** A rule goes as a whole: what was shipped of it comes back when the API server starts. */
function withoutSurplus({ entry }, surplus) {
	const own = surplus.filter((rule) => entry.object.rules.includes(rule));
	return {
		text: `${own.length === 1 ? "take out the rule that Kubernetes does not ship" : "take out the rules that Kubernetes does not ship"}, and bind a role of your own that has what is needed`,
		edits: allOrNone(own.map(({ origin }) => removeListItem(origin)))
	};
}
function bindingRisk(context, binding, subject) {
	const { object, namespace, key } = binding.entry;
	const holder = holderOf(subject, namespace);
	if (holder === void 0) return void 0;
	const gain = gainOf(context, binding, subject, () => true);
	const place = subjectHop(holder, subject, 1);
	const name = `${object.kind} ${namespacedName(namespace, object.meta.name.value)}`;
	const suffix = `, which Kubernetes ${context.minor} ships without ${holder.singular ? "it" : "them"}`;
	const told = gain === void 0 ? "is bound" : `can ${gain.power.phrase}`;
	return {
		ruleId: ruleId$1,
		title: fitTitle(`${holder.name} ${gain === void 0 && !holder.singular ? "are bound" : told} by ${name}`, suffix),
		score: Math.max(gain?.score ?? 0, leastScore),
		confidence: gain?.confidence ?? "certain",
		place: {
			...place,
			label: "not among the subjects that are shipped"
		},
		hops: [
			{
				...place,
				label: "not among the subjects that are shipped"
			},
			hop(object.roleRef.name.origin, "grants this role", 2),
			...gain === void 0 ? [] : powerHops(gain.power, 3, binding)
		],
		notes: [
			note("why", whyKept),
			...gain === void 0 ? [] : nextOf(gain),
			...gain?.notes ?? []
		],
		remedies: [takeSubjectOut({
			binding,
			subject,
			holder,
			grants: () => []
		})],
		identity: {
			subject: holder.identity,
			object: key
		},
		cause: key,
		also: `${holder.name} is not among the subjects that Kubernetes ships`
	};
}
const autoupdate = "rbac.authorization.kubernetes.io/autoupdate";
/** Default objects that the API server leaves alone when it starts. kubeadm's own it never touches. */
function* unreconciledRisks({ graph }) {
	const { kubernetes } = graph.inventory.shipped;
	const shipped = keysOf([kubernetes], ({ roles, bindings }) => [...roles, ...bindings]);
	const entries = [...graph.roles.map(({ entry }) => entry), ...graph.bindings.map(({ entry }) => entry)];
	for (const entry of entries) {
		const annotation = entry.object.meta.annotations.get(autoupdate);
		if (annotation?.value !== "false" || !isWritten(entry) || !shipped.has(entry.key)) continue;
		const { object, namespace, key } = entry;
		const place = hop(annotation.origin, "left alone when the API server starts", 1);
		const name = `${object.kind} ${namespacedName(namespace, object.meta.name.value)}`;
		yield {
			ruleId: ruleId$1,
			title: fitTitle(`${name} is not repaired when the API server starts, so rights taken out of it stay out`),
			score: leastScore,
			confidence: "certain",
			place,
			hops: [place],
			notes: [note("why", "after an upgrade it lacks what the new version needs, and what was changed by hand stays")],
			remedies: [{
				text: "write \"true\", or take the annotation out",
				edits: replaceScalar(annotation.origin, "false", "true")
			}, {
				text: `delete ${quotable(name)} from the inputs: the API server creates it`,
				edits: removeObject(object.origin)
			}],
			identity: {
				subject: "autoupdate",
				object: key
			},
			cause: `${key} autoupdate`,
			also: `neither is ${name}`
		};
	}
}
//#endregion
//#region packages/rules/src/edit-distance.ts
/** Levenshtein's distance of two words: how many insertions, deletions and replacements lead from one to the other. */
function editDistance(a, b) {
	let previous = Array.from({ length: b.length + 1 }, (_, j) => j);
	for (let i = 1; i <= a.length; i++) {
		const current = [i];
		for (let j = 1; j <= b.length; j++) {
			const replaced = (previous[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1);
			current.push(Math.min(replaced, (previous[j] ?? 0) + 1, (current[j - 1] ?? 0) + 1));
		}
		previous = current;
	}
	return previous[b.length] ?? 0;
}
//#endregion
//#region packages/rules/src/escalation/abilities.ts
function definitions(minor) {
	const minorNumber = Number(minor.split(".")[1]);
	const hasMutatingPolicies = minorNumber >= 36;
	return [
		{
			ability: "everything",
			asks: [everyVerb$1]
		},
		{
			ability: "create-pods",
			asks: asks("create", "", "pods")
		},
		{
			ability: "write-workloads",
			asks: workloadWrites(createJobs),
			anyNameServes: true
		},
		{
			ability: "enter-pods",
			asks: [...asks(entryVerbs(minorNumber), "", "pods/exec", "pods/attach"), ...asks("update patch", "", "pods/ephemeralcontainers", "pods")]
		},
		{
			ability: "request-tokens",
			asks: asks("create", "", "serviceaccounts/token")
		},
		{
			ability: "act-as-users",
			asks: asks("impersonate", "", "users"),
			clusterOnly: true,
			isMeant: isNoAccount$1
		},
		{
			ability: "act-as-groups",
			asks: asks("impersonate", "", "groups"),
			clusterOnly: true
		},
		{
			ability: "act-as-accounts",
			asks: asks("impersonate", "", "serviceaccounts")
		},
		{
			ability: "read-secrets",
			asks: returnSecretData
		},
		{
			ability: "create-secrets",
			asks: asks("create", "", "secrets")
		},
		{
			ability: "bind-cluster-roles",
			asks: asks("bind", rbac, "clusterroles")
		},
		{
			ability: "bind-roles",
			asks: asks("bind", rbac, "roles")
		},
		{
			ability: "write-cluster-bindings",
			asks: asks("create update patch", rbac, "clusterrolebindings"),
			clusterOnly: true
		},
		{
			ability: "write-role-bindings",
			asks: asks("create update patch", rbac, "rolebindings")
		},
		{
			ability: "escalate-cluster-roles",
			asks: asks("escalate", rbac, "clusterroles"),
			clusterOnly: true
		},
		{
			ability: "escalate-roles",
			asks: asks("escalate", rbac, "roles")
		},
		{
			ability: "change-cluster-roles",
			asks: asks("update patch", rbac, "clusterroles"),
			clusterOnly: true
		},
		{
			ability: "create-cluster-roles",
			asks: asks("create", rbac, "clusterroles"),
			clusterOnly: true
		},
		{
			ability: "change-roles",
			asks: asks("update patch", rbac, "roles")
		},
		{
			ability: "approve-signers",
			asks: asks("approve", certificates, "signers"),
			clusterOnly: true,
			isMeant: (name) => clientSigners.includes(name),
			anyNameServes: true
		},
		{
			ability: "approve-requests",
			asks: asks("update patch", certificates, "certificatesigningrequests/approval"),
			clusterOnly: true
		},
		{
			ability: "request-certificates",
			asks: asks("create", certificates, "certificatesigningrequests"),
			clusterOnly: true
		},
		{
			ability: "approve-node-signers",
			asks: asks("approve", certificates, "signers"),
			clusterOnly: true,
			isMeant: (name) => name === nodeClientSigner,
			onlyNamed: true,
			anyNameServes: true
		},
		{
			ability: "approved-as-nodes",
			asks: asks("create", certificates, "certificatesigningrequests/nodeclient"),
			clusterOnly: true,
			isMeant: () => false
		},
		{
			ability: "reach-kubelets",
			asks: asks("get create", "", "nodes/proxy"),
			clusterOnly: true
		},
		{
			ability: "create-volumes",
			asks: asks("create", "", "persistentvolumes"),
			clusterOnly: true
		},
		{
			ability: "change-namespaces",
			asks: asks("update patch", "", "namespaces")
		},
		{
			ability: "write-admission",
			asks: [...asks("create update patch", admission, "mutatingwebhookconfigurations"), ...hasMutatingPolicies ? asks("update patch", admission, mutatingPolicies) : []],
			clusterOnly: true,
			anyNameServes: true
		},
		{
			ability: "create-mutating-policies",
			asks: hasMutatingPolicies ? asks("create", admission, mutatingPolicies) : [],
			clusterOnly: true
		},
		{
			ability: "bind-mutating-policies",
			asks: hasMutatingPolicies ? asks("create update patch", admission, mutatingBindings) : [],
			clusterOnly: true,
			anyNameServes: true
		},
		{
			ability: "write-api-services",
			asks: asks("create update patch", "apiregistration.k8s.io", "apiservices"),
			clusterOnly: true
		},
		{
			ability: "write-aws-auth",
			asks: asks("update patch", "", "configmaps"),
			onlyNamed: true,
			isMeant: (name) => name === "aws-auth",
			anyNameServes: true
		}
	];
}
/** ServiceAccounts are asked for as such, however the user name was given; a node is one only in its group. */
function isNoAccount$1(user) {
	return parseServiceAccountUserName(user) === void 0;
}
function isNodeUser(user) {
	return user.startsWith(nodeUserPrefix);
}
const byMinor = /* @__PURE__ */ new Map();
/** What a rule lets its holder do, through a binding of this scope. Rules are judged once, however many bind them. */
function giftsOf(rule, scope, minor) {
	let known = byMinor.get(minor);
	if (known === void 0) {
		const all = definitions(minor);
		known = {
			definitions: all,
			index: askIndex(all.flatMap(({ asks: asked }) => asked)),
			cluster: /* @__PURE__ */ new WeakMap(),
			namespace: /* @__PURE__ */ new WeakMap()
		};
		byMinor.set(minor, known);
	}
	if (!mayAllow(rule, known.index)) return noGifts$1;
	const before = known[scope].get(rule);
	if (before !== void 0) return before;
	const gifts = judge(rule, scope, known.definitions);
	known[scope].set(rule, gifts);
	return gifts;
}
const noGifts$1 = [];
function judge(rule, scope, all) {
	const gifts = [];
	for (const definition of all) {
		if (scope === "namespace" && definition.clusterOnly === true) continue;
		const ask = definition.asks.find((one) => ruleGives(rule, one));
		if (ask === void 0) continue;
		const { ability } = definition;
		if (ability === "everything") return [{
			ability,
			ask,
			names: [],
			rule
		}];
		const names = namesOf(definition, rule);
		if (names !== void 0) gifts.push({
			ability,
			ask,
			names,
			rule
		});
	}
	return gifts;
}
/** Of which objects; undefined where none of the names means anything. */
function namesOf({ isMeant, onlyNamed, anyNameServes }, { resourceNames }) {
	if (resourceNames.length === 0) return onlyNamed === true ? void 0 : [];
	const written = resourceNames.map(({ value }) => value).filter((name) => name !== "");
	const meant = isMeant === void 0 ? written : written.filter(isMeant);
	if (meant.length === 0) return void 0;
	return anyNameServes === true ? [] : meant;
}
//#endregion
//#region packages/rules/src/token-audiences.ts
/**
* What a token that names no audience is for is what the API server accepts: its `--api-audiences`, else its issuers
* (pkg/kubeapiserver/options/authentication.go: BuiltInAuthenticationOptions.ToAuthenticationConfig).
*
* Where no server is among the inputs, the issuers that kubeadm and most others set.
*/
const usualAudience = /^https:\/\/kubernetes\.default\.svc(?:\.[\w.-]+)?$/;
/** Whether the API server takes such a token for its account. */
function isForApiServer({ inventory }, { audience }) {
	if (audience === void 0) return true;
	const accepted = inventory.invocations.flatMap(({ value }) => audiencesOf(value));
	return accepted.length === 0 ? usualAudience.test(audience.value) : accepted.includes(audience.value);
}
function audiencesOf({ component, flags }) {
	if (component !== "kube-apiserver") return [];
	const audiences = flagValues(flags, "api-audiences")?.map(({ value }) => value) ?? [];
	if (audiences.length > 0) return audiences;
	return flags.flatMap(({ name, value }) => name === "service-account-issuer" && value !== void 0 ? [value] : []);
}
/** How long tokens may live at most, in seconds: what every server of the inputs says; undefined where one says nothing. */
function longestTokenLife({ inventory }) {
	const longest = inventory.invocations.filter(({ value }) => value.component === "kube-apiserver").map(({ value }) => secondsOf(lastFlag(value.flags, "service-account-max-token-expiration")?.value ?? "") ?? Infinity);
	return longest.length === 0 || longest.includes(Infinity) ? void 0 : Math.max(...longest);
}
const secondsIn = {
	h: 3600,
	m: 60,
	s: 1
};
/** A duration as Go's time.ParseDuration reads it, of whole hours, minutes and seconds; 0 is "no limit". */
function secondsOf(duration) {
	if (!/^(?:\d+[hms])+$/.test(duration)) return void 0;
	let seconds = 0;
	for (const [, count, unit = ""] of duration.matchAll(/(\d+)([hms])/g)) seconds += Number(count) * (secondsIn[unit] ?? 0);
	return seconds === 0 ? void 0 : seconds;
}
//#endregion
//#region packages/rules/src/workloads.ts
/** The account of pods that name none (plugin/pkg/admission/serviceaccount: DefaultServiceAccountName). */
const defaultAccount = "default";
/** Every workload of the inputs that runs pods, and as whom. */
function workloadsOf(graph) {
	return runningIn(graph).workloads;
}
/** The accounts that pods of a namespace run as, by name. */
function accountsRunningIn(graph, namespace) {
	return runningIn(graph).byNamespace.get(namespace) ?? [];
}
/** Every account that some pod runs as, by namespace and name. */
function runningAccounts(graph) {
	return [...runningIn(graph).byNamespace.values()].flat();
}
/** `Deployment web/api`. */
function workloadName({ kind, namespace, name }) {
	return `${quotable(kind)} ${namespacedName(namespace, name)}`;
}
/** `Deployment web/api`, `Deployment web/api and CronJob web/sweep`: the same object of several files once. */
function workloadNames(workloads, atMost = 2) {
	return listed$1([...new Set(workloads.map(workloadName))], atMost);
}
/** Whether they are one object, which several files may hold: `runs`, not `run`. */
function isOneWorkload(workloads) {
	return new Set(workloads.map(({ entry }) => entry.key)).size === 1;
}
const known$2 = /* @__PURE__ */ new WeakMap();
function runningIn(graph) {
	let running = known$2.get(graph);
	if (running === void 0) {
		running = searchWorkloads(graph);
		known$2.set(graph, running);
	}
	return running;
}
function searchWorkloads(graph) {
	const { inventory } = graph;
	const accounts = /* @__PURE__ */ new Map();
	for (const entry of inventory.entriesOf("ServiceAccount")) append$1(accounts, `${entry.namespace}/${entry.object.meta.name.value}`, entry);
	const workloads = [];
	const byAccount = /* @__PURE__ */ new Map();
	for (const entry of inventory.entriesOf("Workload")) {
		if (!runsPods(entry.object)) continue;
		const account = entry.object.pod.serviceAccountName?.value ?? "default";
		const workload = runningWorkload(graph, entry, account, accounts.get(`${entry.namespace}/${account}`) ?? []);
		workloads.push(workload);
		append$1(byAccount, `${entry.namespace}/${account}`, workload);
	}
	const byNamespace = /* @__PURE__ */ new Map();
	for (const path of [...byAccount.keys()].sort()) {
		const its = byAccount.get(path) ?? [];
		const [first] = its;
		if (first === void 0) continue;
		const { namespace, account: name, key } = first;
		append$1(byNamespace, namespace, {
			namespace,
			name,
			key,
			objects: accounts.get(path) ?? [],
			workloads: its
		});
	}
	return {
		workloads,
		byNamespace
	};
}
/** A PodTemplate object runs nothing by itself. */
function runsPods({ resourceKind }) {
	return resourceKind !== "PodTemplate";
}
function runningWorkload(graph, entry, account, objects) {
	const { namespace, object } = entry;
	const isStatic = isStaticPod(graph, entry);
	const mounted = isStatic ? notMounted : automountOf(entry, objects);
	const asksForOne = !isStatic && object.pod.projectedTokens?.some((token) => isForApiServer(graph, token)) === true;
	return {
		entry,
		kind: object.resourceKind,
		name: object.meta.name.value,
		namespace,
		account,
		key: userKey(serviceAccountUserName(namespace, account)),
		static: isStatic,
		...mounted,
		getsToken: mounted.automounts || asksForOne,
		confidence: asksForOne ? "certain" : mounted.confidence,
		accountPlace: object.pod.serviceAccountName?.origin ?? object.meta.name.origin
	};
}
/** The annotation of what a kubelet runs from its own files (pkg/apis/core: MirrorPodAnnotationKey). */
const mirrorAnnotation = "kubernetes.io/config.mirror";
/** Whether a Pod is one that kubelets run from a file: it says so, kubeadm's label does, or it starts the control plane. */
function isStaticPod({ inventory }, { object, namespace, path }) {
	if (object.resourceKind !== "Pod") return false;
	const { annotations, labels } = object.meta;
	if (annotations.has(mirrorAnnotation)) return true;
	if (namespace === "kube-system" && labels.get("tier")?.value === "control-plane") return true;
	return inventory.invocations.some((placed) => placed.path === path && isWithin(placed.value.origin, object.origin));
}
function isWithin(inner, outer) {
	if (inner.kind !== "text" || outer.kind !== "text") return false;
	return inner.source === outer.source && outer.start <= inner.start && inner.end <= outer.end;
}
const notMounted = {
	automounts: false,
	confidence: "certain",
	automount: void 0
};
/**
* Whether the ServiceAccount admission plugin mounts a token: the pod's word, else the account's, else yes
* (plugin/pkg/admission/serviceaccount: shouldAutomount).
*/
function automountOf({ object, path }, objects) {
	const ofPod = object.pod.automountServiceAccountToken;
	if (ofPod !== void 0) return {
		automounts: ofPod.value,
		confidence: "certain",
		automount: ofPod
	};
	const said = nearest(objects, path).map((account) => account.object.automountServiceAccountToken);
	const mounts = said.filter((automount) => automount?.value !== false).length;
	const disagree = mounts > 0 && mounts < said.length ? "possible" : "certain";
	return {
		automounts: said.length === 0 || mounts > 0,
		confidence: weakerConfidence(said.length === 0 ? "likely" : "certain", disagree),
		automount: said.find((automount) => automount?.value !== false === mounts > 0)
	};
}
function append$1(map, key, value) {
	const list = map.get(key);
	if (list === void 0) map.set(key, [value]);
	else list.push(value);
}
//#endregion
//#region packages/rules/src/escalation/step.ts
/** Equal keys are the same vertex: `User x`, `any-account of dev`, `cluster-admin`. The order of paths goes by them. */
function vertexKey(vertex) {
	switch (vertex.kind) {
		case "identity": return vertex.key;
		case "any-account":
		case "pods":
		case "secrets":
		case "namespace-admin": return vertex.namespace === void 0 ? vertex.kind : `${vertex.kind} of ${vertex.namespace}`;
		case "any-user": return vertex.groups ? "any-user in any group" : "any-user";
		case "role": return vertex.namespace === void 0 ? `role ${vertex.role}` : `role ${vertex.role} in ${vertex.namespace}`;
		case "nodes":
		case "cluster-admin": return vertex.kind;
	}
}
/** A key as the graph hands it out. */
function asSubjectKey(key) {
	const group = groupKey("");
	return key.startsWith(group) ? groupKey(key.slice(group.length)) : userKey(key.slice(userKey("").length));
}
function identityVertex(key) {
	return {
		kind: "identity",
		key
	};
}
const clusterAdminVertex = { kind: "cluster-admin" };
//#endregion
//#region packages/rules/src/escalation/known-accounts.ts
const known$1 = /* @__PURE__ */ new WeakMap();
/** Accounts that a binding, an object or a pod names; where the inputs are complete, those that have an object. */
function knownAccounts(graph) {
	let accounts = known$1.get(graph);
	if (accounts === void 0) {
		accounts = findAccounts(graph);
		known$1.set(graph, accounts);
	}
	return accounts;
}
function findAccounts(graph) {
	const objects = /* @__PURE__ */ new Map();
	for (const { namespace, object } of graph.inventory.entriesOf("ServiceAccount")) {
		const name = object.meta.name.value;
		objects.set(accountKey(namespace, name), {
			namespace,
			name
		});
	}
	const named = new Map(objects);
	if (!graph.inventory.complete) for (const { namespace, account } of workloadsOf(graph)) named.set(accountKey(namespace, account), {
		namespace,
		name: account
	});
	const running = new Set(named.keys());
	for (const key of graph.subjectKeys.map(asSubjectKey)) {
		const account = named.has(key) || graph.inventory.complete ? void 0 : accountOf(key);
		if (account !== void 0) named.set(key, account);
	}
	const all = [...named].map(([key, account]) => {
		const assumed = account.namespace === "kube-system" && !running.has(key) && isBoundByDefaultOnly(graph, key);
		return {
			key,
			...account,
			assumed
		};
	});
	all.sort((a, b) => a.key < b.key ? -1 : 1);
	return {
		all,
		byNamespace: groupedBy(all, "namespace"),
		byName: groupedBy(all, "name")
	};
}
function accountKey(namespace, name) {
	return userKey(serviceAccountUserName(namespace, name));
}
/** The account that a key is of; one whose namespace the inputs do not say has the placeholder, which is no valid name. */
function accountOf(key) {
	const prefix = userKey("");
	if (!key.startsWith(prefix)) return void 0;
	const user = key.slice(prefix.length);
	const applied = serviceAccountUserName(appliedNamespace, "");
	if (user.startsWith(applied)) return {
		namespace: appliedNamespace,
		name: user.slice(applied.length)
	};
	return parseServiceAccountUserName(user);
}
function isBoundByDefaultOnly(graph, key) {
	for (const { binding } of graph.grantsOf(key)) if (binding.entry.object.origin.kind !== "built-in") return false;
	return true;
}
function groupedBy(accounts, field) {
	const groups = /* @__PURE__ */ new Map();
	for (const account of accounts) {
		const group = groups.get(account[field]);
		if (group === void 0) groups.set(account[field], [account]);
		else group.push(account);
	}
	return groups;
}
//#endregion
//#region packages/rules/src/escalation/step-of.ts
function grantedStep(context, made) {
	return new StepByGrants(context, made);
}
/** A class for its getters: power and hops are made when somebody looks at them, which is the case for few of many steps. */
var StepByGrants = class {
	kind;
	from;
	to;
	grants;
	confidence;
	assumption;
	obstacles;
	phrase;
	powerId;
	#context;
	#made;
	#power;
	constructor(context, made) {
		this.kind = made.kind;
		this.from = made.from;
		this.to = made.to;
		this.grants = made.from.kind === "role" ? [] : grantsOf(made.gifts);
		this.confidence = confidenceOf(context, made);
		this.assumption = made.assumption;
		this.obstacles = made.obstacles ?? noObstacles;
		this.phrase = made.phrase;
		this.powerId = made.power;
		this.#context = context;
		this.#made = made;
	}
	get power() {
		this.#power ??= heldPower(this.#context, this.#made);
		return this.#power;
	}
	get hops() {
		return powerHops(this.power, 1);
	}
};
const noObstacles = [];
function grantsOf(gifts) {
	const grants = gifts.map(({ grant }) => grant);
	return grants.length === 1 ? grants : [...new Set(grants)];
}
function confidenceOf(context, { from, gifts, confidence = "certain" }) {
	let weakest = confidence;
	for (const { grant } of gifts) {
		weakest = weakerConfidence(weakest, grant.confidence);
		if (from.kind !== "role") weakest = weakerConfidence(weakest, certaintyOf(context.graph, grant.binding).confidence);
	}
	return weakest;
}
/** What those grants are worth by themselves, in the words of the step. */
function heldPower({ minor }, made) {
	const { power: id, gifts, scope, names = [], phrase } = made;
	const [first, ...others] = gifts;
	const known = powersOf(gifts.map(({ grant }) => grant), minor).find((power) => power.id === id);
	const level = names.length > 0 || known === void 0 ? 4 : known.sureLevel;
	return {
		id,
		level,
		sureLevel: level,
		scope,
		phrase,
		witnesses: [witnessOf(first), ...others.map(witnessOf)],
		names,
		assumedHops: 0,
		takesAccounts: known?.takesAccounts ?? false,
		confidence: made.confidence === "possible" ? "possible" : known?.confidence ?? "certain"
	};
}
function witnessOf({ ability, ask, names, rule, grant }) {
	return {
		grant,
		ask,
		resource: rule.resources.find((one) => resourceMatches([one], ask.resource, ask.subresource)),
		verbs: rule.verbs.filter((one) => verbMatches([one], ask.verb)),
		names,
		reach: reachOfAbility[ability]
	};
}
/** What the resource in the rule stands for, for the chain. */
const reachOfAbility = {
	everything: "all resources",
	"create-pods": "pods under any serviceAccountName",
	"write-workloads": "workloads, whose pods run under any account",
	"enter-pods": "the inside of pods",
	"request-tokens": "tokens of ServiceAccounts",
	"act-as-users": "users to act as",
	"act-as-groups": "groups to act in",
	"act-as-accounts": "ServiceAccounts to act as",
	"read-secrets": "the contents of Secrets",
	"create-secrets": "Secrets, token Secrets included",
	"bind-cluster-roles": "ClusterRoles, beyond what the binder holds",
	"bind-roles": "Roles, beyond what the binder holds",
	"write-cluster-bindings": "ClusterRoleBindings",
	"write-role-bindings": "RoleBindings",
	"escalate-cluster-roles": "ClusterRoles, beyond what the writer holds",
	"escalate-roles": "Roles, beyond what the writer holds",
	"change-cluster-roles": "ClusterRoles that are there",
	"create-cluster-roles": "new ClusterRoles",
	"change-roles": "Roles that are there",
	"approve-signers": "certificates that the API server accepts",
	"approve-requests": "requests for certificates",
	"request-certificates": "requests of its own",
	"approve-node-signers": "certificates of nodes",
	"approved-as-nodes": "the approval of what nodes ask for",
	"reach-kubelets": "the kubelets of nodes",
	"create-volumes": "volumes, hostPath included",
	"change-namespaces": "labels of namespaces, Pod Security included",
	"write-admission": "admission of every object",
	"create-mutating-policies": "policies that change objects",
	"bind-mutating-policies": "and what puts them in force",
	"write-api-services": "the server behind an API group",
	"write-aws-auth": "aws-auth"
};
/** A step that follows by itself. */
function followingStep(step) {
	const { kind, from, to, phrase, assumption, confidence = "certain", hops = [] } = step;
	return {
		kind,
		from,
		to,
		grants: [],
		powerId: void 0,
		power: void 0,
		confidence,
		assumption,
		obstacles: [],
		phrase,
		hops
	};
}
//#endregion
//#region packages/rules/src/escalation/following-steps.ts
/** What follows from being somewhere, without any grant: members of sets, groups, pods and their accounts. */
function* followingSteps(graph, from, canMore) {
	switch (from.kind) {
		case "identity":
			yield* ofIdentity(graph, from, from.key, canMore);
			return;
		case "any-account":
			yield* accountsIn(graph, from, from.namespace, canMore);
			return;
		case "any-user":
			yield* users$1(graph, from, from.groups);
			return;
		case "pods":
			yield* podAccounts(graph, from, from.namespace);
			return;
		case "secrets":
			yield* tokensIn(graph, from, from.namespace);
			return;
		case "nodes":
			yield followingStep({
				kind: "pods-on-node",
				from,
				to: everyPod,
				phrase: "sees every pod of the node"
			});
			if (canMore(everyNode)) yield memberOf(from, everyNode);
			return;
		case "namespace-admin":
			yield followingStep({
				kind: "one-of-accounts",
				from,
				to: {
					kind: "any-account",
					namespace: from.namespace
				},
				phrase: "can run pods as any of its ServiceAccounts"
			});
			return;
		case "role":
		case "cluster-admin": return;
	}
}
const everyPod = {
	kind: "pods",
	namespace: void 0
};
const everyNode = groupKey(nodesGroup);
const superusers = groupKey(mastersGroup);
function memberOf(from, group) {
	return followingStep({
		kind: "member-of",
		from,
		to: identityVertex(group),
		phrase: `is in ${group}`
	});
}
function* ofIdentity(graph, from, key, canMore) {
	if (key === superusers) yield followingStep({
		kind: "holds-everything",
		from,
		to: clusterAdminVertex,
		phrase: "is allowed everything, before any authorizer is asked"
	});
	if (key === everyNode || isNodeUser(key.slice(userKey("").length))) yield followingStep({
		kind: "node-credential",
		from,
		to: everyPod,
		phrase: "gets tokens of the accounts of its pods",
		assumption: "the pod is on that node",
		confidence: "likely"
	});
	for (const group of [...membershipsOf(key), ...groupsWritten(graph, key)]) if (canMore(group)) yield memberOf(from, group);
}
const writtenGroups = /* @__PURE__ */ new WeakMap();
/** Groups that an object says a user is in, as on OpenShift. */
function groupsWritten(graph, key) {
	let byUser = writtenGroups.get(graph);
	if (byUser === void 0) {
		const found = /* @__PURE__ */ new Map();
		for (const { object } of graph.inventory.entriesOf("Group")) {
			const group = groupKey(object.meta.name.value);
			for (const { value } of object.users) {
				const known = found.get(userKey(value));
				if (known === void 0) found.set(userKey(value), [group]);
				else if (!known.includes(group)) known.push(group);
			}
		}
		byUser = found;
		writtenGroups.set(graph, byUser);
	}
	return byUser.get(key) ?? [];
}
function* accountsIn(graph, from, namespace, canMore) {
	const accounts = knownAccounts(graph);
	const its = namespace === void 0 ? accounts.all : accounts.byNamespace.get(namespace) ?? [];
	for (const account of its) yield oneOfAccounts(from, account);
	const groups = [...namespace === void 0 ? accounts.byNamespace.keys() : [namespace]].map((one) => groupKey(namespaceServiceAccountsGroup(one)));
	const wider = membershipsOf(groupKey(serviceAccountsGroup));
	for (const group of [
		...groups,
		groupKey(serviceAccountsGroup),
		...wider.filter(isGroup)
	]) if (canMore(group)) yield memberOf(from, group);
}
function isGroup(key) {
	return key.startsWith(groupKey(""));
}
function oneOfAccounts(from, { key, namespace, name, assumed }) {
	const to = identityVertex(key);
	const account = `ServiceAccount ${namespacedName(namespace, name)}`;
	if (!assumed) return followingStep({
		kind: "one-of-accounts",
		from,
		to,
		phrase: `one of them is ${account}`
	});
	return followingStep({
		kind: "controllers",
		from,
		to,
		phrase: `one of them is ${account}`,
		assumption: "kube-controller-manager creates it",
		confidence: "likely"
	});
}
function* users$1(graph, from, withGroups) {
	for (const key of graph.subjectKeys) {
		if (key === superusers) continue;
		const isUser = key.startsWith(userKey(""));
		const user = key.slice(userKey("").length);
		if (!(isUser && parseServiceAccountUserName(user) === void 0 && !isNodeUser(user)) && !withGroups) continue;
		yield followingStep({
			kind: "one-of-users",
			from,
			to: identityVertex(asSubjectKey(key)),
			phrase: `one of them is ${named(key)}`
		});
	}
}
function named(key) {
	const account = accountOf(key);
	return account === void 0 ? quotable(key) : `ServiceAccount ${namespacedName(account.namespace, account.name)}`;
}
function* podAccounts(graph, from, namespace) {
	const running = namespace === void 0 ? runningAccounts(graph) : accountsRunningIn(graph, namespace);
	for (const account of running) {
		const step = podRunsAs(from, account);
		if (step !== void 0) yield step;
	}
}
/** Undefined where no pod of the account gets a token. */
function podRunsAs(from, { namespace, name, key, workloads }) {
	const workload = workloads.find(({ getsToken, confidence }) => getsToken && confidence !== "possible") ?? workloads.find(({ getsToken }) => getsToken);
	if (workload === void 0) return void 0;
	const where = `${workload.kind} ${namespacedName(namespace, workload.name)}`;
	return followingStep({
		kind: "pod-runs-as",
		from,
		to: identityVertex(asSubjectKey(key)),
		phrase: `${where} runs as ServiceAccount ${namespacedName(namespace, name)} (${whereOf(workload.accountPlace)})`,
		confidence: workload.confidence === "possible" ? "possible" : "certain",
		hops: [hop(workload.accountPlace, `runs as ${quotable(name)}`)]
	});
}
function* tokensIn(graph, from, namespace) {
	for (const { entry, namespace: of, account } of tokenSecrets(graph)) {
		if (namespace !== void 0 && entry.namespace !== namespace) continue;
		const { name } = entry.object.meta;
		const secret = namespacedName(entry.namespace, name.value);
		yield followingStep({
			kind: "token-in-secret",
			from,
			to: identityVertex(userKey(serviceAccountUserName(of, account))),
			phrase: `one of them, ${secret}, is a token of ServiceAccount ${namespacedName(of, account)} (${whereOf(name.origin)})`,
			hops: [hop(name.origin, `a token of ${quotable(account)}`)]
		});
	}
}
//#endregion
//#region packages/rules/src/escalation/held-gifts.ts
/** Through each binding the rights that its role gives; one without names includes those with. */
function collectGifts(grants, minor) {
	const gifts = /* @__PURE__ */ new Map();
	const unnamed = /* @__PURE__ */ new Map();
	for (const grant of grants) for (const gift of giftsOf(grant.rule, grant.scope.kind, minor)) {
		let ofAbility = gifts.get(gift.ability);
		if (ofAbility === void 0) {
			ofAbility = {
				all: [],
				byNamespace: /* @__PURE__ */ new Map()
			};
			gifts.set(gift.ability, ofAbility);
		}
		const namespace = grant.scope.kind === "cluster" ? "" : grant.scope.namespace;
		const known = ofAbility.byNamespace.get(namespace);
		const held = {
			...gift,
			grant
		};
		if (known !== void 0 && isIncluded(held, unnamed.get(known))) continue;
		ofAbility.all.push(held);
		const here = known ?? [];
		if (known === void 0) ofAbility.byNamespace.set(namespace, here);
		here.push(held);
		if (gift.names.length === 0) unnamed.set(here, held);
	}
	return gifts;
}
/** Whether a right without names of the same binding says all that this one does. */
function isIncluded({ grant: { binding }, ask }, whole) {
	if (whole === void 0 || whole.grant.binding !== binding) return false;
	return ask.verb !== "create" || whole.ask.verb === "create";
}
const noGifts = [];
/** Every right of an ability that somebody holds by its own bindings. */
function ownGifts({ own }, ability) {
	return own.get(ability)?.all ?? noGifts;
}
/**
* Pairs of rights of which somebody holds at least one by its own bindings: each own right with the first that fits.
*
* One pair for each right, so that what is found is linear in what is held.
*/
function pairsOf(held, first, second, fits = always) {
	if (!held.own.has(first) && !held.own.has(second)) return noPairs;
	const pairs = [];
	const told = /* @__PURE__ */ new Set();
	for (const one of ownGifts(held, first)) {
		const found = partnerOf(one, held, second, (other) => fits(one, other));
		if (found === void 0) continue;
		told.add(found.partner);
		pairs.push({
			gifts: [one, found.partner],
			scope: found.scope
		});
	}
	for (const other of ownGifts(held, second)) {
		if (told.has(other)) continue;
		const found = partnerOf(other, held, first, (one) => fits(one, other));
		if (found !== void 0) pairs.push({
			gifts: [found.partner, other],
			scope: found.scope
		});
	}
	return pairs;
}
const noPairs = [];
const always = () => true;
/** The first that fits: of the whole cluster, then of the same namespace; own ones before inherited ones. */
function partnerOf({ grant: { scope } }, { own, inherited }, ability, fits) {
	for (const gifts of [own, ...inherited]) {
		const byNamespace = gifts.get(ability)?.byNamespace;
		const partner = byNamespace?.get("")?.find(fits);
		if (partner !== void 0) return {
			partner,
			scope
		};
		const near = scope.kind === "cluster" ? byNamespace : inOne(byNamespace, scope.namespace);
		for (const here of near?.values() ?? []) {
			const found = here.find(fits);
			if (found !== void 0) return {
				partner: found,
				scope: found.grant.scope
			};
		}
	}
}
function inOne(byNamespace, namespace) {
	const here = byNamespace?.get(namespace);
	return here === void 0 ? /* @__PURE__ */ new Map() : new Map([[namespace, here]]);
}
//#endregion
//#region packages/rules/src/escalation/taker.ts
function namespaceOf(scope) {
	return scope.kind === "cluster" ? void 0 : scope.namespace;
}
/** Every verb on every resource of the scope. */
function everythingIn(scope) {
	return scope.kind === "cluster" ? clusterAdminVertex : {
		kind: "namespace-admin",
		namespace: scope.namespace
	};
}
/** Accounts of some names: in the namespace, known or not; cluster-wide those that are known. */
function accountsNamed({ context }, scope, names) {
	if (scope.kind === "namespace") return names.map((name) => identityVertex(userKey(serviceAccountUserName(scope.namespace, name))));
	const { byName } = knownAccounts(context.graph);
	return names.flatMap((name) => byName.get(name) ?? []).map(({ key }) => identityVertex(key));
}
//#endregion
//#region packages/rules/src/escalation/identity-steps.ts
/** Another identity by a header or by a certificate. */
function* identitySteps(taker) {
	yield* asAccount$1(taker);
	yield* asUser$1(taker);
	yield* asGroupMember$1(taker, "act-as-users");
	yield* asGroupMember$1(taker, "act-as-accounts");
	yield* certificateSteps(taker);
	yield* nodeCertificateSteps(taker);
}
function* asAccount$1(taker) {
	const { context, from, held } = taker;
	for (const gift of ownGifts(held, "act-as-accounts")) {
		const { names, grant } = gift;
		const { scope } = grant;
		const base = {
			kind: "impersonate",
			from,
			power: "impersonate-service-accounts",
			gifts: [gift],
			scope
		};
		if (names.length === 0) {
			const phrase = `act as every ServiceAccount ${ofScope(scope)}`;
			yield grantedStep(context, {
				...base,
				to: {
					kind: "any-account",
					namespace: namespaceOf(scope)
				},
				phrase
			});
			continue;
		}
		const where = scope.kind === "cluster" ? "in every namespace" : inScope(scope);
		const phrase = `act as ServiceAccount ${listed$1(names.map(quotable))} ${where}`;
		for (const to of accountsNamed(taker, scope, names)) yield grantedStep(context, {
			...base,
			names,
			to,
			phrase
		});
	}
}
function* asUser$1({ context, from, held }) {
	for (const gift of ownGifts(held, "act-as-users")) {
		const { names, grant } = gift;
		const base = {
			kind: "impersonate",
			from,
			power: "impersonate-users",
			scope: grant.scope
		};
		if (names.length === 0) {
			const phrase = "act as any user";
			yield grantedStep(context, {
				...base,
				gifts: [gift],
				to: {
					kind: "any-user",
					groups: false
				},
				phrase
			});
			continue;
		}
		for (const name of names) {
			const inGroup = isNodeUser(name) ? partnerOf(gift, held, "act-as-groups", coversNodes) : void 0;
			if (isNodeUser(name) && inGroup === void 0) continue;
			yield grantedStep(context, {
				...base,
				names: [name],
				gifts: inGroup === void 0 ? [gift] : [gift, inGroup.partner],
				to: identityVertex(userKey(name)),
				phrase: `act as User ${quotable(name)}`
			});
		}
	}
}
function coversNodes({ names }) {
	return names.length === 0 || names.includes("system:nodes");
}
/** A group alone is no identity: some user, or some ServiceAccount, must be allowed too. */
function* asGroupMember$1({ context, from, held }, somebody) {
	for (const { gifts, scope } of pairsOf(held, "act-as-groups", somebody)) {
		const [asked] = gifts;
		const base = {
			kind: "impersonate",
			from,
			power: "impersonate-users",
			gifts,
			scope
		};
		if (asked.names.length === 0 || asked.names.includes("system:masters")) {
			const phrase = `act as a member of ${asked.names.length === 0 ? "any group" : "the superusers' group"}`;
			yield grantedStep(context, {
				...base,
				names: asked.names,
				to: clusterAdminVertex,
				phrase
			});
			continue;
		}
		for (const name of asked.names) {
			const phrase = `act as a member of ${quotable(name)}`;
			yield grantedStep(context, {
				...base,
				names: [name],
				to: identityVertex(groupKey(name)),
				phrase
			});
		}
	}
}
const anybody = {
	kind: "any-user",
	groups: true
};
/** A client certificate of anybody but the superusers (plugin/pkg/admission/certificates/subjectrestriction). */
function* certificateSteps({ context, from, held }) {
	for (const { gifts, scope } of pairsOf(held, "approve-signers", "approve-requests")) {
		const asking = partnerOf(gifts[0], held, "request-certificates", () => true);
		const base = {
			kind: "approve-certificate",
			from,
			to: anybody,
			power: "approve-certificates",
			scope
		};
		if (asking === void 0) {
			const phrase = "approve client certificates for any user";
			const assumption = "somebody who shares the key asks for the certificate";
			yield grantedStep(context, {
				...base,
				gifts,
				phrase,
				assumption,
				confidence: "likely"
			});
		} else {
			const phrase = "ask for a client certificate of any user and approve it";
			yield grantedStep(context, {
				...base,
				gifts: [...gifts, asking.partner],
				phrase
			});
		}
	}
}
/** A client certificate of a node: approved by hand, or by kube-controller-manager for whoever has the right to that. */
function* nodeCertificateSteps({ context, from, held }) {
	const base = {
		kind: "approve-certificate",
		from,
		to: identityVertex(groupKey(nodesGroup))
	};
	for (const { gifts, scope } of pairsOf(held, "approve-node-signers", "approve-requests")) {
		const asking = partnerOf(gifts[0], held, "request-certificates", () => true);
		if (asking === void 0) continue;
		const phrase = "ask for a client certificate of any node and approve it";
		const given = {
			gifts: [...gifts, asking.partner],
			scope,
			phrase
		};
		yield grantedStep(context, {
			...base,
			...given,
			power: "approve-node-certificates"
		});
	}
	for (const { gifts, scope } of pairsOf(held, "approved-as-nodes", "request-certificates")) {
		const phrase = "get client certificates in the name of any node";
		yield grantedStep(context, {
			...base,
			power: "request-node-certificates",
			gifts,
			scope,
			phrase
		});
	}
}
//#endregion
//#region packages/rules/src/escalation/pod-security.ts
const enforceLabel = "pod-security.kubernetes.io/enforce";
const known = /* @__PURE__ */ new WeakMap();
const unseen$1 = { seen: false };
/** The Pod Security level that a namespace enforces; of several definitions that differ, the weakest. */
function podSecurityOf(graph, namespace) {
	let byName = known.get(graph);
	if (byName === void 0) {
		byName = readNamespaces(graph);
		known.set(graph, byName);
	}
	return byName.get(namespace) ?? unseen$1;
}
function readNamespaces({ inventory }) {
	const byName = /* @__PURE__ */ new Map();
	for (const { object } of inventory.entriesOf("Namespace")) {
		const name = object.meta.name.value;
		const label = object.meta.labels.get(enforceLabel);
		const before = byName.get(name);
		if (before?.seen === true && before.enforced === void 0) continue;
		byName.set(name, {
			seen: true,
			enforced: label
		});
	}
	return byName;
}
/** Whether the level keeps pods from taking over their node: all but `privileged` do (pod-security-admission: policy). */
function keepsFromNode(security) {
	return security.seen && security.enforced !== void 0 && isLevel(security.enforced.value);
}
function isLevel(value) {
	return value === "baseline" || value === "restricted";
}
//#endregion
//#region packages/rules/src/escalation/pod-steps.ts
const nodes = { kind: "nodes" };
/** Pods of one's own, under any account, and what they open. */
function* podSteps(taker) {
	const { context, from, held } = taker;
	for (const ability of ["create-pods", "write-workloads"]) {
		for (const gift of ownGifts(held, ability)) {
			const { scope } = gift.grant;
			const what = ability === "create-pods" ? "pods" : "workloads";
			const podSecurity = obstaclesToNodes(taker, scope);
			yield grantedStep(context, {
				kind: ability === "create-pods" ? "create-pod" : "write-workload",
				from,
				to: {
					kind: "any-account",
					namespace: namespaceOf(scope)
				},
				power: ability,
				gifts: [gift],
				scope,
				phrase: `run ${what} as any ServiceAccount ${ofScope(scope)}`
			});
			if (podSecurity.stop) continue;
			yield grantedStep(context, {
				kind: "run-privileged",
				from,
				to: nodes,
				power: ability,
				gifts: [gift],
				scope,
				phrase: `run privileged pods ${inScope(scope)}`,
				confidence: podSecurity.seen ? "likely" : "possible",
				assumption: "admission lets privileged pods pass",
				obstacles: podSecurity.obstacles
			});
		}
		yield* volumeSteps(taker, ability);
		yield* relabelSteps(taker, ability);
	}
}
/** What keeps privileged pods out of a namespace, as far as the inputs say. */
function obstaclesToNodes({ context: { graph } }, scope) {
	if (scope.kind === "cluster") return {
		stop: false,
		seen: false,
		obstacles: []
	};
	const security = podSecurityOf(graph, scope.namespace);
	if (!security.seen) return {
		stop: false,
		seen: false,
		obstacles: [podSecurityUnseen(scope.namespace)]
	};
	return {
		stop: keepsFromNode(security),
		seen: true,
		obstacles: []
	};
}
function podSecurityUnseen(namespace) {
	return `no Namespace object sets a Pod Security level for ${quotable(namespace)}`;
}
/** A volume out of a folder of the node is none that Pod Security looks at: a claim mounts it. */
function* volumeSteps({ context, from, held }, pods) {
	for (const { gifts, scope } of pairsOf(held, "create-volumes", pods)) yield grantedStep(context, {
		kind: "mount-host-path",
		from,
		to: nodes,
		power: "create-persistent-volumes",
		gifts,
		scope,
		phrase: `mount any folder of any node into pods ${inScope(scope)}`
	});
}
/** Pod Security is a label, and whoever writes the Namespace writes it. */
function* relabelSteps(taker, pods) {
	const { context, from, held } = taker;
	for (const { gifts } of pairsOf(held, "change-namespaces", pods, meetInNamespace)) {
		const [labels, creating] = gifts;
		const scope = whereRelabelled(labels, creating);
		const namespace = namespaceOf(scope);
		const security = namespace === void 0 ? void 0 : podSecurityOf(context.graph, namespace);
		const enforced = security?.seen === true ? security.enforced : void 0;
		const stopped = enforced === void 0 ? "" : `, now ${quotable(enforced.value)} (${whereOf(enforced.origin)})`;
		yield grantedStep(context, {
			kind: "relabel-namespace",
			from,
			to: nodes,
			power: "label-namespaces",
			gifts,
			scope,
			phrase: `take Pod Security off ${namespace === void 0 ? "any namespace" : quotable(namespace)} and run privileged pods there`,
			confidence: security?.seen === true ? "certain" : "likely",
			obstacles: enforced === void 0 ? [] : [`Pod Security of ${quotable(namespace ?? "")}${stopped}, which it can change`]
		});
	}
}
/** A Namespace is asked for by its own name, at the scope of itself. */
function meetInNamespace(labels, pods) {
	const { scope } = pods.grant;
	if (labels.names.length === 0 || scope.kind === "cluster") return true;
	return labels.names.includes(scope.namespace);
}
function whereRelabelled({ grant, names }, { grant: { scope } }) {
	if (scope.kind === "namespace") return scope;
	if (grant.scope.kind === "namespace") return grant.scope;
	const [only] = names;
	return only === void 0 ? scope : {
		kind: "namespace",
		namespace: only
	};
}
/** The inside of pods that run, and so their accounts. */
function* enterSteps(taker) {
	const { context, from, held } = taker;
	for (const gift of ownGifts(held, "enter-pods")) {
		const { names, grant } = gift;
		const { scope } = grant;
		const base = {
			kind: "enter-pod",
			from,
			power: "exec-pods",
			gifts: [gift],
			scope
		};
		if (names.length > 0) {
			const phrase = `run commands in Pod ${listed$1(names.map(quotable))} ${ofScope(scope)}`;
			for (const to of accountsOfPods(taker, scope, names)) yield grantedStep(context, {
				...base,
				names,
				to,
				phrase
			});
			continue;
		}
		const namespace = namespaceOf(scope);
		const isEmpty = namespace !== void 0 && accountsRunningIn(context.graph, namespace).length === 0;
		yield grantedStep(context, {
			...base,
			to: {
				kind: "pods",
				namespace
			},
			phrase: `run commands in every pod ${ofScope(scope)}`,
			obstacles: isEmpty ? [`no workload ${ofScope(scope)} is among the inputs`] : []
		});
	}
	for (const gift of ownGifts(held, "reach-kubelets")) {
		const { names } = gift;
		yield grantedStep(context, {
			kind: "reach-kubelet",
			from,
			to: {
				kind: "pods",
				namespace: void 0
			},
			power: "reach-kubelets",
			gifts: [gift],
			scope: gift.grant.scope,
			names,
			phrase: names.length === 0 ? "run commands in every pod through the kubelets" : `run commands in the pods of node ${listed$1(names.map(quotable))} through its kubelet`,
			assumption: names.length === 0 ? void 0 : "the pod is on that node",
			confidence: names.length === 0 ? "certain" : "possible"
		});
	}
}
/** Only a Pod that is written as such has a name that a role can know. */
function accountsOfPods({ context: { graph } }, scope, names) {
	const keys = workloadsOf(graph).filter(({ kind, name, namespace, getsToken }) => {
		if (kind !== "Pod" || !getsToken || !names.includes(name)) return false;
		return scope.kind === "cluster" || scope.namespace === namespace;
	}).map(({ namespace, account }) => userKey(serviceAccountUserName(namespace, account)));
	return [...new Set(keys)].map(identityVertex);
}
/** Whoever is asked before an object is stored, or answers in place of the API server. */
function* admissionSteps({ context, from, held }) {
	const control = {
		kind: "control-admission",
		from,
		to: {
			kind: "pods",
			namespace: void 0
		},
		phrase: "rewrite every pod on its way into the cluster",
		assumption: "a pod is created meanwhile",
		confidence: "likely"
	};
	for (const gift of ownGifts(held, "write-admission")) yield grantedStep(context, {
		...control,
		power: "write-admission",
		gifts: [gift],
		scope: gift.grant.scope
	});
	for (const { gifts, scope } of pairsOf(held, "create-mutating-policies", "bind-mutating-policies")) yield grantedStep(context, {
		...control,
		power: "create-mutating-policies",
		gifts,
		scope
	});
	for (const gift of ownGifts(held, "write-api-services")) yield grantedStep(context, {
		kind: "replace-api-server",
		from,
		to: {
			kind: "any-account",
			namespace: void 0
		},
		power: "write-apiservices",
		gifts: [gift],
		scope: gift.grant.scope,
		names: gift.names,
		phrase: "put a server of its own in front of parts of the API",
		assumption: "controllers believe what it answers",
		confidence: "possible"
	});
}
//#endregion
//#region packages/rules/src/escalation/role-steps.ts
/** More rights for oneself: everything at once, by binding a role, by writing one. */
function* roleSteps(taker) {
	yield* holdSteps(taker);
	yield* bindSteps(taker, "bind-cluster-roles", "write-cluster-bindings");
	yield* bindSteps(taker, "bind-cluster-roles", "write-role-bindings");
	yield* bindSteps(taker, "bind-roles", "write-role-bindings");
	yield* escalateSteps(taker, "escalate-cluster-roles", "change-cluster-roles");
	yield* escalateSteps(taker, "escalate-roles", "change-roles");
	yield* injectSteps(taker);
	yield* mapSteps(taker);
}
function* holdSteps({ context, from, held }) {
	for (const gift of ownGifts(held, "everything")) {
		const { scope } = gift.grant;
		const phrase = `do everything ${inScope(scope)}`;
		yield grantedStep(context, {
			kind: "holds-everything",
			from,
			power: "everything",
			gifts: [gift],
			scope,
			to: everythingIn(scope),
			phrase
		});
	}
}
/**
* What may be bound decides (pkg/registry/rbac/{rolebinding,clusterrolebinding}/policybased: BindingAuthorized): any
* role, or some by name. A binding that is there can take one more subject, but no other role.
*/
function* bindSteps(taker, bind, write) {
	const { context, from, held } = taker;
	const kind = bind === "bind-roles" ? "Role" : "ClusterRole";
	for (const { gifts, scope: common } of pairsOf(held, bind, write)) {
		const [binding, writing] = gifts;
		if (write === "write-cluster-bindings" && common.kind === "namespace") continue;
		const everywhere = write === "write-role-bindings" && common.kind === "cluster";
		const base = {
			kind: "bind-role",
			from,
			power: write === "write-cluster-bindings" ? "bind" : "bind-in-namespace",
			gifts,
			scope: common
		};
		for (const target of bindable(taker, kind, binding, writing, common)) {
			const to = vertexOfRole(kind, target, common, everywhere);
			if (to !== void 0) yield grantedStep(context, {
				...base,
				to,
				names: target === "*" ? [] : [target],
				phrase: bindPhrase(kind, target, common, write)
			});
		}
	}
}
function bindPhrase(kind, target, scope, write) {
	const where = write === "write-cluster-bindings" ? "in the whole cluster" : scope.kind === "cluster" ? "in any namespace" : inScope(scope);
	if (target !== "*") return `bind ${kind} ${quotable(target)} to itself ${where}`;
	return write === "write-cluster-bindings" ? "bind any ClusterRole, cluster-admin included" : `bind any role to itself ${where}`;
}
/** Names of the roles that it can bind to itself, or any. */
function bindable({ context: { graph } }, kind, { names: mayBind }, { ask, names: bindings }, scope) {
	if (ask.verb === "create" && bindings.length === 0) return mayBind.length === 0 ? ["*"] : mayBind;
	const found = /* @__PURE__ */ new Set();
	for (const { entry, scope: at } of graph.bindings) {
		const { roleRef, meta } = entry.object;
		if (at.kind !== scope.kind || at.kind === "namespace" && namespaceOf(scope) !== at.namespace) continue;
		if (roleRef.kind.value !== kind || bindings.length > 0 && !bindings.includes(meta.name.value)) continue;
		if (mayBind.length === 0 || mayBind.includes(roleRef.name.value)) found.add(roleRef.name.value);
	}
	return [...found].sort();
}
function vertexOfRole(kind, name, scope, everywhere) {
	if (kind === "ClusterRole" && name === "cluster-admin" || name === "*" && kind === "ClusterRole") return everywhere ? {
		kind: "namespace-admin",
		namespace: void 0
	} : everythingIn(scope);
	if (kind === "Role" && scope.kind === "cluster") return void 0;
	return {
		kind: "role",
		role: keyOfRole(kind, name, scope),
		namespace: namespaceOf(scope)
	};
}
function keyOfRole(kind, name, scope) {
	const origin = {
		kind: "built-in",
		of: "a role that may be bound"
	};
	return roleKey({
		origin,
		kind: located(kind, origin),
		name: located(name, origin)
	}, namespaceOf(scope) ?? "");
}
/** Any right, in a role that it is bound to itself (pkg/registry/rbac/{role,clusterrole}/policybased: Update). */
function* escalateSteps({ context, from, held, boundTo }, escalate, change) {
	const kind = escalate === "escalate-roles" ? "Role" : "ClusterRole";
	for (const { gifts, scope } of pairsOf(held, escalate, change)) {
		const base = {
			kind: "escalate-role",
			from,
			power: kind === "Role" ? "escalate-in-namespace" : "escalate",
			gifts
		};
		const names = namesInBoth(gifts[0].names, gifts[1].names);
		const told = /* @__PURE__ */ new Set();
		for (const role of boundTo()) {
			if (role.kind !== kind || names !== void 0 && !names.includes(role.name)) continue;
			if (kind === "Role" && scope.kind === "namespace" && namespaceOf(role.scope) !== scope.namespace) continue;
			const at = namespaceOf(role.scope) ?? "";
			if (told.has(at)) continue;
			told.add(at);
			yield grantedStep(context, {
				...base,
				scope: role.scope,
				names: names ?? [],
				to: everythingIn(role.scope),
				phrase: `write any right into ${kind} ${quotable(role.name)}, which it is bound to${at === "" ? "" : ` ${inScope(role.scope)}`}`
			});
		}
	}
}
/** Undefined: any. */
function namesInBoth(one, other) {
	if (one.length === 0) return other.length === 0 ? void 0 : other;
	return other.length === 0 ? one : one.filter((name) => other.includes(name));
}
/** A new ClusterRole with the label by which a role that it is bound to takes in others. */
function* injectSteps({ context, from, held, boundTo }) {
	for (const { gifts } of pairsOf(held, "escalate-cluster-roles", "create-cluster-roles", isUnnamed)) {
		const role = boundTo().find(({ aggregates, scope }) => aggregates && scope.kind === "cluster") ?? boundTo().find(({ aggregates }) => aggregates);
		if (role === void 0) continue;
		yield grantedStep(context, {
			kind: "inject-aggregate",
			from,
			to: everythingIn(role.scope),
			power: "escalate",
			gifts,
			scope: role.scope,
			phrase: `add any right to ClusterRole ${quotable(role.name)}, which it is bound to, by a label`
		});
	}
}
/** Creating names no object while rights are checked, so names rule it out. */
function isUnnamed({ names }) {
	return names.length === 0;
}
function* mapSteps({ context, from, held }) {
	for (const gift of ownGifts(held, "write-aws-auth")) {
		const { scope } = gift.grant;
		if (scope.kind === "namespace" && scope.namespace !== "kube-system") continue;
		yield grantedStep(context, {
			kind: "write-identity-map",
			from,
			to: clusterAdminVertex,
			power: "write-aws-auth",
			gifts: [gift],
			scope,
			phrase: "write aws-auth, the list of users and groups of EKS"
		});
	}
}
//#endregion
//#region packages/rules/src/escalation/token-steps.ts
/** Tokens of other accounts: issued, read, or made to be read. */
function* tokenSteps(taker) {
	yield* requestSteps(taker);
	yield* readSteps(taker);
	yield* createSteps(taker);
}
function* requestSteps(taker) {
	const { context, from, held } = taker;
	for (const gift of ownGifts(held, "request-tokens")) {
		const { names, grant } = gift;
		const { scope } = grant;
		const base = {
			kind: "request-token",
			from,
			power: "create-tokens",
			gifts: [gift],
			scope
		};
		if (names.length === 0) {
			const phrase = `issue tokens of every ServiceAccount ${ofScope(scope)}`;
			yield grantedStep(context, {
				...base,
				to: {
					kind: "any-account",
					namespace: namespaceOf(scope)
				},
				phrase
			});
			continue;
		}
		const where = scope.kind === "cluster" ? "in every namespace" : inScope(scope);
		const phrase = `issue tokens of ServiceAccount ${listed$1(names.map(quotable))} ${where}`;
		for (const to of accountsNamed(taker, scope, names)) yield grantedStep(context, {
			...base,
			names,
			to,
			phrase
		});
	}
}
function* readSteps({ context, from, held }) {
	for (const gift of ownGifts(held, "read-secrets")) {
		const { names, grant } = gift;
		const { scope } = grant;
		const base = {
			kind: "read-token-secret",
			from,
			power: "read-secrets",
			gifts: [gift],
			scope
		};
		if (names.length === 0) {
			const phrase = `read every Secret ${inScope(scope)}`;
			yield grantedStep(context, {
				...base,
				to: {
					kind: "secrets",
					namespace: namespaceOf(scope)
				},
				phrase
			});
			continue;
		}
		for (const { entry, namespace, account } of tokenSecrets(context.graph)) {
			const name = entry.object.meta.name.value;
			if (!names.includes(name) || scope.kind === "namespace" && scope.namespace !== entry.namespace) continue;
			const to = identityVertex(userKey(serviceAccountUserName(namespace, account)));
			const phrase = `read Secret ${quotable(name)} ${inScope(scope)}, a token`;
			yield grantedStep(context, {
				...base,
				names,
				to,
				phrase
			});
		}
	}
}
/** The token controller fills a Secret of its type with a token of the account that it names. */
function* createSteps({ context, from, held }) {
	const base = {
		kind: "create-token-secret",
		from,
		power: "write-secrets"
	};
	const everywhere = /* @__PURE__ */ new Set();
	for (const { gifts, scope } of pairsOf(held, "create-secrets", "read-secrets", (_, { names }) => names.length === 0)) {
		everywhere.add(namespaceOf(scope) ?? "");
		const phrase = `write and read token Secrets ${inScope(scope)}`;
		const to = {
			kind: "any-account",
			namespace: namespaceOf(scope)
		};
		yield grantedStep(context, {
			...base,
			to,
			gifts,
			scope,
			phrase
		});
	}
	for (const { gifts, scope } of pairsOf(held, "create-secrets", "read-secrets", (_, { names }) => names.length > 0)) {
		const namespace = namespaceOf(scope);
		if (everywhere.has("") || everywhere.has(namespace ?? "")) continue;
		const [, read] = gifts;
		const name = listed$1(read.names.map(quotable), 1);
		yield grantedStep(context, {
			...base,
			to: {
				kind: "any-account",
				namespace
			},
			gifts,
			scope,
			phrase: `write and read Secret ${name} ${inScope(scope)} as a token`,
			...canDelete(read) ? {} : {
				assumption: "no Secret of that name is there yet",
				confidence: "possible"
			}
		});
	}
}
function canDelete({ grant: { rule } }) {
	return ruleGives(rule, {
		verb: "delete",
		apiGroup: "",
		resource: "secrets",
		subresource: "",
		carriesName: true
	});
}
//#endregion
//#region packages/rules/src/escalation/escalation-graph.ts
const whole = /* @__PURE__ */ new WeakMap();
const ofInputs = /* @__PURE__ */ new WeakMap();
/** Every step that the grants of a cluster make possible, and what follows from each; made once per graph. */
function escalationGraph(context) {
	return once(whole, context, () => everybody$1(context.graph));
}
/**
* The part of it that somebody to whom the inputs grant something can come to: all that the rules look at. Where the
* inputs grant nothing of the kind, that is nothing, and the default policy need not be looked at.
*/
function escalationFromInputs(context) {
	return whole.get(context.graph) ?? once(ofInputs, context, () => grantedByInputs$1(context));
}
function once(known, context, starts) {
	let graph = known.get(context.graph);
	if (graph === void 0) {
		graph = build(context, rbacIsAsked(context.graph) ? starts() : []);
		known.set(context.graph, graph);
	}
	return graph;
}
/** Goes on from where it starts to whatever a step leads to, each once. */
function build(context, starts) {
	const nodes = /* @__PURE__ */ new Map();
	const open = [...starts];
	const expand = expander(context);
	for (const vertex of open) {
		const key = vertexKey(vertex);
		if (nodes.has(key)) continue;
		const out = expand(vertex);
		nodes.set(key, {
			vertex,
			out,
			into: []
		});
		for (const { to } of out) open.push(to);
	}
	for (const { out } of nodes.values()) for (const step of out) nodes.get(vertexKey(step.to))?.into.push(step);
	const none = [];
	return {
		vertices: [...nodes.keys()].sort().flatMap((key) => nodes.get(key)?.vertex ?? []),
		stepsFrom: (vertex) => nodes.get(vertexKey(vertex))?.out ?? none,
		stepsTo: (vertex) => nodes.get(vertexKey(vertex))?.into ?? none
	};
}
function everybody$1(graph) {
	return [...graph.subjectKeys.map((key) => identityVertex(asSubjectKey(key))), ...knownAccounts(graph).all.map(({ key }) => identityVertex(key))];
}
/** Whoever a binding of the inputs gives a part of some step. */
function grantedByInputs$1({ graph, minor }) {
	const keys = /* @__PURE__ */ new Set();
	for (const binding of graph.bindings) {
		const { entry, scope } = binding;
		if (entry.object.origin.kind === "built-in" || !rolesOf(binding).some(gives(scope.kind, minor))) continue;
		for (const subject of entry.object.subjects) {
			const key = subjectKey(subject, entry.namespace);
			if (key !== void 0) keys.add(key);
		}
	}
	return [...keys].sort().map(identityVertex);
}
function gives(scope, minor) {
	return ({ rules }) => rules.some((rule) => giftsOf(rule, scope, minor).length > 0);
}
function expander(context) {
	const { graph, minor } = context;
	const gifts = /* @__PURE__ */ new Map();
	const giftsOfKey = (key) => {
		let known = gifts.get(key);
		if (known === void 0) {
			known = collectGifts(graph.grantsOf(key, (rule) => giftsOf(rule, "cluster", minor).length > 0), minor);
			gifts.set(key, known);
		}
		return known;
	};
	const canMore = (group) => sharpGroups.has(group) || giftsOfKey(group).size > 0;
	return (from) => {
		if (from.kind === "identity") {
			const { key } = from;
			const inherited = membershipsOf(key).map(giftsOfKey).filter(({ size }) => size > 0);
			const held = {
				own: giftsOfKey(key),
				inherited
			};
			if (key.startsWith(userKey(""))) gifts.delete(key);
			const boundTo = () => [key, ...membershipsOf(key)].flatMap((one) => boundRoles(graph, one));
			return [...grantedSteps({
				context,
				from,
				held,
				boundTo
			}), ...followingSteps(graph, from, canMore)];
		}
		if (from.kind === "role") return grantedSteps(roleTaker(context, from));
		return [...followingSteps(graph, from, canMore)];
	};
}
const sharpGroups = new Set([groupKey(mastersGroup), groupKey(nodesGroup)]);
function grantedSteps(taker) {
	if (taker.held.own.size === 0) return [];
	return [
		...roleSteps(taker),
		...podSteps(taker),
		...enterSteps(taker),
		...tokenSteps(taker),
		...identitySteps(taker),
		...admissionSteps(taker)
	];
}
/** Whoever bound a role to themselves, with what it gives there. */
function roleTaker(context, from) {
	const { role, namespace } = from;
	const scope = namespace === void 0 ? { kind: "cluster" } : {
		kind: "namespace",
		namespace
	};
	const isAny = role.endsWith(`/*`);
	const wanted = role.slice(0, role.length - 1);
	const roles = context.graph.roles.filter(({ entry }) => isAny ? entry.key.startsWith(wanted) : entry.key === role);
	const grants = roles.flatMap((one) => grantsIfBound(one)).map((grant) => ({
		...grant,
		scope
	}));
	const boundTo = () => roles.map(({ entry: { object } }) => {
		return {
			kind: object.kind,
			name: object.meta.name.value,
			scope,
			aggregates: object.aggregation !== void 0
		};
	});
	return {
		context,
		from,
		held: {
			own: collectGifts(grants, context.minor),
			inherited: []
		},
		boundTo
	};
}
function boundRoles(graph, key) {
	const bindings = /* @__PURE__ */ new Set();
	for (const { binding } of graph.grantsOf(key)) bindings.add(binding);
	return [...bindings].map(({ entry, scope, resolution }) => {
		const { kind, name } = entry.object.roleRef;
		const aggregates = resolution.outcome === "found" && resolution.role.entry.object.aggregation !== void 0;
		return {
			kind: kind.value,
			name: name.value,
			scope,
			aggregates
		};
	});
}
//#endregion
//#region packages/rules/src/escalation/reach.ts
/** Longer chains are not told. */
const mostHops = 8;
/** Searches backwards from the targets, once along every step: O(vertices + steps). */
function reachOf(graph, targets, counts = () => true) {
	const whole = shortestWays(graph, targets, counts);
	const withoutGroups = /* @__PURE__ */ new Map();
	const without = /* @__PURE__ */ new Map();
	const aroundGroups = (groups) => {
		const key = groups.join("\0");
		const ways = withoutGroups.get(key) ?? waysAround(graph, whole, groups, counts);
		withoutGroups.set(key, ways);
		return ways;
	};
	return {
		stepsFrom: (vertex) => follow(whole, vertex),
		stepsWithout: (vertex, somebody, groups) => {
			const straight = follow(whole, vertex);
			if (!passes(vertex, straight, [somebody, ...groups])) return straight;
			const ways = groups.length === 0 ? whole : aroundGroups(groups);
			const around = follow(ways, vertex);
			if (!passes(vertex, around, [somebody])) return around;
			const known = without.get(somebody) ?? waysAround(graph, ways, [somebody], counts);
			without.set(somebody, known);
			return follow(known, vertex);
		}
	};
}
function passes(start, steps, keys) {
	return keys.includes(vertexKey(start)) || steps?.some(({ to }) => keys.includes(vertexKey(to))) === true;
}
function shortestWays(graph, targets, counts) {
	const best = /* @__PURE__ */ new Map();
	for (const vertex of targets) best.set(vertexKey(vertex), {
		vertex,
		step: void 0,
		length: 0,
		assumed: 0
	});
	let layer = [...best.values()];
	for (let length = 1; layer.length > 0 && length <= 8; length++) {
		const found = /* @__PURE__ */ new Map();
		for (const { vertex, assumed } of layer) for (const step of graph.stepsTo(vertex)) {
			const key = vertexKey(step.from);
			if (!best.has(key) && counts(step)) keepBetter(found, key, bestThrough(step, length, assumed));
		}
		for (const [key, one] of found) best.set(key, one);
		layer = [...found.values()];
	}
	const before = verticesBefore(best.values());
	return {
		best: (key) => best.get(key),
		before: (key) => before.get(key) ?? nowhere
	};
}
const nowhere = [];
function bestThrough(step, length, assumedAfter) {
	return {
		vertex: step.from,
		step,
		length,
		assumed: assumedAfter + assumedHops(step)
	};
}
function keepBetter(found, key, candidate) {
	const known = found.get(key);
	if (known === void 0 || isBetter(candidate, known)) found.set(key, candidate);
}
function verticesBefore(all) {
	const before = /* @__PURE__ */ new Map();
	for (const { vertex, step } of all) {
		if (step === void 0) continue;
		const key = vertexKey(step.to);
		const known = before.get(key);
		if (known === void 0) before.set(key, [vertex]);
		else known.push(vertex);
	}
	return before;
}
/**
* The ways without some vertices. Only what went through them is looked for anew: over all vertices that may be left
* out one at a time, that is each vertex once for every hop of its way.
*/
function waysAround(graph, ways, avoided, counts) {
	const lost = lostWithout(ways, avoided);
	const resolved = /* @__PURE__ */ new Map();
	const byLength = Array.from({ length: 9 }, () => /* @__PURE__ */ new Map());
	const consider = (step, after) => {
		const length = after.length + 1;
		const bucket = byLength[length];
		if (bucket !== void 0) keepBetter(bucket, vertexKey(step.from), bestThrough(step, length, after.assumed));
	};
	for (const vertex of lost.values()) for (const step of graph.stepsFrom(vertex)) {
		const key = vertexKey(step.to);
		const after = lost.has(key) || avoided.includes(key) || !counts(step) ? void 0 : ways.best(key);
		if (after !== void 0) consider(step, after);
	}
	for (const bucket of byLength) for (const [key, one] of bucket) {
		if (resolved.has(key)) continue;
		resolved.set(key, one);
		for (const step of graph.stepsTo(one.vertex)) {
			const from = vertexKey(step.from);
			if (lost.has(from) && !resolved.has(from) && counts(step)) consider(step, one);
		}
	}
	const before = verticesBefore(resolved.values());
	const isGone = (key) => lost.has(key) || avoided.includes(key);
	return {
		best: (key) => isGone(key) ? resolved.get(key) : ways.best(key),
		before: (key) => [...ways.before(key).filter((vertex) => !isGone(vertexKey(vertex))), ...before.get(key) ?? nowhere]
	};
}
/** Everything whose best way goes through one of them. */
function lostWithout(ways, avoided) {
	const lost = /* @__PURE__ */ new Map();
	const open = [...avoided];
	for (let key = open.pop(); key !== void 0; key = open.pop()) for (const vertex of ways.before(key)) {
		const one = vertexKey(vertex);
		if (lost.has(one) || avoided.includes(one)) continue;
		lost.set(one, vertex);
		open.push(one);
	}
	return lost;
}
function follow(ways, start) {
	const steps = [];
	for (let key = vertexKey(start);;) {
		const at = ways.best(key);
		if (at === void 0) return void 0;
		if (at.step === void 0) return steps;
		steps.push(at.step);
		key = vertexKey(at.step.to);
	}
}
function assumedHops({ assumption }) {
	return assumption === void 0 ? 0 : 1;
}
/** Of two ways of one length. */
function isBetter(one, other) {
	if (one.assumed !== other.assumed) return one.assumed < other.assumed;
	return one.step !== void 0 && other.step !== void 0 && stepOrder(one.step, other.step) < 0;
}
/** The order of steps that are worth the same. */
function stepOrder(a, b) {
	return byText$1(vertexKey(a.to), vertexKey(b.to)) || byText$1(a.kind, b.kind) || byText$1(bindingOf$1(a), bindingOf$1(b));
}
function bindingOf$1({ grants }) {
	const [first] = grants;
	return first === void 0 ? "" : `${first.binding.entry.key}\0${first.binding.entry.path ?? ""}`;
}
function byText$1(a, b) {
	if (a === b) return 0;
	return a < b ? -1 : 1;
}
/** A first step and where it leads; undefined where it leads on in more hops than are told. */
function pathOf(first, rest) {
	const steps = [first, ...rest];
	if (steps.length > 8) return void 0;
	const assumed = steps.reduce((sum, step) => sum + assumedHops(step), 0);
	const weakest = steps.map(({ confidence }) => confidence).reduce(weakerConfidence);
	return {
		steps,
		assumedHops: assumed,
		confidence: assumed > 0 ? weakerConfidence(weakest, "likely") : weakest
	};
}
/** Shortest, then fewest assumed hops, then by name. */
function pathOrder(a, b) {
	const byLength = a.steps.length - b.steps.length || a.assumedHops - b.assumedHops;
	if (byLength !== 0) return byLength;
	const byStart = byText$1(vertexKey(a.steps[0].from), vertexKey(b.steps[0].from));
	if (byStart !== 0) return byStart;
	for (const [index, step] of a.steps.entries()) {
		const other = b.steps[index];
		const order = other === void 0 ? 0 : stepOrder(step, other);
		if (order !== 0) return order;
	}
	return 0;
}
//#endregion
//#region packages/rules/src/escalation/bound-paths.ts
const everybody = [
	"anonymous",
	"authenticated",
	"all-service-accounts",
	"namespace-service-accounts",
	"service-account",
	"nodes",
	"user",
	"group"
];
/**
* The best path of each subject of a binding whose first step is of some kinds, in the order of bindings.
*
* Whoever holds everything already gains nothing.
*/
function* boundPaths(context, looked) {
	const search = searchOf(context);
	const first = new Set(looked.kinds);
	for (const one of search.deciding) {
		const steps = one.steps.filter(({ kind }) => first.has(kind));
		if (steps.length === 0 || looked.ofAdmins !== true && search.holdsEverything(one.bound.holder.key)) continue;
		const found = bestOf$1(search, one, steps, looked.counts);
		if (found !== void 0) yield found;
	}
}
/** Requests without credentials get as far as RBAC. */
function isLetIn(graph, { holder }) {
	if (holder.kind !== "anonymous") return true;
	const { reach } = anonymousReach(graph);
	return reach === "all-paths" || reach === "unknown";
}
function bestOf$1(search, { bound, worth }, steps, counts) {
	const groups = membershipsOf(bound.holder.key);
	const byItself = worth(steps);
	for (const level of levels) {
		const gaining = level < byItself ? steps : steps.filter((step) => level === byItself && counts?.(step) === true);
		const through = (step) => pathThrough$1(search, step, level, bound.holder.key, groups) ?? [];
		const [path] = gaining.flatMap(through).sort(pathOrder);
		if (path === void 0) continue;
		const others = steps.some(({ powerId }) => powerId !== path.steps[0].powerId);
		return {
			bound,
			level,
			path: withDoubt(path, bound.binding),
			others
		};
	}
}
const levels = [
	1,
	2,
	3
];
/** What is certain or likely first; what is merely possible where there is nothing else. */
function pathThrough$1({ sure, possible }, step, level, holder, groups) {
	for (const reach of step.confidence === "possible" ? [possible[level]] : [sure[level], possible[level]]) {
		const rest = reach.stepsWithout(step.to, holder, groups);
		const path = rest === void 0 ? void 0 : pathOf(step, rest);
		if (path !== void 0) return path;
	}
}
/**
* Objects without a namespace go where they are applied, all to one or each to its own: where two are written apart,
* nobody knows.
*/
function withDoubt(path, binding) {
	if (!path.steps.some(({ to }) => "namespace" in to && to.namespace === "<applied>")) return path;
	return path.steps.slice(1).some(({ grants }) => grants.some(({ binding: { entry } }) => entry.path !== void 0 && !areTogether(entry.path, binding.entry.path))) ? {
		...path,
		assumedHops: path.assumedHops + 1,
		confidence: "possible"
	} : path;
}
function areTogether(one, other) {
	if (other === void 0) return false;
	const folder = one.slice(0, one.lastIndexOf("/") + 1);
	const otherFolder = other.slice(0, other.lastIndexOf("/") + 1);
	return folder.startsWith(otherFolder) || otherFolder.startsWith(folder);
}
const searches = /* @__PURE__ */ new WeakMap();
function searchOf(context) {
	let search = searches.get(context.graph);
	if (search === void 0) {
		search = makeSearch(context);
		searches.set(context.graph, search);
	}
	return search;
}
function makeSearch(context) {
	const graph = escalationFromInputs(context);
	const steps = stepsByBinding(graph);
	const deciding = [...boundHolders(context, everybody, (binding) => steps.has(binding))].flatMap((bound) => {
		const its = steps.get(bound.binding)?.get(bound.holder.key);
		return its === void 0 || !isLetIn(context.graph, bound) ? [] : [{
			bound,
			steps: its,
			worth: worthOf$2(context, bound)
		}];
	});
	const sure = (step) => isRated(step) && step.confidence !== "possible";
	return {
		deciding,
		holdsEverything: (key) => [key, ...membershipsOf(key)].some((one) => isClusterAdmin(graph, one)),
		sure: reachOfLevels(graph, sure),
		possible: reachOfLevels(graph, isRated)
	};
}
/** First steps by the binding that decides them, then by who takes them. */
function stepsByBinding(graph) {
	const byBinding = /* @__PURE__ */ new Map();
	for (const vertex of graph.vertices) {
		if (vertex.kind !== "identity") continue;
		for (const step of graph.stepsFrom(vertex)) {
			const binding = decidingBinding(step, vertex.key);
			if (binding === void 0) continue;
			const byKey = byBinding.get(binding) ?? /* @__PURE__ */ new Map();
			byBinding.set(binding, byKey);
			const known = byKey.get(vertex.key);
			if (known === void 0) byKey.set(vertex.key, [step]);
			else known.push(step);
		}
	}
	return byBinding;
}
function worthOf$2({ minor }, { binding, grants }) {
	let alone;
	return (steps) => {
		alone ??= sureLevelOf(grants(), minor);
		const elsewhere = steps.flatMap((step) => step.grants).filter((grant) => grant.binding !== binding);
		return elsewhere.length === 0 ? alone : sureLevelOf([...grants(), ...elsewhere], minor);
	};
}
/** The binding of the first grant that is the subject's own; undefined where nobody wrote it. */
function decidingBinding({ grants }, key) {
	const own = grants.find(({ subject, binding }) => subjectKey(subject, binding.entry.namespace) === key);
	if (own === void 0 || own.shipped || own.binding.entry.object.origin.kind === "built-in") return void 0;
	return own.binding;
}
function isClusterAdmin(graph, key) {
	return graph.stepsFrom(identityVertex(asSubjectKey(key))).some(({ kind, to }) => kind === "holds-everything" && to.kind === "cluster-admin");
}
/** Whether pods may be privileged is for admission to say, and a server in front of the API for nobody to tell. */
function isRated({ kind }) {
	return kind !== "run-privileged" && kind !== "replace-api-server";
}
function reachOfLevels(graph, counts) {
	const targets = (level) => graph.vertices.filter((vertex) => levelOf$1(vertex) === level);
	return {
		1: reachOf(graph, [clusterAdminVertex], counts),
		2: reachOf(graph, targets(2), counts),
		3: reachOf(graph, targets(3), counts)
	};
}
/** What being somewhere is worth; undefined where that depends on whom it leads to. */
function levelOf$1(vertex) {
	switch (vertex.kind) {
		case "cluster-admin": return 1;
		case "nodes": return 2;
		case "any-account":
		case "pods":
		case "secrets":
		case "namespace-admin": return vertex.namespace === void 0 ? 2 : 3;
		case "identity":
		case "any-user":
		case "role": return;
	}
}
//#endregion
//#region packages/rules/src/narrower-role.ts
/**
* How the role itself would give less: without the words that give the power, in every rule of it. Nothing where
* Kubernetes ships the role or where a wildcard would have to be spelled out first.
*/
function narrowerRole({ minor }, power) {
	const [{ grant }] = power.witnesses;
	const { role } = grant;
	if (role.entry.object.origin.kind === "built-in") return [{
		text: "bind a role of your own that lists what is needed instead of a built-in one",
		edits: []
	}];
	const asks = asksOf(power.id, minor);
	if (asks.length === 0) return [{
		text: `list what is needed in the role ${nameOf(role)} in place of \`*\``,
		edits: []
	}];
	const cuts = role.rules.filter((rule) => asks.some((ask) => ruleGives(rule, ask))).map((rule) => cutOf(rule, asks));
	const name = nameOf(role);
	if (cuts.some((cut) => cut === void 0)) return [{
		text: `list what is needed in the role ${name} in place of \`*\``,
		edits: []
	}];
	const words = cuts.flatMap((cut) => cut?.words ?? []);
	const edits = cuts.map((cut) => cut?.edits ?? []);
	return [{
		text: words.length === 0 ? `take this rule out of the role ${name}` : `take ${listed$1(words)} out of the role ${name}`,
		edits: allOrNone(edits)
	}];
}
function nameOf({ entry }) {
	return quotable(entry.object.meta.name.value);
}
/** Verbs of which the API server asks for nothing else: what stays of the resource is as useful without them. */
const askedForThemselves = [
	"approve",
	"bind",
	"escalate",
	"impersonate",
	"sign",
	"use"
];
/** Such verbs; resources where others stay, else verbs where others stay, else the rule. */
function cutOf(rule, asks) {
	const given = asks.filter((ask) => ruleGives(rule, ask));
	const resources = rule.resources.filter((one) => given.some(({ resource, subresource }) => resourceMatches([one], resource, subresource)));
	const verbs = rule.verbs.filter((one) => given.some(({ verb }) => verbMatches([one], verb)));
	if (verbs.every(({ value }) => askedForThemselves.includes(value)) && verbs.length < rule.verbs.length) return cutVerbs(verbs, resources);
	if (resources.some(isWildcard)) return void 0;
	if (resources.length < rule.resources.length) return cutWords(resources);
	if (verbs.some(isWildcard)) return void 0;
	if (verbs.length < rule.verbs.length) return cutVerbs(verbs, resources);
	return {
		words: [],
		edits: removeListItem(rule.origin)
	};
}
function cutVerbs(verbs, resources) {
	const on = listed$1(resources.map(({ value }) => quotable(value)));
	return {
		words: [`${listed$1(verbs.map(({ value }) => quotable(value)))} on ${on}`],
		edits: cutWords(verbs).edits
	};
}
function cutWords(words) {
	const edits = words.map(({ origin }) => removeListItem(origin));
	return {
		words: words.map(({ value }) => quotable(value)),
		edits: edits.some((some) => some.length === 0) ? [] : edits.flat()
	};
}
function isWildcard({ value }) {
	return value === "*" || value.startsWith("*/");
}
//#endregion
//#region packages/rules/src/escalation/path-words.ts
/** `ServiceAccount ci/deployer can run pods as any ServiceAccount of kube-system, which makes it cluster-admin`. */
function pathTitle(holder, path) {
	return fitTitle(`${holder.name} can ${path.steps[0].phrase}`, consequenceOf(holder, path));
}
/** What it leads to, one clause. */
function consequenceOf(holder, { steps }) {
	const last = steps.at(-1);
	if (last === void 0) return "";
	const whom = pronounOf(holder);
	if (last.to.kind === "cluster-admin") return `, which makes ${whom} cluster-admin`;
	if (last.to.kind === "nodes") return `, which makes ${whom} root on the node`;
	const lastTaken = steps.findLast(({ powerId }) => powerId !== void 0);
	return lastTaken === void 0 || lastTaken === steps[0] ? "" : `, which lets ${whom} ${lastTaken.phrase}`;
}
/** How the chain goes on after its first step, a line each. */
function followingLines({ steps }) {
	return steps.slice(1).flatMap((step, index) => {
		const before = steps[index];
		return before === void 0 ? [] : lineOf$1(step, before);
	});
}
function lineOf$1(step, before) {
	const assumed = step.assumption === void 0 ? "" : ` (assumed: ${step.assumption})`;
	switch (step.kind) {
		case "controllers":
		case "one-of-accounts": return [`${oneOf(step, before)}${assumed}`];
		case "member-of": return [`which can do what ${step.to.kind === "identity" ? groupName$1(step.to.key) : "its group"} can`];
		case "escalate-role": return [`which holds ${writing(step)} (${roleOf(step)})`, "and so can rewrite that role to allow everything"];
		case "holds-everything":
			if (step.grants.length === 0) return [`which ${step.phrase}`];
			return [`which ${step.to.kind === "cluster-admin" ? "is cluster-admin" : `can ${step.phrase}`} (${bindingOf(step)})`];
		case "one-of-users":
		case "pod-runs-as":
		case "token-in-secret": return [`${step.phrase}${assumed}`];
		case "pods-on-node":
		case "node-credential": return [`which ${step.phrase}${assumed}`];
		case "create-pod":
		case "write-workload":
		case "enter-pod":
		case "request-token":
		case "read-token-secret":
		case "create-token-secret":
		case "impersonate":
		case "bind-role":
		case "approve-certificate":
		case "reach-kubelet":
		case "mount-host-path":
		case "relabel-namespace":
		case "run-privileged":
		case "control-admission":
		case "replace-api-server":
		case "inject-aggregate":
		case "write-identity-map": return [`which can ${step.phrase} (${roleOf(step)})${assumed}`];
	}
}
function oneOf(step, before) {
	const account = step.to.kind === "identity" ? accountOf(step.to.key) : void 0;
	if (account === void 0) return step.phrase;
	const inOne = "namespace" in before.to && before.to.namespace !== void 0;
	const runsPods = before.kind === "create-pod" || before.kind === "write-workload";
	if (inOne && runsPods) return `one with serviceAccountName: ${quotable(account.name)}`;
	return `one of them is ServiceAccount ${namespacedName(account.namespace, account.name)}`;
}
function groupName$1(key) {
	return holderOfGroup(key.slice(groupKey("").length)).name;
}
/** `escalate and patch on clusterroles`. */
function writing({ power }) {
	const last = power?.witnesses.at(-1);
	if (last === void 0) return "escalate";
	return `escalate and ${verbMatches(last.grant.rule.verbs, "patch") ? "patch" : last.ask.verb} on ${last.ask.resource}`;
}
/** `ClusterRole edit, built in`, `Role deployer, ci/rbac.yaml:7`. */
function roleOf({ power }) {
	const grant = power?.witnesses[0].grant;
	if (grant === void 0) return "";
	const { object } = grant.role.entry;
	const where = object.origin.kind === "built-in" ? "built in" : whereOf(grant.rule.origin);
	return `${object.kind} ${quotable(object.meta.name.value)}, ${where}`;
}
function bindingOf({ grants: [grant] }) {
	if (grant === void 0) return "";
	const { object } = grant.binding.entry;
	const where = object.origin.kind === "built-in" ? "built in" : whereOf(object.roleRef.name.origin);
	return `${object.kind} ${quotable(object.meta.name.value)}, ${where}`;
}
//#endregion
//#region packages/rules/src/escalation/path-risks.ts
/** The risks that a binding lets somebody take the first step of a path to more than the binding gives. */
function* pathRisks(context, rule) {
	for (const found of boundPaths(context, rule)) {
		if (rule.tells?.(found) === false) continue;
		const risk = pathRisk(context, rule, found);
		if (!isToldOfCrowd(context, found.bound, risk)) yield risk;
	}
}
/** What a crowd holds is told by a rule of its own, one step far, unless the path is worth more. */
function isToldOfCrowd(context, bound, { score, ruleId }) {
	const { kind } = bound.holder;
	return (kind === "anonymous" || kind === "authenticated" || kind === "all-service-accounts" || kind === "namespace-service-accounts") && crowdScore(context, ruleId, bound) >= score;
}
const crowdScores = /* @__PURE__ */ new WeakMap();
/** What the rule about a crowd says it is worth; each rule about paths asks that of the same bindings. */
function crowdScore(context, ruleId, bound) {
	const ofBinding = crowdScores.get(bound.binding) ?? /* @__PURE__ */ new Map();
	crowdScores.set(bound.binding, ofBinding);
	const known = ofBinding.get(bound.holder.key) ?? crowdRisk(context, ruleId, bound)?.score ?? 0;
	ofBinding.set(bound.holder.key, known);
	return known;
}
function pathRisk(context, rule, found) {
	const { bound, path, level } = found;
	const { binding, subject, holder } = bound;
	const { key } = binding.entry;
	const certainty = certaintyOf(context.graph, binding);
	const anonymous = holder.kind === "anonymous" ? anonymousReach(context.graph) : void 0;
	const [first] = path.steps;
	const from = anonymous === void 0 ? 1 : 2;
	const place = subjectHop(holder, subject, from);
	const consequence = consequenceOf(holder, path);
	const rating = {
		holder: holder.level,
		power: level,
		adjustments: holder.adjustments,
		assumedHops: path.assumedHops + certainty.assumedHops + (anonymous?.assumed === true ? 1 : 0)
	};
	return withDetails({
		ruleId: rule.id,
		title: pathTitle(holder, path),
		score: rate(rating),
		rating,
		confidence: weakerConfidence(weakerConfidence(path.confidence, certainty.confidence), anonymous?.confidence ?? "certain"),
		place,
		identity: {
			subject: holder.identity,
			object: key
		},
		cause: key,
		also: `${holder.name} can ${first.phrase}${consequence}`,
		alsoOfSame: `${subjectPronoun(holder)} can ${first.phrase}${consequence}`,
		steps: path.steps.length,
		role: roleOf$1(binding)
	}, {
		hops: () => [
			...anonymous === void 0 ? [] : [anonymous.hop],
			place,
			roleRefHop(binding, from + 1),
			...first.power === void 0 ? [] : powerHops(first.power, from + 2, binding)
		],
		notes: () => [
			...first.assumption === void 0 ? [] : [note("note", `assumed: ${first.assumption}`)],
			...followingLines(path).map((line) => note("then", line)),
			...rule.notes?.(found) ?? [],
			...unknownNamespace(path.steps),
			...certainty.notes,
			...first.power === void 0 ? [] : [note("check", checkCommand$1(holder, first.power))]
		],
		remedies: () => pathRemedies(context, rule, found)
	});
}
function unknownNamespace(steps) {
	return steps.some(({ to }) => "namespace" in to && to.namespace === "<applied>") ? [note("note", "the namespace is the one that all of this is applied to")] : [];
}
/** Where the binding gives several first steps, taking one out of the role leaves the others. */
function pathRemedies(context, rule, found) {
	const { bound, path, others } = found;
	const { power } = path.steps[0];
	const narrower = power === void 0 || others ? [] : narrowerRole(context, power);
	return [
		...rule.instead?.(found) ?? [],
		...narrower,
		takeSubjectOut(bound)
	];
}
//#endregion
//#region packages/rules/src/escalation/shortest-paths.ts
/**
* The paths of a query, shortest first, then fewest assumed hops, then by name.
*
* From everybody: the best of each. From one: the best through each of its first steps, so that taking one away shows
* what is left.
*/
function shortestPaths(context, query) {
	const graph = escalationGraph(context);
	const { confidence } = query;
	const counts = (step) => confidence === void 0 || confidenceAtLeast(step.confidence, confidence);
	const targets = query.to ?? [clusterAdminVertex];
	const reach = reachOf(graph, targets, counts);
	const starts = query.from === void 0 ? grantedByInputs(context, graph) : [query.from];
	const isTarget = new Set(targets.map(vertexKey));
	return starts.flatMap((start) => {
		if (isTarget.has(vertexKey(start))) return [];
		const steps = graph.stepsFrom(start).filter(counts);
		const through = (step) => pathThrough(reach, start, step);
		return query.from === void 0 ? bestOf(reach, steps, through) : steps.flatMap((step) => through(step) ?? []);
	}).sort(pathOrder);
}
/** The best of one start. Going around costs a search: only where the straight way would be as good as the best. */
function bestOf(reach, steps, through) {
	const near = steps.map((step) => ({
		step,
		left: reach.stepsFrom(step.to)?.length
	})).filter((one) => one.left !== void 0).sort((one, other) => one.left - other.left);
	let best;
	for (const { step, left } of near) {
		if (best !== void 0 && left + 1 > best.steps.length) break;
		const path = through(step);
		if (path !== void 0 && (best === void 0 || pathOrder(path, best) < 0)) best = path;
	}
	return best === void 0 ? [] : [best];
}
/** Nobody gains by becoming itself. */
function pathThrough(reach, start, step) {
	const rest = reach.stepsWithout(step.to, vertexKey(start), []);
	return rest === void 0 ? void 0 : pathOf(step, rest);
}
/** Identities that a binding of the inputs names: what the default policy gives by itself is no news. */
function grantedByInputs({ graph }, steps) {
	const written = /* @__PURE__ */ new Set();
	for (const key of graph.subjectKeys) for (const { shipped } of graph.grantsOf(key)) {
		if (shipped) continue;
		written.add(key);
		break;
	}
	return steps.vertices.filter((vertex) => vertex.kind === "identity" && (written.has(vertex.key) || steps.stepsFrom(vertex).length > 0 && membershipsOf(vertex.key).some((group) => written.has(group))));
}
/** Identities that hold a power, so that a path can lead to it; cluster-wide, or in one namespace. */
function holdersOfPower({ graph, minor }, id, namespace) {
	return graph.subjectKeys.flatMap((key) => {
		return powersOf(graph.grantsOf(key), minor).some((power) => power.id === id && power.names.length === 0 && (power.scope.kind === "cluster" || power.scope.namespace === namespace)) ? [identityVertex(asSubjectKey(key))] : [];
	});
}
//#endregion
//#region packages/rules/src/escalation/strong-accounts.ts
/** Accounts of the namespace that the first step opens, beside the one that is told, which reach the whole cluster at once. */
function strongAccountsBeside(context, { steps }) {
	const [{ from, to }] = steps;
	if (to.kind !== "any-account" || to.namespace === void 0) return [];
	const passed = [from, ...steps.map((step) => step.to)].map(vertexKey);
	return strongAccountsOf(context, to.namespace).filter(({ key }) => !passed.includes(key)).map(({ text }) => text);
}
const strongAccounts = /* @__PURE__ */ new WeakMap();
/** Whoever opens most, first. */
function strongAccountsOf(context, namespace) {
	const byNamespace = strongAccounts.get(context.graph) ?? /* @__PURE__ */ new Map();
	strongAccounts.set(context.graph, byNamespace);
	const known = byNamespace.get(namespace);
	if (known !== void 0) return known;
	const graph = escalationFromInputs(context);
	const found = (knownAccounts(context.graph).byNamespace.get(namespace) ?? []).map((account) => ({
		...account,
		sharp: graph.stepsFrom(identityVertex(account.key)).filter(isSharp)
	})).sort((a, b) => strength(b.sharp) - strength(a.sharp)).flatMap(({ key, name, sharp }) => {
		const [first] = [...sharp].sort((one, other) => telling(one) - telling(other));
		return first === void 0 ? [] : [{
			key,
			text: `${namespacedName(namespace, name)} can ${first.phrase}`
		}];
	});
	byNamespace.set(namespace, found);
	return found;
}
/** What a right of its own opens at once, in the whole cluster. */
function isSharp({ kind, to, powerId }) {
	const level = levelOf$1(to);
	return powerId !== void 0 && kind !== "run-privileged" && (level === 1 || level === 2);
}
/** What says most, first. */
function telling({ to }) {
	if (to.kind === "cluster-admin") return 0;
	return to.kind === "secrets" ? 1 : 2;
}
/** Cluster-admin before all else, then whoever opens most. */
function strength(steps) {
	return new Set(steps.map(({ to }) => vertexKey(to))).size + (steps.some(({ to }) => to.kind === "cluster-admin") ? 100 : 0);
}
//#endregion
//#region packages/rules/src/everything-risks.ts
/** Whether a binding refers to the ClusterRole that Kubernetes itself calls cluster-admin. */
function isClusterAdminRef({ entry }) {
	const { kind, name } = entry.object.roleRef;
	return kind.value === "ClusterRole" && name.value === "cluster-admin";
}
/** The risk that somebody holds every verb on every resource; nothing where the binding does not give that. */
function everythingRisk(context, ruleId, bound) {
	const { binding, subject, holder } = bound;
	const power = powersOf(bound.grants(), context.minor).find(({ id }) => id === "everything");
	if (power === void 0) return void 0;
	const certainty = certaintyOf(context.graph, binding);
	const worst = worstOf(context, holder, [power], certainty.assumedHops);
	if (worst === void 0) return void 0;
	const { consequence, score } = worst;
	const { key, object } = binding.entry;
	const isDefaultAccount = holder.kind === "service-account" && holder.level === 2;
	const place = subjectHop(holder, subject, 1);
	const claim = power.scope.kind === "cluster" ? "is cluster-admin" : `can ${power.phrase}`;
	const dormant = rbacIsAsked(context.graph) ? void 0 : ", once RBAC is among the authorization modes";
	return {
		ruleId,
		title: fitTitle(holder.name, ` ${claim}${dormant ?? consequence.suffix}`),
		score: dormant === void 0 ? score : Math.min(score, 3),
		rating: worst.rating,
		confidence: weakerConfidence(consequence.confidence, certainty.confidence),
		place,
		hops: [
			place,
			roleRefHop(binding, 2),
			hop(power.witnesses[0].grant.rule.origin, "every verb on every resource", 3)
		],
		notes: [
			...isDefaultAccount ? [note("who", "every pod of its namespace that names no other ServiceAccount")] : [],
			...consequence.next === void 0 ? [] : [note("then", consequence.next)],
			...holder.adjustments.includes(adjustment.namedUser) ? [note("why", "a User bound by name keeps the right when the person leaves")] : [],
			...certainty.notes,
			note("check", checkCommand$1(holder, power))
		],
		remedies: [takeSubjectOut(bound), {
			text: "bind a role that lists what is needed, in the namespaces where it is needed",
			edits: []
		}],
		identity: {
			subject: holder.identity,
			object: key
		},
		cause: key,
		also: `${holder.name} is bound to ${quotable(object.roleRef.name.value)}`,
		alsoOfSame: `${subjectPronoun(holder)} ${pronounOf(holder) === "it" ? "is" : "are"} bound to ${quotable(object.roleRef.name.value)}`,
		role: roleOf$1(binding)
	};
}
//#endregion
//#region packages/rules/src/operator-profiles.ts
const metricsAccess = ["system:auth-delegator", "extension-apiserver-authentication-reader"];
const fluxRoles = [
	"crd-controller-flux-system",
	"crd-controller",
	"flux-scc"
];
const kyverno = (part) => [`kyverno:${part}`, `kyverno:${part}:view`];
const provisioner = ["external-provisioner-runner", "external-provisioner-cfg"];
const attacher = ["external-attacher-runner", "external-attacher-cfg"];
const resizer = ["external-resizer-runner", "external-resizer-cfg"];
const snapshotter = ["external-snapshotter-runner", "external-snapshotter-leaderelection"];
const healthMonitor = ["external-health-monitor-controller-runner", "external-health-monitor-controller-cfg"];
const profiles = {
	"Argo CD": {
		"argocd-application-controller": ["argocd-application-controller"],
		"argocd-applicationset-controller": ["argocd-applicationset-controller"],
		"argocd-dex-server": ["argocd-dex-server"],
		"argocd-notifications-controller": ["argocd-notifications-controller", "argocd-notifications-controller-cluster-apps"],
		"argocd-redis": ["argocd-redis"],
		"argocd-redis-ha": ["argocd-redis-ha"],
		"argocd-redis-ha-haproxy": ["argocd-redis-ha-haproxy"],
		"argocd-server": ["argocd-server", "argocd-server-cluster-apps"]
	},
	"Argo Workflows": {
		argo: [
			"argo-role",
			"argo-cluster-role",
			"argo-clusterworkflowtemplate-role"
		],
		"argo-server": [
			"argo-server-role",
			"argo-server-cluster-role",
			"argo-server-clusterworkflowtemplate-role"
		]
	},
	Calico: {
		"calico-apiserver": [
			"calico-crds",
			"calico-extension-apiserver-auth-access",
			"calico-webhook-reader",
			...metricsAccess
		],
		"calico-cni-plugin": ["calico-cni-plugin"],
		"calico-kube-controllers": ["calico-kube-controllers"],
		"calico-node": ["calico-node"],
		"calico-typha": ["calico-typha"],
		calicoctl: ["calicoctl"],
		"tigera-operator": ["tigera-operator", "tigera-operator-secrets"]
	},
	"cert-manager": {
		"cert-manager": [
			"cert-manager:leaderelection",
			"cert-manager-controller-approve:cert-manager-io",
			"cert-manager-controller-certificates",
			"cert-manager-controller-certificatesigningrequests",
			"cert-manager-controller-challenges",
			"cert-manager-controller-clusterissuers",
			"cert-manager-controller-ingress-shim",
			"cert-manager-controller-issuers",
			"cert-manager-controller-orders"
		],
		"cert-manager-cainjector": [
			"cert-manager-cainjector",
			"cert-manager-cainjector:dynamic-serving",
			"cert-manager-cainjector:leaderelection"
		],
		"cert-manager-startupapicheck": ["cert-manager-startupapicheck:create-cert"],
		"cert-manager-webhook": ["cert-manager-webhook:dynamic-serving", "cert-manager-webhook:subjectaccessreviews"]
	},
	Cilium: {
		cilium: ["cilium", "cilium-config-agent"],
		"cilium-operator": ["cilium-operator"],
		"hubble-generate-certs": ["hubble-generate-certs"],
		"hubble-ui": ["hubble-ui"]
	},
	"cluster-autoscaler": { "cluster-autoscaler": ["cluster-autoscaler"] },
	Contour: {
		contour: ["contour"],
		"contour-certgen": ["contour-certgen"]
	},
	Crossplane: {
		crossplane: ["crossplane"],
		"rbac-manager": ["crossplane-rbac-manager"]
	},
	"the CSI sidecars": {
		"csi-attacher": attacher,
		"csi-external-health-monitor-controller": healthMonitor,
		"csi-provisioner": provisioner,
		"csi-resizer": resizer,
		"csi-snapshotter": [...snapshotter, ...provisioner],
		"snapshot-controller": ["snapshot-controller-runner", "snapshot-controller-leaderelection"]
	},
	"the CSI hostpath driver": { "csi-hostpathplugin-sa": [
		...attacher,
		...healthMonitor,
		...provisioner,
		...resizer,
		...snapshotter
	] },
	Dex: { dex: ["dex"] },
	"the GCE PD driver": { "csi-gce-pd-controller-sa": [
		"csi-gce-pd-attacher-role",
		"csi-gce-pd-leaderelection-role",
		"csi-gce-pd-provisioner-role",
		"csi-gce-pd-resizer-role",
		"csi-gce-pd-snapshotter-role"
	] },
	ECK: { "elastic-operator": ["elastic-operator"] },
	"external-dns": { "external-dns": ["external-dns"] },
	"external-secrets": {
		"external-secrets": [
			"external-secrets-controller",
			"external-secrets-leaderelection",
			...metricsAccess
		],
		"external-secrets-cert-controller": ["external-secrets-cert-controller"],
		"external-secrets-webhook": ["external-secrets-webhook-metrics-auth"]
	},
	Flux: {
		"helm-controller": ["cluster-admin", ...fluxRoles],
		"image-automation-controller": fluxRoles,
		"image-reflector-controller": fluxRoles,
		"kustomize-controller": ["cluster-admin", ...fluxRoles],
		"notification-controller": fluxRoles,
		"source-controller": fluxRoles,
		"source-watcher": fluxRoles
	},
	Gatekeeper: { "gatekeeper-admin": ["gatekeeper-manager-role"] },
	"ingress-nginx": {
		"ingress-nginx": ["ingress-nginx"],
		"ingress-nginx-admission": ["ingress-nginx-admission"]
	},
	"Inspektor Gadget": { gadget: ["gadget-cluster-role", "gadget-role"] },
	Istio: {
		"istio-cni": [
			"istio-cni",
			"istio-cni-ambient",
			"istio-cni-repair-role"
		],
		"istio-operator": ["istio-operator"],
		"istio-reader-service-account": ["istio-reader-clusterrole-istio-system"],
		istiod: [
			"istiod",
			"istiod-clusterrole-istio-system",
			"istiod-gateway-controller-istio-system"
		]
	},
	Karpenter: { karpenter: [
		"karpenter",
		"karpenter-core",
		"karpenter-dns",
		"karpenter-lease"
	] },
	Kiali: { kiali: [
		"kiali",
		"kiali-controlplane",
		"kiali-viewer"
	] },
	"Knative Serving": {
		activator: ["knative-serving-activator", "knative-serving-activator-cluster"],
		controller: ["knative-serving-admin", "knative-serving-aggregated-addressable-resolver"],
		"net-kourier": ["net-kourier"]
	},
	"kube-prometheus": {
		"blackbox-exporter": ["blackbox-exporter"],
		"kube-state-metrics": ["kube-state-metrics"],
		"node-exporter": ["node-exporter"],
		"prometheus-adapter": ["prometheus-adapter", ...metricsAccess],
		"prometheus-k8s": ["prometheus-k8s", "prometheus-k8s-config"],
		"prometheus-operator": ["prometheus-operator"]
	},
	"kube-router": { "kube-router": ["kube-router"] },
	KubeVirt: {
		"kubevirt-api": ["kubevirt-api"],
		"kubevirt-controller": ["kubevirt-controller"],
		"kubevirt-handler": ["kubevirt-handler"],
		"kubevirt-operator": ["kubevirt-operator"]
	},
	Kyverno: {
		"kyverno-admission-controller": kyverno("admission-controller"),
		"kyverno-background-controller": kyverno("background-controller"),
		"kyverno-cleanup-controller": kyverno("cleanup-controller"),
		"kyverno-reports-controller": kyverno("reports-controller")
	},
	"the local path provisioner": { "local-path-provisioner-service-account": ["local-path-provisioner-role"] },
	Longhorn: {
		"longhorn-service-account": [
			"longhorn",
			"longhorn-role",
			"longhorn-psp-role"
		],
		"longhorn-support-bundle": ["cluster-admin"],
		"longhorn-uninstall-service-account": ["longhorn-uninstall-role"]
	},
	Loki: {
		loki: ["loki-clusterrole"],
		promtail: ["promtail"]
	},
	MetalLB: {
		controller: [
			"metallb-system:controller",
			"controller",
			"pod-lister",
			"config-watcher"
		],
		speaker: [
			"metallb-system:speaker",
			"pod-lister",
			"config-watcher"
		]
	},
	"metrics-server": { "metrics-server": [
		"system:metrics-server",
		"system:metrics-server-nanny",
		"metrics-server-nanny",
		...metricsAccess
	] },
	OpenEBS: { "openebs-maya-operator": ["openebs-maya-operator"] },
	Pinniped: {
		"local-user-authenticator": ["local-user-authenticator"],
		"pinniped-concierge": [
			"pinniped-concierge-aggregated-api-server",
			"pinniped-concierge-cluster-info-lister-watcher",
			"pinniped-concierge-kube-system-pod-read",
			...metricsAccess
		],
		"pinniped-concierge-impersonation-proxy": ["pinniped-concierge-impersonation-proxy"],
		"pinniped-concierge-kube-cert-agent": ["pinniped-concierge-kube-cert-agent"]
	},
	Rook: {
		"objectstorage-provisioner": ["objectstorage-provisioner-role"],
		"rook-ceph-cmd-reporter": ["rook-ceph-cmd-reporter"],
		"rook-ceph-mgr": [
			"rook-ceph-mgr",
			"rook-ceph-mgr-cluster",
			"rook-ceph-mgr-system",
			"rook-ceph-monitor-mgr"
		],
		"rook-ceph-osd": ["rook-ceph-osd", "rook-ceph-osd-external"],
		"rook-ceph-purge-osd": ["rook-ceph-purge-osd"],
		"rook-ceph-system": [
			"rook-ceph-cluster-mgmt",
			"rook-ceph-global",
			"rook-ceph-monitor",
			"rook-ceph-object-bucket",
			"rook-ceph-system"
		]
	},
	"sealed-secrets": { "sealed-secrets-controller": [
		"secrets-unsealer",
		"sealed-secrets-key-admin",
		"sealed-secrets-service-proxier"
	] },
	Strimzi: {
		"strimzi-access-operator": ["strimzi-access-operator"],
		"strimzi-cluster-operator": [
			"strimzi-cluster-operator-global",
			"strimzi-cluster-operator-leader-election",
			"strimzi-cluster-operator-namespaced",
			"strimzi-cluster-operator-watched",
			"strimzi-entity-operator",
			"strimzi-kafka-broker",
			"strimzi-kafka-client"
		],
		"strimzi-drain-cleaner": ["strimzi-drain-cleaner"],
		"strimzi-topic-operator": ["strimzi-topic-operator"]
	},
	Tekton: {
		"tekton-events-controller": [
			"tekton-events-controller-cluster-access",
			"tekton-pipelines-events-controller",
			"tekton-pipelines-leader-election"
		],
		"tekton-pipelines-controller": [
			"tekton-pipelines-controller",
			"tekton-pipelines-controller-cluster-access",
			"tekton-pipelines-controller-pod-log-access",
			"tekton-pipelines-controller-tenant-access",
			"tekton-pipelines-leader-election"
		],
		"tekton-pipelines-resolvers": ["tekton-pipelines-resolvers-namespace-rbac", "tekton-pipelines-resolvers-resolution-request-updates"],
		"tekton-pipelines-webhook": [
			"tekton-pipelines-leader-election",
			"tekton-pipelines-webhook",
			"tekton-pipelines-webhook-cluster-access"
		]
	},
	Traefik: {
		"traefik-controller": [
			"gateway-role",
			"knative-networking-role",
			"traefik-role"
		],
		"traefik-ingress-controller": ["traefik-ingress-controller"],
		"traefik-ingress-nginx-controller": ["traefik-ingress-nginx-controller"]
	},
	Velero: { velero: ["cluster-admin", "velero-server"] },
	"the Vitess operator": { "vitess-operator": ["vitess-operator", "vitess-operator-backup-storage"] }
};
/** The operator that ships an account of this name bound to a role of that name. */
function operatorShipping(account, role) {
	return operators.get(pair(account, role));
}
const operators = new Map(Object.entries(profiles).flatMap(([operator, accounts]) => Object.entries(accounts).flatMap(([account, roles]) => roles.map((role) => [pair(account, role), operator]))));
function pair(account, role) {
	return `${account} ${role}`;
}
//#endregion
//#region packages/rules/src/fold.ts
/** More bindings of one role than this are one finding, at the role. */
const bindingsWorthSaying = 5;
/**
* Turns risks into findings: one cause, one finding, most severe first.
*
* Folds what was found through one binding, whatever the rule; then what one operator's account holds through the roles
* that come with it; then, where more than five bindings share a role, those; then what is left on one line, since
* outputs tell results of a rule apart by their line.
*/
function foldRisks(risks, cluster) {
	return foldBy(foldSharedRoles(foldOperators(foldBy(risks.map(single), ({ risk }) => risk.cause))), ({ risk }) => `${risk.ruleId}\0${lineOf(risk.place.origin) ?? risk.cause}`).sort(mostSevereFirst).map(({ risk, folded }) => findingOf(risk, folded, cluster));
}
function single(risk) {
	return {
		risk,
		folded: []
	};
}
function foldBy(folds, keyOf) {
	const groups = /* @__PURE__ */ new Map();
	for (const fold of folds) {
		const key = keyOf(fold);
		const group = groups.get(key);
		if (group === void 0) groups.set(key, [fold]);
		else group.push(fold);
	}
	return [...groups.values()].flatMap(foldTogether);
}
/** The most severe stands for all. */
function foldTogether(group) {
	const [first, ...others] = [...group].sort(mostSevereFirst);
	if (first === void 0) return [];
	if (others.length === 0) return [first];
	const folded = [...first.folded, ...others.flatMap(({ risk, folded: more }) => [risk, ...more])];
	return [{
		risk: first.risk,
		folded: folded.sort(riskOrder)
	}];
}
/**
* One finding for each account of an operator: of its bindings those to roles that the operator ships, by their names.
* What else the account is bound to stays a finding of its own, and so does what a binding gives to others too: names
* decide how findings are grouped, never what they are worth (docs/decisions/0010-operator-profiles.md).
*/
function foldOperators(folds) {
	const others = [];
	const byAccount = /* @__PURE__ */ new Map();
	for (const fold of folds) {
		const operator = operatorOf(fold);
		if (operator === void 0) {
			others.push(fold);
			continue;
		}
		const key = `${operator}\0${fold.risk.identity.subject}`;
		const same = byAccount.get(key);
		if (same === void 0) byAccount.set(key, {
			operator,
			folds: [fold]
		});
		else same.folds.push(fold);
	}
	for (const { operator, folds: same } of byAccount.values()) others.push(...foldTogether(same).map((fold) => withOperator(fold, operator)));
	return others;
}
/** The operator that ships the account of a fold and each of its roles, where all that is in it is that account's. */
function operatorOf({ risk, folded }) {
	const account = accountNameOf(risk);
	const all = [risk, ...folded];
	if (account === void 0 || all.some(({ identity }) => identity.subject !== risk.identity.subject)) return void 0;
	const shipping = all.flatMap(({ role }) => role === void 0 ? [] : [operatorShipping(account, nameIn(role.key)) ?? nobody]);
	const [first] = shipping;
	return first !== nobody && shipping.every((one) => one === first) ? first : void 0;
}
const nobody = "";
const accountIdentity = /^ServiceAccount [^/]+\/(.+)$/;
function accountNameOf({ identity }) {
	return accountIdentity.exec(identity.subject)?.[1];
}
/** The last part of a key: names of roles hold no slash. */
function nameIn(key) {
	return key.slice(key.lastIndexOf("/") + 1);
}
/** With a line that says whose names these are; on each risk, since any of them may come to stand for all. */
function withOperator({ risk, folded }, operator) {
	const note = {
		kind: "note",
		text: `operator: by their names, account and roles are those of ${operator}`
	};
	return {
		risk: withNote(risk, note),
		folded: folded.map((one) => withNote(one, note))
	};
}
function foldSharedRoles(folds) {
	const byRole = /* @__PURE__ */ new Map();
	const alone = [];
	for (const fold of folds) {
		const { role, ruleId } = fold.risk;
		if (role === void 0 || !isSharedAt(role.place, fold.risk)) {
			alone.push(fold);
			continue;
		}
		const key = `${ruleId}\0${role.key}`;
		const shared = byRole.get(key);
		if (shared === void 0) byRole.set(key, [fold]);
		else shared.push(fold);
	}
	for (const shared of byRole.values()) if (shared.length <= bindingsWorthSaying) alone.push(...shared);
	else alone.push(...foldTogether(shared).map(atItsRole));
	return alone;
}
/**
* What Kubernetes ships is nowhere a person could edit: each binding of cluster-admin stays a finding. Many people who are
* bound to `edit`, each in a namespace of their own, are one of little worth, told at the first of them.
*/
function isSharedAt({ origin }, { score }) {
	return origin.kind === "text" || !severityAtLeast(severityOf(score), "medium");
}
function atItsRole({ risk, folded }) {
	return {
		risk: toldAtRole(risk),
		folded
	};
}
/** The same where its role is written, for a risk that stands for several bindings of it. */
function toldAtRole(risk) {
	if (risk.role?.place.origin.kind !== "text") return risk;
	const { place } = risk.role;
	return {
		...risk,
		place,
		hops: [place, ...risk.hops]
	};
}
/**
* The finding without those of its risks that somebody does not want to see: the first that is left stands for the rest.
* Undefined where none is.
*/
function keepRisks(finding, isWanted) {
	const folded = finding.folded.filter(isWanted);
	if (isWanted(finding)) return folded.length === finding.folded.length ? finding : {
		...finding,
		folded
	};
	const [first, ...others] = folded;
	if (first === void 0) return void 0;
	return {
		...finding.role !== void 0 && finding.place === finding.role.place && others.length > 0 ? toldAtRole(first) : first,
		folded: others
	};
}
/** Most severe first, then by place. */
function sortFindings(findings) {
	return findings.toSorted(riskOrder);
}
function mostSevereFirst(a, b) {
	return riskOrder(a.risk, b.risk);
}
/** By number, then by place, then by what makes them different: the same for the same risks in any order. */
function riskOrder(a, b) {
	return b.score - a.score || originOrder(a.place.origin, b.place.origin) || shorterFirst(a, b) || byText(a.ruleId, b.ruleId) || byText(a.identity.subject, b.identity.subject) || byText(a.identity.object, b.identity.object) || byText(a.title, b.title);
}
/** Of paths the shorter one; what is no path has no length to compare. */
function shorterFirst({ steps: a }, { steps: b }) {
	return a === void 0 || b === void 0 ? 0 : a - b;
}
function originOrder(a, b) {
	if (a.kind === "text" && b.kind === "text") return byText(a.source.path, b.source.path) || a.start - b.start;
	return Number(a.kind !== "text") - Number(b.kind !== "text");
}
function lineOf(origin) {
	if (origin.kind !== "text") return void 0;
	return `${origin.source.path}\0${positionAt(origin.source, origin.start).line}`;
}
function byText(a, b) {
	if (a === b) return 0;
	return a < b ? -1 : 1;
}
//#endregion
//#region packages/rules/src/hidden-risks.ts
/** A place that Go reads otherwise than a person does. Its identity is that of the object around it. */
function hiddenRisk(graph, ruleId, hidden, told) {
	const place = hop(hidden.origin, told.label, 1);
	const object = objectAround(graph, hidden);
	return {
		ruleId,
		title: told.title,
		score: told.score,
		confidence: "certain",
		place,
		hops: [place, ...told.more ?? []],
		notes: [note("why", told.why)],
		remedies: told.remedies,
		identity: {
			subject: hidden.key ?? hidden.form,
			object
		},
		cause: `${object} ${hidden.key ?? hidden.form}`,
		also: "and at one more place"
	};
}
/** The key of the access object that a place belongs to; the path of the text where it belongs to none. */
function objectAround(graph, { origin }) {
	if (origin.kind !== "text") return origin.of;
	return (entriesBySource(graph).get(origin.source)?.find(({ object }) => {
		return object.origin.kind === "text" && object.origin.start <= origin.start && origin.start <= object.origin.end;
	}))?.key ?? origin.source.path;
}
const entries = /* @__PURE__ */ new WeakMap();
function entriesBySource(graph) {
	const known = entries.get(graph);
	if (known !== void 0) return known;
	const bySource = /* @__PURE__ */ new Map();
	const all = [
		...[...graph.inventory.roles.values()].flat(),
		...graph.inventory.bindings,
		...graph.inventory.entriesOf("ServiceAccount"),
		...graph.inventory.entriesOf("Secret")
	];
	for (const entry of all) {
		if (entry.object.origin.kind !== "text") continue;
		const { source } = entry.object.origin;
		const inSource = bySource.get(source);
		if (inSource === void 0) bySource.set(source, [entry]);
		else inSource.push(entry);
	}
	entries.set(graph, bySource);
	return bySource;
}
//#endregion
//#region packages/rules/src/impersonation.ts
const authentication = "authentication.k8s.io";
function impersonate(apiGroup, resource, verb = "impersonate") {
	return {
		verb,
		apiGroup,
		resource,
		subresource: "",
		carriesName: true
	};
}
const users = impersonate("", "users");
const groups = impersonate("", "groups");
const accounts = impersonate("", "serviceaccounts");
/** Whether a rule allows any item of an impersonation, in the old form or the constrained one. */
function mentionsImpersonation(rule) {
	let known = mentioned.get(rule);
	if (known === void 0) {
		known = looksLikeImpersonation(rule);
		mentioned.set(rule, known);
	}
	return known;
}
/** Of few rules with many bindings: `edit` and `admin` have dozens of rules each. */
const mentioned = /* @__PURE__ */ new WeakMap();
function looksLikeImpersonation(rule) {
	if ([
		users,
		groups,
		accounts,
		...constrainedAsks
	].some((ask) => ruleGives(rule, ask))) return true;
	return rule.verbs.some(({ value }) => value.startsWith("impersonate-on:"));
}
/** Whom the grants of one holder (its key: `than`) let it act as, what is worth most first. */
function impersonationsOf(context, grants, than) {
	const search = {
		context,
		grants,
		than
	};
	return [
		...asGroupMember(search),
		...asUser(search),
		...asAccount(search),
		...constrained(search)
	].sort((a, b) => a.level - b.level);
}
/** The grants that say yes, but for those whose names are of nobody that would be asked for in this way. */
function acting(grants, ask, scope, isAskedFor = () => true) {
	return grants.flatMap((grant) => {
		if (scope !== "any" && grant.scope.kind !== scope || !ruleGives(grant.rule, ask)) return [];
		const written = grant.rule.resourceNames;
		const names = written.map(({ value }) => value).filter((name) => name !== "" && isAskedFor(name));
		return written.length > 0 && names.length === 0 ? [] : [{
			grant,
			ask,
			names
		}];
	});
}
/** ServiceAccounts are asked for as such, however the user name was given. */
function isNoAccount(user) {
	return parseServiceAccountUserName(user) === void 0;
}
function isNode(user) {
	return user.startsWith(nodeUserPrefix);
}
/** A group alone is no identity: some user, or some ServiceAccount, must be allowed too. */
function* asGroupMember({ context, grants, than }) {
	const asUsers = acting(grants, users, "cluster", isNoAccount);
	const [somebody] = [...asUsers, ...acting(grants, accounts, "any")];
	if (somebody === void 0) return;
	for (const given of acting(grants, groups, "cluster")) {
		const { names } = given;
		const base = {
			grants: [given, somebody],
			scope: given.grant.scope,
			names
		};
		if (names.length === 0 || names.includes("system:masters")) {
			const anyUser = asUsers.some((one) => one.names.length === 0);
			const whose = names.length === 0 ? "any group" : "the superusers' group";
			yield {
				...base,
				...clusterAdmin,
				phrase: `act as ${anyUser ? "any user in" : "a member of"} ${whose}`
			};
			continue;
		}
		const node = names.includes("system:nodes") ? asUsers.find((one) => one.names.some(isNode)) : void 0;
		if (node !== void 0) {
			const which = listed$1(node.names.filter(isNode).map((name) => quotable(name.slice(12))));
			yield {
				...base,
				...takenNode,
				grants: [node, given],
				names: node.names,
				phrase: `act as node ${which}`
			};
		}
		const victim = strongestOf(context, names.map((name) => ({
			key: groupKey(name),
			name: `Group ${quotable(name)}`
		})), than);
		const phrase = `act as a member of ${listed$1(names.map((name) => quotable(name)))}`;
		if (victim !== void 0) yield {
			...base,
			phrase,
			...victim
		};
	}
}
function* asUser({ context, grants, than }) {
	for (const given of acting(grants, users, "cluster", isNoAccount)) {
		const { names } = given;
		const base = {
			grants: [given],
			scope: given.grant.scope,
			names
		};
		if (names.length === 0) {
			yield {
				...base,
				...clusterAdmin,
				phrase: "act as any user"
			};
			continue;
		}
		const victim = strongestOf(context, names.map((name) => ({
			key: userKey(name),
			name: `User ${quotable(name)}`
		})), than);
		const phrase = `act as User ${listed$1(names.map((name) => quotable(name)))}`;
		yield {
			...base,
			phrase,
			...victim ?? unknownVictim
		};
	}
}
const clusterAdmin = {
	level: 1,
	next: void 0,
	makesClusterAdmin: true,
	assumedHops: 0
};
/** Nothing in the inputs is known of whoever it is. */
const unknownVictim = {
	level: 5,
	next: void 0,
	makesClusterAdmin: false,
	assumedHops: 0
};
const takenNode = {
	level: 2,
	next: "a node reads the Secrets that its pods mount and issues tokens of their ServiceAccounts",
	makesClusterAdmin: false,
	assumedHops: 0
};
function* asAccount({ context, grants, than }) {
	for (const given of acting(grants, accounts, "any")) {
		const { names } = given;
		const { scope } = given.grant;
		const base = {
			grants: [given],
			scope,
			names
		};
		if (names.length === 0) {
			yield {
				...base,
				phrase: `act as every ServiceAccount ${ofScope(scope)}`,
				...anyAccount(context, scope, than)
			};
			continue;
		}
		const strongest = strongestAccountNamed(context, scope, names, than);
		const where = scope.kind === "cluster" ? "in every namespace" : inScope(scope);
		const phrase = `act as ServiceAccount ${listed$1(names.map((name) => quotable(name)))} ${where}`;
		yield {
			...base,
			phrase,
			...strongest === void 0 ? unknownVictim : worthOf$1(strongest, "")
		};
	}
}
function anyAccount(context, scope, than) {
	const strongest = strongestAccount(context, scope, than);
	const known = strongest === void 0 ? void 0 : worthOf$1(strongest, "one of them is ");
	if (known?.level === 1 && known.assumedHops === 0) return known;
	if (scope.kind === "cluster" || scope.namespace === "kube-system") return {
		level: 1,
		next: controllersStep(scope),
		makesClusterAdmin: true,
		assumedHops: 1
	};
	if (known !== void 0 && known.level < 3) return known;
	return {
		level: 3,
		next: void 0,
		makesClusterAdmin: false,
		assumedHops: 0
	};
}
function worthOf$1({ namespace, name, power }, before) {
	const account = `ServiceAccount ${namespacedName(namespace, name)}`;
	return worthOfPower(power, `${before === "" ? account : `${before}${account}, which`} ${describedPower(power)}`);
}
function worthOfPower({ level, assumedHops }, next) {
	return {
		level,
		next,
		makesClusterAdmin: level === 1,
		assumedHops
	};
}
/** Whoever of them can do most. */
function strongestOf({ graph, minor }, victims, than) {
	let strongest;
	for (const { key, name } of victims) {
		const power = key === than ? void 0 : strongestPower(graph.grantsOf(key), minor);
		if (power === void 0 || strongest !== void 0 && power.level >= strongest.power.level) continue;
		strongest = {
			power,
			name
		};
	}
	return strongest && worthOfPower(strongest.power, `${strongest.name} ${describedPower(strongest.power)}`);
}
const constrainedSince = 36;
const modes$1 = [
	{
		mode: "user-info",
		resource: "users",
		who: "any user"
	},
	{
		mode: "serviceaccount",
		resource: "serviceaccounts",
		who: "any ServiceAccount"
	},
	{
		mode: "arbitrary-node",
		resource: "nodes",
		who: "any node"
	},
	{
		mode: "associated-node",
		resource: "nodes",
		who: "the node it runs on"
	}
];
const constrainedAsks = modes$1.map(whomAsk);
function whomAsk({ mode, resource }) {
	return impersonate(authentication, resource, `impersonate:${mode}`);
}
function* constrained(search) {
	const { grants, context } = search;
	if (Number(context.minor.split(".")[1]) < constrainedSince) return;
	for (const one of modes$1) {
		const { mode, who } = one;
		const isAskedFor = mode === "user-info" ? (user) => isNoAccount(user) && !isNode(user) : void 0;
		const [whom] = acting(grants, whomAsk(one), mode === "serviceaccount" ? "any" : "cluster", isAskedFor);
		if (whom === void 0) continue;
		const requests = powersOf(grants.flatMap((grant) => actingGrant(grant, `impersonate-on:${mode}:`)), context.minor);
		const [power] = requests;
		if (power === void 0 || power.level === 6) continue;
		const target = whom.names.length === 0 ? who : listed$1(whom.names.map((name) => quotable(name)));
		const base = {
			scope: power.scope,
			names: whom.names
		};
		const handsOn = requests.find(({ id, names }) => id === "write-cluster-rbac" && names.length === 0);
		const admin = handsOn === void 0 ? void 0 : adminInReach(search, mode, whom);
		if (handsOn !== void 0 && admin !== void 0) {
			const grantsOfAdmin = [
				whom,
				handsOn.witnesses[0],
				...admin.through
			];
			const phrase = `hand out any right in the name of ${admin.name}`;
			yield {
				...base,
				...clusterAdmin,
				phrase,
				grants: grantsOfAdmin,
				next: `${admin.name} is cluster-admin`
			};
			continue;
		}
		yield {
			...base,
			level: power.sureLevel,
			phrase: `${power.phrase} in the name of ${target}`,
			grants: [whom, power.witnesses[0]],
			next: void 0,
			makesClusterAdmin: false,
			assumedHops: 0
		};
	}
}
const constrainedGroups = impersonate(authentication, "groups", "impersonate:user-info");
/** A cluster-admin that it may act as: what that one writes into roles and bindings is checked against its own rights. */
function adminInReach({ context, grants, than }, mode, whom) {
	const reaches = ({ names }, name) => names.length === 0 || names.includes(name);
	if (mode === "serviceaccount") {
		const { scope } = whom.grant;
		const strongest = whom.names.length === 0 ? strongestAccount(context, scope, than) : strongestAccountNamed(context, scope, whom.names, than);
		if (strongest === void 0 || !isClusterAdmin$1(strongest.power)) return void 0;
		return {
			name: `ServiceAccount ${namespacedName(strongest.namespace, strongest.name)}`,
			through: []
		};
	}
	if (mode !== "user-info") return void 0;
	const asGroups = acting(grants, constrainedGroups, "cluster");
	for (const { kind, name } of clusterAdmins(context)) {
		if (kind === "User" && reaches(whom, name)) return {
			name: `User ${quotable(name)}`,
			through: []
		};
		const asGroup = kind === "Group" ? asGroups.find((one) => reaches(one, name)) : void 0;
		if (asGroup !== void 0) return {
			name: `Group ${quotable(name)}`,
			through: [asGroup]
		};
	}
}
const boundAdmins = /* @__PURE__ */ new WeakMap();
/** Users and groups, the superusers' apart, that a binding makes cluster-admin: constrained impersonation refuses system:masters. */
function clusterAdmins({ graph, minor }) {
	const known = boundAdmins.get(graph);
	if (known !== void 0) return known;
	const found = graph.subjectKeys.flatMap((key) => {
		const kind = key.startsWith(userKey("")) ? "User" : "Group";
		const name = key.slice(kind.length + 1);
		if (name === "system:masters" || kind === "User" && (!isNoAccount(name) || isNode(name))) return [];
		const power = strongestPower(graph.grantsOf(key), minor);
		return power !== void 0 && isClusterAdmin$1(power) ? [{
			kind,
			name
		}] : [];
	});
	boundAdmins.set(graph, found);
	return found;
}
/** A grant of `impersonate-on:MODE:VERB` read as a grant of the verb, for what it opens in somebody else's name. */
function actingGrant(grant, prefix) {
	const verbs = grant.rule.verbs.flatMap((verb) => {
		if (!verb.value.startsWith(prefix)) return [];
		const plain = verb.value.slice(prefix.length);
		return plain === "*" ? [] : [located(plain, verb.origin)];
	});
	return verbs.length === 0 ? [] : [{
		...grant,
		rule: {
			...grant.rule,
			verbs
		}
	}];
}
/** The words of the roles that give it: the resource, and the verb beside it; before them the binding, if it is another. */
function impersonationHops({ grants }, through, firstStep) {
	let step = firstStep;
	return grants.flatMap(({ grant: { rule, binding }, ask }) => {
		const atBinding = binding !== through && binding.entry.object.origin.kind !== "built-in" ? [roleRefHop(binding, step++)] : [];
		const resource = rule.resources.find((one) => resourceMatches([one], ask.resource, ask.subresource));
		const verb = rule.verbs.find((one) => verbMatches([one], ask.verb)) ?? rule.verbs[0];
		const atResource = hop(resource?.origin ?? rule.origin, reachLabel(rule, ask), step++);
		const atVerb = verb === void 0 ? [] : [hop(verb.origin, verbLabel(ask))];
		return [
			...atBinding,
			atResource,
			...atVerb
		];
	});
}
function verbLabel({ verb }) {
	if (verb === "impersonate") return "acting as somebody else";
	return verb.startsWith("impersonate:") ? "in whose name" : "for this verb";
}
function reachLabel({ resourceNames }, ask) {
	if (!ask.verb.startsWith("impersonate")) return "for these requests";
	const what = {
		users: "any user",
		groups: "any group",
		serviceaccounts: "any ServiceAccount"
	}[ask.resource] ?? "any";
	return resourceNames.length === 0 ? `${what}, no resourceNames` : `${listed$1(resourceNames.map(({ value }) => quotable(value)))} only`;
}
/** Commands that confirm it, where kubectl has some: it knows no resources of authentication.k8s.io to impersonate. */
function impersonationChecks(holder, { grants }) {
	return grants.filter(({ ask }) => ask.apiGroup === "" && ask.verb === "impersonate").map(({ ask, grant: { scope, rule } }) => {
		return confirmCommand(holder, ask, scope, rule.resourceNames.find(({ value }) => value !== "" && (ask !== users || isNoAccount(value)))?.value);
	});
}
//#endregion
//#region packages/rules/src/dead-words.ts
function valuesOf(list) {
	return list.map(({ value }) => value);
}
function hasStar(list) {
	return list.some(({ value }) => value === "*");
}
/** The word itself, or the rule where nothing else is in the list. */
function removalOf(word, list, rule) {
	return removeListItem(list.length > 1 ? word.origin : rule.origin);
}
/** Puts the word that was meant in its place. */
function correctionOf(word, meant) {
	const shown = meant === "" ? "\"\"" : quotable(meant);
	const edits = meant === "" ? replaceScalar(word.origin, word.value, "\"\"") : replaceScalar(word.origin, word.value, meant);
	return {
		text: `write ${shown} in place of ${quotable(word.value)}`,
		edits: isQuoted(word.origin, meant) ? [] : edits
	};
}
/** Quotes around an empty word would be doubled. */
function isQuoted(origin, meant) {
	return meant === "" && origin.kind === "text" && /^["']/.test(origin.source.text.slice(origin.start, origin.end));
}
/** A group as a sentence names it. */
function groupName(group) {
	return group === "" ? "the core group" : quotable(group);
}
//#endregion
//#region packages/rules/src/near-names.ts
function indexNames(names) {
	const exact = new Set(names);
	const byDigits = /* @__PURE__ */ new Map();
	for (const name of exact) {
		const key = digitsOf(name);
		const indexed = indexedName(name);
		const sameDigits = byDigits.get(key);
		if (sameDigits === void 0) byDigits.set(key, [indexed]);
		else sameDigits.push(indexed);
	}
	return {
		exact,
		byDigits
	};
}
/**
* The known name that an unknown one is a slip of: in another case, or one letter away, or two where the name is long.
* Undefined where none is near, or where two are equally near.
*/
function nearName(name, { exact, byDigits }) {
	if (exact.has(name)) return void 0;
	const wanted = indexedName(name);
	let best;
	let bestDistance = allowedEdits(name) + 1;
	let tied = false;
	for (const candidate of byDigits.get(digitsOf(name)) ?? []) {
		if (candidate.folded === wanted.folded) return {
			name: candidate.name,
			by: "case"
		};
		if (Math.abs(candidate.name.length - name.length) > bestDistance) continue;
		if (bitCount(candidate.characters ^ wanted.characters) > 2 * bestDistance) continue;
		const distance = editDistance(candidate.folded, wanted.folded);
		if (distance > bestDistance || distance > allowedEdits(name)) continue;
		tied = distance === bestDistance;
		best = candidate.name;
		bestDistance = distance;
	}
	return best === void 0 || tied ? void 0 : {
		name: best,
		by: "spelling"
	};
}
/** A short name is easily near another one that means something else. */
function allowedEdits({ length }) {
	if (length < 4) return 0;
	return length < 9 ? 1 : 2;
}
function indexedName(name) {
	const folded = name.toLowerCase();
	let characters = 0;
	for (let i = 0; i < folded.length; i++) characters |= 1 << (folded.charCodeAt(i) & 31);
	return {
		name,
		folded,
		characters
	};
}
function digitsOf(name) {
	return name.replace(/\D+/g, " ").trim();
}
function bitCount(bits) {
	let left = bits;
	let count = 0;
	for (; left !== 0; left &= left - 1) count++;
	return count;
}
//#endregion
//#region packages/rules/src/served-api.ts
/** Groups that have been emptied: nothing is served there any more. */
const emptiedGroups = ["extensions"];
/** Resources that exist as questions only: never served, always asked for. */
const askedForOnly = {
	"": ["users", "groups"],
	"authentication.k8s.io": [
		"users",
		"groups",
		"serviceaccounts",
		"uids",
		"userextras",
		"nodes"
	],
	"certificates.k8s.io": ["signers"]
};
/**
* Subresources of the same kind: those of nodes stand for parts of the kubelet's own API (pkg/kubelet/server/auth.go),
* `finalizers` is asked for when an owner is set (plugin/pkg/admission/gc).
*/
const kubeletSubresources = [
	"checkpoint",
	"configz",
	"flagz",
	"healthz",
	"log",
	"metrics",
	"pods",
	"spec",
	"stats",
	"statusz"
];
const indexes = /* @__PURE__ */ new WeakMap();
function servedApi(resources) {
	const known = indexes.get(resources);
	if (known !== void 0) return known;
	const byResource = /* @__PURE__ */ new Map();
	const byAlias = /* @__PURE__ */ new Map();
	const byGroup = /* @__PURE__ */ new Map();
	for (const one of resources) {
		append(byResource, one.resource, one);
		append(byGroup, one.group, one);
		for (const alias of new Set([
			one.singular,
			one.kind.toLowerCase(),
			...one.shortNames
		])) append(byAlias, alias, one);
	}
	const ownGroups = new Set([...byGroup.keys(), ...emptiedGroups]);
	const plurals = [...byGroup].map(([group, all]) => [group, indexNames(all.map(({ resource }) => resource))]);
	const api = {
		ownGroups,
		byResource,
		byAlias,
		byGroup,
		groupNames: indexNames(byGroup.keys()),
		pluralsOf: new Map(plurals)
	};
	indexes.set(resources, api);
	return api;
}
/** The resource of that name in one of the groups; without a version, the preferred one. */
function servedIn(api, groups, resource) {
	return (api.byResource.get(resource) ?? []).filter(({ group }) => groups.includes(group));
}
/** Whether authorizers ask for such a resource although no server lists it. */
function isAskedForOnly(groups, resource) {
	return groups.some((group) => askedForOnly[group]?.includes(resource) === true);
}
/** Whether a subresource is asked for although no server lists it. */
function isSubresourceAskedFor(resource, subresource) {
	return subresource === "finalizers" || resource === "nodes" && kubeletSubresources.includes(subresource);
}
/** The resource that somebody means by another word: a singular, a kind, a short name, a slip. */
function meantResource(api, groups, word) {
	const called = api.byAlias.get(word.toLowerCase()) ?? [];
	const alias = called.find(({ group }) => groups.includes(group));
	if (alias !== void 0) return alias;
	for (const group of groups) {
		const plurals = api.pluralsOf.get(group);
		const near = plurals === void 0 ? void 0 : nearName(word, plurals)?.name;
		const found = api.byGroup.get(group)?.find(({ resource }) => resource === near);
		if (found !== void 0) return found;
	}
	return called.find(({ singular, kind }) => singular === word.toLowerCase() || kind.toLowerCase() === word.toLowerCase());
}
function append(map, key, value) {
	const list = map.get(key);
	if (list === void 0) map.set(key, [value]);
	else list.push(value);
}
//#endregion
//#region packages/rules/src/dead-resources.ts
/** Gone since 1.25, and still in many roles. */
const removedResource = "podsecuritypolicies";
/** Words in `resources` and `apiGroups` that no resource matches. */
function* deadResources(api, { rule, role }) {
	if (rule.nonResourceURLs.length > 0) return;
	const judged = {
		api,
		rule,
		others: role.entry.object.rules,
		groups: liveGroups(api, rule)
	};
	yield* deadGroups(judged);
	for (const resource of rule.resources) {
		const dead = deadPattern(judged, resource) ?? deadResource(judged, resource);
		if (dead !== void 0) yield dead;
	}
}
/** The groups of a rule that Kubernetes serves, if it has no others; misspelt ones left out. */
function liveGroups(api, { apiGroups }) {
	const values = valuesOf(apiGroups);
	const isForeign = (group) => !api.ownGroups.has(group) && !isNoGroup(group);
	return values.some(isForeign) ? "foreign" : values.filter((group) => api.ownGroups.has(group));
}
/**
* What no API group can be called: a group has no version, and those of custom resources have a dot
* (apiextensions.k8s.io validation: ValidateCustomResourceDefinitionSpec).
*/
function isNoGroup(group) {
	return group !== "*" && group !== "" && (group.includes("/") || group === "core" || /^v\d+((?:alpha|beta)\d+)?$/.test(group));
}
function* deadGroups({ api, rule }) {
	if (hasStar(rule.apiGroups)) return;
	for (const group of rule.apiGroups) {
		const { value } = group;
		const meant = isNoGroup(value) ? withoutVersion(value) : misspeltGroup(api, rule, value);
		if (meant === void 0) continue;
		const isThere = rule.apiGroups.some((one) => one.value === meant);
		yield {
			kind: "group",
			word: value,
			origin: group.origin,
			clause: `names the API group ${quotable(value)}, which is none; ${meant === "" ? "the core group is \"\"" : `it is called ${quotable(meant)}`}`,
			label: value.includes("/") ? "a group is written without its version" : "there is no group of this name",
			missed: !isThere,
			meant: isThere ? [] : [correctionOf(group, meant)],
			removal: removalOf(group, rule.apiGroups, rule)
		};
	}
}
function withoutVersion(group) {
	const [name = ""] = group.split("/");
	return name === "core" || /^v\d/.test(name) ? "" : name;
}
/** A group nearly called like one that serves what the rule lists. */
function misspeltGroup(api, { resources }, group) {
	if (api.ownGroups.has(group)) return void 0;
	const near = nearName(group, api.groupNames)?.name;
	if (near === void 0) return void 0;
	return resources.some(({ value }) => servedIn(api, [near], parentOf(value)).length > 0) ? near : void 0;
}
/** `*` is everything, and what stands behind `*\/` a subresource of everything; other patterns are names of nothing. */
function deadPattern({ rule }, resource) {
	const { value } = resource;
	if (!value.includes("*") || /^\*(?:\/[^*]+)?$/.test(value) || hasStar(rule.resources)) return void 0;
	const parent = parentOf(value);
	const instead = parent.includes("*") ? "name the resources, or write `*` alone" : `list the subresources that are needed, as ${quotable(parent)}/log`;
	return {
		kind: "pattern",
		word: value,
		origin: resource.origin,
		clause: `lists ${quotable(value)}, which matches no resource: \`*\` is no wildcard there`,
		label: "matches nothing: compared as it is written",
		missed: true,
		meant: [{
			text: instead,
			edits: []
		}],
		removal: removalOf(resource, rule.resources, rule)
	};
}
function deadResource(judged, resource) {
	const { api, rule, groups } = judged;
	const { value } = resource;
	if (groups === "foreign" || value.includes("*") || groups.length === 0) return void 0;
	const parent = parentOf(value);
	if (parent === removedResource) return hasStar(rule.apiGroups) ? void 0 : removed(judged, resource);
	if (hasStar(rule.apiGroups)) return void 0;
	const served = servedIn(api, groups, parent);
	if (served.length > 0) return misspeltSubresource(rule, resource, served);
	if (isAskedForOnly(groups, parent)) return void 0;
	return inAnotherGroup(judged, resource) ?? misspeltResource(judged, groups, resource);
}
function removed({ rule, others }, resource) {
	const isAll = others.every((other) => other.resources.every(({ value }) => parentOf(value) === removedResource));
	return {
		kind: "removed",
		word: resource.value,
		origin: resource.origin,
		clause: "still speaks of podsecuritypolicies, which Kubernetes has not had since 1.25",
		label: "nothing asks for it any more",
		missed: isAll,
		meant: [],
		removal: removalOf(resource, rule.resources, rule)
	};
}
function misspeltSubresource(rule, resource, served) {
	const parent = parentOf(resource.value);
	const subresource = resource.value.slice(parent.length + 1);
	if (subresource === "" || served.some(({ subresources }) => subresources.has(subresource))) return void 0;
	if (isSubresourceAskedFor(parent, subresource)) return void 0;
	const known = served.flatMap(({ subresources }) => [...subresources.keys()]);
	const near = known.find((one) => subresource === `${one}s`) ?? nearName(subresource, indexNames(known))?.name;
	if (near === void 0) return void 0;
	return misspelt(rule, resource, `${parent}/${near}`);
}
/** Served, but in a group that neither this rule nor another one of the role names with it. */
function inAnotherGroup({ api, rule, others }, resource) {
	const [parent = "", subresource = ""] = resource.value.split("/");
	const serving = (api.byResource.get(parent) ?? []).map(({ group }) => group);
	const [first] = serving;
	if (first === void 0) return void 0;
	if (others.some((other) => serving.some((group) => apiGroupMatches(other.apiGroups, group)) && (resourceMatches(other.resources, parent, subresource) || resourceMatches(other.resources, parent, "")))) return void 0;
	const named = listed$1(valuesOf(rule.apiGroups).map(groupName));
	const [only, ...more] = rule.apiGroups;
	const isAlone = only !== void 0 && more.length === 0 && rule.resources.length === 1;
	return {
		kind: "another-group",
		word: resource.value,
		origin: resource.origin,
		clause: `lists ${quotable(resource.value)} of ${named}, which ${rule.apiGroups.length === 1 ? "does" : "do"} not have them; they are in ${groupName(first)}`,
		label: `served in ${groupName(first)}`,
		missed: true,
		meant: [isAlone ? correctionOf(only, first) : {
			text: `list ${quotable(resource.value)} in a rule with apiGroups: ["${first}"]`,
			edits: []
		}],
		removal: removalOf(resource, rule.resources, rule)
	};
}
function misspeltResource({ api, rule }, groups, resource) {
	const parent = parentOf(resource.value);
	const found = meantResource(api, groups, parent);
	if (found === void 0 || found.resource === parent) return void 0;
	return misspelt(rule, resource, `${found.resource}${resource.value.slice(parent.length)}`);
}
function misspelt(rule, resource, meant) {
	const isThere = rule.resources.some(({ value }) => value === meant);
	return {
		kind: "misspelt",
		word: resource.value,
		origin: resource.origin,
		clause: `lists ${quotable(resource.value)}, which is no resource; it is called ${quotable(meant)}`,
		label: "no resource is called this",
		missed: !isThere,
		meant: isThere ? [] : [correctionOf(resource, meant)],
		removal: removalOf(resource, rule.resources, rule)
	};
}
function parentOf(resource) {
	return resource.split("/")[0] ?? resource;
}
//#endregion
//#region packages/rules/src/dead-subjects.ts
const ownGroups = [
	authenticatedGroup,
	unauthenticatedGroup,
	mastersGroup,
	nodesGroup,
	serviceAccountsGroup,
	bootstrappersGroup
];
const ownUsers = [
	anonymousUser,
	kubeControllerManagerUser,
	kubeSchedulerUser,
	kubeProxyUser
];
/**
* Names that no authenticator gives to a user, or to a group: a reserved one of the other kind, in another case, with a
* space at an end. Names are compared as they are written (pkg/registry/rbac/validation/rule.go: appliesToUser).
*/
function deadSubject({ kind, name: { value } }) {
	switch (kind) {
		case "ServiceAccount": return;
		case "User": return spaced("user", value) ?? userOfGroup(value) ?? otherCase("user", value, ownUsers);
		case "Group": return spaced("group", value) ?? groupOfUser(value) ?? otherCase("group", value, ownGroups);
	}
}
function spaced(what, name) {
	if (name === name.trim()) return void 0;
	return {
		clause: `binds the ${what} "${quotable(name)}", with a space at an end that nobody's name has`,
		label: "compared with the space",
		meant: `write ${quotable(name.trim())}, without the space, if that ${what} is meant`
	};
}
function userOfGroup(name) {
	if (!(ownGroups.includes(name) || name.startsWith(namespaceServiceAccountsGroup("")) || name.startsWith(`system:bootstrappers:`))) return void 0;
	return {
		clause: `binds a user called ${quotable(name)}: that is a group, and no user has the name`,
		label: "a group's name, as kind User",
		meant: "write kind: Group, if everybody in it is meant"
	};
}
function groupOfUser(name) {
	const prefix = namespaceServiceAccountsGroup("");
	if (name.startsWith(prefix) && name.includes(":", prefix.length)) {
		const [namespace = "", account = ""] = name.slice(prefix.length).split(":");
		return {
			clause: `binds the group ${quotable(name)}, which nobody is in: there is no group of one ServiceAccount`,
			label: "no account is in such a group",
			meant: `write kind: ServiceAccount, name: ${quotable(account)}, namespace: ${quotable(namespace)}, if that account is meant`
		};
	}
	if (!(ownUsers.includes(name) || name.startsWith("system:node:") || parseServiceAccountUserName(name) !== void 0)) return void 0;
	return {
		clause: `binds a group called ${quotable(name)}: that is a user, and no group has the name`,
		label: "a user's name, as kind Group",
		meant: "write kind: User, if that user is meant"
	};
}
function otherCase(what, name, own) {
	const meant = own.find((one) => one !== name && one === name.toLowerCase());
	if (meant === void 0) return void 0;
	return {
		clause: `binds the ${what} ${quotable(name)}, which nobody is: upper and lower case count`,
		label: "compared with its case",
		meant: `write ${meant}, if that ${what} is meant`
	};
}
//#endregion
//#region packages/rules/src/dead-verbs.ts
/** What requests for objects are called (k8s.io/apiserver pkg/endpoints/request/requestinfo.go). */
const requestVerbs = [
	"get",
	"list",
	"watch",
	"create",
	"update",
	"patch",
	"delete",
	"deletecollection"
];
const requestVerbNames = indexNames(requestVerbs);
/** Verbs that only some check of Kubernetes' own asks for, and the resources it asks them of. */
const checkedOn = {
	bind: ["roles", "clusterroles"],
	escalate: ["roles", "clusterroles"],
	impersonate: [
		"users",
		"groups",
		"serviceaccounts",
		"uids",
		"userextras"
	],
	approve: ["signers"],
	sign: ["signers"]
};
/** Words in `verbs` that no request has, for what the rule lists. */
function* deadVerbs(api, { rule, role }) {
	if (rule.nonResourceURLs.length > 0 || hasStar(rule.verbs)) return;
	for (const verb of rule.verbs) {
		const dead = misspeltVerb(rule, verb) ?? misplacedVerb(api, rule, verb) ?? namelessVerb({
			rule,
			role
		}, verb);
		if (dead !== void 0) yield dead;
	}
	yield* unservedVerbs(api, rule);
}
function misspeltVerb(rule, verb) {
	const { value } = verb;
	if (requestVerbs.includes(value)) return void 0;
	const lower = value.toLowerCase();
	const meant = lower !== value && (requestVerbs.includes(lower) || lower in checkedOn) ? lower : requestVerbs.find((one) => value === `${one}s` || value === `${one}es`) ?? nearName(value, requestVerbNames)?.name;
	if (meant === void 0 || value in checkedOn) return void 0;
	const isThere = rule.verbs.some((one) => one.value === meant);
	return {
		kind: "verb",
		word: value,
		origin: verb.origin,
		clause: `allows ${quotable(value)}, which no request is called; it is ${quotable(meant)}`,
		label: "no request has this verb",
		missed: !isThere,
		meant: isThere ? [] : [correctionOf(verb, meant)],
		removal: removalOf(verb, rule.verbs, rule)
	};
}
function misplacedVerb(api, rule, verb) {
	const places = checkedOn[verb.value];
	if (places === void 0 || servedVerbs(api, rule) === void 0) return void 0;
	if (rule.resources.some(({ value }) => places.includes(parentOf(value)))) return void 0;
	const resources = listed$1(valuesOf(rule.resources).map(quotable), 2);
	const isMistaken = rule.verbs.length === 1 || verb.value === "bind" || verb.value === "escalate";
	return {
		kind: "misplaced-verb",
		word: verb.value,
		origin: verb.origin,
		clause: `allows ${verb.value} on ${resources}, which is never asked for; it is asked of ${listed$1(places)}`,
		label: `asked of ${listed$1(places, 2)} only`,
		missed: isMistaken,
		meant: [],
		removal: removalOf(verb, rule.verbs, rule)
	};
}
function areOwn({ ownGroups }, { apiGroups }) {
	return apiGroups.every(({ value }) => ownGroups.has(value));
}
function* unservedVerbs(api, rule) {
	const served = servedVerbs(api, rule);
	if (served === void 0) return;
	const dead = rule.verbs.filter(({ value }) => requestVerbs.includes(value) && !served.has(value));
	const [first] = dead;
	if (first === void 0) return;
	const isAll = rule.verbs.every(({ value }) => !served.has(value));
	const verbs = listed$1(valuesOf(dead), 2);
	const resources = listed$1(valuesOf(rule.resources).map(quotable), 2);
	yield {
		kind: "unserved-verb",
		word: `${valuesOf(dead).join(",")} ${valuesOf(rule.resources).join(",")}`,
		origin: first.origin,
		clause: `allows ${verbs} of ${resources}, which no server has; there is ${listed$1([...served], 4)}`,
		label: "no such request exists",
		missed: isAll,
		meant: [],
		removal: isAll ? removeListItem(rule.origin) : allOrNone(dead.map(({ origin }) => removeListItem(origin)))
	};
}
/** Every verb that one of the rule's resources has; undefined where not all of them are known. */
function servedVerbs(api, rule) {
	const groups = valuesOf(rule.apiGroups);
	const verbs = /* @__PURE__ */ new Set();
	for (const { value } of rule.resources) {
		const [parent = "", subresource = ""] = value.split("/");
		const known = (value.includes("*") || !areOwn(api, rule) ? [] : servedIn(api, groups, parent)).flatMap((one) => verbsOf(one, subresource) ?? []);
		if (known.length === 0) return void 0;
		for (const verb of known) verbs.add(verb);
	}
	return verbs;
}
function verbsOf({ verbs, subresources }, subresource) {
	return subresource === "" ? verbs : subresources.get(subresource);
}
/** Kinds that an update of a missing object creates; it asks for `create` with the name (AllowCreateOnUpdate). */
const createdByUpdate = [
	"clusterrolebindings",
	"clusterroles",
	"endpoints",
	"events",
	"leasecandidates",
	"leases",
	"limitranges",
	"rolebindings",
	"roles",
	"runtimeclasses",
	"services"
];
/**
* `create` and `deletecollection` beside `resourceNames`: such requests carry no name. Creating through a subresource
* does, and so do server-side apply, which is a patch, and an update that creates.
*/
function namelessVerb({ rule, role }, verb) {
	const { value } = verb;
	if (rule.resourceNames.length === 0 || value !== "create" && value !== "deletecollection") return void 0;
	const whole = rule.resources.filter((one) => !one.value.includes("/"));
	if (whole.length < rule.resources.length || whole.length === 0) return void 0;
	const isGiven = (resource, apiGroup) => role.entry.object.rules.some((other) => ruleGives(other, {
		verb: value,
		apiGroup,
		resource,
		subresource: "",
		carriesName: false
	}));
	const groups = valuesOf(rule.apiGroups);
	const missing = whole.filter((one) => !groups.some((group) => isGiven(one.value, group)));
	if (missing.length === 0) return void 0;
	const others = rule.verbs.filter((one) => one.value !== "create" && one.value !== "deletecollection");
	const resources = listed$1(valuesOf(missing).map(quotable), 2);
	const isCreate = value === "create";
	const has = (other) => rule.verbs.some((one) => one.value === other);
	const applies = isCreate && has("patch");
	const puts = isCreate && has("update") && missing.some((one) => createdByUpdate.includes(one.value));
	return {
		kind: "nameless-verb",
		word: `${value} ${valuesOf(missing).join(",")}`,
		origin: verb.origin,
		clause: isCreate ? `allows create of ${resources} by name, but a POST carries no name and is denied` : `allows deletecollection of ${resources} by name, but such a request carries no name and is denied`,
		label: "with resourceNames, never matches such a request",
		missed: isCreate ? !applies : others.length === 0,
		isOfUse: applies || puts,
		meant: [{
			text: isCreate ? `give create in a rule of its own, without resourceNames: admission decides then what may be created` : "give deletecollection in a rule of its own, without resourceNames, if all may go",
			edits: []
		}],
		removal: removalOf(verb, rule.verbs, rule)
	};
}
/** Resources and paths of a rule that nobody gets through a RoleBinding. */
function* outOfNamespaces({ rule }, certain, through) {
	for (const path of rule.nonResourceURLs.slice(0, 1)) yield {
		kind: "path",
		word: path.value,
		origin: path.origin,
		clause: `allows ${listed$1(valuesOf(rule.nonResourceURLs).map(quotable), 2)}, but ${through}, and a path is in no namespace`,
		label: "paths are given by ClusterRoleBindings only",
		missed: certain,
		meant: [{
			text: "bind it by a ClusterRoleBinding, if the paths are needed",
			edits: []
		}],
		removal: removeListItem(rule.origin)
	};
	if (rule.nonResourceURLs.length > 0) return;
	for (const resource of rule.resources) {
		if (!isOfTheCluster(rule, resource)) continue;
		yield {
			kind: "cluster-scoped",
			word: resource.value,
			origin: resource.origin,
			clause: `lists ${quotable(resource.value)}, which are in no namespace, but ${through}`,
			label: "given by ClusterRoleBindings only",
			missed: certain,
			meant: [{
				text: `put ${quotable(resource.value)} into a ClusterRole and bind it by a ClusterRoleBinding, if needed`,
				edits: []
			}],
			removal: removalOf(resource, rule.resources, rule)
		};
	}
}
/** A group that is not known may hold anything, but impersonation is asked of the same few, whatever groups a rule has. */
function isOfTheCluster(rule, resource) {
	if (resource.value.includes("*") || isBoundInNamespace(rule, resource)) return false;
	if (!hasStar(rule.apiGroups)) return !isNamespaced(rule, resource);
	return rule.verbs.every(({ value }) => value === "impersonate") && impersonatedInCluster.includes(parentOf(resource.value));
}
/** `bind` of a ClusterRole is asked for in the namespace of the RoleBinding (pkg/registry/rbac: BindingAuthorized). */
function isBoundInNamespace(rule, { value }) {
	return value === "clusterroles" && ruleGives(rule, {
		verb: "bind",
		apiGroup: "rbac.authorization.k8s.io",
		resource: "clusterroles",
		subresource: "",
		carriesName: true
	});
}
/** ServiceAccounts are asked for in their namespace (apiserver pkg/endpoints/filters/impersonation). */
const impersonatedInCluster = [
	"users",
	"groups",
	"uids",
	"userextras"
];
const modes = [
	"user-info",
	"serviceaccount",
	"arbitrary-node",
	"associated-node"
];
/** The two halves of constrained impersonation that roles of the inputs hold: `impersonate:MODE` and `impersonate-on:MODE`. */
function impersonationHalves(rules) {
	const halves = /* @__PURE__ */ new Set();
	for (const { verbs } of rules) for (const { value } of verbs) {
		const half = /^impersonate(?:-on)?:[^:]+/.exec(value)?.[0];
		if (half !== void 0) halves.add(half);
	}
	return halves;
}
/** Verbs of constrained impersonation that never do anything: a half without the other, `*` as a verb, no such mode. */
function* deadImpersonation({ rule }, halves) {
	for (const verb of rule.verbs) {
		const [, on, mode = "", verbOn] = /^impersonate(-on)?:([^:]+)(?::(.*))?$/.exec(verb.value) ?? [];
		if (mode === "") continue;
		const other = on === void 0 ? `impersonate-on:${mode}` : `impersonate:${mode}`;
		const reason = !modes.includes(mode) ? `there is no such mode; there is ${listed$1(modes, 4)}` : verbOn === "*" ? "`*` is no wildcard there: each verb is listed" : halves.has(other) ? void 0 : `no role holds its other half, ${other}${on === void 0 ? ":VERB" : ""}`;
		if (reason === void 0) continue;
		yield {
			kind: "impersonation",
			word: verb.value,
			origin: verb.origin,
			clause: `allows ${quotable(verb.value)}, which does nothing: ${reason}`,
			label: "does nothing alone",
			missed: true,
			meant: [],
			removal: removalOf(verb, rule.verbs, rule)
		};
	}
}
//#endregion
//#region packages/rules/src/ineffective-risks.ts
const ruleId = "rbac-ineffective-rule";
/** Nothing is allowed that should not be; somebody thinks that something is. */
const missedScore = 2;
/** Nobody misses it. */
const leftoverScore = .1;
/** What roles and bindings of the inputs say and no request ever matches. */
function* ineffectiveRisks(context) {
	const api = servedApi(context.resources);
	const binders = bindersOf(context.graph);
	const halves = impersonationHalves(writtenRules(context.graph));
	for (const role of context.graph.roles) {
		const { object } = role.entry;
		if (object.origin.kind === "built-in") continue;
		const words = [];
		const reach = reachedThrough(role, binders.get(role.entry.key), context.graph.inventory.complete);
		const replaced = replacedRules(role);
		for (const rule of object.rules) {
			if (replaced.includes(rule) || role.isShipped(rule)) continue;
			const inRole = {
				rule,
				role
			};
			words.push(...deadResources(api, inRole), ...deadVerbs(api, inRole), ...deadImpersonation(inRole, halves));
			if (reach !== void 0) words.push(...outOfNamespaces(inRole, reach.certain, reach.through));
		}
		for (const same of groupedByWord([...replacedWords(replaced), ...words])) yield roleRisk(role, same);
	}
	for (const binding of context.graph.bindings) {
		if (binding.entry.object.origin.kind === "built-in") continue;
		for (const subject of binding.entry.object.subjects) {
			const risk = subjectRisk(binding, subject);
			if (risk !== void 0) yield risk;
		}
	}
}
function* writtenRules({ roles }) {
	for (const { entry } of roles) if (entry.object.origin.kind !== "built-in") yield* entry.object.rules;
}
/** Which kinds of bindings lead to a role, by its key. */
function bindersOf({ bindings }) {
	const binders = /* @__PURE__ */ new Map();
	for (const binding of bindings) {
		const { kind } = binding.entry.object;
		for (const role of rolesOf(binding)) {
			const kinds = binders.get(role.entry.key);
			if (kinds === void 0) binders.set(role.entry.key, new Set([kind]));
			else kinds.add(kind);
		}
	}
	return binders;
}
/** Why a role never reaches beyond a namespace; undefined where it does, or may. */
function reachedThrough({ entry: { object } }, kinds, complete) {
	if (object.kind === "Role") return {
		certain: true,
		through: "a Role gives nothing outside of its namespace"
	};
	if (kinds === void 0 || kinds.has("ClusterRoleBinding") || isForAggregation(object)) return void 0;
	return {
		certain: complete,
		through: "only RoleBindings lead here"
	};
}
function isForAggregation({ meta }) {
	return [...meta.labels.keys()].some((label) => label.includes("/aggregate-to-"));
}
/** Written rules of an aggregated role that the controller replaces: they are not among those it ends up with. */
function replacedRules({ entry, rules }) {
	const { object } = entry;
	if (object.aggregation === void 0 || rules === object.rules) return [];
	const kept = new Set(rules.map(keyOf$1));
	return object.rules.filter((rule) => !kept.has(keyOf$1(rule)));
}
function keyOf$1(rule) {
	const lists = [
		rule.verbs,
		rule.apiGroups,
		rule.resources,
		rule.resourceNames,
		rule.nonResourceURLs
	];
	return JSON.stringify(lists.map((list) => list.map(({ value }) => value)));
}
function replacedWords(rules) {
	return rules.map((rule) => ({
		kind: "replaced",
		word: "rules",
		origin: rule.origin,
		clause: "has rules of its own beside aggregationRule, and the controller overwrites them",
		label: "overwritten by what aggregation brings",
		missed: true,
		meant: [],
		removal: removeListItem(rule.origin)
	}));
}
/** The same slip in several rules of a role is one. */
function groupedByWord(words) {
	const groups = /* @__PURE__ */ new Map();
	for (const word of words) {
		const key = `${word.kind} ${word.word}`;
		const group = groups.get(key);
		if (group === void 0) groups.set(key, [word]);
		else group.push(word);
	}
	return groups.values();
}
function roleRisk({ entry }, words) {
	const { object, namespace, key } = entry;
	const [first] = words;
	const missed = words.some((word) => word.missed);
	const name = (longest) => `${object.kind} ${namespacedName(namespace, object.meta.name.value, longest)}`;
	const room = 138 - first.clause.length - object.kind.length;
	const longest = Math.max(12, namespace === "" ? room : Math.floor(room / 2));
	const place = hop(first.origin, first.label, 1);
	return withDetails({
		ruleId,
		title: fitTitle(`${name(Math.min(60, longest))} ${first.clause}`),
		score: missed ? missedScore : leftoverScore,
		confidence: "certain",
		place,
		identity: {
			subject: `${first.kind} ${first.word}`,
			object: key
		},
		cause: `${key} does nothing`,
		also: `${name()} ${first.clause}`
	}, {
		hops: () => [place, ...words.slice(1, 5).map(({ origin, label }) => hop(origin, label))],
		notes: () => [],
		remedies: () => remediesOf(words)
	});
}
/** What was meant, for every place; else the word goes, and nobody loses anything. */
function remediesOf(words) {
	const [{ meant, word, kind }] = words;
	const corrections = meant.map(({ text }, index) => ({
		text,
		edits: together(words.map((one) => one.meant[index]?.edits ?? []))
	}));
	if (words.some(({ isOfUse }) => isOfUse === true)) return corrections;
	const text = `take ${kind === "replaced" ? "these rules" : quotable(word.split(" ")[0] ?? word)} out: nobody loses anything`;
	return [...corrections, {
		text,
		edits: together(words.map(({ removal }) => removal))
	}];
}
/** Two words may share the rule that goes. */
function together(edits) {
	const places = /* @__PURE__ */ new Set();
	return allOrNone(edits.filter((some) => {
		const key = some.map(({ origin }) => origin.kind === "text" ? `${origin.start}-${origin.end}` : "").join();
		if (some.length > 0 && places.has(key)) return false;
		places.add(key);
		return true;
	}));
}
function subjectRisk({ entry }, subject) {
	const dead = deadSubject(subject);
	if (dead === void 0) return void 0;
	const { object, namespace, key } = entry;
	const place = hop(subject.name.origin, dead.label, 1);
	const whole = `${object.kind} ${namespacedName(namespace, object.meta.name.value, 40)}`;
	const isOnly = object.subjects.length === 1;
	return {
		ruleId,
		title: fitTitle(`${whole} ${dead.clause}`),
		score: missedScore,
		confidence: "certain",
		place,
		hops: [place],
		notes: [],
		remedies: [{
			text: isOnly ? "delete the binding: nobody loses anything" : "take the subject out: nobody loses anything",
			edits: isOnly ? removeObject(object.origin) : removeListItem(subject.origin)
		}, {
			text: dead.meant,
			edits: []
		}],
		identity: {
			subject: `${subject.kind} ${subject.name.value}`,
			object: key
		},
		cause: `${key} binds nobody`,
		also: `${whole} ${dead.clause}`
	};
}
//#endregion
//#region packages/rules/src/needless-tokens.ts
/**
* Below what the table gives for reading without secrets (1.5): such a token can do nothing today. It proves to others
* who it is, and it is there on the day somebody binds the account.
*/
const score = 1;
/** How many workloads are pointed at; the others are counted. */
const workloadsShown = 3;
/**
* The risk that pods get a token of an account to which nothing is bound; nothing where they get none.
*
* One for each account: its object is where one line ends it. An account whose object is not among the inputs may well be
* bound where that object is.
*/
function needlessTokenRisk(context, ruleId, account) {
	const [object] = account.objects;
	if (object === void 0 || mayBeBound(context, account)) return void 0;
	const workloads = account.workloads.filter(({ automounts }) => automounts);
	if (workloads.length === 0) return void 0;
	const holder = serviceAccountHolder(account.namespace, account.name);
	const said = workloads.some(({ automount }) => automount === void 0) ? void 0 : workloads[0]?.automount;
	const place = hop(said?.origin ?? object.object.meta.name.origin, said === void 0 ? "mounts its token in its pods: nothing says otherwise" : "mounts its token in its pods", 2);
	const runs = isOneWorkload(workloads) ? "gets" : "get";
	const whose = account.name === "default" ? "default" : quotable(account.name);
	return {
		ruleId,
		title: fitTitle(`${workloadNames(workloads)} ${runs} a token of ServiceAccount ${whose}`, ", to which nothing is bound"),
		score,
		confidence: workloads.map(({ confidence }) => confidence).reduce(weakerConfidence, "certain"),
		place,
		hops: [...workloads.slice(0, workloadsShown).map(runsAs), place],
		notes: [{
			kind: "why",
			text: "no binding that the API server would accept names it, so the token is of use only to whoever steals it"
		}],
		remedies: [withoutToken(account, workloads)],
		identity: {
			subject: holder.identity,
			object: object.key
		},
		cause: object.key,
		also: `pods that run as ${holder.name} get a token they have no use for`
	};
}
/** Less still: no pod among the inputs gets the token. */
const idleScore = .5;
/** The risks that a `default` account, written down without a word against it, would give its token to any pod to come. */
function* idleDefaultRisks(context, ruleId) {
	const { graph } = context;
	const running = new Set(runningAccounts(graph).flatMap(({ objects }) => objects.map(({ key }) => key)));
	for (const { object, key, namespace } of graph.inventory.entriesOf("ServiceAccount")) {
		const { meta, origin, automountServiceAccountToken: automount } = object;
		if (meta.name.value !== "default" || automount?.value === false || running.has(key)) continue;
		if (mayBeBound(context, {
			namespace,
			name: "default"
		})) continue;
		const holder = serviceAccountHolder(namespace, defaultAccount);
		const place = hop(automount?.origin ?? meta.name.origin, "mounts its token in pods that name no account", 1);
		yield {
			ruleId,
			title: `${holder.name} gives its token to every pod that names no other account`,
			score: idleScore,
			confidence: "certain",
			place,
			hops: [place],
			notes: [],
			remedies: [{
				text: "set automountServiceAccountToken: false on it; a pod that does need a token sets it to true",
				edits: automount === void 0 ? noAutomount(origin) : replaceBoolean(automount.origin, false)
			}],
			identity: {
				subject: holder.identity,
				object: key
			},
			cause: key,
			also: `${holder.name} gives its token to every pod that names no other account`
		};
	}
}
function runsAs({ accountPlace, entry }) {
	return hop(accountPlace, entry.object.pod.serviceAccountName === void 0 ? "runs as default" : "runs as it", 1);
}
/** Every place that says "mount it", or the account where none does. */
function withoutToken({ objects, name, namespace }, workloads) {
	const edits = /* @__PURE__ */ new Map();
	const add = (origin, some) => {
		const at = origin.kind === "text" ? `${origin.source.path}:${origin.start}` : "";
		if (!edits.has(at)) edits.set(at, some());
	};
	for (const { automount, entry } of workloads) if (automount !== void 0) add(automount.origin, () => replaceBoolean(automount.origin, false));
	else for (const { object } of nearest(objects, entry.path)) if (object.automountServiceAccountToken === void 0) add(object.origin, () => noAutomount(object.origin));
	const all = [...edits.values()];
	return {
		text: `set automountServiceAccountToken: false on ServiceAccount ${namespacedName(namespace, name)}; a pod that does need a token sets it to true`,
		edits: all.some((some) => some.length === 0) ? [] : all.flat()
	};
}
/** Writes into a pod spec or a ServiceAccount that no token is mounted. */
function noAutomount(mapping) {
	return addField(mapping, "automountServiceAccountToken", "false");
}
const boundAccounts = /* @__PURE__ */ new WeakMap();
/**
* Whether a binding may give an account something: one that names it or its groups, whatever the role.
*
* Inputs that hold one half of a cluster are the usual ones. Namespaces are often set by what applies them, so there an
* account of that name in any namespace counts, except for `default`, of which each namespace has one.
*/
function mayBeBound(context, { namespace, name }) {
	const { byName, groups } = boundAccountsOf(context);
	if (groups.has(groupKey("system:serviceaccounts"))) return true;
	if (groups.has(groupKey(namespaceServiceAccountsGroup(namespace)))) return true;
	const namespaces = byName.get(name);
	if (namespaces === void 0) return false;
	if (namespaces.has(namespace) || namespaces.has("<applied>") || namespace === "<applied>") return true;
	return !context.graph.inventory.complete && name !== "default";
}
function boundAccountsOf(context) {
	const { graph } = context;
	const known = boundAccounts.get(graph);
	if (known !== void 0) return known;
	const prefix = userKey(serviceAccountUserName("", "")).slice(0, -1);
	const byName = /* @__PURE__ */ new Map();
	for (const key of graph.subjectKeys) {
		if (!key.startsWith(prefix)) continue;
		const [namespace = "", name = ""] = key.slice(prefix.length).split(":");
		const namespaces = byName.get(name);
		if (namespaces === void 0) byName.set(name, new Set([namespace]));
		else namespaces.add(namespace);
	}
	const groups = /* @__PURE__ */ new Set();
	for (const { binding, subject, holder } of boundHolders(context, accountCrowds)) if (!binding.isShipped(subject)) groups.add(holder.key);
	const found = {
		byName,
		groups
	};
	boundAccounts.set(graph, found);
	return found;
}
const accountCrowds = ["all-service-accounts", "namespace-service-accounts"];
//#endregion
//#region packages/rules/src/power-risks.ts
/**
* The risks that somebody holds a power, rated by the power alone: where it leads is told by the rules about paths.
*
* One for each subject of a binding, and one at most `low` for each role that nobody is bound to.
*/
function* powerRisks(context, rule) {
	const tells = rule.tells ?? ((power) => !isByWildcard(power));
	const bound = rule.powers.flatMap((id) => boundPowersOf(context, id)).filter(({ power }) => tells(power)).flatMap((found) => {
		const power = rule.judged === void 0 ? found.power : rule.judged(found);
		return power === void 0 ? [] : [{
			bound: found.bound,
			power
		}];
	});
	const holderIn = ({ bound: { binding, holder } }) => [
		binding.entry.key,
		binding.entry.path,
		holder.key
	].join("\0");
	for (const found of grouped(bound, holderIn)) {
		const [told, ...others] = strongestFirst(found);
		if (told !== void 0) yield boundRisk(context, rule, told, others);
	}
	yield* dormantRisks(context, rule);
}
/** Only those of roles that nobody is bound to: what is bound may be told by a search of its own. */
function* dormantRisks(context, rule) {
	const tells = rule.tells ?? ((power) => !isByWildcard(power));
	const dormant = rule.powers.flatMap((id) => dormantPowersOf(context, id)).filter(({ power }) => tells(power) && power.names.length === 0);
	for (const found of grouped(dormant, ({ role: { entry } }) => `${entry.key}\0${entry.path}`)) {
		const [told] = strongestFirst(found);
		if (told !== void 0) yield dormantRisk(context, rule, told);
	}
}
function grouped(found, keyOf) {
	const groups = /* @__PURE__ */ new Map();
	for (const one of found) {
		const key = keyOf(one);
		const group = groups.get(key);
		if (group === void 0) groups.set(key, [one]);
		else group.push(one);
	}
	return groups.values();
}
/** Sorting is stable: of equals the first stays first. */
function strongestFirst(found) {
	return found.toSorted((a, b) => worthOf(a.power) - worthOf(b.power));
}
/** Named objects count for less than what is worth the same by its level. */
function worthOf({ sureLevel, names }) {
	return sureLevel + (names.length > 0 ? .5 : 0);
}
function boundRisk(context, rule, { bound, power }, others) {
	const { binding, subject, holder } = bound;
	const { key } = binding.entry;
	const certainty = certaintyOf(context.graph, binding);
	const narrowed = power.names.length > 0;
	const rating = {
		holder: holder.level,
		power: power.sureLevel,
		adjustments: narrowed ? [...holder.adjustments, adjustment.namedObjects] : holder.adjustments,
		assumedHops: certainty.assumedHops
	};
	const score = rate(rating);
	const place = subjectHop(holder, subject, 1);
	const dormant = rbacIsAsked(context.graph) ? void 0 : ", once RBAC is among the authorization modes";
	const words = rule.words?.(power) ?? [power.phrase];
	const isDefaultAccount = holder.kind === "service-account" && holder.level === 2;
	return withDetails({
		ruleId: rule.id,
		title: firstThatFits(words.map((phrase) => `${holder.name} can ${phrase}`), dormant),
		score: dormant === void 0 ? score : Math.min(score, 3),
		rating,
		confidence: weakerConfidence(certainty.confidence, power.confidence === "possible" ? "possible" : "certain"),
		place,
		identity: {
			subject: holder.identity,
			object: key
		},
		cause: tellingBinding(context, bound).entry.key,
		also: `${holder.name} can ${words[0]}`,
		alsoOfSame: `${subjectPronoun(holder)} can ${words[0]}`,
		role: roleOf$1(binding)
	}, {
		hops: () => [
			place,
			roleRefHop(binding, 2),
			...powerHops(power, 3, binding)
		],
		notes: () => [
			...isDefaultAccount ? [note("who", "every pod of its namespace that names no other ServiceAccount")] : [],
			...certainty.notes,
			note("check", checkCommand$1(holder, power)),
			...rule.tellsOthers === true ? alsoGiven(holder, power, others) : []
		],
		remedies: () => [
			...narrowerRole(context, power),
			takeSubjectOut(bound),
			...inWords(rule, power)
		]
	});
}
function alsoGiven(holder, told, others) {
	const phrases = others.filter(({ power }) => power.sureLevel <= told.sureLevel && power.names.length === 0).map(({ power }) => power.phrase);
	return phrases.length === 0 ? [] : [note("note", `it also lets ${pronounOf(holder)} ${listed$1(phrases)}`)];
}
function dormantRisk(context, rule, { role, power }) {
	const { key, object } = role.entry;
	const name = `${object.kind} ${quotable(object.meta.name.value)}`;
	const place = hop(object.meta.name.origin, "nothing among the inputs binds it");
	const words = rule.words?.(power) ?? [power.phrase];
	return {
		ruleId: rule.id,
		title: firstThatFits(words.map((phrase) => `whoever is bound to ${name} can ${phrase}`), "; nobody is, here"),
		score: dormantLevel[power.sureLevel],
		confidence: role.isCertain(power.witnesses[0].grant.rule) && !waitsForAggregate(role) ? "certain" : "possible",
		place,
		hops: [place, ...powerHops(power, 1)],
		notes: [],
		remedies: [
			...narrowerRole(context, power),
			{
				text: "delete the role if nothing outside the inputs binds it",
				edits: []
			},
			...inWords(rule, power)
		],
		identity: {
			subject: `${object.kind} ${object.meta.name.value}`,
			object: key
		},
		cause: key,
		also: `whoever is bound to it can ${words[0]}`
	};
}
/** Labelled for an aggregated role that is not among the inputs, by the words that Kubernetes and operators use for it. */
function waitsForAggregate({ entry }) {
	return [...entry.object.meta.labels.keys()].some((label) => /(?:^|\/)aggregate(?:-to)?-/.test(label));
}
/** Dormant: one more object away from what it would be worth, and never more than `low` (findings.md §2.6). */
const dormantLevel = {
	1: 3,
	2: 2.5,
	3: 2,
	4: 1,
	5: .1,
	6: .1
};
function inWords({ instead }, power) {
	return (instead?.(power) ?? []).map((text) => ({
		text,
		edits: []
	}));
}
//#endregion
//#region packages/rules/src/run-rules.ts
/**
* Runs every rule whose needs the inputs meet. A rule that could not look is told, never taken as "nothing found"; one
* that throws keeps what it found before and takes nothing from the others.
*/
function runRules(rules, context) {
	const available = availableInputs(context.graph);
	const risks = [];
	const notEvaluated = [];
	for (const { metadata, check } of rules) {
		const missing = metadata.needs.filter((need) => !available.has(need));
		if (missing.length > 0) {
			notEvaluated.push({
				rule: metadata.id,
				reason: missing.map((need) => missingInput[need]).join(", ")
			});
			continue;
		}
		try {
			for (const risk of check(context)) risks.push(risk);
		} catch (error) {
			notEvaluated.push({
				rule: metadata.id,
				...failureOf(error)
			});
		}
	}
	return {
		risks,
		notEvaluated
	};
}
function failureOf(error) {
	if (!(error instanceof Error)) return {
		reason: "internal error",
		failure: String(error)
	};
	return {
		reason: `internal error: ${error.message}`,
		failure: error.stack ?? error.message
	};
}
function availableInputs({ apiServers, inventory }) {
	const available = /* @__PURE__ */ new Set();
	if (apiServers.some(({ assumed }) => !assumed)) available.add("control-plane");
	if (inventory.invocations.some(({ value }) => value.component === "kubelet")) available.add("kubelet");
	if (inventory.credentials.length > 0) available.add("credentials");
	if (inventory.complete) available.add("complete");
	return available;
}
const missingInput = {
	"control-plane": "no kube-apiserver among the inputs",
	kubelet: "no kubelet among the inputs",
	credentials: "no credentials among the inputs",
	complete: "the inputs are not known to be complete (--complete)"
};
//#endregion
//#region packages/rules/src/secret-readers.ts
/** By namespace, `""` for those that read everywhere. */
const readingBindings = /* @__PURE__ */ new WeakMap();
/** Who can read one Secret. Whoever can do everything gains nothing by it and is left out. */
function* readersOfSecret(graph, namespace, name) {
	const reading = bindingsThatRead(graph);
	for (const scope of ["", namespace]) for (const { binding, names } of reading.get(scope) ?? []) {
		if (names !== void 0 && !names.includes(name)) continue;
		for (const subject of binding.entry.object.subjects) {
			const holder = binding.isShipped(subject) ? void 0 : holderOf(subject, binding.entry.namespace);
			if (holder !== void 0 && holder.kind !== "masters") yield {
				holder,
				binding
			};
		}
	}
}
function bindingsThatRead(graph) {
	const known = readingBindings.get(graph);
	if (known !== void 0) return known;
	const reading = /* @__PURE__ */ new Map();
	for (const binding of graph.bindings) {
		if (binding.entry.object.origin.kind === "built-in" || binding.resolution.outcome !== "found") continue;
		const rules = binding.resolution.role.rules.filter((rule) => readsSecrets(rule) && !givesEverything(rule));
		if (rules.length === 0) continue;
		const names = rules.some(({ resourceNames }) => resourceNames.length === 0) ? void 0 : rules.flatMap(({ resourceNames }) => resourceNames.map(({ value }) => value));
		const { namespace } = binding.entry;
		const there = reading.get(namespace);
		if (there === void 0) reading.set(namespace, [{
			binding,
			names
		}]);
		else there.push({
			binding,
			names
		});
	}
	readingBindings.set(graph, reading);
	return reading;
}
function readsSecrets(rule) {
	return returnSecretData.some((ask) => ruleGives(rule, ask));
}
//#endregion
//#region packages/report/src/printable.ts
/**
* Characters that a terminal would obey or a reader could not see: controls, line separators, format characters
* (bidi overrides, zero-width ones), everything Unicode calls default-ignorable, lone surrogates.
*/
const hidden = /[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}\p{Default_Ignorable_Code_Point}]/u;
const plain$2 = /^[\x20-\x7e]*$/;
const pictograph = /\p{Extended_Pictographic}/u;
const modifier = /\p{Emoji_Modifier}/u;
const combining = /\p{M}/u;
const emoji = /\p{Emoji_Presentation}/u;
const emojiStyle = "️";
/** What the runners of GitHub and Azure obey anywhere in a line. */
const runnerCommand$1 = /##(?=\[|vso\[)/gi;
/** Of a text nobody reads more, and a name in a file may be a megabyte. */
const longest = 4e3;
/**
* Input as it may be printed: what is invisible or would be obeyed is escaped.
*
* Names and paths come from files that anybody may have written; an escape sequence in one must not clear the screen,
* and `##[error]` must not become an annotation of the build that scans it.
*/
function printable(text) {
	const short = text.length > longest ? `${text.slice(0, longest)}...` : text;
	if (plain$2.test(short)) return short.includes("##") ? short.replace(runnerCommand$1, "#\\u{23}") : short;
	let shown = "";
	for (const glyph of glyphs(short)) shown += glyph.text;
	return shown.replace(runnerCommand$1, "#\\u{23}");
}
/** Columns that printable text takes in a terminal. */
function textWidth(text) {
	if (plain$2.test(text)) return text.length;
	let width = 0;
	for (const glyph of glyphs(text)) width += glyph.width;
	return width;
}
/** The text as a terminal would show it, piece by piece. A tab is four spaces. */
function glyphs(text) {
	if (plain$2.test(text)) return Array.from(text, (character) => ({
		text: character,
		width: 1,
		units: 1
	}));
	const found = [];
	let before = "";
	for (const character of text) {
		const next = glyph(character, before);
		const last = found.at(-1);
		if (last !== void 0 && (next.width === 0 || character === emojiStyle && next.width === 1)) found[found.length - 1] = {
			text: last.text + next.text,
			width: last.width + next.width,
			units: last.units + next.units
		};
		else found.push(next);
		before = character;
	}
	return found;
}
function glyph(character, before) {
	const units = character.length;
	if (character === "	") return {
		text: "    ",
		width: 4,
		units
	};
	const followsPictograph = pictograph.test(before) && before > "";
	if (character === emojiStyle && followsPictograph) return {
		text: character,
		width: isWide(codePoint(before)) || emoji.test(before) ? 0 : 1,
		units
	};
	if (modifier.test(character) && followsPictograph) return {
		text: character,
		width: 0,
		units
	};
	if (hidden.test(character)) return escapedGlyph(character);
	return {
		text: character,
		width: columns(character),
		units
	};
}
/** The character by its number: `\u{1b}`. */
function escapedGlyph(character) {
	const text = shortEscapes[character] ?? `\\u{${codePoint(character).toString(16)}}`;
	return {
		text,
		width: text.length,
		units: character.length
	};
}
const shortEscapes = {
	"\n": "\\n",
	"\r": "\\r"
};
function columns(character) {
	const code = codePoint(character);
	if (code < 768) return 1;
	if (combining.test(character)) return 0;
	return isWide(code) || emoji.test(character) && !isRegionalIndicator(code) ? 2 : 1;
}
function codePoint(character) {
	return character.codePointAt(0) ?? 0;
}
/** Two of them make one flag, which takes two columns. */
function isRegionalIndicator(code) {
	return code >= 127462 && code <= 127487;
}
/** Blocks of Unicode's EastAsianWidth.txt that are W or F; the emoji among them have a property of their own. */
const wideBlocks = [
	[4352, 4447],
	[9001, 9002],
	[11904, 12350],
	[12353, 19903],
	[19968, 42191],
	[43360, 43391],
	[44032, 55203],
	[63744, 64255],
	[65040, 65049],
	[65072, 65135],
	[65281, 65376],
	[65504, 65510],
	[94176, 101631],
	[110576, 111359],
	[127488, 127589],
	[131072, 262141]
];
function isWide(code) {
	return code >= 4352 && wideBlocks.some(([first, last]) => code >= first && code <= last);
}
//#endregion
//#region packages/report/src/place.ts
/** `path:line:column`, or what Kubernetes or kubeadm creates by itself; printable. */
function placeText(origin) {
	if (origin.kind === "built-in") return `built in: ${printable(origin.of)}`;
	const { line, column } = positionAt(origin.source, origin.start);
	return `${printable(origin.source.path)}:${line}:${column}`;
}
/** `path:line`, for a place in passing. */
function shortPlaceText(origin) {
	if (origin.kind === "built-in") return `built in: ${printable(origin.of)}`;
	return `${printable(origin.source.path)}:${positionAt(origin.source, origin.start).line}`;
}
//#endregion
//#region packages/report/src/question-words.ts
/** `get pods/log in namespace web`; printable. */
function requestWords(attributes) {
	if (attributes.kind === "non-resource") return printable(`${attributes.verb} the path ${attributes.path}`);
	const { verb, apiGroup, resource, subresource, namespace, name } = attributes;
	const type = `${resource}${subresource === "" ? "" : `/${subresource}`}${apiGroup === "" ? "" : `.${apiGroup}`}`;
	const where = namespace === "" ? "cluster-wide" : `in namespace ${namespace}`;
	return printable([
		verb,
		type,
		...name === "" ? [] : [`named ${name}`],
		where
	].join(" "));
}
/** `User jane`, `ServiceAccount web/ci`; printable. */
function identityWords({ user, groups }) {
	if (user === "") return printable(`anybody in ${groups[0] ?? "no group"}`);
	const [, namespace, name] = /^system:serviceaccount:([^:]*):([^:]*)$/.exec(user) ?? [];
	return printable(name === void 0 ? `User ${user}` : `ServiceAccount ${namespace}/${name}`);
}
/** The same of a subject in a binding; printable. */
function subjectWords(subject, bindingNamespace) {
	if (subject.kind !== "ServiceAccount") return printable(`${subject.kind} ${subject.name.value}`);
	return printable(`ServiceAccount ${subject.namespace?.value || bindingNamespace}/${subject.name.value}`);
}
/** `RoleBinding web/readers`; printable. */
function objectWords(kind, name, namespace) {
	return printable(`${kind} ${namespace === "" ? "" : `${namespace}/`}${name}`);
}
/**
* `get, list pods, secrets (group apps) named x`; printable. Long lists are cut: what matters for the question stands
* first, and the place says where the rest is.
*/
function ruleWords(rule, asked) {
	const verbs = listWords(rule.verbs, asked?.verb, "nothing on");
	if (asked?.kind === "non-resource" || rule.resources.length === 0) return printable(`${verbs} ${listWords(rule.nonResourceURLs, asked?.kind === "non-resource" ? asked.path : void 0, "nothing")}`);
	const { apiGroup, resource, name } = {
		...nothingAsked,
		...asked
	};
	const groups = rule.apiGroups.length === 1 && rule.apiGroups[0]?.value === "" ? "" : ` (group ${listWords(rule.apiGroups, apiGroup, "none")})`;
	const names = rule.resourceNames.length === 0 ? "" : ` named ${listWords(rule.resourceNames, name, "")}`;
	return printable(`${verbs} ${listWords(rule.resources, resource, "nothing")}${groups}${names}`);
}
const nothingAsked = {
	apiGroup: void 0,
	resource: void 0,
	name: void 0
};
const longestList = 5;
function listWords(list, wanted, empty) {
	if (list.length === 0) return empty;
	const values = list.map(({ value }) => value);
	const first = values.length <= longestList || wanted === void 0 ? [] : values.filter((value) => isAbout(value, wanted));
	const ordered = [...first, ...values.filter((value) => !first.includes(value))];
	const more = ordered.length - longestList;
	return `${ordered.slice(0, longestList).map((value) => value === "" ? "\"\"" : value).join(", ")}${more > 0 ? ` and ${more} more` : ""}`;
}
/** A value that decides about what is wanted, or nearly does. */
function isAbout(value, wanted) {
	return value === "*" || value === wanted || value.startsWith(`${wanted}/`) || value.startsWith("*/");
}
/**
* A command that asks a running cluster the same; printable. kubectl gives an impersonated user `system:authenticated`,
* and a service account its groups unless some are given. The anonymous user may not ask such questions: there an
* administrator asks for it.
*/
function checkCommand(identity, attributes) {
	if (identity.user === "" || identity.groups.includes("system:unauthenticated")) return reviewCommand(identity, attributes);
	const words = [
		"kubectl auth can-i",
		...requestArguments(attributes),
		`--as=${shellWord(identity.user)}`
	];
	const given = identity.groups.filter((group) => group !== "system:authenticated");
	if (!(identity.user.startsWith("system:serviceaccount:") && given.every((group) => group.startsWith("system:serviceaccounts")))) words.push(...given.map((group) => `--as-group=${shellWord(group)}`));
	return printable(words.join(" "));
}
function requestArguments(attributes) {
	const verb = shellWord(attributes.verb);
	if (attributes.kind === "non-resource") return [verb, shellWord(attributes.path)];
	const { apiGroup, resource, subresource, namespace, name } = attributes;
	return [
		verb,
		shellWord(`${resource}${apiGroup === "" ? "" : `.${apiGroup}`}${name === "" ? "" : `/${name}`}`),
		...subresource === "" ? [] : [`--subresource=${shellWord(subresource)}`],
		...namespace === "" ? ["-A"] : ["-n", shellWord(namespace)]
	];
}
function reviewCommand({ user, groups }, attributes) {
	const asked = attributes.kind === "non-resource" ? { nonResourceAttributes: {
		verb: attributes.verb,
		path: attributes.path
	} } : { resourceAttributes: resourceAttributes(attributes) };
	const review = {
		apiVersion: "authorization.k8s.io/v1",
		kind: "SubjectAccessReview",
		spec: {
			...user === "" ? {} : { user },
			groups,
			...asked
		}
	};
	return printable(`echo ${shellWord(JSON.stringify(review))} | kubectl create -o jsonpath={.status.allowed} -f -`);
}
/** As a SubjectAccessReview writes them: without what is empty. */
function resourceAttributes(attributes) {
	const { verb, apiGroup: group, resource, subresource, namespace, name } = attributes;
	return Object.fromEntries(Object.entries({
		namespace,
		verb,
		group,
		resource,
		subresource,
		name
	}).filter(([, value]) => value !== ""));
}
function shellWord(text) {
	return /^[\w@%+=:,./-]+$/.test(text) ? text : `'${text.replaceAll("'", "'\\''")}'`;
}
//#endregion
//#region packages/report/src/change-words.ts
/** What one change is, as a sentence to follow; printable. */
function changeWords(change) {
	switch (change.change) {
		case "extend-rule": {
			const { role, rule, list, value } = change;
			return `add ${printable(JSON.stringify(value))} to ${list} of the rule at ${placeText(rule.origin)}${ofRole(role)}`;
		}
		case "add-rule": return `add a rule to the role at ${placeText(change.role.object.meta.name.origin)}: ${ruleWords(change.rule)}${ofRole(change.role)}`;
		case "create": return `create ${change.objects.map(createdWords).join(" and ")}`;
	}
}
function ofRole({ object, namespace }) {
	return ` (${objectWords(object.kind, object.meta.name.value, namespace)}: whoever else is bound to it gets it too)`;
}
function createdWords(object) {
	const { kind, meta } = object;
	const name = objectWords(kind, meta.name.value, meta.namespace?.value ?? "");
	if (!("roleRef" in object)) return `${name} (${object.rules.map((rule) => ruleWords(rule)).join("; ")})`;
	const { roleRef, subjects } = object;
	const who = subjects.map((subject) => subjectWords(subject, meta.namespace?.value ?? "")).join(", ");
	return `${name} (${roleRef.kind.value} ${printable(roleRef.name.value)} to ${who})`;
}
/** What a near miss gives and where it falls short; printable. */
function nearMissWords({ kind, binding, grant }, asked) {
	const { object, namespace } = binding.entry;
	const through = `${objectWords(object.kind, object.meta.name.value, namespace)} (${placeText(object.meta.name.origin)})`;
	if (grant === void 0) {
		const { roleRef } = object;
		return `${through} names ${roleRef.kind.value} ${printable(roleRef.name.value)}, which is not there`;
	}
	const gives = `${through} gives ${ruleWords(grant.rule, asked)} (${placeText(grant.rule.origin)})`;
	switch (kind) {
		case "namespace": return namespace === "" ? gives : `${gives}, in namespace ${printable(namespace)} only`;
		case "group": return `${gives}: another API group`;
		case "subresource": return `${gives}: a subresource is a resource of its own`;
		case "name": return `${gives}: these names only`;
		case "verb": return `${gives}: not this verb`;
		case "path": return `${gives}: paths are compared as sent`;
		case "missing-role": return gives;
	}
}
//#endregion
//#region packages/report/src/json-place.ts
/** Lines and columns from 1, columns in UTF-16 units, the end exclusive. */
function place$2(origin) {
	if (origin.kind === "built-in") return { builtIn: origin.of };
	const start = positionAt(origin.source, origin.start);
	const end = positionAt(origin.source, origin.end);
	return {
		path: origin.source.path,
		line: start.line,
		column: start.column,
		endLine: end.line,
		endColumn: end.column
	};
}
/** To spread into an object that has a place only where its origin is known. */
function optionalPlace(origin) {
	return origin === void 0 ? {} : { place: place$2(origin) };
}
/** The version whose facts hold, and what says so. */
function kubernetesValue({ minor, assumed, origin }) {
	return {
		minor,
		assumed,
		...optionalPlace(origin)
	};
}
//#endregion
//#region packages/report/src/json-text.ts
/** An object as JSON, piece by piece, so that no report stands in memory as a whole. */
function* jsonObject(members) {
	let separator = "{\n";
	for (const member of members) {
		yield `${separator}${jsonText(member.key)}: `;
		if ("list" in member) yield* jsonList(member.list);
		else yield jsonText(member.value);
		separator = ",\n";
	}
	yield separator === "{\n" ? "{}" : "\n}";
}
function* jsonList(elements) {
	let separator = "[\n";
	for (const element of elements) {
		yield separator + jsonText(element);
		separator = ",\n";
	}
	yield separator === "[\n" ? "[]" : "\n]";
}
/** What JSON lets through and a terminal would obey or hide. */
const unseen = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Default_Ignorable_Code_Point}]/gu;
const ascii = /^[\x20-\x7e]*$/;
/** What the runners of GitHub and Azure obey anywhere in a line. */
const runnerCommand = /##(?=\[|vso\[)/gi;
/** JSON that is safe to print: the same value, what is invisible or would be obeyed written by number. */
function jsonText(value, indent) {
	const json = JSON.stringify(value, null, indent) ?? "null";
	const text = json.includes("##") ? json.replace(runnerCommand, "#\\u0023") : json;
	if (ascii.test(text)) return text;
	return text.replace(unseen, (character) => character === "\n" ? character : byNumber(character));
}
function byNumber(character) {
	let escaped = "";
	for (let i = 0; i < character.length; i++) escaped += `\\u${character.charCodeAt(i).toString(16).padStart(4, "0")}`;
	return escaped;
}
//#endregion
//#region packages/report/src/decision-json.ts
/** One line of the answers to reviews: `docs/schemas/review.schema.json` says what stands where. */
function renderReviewAnswer(decision) {
	return `${jsonText(decisionValue(decision))}\n`;
}
/** The line for a review that could not be answered. */
function renderReviewError(message) {
	return `${jsonText({
		outcome: "error",
		message
	})}\n`;
}
/** A decision for programs, with a place for every hop of its proof. */
function decisionValue(decision) {
	return {
		outcome: decision.outcome,
		reason: decision.reason,
		proof: decision.outcome === "allowed" ? decision.proof.map(grantValue) : [],
		assumptions: decision.outcome === "unknown" ? decision.assumptions.map(assumptionValue) : []
	};
}
function assumptionValue({ text, origin }) {
	return {
		text,
		...origin === void 0 ? {} : { origin: place$2(origin) }
	};
}
function grantValue({ subject, binding, role, rule }) {
	const { object, namespace } = binding.entry;
	return {
		subject: {
			...subjectValue(subject, namespace),
			origin: place$2(subject.origin)
		},
		binding: objectValue(object.kind, object.meta.name, namespace),
		role: objectValue(role.entry.object.kind, role.entry.object.meta.name, role.entry.namespace),
		rule: ruleValue(rule),
		origin: place$2(rule.origin)
	};
}
/** An object at its name. */
function objectValue(kind, name, namespace) {
	return {
		kind,
		name: name.value,
		...optionalNamespace(namespace),
		origin: place$2(name.origin)
	};
}
/** An account whose namespace the binding does not say is in the binding's. */
function subjectValue(subject, bindingNamespace) {
	const { kind, name } = subject;
	if (kind !== "ServiceAccount") return {
		kind,
		name: name.value
	};
	return {
		kind,
		name: name.value,
		...optionalNamespace(subject.namespace?.value || bindingNamespace)
	};
}
function optionalNamespace(namespace) {
	return namespace === "" ? {} : { namespace };
}
/** As it would be written: a list that holds nothing is left out. */
function ruleValue(rule) {
	const lists = [
		["verbs", rule.verbs],
		["apiGroups", rule.apiGroups],
		["resources", rule.resources],
		["resourceNames", rule.resourceNames],
		["nonResourceURLs", rule.nonResourceURLs]
	];
	return Object.fromEntries(lists.flatMap(([key, list]) => list.length === 0 ? [] : [[key, list.map(({ value }) => value)]]));
}
//#endregion
//#region packages/report/src/yaml-text.ts
/** JSON's values as YAML that every parser reads alike: a scalar that could be taken for anything else is quoted as in JSON. */
function yamlText(value) {
	return `${lines(value, "").join("\n")}\n`;
}
function lines(value, indent) {
	const items = itemsOf(value);
	if (items === void 0) return [indent + scalar(value)];
	if (items.length === 0) return [indent + (Array.isArray(value) ? "[]" : "{}")];
	return items.flatMap(([key, item]) => {
		const nested = itemsOf(item);
		if (nested === void 0 || nested.length === 0) return [`${indent}${key} ${lines(item, "")[0] ?? ""}`];
		if (key !== "-") return [`${indent}${key}`, ...lines(item, Array.isArray(item) ? indent : `${indent}  `)];
		const [first = "", ...rest] = lines(item, `${indent}  `);
		return [`${indent}- ${first.trimStart()}`, ...rest];
	});
}
/** The entries of a list (`-`) or map (`key:`); undefined for a scalar. */
function itemsOf(value) {
	if (typeof value !== "object" || value === null) return void 0;
	if (Array.isArray(value)) return value.map((item) => ["-", item]);
	return Object.entries(value).filter(([, item]) => item !== void 0).map(([key, item]) => [`${scalar(key)}:`, item]);
}
/** Words that no schema of YAML 1.1 or 1.2 reads as anything but text. */
const plain$1 = /^(?!(?:y|n|yes|no|on|off|true|false|null)$)[a-z][\w./-]*$/i;
function scalar(value) {
	return typeof value === "string" && plain$1.test(value) ? value : jsonText(value);
}
//#endregion
//#region packages/report/src/can-i-json.ts
/** The answer to one question for programs. */
function renderCanIJson(answer, context) {
	return `${jsonText(canIValue(answer, context), 2)}\n`;
}
function renderCanIYaml(answer, context) {
	return yamlText(canIValue(answer, context));
}
function canIValue(answer, context) {
	const { question, decision, nearMisses, smallestGrant, notes } = answer;
	const { identity, attributes } = question;
	const { assumptions, ...decided } = decisionValue(decision);
	return {
		schemaVersion: 1,
		kubernetes: kubernetesValue(context.kubernetes),
		question: {
			...identityValue(identity),
			...requestValue(attributes)
		},
		...decided,
		nearMisses: nearMisses.map((miss) => nearMissValue(miss, attributes)),
		...smallestGrant === void 0 ? {} : { smallestGrant: changeValue(smallestGrant) },
		notes,
		assumptions: [...assumptions, ...context.assumptions.map(assumptionValue)],
		check: checkCommand(identity, attributes)
	};
}
/** What is asked, as a SubjectAccessReview writes it. */
function requestValue(attributes) {
	return attributes.kind === "resource" ? { resourceAttributes: resourceAttributes(attributes) } : { nonResourceAttributes: {
		verb: attributes.verb,
		path: attributes.path
	} };
}
function identityValue({ user, groups }) {
	return {
		...user === "" ? {} : { user },
		groups
	};
}
function nearMissValue(miss, asked) {
	const { kind, binding, grant, change } = miss;
	const { object, namespace } = binding.entry;
	return {
		kind,
		text: nearMissWords(miss, asked),
		...grant === void 0 ? { binding: objectValue(object.kind, object.meta.name, namespace) } : { grant: grantValue(grant) },
		change: changeValue(change)
	};
}
function changeValue(change) {
	switch (change.change) {
		case "create": return {
			change: "create",
			objects: change.objects.map(manifest)
		};
		case "add-rule": {
			const { object, namespace } = change.role;
			return {
				change: "add-rule",
				role: objectValue(object.kind, object.meta.name, namespace),
				rule: ruleValue(change.rule)
			};
		}
		case "extend-rule": {
			const { role, rule, list, value } = change;
			return {
				change: "extend-rule",
				role: objectValue(role.object.kind, role.object.meta.name, role.namespace),
				origin: place$2(rule.origin),
				list,
				value
			};
		}
	}
}
/** The object as one would apply it. */
function manifest(object) {
	const { apiVersion, kind, meta } = object;
	const namespace = meta.namespace?.value;
	const head = {
		apiVersion,
		kind,
		metadata: {
			name: meta.name.value,
			...namespace === void 0 ? {} : { namespace }
		}
	};
	if (!("roleRef" in object)) return {
		...head,
		rules: object.rules.map(ruleValue)
	};
	const { roleRef, subjects } = object;
	const apiGroup = "rbac.authorization.k8s.io";
	return {
		...head,
		roleRef: {
			apiGroup,
			kind: roleRef.kind.value,
			name: roleRef.name.value
		},
		subjects: subjects.map((subject) => ({
			...subject.kind === "ServiceAccount" ? {} : { apiGroup },
			...subjectValue(subject, namespace ?? "")
		}))
	};
}
//#endregion
//#region packages/report/src/style.ts
/** SGR parameters (ECMA-48 §8.3.117). */
const parameters = {
	critical: "1;31",
	high: "1;31",
	medium: "1;33",
	low: "1;36",
	info: "1;37",
	strong: "1",
	gutter: "1;34",
	remark: "1;34",
	added: "32",
	removed: "31"
};
function painter(color) {
	if (!color) return (_style, text) => text;
	return (style, text) => text === "" ? "" : `\x1b[${parameters[style]}m${text}\x1b[0m`;
}
/** Text that opens a URL where the terminal can (OSC 8). */
function hyperlink(url, text) {
	return `\x1b]8;;${url}\x1b\\${text}\x1b]8;;\x1b\\`;
}
//#endregion
//#region packages/report/src/can-i-text.ts
/** Of grants and near misses nobody reads more. */
const shown$1 = 10;
const missesShown = 5;
/** The answer to one question for a person: yes or no, and why, hop by hop. */
function* renderCanI(answer, context) {
	const paint = painter(context.color);
	const { decision, question, notes } = answer;
	yield `${headline$1(answer, paint)}\n`;
	for (const line of because(decision)) yield `  ${line}\n`;
	if (decision.outcome === "allowed") yield* proofLines$1(decision.proof, question.attributes, paint);
	else yield* missLines(answer, paint);
	for (const note of notes) yield `note: ${printable(note)}\n`;
	yield* assumedLines(context);
	yield `check: ${checkCommand(question.identity, question.attributes)}\n`;
}
/** What every answer rests on and no input says. */
function* assumedLines({ kubernetes, assumptions }) {
	if (kubernetes.assumed) yield `assumed: Kubernetes ${kubernetes.minor} with its default roles and bindings\n`;
	for (const { text, origin } of assumptions) yield `assumed: ${printable(text)}${origin === void 0 ? "" : ` (${shortPlaceText(origin)})`}\n`;
}
function headline$1({ decision, question }, paint) {
	const { identity, attributes } = question;
	const who = identityWords(identity);
	const what = requestWords(attributes);
	const groups = identity.user === "" ? identity.groups.slice(1) : identity.groups;
	const as = groups.length === 0 ? "" : ` (in ${printable(groups.join(", "))})`;
	switch (decision.outcome) {
		case "allowed": return `${paint("added", "yes")}: ${who} may ${what}${as}`;
		case "denied": return `${paint("removed", "no")}: ${who} may not ${what}${as}`;
		case "unknown": return `${paint("medium", "unknown")}: whether ${who} may ${what}${as}`;
	}
}
/** The proof says it all where there is one. */
function because(decision) {
	switch (decision.outcome) {
		case "allowed": return decision.proof.length > 0 ? [] : [printable(decision.reason)];
		case "denied": return decision.reason === "" ? ["nothing allows it"] : decision.reason.split("\n").map(printable);
		case "unknown": return decision.assumptions.map(({ text, origin }) => `depends on ${printable(text)}${origin === void 0 ? "" : ` (${placeText(origin)})`}`);
	}
}
function* proofLines$1(proof, asked, paint) {
	const groups = proof.slice(0, shown$1).map((grant) => hopsOf(grant, asked));
	const width = Math.max(...groups.flat().map(({ text }) => textWidth(text)));
	for (const hops of groups) {
		yield "\n";
		for (const { word, text, place } of hops) {
			const gap = " ".repeat(width - textWidth(text) + 2);
			yield `  ${word.padEnd(8)} ${word === "binding" ? paint("strong", text) : text}${gap}${place}\n`;
		}
	}
	if (proof.length > shown$1) yield `\n  and ${proof.length - shown$1} more grants (-f json has them all)\n`;
	if (proof.length > 0) yield "\n";
}
/** A grant from its binding to its rule; the words of the rule that are about what is asked come first. */
function hopsOf({ subject, binding, role, rule }, asked) {
	const { object, namespace } = binding.entry;
	const of = role.entry.object;
	return [
		{
			word: "binding",
			text: objectWords(object.kind, object.meta.name.value, namespace),
			place: placeText(object.meta.name.origin)
		},
		{
			word: "subject",
			text: subjectWords(subject, namespace),
			place: placeText(subject.origin)
		},
		{
			word: "role",
			text: objectWords(of.kind, of.meta.name.value, role.entry.namespace),
			place: placeText(of.meta.name.origin)
		},
		{
			word: "rule",
			text: ruleWords(rule, asked),
			place: placeText(rule.origin)
		}
	];
}
function* missLines({ question, nearMisses, smallestGrant }, paint) {
	if (nearMisses.length > 0) yield `\n  nearest:\n`;
	for (const miss of nearMisses.slice(0, missesShown)) {
		yield `  ${paint("strong", miss.kind)}: ${nearMissWords(miss, question.attributes)}\n`;
		yield `    to allow it: ${changeWords(miss.change)}\n`;
	}
	if (nearMisses.length > missesShown) yield `  and ${nearMisses.length - missesShown} more (-f json has them all)\n`;
	if (smallestGrant !== void 0) yield `\n  ${nearMisses.length > 0 ? "or, for this alone" : "to allow this alone"}: ${changeWords(smallestGrant)}\n\n`;
}
//#endregion
//#region packages/report/src/table-text.ts
/** Rows of printable cells below each other, two columns in. */
function* tableLines(rows) {
	const widths = [];
	for (const row of rows) for (const [i, cell] of row.entries()) widths[i] = Math.max(widths[i] ?? 0, textWidth(cell));
	for (const row of rows) yield `  ${row.map((cell, i) => cell + " ".repeat((widths[i] ?? 0) - textWidth(cell))).join("  ").trimEnd()}\n`;
}
//#endregion
//#region packages/report/src/access-list.ts
/** Everything somebody may do, for a person. */
function* renderAccessList(list, context) {
	const { identity, rows, notes, assumptions } = list;
	const groups = identity.groups.length === 0 ? "" : ` (in ${printable(identity.groups.join(", "))})`;
	yield `${painter(context.color)("strong", `${identityWords(identity)}${groups} may:`)}\n`;
	yield* tableLines(rows.map(rowWords));
	if (rows.length === 0) yield "  nothing\n";
	yield "\n";
	for (const note of notes) yield `note: ${printable(note)}\n`;
	for (const { text } of assumptions) yield `depends on: ${printable(text)}\n`;
	yield* assumedLines(context);
}
function rowWords({ namespace, rule, grant }) {
	const where = namespace === "" ? "everywhere" : `in ${printable(namespace)}`;
	if (grant === void 0) return [
		where,
		ruleWords(rule),
		"",
		""
	];
	const { object } = grant.binding.entry;
	const binding = objectWords(object.kind, object.meta.name.value, grant.binding.entry.namespace);
	return [
		where,
		ruleWords(rule),
		binding,
		placeText(rule.origin)
	];
}
/** The same for programs. */
function renderAccessListJson(list, context) {
	return `${jsonText(listValue(list, context), 2)}\n`;
}
function renderAccessListYaml(list, context) {
	return yamlText(listValue(list, context));
}
function listValue({ identity, rows, notes, assumptions }, context) {
	return {
		schemaVersion: 1,
		kubernetes: kubernetesValue(context.kubernetes),
		identity: identityValue(identity),
		rules: rows.map(({ namespace, rule, grant }) => ({
			...namespace === "" ? {} : { namespace },
			rule: ruleValue(rule),
			...grant === void 0 ? {} : { grant: grantValue(grant) }
		})),
		notes,
		assumptions: [...assumptions, ...context.assumptions].map(assumptionValue)
	};
}
//#endregion
//#region packages/report/src/order.ts
/** By code unit: the same on every machine, whatever its locale. */
function compareText(a, b) {
	return a < b ? -1 : a > b ? 1 : 0;
}
/** By path, then by place in the text; what no input wrote comes first. */
function compareOrigins(a, b) {
	if (a.kind === "built-in" || b.kind === "built-in") return compareText(a.kind, b.kind) || (a.kind === "built-in" && b.kind === "built-in" ? compareText(a.of, b.of) : 0);
	return compareText(a.source.path, b.source.path) || a.start - b.start || a.end - b.end;
}
/** In the order of their places: what was read first must not show. */
function sortedDiagnostics(diagnostics) {
	return diagnostics.toSorted((a, b) => compareOrigins(a.origin, b.origin) || compareText(a.id, b.id) || compareText(a.message, b.message));
}
function sortedSkips(files) {
	return files.toSorted((a, b) => compareText(a.path, b.path) || compareText(a.reason, b.reason));
}
//#endregion
//#region packages/report/src/severity.ts
/** The tiers, worst first. */
const severities = [
	"critical",
	"high",
	"medium",
	"low",
	"info"
];
/** `2 critical, 1 high`: how many of each tier, worst first; tiers without any are left out. */
function countBySeverity(findings) {
	const counts = /* @__PURE__ */ new Map();
	for (const { severity } of findings) counts.set(severity, (counts.get(severity) ?? 0) + 1);
	return severities.filter((severity) => counts.has(severity)).map((severity) => `${counts.get(severity)} ${severity}`).join(", ");
}
//#endregion
//#region packages/report/src/wrap.ts
/**
* Text of ours as lines of at most `width` columns, the first behind `lead`, the others indented as told.
*
* A line break in the text is kept (commands stand on lines of their own) and such a line is not wrapped, so that it can
* be copied. No line but the first begins with what a build runner would obey.
*/
function wrapped(lead, text, width, indentation) {
	const [first = "", ...ownLines] = text.split("\n");
	const lines = [lead];
	let column = textWidth(lead);
	let isEmpty = true;
	for (const word of printable(first).split(" ")) {
		const wide = textWidth(word);
		if (!isEmpty && column + 1 + wide > Math.max(width, indentation.wrap + shortest)) {
			lines.push(" ".repeat(indentation.wrap) + harmless(word));
			column = indentation.wrap + wide;
		} else {
			lines.push((lines.pop() ?? "") + (isEmpty ? "" : " ") + word);
			column += wide + (isEmpty ? 0 : 1);
		}
		isEmpty = false;
	}
	for (const line of ownLines) lines.push(" ".repeat(indentation.ownLine) + harmless(printable(line)));
	return lines;
}
/** A narrower column of words is worse than a terminal's own wrapping. */
const shortest = 40;
/** GitHub's runner obeys `::name::` at the start of a line, blanks before it or not. */
function harmless(line) {
	return line.replace(/^(\s*):(?=:)/, "$1\\u{3a}");
}
//#endregion
//#region packages/report/src/footer.ts
/** What a scan of any size says of itself: counts, coverage, assumptions, what was not looked at, how it ends. */
function footerLines(run, options) {
	return [
		countLine(run, verboseHint),
		...diagnosticsLines(run),
		...coverageLines(run.coverage, options),
		...notReadYet(run),
		...listed("assumed: ", assumptions(run), options),
		...notEvaluatedLines(run, options),
		...exitLines(options)
	];
}
/** What formats of a line for each finding end with: what was read, what was not looked at, the counts last. */
function shortFooter(run) {
	const options = {
		verbose: false,
		width: Number.POSITIVE_INFINITY
	};
	return `${[
		coverageLine(run.coverage),
		...notEvaluatedLines(run, options),
		countLine(run)
	].join("\n")}\n`;
}
/** `3 findings: 2 critical, 1 high; folded into them: 6 (--verbose)`; the hint only where there is more to see. */
function countLine({ findings }, hint = "") {
	if (findings.length === 0) return "no findings";
	const folded = findings.reduce((sum, finding) => sum + finding.folded.length, 0);
	const more = folded === 0 ? "" : `; folded into them: ${folded}${hint}`;
	return `${counted(findings.length, "finding")}: ${countBySeverity(findings)}${more}`;
}
/** Where pretty says all. */
const verboseHint = " (--verbose)";
function exitLines({ exit }) {
	return exit === void 0 ? [] : [`exit ${exit.code}: ${printable(exit.reason)}`];
}
function diagnosticsLines({ diagnostics }) {
	if (diagnostics.length === 0) return [];
	const of = (level) => diagnostics.filter((diagnostic) => diagnostic.level === level).length;
	return [`about the inputs: ${[
		"error",
		"warning",
		"note"
	].filter((level) => of(level) > 0).map((level) => counted(of(level), level)).join(", ")}`];
}
/** `read 7 of 9 files, 9 of 11 documents: 8 access objects, 1 kube-apiserver` */
function coverageLine({ filesSeen, filesRead, documentsSeen, documents, objects, ...rest }) {
	const of = (some, all, noun) => some === all ? counted(all, noun) : `${some} of ${counted(all, noun)}`;
	const found = [counted(objects, "access object"), ...components(rest.components)].join(", ");
	return `read ${of(filesRead, filesSeen, "file")}, ${of(documents.evaluated, documentsSeen, "document")}: ${found}`;
}
function coverageLines(coverage, options) {
	return [
		coverageLine(coverage),
		...setAside(coverage),
		...skipped(coverage.filesSkipped, options)
	];
}
function components(names) {
	const counts = /* @__PURE__ */ new Map();
	for (const name of names) counts.set(name, (counts.get(name) ?? 0) + 1);
	return [...counts].toSorted(([a], [b]) => compareText(a, b)).map(([name, count]) => `${count} ${printable(name)}`);
}
/** Documents that were read and not evaluated, so that the numbers add up. */
const outcomes = [
	["not-ours", "of other kinds"],
	["template", "not rendered yet (templates)"],
	["patch", "patches or components of kustomize"],
	["refused", "refused"],
	["overwritten", "overwritten by later ones"],
	["empty", "empty"]
];
function setAside({ documents }) {
	const some = outcomes.filter(([outcome]) => documents[outcome] > 0);
	if (some.length === 0) return [];
	return [`set aside ${counted(some.reduce((sum, [outcome]) => sum + documents[outcome], 0), "document")}: ${some.map(([outcome, words]) => `${documents[outcome]} ${words}`).join(", ")}`];
}
/** Reasons that any folder of sources gives; files skipped for another one are named. */
const usual = new Set([
	"ignored by git",
	"not a format we read",
	"binary"
]);
const shownSkipped = 5;
function skipped(files, options) {
	if (files.length === 0) return [];
	const sorted = sortedSkips(files);
	const named = options.verbose ? sorted : sorted.filter(({ reason }) => !usual.has(reason)).slice(0, shownSkipped);
	const namedSet = new Set(named);
	const counts = /* @__PURE__ */ new Map();
	for (const file of sorted) if (!namedSet.has(file)) counts.set(file.reason, (counts.get(file.reason) ?? 0) + 1);
	const wide = Math.max(0, ...named.map(({ path }) => printable(path).length));
	const rest = [...counts].toSorted(([a], [b]) => compareText(a, b)).map(([reason, count]) => `${count} ${reason}`);
	const entries = named.map(({ path, reason }) => `${printable(path).padEnd(wide)}  ${reason}`);
	if (rest.length > 0) entries.push((named.length > 0 ? "and " : "") + rest.join(", "));
	const lead = `skipped ${counted(files.length, "file")}: `;
	return entries.map((entry, index) => (index === 0 ? lead : " ".repeat(lead.length)) + entry);
}
const shownUnread = 3;
/** Documents that say how a control plane runs and that no rule has seen: without this, silence reads as "clean". */
function notReadYet({ diagnostics }) {
	const unread = sortedDiagnostics(diagnostics.filter(({ id }) => id === "not-read-yet"));
	if (unread.length === 0) return [];
	const places = unread.slice(0, shownUnread).map(({ origin }) => shortPlaceText(origin));
	const more = unread.length - places.length;
	const where = [...places, ...more > 0 ? [`${more} more`] : []].join(", ");
	const that = unread.length === 1 ? "that configures" : "that configure";
	return [`not read yet: ${counted(unread.length, "document")} ${that} a control plane or kubelets (${where})`];
}
const shownAssumptions = 10;
/** The version whose facts hold, then what else was taken for granted. */
function assumptions({ kubernetes, assumptions: all }) {
	const place = kubernetes.origin === void 0 ? "" : ` (${shortPlaceText(kubernetes.origin)})`;
	const version = `Kubernetes ${kubernetes.minor}${kubernetes.assumed ? " (nothing says which)" : place}`;
	const texts = all.map(({ text, origin }) => text + (origin === void 0 ? "" : ` (${shortPlaceText(origin)})`));
	const unique = [...new Set(texts)];
	const more = unique.length - shownAssumptions;
	return [
		`${version} with its default roles and bindings`,
		...unique.slice(0, shownAssumptions),
		...more > 0 ? [`${more} more`] : []
	];
}
const shownRules = 4;
function notEvaluatedLines(run, options) {
	return listed("not evaluated: ", notEvaluated(run.notEvaluated, options), options);
}
/** One line for each reason. */
function notEvaluated(rules, { verbose }) {
	const byReason = /* @__PURE__ */ new Map();
	for (const { rule, reason } of rules.toSorted((a, b) => compareText(a.rule, b.rule))) byReason.set(reason, [...byReason.get(reason) ?? [], rule]);
	return [...byReason].map(([reason, names]) => {
		const more = verbose ? 0 : Math.max(0, names.length - shownRules);
		return `${[...names.slice(0, names.length - more), ...more > 0 ? [`${more} more`] : []].join(", ")} (${reason})`;
	});
}
/** Entries below each other, under the first. */
function listed(lead, entries, { width }) {
	const indentation = lead.length;
	return entries.flatMap((entry, index) => wrapped(index === 0 ? lead : " ".repeat(indentation), entry, width, {
		wrap: indentation + 2,
		ownLine: indentation
	}));
}
/** `1 finding`, `2 findings` */
function counted(count, noun) {
	return `${count} ${noun}${count === 1 ? "" : "s"}`;
}
//#endregion
//#region packages/report/src/shown-place.ts
/**
* Where tools that know only files show a finding: its own place, else, where no input wrote that, the first of its chain
* that one did.
*/
function shownPlace({ place, hops }) {
	for (const { origin } of [place, ...hops]) if (origin.kind === "text") return origin;
}
//#endregion
//#region packages/report/src/concise.ts
/**
* A line for each finding, as compilers and grep write places, so that editors can jump to them; then what was read, and
* the counts in the last line.
*/
function* renderConcise(run, { color }) {
	const paint = painter(color);
	for (const finding of run.findings) yield `${findingLine(finding, paint)}\n`;
	yield shortFooter(run);
}
function findingLine(finding, paint) {
	const { severity, ruleId, title, score, confidence, folded } = finding;
	const place = harmless(placeText(shownPlace(finding) ?? finding.place.origin));
	const rule = paint(severity, `${severity}[${printable(ruleId)}]`);
	const more = folded.length === 0 ? "" : ` (+${folded.length})`;
	return `${place}: ${rule} ${printable(title)} (${score.toFixed(1)}, ${confidence})${more}`;
}
//#endregion
//#region packages/report/src/secret-flows.ts
/** JSON inside a JSON string (`last-applied-configuration`) has its quotes escaped. */
const secretKind = /kind\\*["']?\s*:\s*\\*["']?Secret(?:List)?\\*["']?\s*(?:[,}#]|$)/m;
const dataFlow = /\b(?:data|stringData)(\\*)["']?\s*:\s*\{/g;
/** Whether an object of kind Secret may stand in the text. */
function namesSecret(text) {
	return secretKind.test(text);
}
/** The insides of `data: {…}` and `stringData: {…}` of Secrets written in flow style or JSON. */
function secretFlows(text) {
	if (!text.includes("{") || !namesSecret(text)) return [];
	const found = [];
	const flow = new RegExp(dataFlow);
	for (let match = flow.exec(text); match !== null; match = flow.exec(text)) {
		const start = match.index + match[0].length;
		const close = match[1] !== "" ? text.indexOf("\n", start) : closingBrace(text, start);
		const end = close < 0 ? text.length : close;
		found.push({
			start,
			end
		});
		flow.lastIndex = end;
	}
	return found;
}
/** Offset of the brace that closes the one before `from`; negative where none does. */
function closingBrace(text, from) {
	let depth = 1;
	let quote = "";
	for (let i = from; i < text.length; i++) {
		const character = text[i];
		if (quote !== "") {
			if (character === "\\" && quote === "\"") i++;
			else if (character === quote) quote = "";
		} else if (character === "\"" || character === "'" && /[\s:,{[]/.test(text[i - 1] ?? " ")) quote = character;
		else if (character === "{") depth++;
		else if (character === "}" && --depth === 0) return i;
	}
	return -1;
}
//#endregion
//#region packages/report/src/secrets.ts
/** Keys and flags whose scalar value is a credential: kubeconfig, OIDC, EncryptionConfiguration, kubeadm, programs. */
const secretKey = "(?:[\\w-]{0,250}[-_])?(?:token|password|passwd|secret|secret-key|client-key-data|private-key|api-key)|(?:access|id|refresh|bearer)Token|(?:client|shared)Secret|(?:private|secret|api)Key";
/** A key with its scalar; maps, lists, booleans and empty values tell nothing. */
const secretEntry = new RegExp(`(?<![\\w.-])(?:--)?(["']?)(?:${secretKey})\\1[ \\t]*(?::[ \\t]+|:(?=["'])|=)(?!(?:true|false|null|~|""|'')?[ \\t]*(?:[,}\\]#]|$))(?![|>{[&*])("(?:[^"\\\\]|\\\\.)*"?|'(?:[^']|'')*'?|[^\\s"'].*)`, "gi");
const spacedFlag = new RegExp(`(?<![\\w-])--(?:${secretKey})["',]*[ \\t]+["']?([^\\s"'-][^\\s"']*)`, "gi");
/** Values that are credentials wherever they stand. */
const secretShapes = [
	/(?<![\w-])(eyJ[\w-]{8,}\.[\w.-]*)/g,
	/(?<![\w.-])[a-z0-9]{6}\.([a-z0-9]{16})(?![\w.-])/g,
	/\b(?:Bearer|Basic)[ \t]+((?=\S*\d|\S{20})[\w.~+/=-]{6,})/gi,
	/(-----BEGIN [^-]*-----.*)/g,
	/(LS0tLS1CRUdJTi[\w+/=]*)/g,
	/:\/\/[^\s/:@"']*:([^\s/@"']+)@/g
];
/** A line of nothing but base64: the middle of a key or a certificate. */
const base64Line = /^[ \t]*[A-Za-z0-9+/]{32,}={0,2}[ \t]*$/;
const beyondBase64 = /[^A-Za-z0-9+/= \t]/;
/** True of every line that one of the patterns above finds something in; most lines are done with this. */
const mayHoldSecret = /token|passw|secret|key|eyJ|bearer|basic|-----BEGIN|LS0tLS1|:\/\/|[a-z0-9]{6}\.[a-z0-9]{16}|[a-z0-9+/]{32}/i;
const mapEntry = /^([ \t]*(?:-[ \t]+)*(?:"(?:[^"\\]|\\.)*"|'[^']*'|[\w.$/-]+)[ \t]*:[ \t]*)(\S.*)$/;
const blockIndicator = /^[|>][-+0-9]*[ \t]*(?:#.*)?$/;
/**
* Which parts of a line must not be shown. Rather too much than too little: what is hidden here is still in the file,
* and the place says where.
*/
function secretRanges(line, context) {
	if (context === "body") return wholeText(line);
	if (context === "plain" && !mayHoldSecret.test(line)) return [];
	const found = [];
	if (context === "entry") found.push(...line.length > longestPiece ? wholeText(line) : entryValue(line));
	if (context === "table") found.push(firstColumn(line));
	if (line.length > longestPiece ? !beyondBase64.test(line) : base64Line.test(line)) return wholeText(line);
	found.push(...line.length > longestPiece ? rangesByPieces(line) : rangesByWords(line));
	for (const flow of secretFlows(line)) found.push(flow);
	return merged(found);
}
/** What the words of a line, or of a piece of one, tell to be secret. */
function rangesByWords(line) {
	const found = [];
	for (const match of line.matchAll(secretEntry)) {
		const value = match[2] ?? "";
		const end = (match.index ?? 0) + match[0].length;
		found.push(scalarRange(line, end - value.length, value));
	}
	for (const pattern of [spacedFlag, ...secretShapes]) for (const match of line.matchAll(pattern)) {
		const value = match[1] ?? "";
		const start = (match.index ?? 0) + match[0].lastIndexOf(value);
		found.push({
			start,
			end: start + value.length
		});
	}
	return found;
}
/** A pattern that repeats over more than some megabytes overflows the stack of the engine that runs it. */
const longestPiece = 65536;
/** What one piece repeats of the one before, so that no key is cut from its value nor a prefix from its token. */
const overlap = 1024;
/** A line too long for the patterns, piece by piece; a secret that goes on behind a piece ends at a blank or quote. */
function rangesByPieces(line) {
	const found = [];
	for (let from = 0, next = 0; from < line.length; from = next) {
		const piece = line.slice(from, from + longestPiece);
		next = from + longestPiece - overlap;
		if (!mayHoldSecret.test(piece)) continue;
		for (const { start, end } of rangesByWords(piece)) {
			const isCut = end >= piece.length && from + piece.length < line.length;
			const until = isCut ? endOfWord(line, from + piece.length) : from + end;
			found.push({
				start: from + start,
				end: until
			});
			if (isCut) next = Math.max(next, until - overlap);
		}
	}
	return found;
}
function endOfWord(line, from) {
	const end = /["'\s]/g;
	end.lastIndex = from;
	return end.exec(line)?.index ?? line.length;
}
/** Stands for any secret, so that not even its length is told. */
const secretMask = "******";
function wholeText(line) {
	const start = line.search(/\S/);
	return !/\w/.test(line) ? [] : [{
		start,
		end: line.trimEnd().length
	}];
}
function entryValue(line) {
	const match = mapEntry.exec(line);
	if (match === null) return wholeText(line);
	const [, key = "", value = ""] = match;
	if (blockIndicator.test(value)) return [];
	return [{
		start: key.length,
		end: line.trimEnd().length
	}];
}
/** Token or password: the first column (apiserver token/tokenfile NewCSV; a quoted one may hold commas). */
function firstColumn(line) {
	const quoted = /^"(?:[^"]|"")*"/.exec(line);
	const comma = line.indexOf(",");
	return {
		start: 0,
		end: quoted?.[0].length ?? (comma < 0 ? line.length : comma)
	};
}
/** A plain scalar in a flow ends at `,` or `}`; elsewhere it may hold both. */
function scalarRange(line, start, value) {
	if (value.startsWith("\"") || value.startsWith("'")) return {
		start,
		end: start + value.length
	};
	const end = line[start - 1] === "=" ? value.search(/[\s"']/) : line.lastIndexOf("{", start) >= 0 ? value.search(/[,}]/) : -1;
	return {
		start,
		end: start + (end < 0 ? value.trimEnd().length : end)
	};
}
function merged(ranges) {
	const sorted = ranges.filter(({ start, end }) => end > start).toSorted((a, b) => a.start - b.start || a.end - b.end);
	const result = [];
	for (const range of sorted) {
		const last = result.at(-1);
		if (last !== void 0 && range.start < last.end) result[result.length - 1] = {
			start: last.start,
			end: Math.max(last.end, range.end)
		};
		else result.push(range);
	}
	return result;
}
/** A line (counted from 1) without its break and without a byte order mark; long ones are not searched for either. */
function rawLine(source, line) {
	const starts = lineStarts(source);
	const start = line === 1 && source.text.startsWith("﻿") ? 1 : starts[line - 1] ?? source.text.length;
	let end = starts[line] ?? source.text.length;
	while (end > start && (source.text[end - 1] === "\n" || source.text[end - 1] === "\r")) end--;
	return source.text.slice(start, end);
}
//#endregion
//#region packages/report/src/regions.ts
/** Stands for the root of the repository; declared without a URI, so that no path of this machine is told. */
const sourceRoot = "%SRCROOT%";
/** The span, or the part of it in its first line. */
function regionOf({ source, start, end }) {
	const { line, column } = positionAt(source, start);
	const last = positionAt(source, end);
	const lineEnd = rawLine(source, line).length + 1;
	const endColumn = last.line === line ? last.column : lineEnd;
	return {
		startLine: line,
		startColumn: column,
		endLine: line,
		endColumn: Math.max(column, endColumn)
	};
}
function physicalLocation(uri, region) {
	return {
		artifactLocation: {
			uri,
			uriBaseId: sourceRoot
		},
		region: { ...region }
	};
}
/** The URI reference (RFC 3986) of each text's path from the root of the repository. */
function repositoryUris(base, pathInRepository) {
	return oncePerText(base, pathInRepository, (segments) => segments.map((segment) => encodeURIComponent(segment.replace(/\p{Cs}/gu, "�"))).join("/"));
}
/** The path of each text from the root of the repository, as git writes it. */
function repositoryPathsOf(base, pathInRepository) {
	return oncePerText(base, pathInRepository, (segments) => segments.join("/"));
}
function oncePerText(base, pathInRepository, join) {
	const known = /* @__PURE__ */ new Map();
	const placeOf = (path) => {
		if (pathInRepository === void 0 || isNoFile(path)) return joined(repositorySegments(path, base), join);
		const inside = pathInRepository(path);
		return inside === void 0 ? void 0 : joined(repositorySegments(inside, ""), join);
	};
	return ({ path }) => {
		if (!known.has(path)) known.set(path, placeOf(path));
		return known.get(path);
	};
}
function joined(segments, join) {
	return segments === void 0 ? void 0 : join(segments);
}
/** Standard input has a name like this. */
function isNoFile(path) {
	return /^<[^/]*>$/.test(path);
}
/**
* Path of a text from the root of the repository, segment by segment; undefined for what is no file of it: standard input
* (`<stdin>`), files elsewhere. A place is never invented, nor a path of this machine told.
*
* `base` is the folder, from the root, that the paths of the run start from.
*/
function repositorySegments(path, base) {
	if (isNoFile(path) || /^(?:[\\/]|[A-Za-z]:[\\/])/.test(path)) return void 0;
	const segments = [];
	for (const segment of [...base.split("/"), ...path.split("/")]) {
		if (segment === "" || segment === ".") continue;
		if (segment !== "..") segments.push(segment);
		else if (segments.pop() === void 0) return void 0;
	}
	return segments.length === 0 ? void 0 : segments;
}
//#endregion
//#region packages/report/src/short-fingerprint.ts
/** Enough digits to name one finding of a run: two of ten thousand share them once in five million runs. */
const digits = 12;
/** The fingerprint as people type it. */
function shortFingerprint({ fingerprint }) {
	return fingerprint.slice(0, digits);
}
//#endregion
//#region packages/report/src/github.ts
const commandOf = {
	critical: "error",
	high: "error",
	medium: "warning",
	low: "notice",
	info: "notice"
};
/** GitHub shows as many of each kind for a step, and drops the others without a word (actions/toolkit, problem matchers: limitations). */
const annotationsOfAKind = 10;
/**
* Workflow commands that annotate a pull request: the most severe findings of each kind, as many as GitHub shows; then
* what was left out, what was read, and the counts, as plain lines of the log.
*/
function* renderGithub(run, options = {}) {
	const pathOf = repositoryPathsOf(options.base ?? "", options.pathInRepository);
	const left = {
		error: annotationsOfAKind,
		warning: annotationsOfAKind,
		notice: annotationsOfAKind
	};
	for (const finding of run.findings) if (--left[commandOf[finding.severity]] >= 0) yield `${annotation(finding, pathOf)}\n`;
	const cut = [
		"error",
		"warning",
		"notice"
	].flatMap((command) => left[command] < 0 ? [counted(-left[command], command)] : []);
	if (cut.length > 0) yield `not annotated: ${cut.join(", ")}: GitHub shows ${annotationsOfAKind} of each kind; -f pretty, json and sarif have all\n`;
	yield shortFooter(run);
}
/** `::error file=…,line=…::message`, as @actions/core issueCommand writes it. */
function annotation(finding, pathOf) {
	const { severity, ruleId, score, confidence } = finding;
	const properties = Object.entries({
		...placeProperties(finding, pathOf),
		title: `${printable(ruleId)} (${severity} ${score.toFixed(1)}, ${confidence})`
	}).map(([key, value]) => `${key}=${escapeProperty(value)}`);
	return `::${commandOf[severity]} ${properties.join(",")}::${escapeData(messageOf(finding, pathOf))}`;
}
/** Nothing for what is written in no file of the repository: GitHub then shows the annotation without a place. */
function placeProperties(finding, pathOf) {
	const origin = shownPlace(finding);
	const file = origin === void 0 ? void 0 : pathOf(origin.source);
	if (origin === void 0 || file === void 0) return {};
	const { startLine, endLine, startColumn, endColumn } = regionOf(origin);
	const place = {
		file: printable(file),
		line: startLine,
		endLine,
		col: startColumn,
		endColumn
	};
	return Object.fromEntries(Object.entries(place).map(([key, value]) => [key, String(value)]));
}
function messageOf(finding, pathOf) {
	const { title, place, folded, remedies } = finding;
	const isOutside = place.origin.kind === "text" && pathOf(place.origin.source) === void 0;
	const where = place.origin.kind === "built-in" || isOutside ? ` (${placeText(place.origin)})` : "";
	const remedy = remedies[0]?.text.split("\n").map(printable).join("\n");
	return [
		printable(title) + where,
		...folded.length === 0 ? [] : [`folded into it: ${folded.length}`],
		...remedy === void 0 ? [] : [`help: ${remedy}`],
		`authgraph explain ${shortFingerprint(finding)}`
	].join("\n");
}
/** As @actions/core escapes what follows `::` (toolkit packages/core/src/command.ts escapeData). */
function escapeData(text) {
	return text.replace(/%/g, "%25").replace(/\r/g, "%0D").replace(/\n/g, "%0A");
}
/** As @actions/core escapes the value of a property (the same file, escapeProperty). */
function escapeProperty(text) {
	return escapeData(text).replace(/:/g, "%3A").replace(/,/g, "%2C");
}
//#endregion
//#region packages/report/src/vertex-words.ts
/** `User jane`, `any ServiceAccount of dev`, `cluster-admin`: a place on the way; printable. */
function vertexWords(vertex) {
	switch (vertex.kind) {
		case "identity": return keyWords$1(vertex.key);
		case "any-account": return `any ServiceAccount${ofNamespace(vertex.namespace)}`;
		case "any-user": return vertex.groups ? "any user, in any group" : "any user";
		case "pods": return `the pods${ofNamespace(vertex.namespace)}`;
		case "secrets": return `the Secrets${ofNamespace(vertex.namespace)}`;
		case "nodes": return "the nodes";
		case "role": {
			const { kind, name } = roleParts(vertex.role);
			return `${name === "*" ? `any ${kind}` : objectWords(kind, name, "")} ${vertex.namespace === void 0 ? "everywhere" : `in ${printable(vertex.namespace)}`}`;
		}
		case "namespace-admin": return vertex.namespace === void 0 ? "admin of every namespace" : `admin of ${printable(vertex.namespace)}`;
		case "cluster-admin": return "cluster-admin";
	}
}
/** The words of a key: `User x`, `Group x`, or the account that a user name stands for; printable. */
function keyWords$1(key) {
	return key.startsWith("User ") ? identityWords({
		user: key.slice(5),
		groups: []
	}) : printable(key);
}
/** The same for programs: what it is, and the names in it. */
function vertexValue(vertex) {
	switch (vertex.kind) {
		case "identity": return subjectOfKey(vertex.key);
		case "any-account":
		case "pods":
		case "secrets":
		case "namespace-admin": return {
			kind: vertex.kind,
			...inNamespace(vertex.namespace)
		};
		case "any-user": return {
			kind: vertex.kind,
			groups: vertex.groups
		};
		case "role": return {
			kind: vertex.kind,
			role: roleParts(vertex.role),
			...inNamespace(vertex.namespace)
		};
		case "nodes":
		case "cluster-admin": return { kind: vertex.kind };
	}
}
function subjectOfKey(key) {
	const [, namespace, account] = /^User system:serviceaccount:([^:]*):([^:]*)$/s.exec(key) ?? [];
	if (account !== void 0) return {
		kind: "ServiceAccount",
		name: account,
		...inNamespace(namespace)
	};
	const space = key.indexOf(" ");
	return {
		kind: key.slice(0, space),
		name: key.slice(space + 1)
	};
}
function ofNamespace(namespace) {
	return namespace === void 0 ? "" : ` of ${printable(namespace)}`;
}
/** `rbac.authorization.k8s.io/Role/web/reader`. */
function roleParts(key) {
	const [, kind = "", namespace = "", ...name] = key.split("/");
	return {
		kind,
		name: name.join("/"),
		...namespace === "" ? {} : { namespace }
	};
}
function inNamespace(namespace) {
	return namespace === void 0 ? {} : { namespace };
}
//#endregion
//#region packages/report/src/graph-words.ts
const nodeAttributes = [
	"label",
	"kind",
	"places",
	"rules"
];
const edgeAttributes = [
	"label",
	"kind",
	"places",
	"step",
	"phrase",
	"confidence",
	"assumption",
	"obstacles"
];
/** `""` where there is nothing to say. */
function nodeWords(node) {
	if (node.node === "vertex") {
		const { vertex, origin } = node;
		const label = vertexWords(vertex);
		return {
			label,
			kind: vertex.kind === "identity" ? label.split(" ")[0] ?? "" : vertex.kind,
			places: origin === void 0 ? "" : placeText(origin),
			rules: ""
		};
	}
	const { kind, name, namespace, definitions } = node;
	return {
		label: objectWords(kind, name, namespace),
		kind,
		places: definitions.map(({ entry }) => placeText(entry.object.meta.name.origin)).join("\n"),
		rules: [...new Set(definitions.flatMap(({ rules }) => rules))].map(ruleText).join("\n")
	};
}
function edgeWords(edge) {
	if (edge.edge === "binding") {
		const { object, namespace } = edge.binding.entry;
		const label = objectWords(object.kind, object.meta.name.value, namespace);
		const places = [object.meta.name.origin, edge.subject.origin].map(placeText).join("\n");
		return {
			...noStep,
			label,
			kind: "binding",
			places
		};
	}
	const { kind, phrase, confidence, assumption = "", obstacles, grants } = edge.step;
	return {
		label: printable(phrase),
		kind: "step",
		places: grants.map(grantPlaces).join("\n"),
		step: kind,
		phrase: printable(phrase),
		confidence,
		assumption: printable(assumption),
		obstacles: obstacles.map(printable).join("\n")
	};
}
const noStep = {
	step: "",
	phrase: "",
	confidence: "",
	assumption: "",
	obstacles: ""
};
function grantPlaces({ binding, rule }) {
	return [binding.entry.object.meta.name.origin, rule.origin].map(placeText).join("\n");
}
function ruleText(rule) {
	return printable(jsonText(ruleValue(rule)));
}
//#endregion
//#region packages/report/src/graph-dot.ts
/** The graph in the language of Graphviz: subjects on the left, what they hold or reach on the right. */
function* renderDot(exported) {
	yield "digraph authgraph {\n  rankdir=LR\n  node [shape=box]\n";
	const ids = /* @__PURE__ */ new Map();
	for (const node of exported.nodes) {
		const id = idOf(node.id, ids.size);
		ids.set(node.id, id);
		const { label, kind, places } = nodeWords(node);
		yield `  ${id} ${attributes({
			label: escString(label),
			kind,
			tooltip: escString(places),
			...drawn(node)
		})}\n`;
	}
	for (const edge of exported.edges()) {
		const { label, kind, step, phrase, confidence, assumption, obstacles, places } = edgeWords(edge);
		const common = {
			kind,
			step,
			confidence,
			tooltip: escString([
				phrase,
				assumption && `assumed: ${assumption}`,
				obstacles,
				places
			].filter((line) => line !== "").join("\n"))
		};
		const look = edge.edge === "binding" ? { label: escString(label) } : {
			label: step,
			style: "dashed",
			color: "firebrick"
		};
		yield `  ${ids.get(edge.from)} -> ${ids.get(edge.to)} ${attributes({
			...look,
			...common
		})}\n`;
	}
	yield "}\n";
}
/** An id is any quoted text; a number stands for one that could not be printed as it is. */
function idOf(id, index) {
	return printable(id) === id ? quoted(id.replaceAll("\\", "\\\\")) : `n${index}`;
}
function drawn(node) {
	if (node.node === "role") return node.definitions.length === 0 ? { style: "dotted" } : {};
	switch (node.vertex.kind) {
		case "identity": return { shape: "ellipse" };
		case "any-account":
		case "any-user":
		case "pods":
		case "secrets":
		case "nodes":
		case "role": return { shape: "hexagon" };
		case "namespace-admin":
		case "cluster-admin": return { shape: "doubleoctagon" };
	}
}
function attributes(values) {
	return `[${Object.entries(values).filter(([, value]) => value !== "").map(([name, value]) => `${name}=${quoted(value)}`).join(" ")}]`;
}
/** Text of a label or tooltip: there a backslash begins an escape (Graphviz: escString). */
function escString(text) {
	return text.replaceAll("\\", "\\\\").replaceAll("\n", "\\n");
}
/** In a quoted text only the quote itself is escaped (Graphviz: the DOT language). */
function quoted(text) {
	return `"${text.replaceAll("\"", "\\\"")}"`;
}
//#endregion
//#region packages/report/src/graph-graphml.ts
/** The graph as GraphML (graphml.graphdrawing.org), as Gephi, yEd and NetworkX read it: every attribute a string. */
function* renderGraphml(exported) {
	yield head;
	yield "  <key id=\"id\" for=\"node\" attr.name=\"id\" attr.type=\"string\"/>\n";
	for (const name of nodeAttributes) yield `  <key id="node-${name}" for="node" attr.name="${name}" attr.type="string"/>\n`;
	for (const name of edgeAttributes) yield `  <key id="edge-${name}" for="edge" attr.name="${name}" attr.type="string"/>\n`;
	yield "  <graph id=\"authgraph\" edgedefault=\"directed\">\n";
	const tokens = /* @__PURE__ */ new Map();
	for (const node of exported.nodes) {
		const token = `n${tokens.size}`;
		tokens.set(node.id, token);
		const words = nodeWords(node);
		const data = nodeAttributes.map((name) => dataElement(`node-${name}`, words[name]));
		yield `    <node id="${token}">${dataElement("id", printable(node.id))}${data.join("")}</node>\n`;
	}
	let edges = 0;
	for (const edge of exported.edges()) {
		const words = edgeWords(edge);
		const data = edgeAttributes.map((name) => dataElement(`edge-${name}`, words[name])).join("");
		const ends = `source="${tokens.get(edge.from)}" target="${tokens.get(edge.to)}"`;
		yield `    <edge id="e${edges++}" ${ends}>${data}</edge>\n`;
	}
	yield "  </graph>\n</graphml>\n";
}
const namespace = "http://graphml.graphdrawing.org/xmlns";
const head = `<?xml version="1.0" encoding="UTF-8"?>
<graphml xmlns="${namespace}" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xsi:schemaLocation="${namespace} ${namespace}/1.0/graphml.xsd">
`;
function dataElement(key, value) {
	return value === "" ? "" : `<data key="${key}">${escaped(value)}</data>`;
}
/** Printable text has none of the characters that XML 1.0 (§2.2) forbids but the last two of its plane. */
function escaped(text) {
	if (!/[&<>\ufffe\uffff]/.test(text)) return text;
	return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;").replaceAll("￾", "\\u{fffe}").replaceAll("￿", "\\u{ffff}");
}
//#endregion
//#region packages/report/src/graph-values.ts
/** What the JSON says of a node, besides its id. */
function nodeValue(node) {
	if (node.node === "vertex") {
		const { vertex, origin } = node;
		return {
			...vertexValue(vertex),
			label: vertexWords(vertex),
			...origin === void 0 ? {} : { origins: [place$2(origin)] }
		};
	}
	const { kind, name, namespace, definitions, id } = node;
	return {
		kind,
		name,
		...namespace === "" ? {} : { namespace },
		label: id,
		origins: definitions.map(({ entry }) => place$2(entry.object.meta.name.origin)),
		rules: [...new Set(definitions.flatMap(({ rules }) => rules))].map(placedRule)
	};
}
/** What the JSON says of an edge, besides its ends and its name. */
function edgeValue(edge) {
	return edge.edge === "binding" ? bindingEdgeValue(edge.binding, edge.subject) : stepEdgeValue(edge.step);
}
function bindingEdgeValue(binding, subject) {
	return {
		kind: "binding",
		binding: bindingValue(binding),
		origin: place$2(subject.origin)
	};
}
function stepEdgeValue({ kind, phrase, confidence, assumption, obstacles, grants }) {
	return {
		kind: "step",
		step: kind,
		phrase,
		confidence,
		...assumption === void 0 ? {} : { assumption },
		obstacles,
		grants: grants.map(throughValue)
	};
}
/** A grant in short, with the place of its rule: the role says the rest. */
function throughValue({ binding, rule }) {
	return {
		binding: bindingValue(binding),
		origin: place$2(rule.origin)
	};
}
function bindingValue({ entry: { object, namespace } }) {
	return objectValue(object.kind, object.meta.name, namespace);
}
function placedRule(rule) {
	return {
		...ruleValue(rule),
		origin: place$2(rule.origin)
	};
}
//#endregion
//#region packages/report/src/graph-json.ts
/**
* The graph as graphlib's `json.write` gives it, for its `json.read`; `docs/schemas/graph.schema.json` says what stands
* in the values. One node or edge to a line.
*/
async function renderGraphJson(exported, { kubernetes, assumptions }) {
	const { Graph, json } = await import("./graphlib.esm.mjs");
	const graph = new Graph({
		directed: true,
		multigraph: true
	});
	for (const node of exported.nodes) graph.setNode(node.id, nodeValue(node));
	for (const edge of exported.edges()) graph.setEdge(edge.from, edge.to, edgeValue(edge), edge.name);
	graph.setGraph({
		schemaVersion: 1,
		kubernetes: kubernetesValue(kubernetes),
		assumptions: assumptions.map(assumptionValue)
	});
	return jsonLines(json.write(graph));
}
function* jsonLines(graph) {
	yield* jsonObject([
		{
			key: "options",
			value: graph.options
		},
		{
			key: "value",
			value: graph.value
		},
		{
			key: "nodes",
			list: graph.nodes
		},
		{
			key: "edges",
			list: graph.edges
		}
	]);
	yield "\n";
}
//#endregion
//#region packages/report/src/json.ts
/** Counts up when a program that reads the format would have to change. */
const schemaVersion = 1;
/** The report for programs: `docs/schemas/run.schema.json` says what stands where. */
function* renderJson(run) {
	const { kubernetes } = run;
	yield* jsonObject([
		{
			key: "schemaVersion",
			value: schemaVersion
		},
		{
			key: "tool",
			value: {
				name: "authgraph",
				version: run.toolVersion
			}
		},
		{
			key: "kubernetes",
			value: kubernetesValue(kubernetes)
		},
		{
			key: "findings",
			list: each$1(run.findings, findingValue)
		},
		{
			key: "diagnostics",
			list: each$1(sortedDiagnostics(run.diagnostics), ({ id, level, message, origin }) => ({
				id,
				level,
				message,
				place: place$2(origin)
			}))
		},
		{
			key: "coverage",
			value: coverageValue(run.coverage)
		},
		{
			key: "notEvaluated",
			list: each$1(run.notEvaluated, ({ rule, reason }) => ({
				rule,
				reason
			}))
		},
		{
			key: "assumptions",
			list: each$1(run.assumptions, ({ text, origin }) => ({
				text,
				...optionalPlace(origin)
			}))
		},
		{
			key: "rules",
			list: each$1(run.rules, ({ id, title, severity }) => ({
				id,
				title,
				severity
			}))
		}
	]);
	yield "\n";
}
function* each$1(values, map) {
	for (const value of values) yield map(value);
}
/** One finding as it stands in the whole report, for programs that ask for it alone. */
function* renderFindingJson(finding) {
	yield `${jsonText(findingValue(finding))}\n`;
}
function findingValue(finding) {
	return {
		...riskValue(finding),
		folded: finding.folded.map(riskValue)
	};
}
function riskValue(risk) {
	const { fingerprint, severity, ruleId, title, score, confidence, notes, identity, cause, also } = risk;
	return {
		fingerprint,
		severity,
		ruleId,
		title,
		score,
		confidence,
		place: hopValue(risk.place),
		hops: risk.hops.map(hopValue),
		notes: notes.map(({ kind, text }) => ({
			kind,
			text
		})),
		remedies: risk.remedies.map(remedyValue),
		identity: {
			subject: identity.subject,
			object: identity.object
		},
		cause,
		also
	};
}
function hopValue({ origin, label, step }) {
	return {
		...place$2(origin),
		label,
		...step === void 0 ? {} : { step }
	};
}
function remedyValue({ text, edits }) {
	return {
		text,
		edits: edits.map(({ origin, replacement }) => ({
			...place$2(origin),
			replacement
		}))
	};
}
function coverageValue(coverage) {
	const { filesSeen, filesRead, filesSkipped, documentsSeen, documents, objects, components } = coverage;
	return {
		filesSeen,
		filesRead,
		filesSkipped: sortedSkips(filesSkipped).map(({ path, reason }) => ({
			path,
			reason
		})),
		documentsSeen,
		documents: {
			evaluated: documents.evaluated,
			"not-ours": documents["not-ours"],
			template: documents.template,
			patch: documents.patch,
			refused: documents.refused,
			empty: documents.empty,
			overwritten: documents.overwritten
		},
		objects,
		components
	};
}
//#endregion
//#region packages/report/src/paths-words.ts
/** `User jane`, `read-secrets in dev`, `cluster-admin`; printable. */
function endWords(end) {
	switch (end.end) {
		case "identity": return keyWords$1(end.key);
		case "cluster-admin": return "cluster-admin";
		case "power": return end.namespace === void 0 ? end.power : `${end.power} in ${printable(end.namespace)}`;
	}
}
/** What somebody does or is by a step: `can run pods as …`, `is in Group …`; printable. */
function stepWords({ powerId, phrase }) {
	return printable(powerId === void 0 ? phrase : `can ${phrase}`);
}
/** What a grant of a step is asked for there: its rule may give much else. */
function askedOf({ power }, grant) {
	const witness = power?.witnesses.find((one) => one.grant === grant);
	if (witness === void 0) return void 0;
	const { verb, apiGroup, resource, subresource } = witness.ask;
	return {
		kind: "resource",
		verb,
		apiGroup,
		resource,
		subresource,
		namespace: "",
		name: ""
	};
}
/** How many start on each way, most first: `3 by pods of their own, 1 by impersonation`. */
function waysOf(routes) {
	const counts = /* @__PURE__ */ new Map();
	for (const { path, others } of routes) {
		const way = path.steps.map(({ kind }) => wayOf[kind]).find((word) => word !== void 0) ?? "by what they are";
		counts.set(way, (counts.get(way) ?? 0) + 1 + others.length);
	}
	return [...counts].sort(([one, a], [other, b]) => b - a || (one < other ? -1 : 1)).map(([way, count]) => `${count} ${way}`).join(", ");
}
/** Who starts on some routes, themselves alone. */
function identitiesOf(routes) {
	return routes.reduce((sum, { others }) => sum + 1 + others.length, 0);
}
/** Undefined for what follows by itself. */
const wayOf = {
	"create-pod": "by pods of their own",
	"write-workload": "by workloads of their own",
	"enter-pod": "by entering pods",
	"request-token": "by tokens they request",
	"read-token-secret": "by tokens in Secrets",
	"create-token-secret": "by token Secrets of their own",
	impersonate: "by impersonation",
	"bind-role": "by binding roles",
	"escalate-role": "by changing roles",
	"approve-certificate": "by certificates they approve",
	"reach-kubelet": "through kubelets",
	"node-credential": "by the credential of a node",
	"mount-host-path": "by folders of nodes",
	"relabel-namespace": "by relabelling namespaces",
	"run-privileged": "by privileged pods",
	"control-admission": "by admission webhooks",
	"replace-api-server": "by API servers of their own",
	"inject-aggregate": "by rules for an aggregated role",
	"write-identity-map": "by the mapping of identities",
	"member-of": void 0,
	"one-of-accounts": void 0,
	"one-of-users": void 0,
	"token-in-secret": void 0,
	"pod-runs-as": void 0,
	"pods-on-node": void 0,
	controllers: void 0,
	"holds-everything": "by a role that gives everything"
};
//#endregion
//#region packages/report/src/paths-json.ts
/** The ways to climb for programs: `docs/schemas/paths.schema.json` says what stands where. One path to a line. */
function* renderPathsJson(answer, context) {
	const { from, to, confidence, already, routes } = answer;
	const shown = routes.slice(0, context.limit);
	yield* jsonObject([
		{
			key: "schemaVersion",
			value: 1
		},
		{
			key: "kubernetes",
			value: kubernetesValue(context.kubernetes)
		},
		{
			key: "question",
			value: {
				...from === void 0 ? {} : { from: endValue(from) },
				to: endValue(to),
				confidence
			}
		},
		{
			key: "already",
			list: each(already, holdingValue)
		},
		{
			key: "paths",
			list: each(shown, routeValue)
		},
		{
			key: "total",
			value: {
				paths: routes.length,
				identities: identitiesOf(routes)
			}
		},
		{
			key: "assumptions",
			list: each(context.assumptions, assumptionValue)
		}
	]);
	yield "\n";
}
function* each(values, map) {
	for (const value of values) yield map(value);
}
function endValue(end) {
	switch (end.end) {
		case "identity": return endOf(identityVertex(end.key));
		case "cluster-admin": return endOf({ kind: "cluster-admin" });
		case "power": {
			const { power, namespace } = end;
			return {
				kind: "power",
				power,
				...namespace === void 0 ? {} : { namespace }
			};
		}
	}
}
function endOf(vertex) {
	return {
		...vertexValue(vertex),
		text: vertexWords(vertex)
	};
}
function holdingValue({ who, grants }) {
	return {
		who: endOf(who),
		grants: grants.map(grantValue)
	};
}
function routeValue({ path, others, members, gains }) {
	const { steps, confidence, assumedHops } = path;
	return {
		from: endOf(steps[0].from),
		length: steps.length,
		confidence,
		assumedHops,
		steps: steps.map(stepValue),
		...gains === void 0 ? {} : { gains: {
			phrase: gains.phrase,
			grants: gains.grants.map(grantValue)
		} },
		others: others.map(otherValue),
		members
	};
}
/** Another start of the same path: what differs is its first step. */
function otherValue({ steps: [first] }) {
	return {
		from: endOf(first.from),
		grants: first.grants.map(grantValue)
	};
}
function stepValue(step) {
	const { kind, to, phrase, powerId, confidence, assumption, obstacles, grants, hops } = step;
	return {
		kind,
		to: endOf(to),
		phrase,
		...powerId === void 0 ? {} : { power: powerId },
		confidence,
		...assumption === void 0 ? {} : { assumption },
		obstacles,
		grants: grants.map(grantValue),
		places: hops.map(({ label, origin }) => ({
			label,
			origin: place$2(origin)
		}))
	};
}
//#endregion
//#region packages/report/src/paths-text.ts
/** Of those who are there already, and of those who share a route, nobody reads more. */
const namesShown = 5;
/** The ways to climb for a person: shortest first, each step with its proof. */
function* renderPaths(answer, context) {
	const paint = painter(context.color);
	const { already, routes, confidence } = answer;
	const shown = routes.slice(0, context.limit);
	if (already.length > 0) yield* alreadyLines(answer, paint);
	if (shown.length > 0) {
		yield `${already.length > 0 ? "\n" : ""}${paint("strong", `${titleOf(answer)}, shortest first:`)}\n`;
		const told = /* @__PURE__ */ new Set();
		for (const [index, route] of shown.entries()) yield* routeLines(route, index + 1, answer, told, paint);
	} else if (already.length === 0) yield `${paint("added", "no path")} ${titleOf(answer).replace(/^paths /, "")}\n`;
	yield "\n";
	const rest = routes.slice(shown.length);
	if (rest.length > 0) yield `and ${restWords(rest, answer)} (--limit 0 shows all)\n`;
	if (confidence !== "possible") yield "note: steps that need something unknown are left out: --confidence possible\n";
	yield* assumedLines(context);
}
function titleOf({ from, to }) {
	switch (from?.end) {
		case void 0: return `paths to ${endWords(to)}`;
		case "identity":
		case "cluster-admin": return `paths from ${endWords(from)} to ${endWords(to)}`;
		case "power": return `paths of those who have ${endWords(from)}, to ${endWords(to)}`;
	}
}
function* alreadyLines({ already, to }, paint) {
	yield `${paint("strong", `${{
		power: "have it already",
		identity: "cluster-admin, and so anybody",
		"cluster-admin": "cluster-admin already"
	}[to.end]}:`)}\n`;
	yield* tableLines(already.slice(0, namesShown).map(alreadyRow));
	if (already.length > namesShown) yield `  and ${already.length - namesShown} more (-f json has them all)\n`;
}
function alreadyRow({ who, grants: [grant] }) {
	if (grant === void 0) return [vertexWords(who)];
	const [binding, , role] = hopsOf(grant, void 0);
	return [
		vertexWords(who),
		`${binding?.text}, ${role?.text}`,
		binding?.place ?? ""
	];
}
/** Proofs are told once: many paths end alike. */
function* routeLines(route, number, answer, told, paint) {
	const { path, gains, others } = route;
	const { steps, confidence } = path;
	const length = `${steps.length} ${steps.length === 1 ? "step" : "steps"}`;
	const sureness = paint(confidence === "certain" ? "strong" : "medium", confidence);
	yield `\n${paint("high", headOf$1(route, answer, number))}: ${length}, ${sureness}\n`;
	const proofs = steps.map(proofOf);
	const width = widthOf(steps.flatMap((step, index) => told.has(step) ? [] : proofs[index] ?? []));
	for (const [index, step] of steps.entries()) {
		const proof = proofs[index] ?? [];
		const isRepeated = told.has(step) && proof.length > 0;
		yield `  ${index + 1}. ${stepWords(step)}${isRepeated ? " (as above)" : ""}\n`;
		if (!isRepeated) yield* hopLines$1(proof, paint, width);
		told.add(step);
	}
	if (answer.to.end === "identity" && steps.at(-1)?.to.kind === "cluster-admin") yield `     and so act as ${endWords(answer.to)}\n`;
	if (gains !== void 0) {
		yield `     which can ${printable(gains.phrase)}\n`;
		for (const grant of gains.grants) yield* hopLines$1(hopsOf(grant, void 0), paint);
	}
	yield* othersLines(others, answer);
}
function* hopLines$1(hops, paint, width = widthOf(hops)) {
	for (const { word, text, place } of hops) {
		const gap = place === "" ? "" : " ".repeat(width - textWidth(text) + 2);
		yield `     ${paint("gutter", word.padEnd(8))} ${text}${gap}${place}\n`;
	}
}
function widthOf(hops) {
	return Math.max(0, ...hops.map(({ text, place }) => place === "" ? 0 : textWidth(text)));
}
function headOf$1({ path, others, members }, { from }, number) {
	if (from?.end === "identity") return `path ${number}`;
	const starts = [path, ...others.slice(0, 1)].map(({ steps: [first] }) => vertexWords(first.from));
	const known = members === 0 ? "" : `, with ${members} known members`;
	return others.length < 2 ? starts.join(" and ") + known : `${starts[0]} and ${others.length} more${known}`;
}
/** What makes a step possible, what it takes for granted, and what may stop it. */
function proofOf(step) {
	const { grants, assumption, obstacles } = step;
	return [
		...grants.length > 0 ? proofLines(step) : roleLines(step),
		...assumption === void 0 ? [] : [{
			word: "assumed",
			text: printable(assumption),
			place: ""
		}],
		...obstacles.map((text) => ({
			word: "obstacle",
			text: printable(text),
			place: ""
		}))
	];
}
/** What several grants share is told once. What Kubernetes ships has no place of its own. */
function proofLines(step) {
	const told = /* @__PURE__ */ new Map();
	for (const grant of step.grants) {
		const hops = hopsOf(grant, askedOf(step, grant));
		const [binding, , role] = hops;
		const through = {
			word: "through",
			text: `${binding?.text}, ${role?.text} (${role?.place})`,
			place: ""
		};
		const isShipped = grant.binding.entry.object.origin.kind === "built-in";
		for (const hop of isShipped ? [through] : hops) told.set(`${hop.word} ${hop.text} ${hop.place}`, hop);
	}
	return [...told.values()];
}
/** Of a role that somebody bound to themselves: no binding is there yet. Other steps say their place by themselves. */
function roleLines({ from, power }) {
	if (from.kind !== "role" || power === void 0) return [];
	return power.witnesses.flatMap(({ grant }) => hopsOf(grant, void 0).filter(({ word }) => word === "role" || word === "rule"));
}
function* othersLines(others, { from }) {
	if (others.length === 0) return;
	yield from?.end === "identity" ? "  the same through\n" : "  the same for\n";
	const rows = others.slice(0, namesShown).map(({ steps: [first] }) => {
		const { words, places } = bindingsOf(first);
		return [
			...from?.end === "identity" ? [] : [vertexWords(first.from)],
			words,
			places
		];
	});
	for (const line of tableLines(rows)) yield `  ${line}`;
	if (others.length > namesShown) yield `    and ${others.length - namesShown} more (-f json has them all)\n`;
}
function bindingsOf({ grants }) {
	const bindings = [...new Set(grants.map(({ binding }) => binding.entry))];
	return {
		words: bindings.map(({ object, namespace }) => objectWords(object.kind, object.meta.name.value, namespace)).join(", "),
		places: bindings.map(({ object }) => placeText(object.meta.name.origin)).join(", ")
	};
}
function restWords(rest, { from }) {
	if (from?.end === "identity") return `${rest.length} longer or less sure ones`;
	const count = identitiesOf(rest);
	return `${count} more ${count === 1 ? "identity" : "identities"}: ${waysOf(rest)}`;
}
//#endregion
//#region packages/report/src/excerpt.ts
/** Plain ASCII without `##`: columns are units. */
const asItIs = /^(?!.*##)[\x20-\x7e]*$/;
const ellipsis = "...";
/**
* A line for a person: escaped, secrets hidden, and cut around `focus` to `room` columns where it is longer.
*
* Looks at no more of a line than it may show: one file may be one line of a megabyte.
*/
function excerpt(line, secrets, focus, room) {
	if (secrets.length === 0 && line.length <= room && asItIs.test(line)) return {
		text: line.trimEnd(),
		columnOf: (unit) => unit,
		endColumnOf: (unit) => unit
	};
	const from = Math.min(focus.start, line.length);
	const to = Math.min(Math.max(focus.end, from), from + room, line.length);
	const first = onBoundary(line, Math.max(0, from - room));
	const last = onBoundary(line, Math.min(line.length, to + room));
	const all = piecesOf(line, secrets, first, last);
	const [begin, end] = chosen(all, from, to, room, first > 0, last < line.length);
	const cutBefore = first > 0 || begin > 0;
	const cutAfter = last < line.length || end < all.length;
	const shown = all.slice(begin, end);
	const columns = [];
	let column = cutBefore ? 3 : 0;
	for (const piece of shown) {
		columns.push(column);
		column += piece.width;
	}
	const text = (cutBefore ? ellipsis : "") + shown.map((piece) => piece.text).join("") + (cutAfter ? ellipsis : "");
	const edge = column;
	return {
		text: text.trimEnd(),
		columnOf: (unit) => {
			const index = shown.findIndex((piece) => piece.end > unit);
			if (index < 0) return edge;
			return columns[index] ?? edge;
		},
		endColumnOf: (unit) => {
			const index = shown.findLastIndex((piece) => piece.start < unit);
			const piece = shown[index];
			return piece === void 0 ? columns[0] ?? edge : (columns[index] ?? 0) + piece.width;
		}
	};
}
function piecesOf(line, secrets, first, last) {
	const pieces = [];
	let at = first;
	const addText = (end) => {
		for (const glyph of glyphs(line.slice(at, end))) {
			const { text, width, units } = isObeyed(glyph.text, pieces) ? escapedGlyph(glyph.text) : glyph;
			pieces.push({
				text,
				width,
				start: at,
				end: at + units
			});
			at += units;
		}
	};
	for (const { start, end } of secrets) {
		if (end <= at || start >= last) continue;
		addText(Math.max(start, at));
		pieces.push({
			text: secretMask,
			width: 6,
			start,
			end
		});
		at = end;
	}
	if (at < last) addText(last);
	return pieces;
}
/** Runners obey `##[` and `##vso[` anywhere in a line. */
function isObeyed(text, before) {
	return (text === "[" || text.toLowerCase() === "v") && before.at(-1)?.text === "#" && before.at(-2)?.text === "#";
}
/** The pieces to show: all if they fit, else those around the focus, with more after it than before. */
function chosen(all, from, to, room, cutBefore, cutAfter) {
	const widthOf = (pieces) => pieces.reduce((sum, piece) => sum + piece.width, 0);
	if (!cutBefore && !cutAfter && widthOf(all) <= room) return [0, all.length];
	const focus = Math.max(0, all.findIndex((piece) => piece.end > from));
	const untilFocusEnds = widthOf(all.filter((piece) => piece.start < to));
	const widthAt = (index) => all[index]?.width ?? 0;
	let begin = 0;
	if (cutBefore || untilFocusEnds > room - 3) {
		begin = focus;
		for (let before = widthAt(begin - 1); begin > 0 && before <= room / 4; before += widthAt(begin - 1)) begin--;
	}
	let left = room - (cutBefore || begin > 0 ? 2 : 1) * 3;
	let end = begin;
	for (; end < all.length && widthAt(end) <= left; end++) left -= widthAt(end);
	for (; end === all.length && begin > 0 && widthAt(begin - 1) <= left; begin--) left -= widthAt(begin - 1);
	return [begin, Math.max(end, begin + 1)];
}
/** Not between the halves of a surrogate pair. */
function onBoundary(line, unit) {
	const next = line.charCodeAt(unit);
	return unit > 0 && unit < line.length && next >= 56320 && next <= 57343 ? unit - 1 : unit;
}
//#endregion
//#region packages/report/src/line-context.ts
const contextsOf = /* @__PURE__ */ new WeakMap();
/** What stands around a line (counted from 1) and makes it secret. */
function lineContext(source, line) {
	const context = contextOf(source);
	const known = context.lines.get(line);
	if (known !== void 0) return known;
	const found = contextOfLine(source, line, context);
	context.lines.set(line, found);
	return found;
}
/** Which parts of a line (counted from 1) must not be shown. */
function secretsOfLine(source, line) {
	const { secrets } = contextOf(source);
	const known = secrets.get(line);
	if (known !== void 0) return known;
	const found = secretRanges(rawLine(source, line), lineContext(source, line));
	secrets.set(line, found);
	return found;
}
function contextOf(source) {
	const known = contextsOf.get(source);
	if (known !== void 0) return known;
	const context = {
		isTable: isTable(source),
		holdsPem: source.text.includes("-----BEGIN"),
		flows: secretFlows(source.text),
		leastColumn: leastSecretColumn(source.text),
		lines: /* @__PURE__ */ new Map(),
		secrets: /* @__PURE__ */ new Map()
	};
	contextsOf.set(source, context);
	return context;
}
function contextOfLine(source, line, context) {
	const { isTable, holdsPem, flows, leastColumn } = context;
	if (isTable) return "table";
	if (holdsPem && standsInPem(source, line)) return "body";
	const start = lineStarts(source)[line - 1] ?? 0;
	if (flows.some((flow) => flow.start <= start && start < flow.end)) return "entry";
	return leastColumn === void 0 ? "plain" : contextInBlocks(source, line, leastColumn);
}
/**
* A static token or password file: rows of at least three columns (apiserver token/tokenfile NewCSV). Which file is one,
* only the flag says that names it, so the name or the look of the first rows must do; a row may be too short by mistake.
*/
function isTable({ path, text }) {
	if (/\.csv$/i.test(path)) return true;
	const rows = text.slice(0, 4e3).split(/\r\n|\r|\n/, 20).filter((row) => row.trim() !== "" && !row.startsWith("#"));
	return rows.length > 0 && rows.every((row) => /^(?:"[^"]*"|[^\s,:={}[\]"][^,:={}[\]"]*=*),[^\s,]/.test(row));
}
const longestPem = 200;
function standsInPem(source, line) {
	for (let above = line; above > 0 && above > line - longestPem; above--) {
		const text = rawLine(source, above);
		if (text.length > 1e3) return false;
		if (text.includes("-----END")) return above === line;
		if (text.includes("-----BEGIN")) return above !== line;
		if (above !== line && !/^[\s"'A-Za-z0-9+/=,:\\-]*$/.test(text)) return false;
	}
	return false;
}
const keyLine = /^([ \t]*(?:-[ \t]+)*)(?:"([^"]*)"|'([^']*)'|([^\s"'#{[][^:#]*?))[ \t]*:(?:[ \t]+(.*))?$/;
const longestKeyLine = 1e3;
function keyOf(text) {
	return text.length > longestKeyLine ? null : keyLine.exec(text);
}
const secretBlock = /^([ \t]*(?:-[ \t]+)*)["']?(?:data|stringData|(?:[\w-]{0,250}[-_])?(?:token|password|passwd|secret|client-key-data|private-key))["']?[ \t]*:/gim;
const sensitiveBlock = /^(?:.*[-_])?(?:token|password|passwd|secret|client-key-data|private-key)$/i;
/** How far left a climb must go: most files hold no such key, and of a long list no climb leaves the item. */
function leastSecretColumn(text) {
	let least;
	for (const match of text.matchAll(secretBlock)) {
		const column = match[1]?.length ?? 0;
		if (least === void 0 || column < least) least = column;
	}
	return least;
}
/** Climbs from the line to what it is indented under. */
function contextInBlocks(source, line, leastColumn) {
	let indentation = indentationOf(rawLine(source, line));
	let levels = 0;
	for (let above = line - 1; above > 0 && indentation > leastColumn; above--) {
		const text = rawLine(source, above);
		if (text.startsWith("---")) return "plain";
		if (text.trim() === "") continue;
		const match = keyOf(text);
		const column = match?.[1]?.length ?? indentationOf(text);
		if (column >= indentation) continue;
		indentation = column;
		levels++;
		if (match === null) continue;
		const key = match[2] ?? match[3] ?? match[4] ?? "";
		const value = match[5] ?? "";
		if ((key === "data" || key === "stringData") && mayBeOfSecret(source, above, column)) return levels === 1 ? "entry" : "body";
		const holdsScalar = /^[|>]/.test(value) || value === "" && keyOf(rawLine(source, line)) === null;
		if (levels === 1 && holdsScalar && sensitiveBlock.test(key)) return "body";
	}
	return "plain";
}
function indentationOf(text) {
	return text.search(/[^ \t]|$/);
}
/** Whether the object that has a key at this line and column is a Secret, or does not say what it is. */
function mayBeOfSecret(source, line, column) {
	const last = lineStarts(source).length;
	for (let at = line; at > 0; at--) {
		const text = rawLine(source, at);
		const sibling = siblingKind(text, column);
		if (sibling !== void 0) return namesSecret(`kind: ${sibling}`);
		if (endsObject(text, column) || /^[ \t]*-/.test(text.slice(0, column))) break;
	}
	for (let at = line + 1; at <= last; at++) {
		const text = rawLine(source, at);
		if (endsObject(text, column) || /^[ \t]*-/.test(text.slice(0, column))) break;
		const sibling = siblingKind(text, column);
		if (sibling !== void 0) return namesSecret(`kind: ${sibling}`);
	}
	return true;
}
function endsObject(text, column) {
	return text.startsWith("---") || text.trim() !== "" && (keyOf(text)?.[1]?.length ?? indentationOf(text)) < column;
}
function siblingKind(text, column) {
	const match = keyOf(text);
	if (match === null || match[1]?.length !== column) return void 0;
	return (match[2] ?? match[3] ?? match[4]) === "kind" ? match[5]?.replace(/[\s,"']+/g, "") : void 0;
}
//#endregion
//#region packages/report/src/frame.ts
/**
* The marked lines of one text, each once, with their marks and labels below (as rustc draws them).
*
* Lines without marks are left out, `...` stands for them. A span over several lines is marked in its first.
*/
function frame(source, marks, style) {
	const rows = rowsOf(source, marks, style.room);
	const lines = [];
	let before;
	for (const row of rows) {
		if (before !== void 0 && row.line > before.line + 1) lines.push("...");
		lines.push(...drawRow(source, row, continues(before, row), style));
		before = row;
	}
	return lines;
}
/** The left margin: a line number or blanks, and the bar. */
function gutter(style, line) {
	return style.paint("gutter", `${(line === void 0 ? "" : String(line)).padStart(style.digits)} |`);
}
function rowsOf(source, marks, room) {
	const placed = marks.map((mark) => place$1(source, mark)).toSorted((a, b) => a.line - b.line || a.range.start - b.range.start || a.range.end - b.range.end);
	const rows = [];
	for (const mark of placed) {
		const row = rows.at(-1);
		const first = row?.marks[0];
		const fits = first !== void 0 && (mark.range.end <= room || mark.range.end - first.range.start <= room / 2);
		if (row !== void 0 && row.line === mark.line && fits) row.marks.push(mark);
		else rows.push({
			line: mark.line,
			marks: [mark]
		});
	}
	return rows;
}
function place$1(source, mark) {
	const { line, column } = positionAt(source, mark.origin.start);
	const start = column - 1;
	const end = Math.min(start + Math.max(0, mark.origin.end - mark.origin.start), rawLine(source, line).length);
	return {
		...mark,
		line,
		range: {
			start,
			end: Math.max(start, end)
		}
	};
}
/** A remark right below a step goes on with it: it is indented as far as the words of the step. */
function continues(before, row) {
	const above = before?.marks.at(-1);
	return before !== void 0 && row.line === before.line + 1 && above?.step !== void 0 && row.marks.length === 1 && row.marks[0]?.step === void 0;
}
function drawRow(source, row, continuesStep, style) {
	const text = rawLine(source, row.line);
	const focus = {
		start: Math.min(...row.marks.map(({ range }) => range.start)),
		end: Math.max(...row.marks.map(({ range }) => range.end))
	};
	const shown = excerpt(text, secretsOfLine(source, row.line), focus, style.room);
	const marks = row.marks.map((mark) => draw(mark, shown, continuesStep, style));
	return [[gutter(style, row.line), shown.text].filter((part) => part !== "").join(" "), ...underlines(marks, style).map((line) => `${gutter(style, void 0)} ${line}`)];
}
function draw(mark, shown, continuesStep, style) {
	const start = shown.columnOf(mark.range.start);
	const number = mark.step === void 0 ? continuesStep ? "   " : "" : `${mark.step}. `;
	return {
		start,
		end: Math.max(start + 1, mark.range.end > mark.range.start ? shown.endColumnOf(mark.range.end) : 0),
		text: number + printable(mark.label),
		style: mark.primary ? style.primary : "remark",
		primary: mark.primary
	};
}
/**
* The line of `^^^` and `---`, and the labels: the last mark's beside it, the others' below, from right to left, each
* under the start of its mark.
*/
function underlines(marks, style) {
	const cells = [];
	for (const mark of marks.toSorted((a, b) => Number(a.primary) - Number(b.primary))) for (let column = mark.start; column < mark.end; column++) cells[column] = {
		character: mark.primary ? "^" : "-",
		style: mark.style
	};
	const last = marks.at(-1);
	if (last === void 0) return [];
	const beside = marks.every((mark) => mark === last || mark.end <= last.start);
	const below = beside ? marks.slice(0, -1) : marks;
	const rows = [paintCells(cells, style.paint) + (beside && last.text.trim() !== "" ? ` ${style.paint(last.style, last.text)}` : "")];
	const named = below.filter((mark) => mark.text.trim() !== "");
	if (named.length > 0) rows.push(paintCells(connectors(named), style.paint));
	for (const [index, mark] of [...named.entries()].reverse()) {
		const left = connectors(named.slice(0, index).filter((other) => other.start < mark.start));
		const padding = " ".repeat(mark.start - left.length);
		rows.push(paintCells(left, style.paint) + padding + style.paint(mark.style, mark.text));
	}
	return rows;
}
function connectors(marks) {
	const cells = [];
	for (const mark of marks) cells[mark.start] = {
		character: "|",
		style: mark.style
	};
	return cells;
}
/** One pair of escape sequences for each run of one style. */
function paintCells(cells, paint) {
	let painted = "";
	let run = "";
	let runStyle;
	const flush = () => {
		painted += runStyle === void 0 ? run : paint(runStyle, run);
		run = "";
	};
	for (const cell of Array.from(cells)) {
		if (cell?.style !== runStyle) flush();
		runStyle = cell?.style;
		run += cell?.character ?? " ";
	}
	flush();
	return painted;
}
//#endregion
//#region packages/report/src/edited-lines.ts
/** The texts that a remedy edits, with the changed lines of each, in the order in which the remedy names them. */
function hunksBySource(edits) {
	const bySource = /* @__PURE__ */ new Map();
	for (const { origin, replacement } of edits) {
		if (origin.kind !== "text") continue;
		const known = bySource.get(origin.source);
		if (known === void 0) bySource.set(origin.source, [{
			origin,
			replacement
		}]);
		else known.push({
			origin,
			replacement
		});
	}
	return new Map([...bySource].map(([source, placed]) => [source, hunks(source, placed)]));
}
function hunks(source, edits) {
	const groups = [];
	for (const edit of edits.toSorted((a, b) => a.origin.start - b.origin.start || a.origin.end - b.origin.end)) {
		const first = positionAt(source, edit.origin.start).line;
		const last = positionAt(source, edit.origin.end).line;
		const group = groups.at(-1);
		if (group === void 0 || first > group.last) groups.push({
			first,
			last,
			edits: [edit]
		});
		else {
			group.edits.push(edit);
			group.last = Math.max(group.last, last);
		}
	}
	return groups.map((group) => hunk(source, group.first, group.last, group.edits)).filter(changesSomething);
}
function changesSomething({ removed, added }) {
	return removed.length > 0 || added.length > 0;
}
function hunk(source, first, last, edits) {
	const before = [];
	for (let line = first; line <= last; line++) before.push(rawLine(source, line));
	const after = editedLines(source, first, last, edits);
	let same = 0;
	while (same < before.length && same < after.length && before[same] === after[same]) same++;
	let sameEnd = 0;
	while (sameEnd < before.length - same && sameEnd < after.length - same && before[before.length - 1 - sameEnd] === after[after.length - 1 - sameEnd]) sameEnd++;
	const removed = before.slice(same, before.length - sameEnd);
	const added = after.slice(same, after.length - sameEnd);
	const leavesBlank = removed.length > 0 && added.every((line) => line.trim() === "");
	return {
		line: first + same,
		removed,
		added: leavesBlank ? [] : added
	};
}
/** Where `rawLine` begins. */
function lineStart(source, line) {
	return line === 1 && source.text.startsWith("﻿") ? 1 : lineStarts(source)[line - 1] ?? source.text.length;
}
/** The lines with the edits applied; of two that overlap the first counts. */
function editedLines(source, first, last, edits) {
	const { text } = source;
	const start = lineStart(source, first);
	const end = lineStart(source, last) + rawLine(source, last).length;
	let edited = "";
	let at = start;
	for (const { origin, replacement } of edits) {
		if (origin.start < at) continue;
		edited += text.slice(at, origin.start) + replacement;
		at = origin.end;
	}
	edited += text.slice(at, Math.max(at, end));
	return edited.split(/\r\n|\r|\n/);
}
//#endregion
//#region packages/report/src/remedy.ts
/** More lines of one change than this are counted, not shown. */
const shownLines = 10;
/** `help:` with the changed lines below, removed ones first. */
function remedyLines(remedy, style, width) {
	const hunks = hunksBySource(remedy.edits);
	const onlySource = hunks.size === 1 ? [...hunks.keys()][0] : void 0;
	const place = onlySource === void 0 || remedy.text.includes(onlySource.path) ? "" : ` (${onlySource.path})`;
	const [first = "", ...ownLines] = remedy.text.split("\n");
	const lines = [...wrapped("help: ", [first + place, ...ownLines].join("\n"), width, {
		wrap: 6,
		ownLine: 10
	})];
	lines[0] = style.paint("strong", "help:") + (lines[0] ?? "").slice(5);
	for (const [source, found] of hunks) {
		if (hunks.size > 1) lines.push(`${" ".repeat(style.digits)}${style.paint("gutter", "::: ")}${printable(source.path)}`);
		for (const hunk of found) lines.push(...hunkLines(source, hunk, style));
	}
	return lines;
}
/** The last line of its text that a remedy shows; the margin must hold its number. */
function lastLineShown(remedy) {
	let last = 0;
	for (const { origin } of remedy.edits) if (origin.kind === "text") last = Math.max(last, positionAt(origin.source, origin.end).line);
	return last;
}
function hunkLines(source, hunk, style) {
	const focus = {
		start: firstDifference(hunk),
		end: firstDifference(hunk)
	};
	const context = lineContext(source, hunk.line);
	const draw = (sign, lines) => [...lines.slice(0, shownLines).map((line, index) => {
		const number = hunk.line + index;
		const around = sign === "-" ? lineContext(source, number) : context;
		const paint = sign === "-" ? "removed" : "added";
		return `${String(number).padStart(style.digits)} ${style.paint(paint, `${sign} ${shown(line, around, focus, style.room)}`.trimEnd())}`;
	}), ...lines.length > shownLines ? [`${" ".repeat(style.digits)} ${sign} ... ${lines.length - shownLines} more lines`] : []];
	return [...draw("-", hunk.removed), ...draw("+", hunk.added)];
}
function shown(line, context, focus, room) {
	return excerpt(line, secretRanges(line, context), focus, room).text;
}
function firstDifference({ removed: [before = ""], added: [after = ""] }) {
	if (before === "" || after === "") return 0;
	let same = 0;
	while (same < before.length && before[same] === after[same]) same++;
	return same;
}
//#endregion
//#region packages/report/src/finding-text.ts
/** `critical[rbac-grant-anonymous]: requests without credentials can …` */
function headline({ severity, ruleId, title }, paint) {
	return `${paint(severity, `${severity}[${printable(ruleId)}]`)}${paint("strong", `: ${printable(title)}`)}`;
}
/** One finding: title, frames, notes, remedies, worth. */
function findingLines(finding, options, paint) {
	const hops = chainOf(finding);
	const style = frameStyle(finding, options, paint);
	return [
		headline(finding, paint),
		...framesOf(hops, finding.place, style),
		...notesAbove(finding, style, options),
		...finding.remedies.flatMap((remedy) => remedyLines(remedy, style, options.width)),
		...finding.notes.filter(({ kind }) => kind === "note").flatMap(({ text }) => noteLines("note", text, style, options)),
		...worthLines(finding, style, options)
	];
}
/** The hops, the place among them. */
function chainOf({ hops, place }) {
	return hops.some((hop) => isSameHop(hop, place)) ? hops : [place, ...hops];
}
/** With a margin that holds every line number of the finding. */
function frameStyle(finding, { width }, paint) {
	return {
		paint,
		digits: String(lastLine(chainOf(finding), finding)).length,
		room: Math.min(Math.max(width - 8, 40), longestExcerpt),
		primary: finding.severity
	};
}
/** A line of a file may be a megabyte long; this is how much of it a frame shows where nothing else bounds it. */
const longestExcerpt = 160;
function isSameHop(one, other) {
	if (one === other) return true;
	const [a, b] = [one.origin, other.origin];
	if (one.label !== other.label || one.step !== other.step) return false;
	if (a.kind === "built-in" || b.kind === "built-in") return a.kind === b.kind && placeOf(one) === placeOf(other);
	return a.source === b.source && a.start === b.start && a.end === b.end;
}
function placeOf({ origin }) {
	return origin.kind === "text" ? origin.source : origin.of;
}
function lastLine(hops, finding) {
	let last = 1;
	for (const { origin } of hops) if (origin.kind === "text") last = Math.max(last, positionAt(origin.source, origin.start).line);
	return Math.max(last, ...finding.remedies.map(lastLineShown));
}
/** The text of the primary place first, the others in the order of the chain. */
function framesOf(hops, primary, style) {
	const byPlace = new Map([[placeOf(primary), []]]);
	const seen = [];
	for (const hop of hops) {
		if (seen.some((other) => isSameHop(other, hop))) continue;
		seen.push(hop);
		const place = placeOf(hop);
		const known = byPlace.get(place);
		if (known === void 0) byPlace.set(place, [hop]);
		else known.push(hop);
	}
	const lines = [];
	let arrow = "--> ";
	for (const [place, group] of byPlace) {
		const head = headOf(group, primary);
		lines.push(" ".repeat(style.digits) + style.paint("gutter", arrow) + placeText(head.origin), gutter(style, void 0));
		lines.push(...typeof place === "string" ? wordsOnly(group, style) : frame(place, marks(group, primary), style));
		lines.push(gutter(style, void 0));
		arrow = "::: ";
	}
	return lines;
}
/** The place in the heading of a frame: the primary one, else the first of the frame. */
function headOf(group, primary) {
	const found = group.find((hop) => isSameHop(hop, primary));
	if (found !== void 0) return found;
	const start = ({ origin }) => origin.kind === "text" ? origin.start : 0;
	return group.toSorted((a, b) => start(a) - start(b))[0] ?? primary;
}
function marks(group, primary) {
	return group.flatMap((hop) => hop.origin.kind === "text" ? [{
		origin: hop.origin,
		label: hop.label,
		step: hop.step,
		primary: isSameHop(hop, primary)
	}] : []);
}
function wordsOnly(group, style) {
	return group.map(({ label, step }) => {
		const text = (step === void 0 ? "" : `${step}. `) + printable(label);
		return `${gutter(style, void 0)} ${style.paint("remark", text)}`;
	});
}
/** The chain's end, who, why; the folded risks; the command that confirms it. */
function notesAbove(finding, style, options) {
	const lines = [];
	let kindAbove;
	let step = Math.max(0, ...finding.hops.map((hop) => hop.step ?? 0));
	for (const { kind, text } of finding.notes) {
		if (kind === "note" || kind === "check") continue;
		if (kind === "then") {
			step++;
			const numbered = step === 1 || /^\d+\. /.test(text) ? text : `${step}. ${text}`;
			lines.push(...noteLines(kind, numbered, style, options, kindAbove === "then"));
		} else lines.push(...noteLines(kind, text, style, options));
		kindAbove = kind;
	}
	lines.push(...alsoLines(finding, style, options));
	for (const { kind, text } of finding.notes) if (kind === "check") lines.push(...noteLines(kind, text, style, {
		...options,
		width: Number.POSITIVE_INFINITY
	}));
	return lines;
}
const shownFolded = 3;
function alsoLines(finding, style, options) {
	const told = options.verbose ? finding.folded : newlyTold(finding);
	const shown = options.verbose ? told.length : shownFolded;
	return [...told.slice(0, shown).flatMap((risk) => noteLines("also", alsoText(finding, risk, options), style, options)), ...told.length > shown ? noteLines("also", `${told.length - shown} more (--verbose)`, style, options) : []];
}
/** Without those whose words begin another one's, as a power does the path that it is the first step of. */
function newlyTold({ title, identity: { object }, folded }) {
	const said = [{
		words: title,
		object
	}, ...folded.map(({ also, identity }) => ({
		words: also,
		object: identity.object
	}))];
	return folded.filter(({ also, identity }, index) => {
		const before = said.slice(0, index + 1);
		return also === "" || !before.some(({ words, object: of }) => of === identity.object && words.startsWith(also));
	});
}
/** Only what differs from the finding is said: another subject, another rule, another place, another confidence. */
function alsoText(finding, risk, { verbose }) {
	const sameSubject = risk.identity.subject === finding.identity.subject;
	const sameObject = risk.identity.object === finding.identity.object;
	const said = sameSubject ? risk.alsoOfSame ?? risk.also : risk.also;
	const isThroughTheSame = !sameSubject && sameObject && risk.role !== void 0;
	const { origin } = risk.place;
	const worth = [
		...!sameObject || isElsewhere(origin, finding.place.origin) ? [shortPlaceText(origin)] : [],
		...risk.ruleId === finding.ruleId ? [] : [printable(risk.ruleId)],
		`${risk.severity} ${risk.score.toFixed(1)}`,
		...risk.confidence === finding.confidence ? [] : [risk.confidence],
		"folded",
		...verbose ? [`authgraph explain ${shortFingerprint(risk)}`] : []
	];
	return `${isThroughTheSame ? throughTheSame(said) : said} (${worth.join(", ")})`;
}
/** Before what it leads to. */
function throughTheSame(said) {
	const end = said.lastIndexOf(", which ");
	const claim = end < 0 ? said : said.slice(0, end);
	return `${claim} through the same binding${said.slice(claim.length)}`;
}
/** In another text, where the frames above do not show it. */
function isElsewhere(origin, primary) {
	return origin.kind === "text" && !(primary.kind === "text" && primary.source.path === origin.source.path);
}
function noteLines(kind, text, style, { width }, continued = false) {
	const margin = " ".repeat(style.digits + 1);
	const lead = `${margin}= ${kind}: `;
	const indentation = lead.length;
	const lines = wrapped(continued ? " ".repeat(indentation) : lead, text, width, {
		wrap: indentation,
		ownLine: indentation
	});
	const painted = `${margin}${style.paint("gutter", "=")} ${style.paint("strong", `${kind}:`)} `;
	return lines.map((line, index) => index === 0 && !continued ? painted + line.slice(lead.length) : line);
}
function worthLines(finding, style, options) {
	const margin = `${" ".repeat(style.digits + 1)}${style.paint("gutter", "=")} `;
	const page = `docs/rules/${printable(finding.ruleId)}.md`;
	const url = `${options.docsUrl}/rules/${encodeURIComponent(finding.ruleId)}.md`;
	const link = options.hyperlinks && options.docsUrl !== void 0 ? hyperlink(url, page) : page;
	const worth = margin + [
		`severity ${finding.score.toFixed(1)}`,
		`confidence ${finding.confidence}`,
		...options.rulesWithoutPage?.has(finding.ruleId) === true ? [] : [link],
		`authgraph explain ${shortFingerprint(finding)}`
	].join(", ");
	if (!options.verbose) return [worth];
	return [
		worth,
		`${margin}fingerprint ${finding.fingerprint}`,
		`${margin}to accept it: ${acceptComment(finding)}`
	];
}
/** The comment that accepts a finding in the file it stands in. */
function acceptComment({ ruleId }) {
	return `# authgraph: ignore[${printable(ruleId)}] -- REASON`;
}
//#endregion
//#region packages/report/src/pretty.ts
/** The report for a person: every finding with its chain in the sources, then what was and was not looked at. */
function* renderPretty(run, options) {
	if (options.quiet) {
		if (run.findings.length > 0) yield block$1([countLine(run, verboseHint), ...exitLines(options)]);
		return;
	}
	const paint = painter(options.color);
	for (const finding of run.findings) yield `${block$1(findingLines(finding, options, paint))}\n`;
	yield block$1(footerLines(run, options));
}
/** What is wrong with the inputs, for stderr: in the same form as findings. */
function* renderDiagnostics(diagnostics, options) {
	const paint = painter(options.color);
	for (const diagnostic of sortedDiagnostics(diagnostics)) {
		if (diagnostic.level === "note" && !options.verbose) continue;
		yield block$1(diagnosticLines(diagnostic, options, paint));
	}
}
function diagnosticLines({ id, level, message, origin }, options, paint) {
	const severity = {
		error: "high",
		warning: "medium",
		note: "low"
	}[level];
	const head = `${paint(severity, `${level}[${printable(id)}]`)}${paint("strong", `: ${printable(message)}`)}`;
	const place = placeText(origin);
	const digits = origin.kind === "text" ? /:(\d+):\d+$/.exec(place)?.[1]?.length ?? 1 : 1;
	const style = {
		paint,
		digits,
		room: Math.min(Math.max(options.width - 8, 40), 160),
		primary: severity
	};
	const heading = " ".repeat(digits) + paint("gutter", "--> ") + place;
	if (origin.kind === "built-in") return [head, heading];
	const marks = [{
		origin,
		label: "",
		step: void 0,
		primary: true
	}];
	return [
		head,
		heading,
		gutter(style, void 0),
		...frame(origin.source, marks, style)
	];
}
function block$1(lines) {
	return `${lines.join("\n")}\n`;
}
//#endregion
//#region packages/report/src/rule-page.ts
/** The page of a rule, in Markdown: what it finds, why that matters, what to do, what else speaks of it. */
function renderRule(rule) {
	const { id, title, severity, extended, since, needs, aliases } = rule;
	const table = [
		["Rule", `\`${id}\``],
		["Usual severity", severity],
		["Off unless", extended ? "`--rules-extended`" : ""],
		["Needs", needs.join(", ")],
		["Elsewhere", aliases.map((alias) => `\`${alias}\``).join(", ")],
		["Since", since]
	].filter(([, value]) => value !== "").map(([name, value]) => `| ${name} | ${value} |`);
	return `${[
		`# ${title}`,
		[
			"| | |",
			"|---|---|",
			...table
		].join("\n"),
		...ruleSections(rule, "##")
	].join("\n\n")}\n`;
}
/** Why, what to do, controls and references, under headings of the given depth. */
function ruleSections({ why, remedy, controls, references }, heading) {
	const section = (title, body) => body === "" ? [] : [`${heading} ${title}`, body];
	const list = (entries) => entries.map((entry) => `- ${entry}`).join("\n");
	return [
		...why === "" ? [] : [why.trim()],
		...section("What to do", remedy.trim()),
		...section("Controls", list(controls)),
		...section("References", list(references.map(linked)))
	];
}
function linked(reference) {
	return /^https?:\/\/\S+$/.test(reference) ? `<${reference}>` : reference;
}
//#endregion
//#region packages/report/src/fingerprint-line-hash.ts
/** Units the hash of a line covers, from its first; it runs on into the next lines. */
const window = 100;
const factor = 37;
const endMark = 65535;
const TAB = 9;
const LF = 10;
const CR = 13;
const SPACE = 32;
const two32 = 4294967296;
/** 37^100 mod 2^64, the weight of the unit that leaves the window, as its high and low 32 bits. */
const leaving = BigInt.asUintN(64, BigInt(factor) ** BigInt(window));
const leavingHigh = Number(leaving >> 32n);
const leavingLow = Number(leaving & 4294967295n);
const hashesOf = /* @__PURE__ */ new WeakMap();
/**
* `primaryLocationLineHash` of a line (counted from 1): GitHub's identity of an alert besides path and rule.
*
* Computed as github/codeql-action does before it uploads (src/fingerprints.ts): a file uploaded through the API gets
* none, and one that differs from the action's is warned about. 37-ary hash modulo 2^64 of the 100 units from the start
* of the line, blanks left out, then which of the equal ones of the file this is. All lines of a text are hashed at
* once, when the first is asked for.
*/
function lineHash(source, line) {
	let hashes = hashesOf.get(source);
	if (hashes === void 0) {
		hashes = rollingHashes(unitsThatCount(source.text));
		hashesOf.set(source, hashes);
	}
	const [high, low, count] = [
		hashes.high[line - 1],
		hashes.low[line - 1],
		hashes.count[line - 1]
	];
	if (high === void 0 || low === void 0 || count === void 0) return void 0;
	return `${hexadecimal(high, low)}:${count}`;
}
/** Without spaces and tabs, with LF for CR and CRLF (unless blanks stand between the two), and the end mark. */
function unitsThatCount(text) {
	const units = new Uint16Array(text.length + 1);
	let length = 0;
	let afterReturn = false;
	for (let i = 0; i < text.length; i++) {
		const unit = text.charCodeAt(i);
		const pairs = unit === LF && afterReturn;
		afterReturn = unit === CR;
		if (unit === SPACE || unit === TAB || pairs) continue;
		units[length++] = unit === CR ? LF : unit;
	}
	units[length++] = endMark;
	return units.subarray(0, length);
}
/**
* The hash at the start of every line. One pass whatever the length of the lines: the 64 bits are kept as two numbers,
* because a BigInt per unit costs fifty times as much. `>>> 0` is modulo 2^32 for any integer a number holds exactly.
*/
function rollingHashes(units) {
	const highs = [];
	const lows = [];
	let high = 0;
	let low = 0;
	for (let end = 0; end < units.length + window - 1; end++) {
		const entering = units[end] ?? 0;
		const left = units[end - window] ?? 0;
		const lowSum = low * factor + entering;
		const lowTaken = leavingLow * left;
		const lowDifference = (lowSum >>> 0) - (lowTaken >>> 0);
		const borrowed = lowDifference < 0 ? 1 : 0;
		const highSum = high * factor + Math.floor(lowSum / two32);
		const highTaken = leavingHigh * left + Math.floor(lowTaken / two32) + borrowed;
		low = lowDifference + borrowed * two32;
		high = highSum - highTaken >>> 0;
		const start = end - window + 1;
		if (start === 0 || start > 0 && units[start - 1] === LF) {
			highs.push(high);
			lows.push(low);
		}
	}
	return {
		high: highs,
		low: lows,
		count: counts(highs, lows)
	};
}
/** For each line the number of lines up to it that have its hash. */
function counts(highs, lows) {
	const lastOfLow = /* @__PURE__ */ new Map();
	const beforeOfLow = [];
	const found = [];
	for (const [line, low] of lows.entries()) {
		let before = lastOfLow.get(low);
		beforeOfLow.push(before);
		lastOfLow.set(low, line);
		while (before !== void 0 && highs[before] !== highs[line]) before = beforeOfLow[before];
		found.push(before === void 0 ? 1 : (found[before] ?? 0) + 1);
	}
	return found;
}
function hexadecimal(high, low) {
	return high === 0 ? low.toString(16) : high.toString(16) + low.toString(16).padStart(8, "0");
}
//#endregion
//#region packages/report/src/rule-descriptors.ts
const tiers = {
	critical: {
		level: "error",
		securitySeverity: "9.5",
		problemSeverity: "error"
	},
	high: {
		level: "error",
		securitySeverity: "8.0",
		problemSeverity: "error"
	},
	medium: {
		level: "warning",
		securitySeverity: "5.5",
		problemSeverity: "warning"
	},
	low: {
		level: "note",
		securitySeverity: "2.0",
		problemSeverity: "recommendation"
	},
	info: {
		level: "note",
		securitySeverity: "0.1",
		problemSeverity: "recommendation"
	}
};
const precisions = {
	certain: "very-high",
	likely: "high",
	possible: "medium"
};
const longestText = 1024;
const mostTags = 10;
function levelOf(severity) {
	return tiers[severity].level;
}
/**
* One descriptor for each rule that was asked, in its usual tier, and one more (`rule/high`) for each other tier that a
* finding has: GitHub takes the severity of an alert from the descriptor, never from the result.
*/
function describeRules(rules, findings, docsUrl) {
	const metadata = new Map(rules.map((rule) => [rule.id, rule]));
	const needed = /* @__PURE__ */ new Map();
	for (const rule of rules) needed.set(rule.id, {
		rule,
		severity: rule.severity,
		confidence: "certain"
	});
	const idOf = ({ ruleId, severity }) => {
		const rule = metadata.get(ruleId);
		return rule === void 0 || rule.severity === severity ? ruleId : `${ruleId}/${severity}`;
	};
	for (const finding of findings) {
		const id = idOf(finding);
		const rule = metadata.get(finding.ruleId) ?? unknownRule(finding);
		const known = needed.get(id) ?? {
			rule,
			severity: finding.severity,
			confidence: finding.confidence
		};
		needed.set(id, {
			...known,
			confidence: weaker(known.confidence, finding.confidence)
		});
	}
	const sorted = [...needed].toSorted(([a], [b]) => compareText(a, b));
	const indices = new Map(sorted.map(([id], index) => [id, index]));
	return {
		all: sorted.map(([id, { rule, severity, confidence }]) => descriptor(id, rule, severity, confidence, docsUrl)),
		idOf,
		indexOf: (finding) => indices.get(idOf(finding)) ?? -1
	};
}
function weaker(one, other) {
	if (one === "possible" || other === "possible") return "possible";
	return one === "likely" || other === "likely" ? "likely" : "certain";
}
/** For a finding whose rule the run does not list, so that no result points nowhere. */
function unknownRule({ ruleId, severity }) {
	return {
		id: ruleId,
		title: ruleId,
		severity,
		extended: false,
		since: "",
		why: "",
		remedy: "",
		needs: [],
		references: [],
		controls: [],
		aliases: [],
		tags: []
	};
}
function descriptor(id, rule, severity, confidence, docsUrl) {
	const { level, securitySeverity, problemSeverity } = tiers[severity];
	return {
		id,
		name: pascalCase(id),
		shortDescription: { text: limited(sentence$1(rule.title)) },
		fullDescription: { text: limited(rule.why || sentence$1(rule.title)) },
		help: {
			text: helpText(rule),
			markdown: helpMarkdown(rule)
		},
		...docsUrl === void 0 ? {} : { helpUri: `${docsUrl}/rules/${encodeURIComponent(rule.id)}.md` },
		defaultConfiguration: {
			level,
			rank: Math.round(Number(securitySeverity) * 10)
		},
		properties: {
			tags: tagsOf(rule),
			precision: precisions[confidence],
			"problem.severity": problemSeverity,
			"security-severity": securitySeverity
		}
	};
}
function helpText({ title, why, remedy, references }) {
	return [
		sentence$1(title),
		why,
		remedy,
		...references
	].filter((part) => part !== "").join("\n\n");
}
function helpMarkdown(rule) {
	return [`## ${rule.title}`, ...ruleSections(rule, "###")].join("\n\n");
}
/** GitHub shows ten; `security` must be among them for the severity to count. */
function tagsOf({ tags, controls }) {
	const weaknesses = controls.flatMap((control) => {
		const number = /^CWE-(\d+)$/.exec(control)?.[1];
		return number === void 0 ? [] : [`external/cwe/cwe-${number.padStart(3, "0")}`];
	});
	return [...new Set([
		"security",
		"kubernetes",
		...weaknesses,
		...tags
	])].slice(0, mostTags);
}
/** `rbac-grant-anonymous/high` → `RbacGrantAnonymousHigh`; a name must differ from its id by more than case. */
function pascalCase(id) {
	const words = id.split(/[^A-Za-z0-9]+/).map((word) => word.slice(0, 1).toUpperCase() + word.slice(1));
	return words.length > 1 ? words.join("") : `${words[0]}Rule`;
}
function sentence$1(text) {
	const first = text.slice(0, 1).toUpperCase() + text.slice(1);
	return /[.!?]$/.test(first) ? first : `${first}.`;
}
function limited(text) {
	return text.length <= longestText ? text : `${text.slice(0, longestText - 3).replace(/\p{Cs}$/u, "")}...`;
}
/** Worst first: 0 for critical. */
function tierOrder(severity) {
	return severities.indexOf(severity);
}
//#endregion
//#region packages/report/src/sarif-message.ts
/**
* The text of a result: one sentence that can stand alone (GitHub's title of the alert), then the chain with a link to
* each place, then what to do. `linkOf` gives the id of the related location of a hop that has one,
* `others` the findings in the same line, `more` how many of them are not told.
*/
function messageText(finding, others, more, linkOf) {
	const chain = finding.hops.map((hop) => hopText(hop, linkOf(hop))).join("; ");
	const then = finding.notes.filter(({ kind }) => kind === "then").map(({ text }) => plain(text));
	const remedy = finding.remedies[0];
	return [
		sentence(plain(finding.title)),
		...chain === "" ? [] : [`Chain: ${chain}.`],
		...then.length === 0 ? [] : [`Then: ${sentence(then.join("; "))}`],
		...others.map(({ title }) => `Also here: ${sentence(plain(title))}`),
		...more === 0 ? [] : [`${more} more are in this line.`],
		...remedy === void 0 ? [] : [`To fix it: ${sentence(plain(remedy.text))}`]
	].join("\n");
}
function hopText(hop, link) {
	const number = hop.step === void 0 ? "" : `${hop.step}. `;
	const label = plain(hop.label);
	if (link !== void 0) return `${number}[${label === "" ? "here" : label}](${link})`;
	return `${number}${label}${hop.origin.kind === "built-in" ? ` (${plain(placeText(hop.origin))})` : ""}`;
}
/** Words of a hop where it stands beside its place. */
function stepText({ step, label }) {
	return plain(step === void 0 ? label : `${step}. ${label}`) || "here";
}
/** Plain text as SARIF has it: brackets would be links (§3.11.6). */
function plain(text) {
	return printable(text.replaceAll("\n", " ")).replace(/[\\[\]]/g, "\\$&");
}
function sentence(text) {
	const first = text.replace(/^[a-z]+(?= )/, (word) => word.slice(0, 1).toUpperCase() + word.slice(1));
	return /[.!?]$/.test(first) ? first : `${first}.`;
}
//#endregion
//#region packages/report/src/sarif-notifications.ts
/** More results than this are refused by GitHub together with the file. */
const resultLimit = 25e3;
/** More than this are stored, not shown. */
const shownLimit = 5e3;
/** Of one kind; what an upload of thousands says, nobody reads. */
const notificationLimit = 200;
/** What the tool has to say besides results: inputs it could not use, rules it could not ask, what it left out. */
function notificationsOf(run, counts, uriOf) {
	const located = (origin) => {
		const uri = origin?.kind === "text" ? uriOf(origin.source) : void 0;
		if (uri === void 0 || origin?.kind !== "text") return {};
		return { locations: [{ physicalLocation: physicalLocation(uri, regionOf(origin)) }] };
	};
	return [
		...limits(counts),
		...capped(sortedDiagnostics(run.diagnostics).map(({ id, level, message, origin }) => ({
			...notification(`input-${id}`, level, message),
			...located(origin)
		}))),
		...capped(sortedSkips(run.coverage.filesSkipped).flatMap(({ path, reason }) => {
			if (expected.has(reason)) return [];
			const origin = textOrigin({
				path,
				text: ""
			}, 0, 0);
			return [{
				...notification("file-skipped", "warning", `A file was skipped: ${reason}`),
				...located(origin)
			}];
		})),
		...capped(run.notEvaluated.map(({ rule, reason }) => notification("rule-not-evaluated", "note", `${rule}: ${reason}`))),
		...capped(run.assumptions.map(({ text, origin }) => ({
			...notification("assumption-made", "note", text),
			...located(origin)
		})))
	];
}
const expected = new Set([
	"ignored by git",
	"not a format we read",
	"binary"
]);
function limits({ results, withoutFile }) {
	const found = [];
	if (results > 25e3) {
		const text = `${results} results were found; the ${resultLimit} most severe are in this file, because GitHub refuses more`;
		found.push(notification("results-left-out", "error", text));
	} else if (results > shownLimit) {
		const text = `${results} results were found; GitHub shows ${shownLimit} of them. The most severe come first`;
		found.push(notification("results-not-shown", "warning", text));
	}
	if (withoutFile > 0) {
		const text = `${withoutFile} findings are left out: they have no place in a file of the repository`;
		found.push(notification("findings-without-file", "warning", text));
	}
	return found;
}
function capped(all) {
	const id = all[0]?.descriptor?.id;
	if (all.length <= notificationLimit || id === void 0) return all;
	const more = all.length - notificationLimit;
	return [...all.slice(0, notificationLimit), notification("more-notifications", "note", `${more} more are left out`)];
}
function notification(id, level, text) {
	const message = printable(text);
	return {
		level,
		descriptor: { id },
		message: { text: /[.!?]$/.test(message) ? message : `${message}.` }
	};
}
/** What the kinds of notifications mean; those about inputs have the ids of diagnostics. */
const meanings$1 = {
	"results-left-out": "More results than GitHub accepts in one file.",
	"results-not-shown": "More results than GitHub shows.",
	"findings-without-file": "Findings about standard input, or about files outside the repository.",
	"file-skipped": "A file that could not be read.",
	"rule-not-evaluated": "A rule whose inputs are missing.",
	"assumption-made": "What was taken for granted because no input says it.",
	"more-notifications": "Notifications that were left out."
};
/** One descriptor for each kind of notification that occurs, by id. */
function describeNotifications(notifications) {
	const levels = /* @__PURE__ */ new Map();
	for (const { descriptor, level } of notifications) if (descriptor?.id !== void 0 && !levels.has(descriptor.id)) levels.set(descriptor.id, level);
	return [...levels].toSorted(([a], [b]) => compareText(a, b)).map(([id, level = "warning"]) => {
		const text = meanings$1[id] ?? "Something about an input: it could not be read, or not be evaluated as it stands.";
		return {
			id,
			name: id.replace(/(?:^|[^A-Za-z0-9]+)([A-Za-z0-9])/g, (_match, first) => first.toUpperCase()),
			shortDescription: { text },
			fullDescription: { text },
			help: { text: `${text} The message says what and why.` },
			defaultConfiguration: { level }
		};
	});
}
//#endregion
//#region packages/report/src/sarif.ts
/** SARIF wants to know where to read about the tool. */
const homepage = "https://authgraph.dev";
/** More related locations than this are not shown, and 1,000 make GitHub refuse the file. */
const relatedLimit = 100;
/** Findings told together because they are in one line; a file of one line may hold thousands. */
const shownOthers = 10;
/** GitHub keeps as many steps of a flow. */
const stepLimit = 1e3;
/**
* The report for code scanning: SARIF 2.1.0 as GitHub reads it.
*
* One run, results always there (an empty list is what closes alerts), every place relative to the root of the
* repository, no text of the sources, nothing of the machine or the time.
*/
function* renderSarif(run, options = {}) {
	const uriOf = repositoryUris(options.base ?? "", options.pathInRepository);
	const descriptors = describeRules(run.rules, run.findings, options.docsUrl);
	const placed = run.findings.flatMap((finding) => place(finding, descriptors, uriOf));
	const alerts = alertsOf(placed.toSorted(worstFirst));
	const counts = {
		results: alerts.length,
		withoutFile: run.findings.length - placed.length
	};
	const notifications = notificationsOf(run, counts, uriOf);
	options.onCounts?.(counts);
	yield `{\n"$schema": "https://json.schemastore.org/sarif-2.1.0.json",\n"version": "2.1.0",\n"runs": [\n`;
	yield* jsonObject([
		{
			key: "tool",
			value: { driver: {
				name: "authgraph",
				semanticVersion: run.toolVersion,
				informationUri: options.docsUrl ?? homepage,
				rules: descriptors.all,
				notifications: describeNotifications(notifications)
			} }
		},
		...options.category === void 0 ? [] : [{
			key: "automationDetails",
			value: { id: `${options.category.replace(/\/+$/, "")}/` }
		}],
		{
			key: "invocations",
			value: [{
				executionSuccessful: true,
				toolExecutionNotifications: notifications
			}]
		},
		{
			key: "originalUriBaseIds",
			value: { [sourceRoot]: { description: { text: "The root of the scanned repository." } } }
		},
		{
			key: "columnKind",
			value: "utf16CodeUnits"
		},
		{
			key: "results",
			list: results(alerts, descriptors, uriOf)
		}
	]);
	yield "\n]\n}\n";
}
function* results(alerts, descriptors, uriOf) {
	for (const alert of alerts.slice(0, resultLimit)) yield result(alert, descriptors, uriOf);
}
function place(finding, descriptors, uriOf) {
	const origin = shownPlace(finding);
	const uri = origin === void 0 ? void 0 : uriOf(origin.source);
	if (origin === void 0 || uri === void 0) return [];
	return [{
		finding,
		origin,
		uri,
		region: regionOf(origin),
		descriptorId: descriptors.idOf(finding)
	}];
}
function worstFirst(a, b) {
	return tierOrder(a.finding.severity) - tierOrder(b.finding.severity) || b.finding.score - a.finding.score || compareText(a.uri, b.uri) || a.region.startLine - b.region.startLine || a.region.startColumn - b.region.startColumn || compareText(a.finding.ruleId, b.finding.ruleId) || compareText(a.finding.fingerprint, b.finding.fingerprint);
}
function alertsOf(sorted) {
	const alerts = /* @__PURE__ */ new Map();
	for (const placed of sorted) {
		const key = `${placed.descriptorId}\n${placed.uri}\n${placed.region.startLine}`;
		const known = alerts.get(key);
		if (known === void 0) alerts.set(key, {
			main: placed,
			others: []
		});
		else known.others.push(placed);
	}
	return [...alerts.values()];
}
function result({ main, others }, descriptors, uriOf) {
	const { finding, origin, uri, region } = main;
	const hash = lineHash(origin.source, region.startLine);
	const related = /* @__PURE__ */ new Map();
	for (const hop of [main, ...others].flatMap((placed) => placed.finding.hops)) {
		if (related.size === relatedLimit) break;
		const location = hopLocation(hop, uriOf);
		if (location !== void 0) related.set(hop, {
			id: related.size + 1,
			...location
		});
	}
	const flows = [main, ...others.slice(0, shownOthers)].flatMap(({ finding }) => codeFlow(finding, (hop) => related.get(hop) ?? hopLocation(hop, uriOf)));
	return {
		ruleId: main.descriptorId,
		ruleIndex: descriptors.indexOf(finding),
		level: levelOf(finding.severity),
		rank: Math.round(finding.score * 10),
		message: { text: messageText(finding, others.slice(0, shownOthers).map((other) => other.finding), Math.max(0, others.length - shownOthers), (hop) => related.get(hop)?.id) },
		locations: [{ physicalLocation: physicalLocation(uri, region) }],
		...related.size === 0 ? {} : { relatedLocations: [...related.values()] },
		...flows.length === 0 ? {} : { codeFlows: flows },
		partialFingerprints: {
			...hash === void 0 ? {} : { primaryLocationLineHash: hash },
			"authgraphFinding/v1": finding.fingerprint
		},
		properties: {
			rule: finding.ruleId,
			severity: finding.severity,
			score: finding.score,
			confidence: finding.confidence,
			subject: finding.identity.subject,
			object: finding.identity.object,
			...others.length === 0 ? {} : { alsoFingerprints: others.map((other) => other.finding.fingerprint) }
		}
	};
}
function hopLocation(hop, uriOf) {
	if (hop.origin.kind !== "text") return void 0;
	const uri = uriOf(hop.origin.source);
	if (uri === void 0) return void 0;
	return {
		physicalLocation: physicalLocation(uri, regionOf(hop.origin)),
		message: { text: stepText(hop) }
	};
}
/** The steps in their order; one without a file is told by the step before it, as every location must have a place. */
function codeFlow(finding, locationOf) {
	const steps = finding.hops.filter((hop) => hop.step !== void 0).toSorted((a, b) => (a.step ?? 0) - (b.step ?? 0)).slice(0, stepLimit);
	const locations = [];
	const waiting = [];
	for (const hop of steps) {
		const location = locationOf(hop);
		if (location !== void 0) locations.push({
			place: location,
			texts: [...waiting.splice(0), stepText(hop)]
		});
		else {
			const place = hop.origin.kind === "built-in" ? placeText(hop.origin) : "outside the repository";
			(locations.at(-1)?.texts ?? waiting).push(`${stepText(hop)} (${place})`);
		}
	}
	if (locations.length < 2) return [];
	return [{ threadFlows: [{ locations: locations.map(({ place, texts }) => ({ location: {
		physicalLocation: place.physicalLocation,
		message: { text: texts.join("; ") }
	} })) }] }];
}
//#endregion
//#region packages/report/src/rating-words.ts
const holders = {
	0: "anybody without credentials",
	1: "any authenticated user",
	2: "every ServiceAccount, or the `default` one of a namespace",
	3: "one ServiceAccount or node",
	4: "one User or Group, whose members are unknown",
	5: "somebody whom Kubernetes expects there"
};
const powers = {
	1: "as good as cluster-admin",
	2: "all Secrets, tokens or pods, or the nodes",
	3: "one ordinary namespace",
	4: "bounded damage",
	5: "reading without Secrets",
	6: "discovery and health"
};
const bounds = {
	critical: "above 9.0",
	high: "7.0 to 8.9",
	medium: "4.0 to 6.9",
	low: "0.2 to 3.9",
	info: "0.1"
};
const meanings = {
	certain: "every hop was read from the inputs",
	likely: "a documented default is assumed where the inputs say nothing",
	possible: "it needs something that the inputs do not say"
};
/** What a number means and, where a rule says so, what it comes from: a line each. */
function ratingWords(risk) {
	const severity = severityOf(risk.score);
	return [
		`${risk.score.toFixed(1)} of 10: ${severity} (${bounds[severity]})`,
		...partsOf(risk),
		`confidence ${risk.confidence}: ${meanings[risk.confidence]}`
	];
}
function partsOf({ rating, score }) {
	if (rating === void 0) return [];
	const { holder, power, adjustments = [], assumedHops = 0 } = rating;
	const adjusted = rate({
		holder,
		power,
		adjustments
	});
	const whole = rate(rating);
	return [
		`who × what: ${rate({
			holder,
			power
		}).toFixed(1)} (${holders[holder]} × ${powers[power]})`,
		...adjustments.map((value) => `${signed(value)}: ${reasonOf(value)}`),
		...assumedHops === 0 ? [] : [`${signed(whole - adjusted)}: ${assumedWords(assumedHops)}`],
		...score < whole ? [`no more than ${score.toFixed(1)}, because nothing makes it usable today`] : []
	];
}
function assumedWords(hops) {
	return hops === 1 ? "one hop is assumed, not read" : `${hops} hops are assumed, not read`;
}
const reasons = {
	staticCredential: "a token or certificate that nobody rotates",
	namedObjects: "for named objects only",
	namedUser: "a User by name keeps the right when the person leaves",
	irrevocable: "through system:masters, which nothing can take away"
};
function reasonOf(value) {
	for (const [name, reason] of Object.entries(reasons)) if (Object.entries(adjustment).some(([other, known]) => other === name && known === value)) return reason;
	return "adjusted by the rule";
}
function signed(value) {
	return `${value < 0 ? "-" : "+"}${Math.abs(value).toFixed(1)}`;
}
//#endregion
//#region packages/report/src/story.ts
/**
* All there is to say of one finding, in the order in which a person asks: who can do it and through what, what follows,
* what else has the same cause, what to do, how to see it on a cluster, why it has this number, and what was assumed.
*/
function* renderStory({ finding, risk }, run, options) {
	const paint = painter(options.color);
	const style = frameStyle(finding, options, paint);
	const text = (words) => paragraph(words, options);
	const rule = run.rules.find(({ id }) => id === finding.ruleId);
	yield block([headline(finding, paint), ...asked(finding, risk)]);
	yield* section("Who, and through what", chainLines(finding, style), paint);
	yield* section("What follows", notes(finding, "then").flatMap(text), paint);
	yield* section("Who can use it", notes(finding, "who").flatMap(text), paint);
	yield* section("Why", notes(finding, "why").flatMap(text), paint);
	yield* section("Folded into it: the same cause", finding.folded.flatMap((one) => foldedLines(one, paint)), paint);
	yield* section("What to do", [...finding.remedies.flatMap((remedy) => remedyLines(remedy, style, options.width)), ...notes(finding, "note").flatMap((note) => text(`note: ${note}`))], paint);
	yield* section("How to check", notes(finding, "check").map((command) => `  ${printable(command)}`), paint);
	yield* section("What it is worth", ratingWords(finding).flatMap(text), paint);
	yield* section("The rule", ruleLines(finding, rule).flatMap(text), paint);
	yield* section("What was assumed", assumptions(run).flatMap(text), paint);
	yield* section("To accept it", acceptLines(finding).flatMap(text), paint);
}
function block(lines) {
	return `${lines.join("\n")}\n`;
}
function* section(title, lines, paint) {
	if (lines.length > 0) yield `\n${block([paint("strong", title), ...lines])}`;
}
function paragraph(words, { width }) {
	return wrapped("  ", words, width, {
		wrap: 4,
		ownLine: 4
	});
}
function notes(finding, kind) {
	const texts = finding.notes.filter((note) => note.kind === kind).map(({ text }) => text);
	if (kind !== "then") return texts;
	const last = Math.max(0, ...finding.hops.map(({ step }) => step ?? 0));
	return texts.map((text, index) => /^\d+\. /.test(text) ? text : `${last + index + 1}. ${text}`);
}
/** The fingerprint that was asked for may be that of a risk the finding only mentions. */
function asked(finding, risk) {
	if (risk.fingerprint === finding.fingerprint) return [];
	return [`${shortFingerprint(risk)} is folded into it: ${risk.severity}[${printable(risk.ruleId)}] ${printable(risk.title)}`];
}
/** Each hop in its order with the line it is read from; remarks stand in the frame of the step they belong to. */
function chainLines(finding, style) {
	const groups = [];
	for (const hop of inOrder(chainOf(finding))) {
		const last = groups.at(-1);
		if (last !== void 0 && hop.step === void 0 && isSameText(last[0], hop)) last.push(hop);
		else groups.push([hop]);
	}
	return groups.flatMap((hops) => hopLines(hops, finding, style));
}
/** By step; what has none stays behind what it stood behind. */
function inOrder(hops) {
	let step = 0;
	return hops.map((hop) => {
		step = hop.step ?? step;
		return {
			hop,
			step
		};
	}).toSorted((a, b) => a.step - b.step).map(({ hop }) => hop);
}
function isSameText(one, other) {
	return one.origin.kind === "text" && other.origin.kind === "text" && one.origin.source === other.origin.source;
}
function hopLines(hops, { place }, style) {
	const [{ origin, label, step }] = hops;
	const [heading, bar] = [" ".repeat(style.digits) + style.paint("gutter", "--> ") + placeText(origin), gutter(style, void 0)];
	if (origin.kind === "built-in") {
		const words = (step === void 0 ? "" : `${step}. `) + printable(label);
		return [
			heading,
			bar,
			`${bar} ${style.paint("remark", words)}`,
			bar
		];
	}
	const marks = hops.flatMap((hop) => hop.origin.kind === "text" ? [{
		...hop,
		origin: hop.origin,
		primary: isSameHop(hop, place)
	}] : []);
	return [
		heading,
		bar,
		...frame(origin.source, marks, style),
		bar
	];
}
function foldedLines(risk, paint) {
	const { score, confidence, place } = risk;
	return [`  ${headline(risk, paint)}`, `    ${harmless(placeText(place.origin))}, ${score.toFixed(1)}, ${confidence}, fingerprint ${shortFingerprint(risk)}`];
}
function ruleLines({ ruleId }, rule) {
	if (rule === void 0) return [ruleId];
	const { title, why, references } = rule;
	return [
		`${ruleId}: ${title}`,
		why.trim(),
		...references
	];
}
function acceptLines(finding) {
	const { origin } = finding.place;
	const where = origin.kind === "text" ? `, on its line or the one above (${placeText(origin)})` : "";
	return [`${acceptComment(finding)}${where}`, `fingerprint ${finding.fingerprint}`];
}
//#endregion
//#region packages/report/src/who-can-json.ts
/** Who may do something, for programs. */
function renderWhoCanJson(answer, context) {
	return `${jsonText(whoCanValue(answer, context), 2)}\n`;
}
function renderWhoCanYaml(answer, context) {
	return yamlText(whoCanValue(answer, context));
}
function whoCanValue(answer, { kubernetes, assumptions }) {
	const { attributes, subjects, members, nodes, anyNode, anybody, couldGain, notes } = answer;
	return {
		schemaVersion: 1,
		kubernetes: kubernetesValue(kubernetes),
		question: requestValue(attributes),
		subjects: subjects.map(({ subject, decision }) => ({
			...keyValue(subject),
			...decisionValue(decision)
		})),
		members: members.map(({ user, group, origin }) => ({
			...keyValue(`User ${user}`),
			group,
			origin: place$2(origin)
		})),
		anybody: anybody.outcome,
		anyNode: anyNode.outcome,
		nodes: nodes.map(({ node, decision }) => ({
			node,
			outcome: decision.outcome
		})),
		couldGain: couldGain.map(({ subject, way, target, grants }) => ({
			...keyValue(subject),
			way,
			target,
			proof: grants.map(grantValue)
		})),
		notes,
		assumptions: assumptions.map(assumptionValue)
	};
}
/** A user whose name is that of a service account is told as one. */
function keyValue(key) {
	const space = key.indexOf(" ");
	const [kind, name] = [key.slice(0, space), key.slice(space + 1)];
	const [, namespace, account] = kind === "User" ? /^system:serviceaccount:([^:]*):([^:]*)$/.exec(name) ?? [] : [];
	return account === void 0 ? {
		kind,
		name
	} : {
		kind: "ServiceAccount",
		name: account,
		namespace
	};
}
//#endregion
//#region packages/report/src/who-can-text.ts
/** Who may do something, for a person: by name, through groups, and who could come to it. */
function* renderWhoCan(answer, context) {
	const paint = painter(context.color);
	const { attributes, subjects, members, couldGain, notes } = answer;
	const allowed = subjects.filter(({ decision }) => decision.outcome === "allowed");
	const open = subjects.filter(({ decision }) => decision.outcome === "unknown");
	yield `${paint("strong", `who may ${requestWords(attributes)}:`)}\n`;
	yield* tableLines(allowed.flatMap(({ subject, decision }) => grantRows(subject, decision)));
	yield* everybodyLines(answer);
	if (members.length > 0) {
		yield `\n${paint("strong", "through these groups, of those that the inputs name:")}\n`;
		yield* tableLines(members.map(({ user, group, origin }) => [
			identityWords({
				user,
				groups: []
			}),
			printable(`in Group ${group}`),
			placeText(origin)
		]));
	}
	if (open.length > 0) {
		yield `\n${paint("medium", "perhaps:")}\n`;
		yield* tableLines(open.map(openRow));
	}
	if (couldGain.length > 0) {
		yield `\n${paint("removed", "may not, and could make it so:")}\n`;
		yield* tableLines(couldGain.map(stepRow));
	}
	yield "\n";
	for (const note of notes) yield `note: ${printable(note)}\n`;
	yield* assumedLines(context);
}
/** The words of a key: `User x`, `Group x`, or the account that a user name stands for. */
function keyWords(key) {
	return key.startsWith("User ") ? identityWords({
		user: key.slice(5),
		groups: []
	}) : printable(key);
}
function grantRows(subject, decision) {
	const who = keyWords(subject);
	if (decision.outcome !== "allowed") return [];
	if (decision.proof.length === 0) return [[
		who,
		printable(decision.reason),
		""
	]];
	const seen = /* @__PURE__ */ new Set();
	return decision.proof.flatMap((grant) => {
		const words = bindingWords(grant);
		if (seen.has(words)) return [];
		seen.add(words);
		return [[
			seen.size === 1 ? who : "",
			words,
			placeText(grant.subject.origin)
		]];
	});
}
function bindingWords({ binding, role }) {
	const { object, namespace } = binding.entry;
	const of = role.entry;
	return `${objectWords(object.kind, object.meta.name.value, namespace)}, ${objectWords(of.object.kind, of.object.meta.name.value, of.namespace)}`;
}
function openRow({ subject, decision }) {
	const [assumption] = decision.outcome === "unknown" ? decision.assumptions : [];
	const place = assumption?.origin === void 0 ? "" : placeText(assumption.origin);
	return [
		keyWords(subject),
		`depends on ${printable(assumption?.text ?? decision.reason)}`,
		place
	];
}
function stepRow({ subject, way, target, grants: [grant] }) {
	const what = {
		impersonate: "may act as",
		bind: "may bind",
		escalate: "may rewrite its own"
	}[way];
	return [
		keyWords(subject),
		`${what} ${way === "impersonate" && target.startsWith("User ") ? identityWords({
			user: target.slice(5),
			groups: []
		}) : printable(target)}`,
		grant === void 0 ? "" : `${bindingWords(grant)} (${placeText(grant.rule.origin)})`
	];
}
/** Those whom no binding names: everybody, and kubelets. */
function* everybodyLines({ anybody, anyNode, nodes }) {
	const word = {
		allowed: "yes",
		unknown: "perhaps",
		denied: "no"
	};
	if (anybody.outcome !== "denied") yield `  anybody: ${word[anybody.outcome]}, ${printable(anybody.reason)}\n`;
	if (anyNode.outcome !== anybody.outcome && anyNode.outcome !== "denied") yield `  kubelets of any node (system:node:…, in system:nodes): ${word[anyNode.outcome]}\n`;
	for (const { node, decision } of nodes) yield `  kubelet of node ${printable(node)} (in system:nodes): ${word[decision.outcome]}\n`;
}
//#endregion
export { shortestPaths as $, rolesOf as $n, removeListItem as $t, readersOfSecret as A, strongestPower as An, fieldRequirements as Ar, note as At, nearName as B, firstThatFits as Bn, dormantPowersOf as Bt, renderCanI as C, tokenSecrets as Cn, serviceAccountGroups as Cr, isForApiServer as Ct, renderReviewError as D, powersOf as Dn, withAuthenticatedGroup as Dr, credentialPower as Dt, renderReviewAnswer as E, givesEverything as En, unauthenticatedGroup as Er, driftRisks as Et, mayBeBound as F, representativeScore as Fn, describedPower as Ft, hiddenRisk as G, quotable as Gn, rbacIsAsked as Gt, impersonationHops as H, inScope as Hn, allResourcesWords as Ht, needlessTokenRisk as I, severityAtLeast as In, worstOf as It, sortFindings as J, whoCan as Jn, hop as Jt, foldRisks as K, rulesFor as Kn, certaintyOf as Kt, noAutomount as L, severityOf as Ln, hasAwsAuth as Lt, dormantRisks as M, confidenceAtLeast as Mn, takeSubjectOut as Mt, powerRisks as N, dormantScore as Nn, fingerprintOf as Nt, placeText as O, rateHeld as On, readCsv as Or, aggregationRisks as Ot, idleDefaultRisks as P, rate as Pn, controllersStep as Pt, holdersOfPower as Q, authorize as Qn, whereOf as Qt, ineffectiveRisks as R, weakerConfidence as Rn, includesAwsAuth as Rt, renderAccessListYaml as S, strongestAccount as Sn, parseServiceAccountUserName as Sr, workloadsOf as St, renderCanIYaml as T, cataloguedPowers as Tn, serviceAccountsGroup as Tr, editDistance as Tt, impersonationsOf as U, listed$1 as Un, isByWildcard as Ut, impersonationChecks as V, fitTitle as Vn, unusedRoles as Vt, mentionsImpersonation as W, namespacedName as Wn, anonymousReach as Wt, isClusterAdminRef as X, smallestGrant as Xn, roleRefHop as Xt, everythingRisk as Y, nearMisses as Yn, powerHops as Yt, strongAccountsBeside as Z, buildInventory as Zn, subjectHop as Zt, renderGithub as _, renameField as _n, loopbackUser as _r, defaultAccount as _t, renderSarif as a, createTokenCommand as an, loadApiResources as ar, mostHops as at, renderAccessList as b, accountPower as bn, nodeUserPrefix as br, workloadName as bt, renderDiagnostics as c, holderOf as cn, loadKubeadmPolicy as cr, reachOf as ct, renderPathsJson as d, isSameHolder as dn, subjectKey as dr, podSecurityOf as dt, removeObject as en, buildAccessGraph as er, pathRisks as et, renderFindingJson as f, pronounOf as fn, userKey as fr, asSubjectKey as ft, renderDot as g, addField as gn, bootstrappersGroup as gr, accountsRunningIn as gt, renderGraphml as h, addDocument as hn, bootstrapTokenUserPrefix as hr, vertexKey as ht, renderStory as i, checkCommand$1 as in, withoutRefusedServers as ir, levelOf$1 as it, runRules as j, adjustment as jn, roleOf$1 as jt, printable as k, ruleGives as kn, flagTakesNoValue as kr, crowdRisk as kt, renderPretty as l, holderOfGroup as ln, groupKey as lr, escalationGraph as lt, renderGraphJson as m, subjectPronoun as mn, authenticatedGroup as mr, identityVertex as mt, renderWhoCanJson as n, replaceItem as nn, roleKey as nr, followingLines as nt, resultLimit as o, membershipsOf as on, loadDefaultPolicy as or, pathOf as ot, renderJson as p, serviceAccountHolder as pn, anonymousUser as pr, clusterAdminVertex as pt, keepRisks as q, oneStepAway as qn, standTogether as qt, renderWhoCanYaml as r, replaceScalar as rn, grantsIfBound as rr, boundPaths as rt, renderRule as s, boundHolders as sn, loadEveryDefaultPolicy as sr, pathOrder as st, renderWhoCan as t, replaceBoolean as tn, appliedNamespace as tr, consequenceOf as tt, renderPaths as u, holderOfUser as un, identityKeys as ur, keepsFromNode as ut, shortFingerprint as v, yamlName as vn, mastersGroup as vr, isOneWorkload as vt, renderCanIJson as w, asksOf as wn, serviceAccountUserName as wr, longestTokenLife as wt, renderAccessListJson as x, accountPowers as xn, nodesGroup as xr, workloadNames as xt, renderConcise as y, accountAnnotationName as yn, namespaceServiceAccountsGroup as yr, runningAccounts as yt, indexNames as z, powerCatalogue as zn, boundPowersOf as zt };
