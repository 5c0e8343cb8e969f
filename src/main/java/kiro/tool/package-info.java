/// What an agent can do: tools, calls, results, and the effects they have.
@NullMarked
package kiro.tool;

import org.jspecify.annotations.NullMarked;
