/// <reference path="./.sst/platform/config.d.ts" />

/** The whole deployment: one table, one API. No imports here: SST evaluates this file by itself. */
export default $config({
  app(input) {
    const production = input?.stage === "production";
    return {
      name: "jointplan",
      home: "aws",
      removal: production ? "retain" : "remove",
      protect: production,
    };
  },
  async run() {
    const production = $app.stage === "production";

    // The keys are those of functions/store/table.ts.
    const table = new sst.aws.Dynamo("Store", {
      fields: { partition: "string", sort: "string" },
      primaryIndex: { hashKey: "partition", rangeKey: "sort" },
      deletionProtection: production,
      transform: { table: { pointInTimeRecovery: { enabled: true } } },
    });

    const api = new sst.aws.ApiGatewayV2("Api", {
      // No page elsewhere reads a plan.
      cors: false,
      accessLog: { retention: "1 month" },
    });

    api.route("$default", {
      handler: "functions/lambda/api.handler",
      runtime: "nodejs24.x",
      architecture: "arm64",
      // What a route imports when it is asked stays out of the first answer of the others.
      nodejs: { splitting: true },
      memory: "1024 MB",
      timeout: "15 seconds",
      logging: { retention: "1 month", format: "json" },
      environment: { JOINTPLAN_TABLE: table.name },
      // No link: it would grant dynamodb:*. The API reads; publishing has a function of its own.
      permissions: [{ actions: ["dynamodb:GetItem", "dynamodb:Query"], resources: [table.arn] }],
    });

    return { api: api.url };
  },
});
