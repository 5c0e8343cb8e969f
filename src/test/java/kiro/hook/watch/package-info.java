@NullMarked
package kiro.hook.watch;

import org.jspecify.annotations.NullMarked;
