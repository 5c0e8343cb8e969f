/// Signing in where an MCP server wants to know who asks.
@NullMarked
package kiro.mcp.oauth;

import org.jspecify.annotations.NullMarked;
