// Starts "fairlead lsp" for the specs of a workspace.
const { commands, window, workspace } = require("vscode");
const { LanguageClient } = require("vscode-languageclient/node");

let client;

async function start() {
  const command = workspace.getConfiguration("fairlead").get("path");
  client = new LanguageClient(
    "fairlead",
    "fairlead",
    { command, args: ["lsp"] },
    { documentSelector: [{ scheme: "file", pattern: "**/*.fairlead.{yaml,yml}" }] },
  );
  try {
    await client.start();
  } catch (error) {
    client = undefined;
    window.showErrorMessage(
      `fairlead: can't start "${command} lsp" (${error.message}). Install fairlead, or set fairlead.path.`,
    );
  }
}

async function stop() {
  const running = client;
  client = undefined;
  await running?.stop();
}

exports.activate = async (context) => {
  context.subscriptions.push(
    commands.registerCommand("fairlead.restart", async () => {
      await stop();
      await start();
    }),
  );
  await start();
};

exports.deactivate = stop;
