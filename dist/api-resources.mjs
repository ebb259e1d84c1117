import { N as holdsFor } from "./reader.mjs";
//#region packages/kubernetes/src/generated/api-resources.gen.ts
/** What discovery serves by default, in its order. Decoded by api-resources.ts. */
const encodedApiResources = `[
[255,"","v1","bindings","Binding","binding",1,"create","","",""],
[255,"","v1","componentstatuses","ComponentStatus","componentstatus",0,"get,list","","cs",""],
[255,"","v1","configmaps","ConfigMap","configmap",1,"create,delete,deletecollection,get,list,patch,update,watch","","cm",""],
[255,"","v1","endpoints","Endpoints","endpoints",1,"create,delete,deletecollection,get,list,patch,update,watch","","ep",""],
[255,"","v1","events","Event","event",1,"create,delete,deletecollection,get,list,patch,update,watch","","ev",""],
[255,"","v1","limitranges","LimitRange","limitrange",1,"create,delete,deletecollection,get,list,patch,update,watch","","limits",""],
[255,"","v1","namespaces","Namespace","namespace",0,"create,delete,get,list,patch,update,watch","finalize:update status:get,patch,update","ns",""],
[255,"","v1","nodes","Node","node",0,"create,delete,deletecollection,get,list,patch,update,watch","proxy:create,delete,get,patch,update status:get,patch,update","no",""],
[255,"","v1","persistentvolumeclaims","PersistentVolumeClaim","persistentvolumeclaim",1,"create,delete,deletecollection,get,list,patch,update,watch","status:get,patch,update","pvc",""],
[255,"","v1","persistentvolumes","PersistentVolume","persistentvolume",0,"create,delete,deletecollection,get,list,patch,update,watch","status:get,patch,update","pv",""],
[7,"","v1","pods","Pod","pod",1,"create,delete,deletecollection,get,list,patch,update,watch","attach:create,get binding:create ephemeralcontainers:get,patch,update eviction:create exec:create,get log:get portforward:create,get proxy:create,delete,get,patch,update status:get,patch,update","po","all"],
[248,"","v1","pods","Pod","pod",1,"create,delete,deletecollection,get,list,patch,update,watch","attach:create,get binding:create ephemeralcontainers:get,patch,update eviction:create exec:create,get log:get portforward:create,get proxy:create,delete,get,patch,update resize:get,patch,update status:get,patch,update","po","all"],
[255,"","v1","podtemplates","PodTemplate","podtemplate",1,"create,delete,deletecollection,get,list,patch,update,watch","","",""],
[255,"","v1","replicationcontrollers","ReplicationController","replicationcontroller",1,"create,delete,deletecollection,get,list,patch,update,watch","scale:get,patch,update status:get,patch,update","rc","all"],
[255,"","v1","resourcequotas","ResourceQuota","resourcequota",1,"create,delete,deletecollection,get,list,patch,update,watch","status:get,patch,update","quota",""],
[255,"","v1","secrets","Secret","secret",1,"create,delete,deletecollection,get,list,patch,update,watch","","",""],
[255,"","v1","serviceaccounts","ServiceAccount","serviceaccount",1,"create,delete,deletecollection,get,list,patch,update,watch","token:create","sa",""],
[255,"","v1","services","Service","service",1,"create,delete,deletecollection,get,list,patch,update,watch","proxy:create,delete,get,patch,update status:get,patch,update","svc","all"],
[255,"apiregistration.k8s.io","v1","apiservices","APIService","apiservice",0,"create,delete,deletecollection,get,list,patch,update,watch","status:get,patch,update","","api-extensions"],
[255,"apps","v1","controllerrevisions","ControllerRevision","controllerrevision",1,"create,delete,deletecollection,get,list,patch,update,watch","","",""],
[255,"apps","v1","daemonsets","DaemonSet","daemonset",1,"create,delete,deletecollection,get,list,patch,update,watch","status:get,patch,update","ds","all"],
[255,"apps","v1","deployments","Deployment","deployment",1,"create,delete,deletecollection,get,list,patch,update,watch","scale:get,patch,update status:get,patch,update","deploy","all"],
[255,"apps","v1","replicasets","ReplicaSet","replicaset",1,"create,delete,deletecollection,get,list,patch,update,watch","scale:get,patch,update status:get,patch,update","rs","all"],
[255,"apps","v1","statefulsets","StatefulSet","statefulset",1,"create,delete,deletecollection,get,list,patch,update,watch","scale:get,patch,update status:get,patch,update","sts","all"],
[255,"events.k8s.io","v1","events","Event","event",1,"create,delete,deletecollection,get,list,patch,update,watch","","ev",""],
[255,"authentication.k8s.io","v1","selfsubjectreviews","SelfSubjectReview","selfsubjectreview",0,"create","","",""],
[255,"authentication.k8s.io","v1","tokenreviews","TokenReview","tokenreview",0,"create","","",""],
[255,"authorization.k8s.io","v1","localsubjectaccessreviews","LocalSubjectAccessReview","localsubjectaccessreview",1,"create","","",""],
[255,"authorization.k8s.io","v1","selfsubjectaccessreviews","SelfSubjectAccessReview","selfsubjectaccessreview",0,"create","","",""],
[255,"authorization.k8s.io","v1","selfsubjectrulesreviews","SelfSubjectRulesReview","selfsubjectrulesreview",0,"create","","",""],
[255,"authorization.k8s.io","v1","subjectaccessreviews","SubjectAccessReview","subjectaccessreview",0,"create","","",""],
[255,"autoscaling","v2","horizontalpodautoscalers","HorizontalPodAutoscaler","horizontalpodautoscaler",1,"create,delete,deletecollection,get,list,patch,update,watch","status:get,patch,update","hpa","all"],
[255,"autoscaling","v1","horizontalpodautoscalers","HorizontalPodAutoscaler","horizontalpodautoscaler",1,"create,delete,deletecollection,get,list,patch,update,watch","status:get,patch,update","hpa","all"],
[255,"batch","v1","cronjobs","CronJob","cronjob",1,"create,delete,deletecollection,get,list,patch,update,watch","status:get,patch,update","cj","all"],
[255,"batch","v1","jobs","Job","job",1,"create,delete,deletecollection,get,list,patch,update,watch","status:get,patch,update","","all"],
[255,"certificates.k8s.io","v1","certificatesigningrequests","CertificateSigningRequest","certificatesigningrequest",0,"create,delete,deletecollection,get,list,patch,update,watch","approval:get,patch,update status:get,patch,update","csr",""],
[128,"certificates.k8s.io","v1","clustertrustbundles","ClusterTrustBundle","clustertrustbundle",0,"create,delete,deletecollection,get,list,patch,update,watch","","",""],
[128,"certificates.k8s.io","v1","podcertificaterequests","PodCertificateRequest","podcertificaterequest",1,"create,delete,deletecollection,get,list,patch,update,watch","status:get,patch,update","",""],
[255,"networking.k8s.io","v1","ingressclasses","IngressClass","ingressclass",0,"create,delete,deletecollection,get,list,patch,update,watch","","",""],
[255,"networking.k8s.io","v1","ingresses","Ingress","ingress",1,"create,delete,deletecollection,get,list,patch,update,watch","status:get,patch,update","ing",""],
[248,"networking.k8s.io","v1","ipaddresses","IPAddress","ipaddress",0,"create,delete,deletecollection,get,list,patch,update,watch","","ip",""],
[255,"networking.k8s.io","v1","networkpolicies","NetworkPolicy","networkpolicy",1,"create,delete,deletecollection,get,list,patch,update,watch","","netpol",""],
[248,"networking.k8s.io","v1","servicecidrs","ServiceCIDR","servicecidr",0,"create,delete,deletecollection,get,list,patch,update,watch","status:get,patch,update","",""],
[255,"policy","v1","poddisruptionbudgets","PodDisruptionBudget","poddisruptionbudget",1,"create,delete,deletecollection,get,list,patch,update,watch","status:get,patch,update","pdb",""],
[255,"rbac.authorization.k8s.io","v1","clusterrolebindings","ClusterRoleBinding","clusterrolebinding",0,"create,delete,deletecollection,get,list,patch,update,watch","","",""],
[255,"rbac.authorization.k8s.io","v1","clusterroles","ClusterRole","clusterrole",0,"create,delete,deletecollection,get,list,patch,update,watch","","",""],
[255,"rbac.authorization.k8s.io","v1","rolebindings","RoleBinding","rolebinding",1,"create,delete,deletecollection,get,list,patch,update,watch","","",""],
[255,"rbac.authorization.k8s.io","v1","roles","Role","role",1,"create,delete,deletecollection,get,list,patch,update,watch","","",""],
[255,"storage.k8s.io","v1","csidrivers","CSIDriver","csidriver",0,"create,delete,deletecollection,get,list,patch,update,watch","","",""],
[127,"storage.k8s.io","v1","csinodes","CSINode","csinode",0,"create,delete,deletecollection,get,list,patch,update,watch","","",""],
[128,"storage.k8s.io","v1","csinodes","CSINode","csinode",0,"create,delete,deletecollection,get,list,patch,update,watch","status:get,patch,update","",""],
[255,"storage.k8s.io","v1","csistoragecapacities","CSIStorageCapacity","csistoragecapacity",1,"create,delete,deletecollection,get,list,patch,update,watch","","",""],
[255,"storage.k8s.io","v1","storageclasses","StorageClass","storageclass",0,"create,delete,deletecollection,get,list,patch,update,watch","","sc",""],
[255,"storage.k8s.io","v1","volumeattachments","VolumeAttachment","volumeattachment",0,"create,delete,deletecollection,get,list,patch,update,watch","status:get,patch,update","",""],
[240,"storage.k8s.io","v1","volumeattributesclasses","VolumeAttributesClass","volumeattributesclass",0,"create,delete,deletecollection,get,list,patch,update,watch","","vac",""],
[192,"admissionregistration.k8s.io","v1","mutatingadmissionpolicies","MutatingAdmissionPolicy","mutatingadmissionpolicy",0,"create,delete,deletecollection,get,list,patch,update,watch","","","api-extensions"],
[192,"admissionregistration.k8s.io","v1","mutatingadmissionpolicybindings","MutatingAdmissionPolicyBinding","mutatingadmissionpolicybinding",0,"create,delete,deletecollection,get,list,patch,update,watch","","","api-extensions"],
[255,"admissionregistration.k8s.io","v1","mutatingwebhookconfigurations","MutatingWebhookConfiguration","mutatingwebhookconfiguration",0,"create,delete,deletecollection,get,list,patch,update,watch","","","api-extensions"],
[255,"admissionregistration.k8s.io","v1","validatingadmissionpolicies","ValidatingAdmissionPolicy","validatingadmissionpolicy",0,"create,delete,deletecollection,get,list,patch,update,watch","status:get,patch,update","","api-extensions"],
[255,"admissionregistration.k8s.io","v1","validatingadmissionpolicybindings","ValidatingAdmissionPolicyBinding","validatingadmissionpolicybinding",0,"create,delete,deletecollection,get,list,patch,update,watch","","","api-extensions"],
[255,"admissionregistration.k8s.io","v1","validatingwebhookconfigurations","ValidatingWebhookConfiguration","validatingwebhookconfiguration",0,"create,delete,deletecollection,get,list,patch,update,watch","","","api-extensions"],
[255,"apiextensions.k8s.io","v1","customresourcedefinitions","CustomResourceDefinition","customresourcedefinition",0,"create,delete,deletecollection,get,list,patch,update,watch","status:get,patch,update","crd,crds","api-extensions"],
[255,"scheduling.k8s.io","v1","priorityclasses","PriorityClass","priorityclass",0,"create,delete,deletecollection,get,list,patch,update,watch","","pc",""],
[255,"coordination.k8s.io","v1","leases","Lease","lease",1,"create,delete,deletecollection,get,list,patch,update,watch","","",""],
[255,"node.k8s.io","v1","runtimeclasses","RuntimeClass","runtimeclass",0,"create,delete,deletecollection,get,list,patch,update,watch","","",""],
[255,"discovery.k8s.io","v1","endpointslices","EndpointSlice","endpointslice",1,"create,delete,deletecollection,get,list,patch,update,watch","","",""],
[240,"resource.k8s.io","v1","deviceclasses","DeviceClass","deviceclass",0,"create,delete,deletecollection,get,list,patch,update,watch","","",""],
[128,"resource.k8s.io","v1","devicetaintrules","DeviceTaintRule","devicetaintrule",0,"create,delete,deletecollection,get,list,patch,update,watch","status:get,patch,update","",""],
[240,"resource.k8s.io","v1","resourceclaims","ResourceClaim","resourceclaim",1,"create,delete,deletecollection,get,list,patch,update,watch","status:get,patch,update","",""],
[240,"resource.k8s.io","v1","resourceclaimtemplates","ResourceClaimTemplate","resourceclaimtemplate",1,"create,delete,deletecollection,get,list,patch,update,watch","","",""],
[240,"resource.k8s.io","v1","resourceslices","ResourceSlice","resourceslice",0,"create,delete,deletecollection,get,list,patch,update,watch","","",""],
[255,"flowcontrol.apiserver.k8s.io","v1","flowschemas","FlowSchema","flowschema",0,"create,delete,deletecollection,get,list,patch,update,watch","status:get,patch,update","",""],
[255,"flowcontrol.apiserver.k8s.io","v1","prioritylevelconfigurations","PriorityLevelConfiguration","prioritylevelconfiguration",0,"create,delete,deletecollection,get,list,patch,update,watch","status:get,patch,update","",""],
[3,"flowcontrol.apiserver.k8s.io","v1beta3","flowschemas","FlowSchema","flowschema",0,"create,delete,deletecollection,get,list,patch,update,watch","status:get,patch,update","",""],
[3,"flowcontrol.apiserver.k8s.io","v1beta3","prioritylevelconfigurations","PriorityLevelConfiguration","prioritylevelconfiguration",0,"create,delete,deletecollection,get,list,patch,update,watch","status:get,patch,update","",""],
[128,"storagemigration.k8s.io","v1","storageversionmigrations","StorageVersionMigration","storageversionmigration",0,"create,delete,deletecollection,get,list,patch,update,watch","status:get,patch,update","",""]
]`;
//#endregion
//#region packages/kubernetes/src/api-resources.ts
/**
* What a server of this minor serves without further settings, in the order of its discovery.
*
* Rules may name more: alpha and most beta versions are off by default, and custom resources are the cluster's own.
*/
function apiResources(minor) {
	return JSON.parse(encodedApiResources).filter((row) => holdsFor(row, minor)).map(([, group, version, resource, kind, singular, namespaced, verbs, subresources, shortNames, categories]) => ({
		group,
		version,
		resource,
		kind,
		singular,
		namespaced: namespaced === 1,
		verbs: words(verbs, ","),
		subresources: new Map(words(subresources, " ").map(subresource)),
		shortNames: words(shortNames, ","),
		categories: words(categories, ",")
	}));
}
/** From `scale:get,patch,update`. */
function subresource(text) {
	const colon = text.indexOf(":");
	return [text.slice(0, colon), words(text.slice(colon + 1), ",")];
}
function words(text, separator) {
	return text === "" ? [] : text.split(separator);
}
//#endregion
export { apiResources };
