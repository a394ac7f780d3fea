-- A session of Neovim with the language server. Writes what the user sees to report.txt.
local report = {}
local function say(text)
  table.insert(report, text)
end

local function finish()
  vim.fn.writefile(report, "report.txt")
  vim.cmd("qall!")
end

local ok, failure = pcall(function()
  vim.cmd("edit shop.fairlead.yaml")
  local client = vim.lsp.start_client({
    name = "fairlead",
    cmd = { vim.env.JAVA, "-cp", vim.env.CLASSES, "dev.fairlead.cli.Main", "lsp" },
    root_dir = vim.fn.getcwd(),
  })
  assert(client, "the server does not start")
  vim.lsp.buf_attach_client(0, client)
  assert(
    vim.wait(60000, function()
      return vim.lsp.get_client_by_id(client).initialized == true
    end, 50),
    "the server is not initialized"
  )

  vim.api.nvim_buf_set_lines(0, 0, -1, false, {
    "apiVersion: fairlead.dev/v1",
    "kind: Storage",
    "metadata: {name: shop, namespace: shop}",
    "volumes:",
    "  - name: data",
    "    storage: 50Gi",
    "    topology: {topology.kubernetes.io/zone: eu-west-1b}",
    "    csi: {driver: ebs.csi.aws.com, volumeHandel: vol-0a1b2c3d4e5f60718}",
    "workloads:",
    "  - name: web",
    "    containers:",
    "      - name: app",
    '        image: "nginx:1.27"',
    "        mounts: {/data: data}",
  })
  assert(
    vim.wait(60000, function()
      local first = vim.diagnostic.get(0)[1]
      return first and first.lnum > 0
    end, 50),
    "there is no finding"
  )
  local finding = vim.diagnostic.get(0)[1]
  say("finding " .. (finding.lnum + 1) .. ": " .. finding.message)

  local function ask(method, params)
    local answers = assert(vim.lsp.buf_request_sync(0, method, params, 60000), "no answer")
    return answers[client].result
  end

  local function at(line, column)
    vim.api.nvim_win_set_cursor(0, { line, column })
    return vim.lsp.util.make_position_params(0, "utf-16")
  end

  at(8, 38)
  local params = vim.lsp.util.make_range_params(0, "utf-16")
  params.context = { diagnostics = {} }
  local action = ask("textDocument/codeAction", params)[1]
  vim.lsp.util.apply_workspace_edit(action.edit, "utf-16")
  say("fixed: " .. vim.fn.getline(8):match("volumeHandle: [%w-]+"))
  vim.wait(60000, function()
    return #vim.diagnostic.get(0) == 0
  end, 50)
  say("findings left: " .. #vim.diagnostic.get(0))

  local place = ask("textDocument/definition", at(14, 25))[1]
  say("definition in line " .. (place.range.start.line + 1))

  local rename = at(5, 11)
  rename.newName = "files"
  vim.lsp.util.apply_workspace_edit(ask("textDocument/rename", rename), "utf-16")
  say("renamed: " .. vim.fn.getline(5))
  say("renamed: " .. vim.fn.getline(14))

  vim.fn.setline(14, "        mounts: {/data: }")
  local items = ask("textDocument/completion", at(14, 24))
  say("completes: " .. items[1].label)
end)
if not ok then
  say("error: " .. tostring(failure))
end
finish()
