import type { Log } from "sarif";
import { homepage } from "./sarif.ts";
import { describeNotifications, failureNotification } from "./sarif-notifications.ts";

/** The report of a scan that came to nothing: no result, and the reason. To upload it would close every alert. */
export function renderFailedSarif(toolVersion: string, reason: string): string {
  const notifications = [failureNotification(reason)];
  const log: Log = {
    $schema: "https://json.schemastore.org/sarif-2.1.0.json",
    version: "2.1.0",
    runs: [
      {
        tool: {
          driver: {
            name: "authgraph",
            semanticVersion: toolVersion,
            informationUri: homepage,
            rules: [],
            notifications: [...describeNotifications(notifications)],
          },
        },
        invocations: [{ executionSuccessful: false, toolExecutionNotifications: notifications }],
        columnKind: "utf16CodeUnits",
        results: [],
      },
    ],
  };
  return `${JSON.stringify(log)}\n`;
}
