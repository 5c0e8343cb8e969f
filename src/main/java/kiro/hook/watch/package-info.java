/// Waits for what hooks start on, and starts them.
@NullMarked
package kiro.hook.watch;

import org.jspecify.annotations.NullMarked;
