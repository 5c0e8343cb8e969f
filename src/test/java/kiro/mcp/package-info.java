@NullMarked
package kiro.mcp;

import org.jspecify.annotations.NullMarked;
