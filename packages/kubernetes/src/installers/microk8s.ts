/**
 * What MicroK8s' files of arguments refer to: snapd sets these for every program of the snap (snapcraft.yaml, wrappers
 * `run-*-with-args`). MicroK8s adds no flags to those that stand in its files: `default-args` is where they come from.
 */
export const microk8sVariables: ReadonlyMap<string, string> = new Map([
  ["SNAP", "/snap/microk8s/current"],
  ["SNAP_DATA", "/var/snap/microk8s/current"],
  ["SNAP_COMMON", "/var/snap/microk8s/common"],
]);
