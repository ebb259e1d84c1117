import {
  anything,
  bool,
  bytes,
  type GoStruct,
  mapOf,
  namedString,
  slice,
  string,
  struct,
} from "../objects/go-types.ts";

/** k8s.io/client-go tools/clientcmd/api/v1/types.go. */
export const kubeconfig: GoStruct = struct("v1.Config", {
  kind: string,
  apiVersion: string,
  preferences: struct("v1.Preferences", {
    colors: bool,
    extensions: slice(struct("v1.NamedExtension", { name: string, extension: anything })),
  }),
  clusters: slice(
    struct("v1.NamedCluster", {
      name: string,
      cluster: struct("v1.Cluster", {
        server: string,
        "tls-server-name": string,
        "insecure-skip-tls-verify": bool,
        "certificate-authority": string,
        "certificate-authority-data": bytes,
        "proxy-url": string,
        "disable-compression": bool,
        extensions: slice(struct("v1.NamedExtension", { name: string, extension: anything })),
      }),
    }),
  ),
  users: slice(
    struct("v1.NamedAuthInfo", {
      name: string,
      user: struct("v1.AuthInfo", {
        "client-certificate": string,
        "client-certificate-data": bytes,
        "client-key": string,
        "client-key-data": bytes,
        token: string,
        tokenFile: string,
        as: string,
        "as-uid": string,
        "as-groups": slice(string),
        "as-user-extra": mapOf(slice(string)),
        username: string,
        password: string,
        "auth-provider": struct("v1.AuthProviderConfig", { name: string, config: mapOf(string) }),
        exec: struct("v1.ExecConfig", {
          command: string,
          args: slice(string),
          env: slice(struct("v1.ExecEnvVar", { name: string, value: string })),
          apiVersion: string,
          installHint: string,
          provideClusterInfo: bool,
          interactiveMode: namedString("v1.ExecInteractiveMode"),
        }),
        extensions: slice(struct("v1.NamedExtension", { name: string, extension: anything })),
      }),
    }),
  ),
  contexts: slice(
    struct("v1.NamedContext", {
      name: string,
      context: struct("v1.Context", {
        cluster: string,
        user: string,
        namespace: string,
        extensions: slice(struct("v1.NamedExtension", { name: string, extension: anything })),
      }),
    }),
  ),
  "current-context": string,
  extensions: slice(struct("v1.NamedExtension", { name: string, extension: anything })),
});
