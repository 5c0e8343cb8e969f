/// The tools of the agent itself: files, commands, git.
@NullMarked
package kiro.tool.builtin;

import org.jspecify.annotations.NullMarked;
