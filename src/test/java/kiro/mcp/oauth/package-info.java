@NullMarked
package kiro.mcp.oauth;

import org.jspecify.annotations.NullMarked;
