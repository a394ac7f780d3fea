/**
 * A language server: it keeps a plan of all specs in the editor's folders, and answers the editor's
 * requests from it. See <a href="https://microsoft.github.io/language-server-protocol/">Language
 * Server Protocol</a>.
 */
package dev.fairlead.lsp;
