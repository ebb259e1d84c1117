import { E as located, N as holdsFor } from "./reader.mjs";
//#region packages/kubernetes/src/built-in-policy.ts
/**
* Makes objects out of their short forms, all with one origin.
*
* Equal values and lists become the same object: a policy repeats a few hundred of them thousands of times.
*/
function policyMaker(of) {
	const origin = {
		kind: "built-in",
		of
	};
	const apiVersion = "rbac.authorization.k8s.io/v1";
	const value = remembering((text) => located(text, origin));
	const list = remembering((text) => text.split(",").map(value));
	const listOf = (text) => text === null || text === void 0 ? none : list(text);
	const labelMap = remembering((labels) => {
		return new Map(Object.entries(labels).map(([key, text]) => [key, value(text)]));
	});
	const meta = ({ name, namespace, labels }) => ({
		name: value(name),
		generated: false,
		namespace: namespace === "" ? void 0 : value(namespace),
		labels: labels === void 0 ? unlabelled : labelMap(labels[0]),
		annotations: labels === void 0 ? unlabelled : labelMap(labels[1])
	});
	const rule = ([verbs, apiGroups, resources, resourceNames, nonResourceURLs]) => ({
		origin,
		verbs: listOf(verbs),
		apiGroups: listOf(apiGroups),
		resources: listOf(resources),
		resourceNames: listOf(resourceNames),
		nonResourceURLs: listOf(nonResourceURLs)
	});
	const subject = (text) => {
		const [kind, name] = cut(text, " ");
		if (kind === "User" || kind === "Group") return {
			kind,
			origin,
			name: value(name)
		};
		const [namespace, account] = cut(name, "/");
		return {
			kind: "ServiceAccount",
			origin,
			name: value(account),
			namespace: value(namespace)
		};
	};
	return {
		role: (short) => ({
			kind: short.namespace === "" ? "ClusterRole" : "Role",
			apiVersion,
			meta: meta(short),
			origin,
			rules: short.rules.map(rule),
			aggregation: short.selectors && {
				origin,
				selectors: short.selectors.map(selector)
			}
		}),
		binding: (short) => {
			const [kind, name] = cut(short.role, " ");
			return {
				kind: short.namespace === "" ? "ClusterRoleBinding" : "RoleBinding",
				apiVersion,
				meta: meta(short),
				origin,
				roleRef: {
					origin,
					kind: located(kind === "Role" ? kind : "ClusterRole", origin),
					name: value(name)
				},
				subjects: short.subjects.map(subject)
			};
		}
	};
}
const unlabelled = /* @__PURE__ */ new Map();
const none = [];
function selector({ matchLabels = {}, matchExpressions = [] }) {
	return {
		matchLabels: new Map(Object.entries(matchLabels)),
		matchExpressions
	};
}
function cut(text, separator) {
	const at = text.indexOf(separator);
	return [text.slice(0, at), text.slice(at + 1)];
}
function remembering(make) {
	const known = /* @__PURE__ */ new Map();
	return (key) => {
		let made = known.get(key);
		if (made === void 0) {
			made = make(key);
			known.set(key, made);
		}
		return made;
	};
}
//#endregion
//#region packages/kubernetes/src/generated/default-policy.gen.ts
/** The RBAC policy that kube-apiserver creates by itself. Decoded by default-policy.ts. */
const encodedDefaultPolicy = `{"clusterRoles":[
[255,"admin","",0,[],[{"matchLabels":{"rbac.authorization.k8s.io/aggregate-to-admin":"true"}}]],
[255,"cluster-admin","",0,[0,1]],
[255,"edit","",1,[],[{"matchLabels":{"rbac.authorization.k8s.io/aggregate-to-edit":"true"}}]],
[255,"system:aggregate-to-admin","",1,[2,3]],
[224,"system:aggregate-to-edit","",2,[4,5,6,7,214,9,215,10,11,12,13,14,15,16,201]],
[16,"system:aggregate-to-edit","",2,[4,5,6,7,8,9,10,11,12,13,14,15,16,201]],
[15,"system:aggregate-to-edit","",2,[4,5,6,7,8,9,10,11,12,13,14,15,16]],
[16,"system:aggregate-to-view","",3,[17,18,19,20,21,22,23,24,25,26,202]],
[15,"system:aggregate-to-view","",3,[17,18,19,20,21,22,23,24,25,26]],
[224,"system:aggregate-to-view","",3,[17,216,19,217,20,21,22,23,24,25,26,202]],
[255,"system:auth-delegator","",0,[27,28]],
[255,"system:basic-user","",0,[29,30]],
[255,"system:certificates.k8s.io:certificatesigningrequests:nodeclient","",0,[31]],
[255,"system:certificates.k8s.io:certificatesigningrequests:selfnodeclient","",0,[32]],
[255,"system:certificates.k8s.io:kube-apiserver-client-approver","",0,[33]],
[255,"system:certificates.k8s.io:kube-apiserver-client-kubelet-approver","",0,[34]],
[255,"system:certificates.k8s.io:kubelet-serving-approver","",0,[35]],
[255,"system:certificates.k8s.io:legacy-unknown-approver","",0,[36]],
[128,"system:cluster-trust-bundle-discovery","",0,[222]],
[255,"system:controller:attachdetach-controller","",0,[37,38,39,40,41,42,43,44]],
[255,"system:controller:certificate-controller","",0,[45,46,34,47,28,41]],
[255,"system:controller:clusterrole-aggregation-controller","",0,[48]],
[252,"system:controller:cronjob-controller","",0,[49,50,51,52,118,41]],
[3,"system:controller:cronjob-controller","",0,[49,50,51,52,53,41]],
[255,"system:controller:daemon-set-controller","",0,[54,55,56,57,58,59,60,41]],
[255,"system:controller:deployment-controller","",0,[61,62,63,64,65,41]],
[128,"system:controller:device-taint-eviction-controller","",0,[153,73,218,209,206,41,223,224]],
[64,"system:controller:device-taint-eviction-controller","",0,[153,73,218,209,206,41]],
[1,"system:controller:disruption-controller","",0,[66,67,68,69,70,71,72,41,73]],
[254,"system:controller:disruption-controller","",0,[66,67,68,69,70,71,73,72,41]],
[252,"system:controller:endpoint-controller","",0,[74,185,76,41]],
[3,"system:controller:endpoint-controller","",0,[74,75,76,41]],
[252,"system:controller:endpointslice-controller","",0,[77,78,186,41]],
[3,"system:controller:endpointslice-controller","",0,[77,78,79,41]],
[252,"system:controller:endpointslicemirroring-controller","",0,[80,78,81,186,41]],
[3,"system:controller:endpointslicemirroring-controller","",0,[80,78,81,79,41]],
[255,"system:controller:ephemeral-volume-controller","",0,[82,83,84,41]],
[60,"system:controller:expand-controller","",0,[85,86,87,41,187]],
[192,"system:controller:expand-controller","",0,[85,86,87,41]],
[3,"system:controller:expand-controller","",0,[85,86,87,88,89,90,41]],
[255,"system:controller:generic-garbage-collector","",0,[91,41]],
[252,"system:controller:horizontal-pod-autoscaler","",0,[92,93,94,40,188,189,190,41]],
[3,"system:controller:horizontal-pod-autoscaler","",0,[92,93,94,95,96,97,98,41]],
[255,"system:controller:job-controller","",0,[99,100,101,58,41]],
[128,"system:controller:kube-apiserver-serving-clustertrustbundle-publisher","",0,[225,226,41]],
[255,"system:controller:legacy-service-account-token-cleaner","",0,[102,103]],
[3,"system:controller:namespace-controller","",0,[104,105,106]],
[252,"system:controller:namespace-controller","",0,[104,105,191]],
[2,"system:controller:node-controller","",0,[107,39,73,181,41]],
[1,"system:controller:node-controller","",0,[107,39,73,53,41,108]],
[128,"system:controller:node-controller","",0,[192,39,73,153,227,41]],
[124,"system:controller:node-controller","",0,[192,39,73,153,41]],
[3,"system:controller:persistent-volume-binder","",0,[109,110,111,112,113,88,114,115,90,116,117,41]],
[60,"system:controller:persistent-volume-binder","",0,[109,110,111,112,113,88,57,41,117,187]],
[192,"system:controller:persistent-volume-binder","",0,[109,110,111,112,113,88,57,41,117]],
[3,"system:controller:pod-garbage-collector","",0,[118,116,119]],
[252,"system:controller:pod-garbage-collector","",0,[118,38,119]],
[128,"system:controller:podcertificaterequestcleaner","",0,[228]],
[255,"system:controller:pv-protection-controller","",0,[120,41]],
[192,"system:controller:pvc-protection-controller","",0,[111,112,82,41]],
[63,"system:controller:pvc-protection-controller","",0,[111,82,41]],
[255,"system:controller:replicaset-controller","",0,[121,122,123,58,41]],
[255,"system:controller:replication-controller","",0,[124,125,126,58,41]],
[192,"system:controller:resource-claim-controller","",0,[82,83,203,204,73,41,219]],
[48,"system:controller:resource-claim-controller","",0,[82,83,203,204,73,41]],
[255,"system:controller:resourcequota-controller","",0,[127,128,41]],
[255,"system:controller:root-ca-cert-publisher","",0,[129,41]],
[255,"system:controller:route-controller","",0,[57,130,41]],
[248,"system:controller:selinux-warning-controller","",0,[41,194,87,82,43]],
[255,"system:controller:service-account-controller","",0,[131,41]],
[248,"system:controller:service-cidrs-controller","",0,[195,196,197,198,41]],
[255,"system:controller:service-controller","",0,[132,133,57,41]],
[2,"system:controller:statefulset-controller","",0,[40,70,134,135,136,60,182,41,137]],
[224,"system:controller:statefulset-controller","",0,[40,70,134,135,136,60,84,137,83,41]],
[29,"system:controller:statefulset-controller","",0,[40,70,134,135,136,60,84,41,137,83]],
[128,"system:controller:storage-version-migrator-controller","",0,[229,230,231,232]],
[255,"system:controller:ttl-after-finished-controller","",0,[138,41]],
[255,"system:controller:ttl-controller","",0,[139,41]],
[255,"system:controller:validatingadmissionpolicy-status-controller","",0,[140,141,41]],
[240,"system:controller:volumeattributesclass-protection-controller","",0,[87,194,205,41]],
[255,"system:discovery","",0,[142]],
[255,"system:heapster","",0,[143,144]],
[255,"system:kube-aggregator","",0,[80]],
[255,"system:kube-controller-manager","",0,[41,145,146,147,148,149,150,27,28,127,9]],
[255,"system:kube-dns","",0,[151]],
[1,"system:kube-scheduler","",0,[41,145,152,38,153,154,73,155,67,70,69,156,27,28,44,19,43,157]],
[2,"system:kube-scheduler","",0,[41,145,183,184,38,153,154,73,155,67,70,69,156,27,28,44,19,43,157]],
[64,"system:kube-scheduler","",0,[41,145,183,184,38,153,154,73,155,67,70,69,156,27,28,44,193,19,43,157,206,207,208,83,209,220,219]],
[128,"system:kube-scheduler","",0,[41,145,183,184,38,153,154,73,155,67,70,69,156,27,28,44,193,19,43,157,206,207,208,83,209,220,224,219]],
[48,"system:kube-scheduler","",0,[41,145,183,184,38,153,154,73,155,67,70,69,156,27,28,44,193,19,43,157,206,207,208,83,209]],
[12,"system:kube-scheduler","",0,[41,145,183,184,38,153,154,73,155,67,70,69,156,27,28,44,193,19,43,157]],
[248,"system:kubelet-api-admin","",0,[38,158,159,199]],
[7,"system:kubelet-api-admin","",0,[38,158,159]],
[48,"system:monitoring","",0,[160,210]],
[15,"system:monitoring","",0,[160]],
[192,"system:monitoring","",0,[221,210]],
[16,"system:node","",0,[27,161,132,162,39,163,164,82,165,73,7,166,167,168,169,170,171,9,172,43,173,174,211,212,213]],
[15,"system:node","",0,[27,161,132,162,39,163,164,82,165,73,7,166,167,168,169,170,171,9,172,43,173,174]],
[96,"system:node","",0,[27,161,132,162,39,163,41,82,165,73,7,166,167,168,169,170,171,9,172,43,173,174,211,212,213]],
[128,"system:node","",0,[27,161,132,162,39,163,41,82,165,73,7,166,167,168,169,170,171,9,172,43,173,174,211,212,222,213,233]],
[255,"system:node-bootstrapper","",0,[169]],
[255,"system:node-problem-detector","",0,[175,130,41]],
[7,"system:node-proxier","",0,[151,38,41,176]],
[248,"system:node-proxier","",0,[151,38,41,200,176]],
[255,"system:persistent-volume-provisioner","",0,[177,111,88,117,41]],
[255,"system:public-info-viewer","",0,[178]],
[255,"system:service-account-issuer-discovery","",0,[179]],
[255,"system:volume-scheduler","",0,[85,88,180]],
[255,"view","",2,[],[{"matchLabels":{"rbac.authorization.k8s.io/aggregate-to-view":"true"}}]]
],
"roles":[
[255,"extension-apiserver-authentication-reader","kube-system",0,[236]],
[30,"system::leader-locking-kube-controller-manager","kube-system",0,[237,238,243,244]],
[1,"system::leader-locking-kube-controller-manager","kube-system",0,[237,238]],
[224,"system::leader-locking-kube-controller-manager","kube-system",0,[243,244]],
[30,"system::leader-locking-kube-scheduler","kube-system",0,[237,239,243,244]],
[1,"system::leader-locking-kube-scheduler","kube-system",0,[237,239]],
[224,"system::leader-locking-kube-scheduler","kube-system",0,[243,244]],
[255,"system:controller:bootstrap-signer","kube-public",0,[234,235,41]],
[255,"system:controller:bootstrap-signer","kube-system",0,[240]],
[255,"system:controller:cloud-provider","kube-system",0,[241]],
[255,"system:controller:token-cleaner","kube-system",0,[242,41]]
],
"clusterRoleBindings":[
[255,"cluster-admin","",0,"ClusterRole cluster-admin",["Group system:masters"]],
[255,"system:basic-user","",0,"ClusterRole system:basic-user",["Group system:authenticated"]],
[128,"system:cluster-trust-bundle-discovery","",0,"ClusterRole system:cluster-trust-bundle-discovery",["Group system:serviceaccounts"]],
[255,"system:controller:attachdetach-controller","",0,"ClusterRole system:controller:attachdetach-controller",["ServiceAccount kube-system/attachdetach-controller"]],
[255,"system:controller:certificate-controller","",0,"ClusterRole system:controller:certificate-controller",["ServiceAccount kube-system/certificate-controller"]],
[255,"system:controller:clusterrole-aggregation-controller","",0,"ClusterRole system:controller:clusterrole-aggregation-controller",["ServiceAccount kube-system/clusterrole-aggregation-controller"]],
[255,"system:controller:cronjob-controller","",0,"ClusterRole system:controller:cronjob-controller",["ServiceAccount kube-system/cronjob-controller"]],
[255,"system:controller:daemon-set-controller","",0,"ClusterRole system:controller:daemon-set-controller",["ServiceAccount kube-system/daemon-set-controller"]],
[255,"system:controller:deployment-controller","",0,"ClusterRole system:controller:deployment-controller",["ServiceAccount kube-system/deployment-controller"]],
[192,"system:controller:device-taint-eviction-controller","",0,"ClusterRole system:controller:device-taint-eviction-controller",["ServiceAccount kube-system/device-taint-eviction-controller"]],
[255,"system:controller:disruption-controller","",0,"ClusterRole system:controller:disruption-controller",["ServiceAccount kube-system/disruption-controller"]],
[255,"system:controller:endpoint-controller","",0,"ClusterRole system:controller:endpoint-controller",["ServiceAccount kube-system/endpoint-controller"]],
[255,"system:controller:endpointslice-controller","",0,"ClusterRole system:controller:endpointslice-controller",["ServiceAccount kube-system/endpointslice-controller"]],
[255,"system:controller:endpointslicemirroring-controller","",0,"ClusterRole system:controller:endpointslicemirroring-controller",["ServiceAccount kube-system/endpointslicemirroring-controller"]],
[255,"system:controller:ephemeral-volume-controller","",0,"ClusterRole system:controller:ephemeral-volume-controller",["ServiceAccount kube-system/ephemeral-volume-controller"]],
[255,"system:controller:expand-controller","",0,"ClusterRole system:controller:expand-controller",["ServiceAccount kube-system/expand-controller"]],
[255,"system:controller:generic-garbage-collector","",0,"ClusterRole system:controller:generic-garbage-collector",["ServiceAccount kube-system/generic-garbage-collector"]],
[255,"system:controller:horizontal-pod-autoscaler","",0,"ClusterRole system:controller:horizontal-pod-autoscaler",["ServiceAccount kube-system/horizontal-pod-autoscaler"]],
[255,"system:controller:job-controller","",0,"ClusterRole system:controller:job-controller",["ServiceAccount kube-system/job-controller"]],
[128,"system:controller:kube-apiserver-serving-clustertrustbundle-publisher","",0,"ClusterRole system:controller:kube-apiserver-serving-clustertrustbundle-publisher",["ServiceAccount kube-system/kube-apiserver-serving-clustertrustbundle-publisher"]],
[255,"system:controller:legacy-service-account-token-cleaner","",0,"ClusterRole system:controller:legacy-service-account-token-cleaner",["ServiceAccount kube-system/legacy-service-account-token-cleaner"]],
[255,"system:controller:namespace-controller","",0,"ClusterRole system:controller:namespace-controller",["ServiceAccount kube-system/namespace-controller"]],
[255,"system:controller:node-controller","",0,"ClusterRole system:controller:node-controller",["ServiceAccount kube-system/node-controller"]],
[255,"system:controller:persistent-volume-binder","",0,"ClusterRole system:controller:persistent-volume-binder",["ServiceAccount kube-system/persistent-volume-binder"]],
[255,"system:controller:pod-garbage-collector","",0,"ClusterRole system:controller:pod-garbage-collector",["ServiceAccount kube-system/pod-garbage-collector"]],
[128,"system:controller:podcertificaterequestcleaner","",0,"ClusterRole system:controller:podcertificaterequestcleaner",["ServiceAccount kube-system/podcertificaterequestcleaner"]],
[255,"system:controller:pv-protection-controller","",0,"ClusterRole system:controller:pv-protection-controller",["ServiceAccount kube-system/pv-protection-controller"]],
[255,"system:controller:pvc-protection-controller","",0,"ClusterRole system:controller:pvc-protection-controller",["ServiceAccount kube-system/pvc-protection-controller"]],
[255,"system:controller:replicaset-controller","",0,"ClusterRole system:controller:replicaset-controller",["ServiceAccount kube-system/replicaset-controller"]],
[255,"system:controller:replication-controller","",0,"ClusterRole system:controller:replication-controller",["ServiceAccount kube-system/replication-controller"]],
[240,"system:controller:resource-claim-controller","",0,"ClusterRole system:controller:resource-claim-controller",["ServiceAccount kube-system/resource-claim-controller"]],
[255,"system:controller:resourcequota-controller","",0,"ClusterRole system:controller:resourcequota-controller",["ServiceAccount kube-system/resourcequota-controller"]],
[255,"system:controller:root-ca-cert-publisher","",0,"ClusterRole system:controller:root-ca-cert-publisher",["ServiceAccount kube-system/root-ca-cert-publisher"]],
[255,"system:controller:route-controller","",0,"ClusterRole system:controller:route-controller",["ServiceAccount kube-system/route-controller"]],
[248,"system:controller:selinux-warning-controller","",0,"ClusterRole system:controller:selinux-warning-controller",["ServiceAccount kube-system/selinux-warning-controller"]],
[255,"system:controller:service-account-controller","",0,"ClusterRole system:controller:service-account-controller",["ServiceAccount kube-system/service-account-controller"]],
[248,"system:controller:service-cidrs-controller","",0,"ClusterRole system:controller:service-cidrs-controller",["ServiceAccount kube-system/service-cidrs-controller"]],
[255,"system:controller:service-controller","",0,"ClusterRole system:controller:service-controller",["ServiceAccount kube-system/service-controller"]],
[255,"system:controller:statefulset-controller","",0,"ClusterRole system:controller:statefulset-controller",["ServiceAccount kube-system/statefulset-controller"]],
[128,"system:controller:storage-version-migrator-controller","",0,"ClusterRole system:controller:storage-version-migrator-controller",["ServiceAccount kube-system/storage-version-migrator-controller"]],
[255,"system:controller:ttl-after-finished-controller","",0,"ClusterRole system:controller:ttl-after-finished-controller",["ServiceAccount kube-system/ttl-after-finished-controller"]],
[255,"system:controller:ttl-controller","",0,"ClusterRole system:controller:ttl-controller",["ServiceAccount kube-system/ttl-controller"]],
[255,"system:controller:validatingadmissionpolicy-status-controller","",0,"ClusterRole system:controller:validatingadmissionpolicy-status-controller",["ServiceAccount kube-system/validatingadmissionpolicy-status-controller"]],
[240,"system:controller:volumeattributesclass-protection-controller","",0,"ClusterRole system:controller:volumeattributesclass-protection-controller",["ServiceAccount kube-system/volumeattributesclass-protection-controller"]],
[255,"system:discovery","",0,"ClusterRole system:discovery",["Group system:authenticated"]],
[255,"system:kube-controller-manager","",0,"ClusterRole system:kube-controller-manager",["User system:kube-controller-manager"]],
[255,"system:kube-dns","",0,"ClusterRole system:kube-dns",["ServiceAccount kube-system/kube-dns"]],
[255,"system:kube-scheduler","",0,"ClusterRole system:kube-scheduler",["User system:kube-scheduler"]],
[255,"system:monitoring","",0,"ClusterRole system:monitoring",["Group system:monitoring"]],
[255,"system:node","",0,"ClusterRole system:node",[]],
[255,"system:node-proxier","",0,"ClusterRole system:node-proxier",["User system:kube-proxy"]],
[255,"system:public-info-viewer","",0,"ClusterRole system:public-info-viewer",["Group system:authenticated","Group system:unauthenticated"]],
[255,"system:service-account-issuer-discovery","",0,"ClusterRole system:service-account-issuer-discovery",["Group system:serviceaccounts"]],
[255,"system:volume-scheduler","",0,"ClusterRole system:volume-scheduler",["User system:kube-scheduler"]]
],
"roleBindings":[
[255,"system::extension-apiserver-authentication-reader","kube-system",0,"Role extension-apiserver-authentication-reader",["User system:kube-controller-manager","User system:kube-scheduler"]],
[254,"system::leader-locking-kube-controller-manager","kube-system",0,"Role system::leader-locking-kube-controller-manager",["User system:kube-controller-manager","ServiceAccount kube-system/kube-controller-manager","ServiceAccount kube-system/leader-election-controller"]],
[1,"system::leader-locking-kube-controller-manager","kube-system",0,"Role system::leader-locking-kube-controller-manager",["User system:kube-controller-manager","ServiceAccount kube-system/kube-controller-manager"]],
[255,"system::leader-locking-kube-scheduler","kube-system",0,"Role system::leader-locking-kube-scheduler",["User system:kube-scheduler","ServiceAccount kube-system/kube-scheduler"]],
[255,"system:controller:bootstrap-signer","kube-public",0,"Role system:controller:bootstrap-signer",["ServiceAccount kube-system/bootstrap-signer"]],
[255,"system:controller:bootstrap-signer","kube-system",0,"Role system:controller:bootstrap-signer",["ServiceAccount kube-system/bootstrap-signer"]],
[255,"system:controller:cloud-provider","kube-system",0,"Role system:controller:cloud-provider",["ServiceAccount kube-system/cloud-provider"]],
[255,"system:controller:token-cleaner","kube-system",0,"Role system:controller:token-cleaner",["ServiceAccount kube-system/token-cleaner"]]
],
"labels":[
[{"kubernetes.io/bootstrapping":"rbac-defaults"},{"rbac.authorization.kubernetes.io/autoupdate":"true"}],
[{"kubernetes.io/bootstrapping":"rbac-defaults","rbac.authorization.k8s.io/aggregate-to-admin":"true"},{"rbac.authorization.kubernetes.io/autoupdate":"true"}],
[{"kubernetes.io/bootstrapping":"rbac-defaults","rbac.authorization.k8s.io/aggregate-to-edit":"true"},{"rbac.authorization.kubernetes.io/autoupdate":"true"}],
[{"kubernetes.io/bootstrapping":"rbac-defaults","rbac.authorization.k8s.io/aggregate-to-view":"true"},{"rbac.authorization.kubernetes.io/autoupdate":"true"}]
],
"rules":[
["*","*","*"],
["*",null,null,null,"*"],
["create","authorization.k8s.io","localsubjectaccessreviews"],
["create,delete,deletecollection,get,list,patch,update,watch","rbac.authorization.k8s.io","rolebindings,roles"],
["get,list,watch","","pods/attach,pods/exec,pods/portforward,pods/proxy,secrets,services/proxy"],
["impersonate","","serviceaccounts"],
["create,delete,deletecollection,patch,update","","pods,pods/attach,pods/exec,pods/portforward,pods/proxy"],
["create","","pods/eviction"],
["create,delete,deletecollection,patch,update","","configmaps,events,persistentvolumeclaims,replicationcontrollers,replicationcontrollers/scale,secrets,serviceaccounts,services,services/proxy"],
["create","","serviceaccounts/token"],
["create,delete,deletecollection,patch,update","apps","daemonsets,deployments,deployments/rollback,deployments/scale,replicasets,replicasets/scale,statefulsets,statefulsets/scale"],
["create,delete,deletecollection,patch,update","autoscaling","horizontalpodautoscalers"],
["create,delete,deletecollection,patch,update","batch","cronjobs,jobs"],
["create,delete,deletecollection,patch,update","extensions","daemonsets,deployments,deployments/rollback,deployments/scale,ingresses,networkpolicies,replicasets,replicasets/scale,replicationcontrollers/scale"],
["create,delete,deletecollection,patch,update","policy","poddisruptionbudgets"],
["create,delete,deletecollection,patch,update","networking.k8s.io","ingresses,networkpolicies"],
["create,delete,deletecollection,get,list,patch,update,watch","coordination.k8s.io","leases"],
["get,list,watch","","configmaps,endpoints,persistentvolumeclaims,persistentvolumeclaims/status,pods,replicationcontrollers,replicationcontrollers/scale,serviceaccounts,services,services/status"],
["get,list,watch","","bindings,events,limitranges,namespaces/status,pods/log,pods/status,replicationcontrollers/status,resourcequotas,resourcequotas/status"],
["get,list,watch","","namespaces"],
["get,list,watch","discovery.k8s.io","endpointslices"],
["get,list,watch","apps","controllerrevisions,daemonsets,daemonsets/status,deployments,deployments/scale,deployments/status,replicasets,replicasets/scale,replicasets/status,statefulsets,statefulsets/scale,statefulsets/status"],
["get,list,watch","autoscaling","horizontalpodautoscalers,horizontalpodautoscalers/status"],
["get,list,watch","batch","cronjobs,cronjobs/status,jobs,jobs/status"],
["get,list,watch","extensions","daemonsets,daemonsets/status,deployments,deployments/scale,deployments/status,ingresses,ingresses/status,networkpolicies,replicasets,replicasets/scale,replicasets/status,replicationcontrollers/scale"],
["get,list,watch","policy","poddisruptionbudgets,poddisruptionbudgets/status"],
["get,list,watch","networking.k8s.io","ingresses,ingresses/status,networkpolicies"],
["create","authentication.k8s.io","tokenreviews"],
["create","authorization.k8s.io","subjectaccessreviews"],
["create","authorization.k8s.io","selfsubjectaccessreviews,selfsubjectrulesreviews"],
["create","authentication.k8s.io","selfsubjectreviews"],
["create","certificates.k8s.io","certificatesigningrequests/nodeclient"],
["create","certificates.k8s.io","certificatesigningrequests/selfnodeclient"],
["approve","certificates.k8s.io","signers","kubernetes.io/kube-apiserver-client"],
["approve","certificates.k8s.io","signers","kubernetes.io/kube-apiserver-client-kubelet"],
["approve","certificates.k8s.io","signers","kubernetes.io/kubelet-serving"],
["approve","certificates.k8s.io","signers","kubernetes.io/legacy-unknown"],
["list,watch","","persistentvolumeclaims,persistentvolumes"],
["get,list,watch","","nodes"],
["patch,update","","nodes/status"],
["list,watch","","pods"],
["create,patch,update",",events.k8s.io","events"],
["create,delete,get,list,watch","storage.k8s.io","volumeattachments"],
["get,list,watch","storage.k8s.io","csidrivers"],
["get,list,watch","storage.k8s.io","csinodes"],
["delete,get,list,watch","certificates.k8s.io","certificatesigningrequests"],
["update","certificates.k8s.io","certificatesigningrequests/approval,certificatesigningrequests/status"],
["sign","certificates.k8s.io","signers","kubernetes.io/kube-apiserver-client,kubernetes.io/kube-apiserver-client-kubelet,kubernetes.io/kubelet-serving,kubernetes.io/legacy-unknown"],
["escalate,get,list,patch,update,watch","rbac.authorization.k8s.io","clusterroles"],
["get,list,update,watch","batch","cronjobs"],
["create,delete,get,list,patch,update,watch","batch","jobs"],
["update","batch","cronjobs/status"],
["update","batch","cronjobs/finalizers"],
["delete,list","","pods"],
["get,list,watch","apps,extensions","daemonsets"],
["update","apps,extensions","daemonsets/status"],
["update","apps,extensions","daemonsets/finalizers"],
["list,watch","","nodes"],
["create,delete,list,patch,watch","","pods"],
["create","","pods/binding"],
["create,delete,get,list,patch,update,watch","apps","controllerrevisions"],
["get,list,update,watch","apps,extensions","deployments"],
["update","apps,extensions","deployments/status"],
["update","apps,extensions","deployments/finalizers"],
["create,delete,get,list,patch,update,watch","apps,extensions","replicasets"],
["get,list,update,watch","","pods"],
["get,list,watch","apps,extensions","deployments"],
["get,list,watch","apps,extensions","replicasets"],
["get,list,watch","","replicationcontrollers"],
["get,list,watch","policy","poddisruptionbudgets"],
["get,list,watch","apps","statefulsets"],
["update","policy","poddisruptionbudgets/status"],
["get","*","*/scale"],
["patch,update","","pods/status"],
["get,list,watch","","pods,services"],
["create,delete,get,list,update","","endpoints"],
["create","","endpoints/restricted"],
["get,list,watch","","nodes,pods,services"],
["update","","services/finalizers"],
["create,delete,get,list,update","discovery.k8s.io","endpointslices"],
["get,list,watch","","endpoints,services"],
["update","","endpoints/finalizers"],
["get,list,watch","","pods"],
["update","","pods/finalizers"],
["create,get,list,watch","","persistentvolumeclaims"],
["get,list,patch,update,watch","","persistentvolumes"],
["patch,update","","persistentvolumeclaims/status"],
["get,list,watch","","persistentvolumeclaims"],
["get,list,watch","storage.k8s.io","storageclasses"],
["get","","endpoints,services"],
["get","","secrets"],
["delete,get,list,patch,update,watch","*","*"],
["get,list,watch","autoscaling","horizontalpodautoscalers"],
["update","autoscaling","horizontalpodautoscalers/status"],
["get,update","*","*/scale"],
["list","","pods"],
["list","metrics.k8s.io","pods"],
["get,list","custom.metrics.k8s.io","*"],
["get,list","external.metrics.k8s.io","*"],
["get,list,patch,update,watch","batch","jobs"],
["update","batch","jobs/status"],
["update","batch","jobs/finalizers"],
["get","","configmaps","kube-apiserver-legacy-service-account-token-tracking"],
["delete,patch","","secrets"],
["delete,get,list,watch","","namespaces"],
["update","","namespaces/finalize,namespaces/status"],
["delete,deletecollection,get,list","*","*"],
["delete,get,list,patch,update","","nodes"],
["get","","pods"],
["create,delete,get,list,update,watch","","persistentvolumes"],
["update","","persistentvolumes/status"],
["get,list,update,watch","","persistentvolumeclaims"],
["update","","persistentvolumeclaims/status"],
["create,delete,get,list,watch","","pods"],
["create,delete,get,update","","endpoints"],
["create,delete,get","","services"],
["get,list","","nodes"],
["watch","","events"],
["delete,list,watch","","pods"],
["patch","","pods/status"],
["get,list,update,watch","","persistentvolumes"],
["get,list,update,watch","apps,extensions","replicasets"],
["update","apps,extensions","replicasets/status"],
["update","apps,extensions","replicasets/finalizers"],
["get,list,update,watch","","replicationcontrollers"],
["update","","replicationcontrollers/status"],
["update","","replicationcontrollers/finalizers"],
["list,watch","*","*"],
["update","","resourcequotas/status"],
["create,update","","configmaps"],
["patch","","nodes/status"],
["create","","serviceaccounts"],
["get,list,watch","","services"],
["patch,update","","services/status"],
["update","apps","statefulsets/status"],
["update","apps","statefulsets/finalizers"],
["create,delete,get,patch,update","","pods"],
["delete,update","","persistentvolumeclaims"],
["delete,get,list,watch","batch","jobs"],
["list,patch,update,watch","","nodes"],
["get,list,watch","admissionregistration.k8s.io","validatingadmissionpolicies"],
["get,patch,update","admissionregistration.k8s.io","validatingadmissionpolicies/status"],
["get",null,null,null,"/api,/api/*,/apis,/apis/*,/healthz,/livez,/openapi,/openapi/*,/readyz,/version,/version/"],
["get,list,watch","","events,namespaces,nodes,pods"],
["get,list,watch","extensions","deployments"],
["create","coordination.k8s.io","leases"],
["get,update","coordination.k8s.io","leases","kube-controller-manager"],
["create","","secrets,serviceaccounts"],
["delete","","secrets"],
["get","","configmaps,namespaces,secrets,serviceaccounts"],
["update","","secrets,serviceaccounts"],
["list,watch","","endpoints,services"],
["get,update","coordination.k8s.io","leases","kube-scheduler"],
["delete,get,list,watch","","pods"],
["create","","bindings,pods/binding"],
["get,list,watch","","replicationcontrollers,services"],
["get,list,watch","","persistentvolumeclaims,persistentvolumes"],
["get,list,watch","storage.k8s.io","csistoragecapacities"],
["proxy","","nodes"],
["*","","nodes/log,nodes/metrics,nodes/proxy,nodes/stats"],
["get",null,null,null,"/healthz,/healthz/*,/livez,/livez/*,/metrics,/metrics/slis,/readyz,/readyz/*"],
["create","authorization.k8s.io","localsubjectaccessreviews,subjectaccessreviews"],
["create,get,list,watch","","nodes"],
["patch,update","","nodes"],
["create,patch,update","","events"],
["create,delete","","pods"],
["get,list,watch","","configmaps,secrets"],
["get","","persistentvolumeclaims,persistentvolumes"],
["get","","endpoints"],
["create,get,list,watch","certificates.k8s.io","certificatesigningrequests"],
["create,delete,get,patch,update","coordination.k8s.io","leases"],
["get","storage.k8s.io","volumeattachments"],
["get,patch,update","","persistentvolumeclaims/status"],
["create,delete,get,patch,update","storage.k8s.io","csinodes"],
["get,list,watch","node.k8s.io","runtimeclasses"],
["get","","nodes"],
["list,watch","discovery.k8s.io","endpointslices"],
["create,delete,get,list,watch","","persistentvolumes"],
["get",null,null,null,"/healthz,/livez,/readyz,/version,/version/"],
["get",null,null,null,"/.well-known/openid-configuration,/.well-known/openid-configuration/,/openid/v1/jwks,/openid/v1/jwks/"],
["get,list,patch,update,watch","","persistentvolumeclaims"],
["delete,get,list","","pods"],
["create,get","","persistentvolumeclaims"],
["get,list,update,watch","coordination.k8s.io","leases","kube-scheduler"],
["create,delete,deletecollection,get,list,patch,update,watch","coordination.k8s.io","leasecandidates"],
["create,delete,get,list,update,watch","","endpoints"],
["create,delete,get,list,update,watch","discovery.k8s.io","endpointslices"],
["get","","services"],
["list,watch","metrics.k8s.io","pods"],
["get,list,watch","custom.metrics.k8s.io","*"],
["get,list,watch","external.metrics.k8s.io","*"],
["delete,deletecollection,get,list,watch","*","*"],
["delete,get,list,patch,update,watch","","nodes"],
["get,list,watch","storage.k8s.io","volumeattachments"],
["get,list,watch","","persistentvolumes"],
["get,list,patch,update,watch","networking.k8s.io","servicecidrs"],
["patch,update","networking.k8s.io","servicecidrs/finalizers"],
["patch,update","networking.k8s.io","servicecidrs/status"],
["get,list,watch","networking.k8s.io","ipaddresses"],
["*","","nodes/configz,nodes/healthz,nodes/pods"],
["list,watch","networking.k8s.io","servicecidrs"],
["create,delete,deletecollection,patch,update","resource.k8s.io","resourceclaims,resourceclaimtemplates"],
["get,list,watch","resource.k8s.io","resourceclaims,resourceclaims/status,resourceclaimtemplates"],
["create,delete,get,list,watch","resource.k8s.io","resourceclaims"],
["patch,update","resource.k8s.io","resourceclaims,resourceclaims/status"],
["get,list,update,watch","storage.k8s.io","volumeattributesclasses"],
["get,list,watch","resource.k8s.io","deviceclasses"],
["get,list,patch,update,watch","resource.k8s.io","resourceclaims"],
["get,list,patch,update,watch","resource.k8s.io","resourceclaims/status"],
["get,list,watch","resource.k8s.io","resourceslices"],
["get","","nodes/metrics"],
["get","resource.k8s.io","resourceclaims"],
["deletecollection","resource.k8s.io","resourceslices"],
["get","","serviceaccounts"],
["create,delete,deletecollection,patch,update","","configmaps,persistentvolumeclaims,replicationcontrollers,replicationcontrollers/scale,secrets,serviceaccounts,services,services/proxy"],
["create,delete,deletecollection,patch,update",",events.k8s.io","events"],
["get,list,watch","","bindings,limitranges,namespaces/status,pods/log,pods/status,replicationcontrollers/status,resourcequotas,resourcequotas/status"],
["get,list,watch",",events.k8s.io","events"],
["get,list,watch","resource.k8s.io","resourceclaims"],
["patch,update","resource.k8s.io","resourceclaims/binding"],
["create,delete","resource.k8s.io","resourceclaims"],
["get",null,null,null,"/flagz,/healthz,/healthz/*,/livez,/livez/*,/metrics,/metrics/slis,/readyz,/readyz/*,/statusz"],
["get,list,watch","certificates.k8s.io","clustertrustbundles"],
["patch,update","resource.k8s.io","devicetaintrules/status"],
["get,list,watch","resource.k8s.io","devicetaintrules"],
["attest","certificates.k8s.io","signers","kubernetes.io/kube-apiserver-serving"],
["create,delete,list,update,watch","certificates.k8s.io","clustertrustbundles"],
["get,list,watch","coordination.k8s.io","leases"],
["delete,get,list,watch","certificates.k8s.io","podcertificaterequests"],
["list,patch","*","*"],
["get","apiextensions.k8s.io","customresourcedefinitions"],
["patch","apiextensions.k8s.io","customresourcedefinitions/status"],
["update","storagemigration.k8s.io","storageversionmigrations/status"],
["create,get,list,watch","certificates.k8s.io","podcertificaterequests"],
["get,list,watch","","configmaps"],
["update","","configmaps","cluster-info"],
["get,list,watch","","configmaps","extension-apiserver-authentication"],
["watch","","configmaps"],
["get,update","","configmaps","kube-controller-manager"],
["get,update","","configmaps","kube-scheduler"],
["get,list,watch","","secrets"],
["create,get,list,watch","","configmaps"],
["delete,get,list,watch","","secrets"],
["create,get,list,update,watch","coordination.k8s.io","leases"],
["create,get,list,update,watch","coordination.k8s.io","leasecandidates"]
]}`;
//#endregion
//#region packages/kubernetes/src/default-policy.ts
const made = /* @__PURE__ */ new Map();
/**
* What kube-apiserver creates when it starts (plugin/pkg/auth/authorizer/rbac/bootstrappolicy), ClusterRoles first,
* each kind in the order of names. Aggregated roles have no rules yet: a controller fills them.
*/
function defaultPolicy(minor) {
	let policy = made.get(minor);
	if (policy === void 0) {
		policy = decode(minor);
		made.set(minor, policy);
	}
	return policy;
}
function decode(minor) {
	const encoded = JSON.parse(encodedDefaultPolicy);
	const make = policyMaker(`default policy of v${minor}`);
	const roles = [];
	for (const row of [...encoded.clusterRoles, ...encoded.roles]) {
		if (!holdsFor(row, minor)) continue;
		const [, name, namespace, labels, ruleNumbers, selectors] = row;
		const rules = pick(encoded.rules, ruleNumbers);
		roles.push(make.role({
			name,
			namespace,
			labels: encoded.labels[labels],
			rules,
			selectors
		}));
	}
	const bindings = [];
	for (const row of [...encoded.clusterRoleBindings, ...encoded.roleBindings]) {
		if (!holdsFor(row, minor)) continue;
		const [, name, namespace, labels, role, subjects] = row;
		bindings.push(make.binding({
			name,
			namespace,
			labels: encoded.labels[labels],
			role,
			subjects
		}));
	}
	return {
		roles,
		bindings
	};
}
function pick(from, numbers) {
	const picked = [];
	for (const number of numbers) {
		const element = from[number];
		if (element !== void 0) picked.push(element);
	}
	return picked;
}
//#endregion
//#region packages/kubernetes/src/kubeadm-policy.ts
const clusterWide = "";
const joiningNodes = "Group system:bootstrappers:kubeadm:default-node-token";
const nodes = "Group system:nodes";
const getNodes = [
	"get",
	"",
	"nodes"
];
const getConfigMap = (name) => [
	"get",
	"",
	"configmaps",
	name
];
const roles = [
	{
		namespace: clusterWide,
		name: "kubeadm:get-nodes",
		rules: [getNodes]
	},
	{
		namespace: clusterWide,
		name: "system:coredns",
		rules: [[
			"list,watch",
			"",
			"endpoints,services,pods,namespaces"
		], [
			"list,watch",
			"discovery.k8s.io",
			"endpointslices"
		]]
	},
	{
		namespace: "kube-public",
		name: "kubeadm:bootstrap-signer-clusterinfo",
		rules: [getConfigMap("cluster-info")]
	},
	{
		namespace: "kube-system",
		name: "kube-proxy",
		rules: [getConfigMap("kube-proxy")]
	},
	{
		namespace: "kube-system",
		name: "kubeadm:kubeadm-certs",
		rules: [[
			"get",
			"",
			"secrets",
			"kubeadm-certs"
		]]
	},
	{
		namespace: "kube-system",
		name: "kubeadm:kubelet-config",
		rules: [getConfigMap("kubelet-config")]
	},
	{
		namespace: "kube-system",
		name: "kubeadm:nodes-kubeadm-config",
		rules: [getConfigMap("kubeadm-config")]
	}
];
const bindings = [
	cluster("kubeadm:cluster-admins", "cluster-admin", "Group kubeadm:cluster-admins"),
	cluster("kubeadm:get-nodes", "kubeadm:get-nodes", joiningNodes),
	cluster("kubeadm:kubelet-bootstrap", "system:node-bootstrapper", joiningNodes),
	cluster("kubeadm:node-autoapprove-bootstrap", "system:certificates.k8s.io:certificatesigningrequests:nodeclient", joiningNodes),
	cluster("kubeadm:node-autoapprove-certificate-rotation", "system:certificates.k8s.io:certificatesigningrequests:selfnodeclient", nodes),
	cluster("kubeadm:node-proxier", "system:node-proxier", "ServiceAccount kube-system/kube-proxy"),
	cluster("system:coredns", "system:coredns", "ServiceAccount kube-system/coredns"),
	namespaced("kube-public", "kubeadm:bootstrap-signer-clusterinfo", "User system:anonymous"),
	namespaced("kube-system", "kube-proxy", joiningNodes),
	namespaced("kube-system", "kubeadm:kubeadm-certs", joiningNodes),
	namespaced("kube-system", "kubeadm:kubelet-config", nodes, joiningNodes),
	namespaced("kube-system", "kubeadm:nodes-kubeadm-config", joiningNodes, nodes)
];
const apiserverKubeletClient = cluster("kubeadm:apiserver-kubelet-client", "system:kubelet-api-admin", "User kube-apiserver-kubelet-client");
/** Minors whose kubeadm gave that user `kubeadm:cluster-admins` by its certificate instead (in the releases compared). */
const withoutApiserverKubeletClient = new Set([
	"1.30",
	"1.31",
	"1.32",
	"1.34",
	"1.35"
]);
/** What a cluster made by kubeadm holds besides the default policy. */
function kubeadmPolicy(minor) {
	const make = policyMaker(`kubeadm v${minor}`);
	const ofThisMinor = withoutApiserverKubeletClient.has(minor) ? bindings : [apiserverKubeletClient, ...bindings];
	return {
		roles: roles.map(make.role),
		bindings: ofThisMinor.map(make.binding)
	};
}
function cluster(name, role, ...subjects) {
	return {
		namespace: clusterWide,
		name,
		role: `ClusterRole ${role}`,
		subjects
	};
}
/** Of a Role with the same name. */
function namespaced(namespace, name, ...subjects) {
	return {
		namespace,
		name,
		role: `Role ${name}`,
		subjects
	};
}
//#endregion
export { defaultPolicy as n, kubeadmPolicy as t };
