/// What a line for the shell would run: its grammar, and the wrappers around commands.
@NullMarked
package kiro.permission.shell;

import org.jspecify.annotations.NullMarked;
