@NullMarked
package kiro.workspace.watch;

import org.jspecify.annotations.NullMarked;
