/// What changes among the files of a workspace, told as it happens.
@NullMarked
package kiro.workspace.watch;

import org.jspecify.annotations.NullMarked;
