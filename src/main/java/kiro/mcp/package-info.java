/// The client of the Model Context Protocol: which servers are configured, and talking to them.
@NullMarked
package kiro.mcp;

import org.jspecify.annotations.NullMarked;
