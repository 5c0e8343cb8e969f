/// Hooks of git: the thin scripts that call this program, and what git tells them.
@NullMarked
package kiro.hook.git;

import org.jspecify.annotations.NullMarked;
